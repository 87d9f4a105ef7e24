// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "geo/feature_writer.h"
#include "support/verify_ok.h"

#include <gdal.h>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

#include <ogr_api.h>
#include <sys/resource.h>

using namespace belvedere;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

struct DatasetDeleter
{
    void operator()(void *dataset) const { GDALClose(dataset); }
};
using OpenDataset = std::unique_ptr<void, DatasetDeleter>;

struct FeatureDeleter
{
    void operator()(void *feature) const { OGR_F_Destroy(feature); }
};

FileInfo simulatedInfo()
{
    FileInfo info;
    info.title = QStringLiteral("Sites");
    info.source = QStringLiteral("made up");
    info.simulated = true;
    info.zone = QTimeZone("Asia/Shanghai");
    info.facts = {{QStringLiteral("dataHash"), QStringLiteral("abc123")},
        {QStringLiteral("seed"), QStringLiteral("7")}};
    return info;
}

FeatureTable sites()
{
    FeatureTable table;
    table.name = QStringLiteral("sites");
    FeatureColumn site(QStringLiteral("site"), ColumnType::Text);
    site.texts = {QStringLiteral("a"), QString::fromUtf8("城, \"east\""), QString()};
    FeatureColumn speed(QStringLiteral("speed"), ColumnType::Real, QStringLiteral("km/h"));
    speed.reals = {asWritten(61.4F), kNan, 0.1};
    FeatureColumn lanes(QStringLiteral("lanes"), ColumnType::Integer);
    lanes.integers = {2, kNoInteger, -7'000'000'000};
    FeatureColumn works(QStringLiteral("works"), ColumnType::Flag);
    works.integers = {1, 0, kNoInteger};
    FeatureColumn time(QStringLiteral("time"), ColumnType::Time);
    time.integers = {1330560300000, 1330560300500, kNoInteger};
    table.columns = {site, speed, lanes, works, time};
    table.shapes.resize(3);
    table.shapes[0].points = {{9.5, 47.1}};
    table.shapes[1].points = {{-0.123456789012345, 1e-7}};
    return table;
}

QByteArray bytesOf(const QString &file)
{
    QFile device(file);
    return device.open(QIODevice::ReadOnly) ? device.readAll() : QByteArray();
}

QJsonObject jsonOf(const QString &file)
{
    return QJsonDocument::fromJson(bytesOf(file)).object();
}

OpenDataset openWithGdal(const QString &file)
{
    GDALAllRegister();
    return OpenDataset(GDALOpenEx(
        file.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr, nullptr, nullptr));
}

} // namespace

class tst_FeatureWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersComeBack();
    void csvIsAsTheStandardSays();
    void csvOfLines();
    void csvHasItsMetadataBeside();
    void geoJsonIsAsTheStandardSays();
    void gdalReadsTheSame_data();
    void gdalReadsTheSame();
    void geoPackageSaysWhatItIs();
    void geoPackageInParts();
    void ogrinfoFindsNoFault();
    void oneTableOnly_data();
    void oneTableOnly();
    void refusedTargets_data();
    void refusedTargets();
    void oldFileStaysUntilFinished_data();
    void oldFileStaysUntilFinished();
    void fullDisk_data();
    void fullDisk();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }

    QTemporaryDir m_folder;
};

void tst_FeatureWriter::numbersComeBack()
{
    QCOMPARE(asWritten(61.4F), 61.4);
    QCOMPARE(asWritten(0.1F), 0.1);
    QVERIFY(std::isnan(asWritten(std::numeric_limits<float>::quiet_NaN())));
    Random random(5);
    for (int i = 0; i < 1000; ++i) {
        const auto value = static_cast<float>(random.normal(0.0, 1000.0));
        QCOMPARE(static_cast<float>(asWritten(value)), value);
    }
}

