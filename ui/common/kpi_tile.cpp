// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/kpi_tile.h"

#include "common/format.h"
#include "theme/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kSparklineWidth = 72;
constexpr int kFlagSize = 16;
constexpr QSize kPreferred(232, 88);
constexpr QSize kSmallest(144, 88);

QString flagLetter(KpiFlag flag)
{
    switch (flag) {
    case KpiFlag::Critical:
        return QStringLiteral("1");
    case KpiFlag::High:
        return QStringLiteral("2");
    case KpiFlag::Medium:
        return QStringLiteral("3");
    case KpiFlag::Normal:
        break;
    }
    return {};
}

constexpr std::size_t kSparklinePoints = 48; // more cannot be told apart on 65 pixels

/// Means of equal stretches, few enough to be painted quickly; NaN where all of one are missing.
std::vector<double> thinned(const std::vector<double> &values)
{
    if (values.size() <= kSparklinePoints)
        return values;
    std::vector<double> means;
    for (std::size_t k = 0; k < kSparklinePoints; ++k) {
        const std::size_t first = k * values.size() / kSparklinePoints;
        const std::size_t end = (k + 1) * values.size() / kSparklinePoints;
        double sum = 0.0;
        int count = 0;
        for (std::size_t i = first; i < end; ++i) {
            if (std::isfinite(values[i])) {
                sum += values[i];
                ++count;
            }
        }
        means.push_back(count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN());
    }
    return means;
}

} // namespace

KpiTile::KpiTile(QWidget *parent)
    : QFrame(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QString KpiTile::valueText() const
{
    return formatValue(m_value, m_unit, m_decimals);
}

QString KpiTile::deltaText() const
{
    if (std::isnan(m_delta))
        return {};
    //: change with sign and unit, what it is against
    return tr("%1 %2").arg(formatSigned(m_delta, m_unit, m_deltaDecimals), m_reference);
}

void KpiTile::setLabel(const QString &label)
{
    m_label = label;
    updateAccessibleText();
    update();
}

void KpiTile::setValue(double value, const QString &unit, int decimals)
{
    m_value = value;
    m_unit = unit;
    m_decimals = decimals;
    updateAccessibleText();
    update();
}

void KpiTile::setDelta(double delta, const QString &reference, int decimals)
{
    m_delta = delta;
    m_reference = reference;
    m_deltaDecimals = decimals;
    updateAccessibleText();
    update();
}

void KpiTile::setSparkline(std::vector<double> values)
{
    m_sparkline = thinned(values);
    update();
}

void KpiTile::setAge(qint64 ageMs, bool stale)
{
    m_ageMs = ageMs;
    m_stale = stale;
    updateAccessibleText();
    update();
}

void KpiTile::setFlag(KpiFlag flag)
{
    m_flag = flag;
    updateAccessibleText();
    update();
}

void KpiTile::setClickable(bool clickable)
{
    m_clickable = clickable;
    setFocusPolicy(clickable ? Qt::TabFocus : Qt::NoFocus);
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

QSize KpiTile::sizeHint() const
{
    return kPreferred;
}

QSize KpiTile::minimumSizeHint() const
{
    return kSmallest;
}

void KpiTile::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens();
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool lit = m_clickable && underMouse();
    painter.setPen(QPen(t.border, 1.0));
    painter.setBrush(lit ? t.hover : t.panel);
    painter.drawRoundedRect(frame, metric::kPanelRadius, metric::kPanelRadius);
    if (hasFocus()) {
        painter.setPen(QPen(t.focus, metric::kFocusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(
            frame.adjusted(0.5, 0.5, -0.5, -0.5), metric::kPanelRadius, metric::kPanelRadius);
    }
    const QRect inner =
        rect().adjusted(space::kMedium, space::kTiny, -space::kMedium, -space::kTiny);
    paintHeader(painter, QRect(inner.left(), inner.top(), inner.width(), 18));
    const int room = inner.width() - kSparklineWidth - space::kMedium;
    const bool sparkline = m_sparkline.size() > 1 && valueWidth() <= room;
    const int right = sparkline ? kSparklineWidth + space::kMedium : 0;
    paintValue(painter, inner.adjusted(0, 18, -right, 0));
    if (sparkline) {
        paintSparkline(
            painter, QRect(inner.right() - kSparklineWidth, inner.top() + 24, kSparklineWidth, 26));
    }
}

int KpiTile::valueWidth() const
{
    const QFontMetrics big(themeFont(type::kKpi, QFont::DemiBold));
    const QFontMetrics small(themeFont(type::kBody));
    const int number = big.horizontalAdvance(formatNumber(m_value, m_decimals));
    const bool hasUnit = std::isfinite(m_value) && !m_unit.isEmpty();
    return number + (hasUnit ? space::kTiny + small.horizontalAdvance(m_unit) : 0);
}

void KpiTile::paintHeader(QPainter &painter, const QRect &area) const
{
    const Tokens &t = tokens();
    QRect label = area;
    if (m_flag != KpiFlag::Normal) {
        paintFlag(painter, QRectF(area.left(), area.top() + 1, kFlagSize, kFlagSize));
        label.setLeft(area.left() + kFlagSize + space::kTiny + 2);
    }
    painter.setFont(themeFont(type::kCaption));
    if (m_ageMs >= 0) {
        const QString age = formatAge(m_ageMs);
        const int width = painter.fontMetrics().horizontalAdvance(age);
        const int dot = m_stale ? 12 : 0;
        const QRect place(area.right() - width + 1, area.top(), width, area.height());
        if (label.width() - width - dot > 80) {
            painter.setPen(t.textSecondary);
            painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, age);
            if (m_stale) {
                painter.setPen(QPen(t.textSecondary, 1.5));
                painter.setBrush(Qt::NoBrush);
                painter.drawEllipse(QPointF(place.left() - 8.0, area.center().y() + 0.5), 3.0, 3.0);
            }
            label.setRight(place.left() - dot - space::kSmall);
        }
    }
    painter.setPen(t.textSecondary);
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(m_label, Qt::ElideRight, label.width()));
}

void KpiTile::paintValue(QPainter &painter, const QRect &area) const
{
    const Tokens &t = tokens();
    const QString number = formatNumber(m_value, m_decimals);
    painter.setFont(themeFont(type::kKpi, QFont::DemiBold));
    const QFontMetrics big = painter.fontMetrics();
    const int baseline = area.top() + 4 + big.ascent();
    painter.setPen(std::isfinite(m_value) ? t.textPrimary : t.textTertiary);
    painter.drawText(area.left(), baseline, number);
    if (std::isfinite(m_value) && !m_unit.isEmpty()) {
        const int left = area.left() + big.horizontalAdvance(number) + space::kTiny;
        painter.setFont(themeFont(type::kBody));
        painter.setPen(t.textSecondary);
        painter.drawText(left, baseline,
            painter.fontMetrics().elidedText(m_unit, Qt::ElideRight, area.right() - left + 1));
    }
    if (!std::isfinite(m_delta))
        return;
    const QChar arrow = m_delta > 0.0 ? QChar(0x2191)
        : m_delta < 0.0               ? QChar(0x2193)
                                      : QChar(0x2192);
    painter.setFont(themeFont(type::kCaption));
    painter.setPen(t.textSecondary);
    //: %1 arrow, %2 change with sign and unit, %3 what it is compared with ("since yesterday")
    const QString line =
        tr("%1 %2 %3").arg(arrow, formatSigned(m_delta, m_unit, m_deltaDecimals), m_reference);
    const QRect place(
        area.left(), rect().bottom() - space::kSmall - 18, rect().width() - 2 * space::kMedium, 18);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(line.trimmed(), Qt::ElideRight, place.width()));
}

