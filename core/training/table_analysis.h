// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/score_curves.h"
#include "training/table_predictor.h"

namespace belvedere {

/// What a column of the table is worth to the model.
struct ColumnImportance
{
    QString column;
    double increase = 0.0; ///< mean rise of the loss when the column's cells are shuffled
    double deviation = 0.0; ///< standard deviation over the repetitions
};

/// Curves of one class against the rest.
struct ClassCurves
{
    std::vector<CurvePoint> roc; ///< thinned
    std::vector<CurvePoint> precisionRecall; ///< thinned
    std::vector<ReliabilityBin> reliability;
};

struct TruthAndPrediction
{
    double truth = 0.0;
    double predicted = 0.0;
};

/// What a run on a table looks like from all sides, on its test part.
struct TableAnalysis
{
    /// By falling increase. The loss is that of `lossName`.
    std::vector<ColumnImportance> importance;
    QString lossName; ///< "logLoss", "rmse" or "poissonDeviance"
    int repetitions = 0;
    qint64 importanceRows = 0; ///< of the test part, drawn at random where there are many
    std::vector<ClassCurves> classes; ///< of a classification, by class
    std::vector<TruthAndPrediction> sample; ///< otherwise; an even sample of the test part

    [[nodiscard]] QJsonObject toJson() const;
    /// @return Errc::Schema if it is no analysis of a table.
    [[nodiscard]] static Result<TableAnalysis> fromJson(const QJsonObject &json);
};

/// Permutation importance (Breiman 2001; Fisher, Rudin, Dominici 2019): all features of a column
/// are shuffled together, several times, with a seed of its own for each column, on at most some
/// thousand rows. A column that others can stand in for looks unimportant.
/// @param target  [matrix rows], as TableSample.
[[nodiscard]] Result<std::vector<ColumnImportance>> permutationImportance(
    const TablePredictor &model, const FeatureMatrix &matrix, const std::vector<float> &target,
    int repetitions, std::uint64_t seed, const TaskContext &context = {});

/// Looks at a test part.
[[nodiscard]] Result<TableAnalysis> analyseTable(const TablePredictor &model,
    const FeatureMatrix &matrix, const std::vector<float> &target,
    const TablePredictions &predictions, std::uint64_t seed, const TaskContext &context = {});

/// The rows of one class against the rest.
[[nodiscard]] ScoredRows scoredRows(
    const TablePredictions &predictions, const std::vector<float> &target, int classIndex);

} // namespace belvedere
