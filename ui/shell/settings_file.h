// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "common/preferences.h"

#include <QByteArray>
#include <QVariantMap>

class QUndoStack;

namespace belvedere::ui {

class CommandRegistry;

/// What a person carries from one computer to another.
struct Settings
{
    PreferenceValues preferences;
    QVariantMap shortcuts; ///< as CommandRegistry::ownShortcuts
};

/// JSON, to be read and kept by people.
[[nodiscard]] QByteArray writeSettings(const Settings &settings);
/// Errc::Parse or Errc::Schema if it is not such a file. Single values that make no sense become
/// the defaults.
[[nodiscard]] Result<Settings> readSettings(const QByteArray &json, const QString &fileName);

/// Puts all settings in place, as one step that can be undone and is called `what`.
void changeSettings(const QString &what, const Settings &settings, Preferences &preferences,
    CommandRegistry &commands, QUndoStack &undo);

} // namespace belvedere::ui
