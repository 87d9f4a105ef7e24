// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/training_controller.h"
#include "charts/loss_chart.h"

#include <QTimer>
#include <QWidget>

#include <array>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace belvedere::ui {

class ElidedLabel;

/// A training while it runs: how far, how fast, its curves, and three ways to interfere. What it
/// came to stays until the next one.
class TrainingView : public QWidget
{
    Q_OBJECT

public:
    TrainingView(TrainingController &controller, const ForecasterFactory &factory,
        QWidget *parent = nullptr);

    /// Runs that were kept: their baselines hold for a training on the same data and split.
    void setRuns(const std::vector<RunRecord> &runs);

Q_SIGNALS:
    void resultRequested(const QString &runId);

protected:
    void changeEvent(QEvent *event) override;

private:
    enum Figure { Epoch, Best, Elapsed, Remaining, Pace, FigureCount };

    void buildHead(QVBoxLayout *layout);
    void buildFigures(QVBoxLayout *layout);
    void connectController();
    void showState();
    /// Models in closed form, trees, learners of tables: they are judged once, at their end.
    [[nodiscard]] bool inOnePass() const;
    void showPlan();
    void showEpoch();
    void showClock();
    void showEnd(const QString &text, const QString &runId = {});
    void showBaselines();
    void retranslate();

    TrainingController &m_controller;
    const ForecasterFactory &m_factory;
    std::vector<RunRecord> m_runs;
    QString m_runId; // of the training that has ended
    QTimer m_tick;
    ElidedLabel *m_title;
    ElidedLabel *m_state;
    QProgressBar *m_bar;
    std::array<QLabel *, FigureCount> m_captions{};
    std::array<QLabel *, FigureCount> m_figures{};
    LossChart *m_chart;
    QLabel *m_onePass; // in place of the chart
    QPushButton *m_pause, *m_finish, *m_cancel, *m_show;
};

} // namespace belvedere::ui
