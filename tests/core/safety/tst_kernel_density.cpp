// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/kernel_density.h"

#include "base/random.h"
#include "core/safety/cells_of_counts.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace belvedere;

namespace {

double sumOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Share of a standard Gaussian between two places.
double between(double low, double high)
{
    return 0.5 * (std::erfc(-high / std::sqrt(2.0)) - std::erfc(-low / std::sqrt(2.0)));
}

} // namespace

class tst_KernelDensity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheGaussianOverEachCell();
    void sumIsKept_data();
    void sumIsKept();
    void lostAtAStraightEdge();
    void narrowKernelChangesNothing();
    void recentIncidentsWeighMore();
    void knowsNoFuture();
    void scottsRule();
    void refuses();
};

void tst_KernelDensity::isTheGaussianOverEachCell()
{
    const CellIncidents cells = emptyCells(41, 41, 100.0);
    std::vector<double> weights(41 * 41, 0.0);
    weights[20 * 41 + 20] = 3.0;
    const auto density = smoothed(cells.area, weights, 250.0, KernelEdge::Lost);
    VERIFY_OK(density);
    for (const auto &[east, north] : {std::pair(20, 20), std::pair(23, 20), std::pair(15, 27)}) {
        const double x = (east - 20) / 2.5;
        const double y = (north - 20) / 2.5;
        const double expected = 3.0 * between(x - 0.2, x + 0.2) * between(y - 0.2, y + 0.2);
        const double got = (*density)[std::size_t(north * 41 + east)];
        QVERIFY2(std::abs(got - expected) < 3e-4 * expected,
            qPrintable(QStringLiteral("%1 %2").arg(got).arg(expected)));
    }
    QVERIFY(std::abs(sumOf(*density) - 3.0) < 1e-9);
}

void tst_KernelDensity::sumIsKept_data()
{
    QTest::addColumn<double>("bandwidthM");
    for (const double bandwidth : {50.0, 300.0, 500.0, 2000.0, 50000.0})
        QTest::addRow("%g m", bandwidth) << bandwidth;
}

void tst_KernelDensity::sumIsKept()
{
    QFETCH(const double, bandwidthM);
    // An area with holes, as a city by a lake.
    Random random(5);
    std::vector<GridCell> cells;
    for (int north = 0; north < 30; ++north) {
        for (int east = 0; east < 20; ++east) {
            if (random.uniform() < 0.6)
                cells.push_back({north, east});
        }
    }
    const auto area = StudyArea::make(*SquareGrid::make({11.2, 44.5}, 500.0), cells);
    VERIFY_OK(area);
    std::vector<double> weights;
    for (int i = 0; i < area->size(); ++i)
        weights.push_back(random.poisson(0.7));
    const auto density = smoothed(*area, weights, bandwidthM, KernelEdge::Corrected);
    VERIFY_OK(density);
    QVERIFY(std::abs(sumOf(*density) - sumOf(weights)) < 1e-6 * sumOf(weights));
    const auto lost = smoothed(*area, weights, bandwidthM, KernelEdge::Lost);
    VERIFY_OK(lost);
    QVERIFY(sumOf(*lost) <= sumOf(weights) * (1.0 + 1e-9));
}

void tst_KernelDensity::lostAtAStraightEdge()
{
    const CellIncidents cells = emptyCells(60, 61, 100.0);
    std::vector<double> weights(60 * 61, 0.0);
    weights[30 * 60] = 1.0; // half a cell from the western edge
    const auto lost = smoothed(cells.area, weights, 500.0, KernelEdge::Lost);
    VERIFY_OK(lost);
    QVERIFY(std::abs(sumOf(*lost) - (0.5 + between(0.0, 0.1))) < 1e-4);
    const auto kept = smoothed(cells.area, weights, 500.0, KernelEdge::Corrected);
    VERIFY_OK(kept);
    QVERIFY(std::abs(sumOf(*kept) - 1.0) < 1e-9);
}

void tst_KernelDensity::narrowKernelChangesNothing()
{
    const CellIncidents cells = emptyCells(5, 4, 500.0);
    std::vector<double> weights(20);
    std::iota(weights.begin(), weights.end(), 0.0);
    const auto same = smoothed(cells.area, weights, 1.0, KernelEdge::Corrected);
    VERIFY_OK(same);
    for (std::size_t i = 0; i < weights.size(); ++i)
        QVERIFY(std::abs((*same)[i] - weights[i]) < 1e-12);
}

void tst_KernelDensity::recentIncidentsWeighMore()
{
    CellIncidents cells = emptyCells(40, 1, 500.0);
    cells.placed = {{0, 5, 0}, {28 * kMsPerDay, 30, 0}};
    const auto density =
        kernelDensity(cells, {300.0, KernelEdge::Corrected, 14.0}, {0, 28 * kMsPerDay + 1});
    VERIFY_OK(density);
    // Two half-lives apart.
    QVERIFY(std::abs((*density)[30] / (*density)[5] - 4.0) < 1e-6);
    QVERIFY(std::abs(sumOf(*density) - 1.25) < 1e-6);
}

void tst_KernelDensity::knowsNoFuture()
{
    CellIncidents cells = emptyCells(10, 1, 500.0);
    cells.placed = {{0, 2, 0}, {kMsPerDay, 3, 1}, {9 * kMsPerDay, 7, 0}};
    const KernelSpec spec{400.0, KernelEdge::Corrected, 7.0};
    const auto before = kernelDensity(cells, spec, {0, 2 * kMsPerDay});
    VERIFY_OK(before);
    cells.placed.back().cell = 1;
    const auto after = kernelDensity(cells, spec, {0, 2 * kMsPerDay});
    VERIFY_OK(after);
    QCOMPARE(*before, *after);
    const auto one = kernelDensity(cells, spec, {0, 2 * kMsPerDay}, 1);
    VERIFY_OK(one);
    QVERIFY(sumOf(*one) < sumOf(*after));
}

void tst_KernelDensity::scottsRule()
{
    CellIncidents cells = emptyCells(21, 1, 600.0);
    for (int i = 0; i < 32; ++i)
        cells.placed.push_back({i, i % 2 == 0 ? 0 : 20, 0});
    // 32^(-1/6) = 0.561231; variances (10 cells)² to the east and 0 to the north.
    QVERIFY(std::abs(usualBandwidthM(cells) - 0.561231 * 6000.0 / std::sqrt(2.0)) < 0.1);
    QCOMPARE(usualBandwidthM(emptyCells(3, 1, 600.0)), 300.0);
}

void tst_KernelDensity::refuses()
{
    const CellIncidents cells = emptyCells(3, 1);
    for (const double bandwidth : {0.0, -1.0, std::nan("")}) {
        const auto density = kernelDensity(cells, {bandwidth, KernelEdge::Lost, 0.0});
        QVERIFY(!density);
        QCOMPARE(density.error().code, Errc::Usage);
    }
    QVERIFY(!kernelDensity(cells, {500.0, KernelEdge::Lost, -3.0}));
    QVERIFY(!smoothed(cells.area, {1.0}, 500.0, KernelEdge::Lost));
}

QTEST_APPLESS_MAIN(tst_KernelDensity)
#include "tst_kernel_density.moc"
