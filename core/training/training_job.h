// SPDX-License-Identifier: GPL-3.0-or-later
// Private to the trainer.
#pragma once

#include "training/checkpoint_writer.h"
#include "training/early_stopping.h"
#include "training/part_scoring.h"

namespace belvedere {

/// One training from the split to the figures.
class Training
{
public:
    Training(const TrainSpec &spec, TrainInputs inputs, const ForecasterFactory &factory,
        const TaskContext &context, const TrainerHooks &hooks)
        : m_inputs(std::move(inputs))
        , m_factory(factory)
        , m_hooks(hooks)
        , m_clock(context)
        , m_progress(context, m_clock, spec.threads)
        , m_stopping(spec.patience)
        , m_checkpoints(hooks, m_clock)
        , m_tuning(spec.patience)
    {
        m_record.spec = spec;
    }

    [[nodiscard]] Result<TrainOutcome> run()
    {
        BV_TRY_VOID(prepare());
        BV_TRY_VOID(plan());
        BV_TRY_VOID(start());
        BV_TRY_VOID(fit());
        return score();
    }

private:
    Result<> prepare();
    Result<> prepareParts();
    Result<> plan();
    Result<int> epochsInBudget(int asked);
    Result<> start();
    Result<> begin();
    void takeUp(const TrainingCheckpoint &checkpoint);
    Result<> fit();
    Result<> fitTogether();
    Result<> fineTune(int part);
    bool takeBest(const EpochReport &report);
    void finishEpoch(EpochReport report);
    Result<EpochReport> oneEpoch();
    Result<bool> epochInTime();
    Result<> validate(EpochReport &report, const std::function<bool()> &alsoStop);
    Result<ForecastMetrics> validatePart(std::size_t part, const std::function<bool()> &alsoStop);
    Result<TrainOutcome> score();

    [[nodiscard]] TrainingCheckpoint checkpoint() const;
    [[nodiscard]] TrainingData trainingData() const;
    [[nodiscard]] RunRecord partRecord(std::size_t part) const;
    /// A yardstick of 0 or none measures nothing: then the plain error counts.
    [[nodiscard]] double yardstick(std::size_t part) const
    {
        return !m_yardsticks.empty() && m_yardsticks[part] > 0.0 ? m_yardsticks[part] : 1.0;
    }
    [[nodiscard]] qint64 epochWork(std::size_t part) const;
    [[nodiscard]] qint64 scoringWork() const;
    /// Those done, of all parts together (-1) or of one that is fine-tuned.
    [[nodiscard]] int epochsOf(int tunedPart) const;
    /// Of each part; 0 = none is fine-tuned.
    [[nodiscard]] int fineTuneEpochs() const;
    /// Empty = go on.
    [[nodiscard]] QString reasonToStop(double epochSeconds) const;
    [[nodiscard]] double seconds() const { return m_secondsBefore + m_clock.seconds(); }
    [[nodiscard]] bool overBudget(double moreSeconds) const;
    [[nodiscard]] int askedEpochs() const;

    TrainInputs m_inputs;
    const ForecasterFactory &m_factory;
    const TrainerHooks &m_hooks;
    WorkClock m_clock;
    JobProgress m_progress;
    EarlyStopping m_stopping;
    CheckpointWriter m_checkpoints;
    RunRecord m_record;
    std::vector<TrainPart> m_parts; // the main one, then the partners
    std::vector<double> m_yardsticks; // [parts] MAE of the last value; empty = not joint
    std::vector<QString> m_partnerHashes;
    std::vector<PartScoring> m_scorings; // [parts]
    std::unique_ptr<TrainableForecaster> m_model;
    int m_tunedPart = -1; // which m_model learns alone; -1 = all together
    EarlyStopping m_tuning; // of m_tunedPart
    std::vector<EarlyStopping> m_partBests; // [parts]
    std::vector<ModelState> m_best; // [parts]; without tensors = none yet
    double m_secondsBefore = 0.0; // of the training before it was interrupted
    double m_checkpointSeconds = 0.0;
    QString m_checkpointId;
    bool m_checkpointKept = false;
};

} // namespace belvedere
