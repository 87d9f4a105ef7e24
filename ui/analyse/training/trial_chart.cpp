// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/trial_chart.h"

#include "charts/chart_paint.h"
#include "common/format.h"
#include "theme/theme.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

using Tone = TrialCurve::Tone;
constexpr std::array kTones{Tone::Dropped, Tone::Alive, Tone::Best};
constexpr int kPixelsPerTick = 60;
// First epochs may be far off; what counts is where the trials end up.
constexpr double kShownShare = 0.9;

} // namespace

TrialChart::TrialChart(QWidget *parent)
    : ChartView(parent)
{
    retranslate();
}

void TrialChart::setTrials(std::vector<TrialCurve> trials, const QString &unit)
{
    m_trials = std::move(trials);
    m_unit = unit;
    // Those that matter are painted last.
    std::stable_sort(m_trials.begin(), m_trials.end(),
        [](const TrialCurve &a, const TrialCurve &b) { return a.tone < b.tone; });
    retranslate();
    updateSeries();
}

bool TrialChart::isEmpty() const
{
    return std::all_of(m_trials.begin(), m_trials.end(),
        [](const TrialCurve &trial) { return trial.points.empty(); });
}

void TrialChart::updateSeries()
{
    std::vector<double> values;
    double last = 2.0;
    for (const TrialCurve &trial : m_trials) {
        for (const QPointF &point : trial.points) {
            values.push_back(point.y());
            last = std::max(last, point.x());
        }
    }
    if (!values.empty()) {
        std::sort(values.begin(), values.end());
        const auto shown = static_cast<std::size_t>(double(values.size() - 1) * kShownShare);
        const NiceRange range =
            niceRange(values.front(), std::max(values[shown], values.front() * 1.05), 4);
        setRanges(1.0, last, range.low, range.high);
    }
    updateLayout();
}

QPen TrialChart::penOf(Tone tone) const
{
    const Tokens &t = colors();
    switch (tone) {
    case Tone::Dropped:
        return {withOpacity(t.textTertiary, 0.7), 1.0};
    case Tone::Alive:
        return {t.observed, 1.5};
    case Tone::Best:
        return {t.forecast, 3.0};
    }
    return {};
}

QString TrialChart::idOf(Tone tone)
{
    return QString::number(static_cast<int>(tone));
}

void TrialChart::paintPlot(QPainter &painter)
{
    painter.save();
    painter.setClipRect(plotArea());
    painter.setRenderHint(QPainter::Antialiasing, !isHasty());
    for (const TrialCurve &trial : m_trials) {
        if (!isEntryVisible(idOf(trial.tone)))
            continue;
        QList<QPointF> pixels;
        for (const QPointF &point : trial.points)
            pixels.append(at(point));
        painter.setPen(penOf(trial.tone));
        painter.drawLines(brokenLines(pixels));
        // A trial of one epoch is a point.
        painter.setBrush(penOf(trial.tone).color());
        if (!pixels.isEmpty())
            painter.drawEllipse(pixels.back(), 1.5, 1.5);
    }
    painter.restore();
}

std::vector<Tick> TrialChart::xTicks() const
{
    std::vector<Tick> ticks =
        linearTicks(xMin(), xMax(), std::max(2, int(plotArea().width()) / kPixelsPerTick));
    // Half epochs do not exist.
    std::erase_if(ticks, [](const Tick &tick) { return tick.value != std::round(tick.value); });
    for (Tick &tick : ticks)
        tick.label = QLocale().toString(qint64(tick.value));
    return ticks;
}

TrialChart::Found TrialChart::nearest(QPointF place) const
{
    Found best;
    const QPointF pixel = at(place);
    for (std::size_t i = 0; i < m_trials.size(); ++i) {
        if (!isEntryVisible(idOf(m_trials[i].tone)))
            continue;
        for (std::size_t k = 0; k < m_trials[i].points.size(); ++k) {
            const QPointF off = at(m_trials[i].points[k]) - pixel;
            const double distance = std::hypot(off.x(), off.y());
            if (distance <= best.distance) // the later one lies on top
                best = {i, k, distance};
        }
    }
    return best;
}

