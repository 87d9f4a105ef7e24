// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/study_view.h"

#include "analyse/results/table_export.h"
#include "analyse/training/study_text.h"
#include "analyse/training/training_text.h"
#include "analyse/training/trial_chart.h"
#include "charts/bar_chart.h"
#include "charts/curve_chart.h"
#include "common/elided_label.h"
#include "common/fitting_header.h"
#include "common/format.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

using State = StudyController::State;
constexpr int kProgressSteps = 1000;
constexpr int kRowHeight = 28;

TrialCurve::Tone toneOf(const TuningTrial &trial, int best)
{
    if (trial.number == best)
        return TrialCurve::Tone::Best;
    const bool dropped =
        trial.state == TuningTrial::State::Dropped || trial.state == TuningTrial::State::Failed;
    return dropped ? TrialCurve::Tone::Dropped : TrialCurve::Tone::Alive;
}

} // namespace

StudyView::StudyView(StudyController &controller, const ForecasterFactory &factory,
    TaskPools &pools, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_factory(factory)
    , m_pools(pools)
    , m_title(new ElidedLabel)
    , m_state(new ElidedLabel)
    , m_summary(new QLabel)
    , m_bar(new QProgressBar)
    , m_finish(new QPushButton)
    , m_cancel(new QPushButton)
    , m_use(new QPushButton)
    , m_show(new QPushButton)
    , m_export(new QPushButton)
    , m_charts(new QStackedWidget)
    , m_trialChart(new TrialChart)
    , m_foldChart(new BarChart)
    , m_curveChart(new CurveChart)
    , m_trials(new TrialTable(this))
    , m_folds(new FoldTable(this))
    , m_points(new CurveTable(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    buildHead(layout);
    for (QWidget *chart : {static_cast<QWidget *>(m_trialChart),
             static_cast<QWidget *>(m_foldChart), static_cast<QWidget *>(m_curveChart)})
        m_charts->addWidget(chart);
    buildTable(layout);
    connect(&m_controller, &StudyController::stateChanged, this, &StudyView::showState);
    connect(&m_controller, &StudyController::changed, this, &StudyView::showContent);
    connect(&m_controller, &StudyController::progressChanged, this,
        [this](double done) { m_bar->setValue(qRound(done * kProgressSteps)); });
    connect(m_finish, &QPushButton::clicked, &m_controller, &StudyController::finishNow);
    connect(m_cancel, &QPushButton::clicked, &m_controller, &StudyController::cancel);
    connect(m_use, &QPushButton::clicked, this, &StudyView::useBest);
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (const auto &record = m_controller.record())
            Q_EMIT resultRequested(record->winnerRun);
    });
    connect(m_export, &QPushButton::clicked, this, &StudyView::exportRows);
    retranslate();
}

void StudyView::buildHead(QVBoxLayout *layout)
{
    m_title->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_state->setSecondary(true);
    m_summary->setWordWrap(true);
    m_bar->setRange(0, kProgressSteps);
    m_bar->setTextVisible(false);
    m_finish->setObjectName(QStringLiteral("finishSearch"));
    m_cancel->setObjectName(QStringLiteral("cancelExperiment"));
    m_use->setObjectName(QStringLiteral("useBest"));
    m_use->setProperty("primary", true);
    m_show->setObjectName(QStringLiteral("showWinner"));
    m_export->setObjectName(QStringLiteral("exportTable"));
    auto *words = new QVBoxLayout;
    words->setSpacing(space::kHair);
    words->addWidget(m_title);
    words->addWidget(m_state);
    auto *head = new QHBoxLayout;
    head->setSpacing(space::kSmall);
    head->addLayout(words, 1);
    for (QPushButton *button : {m_finish, m_cancel, m_export, m_show, m_use})
        head->addWidget(button);
    layout->addLayout(head);
    layout->addWidget(m_bar);
    layout->addWidget(m_summary);
}

