// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/polar_chart.h"

#include "charts/chart_paint.h"
#include "common/format.h"
#include "theme/contrast.h"
#include "theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace belvedere::ui {

namespace {

constexpr double kCalmRadiusShare = 0.1;
constexpr double kAir = 1.04; // beyond the longest petal
constexpr int kLetterRoom = 20;
constexpr int kTargetRings = 4;
constexpr double kScaleBearing = 22.5; // along which the rings are named
const QString kCalm = QStringLiteral("calm");

/// A ring's part from bearing `from` to `to` (degrees clockwise from north) in pixels.
QPainterPath wedge(QPointF center, double inner, double outer, double from, double to)
{
    const auto box = [&](double r) { return QRectF(center.x() - r, center.y() - r, 2 * r, 2 * r); };
    QPainterPath path;
    path.arcMoveTo(box(outer), 90.0 - from);
    path.arcTo(box(outer), 90.0 - from, from - to);
    path.arcTo(box(inner), 90.0 - to, to - from);
    path.closeSubpath();
    return path;
}

} // namespace

PolarChart::PolarChart(QWidget *parent)
    : ChartView(parent)
{
    setGrid(false, false);
    setZoomAxes({});
}

PolarChart::~PolarChart() = default;

void PolarChart::setData(std::shared_ptr<const PolarData> content)
{
    m_data = std::move(content);
    clearCursor();
    measure();
    retranslate();
    updateSeries();
}

bool PolarChart::isEmpty() const
{
    return !m_data || !m_data->isWhole();
}

std::size_t PolarChart::cell(int ring, int sector) const
{
    return std::size_t(ring) * std::size_t(m_data->sectors) + std::size_t(sector);
}

bool PolarChart::isShown(int ring) const
{
    return !isRose() || isEntryVisible(m_data->classes[std::size_t(ring)].key);
}

void PolarChart::measure()
{
    if (isEmpty())
        return;
    if (isRose()) {
        double most = 0.0;
        for (int sector = 0; sector < m_data->sectors; ++sector) {
            double sum = 0.0;
            for (int ring = 0; ring < m_data->rings(); ++ring)
                sum += isShown(ring) ? m_data->shares[cell(ring, sector)] : 0.0;
            most = std::max(most, sum);
        }
        m_outermost = most > 0.0 ? most * kAir : 1.0;
        return;
    }
    std::vector<double> all = m_data->means;
    all.push_back(m_data->calmMean);
    m_range = colorRange(all, Ramp::Amount);
}

void PolarChart::updateSeries()
{
    measure(); // what the legend hides makes room
    updateLayout();
}

QPointF PolarChart::center() const
{
    return plotArea().center();
}

double PolarChart::radius() const
{
    const double side = std::min(plotArea().width(), plotArea().height());
    return std::max(10.0, side / 2.0 - kLetterRoom);
}

double PolarChart::calmRadius() const
{
    return isRose() ? radiusOf(0.0) : radiusOf(m_data->speedEdges.front());
}

double PolarChart::radiusOf(double amount) const
{
    const double share = std::clamp(amount / m_outermost, 0.0, 1.0);
    return radius() * (kCalmRadiusShare + share * (1.0 - kCalmRadiusShare));
}

PolarChart::Ring PolarChart::ringOf(int ring, int sector) const
{
    if (!isRose())
        return {radiusOf(m_data->speedEdges[std::size_t(ring)]),
            radiusOf(m_data->speedEdges[std::size_t(ring) + 1])};
    double inside = 0.0;
    for (int i = 0; i < ring; ++i)
        inside += isShown(i) ? m_data->shares[cell(i, sector)] : 0.0;
    const double own = isShown(ring) ? m_data->shares[cell(ring, sector)] : 0.0;
    return {radiusOf(inside), radiusOf(inside + own)};
}

QPainterPath PolarChart::cellPath(int ring, int sector) const
{
    const double width = 360.0 / m_data->sectors;
    // The petals of a rose stand apart, the cells of a plot touch.
    const double half = width / 2.0 * (isRose() ? 0.86 : 1.0);
    const Ring place = ringOf(ring, sector);
    return wedge(center(), place.inner, place.outer, sector * width - half, sector * width + half);
}

std::span<const QColor> PolarChart::ramp() const
{
    return colorsOf(m_data ? m_data->ramp : Ramp::Amount, colors());
}

QColor PolarChart::meanColor(double mean) const
{
    return std::isfinite(mean) ? rampColor(ramp(), m_range.share(mean)) : QColor();
}

