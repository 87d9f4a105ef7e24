// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/store.h"
#include "training/trainer.h"

namespace belvedere {

/// Keeps runs: the record as a document of the store, the model as `models/<run>.safetensors`
/// and its analysis as `models/<run>.analysis.json` in the city folder. A run is visible only
/// when record and model are complete.
class RunArchive
{
public:
    explicit RunArchive(std::shared_ptr<Store> store);

    /// Names the run and keeps it. A joint training is kept as one run a part, at once; they
    /// share a group. @return the record of the first part with its id.
    [[nodiscard]] Result<RunRecord> add(TrainOutcome outcome);
    /// Newest first.
    [[nodiscard]] Result<std::vector<RunRecord>> runs() const;
    /// @return Errc::NotFound listing what exists.
    [[nodiscard]] Result<RunRecord> run(const QString &id) const;
    /// The model file's bytes, its SHA-256 checked against the record's.
    /// @return Errc::Usage for a run on a table.
    [[nodiscard]] Result<ModelState> model(const QString &runId) const;
    /// The same of a run on a table. @return Errc::Usage for any other.
    [[nodiscard]] Result<TableModelState> tableModel(const QString &runId) const;

    /// @return nothing for a run that has none yet (see analyseRun()); Errc::Schema if the file
    /// is damaged.
    [[nodiscard]] Result<std::optional<RunAnalysis>> analysis(const QString &runId) const;
    /// Of a run on a table.
    [[nodiscard]] Result<TableAnalysis> tableAnalysis(const QString &runId) const;
    [[nodiscard]] Result<> setAnalysis(const QString &runId, const RunAnalysis &analysis);

private:
    std::shared_ptr<Store> m_store;
};

} // namespace belvedere