void StudyView::buildTable(QVBoxLayout *layout)
{
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("experimentTable"));
    m_table->setModel(m_trials);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setFont(themeFont(type::kDense));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->setHorizontalHeader(new FittingHeader(m_table));
    auto *splitter = new QSplitter(Qt::Vertical);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(space::kSmall);
    splitter->addWidget(m_charts);
    splitter->addWidget(m_table);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    layout->addWidget(splitter, 1);
}

void StudyView::setZone(const QTimeZone &zone)
{
    m_zone = zone;
}

void StudyView::useBest()
{
    const auto &record = m_controller.record();
    const TuningTrial *trial = record ? record->best() : nullptr;
    if (!trial)
        return;
    TrainSpec spec = record->train;
    for (auto it = trial->options.begin(); it != trial->options.end(); ++it)
        spec.options.insert(it.key(), it.value());
    Q_EMIT useRequested(spec);
}

void StudyView::exportRows()
{
    exportTable(this, m_pools.io, m_title->text(), tableOf(*m_table->model()),
        [this](const Error &error) { Q_EMIT failed(error); });
}

void StudyView::showState()
{
    const State state = m_controller.state();
    static const StudyRecord kNone;
    const StudyRecord &record = m_controller.record() ? *m_controller.record() : kNone;
    QString text;
    switch (state) {
    case State::Idle:
        break;
    case State::Waiting:
        text = tr("Waits until the training that runs has ended");
        break;
    case State::Running: {
        const auto parts = static_cast<int>(
            std::max({record.trials.size(), record.folds.size(), record.points.size()}));
        //: 3 of 27 trials, folds or points
        text = tr("%1 of %2").arg(formatCount(parts), formatCount(record.parts));
        break;
    }
    case State::Finishing:
        text = tr("Training the best trial to its end…");
        break;
    case State::Cancelling:
        text = tr("Cancelling…");
        break;
    case State::Storing:
        text = tr("Storing the result…");
        break;
    }
    m_state->setText(text);
    const bool searches = m_controller.record() && record.kind == StudyRecord::Kind::Search;
    const bool hasBest = record.best() != nullptr;
    const bool idle = state == State::Idle;
    m_bar->setVisible(!idle);
    m_finish->setVisible(searches && !idle);
    m_finish->setEnabled(state == State::Running && hasBest);
    m_cancel->setVisible(!idle);
    m_cancel->setEnabled(state != State::Cancelling && state != State::Storing);
    m_use->setVisible(searches && hasBest);
    m_show->setVisible(idle && !record.winnerRun.isEmpty());
    m_export->setEnabled(m_table->model()->rowCount() > 0);
}

void StudyView::showContent()
{
    const auto &record = m_controller.record();
    if (!record)
        return;
    m_title->setText(studyTitle(*record, m_factory));
    m_bar->setAccessibleName(m_title->text());
    switch (record->kind) {
    case StudyRecord::Kind::Search:
        showTrials(*record);
        break;
    case StudyRecord::Kind::CrossValidation:
        showFolds(*record);
        break;
    case StudyRecord::Kind::LearningCurve:
        showCurve(*record);
        break;
    }
    m_summary->setText(studySummary(*record, m_factory));
    m_summary->setVisible(!m_summary->text().isEmpty());
    showState();
}

void StudyView::fitColumns(int stretched)
{
    QHeaderView *header = m_table->horizontalHeader();
    for (int column = 0; column < m_table->model()->columnCount(); ++column)
        header->setSectionResizeMode(
            column, column == stretched ? QHeaderView::Stretch : QHeaderView::ResizeToContents);
}

