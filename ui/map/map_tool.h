// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/viewport.h"
#include "theme/tokens.h"

#include <QFont>
#include <QObject>
#include <QString>

class QKeyEvent;
class QPainter;

namespace belvedere::ui {

/// Where the pointer is, on the screen and in the plane.
struct MapPointer
{
    QPointF position;
    PointM world;
    Viewport viewport;
    Qt::KeyboardModifiers modifiers;
};

/// What a tool needs to draw itself over the map.
struct MapToolCanvas
{
    QPainter &painter;
    const Viewport &viewport;
    const Tokens &colors;
    QFont font;
};

/// What a person does with the pointer instead of picking. Wheel, keys and the middle button move
/// the map whatever the tool, so a tool keeps what was begun in plane metres. All that can be
/// dragged can also be clicked, and clicked from the keyboard, where the pointer is the middle of
/// the map.
class MapTool : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What to do next, in one short line.
    [[nodiscard]] virtual QString hint() const = 0;
    [[nodiscard]] virtual Qt::CursorShape cursor() const { return Qt::CrossCursor; }
    /// Otherwise a left drag moves the map.
    [[nodiscard]] virtual bool takesDrags() const { return false; }
    /// Clicks set points; the keyboard then has a cross hair for it.
    [[nodiscard]] virtual bool takesPoints() const { return true; }

    virtual void beginDrag(const MapPointer &) { }
    virtual void drag(const MapPointer &) { }
    virtual void drop(const MapPointer &) { }
    virtual void click(const MapPointer &) { }
    virtual void doubleClick(const MapPointer &) { }
    virtual void hover(const MapPointer &) { }
    /// False if the key means nothing to the tool; the map then moves or asks its parent.
    virtual bool key(const QKeyEvent &) { return false; }
    /// Gives up what was begun.
    virtual void reset() { }
    virtual void paint(const MapToolCanvas &) const { }

Q_SIGNALS:
    /// The drawing or the hint is another one.
    void changed();
    /// Escape with nothing begun, or done with what the tool is for.
    void left();
};

} // namespace belvedere::ui
