// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_table.h"
#include "safety/hotspot_controller.h"
#include "safety/ranking_table.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTabWidget;
class QTableView;

namespace belvedere::ui {

class CurveChart;
class EmptyState;
class ProgressPanel;
class ReliabilityChart;

/// The analyst's page of public safety: which ranking of cells finds most of what comes, on weeks
/// that it has not seen, and whether the risk model's probabilities are true.
class SafetyPage : public QWidget
{
    Q_OBJECT

public:
    explicit SafetyPage(TaskPools &pools, QWidget *parent = nullptr);

    void setStore(std::shared_ptr<Store> store);
    [[nodiscard]] HotspotController &controller() { return m_controller; }
    [[nodiscard]] RankingModel *rankings() const { return m_model; }
    /// What the form says.
    [[nodiscard]] HotspotSpec spec() const;
    void start();

Q_SIGNALS:
    /// The person wants the table as a file of about this name.
    void exportRequested(const QString &name, const belvedere::ui::ChartTable &table);
    void importRequested();
    /// A series was made of incidents.
    void datasetMade(const QString &dataset);
    void failed(const belvedere::Error &error);
    void taskStarted(const QString &title, const QFuture<void> &progress);
    void taskFinished(const QString &title);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    [[nodiscard]] QWidget *makeForm();
    [[nodiscard]] QWidget *makeResults();
    void connectAll();
    void fillTables();
    void fillTypes();
    void showBusy();
    void showStudy();
    void showCurves();
    void showWeeks();
    void showCalibration();
    void openCard();
    void openCount();
    [[nodiscard]] std::size_t share() const;
    void retranslate();

    TaskPools &m_pools;
    std::shared_ptr<Store> m_store;
    HotspotController m_controller;
    QFormLayout *m_form;
    QComboBox *m_table, *m_type, *m_cell, *m_area;
    QSpinBox *m_weeks;
    QPushButton *m_start, *m_count, *m_card, *m_export;
    ProgressPanel *m_progress;
    QLabel *m_hint;

    QStackedWidget *m_pages; // what came of it, or what to do
    EmptyState *m_empty;
    QLabel *m_verdict, *m_facts, *m_calibrationText, *m_shareLabel;
    QComboBox *m_share, *m_figure;
    QTableView *m_rankings;
    RankingModel *m_model;
    QTabWidget *m_tabs;
    CurveChart *m_curves, *m_weekly;
    ReliabilityChart *m_calibration;
};

} // namespace belvedere::ui