void tst_FeatureWriter::csvIsAsTheStandardSays()
{
    const QString file = path(QStringLiteral("sites.csv"));
    VERIFY_OK(writeFeatures(file, {sites()}, simulatedInfo()));
    const QByteArray expected =
        "site,speed [km/h],lanes,works,time_utc,time_local,longitude [deg],latitude [deg]\r\n"
        "a,61.4,2,true,2012-03-01T00:05:00Z,2012-03-01T08:05:00+08:00,9.5,47.1\r\n"
        "\"\xE5\x9F\x8E, \"\"east\"\"\",,,false,2012-03-01T00:05:00.500Z,"
        "2012-03-01T08:05:00.500+08:00,-0.123456789012345,1e-07\r\n"
        ",0.1,-7000000000,,,,,\r\n";
    QCOMPARE(bytesOf(file), expected);
}

void tst_FeatureWriter::csvOfLines()
{
    FeatureTable table;
    table.name = QStringLiteral("roads");
    FeatureColumn id(QStringLiteral("id"), ColumnType::Integer);
    id.integers = {1, 2};
    table.columns = {id};
    table.shapes.resize(2);
    table.shapes[0].lines = {{{0, 0}, {1.5, 2}}};
    table.shapes[1].areas = {{{{0, 0}, {4, 0}, {4, 4}}, {{{1, 1}, {2, 1}, {2, 2}}}}};
    const QString file = path(QStringLiteral("roads.csv"));
    VERIFY_OK(writeFeatures(file, {table}, {}));
    QCOMPARE(bytesOf(file),
        QByteArray("id,WKT\r\n1,\"LINESTRING (0 0, 1.5 2)\"\r\n"
                   "2,\"POLYGON ((0 0, 4 0, 4 4, 0 0), (1 1, 2 1, 2 2, 1 1))\"\r\n"));
}

void tst_FeatureWriter::csvHasItsMetadataBeside()
{
    const QString file = path(QStringLiteral("described.csv"));
    VERIFY_OK(writeFeatures(file, {sites()}, simulatedInfo()));
    const QJsonObject json = jsonOf(file + QStringLiteral("-metadata.json"));
    QCOMPARE(json.value(QLatin1String("url")).toString(), QStringLiteral("described.csv"));
    const QJsonObject about = json.value(QLatin1String("belvedere")).toObject();
    QCOMPARE(about.value(QLatin1String("simulated")), QJsonValue(true));
    QCOMPARE(about.value(QLatin1String("dataHash")).toString(), QStringLiteral("abc123"));
    const QJsonArray columns = json.value(QLatin1String("tableSchema"))
                                   .toObject()
                                   .value(QLatin1String("columns"))
                                   .toArray();
    const QList<QByteArray> header = bytesOf(file).split('\r').front().split(',');
    QCOMPARE(columns.size(), header.size());
    for (qsizetype i = 0; i < header.size(); ++i)
        QCOMPARE(columns[i].toObject().value(QLatin1String("titles")).toString(),
            QString::fromUtf8(header[i]));
    QCOMPARE(columns[1].toObject().value(QLatin1String("unit")).toString(), QStringLiteral("km/h"));
    QCOMPARE(columns[5].toObject().value(QLatin1String("name")).toString(),
        QStringLiteral("time_local"));
}

