// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/window_sums.h"

#include <QRandomGenerator>
#include <QTest>

#include <memory>

using namespace belvedere;

namespace {

/// Whole numbers, so that sums are exact; every seventh or so missing.
std::shared_ptr<const Series> randomSeries(int steps, int sites, quint32 seed)
{
    auto series = std::make_shared<Series>(TimeAxis{0, kMsPerMinute, steps}, sites,
        std::vector<Channel>{{QStringLiteral("other"), {}}, {QStringLiteral("flow"), {}}});
    QRandomGenerator random(seed);
    for (int t = 0; t < steps; ++t) {
        for (int s = 0; s < sites; ++s) {
            series->set(t, SiteId(s), 0, -1.0F);
            if (random.bounded(7) != 0)
                series->set(t, SiteId(s), 1, static_cast<float>(random.bounded(1000)));
        }
    }
    return series;
}

} // namespace

class tst_WindowSums : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void equalsAddingUp_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("last");
        QTest::newRow("empty series") << 0 << 0 << 0;
        QTest::newRow("one step") << 1 << 0 << 0;
        QTest::newRow("a block to its end") << 64 << 0 << 63;
        QTest::newRow("inside a block") << 200 << 70 << 80;
        QTest::newRow("over blocks") << 200 << 10 << 190;
        QTest::newRow("from before the beginning") << 200 << -50 << 20;
        QTest::newRow("beyond the end") << 200 << 150 << 400;
        QTest::newRow("turned round") << 200 << 20 << 10;
        QTest::newRow("outside") << 200 << 300 << 400;
    }
    void equalsAddingUp()
    {
        QFETCH(int, steps);
        QFETCH(int, first);
        QFETCH(int, last);
        const auto series = randomSeries(steps, 5, 3);
        const auto totals = WindowSums(series, 1).totals(first, last);
        QCOMPARE(totals.size(), std::size_t(5));
        for (int s = 0; s < 5; ++s) {
            double sum = 0.0;
            int count = 0;
            for (int t = std::max(first, 0); t <= std::min(last, steps - 1); ++t) {
                const float v = series->value(t, SiteId(s), 1);
                if (!std::isnan(v)) {
                    sum += static_cast<double>(v);
                    ++count;
                }
            }
            QCOMPARE(totals[std::size_t(s)].sum, sum);
            QCOMPARE(totals[std::size_t(s)].count, count);
        }
    }
};

QTEST_GUILESS_MAIN(tst_WindowSums)
#include "tst_window_sums.moc"
