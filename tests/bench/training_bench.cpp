// SPDX-License-Identifier: GPL-3.0-or-later
// What learning and forecasting cost, as JSON. Usage:
//   bench_training step [--batch B] [--sites N] [--threads T] [--steps S]
//     a step of the identity MLP on the same batch: forward, back, clip, optimiser, running mean
//   bench_training epoch SPEED_CSV [--kind K] [--samples S] [--threads T]
//     an epoch on 207 sites x 34 272 steps: the file's columns and rows, repeated as often as
//     needed
//   bench_training forecast SPEED_CSV [--kind K] [--sites N] [--threads T]
//     12 steps at many sites, the file's columns repeated; the weights are the first ones, since
//     their values make no difference to the time
// training_peer.py runs the first beside PyTorch.
#include "models/neural/identity_network.h"
#include "models/neural/learner.h"
#include "models/neural/neural_forecaster.h"

#include "base/random.h"

#include <torch/torch.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace belvedere;
using namespace belvedere::neural;

namespace {

struct Cost
{
    double wallMs = 0.0;
    double cpuMs = 0.0; // of all threads
};

template <class F> Cost costOf(F work)
{
    QElapsedTimer wall;
    wall.start();
    const std::clock_t cpu = std::clock();
    work();
    return {double(wall.nsecsElapsed()) * 1e-6, double(std::clock() - cpu) / CLOCKS_PER_SEC * 1e3};
}

/// Of each time by itself.
Cost median(std::vector<Cost> costs)
{
    const auto middle = costs.begin() + std::ptrdiff_t(costs.size() / 2);
    const auto by = [&](double Cost::*member) {
        std::nth_element(costs.begin(), middle, costs.end(),
            [member](const Cost &a, const Cost &b) { return a.*member < b.*member; });
        return (*middle).*member;
    };
    const double wallMs = by(&Cost::wallMs);
    return {wallMs, by(&Cost::cpuMs)};
}

QJsonObject optionsOf(const QString &kindName, const QJsonObject &given)
{
    for (const auto &kind : NeuralForecaster::kinds()) {
        if (kind.kind == kindName) {
            if (auto options = completeOptions(kindName, kind.options, given))
                return *options;
        }
    }
    qFatal("No kind \"%s\" with these options.", qPrintable(kindName));
}

Batch randomBatch(const FeatureLayout &layout, std::int64_t rows, std::int64_t sites)
{
    Batch batch;
    batch.features = torch::randn({rows, layout.width()});
    batch.features.slice(1, layout.observed(), layout.observed() + layout.history).fill_(1.0);
    batch.identities = torch::randint(1, sites + 1, {rows}, torch::kInt64);
    batch.timesOfDay = torch::randint(0, kTimesOfDay, {rows}, torch::kInt64);
    batch.weekdays = torch::randint(0, 7, {rows}, torch::kInt64);
    return batch;
}

QJsonObject benchStep(std::int64_t rows, std::int64_t sites, int threads, int steps)
{
    at::set_num_threads(threads);
    torch::manual_seed(1);
    const ForecastShape forecast;
    const QJsonObject json = optionsOf(QStringLiteral("identity-mlp"), {});
    const LearningOptions options = LearningOptions::fromJson(json);
    const std::shared_ptr<const Head> head = quantileHead(forecast, options.pointLoss, false);
    NetworkShape shape(forecast);
    shape.sites = sites;
    shape.identities = sites + 1;
    shape.outputBias = head->initialBias();
    Learner learner(
        [&] {
            return std::make_shared<IdentityNetwork>(
                shape, IdentityNetwork::Options::fromJson(json));
        },
        head, options, 1000000, torch::kCPU);
    learner.network().train();
    const Batch batch = randomBatch(shape.layout, rows, sites);
    const auto truth = torch::randn({rows, forecast.horizon});
    const auto weights = torch::ones({rows});
    std::vector<Cost> costs;
    for (int i = 0; i < steps + 5; ++i) {
        const Cost cost = costOf([&] { (void)learner.learn(batch, truth, weights); });
        if (i >= 5) // the first ones start threads and fill caches
            costs.push_back(cost);
    }
    std::int64_t parameters = 0;
    for (const auto &parameter : learner.network().parameters())
        parameters += parameter.numel();
    const Cost cost = median(costs);
    return {{QStringLiteral("rows"), qint64(rows)}, {QStringLiteral("sites"), qint64(sites)},
        {QStringLiteral("threads"), threads}, {QStringLiteral("parameters"), qint64(parameters)},
        {QStringLiteral("step_ms"), cost.wallMs}, {QStringLiteral("step_cpu_ms"), cost.cpuMs}};
}

/// The file's columns and rows, repeated; zeros are missing.
std::shared_ptr<ChannelHistory> tiledHistory(const QString &path, int sites, int steps)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("Cannot read %s.", qPrintable(path));
    file.readLine();
    std::vector<std::vector<float>> rows;
    while (!file.atEnd()) {
        const auto fields = file.readLine().trimmed().split(',');
        auto &row = rows.emplace_back();
        for (qsizetype i = 1; i < fields.size(); ++i)
            row.push_back(fields[i].toFloat() == 0.0F ? kMissing : fields[i].toFloat());
    }
    auto history = std::make_shared<ChannelHistory>();
    history->dataset = QStringLiteral("tiled");
    history->channel = {QStringLiteral("speed"), QStringLiteral("mph")};
    history->axis = {1330560000000, 5 * kMsPerMinute, steps};
    for (int site = 0; site < sites; ++site)
        history->siteCodes.push_back(QString::number(site));
    Random random(1); // copies of a site differ a little, as neighbours do
    for (int step = 0; step < steps; ++step) {
        history->minuteOfWeek.push_back(minuteOfWeek(history->axis.at(step), history->zone));
        const auto &row = rows[static_cast<std::size_t>(step) % rows.size()];
        for (int site = 0; site < sites; ++site)
            history->values.push_back(row[static_cast<std::size_t>(site) % row.size()]
                + float(random.uniform(-1.0, 1.0)));
    }
    return history;
}

