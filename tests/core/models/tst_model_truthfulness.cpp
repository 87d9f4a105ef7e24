// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/neural_forecaster.h"

#include "base/random.h"
#include "core/models/histories.h"

#include <QFile>

#include <algorithm>

using namespace belvedere;

namespace {

constexpr double kBlankedShare = 0.2;
constexpr int kEpochs = 3;
constexpr int kEveryWindow = 7; // of the test part: no time of day is left out

/// METR-LA's 20 sensors, where 0 stands for "missing"; null if the set is not here.
std::shared_ptr<const ChannelHistory> metrLa()
{
    QFile file(qEnvironmentVariable(
                   "BELVEDERE_DATA", QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data"))
        + QLatin1String("/traffic/metr_la_20/speed_mph_5min.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return nullptr;
    const qsizetype sites = file.readLine().count(',');
    std::vector<float> values;
    while (!file.atEnd()) {
        const QList<QByteArray> fields = file.readLine().trimmed().split(',');
        for (qsizetype site = 1; site <= sites; ++site) {
            const float value = fields.value(site).toFloat();
            values.push_back(value == 0.0F ? kMissing : value);
        }
    }
    const int steps = int(values.size()) / int(sites);
    return historyOf(steps, int(sites),
        [&](int step, int site) { return values[std::size_t(step * int(sites) + site)]; });
}

ModelSpec smallSpec(const ChannelHistory &history)
{
    ModelSpec spec = specOf(QStringLiteral("neural"), history);
    const auto kinds = NeuralForecaster::kinds();
    const auto kind = std::find_if(
        kinds.begin(), kinds.end(), [&](const auto &k) { return k.kind == spec.kind; });
    spec.options = *completeOptions(spec.kind, kind->options,
        {{QStringLiteral("hidden"), 48}, {QStringLiteral("layers"), 2},
            {QStringLiteral("samplesPerEpoch"), 20000}});
    return spec;
}

/// Of the median, against what was observed.
double meanError(const ForecastShape &shape, const ChannelHistory &truth,
    const std::vector<int> &lastSteps, const std::vector<float> &forecasts)
{
    const auto sites = std::size_t(truth.siteCount());
    const std::size_t levels = shape.quantiles.size();
    const std::size_t ofWindow = std::size_t(shape.horizon) * sites;
    double sum = 0.0;
    double count = 0.0;
    for (std::size_t i = 0; i < forecasts.size() / levels; ++i) {
        const int step = lastSteps[i / ofWindow] + 1 + int(i % ofWindow / sites);
        const float observed = truth.row(step)[i % sites];
        if (std::isnan(observed))
            continue;
        sum += std::abs(double(forecasts[i * levels + levels / 2] - observed));
        count += 1.0;
    }
    return sum / count;
}

} // namespace

/// What a model promises of real data; it was hardly trained, for these promises do not hang on
/// how good it is.
class tst_ModelTruthfulness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void beatsStandingStill();
    void livesWithBlankedInputs();
    void warmStartWithoutLearningIsTheSameModel();

private:
    std::shared_ptr<const ChannelHistory> m_history;
    WindowRange m_train;
    std::vector<int> m_lastSteps; // of the test part
    std::unique_ptr<NeuralForecaster> m_model;
    std::vector<float> m_forecasts;
};

void tst_ModelTruthfulness::initTestCase()
{
    m_history = metrLa();
    if (!m_history)
        QSKIP("METR-LA is not here; set BELVEDERE_DATA to the folder of the data sets.");
    const ForecastShape shape;
    const int windows = m_history->axis.count - shape.history - shape.horizon + 1;
    m_train = {0, windows * 7 / 10};
    const WindowRange test{windows * 8 / 10, windows - windows * 8 / 10};
    for (int window = 0; window < test.count; window += kEveryWindow)
        m_lastSteps.push_back(test.lastInputStep(window, shape));
    auto model = NeuralForecaster::create(smallSpec(*m_history));
    VERIFY_RESULT(model);
    m_model = std::move(*model);
    VERIFY_RESULT(m_model->begin({m_history, m_train}, 1, kEpochs));
    for (int epoch = 0; epoch < kEpochs; ++epoch)
        VERIFY_RESULT(m_model->fitEpoch({}));
    const auto forecasts = m_model->forecastWindows(*m_history, m_lastSteps);
    VERIFY_RESULT(forecasts);
    m_forecasts = *forecasts;
}

// 5.44 is the error of the last reading (tst_published_floors); a model that does no better would
// make the other promises worthless.
void tst_ModelTruthfulness::beatsStandingStill()
{
    const double error = meanError(m_model->spec().shape, *m_history, m_lastSteps, m_forecasts);
    QVERIFY2(error < 4.2, qPrintable(QString::number(error)));
}

void tst_ModelTruthfulness::livesWithBlankedInputs()
{
    Random random(20);
    ChannelHistory blanked = *m_history;
    for (float &value : blanked.values) {
        if (random.uniform() < kBlankedShare)
            value = kMissing;
    }
    const auto forecasts = m_model->forecastWindows(blanked, m_lastSteps);
    VERIFY_RESULT(forecasts);
    const ForecastShape &shape = m_model->spec().shape;
    const double whole = meanError(shape, *m_history, m_lastSteps, m_forecasts);
    const double gaps = meanError(shape, *m_history, m_lastSteps, *forecasts);
    QVERIFY2(gaps < 1.1 * whole, qPrintable(QStringLiteral("%1 %2").arg(whole).arg(gaps)));
    QVERIFY(gaps > whole); // the readings were of use
}

void tst_ModelTruthfulness::warmStartWithoutLearningIsTheSameModel()
{
    auto heir = NeuralForecaster::create(smallSpec(*m_history));
    VERIFY_RESULT(heir);
    VERIFY_RESULT((*heir)->begin({m_history, m_train}, 2, kEpochs));
    VERIFY_RESULT((*heir)->warmStart(m_model->state()));
    const auto forecasts = (*heir)->forecastWindows(*m_history, m_lastSteps);
    VERIFY_RESULT(forecasts);
    QVERIFY(sameBits(*forecasts, m_forecasts));
}

QTEST_GUILESS_MAIN(tst_ModelTruthfulness)
#include "tst_model_truthfulness.moc"
