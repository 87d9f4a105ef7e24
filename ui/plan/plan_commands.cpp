// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/plan_commands.h"

#include "common/command_registry.h"
#include "map/compare/map_compare.h"
#include "map/map_view.h"
#include "plan/outcome_panel.h"
#include "plan/plan_map.h"
#include "plan/plan_text.h"
#include "plan/plan_workspace.h"
#include "plan/scenario_panel.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QRegularExpression>

namespace belvedere::ui {

namespace {

const QString kScope = QStringLiteral("plan");

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::PlanCommands)
};

CommandText planText(const QString &title, const QString &keywords = {})
{
    return {title, Text::tr("Plan"), keywords};
}

/// Registers commands of the workspace.
class Adder
{
public:
    explicit Adder(PlanWorkspace &workspace)
        : m_workspace(workspace)
    {
    }

    Command make(const char *id, const char *iconName, std::function<CommandText()> text,
        std::function<void()> run, const QList<QKeySequence> &keys = {}) const
    {
        Command command = simpleCommand(QLatin1String(id), std::move(text), std::move(run), keys);
        command.scope = kScope;
        command.iconName = QLatin1String(iconName);
        return command;
    }
    void add(Command command) const
    {
        m_workspace.context().commands->add(std::move(command), &m_workspace);
    }
    void addWithBase(Command command) const
    {
        command.enabled = [&workspace = m_workspace] {
            return workspace.model().base() != nullptr;
        };
        add(std::move(command));
    }

private:
    PlanWorkspace &m_workspace;
};

void addBaseCommands(PlanWorkspace &w)
{
    const Adder adder(w);
    Command city = adder.make(
        "plan.base.city", "city",
        [] {
            return planText(Text::tr("Make the base case from the city's streets"),
                Text::tr("synthetic demand network"));
        },
        [&w] { w.model().makeFromCity(); });
    city.enabled = [&w] { return w.model().store() != nullptr && !w.model().loading(); };
    adder.add(std::move(city));
    Command open = adder.make(
        "plan.base.open", "folder",
        [] {
            return planText(
                Text::tr("Open a network as base case…"), Text::tr("tntp gmns trips import"));
        },
        [&w] { w.chooseNetwork(); });
    open.enabled = [&w] { return w.model().store() != nullptr && !w.model().loading(); };
    adder.add(std::move(open));
    Command shared = adder.make(
        "plan.file.open", "import",
        [] { return planText(Text::tr("Open shared scenarios…"), Text::tr("file load")); },
        [&w] { w.chooseScenarioFile(); });
    shared.enabled = [&w] { return w.model().store() != nullptr && !w.model().loading(); };
    adder.add(std::move(shared));
}

void addSaveCommands(PlanWorkspace &w)
{
    const Adder adder(w);
    adder.addWithBase(adder.make(
        "plan.file.save", "export",
        [] { return planText(Text::tr("Save scenarios to share…"), Text::tr("file export")); },
        [&w] { w.saveScenarioFile(); }));
    const auto hasResult = [&w] { return w.runs().result(w.model().current()) != nullptr; };
    Command links = adder.make(
        "plan.links.save", "export",
        [] {
            return planText(
                Text::tr("Save the figures of all roads…"), Text::tr("csv geojson export links"));
        },
        [&w] { w.saveLinks(); });
    links.enabled = hasResult;
    adder.add(std::move(links));
    Command sumo = adder.make(
        "plan.sumo.save", "export",
        [] {
            return planText(
                Text::tr("Save network and demand for SUMO…"), Text::tr("microsimulation export"));
        },
        [&w] { w.saveSumo(); });
    sumo.enabled = hasResult;
    adder.add(std::move(sumo));
}

void addRunCommands(PlanWorkspace &w)
{
    const Adder adder(w);
    const auto canRun = [&w] { return w.model().base() && !w.model().problem(); };
    Command run = adder.make(
        "plan.run", "play",
        [] { return planText(Text::tr("Run the scenario"), Text::tr("compute assign")); },
        [&w] { w.runCurrent(); }, {QKeySequence(QStringLiteral("Ctrl+R"))});
    run.enabled = canRun;
    adder.add(std::move(run));
    Command all = adder.make(
        "plan.run.all", "play",
        [] { return planText(Text::tr("Run all scenarios"), Text::tr("compute assign")); },
        [&w] { w.runAll(); }, {QKeySequence(QStringLiteral("Ctrl+Shift+R"))});
    all.enabled = canRun;
    adder.add(std::move(all));
    Command cancel = adder.make(
        "plan.cancel", "stop",
        [] { return planText(Text::tr("Cancel the run"), Text::tr("stop abort")); },
        [&w] { w.runs().cancel(); });
    cancel.enabled = [&w] { return w.runs().running(); };
    adder.add(std::move(cancel));
    Command ranges = adder.make(
        "plan.ranges", "data",
        [] {
            return planText(Text::tr("Compute ranges of all figures"),
                Text::tr("uncertainty ensemble interval"));
        },
        [&w] { w.setRanges(!w.hasRanges()); });
    ranges.enabled = canRun;
    ranges.checked = [&w] { return w.hasRanges(); };
    adder.add(std::move(ranges));
}

