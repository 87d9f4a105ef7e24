// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/variation_chart.h"

#include "charts/chart_paint.h"
#include "charts/curve_chart.h"
#include "common/format.h"

#include <QAreaSeries>
#include <QLineSeries>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kHours = 24;
constexpr int kDays = 7;
constexpr int kMonths = 12;
constexpr int kTargetYTicks = 5;
constexpr double kBandOpacity = 0.2;
constexpr double kDotRadiusPx = 2.5;
constexpr std::size_t kNone = ~std::size_t(0);

QString hourName(int hour)
{
    return QLocale().toString(QTime(hour, 0), QStringLiteral("HH:mm"));
}

} // namespace

int partsOf(VariationData::Cycle cycle)
{
    switch (cycle) {
    case VariationData::Cycle::Week:
        return kDays * kHours;
    case VariationData::Cycle::Year:
        return kMonths;
    case VariationData::Cycle::Day:
        break;
    }
    return kHours;
}

VariationChart::VariationChart(QWidget *parent)
    : PlotView(parent)
{
}

VariationChart::~VariationChart() = default;

void VariationChart::setData(std::shared_ptr<const VariationData> content)
{
    auto whole = content ? std::make_shared<VariationData>(*content) : nullptr;
    if (whole) {
        const auto parts = std::size_t(partsOf(whole->cycle));
        std::erase_if(whole->curves, [parts](const VariationCurve &curve) {
            return curve.values.size() != parts
                || std::none_of(curve.values.begin(), curve.values.end(),
                    [](double value) { return std::isfinite(value); });
        });
        for (VariationCurve &curve : whole->curves) {
            if (curve.low.size() != parts || curve.high.size() != parts) {
                curve.low.clear();
                curve.high.clear();
            }
        }
    }
    m_data = std::move(whole);
    clearCursor();
    retranslate();
    updateSeries();
}

bool VariationChart::isEmpty() const
{
    return !m_data || m_data->curves.empty();
}

bool VariationChart::isShown(std::size_t curve) const
{
    return isEntryVisible(m_data->curves[curve].key);
}

