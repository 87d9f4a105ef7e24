// SPDX-License-Identifier: GPL-3.0-or-later
// From layers to what the program draws. Any thread. What is rare, or made of text, is no step:
// the raster painters do it, and their picture is laid over.
#pragma once

#include "map/opengl/area_meshes.h"
#include "map/opengl/gl_frame.h"

namespace belvedere::ui {

/// What the context can hold.
struct GlLimits
{
    int side = 0; ///< pixels of a picture
    std::size_t texels = 0; ///< of a buffer that a program reads: points of a geometry
};

class GlSteps
{
public:
    GlSteps(AreaMeshes &meshes, const GlLimits &limits, const Viewport &viewport,
        const RenderOptions &options, const Cancelled &cancelled)
        : m_meshes(meshes)
        , m_limits(limits)
        , m_viewport(viewport)
        , m_options(options)
        , m_cancelled(cancelled)
    {
    }

    /// Nothing if the raster painters must do it, or if cancelled.
    [[nodiscard]] std::optional<GlStep> of(const MapLayer &layer) const;

private:
    using Step = std::optional<GlStep>;

    [[nodiscard]] Step make(
        const MapLayer &layer, const std::shared_ptr<const LineGeometry> &geometry) const;
    [[nodiscard]] Step make(
        const MapLayer &layer, const std::shared_ptr<const AreaGeometry> &geometry) const;
    [[nodiscard]] Step make(
        const MapLayer &layer, const std::shared_ptr<const PointGeometry> &geometry) const;
    [[nodiscard]] Step make(
        const MapLayer &layer, const std::shared_ptr<const SurfaceGeometry> &geometry) const;

    AreaMeshes &m_meshes;
    const GlLimits &m_limits;
    const Viewport &m_viewport;
    const RenderOptions &m_options;
    const Cancelled &m_cancelled;
};

} // namespace belvedere::ui
