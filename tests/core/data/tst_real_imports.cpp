// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/import_files.h"
#include "support/verify_ok.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace belvedere;

namespace {

QString sharedData(const QString &path)
{
    const QString root = qEnvironmentVariable(
        "BELVEDERE_DATA", QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data"));
    return QDir(root).filePath(path);
}

#define SKIP_WITHOUT(path)                                                                         \
    if (!QFile::exists(path))                                                                      \
    QSKIP(qPrintable(QStringLiteral("The data set %1 is not here.").arg(path)))

QString latin(const char *text)
{
    return QString::fromUtf8(text);
}

/// Sites of a step, "_" = missing.
QString rowText(const Series &series, int step, int channel = 0)
{
    QStringList cells;
    for (int site = 0; site < series.siteCount; ++site) {
        const float value = series.value(step, SiteId(site), channel);
        cells += std::isnan(value) ? QStringLiteral("_") : QString::number(value);
    }
    return cells.join(QLatin1Char(' '));
}

} // namespace

/// The public data sets, where they are at hand (BELVEDERE_DATA names another folder).
class tst_RealImports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void metrLa();
    void metrLaWeekAgrees();
    void aarhus();
    void pems08();
    void chicago();
    void montgomery();
};

void tst_RealImports::metrLa()
{
    const QString folder = sharedData(latin("traffic/metr_la_20/"));
    SKIP_WITHOUT(folder + latin("speed_mph_5min.csv"));
    ImportOptions options;
    options.zone = QTimeZone("UTC-08:00");
    QElapsedTimer timer;
    timer.start();
    const auto data =
        readFiles({folder + latin("speed_mph_5min.csv"), folder + latin("sensors.csv"),
                      folder + latin("adjacency_dcrnn.csv")},
            options);
    const double seconds = double(timer.nsecsElapsed()) * 1e-9;
    VERIFY_OK(data);
    qInfo("%.1f million values a second", double(data->series.size()) / seconds * 1e-6);
    QCOMPARE(data->dataset.name, latin("metr-la-20"));
    QCOMPARE(data->series.axis.count, 34272);
    QCOMPARE(data->series.siteCount, 20);
    QCOMPARE(data->rejectedCount, 0);
    QCOMPARE(formatUtc(data->series.axis.start), latin("2012-03-01T08:00:00Z"));
    QCOMPARE(data->series.channels.front().unit, latin("mph"));
    QCOMPARE(data->series.value(0, SiteId(0), 0), 65.125F);
    QCOMPARE(data->series.value(0, SiteId(19), 0), 43.5F);
    // Counted by Python's csv module: 7.85 % of the values are zero, which means missing.
    QCOMPARE(data->zerosAsMissing, 53798);
    QCOMPARE(data->dataset.missingShare, 53798.0 / 685440.0);
    float largest = 0.0F;
    for (const float value : data->series.values)
        largest = value > largest ? value : largest;
    QCOMPARE(largest, 70.0F);
    for (const Site &site : data->dataset.sites)
        QVERIFY(site.position && site.position->lat > 33.9 && site.position->lon < -118.0);
    QVERIFY(data->dataset.ties.size() > 20);
}

void tst_RealImports::metrLaWeekAgrees()
{
    const QString few = sharedData(latin("traffic/metr_la_20/speed_mph_5min.csv"));
    const QString week = sharedData(latin("traffic/metr_la_week/"));
    SKIP_WITHOUT(few);
    SKIP_WITHOUT(week + latin("speed_mph_5min.csv"));
    const auto a = readFiles({few}, {});
    const auto b = readFiles({week + latin("speed_mph_5min.csv"), week + latin("sensors.csv")}, {});
    VERIFY_OK(a);
    VERIFY_OK(b);
    QCOMPARE(b->series.axis.count, 2016);
    QCOMPARE(b->series.siteCount, 207);
    QCOMPARE(rowText(b->series, 0).left(32), latin("64.375 67.625 67.125 61.5 66.875"));
    qint64 compared = 0;
    for (int site = 0; site < a->series.siteCount; ++site) {
        const SiteId other = b->dataset.siteByCode(a->dataset.sites[std::size_t(site)].code);
        QVERIFY(other.valid());
        for (int step = 0; step < b->series.axis.count; ++step) {
            const float value = a->series.value(step, SiteId(site), 0);
            if (std::isnan(value))
                continue;
            ++compared;
            QVERIFY(std::abs(value - b->series.value(step, other, 0)) < 1e-3F);
        }
    }
    QVERIFY(compared > 30000);
}

