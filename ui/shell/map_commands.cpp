// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/map_commands.h"

#include "common/command_registry.h"
#include "operate/operate_workspace.h"
#include "shell/main_window.h"

#include <QCoreApplication>

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

QString id(const char *name)
{
    return QString::fromLatin1(name);
}

void addLayerCommands(MainWindow &window, CommandRegistry &commands)
{
    const auto hasCity = [&window] { return window.hasCity(); };
    Command import = simpleCommand(
        id("city.map"),
        [] {
            return cityText(Text::tr("Import a map or a layer…"),
                Text::tr("OpenStreetMap osm pbf geojson geopackage shapefile districts mbtiles"));
        },
        [&window] { window.chooseMap(); });
    import.iconName = id("layers");
    import.enabled = hasCity;
    commands.add(std::move(import), &window);

    CommandArgument system;
    system.label = [] { return Text::tr("coordinate system"); };
    system.example = QStringLiteral("EPSG:25832");
    Command projected;
    projected.id = id("city.layer.crs");
    projected.iconName = id("layers");
    projected.text = [] {
        return cityText(Text::tr("Import a layer with coordinate system"),
            Text::tr("projected utm epsg crs geojson shapefile"));
    };
    projected.arguments = {system};
    projected.enabled = hasCity;
    projected.run = [&window](const QVariantList &arguments) -> Result<QString> {
        window.chooseMap(arguments.front().toString());
        return QString();
    };
    commands.add(std::move(projected), &window);

    CommandArgument layer;
    layer.type = CommandArgument::Type::Choice;
    layer.label = [] { return Text::tr("layer"); };
    layer.choices = [&window] {
        std::vector<ArgumentChoice> choices;
        if (const auto city = window.operate()->controller().city()) {
            for (const Overlay &overlay : city->overlays)
                choices.push_back({overlay.name, overlay.name, {}});
        }
        return choices;
    };
    Command remove;
    remove.id = id("city.layer.remove");
    remove.iconName = id("layers");
    remove.text = [] {
        return cityText(Text::tr("Remove an imported layer"), Text::tr("delete overlay"));
    };
    remove.arguments = {layer};
    remove.enabled = hasCity;
    remove.run = [&window](const QVariantList &arguments) -> Result<QString> {
        window.removeLayer(arguments.front().toString());
        return QString();
    };
    commands.add(std::move(remove), &window);
}

void addTileCommands(MainWindow &window, CommandRegistry &commands)
{
    const auto hasCity = [&window] { return window.hasCity(); };
    CommandArgument address;
    address.label = [] { return Text::tr("address"); };
    address.example = QStringLiteral("https://…/{z}/{x}/{y}.png");
    Command server;
    server.id = id("city.tiles");
    server.iconName = id("layers");
    server.text = [] {
        return cityText(Text::tr("Raster tiles from a server"), Text::tr("xyz wmts aerial"));
    };
    server.arguments = {address};
    server.enabled = hasCity;
    server.run = [&window](const QVariantList &arguments) -> Result<QString> {
        window.setTileServer(arguments.front().toString());
        return QString();
    };
    commands.add(std::move(server), &window);

    Command none = simpleCommand(
        id("city.tiles.none"),
        [] { return cityText(Text::tr("No raster tiles"), Text::tr("remove xyz mbtiles")); },
        [&window] { window.setTileServer({}); });
    none.enabled = hasCity;
    commands.add(std::move(none), &window);
}

} // namespace

void addMapCommands(MainWindow &window, CommandRegistry &commands)
{
    addLayerCommands(window, commands);
    addTileCommands(window, commands);
}

} // namespace belvedere::ui
