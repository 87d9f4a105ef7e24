// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/results/window_chart.h"
#include "analyse/results/window_forecasts.h"
#include "charts/chart_table.h"
#include "common/table_model.h"

#include <QWidget>

class QPushButton;
class QTableView;
class QToolButton;

namespace belvedere::ui {

class ElidedLabel;

struct CaseRow
{
    UtcMs issued = 0;
    QString site;
    QString code;
    double mae = 0.0;
    QString unit;
    QTimeZone zone = QTimeZone::utc();
};

struct CaseColumns
{
    enum Column { Issued, Site, Mae };
    static constexpr int count = 3;
    [[nodiscard]] static QString header(int column);
    [[nodiscard]] static QVariant data(const CaseRow &row, int column, int role);
    [[nodiscard]] static Qt::Alignment alignment(int column);
};
using CaseModel = TableModel<CaseRow, CaseColumns>;

[[nodiscard]] ChartTable caseTable(const std::vector<CaseRow> &rows);

/// The windows that went worst, and the chart of the one that is chosen: what the model saw, what
/// it said, and what happened.
class WorstPage : public QWidget
{
    Q_OBJECT

public:
    WorstPage(const AnalyseContext &context, RunReview &review, QWidget *parent = nullptr);

    [[nodiscard]] int currentCase() const;
    [[nodiscard]] SeriesChart *chart() const { return m_chart; }

Q_SIGNALS:
    /// The person wants to see what came before and after.
    void filmRequested(int window);
    void failed(const belvedere::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void choose(int row);
    void showCase();
    void retranslate();

    AnalyseContext m_context;
    RunReview &m_review;
    WindowForecasts m_forecasts;
    std::shared_ptr<const RunAnalysis> m_shown;
    std::vector<CaseRow> m_rows;
    CaseModel *m_model;
    QTableView *m_table;
    QToolButton *m_previous, *m_next;
    QPushButton *m_film, *m_export;
    ElidedLabel *m_title, *m_facts;
    SeriesChart *m_chart;
};

} // namespace belvedere::ui
