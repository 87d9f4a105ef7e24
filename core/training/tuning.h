// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/trainer.h"

namespace belvedere {

/// The values that one option may take in a search.
struct SearchDimension
{
    QString option;
    double least = 0.0;
    double most = 0.0;
    bool logarithmic = false;
    bool whole = false;
    std::vector<QString> choices = {}; ///< if any, instead of the range
    QJsonValue standard = QJsonValue::Undefined; ///< of the first trial; undefined = drawn too

    [[nodiscard]] QJsonObject toJson() const;
};

/// The whole range of an option, or of one with choices all of them.
[[nodiscard]] SearchDimension searchDimension(const OptionSpec &option);

struct TuningSpec
{
    enum class Method {
        Random, ///< every trial is trained to its end (Bergstra and Bengio 2012)
        /// All trials begin with few epochs; the best third goes on from its checkpoints with
        /// three times as many, again and again (Jamieson and Talwalkar 2016; Li et al. 2018).
        Halving
    };

    /// Options that are not searched; `epochs` of the last rung. Its time budget does not count.
    TrainSpec train;
    std::vector<SearchDimension> dimensions;
    Method method = Method::Halving;
    int trials = 27;
    int leastEpochs = 1; ///< the first rung has no fewer
    /// Of the whole search, 0 = none. Trials end with the epoch at work then, no further one is
    /// begun, and what is best goes on to its end.
    double budgetSeconds = 0.0;
    std::uint64_t seed = 1; ///< of the drawing; trials share the seed of `train`
    bool keepTrials = false; ///< hands every trial on as an outcome, to be kept as a run

    [[nodiscard]] QJsonObject toJson() const;
};

struct TuningTrial
{
    enum class State { Waiting, Running, Dropped, Finished, Failed };

    int number = 0; ///< from 1
    QJsonObject options; ///< those that are searched
    State state = State::Waiting;
    int rung = 0; ///< from 1; the last one it took part in
    std::vector<EpochReport> epochs;
    double score = std::numeric_limits<double>::quiet_NaN(); ///< least EpochReport::score
    double validationMae = std::numeric_limits<double>::quiet_NaN(); ///< of that epoch
    double seconds = 0.0;
    std::optional<Error> error = {}; ///< of a failed one

    [[nodiscard]] QJsonObject toJson() const;
};

/// "waiting", "running", "dropped", "finished", "failed": as scripts write it.
[[nodiscard]] QString trialStateName(TuningTrial::State state);

struct TuningHooks
{
    /// A trial began a rung, was dropped, finished or failed: its state says which.
    std::function<void(const TuningTrial &)> onTrial = [](const TuningTrial &) {};
    std::function<void(const TuningTrial &, const EpochReport &)> onEpoch =
        [](const TuningTrial &, const EpochReport &) {};
    /// With `keepTrials`: a trial that was dropped or finished, the winner excepted. The test part
    /// was not looked at.
    std::function<void(const TuningTrial &, TrainOutcome)> onOutcome = [](const TuningTrial &,
                                                                           TrainOutcome) {};
    /// True = begin no further trial; the best one so far is trained to its end.
    std::function<bool()> finishEarly = [] { return false; };
};

struct Tuning
{
    TuningSpec spec;
    QString unit;
    std::vector<TuningTrial> trials; ///< in order of their numbers
    int best = 0; ///< number of the winner
    double seconds = 0.0;
    TrainOutcome winner; ///< trained to its end; the only one that saw the test part

    [[nodiscard]] QJsonObject toJson() const;
};

/// Epochs after which trials are compared: ascending, the last is spec.train.epochs.
[[nodiscard]] std::vector<int> tuningRungs(const TuningSpec &spec);
/// The options of every trial. The first has those of `train` or the defaults, so that the
/// winner is never worse than what a person would have had without a search.
[[nodiscard]] std::vector<QJsonObject> drawTrials(const TuningSpec &spec);

/// @return as trainForecaster(); Errc::Usage for an empty search or an unknown option;
/// Errc::Numeric if every trial failed, with the last error.
[[nodiscard]] Result<Tuning> tuneForecaster(const TuningSpec &spec, const TrainInputs &inputs,
    const ForecasterFactory &factory, const TaskContext &context = {},
    const TuningHooks &hooks = {});

} // namespace belvedere
