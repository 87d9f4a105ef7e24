// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/training/study_controller.h"
#include "analyse/training/study_tables.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTableView;
class QVBoxLayout;

namespace belvedere::ui {

class BarChart;
class CurveChart;
class ElidedLabel;
class TrialChart;

/// An experiment while it runs, and what it came to: a sentence, a chart, a table.
class StudyView : public QWidget
{
    Q_OBJECT

public:
    StudyView(StudyController &controller, const ForecasterFactory &factory, TaskPools &pools,
        QWidget *parent = nullptr);

    /// Of the data, for dates.
    void setZone(const QTimeZone &zone);

Q_SIGNALS:
    /// The form is to be filled with the best trial's options.
    void useRequested(const belvedere::TrainSpec &spec);
    void resultRequested(const QString &runId);
    void failed(const belvedere::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void buildHead(QVBoxLayout *layout);
    void buildTable(QVBoxLayout *layout);
    void showState();
    void showContent();
    void showTrials(const StudyRecord &record);
    void showFolds(const StudyRecord &record);
    void showCurve(const StudyRecord &record);
    void fitColumns(int stretched);
    void useBest();
    void exportRows();
    void retranslate();

    StudyController &m_controller;
    const ForecasterFactory &m_factory;
    TaskPools &m_pools;
    QTimeZone m_zone = QTimeZone::utc();

    ElidedLabel *m_title, *m_state;
    QLabel *m_summary;
    QProgressBar *m_bar;
    QPushButton *m_finish, *m_cancel, *m_use, *m_show, *m_export;
    QStackedWidget *m_charts;
    TrialChart *m_trialChart;
    BarChart *m_foldChart;
    CurveChart *m_curveChart;
    QTableView *m_table;
    TrialTable *m_trials;
    FoldTable *m_folds;
    CurveTable *m_points;
};

} // namespace belvedere::ui
