// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/risk_model.h"

#include "base/random.h"
#include "core/safety/cells_of_counts.h"
#include "support/verify_ok.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace belvedere;

namespace {

constexpr UtcMs kWeek = 7 * kMsPerDay;
constexpr UtcMs kMonday = 345600000; // 1970-01-05, 00:00 UTC

/// Poisson counts with the same rates each week; half of them at noon on Wednesday.
CellIncidents simulated(const std::vector<double> &rates, int columns, int weeks, int seed = 1)
{
    Random random{std::uint64_t(seed)};
    CellIncidents cells = emptyCells(columns, int(rates.size()) / columns);
    for (int week = 0; week < weeks; ++week) {
        for (std::size_t cell = 0; cell < rates.size(); ++cell) {
            for (int i = random.poisson(rates[cell]); i > 0; --i) {
                const UtcMs noon = (2 * 24 + 12) * kMsPerHour;
                const UtcMs at = random.uniform() < 0.5 ? noon : UtcMs(random.below(kWeek));
                cells.placed.push_back(
                    {kMonday + week * kWeek + at, int(cell), random.uniform() < 0.3 ? 1 : 0});
            }
        }
    }
    // The first moment is the begin of the study.
    cells.placed.push_back({kMonday, 0, 0});
    std::sort(cells.placed.begin(), cells.placed.end(),
        [](const PlacedIncident &a, const PlacedIncident &b) { return a.at < b.at; });
    return cells;
}

std::vector<double> hilly(int columns, int rows)
{
    std::vector<double> rates;
    for (int i = 0; i < columns * rows; ++i)
        rates.push_back(3.0 * std::exp(-0.5 * (i % columns)) + 0.1);
    return rates;
}

/// The mean of the area is all that a cell leans on.
RiskSpec plain(double priorWeight)
{
    RiskSpec spec;
    spec.surroundings = {0.0, 0.0, 1.0};
    spec.priorWeight = priorWeight;
    return spec;
}

} // namespace

class tst_RiskModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void poissonCounts();
    void overdispersedCounts();
    void closedForm();
    void shortMemoryForgets();
    void knowsNoFuture();
    void tuningFindsWhatHelps();
    void probabilitiesComeTrue();
    void hoursOfTheWeek();
    void typesLeanOnAllTypes();
    void ordersCellsByCountsUnlessItDoesBetter();
    void refuses();
};

void tst_RiskModel::poissonCounts()
{
    const ExpectedCount two{2.0, 0.0, 0.0, 1.0 - std::exp(-2.0)};
    QVERIFY(std::abs(two.probability(0) - 0.135335) < 1e-6);
    QVERIFY(std::abs(two.probability(3) - 0.180447) < 1e-6);
    QCOMPARE(two.probability(-1), 0.0);
    QCOMPARE(two.quantile(0.1), 0);
    QCOMPARE(two.quantile(0.5), 2);
    QCOMPARE(two.quantile(0.9), 4);
    const ExpectedCount thousand{1000.0, 0.0, 0.0, 1.0};
    QCOMPARE(thousand.quantile(0.9), 1041); // 1000 + 1.2816 sqrt(1000)
    const ExpectedCount none{0.0, 0.0, 0.0, 0.0};
    QCOMPARE(none.quantile(0.9), 0);
}

void tst_RiskModel::overdispersedCounts()
{
    // Negative binomial with mean 3 and size 2: P(0) = (2/5)^2, P(1) = 2 (2/5)^2 (3/5).
    const ExpectedCount wide{3.0, 0.0, 0.5, 0.84};
    QVERIFY(std::abs(wide.probability(0) - 0.16) < 1e-12);
    QVERIFY(std::abs(wide.probability(1) - 0.192) < 1e-12);
    double sum = 0.0;
    double mean = 0.0;
    double squares = 0.0;
    for (int i = 0; i < 200; ++i) {
        sum += wide.probability(i);
        mean += i * wide.probability(i);
        squares += double(i) * i * wide.probability(i);
    }
    QVERIFY(std::abs(sum - 1.0) < 1e-9);
    QVERIFY(std::abs(mean - 3.0) < 1e-9);
    QVERIFY(std::abs(squares - mean * mean - 7.5) < 1e-6); // 3 + 0.5 * 9
}

void tst_RiskModel::closedForm()
{
    // Ten weeks; cells with 20, 4 and 0 incidents: mean rate 0.8.
    CellIncidents cells = emptyCells(3, 1);
    for (int i = 0; i < 24; ++i)
        cells.placed.push_back({kMonday + (i == 0 ? 0 : i * 2 * kMsPerDay), i < 20 ? 0 : 1, 0});
    const auto model = RiskModel::fit(cells, kMonday + 10 * kWeek, plain(4.0));
    VERIFY_OK(model);
    const std::vector<ExpectedCount> week = model->expected();
    for (int i = 0; i < 3; ++i) {
        const double count = i == 0 ? 20.0 : i == 1 ? 4.0 : 0.0;
        const double mean = (4.0 + count) / (4.0 / 0.8 + 10.0);
        QVERIFY(std::abs(week[std::size_t(i)].mean - mean) < 1e-9);
        QVERIFY(
            std::abs(week[std::size_t(i)].meanDeviation - mean / std::sqrt(4.0 + count)) < 1e-6);
        QVERIFY(std::abs(week[std::size_t(i)].atLeastOne - (1.0 - std::exp(-mean))) < 1e-9);
    }
    QVERIFY(std::abs(model->expected(14.0)[0].mean - 2.0 * week[0].mean) < 1e-12);
}

