// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/parallel_chart.h"

#include "charts/chart_paint.h"
#include "charts/chart_pool.h"
#include "common/format.h"
#include "theme/theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace belvedere::ui {

namespace {

constexpr double kSideAir = 0.45; // of the distance of two axes, for labels
constexpr double kAxisReachPx = 14.0; // half of what is dragged along an axis
constexpr double kLineReachPx = 12.0;
constexpr double kMissingPx = 20.0; // at the foot, for lines without a value
constexpr double kRangeHalfPx = 6.0;
constexpr int kPixelsPerTick = 44;
constexpr int kLinesAtOnce = 300; // more of them are painted in the background
constexpr double kFadedOpacity = 0.12;

double opacityFor(std::size_t lines)
{
    return lines <= 30 ? 0.9 : (lines <= 300 ? 0.6 : 0.3);
}

} // namespace

ParallelChart::ParallelChart(QWidget *parent)
    : ChartView(parent)
    , m_slot(this)
{
    setZoomAxes({});
    setGrid(false, false);
}

ParallelChart::~ParallelChart() = default;

void ParallelChart::setData(std::shared_ptr<const ParallelData> content)
{
    std::vector<std::pair<QString, ParallelRange>> kept;
    for (int axis = 0; axis < axisCount(); ++axis) {
        if (const auto &range = m_ranges[std::size_t(axis)])
            kept.emplace_back(m_data->axes[std::size_t(axis)].key, *range);
    }
    const bool fits = content
        && std::all_of(content->lines.begin(), content->lines.end(),
            [&](const ParallelLine &line) { return line.values.size() == content->axes.size(); });
    m_data = fits ? std::move(content) : nullptr;
    m_drag.reset();
    m_picture = {};
    m_stretchedFrom = -1;
    m_scales.clear();
    m_ranges.assign(std::size_t(axisCount()), std::nullopt);
    for (std::size_t axis = 0; axis < m_ranges.size(); ++axis) {
        m_scales.emplace_back(*m_data, axis);
        for (const auto &[key, range] : kept) {
            if (key == m_data->axes[axis].key)
                m_ranges[axis] = range;
        }
    }
    if (m_data)
        m_within = linesWithin(*m_data, m_ranges);
    clearCursor();
    retranslate();
    updateSeries();
}

void ParallelChart::setMarked(const QStringList &keys)
{
    if (keys == m_marked)
        return;
    m_marked = keys;
    update();
}

void ParallelChart::setRange(int axis, std::optional<ParallelRange> range)
{
    if (axis < 0 || axis >= axisCount() || m_ranges[std::size_t(axis)] == range)
        return;
    m_ranges[std::size_t(axis)] = range;
    rangesMoved();
}

std::optional<ParallelRange> ParallelChart::range(int axis) const
{
    return axis >= 0 && axis < axisCount() ? m_ranges[std::size_t(axis)] : std::nullopt;
}

void ParallelChart::clearRanges()
{
    if (!hasRanges())
        return;
    m_ranges.assign(m_ranges.size(), std::nullopt);
    rangesMoved();
}

bool ParallelChart::hasRanges() const
{
    return std::any_of(
        m_ranges.begin(), m_ranges.end(), [](const auto &range) { return range.has_value(); });
}

QStringList ParallelChart::keysWithin() const
{
    QStringList keys;
    for (std::size_t i = 0; i < std::size_t(lineCount()); ++i) {
        if (m_within[i])
            keys.append(m_data->lines[i].key);
    }
    return keys;
}

QString ParallelChart::summary() const
{
    const auto within = std::count(m_within.begin(), m_within.end(), true);
    const auto ranges = std::count_if(
        m_ranges.begin(), m_ranges.end(), [](const auto &range) { return range.has_value(); });
    if (ranges == 0)
        return tr("%Ln line(s)", nullptr, lineCount());
    //: how many of the lines lie in the ranges that were chosen: "12 of 40 within 2 ranges"
    return tr("%1 of %2 within %Ln range(s)", nullptr, int(ranges))
        .arg(formatCount(within), formatCount(lineCount()));
}

void ParallelChart::rangesMoved()
{
    m_within = linesWithin(*m_data, m_ranges);
    retranslate();
    updateSeries();
    Q_EMIT rangesChanged();
}

