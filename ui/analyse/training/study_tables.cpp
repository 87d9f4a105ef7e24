// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/study_tables.h"

#include "common/format.h"
#include "theme/theme.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::StudyTables)
};

/// A cell with a number behind its text.
QVariant numberCell(double value, const QString &text, int role)
{
    if (role == Qt::DisplayRole)
        return text;
    return role == kSortRole ? QVariant(value) : QVariant();
}

QVariant countCell(qint64 value, int role)
{
    return numberCell(static_cast<double>(value), formatCount(value), role);
}

QVariant textCell(const QString &text, int role)
{
    return role == Qt::DisplayRole || role == kSortRole || role == Qt::ToolTipRole ? QVariant(text)
                                                                                   : QVariant();
}

QString dateText(UtcMs time, const QTimeZone &zone)
{
    return QLocale().toString(
        QDateTime::fromMSecsSinceEpoch(time, zone).date(), QLocale::ShortFormat);
}

} // namespace

QString trialStateTitle(TuningTrial::State state)
{
    switch (state) {
    case TuningTrial::State::Waiting:
        return Text::tr("Waits");
    case TuningTrial::State::Running:
        return Text::tr("Trains");
    case TuningTrial::State::Dropped:
        return Text::tr("Dropped");
    case TuningTrial::State::Finished:
        return Text::tr("Finished");
    case TuningTrial::State::Failed:
        return Text::tr("Failed");
    }
    return {};
}

QString TrialColumns::header(int column)
{
    switch (column) {
    case Number:
        return Text::tr("Trial");
    case Options:
        return Text::tr("Options");
    case Rung:
        return Text::tr("Rung");
    case Epochs:
        return Text::tr("Epochs");
    case Error:
        return Text::tr("Validation MAE");
    case Time:
        return Text::tr("Time");
    default:
        return Text::tr("State");
    }
}

QVariant TrialColumns::data(const TrialRow &row, int column, int role)
{
    const TuningTrial &trial = row.trial;
    if (role == Qt::FontRole && row.best)
        return themeFont(type::kDense, QFont::DemiBold);
    if (role == Qt::ForegroundRole && trial.state == TuningTrial::State::Dropped)
        return tokens().textSecondary;
    switch (column) {
    case Number:
        return countCell(trial.number, role);
    case Options:
        return textCell(row.options, role);
    case Rung:
        return countCell(trial.rung, role);
    case Epochs:
        return countCell(static_cast<qint64>(trial.epochs.size()), role);
    case Error:
        return numberCell(trial.validationMae, formatValue(trial.validationMae, row.unit), role);
    case Time:
        return numberCell(trial.seconds, formatDuration(trial.seconds), role);
    default:
        //: The trial that did best
        return textCell(row.best ? Text::tr("Best") : trialStateTitle(trial.state), role);
    }
}

Qt::Alignment TrialColumns::alignment(int column)
{
    const bool text = column == Options || column == State;
    return (text ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

QString FoldColumns::header(int column)
{
    switch (column) {
    case Number:
        return Text::tr("Fold");
    case Period:
        return Text::tr("Forecast period");
    case Epochs:
        return Text::tr("Epochs");
    case Mae:
        return Text::tr("MAE");
    case Rmse:
        return Text::tr("RMSE");
    default:
        return Text::tr("Coverage");
    }
}

QVariant FoldColumns::data(const FoldRow &row, int column, int role)
{
    const ErrorFigures &figures = row.outcome.record.test.all;
    switch (column) {
    case Number:
        return countCell(row.outcome.fold.number, role);
    case Period:
        //: A span of dates
        return textCell(Text::tr("%1 – %2").arg(dateText(row.outcome.testFrom, row.zone),
                            dateText(row.outcome.testTo, row.zone)),
            role);
    case Epochs:
        return countCell(static_cast<qint64>(row.outcome.record.epochs.size()), role);
    case Mae:
        return numberCell(figures.mae, formatValue(figures.mae, row.unit), role);
    case Rmse:
        return numberCell(figures.rmse, formatValue(figures.rmse, row.unit), role);
    default:
        return numberCell(figures.coverage, formatPercent(figures.coverage, 1), role);
    }
}

Qt::Alignment FoldColumns::alignment(int column)
{
    return (column == Period ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

QString CurveColumns::header(int column)
{
    switch (column) {
    case Days:
        return Text::tr("Training days");
    case Windows:
        return Text::tr("Windows");
    case Epochs:
        return Text::tr("Epochs");
    case Validation:
        return Text::tr("Validation MAE");
    case Test:
        return Text::tr("Test MAE");
    default:
        return Text::tr("Time");
    }
}

QVariant CurveColumns::data(const CurveRow &row, int column, int role)
{
    const RunRecord &record = row.point.record;
    switch (column) {
    case Days:
        return numberCell(row.point.days, formatNumber(row.point.days), role);
    case Windows:
        return countCell(row.point.train.count, role);
    case Epochs:
        return countCell(static_cast<qint64>(record.epochs.size()), role);
    case Validation:
        return numberCell(
            record.validation.mae, formatValue(record.validation.mae, row.unit), role);
    case Test:
        return numberCell(record.test.all.mae, formatValue(record.test.all.mae, row.unit), role);
    default:
        return numberCell(record.seconds, formatDuration(record.seconds), role);
    }
}

Qt::Alignment CurveColumns::alignment(int)
{
    return Qt::AlignRight | Qt::AlignVCenter;
}

ChartTable tableOf(const QAbstractItemModel &model)
{
    ChartTable table;
    for (int column = 0; column < model.columnCount(); ++column)
        table.header.append(model.headerData(column, Qt::Horizontal).toString());
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QVariant value = model.index(row, column).data(kSortRole);
            cells.append(value.userType() == QMetaType::Double ? plainNumber(value.toDouble())
                                                               : value.toString());
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace belvedere::ui
