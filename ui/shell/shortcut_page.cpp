// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shortcut_page.h"

#include "common/command_registry.h"
#include "search/fuzzy_match.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QUndoStack>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kIdRole = Qt::UserRole;
constexpr int kKeysWidth = 120; // px of the column

/// From one set of own shortcuts to another.
class ShortcutChange : public QUndoCommand
{
public:
    ShortcutChange(CommandRegistry &commands, const QString &text, QVariantMap after)
        : QUndoCommand(text)
        , m_commands(commands)
        , m_before(commands.ownShortcuts())
        , m_after(std::move(after))
    {
    }

    void undo() override { m_commands.setOwnShortcuts(m_before); }
    void redo() override { m_commands.setOwnShortcuts(m_after); }

private:
    CommandRegistry &m_commands;
    QVariantMap m_before;
    QVariantMap m_after;
};

QString shown(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &sequence : keys)
        texts += sequence.toString(QKeySequence::NativeText);
    return texts.join(QStringLiteral("   "));
}

QStringList portable(const QKeySequence &keys)
{
    return {keys.toString(QKeySequence::PortableText)};
}

} // namespace

ShortcutPage::ShortcutPage(CommandRegistry &commands, QUndoStack &undo, QWidget *parent)
    : QWidget(parent)
    , m_commands(commands)
    , m_undo(undo)
    , m_search(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_keysLabel(new QLabel(this))
    , m_keys(new QKeySequenceEdit(this))
    , m_assign(new QPushButton(this))
    , m_clear(new QPushButton(this))
    , m_reset(new QPushButton(this))
    , m_resetAll(new QPushButton(this))
    , m_conflict(new QLabel(this))
{
    m_search->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(true);
    m_list->setColumnCount(2);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSortingEnabled(false);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setMinimumSectionSize(kKeysWidth);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_keysLabel->setBuddy(m_keys);
    m_conflict->setWordWrap(true);
    m_conflict->setFont(themeFont(type::kDense));
    auto *editRow = new QHBoxLayout;
    editRow->setSpacing(space::kSmall);
    editRow->addWidget(m_keysLabel);
    editRow->addWidget(m_keys, 1);
    editRow->addWidget(m_assign);
    auto *buttonRow = new QHBoxLayout;
    buttonRow->setSpacing(space::kSmall);
    buttonRow->addWidget(m_clear);
    buttonRow->addWidget(m_reset);
    buttonRow->addStretch();
    buttonRow->addWidget(m_resetAll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(editRow);
    layout->addWidget(m_conflict);
    layout->addLayout(buttonRow);

    connect(m_search, &QLineEdit::textChanged, this, &ShortcutPage::fill);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutPage::showSelected);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutPage::showConflicts);
    connect(m_assign, &QPushButton::clicked, this, &ShortcutPage::assign);
    connect(m_clear, &QPushButton::clicked, this, [this] {
        QVariantMap own = m_commands.ownShortcuts();
        own.insert(selected(), QStringList());
        change(tr("Remove shortcut"), own);
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        QVariantMap own = m_commands.ownShortcuts();
        own.remove(selected());
        change(tr("Reset shortcut"), own);
    });
    connect(
        m_resetAll, &QPushButton::clicked, this, [this] { change(tr("Reset all shortcuts"), {}); });
    connect(&m_commands, &CommandRegistry::shortcutsChanged, this, &ShortcutPage::fill);
    connect(&m_commands, &CommandRegistry::changed, this, &ShortcutPage::fill);
    retranslate();
}

QString ShortcutPage::selected() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item == nullptr ? QString() : item->data(0, kIdRole).toString();
}

void ShortcutPage::select(const QString &commandId)
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (m_list->topLevelItem(i)->data(0, kIdRole).toString() == commandId)
            m_list->setCurrentItem(m_list->topLevelItem(i));
    }
}

QString ShortcutPage::conflictText() const
{
    return m_conflict->isHidden() ? QString() : m_conflict->text();
}

