// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/task_slot.h"
#include "shell/command_search.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace belvedere::ui {

class CommandRegistry;
class PaletteModel;
class SearchHub;

/// The command bar's list: type a few letters, choose by the arrow keys, run by Enter. Commands
/// come at once, what the providers find as soon as it is there. An overlay of its window.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    /// @param window  what it lies over; shown centred below its top.
    CommandPalette(CommandRegistry &commands, SearchHub &search, QWidget *window);
    ~CommandPalette() override;

    /// Opens, or closes if it is open.
    void toggle();
    void open(const QString &query = {});
    /// Opens with the command chosen: only its arguments are still asked for.
    void openFor(const QString &commandId);
    void close();

    [[nodiscard]] QLineEdit *edit() const { return m_edit; }
    [[nodiscard]] PaletteModel *model() const { return m_model; }
    /// The line that Enter would run; -1 = none.
    [[nodiscard]] int currentRow() const;
    /// Whether providers are still looking.
    [[nodiscard]] bool searching() const;
    /// What is said below the field: an error or a hint; empty if hidden.
    [[nodiscard]] QString notice() const;

Q_SIGNALS:
    void opened();
    void closed();
    /// For the status line.
    void message(const QString &text);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Source;

    void update(const QString &text);
    void startSearches(const QString &query);
    void showRows();
    void place();
    void moveCurrent(int by, bool wrap);
    void runCurrent();
    void runRow(const PaletteRow &row);
    void completeCurrent();
    void enterArguments(const QString &commandId, const QString &typed = {});
    void leaveArguments();
    void setNotice(const QString &text, bool isError);
    bool handleKey(int key, Qt::KeyboardModifiers modifiers);
    void retranslate();

    CommandRegistry &m_commands;
    SearchHub &m_hub;
    CommandSearch m_commandSearch;
    std::vector<std::unique_ptr<Source>> m_sources;
    std::vector<PaletteRow> m_commandRows;
    QString m_argumentsOf; // the command whose arguments are being typed
    QPointer<QWidget> m_focusBefore;
    bool m_runWhenFound = false;
    bool m_hasMoved = false; // the person chose a line; it must not slip away

    QLabel *m_chip;
    QLineEdit *m_edit;
    QLabel *m_notice;
    QListView *m_list;
    QLabel *m_hint;
    PaletteModel *m_model;
};

} // namespace belvedere::ui
