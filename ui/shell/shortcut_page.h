// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QUndoStack;

namespace belvedere::ui {

class CommandRegistry;

/// The page of the preferences on which shortcuts are changed: choose a command, press keys, see
/// which other command has them. Each change can be undone.
class ShortcutPage : public QWidget
{
    Q_OBJECT

public:
    ShortcutPage(CommandRegistry &commands, QUndoStack &undo, QWidget *parent = nullptr);

    /// Chooses the command in the list.
    void select(const QString &commandId);
    [[nodiscard]] QString selected() const;
    /// What stands below: which command has the keys already; empty if none.
    [[nodiscard]] QString conflictText() const;
    [[nodiscard]] QKeySequenceEdit *keyEdit() const { return m_keys; }
    [[nodiscard]] QPushButton *assignButton() const { return m_assign; }
    [[nodiscard]] QPushButton *resetButton() const { return m_reset; }
    [[nodiscard]] QPushButton *resetAllButton() const { return m_resetAll; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void showSelected();
    void showConflicts();
    void assign();
    void change(const QString &what, const QVariantMap &shortcuts);
    void retranslate();

    CommandRegistry &m_commands;
    QUndoStack &m_undo;
    QLineEdit *m_search;
    QTreeWidget *m_list;
    QLabel *m_keysLabel;
    QKeySequenceEdit *m_keys;
    QPushButton *m_assign;
    QPushButton *m_clear;
    QPushButton *m_reset;
    QPushButton *m_resetAll;
    QLabel *m_conflict;
};

} // namespace belvedere::ui
