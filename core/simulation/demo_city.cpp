// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/demo_city.h"

#include "data/store/sqlite_store.h"
#include "simulation/demo_contents.h"
#include "simulation/progress_part.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace belvedere {

namespace {

constexpr const char *kCollection = "demo";
constexpr const char *kDocument = "options";
constexpr double kMakingShare = 0.5; // of the time; the rest is writing

QString sizeName(DemoSize size)
{
    switch (size) {
    case DemoSize::Small:
        return QStringLiteral("small");
    case DemoSize::Medium:
        break;
    case DemoSize::Large:
        return QStringLiteral("large");
    }
    return QStringLiteral("medium");
}

/// As they were asked for: a city that ended "today" when it was made is still that city tomorrow.
QJsonObject toJson(const DemoOptions &options)
{
    return {{QStringLiteral("size"), sizeName(options.size)},
        {QStringLiteral("days"), options.days},
        {QStringLiteral("seed"), QString::number(options.seed)},
        {QStringLiteral("end"), QString::number(options.end)}};
}

Result<> fill(Store &store, const simulation::DemoContents &city, const DemoOptions &options,
    const TaskContext &context)
{
    BV_TRY_VOID(store.setGround(city.network, city.backdrop));
    BV_TRY_VOID(store.writeIncidents(city.incidents));
    BV_TRY_VOID(store.writeIncidents(city.calls));
    BV_TRY_VOID(store.writeSeries(
        city.weather.dataset, city.weather.series, simulation::progressPart(context, 0.0, 0.02)));
    BV_TRY_VOID(store.writeSeries(
        city.air.dataset, city.air.series, simulation::progressPart(context, 0.02, 0.05)));
    BV_TRY_VOID(store.writeSeries(
        city.traffic.dataset, city.traffic.series, simulation::progressPart(context, 0.05, 1.0)));
    if (context.cancelled())
        return cancelledFailure();
    return store.writeDocuments(
        QLatin1String(kCollection), {{QLatin1String(kDocument), toJson(options)}});
}

/// The demo city that `directory` holds, if its options are these.
Result<std::shared_ptr<Store>> existing(const QString &directory, const DemoOptions &options)
{
    auto opened = SqliteStore::open(directory);
    if (!opened && opened.error().code != Errc::NotFound)
        return opened;
    if (opened) {
        BV_TRY(const std::vector<Document> documents,
            (*opened)->documents(QLatin1String(kCollection)));
        for (const Document &document : documents) {
            if (document.id == QLatin1String(kDocument) && document.body == toJson(options))
                return opened;
        }
        if (!documents.empty())
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "%1 holds a demo city that was made with other options. Choose another "
                    "folder, or remove this one first."),
                {directory});
    }
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error",
            "%1 holds something else than a demo city. Choose a folder that is empty or does "
            "not exist yet."),
        {directory});
}

tl::unexpected<Error> notWritable(const QString &directory)
{
    return failure(Errc::Io,
        QT_TRANSLATE_NOOP("Error",
            "The folder %1 cannot be made. Check the disk and the permissions of the folder "
            "above it."),
        {directory});
}

} // namespace

Result<std::shared_ptr<Store>> makeDemoCity(
    const QString &directory, const DemoOptions &options, const TaskContext &context)
{
    const QFileInfo target(directory);
    if (target.exists()
        && (!target.isDir()
            || !QDir(directory).isEmpty(
                QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)))
        return existing(directory, options);

    DemoOptions resolved = options;
    if (resolved.end == 0)
        resolved.end = QDateTime::currentMSecsSinceEpoch() / kMsPerDay * kMsPerDay;
    BV_TRY(const simulation::DemoContents city,
        simulation::demoContents(resolved, simulation::progressPart(context, 0.0, kMakingShare)));

    // Beside the target, so that the last step is a rename within one file system.
    const QDir parent = target.absoluteDir();
    if (!parent.mkpath(QStringLiteral(".")))
        return notWritable(directory);
    QTemporaryDir partial(parent.filePath(QStringLiteral(".%1.XXXXXX").arg(target.fileName())));
    if (!partial.isValid())
        return notWritable(directory);
    {
        const QString inside = QDir(partial.path()).filePath(QStringLiteral("city"));
        BV_TRY(const std::shared_ptr<Store> store, SqliteStore::openOrCreate(inside, city.info));
        BV_TRY_VOID(
            fill(*store, city, options, simulation::progressPart(context, kMakingShare, 1.0)));
        // An empty folder may be there; it makes room. Whoever filled it meanwhile keeps it.
        parent.rmdir(target.fileName());
        if (context.cancelled())
            return cancelledFailure();
        if (!QDir().rename(inside, target.absoluteFilePath()))
            return QFileInfo::exists(directory) ? existing(directory, options)
                                                : notWritable(directory);
    }
    context.progress(1000, 1000, {});
    return SqliteStore::open(directory);
}

} // namespace belvedere
