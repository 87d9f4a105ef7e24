// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forest/boosted_learner.h"

#include "models/forest/weighted_mean.h"
#include "models/forest/xgboost_booster.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

/// What the library should learn, and how the sums begin.
struct Objective
{
    const char *name;
    const char *metric;
    float baseScore; ///< as the library wants it
    float baseSum;
};

Objective objectiveOf(const TableModelSpec &spec, const TableTraining &training)
{
    const TableSample &train = *training.train;
    switch (spec.task) {
    case TableTask::Classification:
        // The library adds the score to every class alike, which changes no chance.
        return spec.classes.size() == 2 ? Objective{"binary:logistic", "logloss", 0.5F, 0.0F}
                                        : Objective{"multi:softprob", "mlogloss", 0.5F, 0.5F};
    case TableTask::Counts: {
        const float mean = weightedMean(train.target, train.weights);
        return {"count:poisson", "poisson-nloglik", mean, std::log(mean)};
    }
    case TableTask::Regression:
        break;
    }
    const float mean = weightedMean(train.target, train.weights);
    return {"reg:squarederror", "rmse", mean, mean};
}

} // namespace

const std::vector<OptionSpec> &BoostedLearner::optionTable()
{
    static const std::vector<OptionSpec> table = {
        {QStringLiteral("trees"), QT_TRANSLATE_NOOP("Model", "Trees"),
            QT_TRANSLATE_NOOP("Model",
                "Rounds of boosting at most, one tree each; a validation part may end them "
                "sooner."),
            400.0, 1.0, 10000.0, true, {},
            QT_TRANSLATE_NOOP("Model", "Enough for the learning rate on the real data at hand."),
            true},
        {QStringLiteral("learningRate"), QT_TRANSLATE_NOOP("Model", "Learning rate"),
            QT_TRANSLATE_NOOP("Model", "Share of each tree's correction that is taken."), 0.05,
            0.001, 1.0, false, {},
            QT_TRANSLATE_NOOP(
                "Model", "Friedman 2001: small steps and more trees forecast better, 0.1 or less."),
            true},
        {QStringLiteral("depth"), QT_TRANSLATE_NOOP("Model", "Depth"),
            QT_TRANSLATE_NOOP("Model", "Decisions between a tree's root and its leaves, at most."),
            6.0, 1.0, 16.0, true, {}, QT_TRANSLATE_NOOP("Model", "The default of XGBoost.")},
        {QStringLiteral("leafWeight"), QT_TRANSLATE_NOOP("Model", "Smallest leaf"),
            QT_TRANSLATE_NOOP("Model",
                "Rows that a leaf needs; of classes as many where chances are even, more where "
                "they are not."),
            20.0, 0.0, 100000.0, false, {},
            QT_TRANSLATE_NOOP("Model", "As many rows as histogram boosting elsewhere asks for.")},
        {QStringLiteral("lambda"), QT_TRANSLATE_NOOP("Model", "Penalty"),
            QT_TRANSLATE_NOOP("Model", "How strongly leaves are drawn towards no correction."), 1.0,
            0.0, 1000.0, false, {}, QT_TRANSLATE_NOOP("Model", "The default of XGBoost.")},
        {QStringLiteral("rowShare"), QT_TRANSLATE_NOOP("Model", "Share of rows"),
            QT_TRANSLATE_NOOP("Model", "Rows that each tree sees, drawn without replacement."), 0.7,
            0.05, 1.0, false, {},
            QT_TRANSLATE_NOOP(
                "Model", "Friedman 2002: half to four fifths of the rows forecast best.")},
        {QStringLiteral("featureShare"), QT_TRANSLATE_NOOP("Model", "Share of features"),
            QT_TRANSLATE_NOOP("Model", "Features that each tree may decide by."), 0.5, 0.01, 1.0},
        {QStringLiteral("patience"), QT_TRANSLATE_NOOP("Model", "Patience"),
            QT_TRANSLATE_NOOP(
                "Model", "Rounds without a smaller validation loss after which growing stops."),
            30.0, 1.0, 1000.0, true},
    };
    return table;
}

