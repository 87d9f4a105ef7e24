// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/command_registry.h"

#include "common/command_arguments.h"
#include "common/kpi_tile.h"
#include "theme/icons.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAction>
#include <QComboBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QSettings>
#include <QWidget>

#include <algorithm>

namespace belvedere::ui {

struct CommandRegistry::Entry
{
    Command command;
    std::unique_ptr<QAction> action;
    QMetaObject::Connection ownerGone;
};

namespace {

const QString kGroup = QStringLiteral("shortcuts");

QList<QKeySequence> fromPortable(const QStringList &texts)
{
    QList<QKeySequence> sequences;
    for (const QString &text : texts) {
        const QKeySequence sequence = QKeySequence::fromString(text, QKeySequence::PortableText);
        if (!sequence.isEmpty())
            sequences += sequence;
    }
    return sequences;
}

QStringList toPortable(const QList<QKeySequence> &sequences)
{
    QStringList texts;
    for (const QKeySequence &sequence : sequences)
        texts += sequence.toString(QKeySequence::PortableText);
    return texts;
}

std::size_t neededArguments(const Command &command)
{
    return static_cast<std::size_t>(std::count_if(command.arguments.begin(),
        command.arguments.end(), [](const CommandArgument &a) { return !a.optional; }));
}

/// Whether a plain key is the focused widget's own: it would press the button, open the list or
/// move the handle, which a shortcut must not take away.
bool ownsKey(const QWidget *widget, const QKeyEvent *event)
{
    if (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    if (widget->window()->windowType() == Qt::Popup)
        return false; // no shortcut reaches it, and an open list chooses by this very event
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Select:
        return qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QAbstractItemView *>(widget)
            || qobject_cast<const KpiTile *>(widget);
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return qobject_cast<const QAbstractSlider *>(widget)
            || qobject_cast<const QAbstractItemView *>(widget)
            || qobject_cast<const QComboBox *>(widget);
    default:
        return false;
    }
}

} // namespace

CommandRegistry::CommandRegistry(QObject *parent)
    : QObject(parent)
{
    QSettings settings;
    settings.beginGroup(kGroup);
    for (const QString &id : settings.childKeys())
        m_own.insert(id, settings.value(id).toStringList());
    QCoreApplication::instance()->installEventFilter(this);
}

CommandRegistry::~CommandRegistry() = default;

CommandRegistry::Entry *CommandRegistry::entry(const QString &id) const
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(),
        [&id](const std::unique_ptr<Entry> &e) { return e->command.id == id; });
    return it == m_entries.end() ? nullptr : it->get();
}

void CommandRegistry::add(Command command, QObject *owner)
{
    const QString id = command.id;
    Entry *existing = entry(id);
    if (existing == nullptr) {
        m_entries.push_back(std::make_unique<Entry>());
        existing = m_entries.back().get();
        existing->action = std::make_unique<QAction>();
        existing->action->setShortcutContext(Qt::WindowShortcut);
        connect(existing->action.get(), &QAction::triggered, this, [this, id] { trigger(id); });
        for (const QPointer<QWidget> &window : m_windows) {
            if (window)
                window->addAction(existing->action.get());
        }
    }
    disconnect(existing->ownerGone);
    if (owner != nullptr && owner != this)
        existing->ownerGone = connect(owner, &QObject::destroyed, this, [this, id] { remove(id); });
    existing->command = std::move(command);
    existing->action->setObjectName(id);
    updateAction(*existing);
    applyShortcut(*existing);
    Q_EMIT changed();
}

void CommandRegistry::remove(const QString &id)
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(),
        [&id](const std::unique_ptr<Entry> &e) { return e->command.id == id; });
    if (it == m_entries.end())
        return;
    disconnect((*it)->ownerGone);
    (*it)->action.release()->deleteLater(); // it may be what is being triggered
    m_entries.erase(it);
    Q_EMIT changed();
}

QStringList CommandRegistry::ids() const
{
    QStringList ids;
    for (const auto &e : m_entries)
        ids += e->command.id;
    return ids;
}

const Command *CommandRegistry::find(const QString &id) const
{
    const Entry *found = entry(id);
    return found == nullptr ? nullptr : &found->command;
}

CommandText CommandRegistry::text(const QString &id) const
{
    const Entry *found = entry(id);
    return found == nullptr || !found->command.text ? CommandText() : found->command.text();
}

bool CommandRegistry::isEnabled(const QString &id) const
{
    const Command *command = find(id);
    return command != nullptr && (!command->enabled || command->enabled());
}

bool CommandRegistry::isChecked(const QString &id) const
{
    const Command *command = find(id);
    return command != nullptr && command->checked && command->checked();
}

QAction *CommandRegistry::action(const QString &id) const
{
    const Entry *found = entry(id);
    return found == nullptr ? nullptr : found->action.get();
}

QString CommandRegistry::toolTip(const QString &id) const
{
    const QString title = text(id).title;
    const QList<QKeySequence> keys = shortcuts(id);
    if (keys.isEmpty())
        return title;
    //: a tooltip: %1 is what a button does, %2 its shortcut
    return tr("%1 (%2)").arg(title, keys.front().toString(QKeySequence::NativeText));
}

void CommandRegistry::attachTo(QWidget *window)
{
    m_windows.erase(std::remove_if(m_windows.begin(), m_windows.end(),
                        [](const QPointer<QWidget> &w) { return w.isNull(); }),
        m_windows.end());
    m_windows.emplace_back(window);
    for (const auto &e : m_entries)
        window->addAction(e->action.get());
}

