// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_view.h"

#include "theme/theme.h"

#include <QChart>
#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kTickGap = 6; // between axis and label
constexpr int kRowHeight = 18; // titles, tick labels, captions
constexpr int kPixelsPerYTick = 36;
constexpr int kSwatch = 12;
constexpr int kWidestLabel = 160;

} // namespace

ChartView::ChartView(QWidget *parent)
    : QChartView(parent)
    , m_xAxis(new QValueAxis(this))
    , m_yAxis(new QValueAxis(this))
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(scene(), &QGraphicsScene::changed, this, &ChartView::forgetPicture);
    QChart *c = chart();
    c->setAnimationOptions(QChart::NoAnimation);
    c->setBackgroundVisible(false);
    c->setMargins(QMargins());
    c->legend()->hide();
    // The grid and the ticks are painted here: Qt 6.4 puts time labels neither in a city's zone
    // nor at whole hours.
    for (QValueAxis *axis : {m_xAxis, m_yAxis}) {
        axis->setVisible(false);
        axis->setRange(0.0, 1.0);
    }
    c->addAxis(m_xAxis, Qt::AlignBottom);
    c->addAxis(m_yAxis, Qt::AlignLeft);
}

ChartView::~ChartView() = default;

void ChartView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

QSize ChartView::sizeHint() const
{
    return {480, 240};
}

QSize ChartView::minimumSizeHint() const
{
    return {240, 140};
}

std::vector<Tick> ChartView::yTicks() const
{
    return linearTicks(m_yMin, m_yMax, std::max(2, int(m_plot.height()) / kPixelsPerYTick));
}

void ChartView::setRanges(double xMin, double xMax, double yMin, double yMax)
{
    if (!(xMin < xMax) || !(yMin < yMax))
        return;
    m_xMin = xMin;
    m_xMax = xMax;
    m_yMin = yMin;
    m_yMax = yMax;
    m_xAxis->setRange(xMin, xMax);
    m_yAxis->setRange(yMin, yMax);
    updateLayout();
}

void ChartView::setXTitle(const QString &title)
{
    m_xTitle = title;
    updateLayout();
}

void ChartView::setYTitle(const QString &title)
{
    m_yTitle = title;
    updateLayout();
}

void ChartView::reserveForLabels(const QStringList &labels)
{
    const QFontMetrics metrics(themeFont(type::kCaption));
    int widest = 0;
    for (const QString &label : labels)
        widest = std::max(widest, metrics.horizontalAdvance(label));
    m_labelMargin = widest == 0 ? 0 : std::min({widest, kWidestLabel, width() / 3}) + space::kTiny;
    updateLayout();
}

void ChartView::setMinimumLeft(int pixels)
{
    m_minimumLeft = pixels;
    updateLayout();
}

void ChartView::attach(QAbstractSeries *series)
{
    chart()->addSeries(series);
    series->attachAxis(m_xAxis);
    series->attachAxis(m_yAxis);
}

void ChartView::updateLayout()
{
    const QFontMetrics metrics(themeFont(type::kCaption));
    // The number of ticks depends on the height, their width on the ticks: height first.
    const int top = (m_yTitle.isEmpty() ? 0 : kRowHeight + space::kTiny) + kRowHeight;
    const int bottom = kTickGap + kRowHeight + (m_xTitle.isEmpty() ? 0 : kRowHeight);
    m_plot = QRectF(0, top, 1, std::max(1, height() - top - bottom));
    int widest = 0;
    for (const Tick &tick : yTicks())
        widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    const int left = std::max(m_minimumLeft, space::kSmall + widest + kTickGap);
    const int right = m_labelMargin > 0 ? m_labelMargin + space::kSmall : space::kLarge;
    m_plot = QRectF(left, top, std::max(1, width() - left - right), m_plot.height());
    chart()->setPlotArea(m_plot);
    forgetPicture();
}

double ChartView::xAt(double value) const
{
    return m_plot.left() + (value - m_xMin) / (m_xMax - m_xMin) * m_plot.width();
}

double ChartView::yAt(double value) const
{
    return m_plot.bottom() - (value - m_yMin) / (m_yMax - m_yMin) * m_plot.height();
}

