// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/cross_validation.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

using Scheme = CrossValidationSpec::Scheme;

int leastFolds(Scheme scheme)
{
    return scheme == Scheme::RollingOrigin ? 2 : 3;
}

QString schemeName(Scheme scheme)
{
    return scheme == Scheme::RollingOrigin ? QStringLiteral("rolling-origin")
                                           : QStringLiteral("blocked");
}

/// Block `number` of `count` equal ones.
WindowRange blockOf(int windows, int number, int count)
{
    const auto cut = [=](int at) { return static_cast<int>(std::int64_t(windows) * at / count); };
    return {cut(number), cut(number + 1) - cut(number)};
}

Fold rollingFold(int windows, int number, const CrossValidationSpec &spec)
{
    Fold fold;
    fold.number = number;
    fold.split.test = blockOf(windows, number, spec.folds + 1);
    const int before = fold.split.test.first;
    const SplitShares &shares = spec.train.split;
    const double share = shares.validation / (shares.train + shares.validation);
    const int validation = std::max(1, static_cast<int>(std::lround(share * before)));
    fold.split.train = {0, before - validation};
    fold.split.validation = {fold.split.train.count, validation};
    return fold;
}

/// The steps that a block forecasts, and a gap on both sides of them.
StepRange hiddenSteps(WindowRange block, const ForecastShape &shape, int steps)
{
    const int gap = shape.history + shape.horizon;
    const int firstTarget = block.first + shape.history;
    const int lastTarget = block.lastInputStep(block.count - 1, shape) + shape.horizon;
    return {std::max(0, firstTarget - gap), std::min(steps, lastTarget + gap + 1)};
}

Fold blockedFold(
    int steps, int windows, int number, const ForecastShape &shape, const CrossValidationSpec &spec)
{
    Fold fold;
    fold.number = number;
    fold.split.train = {0, windows};
    fold.split.test = blockOf(windows, number - 1, spec.folds);
    fold.split.validation = blockOf(windows, number % spec.folds, spec.folds);
    for (const WindowRange block : {fold.split.test, fold.split.validation})
        fold.hidden.push_back(hiddenSteps(block, shape, steps));
    return fold;
}

/// Whether every part has a window and something is left to learn from.
bool complete(const Fold &fold, int steps)
{
    const Split &split = fold.split;
    int hidden = 0;
    for (const StepRange range : fold.hidden)
        hidden += range.end - range.begin;
    return split.train.count > 0 && split.validation.count > 0 && split.test.count > 0
        && hidden < steps;
}

std::vector<Fold> cutFolds(int steps, const ForecastShape &shape, const CrossValidationSpec &spec)
{
    const int windows = std::max(0, steps - (shape.history + shape.horizon - 1));
    std::vector<Fold> folds;
    for (int number = 1; number <= spec.folds; ++number)
        folds.push_back(spec.scheme == Scheme::RollingOrigin
                ? rollingFold(windows, number, spec)
                : blockedFold(steps, windows, number, shape, spec));
    const bool usable = std::all_of(
        folds.begin(), folds.end(), [steps](const Fold &fold) { return complete(fold, steps); });
    return usable ? folds : std::vector<Fold>();
}

/// The same history with the values of some steps missing.
std::shared_ptr<const ChannelHistory> hide(
    const ChannelHistory &history, const std::vector<StepRange> &hidden)
{
    auto copy = std::make_shared<ChannelHistory>(history);
    for (const StepRange range : hidden) {
        const auto sites = static_cast<std::ptrdiff_t>(history.siteCount());
        std::fill(copy->values.begin() + range.begin * sites,
            copy->values.begin() + range.end * sites, kMissing);
    }
    for (auto &companion : copy->companions)
        companion = hide(*companion, hidden);
    return copy;
}

ErrorFigures overFolds(const std::vector<ErrorFigures> &figures, bool deviation)
{
    ErrorFigures result;
    const auto count = static_cast<double>(figures.size());
    for (const ErrorFigureName &figure : errorFigureNames()) {
        double mean = 0.0;
        for (const ErrorFigures &fold : figures)
            mean += fold.*figure.value / count;
        double squares = 0.0;
        for (const ErrorFigures &fold : figures)
            squares += std::pow(fold.*figure.value - mean, 2.0);
        result.*figure.value = deviation ? std::sqrt(squares / (count - 1.0)) : mean;
    }
    for (const ErrorFigures &fold : figures)
        result.observed += fold.observed;
    return result;
}

ForecastMetrics overFolds(const std::vector<ForecastMetrics> &metrics, bool deviation)
{
    ForecastMetrics result;
    std::vector<ErrorFigures> all;
    for (const ForecastMetrics &fold : metrics)
        all.push_back(fold.all);
    result.all = overFolds(all, deviation);
    const std::size_t horizon = metrics.empty() ? 0 : metrics.front().horizons.size();
    for (std::size_t step = 0; step < horizon; ++step) {
        std::vector<ErrorFigures> figures;
        for (const ForecastMetrics &fold : metrics)
            figures.push_back(fold.horizons[step]);
        result.horizons.push_back(overFolds(figures, deviation));
    }
    return result;
}

