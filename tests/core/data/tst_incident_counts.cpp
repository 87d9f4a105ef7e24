// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/incident_counts.h"

#include "base/random.h"
#include "city/lon_lat.h"
#include "support/verify_ok.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace belvedere;

Q_DECLARE_METATYPE(belvedere::CountSpec)

class tst_IncidentCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void types_data();
    void types();
    void countsEachStep();
    void leavesOutStepsThatAreNotCovered_data();
    void leavesOutStepsThatAreNotCovered();
    void stepsBeginWithTheLocalDay();
    void cells();
    void sumsAreConserved_data();
    void sumsAreConserved();
    void refuses_data();
    void refuses();
    void sameCounting();
    void cancels();

private:
    static Incident at(UtcMs time, const char *category, std::optional<LonLat> position = {})
    {
        Incident incident;
        incident.from = time;
        incident.category = QString::fromUtf8(category);
        incident.position = position;
        return incident;
    }
    /// One each ten minutes, from `from` on.
    static IncidentTable regular(UtcMs from, int count)
    {
        IncidentTable table;
        table.name = QStringLiteral("calls");
        for (int i = 0; i < count; ++i)
            table.incidents.push_back(at(from + i * 10 * kMsPerMinute, "EMS: FALL"));
        return table;
    }
    static double sumOf(const Series &series)
    {
        return std::accumulate(series.values.begin(), series.values.end(), 0.0);
    }
};

void tst_IncidentCounts::types_data()
{
    QTest::addColumn<QString>("category");
    QTest::addColumn<QString>("type");
    const auto row = [](const char *category, const char *type) {
        QTest::newRow(category) << QString::fromUtf8(category) << QString::fromUtf8(type);
    };
    row("EMS: BACK PAINS/INJURY", "EMS");
    row("Traffic: VEHICLE ACCIDENT -", "Traffic");
    row("THEFT", "THEFT");
    row("CRIMINAL DAMAGE", "CRIMINAL DAMAGE");
    row("", "unknown");
    row(": x", "unknown");
}

void tst_IncidentCounts::types()
{
    QFETCH(const QString, category);
    QTEST(incidentType(category), "type");
}

void tst_IncidentCounts::countsEachStep()
{
    IncidentTable table;
    table.source = QStringLiteral("somewhere");
    table.simulated = true;
    table.incidents = {at(0, "Fire: ALARM"), at(10 * kMsPerMinute, "EMS: FALL"),
        at(59 * kMsPerMinute, "EMS: BURN"), at(kMsPerHour, "EMS: FALL"),
        at(3 * kMsPerHour, "Fire: ALARM"), at(4 * kMsPerHour - 1, "Fire: ALARM")};
    CountSpec spec;
    spec.dataset = QStringLiteral("per-hour");
    const auto counts = countIncidents(table, spec);
    VERIFY_OK(counts);
    const Series &series = counts->series;
    QCOMPARE(series.axis.count, 4);
    QCOMPARE(counts->dataset.sites.size(), std::size_t(2));
    QCOMPARE(counts->dataset.sites[0].code, QStringLiteral("EMS"));
    QCOMPARE(counts->dataset.sites[1].code, QStringLiteral("Fire"));
    QCOMPARE(series.values, (std::vector<float>{2, 1, 1, 0, 0, 0, 0, 2})); // nothing is zero
    QVERIFY(std::all_of(series.quality.begin(), series.quality.end(),
        [](Quality q) { return q == Quality::Good; }));
    QCOMPARE(counts->counted, 6);
    QCOMPARE(counts->dataset.domain, QStringLiteral("safety"));
    QCOMPARE(counts->dataset.channels.front().key, QStringLiteral("count"));
    QCOMPARE(counts->dataset.channels.front().unit, QStringLiteral("incidents/h"));
    QCOMPARE(counts->dataset.source, table.source);
    QVERIFY(counts->dataset.simulated && counts->dataset.axis == series.axis);
    QCOMPARE(counts->dataset.name, spec.dataset);

    spec.by = CountBy::All;
    const auto all = countIncidents(table, spec);
    VERIFY_OK(all);
    QCOMPARE(all->series.values, (std::vector<float>{3, 1, 0, 2}));
    QCOMPARE(all->dataset.sites[0].code, QStringLiteral("all"));
}

