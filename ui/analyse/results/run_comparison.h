// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/dataset_controller.h"
#include "analyse/measure.h"
#include "analyse/results/config_difference.h"
#include "training/significance.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QTabWidget;
class QToolButton;

namespace belvedere::ui {

class CurveChart;
class ParallelChart;
class ProgressPanel;

/// Runs beside each other: what was set differently, how they learned, how they err by time ahead,
/// which settings go with small errors, and whether the difference is more than luck.
class RunComparison : public QWidget
{
    Q_OBJECT

public:
    RunComparison(const AnalyseContext &context, const RunController &runs,
        const DatasetController &datasets, QWidget *parent = nullptr);
    ~RunComparison() override;

    /// Cancels what runs on the former one.
    void setStore(std::shared_ptr<Store> store);
    /// The runs to compare; the first one is what the others are compared with.
    void setRuns(const QStringList &ids);
    /// Those among which parallel coordinates look for a pattern.
    void setListed(const QStringList &ids);
    /// "r0007 is better than r0003: …": the verdict of the last test in words.
    [[nodiscard]] QString verdict() const;

Q_SIGNALS:
    /// The person points at a line that is this run; empty = at none any more.
    void runPointed(const QString &runId);
    void runActivated(const QString &runId);
    /// Ranges in the parallel coordinates leave these; absent = there are none.
    void rangesChosen(const std::optional<QStringList> &runIds);
    void failed(const belvedere::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeSettings();
    [[nodiscard]] QWidget *makeCurves();
    [[nodiscard]] QWidget *makeHorizons();
    [[nodiscard]] QWidget *makeParallel();
    [[nodiscard]] QWidget *makeSignificance();
    void refresh();
    void showSettings();
    void showCurves();
    void showHorizons();
    void showParallel();
    void showSignificance();
    void testSignificance();
    void exportSettings();
    [[nodiscard]] std::int64_t stepOf(const QString &dataset) const;
    [[nodiscard]] QString labelOf(const RunEntry &run) const;
    void retranslate();

    AnalyseContext m_context;
    const RunController &m_controller;
    const DatasetController &m_datasets;
    QStringList m_ids;
    QStringList m_listed;
    std::vector<const RunEntry *> m_runs; // those of m_ids that are there
    std::optional<Significance> m_tested; // the first run against the second
    TaskSlot<Significance> m_testing{this};

    QTabWidget *m_tabs;
    ConfigModel *m_config;
    QTableView *m_configTable;
    QLabel *m_same;
    QPushButton *m_exportSettings;
    QComboBox *m_axis, *m_measure;
    CurveChart *m_curves, *m_horizons;
    ParallelChart *m_parallel;
    bool m_parallelStale = true; // what is listed is not what it shows
    QToolButton *m_clearRanges;
    QLabel *m_parallelHint, *m_verdict, *m_details;
    QPushButton *m_test;
    ProgressPanel *m_progress;
};

/// What a test says, as a sentence for people who do not know the method.
[[nodiscard]] QString significanceText(
    const Significance &test, const QString &run, const QString &rival, const QString &unit);

} // namespace belvedere::ui
