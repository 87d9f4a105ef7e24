// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl_process.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

constexpr int kRampRows = 400;
constexpr int kWeeklyRows = 5 * 7 * 24;
/// Values come from a CSV file by way of floats.
constexpr double kFloatTolerance = 1e-3;

QString fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

bool writeFile(const QString &path, const QByteArray &content)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
}

QByteArray timeText(int minutes)
{
    // 2024-01-01 was a Monday.
    static const QDateTime kStart(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC);
    return kStart.addSecs(60LL * minutes).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")).toUtf8();
}

/// Site a rises by 1 a step, site b by 2: last value is wrong by h and 2 h after h steps.
QByteArray rampCsv()
{
    QByteArray csv = "time,a,b\n";
    for (int row = 0; row < kRampRows; ++row) {
        csv += timeText(5 * row) + ',' + QByteArray::number(row + 1) + ','
            + QByteArray::number(2 * row + 2) + '\n';
    }
    return csv;
}

/// Hourly values that are the same every week: the seasonal mean is never wrong.
QByteArray weeklyCsv()
{
    QByteArray csv = "time,a,b\n";
    for (int row = 0; row < kWeeklyRows; ++row) {
        const int hour = row % (7 * 24);
        csv += timeText(60 * row) + ',' + QByteArray::number(50 + hour % 24) + ','
            + QByteArray::number(30 + hour * hour % 17) + '\n';
    }
    return csv;
}

double number(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toDouble(std::nan(""));
}

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QJsonArray list(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toArray();
}

} // namespace

#define VERIFY_DONE(run) QVERIFY2((run).status == 0, qUtf8Printable((run).err + (run).out))

class tst_Ctl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void helpAtEveryLevel_data();
    void helpAtEveryLevel();
    void wrongUsage_data();
    void wrongUsage();
    void demoSaysWhatItMade();
    void importSaysWhatItRead();
    void importKeepsHolidays();
    void countsIncidents();
    void importTakesAMap();
    void badFileChangesNothing_data();
    void badFileChangesNothing();
    void badRowsCanBeSkipped();
    void trainingGivesTheClosedForm();
    void seasonalIsExactOnAWeeklyPattern();
    void foldsCurvesAndComparisons();
    void modelsLiveAndRetire();
    void forecastSeesNothingLater();
    void forecastFiles();
    void cityOfNewerVersionIsRefused();
    void interruptedDemoLeavesNothing();
    void doctorChecksTheInstallation();

private:
    [[nodiscard]] QString path(const char *name) const
    {
        return m_folder.filePath(QLatin1String(name));
    }
    /// With --json and --city, and --quiet so that remarks are not taken for results.
    [[nodiscard]] CtlRun inCity(const QString &city, const QStringList &arguments) const
    {
        return runCtl(arguments
                + QStringList{QStringLiteral("--json"), QStringLiteral("--quiet"),
                    QStringLiteral("--city"), city},
            m_folder.path());
    }
    [[nodiscard]] CtlRun inCity(const QStringList &arguments) const
    {
        return inCity(m_city, arguments);
    }

    QTemporaryDir m_folder;
    QString m_city;
    QString m_rampRun;
};

void tst_Ctl::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_city = path("test.city");
    QVERIFY(writeFile(path("ramp_flow.csv"), rampCsv()));
    QVERIFY(writeFile(path("weekly_flow.csv"), weeklyCsv()));
}

void tst_Ctl::helpAtEveryLevel_data()
{
    QTest::addColumn<QStringList>("verb");
    QTest::newRow("program") << QStringList();
    for (const char *verb : {"demo", "info", "import", "count", "train", "tune", "crossvalidate",
             "learningcurve", "evaluate", "runs", "compare", "forecast", "models", "doctor"})
        QTest::newRow(verb) << QStringList{QLatin1String(verb)};
    QTest::newRow("models promote")
        << QStringList{QStringLiteral("models"), QStringLiteral("promote")};
}

void tst_Ctl::helpAtEveryLevel()
{
    QFETCH(QStringList, verb);
    const CtlRun run = runCtl(verb + QStringList{QStringLiteral("--help")});
    QCOMPARE(run.status, 0);
    QVERIFY(run.out.contains(QLatin1String("Usage:")));
    QVERIFY(run.out.contains(QLatin1String("--city")));
    QCOMPARE(run.err, QString());
}

