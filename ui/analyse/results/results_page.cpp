// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/results_page.h"

#include "analyse/analyse_text.h"
#include "analyse/result_panel.h"
#include "analyse/results/certainty_page.h"
#include "analyse/results/film_page.h"
#include "analyse/results/when_page.h"
#include "analyse/results/where_page.h"
#include "analyse/results/worst_page.h"
#include "analyse/tables/table_result_page.h"
#include "common/elided_label.h"
#include "common/empty_state.h"
#include "common/error_text.h"
#include "common/progress_panel.h"
#include "theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace belvedere::ui {

ResultsPage::ResultsPage(const AnalyseContext &context, RunController &runs,
    const DatasetController &datasets, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_runs(runs)
    , m_datasets(datasets)
    , m_review(context)
    , m_pages(new QStackedWidget)
    , m_empty(new EmptyState(QStringLiteral("model")))
    , m_title(new ElidedLabel)
    , m_simulated(new QLabel)
    , m_error(new QLabel)
    , m_progress(new ProgressPanel)
    , m_tabs(new QTabWidget)
    , m_summary(new ResultPanel(*context.factory))
    , m_where(new WherePage(context, m_review))
    , m_when(new WhenPage(m_review))
    , m_certainty(new CertaintyPage(m_review))
    , m_worst(new WorstPage(context, m_review))
    , m_film(new FilmPage(context, m_review))
    , m_table(new TableResultPage(context))
{
    m_title->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_simulated->setProperty("secondary", true);
    m_error->setWordWrap(true);
    m_error->setObjectName(QStringLiteral("reviewError"));
    m_tabs->setDocumentMode(true);
    m_tabs->setObjectName(QStringLiteral("resultTabs"));
    for (QWidget *page :
        std::initializer_list<QWidget *>{m_summary, m_where, m_when, m_certainty, m_worst, m_film})
        m_tabs->addTab(page, QString());
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
    layout->setSpacing(space::kSmall);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_simulated);
    layout->addLayout(head);
    layout->addWidget(m_progress);
    layout->addWidget(m_error);
    layout->addWidget(m_tabs, 1);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(content);
    m_pages->addWidget(m_table);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);
    connectPages();
    retranslate();
}

ResultsPage::~ResultsPage()
{
    delete m_tabs; // its pages look into the review, which goes before the other children
}

void ResultsPage::connectPages()
{
    connect(&m_runs, &RunController::runsChanged, this, &ResultsPage::refresh);
    connect(&m_runs, &RunController::notesChanged, this, &ResultsPage::refresh);
    connect(&m_runs, &RunController::deployingChanged, this, [this] {
        m_summary->setDeploying(m_runs.deploying());
        m_table->setDeploying(m_runs.deploying());
    });
    connect(m_table, &TableResultPage::deployRequested, &m_runs, &RunController::deploy);
    connect(m_table, &TableResultPage::reuseRequested, this, &ResultsPage::reuseRequested);
    connect(m_table, &TableResultPage::failed, this, &ResultsPage::failed);
    connect(&m_datasets, &DatasetController::datasetsChanged, this, &ResultsPage::refresh);
    connect(m_summary, &ResultPanel::deployRequested, &m_runs, &RunController::deploy);
    connect(m_summary, &ResultPanel::reuseRequested, this, &ResultsPage::reuseRequested);
    connect(m_empty, &EmptyState::actionTriggered, this, &ResultsPage::trainRequested);
    connect(m_tabs, &QTabWidget::currentChanged, this, &ResultsPage::loadIfNeeded);
    connect(&m_review, &RunReview::changed, this, &ResultsPage::showState);
    connect(&m_review, &RunReview::progressChanged, this,
        [this](double done) { m_progress->setProgress(done); });
    connect(&m_review, &RunReview::failed, this, &ResultsPage::failed);
    connect(&m_review, &RunReview::taskStarted, this, &ResultsPage::taskStarted);
    connect(&m_review, &RunReview::taskFinished, this, &ResultsPage::taskFinished);
    connect(m_progress, &ProgressPanel::cancelRequested, this, [this] {
        m_review.show({});
        showTab(Tab::Summary);
    });
    connect(m_where, &WherePage::failed, this, &ResultsPage::failed);
    connect(m_worst, &WorstPage::failed, this, &ResultsPage::failed);
    connect(m_worst, &WorstPage::filmRequested, this, [this](int window) {
        showTab(Tab::Film);
        m_film->setWindow(window);
    });
    connect(m_film, &FilmPage::failed, this, &ResultsPage::failed);
}

