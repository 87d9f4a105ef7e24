// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/entry_model.h"

#include <algorithm>

namespace belvedere::ui {

void EntryModel::setEntries(std::vector<Entry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int EntryModel::rowOf(const QString &id) const
{
    const auto found = std::find_if(
        m_entries.begin(), m_entries.end(), [&id](const Entry &e) { return e.id == id; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int EntryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant EntryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry &entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::ToolTipRole:
        return (QStringList{entry.title} + entry.lines).join(QLatin1Char('\n'));
    case Qt::AccessibleTextRole:
        return QStringList{entry.title, entry.badge, entry.lines.join(QLatin1String(", "))}.join(
            QLatin1String(", "));
    case IdRole:
        return entry.id;
    case LinesRole:
        return entry.lines;
    case BadgeRole:
        return entry.badge;
    default:
        return {};
    }
}

} // namespace belvedere::ui
