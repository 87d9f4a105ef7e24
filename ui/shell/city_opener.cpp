// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/city_opener.h"

#include "data/store/sqlite_store.h"
#include "registry/baseline_deployment.h"
#include "simulation/demo_city.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace belvedere::ui {

QString demoCityDirectory()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("demo.city"));
}

namespace {

Result<std::shared_ptr<Store>> openStore(const QString &directory, const TaskContext &context)
{
    if (!directory.isEmpty())
        return SqliteStore::open(directory);
    const QString demo = demoCityDirectory();
    // An older recording is as good as a new one, and what a person added to it stays.
    if (QDir(demo).exists())
        return SqliteStore::open(demo);
    QDir().mkpath(QFileInfo(demo).path());
    return makeDemoCity(demo, DemoOptions(), context);
}

} // namespace

Result<OpenedCity> openCity(const QString &directory, const TaskContext &context)
{
    BV_TRY(std::shared_ptr<Store> store, openStore(directory, context));
    BV_TRY(CityInfo info, store->cityInfo());
    return OpenedCity{std::move(store), std::move(info)};
}

Result<OpenedCity> newCity(const QString &directory)
{
    const QDir folder(directory);
    if (folder.exists() && !folder.isEmpty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "%1 is not empty. Choose another name for the new city, or open the one there."),
            {directory});
    CityInfo info;
    info.name = QFileInfo(directory).completeBaseName();
    BV_TRY(std::shared_ptr<Store> store, SqliteStore::openOrCreate(directory, info));
    return OpenedCity{std::move(store), std::move(info)};
}

Result<QStringList> deployFirstModels(
    std::shared_ptr<Store> store, const ForecasterFactory &factory, const TaskContext &context)
{
    QStringList deployed;
    BV_TRY(const CityInfo info, store->cityInfo());
    if (!info.simulated)
        return deployed;
    BV_TRY(std::vector<Dataset> datasets, store->datasets());
    // Traffic last: the newest run is the first that a person sees.
    std::stable_partition(datasets.begin(), datasets.end(),
        [](const Dataset &dataset) { return dataset.domain != QLatin1String("traffic"); });
    const Registry registry(store);
    for (const Dataset &dataset : datasets) {
        if (!dataset.simulated)
            continue;
        for (auto channel = dataset.channels.rbegin(); channel != dataset.channels.rend();
             ++channel) {
            if (context.cancelled())
                return cancelledFailure();
            BV_TRY(const auto live, registry.live(dataset.name, channel->key));
            if (live)
                continue;
            BV_TRY(const ModelVersion version,
                deployBaseline(store, factory, dataset.name, channel->key, context));
            deployed += version.name;
        }
    }
    return deployed;
}

} // namespace belvedere::ui