double ChartView::valueAtX(double pixel) const
{
    return m_xMin + (pixel - m_plot.left()) / m_plot.width() * (m_xMax - m_xMin);
}

void ChartView::drawBackground(QPainter *painter, const QRectF &rect)
{
    painter->fillRect(rect, tokens().panel);
    if (!isEmpty())
        paintGrid(*painter);
}

void ChartView::paintGrid(QPainter &painter) const
{
    const Tokens &t = tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(themeFont(type::kCaption));
    const QFontMetrics metrics = painter.fontMetrics();
    const QPen grid(withOpacity(t.textPrimary, kGridOpacity), 1.0);
    for (const Tick &tick : yTicks()) {
        const double y = std::round(yAt(tick.value));
        painter.setPen(grid);
        painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        painter.setPen(t.textSecondary);
        painter.drawText(QRectF(0, y - kRowHeight / 2.0, m_plot.left() - kTickGap, kRowHeight),
            Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    double freeFrom = -1e9;
    for (const Tick &tick : xTicks()) {
        const double x = std::round(xAt(tick.value));
        if (x < m_plot.left() - 1 || x > m_plot.right() + 1)
            continue;
        painter.setPen(tick.major ? QPen(withOpacity(t.textPrimary, 2 * kGridOpacity), 1.0) : grid);
        painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom() + 4));
        const double width = metrics.horizontalAdvance(tick.label);
        const double left =
            std::clamp(x - width / 2.0, 0.0, std::max(0.0, double(this->width()) - width));
        if (left < freeFrom)
            continue;
        freeFrom = left + width + space::kSmall;
        painter.setPen(tick.major ? t.textPrimary : t.textSecondary);
        painter.drawText(QPointF(left, m_plot.bottom() + kTickGap + metrics.ascent()), tick.label);
    }
    painter.setPen(t.textSecondary);
    if (!m_yTitle.isEmpty())
        painter.drawText(QRectF(space::kSmall, 0, width() - space::kSmall, kRowHeight),
            Qt::AlignLeft | Qt::AlignVCenter, m_yTitle);
    if (!m_xTitle.isEmpty())
        painter.drawText(QRectF(m_plot.left(), height() - kRowHeight, m_plot.width(), kRowHeight),
            Qt::AlignRight | Qt::AlignVCenter, m_xTitle);
    painter.restore();
}

void ChartView::paintEvent(QPaintEvent *)
{
    const double ratio = devicePixelRatioF();
    const QSize pixels = viewport()->size() * ratio;
    if (m_picture.size() != pixels) {
        m_picture = QPixmap(pixels);
        m_picture.setDevicePixelRatio(ratio);
        QPainter painter(&m_picture);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRect whole = viewport()->rect();
        render(&painter, whole, whole);
    }
    QPainter painter(viewport());
    painter.drawPixmap(0, 0, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!isEmpty()) {
        paintOverlay(painter);
        return;
    }
    painter.setFont(themeFont(type::kBody));
    painter.setPen(tokens().textSecondary);
    painter.drawText(QRectF(rect()).adjusted(space::kLarge, 0, -space::kLarge, 0),
        int(Qt::AlignCenter) | int(Qt::TextWordWrap), m_emptyText);
}

void ChartView::forgetPicture()
{
    m_picture = QPixmap();
    viewport()->update();
}

void ChartView::paintRule(
    QPainter &painter, double x, const QPen &pen, const QString &caption) const
{
    const double at = std::round(xAt(x)) + 0.5;
    if (at < m_plot.left() || at > m_plot.right() + 1.0)
        return;
    painter.setPen(pen);
    painter.drawLine(QPointF(at, m_plot.top()), QPointF(at, m_plot.bottom()));
    if (caption.isEmpty())
        return;
    if (pen.color().alpha() < 255)
        painter.setPen(tokens().textSecondary);
    painter.setFont(themeFont(type::kCaption));
    const double width = painter.fontMetrics().horizontalAdvance(caption);
    const double left =
        std::clamp(at - width / 2.0, 0.0, std::max(0.0, double(this->width()) - width));
    painter.drawText(QRectF(left, m_plot.top() - kRowHeight, width + 1, kRowHeight - 1),
        Qt::AlignLeft | Qt::AlignVCenter, caption);
}

