// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "geo/feature_writer.h"
#include "geo/overlay_store.h"
#include "support/verify_ok.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;

Q_DECLARE_METATYPE(belvedere::LonLat)

namespace {

constexpr LonLat kVaduz{9.5215, 47.141};
/// Of PROJ's round trip; 1e-9 degrees are 0.1 mm.
constexpr double kDegrees = 1e-8;

QByteArray collection(const QByteArray &features, const QByteArray &members = {})
{
    return "{\"type\":\"FeatureCollection\"," + members + "\"features\":[\n" + features + "\n]}";
}

QByteArray feature(const QByteArray &geometry, const QByteArray &properties = "{}")
{
    return "{\"type\":\"Feature\",\"geometry\":" + geometry + ",\"properties\":" + properties + '}';
}

QByteArray point(const QByteArray &coordinates)
{
    return "{\"type\":\"Point\",\"coordinates\":[" + coordinates + "]}";
}

QByteArray crs(const QByteArray &name)
{
    return R"("crs":{"type":"name","properties":{"name":")" + name + "\"}},";
}

} // namespace

class tst_Overlay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAllGeometries();
    void attributesGetTheirTypes();
    void featuresWithoutAPlaceAreLeftOut();
    void declaredSystemIsConverted_data();
    void declaredSystemIsConverted();
    void namedSystemIsConverted();
    void undeclaredSystemIsGuessed_data();
    void undeclaredSystemIsGuessed();
    void latitudeFirstIsSaid();
    void malformed_data();
    void malformed();
    void limitsAreGuarded();
    void isCancelled();
    void randomBytesNeverCrash();
    void geoPackageAndShapefile();
    void incompleteShapefile();
    void severalLayersMustBeNamed();
    void keptInTheCity();
    void namesThatAreRefused_data();
    void namesThatAreRefused();

private:
    QString write(const char *name, const QByteArray &bytes) const
    {
        const QString path = m_folder->filePath(QLatin1String(name));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a test file");
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_Overlay::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void tst_Overlay::readsAllGeometries()
{
    const QByteArray polygon =
        R"({"coordinates":[[[0,0],[4,0],[4,4],[0,0]],[[1,1],[2,1],[2,2],[1,1]]],"type":"Polygon"})";
    const QString file = write("mixed.geojson",
        collection(feature(point("9.5,47.1,450")) + ",\n"
            + feature(R"({"type":"MultiPoint","coordinates":[[1,2],[3,4]]})") + ",\n"
            + feature(R"({"type":"LineString","coordinates":[[1,2],[3,4],[5,6]]})") + ",\n"
            + feature(R"({"type":"MultiLineString","coordinates":[[[1,2],[3,4]],[[5,6],[7,8]]]})")
            + ",\n" + feature(polygon) + ",\n"
            + feature(R"({"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],)"
                      R"([[[5,5],[6,5],[6,6],[5,5]]]]})")
            + ",\n"
            + feature("{\"type\":\"GeometryCollection\",\"geometries\":[" + point("1,2") + ','
                + polygon + "]}")));
    const auto overlay = readOverlay(file);
    VERIFY_OK(overlay);
    QCOMPARE(overlay->name, QStringLiteral("mixed"));
    QCOMPARE(overlay->crs, QString());
    QVERIFY(overlay->remarks.empty());
    const std::vector<GeoShape> &shapes = overlay->features.shapes;
    QCOMPARE(shapes.size(), std::size_t(7));
    const Polygon holed{{{0, 0}, {4, 0}, {4, 4}}, {{{1, 1}, {2, 1}, {2, 2}}}};
    QCOMPARE(shapes[0].points, (std::vector<LonLat>{{9.5, 47.1}}));
    QCOMPARE(shapes[1].points, (std::vector<LonLat>{{1, 2}, {3, 4}}));
    QCOMPARE(shapes[2].lines, (std::vector<Path>{{{1, 2}, {3, 4}, {5, 6}}}));
    QCOMPARE(shapes[3].lines, (std::vector<Path>{{{1, 2}, {3, 4}}, {{5, 6}, {7, 8}}}));
    QVERIFY(shapes[4].areas == std::vector<Polygon>{holed});
    QCOMPARE(shapes[5].areas.size(), std::size_t(2));
    QCOMPARE(shapes[5].areas[1].outer, (Path{{5, 5}, {6, 5}, {6, 6}}));
    QVERIFY(shapes[6].areas == std::vector<Polygon>{holed});
    QCOMPARE(shapes[6].points.size(), std::size_t(1));
}

