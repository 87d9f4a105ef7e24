// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shell_commands.h"

#include "common/command_registry.h"
#include "common/preferences.h"
#include "common/undo_hub.h"
#include "shell/main_window.h"
#include "shell/map_commands.h"
#include "shell/settings_file.h"

#include <QAction>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>
#include <QScreen>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::ShellCommands)
};

CommandText cityText(const QString &title, const QString &keywords)
{
    return {title, Text::tr("City"), keywords};
}

CommandText programText(const QString &title, const QString &keywords)
{
    return {title, Text::tr("Program"), keywords};
}

Command withIcon(Command command, const QString &iconName)
{
    command.iconName = iconName;
    return command;
}

QString id(const char *name)
{
    return QString::fromLatin1(name);
}

void addCityCommands(MainWindow &window, CommandRegistry &commands)
{
    commands.add(
        withIcon(simpleCommand(
                     id("city.new"),
                     [] { return cityText(Text::tr("New city…"), Text::tr("create make empty")); },
                     [&window] { window.chooseNewCity(); }, {QKeySequence::New}),
            id("plus")),
        &window);
    commands.add(
        withIcon(simpleCommand(
                     id("city.open"),
                     [] { return cityText(Text::tr("Open city…"), Text::tr("load folder")); },
                     [&window] { window.chooseCity(); }, {QKeySequence::Open}),
            id("folder")),
        &window);
    commands.add(withIcon(simpleCommand(
                              id("city.demo"),
                              [] {
                                  return cityText(Text::tr("Open the demo city"),
                                      Text::tr("simulated example"));
                              },
                              [&window] { window.openCity({}); }),
                     id("city")),
        &window);
}

void addReportCommand(MainWindow &window, CommandRegistry &commands)
{
    Command report = simpleCommand(
        id("report.make"),
        [] {
            return CommandText{Text::tr("Report of the screen…"), Text::tr("Save"),
                Text::tr("pdf png print export page")};
        },
        [&window] { window.makeReport(); }, {QKeySequence(QStringLiteral("Ctrl+Shift+P"))});
    report.iconName = id("export");
    report.enabled = [&window] { return window.hasCity(); };
    commands.add(std::move(report), &window);
}

void addWorkspaceCommands(MainWindow &window, CommandRegistry &commands)
{
    int number = 0;
    for (const MainWindow::WorkspaceInfo &info : window.workspaces()) {
        ++number;
        commands.add(withIcon(simpleCommand(
                                  QLatin1String("workspace.") + info.id,
                                  [title = info.commandTitle] {
                                      return CommandText{title(), Text::tr("Workspace"),
                                          Text::tr("show go switch page")};
                                  },
                                  [&window, key = info.id] { window.showWorkspaceId(key); },
                                  {QKeySequence(QStringLiteral("Alt+%1").arg(number))}),
                         info.iconName),
            &window);
    }
}

void addWallCommands(MainWindow &window, CommandRegistry &commands)
{
    Command toggle = simpleCommand(
        id("wall.toggle"),
        [] {
            return CommandText{Text::tr("Wall mode"), Text::tr("Layout"),
                Text::tr("full screen presentation second monitor")};
        },
        [&window] { window.toggleWall(); }, {QKeySequence(Qt::Key_F11)});
    toggle.iconName = id("wall");
    toggle.enabled = [&window] { return window.hasWall(); };
    toggle.checked = [&window] { return window.wall() != nullptr; };
    commands.add(std::move(toggle), &window);

    CommandArgument screen;
    screen.type = CommandArgument::Type::Choice;
    screen.label = [] { return Text::tr("screen"); };
    screen.choices = [] {
        std::vector<ArgumentChoice> choices;
        const QList<QScreen *> screens = QGuiApplication::screens();
        for (int i = 0; i < screens.size(); ++i) {
            const QSize size = screens.at(i)->size();
            choices.push_back({Text::tr("%1 (%2 × %3)")
                                   .arg(screens.at(i)->name())
                                   .arg(size.width())
                                   .arg(size.height()),
                i, {QString::number(i + 1)}});
        }
        return choices;
    };
    Command onScreen;
    onScreen.id = id("wall.screen");
    onScreen.iconName = id("wall");
    onScreen.text = [] {
        return CommandText{Text::tr("Wall mode on screen"), Text::tr("Layout"),
            Text::tr("full screen presentation monitor")};
    };
    onScreen.arguments = {screen};
    onScreen.enabled = [&window] { return window.hasWall(); };
    onScreen.run = [&window](const QVariantList &arguments) -> Result<QString> {
        window.showWall(QGuiApplication::screens().value(arguments.front().toInt()));
        return QString();
    };
    commands.add(std::move(onScreen), &window);
}

