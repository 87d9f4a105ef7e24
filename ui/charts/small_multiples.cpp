// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/small_multiples.h"

#include "charts/chart_paint.h"
#include "charts/decimate.h"
#include "common/format.h"
#include "theme/theme.h"

#include <QElapsedTimer>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kPanelWidth = 230; // at least
constexpr int kPanelHeight = 92; // with its label
constexpr int kLabelHeight = 18;
constexpr int kColumnGap = space::kLarge;
constexpr int kRowGap = space::kSmall;
constexpr int kKeptPanels = 128;
constexpr int kPixelsPerTick = 72;
constexpr int kTargetYTicks = 3;
constexpr qint64 kFrameNs = 4'000'000; // of painting panels in one frame

} // namespace

SmallMultiples::SmallMultiples(QWidget *parent)
    : ChartView(parent)
    , m_bar(new QScrollBar(Qt::Vertical, this))
    , m_pictures(kKeptPanels)
{
    setTimeAxis(true);
    setGrid(false, false);
    m_bar->setFocusPolicy(Qt::NoFocus); // the arrow keys of the chart scroll
    m_bar->setCursor(Qt::ArrowCursor);
    m_bar->hide();
    m_rest.setSingleShot(true);
    m_rest.setInterval(0);
    connect(&m_rest, &QTimer::timeout, this, &SmallMultiples::forgetPicture);
    connect(m_bar, &QScrollBar::valueChanged, this, &SmallMultiples::forgetPicture);
    retranslate();
}

SmallMultiples::~SmallMultiples() = default;

void SmallMultiples::setData(std::shared_ptr<const SmallMultiplesData> panels)
{
    m_data = std::move(panels);
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    double from = low;
    double to = -low;
    for (const Panel &panel : m_data ? m_data->panels : std::vector<Panel>()) {
        for (const SeriesPoint &point : panel.points) {
            if (!std::isfinite(point.value))
                continue;
            low = std::min(low, point.value);
            high = std::max(high, point.value);
        }
        if (!panel.points.empty()) {
            from = std::min(from, double(panel.points.front().time));
            to = std::max(to, double(panel.points.back().time));
        }
    }
    const NiceRange range = niceRange(low, high, kTargetYTicks);
    m_low = range.low;
    m_high = range.high;
    retranslate();
    if (from <= to)
        setRanges(from, from < to ? to : to + double(kMsPerHour), -0.5, count() - 0.5);
    m_bar->setValue(0);
    updateSeries();
}

void SmallMultiples::setZone(const QTimeZone &zone)
{
    m_zone = zone;
    updateSeries();
}

QSize SmallMultiples::sizeHint() const
{
    return {3 * kPanelWidth, 4 * kPanelHeight};
}

bool SmallMultiples::isEmpty() const
{
    return count() == 0;
}

std::vector<Tick> SmallMultiples::yTicks() const
{
    // Outside of the axis, so that the base makes room for them and paints none.
    std::vector<Tick> ticks = linearTicks(m_low, m_high, kTargetYTicks);
    for (Tick &tick : ticks)
        tick.value = std::numeric_limits<double>::infinity();
    return ticks;
}

int SmallMultiples::columns() const
{
    const double room = plotArea().width() + kColumnGap;
    return std::clamp(int(room / (kPanelWidth + kColumnGap)), 1, std::max(1, count()));
}

QRectF SmallMultiples::panelRect(int panel) const
{
    const int perRow = columns();
    const double width = (plotArea().width() - (perRow - 1) * double(kColumnGap)) / perRow;
    return QRectF(plotArea().left() + (panel % perRow) * (width + kColumnGap),
        plotArea().top() + double(panel / perRow) * (kPanelHeight + kRowGap) - m_bar->value(),
        width, kPanelHeight);
}

QRectF SmallMultiples::plotOf(int panel) const
{
    return panelRect(panel).adjusted(0.0, kLabelHeight, 0.0, 0.0);
}

int SmallMultiples::panelAt(QPointF pixel) const
{
    const QRectF first = panelRect(0);
    const int column = std::clamp(
        int((pixel.x() - first.left()) / (first.width() + kColumnGap)), 0, columns() - 1);
    const int row = std::max(0, int((pixel.y() - first.top()) / (kPanelHeight + kRowGap)));
    return std::clamp(row * columns() + column, 0, std::max(0, count() - 1));
}

