// SPDX-License-Identifier: GPL-3.0-or-later
// What learning carries over: to sites that were left out, and to one more week.
// Usage: bench_transfer DATA sites SET MODEL [seeds=1,2,3] [epochs=N] [option=value …]
//        Every fifth site is left out of training. It is then forecast by what was learned from
//        the others and one week of its own, without a step of training; beside the seasonal mean
//        of that week and a model that was trained on all sites and the whole time.
//        bench_transfer DATA week SET MODEL [budget=SECONDS] …
//        A model that ends a week before the test part goes on with that week, beside one that
//        begins anew.
#include "bench_sets.h"

#include "models/catalog/model_catalog.h"
#include "training/forecast_metrics.h"

#include <algorithm>
#include <cstdio>
#include <limits>
#include <set>

using namespace belvedere;

namespace {

constexpr std::size_t kLeftOut = 5; // every fifth site
constexpr int kFewEpochs = 2;

using Sites = std::set<QString>;

/// Scores some of the sites alone.
Result<ForecastMetrics> score(const Forecaster &model, const ChannelHistory &history,
    WindowRange windows, const Sites &sites, int threads)
{
    const ForecastShape &shape = model.spec().shape;
    ForecastScore sums(shape);
    TaskContext context;
    context.threads = threads;
    const auto count = history.siteCodes.size();
    const auto horizon = static_cast<std::size_t>(shape.horizon);
    const std::size_t window = horizon * count * shape.quantiles.size();
    std::vector<float> truth(horizon * count);
    BV_TRY_VOID(forecastInPieces(
        model, history, windows, context, 1, [&](const ForecastPiece &piece) -> Result<> {
            for (std::size_t w = 0; w < piece.lastSteps.size(); ++w) {
                for (std::size_t i = 0; i < truth.size(); ++i) {
                    const bool scored = sites.count(history.siteCodes[i % count]) > 0;
                    const int step = piece.lastSteps[w] + 1 + int(i / count);
                    truth[i] = scored ? history.row(step)[i % count]
                                      : std::numeric_limits<float>::quiet_NaN();
                }
                sums.add(truth.data(), piece.values.data() + w * window, int(count));
            }
            return {};
        }));
    return sums.metrics();
}

void print(const char *what, const ForecastMetrics &metrics)
{
    std::printf("  %-44s MAE %.3f RMSE %.3f WAPE %.1f %% 80 %% band %.1f %%\n", what,
        metrics.all.mae, metrics.all.rmse, metrics.all.wape, 100.0 * metrics.all.coverage);
    std::fflush(stdout);
}

int stepsPerWeek(const ChannelHistory &history)
{
    return static_cast<int>(7 * kMsPerDay / history.axis.stepMs);
}

Result<TrainOutcome> train(const TrainSpec &spec, std::shared_ptr<const ChannelHistory> history,
    std::optional<Split> split = {}, std::optional<ModelState> startFrom = {})
{
    TrainInputs inputs;
    inputs.history = std::move(history);
    inputs.split = split;
    inputs.startFrom = std::move(startFrom);
    inputs.scoring = Scoring::Test;
    return trainForecaster(spec, std::move(inputs), modelCatalog());
}

/// The model of `trained` for all sites of `history`, of which it learns no more than the scales
/// and usual patterns of `week`.
Result<std::unique_ptr<TrainableForecaster>> carriedOver(const ModelState &trained,
    const std::shared_ptr<const ChannelHistory> &history, WindowRange week)
{
    ModelSpec spec = trained.spec;
    spec.siteCodes = history->siteCodes;
    BV_TRY(auto model, modelCatalog().create(spec));
    BV_TRY_VOID(model->begin({history, week, {}}, 1, 1));
    BV_TRY_VOID(model->warmStart(trained));
    return model;
}

Result<> newSites(const BenchSet &set, BenchArguments asked)
{
    BV_TRY(const auto history, loadBenchSet(set));
    std::vector<QString> kept;
    Sites left;
    for (std::size_t i = 0; i < history->siteCodes.size(); ++i) {
        if (i % kLeftOut == kLeftOut / 2)
            left.insert(history->siteCodes[i]);
        else
            kept.push_back(history->siteCodes[i]);
    }
    BV_TRY(const auto others, loadBenchSet(set, kept));
    for (const std::uint64_t seed : asked.seeds) {
        TrainSpec &spec = asked.spec;
        spec.seed = seed;
        BV_TRY(const TrainOutcome without, train(spec, others));
        BV_TRY(const TrainOutcome with, train(spec, history));
        const ForecastShape &shape = without.model.spec.shape;
        BV_TRY(const Split split, chronologicalSplit(history->axis.count, shape, spec.split));
        const int length = std::min(stepsPerWeek(*history), split.test.first);
        const WindowRange week{
            split.test.first - length, length - shape.history - shape.horizon + 1};
        std::printf("%s %s seed %d: %d of %d sites left out\n", set.name, qPrintable(spec.model),
            int(seed), int(left.size()), int(history->siteCodes.size()));
        BV_TRY(const auto carried, carriedOver(without.model, history, week));
        BV_TRY(const auto carriedScore, score(*carried, *history, split.test, left, spec.threads));
        print("left out, one week known", carriedScore);
        ModelSpec seasonalSpec = without.model.spec;
        seasonalSpec.kind = QStringLiteral("seasonal");
        seasonalSpec.options = {};
        seasonalSpec.siteCodes = history->siteCodes;
        BV_TRY(const auto seasonal, modelCatalog().create(seasonalSpec));
        BV_TRY_VOID(seasonal->begin({history, week, {}}, 1, 1));
        BV_TRY_VOID(seasonal->fitEpoch({}));
        BV_TRY(
            const auto seasonalScore, score(*seasonal, *history, split.test, left, spec.threads));
        print("seasonal mean of that week", seasonalScore);
        BV_TRY(const auto full, modelCatalog().load(with.model));
        BV_TRY(const auto fullScore, score(*full, *history, split.test, left, spec.threads));
        print("trained on all sites and the whole time", fullScore);
    }
    return {};
}

/// The split with the last `weeks` weeks before the test part cut off.
Split cutOff(const Split &split, int steps, double validationShare)
{
    Split result = split;
    const int end = split.test.first - steps;
    const int validation = static_cast<int>(validationShare * end);
    result.train = {0, end - validation};
    result.validation = {end - validation, validation};
    return result;
}

Result<> oneWeek(const BenchSet &set, BenchArguments asked)
{
    BV_TRY(const auto history, loadBenchSet(set));
    for (const std::uint64_t seed : asked.seeds) {
        TrainSpec spec = asked.spec;
        spec.seed = seed;
        const double budget = spec.budgetSeconds;
        spec.budgetSeconds = 0.0;
        ForecastShape shape;
        shape.history = spec.history;
        shape.horizon = spec.horizon;
        BV_TRY(const Split split, chronologicalSplit(history->axis.count, shape, spec.split));
        const double share = spec.split.validation / (spec.split.train + spec.split.validation);
        const Split now = cutOff(split, 0, share);
        BV_TRY(const TrainOutcome before,
            train(spec, history, cutOff(split, stepsPerWeek(*history), share)));
        BV_TRY(const TrainOutcome anew, train(spec, history, now));
        spec.startFrom = QStringLiteral("before");
        spec.budgetSeconds = budget;
        spec.epochs = budget > 0.0 ? spec.epochs : kFewEpochs;
        BV_TRY(const TrainOutcome on, train(spec, history, now, before.model));
        std::printf("%s %s seed %d: %.0f s before, %.0f s anew, %.0f s going on (%d epochs)\n",
            set.name, qPrintable(spec.model), int(seed), before.record.seconds, anew.record.seconds,
            on.record.seconds, int(on.record.epochs.size()));
        print("without the week", before.record.test);
        print("anew, with the week", anew.record.test);
        print("going on with the week", on.record.test);
    }
    return {};
}

Result<> bench(const QStringList &arguments)
{
    const std::vector<BenchSet> sets = benchSets(arguments[1]);
    BV_TRY(const BenchSet *set, benchSet(sets, arguments[3]));
    BV_TRY(const BenchArguments asked, benchArguments(*set, arguments[4], arguments.mid(5)));
    return arguments[2] == QLatin1String("sites") ? newSites(*set, asked) : oneWeek(*set, asked);
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    if (argc < 5) {
        std::fprintf(stderr, "usage: bench_transfer DATA sites|week SET MODEL [option=value …]\n");
        return 2;
    }
    const Result<> done = bench(arguments);
    if (!done)
        std::fprintf(stderr, "%s\n", qPrintable(done.error().message()));
    return done ? 0 : 1;
}
