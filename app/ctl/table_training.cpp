// SPDX-License-Identifier: GPL-3.0-or-later
#include "table_training.h"

#include "models/catalog/table_catalog.h"
#include "registry/table_runs.h"
#include "text_table.h"

#include <QJsonArray>

namespace belvedere::ctl {

namespace {

constexpr std::size_t kMostShownClasses = 20;

/// A figure by its name for people.
struct ClassificationFigure
{
    const char *name;
    double (*value)(const ClassificationFigures &);
};

constexpr ClassificationFigure kClassificationFigures[] = {
    {"accuracy", [](const ClassificationFigures &f) { return f.accuracy; }},
    {"balanced accuracy", [](const ClassificationFigures &f) { return f.balancedAccuracy; }},
    {"precision", [](const ClassificationFigures &f) { return f.shares.precision; }},
    {"recall", [](const ClassificationFigures &f) { return f.shares.recall; }},
    {"F1", [](const ClassificationFigures &f) { return f.shares.f1; }},
    {"ROC AUC", [](const ClassificationFigures &f) { return f.auc; }},
    {"PR AUC", [](const ClassificationFigures &f) { return f.averagePrecision; }},
    {"log loss", [](const ClassificationFigures &f) { return f.logLoss; }},
    {"Brier score", [](const ClassificationFigures &f) { return f.brier; }},
    {"macro F1", [](const ClassificationFigures &f) { return f.macro.f1; }},
    {"weighted F1", [](const ClassificationFigures &f) { return f.weighted.f1; }}};

struct NumberFigure
{
    const char *name;
    double NumberFigures::*value;
};

constexpr NumberFigure kNumberFigures[] = {{"MAE", &NumberFigures::mae},
    {"RMSE", &NumberFigures::rmse}, {"R²", &NumberFigures::r2}, {"bias", &NumberFigures::bias},
    {"Poisson deviance", &NumberFigures::poissonDeviance}};

QString classText(const TableResult &result)
{
    const ClassificationFigures &figures = *result.test.classification;
    QStringList header{QStringLiteral("class"), QStringLiteral("rows"), QStringLiteral("precision"),
        QStringLiteral("recall"), QStringLiteral("F1"), QStringLiteral("ROC AUC"),
        QStringLiteral("PR AUC")};
    TextTable table(header);
    const std::size_t shown = std::min(kMostShownClasses, figures.classes.size());
    for (std::size_t k = 0; k < shown; ++k) {
        const ClassFigures &c = figures.classes[k];
        table.add({result.classes[k], QString::number(c.rows), numberText(c.shares.precision, 3),
            numberText(c.shares.recall, 3), numberText(c.shares.f1, 3), numberText(c.auc, 3),
            numberText(c.averagePrecision, 3)});
    }
    return table.toString();
}

QString confusionText(const TableResult &result)
{
    const ClassificationFigures &figures = *result.test.classification;
    if (figures.classes.size() > kMostShownClasses)
        return {};
    TextTable table(QStringList{QStringLiteral("truth \\ predicted")}
        + QStringList(result.classes.begin(), result.classes.end()));
    for (std::size_t t = 0; t < figures.confusion.size(); ++t) {
        QStringList row{result.classes[t]};
        for (const qint64 count : figures.confusion[t])
            row += QString::number(count);
        table.add(row);
    }
    return table.toString();
}

QString importanceText(const TableAnalysis &analysis)
{
    constexpr std::size_t kMostColumns = 12;
    TextTable table({QStringLiteral("column"),
        QStringLiteral("rise of %1 when shuffled").arg(analysis.lossName),
        QStringLiteral("deviation")});
    const std::size_t shown = std::min(kMostColumns, analysis.importance.size());
    for (std::size_t i = 0; i < shown; ++i)
        table.add({analysis.importance[i].column, numberText(analysis.importance[i].increase, 4),
            numberText(analysis.importance[i].deviation, 4)});
    return table.toString();
}

QString unusedText(const TableResult &result)
{
    QString text;
    for (const UnusedColumn &column : result.unused)
        text += QLatin1String("Left out: ") + column.reason + QLatin1Char('\n');
    if (result.withoutTarget > 0)
        text += QStringLiteral("Left out: %1 rows without a target.\n").arg(result.withoutTarget);
    return text;
}

std::vector<QString> textsOf(const std::vector<std::string> &texts)
{
    std::vector<QString> all;
    for (const std::string &text : texts)
        all.push_back(QString::fromStdString(text));
    return all;
}

Result<> checkKind(const QString &name, TableTask task)
{
    QStringList names;
    for (const TableLearnerFactory::Kind &kind : tableCatalog().kinds()) {
        if (std::find(kind.tasks.begin(), kind.tasks.end(), task) == kind.tasks.end())
            continue;
        if (kind.kind == name)
            return {};
        names += kind.kind;
    }
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "No model \"%1\" learns the task %2. Choose one of: %3."),
        {name, taskName(task), names.join(QStringLiteral(", "))}, QStringLiteral("--model"));
}

} // namespace

