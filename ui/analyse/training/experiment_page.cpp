// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/experiment_page.h"

#include "analyse/panel.h"
#include "analyse/training/study_list.h"
#include "common/empty_state.h"

#include <QEvent>
#include <QSplitter>
#include <QStackedWidget>

namespace belvedere::ui {

namespace {
constexpr int kFormWidth = 380;
}

ExperimentPage::ExperimentPage(
    StudyController &study, const ForecasterFactory &factory, TaskPools &pools, QWidget *parent)
    : QWidget(parent)
    , m_form(new StudyForm(factory))
    , m_view(new StudyView(study, factory, pools))
    , m_empty(new EmptyState(QStringLiteral("analyse")))
    , m_pages(new QStackedWidget)
{
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_view);
    auto *side = makePanel();
    side->setMinimumWidth(kFormWidth - space::kHuge);
    side->layout()->addWidget(m_form);
    side->layout()->addWidget(new StudyList(study, factory));
    auto *main = makePanel();
    main->layout()->addWidget(m_pages);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(space::kSmall);
    splitter->addWidget(side);
    splitter->addWidget(main);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kFormWidth, 2 * kFormWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connect(&study, &StudyController::stateChanged, this,
        [this, &study] { m_form->setBusy(study.busy()); });
    connect(&study, &StudyController::changed, this, [this, &study] {
        m_pages->setCurrentWidget(study.record() ? static_cast<QWidget *>(m_view) : m_empty);
    });
    retranslate();
}

void ExperimentPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExperimentPage::retranslate()
{
    m_empty->setText(tr("An experiment trains many times to answer one question: which options "
                        "are best, how sure an error is, or whether more data would help."));
}

} // namespace belvedere::ui
