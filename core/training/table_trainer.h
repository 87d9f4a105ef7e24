// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/table_predictor.h"
#include "training/table_split.h"
#include "training/trainer.h"

namespace belvedere {

/// The target of a table as learners see it.
struct TableTarget
{
    std::vector<QString> classes; ///< of a classification, sorted; numbers by their value
    std::vector<float> values; ///< [rows of the table]; NaN = missing
    std::vector<std::size_t> rows; ///< that have one
};

/// @return Errc::NotFound for an unknown column; Errc::Usage where the column does not fit the
/// task: text, a time, a category to be regressed, numbers of too many values to be classes,
/// fewer than two classes, a count below zero.
[[nodiscard]] Result<TableTarget> tableTarget(
    const ColumnTable &table, const QString &column, TableTask task);

/// The parts that a specification asks for; the same every time for the same table.
/// @param splitBy  what TableSettings::splitBy came to.
[[nodiscard]] Result<TableSplit> splitTable(const ColumnTable &table, const TableTarget &target,
    const TrainSpec &spec, QString *splitBy = nullptr);

/// Splits the table, learns how its columns become features from the training part, fits, tunes
/// the threshold on the validation part, scores once on the test part beside the baselines
/// (constant, and the linear one of the task), and looks into the test part.
/// @return Errc::Usage naming what makes no sense in the specification; Errc::Numeric for a class
/// that the training part lacks, and what the learner refuses; Errc::Cancelled.
[[nodiscard]] Result<TrainOutcome> trainTable(const TrainSpec &spec,
    std::shared_ptr<const ColumnTable> table, const TableLearnerFactory &factory,
    const TaskContext &context = {});

/// The figures of a trained model on some rows.
[[nodiscard]] Result<TableFigures> evaluateTable(const TablePredictor &model,
    const ColumnTable &table, const TableTarget &target, const std::vector<std::size_t> &rows,
    const TaskContext &context = {});

/// The target of another table, with the classes of the model.
/// @return as tableTarget(); Errc::Usage naming classes that the model never saw.
[[nodiscard]] Result<TableTarget> targetOf(const TablePredictor &model, const ColumnTable &table);

} // namespace belvedere
