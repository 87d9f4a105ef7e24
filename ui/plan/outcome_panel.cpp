// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/outcome_panel.h"

#include "common/error_text.h"
#include "common/format.h"
#include "common/plain_table.h"
#include "common/progress_panel.h"
#include "plan/plan_model.h"
#include "plan/plan_runs.h"
#include "plan/plan_text.h"
#include "theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QStackedWidget>
#include <QTabBar>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace belvedere::ui {

namespace {

constexpr std::size_t kStreets = 30;

QWidget *pageOf(std::initializer_list<QWidget *> widgets)
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    for (QWidget *widget : widgets)
        column->addWidget(widget);
    return page;
}

} // namespace

OutcomePanel::OutcomePanel(
    PlanModel &model, PlanRuns &runs, const PlanContext &context, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_runs(runs)
    , m_context(context)
    , m_progress(new ProgressPanel)
    , m_remark(new QLabel)
    , m_tabs(new QTabBar)
    , m_pages(new QStackedWidget)
    , m_scores(new ScoreboardModel(this))
    , m_streets(new StreetModel(this))
    , m_pairs(new PairModel(this))
    , m_scoreList(makePlainTable(m_scores, QStringLiteral("scoreboard"), kTwoLineRowPx))
    , m_streetList(makePlainTable(m_streets, QStringLiteral("streets")))
    , m_pairList(makePlainTable(m_pairs, QStringLiteral("pairs")))
    , m_reason(new QLabel)
{
    setAttribute(Qt::WA_StyledBackground);
    makePages();
    connectRuns();
    retranslate();
}

void OutcomePanel::makePages()
{
    m_progress->setCancellable(true);
    m_progress->hide();
    m_remark->setWordWrap(true);
    m_remark->setProperty("secondary", true);
    m_reason->setWordWrap(true);
    m_reason->setFont(themeFont(type::kBody, QFont::DemiBold));
    m_scoreList->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_streetList->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    for (int i = 0; i <= Why; ++i)
        m_tabs->addTab(QString());
    m_pages->addWidget(pageOf({m_scoreList}));
    m_pages->addWidget(pageOf({m_streetList}));
    m_pages->addWidget(pageOf({m_reason, m_pairList}));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::kSmall, space::kTiny, space::kSmall, space::kSmall);
    column->setSpacing(space::kTiny);
    column->addWidget(m_tabs);
    column->addWidget(m_progress);
    column->addWidget(m_remark);
    column->addWidget(m_pages, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &OutcomePanel::refresh);
    connect(m_streetList->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &index) {
            if (const StreetRow *row = m_streets->row(index))
                Q_EMIT streetChosen(row->street.links);
        });
}

void OutcomePanel::connectRuns()
{
    connect(m_progress, &ProgressPanel::cancelRequested, &m_runs, &PlanRuns::cancel);
    connect(&m_runs, &PlanRuns::progressed, m_progress, &ProgressPanel::setProgress);
    connect(&m_runs, &PlanRuns::runningChanged, this, [this] {
        if (m_runs.running())
            m_progress->start(tr("Running"));
        m_progress->setVisible(m_runs.running());
        refresh();
    });
    connect(&m_runs, &PlanRuns::resultChanged, this, &OutcomePanel::refresh);
    connect(&m_model, &PlanModel::treeChanged, this, &OutcomePanel::refresh);
    connect(&m_model, &PlanModel::currentChanged, this, &OutcomePanel::refresh);
}

void OutcomePanel::setChoice(LinkQuantity quantity, int period)
{
    m_quantity = quantity;
    m_period = period;
    refresh();
}

void OutcomePanel::setLink(int link)
{
    if (link == m_link)
        return;
    m_link = link;
    findReason();
}

void OutcomePanel::showPage(Page page)
{
    m_tabs->setCurrentIndex(page);
}

QString OutcomePanel::reason() const
{
    return m_reason->text();
}

QString OutcomePanel::remark() const
{
    return m_remark->isHidden() ? QString() : m_remark->text();
}

void OutcomePanel::refresh()
{
    fillScores();
    findStreets();
    findReason();
    showRemark();
}

void OutcomePanel::fillScores()
{
    std::vector<ScoreboardEntry> entries;
    for (const Scenario &scenario : m_model.tree().scenarios) {
        const auto run = m_runs.result(scenario.id);
        const auto edits = editsOf(m_model.tree(), scenario.id);
        const bool old =
            run && !run->tentative && (!edits || !m_runs.isCurrent(scenario.id, *edits));
        entries.push_back({scenario.name, run, old});
    }
    m_scores->setRuns(m_runs.result(QString()), std::move(entries));
    fitColumns(*m_scoreList, ScoreboardModel::Indicator);
}

void OutcomePanel::findStreets()
{
    const auto before = m_runs.result(QString());
    const auto after = m_model.current().isEmpty() ? nullptr : m_runs.result(m_model.current());
    if (!before || !after) {
        m_ranking.cancel();
        m_streets->setRows(std::vector<StreetRow>());
        return;
    }
    if (m_tabs->currentIndex() != Streets)
        return;
    m_ranking.start(runTask(m_context.pools->io,
                        [before, after, quantity = m_quantity, period = m_period](
                            TaskContext &) -> Result<std::vector<AffectedStreet>> {
                            return affectedStreets(*before, *after, quantity, kStreets, period);
                        }),
        [this](Result<std::vector<AffectedStreet>> streets) {
            if (!streets)
                return;
            std::vector<StreetRow> rows;
            for (AffectedStreet &street : *streets)
                rows.push_back({std::move(street), m_quantity});
            m_streets->setRows(std::move(rows));
            fitColumns(*m_streetList, StreetColumns::Street);
            showRemark();
        });
}

