// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feature_matrix.h"
#include "models/model_state.h"

namespace belvedere {

/// A decision by one feature, or a leaf.
struct TreeNode
{
    int feature = -1; ///< -1 = a leaf
    /// A row goes left if its value is below; of a leaf, what the tree answers.
    float value = 0.0F;
    int left = 0; ///< position in the tree, above the node's own; the right child is the next
    bool missingLeft = false; ///< where a missing value goes
};

/// Children come after their parents, siblings side by side; the root is the first.
using Tree = std::vector<TreeNode>;

/// Decision trees whose answers add up, one sum for each output.
class TreeEnsemble
{
public:
    TreeEnsemble() = default;
    TreeEnsemble(std::size_t columns, std::vector<float> bases)
        : m_columns(columns)
        , m_bases(std::move(bases))
    {
    }

    /// @param scale  that the leaves are multiplied with
    void add(const Tree &tree, std::size_t output, float scale = 1.0F);

    [[nodiscard]] std::size_t treeCount() const { return m_roots.size(); }
    [[nodiscard]] std::size_t outputs() const { return m_bases.size(); }
    /// [rows, outputs]: the bases and what the trees answer, added up in their order.
    [[nodiscard]] std::vector<float> sums(const FeatureMatrix &matrix) const;

    /// "nodes" [nodes, 3], "trees" [trees, 2] and "bases" [outputs].
    [[nodiscard]] std::vector<NamedTensor> tensors() const;
    /// Every node is checked, so that no tree reads beyond a row or runs in a circle.
    /// @return Errc::Schema.
    [[nodiscard]] static Result<TreeEnsemble> fromTensors(
        const std::vector<NamedTensor> &tensors, std::size_t columns, std::size_t outputs);

private:
    struct Root
    {
        std::size_t first = 0; // node
        std::size_t output = 0;
    };

    std::size_t m_columns = 0;
    std::vector<float> m_bases; // [outputs]
    std::vector<Root> m_roots;
    std::vector<TreeNode> m_nodes;
};

} // namespace belvedere
