// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/table_model.h"
#include "environment/environment_tab.h"
#include "environment/run_pairs.h"

class QComboBox;
class QPushButton;
class QTableView;

namespace belvedere::ui {

/// A figure of a run.
struct FigureRow
{
    QString name;
    QString value;
    QString hint; ///< its definition
};

struct FigureColumns
{
    enum Column { Name, Value };
    static constexpr int count = 2;
    [[nodiscard]] static QString header(int column);
    [[nodiscard]] static QVariant data(const FigureRow &row, int column, int role);
    [[nodiscard]] static Qt::Alignment alignment(int column);
};
using FigureModel = TableModel<FigureRow, FigureColumns>;

[[nodiscard]] std::vector<FigureRow> figureRows(const RunPairs &pairs, const QString &unit);

/// The test forecasts of a run against what was measured.
class ModelTab : public EnvironmentTab
{
    Q_OBJECT

public:
    ModelTab(TaskPools &pools, const ForecasterFactory *factory, QWidget *parent = nullptr);

    void setStore(std::shared_ptr<Store> store);
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] ScatterChart *chart() const { return m_chart; }
    [[nodiscard]] QComboBox *runBox() const { return m_run; }
    [[nodiscard]] QComboBox *aheadBox() const { return m_ahead; }
    [[nodiscard]] QTableView *table() const { return m_table; }

protected:
    void compute() override;
    void retranslate() override;
    void showEvent(QShowEvent *event) override;

private:
    void takeRuns(const std::vector<RunChoice> &runs);
    void loadRun();
    void fillAhead();
    void showPairs();
    void copyFigures() const;

    const ForecasterFactory *m_factory;
    std::shared_ptr<Store> m_store;
    QString m_wanted; // run that is shown or loaded
    std::shared_ptr<const RunForecasts> m_forecasts;
    std::vector<FigureRow> m_rows;
    QComboBox *m_run;
    QComboBox *m_ahead;
    ScatterChart *m_chart;
    FigureModel *m_figures;
    QTableView *m_table;
    QPushButton *m_copy;
    TaskSlot<std::vector<RunChoice>> m_listing{this};
    TaskSlot<std::shared_ptr<const RunForecasts>> m_forecasting{this};
    TaskSlot<RunPairs> m_pairing{this};
};

} // namespace belvedere::ui
