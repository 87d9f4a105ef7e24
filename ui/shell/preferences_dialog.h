// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QUndoStack;

namespace belvedere::ui {

class CommandRegistry;
class Preferences;
class PreferencePage;
class ShortcutPage;

/// The preferences in four pages. Everything applies at once; there is nothing to confirm, and
/// what resets or imports can be undone.
class PreferencesDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Page { General, Units, Appearance, Keyboard };

    PreferencesDialog(Preferences &preferences, CommandRegistry &commands, QUndoStack &undo,
        QWidget *parent = nullptr);

    void showPage(Page page);
    [[nodiscard]] ShortcutPage *shortcuts() const { return m_shortcuts; }
    [[nodiscard]] QListWidget *pageList() const { return m_list; }

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] PreferencePage *makeGeneral();
    [[nodiscard]] PreferencePage *makeUnits();
    [[nodiscard]] PreferencePage *makeAppearance();
    void exportSettings();
    void importSettings();
    void retranslate();

    Preferences &m_preferences;
    CommandRegistry &m_commands;
    QUndoStack &m_undo;
    QListWidget *m_list;
    QStackedWidget *m_pages;
    QLabel *m_title;
    ShortcutPage *m_shortcuts;
    QPushButton *m_reset;
    QPushButton *m_import;
    QPushButton *m_export;
    QPushButton *m_close;
};

} // namespace belvedere::ui
