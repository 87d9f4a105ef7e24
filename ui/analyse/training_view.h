// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/training_controller.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace belvedere::ui {

class ElidedLabel;
class LossChart;

/// A training while it runs: how far, how fast, its curves, and three ways to interfere.
class TrainingView : public QWidget
{
    Q_OBJECT

public:
    TrainingView(TrainingController &controller, const ForecasterFactory &factory,
        QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void showPlan();
    void showEpoch();
    void showClock();
    void retranslate();

    TrainingController &m_controller;
    const ForecasterFactory &m_factory;
    QTimer m_tick;
    ElidedLabel *m_title;
    QLabel *m_state;
    QProgressBar *m_bar;
    QLabel *m_epochLabel, *m_epoch, *m_remainingLabel, *m_remaining;
    QLabel *m_elapsedLabel, *m_elapsed, *m_paceLabel, *m_pace, *m_bestLabel, *m_best;
    LossChart *m_chart;
    QPushButton *m_pause, *m_finish, *m_cancel;
};

} // namespace belvedere::ui
