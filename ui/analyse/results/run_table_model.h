// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/results/run_figures.h"
#include "charts/chart_table.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QSet>
#include <QSortFilterProxyModel>

#include <array>

namespace belvedere::ui {

/// The runs of a controller as a table. Cells are made when they are painted; what is sorted and
/// searched by is worked out once.
class RunTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Roles { IdRole = Qt::UserRole };

    RunTableModel(RunController &runs, const ForecasterFactory &factory, QObject *parent = nullptr);

    [[nodiscard]] const RunEntry *runAt(int row) const;
    /// Row of the run, or -1.
    [[nodiscard]] int rowOf(const QString &id) const;
    [[nodiscard]] QString modelName(const QString &kind) const
    {
        return m_titles.value(kind, kind);
    }
    /// In lower case: names, data, model, options, group.
    [[nodiscard]] const QString &searchText(int row) const;
    /// What rows are sorted by: the number of a cell, or the rank of its text among all.
    [[nodiscard]] double sortValue(int row, RunColumn column) const;
    /// To be called before sorting by a column of texts.
    void rankTexts(RunColumn column);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Renames the run through the controller.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    void retranslate();

private:
    struct Row
    {
        QString search;
        std::array<double, kRunColumns> sortValues;
    };
    void rebuild();
    void fill();
    [[nodiscard]] QString searchTextOf(const RunEntry &run) const;

    QPointer<RunController> m_runs; // may go before the table, which asks until the end
    const ForecasterFactory &m_factory;
    QHash<QString, QString> m_titles; // by kind
    std::vector<Row> m_rows;
    QHash<QString, int> m_rowOf;
};

/// Rows that hold every word of a text and are of the chosen data, model and state.
class RunFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class State { All, Deployed, Registered, Kept };

    explicit RunFilter(RunTableModel &model, QObject *parent = nullptr);

    void setText(const QString &text);
    /// Empty = all.
    void setQuantity(const QString &dataset, const QString &channel);
    void setKind(const QString &kind);
    void setState(State state);
    /// Only runs of these ids; absent = all.
    void setIds(const std::optional<QSet<QString>> &ids);
    [[nodiscard]] bool restricts() const;
    /// Ids of the rows that everything but setIds() lets through.
    [[nodiscard]] QStringList idsWithoutSelection() const;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] bool accepts(int row) const;

    RunTableModel &m_model;
    QStringList m_words;
    QString m_dataset, m_channel, m_kind;
    State m_state = State::All;
    std::optional<QSet<QString>> m_ids;
};

/// The rows and columns that are shown, for a file: plain numbers with units.
[[nodiscard]] ChartTable runTable(
    const RunFilter &rows, const RunTableModel &model, const std::vector<RunColumn> &columns);

} // namespace belvedere::ui