void tst_Overlay::attributesGetTheirTypes()
{
    const QString file = write("a.geojson",
        collection(
            feature(point("1,1"),
                R"({"name":"Mitte","people":100,"share":1,"open":true,"mixed":1,"tags":[1,2]})")
            + ','
            + feature(point("2,2"),
                R"({"name":"城东","share":0.25,"mixed":"x","late":"2","people":null})")));
    const auto overlay = readOverlay(file);
    VERIFY_OK(overlay);
    const FeatureTable &table = overlay->features;
    const auto column = [&](const char *key) {
        return table.columns[std::size_t(table.columnIndex(QLatin1String(key)))];
    };
    QCOMPARE(overlay->titleColumn, 0);
    QCOMPARE(column("name").texts[1], QString::fromUtf8("城东"));
    QCOMPARE(column("people").type, ColumnType::Integer);
    QCOMPARE(column("people").integers[0], 100);
    QVERIFY(column("people").missing(1));
    QCOMPARE(column("share").type, ColumnType::Real);
    QCOMPARE(column("share").reals, (std::vector<double>{1.0, 0.25}));
    QCOMPARE(column("open").type, ColumnType::Flag);
    QVERIFY(column("open").missing(1));
    QCOMPARE(
        column("mixed").texts, (std::vector<QString>{QStringLiteral("1"), QStringLiteral("x")}));
    QCOMPARE(column("tags").texts[0], QStringLiteral("[1,2]"));
    QVERIFY(column("late").missing(0));
}

void tst_Overlay::featuresWithoutAPlaceAreLeftOut()
{
    const QString file = write("a.geojson",
        collection(feature("null", R"({"only":"here","n":1})") + ','
            + feature(point("1,1"), R"({"n":2})") + ','
            + feature(R"({"type":"Polygon","coordinates":[]})")));
    const auto overlay = readOverlay(file);
    VERIFY_OK(overlay);
    QCOMPARE(overlay->features.rows(), std::size_t(1));
    QCOMPARE(
        overlay->features.columns[std::size_t(overlay->features.columnIndex(QStringLiteral("n")))]
            .integers,
        std::vector<qint64>{2});
    const int only = overlay->features.columnIndex(QStringLiteral("only"));
    QVERIFY(only < 0 || overlay->features.columns[std::size_t(only)].missing(0));
    QCOMPARE(overlay->remarks.size(), std::size_t(1));
    QVERIFY(overlay->remarks[0].message().contains(QLatin1String("2 of 3")));
}

void tst_Overlay::declaredSystemIsConverted_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("coordinates");
    QTest::addColumn<LonLat>("expected");
    QTest::addColumn<QString>("title");
    // Coordinates of Vaduz by gdaltransform 3.6.
    QTest::newRow("utm") << QByteArray("urn:ogc:def:crs:EPSG::25832")
                         << QByteArray("539542.874,5220965.04") << kVaduz
                         << QStringLiteral("EPSG:25832 (ETRS89 / UTM zone 32N)");
    // Web mercator in closed form: x = R lon, y = R asinh(tan(lat)).
    QTest::newRow("mercator") << QByteArray("EPSG:3857")
                              << QByteArray("1113194.9079327357,5621521.486192066")
                              << LonLat{10.0, 45.0}
                              << QStringLiteral("EPSG:3857 (WGS 84 / Pseudo-Mercator)");
    QTest::newRow("crs84") << QByteArray("urn:ogc:def:crs:OGC:1.3:CRS84")
                           << QByteArray("9.5215,47.141") << kVaduz << QString();
    QTest::newRow("wgs84") << QByteArray("EPSG:4326") << QByteArray("9.5215,47.141") << kVaduz
                           << QString();
}

