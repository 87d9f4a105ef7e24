// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/air_quality_index.h"

#include "base/random.h"
#include "support/verify_ok.h"

#include <QFile>
#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

QString latin(const char *text)
{
    return QString::fromUtf8(text);
}

const AirQualityStandard &standardById(const char *id)
{
    const auto standard = airQualityStandard(latin(id));
    Q_ASSERT(standard);
    return **standard;
}

/// The index in the table's unit, or -1.
int indexOf(const char *standard, const char *pollutant, double value, int average = 0)
{
    const auto sub = subIndex(standardById(standard), latin(pollutant), value, average);
    return sub ? sub->index : -1;
}

/// Two days of every pollutant from midnight on in UTC+8, one value each.
AirSeries constantAir(std::initializer_list<std::pair<const char *, float>> parts)
{
    AirSeries air;
    air.zone = QTimeZone(8 * 3600);
    air.axis = {*parseTime(QStringLiteral("2016-01-10 00:00"), air.zone), kMsPerHour, 48};
    for (const auto &[pollutant, value] : parts) {
        AirSeries::Part part;
        part.pollutant = latin(pollutant);
        part.values.assign(48, value);
        air.parts.push_back(std::move(part));
    }
    return air;
}

int dayOf(const char *date)
{
    return static_cast<int>(QDate(1970, 1, 1).daysTo(QDate::fromString(latin(date), Qt::ISODate)));
}

} // namespace

