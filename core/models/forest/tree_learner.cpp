// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forest/tree_learner.h"

namespace belvedere {

namespace {

constexpr std::size_t kPieceRows = 8192; // a few milliseconds each

} // namespace

Result<std::vector<float>> TreeLearner::predict(
    const FeatureMatrix &matrix, const TaskContext &context) const
{
    if (m_trees.treeCount() == 0)
        return failure(
            Errc::Usage, QT_TRANSLATE_NOOP("Error", "The model has not been trained yet."));
    BV_TRY_VOID(checkMatrix(m_spec, matrix));
    std::vector<float> answers(matrix.rows * m_spec.outputs());
    FeatureMatrix piece;
    piece.features = matrix.features;
    for (std::size_t first = 0; first < matrix.rows; first += kPieceRows) {
        if (context.cancelled())
            return cancelledFailure();
        piece.rows = std::min(kPieceRows, matrix.rows - first);
        piece.values.assign(matrix.row(first), matrix.row(first + piece.rows));
        const std::vector<float> sums = m_trees.sums(piece);
        for (std::size_t i = 0; i < piece.rows; ++i)
            answer(sums.data() + i * sumCount(), answers.data() + (first + i) * m_spec.outputs());
    }
    return answers;
}

TableModelState TreeLearner::state() const
{
    return {m_spec, m_trees.tensors()};
}

Result<> TreeLearner::restore(const TableModelState &state)
{
    BV_TRY(m_trees, TreeEnsemble::fromTensors(state.tensors, m_spec.features.size(), sumCount()));
    return {};
}

} // namespace belvedere