void tst_Overlay::declaredSystemIsConverted()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, coordinates);
    QFETCH(LonLat, expected);
    QFETCH(QString, title);
    for (const bool crsFirst : {true, false}) {
        QByteArray json = collection(feature(point(coordinates)), crsFirst ? crs(name) : "");
        if (!crsFirst) { // the member may stand behind the features
            json.chop(1);
            json += ',' + crs(name);
            json.chop(1);
            json += '}';
        }
        const auto overlay = readOverlay(write("a.geojson", json));
        VERIFY_OK(overlay);
        const LonLat got = overlay->features.shapes[0].points[0];
        QVERIFY2(distanceM(got, expected) < 0.05,
            qPrintable(QStringLiteral("%1 %2").arg(got.lon, 0, 'f', 8).arg(got.lat, 0, 'f', 8)));
        QCOMPARE(overlay->crs, title);
        QCOMPARE(overlay->remarks.size(), std::size_t(title.isEmpty() ? 0 : 1));
    }
}

void tst_Overlay::namedSystemIsConverted()
{
    OverlayOptions options;
    options.crs = QStringLiteral("EPSG:3857");
    const auto overlay = readOverlay(
        write("a.geojson", collection(feature(point("1113194.9079,5621521.4862")))), options);
    VERIFY_OK(overlay);
    QVERIFY(std::abs(overlay->features.shapes[0].points[0].lon - 10.0) < kDegrees);
    options.crs = QStringLiteral("/etc/passwd");
    const auto refused =
        readOverlay(write("a.geojson", collection(feature(point("1,2")))), options);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, Errc::Usage);
}

void tst_Overlay::undeclaredSystemIsGuessed_data()
{
    QTest::addColumn<QByteArray>("coordinates");
    QTest::addColumn<bool>("withCity");
    QTest::addColumn<LonLat>("city");
    QTest::addColumn<QString>("mentioned");
    const LonLat shanghai{121.47, 31.23};
    const auto row = [](const char *name, const char *coordinates, const LonLat *city,
                         const char *mentioned) {
        QTest::newRow(name) << QByteArray(coordinates) << (city != nullptr)
                            << (city ? *city : LonLat{}) << QString::fromLatin1(mentioned);
    };
    row("utmBesideTheCity", "539542.9,5220965.0", &kVaduz, "EPSG:25832");
    row("northingFirst", "5220965.0,539542.9", &kVaduz, "northing first");
    row("swissNearTheCity", "2757981,1223210", &kVaduz, "EPSG:2056");
    row("swissWithoutCity", "2757981,1223210", nullptr, "EPSG:2056");
    row("mercatorNearTheCity", "1059929,5965119", &kVaduz, "EPSG:3857");
    row("gaussKrueger", "4468000,5333000", nullptr, "EPSG:31468");
    row("chineseZone", "40640060,3457406", &shanghai, "EPSG:4528");
    row("chineseMeridian", "640060,3457406", &shanghai, "EPSG:4549");
    row("latitudeFirst", "31.23,121.47", nullptr, "latitude seems to stand first");
    row("nothingFits", "1e12,5", nullptr, "Ask for its coordinate system");
}