std::unique_ptr<NeuralForecaster> begun(const QString &kind,
    const std::shared_ptr<const ChannelHistory> &history, WindowRange train,
    const QJsonObject &given)
{
    ModelSpec spec;
    spec.kind = kind;
    spec.dataset = history->dataset;
    spec.channel = history->channel.key;
    spec.siteCodes = history->siteCodes;
    spec.options = optionsOf(kind, given);
    auto model = NeuralForecaster::create(spec);
    if (!model)
        qFatal("%s", qPrintable(model.error().message()));
    if (const auto result = (*model)->begin({history, train, {}}, 1, 10); !result)
        qFatal("%s", qPrintable(result.error().message()));
    return std::move(*model);
}

QJsonObject benchEpoch(const QString &path, const QString &kind, double samples, int threads)
{
    constexpr int kSites = 207;
    constexpr int kSteps = 34272;
    constexpr int kTrainWindows = 23974;
    const auto history = tiledHistory(path, kSites, kSteps);
    std::unique_ptr<NeuralForecaster> model;
    QJsonObject options;
    if (samples > 0.0)
        options.insert(QStringLiteral("samplesPerEpoch"), samples);
    const Cost begin = costOf([&] { model = begun(kind, history, {0, kTrainWindows}, options); });
    TaskContext context;
    context.threads = threads;
    const Cost epoch = costOf([&] {
        if (const auto report = model->fitEpoch(context); !report)
            qFatal("%s", qPrintable(report.error().message()));
    });
    const double drawn = std::min(double(kSites) * kTrainWindows,
        model->spec().options[QLatin1String("samplesPerEpoch")].toDouble());
    return {{QStringLiteral("kind"), kind}, {QStringLiteral("sites"), kSites},
        {QStringLiteral("steps"), kSteps}, {QStringLiteral("data"), QStringLiteral("tiled")},
        {QStringLiteral("samples"), drawn}, {QStringLiteral("threads"), threads},
        {QStringLiteral("begin_s"), begin.wallMs / 1e3},
        {QStringLiteral("begin_cpu_s"), begin.cpuMs / 1e3},
        {QStringLiteral("epoch_s"), epoch.wallMs / 1e3},
        {QStringLiteral("epoch_cpu_s"), epoch.cpuMs / 1e3},
        {QStringLiteral("samples_per_cpu_s"), drawn / epoch.cpuMs * 1e3}};
}

QJsonObject benchForecast(const QString &path, const QString &kind, int sites, int threads)
{
    constexpr int kSteps = 600;
    const auto history = tiledHistory(path, sites, kSteps);
    const auto model = begun(kind, history, {0, kSteps - 100}, {});
    TaskContext context;
    context.threads = threads;
    std::vector<Cost> costs;
    for (int i = 0; i < 8; ++i) {
        const Cost cost = costOf([&] {
            if (const auto values = model->forecastWindows(*history, {kSteps - 20 + i}, context);
                !values)
                qFatal("%s", qPrintable(values.error().message()));
        });
        if (i > 0)
            costs.push_back(cost);
    }
    const Cost cost = median(costs);
    return {{QStringLiteral("kind"), kind}, {QStringLiteral("sites"), sites},
        {QStringLiteral("data"), QStringLiteral("tiled")}, {QStringLiteral("threads"), threads},
        {QStringLiteral("forecast_ms"), cost.wallMs},
        {QStringLiteral("forecast_cpu_ms"), cost.cpuMs}};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const auto option = [&](const char *name, const char *standard) {
        parser.addOption({QString::fromLatin1(name), QString(), QStringLiteral("value"),
            QString::fromLatin1(standard)});
    };
    option("batch", "4096");
    option("sites", "0");
    option("threads", "1");
    option("steps", "30");
    option("kind", "neural");
    option("samples", "0");
    parser.process(app);
    const auto number = [&](const char *name) {
        return parser.value(QString::fromLatin1(name)).toInt();
    };
    const QStringList what = parser.positionalArguments();
    const QString path = what.value(1);
    const int sites = number("sites");
    QJsonObject result;
    if (what.value(0) == QLatin1String("step"))
        result =
            benchStep(number("batch"), sites > 0 ? sites : 207, number("threads"), number("steps"));
    else if (what.value(0) == QLatin1String("epoch") && what.size() == 2)
        result = benchEpoch(
            path, parser.value(QStringLiteral("kind")), number("samples"), number("threads"));
    else if (what.value(0) == QLatin1String("forecast") && what.size() == 2)
        result = benchForecast(path, parser.value(QStringLiteral("kind")),
            sites > 0 ? sites : 10000, number("threads"));
    else
        qFatal("Say what to measure: step, epoch SPEED_CSV or forecast SPEED_CSV.");
    std::printf("%s\n", QJsonDocument(result).toJson().constData());
    return 0;
}
