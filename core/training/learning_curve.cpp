// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/learning_curve.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

double daysOf(int windows, const ForecastShape &shape)
{
    const int steps = windows + shape.history + shape.horizon - 1;
    return static_cast<double>(steps) * static_cast<double>(shape.stepMs)
        / static_cast<double>(kMsPerDay);
}

/// Windows that lie within so many days; may be less than 1.
int windowsIn(double days, const ForecastShape &shape)
{
    const double steps = days * static_cast<double>(kMsPerDay) / static_cast<double>(shape.stepMs);
    return static_cast<int>(std::lround(steps)) - (shape.history + shape.horizon - 1);
}

std::vector<double> doublings(double all)
{
    std::vector<double> days;
    for (double day = 1.0; day < all; day *= 2.0)
        days.push_back(day);
    days.push_back(all);
    return days;
}

ForecastShape shapeOf(const TrainSpec &spec, const TimeAxis &axis)
{
    ForecastShape shape;
    shape.history = spec.history;
    shape.horizon = spec.horizon;
    shape.stepMs = axis.stepMs;
    return shape;
}

/// A context for one of several equal pieces of work.
TaskContext pointContext(const TaskContext &context, std::size_t index, std::size_t count)
{
    constexpr qint64 kScale = 10000;
    TaskContext inner = context;
    const auto begin = static_cast<qint64>(index) * kScale;
    const auto whole = static_cast<qint64>(count) * kScale;
    inner.progress = [&context, begin, whole](qint64 done, qint64 total, const QString &text) {
        context.progress(begin + (total > 0 ? done * kScale / total : 0), whole, text);
    };
    return inner;
}

} // namespace

QJsonObject LearningCurveSpec::toJson() const
{
    QJsonArray list;
    for (const double day : days)
        list.append(day);
    return {{QStringLiteral("train"), train.toJson()}, {QStringLiteral("days"), list}};
}

QJsonObject LearningCurve::toJson() const
{
    QJsonArray list;
    for (const LearningCurvePoint &point : points)
        list.append(QJsonObject{{QStringLiteral("days"), point.days},
            {QStringLiteral("trainWindows"), point.train.count},
            {QStringLiteral("bestEpoch"), point.record.bestEpoch},
            {QStringLiteral("epochs"), static_cast<qint64>(point.record.epochs.size())},
            {QStringLiteral("seconds"), point.record.seconds},
            {QStringLiteral("validation"), point.record.validation.toJson()},
            {QStringLiteral("test"), point.record.test.toJson()}});
    return {{QStringLiteral("specification"), spec.toJson()}, {QStringLiteral("unit"), unit},
        {QStringLiteral("points"), list}};
}

Result<std::vector<LearningCurvePoint>> planLearningCurve(
    const TimeAxis &axis, const LearningCurveSpec &spec)
{
    if (std::adjacent_find(spec.days.begin(), spec.days.end(), std::greater_equal<>())
        != spec.days.end())
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "The days of a learning curve must ascend."));
    const ForecastShape shape = shapeOf(spec.train, axis);
    BV_TRY(const Split split, chronologicalSplit(axis.count, shape, spec.train.split));
    const double all = daysOf(split.train.count, shape);
    std::vector<LearningCurvePoint> points;
    for (const double days : spec.days.empty() ? doublings(all) : spec.days) {
        const int windows = std::min(windowsIn(days, shape), split.train.count);
        const int end = split.train.first + split.train.count;
        if (windows >= 1)
            points.push_back({daysOf(windows, shape), {end - windows, windows}, {}});
        if (windows == split.train.count)
            break; // more there is not
    }
    if (points.empty())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "No window of %1 steps of history and %2 of horizon fits into the days of this "
                "learning curve. Ask for more days or a shorter history or horizon."),
            {QString::number(shape.history), QString::number(shape.horizon)});
    return points;
}

Result<LearningCurve> learningCurve(const LearningCurveSpec &spec, const TrainInputs &inputs,
    const ForecasterFactory &factory, const TaskContext &context, const LearningCurveHooks &hooks)
{
    const TimeAxis &axis = inputs.history->axis;
    LearningCurve curve;
    curve.spec = spec;
    curve.unit = inputs.history->channel.unit;
    BV_TRY(std::vector<LearningCurvePoint> points, planLearningCurve(axis, spec));
    BV_TRY(const Split split,
        chronologicalSplit(axis.count, shapeOf(spec.train, axis), spec.train.split));
    for (std::size_t i = 0; i < points.size(); ++i) {
        LearningCurvePoint &point = points[i];
        hooks.onPoint(point.days, static_cast<int>(i) + 1, static_cast<int>(points.size()));
        TrainInputs own{inputs.history, inputs.partners, inputs.startFrom};
        own.split = Split{point.train, split.validation, split.test};
        own.scoring = Scoring::Test;
        TrainerHooks training;
        training.onEpoch = [&](const EpochReport &report) { hooks.onEpoch(point.days, report); };
        BV_TRY(TrainOutcome outcome,
            trainForecaster(spec.train, std::move(own), factory,
                pointContext(context, i, points.size()), training));
        point.record = std::move(outcome.record);
        curve.spec.train = point.record.spec;
        hooks.onOutcome(point);
        curve.points.push_back(point);
    }
    return curve;
}

} // namespace belvedere
