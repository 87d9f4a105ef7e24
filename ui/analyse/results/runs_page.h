// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/dataset_controller.h"
#include "analyse/run_controller.h"

#include <QWidget>

namespace belvedere::ui {

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
    void retranslate();

    AnalyseContext m_context;
    RunController &m_runs;
    const DatasetController &m_datasets;
};

} // namespace belvedere::ui