std::size_t BoostedLearner::sumCount() const
{
    return spec().task == TableTask::Classification && spec().classes.size() > 2
        ? spec().classes.size()
        : 1;
}

void BoostedLearner::answer(const float *sums, float *out) const
{
    if (spec().task == TableTask::Regression) {
        *out = *sums;
        return;
    }
    if (spec().task == TableTask::Counts) {
        *out = std::exp(*sums);
        return;
    }
    if (sumCount() == 1) {
        out[1] = 1.0F / (1.0F + std::exp(-*sums));
        out[0] = 1.0F - out[1];
        return;
    }
    const float largest = *std::max_element(sums, sums + sumCount());
    double total = 0.0;
    for (std::size_t c = 0; c < sumCount(); ++c) {
        out[c] = std::exp(sums[c] - largest);
        total += double(out[c]);
    }
    for (std::size_t c = 0; c < sumCount(); ++c)
        out[c] = static_cast<float>(double(out[c]) / total);
}

Result<TableFit> BoostedLearner::fit(const TableTraining &training, const TaskContext &context)
{
    BV_TRY_VOID(checkTraining(spec(), training));
    const Objective objective = objectiveOf(spec(), training);
    const TableSample &train = *training.train;
    std::vector<xgboost::Matrix> parts;
    BV_TRY(auto learned,
        xgboost::Matrix::create(
            train.matrix, train.target, rowWeights(training, spec()), context.threads));
    parts.push_back(std::move(learned));
    if (const auto &judged = training.validation) {
        BV_TRY(auto part,
            xgboost::Matrix::create(
                judged->matrix, judged->target, judged->weights, context.threads));
        parts.push_back(std::move(part));
    }
    // The library weighs a row of chance p as p (1 - p): a small table would get no leaf at all.
    const double rowWeight = spec().task == TableTask::Classification ? 0.25 : 1.0;
    xgboost::Parameters parameters = {{"verbosity", QStringLiteral("0")},
        {"nthread", QString::number(context.threads)},
        {"seed", QString::number(training.seed & 0x7fffffffU)},
        {"tree_method", QStringLiteral("hist")}, {"objective", QLatin1String(objective.name)},
        {"eval_metric", QLatin1String(objective.metric)},
        {"base_score", QString::number(double(objective.baseScore), 'g', 9)},
        {"eta", QString::number(option("learningRate"), 'g', 9)},
        {"max_depth", QString::number(option("depth"))},
        {"min_child_weight", QString::number(option("leafWeight") * rowWeight, 'g', 9)},
        {"lambda", QString::number(option("lambda"), 'g', 9)},
        {"subsample", QString::number(option("rowShare"), 'g', 9)},
        {"colsample_bytree", QString::number(option("featureShare"), 'g', 9)}};
    if (sumCount() > 1)
        parameters.push_back({"num_class", QString::number(spec().classes.size())});
    BV_TRY(auto booster, xgboost::Booster::create(parts, parameters));

    TableFit report;
    double best = std::numeric_limits<double>::infinity();
    const int rounds = static_cast<int>(option("trees"));
    const int patience = static_cast<int>(option("patience"));
    for (int round = 0; round < rounds; ++round) {
        if (context.cancelled())
            return cancelledFailure();
        BV_TRY_VOID(booster.grow(round, parts[0]));
        BV_TRY(const std::vector<double> losses, booster.losses(round, parts));
        const bool judged = losses.size() > 1;
        report.rounds.push_back({round + 1, losses[0], judged ? losses[1] : std::nan("")});
        context.progress(round + 1, rounds, {});
        if (!judged || losses[1] < best) {
            best = losses.back();
            report.bestRound = round + 1;
        } else if (round + 1 - report.bestRound >= patience) {
            break;
        }
    }
    BV_TRY(const auto grown, booster.trees());
    TreeEnsemble trees(train.matrix.columns(), std::vector<float>(sumCount(), objective.baseSum));
    const std::size_t kept = static_cast<std::size_t>(report.bestRound) * sumCount();
    for (std::size_t i = 0; i < kept; ++i)
        trees.add(grown[i].tree, grown[i].output);
    take(std::move(trees));
    return report;
}

} // namespace belvedere
