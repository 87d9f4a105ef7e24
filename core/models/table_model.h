// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/feature_matrix.h"
#include "models/model_state.h"

namespace belvedere {

/// What is asked of a table.
enum class TableTask {
    Regression, ///< the mean of a number
    Classification, ///< the chance of each class
    Counts ///< the mean of a number of events, never below zero
};

/// "regression", "classification", "counts"
[[nodiscard]] QString taskName(TableTask task);
/// @return Errc::Usage listing the tasks there are.
[[nodiscard]] Result<TableTask> taskFromName(const QString &name);

/// What a model of a table is, without what it learned.
struct TableModelSpec
{
    QString kind; ///< "svm", "forest", "boosted": the name in the catalog
    TableTask task = TableTask::Regression;
    std::vector<QString> features; ///< names of the columns, in their order
    QString target; ///< name of the column that is asked for
    QString unit; ///< of the target; may be empty
    std::vector<QString> classes; ///< of a classification: name by index; otherwise empty
    QJsonObject options; ///< hyper-parameters as used
    /// How the columns are made of the cells of somebody's table, see TableEncoder; empty where
    /// they are made otherwise.
    QJsonObject encoding = {};

    /// Numbers that a row is answered with: one a class, otherwise one.
    [[nodiscard]] std::size_t outputs() const
    {
        return task == TableTask::Classification ? classes.size() : 1;
    }
    [[nodiscard]] QJsonObject toJson() const;
    /// @return Errc::Schema naming the field that is absent or makes no sense.
    [[nodiscard]] static Result<TableModelSpec> fromJson(const QJsonObject &json);
};

/// A trained model of a table as values: what crosses threads and what is kept on disk.
struct TableModelState
{
    TableModelSpec spec;
    std::vector<NamedTensor> tensors;
};

/// The same file format as that of ModelState, see model_state.h; each refuses the other's files.
[[nodiscard]] QByteArray toSafetensors(const TableModelState &state);
/// @return Errc::Schema saying what is wrong.
[[nodiscard]] Result<TableModelState> tableModelFromSafetensors(const QByteArray &bytes);

} // namespace belvedere
