// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forest/tree_ensemble.h"
#include "models/table_learner.h"

namespace belvedere {

/// What learners of trees have in common: how trees answer and how they are kept. XGBoost only
/// grows them; a kept model is read without it.
class TreeLearner : public TableLearner
{
public:
    [[nodiscard]] const TableModelSpec &spec() const override { return m_spec; }
    [[nodiscard]] Result<std::vector<float>> predict(
        const FeatureMatrix &matrix, const TaskContext &context) const override;
    [[nodiscard]] TableModelState state() const override;
    /// @return Errc::Schema if the trees do not fit the spec.
    [[nodiscard]] Result<> restore(const TableModelState &state);

protected:
    /// @param spec  options complete and checked
    explicit TreeLearner(TableModelSpec spec)
        : m_spec(std::move(spec))
    {
    }
    /// Sums that the trees add up: one for each class, or a single one.
    [[nodiscard]] virtual std::size_t sumCount() const = 0;
    /// Makes of the sums of a row what the row is answered with.
    /// @param sums  [sumCount()]
    /// @param out  [spec().outputs()]
    virtual void answer(const float *sums, float *out) const = 0;

    [[nodiscard]] double option(const char *name) const
    {
        return m_spec.options.value(QLatin1String(name)).toDouble();
    }
    void take(TreeEnsemble trees) { m_trees = std::move(trees); }

private:
    TableModelSpec m_spec;
    TreeEnsemble m_trees;
};

} // namespace belvedere
