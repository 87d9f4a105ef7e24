// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/incident_counts.h"
#include "data/readers/import_files.h"
#include "support/verify_ok.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numeric>

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

QString channelText(const Series &series)
{
    QStringList channels;
    for (const Channel &channel : series.channels)
        channels += channel.key + QLatin1Char(' ') + channel.unit;
    return channels.join(QLatin1String(", "));
}

qint64 presentValues(const Series &series, const char *key)
{
    const int channel = series.channelIndex(latin(key));
    qint64 present = 0;
    for (std::size_t i = std::size_t(channel); i < series.size(); i += series.channels.size())
        present += series.quality[i] == Quality::Missing ? 0 : 1;
    return present;
}

/// Hours without a value at one site, one after another.
int longestGap(const Series &series, int site, int channel)
{
    int longest = 0;
    int gap = 0;
    for (int step = 0; step < series.axis.count; ++step) {
        gap = std::isnan(series.value(step, SiteId(site), channel)) ? gap + 1 : 0;
        longest = std::max(longest, gap);
    }
    return longest;
}

/// All in one whole, by the number of incidents that lie in the span.
void compareCounts(const IncidentTable &table, CountBy by, const QTimeZone &zone, int sites)
{
    CountSpec spec;
    spec.by = by;
    spec.zone = zone;
    const auto counts = countIncidents(table, spec);
    VERIFY_OK(counts);
    const TimeAxis &axis = counts->series.axis;
    const auto inSpan = std::count_if(
        table.incidents.begin(), table.incidents.end(), [&axis](const Incident &incident) {
            return incident.from >= axis.start && incident.from < axis.at(axis.count);
        });
    const auto &values = counts->series.values;
    QCOMPARE(std::accumulate(values.begin(), values.end(), 0.0), double(inSpan));
    QCOMPARE(counts->counted, inSpan);
    QCOMPARE(counts->counted + counts->outsideSpan, qint64(table.incidents.size()));
    QCOMPARE(counts->series.siteCount, sites);
}

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
    void beijing();
    void aarhusCarParks();
    void aarhusWeather();
    void metroInterstate();
    void dublinNoise();
    void dublinWeather();
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
    compareCounts(data->incidents, CountBy::Type, QTimeZone::utc(), 4);
    const auto counts = countIncidents(data->incidents, {latin("x"), CountBy::Type});
    VERIFY_OK(counts);
    // 639 days of 24 hours, all of them whole.
    QCOMPARE(counts->series.axis.count, 639 * 24);
    QCOMPARE(formatUtc(counts->series.axis.start), latin("2016-01-01T00:00:00Z"));
    QStringList sums;
    for (int site = 0; site < 4; ++site) {
        double sum = 0.0;
        for (int step = 0; step < counts->series.axis.count; ++step)
            sum += double(counts->series.value(step, SiteId(site), 0));
        sums += counts->dataset.sites[std::size_t(site)].code + QLatin1Char(' ')
            + QString::number(sum, 'f', 0);
    }
    // Counted by Python's collections.Counter.
    QCOMPARE(sums.join(QLatin1String(", ")),
        latin("ASSAULT 33546, BATTERY 87880, CRIMINAL DAMAGE 52981, THEFT 108443"));

    ImportOptions local;
    local.zone = QTimeZone("America/Chicago");
    const auto there = readFiles({file}, local);
    VERIFY_OK(there);
    QVERIFY(there->rejectedCount > 0); // 2 o'clock of 13 March and of 12 March did not exist
    for (const Rejection &rejection : there->rejected)
        QVERIFY(
            rejection.line > 1 && rejection.reason.message().contains(latin("America/Chicago")));
}

void tst_RealImports::montgomery()
{
    const QString file = sharedData(latin("safety/montgomery_911/911.csv"));
    SKIP_WITHOUT(file);
    ImportOptions options;
    options.zone = QTimeZone("America/New_York");
    const auto data = readFiles({file}, options);
    VERIFY_OK(data);
    QCOMPARE(data->rows, 99492);
    QCOMPARE(data->rejectedCount, 0);
    QHash<QString, int> types;
    for (const Incident &incident : data->incidents.incidents)
        ++types[incidentType(incident.category)];
    QCOMPARE(types.value(latin("EMS")), 48877);
    QCOMPARE(types.value(latin("Traffic")), 35695);
    QCOMPARE(types.value(latin("Fire")), 14920);
    QCOMPARE(types.size(), 3);
    compareCounts(data->incidents, CountBy::All, options.zone, 1);
    compareCounts(data->incidents, CountBy::Type, options.zone, 3);
    const auto cells = countIncidents(data->incidents, {latin("x"), CountBy::Cell});
    VERIFY_OK(cells);
    compareCounts(data->incidents, CountBy::Cell, QTimeZone::utc(), cells->series.siteCount);
    // Begins at 17:40 and ends at 11:17 local time: neither hour is whole.
    const auto hours =
        countIncidents(data->incidents, {latin("x"), CountBy::All, kMsPerHour, 1e3, options.zone});
    VERIFY_OK(hours);
    QCOMPARE(formatUtc(hours->series.axis.start), latin("2015-12-10T23:00:00Z"));
    QCOMPARE(formatUtc(hours->series.axis.last()), latin("2016-08-24T14:00:00Z"));
}