void tst_Ctl::wrongUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("mentioned");
    const auto row = [](const char *name, const char *arguments, const char *mentioned) {
        QTest::newRow(name) << QString::fromLatin1(arguments).split(
            QLatin1Char(' '), Qt::SkipEmptyParts)
                            << QString::fromLatin1(mentioned);
    };
    row("noVerb", "", "subcommand");
    row("unknownVerb", "dance", "dance");
    row("unknownOption", "info --colour red", "--colour");
    row("demoWithoutFolder", "demo", "DIR");
    row("wrongSize", "demo x.city --size huge", "huge");
    row("wrongDays", "demo x.city --days 0", "--days");
    row("wrongTime", "demo x.city --end yesterday", "yesterday");
    row("importWithoutFile", "import", "FILE");
    row("importMissingFile", "import no_such_file.csv", "no_such_file.csv");
    row("importUnknownFormat", "import ramp_flow.csv --as xml", "xml");
    row("importUnknownZone", "import ramp_flow.csv --zone Mars/Base", "Mars/Base");
    row("importWrongZeros", "import ramp_flow.csv --zeros maybe", "maybe");
    row("countWithoutName", "count", "INCIDENTS");
    row("countWithoutUnit", "count calls --step 5", "--step");
    row("countByNothing", "count calls --by moon", "moon");
    row("trainWithoutData", "train", "--data");
    row("trainWrongTask", "train --data x --task dream", "dream");
    row("trainWrongSplit", "train --data x --split 0.5,0.6", "0.5,0.6");
    row("trainWrongSetting", "train --data x --set width", "width");
    row("trainUnknownModel", "train --data x --model oracle", "oracle");
    row("trainWithoutPresets", "train --data x --model seasonal --preset large", "large");
    row("resumeWithData", "train --resume last --data x", "--data");
    row("tuneNothing", "tune --data x --model seasonal --search width", "width");
    row("crossvalidateWrongScheme", "crossvalidate --data x --scheme leap", "leap");
    row("learningcurveWrongDays", "learningcurve --data x --days few", "few");
    row("compareOne", "compare r0001-seasonal", "RIVAL");
    row("noThreads", "info --threads 0", "--threads");
    row("noCity", "info --city nowhere.city", "nowhere.city");
    row("forecastWrongEnding", "forecast m --out m.xls", ".geojson");
    row("modelsWithoutVerb", "models", "subcommand");
    row("unknownModelsVerb", "models dance", "dance");
}

void tst_Ctl::wrongUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, mentioned);
    const CtlRun run = runCtl(arguments + QStringList{QStringLiteral("--json")}, m_folder.path());
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.contains(mentioned), qUtf8Printable(run.err));
    QCOMPARE(run.json.keys(), QStringList{QStringLiteral("error")});
    const QJsonObject error = run.json.value(QLatin1String("error")).toObject();
    QVERIFY2(text(error, "message").contains(mentioned), qUtf8Printable(run.out));
    QVERIFY(!QFile::exists(path("x.city")));
}

void tst_Ctl::demoSaysWhatItMade()
{
    const QStringList small{QStringLiteral("--size"), QStringLiteral("small"),
        QStringLiteral("--days"), QStringLiteral("2"), QStringLiteral("--end"),
        QStringLiteral("2024-03-01"), QStringLiteral("--json"), QStringLiteral("--quiet")};
    QStringList forecasts;
    for (const char *name : {"first.city", "second.city"}) {
        const CtlRun made = runCtl(QStringList{QStringLiteral("demo"), path(name)} + small);
        VERIFY_DONE(made);
        QCOMPARE(made.err, QString());
        QVERIFY(number(made.json, "sites") > 0);
        QVERIFY(number(made.json, "links") > 0);
        QCOMPARE(number(made.json, "days"), 2.0);
        QVERIFY(number(made.json, "seconds") >= 0.0);
        QCOMPARE(text(made.json, "city"), path(name));

        const CtlRun info = inCity(path(name), {QStringLiteral("info")});
        VERIFY_DONE(info);
        QCOMPARE(number(info.json, "links"), number(made.json, "links"));
        QCOMPARE(number(info.json, "models"), 0.0);
        double sites = 0.0;
        for (const QJsonValue &value : list(info.json, "datasets")) {
            const QJsonObject dataset = value.toObject();
            QVERIFY(dataset.value(QLatin1String("simulated")).toBool());
            QVERIFY(!list(dataset, "channels").isEmpty());
            QVERIFY(number(dataset, "missingShare") >= 0.0);
            sites += number(dataset, "sites");
        }
        QCOMPARE(sites, number(made.json, "sites"));
        QJsonObject comparable = info.json;
        comparable.remove(QStringLiteral("directory"));
        forecasts.append(QString::fromUtf8(QJsonDocument(comparable).toJson()));
    }
    QCOMPARE(forecasts[0], forecasts[1]);
}

