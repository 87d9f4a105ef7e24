// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/domain_context.h"
#include "domain/domain_view.h"
#include "safety/risk_panel.h"
#include "safety/warning_panel.h"

#include <QPointer>

namespace belvedere::ui {

class SafetyModel;
class WarningModel;
struct SurfaceView;

/// Public safety in the control room.
class SafetyView : public DomainView
{
    Q_OBJECT

public:
    explicit SafetyView(const DomainContext &context, QObject *parent = nullptr);
    ~SafetyView() override;

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString description() const override;
    void setStore(std::shared_ptr<Store> store) override;
    void setProjection(const LocalProjection &projection) override;
    void setTime(const TimeContext &time) override;
    void setMetersPerPixel(double metersPerPixel) override;
    [[nodiscard]] std::vector<MapLayer> layers() const override;
    [[nodiscard]] std::vector<LegendContent> legends() const override;
    [[nodiscard]] MapTip tip(const QString &layerId, std::int32_t feature) const override;
    void pick(const QString &layerId, std::int32_t feature) override;
    [[nodiscard]] std::vector<DomainPanel> panels() override;
    [[nodiscard]] LonLatBox place() const override;
    [[nodiscard]] std::optional<TimeRange> span() const override;
    [[nodiscard]] bool busy() const override;

    [[nodiscard]] SafetyModel &model() { return *m_model; }
    [[nodiscard]] RiskPanel *riskPanel() const { return m_risk; }
    [[nodiscard]] WarningPanel *warningPanel() const { return m_warning; }

private:
    void showWanted();
    /// Painted anew after another surface or opacity.
    void showSurface();

    SafetyModel *m_model;
    WarningModel *m_warnings;
    QPointer<RiskPanel> m_risk; // the docks' once panels() was asked
    QPointer<WarningPanel> m_warning;
    std::shared_ptr<const SurfaceView> m_painted;
    double m_paintedOpacity = 0.0;
    std::shared_ptr<const LayerAttributes> m_surface; // of m_painted
};

} // namespace belvedere::ui
