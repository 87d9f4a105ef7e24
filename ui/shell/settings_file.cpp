// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/settings_file.h"

#include "common/command_registry.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUndoStack>

namespace belvedere::ui {

namespace {

const QString kFormat = QStringLiteral("belvedere settings");
constexpr int kVersion = 1;

class SettingsChange : public QUndoCommand
{
public:
    SettingsChange(
        const QString &text, Settings after, Preferences &preferences, CommandRegistry &commands)
        : QUndoCommand(text)
        , m_preferences(preferences)
        , m_commands(commands)
        , m_before{preferences.values(), commands.ownShortcuts()}
        , m_after(std::move(after))
    {
    }

    void undo() override { apply(m_before); }
    void redo() override { apply(m_after); }

private:
    void apply(const Settings &settings)
    {
        m_commands.setOwnShortcuts(settings.shortcuts);
        m_preferences.setValues(settings.preferences);
    }

    Preferences &m_preferences;
    CommandRegistry &m_commands;
    Settings m_before;
    Settings m_after;
};

} // namespace

QByteArray writeSettings(const Settings &settings)
{
    QJsonObject shortcuts;
    for (auto it = settings.shortcuts.begin(); it != settings.shortcuts.end(); ++it)
        shortcuts.insert(it.key(), QJsonArray::fromStringList(it->toStringList()));
    return QJsonDocument(
        QJsonObject{{QStringLiteral("format"), kFormat}, {QStringLiteral("version"), kVersion},
            {QStringLiteral("preferences"), toJson(settings.preferences)},
            {QStringLiteral("shortcuts"), shortcuts}})
        .toJson();
}

Result<Settings> readSettings(const QByteArray &json, const QString &fileName)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error", "This is not valid JSON: error at byte %1."),
            {QString::number(problem.offset)}, fileName);
    const QJsonObject root = document.object();
    if (root.value(QLatin1String("format")).toString() != kFormat)
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error",
                "This file holds no settings. Choose one that was exported from the preferences."),
            {}, fileName);
    if (root.value(QLatin1String("version")).toInt() > kVersion)
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error", "These settings come from a newer version of the program."),
            {}, fileName);
    Settings settings;
    settings.preferences = preferencesFromJson(root.value(QLatin1String("preferences")).toObject());
    const QJsonObject shortcuts = root.value(QLatin1String("shortcuts")).toObject();
    for (auto it = shortcuts.begin(); it != shortcuts.end(); ++it) {
        QStringList keys;
        for (const QJsonValue &value : it->toArray())
            keys += value.toString();
        settings.shortcuts.insert(it.key(), keys);
    }
    return settings;
}

void changeSettings(const QString &what, const Settings &settings, Preferences &preferences,
    CommandRegistry &commands, QUndoStack &undo)
{
    undo.push(new SettingsChange(what, settings, preferences, commands));
}

} // namespace belvedere::ui
