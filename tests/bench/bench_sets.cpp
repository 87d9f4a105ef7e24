// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench_sets.h"

#include "data/readers/import_files.h"
#include "data/resample.h"

#include <algorithm>

namespace belvedere {

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
        // Direct forecasts from three days, learned from all hours before 2016-03-01 but the last.
        {"pm25-72", beijing, "UTC+08:00", "pm2.5", 72, 24, {0.74, 0.01, 0.25}, 0},
        {"pm25-12", beijing, "UTC+08:00", "pm2.5", 12, 12, {0.65, 0.10, 0.25}, 0},
    };
}

Result<std::shared_ptr<const ChannelHistory>> loadBenchSet(
    const BenchSet &set, const std::vector<QString> &sites)
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
    return channelHistory(data.dataset, data.series, QLatin1String(set.channel), sites);
}

Result<const BenchSet *> benchSet(const std::vector<BenchSet> &sets, const QString &name)
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

std::shared_ptr<const ChannelHistory> firstSteps(const ChannelHistory &history, int steps)
{
    auto part = std::make_shared<ChannelHistory>(history);
    const auto count = static_cast<std::size_t>(std::min(steps, history.axis.count));
    part->axis.count = static_cast<int>(count);
    part->values.resize(count * history.siteCodes.size());
    part->minuteOfWeek.resize(count);
    for (auto &companion : part->companions)
        companion = firstSteps(*companion, steps);
    return part;
}

Result<BenchArguments> benchArguments(
    const BenchSet &set, const QString &model, const QStringList &arguments)
{
    BenchArguments result;
    TrainSpec &spec = result.spec;
    spec.model = model;
    spec.history = set.history;
    spec.horizon = set.horizon;
    spec.split = set.split;
    for (const QString &argument : arguments) {
        const QString key = argument.section(QLatin1Char('='), 0, 0);
        const QString value = argument.section(QLatin1Char('='), 1);
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        if (key == QLatin1String("seeds")) {
            result.seeds.clear();
            for (const QString &seed : value.split(QLatin1Char(',')))
                result.seeds.push_back(seed.toULongLong());
        } else if (key == QLatin1String("split")) {
            BV_TRY(spec.split, parseSplit(value));
        } else if (key == QLatin1String("partners"))
            result.partners = value.split(QLatin1Char(','));
        else if (key == QLatin1String("until"))
            result.until = number;
        else if (key == QLatin1String("events"))
            result.spec.eventsAbove = {number};
        else if (key == QLatin1String("every"))
            result.every = int(number);
        else if (key == QLatin1String("epochs"))
            spec.epochs = int(number);
        else if (key == QLatin1String("patience"))
            spec.patience = int(number);
        else if (key == QLatin1String("fineTune"))
            spec.fineTuneEpochs = int(number);
        else if (key == QLatin1String("history"))
            spec.history = int(number);
        else if (key == QLatin1String("horizon"))
            spec.horizon = int(number);
        else if (key == QLatin1String("threads"))
            spec.threads = int(number);
        else if (key == QLatin1String("budget"))
            spec.budgetSeconds = number;
        else
            spec.options.insert(key, isNumber ? QJsonValue(number) : QJsonValue(value));
    }
    return result;
}

} // namespace belvedere
