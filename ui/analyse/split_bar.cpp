// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/split_bar.h"

#include "analyse/training/split_handle.h"
#include "charts/chart_paint.h"
#include "charts/ticks.h"
#include "common/format.h"
#include "theme/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace belvedere::ui {

namespace {

constexpr int kBarHeight = 44;
constexpr int kTickHeight = 18;
constexpr int kWedgeHeight = 10;
constexpr int kWindowHeight = 24;
constexpr int kLineHeight = 20;
constexpr int kMarkSize = 10;
constexpr int kPixelsPerTick = 96;
constexpr std::size_t kParts = 3;
constexpr double kLeastShare = 0.01; // of parseSplit()
constexpr double kCatchPx = 5.0;
constexpr double kPixelsPerDay = 12.0; // below, midnights are too close to catch at
constexpr double kMsPerSecondReal = 1000.0;

std::array<double, kParts> sharesOf(const SplitShares &shares)
{
    return {shares.train, shares.validation, shares.test};
}

// One hue in three strengths: the parts are one axis, not three things. The names beside the
// marks tell them apart without colour.
std::array<QColor, kParts> colors()
{
    const Tokens &t = tokens();
    return {blended(withOpacity(t.accent, 0.45), t.panel), t.accent, t.textTertiary};
}

double rounded(double share)
{
    return std::round(share * SplitHandle::kScale) / SplitHandle::kScale;
}

QString shareText(double share)
{
    const double percent = share * 100.0;
    return formatPercent(share, std::abs(percent - std::round(percent)) < 0.05 ? 0 : 1);
}

} // namespace

SplitBar::SplitBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (int i = 0; i < 2; ++i) {
        auto *handle = new SplitHandle(*this, i);
        handle->setObjectName(i == 0 ? QStringLiteral("trainEnd") : QStringLiteral("testBegin"));
        m_handles[static_cast<std::size_t>(i)] = handle;
    }
    describe();
}

void SplitBar::setAxis(const std::optional<TimeAxis> &axis, const QTimeZone &zone)
{
    m_axis = axis;
    m_zone = zone;
    m_coverage.clear();
    describe();
    update();
}

void SplitBar::setCoverage(std::vector<float> coverage)
{
    m_coverage = std::move(coverage);
    update();
}

void SplitBar::setWindow(int history, int horizon)
{
    m_history = history;
    m_horizon = horizon;
    describe();
    update();
}

void SplitBar::setShares(const SplitShares &shares)
{
    m_shares = shares;
    placeHandles();
    describe();
    update();
}

std::optional<Split> SplitBar::split() const
{
    if (!m_axis)
        return {};
    ForecastShape shape;
    shape.history = m_history;
    shape.horizon = m_horizon;
    shape.stepMs = m_axis->stepMs;
    const auto split = chronologicalSplit(m_axis->count, shape, m_shares);
    return split ? std::optional(*split) : std::nullopt;
}

QSize SplitBar::sizeHint() const
{
    return {480,
        kBarHeight + kTickHeight + kWedgeHeight + kWindowHeight + space::kSmall
            + kLineHeight * static_cast<int>(kParts)};
}

QSize SplitBar::minimumSizeHint() const
{
    return {320, sizeHint().height()};
}

QRectF SplitBar::barArea() const
{
    // Handles at the ends stay inside.
    return {double(SplitHandle::kWidth) / 2, 0.0, double(width() - SplitHandle::kWidth),
        double(kBarHeight)};
}

QStringList SplitBar::partNames()
{
    return {tr("Training"), tr("Validation"), tr("Test")};
}

QString SplitBar::spanText(double from, double to) const
{
    if (!m_axis || m_axis->count == 0)
        return {};
    const auto date = [this](double share) {
        const int step =
            std::clamp(static_cast<int>(std::lround(share * m_axis->count)), 0, m_axis->count - 1);
        return QLocale().toString(
            QDateTime::fromMSecsSinceEpoch(m_axis->at(step), m_zone), tr("d MMM yyyy", "a date"));
    };
    //: A span of dates
    return tr("%1 – %2").arg(date(from), date(to));
}

QString SplitBar::countText(const std::optional<Split> &split, std::size_t part) const
{
    if (!split)
        return QStringLiteral("–");
    const std::array<int, kParts> counts{
        split->train.count, split->validation.count, split->test.count};
    return tr("%Ln window(s)", nullptr, counts[part]);
}

void SplitBar::describe()
{
    const auto shares = sharesOf(m_shares);
    const auto windows = split();
    const QStringList names = partNames();
    QStringList lines;
    double from = 0.0;
    for (std::size_t i = 0; i < kParts; ++i) {
        lines.append(QStringLiteral("%1 %2 %3 %4")
                         .arg(names[static_cast<qsizetype>(i)], shareText(shares[i]),
                             spanText(from, from + shares[i]), countText(windows, i)));
        from += shares[i];
    }
    setAccessibleName(tr("Split in order of time"));
    setAccessibleDescription(lines.join(QLatin1String("; ")));
    const QString keys = tr("Drag, or Left and Right by one percent, Page Up and Page Down to the "
                            "next midnight");
    const QStringList titles{tr("End of training"), tr("Begin of test")};
    for (std::size_t i = 0; i < m_handles.size(); ++i) {
        m_handles[i]->setAccessibleName(titles[static_cast<qsizetype>(i)]);
        m_handles[i]->setAccessibleDescription(lines.join(QLatin1String("; ")));
        //: The name of a handle, then how to move it
        m_handles[i]->setToolTip(tr("%1. %2").arg(titles[static_cast<qsizetype>(i)], keys));
    }
}

