// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forest/tree_learner.h"

namespace belvedere {

/// A random forest: trees grown apart from each other, each on some of the rows and deciding by
/// some of the features; the answer is the mean of theirs. For classes, the mean share of each
/// class in the leaves that a row falls into (by trees on 1 and 0, whose split by squared error is
/// that by Gini's index); for counts the mean count there.
/// Source: Breiman 2001, "Random forests"; grown by XGBoost, many parallel trees in one round.
class ForestLearner : public TreeLearner
{
public:
    explicit ForestLearner(TableModelSpec spec)
        : TreeLearner(std::move(spec))
    {
    }
    [[nodiscard]] static const std::vector<OptionSpec> &optionTable();

    [[nodiscard]] Result<TableFit> fit(
        const TableTraining &training, const TaskContext &context) override;

protected:
    [[nodiscard]] std::size_t sumCount() const override;
    void answer(const float *sums, float *out) const override;

private:
    struct Growth;
    [[nodiscard]] Result<> growRound(Growth &growth, std::uint64_t seed, int trees) const;
    [[nodiscard]] double validationLoss(const Growth &growth, const TableSample &sample) const;
};

} // namespace belvedere