std::pair<int, int> SmallMultiples::inView() const
{
    if (isEmpty())
        return {0, 0};
    const int rowHeight = kPanelHeight + kRowGap;
    const int firstRow = m_bar->value() / rowHeight;
    const int lastRow = (m_bar->value() + int(plotArea().height())) / rowHeight;
    return {firstRow * columns(), std::min(count(), (lastRow + 1) * columns())};
}

void SmallMultiples::arrange()
{
    const int rows = (count() + columns() - 1) / columns();
    const int whole = std::max(0, rows * (kPanelHeight + kRowGap) - kRowGap);
    const int page = int(plotArea().height());
    m_bar->setRange(0, std::max(0, whole - page));
    m_bar->setPageStep(page);
    m_bar->setSingleStep(kPanelHeight + kRowGap);
    m_bar->setVisible(whole > page);
    const int wide = m_bar->sizeHint().width();
    m_bar->setGeometry(width() - wide, int(plotArea().top()), wide, page);
    m_pictures.clear();
}

void SmallMultiples::updateSeries()
{
    updateLayout();
    arrange();
}

void SmallMultiples::applyColors()
{
    m_pictures.clear();
}

double SmallMultiples::timeX(const QRectF &plot, double time) const
{
    return plot.left() + (time - xMin()) / (xMax() - xMin()) * plot.width();
}

double SmallMultiples::valueY(const QRectF &plot, double value) const
{
    return plot.bottom() - (value - m_low) / (m_high - m_low) * plot.height();
}

void SmallMultiples::paintFrame(QPainter &painter, int panel, const QRectF &rect) const
{
    const Tokens &t = colors();
    const QRectF plot = rect.adjusted(0, kLabelHeight, 0, 0);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(withOpacity(t.textPrimary, kGridOpacity), 1.0));
    for (const Tick &tick : linearTicks(m_low, m_high, kTargetYTicks)) {
        const double y = std::round(valueY(plot, tick.value));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    for (const Tick &tick : timeTicks(static_cast<UtcMs>(xMin()), static_cast<UtcMs>(xMax()),
             m_zone, std::max(2, int(plot.width()) / kPixelsPerTick))) {
        const double x = std::round(timeX(plot, tick.value));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    }
    painter.setFont(themeFont(type::kCaption, QFont::DemiBold));
    painter.setPen(t.textPrimary);
    painter.drawText(QRectF(rect.left(), rect.top(), rect.width() - 64.0, kLabelHeight),
        Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(
            m_data->panels[std::size_t(panel)].label, Qt::ElideRight, int(rect.width()) - 64));
}

void SmallMultiples::paintPanel(QPainter &painter, int panel, const QRectF &rect) const
{
    const Tokens &t = colors();
    painter.save();
    paintFrame(painter, panel, rect);
    const QRectF plot = rect.adjusted(0, kLabelHeight, 0, 0);
    const auto &points = m_data->panels[std::size_t(panel)].points;
    QList<QPointF> pixels = thinned(points, xMin(), xMax(), std::max(1, int(plot.width())));
    if (pixels.isEmpty()) {
        paintMissing(painter, plot, t);
        painter.restore();
        return;
    }
    for (QPointF &p : pixels)
        p = QPointF(timeX(plot, p.x()), valueY(plot, p.y()));
    painter.setClipRect(plot.adjusted(0, -1, 0, 1));
    painter.setRenderHint(QPainter::Antialiasing, !isHasty());
    painter.setPen(QPen(t.observed, 1.25, Qt::SolidLine, Qt::FlatCap));
    painter.drawLines(brokenLines(pixels));
    painter.restore();
}

void SmallMultiples::paintTimes(QPainter &painter) const
{
    painter.setFont(themeFont(type::kCaption));
    const QFontMetrics metrics = painter.fontMetrics();
    for (int column = 0; column < columns(); ++column) {
        const QRectF plot = plotOf(column);
        double freeFrom = plot.left() - kColumnGap / 2.0;
        for (const Tick &tick : timeTicks(static_cast<UtcMs>(xMin()), static_cast<UtcMs>(xMax()),
                 m_zone, std::max(2, int(plot.width()) / kPixelsPerTick))) {
            const double wide = metrics.horizontalAdvance(tick.label);
            const double left = std::clamp(timeX(plot, tick.value) - wide / 2.0, 0.0,
                std::max(0.0, plot.right() + kColumnGap / 2.0 - wide));
            if (left < freeFrom)
                continue;
            freeFrom = left + wide + space::kSmall;
            painter.setPen(tick.major ? colors().textPrimary : colors().textSecondary);
            painter.drawText(QPointF(left, plotArea().bottom() + 6 + metrics.ascent()), tick.label);
        }
    }
}

