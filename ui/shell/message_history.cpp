// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/message_history.h"

#include "shell/status_popup.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QEvent>
#include <QLocale>
#include <QTreeWidget>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr std::size_t kKept = 100;
constexpr int kIconSide = 16;
constexpr int kWidth = 360;
constexpr int kFrame = 16; // padding and border at both sides

} // namespace

MessageHistory::MessageHistory(QWidget *parent)
    : QToolButton(parent)
    , m_popup(new StatusPopup(2, this))
{
    setAutoRaise(true);
    setProperty("compact", true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize({kIconSide, kIconSide});
    setFont(themeFont(type::kCaption));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QToolButton::clicked, this, &MessageHistory::showHistory);
    updateText();
}

void MessageHistory::add(const QString &text, bool isProblem)
{
    if (text.isEmpty())
        return;
    if (!m_entries.empty() && m_entries.front().text == text)
        m_entries.pop_front();
    m_entries.push_front({QDateTime::currentDateTime(), text, isProblem});
    if (m_entries.size() > kKept)
        m_entries.pop_back();
    updateText();
}

void MessageHistory::showHistory()
{
    QTreeWidget *list = m_popup->list();
    list->clear();
    for (const Entry &entry : m_entries) {
        auto *item = new QTreeWidgetItem(list);
        item->setText(0, entry.text);
        item->setToolTip(0, entry.text);
        item->setText(1, QLocale().toString(entry.at.time(), QStringLiteral("HH:mm:ss")));
        item->setForeground(1, tokens().textSecondary);
        item->setIcon(
            0, ui::icon(entry.isProblem ? QStringLiteral("warning") : QStringLiteral("info")));
    }
    if (m_entries.empty())
        new QTreeWidgetItem(list, {tr("Nothing has been reported yet.")});
    m_popup->setTitle(tr("Messages"));
    m_popup->openAbove(this);
}

QSize MessageHistory::sizeHint() const
{
    return {kWidth, std::max(metric::kTarget, fontMetrics().height() + 2 * space::kTiny)};
}

QSize MessageHistory::minimumSizeHint() const
{
    return {metric::kTarget * 3, sizeHint().height()};
}

void MessageHistory::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        updateText();
    QToolButton::changeEvent(event);
}

void MessageHistory::resizeEvent(QResizeEvent *event)
{
    QToolButton::resizeEvent(event);
    updateText();
}

void MessageHistory::updateText()
{
    const bool isProblem = !m_entries.empty() && m_entries.front().isProblem;
    const QString text = m_entries.empty() ? tr("No messages") : m_entries.front().text;
    setIcon(ui::icon(isProblem ? QStringLiteral("warning") : QStringLiteral("message")));
    const int room = std::max(0, width() - kIconSide - kFrame);
    setText(fontMetrics().elidedText(text, Qt::ElideRight, room));
    setAccessibleName(tr("Messages"));
    setAccessibleDescription(text);
    setToolTip(m_entries.empty() ? tr("Messages of the program")
                                 : tr("%1\nClick to see the earlier messages").arg(text));
}

} // namespace belvedere::ui
