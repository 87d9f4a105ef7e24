// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/tile_images.h"

#include <utility>

namespace belvedere::ui {

int TileImages::addListener(std::function<void()> changed)
{
    const std::lock_guard lock(m_mutex);
    m_listeners.emplace(m_next, std::move(changed));
    return m_next++;
}

void TileImages::removeListener(int id)
{
    const std::lock_guard lock(m_mutex);
    m_listeners.erase(id);
}

void TileImages::notify()
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[id, changed] : m_listeners)
        changed();
}

} // namespace belvedere::ui
