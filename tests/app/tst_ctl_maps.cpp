// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl_process.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;

namespace {

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList words(const char *text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

double number(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toDouble(-1.0);
}

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

/// Two districts of the demo city.
QByteArray districts()
{
    return R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"West","people":1200},"geometry":{"type":"Polygon",
"coordinates":[[[7.96,46.97],[7.99,46.97],[7.99,47.02],[7.96,47.02],[7.96,46.97]]]}},
{"type":"Feature","properties":{"name":"East","people":3400},"geometry":{"type":"Polygon",
"coordinates":[[[7.99,46.97],[8.03,46.97],[8.03,47.02],[7.99,47.02],[7.99,46.97]]]}}]})";
}

/// A street of two ways between three nodes, and a pond.
QByteArray townOsm()
{
    return R"(<?xml version="1.0" encoding="UTF-8"?>
<osm version="0.6" generator="test">
<node id="1" version="1" lat="47.10" lon="9.50"/><node id="2" version="1" lat="47.10" lon="9.51"/>
<node id="3" version="1" lat="47.11" lon="9.51"/><node id="4" version="1" lat="47.11" lon="9.50"/>
<way id="10" version="1"><nd ref="1"/><nd ref="2"/><tag k="highway" v="primary"/>
<tag k="name" v="Main Street"/></way>
<way id="11" version="1"><nd ref="2"/><nd ref="3"/><tag k="highway" v="residential"/></way>
<way id="12" version="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/><nd ref="4"/><nd ref="1"/>
<tag k="natural" v="water"/></way>
</osm>)";
}

/// Share of pixels in which two pictures of one size differ.
double difference(const QImage &a, const QImage &b)
{
    qint64 differing = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
            differing += a.pixel(x, y) != b.pixel(x, y);
    }
    return double(differing) / (double(a.width()) * a.height());
}

} // namespace

#define VERIFY_DONE(run) QVERIFY2((run).status == 0, qUtf8Printable((run).err + (run).out))

class tst_CtlMaps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exportsEachKind_data();
    void exportsEachKind();
    void exportIsRefused_data();
    void exportIsRefused();
    void rendersTheCity();
    void rendersTheSameAgain();
    void rendersWhatIsAskedFor();
    void rendersTheExtent();
    void rendersInChinese();
    void renderIsRefused_data();
    void renderIsRefused();
    void rendersAnImportedMap();
    void nothingToRender();
    void keepsALayer();
    void layerIsRefused_data();
    void layerIsRefused();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// In the folder of the test, with --json and --quiet.
    [[nodiscard]] CtlRun ctl(const QStringList &arguments, const char *city = "demo.city") const
    {
        return runCtl(arguments
                + QStringList{QStringLiteral("--json"), QStringLiteral("--quiet"),
                    QStringLiteral("--city"), QLatin1String(city)},
            m_folder.path());
    }
    [[nodiscard]] CtlRun render(const char *arguments, QImage &picture)
    {
        const QString file = QStringLiteral("map.png");
        QFile::remove(path(file));
        const CtlRun run = ctl(words("render --size 480x320 --out map.png") + words(arguments));
        picture = QImage(path(file));
        return run;
    }
    [[nodiscard]] bool hasRender() const
    {
        return runCtl({QStringLiteral("render"), QStringLiteral("--help")}).status == 0;
    }

    QTemporaryDir m_folder;
};

void tst_CtlMaps::initTestCase()
{
    QVERIFY(m_folder.isValid());
    VERIFY_DONE(runCtl(
        words("demo demo.city --size small --days 1 --end 2024-03-01 --quiet"), m_folder.path()));
    QVERIFY(writeFile(path(QStringLiteral("districts.geojson")), districts()));
    QVERIFY(writeFile(path(QStringLiteral("town.osm")), townOsm()));
}

void tst_CtlMaps::exportsEachKind_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("ending");
    QTest::addColumn<QByteArray>("begin");
    const std::pair<const char *, const char *> kinds[] = {{"sites", "traffic"},
        {"sites", "air --channel no2"}, {"series", "weather"}, {"links", ""}, {"incidents", ""}};
    const std::pair<const char *, const char *> endings[] = {
        {"csv", ""}, {"geojson", "{\"type\":\"FeatureCollection\""}, {"gpkg", "SQLite format 3"}};
    for (const auto &[kind, dataset] : kinds) {
        for (const auto &[ending, begin] : endings)
            QTest::addRow("%s %s %s", kind, dataset, ending)
                << QStringLiteral("export %1 --what %2")
                       .arg(QLatin1String(dataset), QLatin1String(kind))
                << QString::fromLatin1(ending) << QByteArray(begin);
    }
}