void SplitBar::placeHandles()
{
    const QRectF bar = barArea();
    const std::array<double, 2> places{m_shares.train, 1.0 - m_shares.test};
    for (std::size_t i = 0; i < m_handles.size(); ++i) {
        m_handles[i]->setValue(static_cast<int>(std::lround(places[i] * SplitHandle::kScale)));
        const int x = static_cast<int>(std::lround(bar.left() + places[i] * bar.width()));
        m_handles[i]->setGeometry(x - SplitHandle::kWidth / 2, 0, SplitHandle::kWidth, kBarHeight);
    }
}

void SplitBar::moveHandle(int handle, double share)
{
    SplitShares shares = m_shares;
    if (handle == 0) {
        shares.train = rounded(std::clamp(share, kLeastShare, 1.0 - shares.test - kLeastShare));
        shares.validation = rounded(1.0 - shares.train - shares.test);
    } else {
        const double begin = std::clamp(share, shares.train + kLeastShare, 1.0 - kLeastShare);
        shares.test = rounded(1.0 - begin);
        shares.validation = rounded(1.0 - shares.train - shares.test);
    }
    if (shares.train == m_shares.train && shares.test == m_shares.test)
        return;
    setShares(shares);
    Q_EMIT sharesChanged(shares);
}

double SplitBar::midnightFrom(double share, int direction) const
{
    if (!m_axis || m_axis->count == 0)
        return share;
    const auto span = static_cast<double>(m_axis->count) * static_cast<double>(m_axis->stepMs);
    // A share is kept to a hundredth of a percent: a midnight that is nearer is this one.
    const double tolerance = span / SplitHandle::kScale;
    const double now = static_cast<double>(m_axis->start) + share * span;
    const auto time = static_cast<UtcMs>(now + direction * tolerance);
    QDate day = QDateTime::fromMSecsSinceEpoch(time, m_zone).date();
    if (direction > 0)
        day = day.addDays(1);
    const auto midnight = static_cast<double>(day.startOfDay(m_zone).toMSecsSinceEpoch());
    const double target = (midnight - static_cast<double>(m_axis->start)) / span;
    return target > 0.0 && target < 1.0 ? target : share;
}

double SplitBar::snapped(double share) const
{
    if (!m_axis || m_axis->count == 0)
        return rounded(share);
    const double days = static_cast<double>(m_axis->count) * static_cast<double>(m_axis->stepMs)
        / static_cast<double>(24 * 60 * kMsPerMinute);
    const double width = barArea().width();
    double best = std::round(share * 100.0) / 100.0;
    double nearest = std::abs(best - share) * width;
    if (days > 1.0 && width / days >= kPixelsPerDay) {
        for (const int direction : {-1, 1}) {
            const double midnight = midnightFrom(share, direction);
            const double distance = std::abs(midnight - share) * width;
            // A midnight goes before a round percentage.
            if (distance <= kCatchPx && midnight != share) {
                best = midnight;
                nearest = distance;
            }
        }
    }
    return nearest <= kCatchPx ? best : rounded(share);
}

void SplitBar::paintBar(QPainter &painter) const
{
    const QRectF bar = barArea();
    const auto fills = colors();
    const std::array<double, 2> ends{m_shares.train, 1.0 - m_shares.test};
    paintMissing(painter, bar, tokens());
    const int columns = static_cast<int>(bar.width());
    const auto slices = static_cast<double>(m_coverage.size());
    for (int column = 0; column < columns; ++column) {
        const double share = double(column) / columns;
        double observed = m_axis && m_axis->count > 0 ? 1.0 : 0.0;
        if (!m_coverage.empty()) {
            const auto first = static_cast<std::ptrdiff_t>(share * slices);
            const auto end = std::max(
                first + 1, static_cast<std::ptrdiff_t>(double(column + 1) / columns * slices));
            observed = std::accumulate(m_coverage.begin() + first, m_coverage.begin() + end, 0.0)
                / static_cast<double>(end - first);
        }
        const double height = observed * bar.height();
        const std::size_t part = share < ends[0] ? 0 : share < ends[1] ? 1 : 2;
        painter.fillRect(
            QRectF(bar.left() + column, bar.bottom() - height, 1.0, height), fills[part]);
    }
}

