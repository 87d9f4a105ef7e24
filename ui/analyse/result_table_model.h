// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/measure.h"
#include "training/run_record.h"

#include <QAbstractTableModel>

#include <optional>

namespace belvedere::ui {

/// One measure of a run by horizon, beside its baselines: a row a time ahead and one for all
/// steps; a column a forecaster and one that says in words which is best.
class ResultTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ResultTableModel(const ForecasterFactory &factory, QObject *parent = nullptr);

    void setRun(const std::optional<RunRecord> &run, std::int64_t stepMs);
    void setMeasure(Measure measure);
    /// To be called on a change of language.
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Steps ahead that have a row: those of 3, 6 and 12 that the horizon reaches, and its last.
    [[nodiscard]] static std::vector<int> shownSteps(int horizon);

private:
    struct Row
    {
        int step = 0; ///< 0 = all steps
        std::vector<double> values; ///< [forecasters]
        std::optional<std::size_t> best;
    };
    void rebuild();
    [[nodiscard]] QString bestText(const Row &row) const;

    const ForecasterFactory &m_factory;
    std::optional<RunRecord> m_run;
    std::int64_t m_stepMs = 0;
    Measure m_measure = Measure::Mae;
    std::vector<QString> m_kinds; // of the columns; the run's own first
    std::vector<Row> m_rows;
};

} // namespace belvedere::ui
