// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/run_controller.h"

#include <QAbstractTableModel>

namespace belvedere::ui {

/// A setting that is not the same in all runs that are compared.
struct ConfigRow
{
    QString key; ///< as scripts write it: "learningRate"
    QString title;
    QStringList values; ///< [runs] as people read them; empty = this run has no such setting
    /// [runs] whether it is another one than that of the first run.
    std::vector<bool> changed;
};

/// Settings that differ, in the order of the form: data, window, split, training, options.
/// Options that a run left out have their defaults.
[[nodiscard]] std::vector<ConfigRow> configDifference(
    const std::vector<const RunEntry *> &runs, const ForecasterFactory &factory);

/// The difference as a table, one column a run; what changed stands out.
class ConfigModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setRows(QStringList runs, std::vector<ConfigRow> rows);
    [[nodiscard]] const std::vector<ConfigRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList m_runs;
    std::vector<ConfigRow> m_rows;
};

/// What the runs are about, for parallel coordinates: numeric settings that differ and the
/// figures of the test part.
struct RunSettings
{
    QString key;
    QString title;
    bool logarithmic = false;
    QStringList choices; ///< of a setting in words
    std::vector<double> values; ///< [runs]; NaN = none
};
[[nodiscard]] std::vector<RunSettings> differingSettings(
    const std::vector<const RunEntry *> &runs, const ForecasterFactory &factory);

} // namespace belvedere::ui
