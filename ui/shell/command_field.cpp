// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/command_field.h"

#include "common/command_registry.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kWidth = 380;
constexpr int kLeastWidth = 160;
constexpr int kIconSide = 16;
constexpr int kKeyPadding = 6;

} // namespace

CommandField::CommandField(CommandRegistry &commands, QWidget *parent)
    : QPushButton(parent)
    , m_commands(commands)
{
    setCursor(Qt::IBeamCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this,
        [this] { (void)m_commands.run(QStringLiteral("program.commands")); });
    connect(&m_commands, &CommandRegistry::shortcutsChanged, this, &CommandField::retranslate);
    retranslate();
}

QSize CommandField::sizeHint() const
{
    return {kWidth, std::max(metric::kControlHeight, fontMetrics().height() + 2 * space::kTiny)};
}

QSize CommandField::minimumSizeHint() const
{
    return {kLeastWidth, sizeHint().height()};
}

void CommandField::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double ring = hasFocus() ? metric::kFocusRing : 1.0;
    const QRectF frame = QRectF(rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2);
    painter.setBrush(isDown() ? t.pressed : underMouse() ? t.hover : t.panel);
    painter.setPen(QPen(hasFocus() ? t.focus : t.controlBorder, ring));
    painter.drawRoundedRect(frame, metric::kRadius, metric::kRadius);

    QRect area = rect().adjusted(space::kSmall, 0, -space::kSmall, 0);
    painter.drawPixmap(area.left(), area.center().y() - kIconSide / 2,
        iconPixmap(QStringLiteral("search"), kIconSide, t.textSecondary, devicePixelRatioF()));
    area.setLeft(area.left() + kIconSide + space::kSmall);

    const QList<QKeySequence> keys = m_commands.shortcuts(QStringLiteral("program.commands"));
    if (!keys.isEmpty()) {
        const QFont font = themeFont(type::kCaption);
        const QString text = keys.front().toString(QKeySequence::NativeText);
        const QFontMetrics metrics(font);
        const int width = metrics.horizontalAdvance(text) + 2 * kKeyPadding;
        const QRectF key(area.right() - width, area.center().y() - metrics.height() / 2 - 1.5,
            width, metrics.height() + 4);
        painter.setPen(t.border);
        painter.setBrush(t.raised);
        painter.drawRoundedRect(key, 4, 4);
        painter.setFont(font);
        painter.setPen(t.textSecondary);
        painter.drawText(key, Qt::AlignCenter, text);
        area.setRight(area.right() - width - space::kSmall);
    }
    painter.setFont(font());
    painter.setPen(t.textSecondary);
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft,
        fontMetrics().elidedText(text(), Qt::ElideRight, area.width()));
}

void CommandField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QPushButton::changeEvent(event);
}

void CommandField::retranslate()
{
    setText(tr("Search or command"));
    const QList<QKeySequence> keys = m_commands.shortcuts(QStringLiteral("program.commands"));
    setToolTip(keys.isEmpty()
            ? text()
            : tr("Search or command (%1)").arg(keys.front().toString(QKeySequence::NativeText)));
    setAccessibleName(text());
    update();
}

} // namespace belvedere::ui
