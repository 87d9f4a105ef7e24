// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace belvedere::ui {

// Names for people of what scripts write, in the language of the program. A key without a name
// of its own stays as it is.

/// "Speed" for "speed", "PM2.5" for "pm2.5".
[[nodiscard]] QString channelTitle(const QString &key);
/// "Traffic" for "traffic".
[[nodiscard]] QString domainTitle(const QString &domain);
/// "Crash" for "crash".
[[nodiscard]] QString incidentTitle(const QString &category);

/// A text of the demo city's data (its name, source, what happened); any other stays as it is.
[[nodiscard]] QString demoText(const QString &text);
/// Where data come from, for one line on the screen: of a list of files the first two, then how
/// many more there are. The store and what is exported name them all.
[[nodiscard]] QString sourceText(const QString &source);

} // namespace belvedere::ui
