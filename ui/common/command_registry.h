// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/command.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <vector>

class QAction;
class QWidget;

namespace belvedere::ui {

/// All commands of the program. Made and owned by main(), passed in contexts. Gives each command a
/// QAction whose shortcut the person may change; the choice is kept in QSettings.
class CommandRegistry : public QObject
{
    Q_OBJECT

public:
    explicit CommandRegistry(QObject *parent = nullptr);
    ~CommandRegistry() override;

    /// Adds the command, or replaces the one with its id. It goes when `owner` does.
    void add(Command command, QObject *owner);
    void remove(const QString &id);

    [[nodiscard]] QStringList ids() const; ///< in the order of add()
    /// Null if there is none. Do not keep it.
    [[nodiscard]] const Command *find(const QString &id) const;
    [[nodiscard]] CommandText text(const QString &id) const;
    [[nodiscard]] bool isEnabled(const QString &id) const;
    [[nodiscard]] bool isChecked(const QString &id) const;

    /// For menus and buttons: text, icon and shortcut follow the command. Null for an unknown id.
    [[nodiscard]] QAction *action(const QString &id) const;
    /// The command's title and its shortcut, for a tooltip: "Play or pause (Space)".
    [[nodiscard]] QString toolTip(const QString &id) const;
    /// Makes all shortcuts, also later ones, work in this window.
    void attachTo(QWidget *window);
    /// The workspace that is shown: shortcuts of other ones rest.
    void setScope(const QString &scope);
    [[nodiscard]] const QString &scope() const { return m_scope; }
    /// Asks all commands for their texts and states again, e.g. before a menu opens.
    void refresh();

    /// Runs the command. Errc::NotFound if unknown, Errc::Usage if it is not enabled or misses
    /// arguments.
    Result<QString> run(const QString &id, const QVariantList &arguments = {});
    /// The same with what a person typed after the command's name.
    Result<QString> runTyped(const QString &id, const QString &arguments);

    [[nodiscard]] QList<QKeySequence> shortcuts(const QString &id) const;
    [[nodiscard]] bool hasOwnShortcut(const QString &id) const;
    /// An empty list takes the shortcut away. Other commands keep theirs: see conflicts().
    void setShortcuts(const QString &id, const QList<QKeySequence> &shortcuts);
    void resetShortcuts(const QString &id);
    void resetAllShortcuts();
    /// Ids of other commands that answer to `sequence`, or whose sequence begins with it or the
    /// other way round, where and when `id` does.
    [[nodiscard]] QStringList conflicts(const QString &id, const QKeySequence &sequence) const;
    /// What the person changed: id -> sequences as portable text. For export and undo.
    [[nodiscard]] QVariantMap ownShortcuts() const;
    void setOwnShortcuts(const QVariantMap &shortcuts);

Q_SIGNALS:
    /// Commands came or went, or their texts changed.
    void changed();
    void shortcutsChanged();
    /// A command ran; `message` may be empty.
    void executed(const QString &id, const QString &message);
    void failed(const QString &id, const belvedere::Error &error);
    /// A shortcut or a menu asked for a command that needs arguments.
    void argumentsNeeded(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry;

    [[nodiscard]] Entry *entry(const QString &id) const;
    void trigger(const QString &id);
    void updateAction(Entry &entry) const;
    void applyShortcut(Entry &entry) const;
    void store() const;

    std::vector<std::unique_ptr<Entry>> m_entries;
    std::vector<QPointer<QWidget>> m_windows;
    QVariantMap m_own;
    QString m_scope;
};

} // namespace belvedere::ui