void tst_IncidentCounts::leavesOutStepsThatAreNotCovered_data()
{
    QTest::addColumn<int>("startMinute");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("firstHour");
    QTest::addColumn<int>("steps");
    QTest::addColumn<int>("outside");
    // An incident each ten minutes: silence up to fifty minutes is nothing unusual.
    QTest::newRow("whole hours") << 0 << 60 << 0 << 10 << 0;
    QTest::newRow("begins late, but as usual") << 45 << 61 << 0 << 11 << 0;
    QTest::newRow("begins too late") << 55 << 61 << 1 << 10 << 1;
    QTest::newRow("ends too early") << 0 << 61 << 0 << 10 << 1; // at 10:00
}

void tst_IncidentCounts::leavesOutStepsThatAreNotCovered()
{
    QFETCH(const int, startMinute);
    QFETCH(const int, count);
    QFETCH(const int, firstHour);
    const auto counts = countIncidents(regular(startMinute * kMsPerMinute, count), {});
    VERIFY_OK(counts);
    QCOMPARE(counts->series.axis.start, firstHour * kMsPerHour);
    QTEST(counts->series.axis.count, "steps");
    QTEST(int(counts->outsideSpan), "outside");
    QCOMPARE(sumOf(counts->series), double(counts->counted));
    QCOMPARE(counts->counted + counts->outsideSpan, count);
}

void tst_IncidentCounts::stepsBeginWithTheLocalDay()
{
    CountSpec spec;
    spec.stepMs = kMsPerDay;
    spec.zone = QTimeZone("America/Chicago");
    // From midnight of 1 January 2016 in Chicago, two days and a bit.
    const UtcMs midnight = 1451628000000;
    const auto counts = countIncidents(regular(midnight, 6 * 24 * 2 + 3), spec);
    VERIFY_OK(counts);
    QCOMPARE(counts->series.axis.start, midnight);
    QCOMPARE(counts->series.values, (std::vector<float>{144, 144}));
    QCOMPARE(counts->outsideSpan, 3);
    QCOMPARE(counts->dataset.channels.front().unit, QStringLiteral("incidents/d"));
}

void tst_IncidentCounts::cells()
{
    // About 40.0 N, 75.0 W a degree is 111.195 km north, 85.18 km east.
    const LonLat here{-75.0 + 0.001, 40.0 + 0.001};
    const LonLat north{-75.0 + 0.001, 40.0 + 0.014}; // 1 557 m
    const LonLat west{-75.0 - 0.001, 40.0 + 0.001};
    IncidentTable table;
    table.incidents = {at(0, "A: 1", here), at(10 * kMsPerMinute, "B", here),
        at(20 * kMsPerMinute, "A: 2", north), at(30 * kMsPerMinute, "A", west),
        at(40 * kMsPerMinute, "A"), at(50 * kMsPerMinute, "A: 3", here)};
    CountSpec spec;
    spec.by = CountBy::Cell;
    const auto byCell = countIncidents(table, spec);
    VERIFY_OK(byCell);
    QStringList codes;
    for (const Site &site : byCell->dataset.sites)
        codes += site.code;
    QCOMPARE(codes.join(QLatin1Char(' ')), QStringLiteral("x-1y0 x0y0 x0y1"));
    QCOMPARE(byCell->series.values, (std::vector<float>{1, 3, 1}));
    QCOMPARE(byCell->withoutPosition, 1);
    QCOMPARE(byCell->counted, 5);
    for (const Site &site : byCell->dataset.sites)
        QVERIFY(site.position.has_value());
    // Centres of neighbouring cells lie an edge apart.
    const double apart =
        distanceM(*byCell->dataset.sites[0].position, *byCell->dataset.sites[1].position);
    QVERIFY(std::abs(apart - 1000.0) < 5.0);
    QVERIFY(distanceM(here, *byCell->dataset.sites[1].position) < 708.0);

    spec.by = CountBy::CellAndType;
    const auto both = countIncidents(table, spec);
    VERIFY_OK(both);
    codes.clear();
    for (const Site &site : both->dataset.sites)
        codes += site.code;
    QCOMPARE(codes.join(QLatin1Char(' ')), QStringLiteral("x-1y0/A x0y0/A x0y0/B x0y1/A"));
    QCOMPARE(both->series.values, (std::vector<float>{1, 2, 1, 1}));
}

void tst_IncidentCounts::sumsAreConserved_data()
{
    QTest::addColumn<CountSpec>("spec");
    for (const CountBy by : {CountBy::All, CountBy::Type, CountBy::Cell, CountBy::CellAndType}) {
        for (const UtcMs step : {15 * kMsPerMinute, kMsPerHour, kMsPerDay})
            QTest::addRow("%d %lld", int(by), static_cast<long long>(step / kMsPerMinute))
                << CountSpec{QStringLiteral("d"), by, step, 700.0, QTimeZone("Asia/Kolkata")};
    }
}

