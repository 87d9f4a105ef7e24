// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/progress_page.h"

#include "analyse/panel.h"
#include "analyse/training/queue_panel.h"
#include "analyse/training/unfinished_panel.h"
#include "analyse/training_view.h"
#include "common/empty_state.h"
#include "theme/theme.h"

#include <QEvent>
#include <QSplitter>
#include <QStackedWidget>

namespace belvedere::ui {

namespace {
constexpr int kSideWidth = 300;
}

ProgressPage::ProgressPage(TrainingController &training, TrainingQueue &queue,
    UnfinishedController &unfinished, const ForecasterFactory &factory, QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("model")))
    , m_view(new TrainingView(training, factory))
    , m_unfinished(new UnfinishedPanel(unfinished, factory))
    , m_queuePanel(new QueuePanel(queue, factory))
{
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_view);
    auto *side = makePanel();
    side->layout()->addWidget(m_unfinished);
    side->layout()->addWidget(m_queuePanel);
    side->setMinimumWidth(kSideWidth - space::kHuge);
    auto *main = makePanel();
    main->layout()->addWidget(m_pages);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(space::kSmall);
    splitter->addWidget(side);
    splitter->addWidget(main);
    splitter->setStretchFactor(0, 0);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kSideWidth, 3 * kSideWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);

    connect(m_empty, &EmptyState::actionTriggered, this, &ProgressPage::trainRequested);
    connect(m_view, &TrainingView::resultRequested, this, &ProgressPage::resultRequested);
    connect(m_unfinished, &UnfinishedPanel::goOnRequested, &training, &TrainingController::goOn);
    connect(&training, &TrainingController::stateChanged, this, [this, &training, &unfinished] {
        m_pages->setCurrentWidget(m_view); // and what it came to stays
        m_unfinished->setBusy(training.busy());
        unfinished.reload();
    });
    retranslate();
}

void ProgressPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ProgressPage::retranslate()
{
    m_empty->setText(tr("Nothing is being trained. Choose data and a model, then start."));
    m_empty->setActionText(tr("Set up a training"));
}

} // namespace belvedere::ui
