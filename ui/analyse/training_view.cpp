// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training_view.h"

#include "analyse/analyse_text.h"
#include "analyse/loss_points.h"
#include "charts/loss_chart.h"
#include "common/elided_label.h"
#include "common/format.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>

namespace belvedere::ui {

namespace {

using State = TrainingController::State;
constexpr int kProgressSteps = 1000;
constexpr int kTickMs = 1000;

QLabel *addFigure(QGridLayout *grid, QLabel *&caption)
{
    const int row = grid->rowCount();
    caption = new QLabel;
    caption->setProperty("secondary", true);
    auto *value = new QLabel;
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(caption, row, 0);
    grid->addWidget(value, row, 1);
    return value;
}

} // namespace

TrainingView::TrainingView(
    TrainingController &controller, const ForecasterFactory &factory, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_factory(factory)
    , m_title(new ElidedLabel(this))
    , m_state(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_chart(new LossChart(this))
    , m_pause(new QPushButton(this))
    , m_finish(new QPushButton(this))
    , m_cancel(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    m_title->setFont(themeFont(type::kBody, QFont::DemiBold));
    m_state->setProperty("secondary", true);
    m_bar->setRange(0, kProgressSteps);
    m_bar->setTextVisible(false);
    layout->addWidget(m_title);
    layout->addWidget(m_state);
    layout->addWidget(m_bar);

    auto *figures = new QGridLayout;
    figures->setVerticalSpacing(space::kTiny);
    figures->setColumnStretch(1, 1);
    m_epoch = addFigure(figures, m_epochLabel);
    m_remaining = addFigure(figures, m_remainingLabel);
    m_elapsed = addFigure(figures, m_elapsedLabel);
    m_pace = addFigure(figures, m_paceLabel);
    m_best = addFigure(figures, m_bestLabel);
    layout->addLayout(figures);
    layout->addWidget(m_chart, 1);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    m_pause->setObjectName(QStringLiteral("pause"));
    m_finish->setObjectName(QStringLiteral("finish"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    for (QPushButton *button : {m_pause, m_finish, m_cancel})
        buttons->addWidget(button, 1);
    layout->addLayout(buttons);

    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_controller.state() == State::Running)
            m_controller.pause();
        else
            m_controller.resume();
    });
    connect(m_finish, &QPushButton::clicked, &m_controller, &TrainingController::finishNow);
    connect(m_cancel, &QPushButton::clicked, &m_controller, &TrainingController::cancel);
    connect(&m_controller, &TrainingController::stateChanged, this, &TrainingView::showState);
    connect(&m_controller, &TrainingController::planned, this, &TrainingView::showPlan);
    connect(&m_controller, &TrainingController::epochDone, this, &TrainingView::showEpoch);
    connect(&m_controller, &TrainingController::progressChanged, this,
        [this](double done) { m_bar->setValue(qRound(done * kProgressSteps)); });
    connect(&m_controller, &TrainingController::phaseChanged, this, &TrainingView::showState);
    connect(&m_tick, &QTimer::timeout, this, &TrainingView::showClock);
    m_tick.setInterval(kTickMs);
    retranslate();
}

void TrainingView::showState()
{
    const State state = m_controller.state();
    switch (state) {
    case State::Idle:
        m_state->clear();
        break;
    case State::Running:
        m_state->setText(
            m_controller.phase().isEmpty() ? tr("Reading the data…") : m_controller.phase());
        break;
    case State::Pausing:
        m_state->setText(tr("Pausing after this batch…"));
        break;
    case State::Paused:
        m_state->setText(tr("Paused"));
        break;
    case State::Finishing:
        m_state->setText(tr("Finishing with the best model so far…"));
        break;
    case State::Cancelling:
        m_state->setText(tr("Cancelling…"));
        break;
    case State::Storing:
        m_state->setText(tr("Storing the model…"));
        break;
    }
    const bool pausing = state == State::Pausing || state == State::Paused;
    const bool active = pausing || state == State::Running;
    m_pause->setEnabled(active);
    m_finish->setEnabled(active && !m_controller.epochs().empty());
    m_cancel->setEnabled(active || state == State::Finishing);
    m_pause->setText(pausing ? tr("Resume") : tr("Pause"));
    m_pause->setIcon(icon(pausing ? QStringLiteral("play") : QStringLiteral("pause")));
    m_pause->setToolTip(pausing ? tr("Goes on where it stopped")
                                : tr("Stops after this batch and keeps everything in memory; "
                                     "Resume goes on from there"));
    if (state == State::Idle)
        m_tick.stop();
    else if (!m_tick.isActive())
        m_tick.start();
    if (state == State::Running && !m_controller.plan())
        showPlan();
    showClock();
}

void TrainingView::showPlan()
{
    const TrainSpec &spec = m_controller.spec();
    //: A model and the data set that it learns from
    m_title->setText(tr("%1 on %2").arg(modelTitle(m_factory, spec.model), spec.dataset));
    m_bar->setAccessibleName(m_title->text());
    if (!m_controller.plan())
        m_bar->setValue(0);
    m_chart->setPlannedEpochs(spec.epochs);
    m_chart->setUnit(m_controller.plan() ? m_controller.plan()->unit : QString());
    showEpoch();
}

void TrainingView::showEpoch()
{
    const auto &epochs = m_controller.epochs();
    m_chart->setEpochs(lossPoints(epochs));
    //: 7 of 30 epochs
    m_epoch->setText(tr("%1 of %2")
                         .arg(formatCount(static_cast<qint64>(epochs.size())),
                             formatCount(m_controller.spec().epochs)));
    const auto best = std::min_element(
        epochs.begin(), epochs.end(), [](const EpochReport &a, const EpochReport &b) {
            return a.validationMae < b.validationMae;
        });
    const QString unit = m_controller.plan() ? m_controller.plan()->unit : QString();
    //: An error and the epoch in which it was reached
    m_best->setText(best == epochs.end()
            ? QStringLiteral("–")
            : tr("%1 in epoch %2")
                  .arg(formatValue(best->validationMae, unit), formatCount(best->epoch)));
    m_finish->setEnabled(!epochs.empty()
        && (m_controller.state() == State::Running || m_controller.state() == State::Paused
            || m_controller.state() == State::Pausing));
    showClock();
}

void TrainingView::showClock()
{
    m_elapsed->setText(formatDuration(m_controller.elapsedSeconds()));
    const auto remaining = m_controller.remainingSeconds();
    //: A duration; training may stop earlier
    m_remaining->setText(
        remaining ? tr("at most %1").arg(formatDuration(*remaining)) : QStringLiteral("–"));
    const auto pace = m_controller.windowsPerSecond();
    m_pace->setText(pace ? tr("%1 windows/s").arg(formatCount(static_cast<qint64>(*pace)))
                         : QStringLiteral("–"));
}

void TrainingView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TrainingView::retranslate()
{
    m_epochLabel->setText(tr("Epoch"));
    m_remainingLabel->setText(tr("Remaining"));
    m_elapsedLabel->setText(tr("Elapsed"));
    m_paceLabel->setText(tr("Throughput"));
    m_bestLabel->setText(tr("Best validation MAE"));
    m_finish->setText(tr("Finish now"));
    m_finish->setIcon(icon(QStringLiteral("check")));
    m_finish->setToolTip(
        tr("Stops after this epoch, tests the best model so far and keeps it as a run"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setIcon(icon(QStringLiteral("cancel")));
    m_cancel->setToolTip(tr("Stops at once and throws this training away; nothing is stored"));
    showPlan();
    showState();
}

} // namespace belvedere::ui
