// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QScrollArea;
class QWidget;

namespace belvedere::ui {

/// Lets `content` keep its height on a screen that is too low for it: the rest is scrolled to.
/// It is as wide as its content, has no frame and is not a stop of the Tab key.
[[nodiscard]] QScrollArea *scrollColumn(QWidget *content);

} // namespace belvedere::ui
