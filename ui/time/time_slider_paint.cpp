// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_slider.h"

#include "common/format.h"
#include "theme/theme.h"
#include "time/axis_ticks.h"
#include "time/time_slider_geometry.h"

#include <QDateTime>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kRadius = 4.0;
constexpr double kHatchPx = 6.0;
constexpr double kPillPadPx = 9.0;

QColor priorityColor(std::size_t priority)
{
    const Tokens &t = tokens();
    switch (priority) {
    case 1:
        return t.p1;
    case 2:
        return t.p2;
    case 3:
        return t.p3;
    case 4:
        return t.p4;
    default:
        return t.textTertiary;
    }
}

/// Lines from bottom left to top right that keep their place when the rectangle grows.
void hatch(QPainter &painter, const QRectF &rect, const QPen &pen, double apartPx)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(pen);
    const double first = std::floor((rect.left() - rect.height()) / apartPx) * apartPx;
    for (double x = first; x < rect.right(); x += apartPx)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    painter.restore();
}

QString localDate(UtcMs time, const QTimeZone &zone, const QString &pattern)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time, zone), pattern);
}

} // namespace

struct TimeSlider::Geometry : TrackGeometry
{
    using TrackGeometry::TrackGeometry;
    QPainterPath trackShape;
    double now = 0.0;
    double current = 0.0;
    double reachFrom = 0.0;
    double reachTo = 0.0;
};

struct TimeSlider::HoverLabel
{
    QRectF box;
    QString text;
};

TimeSlider::Geometry TimeSlider::geometry() const
{
    Geometry g(size());
    g.trackShape.addRoundedRect(g.track, kRadius, kRadius);
    const auto placed = [&](UtcMs time) {
        return std::clamp(xOf(time), g.track.left() - 100.0, g.track.right() + 100.0);
    };
    g.now = placed(m_context.now);
    g.current = placed(m_context.current);
    g.reachFrom = placed(m_context.reachFrom);
    g.reachTo = placed(m_context.reachTo);
    return g;
}

void TimeSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Geometry g = geometry();
    painter.save();
    painter.setClipPath(g.trackShape);
    painter.fillRect(g.track, tokens().ground);
    paintPast(painter, g);
    paintForecast(painter, g);
    paintTicks(painter, g);
    paintEvents(painter, g);
    paintBand(painter, g);
    painter.restore();
    paintAvailability(painter, g);
    painter.setPen(
        hasFocus() ? QPen(tokens().focus, metric::kFocusRing) : QPen(tokens().border, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(g.trackShape);
    paintMarks(painter, g);
    paintHeader(painter, g);
    paintHover(painter, g);
    paintHandle(painter, g);
}

void TimeSlider::paintPast(QPainter &painter, const Geometry &g) const
{
    const double right = std::min(g.now, g.reachTo);
    if (right > g.reachFrom)
        painter.fillRect(
            QRectF(QPointF(g.reachFrom, g.track.top()), QPointF(right, g.track.bottom())),
            tokens().raised);
}

void TimeSlider::paintForecast(QPainter &painter, const Geometry &g) const
{
    if (g.reachTo <= g.now)
        return;
    const QRectF ahead(QPointF(g.now, g.track.top()), QPointF(g.reachTo, g.track.bottom()));
    const QColor ink = tokens().forecast;
    // The gradient spans the whole forecast, also what of it lies outside the view.
    QLinearGradient fill(QPointF(xOf(m_context.now), 0), QPointF(xOf(m_context.reachTo), 0));
    QLinearGradient lines = fill;
    constexpr int kStops = 12;
    for (int i = 0; i <= kStops; ++i) {
        const double at = double(i) / kStops;
        const double skill =
            skillAt(std::llround(at * static_cast<double>(m_context.reachTo - m_context.now)));
        fill.setColorAt(at, withOpacity(ink, 0.04 + 0.22 * skill));
        lines.setColorAt(at, withOpacity(ink, 0.08 + 0.52 * skill));
    }
    painter.fillRect(ahead, fill);
    hatch(painter, ahead, QPen(QBrush(lines), 1.0), kHatchPx);
    painter.setPen(QPen(withOpacity(ink, 0.5), 1.0));
    painter.drawLine(ahead.topRight(), ahead.bottomRight());
}

void TimeSlider::paintEvents(QPainter &painter, const Geometry &g) const
{
    if (!m_events || m_events->isEmpty())
        return;
    const std::vector<UtcMs> edges = barEdges();
    const std::vector<EventTimeline::Counts> bars = m_events->histogram(edges);
    int most = 4;
    for (const EventTimeline::Counts &bar : bars)
        most = std::max(most, total(bar));
    painter.setPen(Qt::NoPen);
    const double full = g.track.height() - 4.0;
    // The last bar keeps the width of the others, though now cuts it short in time.
    const double width = edges.size() > 1 ? xOf(edges[1]) - xOf(edges[0]) : 0.0;
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const int count = total(bars[i]);
        if (count == 0)
            continue;
        const double height = std::max(3.0, full * count / most);
        const double left = xOf(edges[i]) + 0.5;
        const double right = std::min(left + width - 1.0, g.now);
        double bottom = g.track.bottom() - 0.5;
        // The most urgent stand lowest, where bars are compared best.
        for (const std::size_t priority : {1UL, 2UL, 3UL, 4UL, 0UL}) {
            const double part = height * bars[i][priority] / count;
            painter.setBrush(withOpacity(priorityColor(priority), priority == 0 ? 0.7 : 0.9));
            if (part > 0.0 && right > left)
                painter.drawRect(QRectF(left, bottom - part, right - left, part));
            bottom -= part;
        }
    }
}