void OutcomePanel::clearReason(const QString &text)
{
    m_explaining.cancel();
    m_reason->setText(text);
    m_pairs->setRows(std::vector<PairShift>());
    m_pairList->hide();
    Q_EMIT bundleFound({}, {});
}

void OutcomePanel::findReason()
{
    const auto before = m_runs.result(QString());
    const auto scenario = m_model.current().isEmpty() ? nullptr : m_runs.result(m_model.current());
    const auto after = scenario ? scenario : before;
    if (m_tabs->currentIndex() != Why || m_link < 0 || !before || !after) {
        clearReason(m_link < 0
                ? tr("Click a road to see where its traffic comes from and goes to, and why it "
                     "changed.")
                : tr("Run the base case first."));
        return;
    }
    const auto base = m_model.base();
    const auto link = static_cast<std::size_t>(m_link);
    const bool added = link >= base->network().links().size();
    const QString title = added ? tr("New road") : base->linkTitle(link);
    m_explaining.start(runTask(m_context.pools->io,
                           [before, after, link, period = std::max(0, m_period)](TaskContext &) {
                               return explainTraffic(*before, *after, link, period);
                           }),
        [this, title, compared = scenario != nullptr](Result<TrafficReason> reason) {
            if (reason)
                showReason(*reason, title, compared);
            else
                clearReason(errorText(reason.error()));
        });
}

void OutcomePanel::showReason(const TrafficReason &reason, const QString &title, bool compared)
{
    const double change = reason.after - reason.before;
    if (!compared) {
        m_reason->setText(tr("%1 carries %2 veh/h. The map shows where they come from and go to.")
                              .arg(title, formatNumber(reason.after, 0)));
    } else if (std::abs(change) < 0.5) {
        m_reason->setText(tr("%1 carries %2 veh/h, as in the base case.")
                              .arg(title, formatNumber(reason.after, 0)));
    } else {
        //: a road, its traffic, the change, the part of it by other routes, that by other demand
        m_reason->setText(
            tr("%1 carries %2 veh/h, %3 against the base case: %4 by other routes, "
               "%5 by more or fewer trips.")
                .arg(title, formatNumber(reason.after, 0), formatSigned(change, {}, 0),
                    formatSigned(reason.fromReroutedTrips, {}, 0),
                    formatSigned(reason.fromDemand, {}, 0)));
    }
    m_pairs->setRows(reason.pairs);
    m_pairList->setVisible(!reason.pairs.empty());
    fitColumns(*m_pairList, PairColumns::Change);
    //: title of a legend: the traffic that also uses a road
    Q_EMIT bundleFound(reason.bundleAfter, tr("Traffic through %1").arg(title));
}

void OutcomePanel::showRemark()
{
    QString text;
    const Error *error = m_runs.error(m_model.current());
    const auto run = m_runs.result(m_model.current());
    if (error != nullptr)
        text = errorText(*error);
    else if (!m_runs.result(QString()))
        text = m_runs.running() ? tr("The base case is being computed.")
                                : tr("Nothing was run yet. Press Run.");
    else if (m_tabs->currentIndex() == Streets && m_model.current().isEmpty())
        text = tr("Choose a scenario to see the streets that it affects most.");
    else if (m_tabs->currentIndex() == Streets && !run)
        text = tr("Run the scenario to see the streets that it affects most.");
    else if (m_tabs->currentIndex() == Streets && m_streets->rowCount() == 0)
        text = tr("No street is affected.");
    else if (run && !run->stranded.empty())
        text = tr("%Ln zone(s) lose trips, because no road leads there any more.", nullptr,
            static_cast<int>(run->stranded.size()));
    else if (m_tabs->currentIndex() == Scoreboard && m_model.base()
        && m_model.base()->data().syntheticDemand)
        text =
            tr("With synthetic demand: compare, do not count on single figures. * Less sure, the "
               "tip says why.");
    m_remark->setText(text);
    m_remark->setVisible(!text.isEmpty());
}

void OutcomePanel::retranslate()
{
    m_tabs->setAccessibleName(tr("Results"));
    m_tabs->setTabText(Scoreboard, tr("Scoreboard"));
    m_tabs->setTabText(Streets, tr("Streets most affected"));
    m_tabs->setTabText(Why, tr("Why?"));
    m_tabs->setTabToolTip(Scoreboard, tr("All scenarios against the base case"));
    m_tabs->setTabToolTip(Streets, tr("What changes most, for the quantity on the map"));
    m_tabs->setTabToolTip(Why, tr("Where the traffic of a road comes from, and why it changed"));
    m_scoreList->setAccessibleName(tr("Scoreboard"));
    m_streetList->setAccessibleName(tr("Streets most affected"));
    m_pairList->setAccessibleName(tr("Trips through the road"));
    m_streets->retranslate();
    m_pairs->retranslate();
    refresh();
}

void OutcomePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace belvedere::ui