void tst_Overlay::undeclaredSystemIsGuessed()
{
    QFETCH(QByteArray, coordinates);
    QFETCH(bool, withCity);
    QFETCH(LonLat, city);
    QFETCH(QString, mentioned);
    OverlayOptions options;
    if (withCity)
        options.city = city;
    const QString file = write("a.geojson",
        collection(feature(point("9.5,47.1")) + ",\n" + feature(point(coordinates)) + ",\n"
            + feature(point(coordinates))));
    const auto overlay = readOverlay(file, options);
    QVERIFY(!overlay);
    QCOMPARE(overlay.error().code, Errc::Usage);
    const QString message = overlay.error().message();
    QVERIFY2(message.contains(mentioned), qUtf8Printable(message));
    QVERIFY2(message.contains(QLatin1String("a.geojson:3")), qUtf8Printable(message));
    QVERIFY2(message.contains(QLatin1String("Feature 2")), qUtf8Printable(message));
}

void tst_Overlay::latitudeFirstIsSaid()
{
    OverlayOptions options;
    options.city = kVaduz;
    const QString file = write("a.geojson", collection(feature(point("47.141,9.5215"))));
    const auto overlay = readOverlay(file, options);
    VERIFY_OK(overlay); // degrees all the same: a remark, no error
    QCOMPARE(overlay->remarks.size(), std::size_t(1));
    QVERIFY(overlay->remarks[0].message().contains(QLatin1String("latitude first")));
    options.latitudeFirst = true;
    const auto turned = readOverlay(file, options);
    VERIFY_OK(turned);
    QVERIFY(turned->remarks.empty());
    QCOMPARE(turned->features.shapes[0].points[0], kVaduz);
}

void tst_Overlay::malformed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("mentioned");
    const auto row = [](const char *title, const char *name, const QByteArray &bytes,
                         const char *mentioned) {
        QTest::newRow(title) << QString::fromLatin1(name) << bytes
                             << QString::fromLatin1(mentioned);
    };
    row("empty", "a.geojson", "", "empty");
    row("otherEnding", "a.docx", "x", "geojson");
    row("notJson", "a.geojson", "\x89PNG\r\n", "a.geojson:1");
    row("cutOff", "a.geojson",
        "{\"type\":\"FeatureCollection\",\n\"features\":[\n{\"type\":", "cut off");
    row("missingComma", "a.geojson",
        collection(feature(point("1,1")) + "\n" + feature(point("2,2"))), "a.geojson:3");
    row("noFeatures", "a.geojson", collection(""), "no features");
    row("otherJson", "a.geojson", R"({"hello":"world"})", "no GeoJSON");
    row("list", "a.geojson", "[1,2]", "no GeoJSON");
    row("topology", "a.geojson", R"({"type":"Topology","objects":{}})", "TopoJSON");
    row("featureIsText", "a.geojson", collection("\"x\""), "Feature 1");
    row("onlyNulls", "a.geojson", collection(feature("null")), "place");
    row("textAsCoordinate", "a.geojson", collection(feature(point("\"1\",2"))), "feature 1");
    row("oneCoordinate", "a.geojson", collection(feature(point("1"))), "feature 1");
    row("wrongNesting", "a.geojson",
        collection(feature(R"({"type":"Polygon","coordinates":[[1,2],[3,4]]})")), "Polygon");
    row("mixedNesting", "a.geojson",
        collection(feature(R"({"type":"LineString","coordinates":[[1,2],[[3,4]]]})")), "feature 1");
    row("unknownType", "a.geojson", collection(feature(R"({"type":"Circle","coordinates":[1,2]})")),
        "Circle");
    row("unknownSystem", "a.geojson", collection(feature(point("1,2")), crs("EPSG:999999")),
        "EPSG");
    row("systemIsAPath", "a.geojson", collection(feature(point("1,2")), crs("/etc/passwd")),
        "passwd");
    row("hugeNumber", "a.geojson", collection(feature(point("1e999,2"))), "no number");
    row("notAGeoPackage", "a.gpkg", "this is text", "a.gpkg");
    row("notAShapefile", "a.shp", "this is text", ".dbf");
    row("notKml", "a.kml", "<kml", "a.kml");
    row("notFlatGeobuf", "a.fgb", "fgb?", "a.fgb");
}

