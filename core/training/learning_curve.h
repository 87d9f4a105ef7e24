// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/trainer.h"

namespace belvedere {

struct LearningCurveSpec
{
    TrainSpec train;
    /// Days of training data, ascending; empty = 1, 2, 4, 8 … and all there are.
    std::vector<double> days;

    [[nodiscard]] QJsonObject toJson() const;
};

/// What a model makes of so many days.
struct LearningCurvePoint
{
    double days = 0.0; ///< right before the validation part
    WindowRange train;
    RunRecord record; ///< validation and test parts are the same for all points
};

struct LearningCurve
{
    LearningCurveSpec spec;
    QString unit;
    std::vector<LearningCurvePoint> points; ///< ascending days

    [[nodiscard]] QJsonObject toJson() const;
};

struct LearningCurveHooks
{
    /// A point begins, of so many.
    std::function<void(double days, int number, int count)> onPoint = [](double, int, int) {};
    std::function<void(double days, const EpochReport &)> onEpoch = [](double,
                                                                        const EpochReport &) {};
    std::function<void(const LearningCurvePoint &)> onOutcome = [](const LearningCurvePoint &) {};
};

/// The days that will be tried.
/// @return Errc::Shape if the training part is shorter than the shortest; Errc::Usage for days
/// that do not ascend.
[[nodiscard]] Result<std::vector<LearningCurvePoint>> planLearningCurve(
    const TimeAxis &axis, const LearningCurveSpec &spec);

/// @return as trainForecaster() and planLearningCurve().
[[nodiscard]] Result<LearningCurve> learningCurve(const LearningCurveSpec &spec,
    const TrainInputs &inputs, const ForecasterFactory &factory, const TaskContext &context = {},
    const LearningCurveHooks &hooks = {});

} // namespace belvedere
