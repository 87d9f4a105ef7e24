// SPDX-License-Identifier: GPL-3.0-or-later
#include "runs_command.h"

#include "metrics_table.h"
#include "run_reference.h"
#include "text_table.h"

#include <QJsonArray>

namespace belvedere::ctl {

namespace {

Answer listRuns(const std::vector<RunRecord> &runs)
{
    QJsonArray list;
    TextTable table({QStringLiteral("run"), QStringLiteral("started"), QStringLiteral("data set"),
        QStringLiteral("channel"), QStringLiteral("epochs"), QStringLiteral("seconds"),
        QStringLiteral("test MAE"), QStringLiteral("unit")});
    for (const RunRecord &run : runs) {
        list.append(run.toJson());
        table.add({run.id, formatUtc(run.started), run.spec.dataset, run.spec.channel,
            QString::number(run.epochs.size()), numberText(run.seconds, 1),
            numberText(run.test.all.mae, 3), run.unit});
    }
    Answer answer;
    answer.json.insert(QStringLiteral("runs"), list);
    answer.text = runs.empty()
        ? QStringLiteral("No runs yet: belvederectl train --data DATASET --model seasonal\n")
        : table.toString();
    return answer;
}

Answer showRun(const RunRecord &run, std::int64_t stepMs)
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
    answer.text += metricsTable(columns, stepMs);
    return answer;
}

} // namespace

void addRunsCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "runs", "List the trainings, or show one");
    const auto reference = std::make_shared<std::string>();
    verb->add_option("RUN", *reference, "The run to show; without it all are listed");
    verb->callback([reference, &session] {
        session.verb = [reference, &session]() -> Result<Answer> {
            BV_TRY(const auto store, session.openCity());
            if (reference->empty()) {
                BV_TRY(const auto runs, RunArchive(store).runs());
                return listRuns(runs);
            }
            BV_TRY(const RunRecord run, runByReference(store, QString::fromStdString(*reference)));
            // The data may have been removed since.
            const auto dataset = store->dataset(run.spec.dataset);
            return showRun(run, dataset ? dataset->axis.stepMs : 0);
        };
    });
}

} // namespace belvedere::ctl
