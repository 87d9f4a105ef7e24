// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/tables/table_text.h"

#include "common/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::TableText)
};

enum class Form {
    Share, ///< shown in per cent
    Plain,
    Unit ///< of the target
};

/// A figure of a table task.
struct Figure
{
    const char *title;
    const char *help;
    Form form;
    double (*value)(const TableFigures &);
};

template <double ClassificationFigures::*member> double ofClasses(const TableFigures &figures)
{
    return figures.classification ? *figures.classification.*member : kNoFigure;
}

template <double ClassShares::*member> double ofShares(const TableFigures &figures)
{
    return figures.classification ? figures.classification->shares.*member : kNoFigure;
}

template <double NumberFigures::*member> double ofNumbers(const TableFigures &figures)
{
    return figures.numbers ? *figures.numbers.*member : kNoFigure;
}

double macroF1(const TableFigures &figures)
{
    return figures.classification ? figures.classification->macro.f1 : kNoFigure;
}

double weightedF1(const TableFigures &figures)
{
    return figures.classification ? figures.classification->weighted.f1 : kNoFigure;
}

constexpr char kContext[] = "belvedere::ui::TableText";

const Figure kFigures[] = {
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "Accuracy"),
        QT_TRANSLATE_NOOP("belvedere::ui::TableText", "Share of rows whose class is right."),
        Form::Share, ofClasses<&ClassificationFigures::accuracy>},
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "Balanced accuracy"),
        QT_TRANSLATE_NOOP("belvedere::ui::TableText",
            "Mean over the classes of the share that is found; every class counts the same."),
        Form::Share, ofClasses<&ClassificationFigures::balancedAccuracy>},
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "Precision"),
        QT_TRANSLATE_NOOP("belvedere::ui::TableText",
            "Share that is right of what is taken for the class; of more than two classes their "
            "mean."),
        Form::Share, ofShares<&ClassShares::precision>},
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "Recall"),
        QT_TRANSLATE_NOOP("belvedere::ui::TableText",
            "Share of the class that is found; of more than two classes their mean."),
        Form::Share, ofShares<&ClassShares::recall>},
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "F1"),
        QT_TRANSLATE_NOOP("belvedere::ui::TableText", "Harmonic mean of precision and recall."),
        Form::Share, ofShares<&ClassShares::f1>},
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "F1, mean of the classes"),
        QT_TRANSLATE_NOOP("belvedere::ui::TableText",
            "Mean over the classes; every class counts the same (macro)."),
        Form::Share, macroF1},
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "F1, mean of the rows"),
        QT_TRANSLATE_NOOP(
            "belvedere::ui::TableText", "Mean over the classes, weighted with their rows."),
        Form::Share, weightedF1},
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "ROC AUC"),
        QT_TRANSLATE_NOOP("belvedere::ui::TableText",
            "Chance that a row of the class scores higher than another; 0.5 is guessing."),
        Form::Plain, ofClasses<&ClassificationFigures::auc>},
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "PR AUC"),
        QT_TRANSLATE_NOOP("belvedere::ui::TableText",
            "Area under precision over recall; what guessing reaches is the share of the class."),
        Form::Plain, ofClasses<&ClassificationFigures::averagePrecision>},
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "Log loss"),
        QT_TRANSLATE_NOOP(
            "belvedere::ui::TableText", "Mean cross-entropy of the chances. Smaller is better."),
        Form::Plain, ofClasses<&ClassificationFigures::logLoss>},
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "Brier score"),
        QT_TRANSLATE_NOOP(
            "belvedere::ui::TableText", "Mean squared error of the chances. Smaller is better."),
        Form::Plain, ofClasses<&ClassificationFigures::brier>},
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "MAE"),
        QT_TRANSLATE_NOOP("belvedere::ui::TableText", "Mean absolute error. Smaller is better."),
        Form::Unit, ofNumbers<&NumberFigures::mae>},
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "RMSE"),
        QT_TRANSLATE_NOOP("belvedere::ui::TableText",
            "Root of the mean squared error; large errors weigh more. Smaller is better."),
        Form::Unit, ofNumbers<&NumberFigures::rmse>},
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "Explained variance (R²)"),
        QT_TRANSLATE_NOOP("belvedere::ui::TableText",
            "1 is perfect, 0 as good as the mean of the test rows, below 0 worse."),
        Form::Plain, ofNumbers<&NumberFigures::r2>},
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "Bias"),
        QT_TRANSLATE_NOOP(
            "belvedere::ui::TableText", "Mean of prediction minus truth; above 0 = too high."),
        Form::Unit, ofNumbers<&NumberFigures::bias>},
    {QT_TRANSLATE_NOOP("belvedere::ui::TableText", "Poisson deviance"),
        QT_TRANSLATE_NOOP("belvedere::ui::TableText",
            "Mean deviance of counts from their expected numbers. Smaller is better."),
        Form::Plain, ofNumbers<&NumberFigures::poissonDeviance>},
};