QColor PolarChart::colorOf(int ring, int sector) const
{
    return isRose() ? m_data->classes[std::size_t(ring)].color
                    : meanColor(m_data->means[cell(ring, sector)]);
}

void PolarChart::paintRings(QPainter &painter) const
{
    const Tokens &t = colors();
    painter.setBrush(Qt::NoBrush);
    painter.setFont(themeFont(type::kCaption));
    const QFontMetrics metrics = painter.fontMetrics();
    const std::vector<Tick> ticks = linearTicks(0.0, m_outermost, kTargetRings);
    const double angle = (kScaleBearing - 90.0) / 180.0 * std::numbers::pi;
    const QPointF along(std::cos(angle), std::sin(angle));
    for (const Tick &tick : ticks) {
        if (tick.value <= 0.0)
            continue;
        const double r = radiusOf(tick.value);
        painter.setPen(QPen(withOpacity(t.textPrimary, 2.0 * kGridOpacity), 1.0));
        painter.drawEllipse(center(), r, r);
        const bool last = &tick == &ticks.back();
        const QString unit = isRose() ? QString() : last ? m_data->speedUnit : QString();
        const QString text = isRose() ? formatPercent(tick.value, m_outermost < 0.05 ? 1 : 0)
                                      : formatValue(tick.value, unit, tick.value < 1.0 ? 1 : 0);
        const double width = metrics.horizontalAdvance(text);
        QRectF box(0, 0, width + 6, metrics.height());
        box.moveCenter(center() + along * r);
        painter.setPen(Qt::NoPen);
        painter.setBrush(withOpacity(t.panel, 0.78));
        painter.drawRoundedRect(box, 3, 3);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(t.textSecondary);
        painter.drawText(box, Qt::AlignCenter, text);
    }
}

void PolarChart::paintLetters(QPainter &painter) const
{
    const Tokens &t = colors();
    painter.setFont(themeFont(type::kDense, QFont::DemiBold));
    const double r = radius() + kLetterRoom / 2.0;
    const QStringList letters = {
        tr("N", "north"), tr("E", "east"), tr("S", "south"), tr("W", "west")};
    const QPointF along[] = {{0, -1}, {1, 0}, {0, 1}, {-1, 0}};
    for (int i = 0; i < 4; ++i) {
        QRectF box(0, 0, 48, kLetterRoom);
        box.moveCenter(center() + along[i] * r);
        painter.setPen(t.textPrimary);
        painter.drawText(box, Qt::AlignCenter, letters[i]);
        painter.setPen(QPen(withOpacity(t.textPrimary, kGridOpacity), 1.0));
        painter.drawLine(center() + along[i] * calmRadius(), center() + along[i] * radius());
    }
}

double PolarChart::calmShare() const
{
    const auto all =
        std::accumulate(m_data->counts.begin(), m_data->counts.end(), double(m_data->calmCount));
    return all > 0.0 ? double(m_data->calmCount) / all : 0.0;
}

void PolarChart::paintCalm(QPainter &painter) const
{
    const Tokens &t = colors();
    const QColor fill = isRose() ? QColor() : meanColor(m_data->calmMean);
    painter.setPen(QPen(t.controlBorder, 1.0));
    painter.setBrush(fill.isValid() ? fill : t.panel);
    painter.drawEllipse(center(), calmRadius(), calmRadius());
    painter.setFont(themeFont(type::kCaption));
    painter.setPen(fill.isValid() ? inkOn(fill) : t.textSecondary);
    const QString text = formatPercent(calmShare());
    if (painter.fontMetrics().horizontalAdvance(text) <= 2.0 * calmRadius() - 4.0)
        painter.drawText(
            QRectF(center().x() - 40, center().y() - 10, 80, 20), Qt::AlignCenter, text);
}

void PolarChart::paintPlot(QPainter &painter)
{
    const Tokens &t = colors();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (int sector = 0; sector < m_data->sectors; ++sector) {
        for (int ring = 0; ring < m_data->rings(); ++ring) {
            const QColor color = colorOf(ring, sector);
            const Ring place = ringOf(ring, sector);
            if (!isShown(ring) || !color.isValid() || place.outer - place.inner < 0.1)
                continue;
            painter.setPen(QPen(isRose() ? t.controlBorder : t.panel, 0.75));
            painter.setBrush(color);
            painter.drawPath(cellPath(ring, sector));
        }
    }
    paintLetters(painter);
    paintRings(painter);
    paintCalm(painter);
    painter.restore();
}