void addUndoCommands(CommandRegistry &commands, UndoHub &undo, QObject *owner)
{
    Command back = simpleCommand(
        id("edit.undo"),
        [&undo] {
            const QString what = undo.undoText();
            return CommandText{what.isEmpty() ? Text::tr("Undo") : Text::tr("Undo: %1").arg(what),
                Text::tr("Edit"), Text::tr("take back revert")};
        },
        [&undo] { undo.undo(); }, {QKeySequence(QStringLiteral("Ctrl+Z"))});
    back.run = [&undo](const QVariantList &) -> Result<QString> {
        const QString what = undo.undoText();
        undo.undo();
        return Text::tr("Undone: %1").arg(what);
    };
    back.enabled = [&undo] { return undo.canUndo(); };
    back.iconName = id("undo");
    back.repeats = true;
    Command again = simpleCommand(
        id("edit.redo"),
        [&undo] {
            const QString what = undo.redoText();
            return CommandText{what.isEmpty() ? Text::tr("Redo") : Text::tr("Redo: %1").arg(what),
                Text::tr("Edit"), Text::tr("again repeat")};
        },
        [&undo] { undo.redo(); },
        {QKeySequence(QStringLiteral("Ctrl+Y")), QKeySequence(QStringLiteral("Ctrl+Shift+Z"))});
    again.enabled = [&undo] { return undo.canRedo(); };
    again.iconName = id("redo");
    again.repeats = true;
    commands.add(std::move(back), owner);
    commands.add(std::move(again), owner);
    QObject::connect(&undo, &UndoHub::changed, &commands, &CommandRegistry::refresh);
}

void addProgramCommands(MainWindow &window, CommandRegistry &commands)
{
    Command palette = simpleCommand(
        id("program.commands"), [] { return programText(Text::tr("Search or command"), {}); },
        [&window] { window.togglePalette(); }, {QKeySequence(QStringLiteral("Ctrl+K"))});
    palette.listed = false; // one is in it
    commands.add(withIcon(std::move(palette), id("search")), &window);
    commands.add(withIcon(simpleCommand(
                              id("program.shortcuts"),
                              [] {
                                  return programText(Text::tr("Keyboard shortcuts"),
                                      Text::tr("help keys hotkeys list"));
                              },
                              [&window] { window.toggleShortcuts(); },
                              {QKeySequence(Qt::Key_F1), QKeySequence(QStringLiteral("?"))}),
                     id("keyboard")),
        &window);
    commands.add(withIcon(simpleCommand(
                              id("program.preferences"),
                              [] {
                                  return programText(Text::tr("Preferences…"),
                                      Text::tr("settings options configure"));
                              },
                              [&window] { window.showPreferences(); },
                              {QKeySequence(QStringLiteral("Ctrl+,"))}),
                     id("settings")),
        &window);
    commands.add(withIcon(simpleCommand(
                              id("program.messages"),
                              [] {
                                  return programText(
                                      Text::tr("Show messages"), Text::tr("log history errors"));
                              },
                              [&window] { window.showMessages(); }),
                     id("message")),
        &window);
    commands.add(withIcon(simpleCommand(
                              id("program.sources"),
                              [] {
                                  return programText(
                                      Text::tr("Show data sources"), Text::tr("feeds age stale"));
                              },
                              [&window] { window.showSources(); }),
                     id("data")),
        &window);
    commands.add(
        withIcon(simpleCommand(
                     id("program.about"),
                     [] { return programText(Text::tr("About Belvedere"), Text::tr("version")); },
                     [&window] { window.showAbout(); }),
            id("info")),
        &window);
    commands.add(simpleCommand(
                     id("program.quit"),
                     [] { return programText(Text::tr("Quit"), Text::tr("exit close leave")); },
                     [&window] { window.close(); }, {QKeySequence(QStringLiteral("Ctrl+Q"))}),
        &window);
}

