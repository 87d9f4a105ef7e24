// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/usual_pattern.h"

#include "base/random.h"
#include "core/models/histories.h"

#include <QTest>

using namespace belvedere;

class tst_UsualPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void constantStaysConstant();
    void leavingOutEqualsNotHavingSeen_data();
    void leavingOutEqualsNotHavingSeen();
    void unknownSiteHasTheMeanOfAll();
    void alwaysFinite();
};

void tst_UsualPattern::constantStaysConstant()
{
    const auto history =
        historyOf(9 * 288, 2, [](int, int site) { return site == 0 ? 5.0F : -3.0F; });
    const auto pattern = UsualPattern::fromSteps(*history, {0, 9 * 288});
    for (std::size_t i = 0; i < pattern.values().size(); ++i)
        QVERIFY(std::abs(pattern.values()[i] - (i % 2 == 0 ? 5.0F : -3.0F)) < 1e-4F);
    for (const float value : pattern.leavingOut(*history, {0, 9 * 288}))
        QVERIFY(std::abs(value - 5.0F) < 1e-4F || std::abs(value + 3.0F) < 1e-4F);
}

void tst_UsualPattern::leavingOutEqualsNotHavingSeen_data()
{
    QTest::addColumn<int>("step");
    QTest::newRow("first") << 0;
    QTest::newRow("second") << 1;
    QTest::newRow("middle") << 2000;
    QTest::newRow("midnight") << 3 * 288;
    QTest::newRow("last") << 16 * 288 - 1;
}

void tst_UsualPattern::leavingOutEqualsNotHavingSeen()
{
    QFETCH(const int, step);
    Random random(5);
    auto history = historyOf(16 * 288, 1, [&](int, int) {
        return random.uniform() < 0.2 ? kMissing : float(random.uniform(0, 100));
    });
    const StepRange all{0, history->axis.count};
    const float left =
        UsualPattern::fromSteps(*history, all).leavingOut(*history, all)[std::size_t(step)];

    // The same hours again without the observations around the step; the mean of the site is the
    // one thing that still knows them, by 5 observations of 4600.
    auto blanked = std::make_shared<ChannelHistory>(*history);
    for (int near = std::max(0, step - 2); near <= std::min(all.end - 1, step + 2); ++near)
        blanked->values[std::size_t(near)] = kMissing;
    const auto without = UsualPattern::fromSteps(*blanked, all);
    QVERIFY(std::abs(left - without.row(history->minuteOfWeekAt(step))[0]) < 0.02F);
    // Seen, it would differ by more.
    const auto with = UsualPattern::fromSteps(*history, all);
    QVERIFY(std::abs(left - with.row(history->minuteOfWeekAt(step))[0]) > 0.05F);
}

void tst_UsualPattern::unknownSiteHasTheMeanOfAll()
{
    const auto history =
        historyOf(8 * 288, 2, [](int, int site) { return site == 0 ? 12.0F : kMissing; });
    const auto pattern = UsualPattern::fromSteps(*history, {0, 8 * 288});
    QCOMPARE(pattern.unknown(), (std::vector<bool>{false, true}));
    QVERIFY(std::abs(pattern.row(0)[1] - 12.0F) < 1e-4F);
}

void tst_UsualPattern::alwaysFinite()
{
    Random random(17);
    for (int trial = 0; trial < 20; ++trial) {
        const double missing = random.uniform();
        const int steps = 30 + int(random.below(3000));
        auto history = historyOf(steps, 2, [&](int, int) {
            return random.uniform() < missing ? kMissing : float(random.uniform(-1e6, 1e6));
        });
        history->values[0] = 1.0F;
        const auto pattern = UsualPattern::fromSteps(*history, {0, steps});
        for (const float value : pattern.values())
            QVERIFY(std::isfinite(value));
        for (const float value : pattern.leavingOut(*history, {0, steps}))
            QVERIFY(std::isfinite(value));
    }
}

QTEST_GUILESS_MAIN(tst_UsualPattern)
#include "tst_usual_pattern.moc"
