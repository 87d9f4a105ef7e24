// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QKeySequence>
#include <QList>
#include <QString>
#include <QVariant>

#include <functional>
#include <limits>
#include <vector>

namespace belvedere::ui {

/// One value that an argument may take, or a suggestion for it.
struct ArgumentChoice
{
    QString text; ///< what is shown and typed, in the language of the program
    QVariant value;
    QStringList aliases; ///< further spellings that mean the same
};

/// One argument of a command as a person types it after the command's name.
struct CommandArgument
{
    enum class Type {
        Text, ///< QString
        Number, ///< double
        Duration, ///< qint64, milliseconds: "15 min", "2 h", "1h30", "90"
        TimeOfDay, ///< QTime: "8:30", "0830", "8pm"
        Choice ///< the chosen ArgumentChoice's value
    };

    Type type = Type::Text;
    std::function<QString()> label; ///< "time", in the language of the program
    QString example; ///< "08:30"
    /// Choice: all there are. Else: suggestions.
    std::function<std::vector<ArgumentChoice>()> choices;
    /// If set, reads the text instead of `type`.
    std::function<Result<QVariant>(const QString &text)> parse;
    double minimum = -std::numeric_limits<double>::infinity(); ///< Number, Duration (ms)
    double maximum = std::numeric_limits<double>::infinity();
    QString unit; ///< Number: may follow it ("x", "%", "km/h"). Duration: of a bare number ("min")
    bool optional = false;
};

/// How a command is called, in the language of the program.
struct CommandText
{
    QString title; ///< imperative, sentence case: "Go to time"
    QString category; ///< "Time"
    QString keywords; ///< further words to find it by
};

/// Something that the program can be told to do: by the command bar, a shortcut, a menu, a button.
struct Command
{
    QString id; ///< stable, lower case: "time.go"
    /// Asked again after a change of language; may depend on the state ("Undo rename layout").
    std::function<CommandText()> text;
    /// @return a message for the status line, often empty. Arguments in order, already checked;
    /// fewer than declared if optional ones are left out.
    std::function<Result<QString>(const QVariantList &arguments)> run;
    QList<QKeySequence> shortcuts; ///< until a person chooses another one
    std::vector<CommandArgument> arguments;
    QString iconName;
    /// Workspace in which its shortcut works; empty = everywhere. See CommandRegistry::setScope.
    QString scope;
    std::function<bool()> enabled; ///< not set = always
    std::function<bool()> checked; ///< set for what is on or off
    bool repeats = false; ///< while the shortcut is held down
    bool listed = true; ///< in the command bar and in the list of shortcuts
};

/// A command without arguments that cannot fail.
[[nodiscard]] inline Command simpleCommand(const QString &id, std::function<CommandText()> text,
    std::function<void()> run, const QList<QKeySequence> &shortcuts = {})
{
    Command command;
    command.id = id;
    command.text = std::move(text);
    command.run = [run = std::move(run)](const QVariantList &) -> Result<QString> {
        run();
        return QString();
    };
    command.shortcuts = shortcuts;
    return command;
}

} // namespace belvedere::ui
