// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forest/tree_learner.h"

namespace belvedere {

/// Gradient boosting: small trees, each grown on what the ones before leave wrong. With a
/// validation part the trees after its smallest loss are left out, and growing stops once the loss
/// has not shrunk for `patience` rounds.
/// Source: Chen and Guestrin 2016, "XGBoost: a scalable tree boosting system".
class BoostedLearner : public TreeLearner
{
public:
    explicit BoostedLearner(TableModelSpec spec)
        : TreeLearner(std::move(spec))
    {
    }
    [[nodiscard]] static const std::vector<OptionSpec> &optionTable();

    [[nodiscard]] Result<TableFit> fit(
        const TableTraining &training, const TaskContext &context) override;

protected:
    [[nodiscard]] std::size_t sumCount() const override;
    void answer(const float *sums, float *out) const override;
};

} // namespace belvedere