void tst_CtlMaps::exportsEachKind()
{
    QFETCH(QString, arguments);
    QFETCH(QString, ending);
    QFETCH(QByteArray, begin);
    const QString file = QStringLiteral("out.") + ending;
    const CtlRun run =
        ctl(words(arguments.toUtf8().constData()) + QStringList{QStringLiteral("--out"), file});
    VERIFY_DONE(run);
    QCOMPARE(run.err, QString());
    QVERIFY(number(run.json, "rows") > 0);
    QVERIFY(run.json.value(QLatin1String("simulated")).toBool());
    const QByteArray bytes = bytesOf(path(file));
    QCOMPARE(number(run.json, "bytes"), double(bytes.size()));
    QVERIFY(bytes.startsWith(begin));
    if (ending == QLatin1String("geojson")) {
        const QJsonObject json = QJsonDocument::fromJson(bytes).object();
        QCOMPARE(double(json.value(QLatin1String("features")).toArray().size()),
            number(run.json, "rows"));
    } else if (ending == QLatin1String("csv")) {
        QCOMPARE(double(bytes.count("\r\n") - 1), number(run.json, "rows"));
        QVERIFY(QFile::exists(path(file + QStringLiteral("-metadata.json"))));
    }
}

void tst_CtlMaps::exportIsRefused_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("mentioned");
    const auto row = [](const char *name, const char *arguments, const char *mentioned) {
        QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(mentioned);
    };
    row("ending", "traffic --out x.xls", ".gpkg");
    row("no data set", "--out x.csv", "DATASET");
    row("unknown data set", "nix --out x.csv", "nix");
    row("unknown channel", "traffic --channel nix --out x.csv", "flow");
    row("unknown kind", "traffic --what dreams --out x.csv", "dreams");
    row("wrong time", "traffic --at noon --out x.csv", "noon");
    row("nothing then", "traffic --at 1999-01-01 --out x.csv", "traffic");
    row("end before begin", "traffic --what series --from 2024-02-29 --to 2024-02-28 --out x.csv",
        "--to");
    row("missing folder", "traffic --out no/x.csv", "no");
}

void tst_CtlMaps::exportIsRefused()
{
    QFETCH(QString, arguments);
    QFETCH(QString, mentioned);
    const CtlRun run = ctl(words("export") + arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.contains(mentioned), qUtf8Printable(run.err));
    QVERIFY(!QFile::exists(path(QStringLiteral("x.csv"))));
}

void tst_CtlMaps::rendersTheCity()
{
    if (!hasRender())
        QSKIP("built without the desktop");
    QImage picture;
    const CtlRun run = render("--theme dark --scale 2", picture);
    VERIFY_DONE(run);
    QCOMPARE(run.err, QString()); // also without a screen or a session
    QCOMPARE(picture.size(), QSize(960, 640));
    QCOMPARE(number(run.json, "width"), 960.0);
    QCOMPARE(number(run.json, "height"), 640.0);
    QCOMPARE(text(run.json, "file"), QStringLiteral("map.png"));
    QVERIFY(number(run.json, "milliseconds") > 0.0);
    QVERIFY(number(run.json, "features") > 100.0);
    QVERIFY(run.json.value(QLatin1String("simulated")).toBool());
    QVERIFY(text(run.json, "at").startsWith(QLatin1String("2024-02-29T")));
    const QJsonArray extent = run.json.value(QLatin1String("extent")).toArray();
    QCOMPARE(extent.size(), 4);
    QVERIFY(extent[0].toDouble() < 7.98 && extent[2].toDouble() > 8.02);
    QVERIFY(extent[1].toDouble() < 46.99 && extent[3].toDouble() > 47.01);
    // The file says it too.
    QCOMPARE(picture.text(QStringLiteral("simulated")), QStringLiteral("true"));
    QCOMPARE(picture.text(QStringLiteral("at")), text(run.json, "at"));
    QVERIFY(picture.pixelColor(3, 3).lightness() < 80);
    QImage light;
    VERIFY_DONE(render("--scale 2", light));
    QVERIFY(light.pixelColor(3, 3).lightness() > 180);
}

