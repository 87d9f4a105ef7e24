// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/readers/osm_rings.h"

#include <algorithm>
#include <unordered_map>

namespace belvedere {

namespace {

class Joiner
{
public:
    Joiner(const std::vector<std::span<const std::uint32_t>> &ways, bool directed)
        : m_directed(directed)
    {
        for (const auto &way : ways)
            addKnownParts(way);
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            m_ends.emplace(m_parts[i].front(), i);
            if (!directed)
                m_ends.emplace(m_parts[i].back(), i);
        }
        m_used.assign(m_parts.size(), false);
        for (std::size_t i = 0; directed && i < m_parts.size(); ++i)
            m_tails.emplace(m_parts[i].back(), i);
    }

    std::vector<OsmChain> chains()
    {
        std::vector<OsmChain> all;
        for (std::size_t i = 0; i < m_parts.size(); ++i) {
            if (m_used[i])
                continue;
            m_used[i] = true;
            OsmChain chain = m_parts[i];
            extend(chain);
            if (chain.front() != chain.back())
                extendBackwards(chain);
            all.push_back(std::move(chain));
        }
        return all;
    }

private:
    void addKnownParts(std::span<const std::uint32_t> way)
    {
        OsmChain part;
        const auto keep = [&] {
            if (part.size() >= 2)
                m_parts.push_back(part);
            part.clear();
        };
        for (const std::uint32_t point : way) {
            if (point == OsmNodes::kNone)
                keep();
            else if (part.empty() || part.back() != point)
                part.push_back(point);
        }
        keep();
    }

    void extend(OsmChain &chain)
    {
        while (chain.front() != chain.back()) {
            const std::size_t next = take(m_ends, chain.back());
            if (next == m_parts.size())
                return;
            const OsmChain &part = m_parts[next];
            if (part.front() == chain.back())
                chain.insert(chain.end(), part.begin() + 1, part.end());
            else
                chain.insert(chain.end(), part.rbegin() + 1, part.rend());
        }
    }

    void extendBackwards(OsmChain &chain)
    {
        if (!m_directed) {
            std::reverse(chain.begin(), chain.end());
            extend(chain);
            return;
        }
        while (chain.front() != chain.back()) {
            const std::size_t before = take(m_tails, chain.front());
            if (before == m_parts.size())
                return;
            OsmChain longer = m_parts[before];
            longer.insert(longer.end(), chain.begin() + 1, chain.end());
            chain = std::move(longer);
        }
    }

    /// A part that ends there and was not used yet; the number of parts if there is none.
    std::size_t take(
        const std::unordered_multimap<std::uint32_t, std::size_t> &ends, std::uint32_t point)
    {
        const auto [first, last] = ends.equal_range(point);
        for (auto it = first; it != last; ++it) {
            if (!m_used[it->second]) {
                m_used[it->second] = true;
                return it->second;
            }
        }
        return m_parts.size();
    }

    bool m_directed;
    std::vector<OsmChain> m_parts;
    std::vector<bool> m_used;
    std::unordered_multimap<std::uint32_t, std::size_t> m_ends; // where a part may be entered
    std::unordered_multimap<std::uint32_t, std::size_t> m_tails;
};

} // namespace

std::vector<OsmChain> joined(const std::vector<std::span<const std::uint32_t>> &ways, bool directed)
{
    return Joiner(ways, directed).chains();
}

std::vector<FixedLonLat> ringOf(const OsmNodes &nodes, std::span<const std::uint32_t> points)
{
    std::vector<FixedLonLat> ring;
    ring.reserve(points.size());
    for (const std::uint32_t point : points) {
        if (point == OsmNodes::kNone)
            continue;
        const FixedLonLat position = nodes.at(point);
        if (ring.empty() || !(ring.back() == position))
            ring.push_back(position);
    }
    if (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    return ring;
}

bool contains(std::span<const FixedLonLat> ring, FixedLonLat point)
{
    bool in = false;
    const double x = point.lon;
    const double y = point.lat;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const double ax = ring[i].lon;
        const double ay = ring[i].lat;
        const double bx = ring[j].lon;
        const double by = ring[j].lat;
        if ((ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax)
            in = !in;
    }
    return in;
}

bool isInside(std::span<const FixedLonLat> inner, std::span<const FixedLonLat> outer)
{
    constexpr std::size_t kProbes = 9;
    const std::size_t step = std::max<std::size_t>(1, inner.size() / kProbes);
    std::size_t probes = 0;
    std::size_t within = 0;
    for (std::size_t i = 0; i < inner.size(); i += step) {
        ++probes;
        within += contains(outer, inner[i]) ? 1 : 0;
    }
    return 2 * within > probes;
}

} // namespace belvedere
