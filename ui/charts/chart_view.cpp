// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chart_view.h"

#include "charts/chart_paint.h"
#include "theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kTickGap = 6; // between axis and label
constexpr int kRowHeight = 18; // titles, tick labels, captions
constexpr int kPixelsPerXTick = 72;
constexpr int kPixelsPerYTick = 36;
constexpr int kSwatch = 12;
constexpr int kLegendMark = 18;
constexpr int kLegendRow = metric::kTarget;
constexpr int kMaxLegendRows = 3;
constexpr int kLeastPlot = 60; // height that legend and strip leave to the plot
constexpr int kWidestLabel = 160;
constexpr int kWidestLegendLabel = 220;
constexpr int kCalmAfterMs = 150;
constexpr double kHiddenOpacity = 0.35;

void paintMark(QPainter &painter, const QRectF &box, const ChartView::LegendEntry &entry,
    const Tokens &colors)
{
    const QPointF middle = box.center();
    painter.setPen(QPen(entry.color, 2.0, Qt::SolidLine, Qt::FlatCap));
    painter.setBrush(Qt::NoBrush);
    switch (entry.mark) {
    case ChartView::Mark::Line:
        painter.drawLine(QPointF(box.left(), middle.y()), QPointF(box.right(), middle.y()));
        break;
    case ChartView::Mark::Dashes:
        for (double x = box.left(); x < box.right(); x += 7.0)
            painter.drawLine(QPointF(x, middle.y()), QPointF(x + 4.5, middle.y()));
        break;
    case ChartView::Mark::Dots:
        painter.setPen(Qt::NoPen);
        painter.setBrush(entry.color);
        painter.drawEllipse(middle, 3.5, 3.5);
        break;
    case ChartView::Mark::Box:
        painter.fillRect(QRectF(middle.x() - 6, middle.y() - 5, 12, 10), entry.color);
        break;
    case ChartView::Mark::Framed:
        painter.setPen(QPen(colors.controlBorder, 1.0));
        painter.setBrush(entry.color);
        painter.drawRect(QRectF(middle.x() - 6.5, middle.y() - 5.5, 13, 11));
        break;
    case ChartView::Mark::Ring:
        painter.drawEllipse(middle, 3.5, 3.5);
        break;
    }
}

} // namespace

ChartView::ChartView(QWidget *parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::CrossCursor);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_calm.setSingleShot(true);
    m_calm.setInterval(kCalmAfterMs);
    connect(&m_calm, &QTimer::timeout, this, [this] {
        m_hasty = false;
        forgetPicture();
    });
}

ChartView::~ChartView() = default;

void ChartView::setTitle(const QString &title)
{
    m_title = title;
    setAccessibleName(title);
}

void ChartView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    describe();
    update();
}

QSize ChartView::sizeHint() const
{
    return {480, 240};
}

QSize ChartView::minimumSizeHint() const
{
    return {240, 140};
}

const Tokens &ChartView::colors() const
{
    return m_paper ? *m_paper : tokens();
}

void ChartView::applyColors()
{
}

void ChartView::paintOverlay(QPainter &)
{
}

std::vector<ChartView::LegendEntry> ChartView::legend() const
{
    return {};
}

std::vector<Tick> ChartView::xTicks() const
{
    return linearTicks(xMin(), xMax(), std::max(2, int(m_plot.width()) / kPixelsPerXTick));
}

