// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/usual_counts.h"

#include "base/random.h"
#include "safety/count_residual.h"
#include "support/verify_ok.h"

#include <QDateTime>
#include <QFile>
#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

constexpr int kHoursPerWeek = 168;

/// Streams with these counts in each hour from a Monday on.
WarningStreams streamsOf(std::vector<std::vector<int>> counts)
{
    WarningStreams streams;
    streams.axis = {345600000, kMsPerHour, int(counts.front().size())}; // Monday 1970-01-05
    streams.stepsPerWeek = kHoursPerWeek;
    streams.cellM = 4000.0;
    for (int i = 0; i < streams.axis.count; ++i)
        streams.localSteps.push_back(96 + i);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        WarningStream stream;
        stream.scope = i == 0 ? AlarmScope::City : AlarmScope::Type;
        stream.subject = i == 0 ? QString() : QStringLiteral("T%1").arg(i);
        stream.counts = std::move(counts[i]);
        streams.streams.push_back(std::move(stream));
    }
    return streams;
}

double cycle(int hour)
{
    return 8.0 + 6.0 * std::sin(2.0 * 3.14159265 * (hour % 24) / 24.0)
        + (hour % kHoursPerWeek > 120 ? 3.0 : 0.0);
}

/// Gamma mixture of Poisson: negative binomial with variance = dispersion mean.
int negativeBinomial(Random &random, double mean, double dispersion)
{
    if (dispersion <= 1.0)
        return random.poisson(mean);
    const double shape = mean / (dispersion - 1.0);
    // Marsaglia and Tsang 2000, boosted for shapes below 1.
    const double boosted = shape < 1.0 ? shape + 1.0 : shape;
    const double d = boosted - 1.0 / 3.0;
    for (;;) {
        const double x = random.normal();
        const double v = std::pow(1.0 + x / std::sqrt(9.0 * d), 3.0);
        if (v <= 0.0
            || std::log(1.0 - random.uniform()) >= 0.5 * x * x + d - d * v + d * std::log(v))
            continue;
        const double scale = shape < 1.0 ? std::pow(1.0 - random.uniform(), 1.0 / shape) : 1.0;
        return random.poisson(d * v * scale * (dispersion - 1.0));
    }
}

double meanOf(const std::vector<double> &values, int from)
{
    double sum = 0.0;
    for (std::size_t i = std::size_t(from); i < values.size(); ++i)
        sum += values[i];
    return sum / double(values.size() - std::size_t(from));
}

} // namespace

class tst_UsualCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void residualsOfOneCount_data();
    void residualsOfOneCount();
    void residualsAreStandardNormal_data();
    void residualsAreStandardNormal();
    void findsTheDispersion_data();
    void findsTheDispersion();
    void knowsNoFuture();
    void exactForAPureCycle();
    void followsTheLevel();
    void sparseStreamsFollowTheCity();
    void acknowledgedStepsCountLess();
    void clocksChange();
    void tooShort();
    void publishedErrors_data();
    void publishedErrors();
};

void tst_UsualCounts::residualsOfOneCount_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("dispersion");
    QTest::addColumn<double>("residual");
    const auto quantile = [](double p) { // by bisection of erfc
        double low = -9.0;
        double high = 9.0;
        for (int i = 0; i < 200; ++i) {
            const double middle = (low + high) / 2.0;
            (0.5 * std::erfc(-middle / std::sqrt(2.0)) < p ? low : high) = middle;
        }
        return low;
    };
    // Poisson of mean 2: P(0) = 0.1353, P(1) = P(2) = 0.2707.
    QTest::newRow("none") << 0 << 2.0 << 1.0 << quantile(0.0676676416);
    QTest::newRow("below") << 1 << 2.0 << 1.0 << quantile(0.1353352832 + 0.1353352832);
    QTest::newRow("three") << 3 << 2.0 << 1.0 << quantile(0.6766764162 + 0.5 * 0.1804470443);
    // Negative binomial of mean 2 and variance 4 is the number of failures before 2 successes of
    // probability 1/2: P(k) = (k + 1) / 2^(k + 2).
    QTest::newRow("dispersed, none") << 0 << 2.0 << 2.0 << quantile(0.125);
    QTest::newRow("dispersed, four") << 4 << 2.0 << 2.0 << quantile(0.8125 + 0.5 * 5.0 / 64.0);
    QTest::newRow("far out") << 500 << 2.0 << 1.0 << 8.0;
}

