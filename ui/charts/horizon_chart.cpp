// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/horizon_chart.h"

#include "theme/theme.h"

#include <QLineSeries>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kPixelsPerXTick = 64;
constexpr int kMinutesPerHour = 60;
constexpr double kLongestInMinutes = 180.0;

QString number(double value)
{
    return QLocale().toString(value, 'f', value >= 100.0 ? 1 : 2);
}

} // namespace

HorizonChart::HorizonChart(QWidget *parent)
    : PlotView(parent)
{
    retranslate();
}

HorizonChart::~HorizonChart() = default;

void HorizonChart::setLines(std::vector<HorizonLine> lines)
{
    m_lines = std::move(lines);
    retranslate(); // minutes or hours
    updateSeries();
}

void HorizonChart::setMeasure(const QString &name, const QString &unit)
{
    m_measure = name;
    m_unit = unit;
    retranslate();
}

bool HorizonChart::isEmpty() const
{
    return std::all_of(
        m_lines.begin(), m_lines.end(), [](const HorizonLine &line) { return line.error.empty(); });
}

QColor HorizonChart::colorOf(std::size_t line) const
{
    const Tokens &t = colors();
    if (m_lines[line].emphasized)
        return t.forecast;
    std::size_t rank = 0; // among the lines in the background
    for (std::size_t i = 0; i < line; ++i)
        rank += m_lines[i].emphasized ? 0U : 1U;
    // Orange, green, purple, vermilion: none of the blues, which the emphasized line has.
    constexpr std::array<std::size_t, 4> kOrder = {0, 2, 6, 5};
    return t.categories[kOrder[rank % kOrder.size()]];
}

void HorizonChart::applyColors()
{
    for (std::size_t i = 0; i < m_series.size() && i < m_lines.size(); ++i) {
        m_series[i]->setPen(QPen(colorOf(i), m_lines[i].emphasized ? 2.5 : kLineWidthPx,
            Qt::SolidLine, Qt::FlatCap, Qt::BevelJoin));
    }
}

void HorizonChart::updateSeries()
{
    while (m_series.size() > m_lines.size()) {
        detach(m_series.back());
        m_series.pop_back();
    }
    while (m_series.size() < m_lines.size()) {
        m_series.push_back(new QLineSeries(this));
        attach(m_series.back());
    }
    double last = 0.0;
    double high = 0.0;
    QStringList labels;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const HorizonLine &line = m_lines[i];
        QList<QPointF> points;
        for (std::size_t k = 0; k < std::min(line.minutesAhead.size(), line.error.size()); ++k) {
            if (std::isfinite(line.error[k])) {
                points.append({line.minutesAhead[k], line.error[k]});
                last = std::max(last, line.minutesAhead[k]);
                high = std::max(high, line.error[k]);
            }
        }
        m_series[i]->replace(points);
        labels.append(line.label);
    }
    reserveForLabels(labels);
    if (last > 0.0 && high > 0.0)
        setRanges(0.0, last, 0.0, niceRange(0.0, high, 4).high);
    applyColors();
}

std::vector<Tick> HorizonChart::xTicks() const
{
    // Quarters of an hour rather than decimal steps.
    std::vector<Tick> ticks;
    const int count = std::max(2, int(plotArea().width()) / kPixelsPerXTick);
    double step = 1440.0;
    for (const double candidate :
        {5.0, 10.0, 15.0, 30.0, 60.0, 120.0, 180.0, 360.0, 720.0, 1440.0}) {
        step = candidate;
        if (xMax() / candidate <= count && (!inHours() || candidate >= kMinutesPerHour))
            break;
    }
    for (double minute = 0.0; minute <= xMax() + 1e-9; minute += step)
        ticks.push_back({minute,
            QLocale().toString(qint64(minute) / (inHours() ? kMinutesPerHour : 1)), false});
    return ticks;
}

bool HorizonChart::inHours() const
{
    const std::vector<double> all = minutes();
    return !all.empty() && all.back() > kLongestInMinutes
        && std::all_of(all.begin(), all.end(),
            [](double minute) { return std::fmod(minute, kMinutesPerHour) == 0.0; });
}

