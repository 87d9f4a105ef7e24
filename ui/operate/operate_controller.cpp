// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/operate_controller.h"

#include <QDateTime>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kMaxKeptForecasts = 64;

/// The stretch of a recording that is replayed, and where "now" begins in it.
struct Replay
{
    UtcMs from = 0;
    UtcMs to = 0;
    UtcMs start = 0;
};

/// From the last working day to the end, beginning at 07:40 local time: the hour in which a city
/// has most to show.
Replay replayOf(const TimeAxis &axis, const QTimeZone &zone)
{
    QDateTime day = QDateTime::fromMSecsSinceEpoch(axis.last(), zone);
    day.setTime(QTime(0, 0));
    if (axis.last() - day.toMSecsSinceEpoch() < 12 * kMsPerHour)
        day = day.addDays(-1); // too little of it was recorded
    while (day.date().dayOfWeek() > Qt::Friday)
        day = day.addDays(-1);
    Replay replay;
    replay.to = axis.last();
    replay.from = std::clamp<UtcMs>(day.toMSecsSinceEpoch(), axis.start, replay.to);
    replay.start = std::clamp<UtcMs>(
        QDateTime(day.date(), QTime(7, 40), zone).toMSecsSinceEpoch(), replay.from, replay.to);
    return replay;
}

/// In the unit that the screen shows; models speak the stored one.
std::shared_ptr<const QuantileForecast> readable(
    const std::shared_ptr<const QuantileForecast> &forecast, const UnitChange &units)
{
    if (units.isNone())
        return forecast;
    auto copy = std::make_shared<QuantileForecast>(*forecast);
    for (float &value : copy->values)
        value = units.toRead(value);
    return copy;
}

bool isCancelled(const Error &error)
{
    return error.code == Errc::Cancelled;
}

} // namespace

