// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

class QWidget;

namespace belvedere::ui {

/// The error's sentence in the language of the program, filled in and led by its place.
[[nodiscard]] QString errorText(const Error &error);

/// Shows the error in a message box that does not block; nothing for Errc::Cancelled, which is
/// what the person asked for.
void showError(QWidget *parent, const Error &error);

} // namespace belvedere::ui
