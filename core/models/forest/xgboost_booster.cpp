// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forest/xgboost_booster.h"

#include <xgboost/c_api.h>

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace belvedere::xgboost {

namespace {

auto libraryFailure(const QString &what)
{
    return failure(
        Errc::Model, QT_TRANSLATE_NOOP("Error", "XGBoost reported a failure: %1."), {what});
}

/// The result of a call of the library.
Result<> checked(int status)
{
    if (status == 0)
        return {};
    // The first line says what happened, the others are a stack trace.
    return libraryFailure(
        QString::fromUtf8(XGBGetLastError()).section(QLatin1Char('\n'), 0, 0).trimmed());
}

std::vector<int> wholeNumbers(const QJsonObject &json, const char *name)
{
    std::vector<int> numbers;
    for (const QJsonValue value : json.value(QLatin1String(name)).toArray())
        numbers.push_back(value.toInt());
    return numbers;
}

/// Breadth first, so that siblings lie side by side and pruned nodes are left out.
Result<Tree> treeOf(const QJsonObject &json)
{
    const std::vector<int> left = wholeNumbers(json, "left_children");
    const std::vector<int> right = wholeNumbers(json, "right_children");
    const std::vector<int> features = wholeNumbers(json, "split_indices");
    const std::vector<int> missingLeft = wholeNumbers(json, "default_left");
    const QJsonArray values = json.value(QLatin1String("split_conditions")).toArray();
    const std::size_t count = left.size();
    if (count == 0 || right.size() != count || features.size() != count
        || missingLeft.size() != count || static_cast<std::size_t>(values.size()) != count)
        return libraryFailure(QStringLiteral("a tree without nodes"));
    Tree tree;
    std::vector<std::size_t> sources{0}; // the library's position of each node of `tree`
    for (std::size_t i = 0; i < sources.size(); ++i) {
        const std::size_t from = sources[i];
        TreeNode node;
        node.value = static_cast<float>(values[qsizetype(from)].toDouble());
        if (left[from] >= 0) {
            node.feature = features[from];
            node.missingLeft = missingLeft[from] != 0;
            node.left = static_cast<int>(sources.size());
            sources.push_back(static_cast<std::size_t>(left[from]));
            sources.push_back(static_cast<std::size_t>(right[from]));
        }
        tree.push_back(node);
    }
    return tree;
}

} // namespace

Result<Matrix> Matrix::create(const FeatureMatrix &matrix, const std::vector<float> &target,
    const std::vector<float> &weights, int threads)
{
    DMatrixHandle handle = nullptr;
    BV_TRY_VOID(checked(XGDMatrixCreateFromMat_omp(matrix.values.data(), matrix.rows,
        matrix.columns(), std::numeric_limits<float>::quiet_NaN(), &handle, threads)));
    Matrix created;
    created.m_handle = std::shared_ptr<void>(handle, &XGDMatrixFree);
    BV_TRY_VOID(created.setTarget(target));
    if (!weights.empty())
        BV_TRY_VOID(
            checked(XGDMatrixSetFloatInfo(handle, "weight", weights.data(), weights.size())));
    return created;
}

Result<> Matrix::setTarget(const std::vector<float> &target)
{
    return checked(XGDMatrixSetFloatInfo(handle(), "label", target.data(), target.size()));
}

Result<Booster> Booster::create(const std::vector<Matrix> &matrices, const Parameters &parameters)
{
    std::vector<DMatrixHandle> handles;
    for (const Matrix &matrix : matrices)
        handles.push_back(matrix.handle());
    BoosterHandle handle = nullptr;
    BV_TRY_VOID(checked(XGBoosterCreate(handles.data(), handles.size(), &handle)));
    Booster booster;
    booster.m_handle = std::shared_ptr<void>(handle, &XGBoosterFree);
    for (const auto &[name, value] : parameters)
        BV_TRY_VOID(checked(XGBoosterSetParam(handle, name, value.toUtf8().constData())));
    return booster;
}

Result<> Booster::grow(int round, const Matrix &matrix)
{
    return checked(XGBoosterUpdateOneIter(m_handle.get(), round, matrix.handle()));
}

Result<std::vector<double>> Booster::losses(int round, const std::vector<Matrix> &matrices)
{
    std::vector<DMatrixHandle> handles;
    std::vector<const char *> names;
    for (const Matrix &matrix : matrices) {
        handles.push_back(matrix.handle());
        names.push_back("part");
    }
    const char *text = nullptr;
    BV_TRY_VOID(checked(XGBoosterEvalOneIter(
        m_handle.get(), round, handles.data(), names.data(), handles.size(), &text)));
    // "[3]\tpart-rmse:17.25\tpart-rmse:18.5"
    const QStringList fields = QString::fromUtf8(text).split(QLatin1Char('\t'));
    std::vector<double> losses;
    for (qsizetype i = 1; i < fields.size(); ++i)
        losses.push_back(fields[i].section(QLatin1Char(':'), -1).toDouble());
    if (losses.size() != matrices.size())
        return libraryFailure(QString::fromUtf8(text));
    return losses;
}

Result<std::vector<GrownTree>> Booster::trees() const
{
    bst_ulong size = 0;
    const char *bytes = nullptr;
    BV_TRY_VOID(
        checked(XGBoosterSaveModelToBuffer(m_handle.get(), R"({"format":"json"})", &size, &bytes)));
    const auto document =
        QJsonDocument::fromJson(QByteArray::fromRawData(bytes, static_cast<qsizetype>(size)));
    const QJsonObject model = document[QLatin1String("learner")][QLatin1String("gradient_booster")]
                                      [QLatin1String("model")]
                                          .toObject();
    const std::vector<int> outputs = wholeNumbers(model, "tree_info");
    const QJsonArray list = model.value(QLatin1String("trees")).toArray();
    if (static_cast<std::size_t>(list.size()) != outputs.size() || outputs.empty())
        return libraryFailure(QStringLiteral("a model without trees"));
    std::vector<GrownTree> trees;
    for (qsizetype i = 0; i < list.size(); ++i) {
        BV_TRY(Tree tree, treeOf(list[i].toObject()));
        trees.push_back(
            {std::move(tree), static_cast<std::size_t>(outputs[static_cast<std::size_t>(i)])});
    }
    return trees;
}

} // namespace belvedere::xgboost
