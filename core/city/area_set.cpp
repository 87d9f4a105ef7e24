// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/area_set.h"

namespace belvedere {

void AreaSet::add(AreaKind kind, std::span<const FixedLonLat> outer, std::int32_t name)
{
    m_kinds.push_back(kind);
    m_names.push_back(name);
    m_rings.append(outer);
    m_firstRing.push_back(static_cast<std::uint32_t>(m_rings.count()));
}

void AreaSet::addHole(std::span<const FixedLonLat> ring)
{
    m_rings.append(ring);
    m_firstRing.back() = static_cast<std::uint32_t>(m_rings.count());
}

double signedArea2(std::span<const FixedLonLat> ring)
{
    if (ring.size() < 3)
        return 0.0;
    // About the first point: absolute coordinates would cost the small digits.
    const auto dx = [&](std::size_t i) { return double(ring[i].lon) - double(ring[0].lon); };
    const auto dy = [&](std::size_t i) { return double(ring[i].lat) - double(ring[0].lat); };
    double sum = 0.0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        sum += dx(i) * dy(i + 1) - dx(i + 1) * dy(i);
    return sum;
}

} // namespace belvedere
