// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_field.h"

#include "common/error_text.h"
#include "common/format.h"
#include "theme/theme.h"
#include "time/hint_card.h"
#include "time/time_text.h"

#include <QDateTime>
#include <QKeyEvent>

#include <algorithm>

namespace belvedere::ui {

TimeField::TimeField(QWidget *parent)
    : QLineEdit(parent)
    , m_hint(new HintCard(this))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_typing = true;
        preview();
    });
    connect(this, &QLineEdit::returnPressed, this, &TimeField::commit);
    retranslate();
}

void TimeField::setContext(const TimeContext &context)
{
    m_context = context;
    if (!m_typing)
        showInstant();
}

void TimeField::startTyping()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
}

QString TimeField::hint() const
{
    return m_hint->shownText();
}

QSize TimeField::sizeHint() const
{
    // The widest month and weekday of the language decide, so that the field never jumps.
    int widest = 0;
    for (int month = 1; month <= 12; ++month) {
        const QDateTime day(QDate(2000, month, 20 + month % 7), QTime(20, 0), Qt::UTC);
        const QString text = formatDateTime(day.toMSecsSinceEpoch(), QTimeZone::utc());
        widest = std::max(widest, fontMetrics().horizontalAdvance(text));
    }
    return {widest + 2 * space::kSmall + 8, QLineEdit::sizeHint().height()};
}

QSize TimeField::minimumSizeHint() const
{
    return sizeHint();
}

void TimeField::showInstant()
{
    const QString text = formatDateTime(m_context.current, m_context.zone);
    if (text == this->text())
        return;
    const bool selected = hasSelectedText();
    setText(text);
    setCursorPosition(0);
    if (selected)
        selectAll();
}

QString TimeField::whyNot(UtcMs instant) const
{
    if (instant < m_context.reachFrom)
        return tr("The data begin on %1. Write a later time.")
            .arg(formatDateTime(m_context.reachFrom, m_context.zone));
    if (instant > m_context.reachTo)
        return tr("Nothing is known after %1. Write an earlier time.")
            .arg(formatDateTime(m_context.reachTo, m_context.zone));
    return {};
}

void TimeField::commit()
{
    if (!m_typing)
        return;
    const auto instant = parseTimeText(text(), m_context);
    const QString problem = instant ? whyNot(*instant) : errorText(instant.error());
    if (!problem.isEmpty()) {
        m_hint->showError(problem);
        selectAll();
        return;
    }
    m_typing = false;
    m_hint->dismiss();
    Q_EMIT timeEntered(*instant);
    showInstant();
    selectAll();
}

void TimeField::preview()
{
    const auto instant = parseTimeText(text(), m_context);
    if (!instant)
        m_hint->showHelp(
            tr("Write 08:15, yesterday 17:00, Mon 8:00, 2016-03-04 08:00, -2h or now."));
    else if (const QString problem = whyNot(*instant); !problem.isEmpty())
        m_hint->showHelp(problem);
    else
        m_hint->showHelp(tr("Enter shows %1").arg(formatDateTime(*instant, m_context.zone)));
}

void TimeField::leaveTyping()
{
    m_typing = false;
    m_hint->dismiss();
    showInstant();
}

void TimeField::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    if (event->reason() == Qt::MouseFocusReason)
        QMetaObject::invokeMethod(this, &QLineEdit::selectAll, Qt::QueuedConnection);
}

void TimeField::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() == Qt::PopupFocusReason || event->reason() == Qt::ActiveWindowFocusReason)
        return;
    leaveTyping();
}

void TimeField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape || (!m_typing && hint().isEmpty())) {
        QLineEdit::keyPressEvent(event);
        // A text field lets Enter through; here it has done its work.
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            event->accept();
        return;
    }
    leaveTyping();
    selectAll();
    event->accept();
}

void TimeField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

void TimeField::hideEvent(QHideEvent *event)
{
    leaveTyping();
    QLineEdit::hideEvent(event);
}

void TimeField::retranslate()
{
    setAccessibleName(tr("Time shown, can be typed over"));
    setToolTip(tr("Type a time: 08:15, yesterday 17:00, Mon 8:00, 2016-03-04 08:00, -2h, now (G)"));
    updateGeometry();
    if (!m_typing)
        showInstant();
}

} // namespace belvedere::ui