std::optional<QPointF> TrialChart::snapped(QPointF place) const
{
    const Found found = nearest(place);
    if (!std::isfinite(found.distance))
        return std::nullopt;
    return m_trials[found.trial].points[found.point];
}

QPointF TrialChart::stepped(QPointF from, int dx, int dy) const
{
    const Found here = nearest(from);
    if (!std::isfinite(here.distance))
        return from;
    if (dx != 0) {
        const auto &points = m_trials[here.trial].points;
        const auto next = std::clamp<std::ptrdiff_t>(
            std::ptrdiff_t(here.point) + dx, 0, std::ptrdiff_t(points.size()) - 1);
        return points[std::size_t(next)];
    }
    // The trial that is next in this epoch.
    std::optional<QPointF> best;
    for (const TrialCurve &trial : m_trials) {
        for (const QPointF &point : trial.points) {
            const double rise = (point.y() - from.y()) * dy;
            if (point.x() == from.x() && rise > 0.0
                && (!best || rise < (best->y() - from.y()) * dy))
                best = point;
        }
    }
    return best.value_or(from);
}

ChartView::ReadOut TrialChart::readOut(QPointF place) const
{
    ReadOut out;
    const Found found = nearest(place);
    if (!std::isfinite(found.distance))
        return out;
    const TrialCurve &trial = m_trials[found.trial];
    const QPointF point = trial.points[found.point];
    //: A trial of a search; %1 its number
    out.title = tr("Trial %1").arg(trial.number);
    if (!trial.label.isEmpty())
        out.lines.push_back({QColor(), trial.label, {}});
    out.lines.push_back({QColor(), tr("Epoch"), QLocale().toString(qRound(point.x()))});
    out.lines.push_back(
        {penOf(trial.tone).color(), tr("Validation MAE"), formatValue(point.y(), m_unit)});
    out.anchor = at(point);
    return out;
}

void TrialChart::paintCursor(QPainter &painter, QPointF place)
{
    const Found found = nearest(place);
    if (!std::isfinite(found.distance))
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors().textPrimary, 1.5));
    painter.drawEllipse(at(m_trials[found.trial].points[found.point]), 6.0, 6.0);
}

QString TrialChart::keyAt(QPointF place) const
{
    const Found found = nearest(place);
    return std::isfinite(found.distance) ? QString::number(m_trials[found.trial].number)
                                         : QString();
}

std::optional<QPointF> TrialChart::placeOfKey(const QString &key) const
{
    for (const TrialCurve &trial : m_trials) {
        if (QString::number(trial.number) == key && !trial.points.empty())
            return trial.points.back();
    }
    return std::nullopt;
}

std::vector<ChartView::LegendEntry> TrialChart::legend() const
{
    const std::array names{tr("Dropped"), tr("In the running"), tr("Best")};
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; i < kTones.size(); ++i) {
        const bool any = std::any_of(m_trials.begin(), m_trials.end(),
            [tone = kTones[i]](const TrialCurve &trial) { return trial.tone == tone; });
        if (any)
            entries.push_back({idOf(kTones[i]), names[i], penOf(kTones[i]).color(), Mark::Line});
    }
    return entries;
}

ChartView::TableMaker TrialChart::tableMaker() const
{
    return [trials = m_trials,
               header = QStringList{tr("Trial"), tr("Options"), tr("Epoch"),
                   withUnit(tr("Validation MAE"), m_unit)}] {
        ChartTable table;
        table.header = header;
        for (const TrialCurve &trial : trials) {
            for (const QPointF &point : trial.points)
                table.rows.push_back({QString::number(trial.number), trial.label,
                    plainNumber(point.x()), plainNumber(point.y())});
        }
        return table;
    };
}

qsizetype TrialChart::tableRows() const
{
    qsizetype rows = 0;
    for (const TrialCurve &trial : m_trials)
        rows += qsizetype(trial.points.size());
    return rows;
}

void TrialChart::retranslate()
{
    setTitle(tr("Validation error of all trials"));
    setXTitle(tr("Epoch"));
    setYTitle(m_unit.isEmpty() ? tr("Validation MAE")
                               //: %1 unit
                               : tr("Validation MAE, %1").arg(m_unit));
    setEmptyText(tr("The trials appear here after their first epoch."));
}

} // namespace belvedere::ui
