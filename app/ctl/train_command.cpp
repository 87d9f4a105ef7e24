// SPDX-License-Identifier: GPL-3.0-or-later
#include "train_command.h"

#include "interruption.h"
#include "metrics_table.h"
#include "models/catalog/model_catalog.h"
#include "registry/train_inputs.h"
#include "significance_text.h"
#include "table_training.h"
#include "text_table.h"
#include "train_options.h"
#include "training/checkpoint_store.h"
#include "training/run_archive.h"

#include <QJsonArray>

namespace belvedere::ctl {

namespace {

/// What learns from a table if nobody says.
constexpr char kTableModel[] = "boosted";

struct TrainVerb
{
    TrainArguments train;
    TableArguments table;
    std::string resume;
    bool deploy = false;
};

QString originText(const RunRecord &run)
{
    QString text;
    if (!run.startedFrom.isEmpty())
        text += QStringLiteral("It began with the weights of %1.\n").arg(run.startedFrom);
    if (run.resumes > 0)
        text += QStringLiteral("It went on from a checkpoint %1 times.\n").arg(run.resumes);
    return text;
}

Answer trainAnswer(const std::vector<RunRecord> &group, const std::optional<ModelVersion> &deployed,
    std::int64_t stepMs)
{
    const RunRecord &run = group.front();
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
        {QStringLiteral("plannedEpochs"), run.plannedEpochs},
        {QStringLiteral("bestEpoch"), run.bestEpoch},
        {QStringLiteral("stopReason"), run.stopReason}, {QStringLiteral("seconds"), run.seconds},
        {QStringLiteral("simulated"), run.simulatedData},
        {QStringLiteral("startedFrom"), run.startedFrom}, {QStringLiteral("resumes"), run.resumes},
        {QStringLiteral("validation"), run.validation.toJson()},
        {QStringLiteral("test"), run.test.toJson()}, {QStringLiteral("baselines"), baselines}};
    if (deployed)
        answer.json.insert(QStringLiteral("deployed"), deployed->id());
    if (run.significance)
        answer.json.insert(QStringLiteral("significance"), run.significance->toJson());
    answer.text = QStringLiteral("%1: parameters %2, epochs %3, best epoch %4, %5; errors in %6\n")
                      .arg(run.id)
                      .arg(run.parameters)
                      .arg(run.epochs.size())
                      .arg(run.bestEpoch)
                      .arg(durationText(run.seconds), run.unit);
    answer.text += originText(run) + metricsTable(columns, stepMs) + eventsTable(columns, stepMs);
    if (run.significance)
        answer.text += significanceText(*run.significance, run.unit);
    QJsonArray partners;
    for (std::size_t i = 1; i < group.size(); ++i) {
        partners.append(group[i].toJson());
        answer.text += QStringLiteral("%1: %2 of %3, test MAE %4 %5\n")
                           .arg(group[i].id, group[i].spec.channel, group[i].spec.dataset,
                               numberText(group[i].test.all.mae, 3), group[i].unit);
    }
    if (!partners.isEmpty())
        answer.json.insert(QStringLiteral("partners"), partners);
    answer.text += deployed
        ? QStringLiteral("Live as %1.\n").arg(deployed->id())
        : QStringLiteral("Put it into service: belvederectl models promote %1\n").arg(run.id);
    return answer;
}

/// The runs of one training, the main one first.
Result<std::vector<RunRecord>> groupOf(const std::shared_ptr<Store> &store, const RunRecord &run)
{
    std::vector<RunRecord> group{run};
    if (run.group.isEmpty())
        return group;
    BV_TRY(std::vector<RunRecord> runs, RunArchive(store).runs());
    for (auto other = runs.rbegin(); other != runs.rend(); ++other) {
        if (other->group == run.group && other->id != run.id)
            group.push_back(std::move(*other));
    }
    return group;
}

/// What "--resume" names: a checkpoint, or "last" for the newest.
Result<TrainingCheckpoint> checkpointOf(
    const std::shared_ptr<Store> &store, CheckpointStore &checkpoints, const QString &reference)
{
    if (reference == QLatin1String("last")) {
        const std::vector<CheckpointInfo> unfinished = checkpoints.unfinished();
        return checkpoints.take(unfinished.empty() ? reference : unfinished.front().id);
    }
    if (RunArchive(store).run(reference))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Run %1 is finished, there is nothing to go on with. To learn more from its "
                "weights: belvederectl train --start-from %1 --data DATASET."),
            {reference}, QStringLiteral("--resume"));
    return checkpoints.take(reference);
}