void tst_IncidentCounts::sumsAreConserved()
{
    QFETCH(const CountSpec, spec);
    Random random(7);
    IncidentTable table;
    UtcMs time = -5 * kMsPerDay; // before 1970 too
    for (int i = 0; i < 5000; ++i) {
        time += static_cast<UtcMs>(random.uniform() * 10.0 * double(kMsPerMinute));
        std::optional<LonLat> position;
        if (random.uniform() < 0.9)
            position = LonLat{77.2 + 0.1 * random.uniform(), 28.6 + 0.1 * random.uniform()};
        table.incidents.push_back(at(time, random.uniform() < 0.5 ? "A: x" : "B", position));
    }
    const auto counts = countIncidents(table, spec);
    VERIFY_OK(counts);
    QCOMPARE(sumOf(counts->series), double(counts->counted));
    QCOMPARE(counts->counted + counts->outsideSpan + counts->withoutPosition, 5000);
    QVERIFY(counts->outsideSpan < 600);
    const TimeAxis &axis = counts->series.axis;
    const UtcMs kolkata = 330 * kMsPerMinute;
    QCOMPARE((((axis.start + kolkata) % axis.stepMs) + axis.stepMs) % axis.stepMs, UtcMs(0));
    // The first and the last step by hand.
    for (const int step : {0, axis.count - 1}) {
        const bool cells = spec.by == CountBy::Cell || spec.by == CountBy::CellAndType;
        const auto expected = std::count_if(
            table.incidents.begin(), table.incidents.end(), [&](const Incident &incident) {
                return incident.from >= axis.at(step) && incident.from < axis.at(step + 1)
                    && (!cells || incident.position);
            });
        float sum = 0.0F;
        for (int site = 0; site < counts->series.siteCount; ++site)
            sum += counts->series.value(step, SiteId(site), 0);
        QCOMPARE(double(sum), double(expected));
    }
}

void tst_IncidentCounts::refuses_data()
{
    QTest::addColumn<CountSpec>("spec");
    QTest::addColumn<int>("incidents");
    QTest::addColumn<int>("code");
    CountSpec spec;
    QTest::newRow("nothing") << spec << 0 << int(Errc::Shape);
    QTest::newRow("one") << spec << 1 << int(Errc::Shape);
    QTest::newRow("no whole step")
        << CountSpec{{}, CountBy::All, 7 * kMsPerDay, 1000.0, {}} << 100 << int(Errc::Shape);
    QTest::newRow("step of nothing")
        << CountSpec{{}, CountBy::All, 0, 1000.0, {}} << 100 << int(Errc::Usage);
    QTest::newRow("cell of nothing")
        << CountSpec{{}, CountBy::Cell, kMsPerHour, 0.0, {}} << 100 << int(Errc::Usage);
    QTest::newRow("cell of NaN") << CountSpec{{}, CountBy::Cell, kMsPerHour, std::nan(""), {}}
                                 << 100 << int(Errc::Usage);
    QTest::newRow("no positions") << CountSpec{{}, CountBy::Cell, kMsPerHour, 1000.0, {}} << 100
                                  << int(Errc::Shape);
}

void tst_IncidentCounts::refuses()
{
    QFETCH(CountSpec, spec);
    QFETCH(const int, incidents);
    spec.zone = QTimeZone::utc();
    const auto counts = countIncidents(regular(30 * kMsPerMinute, incidents), spec);
    QVERIFY(!counts.has_value());
    QTEST(int(counts.error().code), "code");
}

void tst_IncidentCounts::sameCounting()
{
    CountSpec spec;
    const auto hours = countIncidents(regular(0, 60), spec);
    VERIFY_OK(hours);
    VERIFY_OK(checkSameCounting(hours->dataset, hours->dataset));
    Dataset more = hours->dataset;
    more.sites.emplace_back();
    more.sites.back().code = QStringLiteral("Fire");
    VERIFY_OK(checkSameCounting(hours->dataset, more)); // a new type is welcome
    QVERIFY(!checkSameCounting(more, hours->dataset).has_value());
    Dataset days = hours->dataset;
    days.axis.stepMs = kMsPerDay;
    QVERIFY(!checkSameCounting(days, hours->dataset).has_value());
}

void tst_IncidentCounts::cancels()
{
    TaskContext context;
    context.cancelled = [] { return true; };
    const auto counts = countIncidents(regular(0, 60), {}, context);
    QVERIFY(!counts.has_value());
    QCOMPARE(counts.error().code, Errc::Cancelled);
}

QTEST_GUILESS_MAIN(tst_IncidentCounts)
#include "tst_incident_counts.moc"