void KpiTile::paintSparkline(QPainter &painter, const QRect &area) const
{
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double v : m_sparkline) {
        if (std::isfinite(v)) {
            low = std::min(low, v);
            high = std::max(high, v);
        }
    }
    if (!(low <= high) || m_sparkline.size() < 2)
        return;
    const double span = high > low ? high - low : 1.0;
    const double stepX = double(area.width() - 6) / double(m_sparkline.size() - 1);
    QPainterPath path;
    QPointF last;
    bool drawing = false;
    for (std::size_t i = 0; i < m_sparkline.size(); ++i) {
        const double v = m_sparkline[i];
        if (!std::isfinite(v)) {
            drawing = false;
            continue;
        }
        last = QPointF(area.left() + double(i) * stepX,
            area.bottom() - (high > low ? (v - low) / span : 0.5) * area.height());
        drawing ? path.lineTo(last) : path.moveTo(last);
        drawing = true;
    }
    const Tokens &t = tokens();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(t.textTertiary, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(path);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_flag == KpiFlag::Normal ? t.textPrimary : flagColor());
    painter.drawEllipse(last, 2.5, 2.5);
}

void KpiTile::paintFlag(QPainter &painter, const QRectF &area) const
{
    QPolygonF shape;
    if (m_flag == KpiFlag::Critical)
        shape << QPointF(area.center().x(), area.top()) << area.bottomRight() << area.bottomLeft();
    else if (m_flag == KpiFlag::High)
        shape << QPointF(area.center().x(), area.top() - 1)
              << QPointF(area.right() + 1, area.center().y())
              << QPointF(area.center().x(), area.bottom() + 1)
              << QPointF(area.left() - 1, area.center().y());
    else
        shape << area.topLeft() << area.topRight() << area.bottomRight() << area.bottomLeft();
    painter.setPen(Qt::NoPen);
    painter.setBrush(flagColor());
    painter.drawPolygon(shape);
    painter.setFont(themeFont(10, QFont::DemiBold));
    painter.setPen(tokens().panel);
    const double drop = m_flag == KpiFlag::Critical ? 2.5 : 0.0;
    painter.drawText(area.translated(0.0, drop), Qt::AlignCenter, flagLetter(m_flag));
}

QColor KpiTile::flagColor() const
{
    const Tokens &t = tokens();
    switch (m_flag) {
    case KpiFlag::Critical:
        return t.p1;
    case KpiFlag::High:
        return t.p2;
    case KpiFlag::Medium:
        return t.p3;
    case KpiFlag::Normal:
        break;
    }
    return t.textPrimary;
}

void KpiTile::updateAccessibleText()
{
    setAccessibleName(m_label);
    QString text = valueText();
    if (m_flag != KpiFlag::Normal) {
        //: %1 value with unit, %2 priority 1 to 3
        text = tr("%1, out of range, priority %2").arg(text, flagLetter(m_flag));
    }
    setAccessibleDescription(text);
}

void KpiTile::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_clickable && event->button() == Qt::LeftButton
        && rect().contains(event->position().toPoint()))
        Q_EMIT clicked();
    else
        QFrame::mouseReleaseEvent(event);
}

void KpiTile::keyPressEvent(QKeyEvent *event)
{
    const bool activates = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter
        || event->key() == Qt::Key_Space;
    if (m_clickable && activates)
        Q_EMIT clicked();
    else
        QFrame::keyPressEvent(event);
}

void KpiTile::enterEvent(QEnterEvent *event)
{
    QFrame::enterEvent(event);
    update();
}

void KpiTile::leaveEvent(QEvent *event)
{
    QFrame::leaveEvent(event);
    update();
}

void KpiTile::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        updateAccessibleText();
    update();
}

} // namespace belvedere::ui
