// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/column_builder.h"
#include "geo/coordinate_system.h"
#include "geo/overlay.h"

namespace belvedere {

/// Takes feature after feature in the file's coordinates, guards the limits, and makes an overlay
/// in degrees of them. Inside a GdalSession.
class OverlayBuilder
{
public:
    OverlayBuilder(QString file, const OverlayOptions &options, TaskContext context);

    ColumnBuilder &columns() { return m_columns; }
    /// Row of the feature that is being read.
    [[nodiscard]] std::size_t row() const { return m_shapes.size(); }

    /// Refuses a file before it is read. @param features  below 0: not known.
    [[nodiscard]] Result<> expect(qint64 features) const;
    /// @param place  "districts.geojson:17"; for messages.
    /// @return Errc::Shape beyond the limits, Errc::Cancelled.
    [[nodiscard]] Result<> add(GeoShape shape, const QString &place);
    void progress(qint64 done, qint64 total) const { m_context.progress(done, total, {}); }
    /// A feature without a place, which is left out.
    void leaveOut() { ++m_withoutPlace; }
    /// @param declared  what the file says its coordinates are.
    [[nodiscard]] Result<Overlay> finish(std::optional<CoordinateSystem> declared);

private:
    [[nodiscard]] Result<> convert(const CoordinateSystem &system);
    [[nodiscard]] Result<> notDegrees() const;
    [[nodiscard]] tl::unexpected<Error> tooLarge() const;
    void remarkOnPlace(Overlay &overlay) const;
    [[nodiscard]] int titleColumn(const std::vector<FeatureColumn> &columns) const;

    QString m_file;
    OverlayOptions m_options;
    TaskContext m_context;
    ColumnBuilder m_columns;
    std::vector<GeoShape> m_shapes;
    qint64 m_points = 0;
    qint64 m_withoutPlace = 0;
    /// The first that is no degrees.
    struct Offender
    {
        qint64 feature = 0; ///< from 1
        LonLat point;
        QString place;
    };
    std::optional<Offender> m_offender;
};

/// "Districts 2024" of "/data/Districts 2024.geojson": a name that can be a file's.
[[nodiscard]] QString overlayName(const QString &file);

} // namespace belvedere
