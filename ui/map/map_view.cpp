// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_view.h"

#include "map/flight.h"
#include "map/map_legend.h"
#include "map/map_tool.h"
#include "map/place_pulse.h"

#include <QEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kFitPaddingPx = 40.0;
constexpr int kZoomMs = 140;
constexpr int kFlightMsPerLength = 350;
constexpr int kShortestFlightMs = 200;
constexpr int kLongestFlightMs = 900;
constexpr int kRestMs = 600; // a view looked at for less is not remembered
constexpr double kPlaceMetersPerPixel = 2.0; // close enough to see a junction
constexpr int kLegendGap = 12;
constexpr int kScaleRoom = 32;
constexpr int kScaleAndCaptionRoom = 56;

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

} // namespace

MapView::MapView(QThreadPool &renderPool, QWidget *parent)
    : QWidget(parent)
    , m_tiles(new TileCache(renderPool, this))
    , m_tipCard(new MapTipCard(this))
    , m_pulse(new PlacePulse(this))
    , m_legend(new MapLegend(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    grabGesture(Qt::PinchGesture);
    m_movement.setStartValue(0.0);
    m_movement.setEndValue(1.0);
    m_movement.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_movement, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        const double t = value.toDouble();
        applyView(t < 1.0 && m_path ? m_path(t) : m_target);
    });
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &MapView::rest);
    connect(m_pulse, &PlacePulse::changed, this, qOverload<>(&QWidget::update));
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
    Q_EMIT layersChanged();
}

void MapView::setAttributes(
    const QString &layerId, std::shared_ptr<const LayerAttributes> attributes)
{
    if (m_tiles->setAttributes(layerId, std::move(attributes)))
        requestPicture();
}

void MapView::setLayerVisible(const QString &layerId, bool visible)
{
    if (!m_tiles->setLayerVisible(layerId, visible))
        return;
    requestPicture();
    Q_EMIT layersChanged();
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
    moveTo(target);
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
    moveTo(m_view.resized(size(), devicePixelRatioF()).fitted(box, padding));
}

void MapView::flyTo(const Viewport &viewport)
{
    Viewport target = viewport.resized(size(), devicePixelRatioF());
    target.metersPerPixel = std::clamp(
        target.metersPerPixel, Viewport::kMinMetersPerPixel, Viewport::kMaxMetersPerPixel);
    m_fitted = true;
    const Flight flight(m_view, target);
    const int ms =
        std::clamp(int(flight.length() * kFlightMsPerLength), kShortestFlightMs, kLongestFlightMs);
    moveAlong(target, ms, [flight](double t) { return flight.at(t); });
}

void MapView::flyTo(const BoundingBox &box)
{
    if (box.empty())
        return;
    const double padding = std::min(kFitPaddingPx, 0.1 * std::min(width(), height()));
    flyTo(m_target.resized(size(), devicePixelRatioF()).fitted(box, padding));
}

void MapView::flyTo(PointM place)
{
    Viewport target = m_target;
    target.centre = place;
    target.metersPerPixel = std::min(target.metersPerPixel, kPlaceMetersPerPixel);
    flyTo(target);
    m_pulse->start(place, !animates());
}

void MapView::flyTo(LonLat place)
{
    if (m_projection)
        flyTo(m_projection->toPlane(place));
}

void MapView::goBack()
{
    m_history.visit(m_target);
    if (const auto view = m_history.back())
        flyTo(*view);
}

void MapView::goForward()
{
    m_history.visit(m_target);
    if (const auto view = m_history.forward())
        flyTo(*view);
}

void MapView::showAs(const MapView &other)
{
    m_movement.stop();
    m_fitted = true;
    m_target = other.m_target.resized(size(), devicePixelRatioF());
    applyView(other.m_view.resized(size(), devicePixelRatioF()));
    requestPicture();
}

void MapView::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
}

void MapView::setUnits(LengthUnits units)
{
    m_units = units;
    update();
}

void MapView::zoomBy(double factor)
{
    zoomTo(QPointF(rect().center()), factor, true);
}

void MapView::setSelection(std::vector<PickedFeature> features)
{
    m_selection = std::move(features);
    update();
    Q_EMIT selectionChanged();
}

void MapView::setCaption(const QString &caption)
{
    m_caption = caption;
    update();
    Q_EMIT overlayMarginsChanged();
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

bool MapView::animates() const
{
    return !m_reducedMotion && isVisible()
        && style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
}

void MapView::moveTo(const Viewport &target)
{
    m_movement.stop();
    m_zoomCursor.reset();
    m_target = target;
    applyView(target);
    requestPicture();
}

void MapView::moveAlong(const Viewport &target, int durationMs, Path path)
{
    if (!animates()) {
        moveTo(target);
        return;
    }
    m_movement.stop();
    m_zoomCursor.reset();
    m_target = target;
    m_path = std::move(path);
    m_movement.setDuration(durationMs);
    m_movement.start();
    requestPicture();
}

void MapView::zoomTo(QPointF cursor, double factor, bool smoothly)
{
    // A movement under way goes on from where it would have ended, so that quick turns of the
    // wheel add up; about another point it ends at once.
    const bool same = m_movement.state() == QAbstractAnimation::Running && m_zoomCursor == cursor;
    if (!same)
        applyView(m_target);
    m_fitted = true;
    const Viewport target = m_target.zoomedAt(cursor, factor);
    if (!smoothly) {
        moveTo(target);
        return;
    }
    const double whole = m_view.metersPerPixel / target.metersPerPixel;
    moveAlong(target, kZoomMs, [start = m_view, cursor, whole](double t) {
        return start.zoomedAt(cursor, std::pow(whole, t));
    });
    m_zoomCursor = cursor;
}

void MapView::rest()
{
    if (isVisible())
        m_history.visit(m_target);
}

void MapView::applyView(const Viewport &view)
{
    m_view = view;
    m_rest.start();
    update();
    Q_EMIT viewportChanged();
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

QMargins MapView::overlayMargins() const
{
    return m_reserved + QMargins(0, 0, 0, m_caption.isEmpty() ? kScaleRoom : kScaleAndCaptionRoom);
}

void MapView::reserve(const QMargins &margins)
{
    if (margins == m_reserved)
        return;
    m_reserved = margins;
    Q_EMIT overlayMarginsChanged();
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
