// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_ground.h"

#include "data/readers/ground_import.h"
#include "data/store/sqlite_store.h"
#include "ground_json.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonArray>

namespace belvedere::ctl {

namespace {

QJsonObject importJson(const OsmImport &ground, const GroundStored &stored)
{
    const OsmReport &report = ground.report;
    QJsonArray warnings;
    for (const Error &warning : report.warnings)
        warnings.append(warning.message());
    QJsonObject json = groundJson(*ground.network, *ground.backdrop);
    const QJsonObject more{{QStringLiteral("dataset"), QString()},
        {QStringLiteral("rows"), report.nodes + report.ways + report.relations},
        {QStringLiteral("values"), 0}, {QStringLiteral("rejected"), QJsonArray()},
        {QStringLiteral("sites"), stored.matchedSites + stored.lostSites},
        {QStringLiteral("from"), QJsonValue()}, {QStringLiteral("to"), QJsonValue()},
        {QStringLiteral("osmNodes"), report.nodes}, {QStringLiteral("osmWays"), report.ways},
        {QStringLiteral("osmRelations"), report.relations},
        {QStringLiteral("cutWays"), report.cutWays},
        {QStringLiteral("brokenAreas"), report.brokenAreas},
        {QStringLiteral("turnRestrictions"), report.turnRestrictions},
        {QStringLiteral("unusedRestrictions"), report.unusedRestrictions},
        {QStringLiteral("connectedShare"), report.connectedShare},
        {QStringLiteral("matchedSites"), stored.matchedSites},
        {QStringLiteral("lostSites"), stored.lostSites}, {QStringLiteral("warnings"), warnings},
        {QStringLiteral("stored"), true}};
    for (auto it = more.begin(); it != more.end(); ++it)
        json.insert(it.key(), it.value());
    return json;
}

} // namespace

Result<std::shared_ptr<Store>> cityFor(const Session &session, const QTimeZone &zone)
{
    const QString directory = session.cityDirectory();
    if (QFileInfo::exists(directory))
        return SqliteStore::open(directory);
    CityInfo info;
    info.name = QFileInfo(QDir(directory).absolutePath()).completeBaseName();
    info.zone = zone;
    return SqliteStore::openOrCreate(directory, info);
}

Result<Answer> importGround(Session &session, const QString &file, const QTimeZone &zone)
{
    QElapsedTimer clock;
    clock.start();
    const TaskContext context = session.context();
    BV_TRY(const OsmImport ground, readOsm(file, context));
    BV_TRY(const auto store, cityFor(session, zone));
    BV_TRY(const GroundStored stored, storeGround(*store, ground, context));
    constexpr double kMsPerSecondReal = 1000.0;
    const double seconds = static_cast<double>(clock.elapsed()) / kMsPerSecondReal;

    Answer answer;
    answer.json = importJson(ground, stored);
    answer.json.insert(QStringLiteral("seconds"), seconds);
    answer.text = groundText(*ground.network, *ground.backdrop);
    if (stored.matchedSites + stored.lostSites > 0)
        answer.text += QStringLiteral("%1 of %2 sites of traffic data stand on its roads.\n")
                           .arg(stored.matchedSites)
                           .arg(stored.matchedSites + stored.lostSites);
    answer.text += QStringLiteral("Imported in %1.\n").arg(durationText(seconds));
    for (const Error &warning : ground.report.warnings)
        session.note(warning.message());
    return answer;
}

} // namespace belvedere::ctl