void tst_Ctl::importSaysWhatItRead()
{
    const CtlRun run = inCity({QStringLiteral("import"), QStringLiteral("ramp_flow.csv"),
        QStringLiteral("--into"), QStringLiteral("ramp"), QStringLiteral("--channel"),
        QStringLiteral("flow"), QStringLiteral("--unit"), QStringLiteral("veh/h")});
    VERIFY_DONE(run);
    QCOMPARE(text(run.json, "dataset"), QStringLiteral("ramp"));
    QCOMPARE(number(run.json, "rows"), double(kRampRows));
    QCOMPARE(number(run.json, "values"), 2.0 * kRampRows);
    QCOMPARE(number(run.json, "sites"), 2.0);
    QCOMPARE(list(run.json, "rejected").size(), 0);
    QCOMPARE(text(run.json, "from"), QStringLiteral("2024-01-01T00:00:00Z"));
    QCOMPARE(text(run.json, "to"), QStringLiteral("2024-01-02T09:15:00Z"));

    const CtlRun info = inCity({QStringLiteral("info")});
    VERIFY_DONE(info);
    const QJsonObject dataset = list(info.json, "datasets").first().toObject();
    QCOMPARE(text(dataset, "name"), QStringLiteral("ramp"));
    QCOMPARE(number(dataset, "steps"), double(kRampRows));
    QCOMPARE(number(dataset, "missingShare"), 0.0);
    QCOMPARE(list(dataset, "channels"), QJsonArray{QStringLiteral("flow")});
    QVERIFY(!dataset.value(QLatin1String("simulated")).toBool());
}

void tst_Ctl::importKeepsHolidays()
{
    QVERIFY(writeFile(
        path("feasts.csv"), "date,name\n2024-12-25,Christmas Day\n2024-12-26,Boxing Day\n"));
    const CtlRun run =
        inCity(path("feasts.city"), {QStringLiteral("import"), QStringLiteral("feasts.csv")});
    VERIFY_DONE(run);
    QCOMPARE(number(run.json, "holidays"), 2.0);
    QCOMPARE(number(run.json, "rows"), 2.0);
    QVERIFY(run.json.value(QLatin1String("stored")).toBool());
    const CtlRun info = inCity(path("feasts.city"), {QStringLiteral("info")});
    VERIFY_DONE(info);
    QCOMPARE(number(info.json, "holidays"), 2.0);
}

