// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/ui_audit.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QSet>
#include <QTabBar>
#include <QTextEdit>
#include <QToolButton>

namespace belvedere::tests {

namespace {

constexpr int kTarget = 24;
constexpr int kTolerancePx = 2; // of a style's rounding

/// Widgets that speak and act through the one they are a part of.
bool isPart(const QWidget *widget)
{
    for (const QWidget *parent = widget->parentWidget(); parent != nullptr;
         parent = parent->isWindow() ? nullptr : parent->parentWidget()) {
        if (qobject_cast<const QComboBox *>(parent)
            || qobject_cast<const QAbstractSpinBox *>(parent)
            || qobject_cast<const QLineEdit *>(parent)
            || qobject_cast<const QKeySequenceEdit *>(parent)
            || qobject_cast<const QAbstractItemView *>(parent)
            || qobject_cast<const QTabBar *>(parent) || parent->inherits("QCalendarWidget"))
            return true;
    }
    return qobject_cast<const QScrollBar *>(widget) || widget->inherits("QHeaderView")
        || widget->inherits("QTableCornerButton");
}

bool isInteractive(const QWidget *widget)
{
    return qobject_cast<const QAbstractButton *>(widget) || qobject_cast<const QComboBox *>(widget)
        || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractSpinBox *>(widget)
        || qobject_cast<const QAbstractSlider *>(widget)
        || qobject_cast<const QAbstractItemView *>(widget)
        || qobject_cast<const QKeySequenceEdit *>(widget) || qobject_cast<const QTextEdit *>(widget)
        || qobject_cast<const QPlainTextEdit *>(widget)
        || (widget->focusPolicy() & Qt::TabFocus && widget->children().isEmpty());
}

QString spoken(const QWidget *widget)
{
    if (!widget->accessibleName().isEmpty())
        return widget->accessibleName();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    const QList<QLabel *> labels = widget->window()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->buddy() == widget)
            return label->text();
    }
    return {};
}

QString describe(const QWidget *widget)
{
    QString text = QString::fromLatin1(widget->metaObject()->className());
    const QString name = spoken(widget);
    if (!name.isEmpty())
        text += QStringLiteral(" \"%1\"").arg(name);
    if (!widget->objectName().isEmpty())
        text += QStringLiteral(" #%1").arg(widget->objectName());
    if (widget->parentWidget() != nullptr)
        text += QStringLiteral(" in %1").arg(
            QString::fromLatin1(widget->parentWidget()->metaObject()->className()));
    return text + QStringLiteral(" (%1x%2)").arg(widget->width()).arg(widget->height());
}

/// All that Tab can lead to from anywhere in the window of `root`.
QSet<const QWidget *> tabChain(QWidget *root)
{
    QSet<const QWidget *> reached;
    QWidget *start = root->window();
    QWidget *widget = start;
    do {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled())
            reached.insert(widget);
        widget = widget->nextInFocusChain();
    } while (widget != nullptr && widget != start);
    return reached;
}

/// A group of exclusive buttons is one stop: the arrow keys do the rest.
bool isReached(const QWidget *widget, const QSet<const QWidget *> &chain)
{
    if (chain.contains(widget))
        return true;
    return widget->focusProxy() != nullptr && chain.contains(widget->focusProxy());
}

bool isClipped(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget)) {
        if (label->text().isEmpty() || label->wordWrap()) {
            const int needed = label->heightForWidth(label->width());
            return label->wordWrap() && needed > label->height() + kTolerancePx;
        }
        return label->sizeHint().width() > label->width() + kTolerancePx
            || label->sizeHint().height() > label->height() + kTolerancePx;
    }
    const bool isSized = qobject_cast<const QPushButton *>(widget)
        || qobject_cast<const QCheckBox *>(widget) || qobject_cast<const QRadioButton *>(widget)
        || qobject_cast<const QToolButton *>(widget);
    if (!isSized || qobject_cast<const QAbstractButton *>(widget)->text().isEmpty())
        return false;
    // A button that says how small it may be elides by itself.
    const QSize needed = widget->minimumSizeHint().isValid()
        ? widget->sizeHint().boundedTo(
            widget->minimumSizeHint().expandedTo(QSize(0, widget->sizeHint().height())))
        : widget->sizeHint();
    return needed.width() > widget->width() + kTolerancePx
        || needed.height() > widget->height() + kTolerancePx;
}

} // namespace

QStringList UiAudit::all() const
{
    QStringList lines;
    const auto add = [&lines](const QString &what, const QStringList &found) {
        for (const QString &line : found)
            lines += what + QStringLiteral(": ") + line;
    };
    add(QStringLiteral("no accessible name"), nameless);
    add(QStringLiteral("not reached by Tab"), unreachable);
    add(QStringLiteral("smaller than 24 px"), small);
    add(QStringLiteral("text is cut"), clipped);
    return lines;
}

UiAudit auditUi(QWidget *root)
{
    UiAudit audit;
    const QSet<const QWidget *> chain = tabChain(root);
    QList<QWidget *> widgets = root->findChildren<QWidget *>();
    widgets.prepend(root);
    for (const QWidget *widget : std::as_const(widgets)) {
        if (!widget->isVisible() || isPart(widget))
            continue;
        if (isClipped(widget))
            audit.clipped += describe(widget)
                + QStringLiteral(", needs %1x%2")
                      .arg(widget->sizeHint().width())
                      .arg(widget->sizeHint().height());
        if (!isInteractive(widget))
            continue;
        if (spoken(widget).isEmpty())
            audit.nameless += describe(widget);
        if (widget->isEnabled() && !isReached(widget, chain))
            audit.unreachable += describe(widget);
        if (widget->width() < kTarget || widget->height() < kTarget)
            audit.small += describe(widget);
    }
    return audit;
}

UiAudit auditUiAt14Pt(QWidget *root)
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(14.0);
    QApplication::setFont(large);
    QCoreApplication::processEvents();
    UiAudit audit = auditUi(root);
    QApplication::setFont(before);
    QCoreApplication::processEvents();
    return audit;
}

} // namespace belvedere::tests