void tst_CtlMaps::rendersTheSameAgain()
{
    if (!hasRender())
        QSKIP("built without the desktop");
    QImage first;
    QImage second;
    const CtlRun run = render("", first);
    VERIFY_DONE(run);
    VERIFY_DONE(render("", second));
    QVERIFY2(
        difference(first, second) < 1e-4, qPrintable(QString::number(difference(first, second))));
}

void tst_CtlMaps::rendersWhatIsAskedFor()
{
    if (!hasRender())
        QSKIP("built without the desktop");
    QImage all;
    QImage ground;
    QImage without;
    QImage morning;
    VERIFY_DONE(render("", all));
    const CtlRun bare = render("--layers base", ground);
    VERIFY_DONE(bare);
    QVERIFY(bare.json.value(QLatin1String("at")).isNull()); // no values, no time
    QVERIFY(bare.json.value(QLatin1String("simulated")).toBool());
    QVERIFY(difference(all, ground) > 0.02);
    VERIFY_DONE(render("--layers tiles,base,overlays,values,incidents,names,scale", without));
    QVERIFY(difference(all, without) > 0.02); // the legend
    const CtlRun early =
        render("--at 2024-02-29T08:00:00Z --dataset traffic --channel flow", morning);
    VERIFY_DONE(early);
    QCOMPARE(text(early.json, "at"), QStringLiteral("2024-02-29T08:00:00Z"));
    QVERIFY(difference(all, morning) > 0.01);
}

void tst_CtlMaps::rendersTheExtent()
{
    if (!hasRender())
        QSKIP("built without the desktop");
    QImage picture;
    const CtlRun run = render("--extent 7.99,46.99,8.01,47.01", picture);
    VERIFY_DONE(run);
    const QJsonArray extent = run.json.value(QLatin1String("extent")).toArray();
    // All of it is there, in the middle, and it touches two edges.
    QVERIFY(extent[0].toDouble() <= 7.99 + 1e-9 && extent[2].toDouble() >= 8.01 - 1e-9);
    QVERIFY(std::abs(extent[1].toDouble() - 46.99) < 1e-6);
    QVERIFY(std::abs(extent[3].toDouble() - 47.01) < 1e-6);
    QVERIFY(std::abs(extent[0].toDouble() + extent[2].toDouble() - 16.0) < 1e-6);
    QImage elsewhere;
    const CtlRun far = render("--extent 100,10,101,11", elsewhere);
    VERIFY_DONE(far);
    QCOMPARE(number(far.json, "features"), 0.0);
    QVERIFY(number(run.json, "features") > 0.0);
}

void tst_CtlMaps::rendersInChinese()
{
    if (!hasRender())
        QSKIP("built without the desktop");
    QImage english;
    QImage chinese;
    VERIFY_DONE(render("", english));
    VERIFY_DONE(render("--language zh_CN", chinese));
    QVERIFY(difference(english, chinese) > 0.002);
}

void tst_CtlMaps::renderIsRefused_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("mentioned");
    const auto row = [](const char *name, const char *arguments, const char *mentioned) {
        QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(mentioned);
    };
    row("no file", "", "--out");
    row("ending", "--out x.jpg", ".png");
    row("missing folder", "--out no/x.png", "no");
    row("size", "--out x.png --size 100", "1920x1080");
    row("no size", "--out x.png --size 0x0", "--size");
    row("too large", "--out x.png --size 30000x30000", "too large");
    row("three degrees", "--out x.png --extent 1,2,3", "--extent");
    row("west after east", "--out x.png --extent 9,47,8,48", "--extent");
    row("no degrees", "--out x.png --extent 420889,5202355,420900,5202400", "degrees");
    row("not numbers", "--out x.png --extent a,b,c,d", "a,b,c,d");
    row("nan", "--out x.png --extent nan,1,2,3", "--extent");
    row("unknown layer", "--out x.png --layers base,roads", "roads");
    row("unknown data set", "--out x.png --dataset nix", "nix");
    row("unknown channel", "--out x.png --channel nix", "nix");
    row("wrong time", "--out x.png --at noon", "noon");
    row("unknown theme", "--out x.png --theme pink", "pink");
    row("unknown language", "--out x.png --language tlh", "tlh");
    row("too sharp", "--out x.png --scale 99", "--scale");
}

void tst_CtlMaps::renderIsRefused()
{
    if (!hasRender())
        QSKIP("built without the desktop");
    QFETCH(QString, arguments);
    QFETCH(QString, mentioned);
    const QStringList before = QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden);
    const CtlRun run = ctl(words("render") + arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.contains(mentioned), qUtf8Printable(run.err));
    QCOMPARE(run.json.keys(), QStringList{QStringLiteral("error")});
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden), before);
}

