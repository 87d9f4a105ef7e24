// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/early_warning.h"

#include "base/random.h"
#include "support/verify_ok.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace belvedere;

namespace {

constexpr UtcMs kStart = 1451865600000; // Monday 2016-01-04
constexpr LonLat kMiddle{8.0, 50.0};
constexpr double kLonDegreesPerKm = 1.0 / 71.5;
constexpr double kLatDegreesPerKm = 1.0 / 111.2;

/// A city of 20 km where calls follow the hour of the day.
IncidentTable quietCity(int weeks, std::uint64_t seed)
{
    Random random(seed);
    IncidentTable table;
    table.name = QStringLiteral("calls");
    for (int hour = 0; hour < weeks * 168; ++hour) {
        const double mean = 6.0 + 4.0 * std::sin(2.0 * 3.14159265 * (hour % 24) / 24.0);
        const int count = random.poisson(mean);
        for (int i = 0; i < count; ++i) {
            Incident incident;
            incident.from = kStart + hour * kMsPerHour
                + static_cast<UtcMs>(random.uniform() * double(kMsPerHour));
            incident.category = random.uniform() < 0.7 ? QStringLiteral("EMS: FALL")
                                                       : QStringLiteral("Fire: ALARM");
            incident.position = LonLat{kMiddle.lon + random.uniform(-10.0, 10.0) * kLonDegreesPerKm,
                kMiddle.lat + random.uniform(-10.0, 10.0) * kLatDegreesPerKm};
            table.incidents.push_back(incident);
        }
    }
    std::stable_sort(table.incidents.begin(), table.incidents.end(),
        [](const Incident &a, const Incident &b) { return a.from < b.from; });
    return table;
}

/// `count` further calls of a kilometre and two hours.
void addCluster(IncidentTable &table, UtcMs from, int count)
{
    Random random(99);
    for (int i = 0; i < count; ++i) {
        Incident incident;
        incident.from = from + static_cast<UtcMs>(random.uniform() * 2.0 * double(kMsPerHour));
        incident.category = QStringLiteral("EMS: FALL");
        incident.position = LonLat{kMiddle.lon + (4.0 + random.uniform()) * kLonDegreesPerKm,
            kMiddle.lat + (4.0 + random.uniform()) * kLatDegreesPerKm};
        table.incidents.push_back(incident);
    }
    std::stable_sort(table.incidents.begin(), table.incidents.end(),
        [](const Incident &a, const Incident &b) { return a.from < b.from; });
}

WarningOptions optionsFor(int detector)
{
    WarningOptions options;
    options.detector = static_cast<WarningDetector>(detector);
    options.historyWeeks = 6;
    options.largestRadiusM = 3000.0;
    options.replicates = 199;
    return options;
}

void detectorRows()
{
    QTest::addColumn<int>("detector");
    for (int i = 0; i < kWarningDetectorCount; ++i)
        QTest::newRow(qUtf8Printable(detectorName(static_cast<WarningDetector>(i)))) << i;
}

} // namespace

class tst_EarlyWarning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keepsTheBudget_data() { detectorRows(); }
    void keepsTheBudget();
    void findsACluster_data() { detectorRows(); }
    void findsACluster();
    void knowsNoFuture();
    void acknowledgedAlarmsAreMarked();
    void usualThresholds_data() { detectorRows(); }
    void usualThresholds();
    void moreIncidentsAreNoticedMoreOften_data() { detectorRows(); }
    void moreIncidentsAreNoticedMoreOften();
    void repeats();
    void withoutPositions();
    void refuses_data();
    void refuses();
    void cancels();

private:
    IncidentTable m_quiet;
};

void tst_EarlyWarning::initTestCase()
{
    m_quiet = quietCity(10, 3);
}

void tst_EarlyWarning::keepsTheBudget()
{
    QFETCH(int, detector);
    WarningOptions options = optionsFor(detector);
    options.replicates = 0;
    options.budgetPerWeek = 2.0;
    const auto report = findWarnings(m_quiet, options);
    VERIFY_OK(report);
    QVERIFY(report->alarmsPerWeek <= 2.0);
    QVERIFY(report->alarmsPerWeek > 0.3);
    QVERIFY(report->threshold > 0.0);
    QVERIFY(report->streams >= 3);
    QVERIFY(report->history.to <= report->at - options.lookBackMs);
    QVERIFY(report->rates.size() >= 3);
    for (std::size_t i = 1; i < report->rates.size(); ++i)
        QVERIFY(report->rates[i].threshold > report->rates[i - 1].threshold);
    // The last week is like the others: Poisson of mean 2.
    QVERIFY2(report->alarms.size() <= 9, qPrintable(QString::number(report->alarms.size())));
}

