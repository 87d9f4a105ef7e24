// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/split_bar.h"

#include "common/format.h"
#include "theme/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kBarHeight = 12;
constexpr int kLineHeight = 20;
constexpr int kMarkSize = 10;
constexpr std::size_t kParts = 3;

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

} // namespace

SplitBar::SplitBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void SplitBar::setSplit(
    const std::optional<TimeAxis> &axis, const QTimeZone &zone, const SplitShares &shares)
{
    m_axis = axis;
    m_zone = zone;
    m_shares = shares;
    describe();
    update();
}

QSize SplitBar::sizeHint() const
{
    return {240, kBarHeight + space::kSmall + kLineHeight * static_cast<int>(kParts)};
}

QSize SplitBar::minimumSizeHint() const
{
    return {160, sizeHint().height()};
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
            QDateTime::fromMSecsSinceEpoch(m_axis->at(step), m_zone), tr("d MMM", "a date"));
    };
    //: A span of dates
    return tr("%1 – %2").arg(date(from), date(to));
}

void SplitBar::describe()
{
    const auto shares = sharesOf(m_shares);
    const QStringList names = partNames();
    QStringList lines;
    double from = 0.0;
    for (std::size_t i = 0; i < kParts; ++i) {
        lines.append(QStringLiteral("%1 %2 %3")
                         .arg(names[static_cast<qsizetype>(i)], formatPercent(shares[i]),
                             spanText(from, from + shares[i])));
        from += shares[i];
    }
    setAccessibleName(tr("Split in order of time"));
    setAccessibleDescription(lines.join(QLatin1String("; ")));
}

void SplitBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = tokens();
    const auto shares = sharesOf(m_shares);
    const auto fills = colors();
    const QStringList names = partNames();
    const int percentRight = width() * 5 / 9;
    double from = 0.0;
    for (std::size_t i = 0; i < kParts; ++i) {
        const double to = from + std::max(0.0, shares[i]);
        const QRectF part(from * width(), 0.0, (to - from) * width() - 1.0, kBarHeight);
        if (part.width() > 0.0)
            painter.fillRect(part, fills[i]);

        const int top = kBarHeight + space::kSmall + kLineHeight * static_cast<int>(i);
        painter.fillRect(
            QRect(0, top + (kLineHeight - kMarkSize) / 2, kMarkSize, kMarkSize), fills[i]);
        painter.setFont(themeFont(type::kCaption));
        painter.setPen(t.textPrimary);
        const int textLeft = kMarkSize + space::kSmall;
        painter.drawText(QRect(textLeft, top, percentRight - textLeft, kLineHeight),
            Qt::AlignLeft | Qt::AlignVCenter, names[static_cast<qsizetype>(i)]);
        painter.drawText(QRect(textLeft, top, percentRight - textLeft, kLineHeight),
            Qt::AlignRight | Qt::AlignVCenter, formatPercent(shares[i]));
        painter.setPen(t.textSecondary);
        painter.drawText(QRect(percentRight, top, width() - percentRight, kLineHeight),
            Qt::AlignRight | Qt::AlignVCenter, spanText(from, to));
        from = to;
    }
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
