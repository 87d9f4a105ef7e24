// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/training/study_controller.h"

#include <QWidget>

class QListView;
class QPushButton;

namespace belvedere::ui {

class EntryModel;
class SectionHeader;

/// Experiments that the city keeps, to be looked at again; hidden while there is none.
class StudyList : public QWidget
{
    Q_OBJECT

public:
    StudyList(
        StudyController &controller, const ForecasterFactory &factory, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] const StudyRecord *selected() const;
    void openSelected();
    void removeSelected();
    void refresh();
    void showState();
    void retranslate();

    StudyController &m_controller;
    const ForecasterFactory &m_factory;
    EntryModel *m_model;
    SectionHeader *m_header;
    QListView *m_list;
    QPushButton *m_open, *m_remove;
};

} // namespace belvedere::ui
