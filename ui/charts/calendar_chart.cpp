// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/calendar_chart.h"

#include "charts/chart_paint.h"
#include "common/format.h"
#include "theme/contrast.h"
#include "theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kDays = 7;
constexpr double kHeadRows = 1.7; // for the names of the months, above each year
constexpr double kYearRows = kDays + kHeadRows;
constexpr int kLeastRowPx = 7;
constexpr int kLabelGap = 6; // beside the names of the days
constexpr int kFrame = 60; // legend and edges
constexpr double kGapFromPx = 6.0; // the cell size from which cells have gaps
constexpr double kNumberHeightPx = 17.0;

int rowOfDay(const QDate &day)
{
    return (day.dayOfWeek() - int(QLocale().firstDayOfWeek()) + kDays) % kDays;
}

QString dayName(const QDate &day)
{
    return QLocale().toString(day, CalendarChart::tr("ddd d MMM yyyy", "date format"));
}

} // namespace

CalendarChart::CalendarChart(QWidget *parent)
    : ChartView(parent)
{
    setGrid(false, false);
    setZoomAxes({});
}

CalendarChart::~CalendarChart() = default;

void CalendarChart::setData(std::shared_ptr<const CalendarData> map)
{
    m_data = std::move(map);
    measure();
    retranslate();
    updateSeries();
    updateGeometry();
}

bool CalendarChart::isEmpty() const
{
    return !m_data || !m_data->first.isValid() || m_data->values.empty();
}

QDate CalendarChart::lastDay() const
{
    return m_data->first.addDays(qint64(m_data->values.size()) - 1);
}

int CalendarChart::years() const
{
    return isEmpty() ? 0 : lastDay().year() - m_data->first.year() + 1;
}

bool CalendarChart::holds(const QDate &day) const
{
    return !isEmpty() && day.isValid() && day >= m_data->first && day <= lastDay();
}

double CalendarChart::valueOf(const QDate &day) const
{
    return m_data->values[std::size_t(m_data->first.daysTo(day))];
}

QSize CalendarChart::minimumSizeHint() const
{
    const QSize least = ChartView::minimumSizeHint();
    return {least.width(),
        std::max(least.height(), kFrame + int(std::ceil(years() * kYearRows * kLeastRowPx)))};
}

std::span<const QColor> CalendarChart::ramp() const
{
    return colorsOf(m_data ? m_data->ramp : Ramp::Amount, colors());
}

void CalendarChart::measure()
{
    m_range = isEmpty() ? ColorRange()
                        : colorRange(m_data->values, m_data->ramp, m_data->low, m_data->high);
}

QColor CalendarChart::colorOf(double value) const
{
    if (!std::isfinite(value))
        return {};
    if (m_data->classes.empty())
        return rampColor(ramp(), m_range.share(value));
    const int found = classOf(m_data->classes, value);
    if (found < 0 || !isEntryVisible(m_data->classes[std::size_t(found)].key))
        return {};
    return m_data->classes[std::size_t(found)].color;
}

CalendarChart::Cell CalendarChart::cellOf(const QDate &day) const
{
    const int before = rowOfDay(QDate(day.year(), 1, 1));
    return {
        day.year() - m_data->first.year(), (day.dayOfYear() - 1 + before) / kDays, rowOfDay(day)};
}

double CalendarChart::rowTop(int year, int row) const
{
    return double(years() - year) * kYearRows - kHeadRows - row;
}

QDate CalendarChart::dayOf(QPointF place) const
{
    if (isEmpty())
        return {};
    const int year = int(std::floor(years() - place.y() / kYearRows));
    const double below = rowTop(year, 0) - place.y();
    if (year < 0 || year >= years() || below < 0.0 || below >= kDays || place.x() < 0.0)
        return {};
    const QDate newYear(m_data->first.year() + year, 1, 1);
    const QDate day = newYear.addDays(
        qint64(std::floor(place.x())) * kDays + int(std::floor(below)) - rowOfDay(newYear));
    return day.year() == newYear.year() && holds(day) ? day : QDate();
}

QPointF CalendarChart::middleOf(const QDate &day) const
{
    const Cell cell = cellOf(day);
    return {cell.week + 0.5, rowTop(cell.year, cell.row) - 0.5};
}

QRectF CalendarChart::rectOf(const QDate &day) const
{
    const Cell cell = cellOf(day);
    const double top = rowTop(cell.year, cell.row);
    return QRectF(QPointF(xAt(cell.week), yAt(top)), QPointF(xAt(cell.week + 1), yAt(top - 1.0)));
}

QDate CalendarChart::dayAt(QPointF pixel) const
{
    return plotArea().contains(pixel) ? dayOf(placeAt(pixel)) : QDate();
}