void tst_Overlay::malformed()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, mentioned);
    const auto overlay = readOverlay(write(qPrintable(name), bytes));
    QVERIFY(!overlay);
    QVERIFY2(
        overlay.error().message().contains(mentioned), qUtf8Printable(overlay.error().message()));
    const auto kept = importOverlay(m_folder->path(), m_folder->filePath(name));
    QVERIFY(!kept);
    QVERIFY(!QFileInfo::exists(m_folder->filePath(QStringLiteral("overlays/a.gpkg"))));
}

void tst_Overlay::limitsAreGuarded()
{
    QByteArray features;
    for (int i = 0; i < 50; ++i)
        features += (i > 0 ? ",\n" : "") + feature(point("1,1"));
    const QString json = write("many.geojson", collection(features));
    OverlayOptions options;
    options.limits.features = 49;
    const auto tooMany = readOverlay(json, options);
    QVERIFY(!tooMany);
    QCOMPARE(tooMany.error().code, Errc::Shape);
    QVERIFY(tooMany.error().message().contains(QLatin1String("49")));
    options.limits = {1000, 49};
    QVERIFY(!readOverlay(json, options));
    options.limits = {50, 50};
    const auto fits = readOverlay(json, options);
    VERIFY_OK(fits);
    const QString package = m_folder->filePath(QStringLiteral("many.gpkg"));
    VERIFY_OK(writeFeatures(package, {fits->features}, {}));
    options.limits.features = 49;
    QVERIFY(!readOverlay(package, options));
    // Ten million features are refused long before the end of the file.
    const QByteArray one = feature(point("1,1")) + ",\n";
    QFile large(m_folder->filePath(QStringLiteral("large.geojson")));
    QVERIFY(large.open(QIODevice::WriteOnly));
    large.write("{\"type\":\"FeatureCollection\",\"features\":[\n");
    const QByteArray block = one.repeated(10000);
    for (int i = 0; i < 100; ++i)
        large.write(block);
    large.close();
    QVERIFY(QFile::resize(large.fileName(), 600'000'000)); // a hole: the size of 10^7 features
    OverlayOptions small;
    small.limits.features = 20000;
    const auto guarded = readOverlay(large.fileName(), small);
    QVERIFY(!guarded);
    QCOMPARE(guarded.error().code, Errc::Shape);
}

void tst_Overlay::isCancelled()
{
    QByteArray features;
    for (int i = 0; i < 5000; ++i)
        features += (i > 0 ? ",\n" : "") + feature(point("1,1"));
    const QString file = write("many.geojson", collection(features));
    TaskContext context;
    int looks = 0;
    context.cancelled = [&looks] { return ++looks > 3; };
    const auto overlay = readOverlay(file, {}, context);
    QVERIFY(!overlay);
    QCOMPARE(overlay.error().code, Errc::Cancelled);
    QCOMPARE(looks, 4);
}

// A good file with one byte changed gives an overlay or an error, never a crash.
void tst_Overlay::randomBytesNeverCrash()
{
    const QByteArray good =
        collection(feature(R"({"type":"Polygon","coordinates":[[[0,0],[4,0],[4,4],[0,0]]]})",
                       R"({"a":[1,{}]})")
                + ',' + feature(point("1.5,2e1"), R"({"name":"\u00e4","n":1})"),
            crs("EPSG:4326"));
    Random random(11);
    for (int i = 0; i < 300; ++i) {
        QByteArray bytes = good;
        for (int changes = 0; changes < 3; ++changes)
            bytes[qsizetype(random.below(quint64(bytes.size())))] = char(random.below(256));
        if (i % 5 == 0)
            bytes.truncate(qsizetype(random.below(quint64(bytes.size()))));
        const auto overlay = readOverlay(write("r.geojson", bytes + ' '));
        if (overlay)
            QVERIFY(overlay->features.rows() > 0);
        else
            QVERIFY(!overlay.error().message().isEmpty());
    }
}

