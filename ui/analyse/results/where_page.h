// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/results/run_review.h"
#include "charts/chart_table.h"
#include "common/table_model.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;

namespace belvedere::ui {

class SiteErrorMap;

/// A site as the ranking shows it.
struct SiteRow
{
    QString code;
    QString title;
    ErrorFigures figures;
    QString worstHours; ///< "08, 17, 18"
    QString unit;
};

struct SiteColumns
{
    enum Column { Site, Mae, Rmse, Bias, Coverage, Observed, Hours };
    static constexpr int count = 7;
    [[nodiscard]] static QString header(int column);
    [[nodiscard]] static QVariant data(const SiteRow &row, int column, int role);
    [[nodiscard]] static Qt::Alignment alignment(int column);
};
using SiteRankingModel = TableModel<SiteRow, SiteColumns>;

[[nodiscard]] ChartTable siteTable(const std::vector<SiteRow> &rows);

/// Where a run errs: the sites on the map and as a ranking; a site chosen in one is chosen in both
/// and in all other pages.
class WherePage : public QWidget
{
    Q_OBJECT

public:
    WherePage(const AnalyseContext &context, RunReview &review, QWidget *parent = nullptr);

    void setStore(std::shared_ptr<Store> store);
    [[nodiscard]] SiteErrorMap *errorMap() const { return m_map; }
    [[nodiscard]] QTableView *table() const { return m_table; }

Q_SIGNALS:
    void failed(const belvedere::Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fill();
    void showErrors();
    void showSelection();
    void retranslate();

    AnalyseContext m_context;
    RunReview &m_review;
    std::vector<SiteRow> m_rows;
    std::shared_ptr<const RunAnalysis> m_shown;
    SiteRankingModel *m_model;
    QSortFilterProxyModel *m_proxy;
    SiteErrorMap *m_map;
    QComboBox *m_measure;
    QLineEdit *m_filter;
    QTableView *m_table;
    QPushButton *m_export;
};

} // namespace belvedere::ui
