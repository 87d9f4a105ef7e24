// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/forest: the C interface of XGBoost with owners and Results.
#pragma once

#include "models/forest/tree_ensemble.h"

#include <memory>

namespace belvedere::xgboost {

/// Rows with their targets as the library keeps them.
class Matrix
{
public:
    /// @param weights  [rows], or empty
    /// @return Errc::Model if the library fails.
    [[nodiscard]] static Result<Matrix> create(const FeatureMatrix &matrix,
        const std::vector<float> &target, const std::vector<float> &weights, int threads);

    [[nodiscard]] Result<> setTarget(const std::vector<float> &target);
    [[nodiscard]] void *handle() const { return m_handle.get(); }

private:
    std::shared_ptr<void> m_handle;
};

/// Parameter and its value as the library's documentation writes them.
using Parameters = std::vector<std::pair<const char *, QString>>;

/// A tree and the output it counts for.
struct GrownTree
{
    Tree tree;
    std::size_t output = 0;
};

/// What grows the trees. Its random numbers belong to the thread: grow one booster after another.
class Booster
{
public:
    /// @param matrices  that it will learn from or be judged by
    [[nodiscard]] static Result<Booster> create(
        const std::vector<Matrix> &matrices, const Parameters &parameters);

    /// @param round  from 0
    [[nodiscard]] Result<> grow(int round, const Matrix &matrix);
    /// The value of the parameter eval_metric on each of `matrices`.
    [[nodiscard]] Result<std::vector<double>> losses(
        int round, const std::vector<Matrix> &matrices);
    [[nodiscard]] Result<std::vector<GrownTree>> trees() const;

private:
    std::shared_ptr<void> m_handle;
};

} // namespace belvedere::xgboost