// --- Where things are -----------------------------------------------------------------------

bool ParallelChart::isEmpty() const
{
    return lineCount() == 0 || axisCount() == 0;
}

double ParallelChart::xOf(int axis) const
{
    return xAt(double(axis));
}

double ParallelChart::yOfShare(double share) const
{
    const QRectF plot = plotArea();
    return plot.bottom() - kMissingPx - share * (plot.height() - kMissingPx - space::kSmall);
}

double ParallelChart::yOf(std::size_t line, int axis) const
{
    const double value = m_data->lines[line].values[std::size_t(axis)];
    return std::isfinite(value) ? yOfShare(m_scales[std::size_t(axis)].shareOf(value))
                                : plotArea().bottom();
}

double ParallelChart::valueAtPixel(int axis, double y) const
{
    const double foot = yOfShare(0.0);
    const double share = std::clamp((foot - y) / (foot - yOfShare(1.0)), 0.0, 1.0);
    return m_scales[std::size_t(axis)].valueAt(share);
}

QLineF ParallelChart::axisLine(int axis) const
{
    return {xOf(axis), yOfShare(1.0), xOf(axis), yOfShare(0.0)};
}

QList<QPointF> ParallelChart::pixelsOf(std::size_t line) const
{
    QList<QPointF> pixels;
    for (int axis = 0; axis < axisCount(); ++axis)
        pixels.append({xOf(axis), yOf(line, axis)});
    return pixels;
}

int ParallelChart::axisNear(QPointF pixel) const
{
    if (isEmpty() || !plotArea().adjusted(-kAxisReachPx, 0, kAxisReachPx, 0).contains(pixel))
        return -1;
    const int axis =
        std::clamp(int(std::lround(ChartView::placeAt(pixel).x())), 0, axisCount() - 1);
    return std::abs(xOf(axis) - pixel.x()) <= kAxisReachPx ? axis : -1;
}

int ParallelChart::lineNear(QPointF pixel) const
{
    const double along = std::clamp(ChartView::placeAt(pixel).x(), 0.0, double(axisCount() - 1));
    const int left = std::min(int(along), std::max(0, axisCount() - 2));
    const int right = std::min(left + 1, axisCount() - 1);
    const double between = along - left;
    const double run = std::max(1.0, xOf(right) - xOf(left));
    int best = -1;
    double nearest = kLineReachPx;
    for (int line = 0; line < lineCount(); ++line) {
        if (hasRanges() && !m_within[std::size_t(line)])
            continue;
        const double from = yOf(std::size_t(line), left);
        const double to = yOf(std::size_t(line), right);
        const double offset = std::abs(from + between * (to - from) - pixel.y());
        // At right angles to the line: a steep one is as easy to meet as a flat one.
        const double distance = offset * run / std::hypot(run, to - from);
        if (distance < nearest) {
            nearest = distance;
            best = line;
        }
    }
    return best;
}

QPointF ParallelChart::placeAt(QPointF pixel) const
{
    const double axis = std::clamp(
        std::round(ChartView::placeAt(pixel).x()), 0.0, double(std::max(0, axisCount() - 1)));
    return {axis, isEmpty() ? -1.0 : double(lineNear(pixel))};
}

std::optional<QPointF> ParallelChart::snapped(QPointF place) const
{
    if (isEmpty() || place.y() < 0.0)
        return std::nullopt;
    return QPointF(std::clamp(std::round(place.x()), 0.0, double(axisCount() - 1)),
        std::clamp(std::floor(place.y()), 0.0, double(lineCount() - 1)));
}

/// The line that is `steps` higher on the axis; lines outside the ranges are passed over.
int ParallelChart::lineAfter(int line, int axis, int steps) const
{
    std::vector<std::pair<double, int>> order;
    for (int i = 0; i < lineCount(); ++i) {
        if (m_within[std::size_t(i)] || i == line)
            order.emplace_back(-yOf(std::size_t(i), axis), i);
    }
    std::sort(order.begin(), order.end());
    const auto here = std::find_if(
        order.begin(), order.end(), [line](const auto &entry) { return entry.second == line; });
    const auto next = std::clamp<std::ptrdiff_t>(
        here - order.begin() + steps, 0, std::ptrdiff_t(order.size()) - 1);
    return order[std::size_t(next)].second;
}

