// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/task_pools.h"
#include "common/on_finished.h"
#include "map/opengl/backend_choice.h"
#include "models/catalog/model_catalog.h"
#include "models/catalog/table_catalog.h"
#include "operate/operate_workspace.h"
#include "screenshot.h"
#include "shell/main_window.h"
#include "shell/shell_services.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QTextStream>

#include <cstdio>
#include <cstdlib>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

struct Options
{
    QCommandLineOption city{QStringLiteral("city"),
        QStringLiteral("The city folder to open; without it the simulated demo city."),
        QStringLiteral("folder")};
    QCommandLineOption language{QStringLiteral("language"),
        QStringLiteral("en or zh_CN; without it as last time, or as the system."),
        QStringLiteral("code")};
    QCommandLineOption theme{QStringLiteral("theme"),
        QStringLiteral("dark or light; without it as last time, or dark."), QStringLiteral("name")};
    QCommandLineOption workspace{QStringLiteral("workspace"),
        QStringLiteral("operate, analyse or plan."), QStringLiteral("name")};
    QCommandLineOption view{QStringLiteral("view"),
        QStringLiteral("traffic, safety or environment: what Operate shows."),
        QStringLiteral("name")};
    QCommandLineOption site{QStringLiteral("site"),
        QStringLiteral("Selects the site with this code."), QStringLiteral("code")};
    QCommandLineOption mapBackend{QStringLiteral("map-backend"),
        QStringLiteral("auto, raster or opengl: what paints the map."), QStringLiteral("name"),
        QStringLiteral("auto")};
    QCommandLineOption screenshot{QStringLiteral("screenshot"),
        QStringLiteral("Writes the first screen to this PNG file and quits."),
        QStringLiteral("file")};
    QCommandLineOption size{QStringLiteral("size"), QStringLiteral("Size of that picture."),
        QStringLiteral("WxH"), QStringLiteral("1440x900")};
};

/// One of `allowed`, empty if the option is not given, or the end of the program with a message.
QString choice(
    const QCommandLineParser &parser, const QCommandLineOption &option, const QStringList &allowed)
{
    const QString value = parser.value(option);
    if (!parser.isSet(option) || allowed.contains(value))
        return value;
    QTextStream(stderr) << "belvedere: --" << option.names().first() << " must be one of "
                        << allowed.join(QStringLiteral(", ")) << '\n';
    std::exit(2);
}

QSize pictureSize(const QString &text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() == 2 && size.width() >= 640 && size.height() >= 480 && size.width() <= 16384
        && size.height() <= 16384)
        return size;
    QTextStream(stderr) << "belvedere: --size must look like 1440x900, at least 640x480\n";
    std::exit(2);
}

/// Until it is chosen, the processor paints.
void chooseMapBackend(MainWindow &window, QThreadPool &pool, BackendPreference preference)
{
    onFinished(chooseBackend(preference, pool), &window,
        [&window, preference](Result<BackendChoice> choice) {
            if (!choice)
                return;
            window.setMapBackend(choice->backend);
            if (choice->declined && preference == BackendPreference::OpenGl)
                QTextStream(stderr) << "belvedere: " << choice->declined->message() << '\n';
        });
}

int run(int argc, char **argv)
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("belvedere"));
    QApplication::setApplicationDisplayName(QStringLiteral("Belvedere"));
    QApplication::setApplicationVersion(QStringLiteral(BELVEDERE_VERSION));
    QApplication::setOrganizationName(QStringLiteral("belvedere"));

    const Options options;
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The desktop from which a city is run."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({options.city, options.language, options.theme, options.workspace,
        options.view, options.site, options.mapBackend, options.screenshot, options.size});
    parser.process(application);
    if (!parser.positionalArguments().isEmpty()) {
        QTextStream(stderr) << "belvedere: unexpected argument "
                            << parser.positionalArguments().first() << ". See --help.\n";
        return 2;
    }
    const QString theme =
        choice(parser, options.theme, {QStringLiteral("dark"), QStringLiteral("light")});
    const QString workspace = choice(parser, options.workspace,
        {QStringLiteral("operate"), QStringLiteral("analyse"), QStringLiteral("plan")});
    const QString language = choice(parser, options.language, Language::codes());
    (void)choice(parser, options.mapBackend,
        {QStringLiteral("auto"), QStringLiteral("raster"), QStringLiteral("opengl")});

    // In the order of their lives: the window goes first, then the pools wait for their tasks.
    ShellServices services;
    TaskPools pools;
    PreferenceValues preferences = services.preferences.values();
    if (!theme.isEmpty())
        preferences.theme =
            theme == QLatin1String("light") ? ThemeChoice::Light : ThemeChoice::Dark;
    if (!language.isEmpty())
        preferences.language = language;
    services.preferences.overrideValues(preferences);
    applyPreferences(application, preferences, services.language);
    MainWindow window(services.context(&modelCatalog(), &pools, &tableCatalog()));
    if (!workspace.isEmpty())
        window.showWorkspaceId(workspace);
    if (parser.isSet(options.view))
        window.operate()->showView(choice(parser, options.view, window.operate()->views()));
    if (parser.isSet(options.screenshot)) {
        services.clock.pause();
        window.resize(pictureSize(parser.value(options.size)));
        desktop::quitAfterScreenshot(window, parser.value(options.screenshot));
    }
    if (parser.isSet(options.site))
        window.selectSiteOnceLoaded(parser.value(options.site));
    chooseMapBackend(window, pools.io, *backendPreference(parser.value(options.mapBackend)));
    window.show();
    window.openCity(parser.value(options.city));
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    const int status = run(argc, argv);
    std::fflush(nullptr);
    // Everything is stored and closed. libtorch 1.13 would now take more than a second to strike
    // each of its operators off its lists; the process does not need them any more.
    std::_Exit(status);
}
