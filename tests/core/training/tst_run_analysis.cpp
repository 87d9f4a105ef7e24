// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/run_analysis.h"

#include "base/random.h"
#include "support/scripted_forecaster.h"

#include <QJsonDocument>
#include <QTest>

using namespace belvedere;

class tst_RunAnalysis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameFiguresAsTheScore();
    void partsAddUp();
    void findsTheBadHour();
    void calibrationOfKnownErrors();
    void worstCaseIsThePlantedOne();
    void jsonRoundTrip();
    void damagedJson_data();
    void damagedJson();
    void handsPiecesOn();
    void windowsPastTheEnd();
};

constexpr int kDay = 288;

static test::ScriptedForecaster modelFor(const ChannelHistory &history, float bias = 0.0F)
{
    ModelSpec spec;
    spec.kind = QStringLiteral("scripted");
    spec.siteCodes = history.siteCodes;
    return {spec, bias};
}

/// Two weeks of three noisy sites with gaps.
static std::shared_ptr<ChannelHistory> noisy()
{
    Random random(7);
    return test::historyOf(14 * kDay, 3, [&random](int step, int site) {
        const double value = 50 + 5 * site + 10 * std::sin(step * 0.02) + random.normal();
        return random.uniform() < 0.05 ? double(kMissing) : value;
    });
}

static Result<RunAnalysis> analysed(const ChannelHistory &history, float bias = 0.25F)
{
    return analyseForecaster(
        modelFor(history, bias), history, {0, 9 * kDay}, {10 * kDay, 3 * kDay});
}

void tst_RunAnalysis::sameFiguresAsTheScore()
{
    const auto history = noisy();
    const Result<RunAnalysis> analysis = analysed(*history);
    QVERIFY(analysis);
    const Result<ForecastMetrics> metrics =
        evaluateForecaster(modelFor(*history, 0.25F), *history, {10 * kDay, 3 * kDay});
    QVERIFY(metrics);
    QCOMPARE(analysis->metrics.toJson(), metrics->toJson());
    QCOMPARE(analysis->windows, 3 * kDay);
    QCOMPARE(analysis->from, history->axis.at(10 * kDay + 12));
    QCOMPARE(analysis->to, history->axis.at(13 * kDay + 22));
}

// Every value is in one site, one hour, one weekday and at most one regime.
void tst_RunAnalysis::partsAddUp()
{
    const auto history = noisy();
    const Result<RunAnalysis> analysis = analysed(*history);
    QVERIFY(analysis);
    const ErrorFigures &all = analysis->metrics.all;
    const auto check = [&all](const std::vector<ErrorFigures> &parts) {
        qint64 observed = 0;
        double absolute = 0.0;
        for (const ErrorFigures &part : parts) {
            observed += part.observed;
            absolute += part.observed > 0 ? part.mae * double(part.observed) : 0.0;
        }
        return observed == all.observed
            && std::abs(absolute / double(all.observed) - all.mae) < 1e-9;
    };
    std::vector<ErrorFigures> sites;
    for (const SiteErrors &site : analysis->sites)
        sites.push_back(site.figures);
    std::vector<ErrorFigures> hours;
    for (const ForecastMetrics &hour : analysis->hours)
        hours.push_back(hour.all);
    std::vector<ErrorFigures> regimes;
    for (const RegimeErrors &regime : analysis->regimes)
        regimes.push_back(regime.metrics.all);
    QVERIFY(check(sites));
    QVERIFY(check(hours));
    QVERIFY(check(analysis->weekdays));
    QVERIFY(check(regimes));
    QCOMPARE(hours.size(), std::size_t{24});
    QCOMPARE(analysis->hours[0].horizons.size(), std::size_t{12});
}

// Constant but for site 1 between 17 and 18 o'clock, where the last value is useless.
void tst_RunAnalysis::findsTheBadHour()
{
    auto history = test::historyOf(14 * kDay, 2, [](int, int) { return 50.0; });
    for (int step = 0; step < history->axis.count; ++step) {
        const int minute = history->minuteOfWeekAt(step) % kMinutesPerDay;
        if (minute / 60 == 17)
            history->values[static_cast<std::size_t>(2 * step + 1)] = step % 2 == 0 ? 40.0F : 60.0F;
    }
    const Result<RunAnalysis> analysis = analysed(*history, 0.0F);
    QVERIFY(analysis);
    QCOMPARE(analysis->sites[0].figures.mae, 0.0);
    QVERIFY(analysis->sites[1].figures.mae > 0.5);
    QCOMPARE(analysis->sites[1].worstHours.front(), 17);
    QVERIFY(analysis->sites[1].worstHours.size() <= 3);
    for (std::size_t hour = 0; hour < 24; ++hour)
        QVERIFY2(hour == 17 || hour == 18 ? analysis->hours[hour].all.mae > 1.0
                                          : analysis->hours[hour].all.mae == 0.0,
            qPrintable(QString::number(hour)));
}

