// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/event_scores.h"

#include "base/random.h"
#include "models/exceedance.h"
#include "training/forecast_metrics.h"

#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace belvedere;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

bool near(double a, double b, double tolerance = 1e-9)
{
    return std::abs(a - b) <= tolerance;
}

ForecastShape shapeOf(int horizon)
{
    ForecastShape shape;
    shape.horizon = horizon;
    shape.quantiles = {0.1, 0.5, 0.9};
    return shape;
}

} // namespace

class tst_EventScores : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Finley's tornado forecasts of 1884, the first table of its kind (Murphy 1996).
    void finley()
    {
        const EventCounts counts{28, 23, 72, 2680};
        QVERIFY(near(counts.csi(), 0.228, 5e-4));
        QVERIFY(near(counts.pod(), 0.549, 5e-4));
        QVERIFY(near(counts.far(), 0.720, 5e-4));
        QVERIFY(near(counts.bias(), 1.961, 5e-4));
        QVERIFY(std::isnan(EventCounts{}.csi()));
        QVERIFY(std::isnan((EventCounts{0, 0, 0, 9}).far()));
    }

    /// Quantiles of a uniform distribution on 0 … 10: exact everywhere, tails included.
    void exceedance_data()
    {
        QTest::addColumn<double>("threshold");
        QTest::addColumn<double>("expected");
        for (const double threshold : {-1.0, 0.0, 0.5, 1.0, 3.0, 5.0, 8.2, 9.0, 9.9, 10.0, 12.0})
            QTest::addRow("%g", threshold)
                << threshold << std::clamp(1.0 - threshold / 10.0, 0.0, 1.0);
    }
    void exceedance()
    {
        QFETCH(double, threshold);
        QFETCH(double, expected);
        const std::vector<double> levels = {0.1, 0.5, 0.9};
        const std::vector<float> quantiles = {1.0F, 5.0F, 9.0F};
        QVERIFY(near(exceedanceProbability(levels, quantiles, threshold), expected, 1e-7));
    }
    void exceedanceOfSteps()
    {
        const std::vector<double> levels = {0.1, 0.5, 0.9};
        const std::vector<float> same = {4.0F, 4.0F, 4.0F};
        QCOMPARE(exceedanceProbability(levels, same, 3.99), 1.0);
        QCOMPARE(exceedanceProbability(levels, same, 4.0), 0.0); // equal is not above
        // Half of it lies at 4: above 4 is what is above the median.
        const std::vector<float> half = {4.0F, 4.0F, 8.0F};
        QVERIFY(near(exceedanceProbability(levels, half, 4.0), 0.5));
        QVERIFY(near(exceedanceProbability(levels, half, 3.9), 1.0));
        QCOMPARE(exceedanceProbability({0.5}, std::vector<float>{4.0F}, 3.0), 1.0);
        QVERIFY(
            std::isnan(exceedanceProbability(levels, std::vector<float>{1.0F, kNan, 2.0F}, 1.0)));
        QVERIFY(std::isnan(exceedanceProbability({}, {}, 1.0)));
    }
    void exceedanceFalls()
    {
        Random random(3);
        const std::vector<double> levels = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};
        for (int i = 0; i < 200; ++i) {
            std::vector<float> quantiles;
            for (std::size_t q = 0; q < levels.size(); ++q)
                quantiles.push_back(static_cast<float>(std::floor(random.uniform(0.0, 12.0))));
            std::sort(quantiles.begin(), quantiles.end());
            double before = 1.0;
            for (double threshold = -5.0; threshold < 20.0; threshold += 0.25) {
                const double now = exceedanceProbability(levels, quantiles, threshold);
                QVERIFY(now >= 0.0 && now <= before + 1e-12);
                before = now;
            }
        }
    }

    /// One site, two steps ahead, four windows; the median at 75 decides at even odds.
    void byHand()
    {
        EventScore score(shapeOf(2), 75.0);
        const float truths[4][2] = {{80, 60}, {90, 76}, {70, kNan}, {75, 100}};
        const float medians[4][2] = {{78, 50}, {60, 90}, {80, 80}, {76, 70}};
        for (int window = 0; window < 4; ++window) {
            std::vector<float> forecast;
            for (const float median : medians[window])
                forecast.insert(forecast.end(), {median - 20.0F, median, median + 20.0F});
            score.add(truths[window], forecast.data(), 1);
        }
        const EventMetrics metrics = score.metrics({0.5, 0.5});
        // Step 1: hit, miss, false alarm, false alarm (75 is not above 75).
        QCOMPARE(metrics.horizons[0].counts.hits, 1);
        QCOMPARE(metrics.horizons[0].counts.misses, 1);
        QCOMPARE(metrics.horizons[0].counts.falseAlarms, 2);
        QCOMPARE(metrics.horizons[0].counts.correctNegatives, 0);
        // Step 2: correct negative, hit, missing, miss.
        QCOMPARE(metrics.horizons[1].counts.hits, 1);
        QCOMPARE(metrics.horizons[1].counts.misses, 1);
        QCOMPARE(metrics.horizons[1].counts.correctNegatives, 1);
        QVERIFY(near(metrics.all.counts.csi(), 2.0 / 6.0));
        // Probabilities 0.56 0.2 0.6 0.52 and 0 0.8 0.4, by the line of 0.4 in 20.
        QVERIFY(near(metrics.horizons[0].brier,
            (0.44 * 0.44 + 0.8 * 0.8 + 0.6 * 0.6 + 0.52 * 0.52) / 4.0, 1e-6));
        // Any alarm at 0.2 or more catches all four events, with the same two false ones.
        const std::vector<double> best = score.bestAlarms();
        QCOMPARE(best.size(), std::size_t(2));
        QCOMPARE(best[0], 0.33); // at best all alarms, two of them false: 2/4, so 1/3
        QCOMPARE(best[1], 0.5); // at best the alarms at 0.4 and more, all right: 1, so 1/2
        QVERIFY(near(score.metrics({0.2, 0.2}).all.counts.csi(), 4.0 / 6.0));
    }

    /// Where probabilities come true, no other one does better.
    void bestWhereProbabilitiesComeTrue()
    {
        Random random(12);
        EventScore score(shapeOf(1), 75.0);
        for (int i = 0; i < 200000; ++i) {
            // Quantiles of a uniform value of width 60 about a level.
            const double level = random.uniform(20.0, 110.0);
            const float truth[1] = {float(level + 60.0 * (random.uniform() - 0.5))};
            const float forecast[3] = {float(level - 24.0), float(level), float(level + 24.0)};
            score.add(truth, forecast, 1);
        }
        const std::vector<double> best = score.bestAlarms();
        const double csi = score.metrics(best).all.counts.csi();
        QVERIFY(near(best[0], csi / (1.0 + csi), 0.01));
        for (int i = 1; i < 100; ++i)
            QVERIFY(score.metrics({i / 100.0}).all.counts.csi() <= csi + 0.002);
    }

    void nothingObserved()
    {
        EventScore score(shapeOf(1), 10.0);
        const float missing[1] = {kNan};
        const float forecast[3] = {1, 2, 3};
        score.add(missing, forecast, 1);
        const EventMetrics metrics = score.metrics(score.bestAlarms());
        QCOMPARE(metrics.alarmAt, std::vector<double>{0.5});
        QVERIFY(std::isnan(metrics.all.counts.csi()) && std::isnan(metrics.all.brier));
    }

    void json()
    {
        EventScore score(shapeOf(3), 75.0);
        Random random(8);
        for (int i = 0; i < 50; ++i) {
            float truth[3];
            float forecast[9];
            for (int step = 0; step < 3; ++step) {
                truth[step] = static_cast<float>(random.uniform(50.0, 100.0));
                for (int q = 0; q < 3; ++q)
                    forecast[3 * step + q] = truth[step] + static_cast<float>(10 * q - 12);
            }
            score.add(truth, forecast, 1);
        }
        ForecastMetrics metrics;
        metrics.horizons.resize(3);
        QVERIFY(!metrics.toJson().contains(QStringLiteral("events"))); // as older versions wrote it
        QVERIFY(ForecastMetrics::fromJson(metrics.toJson()).events.empty());
        metrics.events = {score.metrics({0.35, 0.3, 0.25})};
        const QByteArray bytes = QJsonDocument(metrics.toJson()).toJson();
        const ForecastMetrics back =
            ForecastMetrics::fromJson(QJsonDocument::fromJson(bytes).object());
        QCOMPARE(int(back.events.size()), 1);
        QCOMPARE(back.events[0].above, 75.0);
        QCOMPARE(back.events[0].alarmAt, (std::vector<double>{0.35, 0.3, 0.25}));
        QCOMPARE(back.events[0].horizons[2].counts.hits, metrics.events[0].horizons[2].counts.hits);
        QCOMPARE(back.toJson(), metrics.toJson());
    }
};

QTEST_GUILESS_MAIN(tst_EventScores)
#include "tst_event_scores.moc"