/// A command that sets one preference to one of a few values.
Command choiceCommand(const char *name, const char *iconName, std::function<CommandText()> text,
    std::function<std::vector<ArgumentChoice>()> choices, std::function<void(const QVariant &)> set)
{
    CommandArgument value;
    value.type = CommandArgument::Type::Choice;
    value.label = [] { return Text::tr("value"); };
    value.choices = std::move(choices);
    Command command;
    command.id = id(name);
    command.iconName = id(iconName);
    command.text = std::move(text);
    command.arguments = {value};
    command.run = [set = std::move(set)](const QVariantList &arguments) -> Result<QString> {
        set(arguments.front());
        return QString();
    };
    return command;
}

CommandText preferenceText(const QString &title, const QString &keywords)
{
    return {title, Text::tr("Preferences"), keywords};
}

void addLookCommands(MainWindow &window, CommandRegistry &commands, Preferences &preferences)
{
    commands.add(
        choiceCommand(
            "preferences.theme", "sun",
            [] {
                return preferenceText(
                    Text::tr("Theme"), Text::tr("appearance colours night day mode"));
            },
            [] {
                return std::vector<ArgumentChoice>{
                    {Text::tr("Dark"), int(ThemeChoice::Dark), {id("dark")}},
                    {Text::tr("Light"), int(ThemeChoice::Light), {id("light")}},
                    {Text::tr("As the system"), int(ThemeChoice::System), {id("system")}}};
            },
            [&preferences](const QVariant &v) { preferences.setTheme(ThemeChoice(v.toInt())); }),
        &window);
    commands.add(
        choiceCommand(
            "preferences.language", "language",
            [] { return preferenceText(Text::tr("Language"), QString::fromUtf8("语言 language")); },
            [] {
                std::vector<ArgumentChoice> choices;
                for (const QString &code : Language::codes()) {
                    QStringList aliases = {code};
                    if (code == QLatin1String("zh_CN"))
                        aliases += {id("Chinese"), id("zh"), QString::fromUtf8("中文")};
                    else
                        aliases += QString::fromUtf8("英文");
                    choices.push_back({Language::nativeName(code), code, aliases});
                }
                return choices;
            },
            [&preferences](const QVariant &v) { preferences.setLanguage(v.toString()); }),
        &window);
    commands.add(choiceCommand(
                     "preferences.palette", "layers",
                     [] {
                         return preferenceText(
                             Text::tr("Colours of speed"), Text::tr("palette ramp colour blind"));
                     },
                     [] {
                         return std::vector<ArgumentChoice>{
                             {Text::tr("Belvedere"), int(SpeedPalette::Belvedere), {}},
                             {Text::tr("Classic"), int(SpeedPalette::Classic), {}}};
                     },
                     [&preferences](const QVariant &v) {
                         preferences.setSpeedPalette(SpeedPalette(v.toInt()));
                     }),
        &window);
    Command size;
    size.id = id("preferences.textSize");
    size.iconName = id("zoom-in");
    size.text = [] {
        return preferenceText(Text::tr("Text size"), Text::tr("font bigger smaller zoom"));
    };
    CommandArgument percent;
    percent.type = CommandArgument::Type::Number;
    percent.label = [] { return Text::tr("percent"); };
    percent.example = id("115 %");
    percent.unit = id("%");
    percent.minimum = 80;
    percent.maximum = 200;
    percent.choices = [] {
        std::vector<ArgumentChoice> choices;
        for (const int p : {85, 100, 115, 130, 150, 175})
            choices.push_back({QStringLiteral("%1 %").arg(p), double(p), {}});
        return choices;
    };
    size.arguments = {percent};
    size.run = [&preferences](const QVariantList &arguments) -> Result<QString> {
        preferences.setTextPercent(qRound(arguments.front().toDouble()));
        return QString();
    };
    commands.add(std::move(size), &window);
    Command motion = simpleCommand(
        id("preferences.motion"),
        [] {
            return preferenceText(
                Text::tr("Reduce motion"), Text::tr("animation pulse accessibility"));
        },
        [&preferences] { preferences.setReducedMotion(!preferences.values().reducedMotion); });
    motion.checked = [&preferences] { return preferences.values().reducedMotion; };
    commands.add(std::move(motion), &window);
}

