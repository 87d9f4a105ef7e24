// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table_learner.h"

namespace belvedere {

/// The same answer for every row: the mean of the target, or the share of each class. What any
/// model has to beat.
class ConstantLearner : public TableLearner
{
public:
    [[nodiscard]] static std::vector<TableLearnerFactory::Kind> kinds();
    /// @param spec  options complete and checked.
    explicit ConstantLearner(TableModelSpec spec);
    /// @return Errc::Schema if the tensor is absent or of another shape.
    [[nodiscard]] static Result<std::unique_ptr<TableLearner>> load(const TableModelState &state);

    [[nodiscard]] const TableModelSpec &spec() const override { return m_spec; }
    [[nodiscard]] Result<TableFit> fit(
        const TableTraining &training, const TaskContext &context) override;
    [[nodiscard]] Result<std::vector<float>> predict(
        const FeatureMatrix &matrix, const TaskContext &context) const override;
    [[nodiscard]] TableModelState state() const override;

private:
    TableModelSpec m_spec;
    std::vector<float> m_answer; // [outputs]; empty before fit()
};

} // namespace belvedere
