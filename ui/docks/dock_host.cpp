// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/dock_host.h"

#include "common/command_registry.h"
#include "docks/dock_title_bar.h"
#include "docks/screen_set.h"
#include "theme/theme.h"

#include <QAction>
#include <QApplication>
#include <QCborMap>
#include <QDockWidget>
#include <QEvent>
#include <QShowEvent>
#include <QTabBar>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kVersion = 1;
const QString kHostKey = QStringLiteral("host");
const QString kStateKey = QStringLiteral("state");
const QString kPurposeKey = QStringLiteral("purpose");

} // namespace

struct DockHost::Panel
{
    PanelSpec spec;
    QDockWidget *dock = nullptr;
    DockTitleBar *title = nullptr; // null for what stays where it is
    QWidget *content = nullptr;
};

DockHost::DockHost(const QString &id, QWidget *parent)
    : QMainWindow(parent)
    , m_id(id)
{
    setWindowFlags(Qt::Widget);
    setObjectName(id);
    setDockOptions(AllowNestedDocks | AllowTabbedDocks);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDocumentMode(true);
    // The columns are as high as the page; what is below or above stands between them.
    setCorner(Qt::TopLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    setCorner(Qt::TopRightCorner, Qt::RightDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setContextMenuPolicy(Qt::NoContextMenu);
}

DockHost::~DockHost() = default;

void DockHost::setCentre(QWidget *centre)
{
    setCentralWidget(centre);
}

QDockWidget *DockHost::addPanel(const PanelSpec &spec, QWidget *content)
{
    Panel panel;
    panel.spec = spec;
    panel.content = content;
    panel.dock = new QDockWidget(this);
    panel.dock->setObjectName(spec.id);
    panel.dock->setWidget(content);
    panel.dock->setWindowTitle(spec.title());
    if (spec.movable) {
        panel.title = new DockTitleBar(panel.dock);
        panel.dock->setTitleBarWidget(panel.title);
        panel.title->setTitle(spec.title());
        panel.title->setRemark({});
        connect(panel.title, &DockTitleBar::moveRequested, this,
            [this, dock = panel.dock](Qt::DockWidgetArea area) {
                dock->setFloating(false);
                addDockWidget(area, dock);
                dock->show();
                dock->raise();
            });
    } else {
        panel.dock->setFeatures(QDockWidget::NoDockWidgetFeatures);
        panel.dock->setTitleBarWidget(new QWidget(panel.dock)); // none
    }
    connect(panel.dock, &QDockWidget::topLevelChanged, this, &DockHost::layoutChanged);
    connect(panel.dock, &QDockWidget::dockLocationChanged, this, &DockHost::layoutChanged);
    connect(panel.dock, &QDockWidget::visibilityChanged, this, &DockHost::layoutChanged);
    m_panels.push_back(panel);
    placePanel(m_panels.back());
    return panel.dock;
}

const DockHost::Panel *DockHost::panel(const QString &id) const
{
    const auto it = std::find_if(
        m_panels.begin(), m_panels.end(), [&id](const Panel &p) { return p.spec.id == id; });
    return it == m_panels.end() ? nullptr : &*it;
}

void DockHost::placePanel(const Panel &panel)
{
    panel.dock->setFloating(false);
    addDockWidget(panel.spec.area, panel.dock);
    if (const Panel *other = this->panel(panel.spec.tabbedWith); other != nullptr) {
        tabifyDockWidget(other->dock, panel.dock);
        other->dock->raise();
    }
    panel.dock->setVisible(panel.spec.visible);
}

QStringList DockHost::panelIds() const
{
    QStringList ids;
    for (const Panel &panel : m_panels)
        ids += panel.spec.id;
    return ids;
}

QString DockHost::panelTitle(const QString &id) const
{
    const Panel *found = panel(id);
    return found == nullptr ? QString() : found->spec.title();
}

void DockHost::setPanelRemark(const QString &id, const QString &remark)
{
    if (const Panel *found = panel(id); found != nullptr && found->title != nullptr)
        found->title->setRemark(remark);
}

bool DockHost::isPanelShown(const QString &id) const
{
    const Panel *found = panel(id);
    return found != nullptr && !found->dock->isHidden();
}

void DockHost::showPanel(const QString &id, bool shown)
{
    const Panel *found = panel(id);
    if (found == nullptr)
        return;
    found->dock->setVisible(shown);
    if (shown)
        found->dock->raise();
}

void DockHost::activatePanel(const QString &id)
{
    const Panel *found = panel(id);
    if (found == nullptr)
        return;
    showPanel(id);
    if (found->dock->isFloating())
        found->dock->activateWindow();
    QWidget *target = found->content;
    if (target->focusPolicy() == Qt::NoFocus) {
        // The first thing in it that takes the keyboard.
        QWidget *next = target->nextInFocusChain();
        while (next != target
            && !(target->isAncestorOf(next) && (next->focusPolicy() & Qt::TabFocus)
                && next->isVisibleTo(target) && next->isEnabled()))
            next = next->nextInFocusChain();
        target = next;
    }
    target->setFocus(Qt::ShortcutFocusReason);
}

void DockHost::showOnly(const QStringList &ids)
{
    for (const Panel &panel : m_panels) {
        if (panel.spec.movable)
            panel.dock->setVisible(ids.contains(panel.spec.id));
    }
    // Of panels that share a place the first one is in front; a window that comes up forgets it.
    const auto raise = [this, ids] {
        for (auto it = ids.crbegin(); it != ids.crend(); ++it) {
            if (const Panel *found = panel(*it); found != nullptr)
                found->dock->raise();
        }
    };
    raise();
    QMetaObject::invokeMethod(this, raise, Qt::QueuedConnection);
    m_restored.clear();
    applyExtents();
    applyExtentsAgain();
}

void DockHost::setPurpose(const QString &purpose)
{
    if (purpose == m_purpose)
        return;
    m_purpose = purpose;
    Q_EMIT purposeChanged(purpose);
}

QList<QAction *> DockHost::panelActions() const
{
    QList<QAction *> actions;
    for (const Panel &panel : m_panels) {
        if (panel.spec.movable)
            actions += panel.dock->toggleViewAction();
    }
    return actions;
}

void DockHost::resetLayout()
{
    for (const Panel &panel : m_panels)
        removeDockWidget(panel.dock);
    for (const Panel &panel : m_panels)
        placePanel(panel);
    m_restored.clear();
    applyExtents();
    setPurpose({});
    Q_EMIT layoutChanged();
}

void DockHost::applyExtents()
{
    if (!isVisible()) {
        m_extentsPending = true;
        return;
    }
    m_extentsPending = false;
    QList<QDockWidget *> columns, rows;
    QList<int> widths, heights;
    // One panel an area: those that share it share its extent, and Qt would divide it by them.
    QList<Qt::DockWidgetArea> sized;
    for (const Panel &panel : m_panels) {
        if (panel.spec.extent <= 0 || panel.dock->isHidden() || panel.dock->isFloating()
            || sized.contains(panel.spec.area))
            continue;
        sized += panel.spec.area;
        const bool isColumn =
            panel.spec.area == Qt::LeftDockWidgetArea || panel.spec.area == Qt::RightDockWidgetArea;
        (isColumn ? columns : rows) += panel.dock;
        (isColumn ? widths : heights) += panel.spec.extent;
    }
    resizeDocks(columns, widths, Qt::Horizontal);
    for (const Qt::DockWidgetArea area : {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea})
        applyShares(area);
    resizeDocks(rows, heights, Qt::Vertical);
}

void DockHost::applyShares(Qt::DockWidgetArea area)
{
    QList<QDockWidget *> docks;
    QList<int> shares;
    for (const Panel &panel : m_panels) {
        if (panel.spec.area != area || !panel.spec.tabbedWith.isEmpty() || panel.dock->isHidden()
            || panel.dock->isFloating())
            continue;
        docks += panel.dock;
        shares += panel.spec.share * height();
    }
    if (docks.size() > 1)
        resizeDocks(docks, shares, Qt::Vertical);
}

QByteArray DockHost::saveLayout() const
{
    return QCborMap{{kHostKey, m_id}, {kPurposeKey, m_purpose}, {kStateKey, saveState(kVersion)}}
        .toCborValue()
        .toCbor();
}

bool DockHost::restoreLayout(const QByteArray &layout)
{
    const QCborMap map = QCborValue::fromCbor(layout).toMap();
    const QByteArray state = map.value(kStateKey).toByteArray();
    if (map.value(kHostKey).toString() != m_id || !restoreState(state, kVersion))
        return false;
    m_extentsPending = false;
    m_restored = isVisible() ? QByteArray() : state;
    const ScreenSet screens = presentScreens();
    for (const Panel &panel : m_panels) {
        if (!panel.spec.movable) {
            panel.dock->setVisible(panel.spec.visible);
            continue;
        }
        if (panel.dock->isFloating())
            panel.dock->setGeometry(ontoVisibleScreen(panel.dock->geometry(), screens));
    }
    setPurpose(map.value(kPurposeKey).toString());
    Q_EMIT layoutChanged();
    return true;
}

void DockHost::focusNext(int direction)
{
    std::vector<const Panel *> shown;
    int current = -1; // the centre
    for (const Panel &panel : m_panels) {
        // Behind another tab it is there, but nothing of it can be seen.
        if (panel.dock->isHidden() || panel.dock->visibleRegion().isEmpty())
            continue;
        if (panel.dock->isAncestorOf(QApplication::focusWidget()))
            current = int(shown.size());
        shown.push_back(&panel);
    }
    const int count = int(shown.size()) + 1;
    const int next = (current + 1 + direction + count) % count - 1;
    if (next >= 0)
        activatePanel(shown[std::size_t(next)]->spec.id);
    else if (centralWidget() != nullptr)
        centralWidget()->setFocus(Qt::ShortcutFocusReason);
}

void DockHost::addCommands(CommandRegistry &commands, const QString &scope)
{
    const auto panels = [this] {
        std::vector<ArgumentChoice> choices;
        for (const Panel &panel : m_panels) {
            if (panel.spec.movable)
                choices.push_back({panel.spec.title(), panel.spec.id, {panel.spec.id}});
        }
        return choices;
    };
    CommandArgument which;
    which.type = CommandArgument::Type::Choice;
    which.label = [] { return tr("panel"); };
    which.choices = panels;

    Command show;
    show.id = m_id + QLatin1String(".panel.show");
    show.text = [] {
        return CommandText{tr("Show panel"), tr("Layout"), tr("open dock restore focus")};
    };
    show.arguments = {which};
    show.run = [this](const QVariantList &arguments) -> Result<QString> {
        activatePanel(arguments.front().toString());
        return QString();
    };
    show.scope = scope;
    Command close = show;
    close.id = m_id + QLatin1String(".panel.close");
    close.text = [] { return CommandText{tr("Close panel"), tr("Layout"), tr("hide dock")}; };
    close.run = [this](const QVariantList &arguments) -> Result<QString> {
        showPanel(arguments.front().toString(), false);
        return QString();
    };
    Command detach = show;
    detach.id = m_id + QLatin1String(".panel.float");
    detach.text = [] {
        return CommandText{tr("Float or dock panel"), tr("Layout"), tr("detach window undock")};
    };
    detach.run = [this](const QVariantList &arguments) -> Result<QString> {
        const Panel *found = panel(arguments.front().toString());
        if (found != nullptr) {
            found->dock->show();
            found->dock->setFloating(!found->dock->isFloating());
        }
        return QString();
    };
    Command next = simpleCommand(
        m_id + QLatin1String(".panel.next"),
        [] {
            return CommandText{tr("Next panel"), tr("Layout"), tr("focus keyboard")};
        },
        [this] { focusNext(1); }, {QKeySequence(Qt::Key_F6)});
    Command previous = simpleCommand(
        m_id + QLatin1String(".panel.previous"),
        [] {
            return CommandText{tr("Previous panel"), tr("Layout"), tr("focus keyboard")};
        },
        [this] { focusNext(-1); }, {QKeySequence(Qt::SHIFT | Qt::Key_F6)});
    next.scope = previous.scope = scope;
    for (Command *command : {&show, &close, &detach, &next, &previous})
        commands.add(std::move(*command), this);
}

void DockHost::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    if (m_extentsPending) {
        applyExtents();
        applyExtentsAgain();
    }
    if (m_restored.isEmpty())
        return;
    const auto again = [this] {
        if (!m_restored.isEmpty())
            restoreState(std::exchange(m_restored, {}), kVersion);
    };
    QMetaObject::invokeMethod(this, again, Qt::QueuedConnection);
}

void DockHost::applyExtentsAgain()
{
    m_extentsPending = true;
    const auto again = [this] {
        if (m_extentsPending)
            applyExtents();
    };
    QMetaObject::invokeMethod(this, again, Qt::QueuedConnection);
}

void DockHost::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMainWindow::changeEvent(event);
}

void DockHost::retranslate()
{
    for (const Panel &panel : m_panels) {
        const QString title = panel.spec.title();
        panel.dock->setWindowTitle(title);
        if (panel.title != nullptr)
            panel.title->setTitle(title);
    }
}

} // namespace belvedere::ui
