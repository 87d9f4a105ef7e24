// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/training/unfinished_controller.h"
#include "models/forecaster.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;

namespace belvedere::ui {

class EntryModel;
class SectionHeader;

/// Interrupted trainings with the two things that can be done about them; hidden while there is
/// none.
class UnfinishedPanel : public QWidget
{
    Q_OBJECT

public:
    UnfinishedPanel(UnfinishedController &controller, const ForecasterFactory &factory,
        QWidget *parent = nullptr);

    /// One training at a time: nothing goes on while another runs.
    void setBusy(bool busy);

Q_SIGNALS:
    void goOnRequested(const belvedere::CheckpointInfo &checkpoint);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] const CheckpointInfo *selected() const;
    void discardSelected();
    void refresh();
    void retranslate();

    UnfinishedController &m_controller;
    const ForecasterFactory &m_factory;
    bool m_busy = false;
    EntryModel *m_model;
    SectionHeader *m_header;
    QListView *m_list;
    QPushButton *m_goOn, *m_discard;
};

} // namespace belvedere::ui
