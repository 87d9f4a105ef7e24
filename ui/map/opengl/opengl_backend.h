// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_backend.h"
#include "map/opengl/gl_thread.h"
#include "map/raster_backend.h"

namespace belvedere::ui {

/// Painted by the graphics card: lines, plain areas, symbols and surfaces. Texts, arrows, hatched
/// areas, pictures of others and whatever is too large for the card are the raster painters', laid
/// in between where they belong. A context that fails is given up, and all goes on in raster.
class OpenGlBackend : public MapBackend
{
public:
    /// Told once that the context is lost, on the thread that painted.
    using LostHandler = std::function<void(const Error &)>;

    /// `thread` must be ready.
    OpenGlBackend(std::shared_ptr<GlThread> thread, GlInfo info, LostHandler lost);

    /// "opengl", and "raster" once the context is lost.
    [[nodiscard]] QString name() const override;
    [[nodiscard]] const GlInfo &info() const { return m_info; }
    /// Never called on the GUI thread, for it waits for the other one.
    [[nodiscard]] QImage paint(const std::vector<MapLayer> &layers, const Viewport &viewport,
        PicturePart part, const RenderOptions &options, const Cancelled &cancelled) const override;

private:
    struct Plan;

    [[nodiscard]] std::optional<Plan> plan(const std::vector<MapLayer> &layers,
        const Viewport &viewport, PicturePart part, const RenderOptions &options,
        const Cancelled &cancelled) const;
    void sayLost() const;

    std::shared_ptr<GlThread> m_thread;
    GlInfo m_info;
    LostHandler m_lost;
    RasterBackend m_raster;
    mutable AreaMeshes m_meshes;
    mutable std::atomic_bool m_saidLost = false;
};

} // namespace belvedere::ui