void SplitBar::paintAxis(QPainter &painter) const
{
    if (!m_axis || m_axis->count == 0)
        return;
    const Tokens &t = tokens();
    const QRectF bar = barArea();
    const UtcMs end = m_axis->at(m_axis->count);
    const auto ticks = timeTicks(
        m_axis->start, end, m_zone, std::max(2, static_cast<int>(bar.width()) / kPixelsPerTick));
    painter.setFont(themeFont(type::kCaption));
    for (const Tick &tick : ticks) {
        const double share = (tick.value - static_cast<double>(m_axis->start))
            / static_cast<double>(end - m_axis->start);
        const double x = bar.left() + share * bar.width();
        painter.setPen(t.controlBorder);
        painter.drawLine(QPointF(x, bar.bottom()), QPointF(x, bar.bottom() + space::kTiny));
        const double half = kPixelsPerTick / 2.0;
        // Labels at the ends stay inside.
        const double left =
            std::clamp(x - half, 0.0, static_cast<double>(width()) - kPixelsPerTick);
        painter.setPen(t.textSecondary);
        painter.drawText(QRectF(left, bar.bottom() + space::kHair, kPixelsPerTick, kTickHeight),
            (left < x - half - 0.5          ? Qt::AlignRight
                    : left > x - half + 0.5 ? Qt::AlignLeft
                                            : Qt::AlignHCenter)
                | Qt::AlignVCenter,
            tick.label);
    }
}

void SplitBar::paintWindow(QPainter &painter) const
{
    if (!m_axis || m_axis->count == 0)
        return;
    const Tokens &t = tokens();
    const QRectF bar = barArea();
    const double steps = m_history + m_horizon;
    const double top = bar.bottom() + kTickHeight + kWedgeHeight;
    // Where the first window lies on the axis, and the same enlarged below.
    const double trueWidth = std::min(bar.width(), steps / m_axis->count * bar.width());
    QPainterPath wedge;
    wedge.moveTo(bar.left(), bar.bottom());
    wedge.lineTo(bar.left() + trueWidth, bar.bottom());
    wedge.lineTo(bar.right(), top);
    wedge.lineTo(bar.left(), top);
    wedge.closeSubpath();
    painter.fillPath(wedge, withOpacity(t.textTertiary, kGridOpacity));

    const double split = bar.left() + m_history / steps * bar.width();
    const QRectF history(bar.left(), top, split - bar.left(), kWindowHeight);
    const QRectF horizon(split, top, bar.right() - split, kWindowHeight);
    painter.fillRect(history, withOpacity(t.observed, 0.25));
    painter.fillRect(horizon, withOpacity(t.forecast, 0.25));
    painter.fillRect(QRectF(split - 1.0, top, 2.0, kWindowHeight), t.textPrimary);
    painter.setFont(themeFont(type::kCaption));
    painter.setPen(t.textPrimary);
    const auto draw = [&painter](const QRectF &area, const QString &text) {
        const QRectF inner = area.adjusted(space::kTiny, 0.0, -space::kTiny, 0.0);
        painter.drawText(inner, Qt::AlignCenter,
            painter.fontMetrics().elidedText(text, Qt::ElideRight, int(inner.width())));
    };
    const auto lasting = [this](int count) {
        return formatDuration(
            double(count) * static_cast<double>(m_axis->stepMs) / kMsPerSecondReal);
    };
    //: One window: what the model sees. %1 is a duration
    draw(history, tr("Sees %1").arg(lasting(m_history)));
    //: One window: what the model foretells. %1 is a duration
    draw(horizon, tr("Foretells %1").arg(lasting(m_horizon)));
}

void SplitBar::paintParts(QPainter &painter) const
{
    const Tokens &t = tokens();
    const auto shares = sharesOf(m_shares);
    const auto fills = colors();
    const auto windows = split();
    const QStringList names = partNames();
    const int left = static_cast<int>(barArea().left());
    const int right = static_cast<int>(barArea().right());
    const int width = right - left;
    const int shareRight = left + width * 3 / 10;
    const int countLeft = left + width * 7 / 10;
    int top = kBarHeight + kTickHeight + kWedgeHeight + kWindowHeight + space::kSmall;
    double from = 0.0;
    painter.setFont(themeFont(type::kCaption));
    for (std::size_t i = 0; i < kParts; ++i, top += kLineHeight) {
        painter.fillRect(
            QRect(left, top + (kLineHeight - kMarkSize) / 2, kMarkSize, kMarkSize), fills[i]);
        const QRect name(left + kMarkSize + space::kSmall, top,
            shareRight - left - kMarkSize - space::kSmall, kLineHeight);
        painter.setPen(t.textPrimary);
        painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter, names[static_cast<qsizetype>(i)]);
        painter.drawText(name, Qt::AlignRight | Qt::AlignVCenter, shareText(shares[i]));
        painter.setPen(t.textSecondary);
        painter.drawText(
            QRect(shareRight + space::kLarge, top, countLeft - shareRight, kLineHeight),
            Qt::AlignLeft | Qt::AlignVCenter, spanText(from, from + shares[i]));
        painter.drawText(QRect(countLeft, top, right - countLeft, kLineHeight),
            Qt::AlignRight | Qt::AlignVCenter, countText(windows, i));
        from += shares[i];
    }
}

void SplitBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBar(painter);
    paintAxis(painter);
    paintWindow(painter);
    paintParts(painter);
}

void SplitBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeHandles();
}

void SplitBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace belvedere::ui
