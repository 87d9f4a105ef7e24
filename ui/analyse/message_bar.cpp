// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/message_bar.h"

#include "common/error_text.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace belvedere::ui {

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setProperty("panel", true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kMedium, space::kSmall, space::kSmall, space::kSmall);
    layout->setSpacing(space::kSmall);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(QStringLiteral("cancel")));
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);
    hide();
    retranslate();
}

void MessageBar::showError(const Error &error)
{
    if (error.code == Errc::Cancelled)
        return;
    m_error = error;
    show(QStringLiteral("warning"), errorText(error));
}

void MessageBar::showNotice(const QString &text)
{
    m_error.reset();
    show(QStringLiteral("info"), text);
}

void MessageBar::clear()
{
    m_error.reset();
    m_text->clear();
    hide();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::show(const QString &iconName, const QString &text)
{
    m_iconName = iconName;
    m_icon->setPixmap(iconPixmap(iconName, metric::kIcon,
        m_error ? tokens().p2 : tokens().textSecondary, devicePixelRatioF()));
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(true);
}

void MessageBar::retranslate()
{
    m_close->setAccessibleName(tr("Close this message"));
    m_close->setToolTip(tr("Close this message"));
    if (m_error)
        show(m_iconName, errorText(*m_error));
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange && !m_text->text().isEmpty())
        show(m_iconName, m_text->text());
}

} // namespace belvedere::ui
