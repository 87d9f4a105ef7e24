// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/worst_cases.h"

#include "base/random.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace belvedere;

class tst_WorstCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neighboursGiveWay();
    void equalOnesInOrder();
    void sameAsWithEverythingKept();
};

static std::vector<int> stepsOf(const std::vector<WorstCases::Case> &cases)
{
    std::vector<int> steps;
    for (const WorstCases::Case &one : cases)
        steps.push_back(one.lastStep);
    return steps;
}

// A peak at 10 with shoulders: those within the horizon go, at another site they stay.
void tst_WorstCases::neighboursGiveWay()
{
    WorstCases worst(3, 10);
    for (int step = 5; step <= 15; ++step)
        worst.add(step, SiteId(0), 20.0 - std::abs(step - 10));
    worst.add(11, SiteId(1), 18.5);
    QCOMPARE(stepsOf(std::move(worst).take()), (std::vector<int>{10, 11, 7, 13}));
}

void tst_WorstCases::equalOnesInOrder()
{
    WorstCases worst(1, 3);
    for (const int step : {4, 2, 3, 1})
        worst.add(step, SiteId(0), 1.0);
    QCOMPARE(stepsOf(std::move(worst).take()), (std::vector<int>{1, 2, 3}));
}

// Against a second implementation that sorts all of them.
void tst_WorstCases::sameAsWithEverythingKept()
{
    constexpr int kHorizon = 4;
    constexpr int kMost = 20;
    Random random(5);
    WorstCases worst(kHorizon, kMost);
    std::vector<WorstCases::Case> all;
    for (int step = 0; step < 400; ++step) {
        for (int site = 0; site < 3; ++site) {
            // Slow waves, so that bad windows come in heaps.
            const double error =
                std::round(10.0 * (2.0 + std::sin(step * 0.05 + site) + 0.1 * random.uniform()));
            worst.add(step, SiteId(site), error);
            all.push_back({step, SiteId(site), error});
        }
    }
    std::stable_sort(
        all.begin(), all.end(), [](const auto &a, const auto &b) { return a.error > b.error; });
    std::vector<WorstCases::Case> wanted;
    for (const auto &one : all) {
        const bool free = std::none_of(wanted.begin(), wanted.end(), [&](const auto &other) {
            return other.site == one.site && std::abs(other.lastStep - one.lastStep) < kHorizon;
        });
        if (free && wanted.size() < kMost)
            wanted.push_back(one);
    }
    const std::vector<WorstCases::Case> found = std::move(worst).take();
    QCOMPARE(found.size(), wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        QCOMPARE(found[i].lastStep, wanted[i].lastStep);
        QVERIFY(found[i].site == wanted[i].site);
        QCOMPARE(found[i].error, wanted[i].error);
    }
}

QTEST_GUILESS_MAIN(tst_WorstCases)
#include "tst_worst_cases.moc"
