// SPDX-License-Identifier: GPL-3.0-or-later
#include "air_command.h"
#include "aqi_command.h"
#include "assign_command.h"
#include "compare_command.h"
#include "count_command.h"
#include "crossvalidate_command.h"
#include "demo_command.h"
#include "doctor_command.h"
#include "evaluate_command.h"
#include "export_command.h"
#include "forecast_command.h"
#include "hotspots_command.h"
#include "import_command.h"
#include "info_command.h"
#include "interruption.h"
#include "learning_curve_command.h"
#include "models_command.h"
#include "noise_command.h"
#include "predict_command.h"
#include "quality_command.h"
#ifdef BELVEDERE_UI
#include "render_command.h"
#endif
#include "resample_command.h"
#include "runs_command.h"
#include "scenario_command.h"
#include "session.h"
#include "statistics_command.h"
#include "surface_command.h"
#include "train_command.h"
#include "tune_command.h"
#include "warnings_command.h"

#include <QCoreApplication>
#ifdef BELVEDERE_UI
#include <QApplication>
#endif

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace {

/// CLI11 says of "dance" only that a verb is missing; this names the word.
std::string usageText(const CLI::App &app, const CLI::ParseError &error)
{
    const std::vector<std::string> unknown = app.remaining(true);
    const bool verbMissing =
        error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError);
    if (verbMissing && !unknown.empty() && unknown.front().rfind("-", 0) != 0)
        return "There is no verb \"" + unknown.front() + "\". See: belvederectl --help";
    return error.what();
}

/// Help and version go to standard output; what is wrong is said in the asked-for form.
int reportUsage(const CLI::App &app, const CLI::ParseError &error, bool json)
{
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::Success))
        return app.exit(error);
    const QByteArray text = QByteArray::fromStdString(usageText(app, error));
    const belvedere::Error usage{belvedere::Errc::Usage, text.constData(), {}, {}, {}};
    if (json)
        static_cast<void>(belvedere::ctl::printJson(
            {{QStringLiteral("error"), belvedere::ctl::errorJson(usage)}}));
    std::fprintf(stderr, "belvederectl: %s\n", text.constData());
    return belvedere::ctl::exitStatus(usage.code);
}

/// Only what paints needs fonts and a platform, and never a screen.
std::unique_ptr<QCoreApplication> makeApplication(int &argc, char *argv[], bool paints)
{
#ifdef BELVEDERE_UI
    if (paints) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        // A server without a session has no XDG_RUNTIME_DIR; Qt says so, and it does not matter.
        const auto before =
            qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &) {});
        auto application = std::make_unique<QApplication>(argc, argv);
        qInstallMessageHandler(before);
        return application;
    }
#else
    Q_UNUSED(paints)
#endif
    return std::make_unique<QCoreApplication>(argc, argv);
}

int run(int argc, char *argv[])
{
    using namespace belvedere::ctl;
    QCoreApplication::setApplicationName(QStringLiteral("belvedere"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BELVEDERE_VERSION));

    Session session;
    CLI::App app(
        "Belvedere without a window: bring data in, train, evaluate, forecast.", "belvederectl");
    app.set_version_flag("--version", "belvederectl " BELVEDERE_VERSION);
    app.require_subcommand(1);
    app.footer("Exit status: 0 done, 2 wrong usage or input, 3 cancelled, 1 anything else.\n"
               "belvederectl VERB --help says more about a verb.");
    session.addCommonOptions(app);
    addDemoCommand(app, session);
    addInfoCommand(app, session);
    addImportCommand(app, session);
    addCountCommand(app, session);
    addResampleCommand(app, session);
    addHotspotsCommand(app, session);
    addAssignCommand(app, session);
    addScenarioCommand(app, session);
    addQualityCommand(app, session);
    addStatisticsCommand(app, session);
    addAqiCommand(app, session);
    addAirCommand(app, session);
    addSurfaceCommand(app, session);
    addNoiseCommand(app, session);
    addWarningsCommand(app, session);
    addTrainCommand(app, session);
    addTuneCommand(app, session);
    addCrossValidateCommand(app, session);
    addLearningCurveCommand(app, session);
    addEvaluateCommand(app, session);
    addRunsCommand(app, session);
    addCompareCommand(app, session);
    addForecastCommand(app, session);
    addPredictCommand(app, session);
    addModelsCommand(app, session);
    addExportCommand(app, session);
#ifdef BELVEDERE_UI
    addRenderCommand(app, session);
#endif
    addDoctorCommand(app, session);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        const bool json = std::any_of(
            argv, argv + argc, [](const char *arg) { return std::string_view(arg) == "--json"; });
        return reportUsage(app, error, json);
    }
    const auto qtApplication = makeApplication(argc, argv, session.paints);
    watchInterruption();
    return session.finish(belvedere::detail::guarded<belvedere::Result<Answer>>(
        [&session] { return session.verb(); }));
}

} // namespace

int main(int argc, char *argv[])
{
    const int status = run(argc, argv);
    std::fflush(nullptr);
    // libtorch 1.13 takes long to strike its operators off its lists at the regular end.
    std::_Exit(status);
}
