// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/table_result.h"

#include <QJsonArray>

#include <array>

namespace belvedere {

namespace {

struct NamedAim
{
    ThresholdAim aim;
    const char *name;
};

constexpr std::array<NamedAim, 3> kAims = {
    {{ThresholdAim::None, "none"}, {ThresholdAim::F1, "f1"}, {ThresholdAim::Accuracy, "accuracy"}}};

QJsonArray toArray(const std::vector<QString> &texts)
{
    QJsonArray array;
    for (const QString &text : texts)
        array.append(text);
    return array;
}

std::vector<QString> textsOf(const QJsonValue &array)
{
    std::vector<QString> texts;
    for (const QJsonValue text : array.toArray())
        texts.push_back(text.toString());
    return texts;
}

} // namespace

QString thresholdAimName(ThresholdAim aim)
{
    for (const NamedAim &named : kAims) {
        if (named.aim == aim)
            return QString::fromLatin1(named.name);
    }
    return {};
}

Result<ThresholdAim> thresholdAimByName(const QString &name)
{
    QStringList names;
    for (const NamedAim &named : kAims) {
        names += QString::fromLatin1(named.name);
        if (name == names.last())
            return named.aim;
    }
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error", "A threshold cannot be tuned for \"%1\". Choose one of: %2."),
        {name, names.join(QStringLiteral(", "))});
}

QJsonObject TableSettings::toJson() const
{
    return {{QStringLiteral("columns"), toArray(columns)}, {QStringLiteral("splitBy"), splitBy},
        {QStringLiteral("balanced"), balanced}, {QStringLiteral("positive"), positive},
        {QStringLiteral("threshold"), thresholdAimName(threshold)}};
}

Result<TableSettings> TableSettings::fromJson(const QJsonObject &json)
{
    TableSettings settings;
    settings.columns = textsOf(json[QLatin1String("columns")]);
    settings.splitBy = json[QLatin1String("splitBy")].toString();
    settings.balanced = json[QLatin1String("balanced")].toBool();
    settings.positive = json[QLatin1String("positive")].toString();
    auto aim = thresholdAimByName(json[QLatin1String("threshold")].toString());
    if (!aim) {
        aim.error().code = Errc::Schema;
        return failure(std::move(aim.error()));
    }
    settings.threshold = *aim;
    return settings;
}

QJsonObject TableResult::toJson() const
{
    QJsonArray unusedList;
    for (const UnusedColumn &column : unused)
        unusedList.append(QJsonObject{
            {QStringLiteral("column"), column.column}, {QStringLiteral("reason"), column.reason}});
    QJsonObject baselineFigures;
    for (const auto &[kind, figures] : baselines)
        baselineFigures[kind] = figures.toJson();
    return {{QStringLiteral("classes"), toArray(classes)}, {QStringLiteral("positive"), positive},
        {QStringLiteral("threshold"), threshold}, {QStringLiteral("splitBy"), splitBy},
        {QStringLiteral("columns"), toArray(columns)}, {QStringLiteral("unused"), unusedList},
        {QStringLiteral("features"), features}, {QStringLiteral("trainRows"), trainRows},
        {QStringLiteral("validationRows"), validationRows}, {QStringLiteral("testRows"), testRows},
        {QStringLiteral("withoutTarget"), withoutTarget},
        {QStringLiteral("validation"), validation.toJson()},
        {QStringLiteral("test"), test.toJson()}, {QStringLiteral("baselines"), baselineFigures}};
}

TableResult TableResult::fromJson(const QJsonObject &json)
{
    TableResult result;
    result.classes = textsOf(json[QLatin1String("classes")]);
    result.positive = json[QLatin1String("positive")].toInt(-1);
    result.threshold = json[QLatin1String("threshold")].toDouble(result.threshold);
    result.splitBy = json[QLatin1String("splitBy")].toString();
    result.columns = textsOf(json[QLatin1String("columns")]);
    for (const QJsonValue entry : json[QLatin1String("unused")].toArray())
        result.unused.push_back(
            {entry[QLatin1String("column")].toString(), entry[QLatin1String("reason")].toString()});
    result.features = json[QLatin1String("features")].toInteger();
    result.trainRows = json[QLatin1String("trainRows")].toInteger();
    result.validationRows = json[QLatin1String("validationRows")].toInteger();
    result.testRows = json[QLatin1String("testRows")].toInteger();
    result.withoutTarget = json[QLatin1String("withoutTarget")].toInteger();
    result.validation = TableFigures::fromJson(json[QLatin1String("validation")].toObject());
    result.test = TableFigures::fromJson(json[QLatin1String("test")].toObject());
    const QJsonObject baselineFigures = json[QLatin1String("baselines")].toObject();
    for (auto it = baselineFigures.constBegin(); it != baselineFigures.constEnd(); ++it)
        result.baselines[it.key()] = TableFigures::fromJson(it.value().toObject());
    return result;
}

} // namespace belvedere
