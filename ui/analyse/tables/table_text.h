// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/entry_model.h"
#include "charts/chart_table.h"
#include "data/column_table.h"
#include "models/table_learner.h"
#include "training/run_record.h"

namespace belvedere::ui {

// Sentences and names of tasks on tables, in the language of the program.

[[nodiscard]] QString tableTaskTitle(TableTask task);
[[nodiscard]] QString columnKindTitle(ColumnKind kind);
/// "Category, 12 names, 3 missing"
[[nodiscard]] QString columnText(const ColumnInfo &column);
[[nodiscard]] Entry tableEntry(const TableInfo &table);
/// The kind itself if the factory does not know it.
[[nodiscard]] QString learnerTitle(const TableLearnerFactory &factory, const QString &kind);

/// Figures of a run beside those of its baselines: one row a figure, one column a model.
struct FiguresTable
{
    QStringList header;
    std::vector<QStringList> rows;
    QStringList help; ///< [rows] what each figure means
    ChartTable plain; ///< the same as plain numbers, for a file
};
[[nodiscard]] FiguresTable figuresTable(const RunRecord &run, const TableLearnerFactory &factory);
/// One row a class; the same columns for all.
[[nodiscard]] FiguresTable classTable(const RunRecord &run);

/// "Right in 91.2 % of the rows; Logistic regression: 89.6 %", the best of the baselines.
[[nodiscard]] QString tableVerdict(const RunRecord &run, const TableLearnerFactory &factory);
/// Accuracy, or MAE with its unit.
[[nodiscard]] QString tableScore(const RunRecord &run);
/// Table, target, split, seed: what the figures hold for.
[[nodiscard]] QString tableConditions(const RunRecord &run);

} // namespace belvedere::ui
