// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/line_set.h"

namespace belvedere {

void LineSet::add(LineKind kind, std::span<const FixedLonLat> line, std::int32_t name, Flag flag)
{
    m_kinds.push_back(kind);
    m_names.push_back(name);
    m_flags.push_back(flag);
    m_lines.append(line);
}

} // namespace belvedere