Result<TrainInputs> inputsOf(Session &session, const TrainVerb &arguments,
    const std::shared_ptr<Store> &store, CheckpointStore &checkpoints, TrainSpec &spec)
{
    if (arguments.resume.empty()) {
        BV_TRY(spec, trainSpec(session, arguments.train));
        return loadTrainInputs(store, spec);
    }
    BV_TRY(TrainingCheckpoint checkpoint,
        checkpointOf(store, checkpoints, QString::fromStdString(arguments.resume)));
    session.note(QStringLiteral("%1 goes on after epoch %2 of %3")
                     .arg(checkpoint.info.id)
                     .arg(checkpoint.info.epoch())
                     .arg(checkpoint.info.record.plannedEpochs));
    return loadTrainInputs(store, std::move(checkpoint), spec);
}

bool isOnTable(const TrainVerb &arguments)
{
    return arguments.train.task != TrainSpec().task.toStdString();
}

/// Options that were given but say nothing to the task are an error, not silence.
Result<> checkTask(const CLI::App &verb, const TrainVerb &arguments)
{
    const bool table = isOnTable(arguments);
    const std::vector<std::string> others = table
        ? std::vector<std::string>{"--preset", "--channel", "--partner", "--start-from",
            "--history", "--horizon", "--epochs", "--budget", "--patience", "--fine-tune",
            "--event-above"}
        : tableOptionNames();
    for (const std::string &name : others) {
        if (verb.get_option(name)->count() > 0)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "Task %1 has no option %2. Leave it out."),
                {QString::fromStdString(arguments.train.task), QString::fromStdString(name)},
                QString::fromStdString(name));
    }
    return {};
}

Result<Answer> train(Session &session, const CLI::App &verb, TrainVerb arguments)
{
    BV_TRY_VOID(checkTask(verb, arguments));
    if (isOnTable(arguments)) {
        if (verb.get_option("--model")->count() == 0)
            arguments.train.model = kTableModel;
        BV_TRY(const TrainSpec spec, tableSpec(session, arguments.train, arguments.table));
        return trainOnTable(session, spec, arguments.deploy);
    }
    // What is wrong in the arguments is said before what is wrong with the city.
    if (arguments.resume.empty())
        BV_TRY_VOID(trainSpec(session, arguments.train).map([](const TrainSpec &) {}));
    BV_TRY(const auto store, session.openCity());
    CheckpointStore checkpoints(store->directory());
    TrainSpec spec;
    BV_TRY(TrainInputs inputs, inputsOf(session, arguments, store, checkpoints, spec));
    const std::shared_ptr<const ChannelHistory> history = inputs.history;

    QString checkpointId;
    TrainerHooks hooks;
    hooks.onEpoch = [&](const EpochReport &report) {
        session.note(epochText(report, history->channel.unit));
    };
    hooks.pausing = [] { return interrupted(); };
    hooks.onCheckpoint = [&](const TrainingCheckpoint &checkpoint) {
        checkpointId = checkpoint.info.id;
        return checkpoints.write(checkpoint);
    };
    auto outcome =
        trainForecaster(spec, std::move(inputs), modelCatalog(), session.context(), hooks);
    if (!outcome) {
        if (outcome.error().code == Errc::Cancelled && !checkpointId.isEmpty())
            session.note(
                QStringLiteral("Go on with: belvederectl train --resume %1").arg(checkpointId));
        return failure(std::move(outcome.error()));
    }
    const QString finished = outcome->checkpointId;
    BV_TRY(const RunRecord run, RunArchive(store).add(std::move(*outcome)));
    if (!finished.isEmpty())
        BV_TRY_VOID(checkpoints.remove(finished));
    std::optional<ModelVersion> deployed;
    if (arguments.deploy) {
        BV_TRY(deployed, Registry(store).deploy(run.id));
    }
    BV_TRY(const std::vector<RunRecord> group, groupOf(store, run));
    return trainAnswer(group, deployed, history->axis.stepMs);
}

} // namespace

void addTrainCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(
        app, "train", "Train a model, evaluate it on the test part and keep the run");
    const auto arguments = std::make_shared<TrainVerb>();
    std::vector<std::string> tasks = tableTasks();
    tasks.insert(tasks.begin(), arguments->train.task);
    addTrainOptions(*verb, arguments->train, tasks);
    addTableOptions(*verb, arguments->table);
    verb->footer(verb->get_footer() + tableSettingsHelp().toStdString());
    CLI::Option *resume = verb->add_option("--resume", arguments->resume,
                                  "Go on with an interrupted training; \"last\" is the newest one")
                              ->type_name("CHECKPOINT");
    // A training goes on as it began.
    std::vector<std::string> names = trainOptionNames();
    for (std::string &name : tableOptionNames())
        names.push_back(std::move(name));
    for (const std::string &name : names)
        resume->excludes(verb->get_option(name));
    verb->add_flag("--deploy", arguments->deploy, "Put the model into service afterwards");
    verb->callback([arguments, verb, &session] {
        session.verb = [arguments, verb, &session] { return train(session, *verb, *arguments); };
    });
}

} // namespace belvedere::ctl
