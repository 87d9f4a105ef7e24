// SPDX-License-Identifier: GPL-3.0-or-later
#include "session.h"

#include "base/task_pools.h"
#include "data/store/sqlite_store.h"
#include "interruption.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <cstdio>

namespace belvedere::ctl {

namespace {

QLatin1String codeName(Errc code)
{
    switch (code) {
    case Errc::Cancelled:
        return QLatin1String("cancelled");
    case Errc::Usage:
        return QLatin1String("usage");
    case Errc::NotFound:
        return QLatin1String("not-found");
    case Errc::Io:
        return QLatin1String("io");
    case Errc::Parse:
        return QLatin1String("parse");
    case Errc::Schema:
        return QLatin1String("schema");
    case Errc::Shape:
        return QLatin1String("shape");
    case Errc::Numeric:
        return QLatin1String("numeric");
    case Errc::Model:
        return QLatin1String("model");
    case Errc::Busy:
        return QLatin1String("busy");
    case Errc::Internal:
        break;
    }
    return QLatin1String("internal");
}

bool print(const QByteArray &bytes)
{
    const bool written =
        std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout)
        == static_cast<std::size_t>(bytes.size());
    return std::fflush(stdout) == 0 && written;
}

} // namespace

int exitStatus(Errc code)
{
    switch (code) {
    case Errc::Cancelled:
        return 3;
    case Errc::Usage:
    case Errc::NotFound:
    case Errc::Parse:
    case Errc::Schema:
    case Errc::Shape:
        return 2;
    default:
        return 1;
    }
}

QJsonObject errorJson(const Error &error)
{
    QJsonObject json{{QStringLiteral("code"), codeName(error.code)},
        {QStringLiteral("message"), error.message()}};
    if (!error.where.isEmpty())
        json.insert(QStringLiteral("where"), error.where);
    return json;
}

bool printJson(const QJsonObject &json)
{
    return print(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
}

void Session::addCommonOptions(CLI::App &app)
{
    const std::string group = "Common options";
    app.add_option(
           "--city", options.city, "City folder (default: $BELVEDERE_CITY, else ./belvedere.city)")
        ->type_name("DIR")
        ->group(group);
    app.add_flag("--json", options.json, "Print one JSON object on standard output")->group(group);
    app.add_option("--threads", options.threads,
           "Threads for numerical work (default: one less than the machine has)")
        ->check(CLI::Range(1, 1024))
        ->type_name("N")
        ->group(group);
    app.add_option("--seed", options.seed, "Seed of everything random")
        ->type_name("N")
        ->group(group);
    app.add_flag("--quiet", options.quiet, "No progress and no remarks on standard error")
        ->group(group);
}

CLI::App *Session::addVerb(
    CLI::App &parent, const std::string &name, const std::string &description)
{
    CLI::App *verbApp = parent.add_subcommand(name, description);
    addCommonOptions(*verbApp);
    return verbApp;
}

int Session::threads() const
{
    return options.threads > 0 ? options.threads : trainingThreads();
}

QString Session::cityDirectory() const
{
    if (!options.city.empty())
        return QString::fromStdString(options.city);
    const QString fromEnvironment = qEnvironmentVariable("BELVEDERE_CITY");
    return fromEnvironment.isEmpty() ? QStringLiteral("belvedere.city") : fromEnvironment;
}

Result<std::shared_ptr<Store>> Session::openCity() const
{
    const QString directory = cityDirectory();
    if (!QFileInfo::exists(directory))
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error",
                "There is no city in %1. Name its folder with --city DIR or in BELVEDERE_CITY, or "
                "make one: belvederectl demo DIR."),
            {QDir::toNativeSeparators(directory)});
    return SqliteStore::open(directory);
}

TaskContext Session::context()
{
    if (!m_progress)
        m_progress = std::make_unique<ProgressLine>(!options.quiet);
    TaskContext context;
    context.threads = threads();
    context.cancelled = [] { return interrupted(); };
    context.progress = [this](qint64 done, qint64 total, const QString &text) {
        m_progress->report(done, total, text);
    };
    return context;
}

void Session::note(const QString &text)
{
    if (options.quiet)
        return;
    if (m_progress)
        m_progress->clear();
    std::fprintf(stderr, "%s\n", text.toUtf8().constData());
}

int Session::finish(const Result<Answer> &result)
{
    if (m_progress)
        m_progress->clear();
    std::optional<Error> error;
    if (!result)
        error = result.error();
    else
        error = result->error;

    bool printed = true;
    if (options.json) {
        QJsonObject json = result ? result->json : QJsonObject();
        if (error)
            json.insert(QStringLiteral("error"), errorJson(*error));
        printed = printJson(json);
    } else if (!error) {
        printed = print(result->text.toUtf8());
    }
    if (error) {
        std::fprintf(stderr, "belvederectl: %s\n", error->message().toUtf8().constData());
        return exitStatus(error->code);
    }
    if (!printed) {
        std::fputs("belvederectl: standard output could not be written.\n", stderr);
        return 1;
    }
    return 0;
}

} // namespace belvedere::ctl