QPointF ParallelChart::stepped(QPointF from, int dx, int dy) const
{
    const QPointF place = snapped({from.x(), std::max(0.0, from.y())}).value_or(from);
    if (dx != 0)
        return {std::clamp(place.x() + dx, 0.0, double(axisCount() - 1)), place.y()};
    return {place.x(), double(lineAfter(int(place.y()), int(place.x()), dy))};
}

QString ParallelChart::keyAt(QPointF place) const
{
    const int line = int(std::floor(place.y()));
    return line < 0 || line >= lineCount() ? QString() : m_data->lines[std::size_t(line)].key;
}

std::optional<QPointF> ParallelChart::placeOfKey(const QString &key) const
{
    for (int line = 0; line < lineCount(); ++line) {
        if (m_data->lines[std::size_t(line)].key == key)
            return QPointF(0.0, line);
    }
    return std::nullopt;
}

std::vector<Tick> ParallelChart::xTicks() const
{
    std::vector<Tick> ticks;
    for (int axis = 0; axis < axisCount(); ++axis) {
        const ParallelAxis &known = m_data->axes[std::size_t(axis)];
        ticks.push_back({double(axis),
            known.unit.isEmpty() ? known.title
                                 //: axis title: %1 quantity, %2 unit
                                 : tr("%1, %2").arg(known.title, known.unit),
            range(axis).has_value()});
    }
    return ticks;
}

// --- Painting -------------------------------------------------------------------------------

QColor ParallelChart::colorOf(std::size_t line) const
{
    const Tokens &t = colors();
    if (m_data->colorAxis < 0 || m_data->colorAxis >= axisCount())
        return t.forecast;
    const auto axis = std::size_t(m_data->colorAxis);
    const double value = m_data->lines[line].values[axis];
    if (!std::isfinite(value))
        return t.noData;
    // The first shade is too close to the ground.
    return rampColor(std::span(t.amountRamp).subspan(1), m_scales[axis].shareOf(value));
}

ParallelChart::Strokes ParallelChart::strokes() const
{
    Strokes all;
    const double opacity =
        opacityFor(std::size_t(std::count(m_within.begin(), m_within.end(), true)));
    for (std::size_t line = 0; line < std::size_t(lineCount()); ++line) {
        QList<QPointF> pixels = pixelsOf(line);
        for (QPointF &pixel : pixels)
            pixel -= plotArea().topLeft();
        all.lines.push_back(std::move(pixels));
        all.within.push_back(m_within[line]);
        all.colors.push_back(m_within[line] ? withOpacity(colorOf(line), opacity)
                                            : withOpacity(colors().textTertiary, kFadedOpacity));
    }
    return all;
}

void ParallelChart::paintStrokes(QPainter &painter, const Strokes &strokes)
{
    for (const bool within : {false, true}) {
        for (std::size_t i = 0; i < strokes.lines.size(); ++i) {
            if (strokes.within[i] != within)
                continue;
            painter.setPen(QPen(strokes.colors[i], within ? 1.5 : 1.0));
            painter.drawLines(brokenLines(strokes.lines[i]));
        }
    }
}

void ParallelChart::updateSeries()
{
    if (isEmpty()) {
        m_slot.cancel();
        updateLayout();
        return;
    }
    setXLabelWidth(plotArea().width() / (axisCount() - 1 + 2 * kSideAir) - space::kTiny);
    setRanges(-kSideAir, axisCount() - 1 + kSideAir, 0.0, double(std::max(1, lineCount())));
    if (lineCount() <= kLinesAtOnce) {
        m_slot.cancel();
        return;
    }
    const double ratio = devicePixelRatioF();
    m_slot.start(runTask(chartPool(),
                     [all = strokes(), size = plotArea().size(), ratio](
                         TaskContext &context) -> Result<QImage> {
                         if (context.cancelled())
                             return cancelledFailure();
                         QImage picture(
                             (size * ratio).toSize(), QImage::Format_ARGB32_Premultiplied);
                         picture.setDevicePixelRatio(ratio);
                         picture.fill(Qt::transparent);
                         QPainter painter(&picture);
                         painter.setRenderHint(QPainter::Antialiasing);
                         paintStrokes(painter, all);
                         return picture;
                     }),
        [this](const Result<QImage> &picture) {
            if (!picture)
                return;
            m_picture = *picture;
            forgetPicture();
        });
}

