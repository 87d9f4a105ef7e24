// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table_learner.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

/// The names, the first few of many.
QString listed(const QStringList &names)
{
    constexpr qsizetype kMost = 5;
    QString text = names.mid(0, kMost).join(QStringLiteral(", "));
    return names.size() > kMost ? text + QStringLiteral(", …") : text;
}

/// Rows are counted from 1 where people read them.
QString rowNumber(std::size_t row)
{
    return QString::number(row + 1);
}

Result<> checkTarget(const TableModelSpec &spec, const TableSample &sample)
{
    const std::vector<float> &target = sample.target;
    const auto classes = static_cast<float>(spec.classes.size());
    for (std::size_t i = 0; i < target.size(); ++i) {
        if (std::isnan(target[i]))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error",
                    "The target \"%1\" is missing in row %2. Leave out rows without a target."),
                {spec.target, rowNumber(i)});
        if (std::isinf(target[i]))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error", "The target \"%1\" is infinite in row %2."),
                {spec.target, rowNumber(i)});
        if (spec.task == TableTask::Counts && target[i] < 0.0F)
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error",
                    "The target \"%1\" is below zero in row %2. A count cannot be; choose the task "
                    "regression."),
                {spec.target, rowNumber(i)});
        if (spec.task == TableTask::Classification
            && !(target[i] >= 0.0F && target[i] < classes && target[i] == std::floor(target[i])))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error", "The target \"%1\" is no known class in row %2."),
                {spec.target, rowNumber(i)});
    }
    return {};
}

Result<> checkVariety(const TableModelSpec &spec, const TableSample &sample)
{
    const auto [least, most] = std::minmax_element(sample.target.begin(), sample.target.end());
    if (*least == *most) {
        if (spec.task == TableTask::Classification)
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error",
                    "Every row has the class \"%1\", so there is nothing to tell apart. At least "
                    "two classes are needed."),
                {spec.classes[static_cast<std::size_t>(*least)]});
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "The target \"%1\" is the same in every row, so there is nothing to learn."),
            {spec.target});
    }
    const std::vector<std::size_t> varying = varyingColumns(sample.matrix);
    QStringList constant;
    for (std::size_t c = 0; c < sample.matrix.columns(); ++c) {
        if (!std::binary_search(varying.begin(), varying.end(), c))
            constant += sample.matrix.features[c].name;
    }
    if (!constant.isEmpty())
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "Features with the same value in every row, or with none, tell nothing. Leave "
                "out: %1."),
            {listed(constant)});
    return {};
}

Result<> checkWeights(const TableSample &sample)
{
    const std::vector<float> &weights = sample.weights;
    const bool fits = (weights.empty() || weights.size() == sample.matrix.rows)
        && std::all_of(
            weights.begin(), weights.end(), [](float w) { return w >= 0.0F && std::isfinite(w); });
    if (!fits)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "Every row needs one weight, a finite number from 0 on."));
    return {};
}

Result<> checkSample(const TableModelSpec &spec, const TableSample &sample)
{
    if (sample.matrix.rows == 0)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "There are no rows to learn the target \"%1\" from."),
            {spec.target});
    BV_TRY_VOID(checkMatrix(spec, sample.matrix));
    if (sample.target.size() != sample.matrix.rows)
        return failure(Errc::Shape, QT_TRANSLATE_NOOP("Error", "There are %1 rows and %2 targets."),
            {QString::number(sample.matrix.rows), QString::number(sample.target.size())});
    BV_TRY_VOID(checkWeights(sample));
    return checkTarget(spec, sample);
}

} // namespace

Result<> checkMatrix(const TableModelSpec &spec, const FeatureMatrix &matrix)
{
    if (matrix.names() != spec.features) {
        QStringList missing;
        const std::vector<QString> given = matrix.names();
        for (const QString &name : spec.features) {
            if (std::find(given.begin(), given.end(), name) == given.end())
                missing += name;
        }
        return missing.isEmpty()
            ? failure(Errc::Shape,
                QT_TRANSLATE_NOOP("Error",
                    "The model looks at %1 columns; the table has %2, or the same in another "
                    "order."),
                {QString::number(spec.features.size()), QString::number(given.size())})
            : failure(Errc::Shape,
                QT_TRANSLATE_NOOP("Error", "The table lacks columns that the model looks at: %1."),
                {listed(missing)});
    }
    if (matrix.values.size() != matrix.rows * matrix.columns())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "A table of %1 rows and %2 columns has %3 values."),
            {QString::number(matrix.rows), QString::number(matrix.columns()),
                QString::number(matrix.values.size())});
    const auto infinite = std::find_if(
        matrix.values.begin(), matrix.values.end(), [](float value) { return std::isinf(value); });
    if (infinite != matrix.values.end()) {
        const auto place = static_cast<std::size_t>(infinite - matrix.values.begin());
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error", "The feature \"%1\" is infinite in row %2."),
            {matrix.features[place % matrix.columns()].name, rowNumber(place / matrix.columns())});
    }
    return {};
}

Result<> checkTraining(const TableModelSpec &spec, const TableTraining &training)
{
    BV_TRY_VOID(checkSample(spec, *training.train));
    BV_TRY_VOID(checkVariety(spec, *training.train));
    if (training.validation)
        BV_TRY_VOID(checkSample(spec, *training.validation));
    const std::vector<float> &weights = training.classWeights;
    const bool fits = weights.empty()
        || (weights.size() == spec.classes.size()
            && std::all_of(weights.begin(), weights.end(),
                [](float w) { return w > 0.0F && std::isfinite(w); }));
    if (!fits)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Every class needs one weight, a finite number above 0; there are %1 "
                "classes."),
            {QString::number(spec.classes.size())});
    return {};
}

std::vector<float> rowWeights(const TableTraining &training, const TableModelSpec &spec)
{
    std::vector<float> weights = training.train->weights;
    if (spec.task != TableTask::Classification || training.classWeights.empty())
        return weights;
    weights.resize(training.train->matrix.rows, 1.0F);
    for (std::size_t i = 0; i < weights.size(); ++i)
        weights[i] *= training.classWeights[static_cast<std::size_t>(training.train->target[i])];
    return weights;
}

} // namespace belvedere
