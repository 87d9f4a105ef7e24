// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/analyse_context.h"
#include "analyse/run_controller.h"
#include "analyse/tables/table_text.h"
#include "common/task_slot.h"
#include "training/table_analysis.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;
class QTabWidget;

namespace belvedere::ui {

class BarChart;
class ConfusionChart;
class CurveChart;
class ElidedLabel;
class ReliabilityChart;
class ScatterChart;

/// One run on a table: its figures beside the baselines; of a classification what was taken for
/// what, curves and reliability by class, otherwise prediction against truth; and what each column
/// is worth.
class TableResultPage : public QWidget
{
    Q_OBJECT

public:
    enum class Tab { Summary, Classes, Curves, Columns };

    explicit TableResultPage(const AnalyseContext &context, QWidget *parent = nullptr);

    void setStore(std::shared_ptr<Store> store);
    /// @param replaced  what serves the same target now, if anything.
    void showRun(const RunEntry &run, const std::optional<RunEntry> &replaced);
    void setDeploying(bool deploying);
    void showTab(Tab tab);
    [[nodiscard]] QString runId() const { return m_run ? m_run->record.id : QString(); }

Q_SIGNALS:
    void deployRequested(const QString &runId);
    void reuseRequested(const belvedere::TrainSpec &spec);
    void failed(const belvedere::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeSummary();
    [[nodiscard]] QWidget *makeClasses();
    [[nodiscard]] QWidget *makeCurves();
    [[nodiscard]] QWidget *makeColumns();
    void load();
    void fill();
    void fillHead();
    void fillCurves();
    void fillReliability();
    void fillImportance();
    [[nodiscard]] bool classifies() const;
    void exportFigures();
    void retranslate();

    AnalyseContext m_context;
    std::optional<RunEntry> m_run;
    std::optional<RunEntry> m_replaced;
    bool m_deploying = false;
    std::shared_ptr<const TableAnalysis> m_analysis;
    TaskSlot<std::shared_ptr<const TableAnalysis>> m_loading{this};

    ElidedLabel *m_title, *m_conditions, *m_facts;
    QLabel *m_verdict, *m_importanceNote, *m_unused;
    QPushButton *m_export, *m_reuse, *m_deploy;
    QTabWidget *m_tabs;
    QTableWidget *m_figures, *m_classTable;
    ConfusionChart *m_confusion;
    ScatterChart *m_scatter;
    QComboBox *m_class;
    ReliabilityChart *m_reliability;
    CurveChart *m_roc, *m_precisionRecall;
    BarChart *m_importance;
};

} // namespace belvedere::ui
