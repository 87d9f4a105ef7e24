// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs_command.h"

#include "analysis_text.h"
#include "metrics_table.h"
#include "models/catalog/model_catalog.h"
#include "run_reference.h"
#include "significance_text.h"
#include "table_training.h"
#include "text_table.h"
#include "training/checkpoint_store.h"
#include "training/run_tools.h"

#include <QJsonArray>

namespace belvedere::ctl {

namespace {

/// Trainings that were interrupted, for scripts and for people.
void addUnfinished(const std::vector<CheckpointInfo> &unfinished, Answer &answer)
{
    QJsonArray list;
    for (const CheckpointInfo &info : unfinished) {
        list.append(QJsonObject{{QStringLiteral("checkpoint"), info.id},
            {QStringLiteral("written"), formatUtc(info.written)},
            {QStringLiteral("epochs"), info.epoch()},
            {QStringLiteral("plannedEpochs"), info.record.plannedEpochs},
            {QStringLiteral("spec"), info.record.spec.toJson()}});
        answer.text += QStringLiteral("Interrupted after epoch %1 of %2, %3 on %4: belvederectl "
                                      "train --resume %5\n")
                           .arg(info.epoch())
                           .arg(info.record.plannedEpochs)
                           .arg(info.record.spec.model, info.record.spec.dataset, info.id);
    }
    answer.json.insert(QStringLiteral("unfinished"), list);
}

Answer listRuns(const std::vector<RunRecord> &runs, const std::vector<CheckpointInfo> &unfinished)
{
    QJsonArray list;
    TextTable table({QStringLiteral("run"), QStringLiteral("started"), QStringLiteral("data set"),
        QStringLiteral("channel"), QStringLiteral("epochs"), QStringLiteral("seconds"),
        QStringLiteral("test MAE"), QStringLiteral("unit")});
    for (const RunRecord &run : runs) {
        list.append(run.toJson());
        table.add({run.id, formatUtc(run.started), run.spec.dataset, run.spec.channel,
            QString::number(run.epochs.size()), numberText(run.seconds, 1),
            tableScoreText(run), run.unit});
    }
    Answer answer;
    answer.json.insert(QStringLiteral("runs"), list);
    answer.text = runs.empty()
        ? QStringLiteral("No runs yet: belvederectl train --data DATASET --model seasonal\n")
        : table.toString();
    addUnfinished(unfinished, answer);
    return answer;
}

Answer showRun(
    const RunRecord &run, const std::optional<RunAnalysis> &analysis, std::int64_t stepMs)
{
    std::vector<std::pair<QString, ForecastMetrics>> columns{{run.spec.model, run.test}};
    for (const auto &[kind, metrics] : run.baselines) {
        if (kind != run.spec.model)
            columns.emplace_back(kind, metrics);
    }
    Answer answer;
    answer.json = run.toJson();
    answer.text =
        QStringLiteral("%1, started %2: %3, %4 of %5%6, seed %7, threads %8, code %9\n")
            .arg(run.id, formatUtc(run.started), run.spec.model, run.spec.channel, run.spec.dataset,
                run.simulatedData ? QStringLiteral(" (simulated)") : QString())
            .arg(run.spec.seed)
            .arg(run.spec.threads)
            .arg(run.codeVersion);
    answer.text +=
        QStringLiteral("parameters %1, epochs %2, best epoch %3, ended by %4, %5; errors in %6\n")
            .arg(run.parameters)
            .arg(run.epochs.size())
            .arg(run.bestEpoch)
            .arg(run.stopReason, durationText(run.seconds), run.unit);
    answer.text += metricsTable(columns, stepMs) + eventsTable(columns, stepMs);
    if (run.significance)
        answer.text += significanceText(*run.significance, run.unit);
    if (analysis) {
        answer.json.insert(QStringLiteral("analysis"), analysis->toJson());
        answer.text += analysisText(*analysis);
    } else {
        answer.text +=
            QStringLiteral("Where it errs: belvederectl runs %1 --analyse\n").arg(run.id);
    }
    return answer;
}

struct RunsArguments
{
    std::string reference;
    bool analyse = false;
};

Result<Answer> runs(Session &session, const RunsArguments &arguments)
{
    BV_TRY(const auto store, session.openCity());
    if (arguments.reference.empty()) {
        BV_TRY(const auto runs, RunArchive(store).runs());
        return listRuns(runs, CheckpointStore(store->directory()).unfinished());
    }
    BV_TRY(const RunRecord run, runByReference(store, QString::fromStdString(arguments.reference)));
    if (run.table) {
        BV_TRY(const TableAnalysis analysis, RunArchive(store).tableAnalysis(run.id));
        return tableRunAnswer(run, analysis);
    }
    std::optional<RunAnalysis> analysis;
    if (arguments.analyse) {
        BV_TRY(analysis, analyseRun(store, modelCatalog(), run.id, session.context()));
    } else {
        BV_TRY(analysis, RunArchive(store).analysis(run.id));
    }
    // The data may have been removed since.
    const auto dataset = store->dataset(run.spec.dataset);
    return showRun(run, analysis, dataset ? dataset->axis.stepMs : 0);
}

} // namespace

void addRunsCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "runs", "List the trainings, or show one");
    const auto arguments = std::make_shared<RunsArguments>();
    verb->add_option("RUN", arguments->reference, "The run to show; without it all are listed");
    verb->add_flag("--analyse", arguments->analyse,
        "Work out where a run errs, if it was trained by a version that did not");
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return runs(session, *arguments); };
    });
}

} // namespace belvedere::ctl