void tst_UsualCounts::residualsOfOneCount()
{
    QFETCH(int, count);
    QFETCH(double, mean);
    QFETCH(double, dispersion);
    QFETCH(double, residual);
    const double found = countResidual(count, mean, dispersion);
    QVERIFY2(std::abs(found - residual) < 1e-6 || (count == 500 && found > 7.9),
        qPrintable(QStringLiteral("%1, not %2").arg(found).arg(residual)));
    QVERIFY(std::isnan(countResidual(count, 0.0, dispersion)));
    QVERIFY(std::isnan(countResidual(count, std::nan(""), dispersion)));
}

void tst_UsualCounts::residualsAreStandardNormal_data()
{
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("dispersion");
    QTest::newRow("many") << 40.0 << 1.0;
    QTest::newRow("many, dispersed") << 40.0 << 3.0;
    QTest::newRow("some") << 6.0 << 2.0;
    QTest::newRow("few") << 0.4 << 1.0;
}

void tst_UsualCounts::residualsAreStandardNormal()
{
    QFETCH(double, mean);
    QFETCH(double, dispersion);
    Random random(17);
    double sum = 0.0;
    double squares = 0.0;
    const int draws = 40000;
    for (int i = 0; i < draws; ++i) {
        const double z =
            countResidual(negativeBinomial(random, mean, dispersion), mean, dispersion);
        sum += z;
        squares += z * z;
    }
    const double centre = sum / draws;
    // Few values cannot be normal: by their definition 0.06 and a variance of 0.55 at a mean of
    // 0.4.
    QVERIFY2(std::abs(centre) < (mean < 1.0 ? 0.08 : 0.03), qPrintable(QString::number(centre)));
    const double variance = squares / draws - centre * centre;
    QVERIFY2(variance < 1.03 && variance > (mean < 1.0 ? 0.5 : 0.93),
        qPrintable(QString::number(variance)));
}

void tst_UsualCounts::findsTheDispersion_data()
{
    QTest::addColumn<double>("dispersion");
    QTest::newRow("poisson") << 1.0;
    QTest::newRow("twice") << 2.0;
    QTest::newRow("four times") << 4.0;
}

void tst_UsualCounts::findsTheDispersion()
{
    QFETCH(double, dispersion);
    Random random(5);
    std::vector<int> counts;
    for (int t = 0; t < 26 * kHoursPerWeek; ++t)
        counts.push_back(negativeBinomial(random, cycle(t), dispersion));
    const auto usual = usualCounts(streamsOf({counts}), {});
    VERIFY_OK(usual);
    const double found = usual->dispersion[0].back();
    // The expectation is itself uncertain, which adds 1 / 12 of the variance (8 smoothed weeks).
    QVERIFY2(
        found > 0.9 * dispersion && found < 1.25 * dispersion, qPrintable(QString::number(found)));
    QVERIFY(std::abs(meanOf(usual->residuals[0], usual->firstStep)) < 0.1);
}

void tst_UsualCounts::knowsNoFuture()
{
    Random random(2);
    std::vector<int> counts;
    for (int t = 0; t < 8 * kHoursPerWeek; ++t)
        counts.push_back(random.poisson(cycle(t)));
    std::vector<int> changed = counts;
    const int from = 6 * kHoursPerWeek;
    for (std::size_t t = std::size_t(from); t < changed.size(); ++t)
        changed[t] = random.poisson(50.0);
    const auto a = usualCounts(streamsOf({counts, counts}), {});
    const auto b = usualCounts(streamsOf({changed, changed}), {});
    VERIFY_OK(a);
    VERIFY_OK(b);
    for (std::size_t stream = 0; stream < 2; ++stream) {
        for (int t = a->firstStep; t <= from; ++t) {
            QCOMPARE(b->expected[stream][std::size_t(t)], a->expected[stream][std::size_t(t)]);
            QCOMPARE(b->dispersion[stream][std::size_t(t)], a->dispersion[stream][std::size_t(t)]);
        }
    }
    QVERIFY(b->expected[0].back() > 2.0 * a->expected[0].back());
}

