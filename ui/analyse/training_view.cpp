// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training_view.h"

#include "analyse/analyse_text.h"
#include "analyse/loss_points.h"
#include "analyse/tables/table_text.h"
#include "analyse/training/training_text.h"
#include "common/elided_label.h"
#include "common/error_text.h"
#include "common/format.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace belvedere::ui {

namespace {

using State = TrainingController::State;
constexpr int kProgressSteps = 1000;
constexpr int kTickMs = 1000;

bool isSameTask(const TrainSpec &a, const TrainSpec &b)
{
    return a.dataset == b.dataset && a.channel == b.channel && a.history == b.history
        && a.horizon == b.horizon && a.split.train == b.split.train
        && a.split.validation == b.split.validation;
}

} // namespace

TrainingView::TrainingView(
    TrainingController &controller, const ForecasterFactory &factory, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_factory(factory)
    , m_title(new ElidedLabel(this))
    , m_state(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_chart(new LossChart(this))
    , m_onePass(new QLabel(this))
    , m_pause(new QPushButton(this))
    , m_finish(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_show(new QPushButton(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    buildHead(layout);
    buildFigures(layout);
    layout->addWidget(m_chart, 1);
    m_onePass->setAlignment(Qt::AlignCenter);
    m_onePass->setWordWrap(true);
    m_onePass->setProperty("secondary", true);
    layout->addWidget(m_onePass, 1);
    connectController();
    m_tick.setInterval(kTickMs);
    retranslate();
}

void TrainingView::buildHead(QVBoxLayout *layout)
{
    m_title->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_state->setSecondary(true);
    m_bar->setRange(0, kProgressSteps);
    m_bar->setTextVisible(false);
    m_pause->setObjectName(QStringLiteral("pause"));
    m_finish->setObjectName(QStringLiteral("finish"));
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_show->setObjectName(QStringLiteral("showResult"));
    m_show->setProperty("primary", true);
    m_show->hide();
    auto *words = new QVBoxLayout;
    words->setSpacing(space::kHair);
    words->addWidget(m_title);
    words->addWidget(m_state);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::kSmall);
    head->addLayout(words, 1);
    for (QPushButton *button : {m_pause, m_finish, m_cancel, m_show})
        head->addWidget(button);
    layout->addLayout(head);
    layout->addWidget(m_bar);
}

void TrainingView::buildFigures(QVBoxLayout *layout)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::kXLarge);
    for (int i = 0; i < FigureCount; ++i) {
        auto *caption = new QLabel;
        caption->setProperty("secondary", true);
        caption->setFont(themeFont(type::kCaption));
        auto *value = new QLabel;
        value->setFont(themeFont(type::kBody, QFont::DemiBold));
        auto *column = new QVBoxLayout;
        column->setSpacing(0);
        column->addWidget(caption);
        column->addWidget(value);
        row->addLayout(column);
        m_captions[static_cast<std::size_t>(i)] = caption;
        m_figures[static_cast<std::size_t>(i)] = value;
    }
    row->addStretch(1);
    layout->addLayout(row);
}

void TrainingView::connectController()
{
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_controller.state() == State::Running)
            m_controller.pause();
        else
            m_controller.resume();
    });
    connect(m_finish, &QPushButton::clicked, &m_controller, &TrainingController::finishNow);
    connect(m_cancel, &QPushButton::clicked, &m_controller, &TrainingController::cancel);
    connect(m_show, &QPushButton::clicked, this, [this] { Q_EMIT resultRequested(m_runId); });
    connect(&m_controller, &TrainingController::stateChanged, this, &TrainingView::showState);
    connect(&m_controller, &TrainingController::planned, this, &TrainingView::showPlan);
    connect(&m_controller, &TrainingController::epochDone, this, &TrainingView::showEpoch);
    connect(&m_controller, &TrainingController::progressChanged, this,
        [this](double done) { m_bar->setValue(qRound(done * kProgressSteps)); });
    connect(&m_controller, &TrainingController::phaseChanged, this, &TrainingView::showState);
    connect(&m_controller, &TrainingController::finished, this, [this](const RunRecord &record) {
        m_runs.insert(m_runs.begin(), record);
        showBaselines();
        //: A run was kept: its id and its score on the test part
        showEnd(
            tr("Kept as %1 · %2 on the test part").arg(record.id, tableScore(record)), record.id);
    });
    connect(&m_controller, &TrainingController::failed, this,
        [this](const Error &error) { showEnd(errorText(error)); });
    connect(&m_controller, &TrainingController::cancelled, this,
        [this] { showEnd(tr("Cancelled; nothing was kept")); });
    connect(&m_tick, &QTimer::timeout, this, &TrainingView::showClock);
}

