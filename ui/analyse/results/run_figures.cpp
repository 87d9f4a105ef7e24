// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/run_figures.h"

#include "analyse/analyse_text.h"
#include "common/format.h"
#include "common/quantity_names.h"

#include <QCoreApplication>

#include <cmath>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::RunFigures)
};

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

struct Column
{
    const char *key;
    const char *title;
    const char *help;
    bool numeric;
    bool shown;
};

// In the order of RunColumn.
constexpr Column kColumns[kRunColumns] = {
    {"name", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Run"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "A name of your own; F2 changes it"), false,
        true},
    {"state", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "State"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures",
            "Whether its forecasts are in use, and whether it is kept"),
        false, true},
    {"started", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Started"), "", true, true},
    {"dataset", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Data"), "", false, true},
    {"channel", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Quantity"), "", false, true},
    {"model", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Model"), "", false, true},
    {"mae", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "MAE"),
        QT_TRANSLATE_NOOP(
            "belvedere::ui::RunFigures", "Mean absolute error of the median over all steps ahead"),
        true, true},
    {"maeFirst", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "MAE, first step"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Mean absolute error one step ahead"), true,
        false},
    {"maeLast", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "MAE, last step"),
        QT_TRANSLATE_NOOP(
            "belvedere::ui::RunFigures", "Mean absolute error at the end of the horizon"),
        true, true},
    {"accuracy", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Accuracy"),
        QT_TRANSLATE_NOOP(
            "belvedere::ui::RunFigures", "Share of rows whose class is right, of a table"),
        true, false},
    {"f1", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "F1"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures",
            "Harmonic mean of precision and recall, of the positive class or the mean of all"),
        true, false},
    {"auc", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "ROC AUC"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures",
            "Chance that a row of the class scores higher than another"),
        true, false},
    {"gain", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Gain"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures",
            "By how much the MAE is lower than that of the best baseline"),
        true, true},
    {"rmse", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "RMSE"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Root of the mean squared error"), true,
        false},
    {"mape", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "MAPE"),
        QT_TRANSLATE_NOOP(
            "belvedere::ui::RunFigures", "Mean of the errors as shares of the true values"),
        true, false},
    {"wape", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "WAPE"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures",
            "Sum of the errors as a share of the sum of the true values"),
        true, false},
    {"coverage", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "In band"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures",
            "Share of true values inside the 80 % band. The closer to 80 %, the better"),
        true, true},
    {"width", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Band width"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Mean width of the 80 % band"), true, false},
    {"crps", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "CRPS"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures",
            "Continuous ranked probability score: the error of the whole distribution"),
        true, true},
    {"seconds", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Time"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "How long the training took"), true, true},
    {"epochs", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Epochs"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Passes over the training data"), true,
        false},
    {"parameters", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Parameters"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Numbers that the model has learned"), true,
        true},
    {"seed", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Seed"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Where its random numbers begin"), true,
        true},
    {"history", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Steps in"), "", true, false},
    {"horizon", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Steps ahead"), "", true, false},
    {"group", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Group"),
        QT_TRANSLATE_NOOP(
            "belvedere::ui::RunFigures", "Shared by the runs of one joint training or one search"),
        false, true},
    {"id", QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "Id"),
        QT_TRANSLATE_NOOP("belvedere::ui::RunFigures", "What scripts write"), false, false},
};

const Column &known(RunColumn column)
{
    return kColumns[static_cast<std::size_t>(column)];
}

double measured(const ErrorFigures &figures, double value)
{
    return figures.observed > 0 ? value : kNaN;
}

double figureOf(const ForecastMetrics &test, RunColumn column)
{
    const ErrorFigures &all = test.all;
    switch (column) {
    case RunColumn::Mae:
        return measured(all, all.mae);
    case RunColumn::MaeFirst:
        return test.horizons.empty() ? kNaN : valueOf(test.horizons.front(), Measure::Mae);
    case RunColumn::MaeLast:
        return test.horizons.empty() ? kNaN : valueOf(test.horizons.back(), Measure::Mae);
    case RunColumn::Rmse:
        return measured(all, all.rmse);
    case RunColumn::Mape:
        return measured(all, all.mape);
    case RunColumn::Wape:
        return measured(all, all.wape);
    case RunColumn::Coverage:
        return measured(all, all.coverage);
    case RunColumn::Width:
        return measured(all, all.width);
    case RunColumn::Crps:
        return measured(all, all.crps);
    default:
        return kNaN;
    }
}

