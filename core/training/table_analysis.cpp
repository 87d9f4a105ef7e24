// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/table_analysis.h"

#include "base/random.h"
#include "training/json_numbers.h"
#include "training/table_figures.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace belvedere {

namespace {

constexpr std::size_t kCurvePoints = 300;
constexpr std::size_t kSamplePoints = 2000;
constexpr std::size_t kImportanceRows = 4000;
constexpr int kRepetitions = 5;

QString lossName(TableTask task)
{
    switch (task) {
    case TableTask::Classification:
        return QStringLiteral("logLoss");
    case TableTask::Counts:
        return QStringLiteral("poissonDeviance");
    case TableTask::Regression:
        break;
    }
    return QStringLiteral("rmse");
}

double lossOf(TableTask task, const std::vector<float> &target, const std::vector<float> &values)
{
    if (task != TableTask::Classification) {
        const NumberFigures figures = numberFigures(target, values, task == TableTask::Counts);
        return task == TableTask::Counts ? figures.poissonDeviance : figures.rmse;
    }
    constexpr double kLeast = 1e-15;
    const std::size_t classes = values.size() / target.size();
    double loss = 0.0;
    for (std::size_t i = 0; i < target.size(); ++i) {
        const auto right = i * classes + static_cast<std::size_t>(target[i]);
        loss -= std::log(std::max(static_cast<double>(values[right]), kLeast));
    }
    return loss / static_cast<double>(target.size());
}

/// Positions of `most` of them, drawn without replacement, ascending; all if there are no more.
std::vector<std::size_t> drawn(std::size_t count, std::size_t most, Random random)
{
    std::vector<std::size_t> all(count);
    std::iota(all.begin(), all.end(), std::size_t{0});
    if (count <= most)
        return all;
    for (std::size_t i = 0; i < most; ++i)
        std::swap(all[i], all[i + random.below(count - i)]);
    all.resize(most);
    std::sort(all.begin(), all.end());
    return all;
}

FeatureMatrix rowsOf(const FeatureMatrix &matrix, const std::vector<std::size_t> &rows)
{
    FeatureMatrix part{matrix.features, rows.size(), {}};
    for (const std::size_t row : rows)
        part.values.insert(part.values.end(), matrix.row(row), matrix.row(row) + matrix.columns());
    return part;
}

QJsonArray curveToJson(const std::vector<CurvePoint> &curve)
{
    QJsonArray points;
    for (const CurvePoint &point : curve)
        points.append(QJsonArray{point.x, point.y, jsonNumber(point.threshold)});
    return points;
}

std::vector<CurvePoint> curveFromJson(const QJsonValue &json)
{
    std::vector<CurvePoint> curve;
    for (const QJsonValue entry : json.toArray()) {
        const QJsonArray point = entry.toArray();
        const double threshold = point.at(2).toDouble(std::numeric_limits<double>::infinity());
        curve.push_back({point.at(0).toDouble(), point.at(1).toDouble(), threshold});
    }
    return curve;
}

QJsonObject curvesToJson(const ClassCurves &curves)
{
    QJsonArray bins;
    for (const ReliabilityBin &bin : curves.reliability)
        bins.append(QJsonArray{bin.predicted, bin.observed, bin.rows});
    return {{QStringLiteral("roc"), curveToJson(curves.roc)},
        {QStringLiteral("precisionRecall"), curveToJson(curves.precisionRecall)},
        {QStringLiteral("reliability"), bins}};
}

ClassCurves curvesFromJson(const QJsonValue &json)
{
    ClassCurves curves;
    curves.roc = curveFromJson(json[QLatin1String("roc")]);
    curves.precisionRecall = curveFromJson(json[QLatin1String("precisionRecall")]);
    for (const QJsonValue entry : json[QLatin1String("reliability")].toArray()) {
        const QJsonArray bin = entry.toArray();
        curves.reliability.push_back(
            {bin.at(0).toDouble(), bin.at(1).toDouble(), bin.at(2).toInteger()});
    }
    return curves;
}

} // namespace

ScoredRows scoredRows(
    const TablePredictions &predictions, const std::vector<float> &target, int classIndex)
{
    ScoredRows rows;
    for (std::size_t i = 0; i < target.size(); ++i) {
        const std::size_t at = i * predictions.outputs + static_cast<std::size_t>(classIndex);
        rows.scores.push_back(static_cast<double>(predictions.values[at]));
        rows.truth.push_back(static_cast<int>(target[i]) == classIndex);
    }
    return rows;
}

