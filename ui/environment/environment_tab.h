// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task_pools.h"
#include "charts/chart_view.h"
#include "common/task_slot.h"
#include "environment/environment_charts.h"

#include <QWidget>

class QHBoxLayout;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;

namespace belvedere::ui {

class EmptyState;

/// A chart of the page with its own choices above it. Computes only while it is seen.
class EnvironmentTab : public QWidget
{
    Q_OBJECT

public:
    EnvironmentTab(TaskPools &pools, QWidget *parent = nullptr);

    void setQuery(const PlaceQuery &query);
    [[nodiscard]] const PlaceQuery &query() const { return m_query; }
    /// The chart has its data, or says why not.
    [[nodiscard]] virtual bool isSettled() const = 0;

Q_SIGNALS:
    void failed(const belvedere::Error &error);
    /// A day was chosen in a chart, by its beginning.
    void timeChosen(belvedere::UtcMs time);

protected:
    /// Asks for what the query and the own choices say; called while the tab is seen.
    virtual void compute() = 0;
    virtual void retranslate();
    /// The chart below the choices, with a button that saves it.
    void setChart(ChartView *chart);
    void addChoice(QWidget *widget);
    [[nodiscard]] QVBoxLayout *content() const { return m_content; }
    /// Computes now, or once the tab is seen.
    void refresh();
    /// Says a sentence in place of the chart; empty = the chart.
    void setHint(const QString &sentence);
    /// The error in the chart's place where it is one of the data, else to the page.
    void fail(const Error &error);

    TaskPools &m_pools;

    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    PlaceQuery m_query;
    bool m_stale = true;
    QHBoxLayout *m_choices;
    QToolButton *m_export;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QVBoxLayout *m_content;
};

} // namespace belvedere::ui
