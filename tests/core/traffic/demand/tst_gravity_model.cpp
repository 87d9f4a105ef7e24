// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/demand/gravity_model.h"

#include "base/random.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <numeric>

using namespace belvedere;

namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();

struct Made
{
    TripEnds ends;
    std::vector<double> minutes;
};

Made made(std::uint64_t seed)
{
    Random random(seed);
    constexpr std::size_t kZones = 12;
    Made result;
    for (std::size_t zone = 0; zone < kZones; ++zone) {
        result.ends.from.push_back(random.uniform(50.0, 500.0));
        result.ends.to.push_back(random.uniform(50.0, 500.0));
    }
    for (std::size_t cell = 0; cell < kZones * kZones; ++cell)
        result.minutes.push_back(random.uniform(2.0, 30.0));
    return result;
}

} // namespace

class tst_GravityModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalZonesShareEqually()
    {
        const TripEnds ends{{100.0, 100.0, 100.0}, {100.0, 100.0, 100.0}};
        const auto demand = gravityModel(ends, std::vector<double>(9, 7.0));
        VERIFY_OK(demand);
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t j = 0; j < 3; ++j)
                QVERIFY(std::abs(demand->trips.at(i, j) - (i == j ? 0.0 : 50.0)) < 1e-6);
        QVERIFY(std::abs(demand->meanMinutes - 7.0) < 1e-9);
    }

    void sumsAreMet_data()
    {
        QTest::addColumn<quint64>("seed");
        for (quint64 seed = 1; seed <= 5; ++seed)
            QTest::addRow("%d", int(seed)) << seed;
    }
    void sumsAreMet()
    {
        QFETCH(quint64, seed);
        const Made zones = made(seed);
        const auto demand = gravityModel(zones.ends, zones.minutes);
        VERIFY_OK(demand);
        const std::size_t count = zones.ends.from.size();
        const double scale = std::accumulate(zones.ends.from.begin(), zones.ends.from.end(), 0.0)
            / std::accumulate(zones.ends.to.begin(), zones.ends.to.end(), 0.0);
        for (std::size_t i = 0; i < count; ++i) {
            double from = 0.0;
            double to = 0.0;
            for (std::size_t j = 0; j < count; ++j) {
                from += demand->trips.at(i, j);
                to += demand->trips.at(j, i);
            }
            QVERIFY(std::abs(from - zones.ends.from[i]) < 1e-5 * from);
            QVERIFY(std::abs(to - scale * zones.ends.to[i]) < 1e-5 * to);
        }
        // The ratio of the gravity model: T_ij T_kl / (T_il T_kj) depends on the times alone.
        const auto t = [&](std::size_t i, std::size_t j) { return demand->trips.at(i, j); };
        const auto c = [&](std::size_t i, std::size_t j) { return zones.minutes[i * count + j]; };
        const double expected = std::exp(-0.1 * (c(0, 1) + c(2, 3) - c(0, 3) - c(2, 1)));
        QVERIFY(std::abs(t(0, 1) * t(2, 3) / (t(0, 3) * t(2, 1)) - expected) < 1e-6 * expected);
    }

    void theMeanIsMet()
    {
        const Made zones = made(3);
        for (const double mean : {10.0, 12.0, 15.0}) {
            const auto demand = gravityModelOfMean(zones.ends, zones.minutes, mean);
            VERIFY_OK(demand);
            QVERIFY(std::abs(demand->meanMinutes - mean) < 1e-3 * mean);
        }
        QVERIFY(!gravityModelOfMean(zones.ends, zones.minutes, 500.0));
    }

    void tripEndsFollowPeopleAndJobs()
    {
        const std::vector<CityZone> zones = {{1, {}, 900.0, 0.0}, {2, {}, 100.0, 500.0}};
        const TripEnds morning = tripEndsOf(zones, {0.5, 1.0});
        QCOMPARE(morning.from, (std::vector<double>{450.0, 50.0}));
        QCOMPARE(morning.to, (std::vector<double>{0.0, 500.0}));
        const TripEnds evening = tripEndsOf(zones, {0.5, 0.0});
        QCOMPARE(evening.from, morning.to);
        QCOMPARE(evening.to, morning.from);
    }

    void badInputIsNamed_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("word");
        QTest::newRow("sizes") << 0 << QStringLiteral("3 zones");
        QTest::newRow("negative") << 1 << QStringLiteral("zone 2");
        QTest::newRow("cutOff") << 2 << QStringLiteral("zone 3");
    }
    void badInputIsNamed()
    {
        QFETCH(int, kind);
        QFETCH(QString, word);
        TripEnds ends{{100.0, 100.0, 100.0}, {100.0, 100.0, 100.0}};
        std::vector<double> minutes(9, 5.0);
        if (kind == 0)
            minutes.pop_back();
        if (kind == 1)
            ends.from[1] = -1.0;
        if (kind == 2)
            minutes[6] = minutes[7] = kFar;
        const auto demand = gravityModel(ends, minutes);
        QVERIFY(!demand);
        QVERIFY2(demand.error().message().contains(word), qPrintable(demand.error().message()));
    }
};

QTEST_GUILESS_MAIN(tst_GravityModel)
#include "tst_gravity_model.moc"