Result<std::vector<ColumnImportance>> permutationImportance(const TablePredictor &model,
    const FeatureMatrix &matrix, const std::vector<float> &target, int repetitions,
    std::uint64_t seed, const TaskContext &context)
{
    const Random root(seed);
    const std::vector<std::size_t> rows = drawn(matrix.rows, kImportanceRows, root.split(0));
    const FeatureMatrix part = rowsOf(matrix, rows);
    std::vector<float> truth;
    for (const std::size_t row : rows)
        truth.push_back(target[row]);
    const TableTask task = model.spec().task;
    TaskContext quiet = context;
    quiet.progress = [](qint64, qint64, const QString &) {};
    BV_TRY(const std::vector<float> plain, model.learner().predict(part, quiet));
    const double loss = lossOf(task, truth, plain);

    const std::vector<QString> columns = model.encoder().columns();
    const std::vector<std::size_t> sources = model.encoder().sources();
    std::vector<ColumnImportance> importance;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        Random random = root.split(c + 1);
        double sum = 0.0;
        double squares = 0.0;
        for (int repetition = 0; repetition < repetitions; ++repetition) {
            context.progress(static_cast<qint64>(c) * repetitions + repetition,
                static_cast<qint64>(columns.size()) * repetitions, {});
            std::vector<std::size_t> order(part.rows);
            std::iota(order.begin(), order.end(), std::size_t{0});
            for (std::size_t i = order.size(); i > 1; --i)
                std::swap(order[i - 1], order[random.below(i)]);
            FeatureMatrix shuffled = part;
            for (std::size_t i = 0; i < part.rows; ++i) {
                for (std::size_t f = 0; f < sources.size(); ++f) {
                    if (sources[f] == c)
                        shuffled.values[i * part.columns() + f] = part.row(order[i])[f];
                }
            }
            BV_TRY(const std::vector<float> values, model.learner().predict(shuffled, quiet));
            const double rise = lossOf(task, truth, values) - loss;
            sum += rise;
            squares += rise * rise;
        }
        const double mean = sum / repetitions;
        importance.push_back(
            {columns[c], mean, std::sqrt(std::max(0.0, squares / repetitions - mean * mean))});
    }
    std::stable_sort(importance.begin(), importance.end(),
        [](const ColumnImportance &a, const ColumnImportance &b) {
            return a.increase > b.increase;
        });
    return importance;
}

Result<TableAnalysis> analyseTable(const TablePredictor &model, const FeatureMatrix &matrix,
    const std::vector<float> &target, const TablePredictions &predictions, std::uint64_t seed,
    const TaskContext &context)
{
    TableAnalysis analysis;
    const TableTask task = model.spec().task;
    analysis.lossName = lossName(task);
    analysis.repetitions = kRepetitions;
    analysis.importanceRows = static_cast<qint64>(std::min(matrix.rows, kImportanceRows));
    BV_TRY(analysis.importance,
        permutationImportance(model, matrix, target, kRepetitions, seed, context));
    if (task == TableTask::Classification) {
        for (int k = 0; k < static_cast<int>(predictions.outputs); ++k) {
            const ScoredRows rows = scoredRows(predictions, target, k);
            analysis.classes.push_back({thinned(rocCurve(rows), kCurvePoints),
                thinned(precisionRecallCurve(rows), kCurvePoints), reliability(rows)});
        }
        return analysis;
    }
    for (const std::size_t i : drawn(matrix.rows, kSamplePoints, Random(seed)))
        analysis.sample.push_back(
            {static_cast<double>(target[i]), static_cast<double>(predictions.values[i])});
    return analysis;
}

QJsonObject TableAnalysis::toJson() const
{
    QJsonArray columns;
    for (const ColumnImportance &column : importance)
        columns.append(QJsonObject{{QStringLiteral("column"), column.column},
            {QStringLiteral("increase"), jsonNumber(column.increase)},
            {QStringLiteral("deviation"), jsonNumber(column.deviation)}});
    QJsonArray classList;
    for (const ClassCurves &curves : classes)
        classList.append(curvesToJson(curves));
    QJsonArray points;
    for (const TruthAndPrediction &point : sample)
        points.append(QJsonArray{point.truth, point.predicted});
    return {{QStringLiteral("importance"), columns}, {QStringLiteral("loss"), lossName},
        {QStringLiteral("repetitions"), repetitions},
        {QStringLiteral("importanceRows"), importanceRows}, {QStringLiteral("classes"), classList},
        {QStringLiteral("sample"), points}};
}

Result<TableAnalysis> TableAnalysis::fromJson(const QJsonObject &json)
{
    if (!json[QLatin1String("importance")].isArray() || !json[QLatin1String("loss")].isString())
        return failure(
            Errc::Schema, QT_TRANSLATE_NOOP("Error", "This is no analysis of a run on a table."));
    TableAnalysis analysis;
    for (const QJsonValue entry : json[QLatin1String("importance")].toArray())
        analysis.importance.push_back({entry[QLatin1String("column")].toString(),
            numberOrNan(entry[QLatin1String("increase")]),
            numberOrNan(entry[QLatin1String("deviation")])});
    analysis.lossName = json[QLatin1String("loss")].toString();
    analysis.repetitions = json[QLatin1String("repetitions")].toInt();
    analysis.importanceRows = json[QLatin1String("importanceRows")].toInteger();
    for (const QJsonValue entry : json[QLatin1String("classes")].toArray())
        analysis.classes.push_back(curvesFromJson(entry));
    for (const QJsonValue entry : json[QLatin1String("sample")].toArray()) {
        const QJsonArray point = entry.toArray();
        analysis.sample.push_back({point.at(0).toDouble(), point.at(1).toDouble()});
    }
    return analysis;
}

} // namespace belvedere