void tst_RealImports::beijing()
{
    const QDir folder(sharedData(latin("environment/beijing_prsa")));
    SKIP_WITHOUT(folder.path());
    QStringList files;
    for (const QString &name : folder.entryList({latin("*.csv")}, QDir::Files, QDir::Name))
        files += folder.filePath(name);
    QCOMPARE(files.size(), 12);
    ImportOptions options;
    options.zone = QTimeZone("Asia/Shanghai");
    const auto data = readFiles(files, options);
    VERIFY_OK(data);
    const Series &series = data->series;
    QCOMPARE(data->rows, 12 * 35064);
    QCOMPARE(data->rejectedCount, 0);
    QCOMPARE(series.siteCount, 12);
    QCOMPARE(series.axis.count, 35064);
    QCOMPARE(series.axis.stepMs, kMsPerHour);
    QCOMPARE(formatUtc(series.axis.start), latin("2013-02-28T16:00:00Z"));
    QCOMPARE(data->dataset.domain, latin("environment"));
    QCOMPARE(data->dataset.sites[0].code, latin("Aotizhongxin"));
    QCOMPARE(channelText(series),
        latin("pm2.5 µg/m³, pm10 µg/m³, so2 µg/m³, no2 µg/m³, co µg/m³, o3 µg/m³, temperature °C, "
              "pressure hPa, dew_point °C, rain mm, wind_from_east , wind_from_north , wind m/s"));
    // 8 739 values of PM2.5 are missing, counted by Python's csv module.
    const qint64 all = 12 * 35064;
    QCOMPARE(presentValues(series, "pm2.5"), all - 8739);
    QCOMPARE(qRound(8739.0 / double(all) * 1e4), 208); // 2.08 %
    int gap = 0;
    for (int site = 0; site < 12; ++site)
        gap = std::max(gap, longestGap(series, site, 0));
    QCOMPARE(gap, 343);
    QCOMPARE(rowText(series, 0).section(QLatin1Char(' '), 0, 0), latin("4"));
    // A wind from NNW, in the first row: 337.5 degrees.
    const int east = series.channelIndex(latin("wind_from_east"));
    const int north = series.channelIndex(latin("wind_from_north"));
    QVERIFY(std::abs(series.value(0, SiteId(0), east) + 0.382683F) < 1e-5F);
    QVERIFY(std::abs(series.value(0, SiteId(0), north) - 0.923880F) < 1e-5F);
    QCOMPARE(data->suspectValues, 0);
}

void tst_RealImports::aarhusCarParks()
{
    const QString folder = sharedData(latin("traffic/aarhus/"));
    SKIP_WITHOUT(folder + latin("parking.csv"));
    ImportOptions options;
    options.zone = QTimeZone("Europe/Copenhagen");
    const auto data =
        readFiles({folder + latin("parking.csv"), folder + latin("parking_garages.csv")}, options);
    VERIFY_OK(data);
    QCOMPARE(data->rejectedCount, 0);
    QCOMPARE(data->rows, 55264 + 8);
    QCOMPARE(data->series.siteCount, 8);
    QCOMPARE(data->series.axis.stepMs, 30 * kMsPerMinute);
    QCOMPARE(formatUtc(data->series.axis.start), latin("2014-05-22T07:00:00Z"));
    QCOMPARE(channelText(data->series), latin("parking veh, occupancy %"));
    QCOMPARE(presentValues(data->series, "parking") + data->mergedRows, 55264);
    for (const Site &site : data->dataset.sites)
        QVERIFY(site.position && site.position->lat > 56.1 && site.position->lon < 10.3);
    const SiteId scandcenter = data->dataset.siteByCode(latin("SCANDCENTER"));
    QCOMPARE(data->series.value(0, scandcenter, 0), 869.0F); // the first row: 869 of 1 240
    QCOMPARE(data->series.value(0, scandcenter, 1), 100.0F * 869.0F / 1240.0F);
}

