// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forest/tree_ensemble.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr std::int64_t kNodeNumbers = 3; // decision, value, left child
constexpr std::int64_t kTreeNumbers = 2; // nodes, output
constexpr float kMostExact = 16777216.0F; // 2^24: whole numbers are exact in a float up to here
constexpr std::size_t kBlockRows = 64; // that go through a tree while it is in the cache

auto damaged()
{
    return failure(Errc::Schema,
        QT_TRANSLATE_NOOP("Error",
            "The model's trees are damaged: a node points outside its tree or its row, or is no "
            "number."));
}

bool isWhole(float value, float least, float most)
{
    return value >= least && value <= most && value == std::floor(value);
}

/// A decision as one number: 0 = a leaf, otherwise the feature counted from 1, negative where
/// missing values go right.
float packedDecision(const TreeNode &node)
{
    if (node.feature < 0)
        return 0.0F;
    const auto feature = static_cast<float>(node.feature + 1);
    return node.missingLeft ? feature : -feature;
}

/// @param values  [kNodeNumbers]
Result<TreeNode> unpacked(
    const float *values, std::size_t position, std::size_t treeNodes, std::size_t columns)
{
    const float decision = values[0];
    TreeNode node;
    node.value = values[1];
    if (!std::isfinite(node.value))
        return damaged();
    if (decision == 0.0F)
        return node;
    const auto most = static_cast<float>(columns);
    if (!isWhole(decision, -most, most)
        || !isWhole(values[2], static_cast<float>(position + 1), static_cast<float>(treeNodes) - 2))
        return damaged();
    node.feature = static_cast<int>(std::abs(decision)) - 1;
    node.missingLeft = decision > 0.0F;
    node.left = static_cast<int>(values[2]);
    return node;
}

const NamedTensor *named(const std::vector<NamedTensor> &tensors, const char *name)
{
    const auto found = std::find_if(tensors.begin(), tensors.end(),
        [&](const NamedTensor &t) { return t.name == QLatin1String(name); });
    return found == tensors.end() ? nullptr : &*found;
}

} // namespace

void TreeEnsemble::add(const Tree &tree, std::size_t output, float scale)
{
    m_roots.push_back({m_nodes.size(), output});
    for (TreeNode node : tree) {
        if (node.feature < 0)
            node.value *= scale;
        m_nodes.push_back(node);
    }
}

std::vector<float> TreeEnsemble::sums(const FeatureMatrix &matrix) const
{
    std::vector<float> sums;
    sums.reserve(matrix.rows * outputs());
    for (std::size_t i = 0; i < matrix.rows; ++i)
        sums.insert(sums.end(), m_bases.begin(), m_bases.end());
    for (std::size_t first = 0; first < matrix.rows; first += kBlockRows) {
        const std::size_t end = std::min(matrix.rows, first + kBlockRows);
        for (const Root &root : m_roots) {
            const TreeNode *tree = m_nodes.data() + root.first;
            for (std::size_t i = first; i < end; ++i) {
                const float *row = matrix.row(i);
                const TreeNode *node = tree;
                while (node->feature >= 0) {
                    const float value = row[node->feature];
                    const bool left = std::isnan(value) ? node->missingLeft : value < node->value;
                    node = tree + node->left + (left ? 0 : 1);
                }
                sums[i * outputs() + root.output] += node->value;
            }
        }
    }
    return sums;
}

std::vector<NamedTensor> TreeEnsemble::tensors() const
{
    NamedTensor nodes{QStringLiteral("nodes"), {std::int64_t(m_nodes.size()), kNodeNumbers}, {}};
    nodes.values.reserve(m_nodes.size() * std::size_t(kNodeNumbers));
    for (const TreeNode &node : m_nodes) {
        nodes.values.push_back(packedDecision(node));
        nodes.values.push_back(node.value);
        nodes.values.push_back(static_cast<float>(node.left));
    }
    NamedTensor trees{QStringLiteral("trees"), {std::int64_t(m_roots.size()), kTreeNumbers}, {}};
    for (std::size_t t = 0; t < m_roots.size(); ++t) {
        const std::size_t end = t + 1 < m_roots.size() ? m_roots[t + 1].first : m_nodes.size();
        trees.values.push_back(static_cast<float>(end - m_roots[t].first));
        trees.values.push_back(static_cast<float>(m_roots[t].output));
    }
    return {std::move(nodes), std::move(trees),
        {QStringLiteral("bases"), {std::int64_t(m_bases.size())}, m_bases}};
}

Result<TreeEnsemble> TreeEnsemble::fromTensors(
    const std::vector<NamedTensor> &tensors, std::size_t columns, std::size_t outputs)
{
    const NamedTensor *nodes = named(tensors, "nodes");
    const NamedTensor *trees = named(tensors, "trees");
    const NamedTensor *bases = named(tensors, "bases");
    if (nodes == nullptr || trees == nullptr || bases == nullptr || tensors.size() != 3
        || nodes->shape.size() != 2 || nodes->shape[1] != kNodeNumbers || trees->shape.size() != 2
        || trees->shape[1] != kTreeNumbers
        || bases->shape != std::vector<std::int64_t>{std::int64_t(outputs)})
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error", "The file holds no trees of the shape that it describes."));
    for (const float base : bases->values) {
        if (!std::isfinite(base))
            return damaged();
    }
    TreeEnsemble ensemble(columns, bases->values);
    const auto count = static_cast<std::size_t>(nodes->shape[0]);
    for (std::size_t t = 0; t < trees->values.size(); t += kTreeNumbers) {
        const float size = trees->values[t];
        const std::size_t first = ensemble.m_nodes.size();
        if (!isWhole(size, 1.0F, std::min(kMostExact, static_cast<float>(count - first)))
            || !isWhole(trees->values[t + 1], 0.0F, static_cast<float>(outputs) - 1.0F))
            return damaged();
        const auto treeNodes = static_cast<std::size_t>(size);
        if (treeNodes > count - first)
            return damaged();
        ensemble.m_roots.push_back({first, static_cast<std::size_t>(trees->values[t + 1])});
        for (std::size_t i = 0; i < treeNodes; ++i) {
            BV_TRY(const TreeNode node,
                unpacked(nodes->values.data() + (first + i) * kNodeNumbers, i, treeNodes, columns));
            ensemble.m_nodes.push_back(node);
        }
    }
    if (ensemble.m_nodes.size() != count)
        return damaged();
    return ensemble;
}

} // namespace belvedere
