// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/main_window.h"

#include "analyse/analyse_workspace.h"
#include "common/error_text.h"
#include "operate/operate_workspace.h"
#include "shell/task_strip.h"
#include "shell/top_bar.h"
#include "theme/icons.h"

#include <QApplication>
#include <QButtonGroup>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace belvedere::ui {

namespace {

const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kThemeKey = QStringLiteral("window/theme");
const QString kLanguageKey = QStringLiteral("window/language");

} // namespace

MainWindow::MainWindow(ShellContext context, QWidget *parent)
    : QMainWindow(parent)
    , m_context(context)
    , m_opening(this)
    , m_firstModels(this)
    , m_top(new TopBar(*context.clock, this))
    , m_pages(new QStackedWidget(this))
    , m_operate(new OperateWorkspace({context.factory, context.pools, context.clock}, this))
    , m_analyse(new AnalyseWorkspace({nullptr, context.factory, context.pools}, this))
    , m_tasks(new TaskStrip(m_stalls, this))
    , m_rail(new QButtonGroup(this))
    , m_newAction(new QAction(this))
    , m_openAction(new QAction(this))
    , m_demoAction(new QAction(this))
    , m_aboutAction(new QAction(this))
    , m_quitAction(new QAction(this))
{
    m_pages->addWidget(m_operate);
    m_pages->addWidget(m_analyse);
    auto *centre = new QWidget(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(makeRail());
    row->addWidget(m_pages, 1);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_top);
    column->addLayout(row, 1);
    column->addWidget(m_tasks);
    setCentralWidget(centre);

    makeMenus();
    connectWorkspaces();
    showWorkspace(Workspace::Operate);
    m_top->setCity({});
    m_top->setThemeIcon(
        themeMode() == ThemeMode::Dark ? QStringLiteral("sun") : QStringLiteral("moon"));
    retranslate();
    const QByteArray geometry = QSettings().value(kGeometryKey).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry))
        resize(1440, 900);
}

MainWindow::~MainWindow() = default;

QToolButton *MainWindow::addRailButton(Workspace workspace, const QString &iconName)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon(iconName));
    button->setIconSize({metric::kTarget, metric::kTarget});
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFont(themeFont(type::kCaption));
    m_rail->addButton(button, static_cast<int>(workspace));
    return button;
}

QWidget *MainWindow::makeRail()
{
    auto *rail = new QWidget(this);
    auto *layout = new QVBoxLayout(rail);
    layout->setContentsMargins(space::kTiny, space::kSmall, 0, space::kSmall);
    layout->setSpacing(space::kTiny);
    layout->addWidget(addRailButton(Workspace::Operate, QStringLiteral("operate")));
    layout->addWidget(addRailButton(Workspace::Analyse, QStringLiteral("analyse")));
    layout->addStretch();
    for (QAbstractButton *button : m_rail->buttons())
        button->setMinimumWidth(metric::kRail);
    connect(m_rail, &QButtonGroup::idClicked, this,
        [this](int id) { showWorkspace(static_cast<Workspace>(id)); });
    return rail;
}

