// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/projection.h"
#include "environment/environment_data.h"
#include "environment/interpolation.h"

#include <mutex>

namespace belvedere::ui {

/// How values between stations come about. Ordinary kriging knows how sure it is.
enum class SurfaceMethod { InverseDistance, Kriging };

/// One pollutant between the stations at one time. Immutable.
struct SurfacePicture
{
    QString channel;
    QString unit;
    SurfaceMethod method = SurfaceMethod::Kriging;
    UtcMs time = 0; ///< of the hour
    Surface surface; ///< rows from the south
    std::vector<float> observed; ///< [sites]
    /// [sites], each from the others; NaN where it cannot be.
    std::vector<StationInterpolator::Prediction> fromOthers;
};

/// Errors of the same interpolation over a time, each station from the others.
struct SurfaceErrors
{
    QString channel;
    SurfaceMethod method = SurfaceMethod::Kriging;
    UtcMs from = 0, to = 0;
    std::vector<InterpolationFigures> stations; ///< [sites]; count 0 without a position
    InterpolationFigures pooled;
};

/// Interpolates between the placed stations of a data set in the plane of a map. Keeps weights.
/// Safe from several threads; calls wait for one another.
class SurfaceMaker
{
public:
    SurfaceMaker(std::shared_ptr<const EnvironmentSet> set, const LocalProjection &projection,
        SurfaceMethod method);

    [[nodiscard]] const EnvironmentSet &set() const { return *m_set; }
    [[nodiscard]] const SurfaceGrid &grid() const { return m_grid; }
    /// Fewer than 3 stations have a place: nothing lies between them.
    [[nodiscard]] bool isPossible() const { return m_sites.size() >= 3; }
    [[nodiscard]] Result<std::shared_ptr<const SurfacePicture>> picture(
        const QString &channel, int step, const TaskContext &context);
    /// Of the steps [from, to].
    [[nodiscard]] Result<std::shared_ptr<const SurfaceErrors>> errors(
        const QString &channel, int from, int to, const TaskContext &context);

private:
    [[nodiscard]] std::vector<float> placedValues(const QString &channel, int step) const;

    std::shared_ptr<const EnvironmentSet> m_set;
    SurfaceMethod m_method;
    std::vector<int> m_sites; // that have a position
    SurfaceGrid m_grid;
    std::unique_ptr<StationInterpolator> m_interpolator;
    std::mutex m_mutex;
};

} // namespace belvedere::ui
