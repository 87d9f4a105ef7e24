// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/run_pairs.h"

#include "data/store/stored_history.h"
#include "training/run_archive.h"
#include "training/split.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kMostWindows = 1000;
constexpr int kBlock = 32; // windows that are forecast at once

double share(qint64 part, qint64 whole)
{
    return whole > 0 ? double(part) / double(whole) : std::nan("");
}

} // namespace

double EventScores::csi() const
{
    return share(hits, hits + misses + falseAlarms);
}

double EventScores::pod() const
{
    return share(hits, hits + misses);
}

double EventScores::far() const
{
    return share(falseAlarms, hits + falseAlarms);
}

Result<std::vector<RunChoice>> runsOf(
    std::shared_ptr<Store> store, const QString &dataset, const QString &channel)
{
    BV_TRY(const std::vector<RunRecord> records, RunArchive(store).runs());
    std::vector<RunChoice> runs;
    for (const RunRecord &record : records) {
        if (record.spec.dataset == dataset && record.spec.channel == channel && !record.table)
            runs.push_back({record.id, record.spec.model, record.started});
    }
    return runs;
}

Result<std::shared_ptr<const RunForecasts>> forecastRun(std::shared_ptr<Store> store,
    const ForecasterFactory &factory, const QString &runId, const TaskContext &context)
{
    const RunArchive archive(store);
    BV_TRY(const RunRecord record, archive.run(runId));
    BV_TRY(const ModelState state, archive.model(runId));
    BV_TRY(const auto model, factory.load(state));
    const ModelSpec &spec = model->spec();
    BV_TRY(const Dataset dataset, store->dataset(spec.dataset));
    BV_TRY(const auto history, storedHistory(*store, dataset, spec.channel, spec.siteCodes));
    BV_TRY(
        const Split split, chronologicalSplit(history->axis.count, spec.shape, record.spec.split));
    auto run = std::make_shared<RunForecasts>();
    run->runId = runId;
    run->kind = spec.kind;
    run->unit = record.unit;
    run->shape = spec.shape;
    run->sites = QStringList(spec.siteCodes.begin(), spec.siteCodes.end());
    std::vector<int> lasts;
    const int stride = std::max(1, (split.test.count + kMostWindows - 1) / kMostWindows);
    for (int window = 0; window < split.test.count; window += stride)
        lasts.push_back(split.test.lastInputStep(window, spec.shape));
    run->windows = int(lasts.size());
    if (lasts.empty())
        return run;
    run->from = history->axis.at(lasts.front());
    run->to = history->axis.at(lasts.back());
    const auto sites = spec.siteCodes.size();
    const auto quantiles = spec.shape.quantiles.size();
    const auto median = std::size_t(spec.shape.medianIndex());
    for (std::size_t begin = 0; begin < lasts.size(); begin += kBlock) {
        const std::size_t end = std::min(lasts.size(), begin + kBlock);
        context.progress(qint64(begin), qint64(lasts.size()), {});
        const std::vector<int> block(
            lasts.begin() + std::ptrdiff_t(begin), lasts.begin() + std::ptrdiff_t(end));
        BV_TRY(const std::vector<float> values, model->forecastWindows(*history, block, context));
        for (std::size_t i = median; i < values.size(); i += quantiles)
            run->medians.push_back(values[i]);
        for (const int last : block) {
            for (int step = 0; step < spec.shape.horizon; ++step) {
                const auto row = history->row(last + 1 + step);
                run->observed.insert(run->observed.end(), &row[0], &row[0] + sites);
            }
        }
        if (context.cancelled())
            return cancelledFailure();
    }
    return run;
}

RunPairs pairsOf(const RunForecasts &forecasts, int step, int site, double limit)
{
    auto pairs = std::make_shared<ScatterData>();
    pairs->unit = forecasts.unit;
    const auto sites = std::size_t(forecasts.sites.size());
    const auto horizon = std::size_t(forecasts.shape.horizon);
    RunPairs result;
    result.events.limit = limit;
    for (std::size_t window = 0; window < std::size_t(forecasts.windows); ++window) {
        for (std::size_t each = 0; each < sites; ++each) {
            if (site >= 0 && each != std::size_t(site))
                continue;
            const std::size_t i = (window * horizon + std::size_t(step)) * sites + each;
            const float came = forecasts.observed[i];
            const float said = forecasts.medians[i];
            pairs->x.push_back(came);
            pairs->y.push_back(said);
            if (!std::isfinite(came) || !std::isfinite(said))
                continue;
            const bool event = double(came) > limit;
            const bool warned = double(said) > limit;
            result.events.hits += event && warned ? 1 : 0;
            result.events.misses += event && !warned ? 1 : 0;
            result.events.falseAlarms += !event && warned ? 1 : 0;
        }
    }
    result.statistics = modelStatistics(pairs->y, pairs->x);
    result.pairs = std::move(pairs);
    return result;
}

} // namespace belvedere::ui
