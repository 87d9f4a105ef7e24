// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/task_slot.h"
#include "plan/plan_context.h"
#include "plan/scoreboard_model.h"
#include "plan/street_rows.h"

#include <QWidget>

class QLabel;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace belvedere::ui {

class PlanModel;
class PlanRuns;
class ProgressPanel;

/// What came of the runs: all scenarios on one scoreboard, the streets most affected by the one
/// that is looked at, and why a road has the traffic that it has.
class OutcomePanel : public QWidget
{
    Q_OBJECT

public:
    enum Page { Scoreboard, Streets, Why };

    OutcomePanel(
        PlanModel &model, PlanRuns &runs, const PlanContext &context, QWidget *parent = nullptr);

    /// What the ranking and the reasons are about.
    void setChoice(LinkQuantity quantity, int period);
    /// The road whose traffic is explained; -1 = none.
    void setLink(int link);
    void showPage(Page page);

    [[nodiscard]] ScoreboardModel *scoreboard() const { return m_scores; }
    [[nodiscard]] StreetModel *streets() const { return m_streets; }
    [[nodiscard]] PairModel *pairs() const { return m_pairs; }
    [[nodiscard]] QTableView *streetList() const { return m_streetList; }
    [[nodiscard]] QTableView *scoreList() const { return m_scoreList; }
    [[nodiscard]] ProgressPanel *progress() const { return m_progress; }
    [[nodiscard]] QString reason() const;
    /// A sentence about what is missing or wrong; empty if nothing is.
    [[nodiscard]] QString remark() const;

Q_SIGNALS:
    void streetChosen(const std::vector<std::size_t> &links);
    /// The traffic through the road that is explained; empty = no more.
    void bundleFound(const std::vector<double> &flow, const QString &title);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makePages();
    void connectRuns();
    void refresh();
    void fillScores();
    void findStreets();
    void findReason();
    void showReason(const TrafficReason &reason, const QString &title, bool compared);
    void showRemark();
    void clearReason(const QString &text);
    void retranslate();

    PlanModel &m_model;
    PlanRuns &m_runs;
    PlanContext m_context;
    LinkQuantity m_quantity = LinkQuantity::Flow;
    int m_period = 0;
    int m_link = -1;

    ProgressPanel *m_progress;
    QLabel *m_remark;
    QTabBar *m_tabs;
    QStackedWidget *m_pages;
    ScoreboardModel *m_scores;
    StreetModel *m_streets;
    PairModel *m_pairs;
    QTableView *m_scoreList;
    QTableView *m_streetList;
    QTableView *m_pairList;
    QLabel *m_reason;
    TaskSlot<std::vector<AffectedStreet>> m_ranking{this};
    TaskSlot<TrafficReason> m_explaining{this};
};

} // namespace belvedere::ui