void MainWindow::makeMenus()
{
    QMenu *city = m_top->cityMenu();
    city->addAction(m_newAction);
    city->addAction(m_openAction);
    city->addAction(m_demoAction);
    city->addSeparator();
    city->addAction(m_aboutAction);
    city->addAction(m_quitAction);
    addActions(city->actions());
    m_newAction->setShortcut(QKeySequence::New);
    m_newAction->setIcon(icon(QStringLiteral("plus")));
    m_openAction->setShortcut(QKeySequence::Open);
    m_openAction->setIcon(icon(QStringLiteral("folder")));
    m_aboutAction->setIcon(icon(QStringLiteral("info")));
    m_quitAction->setShortcut(QKeySequence::Quit);
    connect(m_newAction, &QAction::triggered, this, &MainWindow::chooseNewCity);
    connect(m_openAction, &QAction::triggered, this, &MainWindow::chooseCity);
    connect(m_demoAction, &QAction::triggered, this, [this] { openCity({}); });
    connect(m_aboutAction, &QAction::triggered, this, &MainWindow::showAbout);
    connect(m_quitAction, &QAction::triggered, this, &QWidget::close);
    for (const QString &code : Language::codes()) {
        QAction *action = m_top->languageMenu()->addAction(Language::nativeName(code));
        connect(action, &QAction::triggered, this, [this, code] {
            m_context.language->set(code);
            QSettings().setValue(kLanguageKey, code);
        });
    }
    connect(m_top, &TopBar::themeToggled, this, [this] {
        const bool toLight = themeMode() == ThemeMode::Dark;
        setTheme(toLight ? ThemeMode::Light : ThemeMode::Dark);
        QSettings().setValue(kThemeKey, toLight ? QStringLiteral("light") : QStringLiteral("dark"));
    });
    for (int i = 0; i < m_pages->count(); ++i) {
        auto *shortcut = new QShortcut(QKeySequence(QStringLiteral("Alt+%1").arg(i + 1)), this);
        connect(shortcut, &QShortcut::activated, this,
            [this, i] { showWorkspace(static_cast<Workspace>(i)); });
    }
}

void MainWindow::connectWorkspaces()
{
    connect(m_operate, &OperateWorkspace::failed, this,
        [this](const Error &error) { m_tasks->setMessage(errorText(error)); });
    // What the window does to come up is no pause of the work in it.
    connect(m_operate, &OperateWorkspace::sceneShown, &m_stalls, &StallMonitor::reset,
        Qt::SingleShotConnection);
    connect(m_operate, &OperateWorkspace::sceneShown, m_top, [this](const Dataset &dataset) {
        m_top->setShownData(dataset.zone, dataset.simulated);
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
    connect(m_analyse, &AnalyseWorkspace::datasetChanged, m_operate, &OperateWorkspace::reload);
    connect(m_analyse, &AnalyseWorkspace::modelDeployed, this, [this](const ModelVersion &version) {
        m_operate->showQuantity(version.dataset, version.channel);
    });
    connect(m_analyse, &AnalyseWorkspace::taskStarted, m_tasks, &TaskStrip::addTask);
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
    m_tasks->addTask(title, QFuture<void>(task));
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
    m_analyse->setStore(m_store);
    m_operate->setStore(m_store);
    m_top->setCity(city.info);
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
            m_tasks->setMessage(errorText(deployed.error()));
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
    m_pages->setCurrentIndex(static_cast<int>(workspace));
    m_rail->button(static_cast<int>(workspace))->setChecked(true);
    m_pages->currentWidget()->setFocus();
}

void MainWindow::selectSiteOnceLoaded(const QString &code)
{
    connect(
        m_operate, &OperateWorkspace::sceneShown, this,
        [this, code] { m_operate->selectSite(code); }, Qt::SingleShotConnection);
}

void MainWindow::setTheme(ThemeMode mode)
{
    applyTheme(*qApp, mode);
    m_top->setThemeIcon(mode == ThemeMode::Dark ? QStringLiteral("sun") : QStringLiteral("moon"));
}

bool MainWindow::settled() const
{
    return m_store && !m_opening.running() && !m_firstModels.running() && m_operate->settled();
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

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings().setValue(kGeometryKey, saveGeometry());
    m_opening.cancel();
    m_firstModels.cancel();
    m_analyse->cancelAll();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Belvedere"));
    m_rail->button(static_cast<int>(Workspace::Operate))->setText(tr("Operate"));
    m_rail->button(static_cast<int>(Workspace::Analyse))->setText(tr("Analyse"));
    m_newAction->setText(tr("New city…"));
    m_openAction->setText(tr("Open city…"));
    m_demoAction->setText(tr("Open the demo city"));
    m_aboutAction->setText(tr("About Belvedere"));
    m_quitAction->setText(tr("Quit"));
}

} // namespace belvedere::ui