void tst_Ctl::countsIncidents()
{
    QByteArray csv = "timeStamp,lat,lng,title\n";
    for (int minute = 0; minute < 48 * 60; minute += 20) // three an hour for two days
        csv += timeText(minute) + ",40." + QByteArray::number(100 + minute % 60) + ",-75.3,"
            + (minute % 60 == 0 ? "Fire: ALARM" : "EMS: FALL") + '\n';
    QVERIFY(writeFile(path("calls.csv"), csv));
    const QString city = path("calls.city");
    const auto count = [&](const QStringList &more) {
        return inCity(city, QStringList{QStringLiteral("count"), QStringLiteral("calls")} + more);
    };
    VERIFY_DONE(inCity(city, {QStringLiteral("import"), QStringLiteral("calls.csv")}));
    const CtlRun hours = count({QStringLiteral("--into"), QStringLiteral("per-hour")});
    VERIFY_DONE(hours);
    QCOMPARE(text(hours.json, "dataset"), QStringLiteral("per-hour"));
    QCOMPARE(number(hours.json, "sites"), 2.0);
    QCOMPARE(number(hours.json, "steps"), 48.0);
    QCOMPARE(number(hours.json, "incidents"), 144.0);
    QCOMPARE(text(hours.json, "from"), QStringLiteral("2024-01-01T00:00:00Z"));
    QCOMPARE(text(hours.json, "to"), QStringLiteral("2024-01-02T23:00:00Z"));

    const CtlRun days = count({QStringLiteral("--step"), QStringLiteral("1d"),
        QStringLiteral("--by"), QStringLiteral("all")});
    VERIFY_DONE(days);
    QCOMPARE(text(days.json, "dataset"), QStringLiteral("calls-counts"));
    QCOMPARE(number(days.json, "steps"), 2.0);
    QCOMPARE(number(days.json, "sites"), 1.0);
    const CtlRun cells =
        count({QStringLiteral("--by"), QStringLiteral("cell"), QStringLiteral("--cell"),
            QStringLiteral("500"), QStringLiteral("--into"), QStringLiteral("cells")});
    VERIFY_DONE(cells);
    QCOMPARE(number(cells.json, "incidents"), 144.0);
    QCOMPARE(number(cells.json, "sites"), 3.0); // 20 minutes of 0.001 degrees are 2.2 km

    // The same again is welcome, another way of counting under the same name is not.
    VERIFY_DONE(count({QStringLiteral("--into"), QStringLiteral("per-hour")}));
    const CtlRun other = count({QStringLiteral("--into"), QStringLiteral("per-hour"),
        QStringLiteral("--by"), QStringLiteral("all")});
    QCOMPARE(other.status, 2);
    const CtlRun none = inCity(city, {QStringLiteral("count"), QStringLiteral("crimes")});
    QCOMPARE(none.status, 2);
    QVERIFY(none.err.contains(QLatin1String("calls")));

    const CtlRun info = inCity(city, {QStringLiteral("info")});
    VERIFY_DONE(info);
    for (const QJsonValue &value : list(info.json, "datasets")) {
        QCOMPARE(text(value.toObject(), "domain"), QStringLiteral("safety"));
        QCOMPARE(list(value.toObject(), "channels"), QJsonArray{QStringLiteral("count")});
        QCOMPARE(number(value.toObject(), "missingShare"), 0.0);
    }
    QCOMPARE(list(info.json, "datasets").size(), 3);
}

void tst_Ctl::importTakesAMap()
{
    QVERIFY(writeFile(path("town.osm"),
        "<osm version=\"0.6\"><node id=\"1\" version=\"1\" lat=\"56\" lon=\"10\"/>"
        "<node id=\"2\" version=\"1\" lat=\"56\" lon=\"10.01\"/>"
        "<way id=\"3\" version=\"1\"><nd ref=\"1\"/><nd ref=\"2\"/>"
        "<tag k=\"highway\" v=\"primary\"/></way></osm>"));
    const QString city = path("town.city");
    const CtlRun run = inCity(city, {QStringLiteral("import"), QStringLiteral("town.osm")});
    VERIFY_DONE(run);
    QCOMPARE(number(run.json, "nodes"), 2.0);
    QCOMPARE(number(run.json, "links"), 2.0);
    const double km = 0.01 * std::cos(56.0 * M_PI / 180.0) * 6371.0088 * M_PI / 180.0;
    const QJsonObject byClass = run.json.value(QLatin1String("lengthKmByClass")).toObject();
    QVERIFY(std::abs(number(byClass, "primary") - km) < 1e-6);
    QVERIFY(text(run.json, "attribution").contains(QLatin1String("OpenStreetMap contributors")));

    const CtlRun info = inCity(city, {QStringLiteral("info")});
    VERIFY_DONE(info);
    const QJsonObject ground = info.json.value(QLatin1String("ground")).toObject();
    QCOMPARE(number(ground, "links"), 2.0);
    QCOMPARE(text(ground, "source"), QStringLiteral("town.osm"));

    QVERIFY(writeFile(path("cut.osm"), "<osm version=\"0.6\"><node id=\"1\""));
    const CtlRun cut = inCity(city, {QStringLiteral("import"), QStringLiteral("cut.osm")});
    QCOMPARE(cut.status, 2);
    QCOMPARE(number(inCity(city, {QStringLiteral("info")}).json, "links"), 2.0);
}

