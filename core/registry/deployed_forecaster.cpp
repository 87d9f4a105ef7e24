// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/deployed_forecaster.h"

#include "data/store/stored_history.h"

#include <QSet>

#include <algorithm>

namespace belvedere {

namespace {

/// The data set may have changed since the training.
Result<> checkFit(const ModelSpec &spec, const ModelVersion &version, const Dataset &dataset)
{
    if (dataset.axis.stepMs != spec.shape.stepMs)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "Model %1 was trained on steps of %2 minutes, but data set %3 has steps of %4 "
                "minutes. Train it again."),
            {version.id(), QString::number(double(spec.shape.stepMs) / kMsPerMinute), dataset.name,
                QString::number(double(dataset.axis.stepMs) / kMsPerMinute)});
    QSet<QString> codes;
    for (const Site &site : dataset.sites)
        codes.insert(site.code);
    QStringList lost;
    for (const QString &code : spec.siteCodes) {
        if (!codes.contains(code))
            lost += code;
    }
    if (!lost.isEmpty())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "Model %1 was trained on sites that data set %2 no longer has: %3. Train it "
                "again."),
            {version.id(), dataset.name, lost.mid(0, 5).join(QStringLiteral(", "))});
    const auto sameChannel = [&spec](const Channel &c) { return c.key == spec.channel; };
    const auto channel =
        std::find_if(dataset.channels.begin(), dataset.channels.end(), sameChannel);
    if (channel != dataset.channels.end() && channel->unit != spec.unit)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "Model %1 was trained on %2 in %3, but data set %4 has it in %5. Train it again."),
            {version.id(), spec.channel, spec.unit, dataset.name, channel->unit});
    return {};
}

/// The last step that a forecast issued at `at` may see.
Result<int> lastStep(const TimeAxis &axis, const ForecastShape &shape, const QString &dataset,
    std::optional<UtcMs> at)
{
    if (axis.count < shape.history)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP(
                "Error", "Data set %1 has %2 steps; the model needs the last %3 to go by."),
            {dataset, QString::number(axis.count), QString::number(shape.history)});
    const UtcMs time = at.value_or(axis.last());
    const UtcMs earliest = axis.at(shape.history - 1);
    const UtcMs latest = axis.at(axis.count - 1 + shape.horizon);
    if (time < earliest || time > latest)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "There is no forecast of data set %1 at %2: its data allows times from %3 to %4."),
            {dataset, formatUtc(time), formatUtc(earliest), formatUtc(latest)});
    return std::min(axis.indexOf(time), axis.count - 1);
}

} // namespace

Result<std::shared_ptr<const DeployedForecaster>> DeployedForecaster::load(
    std::shared_ptr<Store> store, const ForecasterFactory &factory, const QString &reference)
{
    std::shared_ptr<DeployedForecaster> deployed(new DeployedForecaster);
    BV_TRY(deployed->m_version, Registry(store).find(reference));
    BV_TRY(const ModelState state, RunArchive(store).model(deployed->m_version.runId));
    BV_TRY(deployed->m_model, factory.load(state));
    deployed->m_store = std::move(store);
    return deployed;
}

Result<QuantileForecast> DeployedForecaster::forecast(std::optional<UtcMs> at) const
{
    const ModelSpec &spec = m_model->spec();
    BV_TRY(const Dataset dataset, m_store->dataset(m_version.dataset));
    BV_TRY_VOID(checkFit(spec, m_version, dataset));
    BV_TRY(const int last, lastStep(dataset.axis, spec.shape, dataset.name, at));
    // Reading no more than the window is also what makes it blind to the future.
    const TimeRange window{
        dataset.axis.at(last - spec.shape.history + 1), dataset.axis.at(last) + 1};
    BV_TRY(const std::shared_ptr<const ChannelHistory> history,
        storedHistory(*m_store, dataset, spec.channel, spec.siteCodes, window));
    const std::lock_guard lock(m_mutex);
    return forecastAt(*m_model, *history, history->axis.indexOf(dataset.axis.at(last)));
}

} // namespace belvedere
