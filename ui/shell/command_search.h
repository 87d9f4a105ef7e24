// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/palette_row.h"

#include <QStringList>

namespace belvedere::ui {

class CommandRegistry;
struct CommandArgument;

/// Which commands fit what was typed, with their arguments, best first. Remembers in QSettings
/// what was used last. Fast enough for the GUI thread: there are some hundred commands.
class CommandSearch
{
public:
    explicit CommandSearch(const CommandRegistry &commands);

    /// @param query  a command's name, or its name and arguments ("go to 08:30"). Empty: what was
    /// used last, then everything by category.
    [[nodiscard]] std::vector<PaletteRow> find(const QString &query) const;
    /// One command is chosen, `text` is what was typed for its arguments: the command with them if
    /// they can be read, then suggestions.
    [[nodiscard]] std::vector<PaletteRow> findArguments(
        const QString &commandId, const QString &text) const;

    /// The command was used; it comes earlier the next time.
    void remember(const QString &commandId, const QString &typed);
    void forgetAll();

private:
    struct Use
    {
        QString commandId;
        QString typed;
    };

    [[nodiscard]] PaletteRow rowOf(const QString &id) const;
    [[nodiscard]] PaletteRow rowOf(
        const QString &id, const QVariantList &arguments, const QString &typed) const;
    void addMatches(const QString &id, const QString &query, std::vector<PaletteRow> &rows) const;
    void addChoices(const QString &id, const QString &query, std::vector<PaletteRow> &rows) const;
    void addTyped(const QString &id, const QString &query, std::vector<PaletteRow> &rows) const;
    [[nodiscard]] std::vector<PaletteRow> withoutQuery() const;
    [[nodiscard]] double recencyBonus(const PaletteRow &row) const;
    void store() const;

    const CommandRegistry &m_commands;
    std::vector<Use> m_uses; // latest first
};

} // namespace belvedere::ui
