// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table_encoder.h"
#include "models/table_learner.h"

namespace belvedere {

/// How chances become a class.
struct ClassDecision
{
    int positive = -1; ///< of two classes; -1 = the most probable class
    double threshold = 0.5; ///< chance of the positive class from which a row is of it

    /// @param chances  [classes]
    [[nodiscard]] int classOf(const float *chances, std::size_t classes) const;
};

/// Answers for rows of a table.
struct TablePredictions
{
    std::size_t outputs = 1;
    std::vector<float> values; ///< [rows, outputs]: the number, or the chance of each class
    std::vector<int> classes; ///< [rows] of a classification
};

/// A trained model of a table, complete in itself: from cells to answers.
class TablePredictor
{
public:
    [[nodiscard]] static Result<TablePredictor> load(
        const TableModelState &state, const TableLearnerFactory &factory);
    TablePredictor(
        TableEncoder encoder, std::unique_ptr<TableLearner> learner, ClassDecision decision);

    [[nodiscard]] const TableModelSpec &spec() const { return m_learner->spec(); }
    [[nodiscard]] const TableEncoder &encoder() const { return m_encoder; }
    [[nodiscard]] const TableLearner &learner() const { return *m_learner; }
    [[nodiscard]] const ClassDecision &decision() const { return m_decision; }
    void setDecision(const ClassDecision &decision) { m_decision = decision; }

    /// @param rows  which, in this order.
    /// @return as TableEncoder::encode() and TableLearner::predict().
    [[nodiscard]] Result<TablePredictions> predict(const ColumnTable &table,
        const std::vector<std::size_t> &rows, const TaskContext &context = {}) const;
    [[nodiscard]] Result<TablePredictions> predict(
        const FeatureMatrix &matrix, const TaskContext &context = {}) const;

    /// What load() takes.
    [[nodiscard]] TableModelState state() const;

private:
    TableEncoder m_encoder;
    std::unique_ptr<TableLearner> m_learner;
    ClassDecision m_decision;
};

} // namespace belvedere
