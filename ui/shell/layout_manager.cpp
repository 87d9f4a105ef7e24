// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/layout_manager.h"

#include "common/command_registry.h"
#include "docks/dock_host.h"

#include <QApplication>
#include <QScreen>
#include <QUndoStack>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kSaveDelayMs = 1000; // after the last change
constexpr int kScreenDelayMs = 250; // screens come and go several at a time

} // namespace

/// Goes back and forth between two states of the store and of the screen.
class LayoutChange : public QUndoCommand
{
public:
    struct State
    {
        std::vector<Layout> layouts;
        Layout arrangement;
        QString current;
    };

    LayoutChange(LayoutManager &manager, const QString &text, State before, State after)
        : QUndoCommand(text)
        , m_manager(manager)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }

    void undo() override { go(m_before, m_after); }
    void redo() override
    {
        if (m_done) // the first time it has just been done
            go(m_after, m_before);
        m_done = true;
    }

private:
    void go(const State &state, const State &from)
    {
        m_manager.m_store.setLayouts(state.layouts);
        if (!(state.arrangement == from.arrangement))
            m_manager.apply(state.arrangement);
        m_manager.m_current = state.current;
        Q_EMIT m_manager.changed();
    }

    LayoutManager &m_manager;
    State m_before;
    State m_after;
    bool m_done = false;
};

LayoutManager::LayoutManager(Frame frame, QUndoStack &undo, QObject *parent)
    : QObject(parent)
    , m_frame(std::move(frame))
    , m_undo(undo)
    , m_screens(presentScreens)
    , m_screenKey(screenSetKey(m_screens()))
{
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSaveDelayMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &LayoutManager::saveLast);
    m_screenTimer.setSingleShot(true);
    m_screenTimer.setInterval(kScreenDelayMs);
    connect(&m_screenTimer, &QTimer::timeout, this, &LayoutManager::screensChanged);
    const auto soon = [this] {
        m_saveTimer.stop(); // what is on the screen now belongs to no set
        m_screenTimer.start();
    };
    connect(qApp, &QGuiApplication::screenAdded, this, soon);
    connect(qApp, &QGuiApplication::screenRemoved, this, soon);
    connect(qApp, &QGuiApplication::primaryScreenChanged, this, soon);
}

void LayoutManager::addHost(DockHost *host)
{
    m_hosts.emplace_back(host);
    connect(host, &DockHost::layoutChanged, this, [this] {
        // While the window is hidden its panels are too: that is no arrangement.
        if (m_frame.window->isVisible() && !m_screenTimer.isActive())
            m_saveTimer.start();
    });
}

void LayoutManager::setScreens(std::function<ScreenSet()> screens)
{
    m_screens = std::move(screens);
    m_screenKey = screenSetKey(m_screens());
}

Layout LayoutManager::capture(const QString &name) const
{
    Layout layout;
    layout.name = name;
    layout.screens = m_screenKey;
    layout.maximized = m_frame.window->isMaximized();
    layout.window =
        layout.maximized ? m_frame.window->normalGeometry() : m_frame.window->geometry();
    layout.workspace = m_frame.workspace();
    for (const QPointer<DockHost> &host : m_hosts) {
        if (host)
            layout.hosts.insert(host->id(), host->saveLayout());
    }
    return layout;
}

void LayoutManager::apply(const Layout &layout)
{
    QWidget *window = m_frame.window;
    const QRect place = ontoVisibleScreen(layout.window, m_screens());
    if (!layout.maximized && window->isMaximized())
        window->showNormal();
    if (!window->isMaximized())
        window->setGeometry(place);
    if (layout.maximized && !window->isMaximized())
        window->setWindowState(window->windowState() | Qt::WindowMaximized);
    for (const QPointer<DockHost> &host : m_hosts) {
        if (host && layout.hosts.contains(host->id()))
            host->restoreLayout(layout.hosts.value(host->id()));
    }
    if (!layout.workspace.isEmpty())
        m_frame.showWorkspace(layout.workspace);
    keepWindowsVisible();
}

void LayoutManager::keepWindowsVisible()
{
    const ScreenSet screens = m_screens();
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (QWidget *window : windows) {
        const bool isOurs = window == m_frame.window || m_frame.window->isAncestorOf(window);
        const bool stays = window->windowType() == Qt::Popup || window->isFullScreen()
            || window->isMaximized() || window->isHidden();
        if (!isOurs || stays)
            continue;
        const QRect place = ontoVisibleScreen(window->geometry(), screens);
        if (place != window->geometry())
            window->setGeometry(place);
    }
}

void LayoutManager::restoreLast()
{
    if (const auto layout = m_store.find({}, m_screenKey))
        apply(*layout);
}

void LayoutManager::saveLast()
{
    m_store.put(capture({}));
}

void LayoutManager::push(const QString &what, std::vector<Layout> before,
    const Layout &arrangementBefore, const QString &currentBefore)
{
    m_undo.push(new LayoutChange(*this, what, {std::move(before), arrangementBefore, currentBefore},
        {m_store.layouts(), capture({}), m_current}));
    Q_EMIT changed();
}

