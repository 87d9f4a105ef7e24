// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/opengl/opengl_backend.h"

#include "map/opengl/gl_steps.h"
#include "map/painters/line_rasterizer.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kMostSide = 4096; // pixels; larger pictures are rare, and memory of the card is not

QSize pixelsOf(const Viewport &viewport)
{
    return {int(std::ceil(viewport.size.width() * viewport.devicePixelRatio)),
        int(std::ceil(viewport.size.height() * viewport.devicePixelRatio))};
}

} // namespace

/// Who paints what.
struct OpenGlBackend::Plan
{
    GlFrame frame;
    std::vector<MapLayer> above; ///< painted over the frame by the raster painters
    RenderOptions options;
};

OpenGlBackend::OpenGlBackend(std::shared_ptr<GlThread> thread, GlInfo info, LostHandler lost)
    : m_thread(std::move(thread))
    , m_info(std::move(info))
    , m_lost(std::move(lost))
{
    m_info.limits.side = std::min(m_info.limits.side, kMostSide);
}

QString OpenGlBackend::name() const
{
    return m_thread->isLost() ? m_raster.name() : QStringLiteral("opengl");
}

QImage OpenGlBackend::paint(const std::vector<MapLayer> &layers, const Viewport &viewport,
    PicturePart part, const RenderOptions &options, const Cancelled &cancelled) const
{
    Q_ASSERT(QThread::currentThread() != QCoreApplication::instance()->thread());
    const QSize pixels = pixelsOf(viewport);
    const bool fits = pixels.width() >= LineRasterizer::kMinWidth
        && std::max(pixels.width(), pixels.height()) <= m_info.limits.side;
    if (m_thread->isLost()) {
        sayLost();
        return m_raster.paint(layers, viewport, part, options, cancelled);
    }
    if (!fits)
        return m_raster.paint(layers, viewport, part, options, cancelled);
    std::optional<Plan> made = plan(layers, viewport, part, options, cancelled);
    if (!made || cancelled())
        return {};
    if (made->frame.steps.empty())
        return m_raster.paint(layers, viewport, part, made->options, cancelled);

    QImage picture = m_thread->paint(made->frame, cancelled);
    if (picture.isNull()) {
        if (cancelled())
            return {};
        sayLost();
        return m_raster.paint(layers, viewport, part, made->options, cancelled);
    }
    picture.setDevicePixelRatio(viewport.devicePixelRatio);
    if (part == PicturePart::Base)
        picture.reinterpretAsFormat(QImage::Format_RGB32);
    if (!made->above.empty()
        && !m_raster.paintOver(picture, made->above, viewport, part, made->options, cancelled))
        return {};
    return picture;
}

std::optional<OpenGlBackend::Plan> OpenGlBackend::plan(const std::vector<MapLayer> &layers,
    const Viewport &viewport, PicturePart part, const RenderOptions &options,
    const Cancelled &cancelled) const
{
    std::optional<RenderOptions> planned = withPlan(layers, viewport, part, options, cancelled);
    if (!planned)
        return {};
    Plan made;
    made.options = std::move(*planned);
    made.frame.size = pixelsOf(viewport);
    if (part == PicturePart::Base)
        made.frame.ground = options.ground.in(options.theme).rgb();
    const GlSteps steps(m_meshes, m_info.limits, viewport, made.options, cancelled);
    for (const MapLayer *layer : shownLayers(layers, part)) {
        std::optional<GlStep> step = steps.of(*layer);
        if (cancelled())
            return {};
        if (!step) {
            made.above.push_back(*layer);
            continue;
        }
        if (!made.above.empty()) {
            QImage between(made.frame.size, QImage::Format_ARGB32_Premultiplied);
            between.setDevicePixelRatio(viewport.devicePixelRatio);
            between.fill(Qt::transparent);
            if (!m_raster.paintOver(between, made.above, viewport, part, made.options, cancelled))
                return {};
            made.frame.steps.push_back(GlPicture{between});
            made.above.clear();
        }
        made.frame.steps.push_back(std::move(*step));
    }
    return made;
}

void OpenGlBackend::sayLost() const
{
    if (m_saidLost.exchange(true) || !m_lost)
        return;
    m_lost(Error{Errc::Io,
        QT_TRANSLATE_NOOP("Error",
            "The graphics driver has stopped working. The map is painted without it from now on."),
        {}, {}, {}});
}

} // namespace belvedere::ui