QString valueText(double value, Form form, const QString &unit)
{
    switch (form) {
    case Form::Share:
        return formatPercent(value, 1);
    case Form::Unit:
        return formatValue(value, unit);
    case Form::Plain:
        break;
    }
    return formatNumber(value, 3);
}

QString splitText(const TableResult &result)
{
    if (result.splitBy == QLatin1String("random"))
        return Text::tr("split at random");
    if (result.splitBy == QLatin1String("rows"))
        return Text::tr("split in the order of the file");
    //: %1 a column
    return Text::tr("split by %1").arg(result.splitBy);
}

} // namespace

QString tableTaskTitle(TableTask task)
{
    switch (task) {
    case TableTask::Regression:
        return Text::tr("A number (regression)");
    case TableTask::Classification:
        return Text::tr("A class (classification)");
    case TableTask::Counts:
        return Text::tr("A count (Poisson)");
    }
    return {};
}

QString columnKindTitle(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Number:
        return Text::tr("Number");
    case ColumnKind::Category:
        return Text::tr("Category");
    case ColumnKind::Time:
        return Text::tr("Time");
    case ColumnKind::Text:
        return Text::tr("Text, not used");
    }
    return {};
}

QString columnText(const ColumnInfo &column)
{
    QStringList parts{columnKindTitle(column.kind)};
    if (column.kind == ColumnKind::Category)
        parts += Text::tr("%Ln name(s)", nullptr, static_cast<int>(column.categories.size()));
    if (column.missing > 0)
        //: How many cells of a column are empty
        parts += Text::tr("%1 empty").arg(formatCount(column.missing));
    return parts.join(QStringLiteral(", "));
}

Entry tableEntry(const TableInfo &table)
{
    Entry entry;
    entry.id = table.name;
    entry.title = table.name;
    entry.badge = table.simulated ? Text::tr("Simulated") : Text::tr("Table");
    //: "891 rows · 12 columns"
    entry.lines.append(
        Text::tr("%1 · %2").arg(Text::tr("%Ln row(s)", nullptr, static_cast<int>(table.rows)),
            Text::tr("%Ln column(s)", nullptr, static_cast<int>(table.columns.size()))));
    QStringList names;
    for (const ColumnInfo &column : table.columns)
        names += column.name;
    entry.lines.append(names.join(QStringLiteral(", ")));
    return entry;
}

QString learnerTitle(const TableLearnerFactory &factory, const QString &kind)
{
    for (const auto &known : factory.kinds()) {
        if (known.kind == kind)
            return QCoreApplication::translate("Model", known.title);
    }
    return kind;
}

FiguresTable figuresTable(const RunRecord &run, const TableLearnerFactory &factory)
{
    const TableResult &result = *run.table;
    std::vector<std::pair<QString, const TableFigures *>> models{
        {learnerTitle(factory, run.spec.model), &result.test}};
    for (const auto &[kind, figures] : result.baselines) {
        if (kind != run.spec.model)
            models.emplace_back(learnerTitle(factory, kind), &figures);
    }
    FiguresTable table;
    table.header.append(Text::tr("Test part"));
    for (const auto &[title, figures] : models)
        table.header.append(title);
    table.plain.header = table.header;
    for (const Figure &figure : kFigures) {
        const QString title = QCoreApplication::translate(kContext, figure.title);
        QStringList row{title};
        QStringList plain{title};
        bool any = false;
        for (const auto &[model, figures] : models) {
            const double value = figure.value(*figures);
            any = any || std::isfinite(value);
            row += valueText(value, figure.form, run.unit);
            plain += plainNumber(value);
        }
        if (!any)
            continue;
        table.rows.push_back(row);
        table.plain.rows.push_back(plain);
        table.help += QCoreApplication::translate(kContext, figure.help);
    }
    return table;
}

