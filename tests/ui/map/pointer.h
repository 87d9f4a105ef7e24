// SPDX-License-Identifier: GPL-3.0-or-later
// What a hand does with a widget: presses, moves with a button and keys held, lets go.
#pragma once

#include <QApplication>
#include <QMouseEvent>
#include <QTest>
#include <QWidget>

#include <initializer_list>

namespace belvedere::ui {

/// QTest::mouseMove() knows neither buttons nor modifiers.
inline void moveHeld(QWidget &widget, QPointF to, Qt::KeyboardModifiers modifiers = {},
    Qt::MouseButton button = Qt::LeftButton)
{
    QMouseEvent move(
        QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, button, modifiers);
    QApplication::sendEvent(&widget, &move);
}

inline void dragAlong(
    QWidget &widget, std::initializer_list<QPoint> path, Qt::KeyboardModifiers modifiers = {})
{
    QTest::mousePress(&widget, Qt::LeftButton, modifiers, *path.begin());
    for (const QPoint &point : path)
        moveHeld(widget, point, modifiers);
    QTest::mouseRelease(&widget, Qt::LeftButton, modifiers, *(path.end() - 1));
}

inline void hoverTo(QWidget &widget, QPointF to)
{
    moveHeld(widget, to, {}, Qt::NoButton);
}

} // namespace belvedere::ui
