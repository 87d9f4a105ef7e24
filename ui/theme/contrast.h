// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace belvedere::ui {

/// Contrast ratio of two opaque colours, 1 … 21. Source: WCAG 2.1, relative luminance.
[[nodiscard]] double contrastOf(const QColor &a, const QColor &b);

/// The ink that can be read on this surface, at least 4.5 : 1: the text of either theme, or where
/// that does not suffice black or white, one of which always does.
[[nodiscard]] QColor inkOn(const QColor &surface);

} // namespace belvedere::ui
