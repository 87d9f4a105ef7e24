// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/dataset_controller.h"
#include "analyse/run_controller.h"

#include <QWidget>

namespace belvedere::ui {

/// One run: its figures beside the baselines, where, when and how it errs, its worst cases, and
/// its forecasts against the truth as a film.
class ResultsPage : public QWidget
{
    Q_OBJECT

public:
    /// The controllers outlive the page; it reads them anew when they say that they changed.
    ResultsPage(const AnalyseContext &context, RunController &runs,
        const DatasetController &datasets, QWidget *parent = nullptr);
    ~ResultsPage() override;

    /// Another city was opened; null closes it. Cancels what runs on the former one.
    void setStore(std::shared_ptr<Store> store);
    /// Empty, or one that is not there (any more): says what to do next.
    void showRun(const QString &runId);
    [[nodiscard]] QString runId() const { return m_runId; }
    /// Throws away what runs and returns at once.
    void cancelAll();

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

private:
    void retranslate();

    AnalyseContext m_context;
    RunController &m_runs;
    const DatasetController &m_datasets;
    QString m_runId;
};

} // namespace belvedere::ui