void tst_UsualCounts::exactForAPureCycle()
{
    std::vector<int> counts;
    for (int t = 0; t < 10 * kHoursPerWeek; ++t)
        counts.push_back(3 + t % 24);
    UsualSpec spec;
    spec.smooth = false;
    const auto usual = usualCounts(streamsOf({counts}), spec);
    VERIFY_OK(usual);
    for (std::size_t t = std::size_t(usual->firstStep); t < counts.size(); ++t)
        QVERIFY(std::abs(usual->expected[0][t] - counts[t]) < 1e-9);
}

void tst_UsualCounts::followsTheLevel()
{
    std::vector<int> counts;
    for (int t = 0; t < 12 * kHoursPerWeek; ++t)
        counts.push_back(t < 9 * kHoursPerWeek ? 10 : 15);
    UsualSpec spec;
    const auto usual = usualCounts(streamsOf({counts}), spec);
    spec.level = false;
    const auto stiff = usualCounts(streamsOf({counts}), spec);
    VERIFY_OK(usual);
    VERIFY_OK(stiff);
    QVERIFY(usual->expected[0].back() > 13.5 && usual->expected[0].back() < 16.5);
    QVERIFY(stiff->expected[0].back() < 12.5);
}

void tst_UsualCounts::sparseStreamsFollowTheCity()
{
    Random random(9);
    std::vector<int> city;
    std::vector<int> sparse;
    for (int t = 0; t < 10 * kHoursPerWeek; ++t) {
        const int few = random.poisson(cycle(t) * 0.01);
        sparse.push_back(few);
        city.push_back(random.poisson(cycle(t)) + few);
    }
    const auto usual = usualCounts(streamsOf({city, sparse}), {});
    VERIFY_OK(usual);
    double error = 0.0;
    int steps = 0;
    for (std::size_t t = std::size_t(usual->firstStep); t < city.size(); ++t) {
        const double truth = cycle(int(t)) * 0.01;
        error += std::abs(usual->expected[1][t] - truth) / truth;
        ++steps;
    }
    // Own counts alone, one in eight weeks, would be wrong by 100 %.
    QVERIFY2(error / steps < 0.35, qPrintable(QString::number(error / steps)));
}

void tst_UsualCounts::acknowledgedStepsCountLess()
{
    std::vector<int> counts(std::size_t(8 * kHoursPerWeek), 10);
    const int fair = 6 * kHoursPerWeek + 20;
    for (int t = fair; t < fair + 4; ++t)
        counts[std::size_t(t)] = 90;
    const WarningStreams streams = streamsOf({counts});
    Acknowledgement known;
    known.range = {streams.axis.at(fair), streams.axis.at(fair + 4)};
    UsualSpec spec;
    spec.smooth = false;
    spec.level = false;
    const auto naive = usualCounts(streams, spec);
    const auto told = usualCounts(streams, spec, {known});
    VERIFY_OK(naive);
    VERIFY_OK(told);
    const auto after = std::size_t(fair + 1 + kHoursPerWeek);
    // (6 x 10 + 90) / 7 without, and with a weight of about 1/64 for the fair.
    QVERIFY(std::abs(naive->expected[0][after] - (60.0 + 90.0) / 7.0) < 1e-9);
    const double weight = 1.0 / std::pow(told->residuals[0][std::size_t(fair + 1)], 2.0);
    QVERIFY(weight < 0.05);
    QVERIFY(std::abs(told->expected[0][after] - (60.0 + weight * 90.0) / (6.0 + weight)) < 1e-9);
    QVERIFY(told->dispersion[0].back() < naive->dispersion[0].back());
    Acknowledgement other = known;
    other.scope = AlarmScope::Type;
    other.subject = QStringLiteral("EMS");
    const auto elsewhere = usualCounts(streams, spec, {other});
    VERIFY_OK(elsewhere);
    QCOMPARE(elsewhere->expected[0][after], naive->expected[0][after]);
}