void SmallMultiples::paintPlot(QPainter &painter)
{
    painter.save();
    paintTimes(painter);
    painter.setClipRect(QRectF(0, plotArea().top() - 1, width(), plotArea().height() + 2));
    const bool paper = &colors() != &tokens();
    const double ratio = devicePixelRatioF();
    QElapsedTimer elapsed;
    elapsed.start();
    const auto [first, last] = inView();
    for (int panel = first; panel < last; ++panel) {
        const QRectF rect = panelRect(panel);
        if (paper) {
            paintPanel(painter, panel, rect);
            continue;
        }
        const QPixmap *kept = m_pictures.object(panel);
        if (!kept) {
            if (panel != first && elapsed.nsecsElapsed() > kFrameNs) {
                m_rest.start();
                break;
            }
            auto *picture = new QPixmap((rect.size() * ratio).toSize());
            picture->setDevicePixelRatio(ratio);
            picture->fill(colors().panel);
            QPainter inner(picture);
            paintPanel(inner, panel, QRectF(QPointF(), rect.size()));
            inner.end();
            m_pictures.insert(panel, picture);
            kept = picture;
        }
        painter.drawPixmap(rect.topLeft(), *kept);
    }
    painter.setFont(themeFont(type::kCaption));
    painter.setPen(colors().textSecondary);
    for (int panel = first; panel < last; panel += columns()) { // of the first column
        const QRectF plot = plotOf(panel);
        for (const Tick &tick : linearTicks(m_low, m_high, kTargetYTicks))
            painter.drawText(QRectF(0, valueY(plot, tick.value) - 9.0, plot.left() - 6.0, 18.0),
                Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    painter.restore();
}

// --- The cursor: (time, panel) ---------------------------------------------------------------

QPointF SmallMultiples::placeAt(QPointF pixel) const
{
    if (isEmpty())
        return {};
    const int panel = panelAt(pixel);
    const QRectF plot = plotOf(panel);
    const double share = std::clamp((pixel.x() - plot.left()) / plot.width(), 0.0, 1.0);
    return {xMin() + share * (xMax() - xMin()), heightOf(panel)};
}

const SeriesPoint *SmallMultiples::pointAt(int panel, double time) const
{
    const auto &points = m_data->panels[std::size_t(panel)].points;
    const auto after = std::lower_bound(points.begin(), points.end(), time,
        [](const SeriesPoint &p, double t) { return double(p.time) < t; });
    if (after == points.begin())
        return points.empty() ? nullptr : &*after;
    if (after == points.end() || time - double((after - 1)->time) <= double(after->time) - time)
        return &*(after - 1);
    return &*after;
}

std::optional<QPointF> SmallMultiples::snapped(QPointF place) const
{
    if (isEmpty())
        return std::nullopt;
    const int panel = std::clamp(panelOf(place), 0, count() - 1);
    const SeriesPoint *point = pointAt(panel, place.x());
    return QPointF(point ? double(point->time) : place.x(), heightOf(panel));
}

QPointF SmallMultiples::stepped(QPointF from, int dx, int dy) const
{
    const int here = std::clamp(panelOf(from), 0, count() - 1);
    if (dy != 0)
        return {from.x(), heightOf(std::clamp(here - dy * columns(), 0, count() - 1))};
    const auto &points = m_data->panels[std::size_t(here)].points;
    const SeriesPoint *point = pointAt(here, from.x());
    if (!point)
        return from;
    const auto index = std::clamp<std::ptrdiff_t>(
        point - points.data() + dx, 0, std::ptrdiff_t(points.size()) - 1);
    return {double(points[std::size_t(index)].time), heightOf(here)};
}

ChartView::ReadOut SmallMultiples::readOut(QPointF place) const
{
    ReadOut out;
    const int panel = panelOf(place);
    if (panel < 0 || panel >= count())
        return out;
    const SeriesPoint *point = pointAt(panel, place.x());
    out.title = m_data->panels[std::size_t(panel)].label;
    const bool known = point && std::isfinite(point->value);
    out.lines.push_back({QColor(), formatDayAndTime(static_cast<UtcMs>(place.x()), m_zone),
        known ? formatValue(point->value, m_data->unit) : tr("missing")});
    const QRectF plot = plotOf(panel);
    out.anchor = QPointF(timeX(plot, place.x()), plot.center().y());
    return out;
}

void SmallMultiples::paintCursor(QPainter &painter, QPointF place)
{
    const Tokens &t = colors();
    painter.save();
    painter.setClipRect(plotArea());
    painter.setFont(themeFont(type::kCaption));
    const auto [first, last] = inView();
    for (int panel = first; panel < last; ++panel) {
        const QRectF plot = plotOf(panel);
        const double x = std::round(timeX(plot, place.x())) + 0.5;
        if (x < plot.left() - 1.0 || x > plot.right() + 1.0)
            continue;
        painter.setPen(QPen(withOpacity(t.textPrimary, 0.45), 1.0));
        painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
        const SeriesPoint *point = pointAt(panel, place.x());
        if (!point || !std::isfinite(point->value))
            continue;
        painter.setPen(QPen(t.panel, 1.5));
        painter.setBrush(t.observed);
        painter.drawEllipse(QPointF(x, valueY(plot, point->value)), 3.0, 3.0);
        painter.setPen(t.textPrimary);
        painter.drawText(panelRect(panel).adjusted(0, 0, 0, kLabelHeight - kPanelHeight),
            Qt::AlignRight | Qt::AlignVCenter, formatNumber(point->value));
    }
    painter.restore();
}

QString SmallMultiples::keyAt(QPointF place) const
{
    const int panel = panelOf(place);
    return panel < 0 || panel >= count() ? QString() : m_data->panels[std::size_t(panel)].key;
}

std::optional<QPointF> SmallMultiples::placeOfKey(const QString &key) const
{
    for (int panel = 0; panel < count(); ++panel) {
        if (m_data->panels[std::size_t(panel)].key == key)
            return QPointF(cursorPlace().value_or(QPointF(xMax(), 0.0)).x(), heightOf(panel));
    }
    return std::nullopt;
}

double SmallMultiples::heightOf(int panel) const
{
    return double(count() - 1 - panel);
}

int SmallMultiples::panelOf(QPointF place) const
{
    return count() - 1 - int(std::lround(place.y()));
}

void SmallMultiples::reveal(QPointF place)
{
    ChartView::reveal(place);
    const QRectF rect = panelRect(panelOf(place));
    if (rect.top() < plotArea().top())
        m_bar->setValue(m_bar->value() - int(plotArea().top() - rect.top()));
    else if (rect.bottom() > plotArea().bottom())
        m_bar->setValue(m_bar->value() + int(rect.bottom() - plotArea().bottom()));
}

void SmallMultiples::scrollTo(const QString &key)
{
    if (const auto place = placeOfKey(key))
        reveal(*place);
}

void SmallMultiples::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier) || !m_bar->isVisible()) {
        ChartView::wheelEvent(event);
        return;
    }
    const int before = m_bar->value();
    m_bar->setValue(before - event->angleDelta().y() * m_bar->singleStep() / 120);
    event->setAccepted(m_bar->value() != before); // at its end the page scrolls
}

ChartView::TableMaker SmallMultiples::tableMaker() const
{
    return [content = m_data, zone = m_zone,
               time = tr("Time (%1)").arg(QString::fromUtf8(m_zone.id())), name = tr("Name")] {
        ChartTable table;
        if (!content)
            return table;
        table.header = {name, time, withUnit(content->quantity, content->unit)};
        for (const Panel &panel : content->panels) {
            for (const SeriesPoint &point : panel.points)
                table.rows.push_back(
                    {panel.label, plainTime(point.time, zone), plainNumber(point.value)});
        }
        return table;
    };
}

qsizetype SmallMultiples::tableRows() const
{
    qsizetype rows = 0;
    for (const Panel &panel : m_data ? m_data->panels : std::vector<Panel>())
        rows += qsizetype(panel.points.size());
    return rows;
}

void SmallMultiples::retranslate()
{
    if (m_data)
        setYTitle(m_data->unit.isEmpty() ? m_data->quantity
                                         //: axis title: %1 quantity, %2 unit
                                         : tr("%1, %2").arg(m_data->quantity, m_data->unit));
    m_pictures.clear(); // dates are in the language
    m_bar->setAccessibleName(tr("Scroll through the panels"));
    forgetPicture();
}

} // namespace belvedere::ui
