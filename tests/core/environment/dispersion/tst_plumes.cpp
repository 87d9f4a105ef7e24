// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "environment/dispersion/line_source.h"
#include "environment/dispersion/nox_chemistry.h"
#include "environment/dispersion/stability.h"
#include "environment/dispersion/wind_climate.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;

namespace {

bool close(double value, double wanted, double absolute)
{
    return std::abs(value - wanted) <= absolute;
}

UtcMs at(const char *iso)
{
    return QDateTime::fromString(QLatin1String(iso), Qt::ISODate).toMSecsSinceEpoch();
}

} // namespace

class tst_Plumes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void briggs_data();
    void briggs();
    void rline_data();
    void rline();
    void infinite_data();
    void infinite();
    void piece_data();
    void piece();
    void integrationIsTheClosedForm();
    void integrationAddsUp();
    void obliqueWindIsClamped();
    void nitrogenDioxide();
    void sunOverTheYear_data();
    void sunOverTheYear();
    void turner_data();
    void turner();
    void radiation_data();
    void radiation();
    void aYearOfWeather();
    void climate();
    void directionsOfACompass_data();
    void directionsOfACompass();
    void badWeather();
};

void tst_Plumes::briggs_data()
{
    QTest::addColumn<int>("terrain");
    QTest::addColumn<int>("stability");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("lateral");
    QTest::addColumn<double>("vertical");
    const int urban = int(Terrain::Urban), rural = int(Terrain::Rural);
    QTest::newRow("urban D 100") << urban << int(Stability::D) << 100.0 << 15.689 << 13.795;
    QTest::newRow("urban E 100") << urban << int(Stability::E) << 100.0 << 10.786 << 7.460;
    QTest::newRow("urban F 100") << urban << int(Stability::F) << 100.0 << 10.786 << 7.460;
    QTest::newRow("rural D 100") << rural << int(Stability::D) << 100.0 << 7.960 << 5.595;
    QTest::newRow("rural F 100") << rural << int(Stability::F) << 100.0 << 3.980 << 1.553;
    QTest::newRow("urban D 1000") << urban << int(Stability::D) << 1000.0 << 135.225 << 122.788;
    QTest::newRow("rural D 1000") << rural << int(Stability::D) << 1000.0 << 76.277 << 37.947;
}

void tst_Plumes::briggs()
{
    QFETCH(int, terrain);
    QFETCH(int, stability);
    QFETCH(double, x);
    QFETCH(double, lateral);
    QFETCH(double, vertical);
    const PlumeSpread spread =
        briggsSpread(static_cast<Terrain>(terrain), static_cast<Stability>(stability), x);
    QVERIFY(close(spread.lateralM, lateral, 6e-4));
    QVERIFY(close(spread.verticalM, vertical, 6e-4));
    // Wider with the distance, narrower the more stable.
    const PlumeSpread farther =
        briggsSpread(static_cast<Terrain>(terrain), static_cast<Stability>(stability), 1.1 * x);
    QVERIFY(farther.lateralM > spread.lateralM && farther.verticalM > spread.verticalM);
    const PlumeSpread unstable = briggsSpread(static_cast<Terrain>(terrain), Stability::B, x);
    QVERIFY(unstable.lateralM > spread.lateralM && unstable.verticalM > spread.verticalM);
}

void tst_Plumes::rline_data()
{
    QTest::addColumn<double>("obukhovM");
    QTest::addColumn<QList<double>>("vertical"); // at 20, 50, 100, 200 m; u* 0.3, Ue 3
    QTest::newRow("stable") << 50.0 << QList<double>{.9803, 2.1923, 3.8612, 6.4922};
    QTest::newRow("neutral") << 0.0 << QList<double>{1.1397, 2.8488, 5.6963, 11.3883};
    QTest::newRow("unstable") << -50.0 << QList<double>{1.2084, 3.2775, 7.4100, 18.2400};
}

void tst_Plumes::rline()
{
    QFETCH(double, obukhovM);
    QFETCH(QList<double>, vertical);
    SurfaceLayer layer;
    layer.obukhovM = obukhovM;
    const double distances[] = {20.0, 50.0, 100.0, 200.0};
    for (int i = 0; i < 4; ++i) {
        const double value = rlineSpread(layer, distances[i]).verticalM;
        // The reference's neutral values are those of a very long L, 0.1 % below the limit.
        QVERIFY2(close(value, vertical[i], obukhovM == 0.0 ? 1.2e-3 * vertical[i] : 6e-5),
            qPrintable(QString::number(value, 'f', 5)));
    }
    layer.initialVerticalM = 3.0;
    const double grown = rlineSpread(layer, 100.0).verticalM;
    QVERIFY(close(grown, std::hypot(vertical[2], 3.0), 6e-3));
    layer.mixingHeightM = 5.0;
    QVERIFY(close(rlineSpread(layer, 5000.0).verticalM, 5.0 * std::sqrt(2.0 / M_PI), 1e-9));
}