void ParallelChart::applyColors()
{
    // While painting for paper the lines are painted directly.
    if (m_data && &colors() == &tokens())
        updateSeries();
}

void ParallelChart::paintPlot(QPainter &painter)
{
    painter.save();
    painter.translate(plotArea().topLeft());
    const bool paper = &colors() != &tokens();
    if (paper || lineCount() <= kLinesAtOnce)
        paintStrokes(painter, strokes());
    else if (!m_picture.isNull())
        painter.drawImage(QRectF(QPointF(), plotArea().size()), m_picture);
    painter.restore();
    for (int axis = 0; axis < axisCount(); ++axis)
        paintAxis(painter, axis);
}

void ParallelChart::paintAxis(QPainter &painter, int axis) const
{
    const Tokens &t = colors();
    const QLineF line = axisLine(axis);
    painter.setPen(QPen(t.textSecondary, 1.5));
    painter.drawLine(line);
    painter.setFont(themeFont(type::kCaption));
    const QFontMetrics metrics = painter.fontMetrics();
    const ParallelScale &scale = m_scales[std::size_t(axis)];
    const double room = axis == 0 ? line.x1() - plotArea().left() : line.x1() - xOf(axis - 1);
    const auto write = [&](double y, const QString &text) {
        const QString label =
            metrics.elidedText(text, Qt::ElideMiddle, int(room) - 3 * space::kTiny);
        const double wide = metrics.horizontalAdvance(label) + space::kTiny;
        // Beside the axis, on a ground of its own: lines run below it.
        const QRectF box(
            line.x1() - wide - space::kTiny, y - metrics.height() / 2.0, wide, metrics.height());
        painter.fillRect(box, withOpacity(t.panel, 0.8));
        painter.setPen(QPen(t.textSecondary, 1.0));
        painter.drawLine(QPointF(line.x1() - 3.0, y), QPointF(line.x1(), y));
        painter.drawText(box, Qt::AlignCenter, label);
    };
    double free = std::numeric_limits<double>::infinity();
    for (const Tick &tick : scale.ticks(std::max(2, int(line.length()) / kPixelsPerTick))) {
        const double y = yOfShare(tick.value);
        if (tick.value < -1e-9 || tick.value > 1.0 + 1e-9 || free - y < metrics.height())
            continue;
        write(y, tick.label);
        free = y;
    }
    if (scale.hasMissing())
        //: beside the foot of an axis: where things go that have no such value
        write(plotArea().bottom(), tr("none"));
}

void ParallelChart::paintRanges(QPainter &painter) const
{
    for (int axis = 0; axis < axisCount(); ++axis) {
        const auto &shown = m_ranges[std::size_t(axis)];
        if (!shown)
            continue;
        const ParallelScale &scale = m_scales[std::size_t(axis)];
        const double top = yOfShare(std::clamp(scale.shareOf(shown->high), 0.0, 1.0));
        const double bottom = yOfShare(std::clamp(scale.shareOf(shown->low), 0.0, 1.0));
        const QRectF box(xOf(axis) - kRangeHalfPx, top - 1.0, 2.0 * kRangeHalfPx,
            std::max(3.0, bottom - top + 2.0));
        painter.setPen(QPen(colors().accent, 1.5));
        painter.setBrush(withOpacity(colors().accent, 0.25));
        painter.drawRoundedRect(box, 3.0, 3.0);
    }
}

void ParallelChart::paintOverlay(QPainter &painter)
{
    painter.setFont(themeFont(type::kCaption));
    painter.setPen(colors().textSecondary);
    painter.drawText(headReserve(), Qt::AlignRight | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(summary(), Qt::ElideRight, int(headReserve().width())));
    for (std::size_t i = 0; i < std::size_t(lineCount()); ++i) {
        if (!m_marked.contains(m_data->lines[i].key))
            continue;
        painter.setPen(QPen(colors().panel, 5.0));
        painter.drawLines(brokenLines(pixelsOf(i)));
        painter.setPen(QPen(colors().accent, 2.5));
        painter.drawLines(brokenLines(pixelsOf(i)));
    }
    for (int axis = 0; axis < axisCount(); ++axis) // their labels stay above marked lines
        paintAxis(painter, axis);
    paintRanges(painter);
}

