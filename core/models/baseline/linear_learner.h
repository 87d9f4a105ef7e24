// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table_learner.h"

namespace belvedere {

/// Linear in the features, which are brought to mean 0 and deviation 1 first; a missing one counts
/// as its mean. Three kinds by their target: "ridge" (least squares, in closed form), "logistic"
/// (two or more classes) and "poisson" (counts, logarithmic link). What is minimised is the sum of
/// the losses over the rows plus half the penalty times the sum of the squared coefficients, those
/// of scikit-learn's Ridge(alpha), LogisticRegression(C = 1 / penalty) and
/// PoissonRegressor(alpha = penalty / rows); the intercept goes free.
class LinearLearner : public TableLearner
{
public:
    [[nodiscard]] static std::vector<TableLearnerFactory::Kind> kinds();
    /// @param spec  options complete and checked.
    explicit LinearLearner(TableModelSpec spec);
    /// @return Errc::Schema if a tensor is absent or of another shape.
    [[nodiscard]] static Result<std::unique_ptr<TableLearner>> load(const TableModelState &state);

    [[nodiscard]] const TableModelSpec &spec() const override { return m_spec; }
    /// Of "logistic" and "poisson" each step of the minimiser is a round.
    [[nodiscard]] Result<TableFit> fit(
        const TableTraining &training, const TaskContext &context) override;
    [[nodiscard]] Result<std::vector<float>> predict(
        const FeatureMatrix &matrix, const TaskContext &context) const override;
    [[nodiscard]] TableModelState state() const override;

private:
    class Objective;
    /// Sums of products: one for two classes, where the other one's is its opposite.
    [[nodiscard]] std::size_t scores() const;
    void takeScales(const FeatureMatrix &matrix);
    [[nodiscard]] Result<> solve(
        const TableSample &train, const std::vector<float> &weights, const TaskContext &context);
    /// Rows [first, first + count) brought to scale, with a one in front.
    void writeRows(
        const FeatureMatrix &matrix, std::size_t first, std::size_t count, double *out) const;

    TableModelSpec m_spec;
    std::vector<float> m_means; // [features]
    std::vector<float> m_scales; // [features]
    std::vector<float> m_coefficients; // [scores, 1 + features], the intercept in front
};

} // namespace belvedere
