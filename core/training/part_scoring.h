// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/job_progress.h"
#include "training/train_part.h"
#include "training/trainer.h"

namespace belvedere {

/// What becomes of a trained model of one part: its figures on the validation part and, as far as
/// is asked for, on the test part with analysis, incumbent and baselines.
class PartScoring
{
public:
    /// All must outlive it. @param model  its kind, which is no baseline of itself.
    /// @param eventsAbove  limits whose exceedance is scored too, of model and baselines.
    PartScoring(const TrainPart &part, const ForecasterFactory &factory, Scoring scoring,
        const QString &model, std::vector<double> eventsAbove, JobProgress &progress);

    /// Of run(), in units of JobProgress.
    [[nodiscard]] qint64 work() const;
    /// Fills in `validation`, `test`, `baselines`, `significance`, `parameters` of the record and
    /// the analysis. @param incumbent  nullptr = none.
    [[nodiscard]] Result<> run(TrainOutcome &outcome, const Incumbent *incumbent);

private:
    [[nodiscard]] Result<> test(
        const Forecaster &model, TrainOutcome &outcome, const Incumbent *incumbent);
    /// Fills in `events` of the test part.
    [[nodiscard]] Result<> scoreEvents(const Forecaster &model, ForecastMetrics &metrics);
    [[nodiscard]] qint64 eventWindows() const;
    [[nodiscard]] Result<> scoreBaselines(RunRecord &record);
    [[nodiscard]] Result<ForecastMetrics> scoreBaseline(const QString &kind, std::uint64_t seed);

    const TrainPart &m_part;
    const ForecasterFactory &m_factory;
    Scoring m_scoring;
    std::vector<QString> m_baselines;
    std::vector<double> m_eventsAbove;
    JobProgress &m_progress;
};

} // namespace belvedere
