// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/hint_card.h"

#include "theme/theme.h"

#include <QAccessible>
#include <QLineEdit>

#include <algorithm>

namespace belvedere::ui {

namespace {
constexpr int kWidestPx = 340;
} // namespace

HintCard::HintCard(QLineEdit *field)
    : QLabel(field)
    , m_field(field)
{
    setWordWrap(true);
    setTextFormat(Qt::PlainText);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setMargin(space::kSmall);
    hide();
}

void HintCard::showHelp(const QString &text)
{
    present(text, false);
}

void HintCard::showError(const QString &text)
{
    present(text, true);
    if (QAccessible::isActive()) {
        QAccessibleEvent alert(m_field, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void HintCard::dismiss()
{
    if (!m_shown)
        return;
    m_shown = false;
    hide();
    m_field->setStyleSheet({});
    m_field->setAccessibleDescription({});
}

QString HintCard::shownText() const
{
    return m_shown ? text() : QString();
}

void HintCard::present(const QString &text, bool wrong)
{
    const Tokens &t = tokens();
    const QColor edge = wrong ? t.p1 : t.controlBorder;
    // A child of the field would be cut off at its edges. Going into the window late lets the
    // field itself move between windows.
    if (parentWidget() != m_field->window()) {
        setParent(m_field->window());
        connect(m_field, &QObject::destroyed, this, &QObject::deleteLater, Qt::UniqueConnection);
    }
    setStyleSheet(QStringLiteral("QLabel { background: %1; color: %2; border: 1px solid %3; "
                                 "border-radius: %4px; }")
                      .arg(t.raised.name(), t.textPrimary.name(), edge.name())
                      .arg(metric::kRadius));
    m_field->setStyleSheet(wrong
            ? QStringLiteral("QLineEdit { border: 2px solid %1; padding: 3px 7px; }")
                  .arg(edge.name())
            : QString());
    setText(text);
    m_field->setAccessibleDescription(text); // read without leaving the field
    m_shown = true;
    place();
    show();
    raise();
}

void HintCard::place()
{
    const QWidget *window = m_field->window();
    const int room = std::max(160, window->width() - 2 * space::kSmall);
    const int width =
        std::min({kWidestPx, room, fontMetrics().horizontalAdvance(text()) + 4 * space::kSmall});
    const int height = heightForWidth(width);
    const QPoint corner = m_field->mapTo(window, QPoint(0, 0));
    int y = corner.y() - height - space::kTiny;
    if (y < 0)
        y = corner.y() + m_field->height() + space::kTiny;
    const int x = std::clamp(corner.x(), int(space::kSmall),
        std::max(int(space::kSmall), window->width() - width - space::kSmall));
    setGeometry(x, y, width, height);
}

} // namespace belvedere::ui