void addUnitCommands(MainWindow &window, CommandRegistry &commands, Preferences &preferences)
{
    commands.add(
        choiceCommand(
            "preferences.units", "settings",
            [] {
                return preferenceText(
                    Text::tr("Units"), Text::tr("km/h mph miles celsius fahrenheit"));
            },
            [] {
                return std::vector<ArgumentChoice>{
                    {Text::tr("Metric"), int(UnitSystem::Metric), {}},
                    {Text::tr("Imperial"), int(UnitSystem::Imperial), {}}};
            },
            [&preferences](const QVariant &v) { preferences.setUnits(UnitSystem(v.toInt())); }),
        &window);
    commands.add(
        choiceCommand(
            "preferences.zone", "clock",
            [] { return preferenceText(Text::tr("Time zone"), Text::tr("local utc clock hours")); },
            [] {
                return std::vector<ArgumentChoice>{{Text::tr("City"), int(ZoneChoice::City), {}},
                    {Text::tr("UTC"), int(ZoneChoice::Utc), {}},
                    {Text::tr("This computer"), int(ZoneChoice::Computer), {id("local")}}};
            },
            [&preferences](const QVariant &v) { preferences.setZone(ZoneChoice(v.toInt())); }),
        &window);
}

} // namespace

void addWindowCommands(MainWindow &window, const ShellContext &context)
{
    addCityCommands(window, *context.commands);
    addMapCommands(window, *context.commands);
    addReportCommand(window, *context.commands);
    addWorkspaceCommands(window, *context.commands);
    addWallCommands(window, *context.commands);
    addUndoCommands(*context.commands, *context.undo, &window);
    addProgramCommands(window, *context.commands);
}

void addPreferenceCommands(MainWindow &window, const ShellContext &context, QUndoStack &undo)
{
    CommandRegistry &commands = *context.commands;
    Preferences &preferences = *context.preferences;
    addLookCommands(window, commands, preferences);
    addUnitCommands(window, commands, preferences);
    Command reset;
    reset.id = id("preferences.reset");
    reset.text = [] {
        return preferenceText(
            Text::tr("Reset preferences"), Text::tr("default settings shortcuts"));
    };
    reset.run = [&commands, &preferences, &undo](const QVariantList &) -> Result<QString> {
        changeSettings(Text::tr("Reset preferences"), {}, preferences, commands, undo);
        return Text::tr(
            "All preferences and shortcuts are back to their defaults. Undo brings yours back.");
    };
    commands.add(std::move(reset), &window);
}

void fillMenu(QMenu *menu, CommandRegistry &commands, const QStringList &ids)
{
    for (const QString &command : ids) {
        if (command.isEmpty())
            menu->addSeparator();
        else if (QAction *action = commands.action(command))
            menu->addAction(action);
    }
    // An action that is disabled would also lose its shortcut, and nobody would say why nothing
    // happens; so it is only for as long as the menu shows it.
    QObject::connect(menu, &QMenu::aboutToShow, menu, [menu, &commands] {
        for (QAction *action : menu->actions()) {
            if (commands.find(action->objectName()) != nullptr)
                action->setEnabled(commands.isEnabled(action->objectName()));
        }
    });
    QObject::connect(menu, &QMenu::aboutToHide, menu, [menu, &commands] {
        for (QAction *action : menu->actions()) {
            if (commands.find(action->objectName()) != nullptr)
                action->setEnabled(true);
        }
    });
}

} // namespace belvedere::ui