void TimeSlider::paintAvailability(QPainter &painter, const Geometry &g) const
{
    const Tokens &t = tokens();
    const double left = std::max(g.strip.left(), g.reachFrom);
    const double right = std::min(g.strip.right(), g.now);
    if (!m_availability || m_availability->isEmpty() || right <= left)
        return;
    const QColor ink = t.textSecondary;
    double missingFrom = -1.0;
    const auto endMissing = [&](double x) {
        if (missingFrom >= 0.0)
            hatch(painter, {missingFrom, g.strip.top(), x - missingFrom, g.strip.height()},
                QPen(ink, 1.25), 4.0);
        missingFrom = -1.0;
    };
    constexpr double kPx = 2.0;
    for (double x = left; x < right; x += kPx) {
        const double share = m_availability->share(timeAt(x), timeAt(std::min(x + kPx, right)));
        if (share < 0.02) {
            if (missingFrom < 0.0)
                missingFrom = x;
            continue;
        }
        endMissing(x);
        painter.fillRect(QRectF(x, g.strip.top(), std::min(kPx, right - x), g.strip.height()),
            withOpacity(ink, 0.15 + 0.6 * share * share));
    }
    endMissing(right);
}

void TimeSlider::paintBand(QPainter &painter, const Geometry &g) const
{
    const Tokens &t = tokens();
    if (m_drag == Drag::Range && m_hover) {
        const QRectF drawn(
            QPointF(xOf(m_dragStart), g.track.top()), QPointF(xOf(*m_hover), g.track.bottom()));
        painter.fillRect(drawn.normalized(), withOpacity(t.accent, 0.30));
    }
    if (m_context.mode == TimeMode::Instant)
        return;
    const double left = std::clamp(xOf(m_context.from), g.track.left() - 20.0, g.track.right());
    const QRectF band(QPointF(left, g.track.top()), QPointF(g.current, g.track.bottom()));
    if (band.width() <= 0.0)
        return;
    painter.fillRect(band, withOpacity(t.accent, 0.22));
    painter.fillRect(QRectF(band.left(), band.top(), band.width(), 2.0), t.accent);
    painter.fillRect(QRectF(band.left(), band.bottom() - 2.0, band.width(), 2.0), t.accent);
    painter.fillRect(QRectF(left, band.top(), 2.0, band.height()), t.accent);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.accent);
    painter.drawRoundedRect(QRectF(left - 2.0, band.center().y() - 6.0, 6.0, 12.0), 3.0, 3.0);
}

void TimeSlider::paintTicks(QPainter &painter, const Geometry &g) const
{
    const Tokens &t = tokens();
    const QFont plain = themeFont(type::kCaption);
    const QFont strong = themeFont(type::kCaption, QFont::DemiBold);
    const std::vector<AxisTick> ticks = axisTicks(m_view.range(), m_context.zone, g.tickCount());
    std::vector<QRectF> taken;
    painter.save();
    painter.setClipping(false);
    for (const bool major : {true, false}) {
        painter.setFont(major ? strong : plain);
        for (const AxisTick &tick : ticks) {
            if (tick.major != major)
                continue;
            const double x = std::round(xOf(tick.time)) + 0.5;
            painter.setPen(QPen(withOpacity(t.textPrimary, major ? 0.30 : kGridOpacity), 1.0));
            painter.drawLine(QPointF(x, g.track.top() + 1), QPointF(x, g.track.bottom() - 1));
            const double width = painter.fontMetrics().horizontalAdvance(tick.label) + 2.0;
            const double left =
                std::clamp(x - width / 2.0, 0.0, std::max(0.0, this->width() - width));
            const QRectF box(left, g.labels.top(), width, g.labels.height());
            const auto clash = [&](const QRectF &other) {
                return box.adjusted(-6, 0, 6, 0).intersects(other);
            };
            if (std::any_of(taken.begin(), taken.end(), clash))
                continue;
            taken.push_back(box);
            painter.setPen(major ? t.textPrimary : t.textSecondary);
            painter.drawText(box, Qt::AlignCenter, tick.label);
        }
    }
    painter.restore();
}