void tst_Plumes::infinite_data()
{
    QTest::addColumn<int>("terrain");
    QTest::addColumn<QList<double>>("values"); // at 20, 50, 100, 200 m
    QTest::newRow("urban D") << int(Terrain::Urban)
                             << QList<double>{0.122293, 0.055957, 0.028731, 0.014644};
    QTest::newRow("rural D") << int(Terrain::Rural)
                             << QList<double>{.158326, .119231, .068532, .037481};
}

void tst_Plumes::infinite()
{
    QFETCH(int, terrain);
    QFETCH(QList<double>, values);
    const PlumeSetting setting{static_cast<Terrain>(terrain), Stability::D, 2.0, 0.5, 1.5};
    const double distances[] = {20.0, 50.0, 100.0, 200.0};
    for (int i = 0; i < 4; ++i) {
        QVERIFY(close(infiniteLine(setting, distances[i]), values[i], 6e-7));
        // The finite form with far ends is the infinite one.
        QVERIFY(close(finiteLine(setting, distances[i], -1e6, 1e6), values[i], 6e-7));
    }
}

void tst_Plumes::piece_data()
{
    QTest::addColumn<double>("distanceM");
    QTest::addColumn<double>("value");
    QTest::newRow("20") << 20.0 << 0.061146;
    QTest::newRow("50") << 50.0 << 0.027978;
    QTest::newRow("100") << 100.0 << 0.014345;
    QTest::newRow("200") << 200.0 << 0.006558;
}

void tst_Plumes::piece()
{
    QFETCH(double, distanceM);
    QFETCH(double, value);
    const PlumeSetting setting;
    QVERIFY(close(finiteLine(setting, distanceM, 0.0, 50.0), value, 6e-7));
}

void tst_Plumes::integrationIsTheClosedForm()
{
    // Wind across: every point of the road is equally far along the wind, so that σ is one number.
    const PlumeSetting setting;
    for (const double distance : {20.0, 100.0, 400.0}) {
        const LineSource line{{0.0, 0.0}, {0.0, 50.0}};
        const double exact = finiteLine(setting, distance, 0.0, 50.0);
        QVERIFY(std::abs(lineByIntegration(setting, line, {distance, 0.0}, 270.0) / exact - 1.0)
            < 1e-6);
        QCOMPARE(lineByIntegration(setting, line, {-distance, 0.0}, 270.0), 0.0); // upwind
    }
}

void tst_Plumes::integrationAddsUp()
{
    const PlumeSetting setting;
    const PointM receptor{130.0, 90.0};
    const PointM a{0.0, 0.0}, b{60.0, 80.0}, c{120.0, 160.0};
    const double whole = lineByIntegration(setting, {a, c}, receptor, 235.0);
    const double parts = lineByIntegration(setting, {a, b}, receptor, 235.0)
        + lineByIntegration(setting, {b, c}, receptor, 235.0);
    QVERIFY(whole > 0.0);
    QVERIFY(std::abs(parts / whole - 1.0) < 1e-5);
    QVERIFY(std::abs(lineByIntegration(setting, {c, a}, receptor, 235.0) / whole - 1.0) < 1e-5);
}

void tst_Plumes::obliqueWindIsClamped()
{
    const PlumeSetting setting;
    QVERIFY(infiniteLine(setting, 50.0, 60.0) > 0.0);
    QCOMPARE(infiniteLine(setting, 50.0, 120.0), infiniteLine(setting, 50.0, 60.0));
    QCOMPARE(infiniteLine(setting, 50.0, 5.0), infiniteLine(setting, 50.0, 15.0));
    QCOMPARE(infiniteLine(setting, 50.0, 0.0), infiniteLine(setting, 50.0, 180.0));
}

