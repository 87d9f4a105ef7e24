// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "registry/registry.h"
#include "training/table_trainer.h"

namespace belvedere {

/// Loads the table that `spec` names and trains on it, see trainTable().
[[nodiscard]] Result<TrainOutcome> trainTableRun(std::shared_ptr<Store> store,
    const TableLearnerFactory &factory, const TrainSpec &spec, const TaskContext &context = {});

/// The model of a kept run on a table.
/// @return Errc::NotFound; Errc::Usage for a run that did not learn from a table.
[[nodiscard]] Result<TablePredictor> tablePredictor(
    std::shared_ptr<Store> store, const TableLearnerFactory &factory, const QString &runId);

/// The figures of a run on its test part, or on all rows of another table with a target.
/// @param table  name; empty = the one that it learned from.
/// @return as tablePredictor() and targetOf(). Where the table has changed since, its test part
/// holds other rows.
[[nodiscard]] Result<TableFigures> evaluateTableRun(std::shared_ptr<Store> store,
    const TableLearnerFactory &factory, const QString &runId, const QString &table = {},
    const TaskContext &context = {});

} // namespace belvedere