void CommandRegistry::setScope(const QString &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    for (const auto &e : m_entries) {
        if (!e->command.scope.isEmpty())
            applyShortcut(*e);
    }
}

void CommandRegistry::refresh()
{
    for (const auto &e : m_entries)
        updateAction(*e);
    Q_EMIT changed();
}

void CommandRegistry::updateAction(Entry &entry) const
{
    QAction &action = *entry.action;
    action.setText(entry.command.text ? entry.command.text().title : entry.command.id);
    action.setAutoRepeat(entry.command.repeats);
    if (!entry.command.iconName.isEmpty())
        action.setIcon(icon(entry.command.iconName));
    action.setCheckable(bool(entry.command.checked));
    if (entry.command.checked)
        action.setChecked(entry.command.checked());
}

void CommandRegistry::applyShortcut(Entry &entry) const
{
    const bool here = entry.command.scope.isEmpty() || entry.command.scope == m_scope;
    entry.action->setShortcuts(here ? shortcuts(entry.command.id) : QList<QKeySequence>());
}

void CommandRegistry::trigger(const QString &id)
{
    const Command *command = find(id);
    if (command == nullptr)
        return;
    if (neededArguments(*command) > 0)
        Q_EMIT argumentsNeeded(id);
    else
        (void)run(id);
}

Result<QString> CommandRegistry::run(const QString &id, const QVariantList &arguments)
{
    Result<QString> outcome = [&]() -> Result<QString> {
        const Command *command = find(id);
        if (command == nullptr)
            return failure(
                Errc::NotFound, QT_TRANSLATE_NOOP("Error", "There is no command %1."), {id});
        const QString title = text(id).title;
        if (command->enabled && !command->enabled())
            return failure(
                Errc::Usage, QT_TRANSLATE_NOOP("Error", "“%1” is not possible now."), {title});
        if (static_cast<std::size_t>(arguments.size()) < neededArguments(*command))
            return failure(Errc::Usage, QT_TRANSLATE_NOOP("Error", "“%1” needs a value."), {title});
        const auto work = command->run; // the command may remove itself
        return work(arguments);
    }();
    if (Entry *still = entry(id); still != nullptr)
        updateAction(*still); // its state may be another one now
    if (outcome)
        Q_EMIT executed(id, *outcome);
    else
        Q_EMIT failed(id, outcome.error());
    return outcome;
}

Result<QString> CommandRegistry::runTyped(const QString &id, const QString &arguments)
{
    const Command *command = find(id);
    if (command == nullptr)
        return run(id);
    Result<QVariantList> values = readArguments(command->arguments, arguments);
    if (!values) {
        Q_EMIT failed(id, values.error());
        return failure(values.error());
    }
    return run(id, *values);
}

QList<QKeySequence> CommandRegistry::shortcuts(const QString &id) const
{
    const auto own = m_own.constFind(id);
    if (own != m_own.constEnd())
        return fromPortable(own->toStringList());
    const Command *command = find(id);
    return command == nullptr ? QList<QKeySequence>() : command->shortcuts;
}

bool CommandRegistry::hasOwnShortcut(const QString &id) const
{
    return m_own.contains(id);
}

void CommandRegistry::setShortcuts(const QString &id, const QList<QKeySequence> &shortcuts)
{
    QVariantMap own = m_own;
    const Command *command = find(id);
    if (command != nullptr && command->shortcuts == shortcuts)
        own.remove(id);
    else
        own.insert(id, toPortable(shortcuts));
    setOwnShortcuts(own);
}

void CommandRegistry::resetShortcuts(const QString &id)
{
    QVariantMap own = m_own;
    own.remove(id);
    setOwnShortcuts(own);
}

void CommandRegistry::resetAllShortcuts()
{
    setOwnShortcuts({});
}

QStringList CommandRegistry::conflicts(const QString &id, const QKeySequence &sequence) const
{
    QStringList found;
    const Command *mine = find(id);
    if (mine == nullptr || sequence.isEmpty())
        return found;
    for (const auto &e : m_entries) {
        const Command &other = e->command;
        const bool together =
            mine->scope.isEmpty() || other.scope.isEmpty() || mine->scope == other.scope;
        if (other.id == id || !together)
            continue;
        for (const QKeySequence &theirs : shortcuts(other.id)) {
            if (theirs.matches(sequence) != QKeySequence::NoMatch
                || sequence.matches(theirs) != QKeySequence::NoMatch) {
                found += other.id;
                break;
            }
        }
    }
    return found;
}

QVariantMap CommandRegistry::ownShortcuts() const
{
    return m_own;
}

void CommandRegistry::setOwnShortcuts(const QVariantMap &shortcuts)
{
    if (shortcuts == m_own)
        return;
    m_own = shortcuts;
    store();
    for (const auto &e : m_entries)
        applyShortcut(*e);
    Q_EMIT shortcutsChanged();
}

void CommandRegistry::store() const
{
    QSettings settings;
    settings.beginGroup(kGroup);
    settings.remove(QString());
    for (auto it = m_own.begin(); it != m_own.end(); ++it)
        settings.setValue(it.key(), it->toStringList());
}

bool CommandRegistry::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *widget = qobject_cast<const QWidget *>(watched);
        if (widget != nullptr && ownsKey(widget, static_cast<QKeyEvent *>(event))) {
            event->accept();
            return true;
        }
    } else if (event->type() == QEvent::LanguageChange && watched == QCoreApplication::instance()) {
        refresh();
    }
    return false;
}

} // namespace belvedere::ui
