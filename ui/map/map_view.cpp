// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_view.h"

#include "map/map_legend.h"

#include <QEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kMarginPx = 192; // painted beyond the view, so that a pan shows no bare ground
constexpr double kFitPaddingPx = 40.0;
constexpr int kMovementMs = 140;
constexpr int kLegendGap = 12;
// A picture under way that is farther off than this is given up for the next one.
constexpr double kHopelessZoom = 1.6;

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

} // namespace

MapView::MapView(QThreadPool &renderPool, QWidget *parent)
    : QWidget(parent)
    , m_pool(renderPool)
    , m_legend(new MapLegend(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_movement.setDuration(kMovementMs);
    m_movement.setStartValue(0.0);
    m_movement.setEndValue(1.0);
    m_movement.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_movement, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        const double t = value.toDouble();
        Viewport view = m_target;
        if (t < 1.0) {
            const double whole = m_moveStart.metersPerPixel / m_target.metersPerPixel;
            view = m_moveStart.zoomedAt(m_moveCursor, std::pow(whole, t));
        }
        applyView(view);
    });
    connect(&m_movement, &QVariantAnimation::finished, this, [this] {
        if (isSharp())
            Q_EMIT sharpened();
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &MapView::takePicture);
    connect(m_legend, &MapLegend::sizeChanged, this, &MapView::placeLegend);
    applyTheme();
    retranslate();
    placeLegend();
}

MapView::~MapView()
{
    m_watcher.disconnect(this);
    m_watcher.cancel();
}

void MapView::setLayers(std::vector<MapLayer> layers)
{
    m_layers = std::move(layers);
    for (const PicturePart part : {PicturePart::Base, PicturePart::Values, PicturePart::Labels})
        touch(part);
    setHovered(std::nullopt);
    if (!m_fitted && isVisible())
        fitAll();
    update();
    requestPicture();
}

void MapView::setAttributes(
    const QString &layerId, std::shared_ptr<const LayerAttributes> attributes)
{
    for (MapLayer &layer : m_layers) {
        if (layer.id == layerId) {
            layer.attributes = std::move(attributes);
            touch(partOf(layer.order));
            requestPicture();
            return;
        }
    }
}

void MapView::setLayerVisible(const QString &layerId, bool visible)
{
    for (MapLayer &layer : m_layers) {
        if (layer.id == layerId && layer.visible != visible) {
            layer.visible = visible;
            touch(partOf(layer.order));
            requestPicture();
        }
    }
}

void MapView::setViewport(const Viewport &viewport)
{
    m_fitted = true;
    Viewport target = viewport.resized(size(), devicePixelRatioF());
    target.metersPerPixel = std::clamp(
        target.metersPerPixel, Viewport::kMinMetersPerPixel, Viewport::kMaxMetersPerPixel);
    moveTo(target, false);
}

void MapView::fitAll()
{
    BoundingBox all;
    for (const MapLayer &layer : m_layers) {
        if (layer.visible)
            all.add(boundsOf(layer.geometry));
    }
    fit(all);
}

void MapView::fit(const BoundingBox &box)
{
    if (box.empty())
        return;
    m_fitted = true;
    const double padding = std::min(kFitPaddingPx, 0.1 * std::min(width(), height()));
    moveTo(m_view.resized(size(), devicePixelRatioF()).fitted(box, padding), false);
}

void MapView::zoomBy(double factor)
{
    zoomTo(QPointF(rect().center()), factor, true);
}

void MapView::setSelection(std::vector<PickedFeature> features)
{
    m_selection = std::move(features);
    update();
}

void MapView::setCaption(const QString &caption)
{
    m_caption = caption;
    update();
}

void MapView::setMessage(const QString &message)
{
    m_message = message;
    setAccessibleDescription(message);
    update();
}

RenderOptions MapView::renderOptions() const
{
    RenderOptions options;
    options.theme = m_theme;
    options.font = font();
    return options;
}

void MapView::moveTo(const Viewport &target, bool smoothly)
{
    m_movement.stop();
    m_target = target;
    m_moveStart = m_view;
    const bool animated =
        style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
    if (smoothly && animated && isVisible())
        m_movement.start();
    else
        applyView(target);
    requestPicture();
}

void MapView::zoomTo(QPointF cursor, double factor, bool smoothly)
{
    // A movement under way goes on from where it would have ended, so that quick turns of the
    // wheel add up; about another point it ends at once.
    const bool same = m_movement.state() == QAbstractAnimation::Running && m_moveCursor == cursor;
    if (!same)
        applyView(m_target);
    m_moveCursor = cursor;
    m_fitted = true;
    moveTo(m_target.zoomedAt(cursor, factor), smoothly);
}

void MapView::applyView(const Viewport &view)
{
    m_view = view;
    update();
    Q_EMIT viewportChanged();
}

