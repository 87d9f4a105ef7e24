// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/training/study_form.h"
#include "analyse/training/study_view.h"

class QStackedWidget;

namespace belvedere::ui {

class EmptyState;

/// Questions that take many trainings: which options, how sure, would more data help.
class ExperimentPage : public QWidget
{
    Q_OBJECT

public:
    ExperimentPage(StudyController &study, const ForecasterFactory &factory, TaskPools &pools,
        QWidget *parent = nullptr);

    [[nodiscard]] StudyForm *form() const { return m_form; }
    [[nodiscard]] StudyView *view() const { return m_view; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    StudyForm *m_form;
    StudyView *m_view;
    EmptyState *m_empty;
    QStackedWidget *m_pages;
};

} // namespace belvedere::ui
