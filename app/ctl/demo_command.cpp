// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo_command.h"

#include "base/utc_time.h"
#include "simulation/demo_city.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

namespace belvedere::ctl {

namespace {

struct DemoArguments
{
    std::string directory;
    int days = DemoOptions().days;
    DemoSize size = DemoSize::Medium;
    std::string end;
};

Result<Answer> makeDemo(Session &session, const DemoArguments &arguments)
{
    QElapsedTimer clock;
    clock.start();
    DemoOptions options;
    options.size = arguments.size;
    options.days = arguments.days;
    options.seed = session.options.seed.value_or(options.seed);
    if (!arguments.end.empty()) {
        BV_TRY(options.end, parseTime(QString::fromStdString(arguments.end), QTimeZone::utc()));
    }
    const QString directory = QString::fromStdString(arguments.directory);
    BV_TRY(const auto store, makeDemoCity(directory, options, session.context()));
    BV_TRY(const auto network, store->roadNetwork());
    BV_TRY(const auto datasets, store->datasets());
    qint64 sites = 0;
    for (const Dataset &dataset : datasets)
        sites += static_cast<qint64>(dataset.sites.size());

    Answer answer;
    const double seconds = static_cast<double>(clock.elapsed()) / 1000.0;
    const auto links = static_cast<qint64>(network->links().size());
    answer.json = {{QStringLiteral("city"), QFileInfo(directory).absoluteFilePath()},
        {QStringLiteral("sites"), sites}, {QStringLiteral("links"), links},
        {QStringLiteral("days"), options.days}, {QStringLiteral("seconds"), seconds},
        {QStringLiteral("simulated"), true},
        {QStringLiteral("seed"), static_cast<qint64>(options.seed)}};
    answer.text = QStringLiteral("Simulated city in %1: %2 sites, %3 road links, %4 days (%5).\n")
                      .arg(QDir::toNativeSeparators(directory))
                      .arg(sites)
                      .arg(links)
                      .arg(options.days)
                      .arg(durationText(seconds));
    return answer;
}

} // namespace

void addDemoCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "demo", "Make the simulated demo city");
    const auto arguments = std::make_shared<DemoArguments>();
    verb->add_option("DIR", arguments->directory, "Folder of the new city")->required();
    verb->add_option("--days", arguments->days, "Days that it has recorded")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    verb->add_option("--size", arguments->size, "small, medium (default) or large")
        ->transform(CLI::CheckedTransformer(std::map<std::string, DemoSize>{
            {"small", DemoSize::Small}, {"medium", DemoSize::Medium}, {"large", DemoSize::Large}}))
        ->type_name("SIZE");
    verb->add_option("--end", arguments->end, "Last day of the recording (default: today, UTC)")
        ->type_name("TIME");
    verb->callback([arguments, &session] {
        session.verb = [arguments, &session] { return makeDemo(session, *arguments); };
    });
}

} // namespace belvedere::ctl