void tst_FeatureWriter::geoJsonIsAsTheStandardSays()
{
    FeatureTable table = sites();
    // A polygon whose rings go the wrong way round.
    table.shapes[2].areas = {{{{0, 0}, {0, 4}, {4, 4}, {4, 0}}, {{{1, 1}, {2, 1}, {2, 2}}}}};
    const QString file = path(QStringLiteral("sites.geojson"));
    VERIFY_OK(writeFeatures(file, {table}, simulatedInfo()));
    const QJsonObject json = jsonOf(file);
    QCOMPARE(json.value(QLatin1String("type")).toString(), QStringLiteral("FeatureCollection"));
    QCOMPARE(json.value(QLatin1String("simulated")), QJsonValue(true));
    QVERIFY(!json.contains(QLatin1String("crs"))); // RFC 7946, section 4
    const QJsonObject about = json.value(QLatin1String("belvedere")).toObject();
    QCOMPARE(about.value(QLatin1String("seed")).toString(), QStringLiteral("7"));
    QCOMPARE(about.value(QLatin1String("columns")).toArray().size(), 5);

    const QJsonArray features = json.value(QLatin1String("features")).toArray();
    QCOMPARE(features.size(), 3);
    const auto member = [&](int feature, const char *object, const char *key) {
        return features[feature]
            .toObject()
            .value(QLatin1String(object))
            .toObject()
            .value(QLatin1String(key));
    };
    QCOMPARE(member(0, "geometry", "coordinates"), QJsonValue(QJsonArray{9.5, 47.1}));
    QCOMPARE(member(1, "properties", "site").toString(), QString::fromUtf8("城, \"east\""));
    QVERIFY(member(1, "properties", "speed").isNull());
    QCOMPARE(member(0, "properties", "works"), QJsonValue(true));
    QCOMPARE(member(0, "properties", "time").toString(), QStringLiteral("2012-03-01T00:05:00Z"));
    const QJsonArray rings = member(2, "geometry", "coordinates").toArray();
    QCOMPARE(rings[0],
        QJsonValue(QJsonArray{QJsonArray{4, 0}, QJsonArray{4, 4}, QJsonArray{0, 4},
            QJsonArray{0, 0}, QJsonArray{4, 0}}));
    QCOMPARE(rings[1],
        QJsonValue(
            QJsonArray{QJsonArray{2, 2}, QJsonArray{2, 1}, QJsonArray{1, 1}, QJsonArray{2, 2}}));
}

void tst_FeatureWriter::gdalReadsTheSame_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("geojson") << QStringLiteral("same.geojson");
    QTest::newRow("geopackage") << QStringLiteral("same.gpkg");
}

void tst_FeatureWriter::gdalReadsTheSame()
{
    QFETCH(QString, name);
    const FeatureTable table = sites();
    VERIFY_OK(writeFeatures(path(name), {table}, simulatedInfo()));
    const OpenDataset dataset = openWithGdal(path(name));
    QVERIFY(dataset);
    const OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), 0);
    QCOMPARE(QByteArray(OGR_L_GetName(layer)), QByteArray("sites"));
    QCOMPARE(OGR_L_GetFeatureCount(layer, 1), 3);
    for (std::size_t row = 0; row < 3; ++row) {
        const std::unique_ptr<void, FeatureDeleter> feature(OGR_L_GetNextFeature(layer));
        QVERIFY(feature);
        const auto index = [&](const char *key) { return OGR_F_GetFieldIndex(feature.get(), key); };
        for (const FeatureColumn &column : table.columns) {
            const int field = index(column.key.toUtf8().constData());
            QVERIFY(field >= 0);
            QCOMPARE(!OGR_F_IsFieldSetAndNotNull(feature.get(), field), column.missing(row));
            if (column.missing(row))
                continue;
            if (column.type == ColumnType::Text)
                QCOMPARE(QString::fromUtf8(OGR_F_GetFieldAsString(feature.get(), field)),
                    column.texts[row]);
            else if (column.type == ColumnType::Real)
                QCOMPARE(OGR_F_GetFieldAsDouble(feature.get(), field), column.reals[row]);
            else if (column.type != ColumnType::Time)
                QCOMPARE(OGR_F_GetFieldAsInteger64(feature.get(), field), column.integers[row]);
            else
                QVERIFY(QString::fromUtf8(OGR_F_GetFieldAsString(feature.get(), field))
                            .startsWith(QLatin1String("2012/03/01 00:05:00")));
        }
        const OGRGeometryH geometry = OGR_F_GetGeometryRef(feature.get());
        QCOMPARE(geometry != nullptr, !table.shapes[row].empty());
        if (geometry) {
            QCOMPARE(OGR_G_GetX(geometry, 0), table.shapes[row].points[0].lon);
            QCOMPARE(OGR_G_GetY(geometry, 0), table.shapes[row].points[0].lat);
        }
    }
}

