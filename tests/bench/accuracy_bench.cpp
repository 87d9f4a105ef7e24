// SPDX-License-Identifier: GPL-3.0-or-later
// How well models forecast real data: trains, and prints one line a seed. See docs/results.md.
// Usage: bench_accuracy DATA SET MODEL [seeds=1,2,3] [epochs=N] [option=value …] [partners=SET,…]
//        DATA is the folder of the data, SET one of those in bench_sets.cpp. until=SHARE leaves
//        the rest of the data untouched: what is chosen there says nothing about the test part.
//        events=LIMIT adds what the mean forecasts are worth, how well they warn, and how well
//        alarms do whose probability was chosen on the validation part. every=N tests every N-th
//        window alone, for slow models, without baselines.
#include "bench_sets.h"
#include "mean_figures.h"

#include "models/catalog/model_catalog.h"

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace belvedere;

namespace {

constexpr int kSteps[] = {1, 3, 6, 12, 24, 48, 72}; // ahead

void print(const EventMetrics &event)
{
    for (const int step : kSteps) {
        if (step > int(event.horizons.size()))
            continue;
        const auto i = std::size_t(step - 1);
        const EventCounts &counts = event.horizons[i].counts;
        std::printf(
            "  alarms, %d steps ahead: above %.0f at %.2f: CSI %.1f %% POD %.1f %% FAR %.1f "
            "%% Brier %.4f\n",
            step, event.above, event.alarmAt[i], 100.0 * counts.csi(), 100.0 * counts.pod(),
            100.0 * counts.far(), event.horizons[i].brier);
    }
}

void print(const ForecastMetrics &metrics)
{
    std::printf("  test MAE %.3f RMSE %.3f WAPE %.2f %% CRPS %.3f 80 %% band %.1f %%\n ",
        metrics.all.mae, metrics.all.rmse, metrics.all.wape, metrics.all.crps,
        100.0 * metrics.all.coverage);
    for (const int step : kSteps) {
        if (step > int(metrics.horizons.size()))
            continue;
        const ErrorFigures &h = metrics.horizons[std::size_t(step - 1)];
        std::printf(" | step %d: %.3f / %.3f, %.1f %%", step, h.mae, h.rmse, 100.0 * h.coverage);
    }
    std::printf("\n");
}

void print(const TrainOutcome &outcome, double cpuSeconds)
{
    const RunRecord &run = outcome.record;
    std::printf("%s %s seed %d: %d epochs (best %d), %lld parameters, %.0f s wall, %.0f s CPU\n"
                "  validation MAE %.4f\n",
        qPrintable(run.spec.dataset), qPrintable(run.spec.model), int(run.spec.seed),
        int(run.epochs.size()), run.bestEpoch, run.parameters, run.seconds, cpuSeconds,
        run.validation.mae);
    if (!run.test.horizons.empty())
        print(run.test);
    for (const auto &[kind, metrics] : run.baselines)
        std::printf("  %-12s MAE %.3f RMSE %.3f WAPE %.2f %%\n", qPrintable(kind), metrics.all.mae,
            metrics.all.rmse, metrics.all.wape);
    for (const EventMetrics &event : run.test.events)
        print(event);
    std::fflush(stdout);
}

/// What the run itself does not tell.
Result<> testFurther(
    const TrainOutcome &outcome, const ChannelHistory &history, const BenchArguments &asked)
{
    BV_TRY(const auto model, modelCatalog().load(outcome.model));
    BV_TRY(const Split split,
        chronologicalSplit(history.axis.count, model->spec().shape, asked.spec.split));
    if (asked.every > 0) {
        BV_TRY(const ForecastMetrics metrics,
            evaluateForecaster(*model, history, split.test, {}, asked.every));
        print(metrics);
    }
    for (const double limit : asked.spec.eventsAbove) {
        BV_TRY(const auto figures,
            meanFigures(*model, history, split.test, limit, std::max(1, asked.every)));
        printMeanFigures(figures, limit);
    }
    return {};
}

Result<> bench(const QStringList &arguments)
{
    const std::vector<BenchSet> sets = benchSets(arguments[1]);
    BV_TRY(const BenchSet *set, benchSet(sets, arguments[2]));
    BV_TRY(BenchArguments asked, benchArguments(*set, arguments[3], arguments.mid(4)));
    TrainInputs inputs;
    for (const QString &name : asked.partners) {
        BV_TRY(const BenchSet *partner, benchSet(sets, name));
        BV_TRY(auto history, loadBenchSet(*partner));
        asked.spec.partners.push_back({history->dataset, history->channel.key});
        inputs.partners.push_back(std::move(history));
    }
    BV_TRY(inputs.history, loadBenchSet(*set));
    inputs.scoring = asked.every > 0 ? Scoring::Validation : Scoring::Full;
    if (asked.until < 1.0)
        inputs.history = firstSteps(*inputs.history, int(asked.until * inputs.history->axis.count));
    for (const std::uint64_t seed : asked.seeds) {
        asked.spec.seed = seed;
        const std::clock_t start = std::clock();
        BV_TRY(const TrainOutcome outcome, trainForecaster(asked.spec, inputs, modelCatalog()));
        const double cpu = double(std::clock() - start) / CLOCKS_PER_SEC;
        print(outcome, cpu);
        BV_TRY_VOID(testFurther(outcome, *inputs.history, asked));
        for (const TrainOutcome &partner : outcome.partners)
            print(partner, cpu);
    }
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    if (argc < 4) {
        std::fprintf(
            stderr, "usage: bench_accuracy DATA SET MODEL [seeds=1,2,3] [option=value …]\n");
        return 2;
    }
    const Result<> done = bench(arguments);
    if (!done)
        std::fprintf(stderr, "%s\n", qPrintable(done.error().message()));
    return done ? 0 : 1;
}