void TimeSlider::paintMarks(QPainter &painter, const Geometry &g) const
{
    const Tokens &t = tokens();
    const auto inside = [&](double x) { return x >= g.track.left() && x <= g.track.right(); };
    if (m_loop) {
        const double left = std::max(xOf(m_loop->from), g.track.left());
        const double right = std::min(xOf(m_loop->to), g.track.right());
        painter.setPen(QPen(t.textPrimary, 2.0, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        const double y = g.track.top() - 2.0;
        if (right > left) {
            painter.drawLine(QPointF(left, y), QPointF(right, y));
            painter.drawLine(QPointF(left, y), QPointF(left, y + 6.0));
            painter.drawLine(QPointF(right, y), QPointF(right, y + 6.0));
        }
    }
    if (inside(g.now)) {
        painter.setPen(QPen(t.textPrimary, 2.0));
        painter.drawLine(QPointF(g.now, g.track.top() - 3), QPointF(g.now, g.strip.bottom() + 1));
    }
    if (m_linked && m_view.range().contains(*m_linked)) {
        painter.setPen(QPen(t.textPrimary, 1.0, Qt::DashLine));
        const double x = xOf(*m_linked);
        painter.drawLine(QPointF(x, g.track.top() - 3), QPointF(x, g.strip.bottom()));
    }
}

QString TimeSlider::viewText() const
{
    const QTimeZone &zone = m_context.zone;
    const TimeRange &range = m_view.range();
    const QDate first = QDateTime::fromMSecsSinceEpoch(range.from, zone).date();
    const QDate last = QDateTime::fromMSecsSinceEpoch(range.to, zone).date();
    //: QLocale date pattern: day, abbreviated month, year
    const QString full = tr("d MMM yyyy");
    //: QLocale date pattern: day, abbreviated month
    const QString shorter = first.year() == last.year() ? tr("d MMM") : full;
    const QString days = first == last
        ? localDate(range.to, zone, full)
        //: from date to date
        : tr("%1 – %2").arg(localDate(range.from, zone, shorter), localDate(range.to, zone, full));
    //: days, name of the time zone
    return tr("%1 · %2").arg(
        days, zone.abbreviation(QDateTime::fromMSecsSinceEpoch(m_context.current, zone)));
}

void TimeSlider::paintHeader(QPainter &painter, const Geometry &g) const
{
    const Tokens &t = tokens();
    painter.setFont(themeFont(type::kCaption));
    const QRectF pill = pillRect(g).adjusted(-8, 0, 8, 0);
    const QRectF hovered = hoverLabel(g).box.adjusted(-8, 0, 8, 0);
    const auto draw = [&](double left, const QString &text, const QColor &color) {
        const QRectF box(left, g.header.top(), painter.fontMetrics().horizontalAdvance(text) + 1.0,
            g.header.height());
        if (box.left() < 0.0 || box.right() > width() || box.intersects(pill)
            || box.intersects(hovered))
            return QRectF();
        painter.setPen(color);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, text);
        return box;
    };
    const QRectF dates = draw(g.header.left(), viewText(), t.textSecondary);
    const bool showsNow =
        !m_context.followsNow && g.now >= g.track.left() && g.now <= g.track.right();
    const QString now = tr("Now");
    const double width = painter.fontMetrics().horizontalAdvance(now);
    if (showsNow && g.now - width / 2.0 > dates.right() + 8.0)
        draw(std::min(g.now - width / 2.0, this->width() - width - 2.0), now, t.textPrimary);
}

QString TimeSlider::stateText() const
{
    const UtcMs offset = m_context.current - m_context.now;
    if (m_context.followsNow)
        return m_context.isReplay ? tr("replay") : tr("live");
    const QString length =
        formatDuration(static_cast<double>(std::abs(offset) / kMsPerMinute * 60));
    return offset > 0 ? tr("+%1", "time ahead of now").arg(length)
                      : tr("−%1", "time before now").arg(length);
}

QRectF TimeSlider::pillRect(const Geometry &g) const
{
    const QFontMetricsF strong(themeFont(type::kCaption, QFont::DemiBold));
    const QFontMetricsF plain(themeFont(type::kCaption));
    const double width = 2 * kPillPadPx + 6.0
        + strong.horizontalAdvance(formatTime(m_context.current, m_context.zone))
        + plain.horizontalAdvance(stateText());
    const double left =
        std::clamp(g.current - width / 2.0, 1.0, std::max(1.0, this->width() - width - 1.0));
    return {left, 0.5, width, g.header.height() - 1.0};
}

void TimeSlider::paintHandle(QPainter &painter, const Geometry &g) const
{
    const Tokens &t = tokens();
    const bool visible = g.current >= g.track.left() - 1.0 && g.current <= g.track.right() + 1.0;
    if (!visible)
        return;
    painter.setPen(QPen(t.accent, 2.0));
    painter.drawLine(
        QPointF(g.current, g.header.bottom()), QPointF(g.current, g.strip.bottom() + 1));
    // Filled while it follows now, an outline in the past, a dashed one ahead.
    const bool filled = m_context.followsNow;
    const QRectF pill = pillRect(g);
    painter.setBrush(filled ? t.accent : t.panel);
    painter.setPen(filled
            ? QPen(Qt::NoPen)
            : QPen(t.accent, 1.5, m_context.isForecast() ? Qt::DashLine : Qt::SolidLine));
    painter.drawRoundedRect(pill, pill.height() / 2.0, pill.height() / 2.0);
    const QString time = formatTime(m_context.current, m_context.zone);
    const QRectF text = pill.adjusted(kPillPadPx, 0, -kPillPadPx, 0);
    painter.setFont(themeFont(type::kCaption, QFont::DemiBold));
    painter.setPen(filled ? t.textOnAccent : t.textPrimary);
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, time);
    painter.setFont(themeFont(type::kCaption));
    painter.setPen(filled ? t.textOnAccent : t.textSecondary);
    painter.drawText(text, Qt::AlignRight | Qt::AlignVCenter, stateText());
}

