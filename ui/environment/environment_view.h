// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/domain_context.h"
#include "domain/domain_view.h"
#include "environment/environment_layers.h"

#include <QPointer>
#include <QWidget>

namespace belvedere {
class ForecasterFactory;
}

namespace belvedere::ui {

class AirPanel;
class EnvironmentModel;
class NoisePanel;
class SurfacePanel;

/// Air and noise in the control room.
class EnvironmentView : public DomainView
{
    Q_OBJECT

public:
    /// @param factory  makes the live models; may be null: nothing is forecast then.
    EnvironmentView(
        const DomainContext &context, const ForecasterFactory *factory, QObject *parent = nullptr);
    ~EnvironmentView() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString description() const override;
    void setStore(std::shared_ptr<Store> store) override;
    void setProjection(const LocalProjection &projection) override;
    void setTime(const TimeContext &time) override;
    [[nodiscard]] std::vector<MapLayer> layers() const override;
    [[nodiscard]] std::vector<LegendContent> legends() const override;
    [[nodiscard]] MapTip tip(const QString &layerId, std::int32_t feature) const override;
    void pick(const QString &layerId, std::int32_t feature) override;
    [[nodiscard]] std::vector<DomainPanel> panels() override;
    [[nodiscard]] LonLatBox place() const override;
    [[nodiscard]] std::optional<TimeRange> span() const override;
    [[nodiscard]] bool busy() const override;

    [[nodiscard]] EnvironmentModel &model() { return *m_model; }
    [[nodiscard]] AirPanel *airPanel() const { return m_air; }
    [[nodiscard]] SurfacePanel *surfacePanel() const { return m_surface; }
    [[nodiscard]] NoisePanel *noisePanel() const { return m_noise; }

private:
    void connectModel();
    void connectPanels();
    void showWanted();
    void makeGeometry();
    void showAir();
    void showSurface();
    void showNoise();
    void chooseStation(int site);
    [[nodiscard]] ValueScale scale() const;

    EnvironmentModel *m_model;
    AirPanel *m_air; // the docks' once panels() was asked
    SurfacePanel *m_surface;
    NoisePanel *m_noise;
    std::vector<QPointer<QWidget>> m_panels;
    StationGeometry m_airStations;
    StationGeometry m_noiseStations;
    std::shared_ptr<const SurfaceGeometry> m_grid;
    const SurfaceMaker *m_gridOf = nullptr;
};

} // namespace belvedere::ui
