// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "models/option_spec.h"
#include "models/table_model.h"

#include <memory>

namespace belvedere {

/// Examples to learn from, or to be judged by.
struct TableSample
{
    FeatureMatrix matrix;
    /// [rows]; of a classification the index of the class, of counts a number from 0 on.
    std::vector<float> target;
    std::vector<float> weights = {}; ///< [rows], at least 0; empty = all 1
};

/// What a fit may learn from.
struct TableTraining
{
    std::shared_ptr<const TableSample> train;
    /// Never learned from: judged after every round, and boosting stops by it. May be null.
    std::shared_ptr<const TableSample> validation = {};
    /// [classes] what an error at a class counts, above 0; empty = all 1.
    std::vector<float> classWeights = {};
    std::uint64_t seed = 1;
};

/// State of a fit after a round: some trees more, or one machine.
struct TableRound
{
    int round = 0; ///< from 1
    /// Root of the mean squared error of a regression, cross-entropy of a classification; of
    /// counts the mean negative log-likelihood where it is what is learned by, otherwise as of a
    /// regression. NaN where it was not computed.
    double trainLoss = 0.0;
    double validationLoss = 0.0; ///< NaN without a validation part
};

struct TableFit
{
    std::vector<TableRound> rounds;
    int bestRound = 0; ///< the last that the model keeps
};

/// A model from the columns of a table to a target. Const functions may be called by one thread
/// at a time.
class TableLearner
{
public:
    virtual ~TableLearner() = default;

    [[nodiscard]] virtual const TableModelSpec &spec() const = 0;

    /// Learns anew; what was learned before is gone only if it succeeds. Uses context.threads
    /// threads, reports progress and asks whether to stop between rounds.
    /// @return what checkTraining() says; Errc::Cancelled; Errc::Model if the library fails.
    [[nodiscard]] virtual Result<TableFit> fit(
        const TableTraining &training, const TaskContext &context = {}) = 0;

    /// @return [rows, spec().outputs()]: the mean, or the chance of each class with sum 1;
    /// Errc::Shape unless the columns have the names of spec().features; Errc::Usage before fit().
    [[nodiscard]] virtual Result<std::vector<float>> predict(
        const FeatureMatrix &matrix, const TaskContext &context = {}) const = 0;

    /// Everything needed to make the same model again; numbers only, no format of a library.
    [[nodiscard]] virtual TableModelState state() const = 0;
};

/// Makes learners by kind; implemented by models/catalog.
class TableLearnerFactory
{
public:
    virtual ~TableLearnerFactory() = default;

    struct Kind
    {
        QString kind;
        const char *title; ///< QT_TRANSLATE_NOOP("Model", …)
        const char *description; ///< one sentence, the same context
        std::vector<TableTask> tasks; ///< that it can learn
        std::vector<OptionSpec> options;
    };
    [[nodiscard]] virtual std::vector<Kind> kinds() const = 0;
    /// @param spec  absent options take their defaults.
    /// @return Errc::NotFound for an unknown kind; Errc::Usage for a task that the kind cannot
    /// learn, fewer than two classes, no features, an unknown option or one out of range.
    [[nodiscard]] virtual Result<std::unique_ptr<TableLearner>> create(
        const TableModelSpec &spec) const = 0;
    /// @return Errc::Schema for a state that no model of its kind can have.
    [[nodiscard]] virtual Result<std::unique_ptr<TableLearner>> load(
        const TableModelState &state) const = 0;
};

/// What no learner should learn from, each with its own sentence: no rows; columns other than
/// those of `spec`; infinite values; a target that is missing, infinite, no class, below zero of
/// counts, or the same in every row; a feature with one value only or none; weights below zero or
/// as many as there are no rows.
/// @return Errc::Shape, Errc::Numeric or Errc::Usage.
[[nodiscard]] Result<> checkTraining(const TableModelSpec &spec, const TableTraining &training);

/// @return Errc::Shape unless the columns have the names of `spec` in its order; Errc::Numeric for
/// an infinite value.
[[nodiscard]] Result<> checkMatrix(const TableModelSpec &spec, const FeatureMatrix &matrix);

/// Weight by row, those of its class and its own multiplied; empty if all are 1.
[[nodiscard]] std::vector<float> rowWeights(
    const TableTraining &training, const TableModelSpec &spec);

} // namespace belvedere
