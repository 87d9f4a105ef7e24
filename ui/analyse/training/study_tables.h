// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_table.h"
#include "common/table_model.h"
#include "training/cross_validation.h"
#include "training/learning_curve.h"
#include "training/tuning.h"

#include <QTimeZone>

namespace belvedere::ui {

struct TrialRow
{
    TuningTrial trial;
    QString options; ///< what it tried, in words
    QString unit;
    bool best = false;
};
struct TrialColumns
{
    enum { Number, Options, Rung, Epochs, Error, Time, State };
    static constexpr int count = 7;
    [[nodiscard]] static QString header(int column);
    [[nodiscard]] static QVariant data(const TrialRow &row, int column, int role);
    [[nodiscard]] static Qt::Alignment alignment(int column);
};
using TrialTable = TableModel<TrialRow, TrialColumns>;

struct FoldRow
{
    FoldOutcome outcome;
    QString unit;
    QTimeZone zone = QTimeZone::utc();
};
struct FoldColumns
{
    enum { Number, Period, Epochs, Mae, Rmse, Coverage };
    static constexpr int count = 6;
    [[nodiscard]] static QString header(int column);
    [[nodiscard]] static QVariant data(const FoldRow &row, int column, int role);
    [[nodiscard]] static Qt::Alignment alignment(int column);
};
using FoldTable = TableModel<FoldRow, FoldColumns>;

struct CurveRow
{
    LearningCurvePoint point;
    QString unit;
};
struct CurveColumns
{
    enum { Days, Windows, Epochs, Validation, Test, Time };
    static constexpr int count = 6;
    [[nodiscard]] static QString header(int column);
    [[nodiscard]] static QVariant data(const CurveRow &row, int column, int role);
    [[nodiscard]] static Qt::Alignment alignment(int column);
};
using CurveTable = TableModel<CurveRow, CurveColumns>;

[[nodiscard]] QString trialStateTitle(TuningTrial::State state);

/// For a file: numbers as such where a cell has one behind its text.
[[nodiscard]] ChartTable tableOf(const QAbstractItemModel &model);

} // namespace belvedere::ui
