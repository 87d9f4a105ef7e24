// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/command_search.h"

#include "common/command_arguments.h"
#include "common/command_registry.h"
#include "common/error_text.h"
#include "search/fuzzy_match.h"

#include <QCoreApplication>
#include <QSettings>

#include <algorithm>

namespace belvedere::ui {

namespace {

const QString kRecentKey = QStringLiteral("palette/recent");
constexpr std::size_t kRemembered = 24;
constexpr std::size_t kRecentShown = 5;
/// A choice of more values than that is not spread into one line each.
constexpr std::size_t kSpread = 40;
constexpr double kRecencyBonus = 8.0;
constexpr double kTypedBonus = 6.0; // what was typed is a complete sentence
constexpr double kSurelyMeant = 88.0; // of the name, before its argument is called wrong
constexpr double kDisabledLoss = 30.0;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::CommandSearch)
};

bool better(const PaletteRow &a, const PaletteRow &b)
{
    if (a.score != b.score)
        return a.score > b.score;
    if (a.category != b.category)
        return a.category < b.category;
    return a.title.localeAwareCompare(b.title) < 0;
}

std::size_t neededArguments(const Command &command)
{
    return static_cast<std::size_t>(std::count_if(command.arguments.begin(),
        command.arguments.end(), [](const CommandArgument &a) { return !a.optional; }));
}

QString withArgument(const QString &title, const QString &argument)
{
    //: a command and its argument in the command bar: "Go to time: 08:30"
    return Text::tr("%1: %2").arg(title, argument);
}

/// A choice is told by its own name, however it was typed.
QString asChosen(const Command &command, const QVariantList &values, const QString &typed)
{
    if (command.arguments.size() != 1
        || command.arguments.front().type != CommandArgument::Type::Choice)
        return typed;
    for (const ArgumentChoice &choice : command.arguments.front().choices()) {
        if (choice.value == values.front())
            return choice.text;
    }
    return typed;
}

} // namespace

CommandSearch::CommandSearch(const CommandRegistry &commands)
    : m_commands(commands)
{
    const QStringList stored = QSettings().value(kRecentKey).toStringList();
    for (const QString &line : stored) {
        const qsizetype space = line.indexOf(QLatin1Char(' '));
        m_uses.push_back({line.left(space), space < 0 ? QString() : line.mid(space + 1)});
        if (m_uses.size() == kRemembered)
            break;
    }
}

void CommandSearch::remember(const QString &commandId, const QString &typed)
{
    m_uses.erase(
        std::remove_if(m_uses.begin(), m_uses.end(),
            [&](const Use &use) { return use.commandId == commandId && use.typed == typed; }),
        m_uses.end());
    m_uses.insert(m_uses.begin(), {commandId, typed});
    if (m_uses.size() > kRemembered)
        m_uses.resize(kRemembered);
    store();
}

void CommandSearch::forgetAll()
{
    m_uses.clear();
    store();
}

void CommandSearch::store() const
{
    QStringList lines;
    for (const Use &use : m_uses)
        lines += use.typed.isEmpty() ? use.commandId : use.commandId + QLatin1Char(' ') + use.typed;
    QSettings().setValue(kRecentKey, lines);
}

PaletteRow CommandSearch::rowOf(const QString &id) const
{
    PaletteRow row;
    const Command *command = m_commands.find(id);
    const CommandText text = m_commands.text(id);
    row.commandId = id;
    row.title = text.title;
    row.category = text.category;
    row.iconName = command->iconName;
    row.needsArguments = neededArguments(*command) > 0;
    const QList<QKeySequence> keys = m_commands.shortcuts(id);
    if (!keys.isEmpty())
        row.shortcut = keys.front().toString(QKeySequence::NativeText);
    row.enabled = m_commands.isEnabled(id);
    row.checked = m_commands.isChecked(id);
    return row;
}

PaletteRow CommandSearch::rowOf(
    const QString &id, const QVariantList &arguments, const QString &typed) const
{
    PaletteRow row = rowOf(id);
    row.arguments = arguments;
    row.typed = typed;
    row.needsArguments = false;
    if (!typed.isEmpty())
        row.title = withArgument(row.title, typed);
    return row;
}