void tst_RealImports::aarhusWeather()
{
    const QString file = sharedData(latin("traffic/aarhus/weather.csv"));
    SKIP_WITHOUT(file);
    ImportOptions options;
    options.zone = QTimeZone("Europe/Copenhagen");
    const auto data = readFiles({file}, options);
    VERIFY_OK(data);
    QCOMPARE(data->rows, 4357);
    QCOMPARE(data->rejectedCount, 0);
    QCOMPARE(data->mergedRows, 0); // each time finds a step of its own
    QCOMPARE(data->series.axis.stepMs, 20 * kMsPerMinute);
    QCOMPARE(data->series.axis.count, 61 * 72);
    QCOMPARE(channelText(data->series), latin("humidity %, temperature °C, wind km/h"));
    QCOMPARE(presentValues(data->series, "temperature"), 4356);
}

void tst_RealImports::metroInterstate()
{
    const QString file =
        sharedData(latin("traffic/metro_interstate/Metro_Interstate_Traffic_Volume.csv"));
    SKIP_WITHOUT(file);
    const auto data = readFiles({file}, {});
    VERIFY_OK(data);
    QCOMPARE(data->rows, 48204);
    QCOMPARE(formatUtc(data->series.axis.start), latin("2012-10-02T09:00:00Z"));
    QCOMPARE(formatUtc(data->series.axis.last()), latin("2018-09-30T23:00:00Z"));
    QCOMPARE(
        channelText(data->series), latin("flow veh/h, temperature K, rain mm, snow mm, clouds %"));
    // 40 575 different hours; the other rows repeat one, with the same numbers or with others.
    QCOMPARE(presentValues(data->series, "flow"), 40575);
    QCOMPARE(40575 + data->repeatedRows + data->rejectedCount, 48204);
    QVERIFY(data->rejectedCount > 0 && data->rejectedCount < 120);
    for (const Rejection &rejection : data->rejected)
        QVERIFY(rejection.file == file && rejection.line > 1
            && rejection.reason.message().contains(latin("stands twice")));
    // Ten hours of 0 K and one of 9 831.3 mm of rain.
    QCOMPARE(data->suspectValues, 11);
    QCOMPARE(data->leftOut.size(), std::size_t(2));
    QCOMPARE(data->holidays.size(), std::size_t(53));
    QCOMPARE(data->holidays.front().name, latin("Columbus Day"));
    QCOMPARE(data->holidays.front().day, 15621); // 8 October 2012
}

void tst_RealImports::dublinNoise()
{
    const QString file = sharedData(
        latin("environment/dublin_noise/2015to2021dublin_noise_pollution_mergeFile.csv"));
    SKIP_WITHOUT(file);
    const auto data = readFiles({file}, {});
    VERIFY_OK(data);
    QCOMPARE(data->rows, 52779);
    QCOMPARE(data->rejectedCount, 0);
    QCOMPARE(data->series.siteCount, 9);
    QCOMPARE(data->dataset.domain, latin("environment"));
    QCOMPARE(channelText(data->series), latin("noise dB(A)"));
    // Empty cells of the nine columns, counted by Python's csv module.
    QCOMPARE(presentValues(data->series, "noise"),
        9 * 52779 - (1941 + 3639 + 1241 + 1038 + 1966 + 1441 + 1982 + 716 + 1531));
    QCOMPARE(rowText(data->series, 0), latin("70.51 _ 60.92 _ 57.54 _ 58.53 _ 57.25"));
}

void tst_RealImports::dublinWeather()
{
    const QString file = sharedData(latin("environment/dublin_noise/2015to2021_weather.csv"));
    SKIP_WITHOUT(file);
    const auto data = readFiles({file}, {});
    VERIFY_OK(data);
    QCOMPARE(data->rows, 52776);
    QCOMPARE(data->rejectedCount, 0);
    QCOMPARE(data->unsortedRows, 132); // the months of the file are in disorder
    QCOMPARE(data->series.siteCount, 1);
    QCOMPARE(data->dataset.domain, latin("weather"));
    QCOMPARE(data->dataset.missingShare, 0.0);
    QVERIFY(channelText(data->series).startsWith(latin("rain mm, temperature °C, wet_bulb °C")));
    QVERIFY(channelText(data->series).contains(latin("wind kn, wind_from_east ")));
}

QTEST_GUILESS_MAIN(tst_RealImports)
#include "tst_real_imports.moc"