void tst_Ctl::badFileChangesNothing_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("place"); // file, and line where there is one
    const QByteArray good = "time,a,b\n2024-01-01 00:00,1,2\n2024-01-01 00:05,1,2\n";
    QTest::newRow("empty") << QByteArray() << QStringLiteral("bad_flow.csv");
    QTest::newRow("notText") << QByteArray("\x7f\x45\x4c\x46\x00\x01\xff\xfe\x00\x00", 10)
                             << QStringLiteral("bad_flow.csv");
    QTest::newRow("noTimeColumn") << QByteArray("a,b\n1,2\n3,4\n")
                                  << QStringLiteral("bad_flow.csv");
    QTest::newRow("textInNumber") << good + "2024-01-01 00:10,fast,2\n"
                                  << QStringLiteral("bad_flow.csv:4");
    QTest::newRow("raggedRow") << good + "2024-01-01 00:10,1\n" << QStringLiteral("bad_flow.csv:4");
    QTest::newRow("duplicateTime") << good + "2024-01-01 00:05,3,4\n"
                                   << QStringLiteral("bad_flow.csv:4");
    QTest::newRow("notATime") << good + "noon,3,4\n" << QStringLiteral("bad_flow.csv:4");
}

void tst_Ctl::badFileChangesNothing()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, place);
    QVERIFY(writeFile(path("bad_flow.csv"), content));
    const CtlRun before = inCity({QStringLiteral("info")});
    const CtlRun run = inCity({QStringLiteral("import"), QStringLiteral("bad_flow.csv"),
        QStringLiteral("--into"), QStringLiteral("bad")});
    QCOMPARE(run.status, 2);
    QVERIFY2(run.err.contains(place), qUtf8Printable(run.err));
    QVERIFY(!run.json.value(QLatin1String("error")).toObject().isEmpty());
    QCOMPARE(inCity({QStringLiteral("info")}).json, before.json);
}

void tst_Ctl::badRowsCanBeSkipped()
{
    QVERIFY(writeFile(path("bad_flow.csv"),
        "time,a,b\n2024-01-01 00:00,1,2\n2024-01-01 00:05,fast,2\n2024-01-01 00:10,1\n"
        "2024-01-01 00:15,1,2\n"));
    const QStringList command{QStringLiteral("import"), QStringLiteral("bad_flow.csv"),
        QStringLiteral("--into"), QStringLiteral("holes")};
    const CtlRun stopped = inCity(path("holes.city"), command);
    QCOMPARE(stopped.status, 2);
    QVERIFY2(stopped.err.contains(QLatin1String("--on-error skip")), qUtf8Printable(stopped.err));
    QVERIFY(!QFile::exists(path("holes.city")));

    const CtlRun skipped = inCity(path("holes.city"),
        command + QStringList{QStringLiteral("--on-error"), QStringLiteral("skip")});
    VERIFY_DONE(skipped);
    const QJsonArray rejected = list(skipped.json, "rejected");
    QCOMPARE(rejected, list(stopped.json, "rejected"));
    QCOMPARE(rejected.size(), 2);
    QCOMPARE(number(rejected[0].toObject(), "line"), 3.0);
    QCOMPARE(number(rejected[1].toObject(), "line"), 4.0);
    QVERIFY(text(rejected[0].toObject(), "file").endsWith(QLatin1String("bad_flow.csv")));
    QVERIFY(!text(rejected[0].toObject(), "reason").isEmpty());
}

