// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/training/training_queue.h"

#include <QWidget>

class QLabel;
class QListView;
class QToolButton;

namespace belvedere::ui {

class QueueModel;
class SectionHeader;

/// The trainings that wait: drag, or Alt+Up and Alt+Down, to change their order; Delete removes.
class QueuePanel : public QWidget
{
    Q_OBJECT

public:
    QueuePanel(TrainingQueue &queue, const ForecasterFactory &factory, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QString selectedId() const;
    void select(const QString &id);
    void moveSelected(int by);
    void removeSelected();
    void refresh();
    void retranslate();

    TrainingQueue &m_queue;
    QString m_selected; // keeps its place in a new order
    QueueModel *m_model;
    SectionHeader *m_header;
    QListView *m_list;
    QLabel *m_empty;
    QToolButton *m_hold, *m_up, *m_down, *m_remove;
};

} // namespace belvedere::ui
