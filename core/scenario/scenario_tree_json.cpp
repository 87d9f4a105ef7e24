// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/output_file.h"
#include "scenario/json_fields.h"
#include "scenario/scenario_tree.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace belvedere {

namespace {

constexpr std::int64_t kVersion = 1;

QString formatName()
{
    return QStringLiteral("belvedere-scenarios");
}

QJsonArray editArray(const std::vector<Edit> &edits)
{
    QJsonArray array;
    for (const Edit &edit : edits)
        array.append(editToJson(edit));
    return array;
}

/// Edits without an id get one.
Result<std::vector<Edit>> readEdits(const QJsonArray &array, const QString &owner)
{
    std::vector<Edit> edits;
    for (qsizetype k = 0; k < array.size(); ++k) {
        Result<Edit> edit = editFromJson(array[k].toObject());
        if (!edit) {
            edit.error().where = QStringLiteral("%1, edit %2").arg(owner).arg(k + 1);
            return failure(std::move(edit.error()));
        }
        edits.push_back(std::move(*edit));
    }
    for (Edit &edit : edits)
        if (edit.id.isEmpty())
            edit.id = freshEditId(edits);
    return edits;
}

void insertText(QJsonObject &json, const char *key, const QString &text)
{
    if (!text.isEmpty())
        json.insert(QLatin1String(key), text);
}

void insertTexts(QJsonObject &json, const char *key, const QStringList &texts)
{
    if (!texts.isEmpty())
        json.insert(QLatin1String(key), QJsonArray::fromStringList(texts));
}

QJsonObject filesToJson(const BaseCaseFiles &files)
{
    QJsonObject json{{QStringLiteral("network"), files.network},
        {QStringLiteral("trips"), files.trips}, {QStringLiteral("fleet"), files.fleet},
        {QStringLiteral("shareOfDay"), files.shareOfDay}};
    insertText(json, "nodes", files.nodes);
    if (files.lengthUnitM > 0.0)
        json.insert(QStringLiteral("lengthUnitM"), files.lengthUnitM);
    if (files.tollFactor)
        json.insert(QStringLiteral("tollFactor"), *files.tollFactor);
    if (files.distanceFactor)
        json.insert(QStringLiteral("distanceFactor"), *files.distanceFactor);
    return json;
}

Result<BaseCaseFiles> readFiles(const QJsonObject &json)
{
    JsonFields fields(json);
    BaseCaseFiles files;
    files.network = fields.text("network");
    files.trips = fields.text("trips");
    files.nodes = fields.text("nodes", QString());
    files.fleet = fields.text("fleet", files.fleet);
    files.shareOfDay = fields.number("shareOfDay", files.shareOfDay);
    files.lengthUnitM = fields.number("lengthUnitM", 0.0);
    const bool toll = fields.has("tollFactor");
    const double tollFactor = fields.number("tollFactor", 0.0);
    if (toll)
        files.tollFactor = tollFactor;
    const bool distance = fields.has("distanceFactor");
    const double distanceFactor = fields.number("distanceFactor", 0.0);
    if (distance)
        files.distanceFactor = distanceFactor;
    BV_TRY_VOID(fields.finish());
    return files;
}

QJsonObject modificationToJson(const Modification &modification)
{
    QJsonObject json{{QStringLiteral("id"), modification.id},
        {QStringLiteral("name"), modification.name},
        {QStringLiteral("edits"), editArray(modification.edits)}};
    insertTexts(json, "dependsOn", modification.dependsOn);
    insertTexts(json, "excludes", modification.excludes);
    return json;
}

Result<Modification> readModification(const QJsonObject &json)
{
    JsonFields fields(json);
    Modification modification;
    modification.id = fields.text("id");
    modification.name = fields.text("name", modification.id);
    modification.dependsOn = fields.texts("dependsOn");
    modification.excludes = fields.texts("excludes");
    const QJsonArray edits = fields.array("edits");
    BV_TRY_VOID(fields.finish());
    BV_TRY(modification.edits, readEdits(edits, modification.name));
    return modification;
}

QJsonObject scenarioToJson(const Scenario &scenario)
{
    QJsonObject json{{QStringLiteral("id"), scenario.id}, {QStringLiteral("name"), scenario.name},
        {QStringLiteral("edits"), editArray(scenario.edits)}};
    insertText(json, "note", scenario.note);
    insertText(json, "parent", scenario.parent);
    insertTexts(json, "modifications", scenario.modifications);
    return json;
}

/// The id stands for the name and the name for the id where one is missing.
Result<Scenario> readScenario(const QJsonObject &json)
{
    JsonFields fields(json);
    Scenario scenario;
    scenario.id = fields.text("id", QString());
    scenario.name = fields.text("name", scenario.id);
    if (scenario.id.isEmpty())
        scenario.id = scenario.name;
    scenario.note = fields.text("note", QString());
    scenario.parent = fields.text("parent", QString());
    scenario.modifications = fields.texts("modifications");
    const QJsonArray edits = fields.array("edits");
    BV_TRY_VOID(fields.finish());
    BV_TRY(scenario.edits, readEdits(edits, scenario.name));
    return scenario;
}

Result<> readScenarios(JsonFields &fields, ScenarioTree &tree)
{
    for (const QJsonValue &value : fields.array("modifications")) {
        BV_TRY(Modification modification, readModification(value.toObject()));
        tree.modifications.push_back(std::move(modification));
    }
    for (const QJsonValue &value : fields.array("scenarios")) {
        BV_TRY(Scenario scenario, readScenario(value.toObject()));
        tree.scenarios.push_back(std::move(scenario));
    }
    if (fields.has("edits")) {
        Scenario only;
        only.id = QStringLiteral("scenario");
        only.name = tree.title.isEmpty() ? only.id : tree.title;
        BV_TRY(only.edits, readEdits(fields.array("edits"), only.name));
        tree.scenarios.push_back(std::move(only));
    }
    return {};
}

} // namespace

