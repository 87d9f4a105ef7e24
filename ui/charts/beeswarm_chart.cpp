// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/beeswarm_chart.h"

#include "charts/chart_paint.h"
#include "charts/chart_pool.h"
#include "common/format.h"
#include "theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace belvedere::ui {

namespace {

constexpr double kDotPx = 4.0;
constexpr double kRowShare = 0.86;
constexpr double kAirShare = 0.03;

} // namespace

struct BeeswarmChart::Job
{
    std::shared_ptr<const SwarmData> content;
    std::vector<QColor> shades;
    QSizeF plot;
    double low = 0.0;
    double high = 1.0;
    double ratio = 1.0;
};

BeeswarmChart::BeeswarmChart(QWidget *parent)
    : ChartView(parent)
    , m_slot(this)
{
    setGrid(true, true);
}

BeeswarmChart::~BeeswarmChart() = default;

void BeeswarmChart::setData(std::shared_ptr<const SwarmData> content)
{
    m_data = std::move(content);
    m_swarm.reset();
    retranslate();
    updateSeries();
}

bool BeeswarmChart::isEmpty() const
{
    return !m_data || tableRows() == 0;
}

qsizetype BeeswarmChart::dotCount() const
{
    qsizetype count = 0;
    for (const auto &row : m_swarm ? m_swarm->rows : std::vector<std::vector<SwarmDot>>())
        count += qsizetype(row.size());
    return count;
}

std::vector<QColor> BeeswarmChart::shades() const
{
    const Tokens &t = colors();
    // Blue is low and orange is high, as in the waterfall; the middle is what the ramp has there.
    std::vector<QColor> ramp;
    for (int i = 0; i < kSwarmShades; ++i)
        ramp.push_back(rampColor(t.differenceRamp, double(i) / (kSwarmShades - 1)));
    ramp.push_back(withOpacity(t.noData, 0.6)); // of dots without a value
    return ramp;
}

double BeeswarmChart::rowHeight() const
{
    return plotArea().height() / double(std::max<std::size_t>(1, m_data ? m_data->rows.size() : 1));
}

void BeeswarmChart::paintDots(QPainter &painter, const std::vector<std::vector<SwarmDot>> &rows,
    double rowHeight, const std::vector<QColor> &shades)
{
    // One call a shade: round points of one pen.
    std::vector<QList<QPointF>> byShade(shades.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const double middle = (double(row) + 0.5) * rowHeight;
        for (const SwarmDot &dot : rows[row]) {
            const auto shade = dot.shade < 0 ? shades.size() - 1 : std::size_t(dot.shade);
            byShade[shade].append({double(dot.x), middle + double(dot.offset)});
        }
    }
    for (std::size_t i = shades.size(); i-- > 0;) {
        painter.setPen(QPen(shades[i], kDotPx, Qt::SolidLine, Qt::RoundCap));
        painter.drawPoints(QPolygonF(byShade[i]));
    }
}

