// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/command.h"

#include <QTime>

#include <optional>

namespace belvedere::ui {

/// What a person typed for one argument, as its value. Errc::Parse with a sentence that gives an
/// example if it cannot be read or lies outside the bounds.
[[nodiscard]] Result<QVariant> readArgument(const CommandArgument &argument, const QString &text);

/// The same for all arguments of a command: the last one takes all the rest, the others as many
/// words as they can read. Errc::Usage if a needed one is missing.
[[nodiscard]] Result<QVariantList> readArguments(
    const std::vector<CommandArgument> &arguments, const QString &text);

/// "15 min", "2 h", "1h30", "90 s", "2 d", "1:30" as milliseconds; a bare number counts in `unit`
/// ("s", "min", "h", "d"; without it minutes). Also the Chinese units. Nothing if it is not one.
[[nodiscard]] std::optional<qint64> readDuration(const QString &text, const QString &unit = {});

/// "8:30", "08:30:15", "0830", "8", "8pm", "8.30", "8点半". Nothing if it is not a time of day.
[[nodiscard]] std::optional<QTime> readTimeOfDay(const QString &text);

} // namespace belvedere::ui