void tst_FeatureWriter::geoPackageSaysWhatItIs()
{
    const QString file = path(QStringLiteral("about.gpkg"));
    VERIFY_OK(writeFeatures(file, {sites()}, simulatedInfo()));
    const OpenDataset dataset = openWithGdal(file);
    QVERIFY(dataset);
    const auto item = [&](const char *key) {
        return QByteArray(GDALGetMetadataItem(dataset.get(), key, nullptr));
    };
    QCOMPARE(item("simulated"), QByteArray("true"));
    QCOMPARE(item("dataHash"), QByteArray("abc123"));
    QCOMPARE(item("zone"), QByteArray("Asia/Shanghai"));
    const OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), 0);
    QCOMPARE(OGR_L_GetGeomType(layer), wkbPoint);
    QVERIFY(QByteArray(GDALGetMetadataItem(layer, "DESCRIPTION", nullptr)).contains("simulated"));
    const QJsonArray columns =
        QJsonDocument::fromJson(GDALGetMetadataItem(layer, "columns", nullptr)).array();
    QCOMPARE(columns[1].toObject().value(QLatin1String("unit")).toString(), QStringLiteral("km/h"));
}

void tst_FeatureWriter::geoPackageInParts()
{
    const QString file = path(QStringLiteral("parts.gpkg"));
    FeatureTable plain;
    plain.name = QStringLiteral("series");
    plain.hasShapes = false;
    FeatureColumn value(QStringLiteral("value"), ColumnType::Real);
    value.reals = {1.0, 2.0};
    plain.columns = {value};
    {
        const auto writer = FeatureWriter::open(file, FeatureFormat::GeoPackage, {});
        VERIFY_OK(writer);
        VERIFY_OK((*writer)->append(sites()));
        VERIFY_OK((*writer)->append(plain));
        VERIFY_OK((*writer)->append(plain));
        VERIFY_OK((*writer)->finish());
    }
    const OpenDataset dataset = openWithGdal(file);
    QVERIFY(dataset);
    QCOMPARE(GDALDatasetGetLayerCount(dataset.get()), 2);
    const OGRLayerH series = GDALDatasetGetLayerByName(dataset.get(), "series");
    QCOMPARE(OGR_L_GetFeatureCount(series, 1), 4);
    QCOMPARE(OGR_L_GetGeomType(series), wkbNone);
    // Nothing else is left in the folder.
    QCOMPARE(QDir(m_folder.path())
                 .entryList({QStringLiteral(".belvedere*")},
                     QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
        QStringList());
}

void tst_FeatureWriter::ogrinfoFindsNoFault()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("ogrinfo"));
    if (program.isEmpty())
        QSKIP("ogrinfo (gdal-bin) is not installed");
    for (const char *name : {"info.csv", "info.geojson", "info.gpkg"}) {
        const QString file = path(QLatin1String(name));
        VERIFY_OK(writeFeatures(file, {sites()}, simulatedInfo()));
        QProcess process;
        process.start(program, {QStringLiteral("-al"), QStringLiteral("-so"), file});
        QVERIFY(process.waitForFinished());
        const QString text = QString::fromUtf8(process.readAllStandardOutput());
        QCOMPARE(process.exitCode(), 0);
        QVERIFY2(text.contains(QLatin1String("Feature Count: 3")), qUtf8Printable(text));
        QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
    }
}

void tst_FeatureWriter::oneTableOnly_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("csv") << QStringLiteral("two.csv");
    QTest::newRow("geojson") << QStringLiteral("two.geojson");
}