void addScenarioCommands(PlanWorkspace &w)
{
    const Adder adder(w);
    adder.addWithBase(adder.make(
        "plan.scenario.new", "plus", [] { return planText(Text::tr("New scenario")); },
        [&w] { (void)w.model().addScenario(); }));
    const auto own = [&w] { return w.model().scenario() != nullptr; };
    Command duplicate = adder.make(
        "plan.scenario.duplicate", "copy",
        [] { return planText(Text::tr("Duplicate the scenario")); },
        [&w] { w.model().duplicateScenario(); });
    duplicate.enabled = own;
    adder.add(std::move(duplicate));
    Command rename = adder.make(
        "plan.scenario.rename", "rename", [] { return planText(Text::tr("Rename the scenario")); },
        [&w] { w.scenarios()->editName(); });
    rename.enabled = own;
    adder.add(std::move(rename));
    Command remove = adder.make(
        "plan.scenario.delete", "remove", [] { return planText(Text::tr("Delete the scenario")); },
        [&w] { w.model().removeScenario(w.model().current()); });
    remove.enabled = own;
    adder.add(std::move(remove));
}

void addViewCommands(PlanWorkspace &w)
{
    const Adder adder(w);
    PlanMap *map = w.map();
    Command change = adder.make(
        "plan.difference", "difference",
        [] { return planText(Text::tr("Show the change against the base case")); },
        [map] { map->showDifference(!map->showsDifference()); }, {QKeySequence(Qt::Key_D)});
    change.checked = [map] { return map->showsDifference(); };
    adder.add(std::move(change));
    const struct
    {
        MapCompare::Mode mode;
        const char *id;
        const char *iconName;
        std::function<CommandText()> text;
    } modes[] = {{MapCompare::Mode::Split, "plan.compare.split", "compare-split",
                     [] { return planText(Text::tr("Scenario and base case side by side")); }},
        {MapCompare::Mode::Swipe, "plan.compare.swipe", "compare-swipe",
            [] { return planText(Text::tr("Scenario and base case with a divider")); }},
        {MapCompare::Mode::Peek, "plan.compare.peek", "compare-peek",
            [] { return planText(Text::tr("See the base case by holding C")); }}};
    for (const auto &each : modes) {
        MapCompare *compare = map->compare();
        Command command =
            adder.make(each.id, each.iconName, each.text, [compare, mode = each.mode] {
                compare->setMode(compare->mode() == mode ? MapCompare::Mode::Off : mode);
            });
        command.checked = [compare, mode = each.mode] { return compare->mode() == mode; };
        adder.add(std::move(command));
    }
    adder.add(adder.make(
        "plan.fit", "fit", [] { return planText(Text::tr("Show the whole network")); },
        [map] { map->map()->fitAll(); }));
}

/// A road by its name; its value is a list of links.
CommandArgument roadArgument(PlanWorkspace &w)
{
    CommandArgument road;
    road.label = [] { return Text::tr("road"); };
    road.example = QStringLiteral("10-16");
    road.parse = [&w](const QString &text) -> Result<QVariant> {
        if (!w.scene())
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "There is no base case yet. Make one first."));
        BV_TRY(const std::vector<std::size_t> links, w.scene()->roads->find(text));
        QVariantList list;
        for (const std::size_t link : links)
            list += static_cast<qulonglong>(link);
        return QVariant(list);
    };
    return road;
}

/// "16:00-19:00" or "7-9"; its value is a pair of hours.
CommandArgument hoursArgument()
{
    CommandArgument hours;
    hours.label = [] { return Text::tr("hours"); };
    hours.example = QStringLiteral("16:00-19:00");
    hours.optional = true;
    hours.parse = [](const QString &text) -> Result<QVariant> {
        static const QRegularExpression form(
            QStringLiteral("^(\\d{1,2})(?::(\\d{2}))?\\s*[-–]\\s*(\\d{1,2})(?::(\\d{2}))?$"));
        const QRegularExpressionMatch match = form.match(text.trimmed());
        const double from = match.captured(1).toDouble() + match.captured(2).toDouble() / 60.0;
        const double to = match.captured(3).toDouble() + match.captured(4).toDouble() / 60.0;
        if (!match.hasMatch() || from >= 24.0 || to > 24.0)
            return failure(Errc::Parse,
                QT_TRANSLATE_NOOP("Error", "\"%1\" are no hours. Write them as 16:00-19:00."),
                {text});
        return QVariant(QVariantList{from, to});
    };
    return hours;
}

