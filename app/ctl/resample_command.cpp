// SPDX-License-Identifier: GPL-3.0-or-later
#include "resample_command.h"

#include "data/resample.h"
#include "step_option.h"

#include <QElapsedTimer>

namespace belvedere::ctl {

namespace {

struct ResampleArguments
{
    std::string from;
    std::string into;
    double stepMs = static_cast<double>(kMsPerHour);
};

Result<Answer> resample(Session &session, const ResampleArguments &arguments)
{
    QElapsedTimer clock;
    clock.start();
    BV_TRY(const auto store, session.openCity());
    BV_TRY(Dataset dataset, store->dataset(QString::fromStdString(arguments.from)));
    BV_TRY(const auto series, store->series(dataset.name));
    BV_TRY(const Series longer, resampled(*series, static_cast<UtcMs>(arguments.stepMs)));
    dataset.name = QString::fromStdString(arguments.into);
    if (store->dataset(dataset.name))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "There is a data set %1 already. Choose another name."),
            {dataset.name}, QStringLiteral("--into"));
    BV_TRY_VOID(store->writeSeries(dataset, longer, session.context()));

    const double seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    Answer answer;
    answer.json = {{QStringLiteral("dataset"), dataset.name},
        {QStringLiteral("sites"), longer.siteCount}, {QStringLiteral("steps"), longer.axis.count},
        {QStringLiteral("stepMinutes"),
            static_cast<double>(longer.axis.stepMs) / static_cast<double>(kMsPerMinute)},
        {QStringLiteral("from"), formatUtc(longer.axis.start)},
        {QStringLiteral("to"), formatUtc(longer.axis.last())},
        {QStringLiteral("seconds"), seconds}};
    answer.text = QStringLiteral("%1: %2 sites, %3 steps of %4\n")
                      .arg(dataset.name)
                      .arg(longer.siteCount)
                      .arg(longer.axis.count)
                      .arg(durationText(static_cast<double>(longer.axis.stepMs) / 1000.0));
    return answer;
}

} // namespace

void addResampleCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "resample",
        "Make a data set of longer steps from another: counts are added up, the rest is averaged");
    const auto arguments = std::make_shared<ResampleArguments>();
    verb->add_option("DATASET", arguments->from, "What it is made from")->required();
    verb->add_option("--into", arguments->into, "Name of the new data set")
        ->required()
        ->type_name("DATASET");
    addStepOption(*verb, arguments->stepMs);
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return resample(session, *arguments); };
    });
}

} // namespace belvedere::ctl
