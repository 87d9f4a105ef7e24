// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/dataset_controller.h"
#include "analyse/run_controller.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;
class QTableView;
class QTimer;
class QToolButton;

namespace belvedere::ui {

class EmptyState;
class RunComparison;
class RunFilter;
class RunTableModel;
class SectionHeader;

/// All runs of the city as a table, and the comparison of those that are chosen in it.
class RunsPage : public QWidget
{
    Q_OBJECT

public:
    /// The controllers outlive the page; it reads them anew when they say that they changed.
    RunsPage(const AnalyseContext &context, RunController &runs, const DatasetController &datasets,
        QWidget *parent = nullptr);
    ~RunsPage() override;

    /// Another city was opened; null closes it.
    void setStore(std::shared_ptr<Store> store);
    /// Chooses this run alone in the table, whatever hides it.
    void select(const QString &runId);
    /// Ids, in the order of the table.
    [[nodiscard]] QStringList selectedRuns() const;
    [[nodiscard]] RunComparison *comparison() const { return m_comparison; }
    [[nodiscard]] QTableView *table() const { return m_table; }

Q_SIGNALS:
    /// The person wants to see this run in detail.
    void runOpened(const QString &runId);
    /// The form is to be filled with the settings of a run.
    void reuseRequested(const belvedere::TrainSpec &spec);
    /// There is no run yet, and the person wants to train one.
    void trainRequested();
    void failed(const belvedere::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeFilters();
    [[nodiscard]] QWidget *makeActions();
    void makeTable();
    void makeColumnMenu();
    void connectTable();
    void connectComparison();
    /// What there is to choose from, and what is chosen.
    void fillFilters();
    void applyFilters();
    void clearFilters();
    void showState();
    void selectionMoved();
    void restoreSelection();
    void openSelected();
    void exportTable();
    void fitColumns();
    void retranslate();

    AnalyseContext m_context;
    RunController &m_runs;
    RunTableModel *m_model;
    RunFilter *m_filter;
    QStringList m_wanted; // chosen, as far as it is there
    bool m_restoring = false;

    SectionHeader *m_header;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QSplitter *m_splitter;
    QLineEdit *m_search;
    QComboBox *m_quantity, *m_kind, *m_state;
    QToolButton *m_columns, *m_clear;
    QMenu *m_columnMenu;
    QTableView *m_table;
    QLabel *m_nothing;
    QPushButton *m_open, *m_reuse, *m_rename, *m_keep, *m_remove, *m_export;
    RunComparison *m_comparison;
    QTimer *m_typing; // filters once a person has stopped typing
};

} // namespace belvedere::ui
