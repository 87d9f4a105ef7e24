// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/overlays/mini_map.h"

#include "map/map_renderer.h"
#include "map/map_view.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QToolButton>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr QSize kSize(184, 132);
constexpr int kButton = metric::kTarget;
constexpr double kPaddingPx = 6.0;
constexpr double kSmallestFrame = 10.0;
constexpr double kKeyStep = 0.25; // of the window
constexpr int kDelayMs = 200; // several changes of layers come together

std::vector<MapLayer> baseLayers(const std::vector<MapLayer> &layers)
{
    std::vector<MapLayer> base;
    for (const MapLayer &layer : layers) {
        if (layer.visible && partOf(layer.order) == PicturePart::Base)
            base.push_back(layer);
    }
    // A city without a base map still has its shape.
    return base.empty() ? layers : base;
}

} // namespace

MiniMap::MiniMap(MapView &view, QThreadPool &pool)
    : QWidget(&view)
    , m_view(view)
    , m_pool(pool)
    , m_toggle(new QToolButton(this))
{
    setFocusPolicy(Qt::StrongFocus);
    m_toggle->setFixedSize(kButton, kButton);
    m_toggle->setIconSize({space::kLarge, space::kLarge});
    m_toggle->setFocusPolicy(Qt::StrongFocus);
    connect(m_toggle, &QToolButton::clicked, this, [this] { setCollapsed(!m_collapsed); });
    m_delay.setSingleShot(true);
    m_delay.setInterval(kDelayMs);
    connect(&m_delay, &QTimer::timeout, this, &MiniMap::render);
    connect(&view, &MapView::layersChanged, this, &MiniMap::renderLater);
    connect(&view, &MapView::viewportChanged, this, qOverload<>(&QWidget::update));
    setCollapsed(false);
}

void MiniMap::setCollapsed(bool collapsed)
{
    const bool changed = collapsed != m_collapsed;
    m_collapsed = collapsed;
    m_toggle->setIcon(
        icon(collapsed ? QStringLiteral("mini-map") : QStringLiteral("chevron-down")));
    m_toggle->setAutoRaise(!collapsed);
    setFocusPolicy(collapsed ? Qt::NoFocus : Qt::StrongFocus);
    retranslate();
    updateGeometry();
    if (!collapsed && m_picture.isNull())
        renderLater();
    update();
    if (changed)
        Q_EMIT collapsedChanged(collapsed);
}

QSize MiniMap::sizeHint() const
{
    return m_collapsed ? QSize(kButton, kButton) : kSize;
}

Viewport MiniMap::whole() const
{
    Viewport viewport;
    viewport.size = kSize;
    viewport.devicePixelRatio = devicePixelRatioF();
    return viewport.fitted(m_extent, kPaddingPx);
}

QRectF MiniMap::frame() const
{
    if (m_collapsed || m_extent.empty())
        return {};
    const Viewport small = whole();
    const BoundingBox seen = m_view.viewport().box();
    QRectF result(small.toScreen({seen.minX, seen.maxY}), small.toScreen({seen.maxX, seen.minY}));
    const QPointF middle = result.center();
    result.setSize(result.size().expandedTo({kSmallestFrame, kSmallestFrame}));
    result.moveCenter(middle);
    return result;
}

void MiniMap::renderLater()
{
    m_delay.start();
}

void MiniMap::render()
{
    if (m_collapsed || !isVisible())
        return;
    const std::vector<MapLayer> layers = baseLayers(m_view.layers());
    m_extent = {};
    for (const MapLayer &layer : layers)
        m_extent.add(boundsOf(layer.geometry));
    m_task.start(runTask(m_pool,
                     [layers, viewport = whole(), options = m_view.renderOptions()](
                         TaskContext &context) -> Result<QImage> {
                         QImage image = renderMap(layers, viewport, options, context.cancelled);
                         if (image.isNull())
                             return cancelledFailure();
                         return image;
                     }),
        [this](const Result<QImage> &image) {
            if (!image)
                return;
            m_picture = *image;
            ++m_paintCount;
            update();
        });
}

