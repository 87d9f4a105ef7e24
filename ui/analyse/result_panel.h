// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/measure.h"
#include "analyse/run_controller.h"

#include <QWidget>

#include <array>

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace belvedere::ui {

class ElidedLabel;
class EmptyState;
class HorizonChart;
class LossChart;
class ResultTableModel;

/// One run, whose name stands above: what it was trained on, its curves, its errors beside the
/// baselines, and the step that puts it behind the map.
class ResultPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ResultPanel(const ForecasterFactory &factory, QWidget *parent = nullptr);

    /// @param stepMs    of the run's data; 0 if it is not known any more.
    /// @param replaced  what serves the same data now, if anything.
    void showRun(const RunEntry &run, std::int64_t stepMs, const std::optional<RunEntry> &replaced);
    /// Says what to do next.
    void showNothing(bool hasData);
    void setDeploying(bool deploying);
    [[nodiscard]] QString runId() const { return m_run ? m_run->record.id : QString(); }

Q_SIGNALS:
    void deployRequested(const QString &runId);
    void reuseRequested(const belvedere::TrainSpec &spec);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildHead(QVBoxLayout *layout);
    void buildMeasures(QVBoxLayout *layout);
    void buildTable(QVBoxLayout *layout);
    void setMeasure(Measure measure);
    void showHead();
    void showDeployment();
    void showHorizons();
    void fitTable();
    void retranslate();

    const ForecasterFactory &m_factory;
    std::optional<RunEntry> m_run;
    std::optional<RunEntry> m_replaced;
    std::int64_t m_stepMs = 0;
    Measure m_measure = Measure::Mae;
    bool m_hasData = false;
    bool m_deploying = false;

    QStackedWidget *m_pages;
    EmptyState *m_empty;
    ElidedLabel *m_conditions, *m_facts;
    QLabel *m_comparison, *m_deployNote;
    QPushButton *m_deploy, *m_reuse;
    LossChart *m_loss;
    HorizonChart *m_horizon;
    QButtonGroup *m_measures;
    ResultTableModel *m_model;
    QTableView *m_table;
};

} // namespace belvedere::ui