// The forecast is 50 with all lower quantiles 49 and all upper ones 51; truth is 48.5, 49.5, 50.5
// and 51.5 in turn: a quarter lies at or below 49, half at or below 50, three quarters at 51.
void tst_RunAnalysis::calibrationOfKnownErrors()
{
    auto history = test::historyOf(14 * kDay, 1, [](int step, int) { return 48.5 + step % 4; });
    ModelSpec spec;
    spec.siteCodes = history->siteCodes;
    class Fixed : public test::ScriptedForecaster
    {
    public:
        using ScriptedForecaster::ScriptedForecaster;
        Result<std::vector<float>> forecastWindows(const ChannelHistory &,
            const std::vector<int> &lastSteps, const TaskContext &) const override
        {
            std::vector<float> values;
            for (std::size_t i = 0; i < lastSteps.size() * 12; ++i) {
                for (const double level : spec().shape.quantiles)
                    values.push_back(level < 0.5 ? 49.0F : level > 0.5 ? 51.0F : 50.0F);
            }
            return values;
        }
    };
    const Result<RunAnalysis> analysis =
        analyseForecaster(Fixed(spec, 0.0F), *history, {0, 9 * kDay}, {10 * kDay, 3 * kDay});
    QVERIFY(analysis);
    QCOMPARE(analysis->calibration.size(), spec.shape.quantiles.size());
    for (const CalibrationPoint &point : analysis->calibration) {
        const double wanted = point.level < 0.5 ? 0.25 : point.level > 0.5 ? 0.75 : 0.5;
        QVERIFY2(std::abs(point.share - wanted) < 1e-3, qPrintable(QString::number(point.share)));
    }
}

void tst_RunAnalysis::worstCaseIsThePlantedOne()
{
    auto history = noisy();
    const int planted = 11 * kDay + 100;
    for (int step = planted; step < planted + 12; ++step)
        history->values[static_cast<std::size_t>(3 * step + 2)] = 500.0F;
    const Result<RunAnalysis> analysis = analysed(*history);
    QVERIFY(analysis);
    QCOMPARE(analysis->worst.size(), std::size_t{100});
    // All 12 steps are wrong when it is issued right before the jump or right before its end.
    std::vector<UtcMs> issued;
    for (const std::size_t i : {0, 1}) {
        QVERIFY(analysis->worst[i].site == SiteId(2));
        QVERIFY(analysis->worst[i].mae > 400.0);
        issued.push_back(analysis->worst[i].issued);
    }
    std::sort(issued.begin(), issued.end());
    QCOMPARE(issued,
        (std::vector<UtcMs>{history->axis.at(planted - 1), history->axis.at(planted + 11)}));
    for (std::size_t i = 0; i < analysis->worst.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const WorstCase &a = analysis->worst[i];
            const WorstCase &b = analysis->worst[j];
            QVERIFY(b.mae >= a.mae);
            QVERIFY(
                !(a.site == b.site) || std::abs(a.issued - b.issued) >= 12 * history->axis.stepMs);
        }
    }
}

void tst_RunAnalysis::jsonRoundTrip()
{
    const Result<RunAnalysis> before = analysed(*noisy());
    QVERIFY(before);
    const QByteArray text = QJsonDocument(before->toJson()).toJson(QJsonDocument::Compact);
    const Result<RunAnalysis> after = RunAnalysis::fromJson(QJsonDocument::fromJson(text).object());
    QVERIFY2(after, after ? "" : qPrintable(after.error().message()));
    QCOMPARE(after->toJson(), before->toJson());
    QCOMPARE(after->siteCodes, before->siteCodes);
    QCOMPARE(after->shape.quantiles, before->shape.quantiles);
    QVERIFY(after->regimes[2].regime == Regime::Incident);
    QVERIFY(text.size() < 300'000); // small enough to be read at once
}

void tst_RunAnalysis::damagedJson_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"metrics", "sites", "hours", "weekdays", "regimes", "calibration",
             "worst", "from", "horizon"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void tst_RunAnalysis::damagedJson()
{
    QFETCH(const QString, field);
    static const QJsonObject whole = analysed(*noisy())->toJson();
    QVERIFY(RunAnalysis::fromJson(whole));
    QJsonObject json = whole;
    json.remove(field);
    QVERIFY(!RunAnalysis::fromJson(json));
    json[field] = QStringLiteral("nonsense");
    QVERIFY(!RunAnalysis::fromJson(json));
}

void tst_RunAnalysis::handsPiecesOn()
{
    const auto history = noisy();
    std::size_t windows = 0;
    const auto count = [&windows](const ForecastPiece &piece) -> Result<> {
        windows += piece.lastSteps.size();
        return {};
    };
    QVERIFY(analyseForecaster(
        modelFor(*history), *history, {0, 9 * kDay}, {10 * kDay, 500}, {}, count));
    QCOMPARE(windows, std::size_t{500});
    const auto refuse = [](const ForecastPiece &) -> Result<> {
        return failure(Errc::Model, "No.");
    };
    const Result<RunAnalysis> refused = analyseForecaster(
        modelFor(*history), *history, {0, 9 * kDay}, {10 * kDay, 500}, {}, refuse);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Errc::Model);
}

void tst_RunAnalysis::windowsPastTheEnd()
{
    const auto history = noisy();
    for (const WindowRange windows :
        {WindowRange{13 * kDay, 2 * kDay}, WindowRange{-1, 5}, WindowRange{10 * kDay, 0}}) {
        const auto analysis =
            analyseForecaster(modelFor(*history), *history, {0, 9 * kDay}, windows);
        QVERIFY(!analysis);
        QCOMPARE(analysis.error().code, Errc::Shape);
    }
}

QTEST_GUILESS_MAIN(tst_RunAnalysis)
#include "tst_run_analysis.moc"