std::vector<Tick> ChartView::yTicks() const
{
    return linearTicks(yMin(), yMax(), std::max(2, int(m_plot.height()) / kPixelsPerYTick));
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

void ChartView::setGrid(bool vertical, bool horizontal)
{
    m_gridVertical = vertical;
    m_gridHorizontal = horizontal;
}

void ChartView::setCaptionRow(bool on)
{
    m_captionRow = on;
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

void ChartView::reserveInHead(int width)
{
    m_headWidth = width;
}

void ChartView::setMinimumLeft(int pixels)
{
    m_minimumLeft = pixels;
    updateLayout();
}

void ChartView::setStripHeight(int pixels)
{
    m_stripHeight = pixels;
}

int ChartView::placeLegend(int mostRows, int left)
{
    const QFontMetrics metrics(themeFont(type::kCaption));
    m_legend.clear();
    const double edge = width() - space::kSmall;
    // Filled from the left, then each row is pushed to the right end.
    double x = left;
    int row = 0;
    std::size_t rowBegin = 0;
    const auto closeRow = [&] {
        for (std::size_t i = rowBegin; i < m_legend.size(); ++i)
            m_legend[i].box.translate(std::max(0.0, edge - x + space::kMedium), 0.0);
        rowBegin = m_legend.size();
    };
    for (LegendEntry &entry : legend()) {
        const int widest = std::min(kWidestLegendLabel, std::max(40, width() - 60));
        const QString text = metrics.elidedText(entry.label, Qt::ElideRight, widest);
        const double needed = kLegendMark + space::kTiny + metrics.horizontalAdvance(text) + 1;
        if (x + needed > edge && x > space::kSmall) {
            if (row + 1 == mostRows)
                break;
            closeRow();
            ++row;
            x = space::kSmall;
        }
        m_legend.push_back(
            {std::move(entry), QRectF(x, row * kLegendRow, needed, kLegendRow), text});
        x += needed + space::kMedium;
    }
    closeRow();
    return m_legend.empty() ? 0 : row + 1;
}

void ChartView::updateLayout()
{
    const QFontMetrics metrics(themeFont(type::kCaption));
    const int title = m_yTitle.isEmpty() ? 0 : metrics.horizontalAdvance(m_yTitle) + space::kLarge;
    const int bottom = kTickGap + kRowHeight + (m_xTitle.isEmpty() ? space::kHair : kRowHeight);
    m_headReserve = {};
    int head = 0;
    if (m_headWidth > 0) {
        const int wide = std::min(m_headWidth, width() - 2 * space::kSmall);
        const bool beside = title + wide + 2 * space::kSmall <= width();
        head = beside || title == 0 ? kLegendRow : kLegendRow + kRowHeight;
        m_headReserve = QRectF(width() - space::kSmall - wide, head - kLegendRow, wide, kLegendRow);
    } else {
        // What has no room stays in the context menu.
        const int rows = (height() - bottom - kRowHeight - kLeastPlot) / kLegendRow;
        m_legendRows = placeLegend(std::clamp(rows, 1, kMaxLegendRows), space::kSmall + title);
        head = std::max(m_legendRows * kLegendRow, title > 0 ? kRowHeight + space::kTiny : 0);
    }
    // On one line with what stands at the right of it.
    m_titleTop = head == kLegendRow ? (kLegendRow - kRowHeight) / 2 : 0;
    const int top = head + (m_captionRow ? kRowHeight : space::kSmall);
    int strip = m_stripHeight > 0 ? m_stripHeight + space::kSmall : 0;
    if (height() - top - bottom - strip < kLeastPlot)
        strip = 0;
    // The number of ticks depends on the height, their width on the ticks: height first.
    m_plot = QRectF(0, top, 1, std::max(1, height() - top - bottom - strip));
    int widest = 0;
    for (const Tick &tick : yTicks())
        widest = std::max(widest, metrics.horizontalAdvance(tick.label));
    widest = std::min(widest, width() * 2 / 5);
    const int left = std::max(m_minimumLeft, space::kSmall + widest + kTickGap);
    const int right = m_labelMargin > 0 ? m_labelMargin + space::kSmall : space::kLarge;
    m_plot = QRectF(left, top, std::max(1, width() - left - right), m_plot.height());
    m_strip = strip > 0
        ? QRectF(left, m_plot.bottom() + space::kSmall, m_plot.width(), m_stripHeight)
        : QRectF();
    forgetPicture();
}

double ChartView::xAt(double value) const
{
    return m_plot.left() + (value - xMin()) / m_view.width() * m_plot.width();
}

double ChartView::yAt(double value) const
{
    return m_plot.bottom() - (value - yMin()) / m_view.height() * m_plot.height();
}

QPointF ChartView::placeAt(QPointF pixel) const
{
    return {xMin() + (pixel.x() - m_plot.left()) / m_plot.width() * m_view.width(),
        yMin() + (m_plot.bottom() - pixel.y()) / m_plot.height() * m_view.height()};
}

void ChartView::paintGrid(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(themeFont(type::kCaption));
    paintYAxis(painter);
    paintXAxis(painter);
    painter.setPen(colors().textSecondary);
    const QFontMetrics metrics = painter.fontMetrics();
    const auto draw = [&](QRectF room, Qt::Alignment side, const QString &text) {
        painter.drawText(room, side | Qt::AlignVCenter,
            metrics.elidedText(text, Qt::ElideRight, int(room.width())));
    };
    double end = width() - space::kSmall;
    if (m_legendRows == 1 && !m_legend.empty())
        end = m_legend.front().box.left() - space::kSmall;
    else if (!m_headReserve.isNull() && m_headReserve.top() < kRowHeight)
        end = m_headReserve.left() - space::kSmall;
    if (!m_yTitle.isEmpty())
        draw(QRectF(space::kSmall, m_titleTop, end - space::kSmall, kRowHeight), Qt::AlignLeft,
            m_yTitle);
    if (!m_xTitle.isEmpty())
        draw(QRectF(
                 space::kSmall, height() - kRowHeight, m_plot.right() - space::kSmall, kRowHeight),
            Qt::AlignRight, m_xTitle);
    painter.restore();
}

void ChartView::paintYAxis(QPainter &painter) const
{
    const QFontMetrics metrics = painter.fontMetrics();
    const double room = m_plot.left() - kTickGap;
    double freeAbove = height() + kRowHeight;
    for (const Tick &tick : yTicks()) {
        const double y = std::round(yAt(tick.value));
        if (y < m_plot.top() - 1 || y > m_plot.bottom() + 1)
            continue;
        if (m_gridHorizontal) {
            painter.setPen(QPen(withOpacity(colors().textPrimary, kGridOpacity), 1.0));
            painter.drawLine(QPointF(m_plot.left(), y), QPointF(m_plot.right(), y));
        }
        // Names of rows come from the top down or from the bottom up; none covers another.
        if (std::abs(freeAbove - y) < metrics.height() - 2)
            continue;
        freeAbove = y;
        painter.setPen(colors().textSecondary);
        painter.drawText(QRectF(0, y - kRowHeight / 2.0, room, kRowHeight),
            Qt::AlignRight | Qt::AlignVCenter,
            metrics.elidedText(tick.label, Qt::ElideRight, int(room - space::kTiny)));
    }
}

void ChartView::paintXAxis(QPainter &painter) const
{
    const Tokens &t = colors();
    const QFontMetrics metrics = painter.fontMetrics();
    const double bottom = m_strip.isNull() ? m_plot.bottom() : m_strip.bottom();
    const QPen grid(withOpacity(t.textPrimary, kGridOpacity), 1.0);
    double freeFrom = -1e9;
    for (const Tick &tick : xTicks()) {
        const double x = std::round(xAt(tick.value));
        if (x < m_plot.left() - 1 || x > m_plot.right() + 1)
            continue;
        if (m_gridVertical) {
            painter.setPen(
                tick.major ? QPen(withOpacity(t.textPrimary, 2 * kGridOpacity), 1.0) : grid);
            painter.drawLine(QPointF(x, m_plot.top()), QPointF(x, m_plot.bottom()));
            painter.drawLine(
                QPointF(x, m_strip.isNull() ? bottom : m_strip.top()), QPointF(x, bottom + 4));
        }
        const QString label = m_xLabelWidth > 0.0
            ? metrics.elidedText(tick.label, Qt::ElideRight, std::max(20, int(m_xLabelWidth)))
            : tick.label;
        const double width = metrics.horizontalAdvance(label);
        const double left = std::clamp(
            x - width / 2.0, 0.0, std::max(0.0, double(this->width()) - width - space::kTiny));
        if (left < freeFrom)
            continue;
        freeFrom = left + width + (m_xLabelWidth > 0.0 ? space::kHair : space::kSmall);
        painter.setPen(tick.major ? t.textPrimary : t.textSecondary);
        painter.drawText(QPointF(left, bottom + kTickGap + metrics.ascent()), label);
    }
}

void ChartView::paintLegend(QPainter &painter) const
{
    painter.setFont(themeFont(type::kCaption));
    for (const LegendBox &item : m_legend) {
        painter.setOpacity(isEntryVisible(item.entry.id) ? 1.0 : kHiddenOpacity);
        QRectF mark = item.box;
        mark.setWidth(kLegendMark);
        paintMark(painter, mark, item.entry, colors());
        painter.setPen(colors().textSecondary);
        painter.drawText(item.box.adjusted(kLegendMark + space::kTiny, 0, 2, 0),
            Qt::AlignLeft | Qt::AlignVCenter, item.text);
    }
    painter.setOpacity(1.0);
}

void ChartView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (isEmpty()) {
        painter.fillRect(rect(), tokens().panel);
        painter.setFont(themeFont(type::kBody));
        painter.setPen(tokens().textSecondary);
        painter.drawText(QRectF(rect()).adjusted(space::kLarge, 0, -space::kLarge, 0),
            int(Qt::AlignCenter) | int(Qt::TextWordWrap), m_emptyText);
        return;
    }
    const double ratio = devicePixelRatioF();
    const QSize pixels = size() * ratio;
    if (m_picture.size() != pixels) {
        m_picture = QPixmap(pixels);
        m_picture.setDevicePixelRatio(ratio);
        QPainter kept(&m_picture);
        kept.fillRect(rect(), colors().panel);
        kept.setRenderHint(QPainter::Antialiasing, !m_hasty);
        paintGrid(kept);
        paintLegend(kept);
        paintPlot(kept);
    }
    painter.drawPixmap(0, 0, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintOverlay(painter);
    if (m_cursor) {
        paintCursor(painter, *m_cursor);
        if (m_ownCursor)
            paintCard(painter, readOut(*m_cursor));
    }
    if (m_drag == Drag::Band)
        paintBand(painter);
    if (m_keyboardFocus && hasFocus()) {
        painter.setPen(QPen(colors().focus, metric::kFocusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(1, 1, -1, -1), metric::kRadius, metric::kRadius);
    }
}

void ChartView::paintTo(QPainter &painter, const Tokens &paper)
{
    m_paper = &paper;
    applyColors();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), paper.panel);
    if (!isEmpty()) {
        paintGrid(painter);
        // The same legend with the colours of paper.
        const std::vector<LegendEntry> entries = legend();
        for (std::size_t i = 0; i < std::min(entries.size(), m_legend.size()); ++i)
            m_legend[i].entry.color = entries[i].color;
        paintLegend(painter);
        paintPlot(painter);
        paintOverlay(painter);
    }
    painter.restore();
    m_paper = nullptr;
    applyColors();
    updateLayout();
}

void ChartView::forgetPicture()
{
    m_picture = QPixmap();
    update();
}

void ChartView::paintRule(
    QPainter &painter, double x, const QPen &pen, const QString &caption) const
{
    const double at = std::round(xAt(x)) + 0.5;
    if (at < m_plot.left() || at > m_plot.right() + 1.0)
        return;
    const double bottom = m_strip.isNull() ? m_plot.bottom() : m_strip.bottom();
    painter.setPen(pen);
    painter.drawLine(QPointF(at, m_plot.top()), QPointF(at, bottom));
    if (caption.isEmpty())
        return;
    if (pen.color().alpha() < 255)
        painter.setPen(colors().textSecondary);
    painter.setFont(themeFont(type::kCaption));
    const double width = painter.fontMetrics().horizontalAdvance(caption);
    const double left =
        std::clamp(at - width / 2.0, 0.0, std::max(0.0, double(this->width()) - width));
    painter.drawText(QRectF(left, m_plot.top() - kRowHeight, width + 1, kRowHeight - 1),
        Qt::AlignLeft | Qt::AlignVCenter, caption);
}

void ChartView::paintCard(QPainter &painter, const ReadOut &content) const
{
    if (!content.anchor)
        return;
    const Tokens &t = colors();
    const QFont plain = themeFont(type::kCaption);
    const QFont bold = themeFont(type::kCaption, QFont::DemiBold);
    const QFontMetrics plainMetrics(plain);
    const QFontMetrics boldMetrics(bold);
    int names = 0;
    int values = 0;
    for (const ReadOutLine &line : content.lines) {
        names = std::max(names, plainMetrics.horizontalAdvance(line.name) + 1);
        values = std::max(values, boldMetrics.horizontalAdvance(line.value));
    }
    const int widest = std::max(80, width() - 4 * space::kSmall);
    const int inner = std::min(widest,
        std::max(boldMetrics.horizontalAdvance(content.title) + 2,
            kSwatch + space::kTiny + names + space::kMedium + values));
    const QSizeF size(inner + 2 * space::kSmall,
        double(1 + content.lines.size()) * kRowHeight + 2 * space::kTiny);
    const bool toLeft = content.anchor->x() > m_plot.center().x();
    const double left = std::clamp(toLeft ? content.anchor->x() - space::kMedium - size.width()
                                          : content.anchor->x() + space::kMedium,
        0.0, std::max(0.0, width() - size.width()));
    const double top = std::clamp(
        content.anchor->y() - size.height() / 2.0, 0.0, std::max(0.0, height() - size.height()));
    const QRectF card(QPointF(left, top), size);
    painter.setPen(QPen(t.controlBorder, 1.0));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(card, metric::kRadius, metric::kRadius);
    QRectF row(card.left() + space::kSmall, card.top() + space::kTiny, inner, kRowHeight);
    painter.setFont(bold);
    painter.setPen(t.textPrimary);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
        boldMetrics.elidedText(content.title, Qt::ElideRight, inner));
    for (const ReadOutLine &line : content.lines) {
        row.translate(0.0, kRowHeight);
        if (line.color.isValid()) {
            painter.setPen(QPen(line.color, 2.5, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(row.left() + 1, row.center().y()),
                QPointF(row.left() + kSwatch - 2, row.center().y()));
        }
        painter.setFont(plain);
        painter.setPen(t.textSecondary);
        const int room = inner - kSwatch - space::kTiny - boldMetrics.horizontalAdvance(line.value);
        painter.drawText(row.adjusted(kSwatch + space::kTiny, 0, 0, 0),
            Qt::AlignLeft | Qt::AlignVCenter,
            plainMetrics.elidedText(line.name, Qt::ElideRight, std::max(0, room)));
        painter.setFont(bold);
        painter.setPen(t.textPrimary);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, line.value);
    }
}