void tst_FeatureWriter::oneTableOnly()
{
    QFETCH(QString, name);
    FeatureTable other = sites();
    other.name = QStringLiteral("other");
    const auto written = writeFeatures(path(name), {sites(), other}, {});
    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::Usage);
    QVERIFY(!QFile::exists(path(name)));
}

void tst_FeatureWriter::refusedTargets_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("mentioned");
    const auto row = [](const QString &name, Errc code, const char *mentioned) {
        QTest::newRow(qPrintable(name)) << name << int(code) << QString::fromLatin1(mentioned);
    };
    row(QStringLiteral("sites.xls"), Errc::Usage, ".gpkg");
    row(QStringLiteral("sites"), Errc::Usage, ".gpkg");
    for (const char *ending : {"csv", "geojson", "gpkg"}) {
        row(QStringLiteral("nowhere/sites.") + QLatin1String(ending), Errc::NotFound, "nowhere");
        row(QStringLiteral("folder.") + QLatin1String(ending), Errc::Usage, "is a folder");
    }
}

void tst_FeatureWriter::refusedTargets()
{
    QFETCH(QString, file);
    QFETCH(int, code);
    QFETCH(QString, mentioned);
    if (file.startsWith(QLatin1String("folder.")))
        QDir(m_folder.path()).mkpath(file);
    const auto written = writeFeatures(path(file), {sites()}, {});
    QVERIFY(!written);
    QCOMPARE(int(written.error().code), code);
    QVERIFY2(
        written.error().message().contains(mentioned), qUtf8Printable(written.error().message()));
}

void tst_FeatureWriter::oldFileStaysUntilFinished_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"old.csv", "old.geojson", "old.gpkg"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void tst_FeatureWriter::oldFileStaysUntilFinished()
{
    QFETCH(QString, name);
    QFile old(path(name));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("precious") == 8);
    old.close();

    TaskContext cancelled;
    cancelled.cancelled = [] { return true; };
    const auto stopped = writeFeatures(path(name), {sites()}, {}, cancelled);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, Errc::Cancelled);
    QCOMPARE(bytesOf(path(name)), QByteArray("precious"));
    {
        auto writer = FeatureWriter::open(path(name), *featureFormatOf(name), {});
        VERIFY_OK(writer);
        VERIFY_OK((*writer)->append(sites()));
    } // left without finish(), as when the program ends
    QCOMPARE(bytesOf(path(name)), QByteArray("precious"));
    VERIFY_OK(writeFeatures(path(name), {sites()}, {}));
    QVERIFY(bytesOf(path(name)) != QByteArray("precious"));
}

void tst_FeatureWriter::fullDisk_data()
{
    oldFileStaysUntilFinished_data();
}

// A limit on the size of files stands for the disk that is full.
void tst_FeatureWriter::fullDisk()
{
    QFETCH(QString, name);
    FeatureTable large = sites();
    for (FeatureColumn &column : large.columns) {
        column.texts.resize(column.type == ColumnType::Text ? 20000 : 0, QStringLiteral("filling"));
        column.reals.resize(column.type == ColumnType::Real ? 20000 : 0, 1.25);
        column.integers.resize(
            column.type == ColumnType::Text || column.type == ColumnType::Real ? 0 : 20000, 1);
    }
    large.shapes.resize(20000);
    QFile old(path(name));
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("precious") == 8);
    old.close();
    signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const rlimit small{100000, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto written = writeFeatures(path(name), {large}, {});
    setrlimit(RLIMIT_FSIZE, &before);
    QVERIFY(!written);
    QCOMPARE(written.error().code, Errc::Io);
    QVERIFY2(written.error().message().contains(name), qUtf8Printable(written.error().message()));
    QCOMPARE(bytesOf(path(name)), QByteArray("precious"));
}

QTEST_GUILESS_MAIN(tst_FeatureWriter)

#include "tst_feature_writer.moc"
