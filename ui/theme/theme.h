// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QFont>
#include <QStringList>

class QApplication;
class QPainter;
class QRectF;
class QString;

namespace belvedere::ui {

/// Gives the whole program the look of `mode`: style, palette, font, style sheet. May be called
/// again at any time; widgets get QEvent::PaletteChange and those that paint themselves repaint.
void applyTheme(QApplication &application, ThemeMode mode);

[[nodiscard]] ThemeMode themeMode();

/// What the desktop asks for: read from the platform's own colours; light where it
/// does not say.
[[nodiscard]] ThemeMode systemThemeMode();

/// Makes all type larger or smaller than the tokens say, also on widgets that are there already;
/// they get QEvent::FontChange. 1 = as in the tokens.
void setTextScale(QApplication &application, double scale);
[[nodiscard]] double textScale();

/// The colours of the present mode. Do not keep the reference over a change of theme.
[[nodiscard]] const Tokens &tokens();

/// The program's font in a size of namespace type times textScale(), upright, weight 400 or 600.
/// All its digits have one width where Inter is installed (see tabular_font.h).
[[nodiscard]] QFont themeFont(int pixelSize, QFont::Weight weight = QFont::Normal);

/// The Debian packages to install so that every Latin letter and Chinese character can be shown
/// as designed; empty if all is well. Looks at the fonts that are really used.
[[nodiscard]] QStringList missingFontPackages();

} // namespace belvedere::ui