void ResultsPage::setStore(std::shared_ptr<Store> store)
{
    m_context.store = store;
    m_runId.clear();
    m_where->setStore(store);
    m_table->setStore(store);
    m_review.setStore(std::move(store));
    refresh();
}

void ResultsPage::cancelAll()
{
    m_film->setPlaying(false);
    m_review.cancel();
}

void ResultsPage::showRun(const QString &runId)
{
    m_runId = runId;
    refresh();
}

void ResultsPage::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(static_cast<int>(tab));
}

void ResultsPage::refresh()
{
    const bool sameCity = m_runs.store() == m_context.store;
    if (sameCity && !m_runs.run(m_runId) && !m_runs.runs().empty())
        m_runId = m_runs.runs().front().record.id;
    const RunEntry *run = sameCity ? m_runs.run(m_runId) : nullptr;
    const bool onTable = run && run->record.table && m_context.tables;
    const View view = !run ? View::Nothing : onTable ? View::Table : View::Forecast;
    m_pages->setCurrentIndex(static_cast<int>(view));
    if (view == View::Table)
        return showTable(*run);
    if (!run) {
        m_runId.clear();
        m_review.show({});
        m_summary->showNothing(!m_datasets.datasets().empty());
        return;
    }
    const TrainSpec &spec = run->record.spec;
    const RunEntry *live = m_runs.live(spec.dataset, spec.channel);
    const Dataset *dataset = m_datasets.dataset(spec.dataset);
    m_summary->showRun(
        *run, dataset ? dataset->axis.stepMs : 0, live ? std::optional(*live) : std::nullopt);
    const QString model = modelTitle(*m_context.factory, spec.model);
    m_title->setText(run->note.name.isEmpty()
            //: a run and its model
            ? tr("%1 · %2").arg(m_runId, model)
            //: the name that a person gave a run, its model, its id
            : tr("%1 · %2 · %3").arg(run->note.name, model, m_runId));
    m_simulated->setText(run->record.simulatedData ? tr("Simulated data") : QString());
    if (m_review.runId() != m_runId)
        m_review.show({});
    loadIfNeeded();
}

void ResultsPage::showTable(const RunEntry &run)
{
    m_review.show({});
    const RunEntry *live = m_runs.live(run.record.spec.dataset, run.record.spec.channel);
    m_table->showRun(run, live ? std::optional(*live) : std::nullopt);
}

void ResultsPage::loadIfNeeded()
{
    if (isVisible() && m_pages->currentIndex() == static_cast<int>(View::Forecast)
        && !m_runId.isEmpty() && m_tabs->currentIndex() != int(Tab::Summary)
        && m_review.runId() != m_runId) {
        //: %1 a run
        m_progress->start(tr("Looking through the test part of %1").arg(m_runId));
        m_review.show(m_runId);
    }
    showState();
}

void ResultsPage::showState()
{
    const bool summary = m_tabs->currentIndex() == int(Tab::Summary);
    m_progress->setVisible(m_review.loading() && !summary);
    const auto &error = m_review.error();
    m_error->setVisible(error.has_value() && !summary);
    m_error->setText(error ? errorText(*error) : QString());
}

void ResultsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    loadIfNeeded();
}

void ResultsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ResultsPage::retranslate()
{
    m_empty->setText(tr("There is no model to look into yet. Train one: its errors are shown here "
                        "by place, by time and case by case."));
    m_empty->setActionText(tr("Train a model"));
    m_tabs->tabBar()->setAccessibleName(tr("Views of a run"));
    const QString titles[] = {
        tr("Summary"), tr("Where"), tr("When"), tr("Certainty"), tr("Worst cases"), tr("Film")};
    const QString tips[] = {tr("Figures beside the baselines, and deployment"), tr("Error by site"),
        tr("Error by hour, state and day"), tr("Calibration of the bands, and the errors"),
        tr("The windows that went worst"), tr("Forecast against truth, window by window")};
    for (int i = 0; i < m_tabs->count(); ++i) {
        m_tabs->setTabText(i, titles[i]);
        m_tabs->setTabToolTip(i, tips[i]);
    }
    refresh();
}

} // namespace belvedere::ui