std::vector<LinkKey> keysOf(PlanWorkspace &w, const QVariant &links)
{
    std::vector<LinkKey> keys;
    for (const QVariant &link : links.toList())
        keys.push_back(
            w.model().base()->links().keyOf(static_cast<std::size_t>(link.toULongLong())));
    return keys;
}

std::optional<DayWindow> windowOf(const QVariant &hours)
{
    const QVariantList pair = hours.toList();
    if (pair.size() != 2)
        return {};
    return DayWindow{pair[0].toDouble(), pair[1].toDouble()};
}

/// Edits a road: its name, a figure if `unit` is not null, and hours that may be left out.
struct RoadCommand
{
    const char *id;
    std::function<CommandText()> text;
    std::optional<CommandArgument> figure;
    std::function<EditBody(std::vector<LinkKey> links, double value)> body;
};

void addRoadCommand(PlanWorkspace &w, const RoadCommand &spec)
{
    Command command;
    command.id = QLatin1String(spec.id);
    command.scope = kScope;
    command.iconName = QStringLiteral("road");
    command.text = spec.text;
    command.enabled = [&w] { return w.model().base() != nullptr; };
    command.arguments = {roadArgument(w)};
    if (spec.figure)
        command.arguments.push_back(*spec.figure);
    command.arguments.push_back(hoursArgument());
    const bool hasFigure = spec.figure.has_value();
    command.run = [&w, hasFigure, body = spec.body](
                      const QVariantList &arguments) -> Result<QString> {
        const double value = hasFigure ? arguments[1].toDouble() : 0.0;
        const EditBody made = body(keysOf(w, arguments[0]), value);
        w.model().addEdit(made, windowOf(arguments.value(hasFigure ? 2 : 1)));
        w.setLink(arguments[0].toList().front().toInt());
        return bodyText(made, w.model().base().get());
    };
    w.context().commands->add(std::move(command), &w);
}

void addRoadCommands(PlanWorkspace &w)
{
    CommandArgument speed;
    speed.type = CommandArgument::Type::Number;
    speed.label = [] { return Text::tr("speed"); };
    speed.example = QStringLiteral("30 km/h");
    speed.unit = QStringLiteral("km/h");
    speed.minimum = 1.0;
    speed.maximum = 200.0;
    CommandArgument lanes;
    lanes.type = CommandArgument::Type::Number;
    lanes.label = [] { return Text::tr("lanes"); };
    lanes.example = QStringLiteral("2");
    lanes.minimum = 1.0;
    lanes.maximum = 12.0;
    addRoadCommand(w,
        {"plan.close",
            [] { return planText(Text::tr("Close road"), Text::tr("block shut what-if")); }, {},
            [](std::vector<LinkKey> links, double) { return CloseLinks{std::move(links)}; }});
    addRoadCommand(w,
        {"plan.speed",
            [] { return planText(Text::tr("Speed limit of road"), Text::tr("what-if")); }, speed,
            [](std::vector<LinkKey> links, double value) {
                return ChangeSpeed{std::move(links), {value, false}};
            }});
    addRoadCommand(w,
        {"plan.lanes", [] { return planText(Text::tr("Lanes of road"), Text::tr("what-if")); },
            lanes,
            [](std::vector<LinkKey> links, double value) {
                return ChangeLanes{std::move(links), static_cast<int>(value)};
            }});
}

void fillMenu(PlanWorkspace &w)
{
    CommandRegistry &commands = *w.context().commands;
    QMenu *menu = w.scenarios()->menu();
    for (const char *id : {"plan.run.all", "plan.ranges", "", "plan.base.city", "plan.base.open",
             "plan.file.open", "", "plan.file.save", "plan.links.save", "plan.sumo.save"}) {
        if (*id == '\0')
            menu->addSeparator();
        else
            menu->addAction(commands.action(QLatin1String(id)));
    }
    QObject::connect(menu, &QMenu::aboutToShow, &commands, &CommandRegistry::refresh);
}

} // namespace

void addPlanCommands(PlanWorkspace &workspace)
{
    addRunCommands(workspace);
    addRoadCommands(workspace);
    addScenarioCommands(workspace);
    addViewCommands(workspace);
    addBaseCommands(workspace);
    addSaveCommands(workspace);
    fillMenu(workspace);
}

} // namespace belvedere::ui