void PolarChart::paintOverlay(QPainter &painter)
{
    if (!isRose())
        paintColorScale(painter, headReserve(), ramp(), formatNumber(m_range.low),
            formatValue(m_range.high, m_data->unit), {}, colors());
}

QPointF PolarChart::placeAt(QPointF pixel) const
{
    if (isEmpty())
        return {0.0, -2.0};
    const QPointF off = pixel - center();
    const double distance = std::hypot(off.x(), off.y());
    if (distance < calmRadius())
        return {0.0, -1.0};
    double bearing = std::atan2(off.x(), -off.y()) / std::numbers::pi * 180.0;
    if (bearing < 0.0)
        bearing += 360.0;
    const int sector = int(std::lround(bearing / 360.0 * m_data->sectors)) % m_data->sectors;
    for (int ring = 0; ring < m_data->rings(); ++ring) {
        const Ring place = ringOf(ring, sector);
        if (distance >= place.inner && distance < place.outer)
            return {double(sector), double(ring)};
    }
    return {double(sector), -2.0};
}

std::optional<QPointF> PolarChart::snapped(QPointF place) const
{
    if (isEmpty() || place.y() < -1.0)
        return std::nullopt;
    return QPointF(std::clamp(std::floor(place.x()), 0.0, m_data->sectors - 1.0),
        std::clamp(std::floor(place.y()), -1.0, m_data->rings() - 1.0));
}

QPointF PolarChart::stepped(QPointF from, int dx, int dy) const
{
    const QPointF place = snapped(from).value_or(QPointF(0.0, 0.0));
    if (std::abs(dx) == kToEnd)
        return {dx < 0 ? 0.0 : m_data->sectors - 1.0, place.y()};
    const int around = (int(place.x()) + dx % m_data->sectors + m_data->sectors) % m_data->sectors;
    return {double(around), std::clamp(place.y() + dy, -1.0, m_data->rings() - 1.0)};
}

QString PolarChart::sectorName(int sector) const
{
    const QStringList names = {tr("N", "north"), tr("NNE"), tr("NE"), tr("ENE"), tr("E", "east"),
        tr("ESE"), tr("SE"), tr("SSE"), tr("S", "south"), tr("SSW"), tr("SW"), tr("WSW"),
        tr("W", "west"), tr("WNW"), tr("NW"), tr("NNW")};
    if (names.size() % m_data->sectors == 0)
        return names[sector * names.size() / m_data->sectors];
    return formatValue(360.0 * sector / m_data->sectors, QStringLiteral("°"), 0);
}

QString PolarChart::ringName(int ring) const
{
    if (isRose())
        return m_data->classes[std::size_t(ring)].label;
    //: a range of values: %1 lower end, %2 upper end with unit
    return tr("%1 to %2")
        .arg(formatNumber(m_data->speedEdges[std::size_t(ring)]),
            formatValue(m_data->speedEdges[std::size_t(ring) + 1], m_data->speedUnit));
}

ChartView::ReadOut PolarChart::calmReadOut() const
{
    ReadOut out;
    out.title = tr("Calm");
    if (isRose()) {
        for (std::size_t i = 0; i < m_data->classes.size(); ++i)
            out.lines.push_back({m_data->classes[i].color, m_data->classes[i].label,
                formatPercent(m_data->calmShares[i], 1)});
    } else {
        out.lines.push_back({meanColor(m_data->calmMean), m_data->quantity,
            formatValue(m_data->calmMean, m_data->unit)});
    }
    out.lines.push_back({QColor(), tr("Cases"), formatCount(m_data->calmCount)});
    out.lines.push_back({QColor(), tr("Share of all"), formatPercent(calmShare(), 1)});
    out.anchor = center();
    return out;
}

ChartView::ReadOut PolarChart::readOut(QPointF place) const
{
    ReadOut out;
    if (isEmpty() || place.y() < -1.0)
        return out;
    const int sector = int(place.x());
    const int ring = int(place.y());
    if (ring < 0)
        return calmReadOut();
    out.title = tr("%1, %2", "cell").arg(sectorName(sector), ringName(ring));
    if (isRose()) {
        out.lines.push_back({colorOf(ring, sector), tr("Share of all"),
            formatPercent(m_data->shares[cell(ring, sector)], 1)});
    } else {
        const double mean = m_data->means[cell(ring, sector)];
        out.lines.push_back({colorOf(ring, sector), m_data->quantity,
            std::isfinite(mean) ? formatValue(mean, m_data->unit) : tr("too few cases")});
    }
    out.lines.push_back({QColor(), tr("Cases"), formatCount(m_data->counts[cell(ring, sector)])});
    const Ring where = ringOf(ring, sector);
    const double angle = (360.0 * sector / m_data->sectors - 90.0) / 180.0 * std::numbers::pi;
    const double middle = (where.inner + where.outer) / 2.0;
    out.anchor = center() + QPointF(std::cos(angle), std::sin(angle)) * middle;
    return out;
}

