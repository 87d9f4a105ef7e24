// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "training/score_curves.h"
#include "training/table_figures.h"

#include <QString>

#include <map>

namespace belvedere {

/// What a training on a table asks for beside what every training does; the data set is the
/// table, the channel its target.
struct TableSettings
{
    std::vector<QString> columns = {}; ///< to learn from; empty = all that can be
    /// "random", "rows" (as they stand in the file) or the name of a time or number column; empty
    /// = by the first time column, at random if there is none.
    QString splitBy = {};
    bool balanced = false; ///< an error at a rare class counts as much as one at a frequent class
    /// Of two classes the one that precision, recall and the threshold are about; empty = the
    /// second by name.
    QString positive = {};
    ThresholdAim threshold = ThresholdAim::F1; ///< of two classes; tuned on the validation part

    [[nodiscard]] QJsonObject toJson() const;
    /// @return Errc::Schema naming the field.
    [[nodiscard]] static Result<TableSettings> fromJson(const QJsonObject &json);
};

/// "none", "f1", "accuracy"
[[nodiscard]] QString thresholdAimName(ThresholdAim aim);
/// @return Errc::Usage listing the names.
[[nodiscard]] Result<ThresholdAim> thresholdAimByName(const QString &name);

/// A column of the table and why it was not learned from; the reason is English.
struct UnusedColumn
{
    QString column;
    QString reason;
};

/// What came of a training on a table.
struct TableResult
{
    std::vector<QString> classes; ///< of a classification: name by index
    int positive = -1; ///< of two classes; -1 = none
    double threshold = 0.5; ///< chance of the positive class from which a row counts as of it
    QString splitBy; ///< "random", "rows" or the column's name
    std::vector<QString> columns; ///< that it looks at
    std::vector<UnusedColumn> unused;
    qint64 features = 0; ///< numbers that the columns became
    qint64 trainRows = 0;
    qint64 validationRows = 0;
    qint64 testRows = 0;
    qint64 withoutTarget = 0; ///< rows that were left out since they have none
    TableFigures validation;
    TableFigures test;
    std::map<QString, TableFigures> baselines; ///< kind → figures of the same test rows

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static TableResult fromJson(const QJsonObject &json);
};

} // namespace belvedere