void ParallelChart::paintCursor(QPainter &painter, QPointF place)
{
    const int line = int(place.y());
    if (line < 0 || line >= lineCount())
        return;
    const QList<QPointF> pixels = pixelsOf(std::size_t(line));
    painter.setPen(QPen(colors().panel, 6.0));
    painter.drawLines(brokenLines(pixels));
    painter.setPen(QPen(colors().textPrimary, 2.5));
    painter.drawLines(brokenLines(pixels));
    painter.setBrush(colors().panel);
    for (qsizetype i = 0; i < pixels.size(); ++i) {
        const double radius = i == qsizetype(place.x()) ? 5.0 : 3.0;
        painter.drawEllipse(pixels[i], radius, radius);
    }
}

QString ParallelChart::valueText(std::size_t line, int axis) const
{
    const ParallelAxis &known = m_data->axes[std::size_t(axis)];
    const double value = m_data->lines[line].values[std::size_t(axis)];
    if (known.choices.isEmpty() || !std::isfinite(value))
        return formatValue(value, known.unit, value == std::round(value) ? 0 : -1);
    const auto choice = qsizetype(std::lround(value));
    return choice >= 0 && choice < known.choices.size() ? known.choices[choice] : QString();
}

ChartView::ReadOut ParallelChart::readOut(QPointF place) const
{
    ReadOut out;
    const int line = int(place.y());
    if (line < 0 || line >= lineCount())
        return out;
    const auto index = std::size_t(line);
    out.title = m_data->lines[index].label;
    // The axis under the cursor is told first: it is what a screen reader should not wait for.
    const int first = std::clamp(int(std::lround(place.x())), 0, axisCount() - 1);
    out.lines.push_back(
        {colorOf(index), m_data->axes[std::size_t(first)].title, valueText(index, first)});
    for (int axis = 0; axis < axisCount(); ++axis) {
        if (axis != first)
            out.lines.push_back(
                {QColor(), m_data->axes[std::size_t(axis)].title, valueText(index, axis)});
    }
    out.anchor = QPointF(xOf(first) + kAxisReachPx, plotArea().center().y());
    return out;
}

// --- Ranges by hand -------------------------------------------------------------------------

void ParallelChart::mousePressEvent(QMouseEvent *event)
{
    const int axis = axisNear(event->position());
    if (event->button() != Qt::LeftButton || axis < 0) {
        ChartView::mousePressEvent(event);
        return;
    }
    event->accept();
    const double y = event->position().y();
    Drag drag{axis, y, std::nullopt, false};
    if (const auto &range = m_ranges[std::size_t(axis)]) {
        const ParallelScale &scale = m_scales[std::size_t(axis)];
        const double top = yOfShare(scale.shareOf(range->high));
        const double bottom = yOfShare(scale.shareOf(range->low));
        if (std::abs(y - top) <= kRangeHalfPx)
            drag.anchor = bottom;
        else if (std::abs(y - bottom) <= kRangeHalfPx)
            drag.anchor = top;
        else if (y > top && y < bottom)
            drag.moving = QPointF(top, bottom);
    }
    m_drag = drag;
}

void ParallelChart::dragTo(double y)
{
    const auto axis = std::size_t(m_drag->axis);
    double top = std::min(m_drag->anchor, y);
    double bottom = std::max(m_drag->anchor, y);
    if (m_drag->moving) {
        const double moved = std::clamp(y - m_drag->anchor, yOfShare(1.0) - m_drag->moving->x(),
            yOfShare(0.0) - m_drag->moving->y());
        top = m_drag->moving->x() + moved;
        bottom = m_drag->moving->y() + moved;
    }
    m_ranges[axis] =
        ParallelRange{valueAtPixel(m_drag->axis, bottom), valueAtPixel(m_drag->axis, top)};
    rangesMoved();
}

void ParallelChart::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag) {
        constexpr double kStillPx = 4.0;
        m_drag->moved =
            m_drag->moved || std::abs(event->position().y() - m_drag->anchor) > kStillPx;
        if (m_drag->moved)
            dragTo(event->position().y());
        return;
    }
    setCursor(axisNear(event->position()) >= 0 ? Qt::SizeVerCursor : Qt::CrossCursor);
    ChartView::mouseMoveEvent(event);
}

