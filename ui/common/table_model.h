// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace belvedere::ui {

/// Role of the plain value behind a cell, for sorting in a proxy.
inline constexpr int kSortRole = Qt::UserRole;

/// A table over a snapshot of rows. `Columns` describes it, as static members:
///   static constexpr int count;
///   static QString header(int column);                      // translated
///   static QVariant data(const Row &row, int column, int role);
///   static Qt::Alignment alignment(int column);             // numbers: right
/// The model holds no logic: sorting and searching belong to proxies, painting to delegates.
template <class Row, class Columns> class TableModel : public QAbstractTableModel
{
public:
    using Rows = std::shared_ptr<const std::vector<Row>>;

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(Rows rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    void setRows(std::vector<Row> rows)
    {
        setRows(std::make_shared<const std::vector<Row>>(std::move(rows)));
    }

    /// The row of an index of this model, or null.
    [[nodiscard]] const Row *row(const QModelIndex &index) const
    {
        return index.isValid() && index.model() == this ? rowAt(index.row()) : nullptr;
    }
    [[nodiscard]] const Row *rowAt(int row) const
    {
        return row >= 0 && row < size() ? &(*m_rows)[static_cast<std::size_t>(row)] : nullptr;
    }

    /// To be called on a change of language.
    void retranslate() { Q_EMIT headerDataChanged(Qt::Horizontal, 0, Columns::count - 1); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : size();
    }
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final
    {
        return parent.isValid() ? 0 : Columns::count;
    }
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final
    {
        if (orientation != Qt::Horizontal || section < 0 || section >= Columns::count)
            return {};
        if (role == Qt::TextAlignmentRole)
            return int(Columns::alignment(section));
        return role == Qt::DisplayRole ? QVariant(Columns::header(section)) : QVariant();
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
            return {};
        if (role == Qt::TextAlignmentRole)
            return int(Columns::alignment(index.column()));
        return Columns::data(*rowAt(index.row()), index.column(), role);
    }

private:
    [[nodiscard]] int size() const { return m_rows ? static_cast<int>(m_rows->size()) : 0; }

    Rows m_rows;
};

} // namespace belvedere::ui