const QPixmap &MiniMap::cutPicture(const QRectF &card, const Tokens &colors)
{
    const double ratio = devicePixelRatioF();
    const QSize pixels = (QSizeF(size()) * ratio).toSize();
    const qint64 key = m_picture.cacheKey();
    if (m_cut.size() == pixels && m_cutKey == key)
        return m_cut;
    m_cutKey = key;
    m_cut = QPixmap(pixels);
    m_cut.setDevicePixelRatio(ratio);
    m_cut.fill(Qt::transparent);
    QPainter painter(&m_cut);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath shape;
    shape.addRoundedRect(card, metric::kRadius, metric::kRadius);
    painter.fillPath(shape, colors.mapGround);
    painter.setClipPath(shape);
    if (!m_picture.isNull())
        painter.drawImage(rect(), m_picture);
    return m_cut;
}

void MiniMap::paintEvent(QPaintEvent *)
{
    if (m_collapsed)
        return;
    const Tokens &colors = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawPixmap(0, 0, cutPicture(card, colors));
    const QRectF view = frame().intersected(card.adjusted(1, 1, -1, -1));
    if (!view.isEmpty()) {
        painter.setPen(QPen(colors.mapLabelHalo, 4.0));
        painter.setBrush(withOpacity(colors.accent, 0.16));
        painter.drawRect(view);
        painter.setPen(QPen(colors.accent, 2.0, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(view);
    }
    const bool focused = hasFocus();
    const double width = focused ? metric::kFocusRing : 1.0;
    painter.setPen(QPen(focused ? colors.focus : colors.controlBorder, width));
    painter.setBrush(Qt::NoBrush);
    const double inset = 0.5 * (width - 1.0);
    painter.drawRoundedRect(
        card.adjusted(inset, inset, -inset, -inset), metric::kRadius, metric::kRadius);
}

void MiniMap::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    renderLater();
}

void MiniMap::resizeEvent(QResizeEvent *)
{
    m_toggle->move(width() - kButton, 0);
}

void MiniMap::moveView(QPointF position)
{
    if (m_extent.empty())
        return;
    Viewport target = m_view.viewport();
    target.centre = whole().toWorld(position);
    m_view.setViewport(target);
}

void MiniMap::mousePressEvent(QMouseEvent *event)
{
    // Never ignored: the map below would move as well.
    if (event->button() != Qt::LeftButton || m_collapsed)
        return;
    const QRectF held = frame();
    m_grip = held.contains(event->position()) ? event->position() - held.center() : QPointF();
    if (m_grip.isNull())
        moveView(event->position());
}

void MiniMap::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton) && !m_collapsed)
        moveView(event->position() - m_grip);
}

void MiniMap::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

void MiniMap::wheelEvent(QWheelEvent *event)
{
    event->accept();
}

void MiniMap::keyPressEvent(QKeyEvent *event)
{
    const QSize seen = m_view.viewport().size;
    const auto pan = [&](double x, double y) {
        m_view.setViewport(m_view.viewport().panned(
            {-x * kKeyStep * seen.width(), -y * kKeyStep * seen.height()}));
    };
    switch (event->key()) {
    case Qt::Key_Left:
        pan(-1.0, 0.0);
        break;
    case Qt::Key_Right:
        pan(1.0, 0.0);
        break;
    case Qt::Key_Up:
        pan(0.0, -1.0);
        break;
    case Qt::Key_Down:
        pan(0.0, 1.0);
        break;
    default:
        event->ignore();
    }
}

void MiniMap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        renderLater();
    QWidget::changeEvent(event);
}

void MiniMap::retranslate()
{
    setAccessibleName(tr("Overview map"));
    setAccessibleDescription(tr("Arrow keys move the map."));
    const QString action = m_collapsed ? tr("Show the overview map") : tr("Hide the overview map");
    m_toggle->setAccessibleName(action);
    m_toggle->setToolTip(action);
}

} // namespace belvedere::ui