class tst_AirQualityIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void officialWhereClocksGoByAZone_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("family");
        QTest::newRow("Beijing") << QByteArray("Asia/Shanghai") << QStringLiteral("cn-hj633");
        QTest::newRow("London") << QByteArray("Europe/London") << QStringLiteral("uk-daqi");
        QTest::newRow("Aarhus") << QByteArray("Europe/Copenhagen") << QStringLiteral("eu");
        QTest::newRow("Chicago") << QByteArray("America/Chicago") << QStringLiteral("us-epa");
        QTest::newRow("no place") << QByteArray("UTC") << QStringLiteral("us-epa");
    }
    void officialWhereClocksGoByAZone()
    {
        QFETCH(QByteArray, zone);
        QTEST(airQualityFamilyOf(QTimeZone(zone)), "family");
        QVERIFY(airQualityStandardOn(airQualityFamilyOf(QTimeZone(zone)), QDate(2020, 1, 1)));
    }

    void known_data()
    {
        QTest::addColumn<QString>("standard");
        QTest::addColumn<QString>("pollutant");
        QTest::addColumn<int>("average");
        QTest::addColumn<double>("value");
        QTest::addColumn<int>("expected");
        const auto add = [](const char *standard, const char *pollutant, int average,
                             std::initializer_list<std::pair<double, int>> pairs) {
            for (const auto &[value, expected] : pairs)
                QTest::addRow("%s %s %d %g", standard, pollutant, average, value)
                    << latin(standard) << latin(pollutant) << average << value << expected;
        };
        // EPA-454/B-24-002, worked examples and table.
        add("us-epa-2024", "o3", 480,
            {{0.07853333, 126}, {0.078, 126}, {0.087, 154}, {0.141, 238}, {0.200, 300},
                {0.2009, 300}});
        add("us-epa-2024", "o3", 60, {{0.162, 147}, {0.350, 273}, {0.450, 346}, {0.604, 500}});
        add("us-epa-2024", "pm2.5", 1440,
            {{0, 0}, {5, 28}, {9.0, 50}, {9.05, 50}, {9.1, 51}, {12, 56}, {15, 62}, {35.4, 100},
                {35.5, 101}, {35.9, 102}, {45.7, 126}, {55.5, 151}, {100, 182}, {125.4, 200},
                {150, 225}, {225.4, 300}, {225.5, 301}, {250, 350}, {325.4, 500}, {50, 137}});
        add("us-epa-2024", "pm10", 1440,
            {{30, 28}, {54.5, 50}, {300, 173}, {504, 389}, {604, 500}});
        add("us-epa-2024", "co", 480, {{4.45, 50}, {5, 56}, {8.4, 90}, {50.4, 500}});
        add("us-epa-2024", "no2", 60, {{40, 38}, {80, 79}, {500, 175}});
        add("us-epa-2024", "so2", 60, {{35.7, 50}, {304, 200}, {305, 200}, {900, 200}});
        add("us-epa-2024", "so2", 1440, {{400, 232}});
        // The hazardous line goes on: 301 + 199 / 99.9 * (400 - 225.5) = 648.6
        add("us-epa-2024", "pm2.5", 1440, {{400, 649}});
        add("us-epa-2012", "pm2.5", 1440,
            {{12.0, 50}, {35.4, 100}, {55.4, 150}, {150.4, 200}, {250.4, 300}, {350.4, 400},
                {500.4, 500}});
        for (const char *both : {"cn-hj633-2012", "cn-hj633-2026"}) {
            add(both, "pm2.5", 1440, {{35, 50}, {200, 250}, {300, 350}});
            add(both, "o3", 480, {{130, 75}, {200, 137}});
            add(both, "o3", 60, {{250, 125}});
            add(both, "no2", 1440, {{60, 75}, {100, 110}});
            add(both, "no2", 60, {{150, 75}});
            add(both, "co", 1440, {{1.5, 38}, {3.2, 80}});
            add(both, "co", 60, {{7.3, 73}});
            add(both, "so2", 1440, {{60, 55}, {300, 124}});
            add(both, "so2", 60, {{120, 40}});
        }
        add("cn-hj633-2012", "pm2.5", 1440, {{50, 69}, {60, 82}, {75, 100}, {80, 107}, {600, 500}});
        add("cn-hj633-2026", "pm2.5", 1440,
            {{50, 80}, {60, 100}, {75, 114}, {80, 119}, {35.5, 52}, {60.5, 100}, {115.5, 152}});
        add("cn-hj633-2012", "pm10", 1440, {{100, 75}, {120, 85}, {150, 100}, {180, 115}});
        add("cn-hj633-2026", "pm10", 1440, {{100, 86}, {120, 100}, {150, 112}, {180, 124}});
        add("cn-hj633-2026", "so2", 60, {{801, 200}, {2000, 200}});
        add("cn-hj633-2026", "o3", 480, {{801, 300}});
        add("eu-2025", "pm2.5", 60,
            {{5, 1}, {5.01, 2}, {15, 2}, {50, 3}, {90, 4}, {140, 5}, {141, 6}});
        add("eu-2025", "o3", 60, {{60, 1}, {100, 2}, {180, 5}, {181, 6}});
        add("eu-2021", "pm2.5", 1440, {{10, 1}, {20, 2}, {25, 3}, {50, 4}, {75, 5}, {76, 6}});
        add("eu-2017", "pm2.5", 1440, {{10, 1}, {50, 4}, {51, 5}, {900, 5}});
        add("uk-daqi", "pm2.5", 1440,
            {{0, 1}, {11, 1}, {11.4, 1}, {11.5, 2}, {50, 6}, {70, 9}, {71, 10}});
        add("uk-daqi", "so2", 15, {{88, 1}, {1064, 9}, {1065, 10}});
        add("caqi", "no2", 60, {{0, 0}, {50, 25}, {100, 50}, {150, 63}, {400, 100}, {600, 125}});
        add("caqi", "co", 480, {{5000, 25}, {20000, 100}});
    }
    void known()
    {
        QFETCH(QString, standard);
        QFETCH(QString, pollutant);
        QFETCH(int, average);
        QFETCH(double, value);
        QFETCH(int, expected);
        QCOMPARE(indexOf(qPrintable(standard), qPrintable(pollutant), value, average), expected);
    }

    void referredElsewhere_data()
    {
        QTest::addColumn<QString>("standard");
        QTest::addColumn<QString>("pollutant");
        QTest::addColumn<int>("average");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("named");
        QTest::newRow("US ozone of 1 h below its table") << "us-epa-2024"
                                                         << "o3" << 60 << 0.104 << "8h";
        QTest::newRow("US ozone of 8 h above its table") << "us-epa-2024"
                                                         << "o3" << 480 << 0.201 << "1h";
        QTest::newRow("US SO2 of 24 h below its table") << "us-epa-2024"
                                                        << "so2" << 1440 << 304.9 << "1h";
        QTest::newRow("China SO2 of 1 h") << "cn-hj633-2012"
                                          << "so2" << 60 << 801.0 << "24h";
        QTest::newRow("China ozone of 8 h") << "cn-hj633-2012"
                                            << "o3" << 480 << 801.0 << "1h";
    }
    void referredElsewhere()
    {
        QFETCH(QString, standard);
        QFETCH(QString, pollutant);
        QFETCH(int, average);
        QFETCH(double, value);
        QFETCH(QString, named);
        const auto sub = subIndex(standardById(qPrintable(standard)), pollutant, value, average);
        QVERIFY(!sub);
        QCOMPARE(sub.error().code, Errc::Usage);
        QVERIFY2(sub.error().message().contains(named), qPrintable(sub.error().message()));
    }

    void refused()
    {
        const AirQualityStandard &us = standardById("us-epa-2024");
        QCOMPARE(subIndex(us, latin("pm2.5"), -1.0).error().code, Errc::Usage);
        QCOMPARE(subIndex(us, latin("pm2.5"), std::nan("")).error().code, Errc::Usage);
        QCOMPARE(subIndex(us, latin("pm2.5"), 1e9).error().code, Errc::Usage);
        QCOMPARE(subIndex(us, latin("radon"), 1.0).error().code, Errc::NotFound);
        QCOMPARE(subIndex(us, latin("pm2.5"), 1.0, 60).error().code, Errc::NotFound);
        QCOMPARE(
            subIndex(us, latin("pm2.5"), 1.0, ConcentrationUnit::Ppb).error().code, Errc::Usage);
        QCOMPARE(airQualityStandard(latin("us-epa-1999")).error().code, Errc::NotFound);
    }

    /// The worked example of EPA-454/B-24-002: {O3 .078, PM2.5 35.9, CO 8.4} is 126 by ozone.
    void combinedAndPrimary()
    {
        const AirQualityStandard &us = standardById("us-epa-2024");
        std::vector<SubIndex> parts = {*subIndex(us, latin("pm2.5"), 35.9),
            *subIndex(us, latin("o3"), 0.078), *subIndex(us, latin("co"), 8.4),
            *subIndex(us, latin("o3"), 0.162, 60)};
        const AirQualityIndex index = combineIndex(us, parts);
        QCOMPARE(*index.index, 147); // the 1 h value counts as soon as it is in its table
        QCOMPARE(int(index.parts.size()), 3);
        QCOMPARE(index.parts[0].averageMinutes, 60);
        QCOMPARE(index.primary, QStringList{latin("o3")});
        QCOMPARE(index.missing, (QStringList{latin("pm10"), latin("no2"), latin("so2")}));
        parts.pop_back();
        QCOMPARE(*combineIndex(us, parts).index, 126);

        const AirQualityStandard &cn = standardById("cn-hj633-2012");
        const AirQualityIndex clean = combineIndex(cn, {*subIndex(cn, latin("pm2.5"), 20.0)});
        QVERIFY(clean.primary.isEmpty()); // HJ 633: only above 50
        const AirQualityIndex tie = combineIndex(
            cn, {*subIndex(cn, latin("pm2.5"), 75.0), *subIndex(cn, latin("pm10"), 150.0)});
        QCOMPARE(tie.primary, (QStringList{latin("pm2.5"), latin("pm10")}));
        QVERIFY(!combineIndex(cn, {}).index);
        QCOMPARE(int(combineIndex(cn, {}).missing.size()), 6);
    }

    void categories()
    {
        const AirQualityStandard &us = standardById("us-epa-2024");
        QCOMPARE(us.categoryOf(0).name, latin("Good"));
        QCOMPARE(us.categoryOf(50).colour, latin("#00E400"));
        QCOMPARE(us.categoryOf(51).name, latin("Moderate"));
        QCOMPARE(us.categoryOf(301).colour, latin("#7E0023"));
        QCOMPARE(us.categoryOf(999).name, latin("Hazardous"));
        QCOMPARE(standardById("eu-2025").categoryOf(3).name, latin("Moderate"));
        QCOMPARE(standardById("uk-daqi").categoryOf(6).name, latin("Moderate"));
        QCOMPARE(standardById("cn-hj633-2026").categoryOf(80).name, latin("Good"));
    }

    void standardOfADay()
    {
        const auto idOn = [](const char *family, const char *date) {
            const auto standard =
                airQualityStandardOn(latin(family), QDate::fromString(latin(date), Qt::ISODate));
            return standard ? (*standard)->id : QString();
        };
        QCOMPARE(idOn("us-epa", "2024-05-05"), latin("us-epa-2012"));
        QCOMPARE(idOn("us-epa", "2024-05-06"), latin("us-epa-2024"));
        QCOMPARE(idOn("us-epa-2024", "2014-01-01"), latin("us-epa-2012"));
        QCOMPARE(idOn("cn-hj633", "2026-02-28"), latin("cn-hj633-2012"));
        QCOMPARE(idOn("cn-hj633", "2026-03-01"), latin("cn-hj633-2026"));
        QCOMPARE(idOn("eu", "2010-01-01"), latin("eu-2017"));
        QCOMPARE(idOn("eu", "2026-01-01"), latin("eu-2025"));
        QVERIFY(!airQualityStandardOn(latin("mars"), QDate(2026, 1, 1)));
    }

    /// Every file is read, every name is marked for translation, no index falls as air gets worse.
    void files()
    {
        QCOMPARE(int(airQualityStandards().size()), 9);
        QFile source(
            QStringLiteral(BELVEDERE_SOURCE_DIR "/core/environment/air_quality_standard_json.cpp"));
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QString code = QString::fromUtf8(source.readAll());
        for (const AirQualityStandard &standard : airQualityStandards()) {
            for (const IndexCategory &category : standard.categories)
                QVERIFY2(code.contains(QStringLiteral("\"AirQuality\", \"%1\"").arg(category.name)),
                    qPrintable(category.name));
            for (const IndexTable &table : standard.tables) {
                int before = -1;
                for (int i = 0; i <= 2000; ++i) {
                    const double top = table.classes
                        ? 1200.0
                        : 1.3 * double(table.segments.back().high) / std::pow(10.0, table.decimals);
                    const auto sub =
                        subIndex(standard, table.pollutant, top * i / 2000.0, table.averageMinutes);
                    if (!sub)
                        continue;
                    QVERIFY(sub->index >= before);
                    before = sub->index;
                }
            }
        }
    }

    void refusedFiles_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QString>("named");
        QTest::newRow("hole") << "[9.1, 35.4,"
                              << "[9.2, 35.4,"
                              << "tables[0]";
        QTest::newRow("descends") << "[9.1, 35.4,"
                                  << "[9.1, 3.4,"
                                  << "tables[0]";
        QTest::newRow("too many decimals") << "[9.1, 35.4,"
                                           << "[9.1, 35.44,"
                                           << "tables[0]";
        QTest::newRow("pollutant") << "\"pm10\", \"average\""
                                   << "\"pm1\", \"average\""
                                   << "tables[1]";
        QTest::newRow("colour") << "#00E400"
                                << "green"
                                << "categories";
        QTest::newRow("categories too low") << "\"upTo\": 500"
                                            << "\"upTo\": 400"
                                            << "tables";
        QTest::newRow("date") << "2024-05-06"
                              << "2024-15-06"
                              << "validFrom";
        QTest::newRow("name") << "us-epa-2024"
                              << "us-epa"
                              << "id";
        QTest::newRow("statistic") << "\"nowcast\""
                                   << "\"guess\""
                                   << "moment[0]";
        QTest::newRow("no table") << "\"table\": \"8h\""
                                  << "\"table\": \"15min\""
                                  << "moment[2]";
        QTest::newRow("required") << "\"required\": [\"pm2.5\""
                                  << "\"required\": [\"radon\""
                                  << "required";
    }
    void refusedFiles()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(QString, named);
        QFile file(QStringLiteral(":/air_quality/us-epa-2024.json"));
        QVERIFY(!airQualityStandards().empty()); // registers the resource
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString text = QString::fromUtf8(file.readAll());
        VERIFY_OK(parseAirQualityStandard(text.toUtf8(), latin("us-epa-2024")));
        const qsizetype at = text.indexOf(from);
        QVERIFY(at >= 0);
        text.replace(at, from.size(), to);
        const auto wrong = parseAirQualityStandard(text.toUtf8(), latin("us-epa-2024"));
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().message().contains(named), qPrintable(wrong.error().message()));
    }

    /// EPA-454/B-24-002; newest first.
    void nowCastKnown_data()
    {
        QTest::addColumn<std::vector<double>>("hours");
        QTest::addColumn<double>("expected");
        const double none = std::nan("");
        QTest::newRow("steady") << std::vector<double>(12, 50.0) << 50.0;
        QTest::newRow("rising fast")
            << std::vector<double>{120, 110, 90, 60, 40, 30, 25, 20, 20, 15, 12, 10} << 104.5797;
        QTest::newRow("one missing")
            << std::vector<double>{30, 32, 31, none, 29, 30, 33, 35, 34, 30, 28, 29} << 30.9738;
        QTest::newRow("falling") << std::vector<double>{20, 25, 60, 80, 75, 70, 65, 66, 64, 60, 58,
            55} << 33.1866;
        QTest::newRow("one of the latest three")
            << std::vector<double>{none, none, 31, 30, 30, 30, 30, 30, 30, 30, 30, 30} << none;
        QTest::newRow("clean") << std::vector<double>(12, 0.0) << 0.0;
        QTest::newRow("nothing") << std::vector<double>{} << none;
    }
    void nowCastKnown()
    {
        QFETCH(std::vector<double>, hours);
        QFETCH(double, expected);
        const double value = nowCast(hours);
        if (std::isnan(expected))
            QVERIFY(std::isnan(value));
        else
            QVERIFY2(std::abs(value - expected) < 5e-5, qPrintable(QString::number(value, 'f', 6)));
    }

    void ofADay()
    {
        AirSeries air = constantAir({{"pm2.5", 50.0F}, {"pm10", 60.0F}, {"so2", 20.0F},
            {"no2", 40.0F}, {"co", 800.0F}, {"o3", 130.0F}});
        const int day = dayOf("2016-01-10");
        const AirQualityIndex us = indexOfDay(standardById("us-epa-2024"), air, day);
        QCOMPARE(*us.index, 137); // PM2.5; ozone of 130 µg/m³ at 25 °C is .066 ppm
        QCOMPARE(us.primary, QStringList{latin("pm2.5")});
        QVERIFY(us.missing.isEmpty());
        const AirQualityIndex cn = indexOfDay(standardById("cn-hj633-2012"), air, day);
        // Ozone of 1 h and 8 h: 41 and 75; PM2.5 69. CO is 0.8 mg/m³.
        QCOMPARE(*cn.index, 75);
        QCOMPARE(cn.primary, QStringList{latin("o3")});
        QCOMPARE(*indexOfDay(standardById("cn-hj633-2026"), air, day).index, 80);
        QCOMPARE(*indexOfDay(standardById("eu-2025"), air, day).index, 4); // ozone: 120 … 160
        QCOMPARE(*indexOfDay(standardById("uk-daqi"), air, day).index, 6);
        QCOMPARE(indexOfDay(standardById("uk-daqi"), air, day).missing, QStringList{latin("so2")});
        // Nothing is there on the day before and the day after.
        QVERIFY(!indexOfDay(standardById("us-epa-2024"), air, day - 1).index);
        QVERIFY(!indexOfDay(standardById("us-epa-2024"), air, day + 2).index);

        // 17 of 24 hours are fewer than three quarters; China wants 20.
        const auto hours = [&](int missing) {
            AirSeries part = constantAir({{"pm2.5", 50.0F}});
            std::fill_n(part.parts[0].values.begin(), missing, kNan);
            return part;
        };
        QVERIFY(indexOfDay(standardById("us-epa-2024"), hours(6), day).index);
        QVERIFY(!indexOfDay(standardById("us-epa-2024"), hours(7), day).index);
        QVERIFY(indexOfDay(standardById("cn-hj633-2012"), hours(4), day).index);
        QVERIFY(!indexOfDay(standardById("cn-hj633-2012"), hours(5), day).index);
    }

    void dailyMaximumOf8Hours()
    {
        AirSeries air = constantAir({{"o3", 20.0F}});
        // 12:00 … 19:00 local, exactly eight hours.
        std::fill_n(air.parts[0].values.begin() + 12, 8, 200.0F);
        const AirQualityStandard &cn = standardById("cn-hj633-2026");
        QCOMPARE(*indexOfDay(cn, air, dayOf("2016-01-10")).index, 137);
        // On the next day the windows that end by 03:00 still reach back; China begins at 8 h.
        QCOMPARE(*indexOfDay(cn, air, dayOf("2016-01-11")).index, 10);
        QCOMPARE(*indexOfDay(standardById("uk-daqi"), air, dayOf("2016-01-11")).index, 3); // 87.5
    }

    void ofTheMoment()
    {
        AirSeries air = constantAir({{"pm2.5", 50.0F}, {"co", 800.0F}});
        QCOMPARE(*indexAt(standardById("us-epa-2024"), air, 47).index, 137);
        QCOMPARE(*indexAt(standardById("us-epa-2024"), air, 1).index, 137); // two hours of NowCast
        QVERIFY(!indexAt(standardById("us-epa-2024"), air, 0).index);
        QCOMPARE(*indexAt(standardById("cn-hj633-2026"), air, 0).index, 80); // the hour itself
        // China 2012: PM moves over 24 h, CO is of the hour.
        const AirQualityIndex early = indexAt(standardById("cn-hj633-2012"), air, 3);
        QCOMPARE(early.primary, QStringList());
        QCOMPARE(*early.index, 8);
        QVERIFY(early.missing.contains(latin("pm2.5")));
        QCOMPARE(*indexAt(standardById("cn-hj633-2012"), air, 19).index, 69);
        air.parts[0].values[47] = -3.0F; // an instrument at its zero
        QCOMPARE(*indexAt(standardById("eu-2025"), air, 47).index, 1);
        QCOMPARE(indexAt(standardById("eu-2025"), air, 47).missing,
            (QStringList{latin("no2"), latin("o3")}));
    }

    void ofAForecast()
    {
        AirSeries air = constantAir({{"pm2.5", 50.0F}});
        const std::vector<float> coming(12, 120.0F);
        appendForecast(air, latin("pm2.5"), 47, coming);
        QCOMPARE(air.axis.count, 60);
        // Twelve hours of 50 and twelve of 120.
        const auto expected = subIndex(standardById("cn-hj633-2012"), latin("pm2.5"), 85.0);
        QCOMPARE(*indexAt(standardById("cn-hj633-2012"), air, 59).index, expected->index);
        // From the middle of what is known: the rest of it counts no more.
        appendForecast(air, latin("pm2.5"), 23, coming);
        QCOMPARE(air.axis.count, 60);
        QVERIFY(std::isnan(air.parts[0].values[40]));
    }

    void daily()
    {
        AirSeries air = constantAir({{"pm2.5", 50.0F}});
        air.axis.start = *parseTime(QStringLiteral("2024-05-05 00:00"), air.zone);
        const auto days = dailyIndices(latin("us-epa"), air);
        VERIFY_OK(days);
        QCOMPARE(int(days->size()), 2);
        QCOMPARE((*days)[0].index.standard, latin("us-epa-2012"));
        QCOMPARE((*days)[1].index.standard, latin("us-epa-2024"));
        QVERIFY(*(*days)[0].index.index <= *(*days)[1].index.index);
        const auto fixed = dailyIndices(latin("us-epa-2024"), air);
        QCOMPARE((*fixed)[0].index.standard, latin("us-epa-2024"));
        QVERIFY(!dailyIndices(latin("venus"), air));
    }

    void fromADataset()
    {
        Dataset dataset;
        dataset.name = latin("air");
        dataset.sites = {{latin("a"), {}, {}, {}, {}}, {latin("b"), {}, {}, {}, {}}};
        Series series({0, kMsPerHour, 30}, 2,
            {{latin("pm2.5"), latin("µg/m³")}, {latin("temperature"), latin("°C")}});
        for (int step = 0; step < 30; ++step) {
            series.set(step, SiteId(0), 0, 40.0F);
            series.set(step, SiteId(1), 0, 60.0F, step == 0 ? Quality::Suspect : Quality::Good);
        }
        const auto one = airSeries(dataset, series, SiteId(1));
        VERIFY_OK(one);
        QCOMPARE(int(one->parts.size()), 1);
        QVERIFY(std::isnan(one->parts[0].values[0])); // suspect
        QCOMPARE(one->parts[0].values[1], 60.0F);
        const auto all = airSeries(dataset, series, SiteId());
        QCOMPARE(all->parts[0].values[0], 40.0F);
        QCOMPARE(all->parts[0].values[1], 50.0F);
        series.channels[0].unit = latin("mph");
        QCOMPARE(airSeries(dataset, series, SiteId(0)).error().code, Errc::Usage);
        series.channels[0].key = latin("speed");
        QCOMPARE(airSeries(dataset, series, SiteId(0)).error().code, Errc::NotFound);
        series.axis.stepMs = kMsPerDay;
        QCOMPARE(airSeries(dataset, series, SiteId(0)).error().code, Errc::Usage);
    }

    /// 298.15 K: O3 1 ppb = 1.96 µg/m³, NO2 1.88, SO2 2.62, CO 1.15; 273.15 K: 22.4 L a mole.
    void units_data()
    {
        QTest::addColumn<QString>("pollutant");
        QTest::addColumn<double>("perPpb");
        QTest::newRow("o3") << "o3" << 1.96;
        QTest::newRow("no2") << "no2" << 1.88;
        QTest::newRow("so2") << "so2" << 2.62;
        QTest::newRow("co") << "co" << 1.15;
    }
    void units()
    {
        QFETCH(QString, pollutant);
        QFETCH(double, perPpb);
        const auto convert = [&](double value, ConcentrationUnit from, ConcentrationUnit to,
                                 double kelvin) {
            return *convertConcentration(value, pollutant, from, to, {kelvin, 1013.25});
        };
        using Unit = ConcentrationUnit;
        const double at298 = convert(1.0, Unit::Ppb, Unit::MicrogramPerM3, 298.15);
        QVERIFY2(std::abs(at298 - perPpb) < 0.0055, qPrintable(QString::number(at298)));
        QVERIFY(std::abs(convert(1.0, Unit::Ppb, Unit::MicrogramPerM3, 273.15)
                    - molarMass(pollutant) / 22.414)
            < 1e-3);
        Random random(7);
        for (int i = 0; i < 50; ++i) {
            const double value = random.uniform(0.0, 500.0);
            const double there = convert(value, Unit::MilligramPerM3, Unit::Ppm, 293.15);
            QVERIFY(std::abs(convert(there, Unit::Ppm, Unit::MilligramPerM3, 293.15) - value)
                < 1e-9 * value + 1e-12);
        }
        QVERIFY(!convertConcentration(1.0, pollutant, Unit::Ppb, Unit::MicrogramPerM3, {20.0}));
        QVERIFY(
            !convertConcentration(1.0, latin("pm10"), Unit::Ppb, Unit::MicrogramPerM3, {293.15}));
        QCOMPARE(
            *convertConcentration(1.5, latin("pm10"), Unit::MilligramPerM3, Unit::MicrogramPerM3),
            1500.0);
    }

    void unitNames()
    {
        for (const char *text : {"µg/m³", "ug/m3", "μg/m3", "UG/M^3", "ugm3"})
            QVERIFY(parseConcentrationUnit(latin(text)) == ConcentrationUnit::MicrogramPerM3);
        QVERIFY(parseConcentrationUnit(latin("ppm")) == ConcentrationUnit::Ppm);
        QVERIFY(!parseConcentrationUnit(latin("mg")));
        QVERIFY(parseAverage(latin("15min")) == 15);
        QVERIFY(!parseAverage(latin("2h")));
    }
};

QTEST_GUILESS_MAIN(tst_AirQualityIndex)
#include "tst_air_quality_index.moc"
