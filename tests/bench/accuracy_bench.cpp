// SPDX-License-Identifier: GPL-3.0-or-later
// How well models forecast real data: trains, and prints one line a seed. See docs/results.md.
// Usage: bench_accuracy DATA SET MODEL [seeds=1,2,3] [epochs=N] [option=value …] [partners=SET,…]
//        DATA is the folder of the data, SET one of the sets below.
#include "base/utc_time.h"
#include "data/readers/import_files.h"
#include "data/resample.h"
#include "models/catalog/model_catalog.h"
#include "training/trainer.h"

#include <QElapsedTimer>
#include <QStringList>

#include <cstdio>
#include <ctime>

using namespace belvedere;

namespace {

struct BenchSet
{
    const char *name;
    QStringList files;
    const char *zone;
    const char *channel;
    int history;
    int horizon;
    SplitShares split;
    UtcMs resampleMs; ///< 0 = as it is
};

std::vector<BenchSet> benchSets(const QString &folder)
{
    const auto at = [&](const char *file) {
        return folder + QLatin1Char('/') + QLatin1String(file);
    };
    QStringList beijing;
    for (const char *station : {"Aotizhongxin", "Changping", "Dingling", "Dongsi", "Guanyuan",
             "Gucheng", "Huairou", "Nongzhanguan", "Shunyi", "Tiantan", "Wanliu", "Wanshouxigong"})
        beijing += at("environment/beijing_prsa/PRSA_Data_") + QLatin1String(station)
            + QLatin1String("_20130301-20170228.csv");
    const QStringList aarhus = {at("traffic/aarhus/avg_speed_kmh_5min.csv"),
        at("traffic/aarhus/vehicle_count_5min.csv"), at("traffic/aarhus/links.csv")};
    const SplitShares published{0.6, 0.2, 0.2};
    return {
        {"metr-la-20",
            {at("traffic/metr_la_20/speed_mph_5min.csv"), at("traffic/metr_la_20/sensors.csv"),
                at("traffic/metr_la_20/adjacency_dcrnn.csv")},
            "UTC-08:00", "speed", 12, 12, {0.7, 0.1, 0.2}, 0},
        {"metr-la-week",
            {at("traffic/metr_la_week/speed_mph_5min.csv"), at("traffic/metr_la_week/sensors.csv")},
            "UTC-08:00", "speed", 12, 12, published, 0},
        {"pems08", {at("traffic/pems08_dev/flow_validation_part.csv")}, "UTC", "flow", 12, 12,
            published, 0},
        {"aarhus-speed", aarhus, "Europe/Copenhagen", "speed", 12, 12, published, 0},
        {"aarhus-count", aarhus, "Europe/Copenhagen", "count", 24, 1, published, kMsPerHour},
        // A quarter of the hours from 2013-03 to 2017-02: tested from 2016-03-01 on.
        {"pm25", beijing, "UTC+08:00", "pm2.5", 24, 24, {0.65, 0.10, 0.25}, 0},
        {"pm25-12", beijing, "UTC+08:00", "pm2.5", 12, 12, {0.65, 0.10, 0.25}, 0},
    };
}

Result<std::shared_ptr<const ChannelHistory>> load(const BenchSet &set)
{
    ImportOptions options;
    options.dataset = QLatin1String(set.name);
    options.zone = QTimeZone(QByteArray(set.zone));
    BV_TRY(ImportedData data, readFiles(set.files, options));
    if (set.resampleMs > 0) {
        BV_TRY(data.series, resampled(data.series, set.resampleMs));
        data.dataset.axis = data.series.axis;
        data.dataset.channels = data.series.channels;
    }
    return channelHistory(data.dataset, data.series, QLatin1String(set.channel));
}

Result<const BenchSet *> setByName(const std::vector<BenchSet> &sets, const QString &name)
{
    QStringList names;
    for (const BenchSet &set : sets) {
        if (name == QLatin1String(set.name))
            return &set;
        names += QLatin1String(set.name);
    }
    return failure(Errc::Usage, "There is no set \"%1\". There is: %2.",
        {name, names.join(QLatin1String(", "))});
}

void print(const TrainOutcome &outcome, double cpuSeconds)
{
    const RunRecord &run = outcome.record;
    const ErrorFigures &all = run.test.all;
    std::printf("%s %s seed %d: %d epochs (best %d), %lld parameters, %.0f s wall, %.0f s CPU\n"
                "  validation MAE %.4f | test MAE %.3f RMSE %.3f WAPE %.2f %% CRPS %.3f 80 %% band "
                "%.1f %%\n ",
        qPrintable(run.spec.dataset), qPrintable(run.spec.model), int(run.spec.seed),
        int(run.epochs.size()), run.bestEpoch, run.parameters, run.seconds, cpuSeconds,
        run.validation.mae, all.mae, all.rmse, all.wape, all.crps, 100.0 * all.coverage);
    for (const int step : {1, 3, 6, 12, 24}) {
        if (step <= int(run.test.horizons.size())) {
            const ErrorFigures &h = run.test.horizons[std::size_t(step - 1)];
            std::printf(" | step %d: %.3f / %.3f", step, h.mae, h.rmse);
        }
    }
    std::printf("\n");
    for (const auto &[kind, metrics] : run.baselines)
        std::printf("  %-12s MAE %.3f RMSE %.3f WAPE %.2f %%\n", qPrintable(kind), metrics.all.mae,
            metrics.all.rmse, metrics.all.wape);
    std::fflush(stdout);
}

Result<> bench(const QStringList &arguments)
{
    const std::vector<BenchSet> sets = benchSets(arguments[1]);
    BV_TRY(const BenchSet *set, setByName(sets, arguments[2]));
    TrainSpec spec;
    spec.model = arguments[3];
    spec.history = set->history;
    spec.horizon = set->horizon;
    spec.split = set->split;
    QStringList seeds = {QStringLiteral("1")};
    TrainInputs inputs;
    for (qsizetype i = 4; i < arguments.size(); ++i) {
        const QString key = arguments[i].section(QLatin1Char('='), 0, 0);
        const QString value = arguments[i].section(QLatin1Char('='), 1);
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (key == QLatin1String("seeds"))
            seeds = value.split(QLatin1Char(','));
        else if (key == QLatin1String("epochs"))
            spec.epochs = int(number);
        else if (key == QLatin1String("patience"))
            spec.patience = int(number);
        else if (key == QLatin1String("history"))
            spec.history = int(number);
        else if (key == QLatin1String("split")) {
            BV_TRY(spec.split, parseSplit(value));
        } else if (key == QLatin1String("threads"))
            spec.threads = int(number);
        else if (key == QLatin1String("partners")) {
            for (const QString &name : value.split(QLatin1Char(','))) {
                BV_TRY(const BenchSet *partner, setByName(sets, name));
                BV_TRY(auto history, load(*partner));
                spec.partners.push_back({history->dataset, history->channel.key});
                inputs.partners.push_back(std::move(history));
            }
        } else
            spec.options.insert(key, isNumber ? QJsonValue(number) : QJsonValue(value));
    }
    BV_TRY(inputs.history, load(*set));
    for (const QString &seed : seeds) {
        spec.seed = seed.toULongLong();
        const std::clock_t start = std::clock();
        BV_TRY(const TrainOutcome outcome, trainForecaster(spec, inputs, modelCatalog()));
        const double cpu = double(std::clock() - start) / CLOCKS_PER_SEC;
        print(outcome, cpu);
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
