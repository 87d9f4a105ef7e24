// SPDX-License-Identifier: GPL-3.0-or-later
// ui/shell owns the window around the workspaces: which city is open, which workspace is shown,
// commands and search, preferences, layouts, the wall, and what runs in the background.
#pragma once

#include "common/stall_monitor.h"
#include "common/task_slot.h"
#include "shell/city_opener.h"
#include "shell/shell_context.h"

#include <QMainWindow>
#include <QPointer>

#include <functional>

class QScreen;
class QStackedWidget;
class QUndoStack;

namespace belvedere::ui {

class AnalyseWorkspace;
class CommandPalette;
class LayoutManager;
class MapBackend;
class MapImport;
class NavigationRail;
class OperateWorkspace;
class PlanWorkspace;
class PreferencesDialog;
class ShortcutOverlay;
class SourceWatch;
class StatusLine;
class TopBar;
class WallContent;
class WallWindow;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum class Workspace { Operate, Analyse, Plan };

    /// A workspace as the rail and the commands show it.
    struct WorkspaceInfo
    {
        QString id; ///< "operate"; the scope of its commands
        QString iconName;
        std::function<QString()> label; ///< "Operate"
        std::function<QString()> commandTitle; ///< "Go to Operate"
    };

    explicit MainWindow(ShellContext context, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a city in the background; an empty name is the demo city.
    void openCity(const QString &directory);
    void showWorkspace(Workspace workspace);
    void showWorkspaceId(const QString &id);
    [[nodiscard]] const std::vector<WorkspaceInfo> &workspaces() const { return m_workspaces; }
    /// Selects the site as soon as a quantity with it is on the map.
    void selectSiteOnceLoaded(const QString &code);
    [[nodiscard]] OperateWorkspace *operate() const { return m_operate; }
    [[nodiscard]] AnalyseWorkspace *analyse() const { return m_analyse; }
    [[nodiscard]] PlanWorkspace *plan() const { return m_plan; }
    [[nodiscard]] StallMonitor &stalls() { return m_stalls; }
    [[nodiscard]] LayoutManager &layouts() { return *m_layouts; }
    [[nodiscard]] StatusLine *status() const { return m_status; }
    [[nodiscard]] CommandPalette *commandPalette() const { return m_palette; }
    [[nodiscard]] ShortcutOverlay *shortcuts() const { return m_shortcuts; }
    /// The city is on the screen and nothing is loading.
    [[nodiscard]] bool settled() const;

    void setMapBackend(const std::shared_ptr<const MapBackend> &backend);
    /// Who fills the wall; null = there is nothing to show there. Must outlive the window.
    void setWallContent(WallContent *content);
    [[nodiscard]] bool hasWall() const { return m_wallContent != nullptr; }
    /// Null while there is none.
    [[nodiscard]] WallWindow *wall() const;
    void showWall(QScreen *screen);
    /// On a second screen if there is one.
    void toggleWall();

    /// A map or a layer for the open city.
    void chooseMap(const QString &crs = {});
    void removeLayer(const QString &name);
    void importMap(const QString &file);
    void setTileServer(const QString &urlTemplate);
    [[nodiscard]] bool hasCity() const { return m_store != nullptr; }
    void chooseCity();
    void chooseNewCity();
    void showAbout();
    /// What the screen shows, as pages or a picture.
    void makeReport();
    /// The dialog, made when first asked for; it does not block.
    PreferencesDialog *showPreferences();
    void togglePalette();
    void toggleShortcuts();
    void showMessages();
    void showSources();

Q_SIGNALS:
    void cityOpened();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void buildPage();
    /// What the control room shows besides traffic.
    void addDomains();
    void fillMenus();
    /// Beside the city while the workspace that has them is shown.
    void showViews();
    void connectCommands();
    void connectPreferences();
    void connectWorkspaces();
    void connectPlan();
    void connectMapImport();
    void restoreArrangement();
    void checkFonts();
    void takeCity(const OpenedCity &city);
    void deployFirst();
    void startOpening(const QString &title, Task<OpenedCity> task);
    void retranslate();

    ShellContext m_context;
    StallMonitor m_stalls;
    std::shared_ptr<Store> m_store;
    TaskSlot<OpenedCity> m_opening;
    TaskSlot<QStringList> m_firstModels;
    std::vector<WorkspaceInfo> m_workspaces;
    WallContent *m_wallContent = nullptr;
    QPointer<WallWindow> m_wall;
    QPointer<PreferencesDialog> m_preferences;
    QString m_cityName;
    QTimeZone m_zone;

    QUndoStack *m_undo; // layouts and preferences
    TopBar *m_top;
    QStackedWidget *m_pages;
    OperateWorkspace *m_operate;
    AnalyseWorkspace *m_analyse;
    PlanWorkspace *m_plan;
    StatusLine *m_status;
    NavigationRail *m_rail;
    CommandPalette *m_palette;
    ShortcutOverlay *m_shortcuts;
    SourceWatch *m_sources;
    LayoutManager *m_layouts;
    MapImport *m_mapImport;
};

} // namespace belvedere::ui
