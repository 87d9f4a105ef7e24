// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forest/forest_learner.h"

#include "models/forest/weighted_mean.h"
#include "models/forest/xgboost_booster.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

// Rows times trees of one call of the library, which nothing can interrupt.
constexpr std::size_t kRoundWork = 200000;
constexpr double kLeastChance = 1e-6; // in the cross-entropy: a forest may be certain

/// 1 where the target is the class, otherwise 0.
std::vector<float> indicators(const std::vector<float> &target, std::size_t ofClass)
{
    std::vector<float> is;
    for (const float value : target)
        is.push_back(value == static_cast<float>(ofClass) ? 1.0F : 0.0F);
    return is;
}

} // namespace

/// A forest while it grows.
struct ForestLearner::Growth
{
    xgboost::Matrix matrix;
    std::vector<std::vector<float>> targets; ///< [sumCount()] what each sum is the mean of
    std::vector<float> bases; ///< [sumCount()]
    xgboost::Parameters parameters;
    /// By round, so that the share of a tree is known once all have grown.
    struct Round
    {
        std::vector<xgboost::GrownTree> trees;
        int parallel = 0;
    };
    std::vector<Round> rounds;
    std::vector<float> judged; ///< [validation rows, sumCount()] sums so far, each tree in full
};

const std::vector<OptionSpec> &ForestLearner::optionTable()
{
    static const std::vector<OptionSpec> table = {
        {QStringLiteral("trees"), QT_TRANSLATE_NOOP("Model", "Trees"),
            QT_TRANSLATE_NOOP("Model", "Trees that the answer is the mean of."), 100.0, 1.0, 5000.0,
            true, {},
            QT_TRANSLATE_NOOP(
                "Model", "Probst and Boulesteix 2018: most of the gain comes with the first 100.")},
        {QStringLiteral("depth"), QT_TRANSLATE_NOOP("Model", "Depth"),
            QT_TRANSLATE_NOOP("Model", "Decisions between a tree's root and its leaves, at most."),
            14.0, 1.0, 24.0, true},
        {QStringLiteral("leafWeight"), QT_TRANSLATE_NOOP("Model", "Smallest leaf"),
            QT_TRANSLATE_NOOP("Model", "Rows that a leaf needs."), 5.0, 1.0, 100000.0, false, {},
            QT_TRANSLATE_NOOP("Model", "Breiman 2001: 5 rows for regressions.")},
        {QStringLiteral("rowShare"), QT_TRANSLATE_NOOP("Model", "Share of rows"),
            QT_TRANSLATE_NOOP("Model", "Rows that each tree sees, drawn without replacement."),
            0.632, 0.05, 1.0, false, {},
            QT_TRANSLATE_NOOP("Model", "As many different rows as a bootstrap sample has.")},
        {QStringLiteral("featureShare"), QT_TRANSLATE_NOOP("Model", "Share of features"),
            QT_TRANSLATE_NOOP("Model", "Features that each decision may choose from."), 0.333, 0.01,
            1.0, false, {}, QT_TRANSLATE_NOOP("Model", "Breiman 2001: a third for regressions.")},
    };
    return table;
}

std::size_t ForestLearner::sumCount() const
{
    // Of two classes, one is what the other is not.
    return spec().task == TableTask::Classification && spec().classes.size() > 2
        ? spec().classes.size()
        : 1;
}

void ForestLearner::answer(const float *sums, float *out) const
{
    if (spec().task != TableTask::Classification) {
        // Rounding must not leave a count below zero.
        *out = spec().task == TableTask::Counts ? std::max(0.0F, *sums) : *sums;
        return;
    }
    if (sumCount() == 1) {
        out[1] = std::clamp(*sums, 0.0F, 1.0F);
        out[0] = 1.0F - out[1];
        return;
    }
    float total = 0.0F;
    for (std::size_t c = 0; c < sumCount(); ++c) {
        out[c] = std::clamp(sums[c], 0.0F, 1.0F);
        total += out[c];
    }
    for (std::size_t c = 0; c < sumCount(); ++c)
        out[c] = total > 0.0F ? out[c] / total : 1.0F / static_cast<float>(sumCount());
}

Result<> ForestLearner::growRound(Growth &growth, std::uint64_t seed, int trees) const
{
    Growth::Round round;
    round.parallel = trees;
    for (std::size_t sum = 0; sum < sumCount(); ++sum) {
        BV_TRY_VOID(growth.matrix.setTarget(growth.targets[sum]));
        xgboost::Parameters parameters = growth.parameters;
        parameters.push_back({"num_parallel_tree", QString::number(trees)});
        parameters.push_back(
            {"seed", QString::number((seed + growth.rounds.size()) & 0x7fffffffU)});
        parameters.push_back({"base_score", QString::number(double(growth.bases[sum]), 'g', 9)});
        BV_TRY(auto booster, xgboost::Booster::create({growth.matrix}, parameters));
        BV_TRY_VOID(booster.grow(0, growth.matrix));
        BV_TRY(auto grown, booster.trees());
        for (xgboost::GrownTree &tree : grown)
            round.trees.push_back({std::move(tree.tree), sum});
    }
    growth.rounds.push_back(std::move(round));
    return {};
}

