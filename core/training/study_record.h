// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/cross_validation.h"
#include "training/learning_curve.h"
#include "training/tuning.h"

#include <variant>

namespace belvedere {

/// A question that takes many trainings to answer.
using StudySpec = std::variant<TuningSpec, CrossValidationSpec, LearningCurveSpec>;

/// The specification that all trainings of a study share.
[[nodiscard]] const TrainSpec &trainSpecOf(const StudySpec &spec);

/// What a study came to, or has come to so far.
struct StudyRecord
{
    enum class Kind { Search, CrossValidation, LearningCurve };

    QString id; ///< "e0003"; unique in the city; empty = not kept
    Kind kind = Kind::Search;
    UtcMs ended = 0;
    TrainSpec train; ///< what all its trainings share
    QString unit;
    int parts = 0; ///< trials, folds or points that were planned

    std::vector<TuningTrial> trials; ///< of a search, in the order of their numbers
    int bestTrial = 0;
    QString winnerRun; ///< what the winner of a search was kept as
    std::vector<FoldOutcome> folds; ///< of a cross-validation
    std::optional<MetricSpread> spread;
    std::vector<LearningCurvePoint> points; ///< of a learning curve, ascending days

    /// The trial with the least error so far; null without any.
    [[nodiscard]] const TuningTrial *best() const;

    /// Of an epoch of a trial, its validation error alone; of a fold, its period.
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static Result<StudyRecord> fromJson(const QJsonObject &json);
};

/// A record of that kind without results.
[[nodiscard]] StudyRecord recordOf(const StudySpec &spec);

} // namespace belvedere
