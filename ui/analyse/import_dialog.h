// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/import_controller.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace belvedere::ui {

class ImportForm;
class MessageBar;
class ProgressPanel;

/// Brings files into the city in steps: choose and look, read, decide about rows that cannot be
/// used, store. Until the last step nothing is stored; closing it at any time stops cleanly.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param zone      the city's: of times that name none.
    /// @param datasets  that exist: importing into one of them adds to it.
    ImportDialog(const AnalyseContext &context, const QTimeZone &zone, const QStringList &datasets,
        QWidget *parent = nullptr);

    [[nodiscard]] ImportController &controller() { return m_controller; }
    void addFiles(const QStringList &files);

    void reject() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Page { ChoosePage, WorkPage, ProblemPage, DonePage };
    [[nodiscard]] QWidget *makeWorkPage();
    [[nodiscard]] QWidget *makeProblemPage();
    [[nodiscard]] QWidget *makeDonePage();
    void startReading();
    void showState();
    void showProblems();
    void describeProblems();
    void toggleRows();
    void showSummary(const ImportSummary &summary);
    void retranslate();

    ImportController m_controller;
    std::optional<ImportSummary> m_summary;
    QStackedWidget *m_pages;
    MessageBar *m_message;
    ImportForm *m_form;
    ProgressPanel *m_progress;
    QLabel *m_problemTitle, *m_problemText, *m_reasons, *m_doneTitle, *m_doneText;
    QLabel *m_notesTitle, *m_notes; // what is odd about the data
    QWidget *m_notesArea;
    QTableView *m_rows;
    QPushButton *m_import, *m_close;
    QPushButton *m_skip, *m_showRows, *m_stop, *m_done;
};

} // namespace belvedere::ui