void StudyView::showTrials(const StudyRecord &record)
{
    const TuningTrial *leader = record.best();
    const int number = leader ? leader->number : 0;
    std::vector<TrialRow> rows;
    std::vector<TrialCurve> curves;
    for (const TuningTrial &trial : record.trials) {
        QString options = changedOptionsText(record.train.model, trial.options, m_factory);
        if (options.isEmpty())
            options = tr("Defaults");
        TrialCurve curve{trial.number, options, toneOf(trial, number), {}};
        for (const EpochReport &epoch : trial.epochs) {
            if (std::isfinite(epoch.validationMae))
                curve.points.emplace_back(epoch.epoch, epoch.validationMae);
        }
        curves.push_back(std::move(curve));
        rows.push_back({trial, options, record.unit, trial.number == number});
    }
    m_trials->setRows(std::move(rows));
    m_trialChart->setTrials(std::move(curves), record.unit);
    if (m_table->model() != m_trials)
        m_table->setModel(m_trials);
    fitColumns(TrialColumns::Options);
    m_charts->setCurrentWidget(m_trialChart);
}

void StudyView::showFolds(const StudyRecord &record)
{
    auto content = std::make_shared<BarChartData>();
    content->quantity = tr("MAE");
    content->unit = record.unit;
    content->orientation = Qt::Vertical;
    std::vector<FoldRow> rows;
    for (const FoldOutcome &fold : record.folds) {
        rows.push_back({fold, record.unit, m_zone});
        const QDate begin = QDateTime::fromMSecsSinceEpoch(fold.testFrom, m_zone).date();
        content->bars.push_back(
            {QLocale().toString(begin, tr("d MMM", "a date")), {fold.record.test.all.mae}, {}, {}});
    }
    if (const auto &spread = record.spread) {
        const double mean = spread->mean.all.mae;
        const double deviation = spread->deviation.all.mae;
        content->bars.push_back({tr("Mean"), {mean}, {mean - deviation}, {mean + deviation}});
    }
    m_folds->setRows(std::move(rows));
    m_foldChart->setData(std::move(content));
    if (m_table->model() != m_folds)
        m_table->setModel(m_folds);
    fitColumns(FoldColumns::Period);
    m_charts->setCurrentWidget(m_foldChart);
}

void StudyView::showCurve(const StudyRecord &record)
{
    auto content = std::make_shared<CurveData>();
    content->xName = tr("Training days");
    content->yName = tr("Mean absolute error");
    content->yUnit = record.unit;
    Curve validation{QStringLiteral("validation"), tr("Validation"), {}, std::nan("")};
    Curve test{QStringLiteral("test"), tr("Test"), {}, std::nan("")};
    std::vector<CurveRow> rows;
    for (const LearningCurvePoint &point : record.points) {
        rows.push_back({point, record.unit});
        validation.points.emplace_back(point.days, point.record.validation.mae);
        test.points.emplace_back(point.days, point.record.test.all.mae);
    }
    content->curves = {test, validation};
    m_points->setRows(std::move(rows));
    m_curveChart->setData(std::move(content));
    if (m_table->model() != m_points)
        m_table->setModel(m_points);
    fitColumns(-1);
    m_charts->setCurrentWidget(m_curveChart);
}

void StudyView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StudyView::retranslate()
{
    m_finish->setText(tr("Finish now"));
    m_finish->setIcon(icon(QStringLiteral("check")));
    m_finish->setToolTip(tr("Begins no further trial and trains the best one to its end"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setIcon(icon(QStringLiteral("cancel")));
    m_cancel->setToolTip(tr("Stops at once; what is shown stays, no model is kept"));
    m_use->setText(tr("Use the best"));
    m_use->setToolTip(tr("Fills the form with the options of the best trial"));
    m_show->setText(tr("Show result"));
    m_show->setToolTip(tr("Shows the errors of the winner beside those of the baselines"));
    m_export->setText(tr("Export table…"));
    m_export->setToolTip(tr("Writes the rows below as CSV; each chart exports from its menu"));
    m_table->setAccessibleName(tr("Trials, folds or points of the experiment"));
    m_foldChart->setTitle(tr("Error of each fold"));
    m_foldChart->setEmptyText(tr("Each fold appears here once it is scored."));
    m_curveChart->setTitle(tr("Error by days of training data"));
    m_curveChart->setEmptyText(tr("Each point appears here once it is scored."));
    m_trials->retranslate();
    m_folds->retranslate();
    m_points->retranslate();
    showContent();
    showState();
}

} // namespace belvedere::ui
