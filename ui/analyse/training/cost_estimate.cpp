// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/cost_estimate.h"

#include <algorithm>
#include <numeric>

namespace belvedere::ui {

namespace {

const Dataset *datasetOf(const TrainSpec &spec, const std::vector<Dataset> &datasets)
{
    const auto found = std::find_if(datasets.begin(), datasets.end(),
        [&spec](const Dataset &d) { return d.name == spec.dataset; });
    return found == datasets.end() ? nullptr : &*found;
}

int trainingWindows(const TrainSpec &spec, const Dataset &dataset)
{
    ForecastShape shape;
    shape.history = spec.history;
    shape.horizon = spec.horizon;
    shape.stepMs = dataset.axis.stepMs;
    const auto split = chronologicalSplit(dataset.axis.count, shape, spec.split);
    return split ? split->train.count : 0;
}

/// Windows times sites of all that is learnt jointly: what the time of an epoch grows with.
double workOf(const TrainSpec &spec, const std::vector<Dataset> &datasets)
{
    const Dataset *dataset = datasetOf(spec, datasets);
    if (!dataset)
        return 0.0;
    double work = double(trainingWindows(spec, *dataset)) * double(dataset->sites.size());
    for (const TrainPartner &partner : spec.partners) {
        TrainSpec own = spec;
        own.dataset = partner.dataset;
        if (const Dataset *other = datasetOf(own, datasets))
            work += double(trainingWindows(own, *other)) * double(other->sites.size());
    }
    return work;
}

bool sameQuantity(const TrainSpec &a, const TrainSpec &b)
{
    return a.dataset == b.dataset && a.channel == b.channel && a.history == b.history
        && a.horizon == b.horizon;
}

int likeness(const TrainSpec &wanted, const TrainSpec &known)
{
    return (wanted.options == known.options && wanted.threads == known.threads ? 2 : 0)
        + (sameQuantity(wanted, known) ? 1 : 0);
}

double epochSeconds(const RunRecord &run)
{
    const double seconds = std::accumulate(run.epochs.begin(), run.epochs.end(), 0.0,
        [](double sum, const EpochReport &epoch) { return sum + epoch.seconds; });
    return seconds / double(run.epochs.size());
}

} // namespace

CostEstimate estimateCost(
    const TrainSpec &spec, const std::vector<RunRecord> &runs, const std::vector<Dataset> &datasets)
{
    CostEstimate estimate;
    const Dataset *dataset = datasetOf(spec, datasets);
    if (!dataset)
        return estimate;
    estimate.windows = trainingWindows(spec, *dataset);
    estimate.sites = static_cast<int>(dataset->sites.size());
    const RunRecord *best = nullptr;
    for (const RunRecord &run : runs) {
        if (run.spec.model != spec.model || run.epochs.empty() || workOf(run.spec, datasets) <= 0.0)
            continue;
        if (!best || likeness(spec, run.spec) > likeness(spec, best->spec))
            best = &run;
    }
    if (!best)
        return estimate;
    estimate.runId = best->id;
    if (sameQuantity(spec, best->spec) && spec.options == best->spec.options)
        estimate.parameters = best->parameters;
    const double pace = epochSeconds(*best) / workOf(best->spec, datasets);
    estimate.epochSeconds = pace * workOf(spec, datasets);
    estimate.totalSeconds = *estimate.epochSeconds * spec.epochsInAll();
    if (spec.budgetSeconds > 0.0)
        estimate.totalSeconds = std::min(*estimate.totalSeconds, spec.budgetSeconds);
    return estimate;
}

} // namespace belvedere::ui
