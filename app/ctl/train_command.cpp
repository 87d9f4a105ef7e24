// SPDX-License-Identifier: GPL-3.0-or-later
#include "train_command.h"

#include "data/store/stored_history.h"
#include "metrics_table.h"
#include "models/catalog/model_catalog.h"
#include "registry/registry.h"
#include "text_table.h"
#include "training/run_archive.h"

namespace belvedere::ctl {

namespace {

struct TrainArguments
{
    std::string dataset;
    std::string task = "forecast";
    std::string model = "neural";
    std::string channel;
    int history = TrainSpec().history;
    int horizon = TrainSpec().horizon;
    std::string split = "0.7,0.1,0.2";
    int epochs = TrainSpec().epochs;
    double budgetSeconds = 0.0;
    int patience = TrainSpec().patience;
    bool deploy = false;
    std::vector<std::string> settings;
};

/// "width=64" as JSON: numbers and true/false as such, everything else as text.
Result<QJsonObject> modelOptions(const std::vector<std::string> &settings)
{
    QJsonObject options;
    for (const std::string &setting : settings) {
        const QString text = QString::fromStdString(setting);
        const qsizetype equals = text.indexOf(QLatin1Char('='));
        if (equals < 1)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "\"%1\" is not of the form option=value."), {text},
                QStringLiteral("--set"));
        const QString value = text.mid(equals + 1);
        bool isNumber = false;
        const double number = value.toDouble(&isNumber);
        QJsonValue json = value;
        if (isNumber)
            json = number;
        else if (value == QLatin1String("true") || value == QLatin1String("false"))
            json = value == QLatin1String("true");
        options.insert(text.left(equals), json);
    }
    return options;
}

Result<TrainSpec> trainSpec(const Session &session, const TrainArguments &arguments)
{
    TrainSpec spec;
    spec.dataset = QString::fromStdString(arguments.dataset);
    spec.task = QString::fromStdString(arguments.task);
    spec.model = QString::fromStdString(arguments.model);
    spec.channel = QString::fromStdString(arguments.channel);
    spec.history = arguments.history;
    spec.horizon = arguments.horizon;
    BV_TRY(spec.split, parseSplit(QString::fromStdString(arguments.split)));
    spec.epochs = arguments.epochs;
    spec.patience = arguments.patience;
    spec.budgetSeconds = arguments.budgetSeconds;
    spec.seed = session.options.seed.value_or(spec.seed);
    spec.threads = session.threads();
    BV_TRY(spec.options, modelOptions(arguments.settings));
    return spec;
}

QString epochText(const EpochReport &report, const QString &unit)
{
    return QStringLiteral("epoch %1: training loss %2, validation MAE %3 %4, %5%6")
        .arg(report.epoch)
        .arg(numberText(report.trainLoss, 4), numberText(report.validationMae, 3), unit,
            durationText(report.seconds),
            report.best ? QStringLiteral(", best so far") : QString());
}

Answer trainAnswer(
    const RunRecord &run, const std::optional<ModelVersion> &deployed, std::int64_t stepMs)
{
    QJsonObject baselines;
    std::vector<std::pair<QString, ForecastMetrics>> columns{{run.spec.model, run.test}};
    for (const auto &[kind, metrics] : run.baselines) {
        baselines.insert(kind, metrics.toJson());
        if (kind != run.spec.model)
            columns.emplace_back(kind, metrics);
    }
    Answer answer;
    answer.json = {{QStringLiteral("run"), run.id}, {QStringLiteral("model"), run.spec.model},
        {QStringLiteral("dataset"), run.spec.dataset},
        {QStringLiteral("channel"), run.spec.channel}, {QStringLiteral("unit"), run.unit},
        {QStringLiteral("parameters"), run.parameters},
        {QStringLiteral("epochs"), static_cast<qint64>(run.epochs.size())},
        {QStringLiteral("bestEpoch"), run.bestEpoch},
        {QStringLiteral("stopReason"), run.stopReason}, {QStringLiteral("seconds"), run.seconds},
        {QStringLiteral("simulated"), run.simulatedData},
        {QStringLiteral("validation"), run.validation.toJson()},
        {QStringLiteral("test"), run.test.toJson()}, {QStringLiteral("baselines"), baselines}};
    if (deployed)
        answer.json.insert(QStringLiteral("deployed"), deployed->id());
    answer.text = QStringLiteral("%1: parameters %2, epochs %3, best epoch %4, %5; errors in %6\n")
                      .arg(run.id)
                      .arg(run.parameters)
                      .arg(run.epochs.size())
                      .arg(run.bestEpoch)
                      .arg(durationText(run.seconds), run.unit);
    answer.text += metricsTable(columns, stepMs);
    answer.text += deployed
        ? QStringLiteral("Live as %1.\n").arg(deployed->id())
        : QStringLiteral("Put it into service: belvederectl models promote %1\n").arg(run.id);
    return answer;
}