/// A context for one of several equal pieces of work.
TaskContext foldContext(const TaskContext &context, int number, int count)
{
    constexpr qint64 kScale = 10000;
    TaskContext inner = context;
    inner.progress = [&context, number, count](qint64 done, qint64 total, const QString &text) {
        const qint64 share = total > 0 ? done * kScale / total : 0;
        context.progress((number - 1) * kScale + share, count * kScale, text);
    };
    return inner;
}

} // namespace

QJsonObject CrossValidationSpec::toJson() const
{
    return {{QStringLiteral("train"), train.toJson()},
        {QStringLiteral("scheme"), schemeName(scheme)}, {QStringLiteral("folds"), folds}};
}

MetricSpread spreadOf(const std::vector<ForecastMetrics> &metrics)
{
    return {overFolds(metrics, false), overFolds(metrics, true)};
}

QJsonObject CrossValidation::toJson() const
{
    QJsonArray list;
    for (const FoldOutcome &outcome : folds) {
        const Split &split = outcome.fold.split;
        list.append(QJsonObject{{QStringLiteral("fold"), outcome.fold.number},
            {QStringLiteral("from"), formatUtc(outcome.testFrom)},
            {QStringLiteral("to"), formatUtc(outcome.testTo)},
            {QStringLiteral("trainWindows"), split.train.count},
            {QStringLiteral("validationWindows"), split.validation.count},
            {QStringLiteral("testWindows"), split.test.count},
            {QStringLiteral("bestEpoch"), outcome.record.bestEpoch},
            {QStringLiteral("epochs"), static_cast<qint64>(outcome.record.epochs.size())},
            {QStringLiteral("seconds"), outcome.record.seconds},
            {QStringLiteral("validation"), outcome.record.validation.toJson()},
            {QStringLiteral("test"), outcome.record.test.toJson()}});
    }
    return {{QStringLiteral("specification"), spec.toJson()}, {QStringLiteral("unit"), unit},
        {QStringLiteral("folds"), list}, {QStringLiteral("test"), test.mean.toJson()},
        {QStringLiteral("deviation"), test.deviation.toJson()}};
}

Result<std::vector<Fold>> makeFolds(
    int steps, const ForecastShape &shape, const CrossValidationSpec &spec)
{
    if (spec.folds < leastFolds(spec.scheme))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "\"%1\" must be at least %2, not %3."),
            {QStringLiteral("folds"), QString::number(leastFolds(spec.scheme)),
                QString::number(spec.folds)});
    std::vector<Fold> folds = cutFolds(steps, shape, spec);
    if (!folds.empty())
        return folds;
    int needed = steps + 1;
    while (cutFolds(needed, shape, spec).empty())
        ++needed;
    return failure(Errc::Shape,
        QT_TRANSLATE_NOOP("Error",
            "The data has %1 steps; %2 folds with %3 steps of history and %4 of horizon take at "
            "least %5. Bring in more data, or ask for fewer folds."),
        {QString::number(steps), QString::number(spec.folds), QString::number(shape.history),
            QString::number(shape.horizon), QString::number(needed)});
}

Result<CrossValidation> crossValidate(const CrossValidationSpec &spec, const TrainInputs &inputs,
    const ForecasterFactory &factory, const TaskContext &context, const CrossValidationHooks &hooks)
{
    if (!spec.train.partners.empty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Cross-validation is of one data set: a partner might know the time that is "
                "forecast. Leave the partners out."));
    ForecastShape shape;
    shape.history = spec.train.history;
    shape.horizon = spec.train.horizon;
    const ChannelHistory &history = *inputs.history;
    BV_TRY(const std::vector<Fold> folds, makeFolds(history.axis.count, shape, spec));
    CrossValidation validation;
    validation.spec = spec;
    validation.unit = history.channel.unit;
    std::vector<ForecastMetrics> metrics;
    for (const Fold &fold : folds) {
        hooks.onFold(fold);
        TrainInputs own;
        own.history = inputs.history;
        own.startFrom = inputs.startFrom;
        own.split = fold.split;
        own.scoring = Scoring::Test;
        if (!fold.hidden.empty())
            own.learnFrom = hide(history, fold.hidden);
        TrainerHooks training;
        training.onEpoch = [&](const EpochReport &report) { hooks.onEpoch(fold, report); };
        BV_TRY(TrainOutcome outcome,
            trainForecaster(spec.train, std::move(own), factory,
                foldContext(context, fold.number, spec.folds), training));
        const WindowRange test = fold.split.test;
        FoldOutcome done{fold, history.axis.at(test.lastInputStep(0, shape) + 1),
            history.axis.at(test.lastInputStep(test.count - 1, shape) + shape.horizon),
            std::move(outcome.record)};
        metrics.push_back(done.record.test);
        validation.spec.train = done.record.spec;
        hooks.onOutcome(done);
        validation.folds.push_back(std::move(done));
    }
    validation.test = spreadOf(metrics);
    return validation;
}

} // namespace belvedere
