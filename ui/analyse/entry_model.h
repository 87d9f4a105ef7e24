// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>

#include <vector>

namespace belvedere::ui {

/// One thing of a list as people read it.
struct Entry
{
    QString id; ///< what scripts write; not shown by itself
    QString title;
    QStringList lines; ///< below the title, less prominent
    QString badge; ///< one or two words at the right; empty = none
};

/// A list of entries, painted by EntryDelegate.
class EntryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles { IdRole = Qt::UserRole, LinesRole, BadgeRole };

    using QAbstractListModel::QAbstractListModel;

    void setEntries(std::vector<Entry> entries);
    /// Row of the entry, or -1.
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    std::vector<Entry> m_entries;
};

} // namespace belvedere::ui
