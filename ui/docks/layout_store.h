// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QRect>
#include <QString>

#include <optional>
#include <vector>

namespace belvedere::ui {

/// Where everything stands: the window, the workspace, the panels of each DockHost.
struct Layout
{
    QString name; ///< empty: how the program was left
    QString screens; ///< screenSetKey() that it was made for
    QRect window; ///< when it is not maximized
    bool maximized = false;
    QString workspace;
    QMap<QString, QByteArray> hosts; ///< DockHost::id() -> saveLayout()

    [[nodiscard]] bool operator==(const Layout &) const = default;
};

/// Layouts by name and by the set of screens, kept in QSettings. One name may have a layout for
/// each set. What is damaged in the file is left out.
class LayoutStore
{
public:
    LayoutStore();

    [[nodiscard]] const std::vector<Layout> &layouts() const { return m_layouts; }
    /// Each name once, in alphabetical order, without the nameless one.
    [[nodiscard]] QStringList names() const;
    [[nodiscard]] bool contains(const QString &name) const;
    /// The one for these screens, else the newest of that name for other ones.
    [[nodiscard]] std::optional<Layout> find(const QString &name, const QString &screens) const;

    /// Replaces the one of the same name and screens.
    void put(const Layout &layout);
    /// For all sets of screens.
    void remove(const QString &name);
    /// @return false, with nothing changed, if `to` is empty or taken.
    bool rename(const QString &from, const QString &to);
    /// To undo.
    void setLayouts(std::vector<Layout> layouts);

private:
    void store() const;

    std::vector<Layout> m_layouts; // newest last
};

} // namespace belvedere::ui