Result<Answer> train(Session &session, const TrainArguments &arguments)
{
    BV_TRY(TrainSpec spec, trainSpec(session, arguments));
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const Dataset dataset, store->dataset(spec.dataset));
    if (spec.channel.isEmpty() && !dataset.channels.empty())
        spec.channel = dataset.channels.front().key;
    BV_TRY(const auto history, storedHistory(*store, dataset, spec.channel));

    TrainerHooks hooks;
    hooks.onEpoch = [&](const EpochReport &report) {
        session.note(epochText(report, history->channel.unit));
    };
    BV_TRY(auto outcome, trainForecaster(spec, {history}, modelCatalog(), session.context(), hooks));
    outcome.record.simulatedData = dataset.simulated;
    BV_TRY(const RunRecord run, RunArchive(store).add(std::move(outcome)));
    std::optional<ModelVersion> deployed;
    if (arguments.deploy) {
        BV_TRY(deployed, Registry(store).deploy(run.id));
    }
    return trainAnswer(run, deployed, history->axis.stepMs);
}

/// The settings of all models, as they stand in the catalog.
std::string settingsHelp()
{
    QString help;
    for (const ForecasterFactory::Kind &kind : modelCatalog().kinds()) {
        TextTable table({QStringLiteral("--set of ") + kind.kind, QStringLiteral("default"),
            QStringLiteral("range"), QString()});
        for (const OptionSpec &option : kind.options) {
            table.add({QLatin1String("  ") + option.name, QString::number(option.standard),
                QStringLiteral("%1 … %2").arg(option.least).arg(option.most),
                QString::fromUtf8(option.description)});
        }
        if (!kind.options.empty())
            help += table.toString();
    }
    return help.toStdString();
}

void addTrainOptions(CLI::App &verb, TrainArguments &arguments)
{
    verb.add_option("--data", arguments.dataset, "Data set to learn from")
        ->required()
        ->type_name("DATASET");
    verb.add_option("--task", arguments.task, "What to learn")
        ->check(CLI::IsMember({"forecast"}))
        ->capture_default_str();
    QStringList kinds;
    for (const ForecasterFactory::Kind &kind : modelCatalog().kinds())
        kinds.append(kind.kind);
    verb.add_option("--model", arguments.model, kinds.join(QStringLiteral(", ")).toStdString())
        ->type_name("MODEL")
        ->capture_default_str();
    verb.add_option("--channel", arguments.channel, "Quantity (default: the data set's first)")
        ->type_name("CHANNEL");
    verb.add_option("--history", arguments.history, "Steps that the model sees")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    verb.add_option("--horizon", arguments.horizon, "Steps that it forecasts")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    verb.add_option("--split", arguments.split, "Shares for training, validation and test, in time")
        ->type_name("A,B,C")
        ->capture_default_str();
    verb.add_option("--epochs", arguments.epochs, "Passes over the training part, at most")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    verb.add_option("--budget", arguments.budgetSeconds, "Return the best model found in that time")
        ->check(CLI::PositiveNumber)
        ->type_name("SECONDS");
    verb.add_option("--patience", arguments.patience, "Epochs without progress before it stops")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    verb.add_flag("--deploy", arguments.deploy, "Put the model into service afterwards");
    verb.add_option("--set", arguments.settings, "A setting of the model; may be given repeatedly")
        ->type_name("OPTION=VALUE")
        ->allow_extra_args(false);
}

} // namespace

void addTrainCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(
        app, "train", "Train a model, evaluate it on the test part and keep the run");
    const auto arguments = std::make_shared<TrainArguments>();
    addTrainOptions(*verb, *arguments);
    verb->footer(settingsHelp());
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return train(session, *arguments); };
    });
}

} // namespace belvedere::ctl