void VariationChart::applyColors()
{
    for (std::size_t i = 0; i < m_drawn.size(); ++i) {
        const QColor color = curveColor(colors(), i);
        m_drawn[i].line->setPen(
            QPen(color, kLineWidthPx, Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
        m_drawn[i].band->setPen(Qt::NoPen);
        m_drawn[i].band->setBrush(withOpacity(color, kBandOpacity));
    }
}

void VariationChart::updateSeries()
{
    const std::size_t count = isEmpty() ? 0 : m_data->curves.size();
    for (; m_drawn.size() > count; m_drawn.pop_back()) {
        detach(m_drawn.back().line);
        detach(m_drawn.back().band);
    }
    while (m_drawn.size() < count) {
        m_drawn.push_back(
            {new QLineSeries(this), new QAreaSeries(new QLineSeries(this), new QLineSeries(this))});
        attach(m_drawn.back().band);
        attach(m_drawn.back().line);
    }
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (std::size_t i = 0; i < count; ++i) {
        const VariationCurve &curve = m_data->curves[i];
        QList<QPointF> line, lower, upper;
        for (std::size_t k = 0; k < curve.values.size() && isShown(i); ++k) {
            if (!std::isfinite(curve.values[k]))
                continue;
            const bool band =
                !curve.low.empty() && std::isfinite(curve.low[k]) && std::isfinite(curve.high[k]);
            line.append({double(k), curve.values[k]});
            lower.append({double(k), band ? curve.low[k] : curve.values[k]});
            upper.append({double(k), band ? curve.high[k] : curve.values[k]});
            low = std::min(low, lower.back().y());
            high = std::max(high, upper.back().y());
        }
        m_drawn[i].line->replace(line);
        m_drawn[i].band->lowerSeries()->replace(lower);
        m_drawn[i].band->upperSeries()->replace(upper);
    }
    applyColors();
    if (std::isfinite(low)) {
        const NiceRange range = niceRange(low, high, kTargetYTicks);
        const int parts = partsOf(m_data->cycle);
        // The days of a week stand between their lines; hours and months on theirs.
        const bool week = m_data->cycle == VariationData::Cycle::Week;
        setRanges(0.0, week ? parts : parts - 1, range.low, range.high);
    }
    updateLayout();
}

std::vector<Tick> VariationChart::xTicks() const
{
    std::vector<Tick> ticks;
    if (isEmpty())
        return ticks;
    switch (m_data->cycle) {
    case VariationData::Cycle::Day:
        for (int hour = 0; hour < kHours; hour += plotArea().width() < 480 ? 6 : 3)
            ticks.push_back({double(hour), hourName(hour), false});
        break;
    case VariationData::Cycle::Week:
        for (int day = 0; day < kDays; ++day) {
            // A line where the day begins; its name in the middle.
            ticks.push_back({double(day * kHours), QString(), true});
            ticks.push_back({day * kHours + kHours / 2.0,
                QLocale().standaloneDayName(day + 1, QLocale::ShortFormat), false});
        }
        break;
    case VariationData::Cycle::Year:
        for (int month = 0; month < kMonths; ++month)
            ticks.push_back({double(month),
                QLocale().standaloneMonthName(month + 1, QLocale::ShortFormat), false});
        break;
    }
    return ticks;
}

void VariationChart::paintPlot(QPainter &painter)
{
    PlotView::paintPlot(painter);
    if (isEmpty() || m_data->cycle == VariationData::Cycle::Week)
        return;
    painter.save();
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < m_data->curves.size(); ++i) {
        painter.setBrush(curveColor(colors(), i));
        for (std::size_t k = 0; k < m_data->curves[i].values.size() && isShown(i); ++k) {
            const double value = m_data->curves[i].values[k];
            const QPointF pixel = at({double(k), value});
            if (std::isfinite(value) && plotArea().adjusted(-1, -1, 1, 1).contains(pixel))
                painter.drawEllipse(pixel, kDotRadiusPx, kDotRadiusPx);
        }
    }
    painter.restore();
}

std::size_t VariationChart::nearest(QPointF place) const
{
    std::size_t best = kNone;
    double distance = std::numeric_limits<double>::infinity();
    const auto part =
        std::size_t(std::clamp(int(std::lround(place.x())), 0, partsOf(m_data->cycle) - 1));
    for (std::size_t i = 0; i < m_data->curves.size(); ++i) {
        const double off = std::abs(m_data->curves[i].values[part] - place.y());
        if (isShown(i) && off < distance) {
            distance = off;
            best = i;
        }
    }
    return best;
}

std::optional<QPointF> VariationChart::snapped(QPointF place) const
{
    if (isEmpty())
        return std::nullopt;
    const int part = std::clamp(int(std::lround(place.x())), 0, partsOf(m_data->cycle) - 1);
    const std::size_t curve = nearest({double(part), place.y()});
    // Where nothing was ever measured the place is kept and says so.
    return QPointF(
        part, curve == kNone ? place.y() : m_data->curves[curve].values[std::size_t(part)]);
}

QPointF VariationChart::stepped(QPointF from, int dx, int dy) const
{
    const int last = partsOf(m_data->cycle) - 1;
    const int part = std::clamp(int(std::lround(from.x())), 0, last);
    const std::size_t here = nearest(from);
    if (here == kNone)
        return QPointF(std::clamp(part + dx, 0, last), from.y());
    if (dx != 0) {
        const int next = std::clamp(part + dx, 0, last);
        const double value = m_data->curves[here].values[std::size_t(next)];
        return QPointF(next, std::isfinite(value) ? value : from.y());
    }
    double best = from.y();
    for (std::size_t i = 0; i < m_data->curves.size(); ++i) {
        const double value = m_data->curves[i].values[std::size_t(part)];
        const double rise = (value - from.y()) * dy;
        if (isShown(i) && rise > 0.0 && (best == from.y() || rise < (best - from.y()) * dy))
            best = value;
    }
    return QPointF(part, best);
}

QString VariationChart::partName(int part) const
{
    switch (m_data->cycle) {
    case VariationData::Cycle::Week:
        //: an hour of the week: %1 day, %2 time
        return tr("%1 %2", "hour of the week")
            .arg(QLocale().standaloneDayName(part / kHours + 1, QLocale::LongFormat),
                hourName(part % kHours));
    case VariationData::Cycle::Year:
        return QLocale().standaloneMonthName(part + 1, QLocale::LongFormat);
    case VariationData::Cycle::Day:
        break;
    }
    return hourName(part);
}

ChartView::ReadOut VariationChart::readOut(QPointF place) const
{
    ReadOut out;
    if (isEmpty())
        return out;
    const int part = std::clamp(int(std::lround(place.x())), 0, partsOf(m_data->cycle) - 1);
    const auto k = std::size_t(part);
    out.title = partName(part);
    for (std::size_t i = 0; i < m_data->curves.size(); ++i) {
        if (!isShown(i))
            continue;
        const VariationCurve &curve = m_data->curves[i];
        QString text = formatValue(curve.values[k], m_data->unit);
        if (!curve.low.empty() && std::isfinite(curve.values[k]))
            //: a value %1 with its interval from %2 to %3
            text = tr("%1 (%2 to %3)")
                       .arg(text, formatNumber(curve.low[k]), formatNumber(curve.high[k]));
        out.lines.push_back({curveColor(colors(), i), curve.label, text});
    }
    out.anchor = QPointF(xAt(part), plotArea().center().y());
    return out;
}

QString VariationChart::keyAt(QPointF place) const
{
    const std::size_t curve = isEmpty() ? kNone : nearest(place);
    return curve == kNone ? QString() : m_data->curves[curve].key;
}

std::vector<ChartView::LegendEntry> VariationChart::legend() const
{
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; !isEmpty() && i < m_data->curves.size(); ++i)
        entries.push_back(
            {m_data->curves[i].key, m_data->curves[i].label, curveColor(colors(), i), Mark::Line});
    return entries;
}

