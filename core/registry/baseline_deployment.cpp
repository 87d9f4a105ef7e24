// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/baseline_deployment.h"

#include "data/store/stored_history.h"

namespace belvedere {

Result<ModelVersion> deployBaseline(std::shared_ptr<Store> store, const ForecasterFactory &factory,
    const QString &dataset, const QString &channel, const TaskContext &context)
{
    Registry registry(store);
    BV_TRY(const std::optional<ModelVersion> live, registry.live(dataset, channel));
    if (live)
        return *live;
    BV_TRY(const Dataset description, store->dataset(dataset));
    BV_TRY(const auto history, storedHistory(*store, description, channel));
    TrainSpec spec;
    spec.dataset = dataset;
    spec.channel = channel;
    spec.model = QStringLiteral("seasonal");
    BV_TRY(TrainOutcome outcome, trainForecaster(spec, {history}, factory, context));
    // Weather has no hour of its own: there the last value is the better first guess.
    const auto other = outcome.record.baselines.find(QStringLiteral("last-value"));
    if (other != outcome.record.baselines.end()
        && other->second.all.mae < outcome.record.test.all.mae) {
        spec.model = other->first;
        BV_TRY(outcome, trainForecaster(spec, {history}, factory, context));
    }
    BV_TRY(const RunRecord record, RunArchive(store).add(std::move(outcome)));
    return registry.deploy(record.id);
}

} // namespace belvedere