void tst_Ctl::trainingGivesTheClosedForm()
{
    const CtlRun run = inCity({QStringLiteral("train"), QStringLiteral("--data"),
        QStringLiteral("ramp"), QStringLiteral("--model"), QStringLiteral("last-value")});
    VERIFY_DONE(run);
    m_rampRun = text(run.json, "run");
    QVERIFY(!m_rampRun.isEmpty());
    QCOMPARE(text(run.json, "model"), QStringLiteral("last-value"));
    QCOMPARE(number(run.json, "epochs"), 1.0);
    const QJsonObject test = run.json.value(QLatin1String("test")).toObject();
    const QJsonArray horizons = list(test, "horizons");
    QCOMPARE(horizons.size(), 12);
    // The upper quantiles know the ramp, the others stay: the mean, which the RMSE is of, goes
    // 0.45 of the way (the weights of the levels above 0.5 in quantileMeanWeights()).
    constexpr double kMissed = 0.55;
    for (int step = 1; step <= 12; ++step) {
        const QJsonObject figures = horizons[step - 1].toObject();
        QCOMPARE(number(figures, "step"), double(step));
        QVERIFY(std::abs(number(figures, "mae") - 1.5 * step) < kFloatTolerance);
        QVERIFY(
            std::abs(number(figures, "rmse") - kMissed * std::sqrt(2.5) * step) < kFloatTolerance);
    }
    // Mean of 1.5 h, and root mean of 2.5 h², over h = 1 … 12.
    QVERIFY(std::abs(number(test, "mae") - 9.75) < kFloatTolerance);
    QVERIFY(
        std::abs(number(test, "rmse") - kMissed * std::sqrt(2.5 * 650.0 / 12.0)) < kFloatTolerance);
    QVERIFY(number(run.json.value(QLatin1String("validation")).toObject(), "mae") > 0.0);
    QVERIFY(
        run.json.value(QLatin1String("baselines")).toObject().contains(QLatin1String("seasonal")));

    const CtlRun again = inCity({QStringLiteral("evaluate"), m_rampRun});
    VERIFY_DONE(again);
    QCOMPARE(again.json.value(QLatin1String("test")).toObject(), test);
    QCOMPARE(number(again.json, "mae"), number(test, "mae"));

    const CtlRun runs = inCity({QStringLiteral("runs")});
    VERIFY_DONE(runs);
    QCOMPARE(list(runs.json, "runs").size(), 1);
    const CtlRun shown = inCity({QStringLiteral("runs"), m_rampRun});
    VERIFY_DONE(shown);
    QJsonObject record = shown.json;
    const QJsonObject analysis = record.take(QLatin1String("analysis")).toObject();
    QCOMPARE(record, list(runs.json, "runs").first().toObject());
    QCOMPARE(analysis.value(QLatin1String("metrics")).toObject(), test);
    QCOMPARE(list(analysis, "hours").size(), 24);
    QCOMPARE(list(runs.json, "unfinished").size(), 0);
}

void tst_Ctl::seasonalIsExactOnAWeeklyPattern()
{
    VERIFY_DONE(inCity(
        {QStringLiteral("import"), QStringLiteral("weekly_flow.csv"), QStringLiteral("--into"),
            QStringLiteral("weekly"), QStringLiteral("--channel"), QStringLiteral("flow")}));
    const CtlRun run = inCity({QStringLiteral("train"), QStringLiteral("--data"),
        QStringLiteral("weekly"), QStringLiteral("--model"), QStringLiteral("seasonal"),
        QStringLiteral("--split"), QStringLiteral("0.6,0.2,0.2")});
    VERIFY_DONE(run);
    const QJsonObject test = run.json.value(QLatin1String("test")).toObject();
    QVERIFY2(number(test, "mae") < kFloatTolerance, qUtf8Printable(run.out));
    const QJsonObject lastValue = run.json.value(QLatin1String("baselines"))
                                      .toObject()
                                      .value(QLatin1String("last-value"))
                                      .toObject();
    QVERIFY(number(lastValue, "mae") > 1.0);
}

// The weekly pattern again: the seasonal mean is never wrong, the last value is.
void tst_Ctl::foldsCurvesAndComparisons()
{
    const auto weekly = [this](const QString &verb, const QStringList &more) {
        return inCity(QStringList{verb, QStringLiteral("--data"), QStringLiteral("weekly")} + more);
    };
    const QStringList last{QStringLiteral("--model"), QStringLiteral("last-value")};
    const CtlRun run = weekly(QStringLiteral("train"), last);
    VERIFY_DONE(run);
    const CtlRun runs = inCity({QStringLiteral("runs")});
    VERIFY_DONE(runs);
    QString seasonal;
    for (const QJsonValue &known : list(runs.json, "runs")) {
        const QJsonObject spec = known[QLatin1String("spec")].toObject();
        if (text(spec, "model") == QLatin1String("seasonal")
            && text(spec, "dataset") == QLatin1String("weekly"))
            seasonal = known[QLatin1String("id")].toString();
    }
    const CtlRun compared = inCity({QStringLiteral("compare"), seasonal, text(run.json, "run")});
    VERIFY_DONE(compared);
    QVERIFY(number(compared.json, "mae") < kFloatTolerance);
    QVERIFY(number(compared.json, "upper") < 0.0);
    QVERIFY(number(compared.json, "pValue") < 0.05);
    QCOMPARE(text(compared.json, "rival"), text(run.json, "run"));

    const CtlRun folds = weekly(QStringLiteral("crossvalidate"),
        last + QStringList{QStringLiteral("--folds"), QStringLiteral("3")});
    VERIFY_DONE(folds);
    QCOMPARE(list(folds.json, "folds").size(), 3);
    QVERIFY(number(folds.json.value(QLatin1String("test")).toObject(), "mae") > 0.0);
    const CtlRun curve = weekly(QStringLiteral("learningcurve"),
        last + QStringList{QStringLiteral("--days"), QStringLiteral("2,4")});
    VERIFY_DONE(curve);
    QCOMPARE(list(curve.json, "points").size(), 2);

    // A finished run is told from an interrupted one.
    const CtlRun finished =
        inCity({QStringLiteral("train"), QStringLiteral("--resume"), text(run.json, "run")});
    QCOMPARE(finished.status, 2);
    QVERIFY2(finished.out.contains(QLatin1String("--start-from")), qUtf8Printable(finished.out));
    const CtlRun none =
        inCity({QStringLiteral("train"), QStringLiteral("--resume"), QStringLiteral("last")});
    QCOMPARE(none.status, 2);
}