void tst_Plumes::nitrogenDioxide()
{
    // 100 ppb: A = 2, NO2 = 2.166 - 100 (1.236 - 6.696 + 7.732 - 2.608) = 35.766.
    QVERIFY(close(no2FromNoxPpb(100.0).no2, 35.766, 1e-9));
    QVERIFY(!no2FromNoxPpb(100.0).outsideRange);
    QCOMPARE(no2FromNoxPpb(0.0).no2, 0.0);
    QVERIFY(no2FromNoxPpb(3.0).outsideRange);
    QVERIFY(no2FromNoxPpb(2000.0).outsideRange);
    QVERIFY(close(no2FromNox(191.25).no2, 35.766 * 1.9125, 1e-9));
    // On top of a measured background, and without one by the formula alone.
    const No2Field field = no2Field({0.0F, 57.375F}, 95.625, 30.0);
    QVERIFY(close(static_cast<double>(field.no2[0]), 30.0, 1e-5));
    QVERIFY(close(static_cast<double>(field.no2[1]),
        30.0 + no2FromNox(153.0).no2 - no2FromNox(95.625).no2, 1e-4));
    QCOMPARE(field.outsideRange, 0);
    const No2Field bare = no2Field({2.0F}, 0.0, std::numeric_limits<double>::quiet_NaN());
    QVERIFY(close(static_cast<double>(bare.no2[0]), no2FromNox(2.0).no2, 1e-5));
    QCOMPARE(bare.outsideRange, 1);
    // Without a jump where the range begins, never more NO2 than NOx, never less for more.
    QVERIFY(close(no2FromNoxPpb(9.0 - 1e-9).no2, no2FromNoxPpb(9.0).no2, 1e-6));
    double before = 0.0;
    for (double nox = 0.5; nox < 1500.0; nox += 0.5) {
        const double no2 = no2FromNoxPpb(nox).no2;
        QVERIFY(no2 > 0.0 && no2 <= nox && no2 >= before);
        before = no2;
    }
}

void tst_Plumes::sunOverTheYear_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<double>("lon");
    QTest::addColumn<double>("lat");
    QTest::addColumn<double>("elevation");
    // At noon the sun stands 90° - latitude + declination high.
    QTest::newRow("equinox, equator")
        << QStringLiteral("2024-03-20T12:07:00Z") << 0.0 << 0.0 << 90.0;
    QTest::newRow("June, Berlin") << QStringLiteral("2024-06-20T11:08:00Z") << 13.4 << 52.52
                                  << 60.92;
    QTest::newRow("December, Berlin")
        << QStringLiteral("2024-12-21T11:05:00Z") << 13.4 << 52.52 << 14.04;
    QTest::newRow("December, Sydney")
        << QStringLiteral("2024-12-21T01:53:00Z") << 151.2 << -33.87 << 79.57;
    QTest::newRow("June, midnight, Berlin")
        << QStringLiteral("2024-06-20T23:08:00Z") << 13.4 << 52.52 << -14.04;
}

void tst_Plumes::sunOverTheYear()
{
    QFETCH(QString, time);
    QFETCH(double, lon);
    QFETCH(double, lat);
    QFETCH(double, elevation);
    const double value = sunElevationDeg(at(qPrintable(time)), {lon, lat});
    QVERIFY2(close(value, elevation, 0.7), qPrintable(QString::number(value)));
}

void tst_Plumes::turner_data()
{
    QTest::addColumn<double>("wind");
    QTest::addColumn<double>("sun");
    QTest::addColumn<double>("cloud");
    QTest::addColumn<int>("stability");
    QTest::newRow("bright summer noon, light wind") << 0.5 << 65.0 << 0.0 << int(Stability::A);
    QTest::newRow("summer day, breeze") << 3.0 << 50.0 << 0.2 << int(Stability::B);
    QTest::newRow("gale") << 12.0 << 65.0 << 0.0 << int(Stability::C);
    QTest::newRow("overcast, windy") << 7.0 << 40.0 << 1.0 << int(Stability::D);
    QTest::newRow("clear night, calm") << 0.5 << -20.0 << 0.0 << int(Stability::F);
    QTest::newRow("clear night, breeze") << 3.0 << -20.0 << 0.0 << int(Stability::F);
    QTest::newRow("cloudy night") << 3.0 << -20.0 << 0.7 << int(Stability::E);
    QTest::newRow("overcast night") << 1.0 << -20.0 << 1.0 << int(Stability::D);
}

void tst_Plumes::turner()
{
    QFETCH(double, wind);
    QFETCH(double, sun);
    QFETCH(double, cloud);
    QFETCH(int, stability);
    QCOMPARE(int(turnerStability(wind, sun, cloud)), stability);
}

void tst_Plumes::radiation_data()
{
    QTest::addColumn<double>("wind");
    QTest::addColumn<double>("wm2");
    QTest::addColumn<int>("stability");
    QTest::newRow("strong sun") << 1.0 << 950.0 << int(Stability::A);
    QTest::newRow("fair sun") << 2.5 << 700.0 << int(Stability::B);
    QTest::newRow("weak sun") << 4.0 << 300.0 << int(Stability::C);
    QTest::newRow("twilight") << 1.0 << 100.0 << int(Stability::D);
    QTest::newRow("storm") << 9.0 << 950.0 << int(Stability::C);
}

void tst_Plumes::radiation()
{
    QFETCH(double, wind);
    QFETCH(double, wm2);
    QFETCH(int, stability);
    QCOMPARE(int(radiationStability(wind, 40.0, wm2, 0.5)), stability);
    // By night there is no radiation: Turner's table.
    QCOMPARE(
        int(radiationStability(wind, -10.0, 0.0, 0.5)), int(turnerStability(wind, -10.0, 0.5)));
}