void ChartView::paintReadOut(
    QPainter &painter, double x, const QString &title, const std::vector<ReadOutLine> &lines) const
{
    const Tokens &t = tokens();
    const QFont plain = themeFont(type::kCaption);
    const QFont bold = themeFont(type::kCaption, QFont::DemiBold);
    const QFontMetrics plainMetrics(plain);
    const QFontMetrics boldMetrics(bold);
    int names = 0;
    int values = 0;
    for (const ReadOutLine &line : lines) {
        names = std::max(names, plainMetrics.horizontalAdvance(line.name));
        values = std::max(values, boldMetrics.horizontalAdvance(line.value));
    }
    const int inner = std::max(boldMetrics.horizontalAdvance(title),
        kSwatch + space::kTiny + names + space::kMedium + values);
    const QSizeF size(
        inner + 2 * space::kSmall, double(1 + lines.size()) * kRowHeight + 2 * space::kTiny);
    const double at = xAt(x);
    const bool toLeft = at > m_plot.center().x();
    const double left =
        std::max(0.0, toLeft ? at - space::kMedium - size.width() : at + space::kMedium);
    const QRectF card(QPointF(left, m_plot.top() + space::kTiny), size);
    painter.setPen(QPen(t.controlBorder, 1.0));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(card, metric::kRadius, metric::kRadius);
    QRectF row(card.left() + space::kSmall, card.top() + space::kTiny, inner, kRowHeight);
    painter.setFont(bold);
    painter.setPen(t.textPrimary);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, title);
    for (const ReadOutLine &line : lines) {
        row.translate(0.0, kRowHeight);
        if (line.color.isValid()) {
            painter.setPen(QPen(line.color, 2.5, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(row.left() + 1, row.center().y()),
                QPointF(row.left() + kSwatch - 2, row.center().y()));
        }
        painter.setFont(plain);
        painter.setPen(t.textSecondary);
        painter.drawText(row.adjusted(kSwatch + space::kTiny, 0, 0, 0),
            Qt::AlignLeft | Qt::AlignVCenter, line.name);
        painter.setFont(bold);
        painter.setPen(t.textPrimary);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, line.value);
    }
}

void ChartView::paintDirectLabels(QPainter &painter, std::vector<DirectLabel> labels) const
{
    painter.setFont(themeFont(type::kCaption));
    const QFontMetrics metrics = painter.fontMetrics();
    const double height = metrics.height();
    std::sort(labels.begin(), labels.end(),
        [](const DirectLabel &a, const DirectLabel &b) { return a.y > b.y; });
    // Down first, each below the one before; then up again where the bottom was passed.
    std::vector<double> centers;
    double free = m_plot.top();
    for (const DirectLabel &label : labels) {
        centers.push_back(std::max(yAt(label.y), free));
        free = centers.back() + height;
    }
    double limit = m_plot.bottom();
    for (std::size_t i = centers.size(); i-- > 0;) {
        centers[i] = std::min(centers[i], limit);
        limit = centers[i] - height;
    }
    const double left = m_plot.right() + space::kSmall;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        painter.setPen(labels[i].color);
        const QString text =
            metrics.elidedText(labels[i].text, Qt::ElideRight, int(double(width()) - left));
        painter.drawText(QRectF(left, centers[i] - height / 2.0, width() - left, height),
            Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    updateLayout();
    if (event->size().width() != event->oldSize().width())
        updateSeries();
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    QChartView::mouseMoveEvent(event);
    const QPointF at = event->position();
    const bool inside = m_plot.contains(at) && !isEmpty();
    m_hovered = inside ? std::optional(valueAtX(at.x())) : std::nullopt;
    viewport()->update();
}

void ChartView::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    m_hovered.reset();
    viewport()->update();
}

void ChartView::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange)
        retranslate();
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        applyColors();
        updateLayout();
    }
}

} // namespace belvedere::ui
