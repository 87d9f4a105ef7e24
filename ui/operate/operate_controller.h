// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/task_slot.h"
#include "operate/city_view.h"
#include "operate/operate_context.h"
#include "operate/site_state.h"
#include "registry/deployed_forecaster.h"

#include <QHash>
#include <QObject>

namespace belvedere::ui {

/// Brings the city, the chosen quantity and its forecasts from the store to the screen. Holds
/// snapshots only; everything that takes time happens in the pools.
class OperateController : public QObject
{
    Q_OBJECT

public:
    explicit OperateController(OperateContext context, QObject *parent = nullptr);

    /// Loads the city and shows its first traffic quantity. Null closes the city.
    void setStore(std::shared_ptr<Store> store);
    /// Reads again what the store holds: after an import or a removal.
    void reload();
    /// Loads the live model again: after a deployment.
    void reloadModel();
    /// @param channel  empty = the data set's first.
    void selectQuantity(const QString &dataset, const QString &channel);
    /// Replays the end of a stretch of the past, unless the clock is in it already.
    void showTimeOf(const TimeRange &span);
    /// The same with what the quantity, or what happened, covers.
    void showTimeOfQuantity();

    [[nodiscard]] const std::shared_ptr<const CityView> &city() const { return m_city; }
    [[nodiscard]] const std::shared_ptr<const QuantityBundle> &bundle() const { return m_bundle; }
    /// Null until a quantity is loaded, and in a city without measurements.
    [[nodiscard]] const QuantityView *quantity() const
    {
        return m_bundle ? m_bundle->main.get() : nullptr;
    }
    /// The live model of the quantity; none while it loads or if nothing is deployed.
    [[nodiscard]] const std::optional<ModelVersion> &model() const { return m_modelVersion; }
    [[nodiscard]] const ForecasterFactory &factory() const { return *m_context.factory; }
    /// Issued at the clock's now, or shortly before while that one is computed; null without one.
    [[nodiscard]] std::shared_ptr<const QuantileForecast> forecastAtNow() const;
    /// Issued at the instant shown if that lies in the past, else at now.
    [[nodiscard]] std::shared_ptr<const QuantileForecast> forecastShown() const;
    [[nodiscard]] const TimeContext &time() const;
    /// [N] at the time shown.
    [[nodiscard]] std::vector<SiteState> states() const;
    /// End of what the forecast reaches; now if there is none.
    [[nodiscard]] UtcMs forecastEnd() const;
    [[nodiscard]] bool busy() const;

Q_SIGNALS:
    void cityChanged();
    void quantityChanged();
    void modelChanged();
    void forecastChanged();
    void failed(const belvedere::Error &error);

private:
    void loadQuantityNow(const QString &dataset, const QString &channel);
    void takeQuantity(std::shared_ptr<const QuantityBundle> bundle);
    void setClockFor(const QuantityView &view);
    void setClockFor(const std::vector<Incident> &incidents);
    void loadModel();
    void requestForecasts();
    [[nodiscard]] UtcMs issueTime(UtcMs time) const;

    OperateContext m_context;
    std::shared_ptr<Store> m_store;
    std::shared_ptr<const CityView> m_city;
    std::shared_ptr<const QuantityBundle> m_bundle;
    std::shared_ptr<const DeployedForecaster> m_model;
    std::optional<ModelVersion> m_modelVersion;
    QHash<UtcMs, std::shared_ptr<const QuantileForecast>> m_forecasts; // by issue time
    std::shared_ptr<const QuantileForecast> m_latest; // of those issued at a now
    TaskSlot<std::shared_ptr<const CityView>> m_cityTask;
    TaskSlot<std::shared_ptr<const QuantityBundle>> m_quantityTask;
    TaskSlot<std::shared_ptr<const DeployedForecaster>> m_modelTask;
    TaskSlot<std::shared_ptr<const QuantileForecast>> m_forecastTask;
};

} // namespace belvedere::ui