void tst_Overlay::geoPackageAndShapefile()
{
    const QString ogr2ogr = QStandardPaths::findExecutable(QStringLiteral("ogr2ogr"));
    if (ogr2ogr.isEmpty())
        QSKIP("ogr2ogr (gdal-bin) is not installed");
    const QString json = write("a.geojson",
        collection(
            feature(
                R"({"type":"Polygon","coordinates":[[[9.5,47.1],[9.6,47.1],[9.6,47.2],[9.5,47.1]]]})",
                R"({"name":"Vaduz","n":1})")
            + ','
            + feature(
                R"({"type":"Polygon","coordinates":[[[9.5,47.2],[9.6,47.2],[9.6,47.3],[9.5,47.2]]]})",
                R"({"name":"Schaan","n":2})")));
    const auto original = readOverlay(json);
    VERIFY_OK(original);
    for (const char *name : {"b.gpkg", "b.shp", "b.kml", "b.fgb", "utm.shp", "utm.gpkg"}) {
        const QString file = m_folder->filePath(QLatin1String(name));
        QStringList arguments{file, json};
        const bool utm = file.contains(QLatin1String("utm"));
        if (utm)
            arguments << QStringLiteral("-t_srs") << QStringLiteral("EPSG:25832");
        QCOMPARE(QProcess::execute(ogr2ogr, arguments), 0);
        const auto overlay = readOverlay(file);
        VERIFY_OK(overlay);
        QCOMPARE(overlay->features.rows(), std::size_t(2));
        QCOMPARE(overlay->crs.isEmpty(), !utm);
        // Formats turn rings and order features as they like; places stay.
        double west = 180.0;
        double north = -90.0;
        QStringList names;
        for (std::size_t i = 0; i < 2; ++i) {
            for (const LonLat p : overlay->features.shapes[i].areas.at(0).outer) {
                west = std::min(west, p.lon);
                north = std::max(north, p.lat);
            }
            QVERIFY2(overlay->titleColumn >= 0, name);
            names += overlay->features.columns[std::size_t(overlay->titleColumn)].texts[i];
        }
        names.sort();
        QCOMPARE(names, (QStringList{QStringLiteral("Schaan"), QStringLiteral("Vaduz")}));
        QVERIFY2(std::abs(west - 9.5) < 1e-6 && std::abs(north - 47.3) < 1e-6, name);
    }
    // A shapefile without .prj says nothing of its system.
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("utm.prj"))));
    OverlayOptions options;
    options.city = kVaduz;
    const auto unknown = readOverlay(m_folder->filePath(QStringLiteral("utm.shp")), options);
    QVERIFY(!unknown);
    QVERIFY2(unknown.error().message().contains(QLatin1String("EPSG:25832")),
        qUtf8Printable(unknown.error().message()));
    options.crs = QStringLiteral("EPSG:25832");
    VERIFY_OK(readOverlay(m_folder->filePath(QStringLiteral("utm.shp")), options));
}

void tst_Overlay::incompleteShapefile()
{
    const QString ogr2ogr = QStandardPaths::findExecutable(QStringLiteral("ogr2ogr"));
    if (ogr2ogr.isEmpty())
        QSKIP("ogr2ogr (gdal-bin) is not installed");
    const QString json = write("a.geojson", collection(feature(point("1,1"))));
    const QString file = m_folder->filePath(QStringLiteral("b.shp"));
    QCOMPARE(QProcess::execute(ogr2ogr, {file, json}), 0);
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("b.shx"))));
    const auto overlay = readOverlay(file);
    QVERIFY(!overlay);
    QVERIFY2(overlay.error().message().contains(QLatin1String(".shx")),
        qUtf8Printable(overlay.error().message()));
}

