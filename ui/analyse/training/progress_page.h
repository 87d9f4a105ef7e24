// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/training/training_queue.h"
#include "analyse/training/unfinished_controller.h"

#include <QWidget>

class QStackedWidget;

namespace belvedere::ui {

class EmptyState;
class QueuePanel;
class TrainingView;
class UnfinishedPanel;

/// What trains, what waits, and what was interrupted.
class ProgressPage : public QWidget
{
    Q_OBJECT

public:
    ProgressPage(TrainingController &training, TrainingQueue &queue,
        UnfinishedController &unfinished, const ForecasterFactory &factory,
        QWidget *parent = nullptr);

    [[nodiscard]] TrainingView *view() const { return m_view; }

Q_SIGNALS:
    /// Nothing trains, and the person wants to set something up.
    void trainRequested();
    void resultRequested(const QString &runId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QStackedWidget *m_pages;
    EmptyState *m_empty;
    TrainingView *m_view;
    UnfinishedPanel *m_unfinished;
    QueuePanel *m_queuePanel;
};

} // namespace belvedere::ui
