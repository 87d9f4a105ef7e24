// SPDX-License-Identifier: GPL-3.0-or-later
#include "evaluate_command.h"

#include "data/store/stored_history.h"
#include "metrics_table.h"
#include "models/catalog/model_catalog.h"
#include "models/catalog/table_catalog.h"
#include "registry/table_runs.h"
#include "run_reference.h"
#include "table_training.h"

#include <QElapsedTimer>

namespace belvedere::ctl {

namespace {

struct EvaluateArguments
{
    std::string reference;
    std::string dataset;
    std::vector<double> eventsAbove;
};

Result<Answer> evaluateOnTable(Session &session, const std::shared_ptr<Store> &store,
    const RunRecord &run, const QString &table)
{
    BV_TRY(const TableFigures figures,
        evaluateTableRun(store, tableCatalog(), run.id, table, session.context()));
    Answer answer;
    answer.json = figures.toJson();
    answer.json.insert(QStringLiteral("test"), figures.toJson());
    answer.json.insert(QStringLiteral("run"), run.id);
    answer.json.insert(QStringLiteral("model"), run.spec.model);
    answer.json.insert(QStringLiteral("task"), run.spec.task);
    answer.json.insert(
        QStringLiteral("dataset"), table.isEmpty() ? run.spec.dataset : table);
    answer.json.insert(QStringLiteral("target"), run.spec.channel);
    answer.text = tableFiguresText({{run.id, figures}});
    return answer;
}

Result<Answer> evaluate(Session &session, const EvaluateArguments &arguments)
{
    QElapsedTimer clock;
    clock.start();
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const RunRecord run, runByReference(store, QString::fromStdString(arguments.reference)));
    if (run.table)
        return evaluateOnTable(session, store, run, QString::fromStdString(arguments.dataset));
    BV_TRY(const ModelState state, RunArchive(store).model(run.id));
    BV_TRY(const auto model, modelCatalog().load(state));

    const QString datasetName =
        arguments.dataset.empty() ? run.spec.dataset : QString::fromStdString(arguments.dataset);
    const ModelSpec &spec = model->spec();
    BV_TRY(const Dataset dataset, store->dataset(datasetName));
    BV_TRY(const auto history, storedHistory(*store, dataset, spec.channel, spec.siteCodes));
    BV_TRY(const Split split, chronologicalSplit(history->axis.count, spec.shape, run.spec.split));
    BV_TRY(ForecastMetrics metrics,
        evaluateForecaster(*model, *history, split.test, session.context()));
    BV_TRY(metrics.events,
        evaluateEvents(*model, *history, split.validation, split.test, arguments.eventsAbove,
            session.context()));

    Answer answer;
    answer.json =
        metrics.toJson(); // scripts find the figures here and, as after `train`, in `test`
    answer.json.insert(QStringLiteral("test"), metrics.toJson());
    answer.json.insert(QStringLiteral("run"), run.id);
    answer.json.insert(QStringLiteral("model"), run.spec.model);
    answer.json.insert(QStringLiteral("dataset"), datasetName);
    answer.json.insert(QStringLiteral("channel"), spec.channel);
    answer.json.insert(QStringLiteral("unit"), history->channel.unit);
    answer.json.insert(QStringLiteral("windows"), split.test.count);
    answer.json.insert(QStringLiteral("simulated"), dataset.simulated);
    answer.json.insert(QStringLiteral("seconds"), static_cast<double>(clock.elapsed()) / 1000.0);
    answer.text = QStringLiteral("%1 on %2, %3 windows; errors in %4\n")
                      .arg(run.id, datasetName)
                      .arg(split.test.count)
                      .arg(history->channel.unit)
        + metricsTable({{run.spec.model, metrics}}, history->axis.stepMs)
        + eventsTable({{run.spec.model, metrics}}, history->axis.stepMs);
    return answer;
}

} // namespace

void addEvaluateCommand(CLI::App &app, Session &session)
{
    CLI::App *verb =
        session.addVerb(app, "evaluate", "Compute the figures of a run or model again");
    const auto arguments = std::make_shared<EvaluateArguments>();
    verb->add_option(
            "RUN|MODEL", arguments->reference, "r0007-neural, traffic-speed/3, traffic-speed")
        ->required();
    verb->add_option("--data", arguments->dataset,
            "Another data set with the same sites (default: the one it learned from)")
        ->type_name("DATASET");
    verb->add_option("--event-above", arguments->eventsAbove,
            "Score alarms too: CSI, POD and FAR of exceeding this value; may be given repeatedly")
        ->type_name("VALUE")
        ->allow_extra_args(false);
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return evaluate(session, *arguments); };
    });
}

} // namespace belvedere::ctl