void tst_UsualCounts::clocksChange()
{
    // Incidents each day at 9 o'clock in New York, over the change of 13 March 2016.
    const QTimeZone zone("America/New_York");
    IncidentTable table;
    table.name = QStringLiteral("nine");
    for (int day = 0; day < 45; ++day) {
        const QDate date = QDate(2016, 2, 1).addDays(day);
        for (int hour = 0; hour < 24; ++hour) {
            const int count = hour == 9 ? 12 : 1;
            for (int i = 0; i < count; ++i) {
                Incident incident;
                incident.from = QDateTime(date, QTime(hour, 4 * i), zone).toMSecsSinceEpoch();
                incident.category = QStringLiteral("EMS: FALL");
                table.incidents.push_back(incident);
            }
        }
    }
    std::stable_sort(table.incidents.begin(), table.incidents.end(),
        [](const Incident &a, const Incident &b) { return a.from < b.from; });
    const auto streams = warningStreams(table, {kMsPerHour, zone});
    VERIFY_OK(streams);
    UsualSpec spec;
    spec.smooth = false;
    spec.level = false;
    const auto usual = usualCounts(*streams, spec);
    VERIFY_OK(usual);
    const UtcMs monday = QDateTime(QDate(2016, 3, 14), QTime(9, 0), zone).toMSecsSinceEpoch();
    const int step = streams->axis.indexOf(monday);
    QVERIFY(streams->axis.has(step));
    QCOMPARE(usual->expected[0][std::size_t(step)], 12.0);
    QCOMPARE(usual->expected[0][std::size_t(step - 1)], 1.0);
}

void tst_UsualCounts::tooShort()
{
    const auto usual = usualCounts(streamsOf({std::vector<int>(3 * kHoursPerWeek, 5)}), {});
    QVERIFY(!usual);
    QCOMPARE(usual.error().code, Errc::Shape);
    QVERIFY(usual.error().message().contains(QLatin1String("21.0 days")));
}

// Mean of the same hour of the week over 8 weeks, last 56 days of the 911 calls of Montgomery.
void tst_UsualCounts::publishedErrors_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<double>("mae");
    QTest::addColumn<double>("rmse");
    QTest::newRow("EMS") << QStringLiteral("EMS") << 2.450 << 3.178;
    QTest::newRow("Fire") << QStringLiteral("Fire") << 1.467 << 2.187;
    QTest::newRow("Traffic") << QStringLiteral("Traffic") << 2.360 << 3.361;
}

void tst_UsualCounts::publishedErrors()
{
    QFETCH(QString, type);
    QFETCH(double, mae);
    QFETCH(double, rmse);
    QFile file(
        QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data/safety/montgomery_911/911.csv"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the 911 calls of Montgomery are not there");
    IncidentTable table;
    table.name = QStringLiteral("911");
    (void)file.readLine();
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().split(',');
        // Descriptions hold no comma in this file.
        Incident incident;
        incident.category = QString::fromUtf8(cells[4]);
        incident.from = QDateTime::fromString(
            QString::fromUtf8(cells[5]), QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                            .toMSecsSinceEpoch(); // the tests run in UTC
        table.incidents.push_back(incident);
    }
    std::stable_sort(table.incidents.begin(), table.incidents.end(),
        [](const Incident &a, const Incident &b) { return a.from < b.from; });
    const auto streams = warningStreams(table, {});
    VERIFY_OK(streams);
    UsualSpec spec;
    spec.priorIncidents = 0.0;
    spec.smooth = false;
    spec.level = false;
    const auto usual = usualCounts(*streams, spec);
    VERIFY_OK(usual);
    std::size_t stream = 0;
    while (streams->streams[stream].subject != type)
        ++stream;
    double sum = 0.0;
    double squares = 0.0;
    const int steps = 56 * 24;
    for (int t = streams->axis.count - steps; t < streams->axis.count; ++t) {
        const double error = usual->expected[stream][std::size_t(t)]
            - streams->streams[stream].counts[std::size_t(t)];
        sum += std::abs(error);
        squares += error * error;
    }
    // The reference cuts the last, incomplete hour in its own way.
    QVERIFY2(std::abs(sum / steps - mae) < 0.01, qPrintable(QString::number(sum / steps)));
    QVERIFY2(std::abs(std::sqrt(squares / steps) - rmse) < 0.015,
        qPrintable(QString::number(std::sqrt(squares / steps))));
}

QTEST_GUILESS_MAIN(tst_UsualCounts)
#include "tst_usual_counts.moc"
