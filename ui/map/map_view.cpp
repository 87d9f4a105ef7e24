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

constexpr double kFitPaddingPx = 40.0;
constexpr int kMovementMs = 140;
constexpr int kLegendGap = 12;

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

} // namespace

MapView::MapView(QThreadPool &renderPool, QWidget *parent)
    : QWidget(parent)
    , m_tiles(new TileCache(renderPool, this))
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
    connect(m_tiles, &TileCache::changed, this, &MapView::takePicture);
    connect(m_legend, &MapLegend::sizeChanged, this, &MapView::placeLegend);
    applyTheme();
    retranslate();
    placeLegend();
}

MapView::~MapView() = default;

void MapView::setLayers(std::vector<MapLayer> layers)
{
    m_tiles->setLayers(std::move(layers));
    setHovered(std::nullopt);
    if (!m_fitted && isVisible())
        fitAll();
    update();
    requestPicture();
}

void MapView::setAttributes(
    const QString &layerId, std::shared_ptr<const LayerAttributes> attributes)
{
    if (m_tiles->setAttributes(layerId, std::move(attributes)))
        requestPicture();
}

void MapView::setLayerVisible(const QString &layerId, bool visible)
{
    if (m_tiles->setLayerVisible(layerId, visible))
        requestPicture();
}

void MapView::setBackend(std::shared_ptr<const MapBackend> backend)
{
    m_tiles->setBackend(std::move(backend));
    requestPicture();
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
    for (const MapLayer &layer : layers()) {
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
        m_tiles->setOptions(renderOptions());
    QWidget::changeEvent(event);
    requestPicture();
}

void MapView::applyTheme()
{
    m_theme = isDark(palette()) ? ThemeMode::Dark : ThemeMode::Light;
    m_legend->setTheme(m_theme);
    m_tiles->setOptions(renderOptions());
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

bool MapView::isSharp() const
{
    return m_tiles->isSharp(m_view);
}

void MapView::requestPicture()
{
    if (isVisible())
        m_tiles->request(m_target);
}

void MapView::takePicture()
{
    update();
    if (isSharp())
        Q_EMIT sharpened();
}

} // namespace belvedere::ui
