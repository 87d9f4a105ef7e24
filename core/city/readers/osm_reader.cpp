// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/readers/osm_reader.h"

#include "city/readers/osm_base_map.h"
#include "city/readers/osm_extract.h"
#include "city/readers/osm_network.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace belvedere {

namespace {

/// What Linux could give without swapping.
qint64 freeMemoryBytes()
{
    constexpr qint64 kUnknown = qint64(4) << 30;
    constexpr qint64 kBytesPerKb = 1024;
    QFile file(QStringLiteral("/proc/meminfo"));
    if (!file.open(QIODevice::ReadOnly))
        return kUnknown;
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("MemAvailable:"))
            return line.simplified().split(' ').value(1).toLongLong() * kBytesPerKb;
    }
    return kUnknown;
}

/// OpenStreetMap changed its licence on 2012-09-12.
QString attributionOf(const OsmData &data)
{
    const UtcMs kOdbl = QDateTime(QDate(2012, 9, 12), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    return data.time && *data.time < kOdbl
        ? QStringLiteral("© OpenStreetMap contributors, CC BY-SA 2.0")
        : QStringLiteral("© OpenStreetMap contributors, ODbL");
}

Result<> checkContents(const QString &file, const OsmData &data)
{
    if (data.nodes.size() == 0 && data.wayCount == 0 && data.relationCount == 0)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "%1 is a valid OpenStreetMap file without any object in it. Choose another "
                "extract."),
            {file});
    if (data.nodes.size() == 0)
        return failure(Errc::Parse,
            QT_TRANSLATE_NOOP("Error",
                "%1 holds ways but no positions. Export it again together with its nodes."),
            {file});
    return {};
}

qint64 cutWays(const OsmData &data)
{
    return std::count_if(data.ways.begin(), data.ways.end(), [&data](const OsmWay &way) {
        const auto points = data.pointsOf(way);
        return std::find(points.begin(), points.end(), OsmNodes::kNone) != points.end();
    });
}

void addWarnings(const QString &file, OsmImport &import)
{
    OsmReport &report = import.report;
    if (import.network->empty())
        report.warnings.push_back(Error{Errc::NotFound,
            QT_TRANSLATE_NOOP("Error",
                "%1 has no roads for cars: there is a map, but no traffic can be shown on it. "
                "Choose an extract that was not filtered."),
            {file}, {}, {}});
    if (2 * report.cutWays > report.ways)
        report.warnings.push_back(Error{Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "%2 of the %3 ways in %1 lack some of their nodes, so the map has gaps. Cut the "
                "extract with complete ways."),
            {file, QString::number(report.cutWays), QString::number(report.ways)}, {}, {}});
}

} // namespace

bool isOsmFileName(const QString &file)
{
    const QString name = QFileInfo(file).fileName().toLower();
    for (const char *end : {".pbf", ".osm", ".osm.gz", ".osm.bz2"}) {
        if (name.endsWith(QLatin1String(end)))
            return true;
    }
    return false;
}

Result<OsmImport> readOsm(
    const QString &file, const TaskContext &context, const OsmOptions &options)
{
    BV_TRY(const QString format, osmFormatOf(file));
    const qint64 memory = options.memoryBytes > 0 ? options.memoryBytes : freeMemoryBytes() / 3 * 2;
    TaskContext reading = context; // the first nine tenths
    reading.progress = [&context](qint64 done, qint64 total, const QString &text) {
        context.progress(9 * done, 10 * total, text);
    };
    BV_TRY(OsmData data, readExtract(file, format, memory, reading));
    BV_TRY_VOID(checkContents(file, data));

    OsmImport import;
    OsmReport &report = import.report;
    BV_TRY_VOID(data.resolve(context));
    report.nodes = static_cast<qint64>(data.nodes.size());
    report.ways = data.wayCount;
    report.relations = data.relationCount;
    report.cutWays = cutWays(data);
    BV_TRY(RoadNetwork network, networkOf(data, report, context));
    context.progress(19, 20, QFileInfo(file).fileName());
    BV_TRY(Backdrop map, baseMapOf(data, report, context));
    map.attribution = attributionOf(data);
    map.sourceFile = QFileInfo(file).fileName();
    import.network = std::make_shared<const RoadNetwork>(std::move(network));
    import.backdrop = std::make_shared<const Backdrop>(std::move(map));
    addWarnings(file, import);
    context.progress(1, 1, QFileInfo(file).fileName());
    return import;
}

} // namespace belvedere
