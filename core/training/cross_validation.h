// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/model_input.h"
#include "training/trainer.h"

namespace belvedere {

struct CrossValidationSpec
{
    enum class Scheme {
        /// Each block is forecast by a model that learned from everything before it, as in
        /// service (Tashman 2000, "rolling origin").
        RollingOrigin,
        /// Each block is forecast by a model that learned from everything else but a gap of
        /// history + horizon steps on both sides, and the block after it, which validates
        /// (Bergmeir and Benitez 2012, "blocked").
        Blocked
    };

    TrainSpec train; ///< `split` counts only for the share of the validation part
    Scheme scheme = Scheme::RollingOrigin;
    int folds = 5; ///< blocks that are forecast, at least 2; of Blocked at least 3

    [[nodiscard]] QJsonObject toJson() const;
};

/// The windows of one fold.
struct Fold
{
    int number = 1;
    Split split;
    std::vector<StepRange> hidden = {}; ///< blocked only: steps that the fit does not see
};

struct FoldOutcome
{
    Fold fold;
    UtcMs testFrom = 0; ///< first moment that was forecast
    UtcMs testTo = 0; ///< last one
    RunRecord record;
};

/// Mean over folds and standard deviation between them (n - 1), figure by figure.
struct MetricSpread
{
    ForecastMetrics mean;
    ForecastMetrics deviation;
};
[[nodiscard]] MetricSpread spreadOf(const std::vector<ForecastMetrics> &metrics);

struct CrossValidation
{
    CrossValidationSpec spec;
    QString unit;
    std::vector<FoldOutcome> folds;
    MetricSpread test;

    [[nodiscard]] QJsonObject toJson() const;
};

struct CrossValidationHooks
{
    std::function<void(const Fold &)> onFold = [](const Fold &) {}; ///< begins
    std::function<void(const Fold &, const EpochReport &)> onEpoch = [](const Fold &,
                                                                         const EpochReport &) {};
    std::function<void(const FoldOutcome &)> onOutcome = [](const FoldOutcome &) {};
};

/// The blocks, in order of time. Rolling origin cuts the windows into folds + 1 equal blocks, of
/// which the first only teaches; blocked into as many as there are folds.
/// @return Errc::Shape if the data is too short, with the number of steps needed.
[[nodiscard]] Result<std::vector<Fold>> makeFolds(
    int steps, const ForecastShape &shape, const CrossValidationSpec &spec);

/// One training a fold; no baselines, no incumbent and no partners, who might know the future.
/// @return as trainForecaster(); Errc::Usage for too few folds or for partners.
[[nodiscard]] Result<CrossValidation> crossValidate(const CrossValidationSpec &spec,
    const TrainInputs &inputs, const ForecasterFactory &factory, const TaskContext &context = {},
    const CrossValidationHooks &hooks = {});

} // namespace belvedere