void MapView::setHovered(const std::optional<PickedFeature> &feature)
{
    if (feature == m_hovered)
        return;
    m_hovered = feature;
    update();
    if (m_hovered)
        Q_EMIT hovered(m_hovered->layer, m_hovered->feature);
    else
        Q_EMIT hovered(QString(), -1);
}

void MapView::resizeEvent(QResizeEvent *event)
{
    m_movement.stop();
    m_target = m_target.resized(event->size(), devicePixelRatioF());
    applyView(m_target);
    placeLegend();
    requestPicture();
}

void MapView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_target = m_target.resized(size(), devicePixelRatioF());
    applyView(m_target);
    if (!m_fitted)
        fitAll();
    requestPicture();
}

void MapView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        applyTheme();
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::FontChange)
        touch(PicturePart::Labels);
    QWidget::changeEvent(event);
    requestPicture();
}

void MapView::applyTheme()
{
    m_theme = isDark(palette()) ? ThemeMode::Dark : ThemeMode::Light;
    m_legend->setTheme(m_theme);
    update();
}

void MapView::retranslate()
{
    setAccessibleName(tr("Map"));
    update();
}

void MapView::placeLegend()
{
    m_legend->resize(m_legend->sizeHint().boundedTo(size() - QSize(2 * kLegendGap, 0)));
    m_legend->move(kLegendGap, height() - m_legend->height() - kLegendGap);
}

void MapView::touch(PicturePart part)
{
    ++m_revisions[std::size_t(part)];
}

bool MapView::covers(const Viewport &picture, const Viewport &view) const
{
    if (picture.metersPerPixel != view.metersPerPixel
        || picture.devicePixelRatio != view.devicePixelRatio)
        return false;
    const BoundingBox painted = picture.box().grown(0.01 * picture.metersPerPixel);
    const BoundingBox seen = view.box();
    return painted.contains({seen.minX, seen.minY}) && painted.contains({seen.maxX, seen.maxY});
}

bool MapView::isSharp() const
{
    return !m_picture.combined.isNull() && m_picture.theme == m_theme
        && m_picture.revisions == m_revisions && covers(m_picture.viewport, m_view);
}

void MapView::requestPicture()
{
    if (!isVisible())
        return;
    if (!m_watcher.isRunning()) {
        startPicture();
        return;
    }
    m_requestAgain = true;
    const double zoom = m_requested.viewport.metersPerPixel / m_target.metersPerPixel;
    const bool hopeless = zoom > kHopelessZoom || zoom < 1.0 / kHopelessZoom
        || !m_requested.viewport.box().contains(m_target.centre)
        || m_requested.revisions[0] != m_revisions[0] || m_requested.theme != m_theme;
    if (hopeless)
        m_watcher.cancel();
}

void MapView::startPicture()
{
    m_requestAgain = false;
    // Half of the margin may be used up before a new picture is worth its work.
    const bool stays = m_picture.theme == m_theme && !m_picture.combined.isNull()
        && covers(m_picture.viewport, m_target.grown(kMarginPx / 2));
    if (stays && m_picture.revisions == m_revisions)
        return;
    m_requested.viewport = stays ? m_picture.viewport : m_target.grown(kMarginPx);
    m_requested.theme = m_theme;
    m_requested.revisions = m_revisions;
    m_watcher.setFuture(runTask(m_pool,
        [next = m_requested, last = stays ? m_picture : MapPicture(), layers = m_layers,
            options = renderOptions()](TaskContext &context) -> Result<MapPicture> {
            MapPicture picture = next;
            for (const PicturePart part :
                {PicturePart::Base, PicturePart::Values, PicturePart::Labels}) {
                const auto i = std::size_t(part);
                const bool base = part == PicturePart::Base;
                if (!last.parts[i].isNull() && last.revisions[i] == next.revisions[i])
                    picture.parts[i] = last.parts[i];
                else if (base || hasPart(layers, part))
                    picture.parts[i] =
                        paintPart(layers, next.viewport, part, options, context.cancelled);
                else
                    continue;
                if (picture.parts[i].isNull())
                    return cancelledFailure();
                if (base)
                    picture.combined = picture.parts[i].copy();
                else
                    compose(picture.combined, picture.parts[i]);
            }
            return picture;
        }));
}

void MapView::takePicture()
{
    const QFuture<Result<MapPicture>> future = m_watcher.future();
    if (future.resultCount() > 0) {
        const Result<MapPicture> result = future.resultAt(0);
        if (result) {
            const bool moved =
                !(result->viewport == m_picture.viewport) || result->theme != m_picture.theme;
            for (std::size_t i = 0; i < m_paintCounts.size(); ++i) {
                if (moved || result->revisions[i] != m_picture.revisions[i])
                    ++m_paintCounts[i];
            }
            m_picture = *result;
            update();
        }
    }
    if (m_requestAgain)
        startPicture();
    if (isSharp())
        Q_EMIT sharpened();
}

} // namespace belvedere::ui
