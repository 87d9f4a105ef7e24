// SPDX-License-Identifier: GPL-3.0-or-later
#include "basemap/named_chains.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

using Line = std::vector<PointM>;

std::vector<NamedChain> join(const std::vector<std::pair<std::int32_t, Line>> &lines)
{
    std::vector<NamedPiece> pieces;
    for (const auto &[name, line] : lines)
        pieces.push_back({name, line});
    return joinPieces(pieces);
}

double length(const Line &line)
{
    double sum = 0.0;
    for (std::size_t i = 1; i < line.size(); ++i)
        sum += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
    return sum;
}

} // namespace

class tst_NamedChains : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothing() { QVERIFY(joinPieces({}).empty()); }

    void piecesOfAStreetBecomeOneLine()
    {
        // In any order and any direction.
        const auto chains = join({{0, {{200, 0}, {300, 0}}}, {0, {{0, 0}, {100, 0}}},
            {0, {{200, 0}, {150, 0}, {100, 0}}}});
        QCOMPARE(chains.size(), std::size_t(1));
        Line line = chains[0].line;
        if (line.front().x > line.back().x)
            std::reverse(line.begin(), line.end());
        QCOMPARE(line, (Line{{0, 0}, {100, 0}, {150, 0}, {200, 0}, {300, 0}}));
    }

    void bothDirectionsCountOnce()
    {
        const auto chains = join({{0, {{0, 0}, {100, 0}}}, {0, {{100, 0}, {0, 0}}}});
        QCOMPARE(chains.size(), std::size_t(1));
        QCOMPARE(length(chains[0].line), 100.0);
    }

    void namesStayApart()
    {
        const auto chains = join({{1, {{0, 0}, {100, 0}}}, {2, {{100, 0}, {200, 0}}}});
        QCOMPARE(chains.size(), std::size_t(2));
        QCOMPARE(chains[0].name, 1);
        QCOMPARE(chains[1].name, 2);
    }

    void atAForkTheStraightWayWins()
    {
        const auto chains =
            join({{0, {{0, 0}, {100, 0}}}, {0, {{100, 0}, {170, 70}}}, {0, {{100, 0}, {200, 5}}}});
        QCOMPARE(chains.size(), std::size_t(2));
        const auto longest = std::max_element(chains.begin(), chains.end(),
            [](const auto &a, const auto &b) { return length(a.line) < length(b.line); });
        QVERIFY(std::any_of(longest->line.begin(), longest->line.end(), [](PointM p) {
            return p == PointM{200, 5};
        }));
    }

    void aRightAngleEndsTheLine()
    {
        QCOMPARE(
            join({{0, {{0, 0}, {100, 0}}}, {0, {{100, 0}, {100, 100}}}}).size(), std::size_t(2));
    }

    void aRingIsWalkedOnce()
    {
        Line ring;
        for (int i = 0; i <= 12; ++i) {
            const double angle = i * 2.0 * M_PI / 12.0;
            ring.push_back({100.0 * std::cos(angle), 100.0 * std::sin(angle)});
        }
        ring.back() = ring.front();
        std::vector<std::pair<std::int32_t, Line>> pieces;
        for (std::size_t i = 0; i < 12; ++i)
            pieces.push_back({0, {ring[i], ring[i + 1]}});
        const auto chains = join(pieces);
        QCOMPARE(chains.size(), std::size_t(1));
        QVERIFY(std::abs(length(chains[0].line) - length(ring)) < 1e-6);
    }

    /// Whatever is joined: nothing is lost and nothing is made up.
    void lengthIsKept()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 50; ++round) {
            std::vector<std::pair<std::int32_t, Line>> pieces;
            double total = 0.0;
            // Edges of a grid, each at most once.
            for (int x = 0; x < 6; ++x) {
                for (int y = 0; y < 6; ++y) {
                    for (const PointM d : {PointM{1, 0}, PointM{0, 1}}) {
                        if (random.bounded(3) == 0)
                            continue;
                        pieces.push_back(
                            {random.bounded(3), {{double(x), double(y)}, {x + d.x, y + d.y}}});
                        total += 1.0;
                    }
                }
            }
            double joined = 0.0;
            for (const NamedChain &chain : join(pieces))
                joined += length(chain.line);
            QVERIFY(std::abs(joined - total) < 1e-9);
        }
    }
};

QTEST_GUILESS_MAIN(tst_NamedChains)
#include "tst_named_chains.moc"
