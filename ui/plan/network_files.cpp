// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/network_files.h"

#include <QDir>
#include <QFileInfo>

namespace belvedere::ui {

namespace {

/// The first file of the folder whose name fits; empty if none does.
QString firstOf(const QDir &folder, const QStringList &patterns)
{
    for (const QString &pattern : patterns) {
        const QStringList found = folder.entryList({pattern}, QDir::Files, QDir::Name);
        if (!found.isEmpty())
            return folder.filePath(found.front());
    }
    return {};
}

} // namespace

BaseCaseFiles filesBeside(const QString &network)
{
    BaseCaseFiles files;
    const QFileInfo info(network);
    const QDir folder = info.dir();
    if (info.suffix().compare(QLatin1String("csv"), Qt::CaseInsensitive) == 0) {
        files.network = folder.path();
        files.trips = firstOf(folder, {QStringLiteral("demand.csv")});
        return files;
    }
    QString name = info.completeBaseName();
    if (name.endsWith(QLatin1String("_net"), Qt::CaseInsensitive))
        name.chop(4);
    files.network = network;
    // Patterns of a folder do not tell capitals apart.
    files.trips = firstOf(folder, {name + QStringLiteral("_trips.tntp")});
    files.nodes = firstOf(folder,
        {name + QStringLiteral("_node*.tntp"), name + QStringLiteral("_node*.geojson"),
            name + QStringLiteral("Coordinates.geojson")});
    return files;
}

} // namespace belvedere::ui
