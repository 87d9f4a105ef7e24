// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/opengl/area_mesh.h"

#include <map>
#include <mutex>

namespace belvedere::ui {

/// Areas are cut once, however many pictures show them; forgotten with their geometry. Any thread.
class AreaMeshes
{
public:
    /// `rings` is one of the levels of `geometry`.
    [[nodiscard]] std::shared_ptr<const AreaMesh> of(
        const std::shared_ptr<const AreaGeometry> &geometry, const PolylineSet &rings);

private:
    struct Entry
    {
        std::weak_ptr<const AreaGeometry> geometry;
        std::shared_ptr<const AreaMesh> mesh;
    };

    std::mutex m_mutex; ///< held while one is cut: the others wait for it rather than cut it too
    std::map<const PolylineSet *, Entry> m_entries;
};

} // namespace belvedere::ui
