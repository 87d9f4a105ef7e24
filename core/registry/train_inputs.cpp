// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/train_inputs.h"

#include "data/store/stored_history.h"

namespace belvedere {

namespace {

/// @param channel  filled in if it was left open.
Result<std::shared_ptr<const ChannelHistory>> load(
    const Store &store, const QString &name, QString &channel)
{
    BV_TRY(const Dataset dataset, store.dataset(name));
    if (channel.isEmpty() && !dataset.channels.empty())
        channel = dataset.channels.front().key;
    return storedHistory(store, dataset, channel);
}

/// The run that "r0007-neural", "traffic-speed/3" or "traffic-speed" means.
Result<QString> runOf(const std::shared_ptr<Store> &store, const QString &reference)
{
    const Result<RunRecord> run = RunArchive(store).run(reference);
    if (run)
        return run->id;
    const Result<ModelVersion> version = Registry(store).find(reference);
    if (version)
        return version->runId;
    if (version.error().code != Errc::NotFound)
        return failure(version.error());
    return failure(run.error());
}

Result<std::optional<Incumbent>> incumbentOf(
    const std::shared_ptr<Store> &store, const TrainSpec &spec)
{
    BV_TRY(
        const std::optional<ModelVersion> live, Registry(store).live(spec.dataset, spec.channel));
    if (!live)
        return std::optional<Incumbent>();
    Incumbent incumbent;
    incumbent.name = live->id();
    BV_TRY(incumbent.model, RunArchive(store).model(live->runId));
    return std::optional<Incumbent>(std::move(incumbent));
}

} // namespace

Result<TrainInputs> loadTrainInputs(std::shared_ptr<Store> store, TrainSpec &spec)
{
    TrainInputs inputs;
    BV_TRY(inputs.history, load(*store, spec.dataset, spec.channel));
    for (TrainPartner &partner : spec.partners) {
        BV_TRY(auto history, load(*store, partner.dataset, partner.channel));
        inputs.partners.push_back(std::move(history));
    }
    if (!spec.startFrom.isEmpty()) {
        BV_TRY(spec.startFrom, runOf(store, spec.startFrom));
        BV_TRY(inputs.startFrom, RunArchive(store).model(spec.startFrom));
    }
    // A live model that cannot be read is no reason not to train a better one.
    if (auto incumbent = incumbentOf(store, spec))
        inputs.incumbent = std::move(*incumbent);
    return inputs;
}

Result<TrainInputs> loadTrainInputs(
    std::shared_ptr<Store> store, TrainingCheckpoint checkpoint, TrainSpec &spec)
{
    spec = checkpoint.info.record.spec;
    // The weights it began with are in the checkpoint; that run may be gone by now.
    const QString startFrom = std::exchange(spec.startFrom, {});
    Result<TrainInputs> inputs = loadTrainInputs(std::move(store), spec);
    spec.startFrom = startFrom;
    if (inputs)
        inputs->resume = std::move(checkpoint);
    return inputs;
}

} // namespace belvedere
