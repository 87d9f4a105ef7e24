// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QFont>

class QApplication;
class QPainter;
class QRectF;
class QString;

namespace belvedere::ui {

/// Gives the whole program the look of `mode`: style, palette, font, style sheet. May be called
/// again at any time; widgets get QEvent::PaletteChange and those that paint themselves repaint.
void applyTheme(QApplication &application, ThemeMode mode);

[[nodiscard]] ThemeMode themeMode();

/// The colours of the present mode. Do not keep the reference over a change of theme.
[[nodiscard]] const Tokens &tokens();

/// The program's font in a size of namespace type, upright, weight 400 or 600. All its digits
/// have one width where Inter is installed (see tabular_font.h).
[[nodiscard]] QFont themeFont(int pixelSize, QFont::Weight weight = QFont::Normal);

} // namespace belvedere::ui
