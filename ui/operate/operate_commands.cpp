// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/operate_commands.h"

#include "common/command_registry.h"
#include "common/quantity_names.h"
#include "docks/dock_host.h"
#include "domain/domain_view.h"
#include "map/compare/map_compare.h"
#include "map/map_view.h"
#include "map/tools/map_tools.h"
#include "map/views/saved_views_button.h"
#include "operate/data_export.h"
#include "operate/map_panel.h"
#include "operate/operate_workspace.h"
#include "time/time_commands.h"

#include <QCoreApplication>

namespace belvedere::ui {

namespace {

const QString kScope = QStringLiteral("operate");

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::OperateCommands)
};

/// Registers commands of one category.
class Adder
{
public:
    Adder(OperateWorkspace &workspace, std::function<QString()> category)
        : m_workspace(workspace)
        , m_category(std::move(category))
    {
    }

    /// `title` is asked again after a change of language.
    Command make(const QString &id, std::function<QString()> title, std::function<void()> run,
        const QList<QKeySequence> &keys = {}) const
    {
        Command command = simpleCommand(
            id,
            [title = std::move(title), category = m_category] {
                return CommandText{title(), category(), {}};
            },
            std::move(run), keys);
        command.scope = kScope;
        return command;
    }
    void add(Command command) const
    {
        m_workspace.context().commands->add(std::move(command), &m_workspace);
    }

private:
    OperateWorkspace &m_workspace;
    std::function<QString()> m_category;
};

void addLayers(OperateWorkspace &workspace)
{
    const Adder adder(workspace, [] { return Text::tr("Layers"); });
    MapPanel *panel = workspace.mapPanel();
    for (int i = 0; i < MapPanel::layerGroupCount(); ++i) {
        // Digits reach the first nine.
        Command command = adder.make(
            QStringLiteral("map.layer.%1").arg(i + 1),
            [i] { return Text::tr("Show layer: %1").arg(MapPanel::layerGroupTitle(i)); },
            [panel, i] { panel->toggleLayerGroup(i); },
            i < 6 ? QList<QKeySequence>{QKeySequence(Qt::Key_1 + i)} : QList<QKeySequence>{});
        command.checked = [panel, i] { return panel->isLayerGroupShown(i); };
        adder.add(std::move(command));
    }
}

void addComparison(OperateWorkspace &workspace)
{
    const Adder adder(workspace, [] { return Text::tr("Compare"); });
    MapPanel *panel = workspace.mapPanel();
    MapCompare *compare = panel->compare();
    const struct
    {
        MapCompare::Mode mode;
        const char *id;
        std::function<QString()> title;
    } modes[] = {{MapCompare::Mode::Split, "map.compare.split",
                     [] { return Text::tr("Compare two times side by side"); }},
        {MapCompare::Mode::Swipe, "map.compare.swipe",
            [] { return Text::tr("Compare two times with a divider"); }},
        {MapCompare::Mode::Peek, "map.compare.peek",
            [] { return Text::tr("Compare by holding C"); }}};
    for (const auto &each : modes) {
        Command command =
            adder.make(QLatin1String(each.id), each.title, [compare, mode = each.mode] {
                compare->setMode(compare->mode() == mode ? MapCompare::Mode::Off : mode);
            });
        command.checked = [compare, mode = each.mode] { return compare->mode() == mode; };
        adder.add(std::move(command));
    }
    Command difference = adder.make(
        QStringLiteral("map.difference"), [] { return Text::tr("Show the change"); },
        [panel] { panel->showDifference(!panel->showsDifference()); }, {QKeySequence(Qt::Key_D)});
    difference.checked = [panel] { return panel->showsDifference(); };
    adder.add(std::move(difference));

    Command against;
    against.id = QStringLiteral("map.compare.with");
    against.scope = kScope;
    against.text = [] {
        return CommandText{Text::tr("Compare with"), Text::tr("Compare"), Text::tr("reference")};
    };
    CommandArgument what;
    what.type = CommandArgument::Type::Choice;
    what.label = [] { return Text::tr("time"); };
    what.choices = [] {
        std::vector<ArgumentChoice> choices;
        for (const Reference reference : kReferences)
            choices.push_back({referenceTitle(reference), static_cast<int>(reference), {}});
        return choices;
    };
    against.arguments = {what};
    against.run = [panel](const QVariantList &arguments) -> Result<QString> {
        panel->setReference(static_cast<Reference>(arguments[0].toInt()));
        return QString();
    };
    adder.add(std::move(against));
}