void ChartView::paintBand(QPainter &painter) const
{
    QRectF band = m_plot;
    if (m_zoomAxes.testFlag(Qt::Horizontal)) {
        band.setLeft(std::min(m_pressed.x(), m_dragged.x()));
        band.setRight(std::max(m_pressed.x(), m_dragged.x()));
    }
    if (m_zoomAxes.testFlag(Qt::Vertical)) {
        band.setTop(std::min(m_pressed.y(), m_dragged.y()));
        band.setBottom(std::max(m_pressed.y(), m_dragged.y()));
    }
    band = band.intersected(m_plot);
    painter.setPen(QPen(colors().accent, 1.0));
    painter.setBrush(withOpacity(colors().accent, 0.16));
    painter.drawRect(band);
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

void ChartView::paintCursor(QPainter &painter, QPointF place)
{
    paintRule(painter, place.x(), QPen(withOpacity(colors().textPrimary, 0.45), 1.0));
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    updateLayout();
    updateSeries();
}

void ChartView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::LocaleChange) {
        retranslate();
        updateLayout();
        describe();
    }
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        applyColors();
        updateLayout();
    }
}

void ChartView::describe()
{
    const QString text = isEmpty() ? m_emptyText : readOutText();
    if (text == accessibleDescription())
        return;
    setAccessibleDescription(text);
    if (hasFocus()) {
        QAccessibleEvent change(this, QAccessible::DescriptionChanged);
        QAccessible::updateAccessibility(&change);
    }
}

} // namespace belvedere::ui
