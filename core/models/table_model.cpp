// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table_model.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <set>

namespace belvedere {

namespace {

constexpr std::array kTasks = {TableTask::Regression, TableTask::Classification, TableTask::Counts};

QJsonArray toArray(const std::vector<QString> &texts)
{
    QJsonArray array;
    for (const QString &text : texts)
        array.append(text);
    return array;
}

auto invalidField(const char *field)
{
    return failure(Errc::Schema,
        QT_TRANSLATE_NOOP("Error", "The description of a table's model has no valid \"%1\"."),
        {QLatin1String(field)});
}

/// Texts that differ.
Result<std::vector<QString>> texts(const QJsonObject &json, const char *field)
{
    const QJsonValue list = json.value(QLatin1String(field));
    std::vector<QString> all;
    bool valid = list.isArray();
    for (const QJsonValue text : list.toArray()) {
        valid = valid && text.isString() && !text.toString().isEmpty();
        all.push_back(text.toString());
    }
    if (!valid || std::set<QString>(all.begin(), all.end()).size() != all.size())
        return invalidField(field);
    return all;
}

} // namespace

QString taskName(TableTask task)
{
    switch (task) {
    case TableTask::Regression:
        return QStringLiteral("regression");
    case TableTask::Classification:
        return QStringLiteral("classification");
    case TableTask::Counts:
        return QStringLiteral("counts");
    }
    return {};
}

Result<TableTask> taskFromName(const QString &name)
{
    QStringList names;
    for (const TableTask task : kTasks) {
        if (name == taskName(task))
            return task;
        names += taskName(task);
    }
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error", "There is no task \"%1\". Choose one of: %2."),
        {name, names.join(QStringLiteral(", "))});
}

QJsonObject TableModelSpec::toJson() const
{
    return {{QStringLiteral("kind"), kind}, {QStringLiteral("task"), taskName(task)},
        {QStringLiteral("features"), toArray(features)}, {QStringLiteral("target"), target},
        {QStringLiteral("unit"), unit}, {QStringLiteral("classes"), toArray(classes)},
        {QStringLiteral("options"), options}, {QStringLiteral("encoding"), encoding}};
}

Result<TableModelSpec> TableModelSpec::fromJson(const QJsonObject &json)
{
    TableModelSpec spec;
    spec.kind = json.value(QLatin1String("kind")).toString();
    if (spec.kind.isEmpty())
        return invalidField("kind");
    const auto task = taskFromName(json.value(QLatin1String("task")).toString());
    if (!task)
        return invalidField("task");
    spec.task = *task;
    BV_TRY(spec.features, texts(json, "features"));
    BV_TRY(spec.classes, texts(json, "classes"));
    if (spec.features.empty())
        return invalidField("features");
    if ((spec.task == TableTask::Classification) != (spec.classes.size() > 1))
        return invalidField("classes");
    spec.target = json.value(QLatin1String("target")).toString();
    spec.unit = json.value(QLatin1String("unit")).toString();
    spec.options = json.value(QLatin1String("options")).toObject();
    spec.encoding = json.value(QLatin1String("encoding")).toObject();
    return spec;
}

QByteArray toSafetensors(const TableModelState &state)
{
    return packTensors(state.spec.toJson(), state.tensors);
}

Result<TableModelState> tableModelFromSafetensors(const QByteArray &bytes)
{
    BV_TRY(auto packed, unpackTensors(bytes));
    BV_TRY(auto spec, TableModelSpec::fromJson(packed.description));
    return TableModelState{std::move(spec), std::move(packed.tensors)};
}

} // namespace belvedere
