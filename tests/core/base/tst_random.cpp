// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include <QTest>

#include <array>
#include <cmath>
#include <set>

using namespace belvedere;

class tst_Random : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownVector();
    void uniformStaysInside();
    void moments_data();
    void moments();
    void belowReachesAll();
    void splitsAreIndependent();
};

/// Reference output of splitmix64.c by Vigna for seed 1234567.
void tst_Random::knownVector()
{
    Random random(1234567);
    constexpr std::array<std::uint64_t, 5> kExpected = {6457827717110365317ULL,
        3203168211198807973ULL, 9817491932198370423ULL, 4593380528125082431ULL,
        16408922859458223821ULL};
    for (const std::uint64_t expected : kExpected)
        QCOMPARE(random.next(), expected);
}

void tst_Random::uniformStaysInside()
{
    Random random(1);
    double smallest = 1.0;
    double largest = 0.0;
    for (int i = 0; i < 100000; ++i) {
        const double u = random.uniform();
        QVERIFY(u >= 0.0 && u < 1.0);
        smallest = std::min(smallest, u);
        largest = std::max(largest, u);
        const double x = random.uniform(-3.0, 5.0);
        QVERIFY(x >= -3.0 && x < 5.0);
    }
    QVERIFY(smallest < 1e-3 && largest > 1.0 - 1e-3);
}

void tst_Random::moments_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("variance");
    QTest::newRow("uniform") << QStringLiteral("uniform") << 0.5 << 1.0 / 12.0;
    QTest::newRow("normal") << QStringLiteral("normal") << 2.0 << 9.0;
    QTest::newRow("exponential") << QStringLiteral("exponential") << 4.0 << 16.0;
    QTest::newRow("poisson, few") << QStringLiteral("poisson3") << 3.0 << 3.0;
    // Cut off at zero and rounded, which adds 1/12 to the variance.
    QTest::newRow("poisson, many") << QStringLiteral("poisson50") << 50.0 << 50.0 + 1.0 / 12.0;
}

void tst_Random::moments()
{
    QFETCH(const QString, kind);
    QFETCH(const double, mean);
    QFETCH(const double, variance);
    constexpr int kDraws = 200000;
    Random random(99);
    double sum = 0.0;
    double squares = 0.0;
    for (int i = 0; i < kDraws; ++i) {
        const double x = kind == QLatin1String("uniform") ? random.uniform()
            : kind == QLatin1String("normal")             ? random.normal(2.0, 3.0)
            : kind == QLatin1String("exponential")        ? random.exponential(4.0)
            : kind == QLatin1String("poisson3")           ? random.poisson(3.0)
                                                          : random.poisson(50.0);
        sum += x;
        squares += (x - mean) * (x - mean);
    }
    // Five standard errors of the mean; of the variance with room for heavy tails.
    QVERIFY2(std::abs(sum / kDraws - mean) < 5.0 * std::sqrt(variance / kDraws),
        qPrintable(QString::number(sum / kDraws)));
    QVERIFY2(std::abs(squares / kDraws / variance - 1.0) < 0.05,
        qPrintable(QString::number(squares / kDraws)));
    QCOMPARE(random.poisson(0.0), 0);
    QCOMPARE(random.poisson(-1.0), 0);
}

void tst_Random::belowReachesAll()
{
    Random random(5);
    std::set<std::uint64_t> seen;
    for (int i = 0; i < 1000; ++i)
        seen.insert(random.below(7));
    QCOMPARE(seen.size(), std::size_t(7));
    QCOMPARE(*seen.rbegin(), std::uint64_t(6));
}

void tst_Random::splitsAreIndependent()
{
    const Random root(3);
    std::set<std::uint64_t> firsts;
    for (std::uint64_t part = 0; part < 1000; ++part)
        firsts.insert(root.split(part).next());
    QCOMPARE(firsts.size(), std::size_t(1000));
    QCOMPARE(root.split(17).next(), Random(3).split(17).next());
}

QTEST_GUILESS_MAIN(tst_Random)
#include "tst_random.moc"