void tst_Plumes::aYearOfWeather()
{
    std::vector<WeatherObservation> hours(48);
    for (std::size_t i = 0; i < hours.size(); ++i) {
        hours[i].time = at("2024-06-20T00:00:00Z") + static_cast<UtcMs>(i) * kMsPerHour;
        hours[i].windFromDeg = 240.0;
        hours[i].windSpeedMs = 1.5;
        hours[i].cloudShare = 0.0;
    }
    hours[5].windSpeedMs = std::numeric_limits<double>::quiet_NaN();
    hours[7].cloudShare.reset();
    const auto year = weatherYear(hours, {13.4, 52.52});
    QVERIFY(year);
    QCOMPARE(year->leftOut, 1);
    QCOMPARE(year->guessedCloud, 1);
    QCOMPARE(int(year->hours.size()), 47);
    QCOMPARE(int(year->hours[0].stability), int(Stability::F)); // 0 h UTC, clear
    QVERIFY(year->hours[10].stability <= Stability::B); // late morning in June
    hours[9].windSpeedMs = -1.0;
    const auto bad = weatherYear(hours, {13.4, 52.52});
    QVERIFY(!bad && bad.error().message().contains(QLatin1String("10")));
    QVERIFY(!weatherYear({}, {}));
}

void tst_Plumes::climate()
{
    Random random(11);
    std::vector<WeatherHour> hours;
    for (int i = 0; i < 8760; ++i)
        hours.push_back({random.uniform(-10.0, 400.0), random.exponential(3.0),
            static_cast<Stability>(random.below(6))});
    const auto climate = WindClimate::make(hours);
    QVERIFY(climate);
    QCOMPARE(climate->hours(), 8760);
    int counted = 0;
    double inverse = 0.0, wanted = 0.0;
    for (int d = 0; d < kClimateDirections; ++d) {
        for (int s = 0; s < kStabilityCount; ++s) {
            for (int u = 0; u < kClimateSpeeds; ++u)
                counted += climate->cell(d, u, static_cast<Stability>(s)).hours;
        }
    }
    for (int s = 0; s < kStabilityCount; ++s) {
        for (const double part : climate->inverseSpeedByDegree(static_cast<Stability>(s)))
            inverse += part;
    }
    int calms = 0;
    for (const WeatherHour &hour : hours) {
        wanted += 1.0 / std::max(hour.windSpeedMs, kSlowestWindMs) / 8760.0;
        calms += hour.windSpeedMs < kSlowestWindMs ? 1 : 0;
    }
    QCOMPARE(counted, 8760);
    QVERIFY(std::abs(inverse / wanted - 1.0) < 1e-9); // bins lose nothing of the mean
    QCOMPARE(climate->calmShare(), calms / 8760.0);
    // 355° and 4° are north.
    const auto north = WindClimate::make({{355.0, 2.0, Stability::D}, {4.0, 2.0, Stability::D}});
    QCOMPARE(north->cell(0, 2, Stability::D).hours, 2);
}

void tst_Plumes::directionsOfACompass_data()
{
    QTest::addColumn<double>("stepDeg");
    QTest::addColumn<double>("found");
    QTest::newRow("degrees") << 1.0 << 10.0;
    QTest::newRow("tens of degrees") << 10.0 << 10.0;
    QTest::newRow("16 points") << 22.5 << 22.5;
    QTest::newRow("8 points") << 45.0 << 45.0;
}

void tst_Plumes::directionsOfACompass()
{
    QFETCH(double, stepDeg);
    QFETCH(double, found);
    std::vector<WeatherHour> hours;
    for (double from = 0.0; from < 360.0; from += stepDeg)
        hours.push_back({from, 2.0, Stability::D});
    const auto climate = WindClimate::make(hours);
    QVERIFY(climate);
    QCOMPARE(climate->directionStepDeg(), found);
    // Evenly from everywhere: no degree gets more than another.
    for (const double part : climate->inverseSpeedByDegree(Stability::D))
        QVERIFY(close(part, 0.5 / 360.0, 1e-12));
    QCOMPARE(WindClimate::make({{90.0, 2.0, Stability::D}})->directionStepDeg(), 10.0);
}

void tst_Plumes::badWeather()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QVERIFY(!WindClimate::make({}));
    const auto bad = WindClimate::make({{0.0, 1.0, Stability::D}, {nan, 1.0, Stability::D}});
    QVERIFY(!bad && bad.error().message().contains(QLatin1String("Hour 2")));
    QVERIFY(!WindClimate::make({{0.0, -1.0, Stability::D}}));
}

QTEST_GUILESS_MAIN(tst_Plumes)
#include "tst_plumes.moc"
