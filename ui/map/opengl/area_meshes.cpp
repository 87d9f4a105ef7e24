// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/opengl/area_meshes.h"

namespace belvedere::ui {

std::shared_ptr<const AreaMesh> AreaMeshes::of(
    const std::shared_ptr<const AreaGeometry> &geometry, const PolylineSet &rings)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_entries, [](const auto &entry) { return entry.second.geometry.expired(); });
    Entry &entry = m_entries[&rings];
    if (!entry.mesh)
        entry = {geometry, std::make_shared<AreaMesh>(*geometry, rings)};
    return entry.mesh;
}

} // namespace belvedere::ui