void HorizonChart::paintOverlay(QPainter &painter)
{
    std::vector<DirectLabel> labels;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const QList<QPointF> points = m_series[i]->points();
        if (!points.isEmpty())
            labels.push_back({points.back().y(), m_lines[i].label, colorOf(i)});
        if (points.size() <= 24) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(colorOf(i));
            for (const QPointF &p : points)
                painter.drawEllipse(QPointF(xAt(p.x()), yAt(p.y())), 2.5, 2.5);
        }
    }
    paintDirectLabels(painter, std::move(labels));
}

std::vector<double> HorizonChart::minutes() const
{
    std::vector<double> all;
    for (const HorizonLine &line : m_lines) {
        for (std::size_t k = 0; k < std::min(line.minutesAhead.size(), line.error.size()); ++k) {
            if (std::isfinite(line.error[k]))
                all.push_back(line.minutesAhead[k]);
        }
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

std::optional<QPointF> HorizonChart::snapped(QPointF place) const
{
    const std::vector<double> all = minutes();
    if (all.empty())
        return std::nullopt;
    const auto nearest = std::min_element(all.begin(), all.end(),
        [&](double a, double b) { return std::abs(a - place.x()) < std::abs(b - place.x()); });
    return QPointF(*nearest, place.y());
}

QPointF HorizonChart::stepped(QPointF from, int dx, int) const
{
    const std::vector<double> all = minutes();
    if (all.empty())
        return from;
    const auto here = std::lower_bound(all.begin(), all.end(), from.x()) - all.begin();
    const auto last = std::ptrdiff_t(all.size()) - 1;
    return {all[std::size_t(std::clamp<std::ptrdiff_t>(here + dx, 0, last))], from.y()};
}

ChartView::ReadOut HorizonChart::readOut(QPointF place) const
{
    ReadOut out;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const HorizonLine &line = m_lines[i];
        for (std::size_t k = 0; k < std::min(line.minutesAhead.size(), line.error.size()); ++k) {
            if (line.minutesAhead[k] == place.x() && std::isfinite(line.error[k]))
                out.lines.push_back(
                    {colorOf(i), line.label, number(line.error[k]) + QChar(QChar::Nbsp) + m_unit});
        }
    }
    out.title = inHours()
        ? tr("%1 h ahead").arg(QLocale().toString(qint64(place.x()) / kMinutesPerHour))
        : tr("%1 min ahead").arg(QLocale().toString(qint64(place.x())));
    if (!out.lines.empty())
        out.anchor = QPointF(xAt(place.x()), plotArea().center().y());
    return out;
}

ChartView::TableMaker HorizonChart::tableMaker() const
{
    return [lines = m_lines, all = minutes(), unit = m_unit, ahead = tr("Minutes ahead")] {
        ChartTable table;
        table.header = {ahead};
        for (const HorizonLine &line : lines)
            table.header.append(withUnit(line.label, unit));
        for (const double minute : all) {
            QStringList row = {plainNumber(minute)};
            for (const HorizonLine &line : lines) {
                const auto found =
                    std::find(line.minutesAhead.begin(), line.minutesAhead.end(), minute);
                const auto index = std::size_t(found - line.minutesAhead.begin());
                row.append(index < std::min(line.minutesAhead.size(), line.error.size())
                        ? plainNumber(line.error[index])
                        : QString());
            }
            table.rows.push_back(std::move(row));
        }
        return table;
    };
}

qsizetype HorizonChart::tableRows() const
{
    return qsizetype(minutes().size());
}

void HorizonChart::retranslate()
{
    setXTitle(inHours() ? tr("Hours ahead") : tr("Minutes ahead"));
    setYTitle(m_unit.isEmpty() ? m_measure
                               //: axis title: %1 measure of error, %2 unit
                               : tr("%1, %2").arg(m_measure, m_unit));
}

} // namespace belvedere::ui