BeeswarmChart::Swarm BeeswarmChart::makeSwarm(const Job &job)
{
    Swarm swarm;
    const double rowPx = job.plot.height() / double(job.content->rows.size());
    for (const SwarmRow &row : job.content->rows)
        swarm.rows.push_back(
            swarmOf(row, job.low, job.high, job.plot.width(), rowPx * kRowShare, kDotPx));
    swarm.picture = QImage((job.plot * job.ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
    swarm.picture.setDevicePixelRatio(job.ratio);
    swarm.picture.fill(Qt::transparent);
    QPainter painter(&swarm.picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintDots(painter, swarm.rows, rowPx, job.shades);
    return swarm;
}

void BeeswarmChart::updateSeries()
{
    if (isEmpty()) {
        m_slot.cancel();
        m_swarm.reset();
        updateLayout();
        return;
    }
    if (!isZoomed()) {
        double low = 0.0;
        double high = 0.0;
        for (const SwarmRow &row : m_data->rows) {
            for (const double effect : row.effects) {
                if (std::isfinite(effect)) {
                    low = std::min(low, effect);
                    high = std::max(high, effect);
                }
            }
        }
        const double air = kAirShare * std::max(high - low, 1e-9);
        setRanges(low - air, high + air, 0.0, double(m_data->rows.size()));
    }
    Job job = {m_data, shades(), plotArea().size(), xMin(), xMax(), devicePixelRatioF()};
    m_slot.start(runTask(chartPool(),
                     [job = std::move(job)](TaskContext &) -> Result<std::shared_ptr<const Swarm>> {
                         return std::make_shared<const Swarm>(makeSwarm(job));
                     }),
        [this](Result<std::shared_ptr<const Swarm>> swarm) {
            if (!swarm)
                return;
            m_swarm = *swarm;
            forgetPicture();
        });
}

void BeeswarmChart::applyColors()
{
    // While painting for paper the dots are painted directly.
    if (m_data && &colors() == &tokens())
        updateSeries();
}

std::vector<Tick> BeeswarmChart::yTicks() const
{
    std::vector<Tick> ticks;
    for (std::size_t i = 0; m_data && i < m_data->rows.size(); ++i)
        ticks.push_back({double(m_data->rows.size() - i) - 0.5, m_data->rows[i].label, false});
    return ticks;
}

void BeeswarmChart::paintPlot(QPainter &painter)
{
    if (!m_swarm || m_swarm->rows.size() != m_data->rows.size())
        return;
    painter.save();
    painter.setClipRect(plotArea());
    const bool paper = &colors() != &tokens();
    if (paper) {
        painter.translate(plotArea().topLeft());
        paintDots(painter, m_swarm->rows, rowHeight(), shades());
    } else {
        painter.drawImage(plotArea().topLeft(), m_swarm->picture);
    }
    painter.restore();
}

void BeeswarmChart::paintOverlay(QPainter &painter)
{
    painter.setPen(QPen(colors().textTertiary, 1.0));
    const double zero = std::round(xAt(0.0)) + 0.5;
    if (zero >= plotArea().left() && zero <= plotArea().right())
        painter.drawLine(QPointF(zero, plotArea().top()), QPointF(zero, plotArea().bottom()));
    paintColorScale(painter, headReserve(), colors().differenceRamp, tr("Low value"),
        tr("High value"), {}, colors());
}

int BeeswarmChart::rowAt(double y) const
{
    const int count = int(m_data->rows.size());
    return std::clamp(count - 1 - int(std::floor(y)), 0, count - 1);
}

QPointF BeeswarmChart::placeOf(Found found) const
{
    const double offset = double(found.dot->offset) / rowHeight();
    return {m_data->rows[std::size_t(found.row)].effects[found.dot->index],
        double(m_data->rows.size()) - found.row - 0.5 - offset};
}

BeeswarmChart::Found BeeswarmChart::nearest(QPointF place) const
{
    Found best;
    if (isEmpty() || !m_swarm || m_swarm->rows.size() != m_data->rows.size())
        return best;
    const int row = rowAt(place.y());
    const QPointF pixel = at(place) - plotArea().topLeft();
    const double middle = (row + 0.5) * rowHeight();
    double distance = std::numeric_limits<double>::infinity();
    for (const SwarmDot &dot : m_swarm->rows[std::size_t(row)]) {
        const double d =
            std::hypot(double(dot.x) - pixel.x(), middle + double(dot.offset) - pixel.y());
        if (d < distance) {
            distance = d;
            best = {row, &dot};
        }
    }
    return best;
}

std::optional<QPointF> BeeswarmChart::snapped(QPointF place) const
{
    const Found found = nearest(place);
    return found.dot ? std::optional(placeOf(found)) : std::nullopt;
}

QPointF BeeswarmChart::stepped(QPointF from, int dx, int dy) const
{
    const Found here = nearest(from);
    if (!here.dot)
        return from;
    if (dy != 0)
        return snapped({from.x(), std::floor(from.y()) + 0.5 + dy}).value_or(from);
    // By the effect, from one case of the row to the next.
    const auto &row = m_swarm->rows[std::size_t(here.row)];
    std::vector<const SwarmDot *> sorted;
    for (const SwarmDot &dot : row)
        sorted.push_back(&dot);
    std::sort(sorted.begin(), sorted.end(), [](const SwarmDot *a, const SwarmDot *b) {
        return std::tie(a->x, a->index) < std::tie(b->x, b->index);
    });
    const auto at = std::find(sorted.begin(), sorted.end(), here.dot) - sorted.begin();
    const auto next = std::clamp<std::ptrdiff_t>(at + dx, 0, std::ptrdiff_t(sorted.size()) - 1);
    return placeOf({here.row, sorted[std::size_t(next)]});
}

ChartView::ReadOut BeeswarmChart::readOut(QPointF place) const
{
    ReadOut out;
    const Found found = nearest(place);
    if (!found.dot)
        return out;
    const SwarmRow &row = m_data->rows[std::size_t(found.row)];
    out.title = row.label;
    const double value =
        found.dot->index < row.values.size() ? row.values[found.dot->index] : std::nan("");
    out.lines.push_back({found.dot->shade < 0 ? QColor() : shades()[std::size_t(found.dot->shade)],
        tr("Value"), std::isfinite(value) ? formatNumber(value) : tr("missing")});
    out.lines.push_back(
        {QColor(), m_data->quantity, formatSigned(row.effects[found.dot->index], m_data->unit)});
    out.anchor = at(placeOf(found));
    return out;
}

void BeeswarmChart::paintCursor(QPainter &painter, QPointF place)
{
    const Found found = nearest(place);
    if (!found.dot)
        return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors().textPrimary, 1.5));
    painter.drawEllipse(at(placeOf(found)), kDotPx, kDotPx);
}

QString BeeswarmChart::keyAt(QPointF place) const
{
    const Found found = nearest(place);
    if (!found.dot)
        return {};
    return QStringLiteral("%1/%2")
        .arg(m_data->rows[std::size_t(found.row)].label)
        .arg(found.dot->index);
}

ChartView::TableMaker BeeswarmChart::tableMaker() const
{
    return [content = m_data,
               header = QStringList{tr("Name"), tr("Case"), tr("Value"),
                   m_data ? withUnit(m_data->quantity, m_data->unit) : QString()}] {
        ChartTable table;
        table.header = header;
        if (!content)
            return table;
        for (const SwarmRow &row : content->rows) {
            for (std::size_t i = 0; i < row.effects.size(); ++i)
                table.rows.push_back({row.label, QString::number(i),
                    i < row.values.size() ? plainNumber(row.values[i]) : QString(),
                    plainNumber(row.effects[i])});
        }
        return table;
    };
}

qsizetype BeeswarmChart::tableRows() const
{
    qsizetype count = 0;
    for (const SwarmRow &row : m_data ? m_data->rows : std::vector<SwarmRow>())
        count += qsizetype(row.effects.size());
    return count;
}

void BeeswarmChart::retranslate()
{
    reserveInHead(colorScaleWidth(tr("Low value"), tr("High value"), {}));
    if (m_data)
        setXTitle(m_data->unit.isEmpty() ? m_data->quantity
                                         //: axis title: %1 quantity, %2 unit
                                         : tr("%1, %2").arg(m_data->quantity, m_data->unit));
}

} // namespace belvedere::ui