ChartView::TableMaker VariationChart::tableMaker() const
{
    QStringList parts;
    for (int i = 0; m_data && i < partsOf(m_data->cycle); ++i)
        parts.append(partName(i));
    return [content = m_data, parts, part = tr("Part of the cycle"), low = tr("%1, low end"),
               high = tr("%1, high end")] {
        ChartTable table;
        if (!content || content->curves.empty())
            return table;
        table.header = {part};
        for (const VariationCurve &curve : content->curves) {
            table.header.append(withUnit(curve.label, content->unit));
            if (!curve.low.empty())
                table.header << withUnit(low.arg(curve.label), content->unit)
                             << withUnit(high.arg(curve.label), content->unit);
        }
        for (qsizetype i = 0; i < parts.size(); ++i) {
            QStringList row = {parts[i]};
            for (const VariationCurve &curve : content->curves) {
                row.append(plainNumber(curve.values[std::size_t(i)]));
                if (!curve.low.empty())
                    row << plainNumber(curve.low[std::size_t(i)])
                        << plainNumber(curve.high[std::size_t(i)]);
            }
            table.rows.push_back(std::move(row));
        }
        return table;
    };
}

qsizetype VariationChart::tableRows() const
{
    return isEmpty() ? 0 : partsOf(m_data->cycle);
}

void VariationChart::retranslate()
{
    if (!m_data)
        return;
    const QString axis = m_data->unit.isEmpty() ? m_data->quantity
                                                //: axis title: %1 quantity, %2 unit
                                                : tr("%1, %2").arg(m_data->quantity, m_data->unit);
    setYTitle(m_data->interval.isEmpty() ? axis
                                         //: axis title %1, and what the band beside the lines is
                                         : tr("%1 · %2").arg(axis, m_data->interval));
}

} // namespace belvedere::ui