void tst_Ctl::modelsLiveAndRetire()
{
    QVERIFY(!m_rampRun.isEmpty());
    const auto stageOf = [this](const QString &id) {
        return text(inCity({QStringLiteral("models"), QStringLiteral("show"), id}).json, "stage");
    };
    const CtlRun first = inCity({QStringLiteral("models"), QStringLiteral("register"), m_rampRun});
    VERIFY_DONE(first);
    const QString firstId = text(first.json, "id");
    QCOMPARE(firstId, QStringLiteral("ramp-flow/1"));
    QCOMPARE(text(first.json, "stage"), QStringLiteral("candidate"));
    VERIFY_DONE(inCity({QStringLiteral("models"), QStringLiteral("promote"), firstId}));
    QCOMPARE(stageOf(firstId), QStringLiteral("live"));

    const CtlRun second =
        inCity({QStringLiteral("train"), QStringLiteral("--data"), QStringLiteral("ramp"),
            QStringLiteral("--model"), QStringLiteral("last-value"), QStringLiteral("--deploy")});
    VERIFY_DONE(second);
    QCOMPARE(text(second.json, "deployed"), QStringLiteral("ramp-flow/2"));
    QCOMPARE(stageOf(firstId), QStringLiteral("retired"));

    VERIFY_DONE(inCity(
        {QStringLiteral("models"), QStringLiteral("rollback"), QStringLiteral("ramp-flow")}));
    QCOMPARE(stageOf(firstId), QStringLiteral("live"));
    const CtlRun all = inCity({QStringLiteral("models"), QStringLiteral("list")});
    VERIFY_DONE(all);
    QCOMPARE(list(all.json, "models").size(), 2);
    QCOMPARE(
        inCity({QStringLiteral("models"), QStringLiteral("show"), QStringLiteral("no/9")}).status,
        2);
}

void tst_Ctl::forecastSeesNothingLater()
{
    // Row 199 is 16:35; its values are 200 and 400, and last value repeats them.
    const CtlRun run = inCity({QStringLiteral("forecast"), QStringLiteral("ramp-flow"),
        QStringLiteral("--at"), QStringLiteral("2024-01-01 16:37")});
    VERIFY_DONE(run);
    QCOMPARE(text(run.json, "issued"), QStringLiteral("2024-01-01T16:35:00Z"));
    QCOMPARE(number(run.json, "horizonMinutes"), 60.0);
    const QJsonArray sites = list(run.json, "sites");
    QCOMPARE(sites.size(), 2);
    const double expected[] = {200.0, 400.0};
    for (int site = 0; site < 2; ++site) {
        const QJsonArray values = list(sites[site].toObject(), "values");
        QCOMPARE(values.size(), 12);
        QCOMPARE(text(values[0].toObject(), "at"), QStringLiteral("2024-01-01T16:40:00Z"));
        for (const QJsonValue &value : values) {
            const QJsonObject quantiles = value.toObject();
            QVERIFY(std::abs(number(quantiles, "p50") - expected[site]) < kFloatTolerance);
            QVERIFY(number(quantiles, "p10") <= number(quantiles, "p50"));
            QVERIFY(number(quantiles, "p90") >= number(quantiles, "p50"));
        }
    }
    const CtlRun latest = inCity({QStringLiteral("forecast"), QStringLiteral("ramp-flow")});
    VERIFY_DONE(latest);
    QCOMPARE(text(latest.json, "issued"), QStringLiteral("2024-01-02T09:15:00Z"));
}

