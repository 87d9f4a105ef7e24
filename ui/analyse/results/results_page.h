// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/dataset_controller.h"
#include "analyse/results/run_review.h"
#include "analyse/run_controller.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabWidget;

namespace belvedere::ui {

class CertaintyPage;
class ElidedLabel;
class EmptyState;
class FilmPage;
class ProgressPanel;
class ResultPanel;
class TableResultPage;
class WhenPage;
class WherePage;
class WorstPage;

/// One run: its figures beside the baselines, where, when and how it errs, its worst cases, and
/// its forecasts against the truth as a film.
class ResultsPage : public QWidget
{
    Q_OBJECT

public:
    enum class Tab { Summary, Where, When, Certainty, Worst, Film };

    /// The controllers outlive the page; it reads them anew when they say that they changed.
    ResultsPage(const AnalyseContext &context, RunController &runs,
        const DatasetController &datasets, QWidget *parent = nullptr);
    ~ResultsPage() override;

    /// Another city was opened; null closes it. Cancels what runs on the former one.
    void setStore(std::shared_ptr<Store> store);
    /// Empty: the newest. One that is not there (any more): says what to do next.
    void showRun(const QString &runId);
    [[nodiscard]] QString runId() const { return m_runId; }
    void showTab(Tab tab);
    /// Throws away what runs and returns at once.
    void cancelAll();

    [[nodiscard]] RunReview &review() { return m_review; }
    [[nodiscard]] ResultPanel *summary() const { return m_summary; }
    [[nodiscard]] WherePage *where() const { return m_where; }
    [[nodiscard]] WorstPage *worst() const { return m_worst; }
    [[nodiscard]] FilmPage *film() const { return m_film; }
    /// What is shown of a run on a table.
    [[nodiscard]] TableResultPage *table() const { return m_table; }

Q_SIGNALS:
    /// The form is to be filled with the settings of the run.
    void reuseRequested(const belvedere::TrainSpec &spec);
    /// There is no run yet, and the person wants to train one.
    void trainRequested();
    void failed(const belvedere::Error &error);
    /// Background work for the status line; progress runs from 0 to 1000.
    void taskStarted(const QString &title, const QFuture<void> &progress);
    void taskFinished(const QString &title);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum class View { Nothing, Forecast, Table };

    void connectPages();
    void showTable(const RunEntry &run);
    void refresh();
    void showState();
    /// Looks into the run only once a person looks at what comes of it.
    void loadIfNeeded();
    void retranslate();

    AnalyseContext m_context;
    RunController &m_runs;
    const DatasetController &m_datasets;
    RunReview m_review;
    QString m_runId;

    QStackedWidget *m_pages;
    EmptyState *m_empty;
    ElidedLabel *m_title;
    QLabel *m_simulated, *m_error;
    ProgressPanel *m_progress;
    QTabWidget *m_tabs;
    ResultPanel *m_summary;
    WherePage *m_where;
    WhenPage *m_when;
    CertaintyPage *m_certainty;
    WorstPage *m_worst;
    FilmPage *m_film;
    TableResultPage *m_table;
};

} // namespace belvedere::ui
