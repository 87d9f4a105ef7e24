// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/table_runs.h"

namespace belvedere {

Result<TrainOutcome> trainTableRun(std::shared_ptr<Store> store,
    const TableLearnerFactory &factory, const TrainSpec &spec, const TaskContext &context)
{
    BV_TRY(auto table, store->table(spec.dataset));
    return trainTable(spec, std::move(table), factory, context);
}

Result<TablePredictor> tablePredictor(
    std::shared_ptr<Store> store, const TableLearnerFactory &factory, const QString &runId)
{
    BV_TRY(const TableModelState state, RunArchive(std::move(store)).tableModel(runId));
    return TablePredictor::load(state, factory);
}

Result<TableFigures> evaluateTableRun(std::shared_ptr<Store> store,
    const TableLearnerFactory &factory, const QString &runId, const QString &table,
    const TaskContext &context)
{
    BV_TRY(const RunRecord run, RunArchive(store).run(runId));
    BV_TRY(const TablePredictor model, tablePredictor(store, factory, runId));
    const bool same = table.isEmpty() || table == run.spec.dataset;
    BV_TRY(const auto cells, store->table(same ? run.spec.dataset : table));
    BV_TRY(const TableTarget target, targetOf(model, *cells));
    if (!same)
        return evaluateTable(model, *cells, target, target.rows, context);
    BV_TRY(const TableSplit split, splitTable(*cells, target, run.spec));
    return evaluateTable(model, *cells, target, split.test, context);
}

} // namespace belvedere
