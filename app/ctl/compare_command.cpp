// SPDX-License-Identifier: GPL-3.0-or-later
#include "compare_command.h"

#include "models/catalog/model_catalog.h"
#include "run_reference.h"
#include "significance_text.h"
#include "training/run_tools.h"

namespace belvedere::ctl {

namespace {

struct CompareArguments
{
    std::string run;
    std::string rival;
};

Result<Answer> compare(Session &session, const CompareArguments &arguments)
{
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const RunRecord run, runByReference(store, QString::fromStdString(arguments.run)));
    BV_TRY(const RunRecord rival, runByReference(store, QString::fromStdString(arguments.rival)));
    BV_TRY(const Significance significance,
        compareRuns(store, modelCatalog(), run.id, rival.id, session.context()));
    Answer answer;
    answer.json = significance.toJson();
    answer.json.insert(QStringLiteral("run"), run.id);
    answer.json.insert(QStringLiteral("unit"), run.unit);
    answer.text = run.id + QLatin1String(": ") + significanceText(significance, run.unit);
    return answer;
}

} // namespace

void addCompareCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "compare",
        "Whether one run is better than another, or was only lucky with the days of the test part");
    const auto arguments = std::make_shared<CompareArguments>();
    verb->add_option("RUN", arguments->run, "r0007-neural, traffic-speed/3, traffic-speed")
        ->required();
    verb->add_option("RIVAL", arguments->rival, "The run that it is compared with")->required();
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return compare(session, *arguments); };
    });
}

} // namespace belvedere::ctl