void ParallelChart::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_drag) {
        ChartView::mouseReleaseEvent(event);
        return;
    }
    const Drag drag = *std::exchange(m_drag, std::nullopt);
    if (!drag.moved)
        setRange(drag.axis, std::nullopt);
}

bool ParallelChart::takesKey(const QKeyEvent &event) const
{
    if (isEmpty())
        return false;
    const bool vertical = event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    if (vertical && event.modifiers().testFlag(Qt::ShiftModifier))
        return cursorPlace().has_value();
    if (event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace)
        return hasRanges();
    return event.key() == Qt::Key_Escape && hasRanges() && !cursorPlace();
}

bool ParallelChart::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && takesKey(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return ChartView::event(event);
}

void ParallelChart::stretchRange(int steps)
{
    const QPointF place = *cursorPlace();
    const int axis = int(place.x());
    const int line = int(place.y());
    if (m_stretchedFrom < 0)
        m_stretchedFrom = line;
    // What this axis leaves out counts here too: the range is to reach it.
    std::vector<std::optional<ParallelRange>> others = m_ranges;
    others[std::size_t(axis)].reset();
    m_within = linesWithin(*m_data, others);
    const int next = lineAfter(line, axis, steps);
    const auto valueOf = [&](int of) {
        return m_data->lines[std::size_t(of)].values[std::size_t(axis)];
    };
    const double from = valueOf(m_stretchedFrom);
    const double to = valueOf(next);
    QKeyEvent step(
        QEvent::KeyPress, steps > 0 ? Qt::Key_Up : Qt::Key_Down, Qt::NoModifier); // the cursor
    ChartView::keyPressEvent(&step);
    if (std::isfinite(from) && std::isfinite(to))
        m_ranges[std::size_t(axis)] = ParallelRange{std::min(from, to), std::max(from, to)};
    rangesMoved();
}

void ParallelChart::keyPressEvent(QKeyEvent *event)
{
    if (!takesKey(*event)) {
        if (event->key() != Qt::Key_Shift)
            m_stretchedFrom = -1;
        ChartView::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Up:
        return stretchRange(1);
    case Qt::Key_Down:
        return stretchRange(-1);
    case Qt::Key_Escape:
        return clearRanges();
    default:
        if (const auto place = cursorPlace())
            setRange(int(place->x()), std::nullopt);
        else
            clearRanges();
    }
}

void ParallelChart::addActions(QMenu &menu)
{
    QAction *all = menu.addAction(tr("Clear ranges"), this, &ParallelChart::clearRanges);
    all->setEnabled(hasRanges());
}

ChartView::TableMaker ParallelChart::tableMaker() const
{
    return
        [content = m_data, within = m_within, marked = hasRanges(), yes = tr("Within the ranges")] {
            ChartTable table;
            if (!content)
                return table;
            table.header = {content->noun};
            for (const ParallelAxis &axis : content->axes)
                table.header.append(withUnit(axis.title, axis.unit));
            if (marked)
                table.header.append(yes);
            for (std::size_t i = 0; i < content->lines.size(); ++i) {
                QStringList row = {content->lines[i].label};
                for (std::size_t axis = 0; axis < content->axes.size(); ++axis) {
                    const QStringList &choices = content->axes[axis].choices;
                    const double value = content->lines[i].values[axis];
                    row.append(choices.isEmpty() || !std::isfinite(value)
                            ? plainNumber(value)
                            : choices.value(qsizetype(std::lround(value))));
                }
                if (marked)
                    row.append(within[i] ? QStringLiteral("1") : QStringLiteral("0"));
                table.rows.push_back(std::move(row));
            }
            return table;
        };
}

qsizetype ParallelChart::tableRows() const
{
    return lineCount();
}

void ParallelChart::retranslate()
{
    const QString words = summary();
    reserveInHead(QFontMetrics(themeFont(type::kCaption)).horizontalAdvance(words) + 2);
    //: the name of a chart and what it shows at present
    setAccessibleName(isEmpty() ? title() : tr("%1: %2").arg(title(), words));
}

} // namespace belvedere::ui