void tst_RealImports::aarhus()
{
    const QString folder = sharedData(latin("traffic/aarhus/"));
    SKIP_WITHOUT(folder + latin("links.csv"));
    ImportOptions options;
    options.zone = QTimeZone("Europe/Copenhagen");
    QElapsedTimer timer;
    timer.start();
    const auto data =
        readFiles({folder + latin("vehicle_count_5min.csv"),
                      folder + latin("avg_speed_kmh_5min.csv"), folder + latin("links.csv")},
            options);
    const double seconds = double(timer.nsecsElapsed()) * 1e-9;
    VERIFY_OK(data);
    qInfo("%.1f million values a second", double(data->series.size()) / seconds * 1e-6);
    QCOMPARE(data->dataset.name, latin("aarhus"));
    QCOMPARE(data->series.axis.count, 10944);
    QCOMPARE(data->series.siteCount, 449);
    QCOMPARE(data->series.channels.size(), std::size_t(2));
    QCOMPARE(data->rejectedCount, 0);
    const int count = data->series.channelIndex(latin("count"));
    qint64 zeros = 0;
    qint64 present = 0;
    for (std::size_t i = std::size_t(count); i < data->series.size(); i += 2) {
        present += data->series.quality[i] == Quality::Missing ? 0 : 1;
        zeros += data->series.values[i] == 0.0F ? 1 : 0;
    }
    // Counted by Python's csv module.
    QCOMPARE(zeros, 2002718);
    QCOMPARE(present, 10944 * 449 - 494399);
    for (const Site &site : data->dataset.sites)
        QCOMPARE(site.path.size(), std::size_t(2));
}

void tst_RealImports::pems08()
{
    const QString folder = sharedData(latin("traffic/pems08_dev/"));
    SKIP_WITHOUT(folder + latin("distances.csv"));
    const auto data = readFiles(
        {folder + latin("flow_validation_part.csv"), folder + latin("distances.csv")}, {});
    VERIFY_OK(data);
    QCOMPARE(data->series.axis.count, 3566);
    QCOMPARE(data->series.siteCount, 170);
    QCOMPARE(data->rejectedCount, 0);
    QCOMPARE(data->series.channels.front().unit, latin("veh/5 min"));
    QVERIFY(data->dataset.ties.size() > 200);
    QCOMPARE(data->dataset.ties[0].from.value, 9);
    QCOMPARE(data->dataset.ties[0].weight, 310.6F);
    QCOMPARE(data->dataset.missingShare, 0.0);
    const auto &values = data->series.values;
    QCOMPARE(std::count(values.begin(), values.end(), 0.0F), 2308); // counted by Python's csv
}

void tst_RealImports::chicago()
{
    const QString file =
        sharedData(latin("safety/chicago_2016_2017/CHI_Crime_2016-01-01_2017-09-30.csv"));
    SKIP_WITHOUT(file);
    const auto data = readFiles({file}, {});
    VERIFY_OK(data);
    QCOMPARE(data->rows, 282850);
    QCOMPARE(data->rejectedCount, 0);
    QCOMPARE(data->incidents.incidents.size(), std::size_t(282850));
}

void tst_RealImports::montgomery()
{
    const QString file = sharedData(latin("safety/montgomery_911/911.csv"));
    SKIP_WITHOUT(file);
    const auto data = readFiles({file}, {});
    VERIFY_OK(data);
    QCOMPARE(data->rows, 99492);
    QCOMPARE(data->rejectedCount, 0);
}

QTEST_GUILESS_MAIN(tst_RealImports)
#include "tst_real_imports.moc"