QJsonObject treeToJson(const ScenarioTree &tree)
{
    QJsonArray modifications;
    for (const Modification &modification : tree.modifications)
        modifications.append(modificationToJson(modification));
    QJsonArray scenarios;
    for (const Scenario &scenario : tree.scenarios)
        scenarios.append(scenarioToJson(scenario));
    QJsonObject json{{QStringLiteral("format"), formatName()},
        {QStringLiteral("version"), qint64(kVersion)}, {QStringLiteral("title"), tree.title},
        {QStringLiteral("scenarios"), scenarios},
        {QStringLiteral("kpis"), QJsonArray::fromStringList(tree.kpis)}};
    if (!modifications.isEmpty())
        json.insert(QStringLiteral("modifications"), modifications);
    insertText(json, "baseHash", tree.baseHash);
    if (tree.files)
        json.insert(QStringLiteral("base"), filesToJson(*tree.files));
    return json;
}

Result<ScenarioTree> treeFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    ScenarioTree tree;
    if (const QString format = fields.text("format", formatName()); format != formatName())
        return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "The format is \"%1\", not \"%2\"."),
            {format, formatName()});
    if (const std::int64_t version = fields.integer("version", kVersion); version != kVersion)
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error",
                "The scenarios were written in version %1 of their format. This program reads "
                "version %2."),
            {QString::number(version), QString::number(kVersion)});
    tree.title = fields.text("title", QString());
    tree.baseHash = fields.text("baseHash", QString());
    if (fields.has("kpis"))
        tree.kpis = fields.texts("kpis");
    if (fields.has("base")) {
        BV_TRY(tree.files, readFiles(fields.object("base")));
    }
    BV_TRY_VOID(readScenarios(fields, tree));
    BV_TRY_VOID(fields.finish());
    BV_TRY_VOID(checkTree(tree));
    return tree;
}

Result<> writeScenarioFile(const QString &file, const ScenarioTree &tree)
{
    ScenarioTree shared = tree;
    const QDir folder = QFileInfo(file).absoluteDir();
    if (shared.files)
        for (QString *path : {&shared.files->network, &shared.files->trips, &shared.files->nodes})
            if (!path->isEmpty())
                *path = folder.relativeFilePath(*path);
    BV_TRY(OutputFile output, OutputFile::open(file));
    BV_TRY_VOID(output.write(QJsonDocument(treeToJson(shared)).toJson()));
    return output.commit();
}

Result<ScenarioTree> readScenarioFile(const QString &file)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return failure(input.exists() ? Errc::Io : Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "The scenario file cannot be read: %1."),
            {input.errorString()}, file);
    QJsonParseError error;
    const QByteArray bytes = input.readAll();
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "This is no JSON object: %1."),
            {error.errorString()},
            QStringLiteral("%1:%2").arg(file).arg(bytes.left(error.offset).count('\n') + 1));
    Result<ScenarioTree> tree = treeFromJson(document.object());
    if (!tree) {
        Error &wrong = tree.error();
        wrong.where = wrong.where.isEmpty() ? file : file + QLatin1String(": ") + wrong.where;
        return tree;
    }
    const QDir folder = QFileInfo(file).absoluteDir();
    if (tree->files)
        for (QString *path : {&tree->files->network, &tree->files->trips, &tree->files->nodes})
            if (!path->isEmpty())
                *path = QDir::cleanPath(folder.absoluteFilePath(*path));
    return tree;
}

} // namespace belvedere