void tst_CtlMaps::rendersAnImportedMap()
{
    const CtlRun made = ctl(words("import town.osm"), "town.city");
    VERIFY_DONE(made);
    QCOMPARE(number(made.json, "links"), 4.0);
    const CtlRun links = ctl(words("export --what links --out town.geojson"), "town.city");
    VERIFY_DONE(links);
    QCOMPARE(number(links.json, "rows"), 4.0);
    QVERIFY(!links.json.value(QLatin1String("simulated")).toBool());
    if (!hasRender())
        QSKIP("built without the desktop");
    const CtlRun run = ctl(words("render --out town.png --size 300x300"), "town.city");
    VERIFY_DONE(run);
    QVERIFY(!run.json.value(QLatin1String("simulated")).toBool());
    QVERIFY(text(run.json, "attribution").contains(QLatin1String("OpenStreetMap")));
    QCOMPARE(number(run.json, "features"), 4.0); // two streets, the name of one, a pond
    QVERIFY(run.json.value(QLatin1String("at")).isNull());
}

void tst_CtlMaps::nothingToRender()
{
    if (!hasRender())
        QSKIP("built without the desktop");
    QVERIFY(writeFile(path(QStringLiteral("some_flow.csv")),
        "time,a\n2024-01-01 00:00:00,1\n2024-01-01 00:05:00,2\n2024-01-01 00:10:00,3\n"));
    VERIFY_DONE(ctl(words("import some_flow.csv --channel flow --unit veh/h"), "empty.city"));
    const CtlRun run = ctl(words("render --out empty.png"), "empty.city");
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.contains(QLatin1String("OpenStreetMap")), qUtf8Printable(run.err));
    QVERIFY(!QFile::exists(path(QStringLiteral("empty.png"))));
}

void tst_CtlMaps::keepsALayer()
{
    const CtlRun run = ctl(words("import districts.geojson"));
    VERIFY_DONE(run);
    QCOMPARE(text(run.json, "overlay"), QStringLiteral("districts"));
    QCOMPARE(number(run.json, "features"), 2.0);
    QVERIFY(run.json.value(QLatin1String("stored")).toBool());
    VERIFY_DONE(ctl(words("import districts.geojson --into Zones")));
    const CtlRun info = ctl(words("info"));
    VERIFY_DONE(info);
    const QJsonArray layers = info.json.value(QLatin1String("overlays")).toArray();
    QCOMPARE(layers.size(), 2);
    QCOMPARE(layers[1][QLatin1String("name")].toString(), QStringLiteral("districts"));
    QCOMPARE(layers[1][QLatin1String("features")].toInt(), 2);
    QCOMPARE(layers[1][QLatin1String("origin")].toString(), QStringLiteral("districts.geojson"));
    if (!hasRender())
        return;
    QImage with;
    QImage without;
    VERIFY_DONE(render("--layers base,overlays", with));
    VERIFY_DONE(render("--layers base", without));
    QVERIFY(difference(with, without) > 0.1);
}

void tst_CtlMaps::layerIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("mentioned");
    QByteArray projected = districts();
    projected.replace("7.96,46.97", "420889.4,5202355.2");
    QTest::newRow("projected") << projected << QString() << QStringLiteral("EPSG:");
    QTest::newRow("cut off") << districts().left(200) << QString() << QStringLiteral("bad.geojson");
    QTest::newRow("no JSON") << QByteArray("<html>") << QString() << QStringLiteral("bad.geojson");
    QTest::newRow("unknown system")
        << districts() << QStringLiteral("--crs EPSG:1") << QStringLiteral("EPSG:1");
    QTest::newRow("two files") << districts() << QStringLiteral("districts.geojson")
                               << QStringLiteral("one");
    QTest::newRow("name") << districts() << QStringLiteral("--into ../up")
                          << QStringLiteral("../up");
}

void tst_CtlMaps::layerIsRefused()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, arguments);
    QFETCH(QString, mentioned);
    QVERIFY(writeFile(path(QStringLiteral("bad.geojson")), content));
    const CtlRun run =
        ctl(words("import bad.geojson") + arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts),
            "new.city");
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.contains(mentioned), qUtf8Printable(run.err));
    QVERIFY(!QFile::exists(path(QStringLiteral("new.city"))));
}

QTEST_GUILESS_MAIN(tst_CtlMaps)

#include "tst_ctl_maps.moc"
