// SPDX-License-Identifier: GPL-3.0-or-later
// What the largest preset of the city model costs where there is no graphics card: making it,
// writing it, reading it, a forecast of 20 sites. As JSON; exit status 1 if the model that was
// read forecasts anything else. Usage: bench_large_model [PRESET] [--threads T]
#include "models/catalog/model_catalog.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QTemporaryFile>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <sys/resource.h>

using namespace belvedere;

namespace {

constexpr int kSites = 20;
constexpr int kSteps = 2016; // a week of five minutes

std::shared_ptr<const ChannelHistory> wave()
{
    auto history = std::make_shared<ChannelHistory>();
    history->channel = {QStringLiteral("speed"), QStringLiteral("km/h")};
    history->axis = {0, 5 * kMsPerMinute, kSteps};
    for (int site = 0; site < kSites; ++site)
        history->siteCodes.push_back(QString::number(site));
    for (int step = 0; step < kSteps; ++step) {
        history->minuteOfWeek.push_back(minuteOfWeek(history->axis.at(step), history->zone));
        for (int site = 0; site < kSites; ++site)
            history->values.push_back(float(60.0 + 20.0 * std::sin(step / 45.0 + site)));
    }
    return history;
}

template <class T> T orFail(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().message()));
    return std::move(*result);
}

double residentGb()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return double(usage.ru_maxrss) / 1e6; // kB
}

ModelSpec specOf(const QString &preset, const ChannelHistory &history)
{
    ModelSpec spec;
    spec.kind = QStringLiteral("city");
    spec.channel = history.channel.key;
    spec.siteCodes = history.siteCodes;
    spec.shape.stepMs = history.axis.stepMs;
    for (const auto &kind : modelCatalog().kinds()) {
        for (const OptionPreset &size : kind.presets) {
            if (kind.kind == spec.kind && size.name == preset)
                spec.options = size.options;
        }
    }
    if (spec.options.isEmpty())
        qFatal("There is no preset \"%s\".", qPrintable(preset));
    return spec;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("threads"), {}, QStringLiteral("T"), QStringLiteral("1")});
    parser.process(app);
    TaskContext context;
    context.threads = parser.value(QStringLiteral("threads")).toInt();
    const auto history = wave();
    const ModelSpec spec =
        specOf(parser.positionalArguments().value(0, QStringLiteral("large")), *history);

    QJsonObject report;
    QElapsedTimer clock;
    const auto note = [&](const char *what) {
        report.insert(
            QLatin1String(what) + QLatin1String("Seconds"), double(clock.elapsed()) / 1e3);
        report.insert(QLatin1String(what) + QLatin1String("PeakGb"), residentGb());
        clock.restart();
    };
    clock.start();
    auto model = orFail(modelCatalog().create(spec));
    if (const auto begun = model->begin({history, {0, 1500}}, 1, 1); !begun)
        qFatal("%s", qPrintable(begun.error().message()));
    note("make");
    const std::vector<int> lastSteps = {1900};
    const std::vector<float> before = orFail(model->forecastWindows(*history, lastSteps, context));
    note("forecast");
    QTemporaryFile file;
    {
        const ModelState state = model->state();
        report.insert(QStringLiteral("parameters"), state.parameterCount());
        model.reset();
        const QByteArray bytes = toSafetensors(state);
        if (!file.open() || file.write(bytes) != bytes.size() || !file.flush())
            qFatal("%s", qPrintable(file.errorString()));
        report.insert(QStringLiteral("fileMb"), double(bytes.size()) / 1e6);
    }
    note("save");
    file.seek(0);
    const auto loaded = orFail(modelCatalog().load(orFail(fromSafetensors(file.readAll()))));
    note("load");
    const std::vector<float> after = orFail(loaded->forecastWindows(*history, lastSteps, context));
    note("loadedForecast");
    const bool same = before.size() == after.size()
        && std::memcmp(before.data(), after.data(), before.size() * sizeof(float)) == 0;
    report.insert(QStringLiteral("same"), same);
    std::printf("%s", QJsonDocument(report).toJson().constData());
    return same ? 0 : 1;
}
