// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

#include <vector>

namespace belvedere::ui {

/// A screen as layouts know it.
struct ScreenInfo
{
    QString name;
    QRect geometry; ///< of the whole screen, in device-independent pixels
    QRect available; ///< without task bars
};

/// The screens of a desk; the first one is the primary one.
using ScreenSet = std::vector<ScreenInfo>;

[[nodiscard]] ScreenSet presentScreens();

/// The same for the same screens in the same places, whatever their order.
[[nodiscard]] QString screenSetKey(const ScreenSet &screens);

/// `window` if a person can see and move it: the strip that it is held by lies on a screen and
/// so does a third of it. Else moved, and shrunk if it must be, onto the screen that it overlaps
/// most, or onto the primary one.
[[nodiscard]] QRect ontoVisibleScreen(const QRect &window, const ScreenSet &screens);

} // namespace belvedere::ui
