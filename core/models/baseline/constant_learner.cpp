// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/constant_learner.h"

#include "models/baseline/table_tensors.h"

#include <cmath>

namespace belvedere {

namespace {

const QString kTensor = QStringLiteral("answer");

} // namespace

std::vector<TableLearnerFactory::Kind> ConstantLearner::kinds()
{
    return {{QStringLiteral("constant"), QT_TRANSLATE_NOOP("Model", "Constant"),
        QT_TRANSLATE_NOOP("Model",
            "The same answer for every row: the mean of the target, or the shares of the classes."),
        {TableTask::Regression, TableTask::Classification, TableTask::Counts}, {}}};
}

ConstantLearner::ConstantLearner(TableModelSpec spec)
    : m_spec(std::move(spec))
{
}

Result<std::unique_ptr<TableLearner>> ConstantLearner::load(const TableModelState &state)
{
    auto learner = std::make_unique<ConstantLearner>(state.spec);
    BV_TRY(learner->m_answer,
        tableTensor(state, kTensor, {static_cast<std::int64_t>(state.spec.outputs())}));
    return learner;
}

Result<TableFit> ConstantLearner::fit(const TableTraining &training, const TaskContext &)
{
    BV_TRY_VOID(checkTraining(m_spec, training));
    const std::vector<float> weights = rowWeights(training, m_spec);
    const std::vector<float> &target = training.train->target;
    std::vector<double> sums(m_spec.outputs(), 0.0);
    double total = 0.0;
    for (std::size_t i = 0; i < target.size(); ++i) {
        const double weight = weights.empty() ? 1.0 : static_cast<double>(weights[i]);
        total += weight;
        if (m_spec.task == TableTask::Classification)
            sums[static_cast<std::size_t>(target[i])] += weight;
        else
            sums.front() += weight * static_cast<double>(target[i]);
    }
    if (total <= 0.0)
        return failure(Errc::Numeric, QT_TRANSLATE_NOOP("Error", "Every row has the weight 0."));
    m_answer.clear();
    for (const double sum : sums)
        m_answer.push_back(static_cast<float>(sum / total));
    return TableFit{{}, 1};
}

Result<std::vector<float>> ConstantLearner::predict(
    const FeatureMatrix &matrix, const TaskContext &) const
{
    BV_TRY_VOID(checkMatrix(m_spec, matrix));
    if (m_answer.empty())
        return notFitted();
    std::vector<float> all;
    all.reserve(matrix.rows * m_answer.size());
    for (std::size_t i = 0; i < matrix.rows; ++i)
        all.insert(all.end(), m_answer.begin(), m_answer.end());
    return all;
}

TableModelState ConstantLearner::state() const
{
    return {m_spec, {{kTensor, {static_cast<std::int64_t>(m_answer.size())}, m_answer}}};
}

} // namespace belvedere
