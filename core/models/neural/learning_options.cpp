// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/learning_options.h"

#include <algorithm>

namespace belvedere::neural {

namespace {

std::vector<OptionChoice> lossChoices()
{
    return {{QStringLiteral("quantile"), QT_TRANSLATE_NOOP("Model", "Quantiles")},
        {QStringLiteral("mae"), QT_TRANSLATE_NOOP("Model", "Quantiles and absolute error")},
        {QStringLiteral("mse"), QT_TRANSLATE_NOOP("Model", "Quantiles and squared error")},
        {QStringLiteral("huber"), QT_TRANSLATE_NOOP("Model", "Quantiles and Huber's error")},
        {QStringLiteral("poisson"), QT_TRANSLATE_NOOP("Model", "Likelihood of counts")},
        {QStringLiteral("cross-entropy"), QT_TRANSLATE_NOOP("Model", "Chance of classes")}};
}

std::vector<OptionSpec> lossAndOptimiser()
{
    return {
        {QStringLiteral("loss"), QT_TRANSLATE_NOOP("Model", "Loss"),
            QT_TRANSLATE_NOOP("Model",
                "What is made small; counts and classes also change what the network says."),
            0, 0, 5, true, lossChoices(),
            QT_TRANSLATE_NOOP("Model", "Koenker and Bassett 1978: gives the whole distribution.")},
        {QStringLiteral("optimiser"), QT_TRANSLATE_NOOP("Model", "Optimiser"),
            QT_TRANSLATE_NOOP("Model", "How weights follow the gradient."), 0, 0, 3, true,
            {{QStringLiteral("adamw"), QT_TRANSLATE_NOOP("Model", "AdamW")},
                {QStringLiteral("adam"), QT_TRANSLATE_NOOP("Model", "Adam")},
                {QStringLiteral("sgd"), QT_TRANSLATE_NOOP("Model", "SGD with momentum")},
                {QStringLiteral("gradient-descent"),
                    QT_TRANSLATE_NOOP("Model", "Gradient descent on all data")}},
            QT_TRANSLATE_NOOP("Model", "Loshchilov and Hutter 2019.")},
        {QStringLiteral("schedule"), QT_TRANSLATE_NOOP("Model", "Schedule"),
            QT_TRANSLATE_NOOP("Model", "How the learning rate changes over the training."), 0, 0, 3,
            true,
            {{QStringLiteral("cosine"), QT_TRANSLATE_NOOP("Model", "Cosine")},
                {QStringLiteral("one-cycle"), QT_TRANSLATE_NOOP("Model", "One cycle")},
                {QStringLiteral("step"), QT_TRANSLATE_NOOP("Model", "Steps")},
                {QStringLiteral("constant"), QT_TRANSLATE_NOOP("Model", "Constant")}},
            QT_TRANSLATE_NOOP("Model", "Loshchilov and Hutter 2017.")},
        {QStringLiteral("learningRate"), QT_TRANSLATE_NOOP("Model", "Learning rate"),
            QT_TRANSLATE_NOOP("Model", "Highest step size of the optimiser."), 3e-3, 1e-6, 1.0,
            false, {},
            QT_TRANSLATE_NOOP("Model", "Measured on the validation parts of four data sets."),
            true},
        {QStringLiteral("momentum"), QT_TRANSLATE_NOOP("Model", "Momentum"),
            QT_TRANSLATE_NOOP("Model", "Share of the last step that SGD keeps."), 0.9, 0.0, 0.999,
            false},
        {QStringLiteral("weightDecay"), QT_TRANSLATE_NOOP("Model", "Weight decay"),
            QT_TRANSLATE_NOOP("Model", "How strongly weights are drawn towards zero."), 0.1, 0.0,
            1.0, false},
    };
}

} // namespace

std::vector<OptionSpec> learningOptionTable()
{
    std::vector<OptionSpec> table = lossAndOptimiser();
    const std::vector<OptionSpec> more = {
        {QStringLiteral("clip"), QT_TRANSLATE_NOOP("Model", "Longest gradient"),
            QT_TRANSLATE_NOOP("Model", "Longer gradients are shortened to this norm."), 1.0, 1e-3,
            1e3, false, {}, "", true},
        {QStringLiteral("averaging"), QT_TRANSLATE_NOOP("Model", "Averaging"),
            QT_TRANSLATE_NOOP("Model",
                "Share of the running mean of the weights that a step keeps; 0 takes the weights "
                "as they are."),
            0.998, 0.0, 0.9999, false, {}, QT_TRANSLATE_NOOP("Model", "Polyak and Juditsky 1992.")},
        {QStringLiteral("batch"), QT_TRANSLATE_NOOP("Model", "Batch"),
            QT_TRANSLATE_NOOP("Model", "Samples for each step of the optimiser."), 1024, 16, 16384,
            true, {}, "", true},
        {QStringLiteral("samplesPerEpoch"), QT_TRANSLATE_NOOP("Model", "Samples per epoch"),
            QT_TRANSLATE_NOOP(
                "Model", "At most so many pairs of window and site are drawn in one epoch."),
            200000, 100, 1e8, true, {}, "", true},
        {QStringLiteral("blanked"), QT_TRANSLATE_NOOP("Model", "Blanked windows"),
            QT_TRANSLATE_NOOP("Model",
                "Share of samples that lose a part of their window, to learn to live with gaps."),
            0.15, 0.0, 1.0, false},
        {QStringLiteral("forgotten"), QT_TRANSLATE_NOOP("Model", "Forgotten sites"),
            QT_TRANSLATE_NOOP("Model",
                "Share of samples whose site is not told, to learn to forecast for new sites."),
            0.1, 0.0, 1.0, false},
        {QStringLiteral("drifted"), QT_TRANSLATE_NOOP("Model", "Drifting levels"),
            QT_TRANSLATE_NOOP("Model",
                "With less than three weeks to learn from: share of samples whose level is "
                "changed, to learn that a detector's level does change."),
            0.2, 0.0, 1.0, false, {},
            QT_TRANSLATE_NOOP("Model", "Measured on the validation part of PEMS08.")},
        {QStringLiteral("members"), QT_TRANSLATE_NOOP("Model", "Members"),
            QT_TRANSLATE_NOOP("Model",
                "Networks that differ in their seed alone and forecast together: more exact, for "
                "as many times the work."),
            1, 1, 16, true, {}, QT_TRANSLATE_NOOP("Model", "Lakshminarayanan et al. 2017.")},
    };
    table.insert(table.end(), more.begin(), more.end());
    return table;
}

std::vector<OptionSpec> withLearningOptions(
    std::vector<OptionSpec> own, const QJsonObject &defaults)
{
    for (OptionSpec option : learningOptionTable()) {
        if (defaults.contains(option.name))
            option.standard = defaults[option.name].toDouble();
        own.push_back(option);
    }
    return own;
}

LearningOptions LearningOptions::fromJson(const QJsonObject &json)
{
    const auto number = [&](const char *name) {
        return json.value(QLatin1String(name)).toDouble();
    };
    const auto choice = [&](const char *name) {
        const auto table = learningOptionTable();
        const auto option = std::find_if(table.begin(), table.end(),
            [&](const OptionSpec &o) { return o.name == QLatin1String(name); });
        const QString chosen = json.value(QLatin1String(name)).toString();
        const auto found = std::find_if(option->choices.begin(), option->choices.end(),
            [&](const OptionChoice &c) { return c.name == chosen; });
        return static_cast<int>(found - option->choices.begin());
    };
    LearningOptions options;
    constexpr PointLoss kPointLosses[] = {PointLoss::None, PointLoss::Absolute, PointLoss::Squared,
        PointLoss::Huber, PointLoss::None, PointLoss::None};
    const int loss = choice("loss");
    options.pointLoss = kPointLosses[loss];
    options.head = loss == 4 ? HeadKind::Counts
        : loss == 5          ? HeadKind::Classes
                             : HeadKind::Quantiles;
    constexpr OptimiserKind kOptimisers[] = {OptimiserKind::AdamW, OptimiserKind::Adam,
        OptimiserKind::Sgd, OptimiserKind::GradientDescent};
    options.optimiser.kind = kOptimisers[choice("optimiser")];
    options.optimiser.momentum = number("momentum");
    options.optimiser.weightDecay = number("weightDecay");
    constexpr Schedule kSchedules[] = {
        Schedule::Cosine, Schedule::OneCycle, Schedule::Step, Schedule::Constant};
    options.schedule = kSchedules[choice("schedule")];
    options.learningRate = number("learningRate");
    options.clip = number("clip");
    options.averaging = number("averaging");
    options.batch = static_cast<int>(number("batch"));
    options.samplesPerEpoch = static_cast<int>(number("samplesPerEpoch"));
    options.blanked = number("blanked");
    options.forgotten = number("forgotten");
    options.drifted = number("drifted");
    return options;
}

} // namespace belvedere::neural