void tst_Overlay::severalLayersMustBeNamed()
{
    const QString file = m_folder->filePath(QStringLiteral("two.gpkg"));
    FeatureTable a;
    a.name = QStringLiteral("districts");
    a.shapes.resize(1);
    a.shapes[0].points = {{1, 1}};
    FeatureTable b = a;
    b.name = QStringLiteral("zones");
    VERIFY_OK(writeFeatures(file, {a, b}, {}));
    const auto unnamed = readOverlay(file);
    QVERIFY(!unnamed);
    QVERIFY2(unnamed.error().message().contains(QLatin1String("districts, zones")),
        qUtf8Printable(unnamed.error().message()));
    OverlayOptions options;
    options.layer = QStringLiteral("zones");
    VERIFY_OK(readOverlay(file, options));
    options.layer = QStringLiteral("nothing");
    QCOMPARE(readOverlay(file, options).error().code, Errc::NotFound);
}

void tst_Overlay::keptInTheCity()
{
    const QString city = m_folder->path();
    QCOMPARE(overlays(city)->size(), std::size_t(0));
    const QString file = write("districts.geojson",
        collection(feature(point("539542.874,5220965.04"), R"({"name":"Vaduz","n":1,"open":true})"),
            crs("EPSG:25832")));
    OverlayOptions options;
    options.name = QString::fromUtf8("城区 2024");
    const auto imported = importOverlay(city, file, options);
    VERIFY_OK(imported);
    const auto listed = overlays(city);
    VERIFY_OK(listed);
    QCOMPARE(listed->size(), std::size_t(1));
    QCOMPARE(listed->front().name, options.name);
    QCOMPARE(listed->front().features, 1);
    QCOMPARE(listed->front().origin, QStringLiteral("districts.geojson"));
    QVERIFY(listed->front().crs.startsWith(QLatin1String("EPSG:25832")));

    const auto loaded = loadOverlay(city, options.name);
    VERIFY_OK(loaded);
    QVERIFY(loaded->features.shapes == imported->features.shapes);
    QCOMPARE(loaded->titleColumn, imported->titleColumn);
    QCOMPARE(loaded->crs, imported->crs);
    QCOMPARE(loaded->features.columns.size(), imported->features.columns.size());
    QVERIFY(loaded->remarks.empty());

    const QString other = QStringLiteral("Zones");
    QCOMPARE(renameOverlay(city, QStringLiteral("nothing"), other).error().code, Errc::NotFound);
    VERIFY_OK(renameOverlay(city, options.name, other));
    QCOMPARE(loadOverlay(city, options.name).error().code, Errc::NotFound);
    VERIFY_OK(loadOverlay(city, other));
    VERIFY_OK(importOverlay(city, file, options));
    QCOMPARE(renameOverlay(city, options.name, other).error().code, Errc::Usage);
    VERIFY_OK(removeOverlay(city, other));
    QCOMPARE(overlays(city)->size(), std::size_t(1));
    QCOMPARE(removeOverlay(city, other).error().code, Errc::NotFound);
}

void tst_Overlay::namesThatAreRefused_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"../up", "a/b", ".hidden", "a:b", " blank", "a\nb"})
        QTest::newRow(name) << QString::fromLatin1(name);
    QTest::newRow("long") << QString(81, QLatin1Char('x'));
}

void tst_Overlay::namesThatAreRefused()
{
    QFETCH(QString, name);
    const QString file = write("a.geojson", collection(feature(point("1,1"))));
    OverlayOptions options;
    options.name = name;
    QCOMPARE(importOverlay(m_folder->path(), file, options).error().code, Errc::Usage);
    QVERIFY(!loadOverlay(m_folder->path(), name));
    QVERIFY(!removeOverlay(m_folder->path(), name));
}

QTEST_GUILESS_MAIN(tst_Overlay)

#include "tst_overlay.moc"
