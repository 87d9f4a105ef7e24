// SPDX-License-Identifier: GPL-3.0-or-later
// ui/shell owns the window around the workspaces: which city is open, which workspace is shown,
// language, theme and what runs in the background.
#pragma once

#include "common/stall_monitor.h"
#include "common/task_slot.h"
#include "shell/city_opener.h"
#include "shell/shell_context.h"
#include "theme/theme.h"

#include <QMainWindow>

class QButtonGroup;
class QStackedWidget;
class QToolButton;

namespace belvedere::ui {

class AnalyseWorkspace;
class OperateWorkspace;
class TaskStrip;
class TopBar;

class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    enum class Workspace { Operate, Analyse };

    explicit MainWindow(ShellContext context, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens a city in the background; an empty name is the demo city.
    void openCity(const QString &directory);
    void showWorkspace(Workspace workspace);
    /// Selects the site as soon as a quantity with it is on the map.
    void selectSiteOnceLoaded(const QString &code);
    void setTheme(ThemeMode mode);
    [[nodiscard]] OperateWorkspace *operate() const { return m_operate; }
    [[nodiscard]] AnalyseWorkspace *analyse() const { return m_analyse; }
    [[nodiscard]] StallMonitor &stalls() { return m_stalls; }
    /// The city is on the screen and nothing is loading.
    [[nodiscard]] bool settled() const;

Q_SIGNALS:
    void cityOpened();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QToolButton *addRailButton(Workspace workspace, const QString &iconName);
    QWidget *makeRail();
    void makeMenus();
    void connectWorkspaces();
    void takeCity(const OpenedCity &city);
    void deployFirst();
    void startOpening(const QString &title, Task<OpenedCity> task);
    void chooseCity();
    void chooseNewCity();
    void showAbout();
    void retranslate();

    ShellContext m_context;
    StallMonitor m_stalls;
    std::shared_ptr<Store> m_store;
    TaskSlot<OpenedCity> m_opening;
    TaskSlot<QStringList> m_firstModels;

    TopBar *m_top;
    QStackedWidget *m_pages;
    OperateWorkspace *m_operate;
    AnalyseWorkspace *m_analyse;
    TaskStrip *m_tasks;
    QButtonGroup *m_rail;
    QAction *m_newAction;
    QAction *m_openAction;
    QAction *m_demoAction;
    QAction *m_aboutAction;
    QAction *m_quitAction;
};

} // namespace belvedere::ui