void tst_EarlyWarning::findsACluster()
{
    QFETCH(int, detector);
    IncidentTable table = m_quiet;
    const UtcMs begin = kStart + 10 * 7 * kMsPerDay - 30 * kMsPerHour;
    addCluster(table, begin, 24);
    WarningOptions options = optionsFor(detector);
    options.budgetPerWeek = 1.0;
    const auto report = findWarnings(table, options);
    VERIFY_OK(report);
    const auto local =
        std::find_if(report->alarms.begin(), report->alarms.end(), [&](const Alarm &alarm) {
            return alarm.centre && alarm.from < begin + 3 * kMsPerHour && alarm.to > begin;
        });
    QVERIFY(local != report->alarms.end());
    QVERIFY(local->scope
        == (detector == int(WarningDetector::Scan) ? AlarmScope::Cluster : AlarmScope::Cell));
    QVERIFY(local->raised > begin && local->raised <= begin + 5 * kMsPerHour);
    QVERIFY(local->score > report->threshold);
    QVERIFY(local->observed > 4.0 * local->expected);
    const LonLat place{kMiddle.lon + 4.5 * kLonDegreesPerKm, kMiddle.lat + 4.5 * kLatDegreesPerKm};
    QVERIFY(distanceM(*local->centre, place) < 4000.0);
    QVERIFY(local->id.startsWith(detectorName(options.detector)));
    if (detector == int(WarningDetector::Scan)) {
        QVERIFY(local->p.has_value());
        QCOMPARE(*local->p, 1.0 / 200.0);
        QVERIFY(local->radiusM <= 3000.0);
    }
}

void tst_EarlyWarning::knowsNoFuture()
{
    IncidentTable table = m_quiet;
    WarningOptions options = optionsFor(int(WarningDetector::EarsC2));
    options.at = kStart + 9 * 7 * kMsPerDay;
    const auto before = findWarnings(table, options);
    addCluster(table, options.at + kMsPerHour, 60);
    const auto after = findWarnings(table, options);
    VERIFY_OK(before);
    VERIFY_OK(after);
    QCOMPARE(after->at, options.at);
    QCOMPARE(after->threshold, before->threshold);
    QCOMPARE(after->alarmsPerWeek, before->alarmsPerWeek);
    QCOMPARE(after->alarms.size(), before->alarms.size());
    for (std::size_t i = 0; i < after->alarms.size(); ++i)
        QCOMPARE(after->alarms[i].id, before->alarms[i].id);
}

void tst_EarlyWarning::acknowledgedAlarmsAreMarked()
{
    IncidentTable table = m_quiet;
    addCluster(table, kStart + 10 * 7 * kMsPerDay - 30 * kMsPerHour, 30);
    WarningOptions options = optionsFor(int(WarningDetector::Cusum));
    const auto report = findWarnings(table, options);
    VERIFY_OK(report);
    QVERIFY(!report->alarms.empty());
    options.acknowledged = {acknowledgementOf(report->alarms.front(), QStringLiteral("fair"), 0)};
    const auto again = findWarnings(table, options);
    VERIFY_OK(again);
    const auto marked = std::count_if(again->alarms.begin(), again->alarms.end(),
        [](const Alarm &alarm) { return alarm.acknowledged; });
    QVERIFY(marked >= 1);
}

void tst_EarlyWarning::usualThresholds()
{
    QFETCH(int, detector);
    WarningOptions options = optionsFor(detector);
    options.replicates = 0;
    const auto report = findWarnings(m_quiet, options);
    VERIFY_OK(report);
    switch (options.detector) {
    case WarningDetector::EarsC1:
    case WarningDetector::EarsC2:
        QVERIFY(std::abs(report->threshold - 3.0902) < 1e-4);
        QVERIFY(report->theoreticalPerWeek > 0.0);
        break;
    case WarningDetector::EarsC3:
        QVERIFY(std::abs(report->threshold - 1.96) < 1e-4);
        break;
    case WarningDetector::Cusum:
        QCOMPARE(report->threshold, 5.0);
        QVERIFY(
            std::abs(report->theoreticalPerWeek * 930.9 / 168.0 / report->streams - 1.0) < 0.01);
        break;
    case WarningDetector::Scan:
        QVERIFY(report->alarmsPerWeek <= 1.0);
        QVERIFY(std::isnan(report->theoreticalPerWeek));
        break;
    }
}

