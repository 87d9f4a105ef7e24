// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace belvedere::ui {

/// What a workspace gives to the wall: widgets of their own, made for it, with the same data as
/// those on the desk and nothing to edit. Each may be null. The wall owns and deletes them.
class WallContent
{
public:
    virtual ~WallContent() = default;

    /// A strip of key figures, above all. Shown enlarged: build it at its usual size.
    virtual QWidget *makeWallKpis(QWidget *parent) = 0;
    /// The map, in the size of the screen.
    virtual QWidget *makeWallMap(QWidget *parent) = 0;
    /// The most important events, beside the map. Shown enlarged.
    virtual QWidget *makeWallEvents(QWidget *parent) = 0;
};

} // namespace belvedere::ui