std::vector<std::string> tableTasks()
{
    return {"regression", "classification", "counts"};
}

std::vector<std::string> tableOptionNames()
{
    return {"--target", "--columns", "--split-by", "--class-weights", "--positive", "--threshold"};
}

void addTableOptions(CLI::App &verb, TableArguments &arguments)
{
    const std::string group = "Tasks on a table";
    verb.add_option("--target", arguments.target, "The column to learn")
        ->type_name("COLUMN")
        ->group(group);
    verb.add_option("--columns", arguments.columns,
            "What to learn it from (default: every column that can be)")
        ->delimiter(',')
        ->type_name("COLUMN,…")
        ->group(group);
    verb.add_option("--split-by", arguments.splitBy,
            "random, rows, or a column of times or numbers (default: the first column of times, "
            "else random)")
        ->type_name("HOW")
        ->group(group);
    verb.add_option("--class-weights", arguments.classWeights,
            "balanced: an error at a rare class counts as much as one at a frequent one")
        ->check(CLI::IsMember({"none", "balanced"}))
        ->capture_default_str()
        ->group(group);
    verb.add_option("--positive", arguments.positive,
            "Of two classes the one that precision and recall are about (default: the second)")
        ->type_name("CLASS")
        ->group(group);
    verb.add_option("--threshold", arguments.threshold,
            "What the threshold between two classes is tuned for, on the validation part")
        ->check(CLI::IsMember({"f1", "accuracy", "none"}))
        ->capture_default_str()
        ->group(group);
}

QString tableSettingsHelp()
{
    QString help;
    for (const TableLearnerFactory::Kind &kind : tableCatalog().kinds())
        help += settingsText(kind.kind + QLatin1String(" on a table"), kind.options);
    return help;
}

Result<TrainSpec> tableSpec(
    const Session &session, const TrainArguments &train, const TableArguments &arguments)
{
    if (train.dataset.empty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "Name the table to learn from with --data TABLE."));
    TrainSpec spec;
    spec.dataset = QString::fromStdString(train.dataset);
    spec.channel = QString::fromStdString(arguments.target);
    spec.task = QString::fromStdString(train.task);
    spec.model = QString::fromStdString(train.model);
    BV_TRY(spec.split, parseSplit(QString::fromStdString(train.split)));
    spec.seed = session.options.seed.value_or(spec.seed);
    spec.threads = session.threads();
    BV_TRY(const TableTask task, taskFromName(spec.task));
    BV_TRY_VOID(checkKind(spec.model, task));
    BV_TRY_VOID(addSettings(train.settings, spec.options));
    spec.table = TableSettings{textsOf(arguments.columns),
        QString::fromStdString(arguments.splitBy), arguments.classWeights == "balanced",
        QString::fromStdString(arguments.positive), ThresholdAim::F1};
    BV_TRY(spec.table->threshold, thresholdAimByName(QString::fromStdString(arguments.threshold)));
    return spec;
}

Result<Answer> trainOnTable(Session &session, const TrainSpec &spec, bool deploy)
{
    BV_TRY(const auto store, session.openCity());
    BV_TRY(TrainOutcome outcome, trainTableRun(store, tableCatalog(), spec, session.context()));
    const std::optional<TableAnalysis> analysis = outcome.tableAnalysis;
    BV_TRY(const RunRecord run, RunArchive(store).add(std::move(outcome)));
    Answer answer = tableRunAnswer(run, analysis);
    if (deploy) {
        BV_TRY(const ModelVersion version, Registry(store).deploy(run.id));
        answer.json.insert(QStringLiteral("deployed"), version.id());
        answer.text += QStringLiteral("Live as %1.\n").arg(version.id());
    } else {
        answer.text +=
            QStringLiteral("Put it into service: belvederectl models promote %1\n").arg(run.id);
    }
    return answer;
}

