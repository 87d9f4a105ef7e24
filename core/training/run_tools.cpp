// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/run_tools.h"

#include "data/store/stored_history.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

/// A kept run with its model and its data as it is today.
struct LoadedRun
{
    RunRecord record;
    std::unique_ptr<Forecaster> model;
    std::shared_ptr<const ChannelHistory> history;
    Split split;
};

Result<LoadedRun> loadRun(
    const std::shared_ptr<Store> &store, const ForecasterFactory &factory, const QString &runId)
{
    const RunArchive archive(store);
    LoadedRun run;
    BV_TRY(run.record, archive.run(runId));
    BV_TRY(const ModelState state, archive.model(runId));
    BV_TRY(run.model, factory.load(state));
    const ModelSpec &spec = run.model->spec();
    BV_TRY(const Dataset dataset, store->dataset(spec.dataset));
    BV_TRY(run.history, storedHistory(*store, dataset, spec.channel, spec.siteCodes));
    BV_TRY(
        run.split, chronologicalSplit(run.history->axis.count, spec.shape, run.record.spec.split));
    return run;
}

/// Windows by the last step of their inputs, so that models of different histories compare.
StepRange lastInputs(const LoadedRun &run)
{
    const ForecastShape &shape = run.model->spec().shape;
    const int first = run.split.test.lastInputStep(0, shape);
    return {first, first + run.split.test.count};
}

/// Whether the test part is the one that the run was scored on. A hash would not tell for runs of
/// older versions of the program, which hashed less.
bool sameFigures(const ErrorFigures &now, const ErrorFigures &then)
{
    constexpr double kRounding = 1e-4;
    return now.observed == then.observed && std::abs(now.mae - then.mae) <= kRounding * then.mae;
}

} // namespace

Result<RunAnalysis> analyseRun(std::shared_ptr<Store> store, const ForecasterFactory &factory,
    const QString &runId, const TaskContext &context)
{
    RunArchive archive(store);
    BV_TRY(std::optional<RunAnalysis> kept, archive.analysis(runId));
    if (kept)
        return std::move(*kept);
    BV_TRY(const LoadedRun run, loadRun(store, factory, runId));
    BV_TRY(RunAnalysis analysis,
        analyseForecaster(*run.model, *run.history, run.split.train, run.split.test, context));
    if (!sameFigures(analysis.metrics.all, run.record.test.all))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The data of run %1 has changed since it was trained, so its test part is another "
                "one. Train again to see where the model errs."),
            {runId});
    BV_TRY_VOID(archive.setAnalysis(runId, analysis));
    return analysis;
}

Result<Significance> compareRuns(std::shared_ptr<Store> store, const ForecasterFactory &factory,
    const QString &runId, const QString &rivalId, const TaskContext &context)
{
    BV_TRY(const LoadedRun run, loadRun(store, factory, runId));
    BV_TRY(const LoadedRun rival, loadRun(store, factory, rivalId));
    const ModelSpec &spec = run.model->spec();
    if (spec.dataset != rival.model->spec().dataset || spec.channel != rival.model->spec().channel)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Run %1 forecasts %2 of data set %3, run %4 forecasts %5 of data set %6. Choose "
                "two runs of the same data."),
            {runId, spec.channel, spec.dataset, rivalId, rival.model->spec().channel,
                rival.model->spec().dataset});
    const StepRange own = lastInputs(run);
    const StepRange other = lastInputs(rival);
    const int begin = std::max(own.begin, other.begin);
    const int end = std::min(own.end, other.end);
    if (begin >= end)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "The test parts of runs %1 and %2 have no time in common."),
            {runId, rivalId});
    const WindowRange windows{begin - spec.shape.history + 1, end - begin};
    BV_TRY(Significance significance,
        compareForecasters(*run.model, *rival.model, *run.history, windows, context));
    significance.rival = rivalId;
    return significance;
}

} // namespace belvedere