void tst_EarlyWarning::moreIncidentsAreNoticedMoreOften()
{
    QFETCH(int, detector);
    WarningOptions options = optionsFor(detector);
    options.budgetPerWeek = 2.0;
    options.historyWeeks = 4;
    InjectionSpec spec;
    spec.clusters = 40;
    spec.incidents = 3;
    const auto few = scoreWarnings(m_quiet, options, spec);
    spec.incidents = 30;
    const auto many = scoreWarnings(m_quiet, options, spec);
    VERIFY_OK(few);
    VERIFY_OK(many);
    QCOMPARE(many->injected, 40);
    QVERIFY2(many->detected > few->detected,
        qPrintable(QStringLiteral("%1, %2").arg(few->detected).arg(many->detected)));
    QVERIFY2(many->detectionRate() > 0.6, qPrintable(QString::number(many->detectionRate())));
    QVERIFY(many->medianDelayHours >= 1.0 && many->medianDelayHours <= 7.0);
    QVERIFY(many->meanDelayHours >= 1.0);
    QVERIFY(many->falseAlarmsPerWeek < 8.0);
    QCOMPARE(many->falseAlarmsPerWeek, few->falseAlarmsPerWeek);
    QCOMPARE(many->threshold, few->threshold);
}

void tst_EarlyWarning::repeats()
{
    WarningOptions options = optionsFor(int(WarningDetector::Scan));
    options.budgetPerWeek = 5.0;
    const auto a = findWarnings(m_quiet, options);
    const auto b = findWarnings(m_quiet, options);
    VERIFY_OK(a);
    VERIFY_OK(b);
    QCOMPARE(a->threshold, b->threshold);
    QCOMPARE(a->alarms.size(), b->alarms.size());
    for (std::size_t i = 0; i < a->alarms.size(); ++i) {
        QCOMPARE(a->alarms[i].id, b->alarms[i].id);
        QCOMPARE(a->alarms[i].p, b->alarms[i].p);
    }
}

void tst_EarlyWarning::withoutPositions()
{
    IncidentTable table = m_quiet;
    for (Incident &incident : table.incidents)
        incident.position.reset();
    const auto streams = findWarnings(table, optionsFor(int(WarningDetector::EarsC1)));
    VERIFY_OK(streams);
    QCOMPARE(streams->streams, 3); // the city and two types
    const auto scan = findWarnings(table, optionsFor(int(WarningDetector::Scan)));
    QVERIFY(!scan);
    QCOMPARE(scan.error().code, Errc::Shape);
    const auto score = scoreWarnings(table, optionsFor(int(WarningDetector::Cusum)), {});
    QVERIFY(!score);
}

void tst_EarlyWarning::refuses_data()
{
    QTest::addColumn<double>("budget");
    QTest::addColumn<double>("cellM");
    QTest::addColumn<UtcMs>("at");
    QTest::addColumn<int>("weeks");
    QTest::addColumn<int>("code");
    QTest::newRow("no budget") << 0.0 << 4000.0 << UtcMs(0) << 12 << int(Errc::Usage);
    QTest::newRow("cell size of zero") << 1.0 << 0.0 << UtcMs(0) << 12 << int(Errc::Usage);
    QTest::newRow("before the incidents") << 1.0 << 4000.0 << kStart << 12 << int(Errc::Usage);
    QTest::newRow("long after them")
        << 1.0 << 4000.0 << kStart + 90 * 7 * kMsPerDay << 12 << int(Errc::Usage);
    QTest::newRow("two weeks") << 1.0 << 4000.0 << UtcMs(0) << 2 << int(Errc::Shape);
    QTest::newRow("no incidents") << 1.0 << 4000.0 << UtcMs(0) << 0 << int(Errc::Shape);
}

void tst_EarlyWarning::refuses()
{
    QFETCH(double, budget);
    QFETCH(double, cellM);
    QFETCH(UtcMs, at);
    QFETCH(int, weeks);
    QFETCH(int, code);
    for (const auto detector : {WarningDetector::EarsC2, WarningDetector::Scan}) {
        WarningOptions options = optionsFor(int(detector));
        options.budgetPerWeek = budget;
        options.cellM = cellM;
        options.at = at;
        const auto report = findWarnings(quietCity(weeks, 1), options);
        QVERIFY(!report);
        QCOMPARE(int(report.error().code), code);
        QVERIFY(!report.error().message().isEmpty());
    }
}

void tst_EarlyWarning::cancels()
{
    TaskContext context;
    context.cancelled = [] { return true; };
    for (const auto detector : {WarningDetector::EarsC2, WarningDetector::Scan}) {
        const auto report = findWarnings(m_quiet, optionsFor(int(detector)), context);
        QVERIFY(!report);
        QCOMPARE(report.error().code, Errc::Cancelled);
    }
}

QTEST_GUILESS_MAIN(tst_EarlyWarning)
#include "tst_early_warning.moc"