void TrainingView::setRuns(const std::vector<RunRecord> &runs)
{
    m_runs = runs;
    showBaselines();
}

void TrainingView::showEnd(const QString &text, const QString &runId)
{
    m_runId = runId;
    m_state->setText(text);
    m_show->setVisible(!runId.isEmpty());
    m_bar->setValue(runId.isEmpty() ? 0 : kProgressSteps);
}

void TrainingView::showState()
{
    const State state = m_controller.state();
    switch (state) {
    case State::Idle:
        break; // what it came to is said by showEnd()
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
    for (QPushButton *button : {m_pause, m_finish, m_cancel})
        button->setVisible(state != State::Idle);
    m_show->setVisible(state == State::Idle && !m_runId.isEmpty());
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
    if (m_controller.busy())
        m_runId.clear();
    m_title->setText(trainingTitle(spec, m_factory));
    m_bar->setAccessibleName(m_title->text());
    if (!m_controller.plan())
        m_bar->setValue(0);
    m_chart->setPlannedEpochs(spec.epochs);
    m_chart->setVisible(!inOnePass());
    m_onePass->setVisible(inOnePass());
    for (const Figure figure : {Epoch, Best, Pace}) {
        m_captions[figure]->setVisible(!inOnePass());
        m_figures[figure]->setVisible(!inOnePass());
    }
    m_chart->setUnit(m_controller.plan() ? m_controller.plan()->unit : QString());
    showBaselines();
    showEpoch();
}

bool TrainingView::inOnePass() const
{
    const auto &plan = m_controller.plan();
    return m_controller.spec().table || (plan && plan->epochs == 1);
}

void TrainingView::showBaselines()
{
    const auto known = std::find_if(m_runs.begin(), m_runs.end(), [this](const RunRecord &run) {
        return isSameTask(run.spec, m_controller.spec()) && !run.baselines.empty();
    });
    std::vector<LossBaseline> levels;
    if (known != m_runs.end()) {
        for (const auto &[kind, metrics] : known->baselines) {
            //: A level in a chart: a baseline and the part of the data that its error is of
            levels.push_back(
                {tr("%1 (test part)").arg(modelTitle(m_factory, kind)), metrics.all.mae});
        }
    }
    m_chart->setBaselines(std::move(levels));
}

void TrainingView::showEpoch()
{
    const auto &epochs = m_controller.epochs();
    m_chart->setEpochs(lossPoints(epochs));
    //: 7 of 30 epochs
    m_figures[Epoch]->setText(tr("%1 of %2")
                                  .arg(formatCount(static_cast<qint64>(epochs.size())),
                                      formatCount(m_controller.spec().epochsInAll())));
    const auto best = std::min_element(
        epochs.begin(), epochs.end(), [](const EpochReport &a, const EpochReport &b) {
            return a.validationMae < b.validationMae;
        });
    const QString unit = m_controller.plan() ? m_controller.plan()->unit : QString();
    //: An error and the epoch in which it was reached
    m_figures[Best]->setText(best == epochs.end()
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
    m_figures[Elapsed]->setText(formatDuration(m_controller.elapsedSeconds()));
    const auto remaining = m_controller.remainingSeconds();
    //: A duration; training may stop earlier
    m_figures[Remaining]->setText(remaining && m_controller.busy()
            ? tr("at most %1").arg(formatDuration(*remaining))
            : QStringLiteral("–"));
    const auto pace = m_controller.windowsPerSecond();
    m_figures[Pace]->setText(pace ? tr("%1 windows/s").arg(formatCount(static_cast<qint64>(*pace)))
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
    m_captions[Epoch]->setText(tr("Epoch"));
    m_captions[Remaining]->setText(tr("Remaining"));
    m_captions[Elapsed]->setText(tr("Elapsed"));
    m_captions[Pace]->setText(tr("Throughput"));
    m_captions[Best]->setText(tr("Best validation MAE"));
    m_onePass->setText(tr("This model learns in one pass; its errors are known at the end."));
    m_finish->setText(tr("Finish now"));
    m_finish->setIcon(icon(QStringLiteral("check")));
    m_finish->setToolTip(
        tr("Stops after this epoch, tests the best model so far and keeps it as a run"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setIcon(icon(QStringLiteral("cancel")));
    m_cancel->setToolTip(tr("Stops at once and throws this training away; nothing is stored"));
    m_show->setText(tr("Show result"));
    m_show->setToolTip(tr("Shows the errors of this run beside those of the baselines"));
    showPlan();
    showState();
}

} // namespace belvedere::ui
