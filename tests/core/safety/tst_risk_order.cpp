// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/risk_order.h"

#include "base/random.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace belvedere;

namespace {

/// The cells, the most urgent first.
std::vector<int> orderOf(const std::vector<double> &urgency)
{
    std::vector<int> order(urgency.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
        [&](int a, int b) { return urgency[std::size_t(a)] > urgency[std::size_t(b)]; });
    return order;
}

/// A hundred cells; where most happened so far and where most happens now, by number.
OrderChoice choiceOf(int weeks, bool moved, bool modelKnows)
{
    Random random(3);
    OrderChoice choice;
    for (int week = 0; week < weeks; ++week) {
        std::vector<double> counts;
        std::vector<double> expected;
        std::vector<double> came;
        for (int cell = 0; cell < 100; ++cell) {
            const bool many = cell % 2 == 0;
            counts.push_back(many ? 100.0 + 4.0 * cell : 10.0);
            const double rate = many == moved ? 0.5 : moved ? 4.0 : counts.back() / 50.0;
            came.push_back(random.poisson(rate));
            expected.push_back(modelKnows ? rate : random.uniform());
        }
        choice.add(std::move(counts), expected, std::move(came));
    }
    return choice;
}

} // namespace

class tst_RiskOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutBandsTheModelDecides();
    void countsAloneKeepTheirOrder();
    void eachBandHasItsOwnOrder();
    void levelsDoNotMatter();
    void theModelHasToEarnItsPlace_data();
    void theModelHasToEarnItsPlace();
    void nothingToChooseFrom();
};

void tst_RiskOrder::withoutBandsTheModelDecides()
{
    QCOMPARE(urgencyOf({1, 2, 3}, {0.3, 0.2, 0.1}, {}), (std::vector<double>{0.3, 0.2, 0.1}));
}

void tst_RiskOrder::countsAloneKeepTheirOrder()
{
    // Of equal ones the later comes first, as where rankings are scored.
    const auto urgency = urgencyOf({5, 7, 5, 0}, {9, 1, 1, 9}, {{0.5, 0.0}, {1.0, 0.0}});
    QCOMPARE(orderOf(urgency), (std::vector<int>{1, 2, 0, 3}));
}

void tst_RiskOrder::eachBandHasItsOwnOrder()
{
    // Half by the counts, the rest by the model.
    const auto urgency = urgencyOf({9, 8, 2, 1}, {1, 2, 3, 14}, {{0.5, 0.0}, {1.0, 1.0}});
    QCOMPARE(orderOf(urgency), (std::vector<int>{0, 1, 3, 2}));
    // The last weight holds for what is left.
    const auto rest = urgencyOf({9, 8, 2, 1}, {1, 2, 3, 14}, {{0.25, 1.0}});
    QCOMPARE(orderOf(rest), (std::vector<int>{3, 2, 1, 0}));
}

void tst_RiskOrder::levelsDoNotMatter()
{
    Random random(4);
    std::vector<double> counts;
    std::vector<double> expected;
    for (int i = 0; i < 200; ++i) {
        counts.push_back(random.poisson(3.0));
        expected.push_back(random.uniform());
    }
    std::vector<double> tenfold = expected;
    for (double &value : tenfold)
        value *= 10.0;
    const std::vector<OrderBand> bands = {{0.1, 0.25}, {0.2, 0.5}};
    QCOMPARE(
        orderOf(urgencyOf(counts, tenfold, bands)), orderOf(urgencyOf(counts, expected, bands)));
}

void tst_RiskOrder::theModelHasToEarnItsPlace_data()
{
    QTest::addColumn<int>("weeks");
    QTest::addColumn<bool>("moved");
    QTest::addColumn<bool>("modelKnows");
    QTest::addColumn<bool>("chosen");
    QTest::newRow("it knows what counts do not") << 20 << true << true << true;
    QTest::newRow("it says anything") << 20 << false << false << false;
    QTest::newRow("it knows the same") << 20 << false << true << false;
    QTest::newRow("three weeks prove nothing") << 3 << true << true << false;
}

void tst_RiskOrder::theModelHasToEarnItsPlace()
{
    QFETCH(const int, weeks);
    QFETCH(const bool, moved);
    QFETCH(const bool, modelKnows);
    QFETCH(const bool, chosen);
    const std::vector<OrderBand> bands = choiceOf(weeks, moved, modelKnows).bands();
    QCOMPARE(bands.size(), std::size_t(4));
    QCOMPARE(bands[0].share, 0.01);
    for (const OrderBand &band : bands)
        QCOMPARE(band.modelWeight > 0.0, chosen);
}

void tst_RiskOrder::nothingToChooseFrom()
{
    QVERIFY(OrderChoice().bands().empty());
}

QTEST_APPLESS_MAIN(tst_RiskOrder)
#include "tst_risk_order.moc"
