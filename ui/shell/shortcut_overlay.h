// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace belvedere::ui {

class CommandRegistry;

/// All commands with their shortcuts by category, searchable; made from the registry each time it
/// opens, so that it is never wrong. An overlay of its window.
class ShortcutOverlay : public QFrame
{
    Q_OBJECT

public:
    ShortcutOverlay(CommandRegistry &commands, QWidget *window);

    void toggle();
    void open();
    void close();
    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] QTreeWidget *list() const { return m_list; }

Q_SIGNALS:
    /// The person wants other shortcuts.
    void editRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void place();
    void retranslate();

    CommandRegistry &m_commands;
    QPointer<QWidget> m_focusBefore;
    QLabel *m_title;
    QLineEdit *m_edit;
    QTreeWidget *m_list;
    QPushButton *m_change;
    QPushButton *m_close;
};

} // namespace belvedere::ui