QString stateText(const RunEntry &run)
{
    QStringList parts;
    if (run.live())
        parts.append(Text::tr("Deployed"));
    else if (run.version && run.version->stage == ModelStage::Candidate)
        parts.append(Text::tr("Candidate"));
    else if (run.version)
        //: of a model that served once
        parts.append(Text::tr("Retired"));
    if (run.note.kept)
        //: of a run that is not to be removed
        parts.append(Text::tr("Kept"));
    if (run.record.simulatedData)
        //: of a run on data that the program made itself
        parts.append(Text::tr("Simulated"));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

bool isNumeric(RunColumn column)
{
    return known(column).numeric;
}

bool isShownAtFirst(RunColumn column)
{
    return known(column).shown;
}

QString runColumnKey(RunColumn column)
{
    return QString::fromLatin1(known(column).key);
}

QString runColumnTitle(RunColumn column)
{
    return Text::tr(known(column).title);
}

QString runColumnHelp(RunColumn column)
{
    const char *help = known(column).help;
    return *help == '\0' ? QString() : Text::tr(help);
}

double gainOverBaselines(const RunRecord &run)
{
    double best = kNaN;
    for (const auto &[kind, metrics] : run.baselines) {
        const double mae = valueOf(metrics.all, Measure::Mae);
        if (kind != run.spec.model && !(mae >= best))
            best = mae;
    }
    return gainOver(valueOf(run.test.all, Measure::Mae), best, Measure::Mae).value_or(kNaN);
}

double runNumber(const RunEntry &run, RunColumn column)
{
    const RunRecord &record = run.record;
    const auto *classes = record.table && record.table->test.classification
        ? &*record.table->test.classification
        : nullptr;
    switch (column) {
    case RunColumn::Accuracy:
        return classes ? classes->accuracy : kNaN;
    case RunColumn::F1:
        return classes ? classes->shares.f1 : kNaN;
    case RunColumn::Auc:
        return classes ? classes->auc : kNaN;
    case RunColumn::Started:
        return static_cast<double>(record.started);
    case RunColumn::Gain:
        return gainOverBaselines(record);
    case RunColumn::Seconds:
        return record.seconds;
    case RunColumn::Epochs:
        return static_cast<double>(record.epochs.size());
    case RunColumn::Parameters:
        return static_cast<double>(record.parameters);
    case RunColumn::Seed:
        return static_cast<double>(record.spec.seed);
    case RunColumn::History:
        return record.table ? kNaN : record.spec.history;
    case RunColumn::Horizon:
        return record.table ? kNaN : record.spec.horizon;
    default:
        return figureOf(record.test, column);
    }
}

QString runText(const RunEntry &run, RunColumn column, const QString &modelName)
{
    const RunRecord &record = run.record;
    const double number = runNumber(run, column);
    switch (column) {
    case RunColumn::Name:
        return run.title();
    case RunColumn::State:
        return stateText(run);
    case RunColumn::Started:
        return formatDateTime(record.started, QTimeZone::systemTimeZone());
    case RunColumn::Dataset:
        return record.spec.dataset;
    case RunColumn::Quantity:
        return record.table ? record.spec.channel : channelTitle(record.spec.channel);
    case RunColumn::Model:
        return modelName;
    case RunColumn::Group:
        return record.group;
    case RunColumn::Id:
        return record.id;
    case RunColumn::Mae:
    case RunColumn::MaeFirst:
    case RunColumn::MaeLast:
    case RunColumn::Rmse:
    case RunColumn::Width:
    case RunColumn::Crps:
        return formatValue(number, record.unit);
    case RunColumn::Mape:
    case RunColumn::Wape:
        return formatValue(number, QStringLiteral("%"), 1);
    case RunColumn::Gain:
    case RunColumn::Coverage:
    case RunColumn::Accuracy:
    case RunColumn::F1:
        return formatPercent(number, 1);
    case RunColumn::Auc:
        return formatNumber(number, 3);
    case RunColumn::Seconds:
        return formatDuration(number);
    case RunColumn::Seed:
        return QString::number(record.spec.seed);
    default:
        return std::isfinite(number) ? formatCount(static_cast<qint64>(number))
                                     : QStringLiteral("–");
    }
}

} // namespace belvedere::ui