void tst_Ctl::forecastFiles()
{
    VERIFY_DONE(inCity({QStringLiteral("forecast"), QStringLiteral("ramp-flow"),
        QStringLiteral("--out"), path("out.csv")}));
    const QStringList rows = fileText(path("out.csv")).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QStringList table;
    for (const QString &row : rows) {
        if (!row.startsWith(QLatin1Char('#')))
            table.append(row);
    }
    QCOMPARE(table.size(), 1 + 2 * 12);
    QCOMPARE(table[0],
        QStringLiteral("site,latitude,longitude,at,p5,p10,p20,p30,p40,p50,p60,p70,p80,p90,p95"));
    QVERIFY(table[1].startsWith(QLatin1String("a,,,2024-01-02T09:20:00Z,")));

    VERIFY_DONE(inCity({QStringLiteral("forecast"), QStringLiteral("ramp-flow"),
        QStringLiteral("--out"), path("out.geojson")}));
    const QJsonObject collection =
        QJsonDocument::fromJson(fileText(path("out.geojson")).toUtf8()).object();
    QCOMPARE(text(collection, "type"), QStringLiteral("FeatureCollection"));
    QCOMPARE(text(collection, "unit"), QStringLiteral("veh/h"));
    QCOMPARE(list(collection, "features").size(), 2);

    const CtlRun nowhere = inCity({QStringLiteral("forecast"), QStringLiteral("ramp-flow"),
        QStringLiteral("--out"), path("no_such_folder/out.csv")});
    QCOMPARE(nowhere.status, 1);
    QVERIFY2(nowhere.err.contains(QLatin1String("out.csv")), qUtf8Printable(nowhere.err));
}

void tst_Ctl::cityOfNewerVersionIsRefused()
{
    const QString city = path("newer.city");
    VERIFY_DONE(inCity(city, {QStringLiteral("import"), QStringLiteral("ramp_flow.csv")}));
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("newer"));
        database.setDatabaseName(city + QLatin1String("/city.sqlite"));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY(query.exec(QStringLiteral("PRAGMA user_version = 9999")));
    }
    QSqlDatabase::removeDatabase(QStringLiteral("newer"));
    for (const QStringList &verb : {QStringList{QStringLiteral("info")},
             QStringList{QStringLiteral("import"), QStringLiteral("ramp_flow.csv")}}) {
        const CtlRun run = inCity(city, verb);
        QCOMPARE(run.status, 2);
        QVERIFY2(run.err.contains(QLatin1String("9999")), qUtf8Printable(run.err));
    }
}

void tst_Ctl::interruptedDemoLeavesNothing()
{
    const QStringList before = QDir(m_folder.path()).entryList();
    const CtlRun run =
        runCtl({QStringLiteral("demo"), path("large.city"), QStringLiteral("--size"),
                   QStringLiteral("large"), QStringLiteral("--days"), QStringLiteral("200")},
            {}, [](const QString &err) { return !err.isEmpty(); });
    QCOMPARE(run.status, 3);
    QCOMPARE(run.out, QString());
    QCOMPARE(QDir(m_folder.path()).entryList(), before);
}

void tst_Ctl::doctorChecksTheInstallation()
{
    const CtlRun run = inCity({QStringLiteral("doctor")});
    VERIFY_DONE(run);
    QStringList names;
    for (const QJsonValue &value : list(run.json, "checks")) {
        const QJsonObject check = value.toObject();
        names.append(text(check, "name"));
        QVERIFY(!text(check, "value").isEmpty());
        QVERIFY(check.value(QLatin1String("ok")).toBool() || !text(check, "advice").isEmpty());
    }
    for (const char *name : {"torch", "blas", "threads", "database", "disk", "time zones"})
        QVERIFY2(names.contains(QLatin1String(name)), name);
}

QTEST_GUILESS_MAIN(tst_Ctl)
#include "tst_ctl.moc"