QString TimeSlider::hoverText(bool withEvents) const
{
    const bool far = m_view.length() > 2 * kMsPerDay;
    const QString time =
        far ? formatDayAndTime(*m_hover, m_context.zone) : formatTime(*m_hover, m_context.zone);
    if (m_drag == Drag::Range) {
        const auto length = static_cast<double>(std::abs(*m_hover - m_dragStart));
        return formatDuration(std::floor(length / kMsPerMinute) * 60.0);
    }
    if (!withEvents || !m_events || m_events->isEmpty())
        return time;
    const std::vector<UtcMs> edges = barEdges();
    const auto after = std::upper_bound(edges.begin(), edges.end(), *m_hover);
    if (after == edges.begin() || after == edges.end())
        return time;
    const int count = total(m_events->count(*(after - 1), *after));
    return count == 0 ? time : tr("%1 · %Ln event(s)", nullptr, count).arg(time);
}

TimeSlider::HoverLabel TimeSlider::hoverLabel(const Geometry &g) const
{
    if (!m_hover || (m_drag != Drag::None && m_drag != Drag::Range))
        return {};
    const QFontMetricsF metrics(themeFont(type::kCaption));
    const QRectF pill = pillRect(g).adjusted(-4, 0, 4, 0);
    const double x = xOf(*m_hover);
    QRectF box(0, 0.5, 0, g.header.height() - 1.0);
    QString text;
    for (const bool withEvents : {true, false}) {
        text = hoverText(withEvents);
        box.setWidth(metrics.horizontalAdvance(text) + 2 * kPillPadPx);
        const double last = std::max(1.0, width() - box.width() - 1.0);
        box.moveLeft(std::clamp(x - box.width() / 2.0, 1.0, last));
        if (!box.intersects(pill))
            break;
        // It makes room for the handle's label, which says what is shown.
        const bool fitsLeft = pill.left() > box.width() + 1.0;
        const bool fitsRight = pill.right() + box.width() < width() - 1.0;
        const bool left = fitsLeft && (x < g.current || !fitsRight);
        box.moveLeft(left ? pill.left() - box.width() : std::min(pill.right(), last));
        if (fitsLeft || fitsRight)
            break;
    }
    return {box, text};
}

void TimeSlider::paintHover(QPainter &painter, const Geometry &g) const
{
    const HoverLabel label = hoverLabel(g);
    if (label.box.isEmpty())
        return;
    const Tokens &t = tokens();
    const double x = xOf(*m_hover);
    painter.setPen(QPen(withOpacity(t.textPrimary, 0.6), 1.0));
    painter.drawLine(QPointF(x, g.track.top()), QPointF(x, g.strip.bottom()));
    painter.setFont(themeFont(type::kCaption));
    painter.setPen(QPen(t.controlBorder, 1.0));
    painter.setBrush(t.raised);
    painter.drawRoundedRect(label.box, label.box.height() / 2.0, label.box.height() / 2.0);
    painter.setPen(t.textPrimary);
    painter.drawText(label.box, Qt::AlignCenter, label.text);
}

} // namespace belvedere::ui