void CalendarChart::updateSeries()
{
    if (isEmpty()) {
        updateLayout();
        return;
    }
    int weeks = 0;
    for (int i = 0; i < years(); ++i)
        weeks = std::max(weeks, cellOf(QDate(m_data->first.year() + i, 12, 31)).week + 1);
    setRanges(0.0, weeks, 0.0, years() * kYearRows);
}

std::vector<Tick> CalendarChart::yTicks() const
{
    std::vector<Tick> ticks;
    for (int year = 0; year < years(); ++year) {
        for (int row = 0; row < kDays; ++row) {
            const int day = (int(QLocale().firstDayOfWeek()) - 1 + row) % kDays + 1;
            ticks.push_back({rowTop(year, row) - 0.5,
                QLocale().standaloneDayName(day, QLocale::ShortFormat), false});
        }
    }
    return ticks;
}

void CalendarChart::paintDays(QPainter &painter) const
{
    const QRectF some = rectOf(m_data->first);
    const bool gaps = std::min(some.width(), some.height()) >= kGapFromPx;
    painter.setFont(themeFont(type::kCaption));
    const QFontMetrics metrics = painter.fontMetrics();
    const bool numbers = some.height() >= kNumberHeightPx;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 0; i < m_data->values.size(); ++i) {
        const QRectF whole = rectOf(m_data->first.addDays(qint64(i)));
        const QRectF cell(QPointF(std::round(whole.left()), std::round(whole.top())),
            QPointF(std::round(whole.right()) - (gaps ? 1 : 0),
                std::round(whole.bottom()) - (gaps ? 1 : 0)));
        const double value = m_data->values[i];
        if (!std::isfinite(value)) {
            paintMissing(painter, cell, colors());
            continue;
        }
        const QColor color = colorOf(value);
        if (!color.isValid())
            continue;
        painter.fillRect(cell, color);
        if (!m_data->classes.empty() && gaps) {
            painter.setPen(QPen(withOpacity(colors().controlBorder, 0.5), 1.0));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(cell.adjusted(0, 0, -1, -1));
        }
        const QString text = numbers ? formatNumber(value, 0) : QString();
        if (numbers && metrics.horizontalAdvance(text) <= cell.width() - 3) {
            painter.setPen(inkOn(color));
            painter.drawText(cell, Qt::AlignCenter, text);
        }
    }
}

void CalendarChart::paintMonths(QPainter &painter) const
{
    QList<QLineF> borders;
    const QDate last = lastDay();
    // A day draws its left and top border where another month stands beside it, and the right
    // and lower ones where nothing does.
    for (QDate day = m_data->first; day <= last; day = day.addDays(1)) {
        const QRectF rect = rectOf(day);
        const double left = std::round(rect.left()) - 0.5;
        const double top = std::round(rect.top()) - 0.5;
        const double right = std::round(rect.right()) - 0.5;
        const double bottom = std::round(rect.bottom()) - 0.5;
        const auto apart = [&](const QDate &other) {
            return !holds(other) || other.month() != day.month() || other.year() != day.year();
        };
        const int row = rowOfDay(day);
        if (apart(day.addDays(-kDays)))
            borders.append(QLineF(left, top, left, bottom));
        if (apart(day.addDays(kDays)))
            borders.append(QLineF(right, top, right, bottom));
        if (row == 0 || apart(day.addDays(-1)))
            borders.append(QLineF(left, top, right, top));
        if (row == kDays - 1 || apart(day.addDays(1)))
            borders.append(QLineF(left, bottom, right, bottom));
    }
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(colors().textSecondary, 1.0));
    painter.drawLines(borders);

    painter.setFont(themeFont(type::kCaption));
    const QFontMetrics metrics = painter.fontMetrics();
    for (int year = 0; year < years(); ++year) {
        const double base = yAt(rowTop(year, 0)) - space::kTiny;
        const QString number = QString::number(m_data->first.year() + year);
        painter.setPen(colors().textPrimary);
        painter.drawText(
            QPointF(plotArea().left() - kLabelGap - metrics.horizontalAdvance(number), base),
            number);
        painter.setPen(colors().textSecondary);
        double freeFrom = plotArea().left();
        for (int month = 1; month <= 12; ++month) {
            const QDate first(m_data->first.year() + year, month, 1);
            if (first.addMonths(1) <= m_data->first || first > last)
                continue;
            const double left = xAt(cellOf(std::max(first, m_data->first)).week);
            const QString name = QLocale().standaloneMonthName(month, QLocale::ShortFormat);
            if (left < freeFrom)
                continue;
            freeFrom = left + metrics.horizontalAdvance(name) + space::kTiny;
            painter.drawText(QPointF(left + 1, base), name);
        }
    }
}