void LayoutManager::saveAs(const QString &name)
{
    const auto before = m_store.layouts();
    const Layout arrangement = capture({});
    const QString current = m_current;
    m_store.put(capture(name));
    m_current = name;
    //: can be undone; %1 is the name of a layout
    push(tr("Save layout “%1”").arg(name), before, arrangement, current);
}

bool LayoutManager::switchTo(const QString &name)
{
    const auto layout = m_store.find(name, m_screenKey);
    if (!layout)
        return false;
    const auto before = m_store.layouts();
    const Layout arrangement = capture({});
    const QString current = m_current;
    apply(*layout);
    m_current = name;
    push(tr("Switch to layout “%1”").arg(name), before, arrangement, current);
    return true;
}

bool LayoutManager::rename(const QString &from, const QString &to)
{
    const auto before = m_store.layouts();
    const Layout arrangement = capture({});
    const QString current = m_current;
    if (!m_store.contains(from) || !m_store.rename(from, to.trimmed()))
        return false;
    if (m_current == from)
        m_current = to.trimmed();
    push(tr("Rename layout “%1”").arg(from), before, arrangement, current);
    return true;
}

bool LayoutManager::remove(const QString &name)
{
    if (name.isEmpty() || !m_store.contains(name))
        return false;
    const auto before = m_store.layouts();
    const Layout arrangement = capture({});
    const QString current = m_current;
    m_store.remove(name);
    if (m_current == name)
        m_current.clear();
    push(tr("Delete layout “%1”").arg(name), before, arrangement, current);
    return true;
}

void LayoutManager::reset()
{
    const auto before = m_store.layouts();
    const Layout arrangement = capture({});
    const QString current = m_current;
    for (const QPointer<DockHost> &host : m_hosts) {
        if (host)
            host->resetLayout();
    }
    m_current.clear();
    keepWindowsVisible();
    push(tr("Reset layout"), before, arrangement, current);
}

void LayoutManager::screensChanged()
{
    const QString key = screenSetKey(m_screens());
    if (key == m_screenKey)
        return;
    m_screenKey = key;
    // Only a layout that was made for these screens; else everything stays, if it can be seen.
    const auto known = m_store.find({}, key);
    if (known && known->screens == key)
        apply(*known);
    else
        keepWindowsVisible();
    Q_EMIT message(tr("The screens have changed; windows were moved to where they can be seen."));
}

void LayoutManager::addCommands(CommandRegistry &commands)
{
    const auto category = [] { return tr("Layout"); };
    CommandArgument which;
    which.type = CommandArgument::Type::Choice;
    which.label = [] { return tr("layout"); };
    which.choices = [this] {
        std::vector<ArgumentChoice> choices;
        for (const QString &name : names())
            choices.push_back({name, name, {}});
        return choices;
    };
    CommandArgument newName;
    newName.label = [] { return tr("name"); };
    const auto some = [this] { return !names().isEmpty(); };
    const auto refused = [](const QString &name) {
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "There is a layout called “%1” already."), {name});
    };

    Command save;
    save.id = QStringLiteral("layout.save");
    save.iconName = QStringLiteral("layout");
    save.text = [category] {
        return CommandText{tr("Save layout as"), category(), tr("arrangement panels windows keep")};
    };
    save.arguments = {newName};
    save.arguments.front().choices = which.choices; // to save over one
    save.run = [this](const QVariantList &a) -> Result<QString> {
        saveAs(a.front().toString());
        return tr("The layout “%1” was saved.").arg(a.front().toString());
    };
    Command open;
    open.id = QStringLiteral("layout.switch");
    open.iconName = QStringLiteral("layout");
    open.text = [category] {
        return CommandText{tr("Switch to layout"), category(), tr("arrangement panels restore")};
    };
    open.arguments = {which};
    open.enabled = some;
    open.run = [this](const QVariantList &a) -> Result<QString> {
        if (!switchTo(a.front().toString()))
            return failure(Errc::NotFound,
                QT_TRANSLATE_NOOP("Error", "There is no layout called “%1”."),
                {a.front().toString()});
        return QString();
    };
    Command renamed;
    renamed.id = QStringLiteral("layout.rename");
    renamed.text = [category] { return CommandText{tr("Rename layout"), category(), {}}; };
    renamed.arguments = {which, newName};
    renamed.enabled = some;
    renamed.run = [this, refused](const QVariantList &a) -> Result<QString> {
        if (!rename(a.at(0).toString(), a.at(1).toString()))
            return refused(a.at(1).toString());
        return QString();
    };
    Command removed;
    removed.id = QStringLiteral("layout.remove");
    removed.text = [category] {
        return CommandText{tr("Delete layout"), category(), tr("remove")};
    };
    removed.arguments = {which};
    removed.enabled = some;
    removed.run = [this](const QVariantList &a) -> Result<QString> {
        remove(a.front().toString());
        return tr("The layout “%1” was deleted. Undo brings it back.").arg(a.front().toString());
    };
    Command fresh = simpleCommand(
        QStringLiteral("layout.reset"),
        [category] {
            return CommandText{
                tr("Reset layout"), category(), tr("default panels windows restore")};
        },
        [this] { reset(); });
    for (Command *command : {&save, &open, &renamed, &removed, &fresh})
        commands.add(std::move(*command), this);
}

} // namespace belvedere::ui
