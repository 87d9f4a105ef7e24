// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "docks/layout_store.h"
#include "docks/screen_set.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <vector>

class QUndoStack;

namespace belvedere::ui {

class CommandRegistry;
class DockHost;

/// Keeps, restores and names the arrangement of the window and its panels; brings windows back
/// onto a visible screen when one is unplugged. Everything but that can be undone.
class LayoutManager : public QObject
{
    Q_OBJECT

public:
    /// What it arranges besides the hosts.
    struct Frame
    {
        QWidget *window = nullptr;
        std::function<QString()> workspace; ///< id of the one shown
        std::function<void(const QString &)> showWorkspace;
    };

    LayoutManager(Frame frame, QUndoStack &undo, QObject *parent = nullptr);

    void addHost(DockHost *host);
    /// Of tests: other screens than there are.
    void setScreens(std::function<ScreenSet()> screens);

    /// How the program was left with these screens, else with other ones: then moved onto them.
    void restoreLast();
    void saveLast();

    [[nodiscard]] QStringList names() const { return m_store.names(); }
    /// The one last switched to or saved; empty if none, or if it was reset since.
    [[nodiscard]] const QString &current() const { return m_current; }
    void saveAs(const QString &name);
    bool switchTo(const QString &name);
    bool rename(const QString &from, const QString &to);
    bool remove(const QString &name);
    void reset();

    void addCommands(CommandRegistry &commands);
    /// Called when screens come or go; does nothing if they are the same.
    void screensChanged();

Q_SIGNALS:
    void changed();
    /// A sentence for the status line.
    void message(const QString &text);

private:
    friend class LayoutChange;

    [[nodiscard]] Layout capture(const QString &name) const;
    void apply(const Layout &layout);
    void keepWindowsVisible();
    void push(const QString &what, std::vector<Layout> before, const Layout &arrangementBefore,
        const QString &currentBefore);

    Frame m_frame;
    QUndoStack &m_undo;
    LayoutStore m_store;
    std::function<ScreenSet()> m_screens;
    QString m_screenKey;
    QString m_current;
    std::vector<QPointer<DockHost>> m_hosts;
    QTimer m_saveTimer;
    QTimer m_screenTimer;
};

} // namespace belvedere::ui