void CalendarChart::paintPlot(QPainter &painter)
{
    painter.save();
    paintDays(painter);
    paintMonths(painter);
    painter.restore();
}

void CalendarChart::paintOverlay(QPainter &painter)
{
    if (!m_data->classes.empty())
        return;
    paintColorScale(painter, headReserve(), ramp(), formatNumber(m_range.low),
        formatValue(m_range.high, m_data->unit), m_range.missing ? tr("missing") : QString(),
        colors());
}

std::optional<QPointF> CalendarChart::snapped(QPointF place) const
{
    if (isEmpty())
        return std::nullopt;
    const int year = std::clamp(int(std::floor(years() - place.y() / kYearRows)), 0, years() - 1);
    const int row = std::clamp(int(std::floor(rowTop(year, 0) - place.y())), 0, kDays - 1);
    const QDate newYear(m_data->first.year() + year, 1, 1);
    const QDate near =
        newYear.addDays(qint64(std::floor(place.x())) * kDays + row - rowOfDay(newYear));
    const QDate within = std::clamp(near, newYear, QDate(newYear.year(), 12, 31));
    return middleOf(std::clamp(within, m_data->first, lastDay()));
}

QPointF CalendarChart::stepped(QPointF from, int dx, int dy) const
{
    const QDate day = dayOf(from);
    if (!day.isValid() || std::abs(dx) == kToEnd)
        return middleOf(dx < 0 ? m_data->first : lastDay());
    return middleOf(std::clamp(day.addDays(dx * kDays - dy), m_data->first, lastDay()));
}

ChartView::ReadOut CalendarChart::readOut(QPointF place) const
{
    ReadOut out;
    const QDate day = dayOf(place);
    if (!day.isValid())
        return out;
    const double value = valueOf(day);
    const bool known = std::isfinite(value);
    out.title = dayName(day);
    out.lines.push_back({colorOf(value), m_data->quantity,
        known ? formatValue(value, m_data->unit) : tr("missing")});
    const int found = classOf(m_data->classes, value);
    if (found >= 0)
        out.lines.push_back({QColor(), tr("Class"), m_data->classes[std::size_t(found)].label});
    out.anchor = rectOf(day).center();
    return out;
}

void CalendarChart::paintCursor(QPainter &painter, QPointF place)
{
    const QDate day = dayOf(place);
    if (!day.isValid())
        return;
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors().panel, 3.0));
    painter.drawRect(rectOf(day));
    painter.setPen(QPen(colors().textPrimary, 1.5));
    painter.drawRect(rectOf(day));
    painter.restore();
}

QString CalendarChart::keyAt(QPointF place) const
{
    const QDate day = dayOf(place);
    return day.isValid() ? day.toString(Qt::ISODate) : QString();
}

std::optional<QPointF> CalendarChart::placeOfKey(const QString &key) const
{
    const QDate day = QDate::fromString(key, Qt::ISODate);
    return holds(day) ? std::optional(middleOf(day)) : std::nullopt;
}

std::vector<ChartView::LegendEntry> CalendarChart::legend() const
{
    std::vector<LegendEntry> entries;
    if (isEmpty())
        return entries;
    for (const ValueClass &one : m_data->classes)
        entries.push_back({one.key, one.label, one.color, Mark::Framed});
    return entries;
}

ChartView::TableMaker CalendarChart::tableMaker() const
{
    return [content = m_data, day = tr("Day"), name = tr("Class")] {
        ChartTable table;
        if (!content)
            return table;
        table.header = {day, withUnit(content->quantity, content->unit)};
        if (!content->classes.empty())
            table.header.append(name);
        for (std::size_t i = 0; i < content->values.size(); ++i) {
            QStringList row = {content->first.addDays(qint64(i)).toString(Qt::ISODate),
                plainNumber(content->values[i])};
            if (!content->classes.empty()) {
                const int found = classOf(content->classes, content->values[i]);
                row.append(found < 0 ? QString() : content->classes[std::size_t(found)].label);
            }
            table.rows.push_back(std::move(row));
        }
        return table;
    };
}

qsizetype CalendarChart::tableRows() const
{
    return m_data ? qsizetype(m_data->values.size()) : 0;
}

void CalendarChart::retranslate()
{
    if (!m_data)
        return;
    setYTitle(m_data->quantity);
    const QFontMetrics metrics(themeFont(type::kCaption));
    setMinimumLeft(space::kSmall + kLabelGap + metrics.horizontalAdvance(QStringLiteral("8888")));
    reserveInHead(m_data->classes.empty()
            ? colorScaleWidth(formatNumber(m_range.low), formatValue(m_range.high, m_data->unit),
                m_range.missing ? tr("missing") : QString())
            : 0);
    updateLayout();
}

} // namespace belvedere::ui
