// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/main_window.h"

#include "analyse/analyse_workspace.h"
#include "analyse/local_files.h"
#include "common/command_registry.h"
#include "common/error_text.h"
#include "common/preferences.h"
#include "common/undo_hub.h"
#include "environment/environment_view.h"
#include "map/map_backend.h"
#include "operate/data_export.h"
#include "operate/map_panel.h"
#include "operate/operate_report.h"
#include "operate/operate_workspace.h"
#include "plan/plan_workspace.h"
#include "report/report_dialog.h"
#include "safety/safety_view.h"
#include "shell/command_palette.h"
#include "shell/layout_manager.h"
#include "shell/map_import.h"
#include "shell/message_history.h"
#include "shell/navigation_rail.h"
#include "shell/preferences_dialog.h"
#include "shell/shell_commands.h"
#include "shell/shell_services.h"
#include "shell/shortcut_overlay.h"
#include "shell/source_watch.h"
#include "shell/status_line.h"
#include "shell/top_bar.h"
#include "shell/wall_window.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QStackedWidget>
#include <QUndoStack>
#include <QVBoxLayout>

namespace belvedere::ui {

MainWindow::MainWindow(ShellContext context, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_opening(this)
    , m_firstModels(this)
    , m_workspaces{{QStringLiteral("operate"), QStringLiteral("operate"),
                       [] { return tr("Operate"); }, [] { return tr("Go to Operate"); }},
          {QStringLiteral("analyse"), QStringLiteral("analyse"), [] { return tr("Analyse"); },
              [] { return tr("Go to Analyse"); }},
          {QStringLiteral("plan"), QStringLiteral("plan"), [] { return tr("Plan"); },
              [] { return tr("Go to Plan"); }}}
    , m_zone(QTimeZone::utc())
    , m_undo(new QUndoStack(this))
    , m_top(new TopBar(*context.clock, *context.commands, *context.preferences, this))
    , m_pages(new QStackedWidget(this))
    , m_operate(
          new OperateWorkspace({context.factory, context.pools, context.clock, context.preferences,
                                   context.commands, context.search, context.cursor, context.undo},
              this))
    , m_analyse(new AnalyseWorkspace(
          {nullptr, context.factory, context.pools, context.preferences, context.cursor,
              context.undo, context.commands, context.search, context.tables},
          this))
    , m_plan(new PlanWorkspace(
          {context.pools, context.preferences, context.commands, context.undo}, this))
    , m_status(new StatusLine(m_stalls, this))
    , m_rail(new NavigationRail(*context.commands, this))
    , m_palette(nullptr)
    , m_shortcuts(nullptr)
    , m_sources(new SourceWatch(*context.clock, context.pools->io, this))
    , m_layouts(nullptr)
    , m_mapImport(new MapImport(*context.pools, this))
{
    buildPage();
    setAcceptDrops(true);
    m_context.undo->add(m_undo);
    m_layouts = new LayoutManager(
        {this, [this] { return m_workspaces[std::size_t(m_pages->currentIndex())].id; },
            [this](const QString &id) { showWorkspaceId(id); }},
        *m_undo, this);
    m_layouts->addHost(m_operate->docks());
    m_layouts->addHost(m_plan->docks());
    addDomains();
    setWallContent(m_operate->wall());
    m_palette = new CommandPalette(*context.commands, *context.search, this);
    m_shortcuts = new ShortcutOverlay(*context.commands, this);
    addWindowCommands(*this, m_context);
    addPreferenceCommands(*this, m_context, *m_undo);
    m_layouts->addCommands(*context.commands);
    context.commands->attachTo(this);
    connectCommands();
    connectPreferences();
    connectWorkspaces();
    connectPlan();
    connectMapImport();
    fillMenus();
    showWorkspace(Workspace::Operate);
    m_top->setCity({});
    retranslate();
    restoreArrangement();
    checkFonts();
}

MainWindow::~MainWindow()
{
    // Its content belongs to a workspace, which goes first otherwise.
    delete m_wall.data();
}

void MainWindow::addDomains()
{
    const DomainContext context{m_context.pools, m_context.preferences, m_context.clock,
        m_context.commands, m_context.cursor, m_context.undo, m_workspaces.front().id};
    m_operate->addDomain(new SafetyView(context, this));
    m_operate->addDomain(new EnvironmentView(context, m_context.factory, this));
}

void MainWindow::buildPage()
{
    m_pages->addWidget(m_operate);
    m_pages->addWidget(m_analyse);
    m_pages->addWidget(m_plan);
    for (const WorkspaceInfo &workspace : m_workspaces)
        m_rail->addWorkspace(workspace.id, workspace.iconName);
    auto *centre = new QWidget(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_pages, 1);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addLayout(row, 1);
    column->addWidget(m_status);
    setCentralWidget(centre);
    resize(1440, 900);
}

void MainWindow::fillMenus()
{
    CommandRegistry &commands = *m_context.commands;
    fillMenu(m_top->cityMenu(), commands,
        {QStringLiteral("city.new"), QStringLiteral("city.open"), QStringLiteral("city.demo"), {},
            QStringLiteral("city.map"), {}, QStringLiteral("report.make"),
            QStringLiteral("export.sites"), QStringLiteral("export.series"), {},
            QStringLiteral("program.quit")});
    QStringList view;
    for (const QString &id : m_operate->views())
        view += QLatin1String("view.") + id;
    fillMenu(m_top->programMenu(), commands, view + QStringList{QString()});
    fillMenu(m_top->programMenu(), commands,
        {QStringLiteral("edit.undo"), QStringLiteral("edit.redo"), {},
            QStringLiteral("layout.switch"), QStringLiteral("layout.save"),
            QStringLiteral("layout.reset"), QStringLiteral("wall.toggle"), {},
            QStringLiteral("program.preferences"), QStringLiteral("program.shortcuts"),
            QStringLiteral("program.about")});
    for (const QString &code : Language::codes()) {
        QAction *action = m_top->languageMenu()->addAction(Language::nativeName(code));
        connect(action, &QAction::triggered, this,
            [this, code] { m_context.preferences->setLanguage(code); });
    }
    connect(m_top, &TopBar::themeToggled, this, [this] {
        m_context.preferences->setTheme(
            themeMode() == ThemeMode::Dark ? ThemeChoice::Light : ThemeChoice::Dark);
    });
}

void MainWindow::showViews()
{
    QList<QAction *> actions;
    if (m_pages->currentWidget() == m_operate && m_operate->views().size() > 1) {
        for (const QString &view : m_operate->views()) {
            const QString id = QLatin1String("view.") + view;
            QAction *action = m_context.commands->action(id);
            //: a tooltip: what there is to see, then the name of the button with its shortcut
            action->setToolTip(tr("%1 – %2").arg(
                m_context.commands->toolTip(id), m_context.commands->text(id).keywords));
            actions += action;
        }
    }
    m_top->setViews(actions);
}

void MainWindow::connectCommands()
{
    CommandRegistry &commands = *m_context.commands;
    connect(&commands, &CommandRegistry::executed, m_status,
        [this](const QString &, const QString &message) { m_status->addMessage(message); });
    connect(
        &commands, &CommandRegistry::failed, m_status, [this](const QString &, const Error &error) {
            if (error.code != Errc::Cancelled)
                m_status->addMessage(errorText(error), true);
        });
    connect(&commands, &CommandRegistry::argumentsNeeded, m_palette, &CommandPalette::openFor);
    connect(m_palette, &CommandPalette::message, m_status,
        [this](const QString &text) { m_status->addMessage(text); });
    connect(m_shortcuts, &ShortcutOverlay::editRequested, this,
        [this] { showPreferences()->showPage(PreferencesDialog::Page::Keyboard); });
    connect(m_layouts, &LayoutManager::message, m_status,
        [this](const QString &text) { m_status->addMessage(text); });
}

void MainWindow::connectPreferences()
{
    connect(m_context.preferences, &Preferences::changed, this, [this] {
        applyPreferences(*qApp, m_context.preferences->values(), *m_context.language);
        m_top->setThemeIcon(
            themeMode() == ThemeMode::Dark ? QStringLiteral("sun") : QStringLiteral("moon"));
        m_context.commands->refresh();
        m_context.clock->setZoneChoice(m_context.preferences->values().zone);
    });
    m_context.clock->setZoneChoice(m_context.preferences->values().zone);
    m_top->setThemeIcon(
        themeMode() == ThemeMode::Dark ? QStringLiteral("sun") : QStringLiteral("moon"));
}

void MainWindow::connectWorkspaces()
{
    connect(m_operate, &OperateWorkspace::failed, this,
        [this](const Error &error) { m_status->addMessage(errorText(error), true); });
    // What the window does to come up is no pause of the work in it.
    connect(m_operate, &OperateWorkspace::sceneShown, &m_stalls, &StallMonitor::reset,
        Qt::SingleShotConnection);
    connect(m_operate, &OperateWorkspace::sceneShown, m_top, [this](const Dataset &dataset) {
        m_zone = dataset.zone;
        m_top->setShownData(dataset.zone, dataset.simulated);
        if (m_wall)
            m_wall->setZone(m_context.preferences->zone(m_zone));
    });
    connect(m_operate, &OperateWorkspace::newestValueChanged, m_top, &TopBar::setNewestValue);
    connect(m_operate, &OperateWorkspace::trainRequested, this,
        [this](const QString &dataset, const QString &channel) {
            showWorkspace(Workspace::Analyse);
            m_analyse->selectQuantity(dataset, channel);
        });
    connect(m_operate, &OperateWorkspace::importRequested, this, [this] {
        showWorkspace(Workspace::Analyse);
        m_analyse->openImport();
    });
    connect(m_operate, &OperateWorkspace::viewRequested, this,
        [this] { showWorkspace(Workspace::Operate); });
    connect(m_operate, &OperateWorkspace::mapImportRequested, this, [this] { chooseMap(); });
    connect(m_analyse, &AnalyseWorkspace::datasetChanged, m_operate, &OperateWorkspace::reload);
    connect(m_analyse, &AnalyseWorkspace::datasetChanged, m_sources, &SourceWatch::reload);
    connect(m_analyse, &AnalyseWorkspace::modelDeployed, this, [this](const ModelVersion &version) {
        m_operate->showQuantity(version.dataset, version.channel);
    });
    connect(
        m_analyse, &AnalyseWorkspace::shown, this, [this] { showWorkspace(Workspace::Analyse); });
    connect(m_analyse, &AnalyseWorkspace::taskStarted, m_status, &StatusLine::addTask);
    DataExport *exports = m_operate->dataExport();
    connect(exports, &DataExport::started, m_status, &StatusLine::addTask);
    connect(exports, &DataExport::done, m_status,
        [this](const QString &message) { m_status->addMessage(message); });
    connect(exports, &DataExport::failed, this,
        [this](const Error &error) { m_status->addMessage(errorText(error), true); });
    connect(m_sources, &SourceWatch::sourcesChanged, m_status, &StatusLine::setSources);
}

void MainWindow::connectPlan()
{
    connect(m_plan, &PlanWorkspace::failed, this,
        [this](const Error &error) { m_status->addMessage(errorText(error), true); });
    connect(m_plan, &PlanWorkspace::message, m_status,
        [this](const QString &text) { m_status->addMessage(text); });
    connect(m_plan, &PlanWorkspace::taskStarted, m_status, &StatusLine::addTask);
}

void MainWindow::connectMapImport()
{
    connect(m_mapImport, &MapImport::started, m_status, &StatusLine::addTask);
    connect(m_mapImport, &MapImport::done, this, [this](const QString &message) {
        m_status->addMessage(message);
        m_operate->mapChanged();
        showWorkspace(Workspace::Operate);
    });
    connect(m_mapImport, &MapImport::failed, this,
        [this](const Error &error) { showError(this, error); });
}

void MainWindow::chooseMap(const QString &crs)
{
    if (m_store)
        m_mapImport->choose(this, m_store, crs);
}

void MainWindow::removeLayer(const QString &name)
{
    if (m_store)
        m_mapImport->removeLayer(m_store, name);
}

void MainWindow::importMap(const QString &file)
{
    if (m_store)
        m_mapImport->start(m_store, file);
}

void MainWindow::setTileServer(const QString &urlTemplate)
{
    if (m_store)
        m_mapImport->setTileServer(m_store, urlTemplate);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_store && !localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    QStringList tables;
    for (const QString &file : localFiles(event->mimeData())) {
        if (MapImport::isMapFile(file))
            importMap(file);
        else
            tables += file;
    }
    event->acceptProposedAction();
    if (tables.isEmpty())
        return;
    showWorkspace(Workspace::Analyse);
    m_analyse->openImport(tables);
}

void MainWindow::restoreArrangement()
{
    m_layouts->restoreLast();
}

void MainWindow::checkFonts()
{
    const QStringList packages = missingFontPackages();
    if (packages.isEmpty())
        return;
    m_status->addMessage(tr("Fonts are missing, so some letters may look different. Install: %1")
                             .arg(packages.join(QStringLiteral(", "))),
        true);
}

void MainWindow::openCity(const QString &directory)
{
    startOpening(directory.isEmpty() ? tr("Preparing the demo city")
                                     : tr("Opening %1").arg(QDir::toNativeSeparators(directory)),
        runTask(m_context.pools->io,
            [directory](TaskContext &context) { return ui::openCity(directory, context); }));
}

void MainWindow::startOpening(const QString &title, Task<OpenedCity> task)
{
    m_status->addTask(title, QFuture<void>(task));
    m_opening.start(task, [this](Result<OpenedCity> city) {
        if (city)
            takeCity(*city);
        else
            showError(this, city.error());
    });
}

void MainWindow::takeCity(const OpenedCity &city)
{
    m_store = city.store;
    m_cityName = city.info.name;
    m_zone = city.info.zone;
    m_analyse->setStore(m_store);
    m_operate->setStore(m_store);
    m_plan->setStore(m_store);
    m_sources->setStore(m_store);
    m_top->setCity(city.info);
    if (m_wall) {
        m_wall->setCityName(m_cityName);
        m_wall->setZone(m_context.preferences->zone(m_zone));
    }
    deployFirst();
    Q_EMIT cityOpened();
}

void MainWindow::deployFirst()
{
    const auto task = runTask(m_context.pools->training,
        [store = m_store, factory = m_context.factory](
            TaskContext &context) { return deployFirstModels(store, *factory, context); });
    m_firstModels.start(task, [this](Result<QStringList> deployed) {
        if (!deployed) {
            m_status->addMessage(errorText(deployed.error()), true);
            return;
        }
        if (!deployed->isEmpty()) {
            m_operate->reloadModel();
            m_analyse->reload();
        }
    });
}

void MainWindow::showWorkspace(Workspace workspace)
{
    const auto index = static_cast<int>(workspace);
    const QString &id = m_workspaces[static_cast<std::size_t>(index)].id;
    m_pages->setCurrentIndex(index);
    m_rail->setCurrent(id);
    m_context.commands->setScope(id);
    showViews();
    m_pages->currentWidget()->setFocus();
}

void MainWindow::showWorkspaceId(const QString &id)
{
    for (std::size_t i = 0; i < m_workspaces.size(); ++i) {
        if (m_workspaces[i].id == id)
            showWorkspace(static_cast<Workspace>(i));
    }
}

void MainWindow::selectSiteOnceLoaded(const QString &code)
{
    connect(
        m_operate, &OperateWorkspace::sceneShown, this,
        [this, code] { m_operate->selectSite(code); }, Qt::SingleShotConnection);
}

bool MainWindow::settled() const
{
    return m_store && !m_opening.running() && !m_firstModels.running() && m_operate->settled()
        && m_plan->settled();
}

void MainWindow::setMapBackend(const std::shared_ptr<const MapBackend> &backend)
{
    m_operate->mapPanel()->setBackend(backend);
    m_plan->setMapBackend(backend);
    m_status->setMapState(tr("Map: %1", "raster or opengl").arg(backend->name()),
        tr("What paints the map: the processor (raster) or the graphics card (opengl)"));
}

void MainWindow::setWallContent(WallContent *content)
{
    m_wallContent = content;
}

WallWindow *MainWindow::wall() const
{
    return m_wall.data();
}

void MainWindow::showWall(QScreen *screen)
{
    if (m_wallContent == nullptr || screen == nullptr)
        return;
    if (!m_wall) {
        m_wall = new WallWindow(*m_wallContent, *m_context.clock, this);
        m_wall->setCityName(m_cityName);
        m_wall->setZone(m_context.preferences->zone(m_zone));
        connect(m_wall, &WallWindow::left, this, [this] {
            m_wall.clear(); // it deletes itself
            activateWindow();
        });
    }
    m_wall->showOn(screen);
}

void MainWindow::toggleWall()
{
    if (m_wall)
        m_wall->close();
    else
        showWall(WallWindow::preferredScreen(this));
}

void MainWindow::chooseCity()
{
    const QString directory = QFileDialog::getExistingDirectory(
        this, tr("Open a city folder"), {}, QFileDialog::ShowDirsOnly);
    if (!directory.isEmpty())
        openCity(directory);
}

void MainWindow::chooseNewCity()
{
    QString directory = QFileDialog::getSaveFileName(this, tr("Name the new city's folder"),
        QDir::home().filePath(QStringLiteral("my.city")), tr("City folders (*.city)"));
    if (directory.isEmpty())
        return;
    if (!directory.endsWith(QLatin1String(".city")))
        directory += QLatin1String(".city");
    startOpening(tr("Making %1").arg(QDir::toNativeSeparators(directory)),
        runTask(m_context.pools->io, [directory](TaskContext &) { return newCity(directory); }));
}

void MainWindow::showAbout()
{
    QMessageBox::about(this, tr("About Belvedere"),
        tr("<h3>Belvedere %1</h3><p>The desktop from which a city is run.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later.</p>")
            .arg(QCoreApplication::applicationVersion()));
}

void MainWindow::makeReport()
{
    if (m_pages->currentWidget() == m_plan && m_plan->model().base()) {
        m_plan->makeReport();
        return;
    }
    if (!m_operate->controller().bundle())
        return;
    auto *dialog = new ReportDialog([this] { return reportContentOf(*m_operate); },
        [this] { return grab().toImage(); }, *m_context.pools, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ReportDialog::saved, m_status, [this](const QString &file) {
        m_status->addMessage(tr("Report saved in %1").arg(QDir::toNativeSeparators(file)));
    });
    dialog->open();
}

PreferencesDialog *MainWindow::showPreferences()
{
    if (!m_preferences) {
        m_preferences =
            new PreferencesDialog(*m_context.preferences, *m_context.commands, *m_undo, this);
        m_preferences->setAttribute(Qt::WA_DeleteOnClose);
        m_context.commands->attachTo(m_preferences);
    }
    m_preferences->show();
    m_preferences->raise();
    m_preferences->activateWindow();
    return m_preferences;
}

void MainWindow::togglePalette()
{
    m_shortcuts->hide();
    m_palette->toggle();
}

void MainWindow::toggleShortcuts()
{
    m_palette->close();
    m_shortcuts->toggle();
}

void MainWindow::showMessages()
{
    m_status->messages()->showHistory();
}

void MainWindow::showSources()
{
    m_status->sources()->showList();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_layouts->saveLast();
    if (m_wall)
        m_wall->close();
    m_opening.cancel();
    m_firstModels.cancel();
    m_mapImport->cancel();
    m_analyse->cancelAll();
    m_plan->cancelAll();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::ThemeChange
        && m_context.preferences->values().theme == ThemeChoice::System)
        applyPreferences(*qApp, m_context.preferences->values(), *m_context.language);
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Belvedere"));
    for (const WorkspaceInfo &workspace : m_workspaces)
        m_rail->setLabel(workspace.id, workspace.label());
    showViews();
}

} // namespace belvedere::ui