double ForestLearner::validationLoss(const Growth &growth, const TableSample &sample) const
{
    int trees = 0;
    for (const Growth::Round &round : growth.rounds)
        trees += round.parallel;
    std::vector<float> sums(sumCount());
    std::vector<float> out(spec().outputs());
    double loss = 0.0;
    double total = 0.0;
    for (std::size_t i = 0; i < sample.matrix.rows; ++i) {
        for (std::size_t s = 0; s < sumCount(); ++s)
            sums[s] =
                growth.bases[s] + growth.judged[i * sumCount() + s] / static_cast<float>(trees);
        answer(sums.data(), out.data());
        const double weight = sample.weights.empty() ? 1.0 : double(sample.weights[i]);
        const double truth = double(sample.target[i]);
        total += weight;
        if (spec().task == TableTask::Classification)
            loss -= weight
                * std::log(std::max(kLeastChance, double(out[static_cast<std::size_t>(truth)])));
        else
            loss += weight * (double(out[0]) - truth) * (double(out[0]) - truth);
    }
    return spec().task == TableTask::Classification ? loss / total : std::sqrt(loss / total);
}

Result<TableFit> ForestLearner::fit(const TableTraining &training, const TaskContext &context)
{
    BV_TRY_VOID(checkTraining(spec(), training));
    const TableSample &train = *training.train;
    const std::vector<float> weights = rowWeights(training, spec());
    BV_TRY(
        auto matrix, xgboost::Matrix::create(train.matrix, train.target, weights, context.threads));
    Growth growth{std::move(matrix), {}, {}, {}, {}, {}};
    for (std::size_t sum = 0; sum < sumCount(); ++sum) {
        growth.targets.push_back(spec().task == TableTask::Classification
                ? indicators(train.target, sumCount() == 1 ? 1 : sum)
                : train.target);
        growth.bases.push_back(weightedMean(growth.targets.back(), weights));
    }
    growth.parameters = {{"verbosity", QStringLiteral("0")},
        {"nthread", QString::number(context.threads)}, {"tree_method", QStringLiteral("hist")},
        {"objective", QStringLiteral("reg:squarederror")}, {"eta", QStringLiteral("1")},
        {"lambda", QStringLiteral("0")}, {"max_depth", QString::number(option("depth"))},
        {"min_child_weight", QString::number(option("leafWeight"), 'g', 9)},
        {"subsample", QString::number(option("rowShare"), 'g', 9)},
        {"colsample_bynode", QString::number(option("featureShare"), 'g', 9)}};

    const TableSample *judged = training.validation.get();
    if (judged != nullptr)
        growth.judged.resize(judged->matrix.rows * sumCount());
    const int trees = static_cast<int>(option("trees"));
    const int most =
        static_cast<int>(std::clamp<std::size_t>(kRoundWork / train.matrix.rows, 1, 5000));
    TableFit report;
    for (int done = 0; done < trees;) {
        if (context.cancelled())
            return cancelledFailure();
        const int parallel = std::min(most, trees - done);
        BV_TRY_VOID(growRound(growth, training.seed, parallel));
        done += parallel;
        const auto round = static_cast<int>(growth.rounds.size());
        report.rounds.push_back({round, std::nan(""), std::nan("")});
        if (judged != nullptr) {
            TreeEnsemble added(train.matrix.columns(), std::vector<float>(sumCount(), 0.0F));
            for (const xgboost::GrownTree &tree : growth.rounds.back().trees)
                added.add(tree.tree, tree.output, static_cast<float>(parallel));
            const std::vector<float> sums = added.sums(judged->matrix);
            std::transform(sums.begin(), sums.end(), growth.judged.begin(), growth.judged.begin(),
                std::plus<float>());
            report.rounds.back().validationLoss = validationLoss(growth, *judged);
        }
        context.progress(done, trees, {});
    }
    report.bestRound = static_cast<int>(growth.rounds.size());
    TreeEnsemble ensemble(train.matrix.columns(), growth.bases);
    for (const Growth::Round &round : growth.rounds) {
        // The library has divided each leaf by the trees of its round.
        const float share = static_cast<float>(round.parallel) / static_cast<float>(trees);
        for (const xgboost::GrownTree &tree : round.trees)
            ensemble.add(tree.tree, tree.output, share);
    }
    take(std::move(ensemble));
    return report;
}

} // namespace belvedere