FiguresTable classTable(const RunRecord &run)
{
    FiguresTable table;
    if (!run.table || !run.table->test.classification)
        return table;
    table.header = {Text::tr("Class"), Text::tr("Rows"), Text::tr("Precision"), Text::tr("Recall"),
        Text::tr("F1"), Text::tr("ROC AUC"), Text::tr("PR AUC")};
    table.plain.header = table.header;
    const std::vector<ClassFigures> &classes = run.table->test.classification->classes;
    for (std::size_t k = 0; k < classes.size(); ++k) {
        const ClassFigures &c = classes[k];
        const QString &name = run.table->classes[k];
        table.rows.push_back({name, formatCount(c.rows), formatPercent(c.shares.precision, 1),
            formatPercent(c.shares.recall, 1), formatPercent(c.shares.f1, 1),
            formatNumber(c.auc, 3), formatNumber(c.averagePrecision, 3)});
        table.plain.rows.push_back({name, QString::number(c.rows), plainNumber(c.shares.precision),
            plainNumber(c.shares.recall), plainNumber(c.shares.f1), plainNumber(c.auc),
            plainNumber(c.averagePrecision)});
        table.help += QString();
    }
    return table;
}

QString tableScore(const RunRecord &run)
{
    if (run.table && run.table->test.classification)
        return Text::tr("accuracy %1")
            .arg(formatPercent(run.table->test.classification->accuracy, 1));
    return Text::tr("MAE %1").arg(formatValue(run.test.all.mae, run.unit));
}

QString tableVerdict(const RunRecord &run, const TableLearnerFactory &factory)
{
    const TableFigures &test = run.table->test;
    // The hardest of the baselines to beat.
    const auto easier = [](const auto &a, const auto &b) {
        if (a.second.classification && b.second.classification)
            return a.second.classification->accuracy < b.second.classification->accuracy;
        return a.second.numbers && b.second.numbers
            && a.second.numbers->mae > b.second.numbers->mae;
    };
    auto others = run.table->baselines;
    others.erase(run.spec.model); // a baseline may have been trained by itself
    const auto best = std::max_element(others.begin(), others.end(), easier);
    if (best == others.end())
        return {};
    const QString name = learnerTitle(factory, best->first);
    if (test.classification && best->second.classification)
        //: Two accuracies; %3 a model
        return Text::tr("Right in %1 of the rows; %3: %2")
            .arg(formatPercent(test.classification->accuracy, 1),
                formatPercent(best->second.classification->accuracy, 1), name);
    if (test.numbers && best->second.numbers)
        //: Two mean errors; %3 a model
        return Text::tr("Off by %1 on average; %3: %2")
            .arg(formatValue(test.numbers->mae, run.unit),
                formatValue(best->second.numbers->mae, run.unit), name);
    return {};
}

QString tableConditions(const RunRecord &run)
{
    const TableResult &result = *run.table;
    //: Table, target, number of columns, how it was split, rows of the three parts, seed
    QString text =
        Text::tr("%1 · %2 · from %3 · %4 (%5) · seed %6")
            .arg(run.spec.dataset, run.spec.channel,
                Text::tr("%Ln column(s)", nullptr, static_cast<int>(result.columns.size())),
                splitText(result),
                QStringLiteral("%1 / %2 / %3")
                    .arg(formatCount(result.trainRows), formatCount(result.validationRows),
                        formatCount(result.testRows)),
                QString::number(run.spec.seed));
    if (result.positive >= 0)
        //: %1 the text before; %2 a class, %3 a chance
        text = Text::tr("%1 · %2 from a chance of %3 on")
                   .arg(text, result.classes[static_cast<std::size_t>(result.positive)],
                       formatPercent(result.threshold, 1));
    return run.simulatedData ? Text::tr("%1 · simulated data").arg(text) : text;
}

} // namespace belvedere::ui
