// SPDX-License-Identifier: GPL-3.0-or-later
#include "basemap/named_chains.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>

namespace belvedere::ui {

namespace {

/// A position in decimetres: ends closer than that are one.
using End = std::pair<std::int64_t, std::int64_t>;

End endOf(PointM p)
{
    return {std::llround(p.x * 10.0), std::llround(p.y * 10.0)};
}

/// Pieces of one name, joined by walking from end to end.
class Joiner
{
public:
    explicit Joiner(std::vector<std::span<const PointM>> pieces)
        : m_used(pieces.size(), false)
    {
        std::set<std::pair<std::pair<End, End>, std::size_t>> seen;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const End a = endOf(pieces[i].front());
            const End b = endOf(pieces[i].back());
            // The other direction of the same street has the same ends and as many points.
            m_used[i] = !seen.insert({std::minmax(a, b), pieces[i].size()}).second;
            if (m_used[i])
                continue;
            m_at[a].push_back(i);
            m_at[b].push_back(i);
        }
        m_pieces = std::move(pieces);
    }

    std::vector<std::vector<PointM>> chains()
    {
        std::vector<std::vector<PointM>> result;
        // From the loose ends first: a walk that begins in the middle would cut a street in two.
        for (const bool looseOnly : {true, false}) {
            for (std::size_t i = 0; i < m_pieces.size(); ++i) {
                for (const bool forward : {true, false}) {
                    if (m_used[i])
                        continue;
                    const PointM start = forward ? m_pieces[i].front() : m_pieces[i].back();
                    if (!looseOnly || m_at[endOf(start)].size() == 1)
                        result.push_back(walk(i, forward));
                }
            }
        }
        return result;
    }

private:
    void append(std::vector<PointM> &chain, std::size_t piece, bool forward)
    {
        m_used[piece] = true;
        const std::span<const PointM> line = m_pieces[piece];
        const std::size_t skip = chain.empty() ? 0 : 1;
        for (std::size_t k = skip; k < line.size(); ++k)
            chain.push_back(forward ? line[k] : line[line.size() - 1 - k]);
    }

    std::vector<PointM> walk(std::size_t piece, bool forward)
    {
        std::vector<PointM> chain;
        append(chain, piece, forward);
        while (const auto next = straightest(chain))
            append(chain, next->first, next->second);
        return chain;
    }

    /// The unused piece at the chain's end that turns the least, and whether it is walked
    /// forwards; none if all turn by a right angle or more.
    std::optional<std::pair<std::size_t, bool>> straightest(const std::vector<PointM> &chain)
    {
        const PointM end = chain.back();
        const PointM before = chain[chain.size() - 2];
        std::optional<std::pair<std::size_t, bool>> best;
        double bestCosine = 0.0;
        for (const std::size_t i : m_at[endOf(end)]) {
            if (m_used[i])
                continue;
            const std::span<const PointM> line = m_pieces[i];
            const bool forward = endOf(line.front()) == endOf(end);
            const PointM next = forward ? line[1] : line[line.size() - 2];
            const double ax = end.x - before.x;
            const double ay = end.y - before.y;
            const double bx = next.x - end.x;
            const double by = next.y - end.y;
            const double lengths = std::hypot(ax, ay) * std::hypot(bx, by);
            const double cosine = lengths > 0.0 ? (ax * bx + ay * by) / lengths : 0.0;
            if (cosine > bestCosine) {
                bestCosine = cosine;
                best = {i, forward};
            }
        }
        return best;
    }

    std::vector<std::span<const PointM>> m_pieces;
    std::vector<bool> m_used;
    std::map<End, std::vector<std::size_t>> m_at; // pieces that end there
};

} // namespace

std::vector<NamedChain> joinPieces(const std::vector<NamedPiece> &pieces)
{
    std::vector<std::size_t> order(pieces.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return pieces[a].name < pieces[b].name; });
    std::vector<NamedChain> result;
    for (std::size_t i = 0; i < order.size();) {
        const std::int32_t name = pieces[order[i]].name;
        std::vector<std::span<const PointM>> same;
        for (; i < order.size() && pieces[order[i]].name == name; ++i)
            same.push_back(pieces[order[i]].line);
        for (std::vector<PointM> &chain : Joiner(std::move(same)).chains())
            result.push_back({name, std::move(chain)});
    }
    return result;
}

} // namespace belvedere::ui