void ShortcutPage::fill()
{
    const QString before = selected();
    const FuzzyQuery query(m_search->text());
    QList<QTreeWidgetItem *> items;
    const QStringList ids = m_commands.ids();
    for (const QString &id : ids) {
        const CommandText text = m_commands.text(id);
        const QString keys = shown(m_commands.shortcuts(id));
        const FuzzyText title(text.title);
        const FuzzyText extra(keys + QLatin1Char(' ') + text.category);
        if (!query.isEmpty() && !query.match(title.view(), extra.view(), true))
            continue;
        //: in the list of shortcuts: %1 is a category, %2 a command
        auto *item = new QTreeWidgetItem({tr("%1: %2").arg(text.category, text.title), keys});
        item->setData(0, kIdRole, id);
        if (m_commands.hasOwnShortcut(id))
            item->setFont(1, themeFont(type::kBody, QFont::DemiBold));
        items += item;
    }
    std::sort(items.begin(), items.end(), [](const QTreeWidgetItem *a, const QTreeWidgetItem *b) {
        return a->text(0).localeAwareCompare(b->text(0)) < 0;
    });
    m_list->clear();
    m_list->addTopLevelItems(items);
    select(before);
    showSelected();
}

void ShortcutPage::showSelected()
{
    const QString id = selected();
    const bool some = !id.isEmpty();
    const QList<QKeySequence> keys = m_commands.shortcuts(id);
    m_keys->setKeySequence(keys.isEmpty() ? QKeySequence() : keys.front());
    m_keys->setEnabled(some);
    m_assign->setEnabled(some);
    m_clear->setEnabled(some && !keys.isEmpty());
    m_reset->setEnabled(some && m_commands.hasOwnShortcut(id));
    m_resetAll->setEnabled(!m_commands.ownShortcuts().isEmpty());
    showConflicts();
}

void ShortcutPage::showConflicts()
{
    QStringList titles;
    for (const QString &other : m_commands.conflicts(selected(), m_keys->keySequence()))
        titles += m_commands.text(other).title;
    m_conflict->setVisible(!titles.isEmpty());
    m_conflict->setText(tr("Used by %1. Assigning takes it away from there.")
                            .arg(titles.join(QStringLiteral(", "))));
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, tokens().p2);
    m_conflict->setPalette(colors);
}

void ShortcutPage::assign()
{
    const QString id = selected();
    const QKeySequence keys = m_keys->keySequence();
    if (id.isEmpty())
        return;
    QVariantMap own = m_commands.ownShortcuts();
    for (const QString &other : m_commands.conflicts(id, keys)) {
        QStringList kept;
        for (const QKeySequence &theirs : m_commands.shortcuts(other)) {
            if (theirs.matches(keys) == QKeySequence::NoMatch
                && keys.matches(theirs) == QKeySequence::NoMatch)
                kept += portable(theirs);
        }
        own.insert(other, kept);
    }
    const Command *command = m_commands.find(id);
    if (!keys.isEmpty() && command->shortcuts == QList<QKeySequence>{keys})
        own.remove(id);
    else
        own.insert(id, keys.isEmpty() ? QStringList() : portable(keys));
    change(tr("Change shortcut of “%1”").arg(m_commands.text(id).title), own);
}

void ShortcutPage::change(const QString &what, const QVariantMap &shortcuts)
{
    if (shortcuts != m_commands.ownShortcuts())
        m_undo.push(new ShortcutChange(m_commands, what, shortcuts));
}

void ShortcutPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ShortcutPage::retranslate()
{
    m_search->setPlaceholderText(tr("Search by command or key"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_list->setHeaderLabels({tr("Command"), tr("Shortcut")});
    m_list->setAccessibleName(tr("Commands with their shortcuts"));
    m_keysLabel->setText(tr("New shortcut"));
    m_keys->setAccessibleName(tr("New shortcut"));
    for (QLineEdit *edit : m_keys->findChildren<QLineEdit *>())
        edit->setPlaceholderText(tr("Press the keys"));
    m_assign->setText(tr("Assign"));
    m_clear->setText(tr("Remove"));
    m_reset->setText(tr("Reset"));
    m_resetAll->setText(tr("Reset all"));
    fill();
}

} // namespace belvedere::ui