double CommandSearch::recencyBonus(const PaletteRow &row) const
{
    for (std::size_t i = 0; i < m_uses.size(); ++i) {
        if (m_uses[i].commandId == row.commandId && m_uses[i].typed == row.typed)
            return kRecencyBonus * (1.0 - double(i) / double(kRemembered));
    }
    return 0.0;
}

std::vector<PaletteRow> CommandSearch::withoutQuery() const
{
    std::vector<PaletteRow> rows;
    for (const Use &use : m_uses) {
        const Command *command = m_commands.find(use.commandId);
        if (command == nullptr || !command->listed || rows.size() == kRecentShown)
            continue;
        if (use.typed.isEmpty()) {
            rows.push_back(rowOf(use.commandId));
        } else if (const auto values = readArguments(command->arguments, use.typed)) {
            rows.push_back(rowOf(use.commandId, *values, use.typed));
        } else {
            continue;
        }
        rows.back().category = Text::tr("Recently used");
    }
    std::vector<PaletteRow> others;
    const QStringList ids = m_commands.ids();
    for (const QString &id : ids) {
        if (m_commands.find(id)->listed)
            others.push_back(rowOf(id));
    }
    std::stable_sort(others.begin(), others.end(), [](const PaletteRow &a, const PaletteRow &b) {
        if (a.enabled != b.enabled)
            return a.enabled;
        return a.category != b.category ? a.category.localeAwareCompare(b.category) < 0
                                        : a.title.localeAwareCompare(b.title) < 0;
    });
    rows.insert(rows.end(), others.begin(), others.end());
    return rows;
}

std::vector<PaletteRow> CommandSearch::find(const QString &query) const
{
    const QString plain = query.simplified();
    if (plain.isEmpty())
        return withoutQuery();
    std::vector<PaletteRow> rows;
    const QStringList ids = m_commands.ids();
    for (const QString &id : ids) {
        if (!m_commands.find(id)->listed)
            continue;
        addMatches(id, plain, rows);
        addChoices(id, plain, rows);
        addTyped(id, plain, rows);
    }
    for (PaletteRow &row : rows) {
        row.score += recencyBonus(row);
        if (!row.enabled)
            row.score -= kDisabledLoss;
    }
    std::stable_sort(rows.begin(), rows.end(), better);
    // A choice may have been found both as a line of its own and as a typed argument.
    std::vector<PaletteRow> unique;
    for (PaletteRow &row : rows) {
        const bool known = std::any_of(unique.begin(), unique.end(), [&row](const PaletteRow &u) {
            return u.commandId == row.commandId && u.arguments == row.arguments
                && u.isError == row.isError;
        });
        if (!known)
            unique.push_back(std::move(row));
    }
    return unique;
}

void CommandSearch::addMatches(
    const QString &id, const QString &query, std::vector<PaletteRow> &rows) const
{
    const CommandText text = m_commands.text(id);
    const FuzzyText title(text.title);
    const FuzzyText extra(text.keywords + QLatin1Char(' ') + text.category);
    const auto match = FuzzyQuery(query).match(title.view(), extra.view(), true);
    if (!match)
        return;
    PaletteRow row = rowOf(id);
    row.score = match->score;
    row.positions = match->positions;
    rows.push_back(std::move(row));
}

void CommandSearch::addChoices(
    const QString &id, const QString &query, std::vector<PaletteRow> &rows) const
{
    const Command &command = *m_commands.find(id);
    if (command.arguments.size() != 1
        || command.arguments.front().type != CommandArgument::Type::Choice)
        return;
    const std::vector<ArgumentChoice> choices = command.arguments.front().choices();
    if (choices.size() > kSpread)
        return;
    const CommandText text = m_commands.text(id);
    for (const ArgumentChoice &choice : choices) {
        const QString whole = withArgument(text.title, choice.text);
        const FuzzyText title(whole);
        const FuzzyText extra(
            text.keywords + QLatin1Char(' ') + choice.aliases.join(QLatin1Char(' ')));
        const auto match = FuzzyQuery(query).match(title.view(), extra.view(), true);
        if (!match)
            continue;
        // As long as nothing of the value was typed, the command alone says it all.
        const int valueBegins = int(whole.size() - choice.text.size());
        const bool isMeant = match->positions.empty() || match->positions.back() >= valueBegins;
        if (!isMeant)
            continue;
        PaletteRow row = rowOf(id, {choice.value}, choice.text);
        row.score = match->score;
        row.positions = match->positions;
        rows.push_back(std::move(row));
    }
}

