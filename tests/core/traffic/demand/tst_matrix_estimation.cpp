// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/demand/matrix_estimation.h"

#include "support/made_network.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

EstimationOptions exact()
{
    EstimationOptions options;
    options.assignment.relativeGap = 1e-8;
    return options;
}

/// Counts on every third street, of a matrix that the estimate does not know.
struct Counted
{
    MadeNetwork made;
    AssignmentNetwork network;
    std::vector<LinkCount> counts;
    OdMatrix guess;
};

Counted counted(std::uint64_t seed)
{
    Counted result;
    result.made = madeNetwork(MadeNetworkSpec(), seed);
    result.network = result.made.network();
    const auto truth = assign(result.network, {result.made.trips}, exact().assignment);
    for (std::size_t link = 0; link < truth->flow.size(); link += 3)
        result.counts.push_back({static_cast<std::int32_t>(link), truth->flow[link], 1.0});
    Random random(seed + 50);
    result.guess = result.made.trips.scaled(
        [&](std::size_t, std::size_t) { return random.uniform(0.6, 1.5); });
    return result;
}

double distance(const OdMatrix &a, const OdMatrix &b)
{
    double sum = 0.0;
    for (const OdPair &pair : a.pairs()) {
        const double off = pair.trips
            - b.at(
                static_cast<std::size_t>(pair.origin), static_cast<std::size_t>(pair.destination));
        sum += off * off;
    }
    return std::sqrt(sum);
}

} // namespace

class tst_MatrixEstimation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsAreMet_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 5; ++seed)
            QTest::addRow("%d", int(seed)) << seed;
    }
    void countsAreMet()
    {
        QFETCH(quint64, seed);
        const Counted city = counted(seed);
        const auto estimated = estimateMatrix(city.network, {city.guess}, city.counts, exact());
        VERIFY_OK(estimated);
        QVERIFY(estimated->misfit.back() < 0.1 * estimated->misfit.front());
        QVERIFY(estimated->after.rootMeanSquare < 0.35 * estimated->before.rootMeanSquare);
        QVERIFY(estimated->after.rSquared > estimated->before.rSquared);
        QVERIFY(std::is_sorted(estimated->misfit.rbegin(), estimated->misfit.rend()));
        // No pair appears or vanishes, and the flows belong to the trips.
        QCOMPARE(estimated->trips.pairCount(), city.guess.pairCount());
        const auto again = assign(city.network, {estimated->trips}, exact().assignment);
        VERIFY_OK(again);
        QVERIFY(std::abs(again->objective - estimated->result.objective) < 1e-6 * again->objective);
    }

    void aRightMatrixStays()
    {
        const Counted city = counted(2);
        const auto estimated =
            estimateMatrix(city.network, {city.made.trips}, city.counts, exact());
        VERIFY_OK(estimated);
        QVERIFY(distance(city.made.trips, estimated->trips) < 1e-3 * city.made.trips.total());
        QVERIFY(estimated->after.rSquared > 1.0 - 1e-6);
        QCOMPARE(estimated->after.gehBelow5, 1.0);
    }

    void aTrustedMatrixIsKept()
    {
        const Counted city = counted(4);
        double last = 1e300;
        for (const double keep : {0.0, 1.0, 100.0, 1e6}) {
            EstimationOptions options = exact();
            options.keep = keep;
            const auto estimated = estimateMatrix(city.network, {city.guess}, city.counts, options);
            VERIFY_OK(estimated);
            const double moved = distance(city.guess, estimated->trips);
            QVERIFY2(moved <= last, qPrintable(QString::number(keep)));
            last = moved;
        }
        QVERIFY(last < 1e-2 * city.guess.total());
    }

    void badCountsAreNamed()
    {
        const Counted city = counted(1);
        QVERIFY(!estimateMatrix(city.network, {city.guess}, {}, exact()));
        QVERIFY(!estimateMatrix(city.network, {city.guess}, {{999999, 1.0, 1.0}}, exact()));
        const auto negative = estimateMatrix(city.network, {city.guess}, {{0, -1.0, 1.0}}, exact());
        QVERIFY(!negative);
        QVERIFY(negative.error().message().contains(city.network.linkName(0)));
    }
};

QTEST_GUILESS_MAIN(tst_MatrixEstimation)
#include "tst_matrix_estimation.moc"
