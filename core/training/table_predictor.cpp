// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/table_predictor.h"

#include <algorithm>

namespace belvedere {

namespace {

const QString kEncoder = QStringLiteral("encoder");
const QString kPositive = QStringLiteral("positive");
const QString kThreshold = QStringLiteral("threshold");

} // namespace

int ClassDecision::classOf(const float *chances, std::size_t classes) const
{
    if (positive >= 0 && classes == 2)
        return static_cast<double>(chances[positive]) >= threshold ? positive : 1 - positive;
    return static_cast<int>(std::max_element(chances, chances + classes) - chances);
}

TablePredictor::TablePredictor(
    TableEncoder encoder, std::unique_ptr<TableLearner> learner, ClassDecision decision)
    : m_encoder(std::move(encoder))
    , m_learner(std::move(learner))
    , m_decision(decision)
{
}

Result<TablePredictor> TablePredictor::load(
    const TableModelState &state, const TableLearnerFactory &factory)
{
    const QJsonObject &json = state.spec.encoding;
    BV_TRY(TableEncoder encoder, TableEncoder::fromJson(json[kEncoder].toObject()));
    BV_TRY(auto learner, factory.load(state));
    const ClassDecision decision{json[kPositive].toInt(-1), json[kThreshold].toDouble(0.5)};
    const int classes = static_cast<int>(state.spec.classes.size());
    if (decision.positive >= classes || decision.positive < -1)
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP(
                "Error", "The model names a class that it has not. It is damaged; train again."));
    return TablePredictor(std::move(encoder), std::move(learner), decision);
}

Result<TablePredictions> TablePredictor::predict(const ColumnTable &table,
    const std::vector<std::size_t> &rows, const TaskContext &context) const
{
    BV_TRY(const FeatureMatrix matrix, m_encoder.encode(table, rows));
    return predict(matrix, context);
}

Result<TablePredictions> TablePredictor::predict(
    const FeatureMatrix &matrix, const TaskContext &context) const
{
    TablePredictions predictions;
    predictions.outputs = spec().outputs();
    BV_TRY(predictions.values, m_learner->predict(matrix, context));
    if (spec().task == TableTask::Classification) {
        for (std::size_t i = 0; i < matrix.rows; ++i)
            predictions.classes.push_back(m_decision.classOf(
                predictions.values.data() + i * predictions.outputs, predictions.outputs));
    }
    return predictions;
}

TableModelState TablePredictor::state() const
{
    TableModelState state = m_learner->state();
    state.spec.encoding = {{kEncoder, m_encoder.toJson()}, {kPositive, m_decision.positive},
        {kThreshold, m_decision.threshold}};
    return state;
}

} // namespace belvedere