void tst_RiskModel::shortMemoryForgets()
{
    // Everything moved from the first cell to the second one in the last five of twenty weeks.
    CellIncidents cells = emptyCells(2, 1);
    for (int week = 0; week < 20; ++week) {
        for (int i = 0; i < 10; ++i)
            cells.placed.push_back({kMonday + week * kWeek + i, week < 15 ? 0 : 1, 0});
    }
    RiskSpec spec = plain(1.0);
    const auto slow = RiskModel::fit(cells, kMonday + 20 * kWeek, spec);
    VERIFY_OK(slow);
    QVERIFY(slow->expected()[0].mean > slow->expected()[1].mean);
    spec.longRunShare = 0.0;
    spec.memories = {{1.0, 0.0, 1.0, 1.0}};
    const auto quick = RiskModel::fit(cells, kMonday + 20 * kWeek, spec);
    VERIFY_OK(quick);
    QVERIFY(quick->expected()[0].mean < 0.3 * quick->expected()[1].mean);
}

void tst_RiskModel::knowsNoFuture()
{
    CellIncidents cells = simulated(hilly(5, 5), 5, 40);
    const UtcMs until = kMonday + 30 * kWeek;
    const auto before = RiskModel::tuned(cells, until, QTimeZone::utc());
    VERIFY_OK(before);
    const auto fitted = RiskModel::fit(cells, until, *before);
    VERIFY_OK(fitted);
    for (PlacedIncident &incident : cells.placed) {
        if (incident.at >= until)
            incident.cell = 24 - incident.cell;
    }
    const auto after = RiskModel::tuned(cells, until, QTimeZone::utc());
    VERIFY_OK(after);
    const auto again = RiskModel::fit(cells, until, *after);
    VERIFY_OK(again);
    QCOMPARE(after->surroundings, before->surroundings);
    QCOMPARE(after->dispersion, before->dispersion);
    for (std::size_t i = 0; i < 25; ++i) {
        QCOMPARE(again->expected()[i].mean, fitted->expected()[i].mean);
        QCOMPARE(again->expectedInHour(60)[i].mean, fitted->expectedInHour(60)[i].mean);
    }
}

void tst_RiskModel::tuningFindsWhatHelps()
{
    // All cells alike: leaning on the area is right, and there is nothing beyond Poisson.
    const CellIncidents even = simulated(std::vector<double>(100, 0.5), 10, 40);
    const auto alike = RiskModel::tuned(even, kMonday + 40 * kWeek, QTimeZone::utc());
    VERIFY_OK(alike);
    QCOMPARE(alike->priorWeight, 16.0);
    QVERIFY2(alike->dispersion < 0.1, qPrintable(QString::number(alike->dispersion)));
    // Neighbours that have nothing in common: cells lean on themselves.
    Random random(5);
    std::vector<double> rates;
    for (int i = 0; i < 100; ++i)
        rates.push_back(random.uniform() < 0.2 ? 5.0 : 0.05);
    const CellIncidents uneven = simulated(rates, 10, 40);
    const auto own = RiskModel::tuned(uneven, kMonday + 40 * kWeek, QTimeZone::utc());
    VERIFY_OK(own);
    QVERIFY(own->priorWeight <= 1.0);
}

void tst_RiskModel::probabilitiesComeTrue()
{
    const std::vector<double> rates = hilly(8, 8);
    const CellIncidents cells = simulated(rates, 8, 60);
    const UtcMs until = kMonday + 60 * kWeek;
    const auto spec = RiskModel::tuned(cells, until, QTimeZone::utc());
    VERIFY_OK(spec);
    const auto model = RiskModel::fit(cells, until, *spec);
    VERIFY_OK(model);
    const std::vector<ExpectedCount> week = model->expected();
    double expected = 0.0;
    double worst = 0.0;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        expected += week[i].mean;
        worst = std::max(worst, std::abs(week[i].mean - rates[i]) / week[i].meanDeviation);
    }
    const double all = std::accumulate(rates.begin(), rates.end(), 0.0);
    QVERIFY2(std::abs(expected - all) < 0.15 * all, qPrintable(QString::number(expected)));
    QVERIFY2(worst < 5.0, qPrintable(QString::number(worst)));
    // New counts lie between the quantiles as often as promised.
    Random random(77);
    double promised = 0.0;
    double inside = 0.0;
    for (int draw = 0; draw < 50; ++draw) {
        for (std::size_t i = 0; i < rates.size(); ++i) {
            const int low = week[i].quantile(0.1);
            const int high = week[i].quantile(0.9);
            for (int count = low; count <= high; ++count)
                promised += week[i].probability(count);
            const int came = random.poisson(rates[i]);
            inside += came >= low && came <= high ? 1.0 : 0.0;
        }
    }
    QVERIFY2(std::abs(promised - inside) < 0.05 * promised,
        qPrintable(QStringLiteral("%1 %2").arg(promised).arg(inside)));
}

