// SPDX-License-Identifier: GPL-3.0-or-later
#include "models_command.h"

#include "registry/registry.h"
#include "text_table.h"

#include <QJsonArray>

#include <cmath>

namespace belvedere::ctl {

namespace {

QString stageText(ModelStage stage)
{
    switch (stage) {
    case ModelStage::Live:
        return QStringLiteral("live");
    case ModelStage::Retired:
        return QStringLiteral("retired");
    case ModelStage::Candidate:
        break;
    }
    return QStringLiteral("candidate");
}

/// "3.210 km/h", or the accuracy of a classification.
QString scoreText(const ModelVersion &version)
{
    if (std::isfinite(version.testAccuracy))
        return QStringLiteral("accuracy ") + numberText(version.testAccuracy, 3);
    return QStringLiteral("MAE %1 %2").arg(numberText(version.testMae, 3), version.unit).trimmed();
}

Answer versionAnswer(const ModelVersion &version)
{
    Answer answer;
    answer.json = version.toJson();
    answer.json.insert(QStringLiteral("id"), version.id());
    answer.text =
        QStringLiteral("%1: %2, %3 of %4 by %5 (run %6), test %7, registered %8\n")
            .arg(version.id(), stageText(version.stage), version.channel, version.dataset,
                version.kind, version.runId, scoreText(version), formatUtc(version.registered));
    return answer;
}

Result<Answer> listModels(const Session &session)
{
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const auto versions, Registry(store).versions());
    QJsonArray list;
    TextTable table({QStringLiteral("model"), QStringLiteral("stage"), QStringLiteral("kind"),
        QStringLiteral("data set"), QStringLiteral("channel"), QStringLiteral("run"),
        QStringLiteral("task"), QStringLiteral("test")});
    for (const ModelVersion &version : versions) {
        list.append(versionAnswer(version).json);
        table.add({version.id(), stageText(version.stage), version.kind, version.dataset,
            version.channel, version.runId, version.task, scoreText(version)});
    }
    Answer answer;
    answer.json.insert(QStringLiteral("models"), list);
    answer.text = versions.empty()
        ? QStringLiteral("No models yet: belvederectl train --data DATASET --deploy\n")
        : table.toString();
    return answer;
}

using RegistryAction = Result<ModelVersion> (*)(Registry &, const QString &reference);

/// A verb that names one model and answers with the version that it found or changed.
void addVersionVerb(CLI::App &models, Session &session, const std::string &name,
    const std::string &description, const std::string &argument, RegistryAction action)
{
    CLI::App *verb = session.addVerb(models, name, description);
    const auto reference = std::make_shared<std::string>();
    verb->add_option(argument, *reference)->required();
    verb->callback([reference, action, &session] {
        session.verb = [reference, action, &session]() -> Result<Answer> {
            BV_TRY(const auto store, session.openCity());
            Registry registry(store);
            BV_TRY(
                const ModelVersion version, action(registry, QString::fromStdString(*reference)));
            return versionAnswer(version);
        };
    });
}

/// A version is written "name/3"; anything else names a run.
bool isVersion(const QString &reference)
{
    return reference.contains(QLatin1Char('/'));
}

} // namespace

void addModelsCommand(CLI::App &app, Session &session)
{
    CLI::App *models = session.addVerb(app, "models", "Which trained model serves which data");
    models->require_subcommand(1);
    CLI::App *list = session.addVerb(*models, "list", "All versions, newest first");
    list->callback([&session] { session.verb = [&session] { return listModels(session); }; });

    addVersionVerb(*models, session, "show", "One version", "MODEL",
        [](Registry &registry, const QString &reference) { return registry.find(reference); });
    addVersionVerb(*models, session, "register", "Make a run a candidate", "RUN",
        [](Registry &registry, const QString &run) { return registry.add(run); });
    addVersionVerb(*models, session, "promote",
        "Put a version or a run into service; what was live retires", "MODEL|RUN",
        [](Registry &registry, const QString &reference) {
            return isVersion(reference) ? registry.promote(reference) : registry.deploy(reference);
        });
    addVersionVerb(*models, session, "retire", "Take a version out of service", "MODEL",
        [](Registry &registry, const QString &version) { return registry.retire(version); });
    addVersionVerb(*models, session, "rollback", "Return to the version that was live before",
        "NAME", [](Registry &registry, const QString &name) { return registry.rollback(name); });
}

} // namespace belvedere::ctl