void CommandSearch::addTyped(
    const QString &id, const QString &query, std::vector<PaletteRow> &rows) const
{
    const Command &command = *m_commands.find(id);
    if (command.arguments.empty())
        return;
    const CommandText text = m_commands.text(id);
    const FuzzyText title(text.title);
    const FuzzyText extra(text.keywords);
    const QStringList words = query.split(QLatin1Char(' '));
    PaletteRow best;
    for (qsizetype count = 1; count < words.size(); ++count) {
        const QString name = words.mid(0, count).join(QLatin1Char(' '));
        const QString typed = words.mid(count).join(QLatin1Char(' '));
        const auto match = FuzzyQuery(name).match(title.view(), extra.view(), true);
        if (!match)
            continue;
        const auto values = readArguments(command.arguments, typed);
        if (values && match->score + kTypedBonus > best.score) {
            best = rowOf(id, *values, asChosen(command, *values, typed));
            best.score = match->score + kTypedBonus;
            best.positions = match->positions;
        } else if (!values && best.commandId.isEmpty() && match->score >= kSurelyMeant) {
            best = rowOf(id, {}, typed);
            best.isError = true;
            best.detail = errorText(values.error());
            best.score = match->score - kTypedBonus;
            best.positions = match->positions;
        }
    }
    if (!best.commandId.isEmpty())
        rows.push_back(std::move(best));
}

std::vector<PaletteRow> CommandSearch::findArguments(
    const QString &commandId, const QString &text) const
{
    std::vector<PaletteRow> rows;
    const Command *command = m_commands.find(commandId);
    if (command == nullptr || command->arguments.empty())
        return rows;
    const QString plain = text.simplified();
    const auto values = readArguments(command->arguments, plain);
    if (values)
        rows.push_back(rowOf(commandId, *values, plain));
    // Suggestions are for the first argument that cannot be read yet; what stands before stays.
    const QStringList words = plain.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    std::size_t at = 0;
    qsizetype taken = 0;
    while (at + 1 < command->arguments.size() && taken < words.size()
        && readArgument(command->arguments[at], words.at(taken))) {
        ++at;
        ++taken;
    }
    const CommandArgument &argument = command->arguments[at];
    const QString before = words.mid(0, taken).join(QLatin1Char(' '));
    const FuzzyQuery query(words.mid(taken).join(QLatin1Char(' ')));
    std::vector<PaletteRow> suggestions;
    for (const ArgumentChoice &choice :
        argument.choices ? argument.choices() : std::vector<ArgumentChoice>()) {
        const FuzzyText name(choice.text);
        const FuzzyText aliases(choice.aliases.join(QLatin1Char(' ')));
        const auto match = query.match(name.view(), aliases.view(), true);
        if (!query.isEmpty() && !match)
            continue;
        const QString typed = (before + QLatin1Char(' ') + choice.text).trimmed();
        const auto all = readArguments(command->arguments, typed);
        if (values && all && *all == *values)
            continue;
        PaletteRow row = all ? rowOf(commandId, *all, typed) : rowOf(commandId);
        row.typed = typed;
        row.needsArguments = !all;
        row.title = choice.text;
        row.positions = match ? match->positions : std::vector<int>();
        row.score = match ? match->score : 0.0;
        suggestions.push_back(std::move(row));
    }
    std::stable_sort(suggestions.begin(), suggestions.end(),
        [](const PaletteRow &a, const PaletteRow &b) { return a.score > b.score; });
    rows.insert(rows.end(), suggestions.begin(), suggestions.end());
    if (rows.empty() && !plain.isEmpty()) {
        PaletteRow row = rowOf(commandId, {}, plain);
        row.isError = true;
        row.detail = errorText(values.error());
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace belvedere::ui