void tst_RiskModel::hoursOfTheWeek()
{
    const CellIncidents cells = simulated(hilly(4, 4), 4, 40);
    RiskSpec spec = plain(4.0);
    const auto model = RiskModel::fit(cells, kMonday + 40 * kWeek, spec);
    VERIFY_OK(model);
    double area = 0.0;
    std::vector<double> sums(16, 0.0);
    for (int hour = 0; hour < kHoursPerWeek; ++hour) {
        area += model->profile().areaShare(hour);
        const auto counts = model->expectedInHour(hour);
        for (std::size_t i = 0; i < sums.size(); ++i)
            sums[i] += counts[i].mean;
    }
    QVERIFY(std::abs(area - 1.0) < 1e-9);
    for (std::size_t i = 0; i < sums.size(); ++i)
        QVERIFY(std::abs(sums[i] - model->expected()[i].mean) < 1e-9);
    QVERIFY(model->profile().areaShare(60) > 0.4); // Wednesday noon
    QCOMPARE(model->expectedInHour(60 + 168)[3].mean, model->expectedInHour(60)[3].mean);
    // Three hours east of Greenwich noon is at 15.
    spec.zone = QTimeZone(3 * 3600);
    const auto east = RiskModel::fit(cells, kMonday + 40 * kWeek, spec);
    VERIFY_OK(east);
    QVERIFY(east->profile().areaShare(63) > 0.4);
}

void tst_RiskModel::typesLeanOnAllTypes()
{
    const CellIncidents cells = simulated(hilly(6, 6), 6, 40);
    const UtcMs until = kMonday + 40 * kWeek;
    const auto spec = RiskModel::tuned(cells, until, QTimeZone::utc(), 1);
    VERIFY_OK(spec);
    QCOMPARE(spec->surroundings.size(), std::size_t(5));
    QVERIFY(spec->surroundings[3] + spec->surroundings[4] > 0.2);
    const auto model = RiskModel::fit(cells, until, *spec, 1);
    VERIFY_OK(model);
    const auto all = RiskModel::fit(cells, until, plain(4.0));
    VERIFY_OK(all);
    QVERIFY(model->expected()[0].mean < 0.6 * all->expected()[0].mean); // 30 % of them
}

void tst_RiskModel::ordersCellsByCountsUnlessItDoesBetter()
{
    const CellIncidents cells = simulated(hilly(10, 10), 10, 60);
    const UtcMs until = kMonday + 60 * kWeek;
    auto spec = RiskModel::tuned(cells, until, QTimeZone::utc());
    VERIFY_OK(spec);
    QCOMPARE(spec->order.size(), std::size_t(4));
    spec->order = {{1.0, 0.0}};
    const auto model = RiskModel::fit(cells, until, *spec);
    VERIFY_OK(model);
    const std::vector<double> counts = countMap(cells, {0, until});
    for (std::size_t a = 0; a < counts.size(); ++a) {
        for (std::size_t b = 0; b < counts.size(); ++b) {
            if (counts[a] > counts[b])
                QVERIFY(model->urgency()[a] > model->urgency()[b]);
        }
    }
    spec->order = {{1.0, 2.0}};
    QCOMPARE(RiskModel::fit(cells, until, *spec).error().code, Errc::Usage);
}

void tst_RiskModel::refuses()
{
    const CellIncidents cells = simulated(hilly(4, 4), 4, 20);
    QCOMPARE(RiskModel::fit(cells, kMonday + 2 * kWeek, plain(4.0)).error().code, Errc::Shape);
    QCOMPARE(
        RiskModel::tuned(cells, kMonday + 5 * kWeek, QTimeZone::utc()).error().code, Errc::Shape);
    RiskSpec spec = plain(-1.0);
    QCOMPARE(RiskModel::fit(cells, kMonday + 20 * kWeek, spec).error().code, Errc::Usage);
    spec = plain(4.0);
    spec.memories = {{0.0, 0.0, 1.0, 0.5}};
    QCOMPARE(RiskModel::fit(cells, kMonday + 20 * kWeek, spec).error().code, Errc::Usage);
    QCOMPARE(RiskModel::fit(cells, kMonday + 20 * kWeek, plain(4.0), 1).error().code, Errc::Usage);
    TaskContext stopped;
    stopped.cancelled = [] { return true; };
    QCOMPARE(RiskModel::tuned(cells, kMonday + 20 * kWeek, QTimeZone::utc(), kAllTypes, 26, stopped)
                 .error()
                 .code,
        Errc::Cancelled);
}

QTEST_APPLESS_MAIN(tst_RiskModel)
#include "tst_risk_model.moc"