QString tableFiguresText(const std::vector<std::pair<QString, TableFigures>> &models)
{
    QStringList header{QStringLiteral("test part")};
    for (const auto &[name, figures] : models)
        header += name;
    TextTable table(header);
    const auto add = [&](const char *name, auto valueOf) {
        QStringList row{QString::fromUtf8(name)};
        bool any = false;
        for (const auto &[model, figures] : models) {
            const double value = valueOf(figures);
            any = any || std::isfinite(value);
            row += numberText(value, 4);
        }
        if (any)
            table.add(row);
    };
    for (const ClassificationFigure &figure : kClassificationFigures)
        add(figure.name, [&](const TableFigures &f) {
            return f.classification ? figure.value(*f.classification) : kNoFigure;
        });
    for (const NumberFigure &figure : kNumberFigures)
        add(figure.name, [&](const TableFigures &f) {
            return f.numbers ? *f.numbers.*figure.value : kNoFigure;
        });
    return table.toString();
}

QString tableScoreText(const RunRecord &run)
{
    if (!run.table || !run.table->test.classification)
        return numberText(run.test.all.mae, 3);
    return QStringLiteral("accuracy %1")
        .arg(numberText(run.table->test.classification->accuracy, 3));
}

Answer tableRunAnswer(const RunRecord &run, const std::optional<TableAnalysis> &analysis)
{
    const TableResult &result = *run.table;
    QJsonObject baselines;
    std::vector<std::pair<QString, TableFigures>> models{{run.spec.model, result.test}};
    for (const auto &[kind, figures] : result.baselines) {
        baselines.insert(kind, figures.toJson());
        if (kind != run.spec.model)
            models.emplace_back(kind, figures);
    }
    Answer answer;
    answer.json = run.toJson();
    answer.json.insert(QStringLiteral("run"), run.id);
    answer.json.insert(QStringLiteral("model"), run.spec.model);
    answer.json.insert(QStringLiteral("dataset"), run.spec.dataset);
    answer.json.insert(QStringLiteral("target"), run.spec.channel);
    answer.json.insert(QStringLiteral("task"), run.spec.task);
    answer.json.insert(QStringLiteral("rounds"), static_cast<qint64>(run.epochs.size()));
    answer.json.insert(QStringLiteral("epochs"), static_cast<qint64>(run.epochs.size()));
    answer.json.insert(QStringLiteral("classes"),
        QJsonArray::fromStringList(QStringList(result.classes.begin(), result.classes.end())));
    answer.json.insert(QStringLiteral("threshold"), result.threshold);
    answer.json.insert(QStringLiteral("validation"), result.validation.toJson());
    answer.json.insert(QStringLiteral("test"), result.test.toJson());
    answer.json.insert(QStringLiteral("baselines"), baselines);
    if (analysis)
        answer.json.insert(QStringLiteral("analysis"), analysis->toJson());
    answer.text =
        QStringLiteral("%1: %2 of %3 by %4, %5; %6 columns, split by %7 into %8/%9/%10 rows; %11\n")
            .arg(run.id, run.spec.channel, run.spec.dataset, run.spec.model, run.spec.task)
            .arg(result.columns.size())
            .arg(result.splitBy)
            .arg(result.trainRows)
            .arg(result.validationRows)
            .arg(result.testRows)
            .arg(durationText(run.seconds));
    answer.text += unusedText(result);
    if (result.positive >= 0)
        answer.text += QStringLiteral("\"%1\" counts from a chance of %2 on\n")
                           .arg(result.classes[static_cast<std::size_t>(result.positive)],
                               numberText(result.threshold, 3));
    answer.text += tableFiguresText(models);
    if (result.test.classification)
        answer.text += classText(result) + confusionText(result);
    if (analysis)
        answer.text += importanceText(*analysis);
    return answer;
}

} // namespace belvedere::ctl