void PolarChart::paintCursor(QPainter &painter, QPointF place)
{
    if (isEmpty() || place.y() < -1.0)
        return;
    QPainterPath path;
    if (place.y() < 0.0)
        path.addEllipse(center(), calmRadius(), calmRadius());
    else
        path = cellPath(int(place.y()), int(place.x()));
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colors().panel, 3.0));
    painter.drawPath(path);
    painter.setPen(QPen(colors().textPrimary, 1.5));
    painter.drawPath(path);
    painter.restore();
}

QString PolarChart::keyAt(QPointF place) const
{
    if (isEmpty() || place.y() < -1.0)
        return {};
    return place.y() < 0.0 ? kCalm : QString::number(int(place.x()));
}

std::optional<QPointF> PolarChart::placeOfKey(const QString &key) const
{
    if (isEmpty())
        return std::nullopt;
    if (key == kCalm)
        return QPointF(0.0, -1.0);
    bool valid = false;
    const int sector = key.toInt(&valid);
    if (!valid || sector < 0 || sector >= m_data->sectors)
        return std::nullopt;
    // The ring under the cursor stays.
    return QPointF(sector, std::max(0.0, cursorPlace().value_or(QPointF()).y()));
}

std::vector<ChartView::LegendEntry> PolarChart::legend() const
{
    std::vector<LegendEntry> entries;
    for (std::size_t i = 0; !isEmpty() && isRose() && i < m_data->classes.size(); ++i) {
        const ValueClass &one = m_data->classes[i];
        entries.push_back({one.key, one.label, one.color, Mark::Framed});
    }
    return entries;
}

ChartView::TableMaker PolarChart::tableMaker() const
{
    if (isEmpty())
        return [] { return ChartTable(); };
    QStringList sectors, rings;
    for (int i = 0; i < m_data->sectors; ++i)
        sectors.append(sectorName(i));
    for (int i = 0; i < m_data->rings(); ++i)
        rings.append(ringName(i));
    const QString value = isRose() ? tr("Share of all") : withUnit(m_data->quantity, m_data->unit);
    return [content = m_data, sectors, rings, rose = isRose(), calm = tr("Calm"),
               header = QStringList{
                   tr("From"), isRose() ? tr("Class") : m_data->speedName, value, tr("Cases")}] {
        ChartTable table;
        table.header = header;
        for (qsizetype sector = 0; sector < sectors.size(); ++sector) {
            for (qsizetype ring = 0; ring < rings.size(); ++ring) {
                const auto i = std::size_t(ring * sectors.size() + sector);
                table.rows.push_back({sectors[sector], rings[ring],
                    plainNumber(rose ? content->shares[i] : content->means[i]),
                    QString::number(content->counts[i])});
            }
        }
        if (!rose)
            table.rows.push_back({calm, QString(), plainNumber(content->calmMean),
                QString::number(content->calmCount)});
        for (qsizetype ring = 0; rose && ring < rings.size(); ++ring)
            table.rows.push_back({calm, rings[ring],
                plainNumber(content->calmShares[std::size_t(ring)]), QString()});
        return table;
    };
}

qsizetype PolarChart::tableRows() const
{
    return isEmpty() ? 0 : qsizetype(m_data->counts.size()) + 1;
}

void PolarChart::retranslate()
{
    if (isEmpty()) {
        reserveInHead(0);
        return;
    }
    setYTitle(isRose()
            //: what a rose shows: %1 quantity
            ? tr("%1, how often it comes from where").arg(m_data->quantity)
            //: what a polar plot shows: %1 quantity, %2 "wind speed"
            : tr("%1, mean by direction and %2").arg(m_data->quantity, m_data->speedName));
    reserveInHead(isRose() ? 0
                           : colorScaleWidth(formatNumber(m_range.low),
                               formatValue(m_range.high, m_data->unit), {}));
    updateLayout();
}

} // namespace belvedere::ui
