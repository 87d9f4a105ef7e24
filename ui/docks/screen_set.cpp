// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/screen_set.h"

#include <QGuiApplication>
#include <QScreen>
#include <QStringList>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kHandleHeight = 32; // of a title bar
constexpr int kHandleWidth = 96; // enough to take hold of
constexpr int kVisibleShare = 3; // one part of that many

qint64 areaOf(const QRect &rect)
{
    return rect.isEmpty() ? 0 : qint64(rect.width()) * rect.height();
}

bool isHandy(const QRect &window, const ScreenSet &screens)
{
    const QRect handle(window.left(), window.top(), window.width(), kHandleHeight);
    qint64 visible = 0;
    bool canHold = false;
    for (const ScreenInfo &screen : screens) {
        visible += areaOf(window & screen.available);
        const QRect held = handle & screen.available;
        canHold = canHold
            || (held.width() >= std::min(kHandleWidth, window.width())
                && held.height() >= kHandleHeight / 2);
    }
    return canHold && visible * kVisibleShare >= areaOf(window);
}

} // namespace

ScreenSet presentScreens()
{
    ScreenSet screens;
    for (const QScreen *screen : QGuiApplication::screens())
        screens.push_back({screen->name(), screen->geometry(), screen->availableGeometry()});
    return screens;
}

QString screenSetKey(const ScreenSet &screens)
{
    QStringList parts;
    for (const ScreenInfo &screen : screens)
        parts += QStringLiteral("%1 %2x%3+%4+%5")
                     .arg(screen.name)
                     .arg(screen.geometry.width())
                     .arg(screen.geometry.height())
                     .arg(screen.geometry.x())
                     .arg(screen.geometry.y());
    parts.sort();
    return parts.join(QLatin1String(" | "));
}

QRect ontoVisibleScreen(const QRect &window, const ScreenSet &screens)
{
    if (screens.empty() || window.isEmpty() || isHandy(window, screens))
        return window;
    const ScreenInfo *target = &screens.front();
    qint64 most = 0;
    for (const ScreenInfo &screen : screens) {
        const qint64 shared = areaOf(window & screen.available);
        if (shared > most) {
            most = shared;
            target = &screen;
        }
    }
    const QRect &room = target->available;
    QRect moved(window.topLeft(), window.size().boundedTo(room.size()));
    moved.moveLeft(std::clamp(moved.left(), room.left(), room.right() - moved.width() + 1));
    moved.moveTop(std::clamp(moved.top(), room.top(), room.bottom() - moved.height() + 1));
    return moved;
}

} // namespace belvedere::ui
