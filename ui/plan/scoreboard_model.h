// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/comparison.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace belvedere::ui {

/// A scenario on the scoreboard.
struct ScoreboardEntry
{
    QString name;
    std::shared_ptr<const CoupledRun> run; ///< null = not run yet
    bool old = false; ///< it was run with other edits
};

/// A row for each indicator, a column for the base case and one for each scenario, with the change
/// against the base case in words.
class ScoreboardModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Indicator, Base, FirstScenario };

    using QAbstractTableModel::QAbstractTableModel;

    /// @param base  null = nothing was run: no rows.
    void setRuns(std::shared_ptr<const CoupledRun> base, std::vector<ScoreboardEntry> entries);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Cell
    {
        QString text;
        QString detail;
        QString tip;
    };
    void fill();
    [[nodiscard]] Cell cellOf(const ScoreboardEntry &entry,
        const std::vector<KpiComparison> &comparison, const KpiDefinition &definition) const;

    std::shared_ptr<const CoupledRun> m_base;
    std::vector<ScoreboardEntry> m_entries;
    std::vector<std::vector<Cell>> m_rows; // [rows][columns]
};

} // namespace belvedere::ui