OperateController::OperateController(OperateContext context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_cityTask(this)
    , m_quantityTask(this)
    , m_modelTask(this)
    , m_forecastTask(this)
{
    connect(m_context.clock, &CityClock::nowChanged, this, &OperateController::requestForecasts);
    connect(
        m_context.clock, &CityClock::currentChanged, this, &OperateController::requestForecasts);
    connect(m_context.preferences, &Preferences::unitsChanged, this, [this] {
        if (const QuantityView *view = quantity())
            loadQuantityNow(view->dataset.name, view->channelInfo().key);
    });
}

void OperateController::setStore(std::shared_ptr<Store> store)
{
    m_store = std::move(store);
    m_quantityTask.cancel();
    m_modelTask.cancel();
    m_forecastTask.cancel();
    m_city.reset();
    m_bundle.reset();
    m_model.reset();
    m_modelVersion.reset();
    m_forecasts.clear();
    m_latest.reset();
    Q_EMIT cityChanged();
    Q_EMIT quantityChanged();
    if (m_store)
        reload();
}

void OperateController::reload()
{
    if (!m_store)
        return;
    const std::shared_ptr<const Store> store = m_store;
    m_cityTask.start(
        runTask(m_context.pools->io, [store](TaskContext &) { return loadCity(*store); }),
        [this](Result<std::shared_ptr<const CityView>> city) {
            if (!city) {
                Q_EMIT failed(city.error());
                return;
            }
            m_city = *city;
            Q_EMIT cityChanged();
            for (const Error &remark : m_city->remarks)
                Q_EMIT failed(remark);
            QString dataset;
            QString channel;
            std::tie(dataset, channel) = firstQuantity(*m_city);
            // What was shown stays, if it still exists.
            if (quantity()) {
                const QString &shown = m_bundle->main->dataset.name;
                for (const Dataset &known : m_city->datasets) {
                    if (known.name == shown) {
                        dataset = shown;
                        channel = m_bundle->main->channelInfo().key;
                    }
                }
            }
            loadQuantityNow(dataset, channel);
        });
}

void OperateController::selectQuantity(const QString &dataset, const QString &channel)
{
    if (m_store)
        loadQuantityNow(dataset, channel);
}

void OperateController::loadQuantityNow(const QString &dataset, const QString &channel)
{
    const std::shared_ptr<const Store> store = m_store;
    const UnitSystem units = m_context.preferences->values().units;
    m_quantityTask.start(runTask(m_context.pools->io,
                             [store, dataset, channel, units](TaskContext &context) {
                                 return loadQuantity(*store, dataset, channel, units, context);
                             }),
        [this](Result<std::shared_ptr<const QuantityBundle>> bundle) {
            if (!bundle) {
                if (!isCancelled(bundle.error()))
                    Q_EMIT failed(bundle.error());
                return;
            }
            takeQuantity(*bundle);
        });
}

void OperateController::takeQuantity(std::shared_ptr<const QuantityBundle> bundle)
{
    m_bundle = std::move(bundle);
    m_model.reset();
    m_modelVersion.reset();
    m_forecasts.clear();
    m_latest.reset();
    m_forecastTask.cancel();
    showTimeOfQuantity();
    Q_EMIT quantityChanged();
    loadModel();
}

void OperateController::setClockFor(const QuantityView &view)
{
    CityClock &clock = *m_context.clock;
    const TimeAxis &axis = view.series->axis;
    clock.setCityZone(view.dataset.zone);
    clock.setStepMs(axis.stepMs);
    const bool covered =
        clock.isReplay() && clock.replayFrom() >= axis.start && clock.replayTo() <= axis.last();
    if (covered || axis.count == 0)
        return;
    const Replay replay = replayOf(axis, view.dataset.zone);
    clock.setReplay(replay.from, replay.to, replay.start);
}

void OperateController::setClockFor(const std::vector<Incident> &incidents)
{
    CityClock &clock = *m_context.clock;
    clock.setCityZone(m_city ? m_city->info.zone : QTimeZone::utc());
    if (incidents.empty()) {
        clock.setLive();
        return;
    }
    TimeAxis axis;
    axis.start = incidents.front().from;
    UtcMs last = axis.start;
    for (const Incident &incident : incidents) {
        axis.start = std::min(axis.start, incident.from);
        last = std::max(last, incident.from);
    }
    axis.count = axis.indexOf(last) + 1;
    clock.setStepMs(axis.stepMs);
    const Replay replay = replayOf(axis, clock.context().zone);
    clock.setReplay(replay.from, replay.to, replay.start);
}

void OperateController::showTimeOfQuantity()
{
    if (quantity())
        setClockFor(*quantity());
    else if (m_bundle)
        setClockFor(m_bundle->incidents);
}

void OperateController::showTimeOf(const ui::TimeRange &span)
{
    CityClock &clock = *m_context.clock;
    if (span.contains(clock.now()))
        return;
    TimeAxis axis;
    axis.start = span.from;
    axis.count = axis.indexOf(span.to) + 1;
    const Replay replay = replayOf(axis, clock.context().zone);
    clock.setReplay(replay.from, replay.to, replay.start);
}

void OperateController::reloadModel()
{
    m_model.reset();
    m_modelVersion.reset();
    m_forecasts.clear();
    m_latest.reset();
    m_forecastTask.cancel();
    loadModel();
}

void OperateController::loadModel()
{
    Q_EMIT modelChanged();
    Q_EMIT forecastChanged();
    if (!m_store || !quantity())
        return;
    const QString dataset = m_bundle->main->dataset.name;
    const QString channel = m_bundle->main->channelInfo().key;
    m_modelTask.start(runTask(m_context.pools->inference,
                          [store = m_store, factory = m_context.factory, dataset, channel](
                              TaskContext &) -> Result<std::shared_ptr<const DeployedForecaster>> {
                              BV_TRY(const std::optional<ModelVersion> live,
                                  Registry(store).live(dataset, channel));
                              if (!live)
                                  return std::shared_ptr<const DeployedForecaster>();
                              return DeployedForecaster::load(store, *factory, live->id());
                          }),
        [this](Result<std::shared_ptr<const DeployedForecaster>> model) {
            if (!model) {
                if (!isCancelled(model.error()))
                    Q_EMIT failed(model.error());
                return;
            }
            m_model = *model;
            m_modelVersion.reset();
            if (m_model)
                m_modelVersion = m_model->version();
            Q_EMIT modelChanged();
            requestForecasts();
        });
}

UtcMs OperateController::issueTime(UtcMs time) const
{
    const TimeAxis &axis = m_bundle->main->series->axis;
    return axis.at(std::min(axis.indexOf(time), axis.count - 1));
}

void OperateController::requestForecasts()
{
    if (!m_model || !quantity() || m_forecastTask.running())
        return;
    const UtcMs atNow = issueTime(m_context.clock->now());
    const UtcMs shown = issueTime(std::min(m_context.clock->now(), m_context.clock->current()));
    UtcMs wanted = atNow;
    if (m_forecasts.contains(atNow)) {
        if (m_forecasts.contains(shown))
            return;
        wanted = shown;
    }
    m_forecastTask.start(runTask(m_context.pools->inference,
                             [model = m_model, wanted](
                                 TaskContext &) -> Result<std::shared_ptr<const QuantileForecast>> {
                                 BV_TRY(QuantileForecast forecast, model->forecast(wanted));
                                 return std::make_shared<const QuantileForecast>(
                                     std::move(forecast));
                             }),
        [this, wanted](Result<std::shared_ptr<const QuantileForecast>> forecast) {
            if (forecast && quantity())
                forecast = readable(*forecast, quantity()->units);
            if (m_forecasts.size() >= kMaxKeptForecasts)
                m_forecasts.clear();
            // A failure is kept as "none", so that it is told once and not at every step.
            m_forecasts.insert(wanted, forecast ? *forecast : nullptr);
            if (forecast
                && (!m_latest || (*forecast)->issued > m_latest->issued
                    || wanted == issueTime(m_context.clock->now())))
                m_latest = *forecast;
            if (!forecast && !isCancelled(forecast.error()))
                Q_EMIT failed(forecast.error());
            Q_EMIT forecastChanged();
            requestForecasts();
        });
}

std::shared_ptr<const QuantileForecast> OperateController::forecastAtNow() const
{
    if (!quantity())
        return nullptr;
    // While the newest is being computed the one before it still holds.
    const auto exact = m_forecasts.constFind(issueTime(m_context.clock->now()));
    return exact != m_forecasts.constEnd() ? *exact : m_latest;
}

std::shared_ptr<const QuantileForecast> OperateController::forecastShown() const
{
    if (!quantity())
        return nullptr;
    return m_forecasts.value(
        issueTime(std::min(m_context.clock->now(), m_context.clock->current())));
}

const TimeContext &OperateController::time() const
{
    return m_context.clock->context();
}

std::vector<SiteState> OperateController::states() const
{
    if (!quantity())
        return {};
    return siteStates(*m_bundle->main, time(), forecastAtNow().get());
}

UtcMs OperateController::forecastEnd() const
{
    const auto forecast = forecastAtNow();
    return forecast ? forecast->timeOf(forecast->shape.horizon - 1) : m_context.clock->now();
}

bool OperateController::busy() const
{
    return m_cityTask.running() || m_quantityTask.running() || m_modelTask.running()
        || m_forecastTask.running();
}

} // namespace belvedere::ui