void addMap(OperateWorkspace &workspace)
{
    const Adder adder(workspace, [] { return Text::tr("Map"); });
    MapPanel *panel = workspace.mapPanel();
    adder.add(adder.make(
        QStringLiteral("map.fit"), [] { return Text::tr("Show everything"); },
        [panel] { panel->map()->fitAll(); }));
    CommandRegistry *commands = workspace.context().commands;
    adder.add(adder.make(
        QStringLiteral("map.find"), [] { return Text::tr("Find on the map"); },
        [commands] { (void)commands->run(QStringLiteral("program.commands")); },
        {QKeySequence(Qt::Key_F)}));
    adder.add(adder.make(
        QStringLiteral("map.views"), [] { return Text::tr("Saved views"); },
        [panel] { panel->savedViews()->open(); }));
    for (const MapTools::Kind kind : MapTools::kKinds) {
        QAction *action = panel->tools()->action(kind);
        adder.add(adder.make(
            QStringLiteral("map.tool.%1").arg(static_cast<int>(kind)),
            [action] { return Text::tr("Map tool: %1").arg(action->text()); },
            [panel, kind] { panel->tools()->activate(kind); }));
    }
}

void addExports(OperateWorkspace &workspace)
{
    const Adder adder(workspace, [] { return Text::tr("Save"); });
    DataExport *data = workspace.dataExport();
    Command sites = adder.make(
        QStringLiteral("export.sites"), [] { return Text::tr("Save the sites' values…"); },
        [data, &workspace] { data->saveSites(workspace.window()); });
    sites.enabled = [data] { return data->canSave(); };
    adder.add(std::move(sites));
    Command series = adder.make(
        QStringLiteral("export.series"), [] { return Text::tr("Save the recording…"); },
        [data, &workspace] { data->saveSeries(workspace.window()); });
    series.enabled = [data] { return data->canSave(); };
    adder.add(std::move(series));
}

void addQuantity(OperateWorkspace &workspace)
{
    Command command;
    command.id = QStringLiteral("map.quantity");
    command.scope = kScope;
    command.text = [] {
        return CommandText{Text::tr("Show quantity"), Text::tr("Map"), Text::tr("data channel")};
    };
    CommandArgument what;
    what.type = CommandArgument::Type::Choice;
    what.label = [] { return Text::tr("quantity"); };
    const OperateController *controller = &workspace.controller();
    what.choices = [controller] {
        std::vector<ArgumentChoice> choices;
        if (!controller->city())
            return choices;
        for (const Dataset &dataset : controller->city()->datasets) {
            for (const Channel &channel : dataset.channels)
                choices.push_back({Text::tr("%1: %2", "data set: quantity")
                                       .arg(dataset.name, channelTitle(channel.key)),
                    QStringList{dataset.name, channel.key}, {channel.key}});
        }
        return choices;
    };
    command.arguments = {what};
    command.run = [&workspace](const QVariantList &arguments) -> Result<QString> {
        const QStringList parts = arguments[0].toStringList();
        workspace.showQuantity(parts[0], parts[1]);
        return QString();
    };
    workspace.context().commands->add(std::move(command), &workspace);
}

} // namespace

void addViewCommands(OperateWorkspace &workspace)
{
    const Adder adder(workspace, [] { return Text::tr("View"); });
    int number = 0;
    for (const QString &id : workspace.views()) {
        const DomainView *domain = workspace.domain(id);
        Command command = adder.make(QLatin1String("view.") + id, {},
            [&workspace, id] {
                Q_EMIT workspace.viewRequested();
                workspace.showView(id);
            },
            {QKeySequence(Qt::Key_F2 + number++)});
        command.text = [domain] {
            return domain != nullptr
                ? CommandText{domain->title(), Text::tr("View"), domain->description()}
                : CommandText{Text::tr("Traffic"), Text::tr("View"),
                    Text::tr("Speeds, volumes and what is going on, with the forecast")};
        };
        command.iconName = domain != nullptr ? domain->iconName() : QStringLiteral("road");
        command.checked = [&workspace, id] { return workspace.view() == id; };
        adder.add(std::move(command));
    }
}

void addOperateCommands(OperateWorkspace &workspace)
{
    addTimeCommands(
        *workspace.context().commands, *workspace.context().clock, *workspace.river(), kScope);
    addQuantity(workspace);
    addMap(workspace);
    addLayers(workspace);
    addComparison(workspace);
    addExports(workspace);
    workspace.docks()->addCommands(*workspace.context().commands, kScope);
}

} // namespace belvedere::ui
