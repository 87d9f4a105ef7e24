// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/import_files.h"
#include "models/baseline/normal_equations.h"
#include "support/verify_ok.h"

#include <QDir>
#include <QTest>

#include <array>
#include <cmath>

using namespace belvedere;

namespace {

constexpr int kStations = 12;
constexpr int kHistory = 24;
constexpr int kHorizon = 12;

QString latin(const char *text)
{
    return QString::fromUtf8(text);
}

/// Hours from the first one at which every station has measured; gaps hold the last value.
std::vector<std::array<double, kStations>> filledForward(const Series &series, int channel)
{
    std::vector<std::array<double, kStations>> hours;
    std::array<double, kStations> last;
    last.fill(std::nan(""));
    for (int step = 0; step < series.axis.count; ++step) {
        bool complete = true;
        for (std::size_t site = 0; site < kStations; ++site) {
            const auto value = static_cast<double>(series.value(step, SiteId(int(site)), channel));
            if (!std::isnan(value))
                last[site] = value;
            complete = complete && !std::isnan(last[site]);
        }
        if (complete)
            hours.push_back(last);
    }
    return hours;
}

} // namespace

/// From the files to the figures that others published for them (E. Bagis, "Beijing air quality
/// forecasting", batch multi-output): 24 h of PM2.5 at twelve stations in, 12 h out, gaps filled
/// forward, the first half of the windows to learn from, each twelfth one of the rest to test on.
class tst_PublishedRidge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twelveStations()
    {
        const QString root = qEnvironmentVariable(
            "BELVEDERE_DATA", QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data"));
        const QDir folder(QDir(root).filePath(latin("environment/beijing_prsa")));
        if (!folder.exists())
            QSKIP("The data set environment/beijing_prsa is not here.");
        QStringList files;
        for (const QString &name : folder.entryList({latin("*.csv")}, QDir::Files, QDir::Name))
            files += folder.filePath(name);
        ImportOptions options;
        options.zone = QTimeZone("Asia/Shanghai");
        const auto data = readFiles(files, options);
        VERIFY_OK(data);
        const auto hours = filledForward(data->series, data->series.channelIndex(latin("pm2.5")));

        const int windows = int(hours.size()) - kHistory - kHorizon;
        const int training = windows / 2;
        constexpr int kInputs = 1 + kHistory * kStations;
        constexpr int kTargets = kHorizon * kStations;
        const auto append = [&hours](std::vector<double> &to, int from, int count) {
            for (int hour = from; hour < from + count; ++hour)
                to.insert(
                    to.end(), hours[std::size_t(hour)].begin(), hours[std::size_t(hour)].end());
        };
        NormalEquations equations(kInputs, kTargets);
        constexpr int kBatch = 500;
        for (int first = 0; first < training; first += kBatch) {
            std::vector<double> inputs;
            std::vector<double> targets;
            for (int window = first; window < std::min(first + kBatch, training); ++window) {
                inputs.push_back(1.0);
                append(inputs, window, kHistory);
                append(targets, window + kHistory, kHorizon);
            }
            equations.add(inputs, targets);
        }
        // solve() penalises against the mean squared error, the published ridge against the sum.
        const std::vector<double> coefficients = equations.solve(1.0 / training);

        std::array<double, kStations> squares{};
        double absolute = 0.0; // of the last value
        int tested = 0;
        for (int window = training; window < windows; window += kHorizon, ++tested) {
            std::vector<double> inputs{1.0};
            std::vector<double> targets;
            append(inputs, window, kHistory);
            append(targets, window + kHistory, kHorizon);
            for (std::size_t target = 0; target < kTargets; ++target) {
                double prediction = 0.0;
                for (std::size_t i = 0; i < kInputs; ++i)
                    prediction += coefficients[target * kInputs + i] * inputs[i];
                const double miss = prediction - targets[target];
                squares[target % kStations] += miss * miss;
                absolute +=
                    std::abs(inputs[kInputs - kStations + target % kStations] - targets[target]);
            }
        }
        QStringList rmse;
        for (const double sum : squares)
            rmse += QString::number(std::sqrt(sum / (tested * kHorizon)), 'f', 2);
        QCOMPARE(rmse.join(QLatin1Char(' ')),
            latin("50.35 40.98 42.91 54.67 48.93 49.87 38.99 53.27 51.77 50.67 46.80 54.38"));
        QCOMPARE(QString::number(absolute / (tested * kTargets), 'f', 2), latin("29.31"));
    }
};

QTEST_GUILESS_MAIN(tst_PublishedRidge)
#include "tst_published_ridge.moc"
