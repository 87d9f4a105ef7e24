// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QStringList>

namespace belvedere::ui {

enum class IconTone {
    Text, ///< of the text beside it
    OnAccent ///< on a button with the property `primary`
};

/// The icon resources/icons/<name>.svg in the colours of the present theme; it follows a later
/// change of theme by itself. An unknown name gives a null icon and a warning in the log.
[[nodiscard]] QIcon icon(const QString &name, IconTone tone = IconTone::Text);

/// The same in a colour of the caller's, for icons that are painted by hand.
[[nodiscard]] QPixmap iconPixmap(
    const QString &name, int sizePx, const QColor &color, double devicePixelRatio);

/// Names that icon() knows.
[[nodiscard]] QStringList iconNames();

} // namespace belvedere::ui
