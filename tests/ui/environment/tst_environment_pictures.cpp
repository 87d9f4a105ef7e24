// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/air_rows.h"
#include "environment/environment_charts.h"
#include "environment/environment_layers.h"
#include "environment/environment_text.h"
#include "environment/noise_panel.h"
#include "environment/run_pairs.h"
#include "ui/environment/sample_stations.h"

#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;
using namespace belvedere::test;
using namespace belvedere::ui;

namespace {

constexpr UtcMs kNoon = kAirStart + 4 * kMsPerDay + 12 * kMsPerHour;

} // namespace

/// What the screens of the environment show, without a window.
class tst_EnvironmentPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void onlyAirAndNoiseAreLoaded();
    void probability_data();
    void probability();
    void indexOfStations_data();
    void indexOfStations();
    void tableOfItsTime_data();
    void tableOfItsTime();
    void pollutantsSayWhatCounts();
    void incompleteStationsAreDiamonds();
    void nothingIsKnownAfterNow();
    void forecastIsTheHighest();
    void surfaceHasNorthAtTheTop();
    void stationFromTheOthers();
    void noiseOfADay();
    void classesAreRanges();
    void calendarOfIndices();
    void roseFromTheEast_data();
    void roseFromTheEast();
    void exceedancesByYear();
    void pairsAndEvents();

private:
    [[nodiscard]] std::shared_ptr<const AirPicture> air(
        const QString &family, AirTime what, UtcMs time = kNoon) const;

    QTemporaryDir m_folder;
    std::shared_ptr<const EnvironmentData> m_data;
    std::shared_ptr<const EnvironmentSet> m_air;
};

void tst_EnvironmentPictures::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const auto store = sampleStore(m_folder.path(), 10);
    QVERIFY(store);
    Dataset traffic;
    traffic.name = QStringLiteral("traffic");
    traffic.sites.resize(1);
    QVERIFY(store->writeSeries(traffic,
        Series(
            {kAirStart, kMsPerHour, 24}, 1, {{QStringLiteral("speed"), QStringLiteral("km/h")}})));
    const auto data = loadEnvironment(*store, {});
    QVERIFY(data);
    m_data = *data;
    m_air = m_data->set(QStringLiteral("air"));
    QVERIFY(m_air);
}

std::shared_ptr<const AirPicture> tst_EnvironmentPictures::air(
    const QString &family, AirTime what, UtcMs time) const
{
    const auto picture = makeAirPicture({m_air, family, what, time, time, {}}, {});
    return picture ? *picture : nullptr;
}

void tst_EnvironmentPictures::onlyAirAndNoiseAreLoaded()
{
    QCOMPARE(m_data->sets.size(), std::size_t(2));
    QCOMPARE(m_data->names(false), QStringList{QStringLiteral("air")});
    QCOMPARE(m_data->names(true), QStringList{QStringLiteral("noise")});
    QCOMPARE(m_air->pollutants.size(), 2); // wind is none
    QVERIFY(!m_data->set(QStringLiteral("traffic")));
}

void tst_EnvironmentPictures::probability_data()
{
    QTest::addColumn<double>("limit");
    QTest::addColumn<double>("expected");
    // Of the uniform distribution on 0 … 100 with its quarters.
    QTest::newRow("below all") << -30.0 << 1.0;
    QTest::newRow("between") << 40.0 << 0.6;
    QTest::newRow("at a quantile") << 75.0 << 0.25;
    QTest::newRow("in the tail") << 90.0 << 0.1;
    QTest::newRow("above all") << 130.0 << 0.0;
}

void tst_EnvironmentPictures::probability()
{
    QFETCH(double, limit);
    QFETCH(double, expected);
    const std::vector<double> levels = {0.25, 0.5, 0.75};
    const std::vector<double> values = {25.0, 50.0, 75.0};
    QVERIFY(std::abs(probabilityAbove(levels, values, limit) - expected) < 1e-12);
    const std::vector<double> unknown = {25.0, std::nan(""), 75.0};
    QVERIFY(std::isnan(probabilityAbove(levels, unknown, limit)));
}

void tst_EnvironmentPictures::indexOfStations_data()
{
    QTest::addColumn<QString>("family");
    QTest::addColumn<int>("what");
    QTest::addColumn<QList<int>>("indices");
    // A day of constant 20, 40, 60, 80 µg/m³ PM2.5 with 60 µg/m³ NO2.
    QTest::newRow("China 2012, day") << QStringLiteral("cn-hj633") << int(AirTime::Day)
                                     << QList<int>{75, 75, 82, 107}; // NO2 60 is 75
    QTest::newRow("Europe 2017, moment")
        << QStringLiteral("eu") << int(AirTime::Moment) << QList<int>{2, 4, 5, 5};
}

void tst_EnvironmentPictures::indexOfStations()
{
    QFETCH(QString, family);
    QFETCH(int, what);
    QFETCH(QList<int>, indices);
    QString known;
    for (const StandardFamily &each : standardFamilies(QDate(2015, 1, 5))) {
        if (each.family.startsWith(family))
            known = each.family;
    }
    QVERIFY2(!known.isEmpty(), qPrintable(family));
    const auto picture = air(known, static_cast<AirTime>(what), kNoon + 11 * kMsPerHour);
    QVERIFY(picture);
    for (int i = 0; i < 4; ++i) {
        QVERIFY(picture->stations[std::size_t(i)].index.index);
        QCOMPARE(*picture->stations[std::size_t(i)].index.index, indices[i]);
    }
}

void tst_EnvironmentPictures::tableOfItsTime_data()
{
    QTest::addColumn<QDate>("date");
    QTest::addColumn<QString>("id");
    QTest::newRow("before May 2024") << QDate(2015, 1, 5) << QStringLiteral("us-epa-2012");
    QTest::newRow("since May 2024") << QDate(2024, 6, 1) << QStringLiteral("us-epa-2024");
}

void tst_EnvironmentPictures::tableOfItsTime()
{
    QFETCH(QDate, date);
    QFETCH(QString, id);
    const auto picture = air(QStringLiteral("us-epa"), AirTime::Moment,
        date.startOfDay(QTimeZone::utc()).toMSecsSinceEpoch());
    QVERIFY(picture);
    QCOMPARE(picture->standard->id, id);
    QVERIFY(picture->standardIsValid);
    QVERIFY(validityText(*picture->standard, true).contains(picture->standard->title));
    QVERIFY(validityText(*picture->standard, false).contains(QStringLiteral("No table")));
}

void tst_EnvironmentPictures::pollutantsSayWhatCounts()
{
    const auto picture = air(QStringLiteral("us-epa"), AirTime::Moment);
    const std::vector<PollutantRow> rows = pollutantRows(*picture, 2);
    QCOMPARE(rows.size(), std::size_t(2));
    QCOMPARE(rows[0].pollutant, QStringLiteral("PM2.5"));
    QVERIFY(rows[0].measured.startsWith(QStringLiteral("60.0")));
    QVERIFY2(rows[0].counts.endsWith(QStringLiteral("NowCast")), qPrintable(rows[0].counts));
    QVERIFY(rows[0].color.isValid());
    QVERIFY(rows[0].hint.contains(picture->standard->title)); // a number without it says nothing
    QVERIFY(pollutantRows(*picture, -1).empty());
    QVERIFY(pollutantRows(*picture, 99).empty());
}

void tst_EnvironmentPictures::incompleteStationsAreDiamonds()
{
    const auto picture = air(QStringLiteral("us-epa"), AirTime::Moment);
    const std::vector<StationRow> rows = stationRows(*picture);
    QCOMPARE(rows.front().site, 3); // the highest first
    QVERIFY(rows.front().detail.startsWith(QChar(0x25C7)));
    const LocalProjection projection({116.4, 39.95});
    const StationGeometry where = stationGeometry(m_air->dataset, projection);
    QCOMPARE(where.sites, (std::vector<int>{0, 1, 2}));
    const auto attributes = airAttributes(*picture, where, 1);
    for (std::size_t i = 0; i < 3; ++i) {
        const FeatureStyle *style = attributes->style(i);
        QVERIFY(style);
        QCOMPARE(style->symbol, Symbol::Diamond); // ozone and others are missing everywhere
        QVERIFY(style->casing.isValid()); // a class is never told by its colour alone
        QVERIFY(!attributes->texts[i].isEmpty());
    }
    QVERIFY(attributes->style(1)->width > attributes->style(0)->width); // the chosen one
    const LegendContent legend = airLegend(*picture);
    QCOMPARE(legend.attribute, picture->standard->title);
    QCOMPARE(legend.labels.size(), qsizetype(legend.scale.bands.size()));
    QVERIFY(!legend.note.isEmpty());
    QVERIFY(airTip(*picture, 0).unit == picture->standard->title);
    QVERIFY(airTip(*picture, 99).isEmpty());
}

void tst_EnvironmentPictures::nothingIsKnownAfterNow()
{
    // At one in the night a day has too few hours for an index.
    const UtcMs night = kAirStart + 4 * kMsPerDay + kMsPerHour;
    const auto early =
        makeAirPicture({m_air, QStringLiteral("cn-hj633"), AirTime::Day, night, night, {}}, {});
    const auto late = makeAirPicture(
        {m_air, QStringLiteral("cn-hj633"), AirTime::Day, night, night + kMsPerDay, {}}, {});
    QVERIFY(early && late);
    QVERIFY(!(*early)->stations[0].index.index);
    QVERIFY((*late)->stations[0].index.index);
}

void tst_EnvironmentPictures::forecastIsTheHighest()
{
    auto forecast = std::make_shared<QuantileForecast>();
    forecast->issued = kNoon;
    forecast->shape.history = 24;
    forecast->shape.horizon = 12;
    forecast->shape.stepMs = kMsPerHour;
    forecast->shape.quantiles = {0.25, 0.5, 0.75};
    forecast->channel = {QStringLiteral("pm2.5"), QStringLiteral("µg/m³")};
    forecast->siteCodes = {QStringLiteral("s1"), QStringLiteral("s0")}; // in another order
    for (int step = 0; step < 12; ++step) {
        for (const float middle : {40.0F, 300.0F})
            forecast->values.insert(
                forecast->values.end(), {middle - 20.0F, middle, middle + 20.0F});
    }
    const auto found = makeAirPicture(
        {m_air, QStringLiteral("us-epa"), AirTime::Forecast, kNoon, kNoon, {forecast}}, {});
    QVERIFY(found);
    const AirPicture &picture = **found;
    QVERIFY(picture.stations[0].index.index && picture.stations[1].index.index);
    QVERIFY(*picture.stations[0].index.index > *picture.stations[1].index.index);
    QVERIFY(picture.stations[0].time > kNoon);
    QVERIFY(!picture.stations[2].index.index); // nobody forecasts it
    QVERIFY(!picture.stations[0].index.missing.isEmpty());
    // Above 35.4 µg/m³, the end of "Moderate", 6 and 12 hours ahead.
    const auto &chances = picture.stations[1].exceedances;
    QCOMPARE(chances.size(), std::size_t(2));
    QVERIFY(std::abs(chances[0].limit - 35.4) < 1e-9);
    QCOMPARE(chances[0].minutesAhead, 360);
    QVERIFY(std::abs(chances[0].probability - (1.0 - (0.25 + 0.25 * 15.4 / 20.0))) < 1e-6);
    QVERIFY(exceedanceLines(picture.stations[1])[0].contains(QStringLiteral("56")));
}

void tst_EnvironmentPictures::surfaceHasNorthAtTheTop()
{
    SurfacePicture picture;
    picture.surface.grid = {{0.0, 0.0}, 100.0, 3, 2};
    picture.surface.values = {1, 2, 3, 4, 5, 6}; // from the south
    const auto scale = concentrationScale(
        airQualityStandards().front(), QStringLiteral("pm2.5"), QStringLiteral("µg/m³"), 100.0);
    const auto attributes = surfaceAttributesOf(picture, false, scale, 0.5);
    QCOMPARE(attributes->surface->values, (std::vector<float>{4, 5, 6, 1, 2, 3}));
    // Inverse distances have no standard error: nothing is drawn, and the legend says why.
    const auto none = surfaceAttributesOf(picture, true, errorScale(scale), 0.5);
    QVERIFY(std::isnan(none->surface->values[0]));
    picture.surface.stations = 3;
    QVERIFY(!surfaceLegend(picture, true, scale, *m_air).empty.isEmpty());
    QCOMPARE(scale.bands.size(), scale.breaks.size() + 1);
    QVERIFY(std::is_sorted(scale.breaks.begin(), scale.breaks.end()));
}

void tst_EnvironmentPictures::stationFromTheOthers()
{
    SurfaceMaker maker(m_air, LocalProjection({116.4, 39.95}), SurfaceMethod::InverseDistance);
    QVERIFY(maker.isPossible());
    const auto picture = maker.picture(QStringLiteral("pm2.5"), 30, {});
    QVERIFY(picture);
    QCOMPARE((*picture)->surface.values.size(), maker.grid().size());
    // 40 and 60 stand around the station with 20; the one without a place is left out.
    const double others = (*picture)->fromOthers[0].value;
    QVERIFY2(others > 40.0 && others < 60.0, qPrintable(QString::number(others)));
    QVERIFY(std::isnan((*picture)->fromOthers[3].value));
    const auto errors = maker.errors(QStringLiteral("pm2.5"), 0, 47, {});
    QVERIFY(errors);
    QCOMPARE((*errors)->stations[0].count, 48);
    QVERIFY(std::abs((*errors)->stations[0].meanError - (others - 20.0)) < 1e-3);
    QCOMPARE((*errors)->stations[3].count, 0);
}

void tst_EnvironmentPictures::noiseOfADay()
{
    const auto noise =
        makeNoisePicture(m_data->set(QStringLiteral("noise")), kNoon, kNoon + 2 * kMsPerDay, {});
    QVERIFY(noise);
    const StationNoise &whole = (*noise)->stations[0];
    QVERIFY(std::abs(whole.level - 60.0) < 1e-6);
    // A constant level: 10 lg of (12 + 4·√10 + 8·10) / 24 is 6.395 dB more.
    QVERIFY(std::abs(whole.day.lDen - 66.395) < 2e-3);
    const StationNoise &dayOnly = (*noise)->stations[1];
    QVERIFY(std::isnan(dayOnly.day.lDen)); // no night, no Lden
    QVERIFY(std::abs(dayOnly.day.lDay - 60.0) < 1e-6);
    const std::vector<NoiseRow> rows = noiseRows(**noise);
    QVERIFY(rows[0].dayColor.isValid());
    QVERIFY(!rows[1].dayColor.isValid());
}

void tst_EnvironmentPictures::classesAreRanges()
{
    const auto standard = airQualityStandard(QStringLiteral("cn-hj633-2012"));
    QVERIFY(standard);
    const auto classes =
        concentrationClasses(**standard, QStringLiteral("pm2.5"), QStringLiteral("µg/m³"));
    QCOMPARE(classes.size(), std::size_t(6));
    const double ends[] = {35, 75, 115, 150, 250};
    for (std::size_t i = 0; i < 5; ++i)
        QVERIFY(std::abs(classes[i].upTo - ends[i]) < 1e-9);
    QVERIFY(std::isinf(classes[5].upTo));
    // In another unit the ends move with it.
    const auto milligrams =
        concentrationClasses(**standard, QStringLiteral("pm2.5"), QStringLiteral("mg/m³"));
    QVERIFY(std::abs(milligrams[0].upTo - 0.035) < 1e-12);
}

void tst_EnvironmentPictures::calendarOfIndices()
{
    const TimeAxis &axis = m_air->series->axis;
    const PlaceQuery query = {m_air, 0, QStringLiteral("pm2.5"), axis.start,
        axis.last() + axis.stepMs, QStringLiteral("us-epa")};
    const auto values = makeCalendar(query, CalendarOf::Values, {});
    QVERIFY(values);
    QCOMPARE((*values)->first, QDate(2015, 1, 1));
    QCOMPARE((*values)->values.size(), std::size_t(10));
    QVERIFY(std::abs((*values)->values[3] - 20.0) < 1e-6);
    const auto indices = makeCalendar(query, CalendarOf::Index, {});
    QVERIFY(indices);
    QCOMPARE((*indices)->values.size(), std::size_t(10));
    QVERIFY((*indices)->quantity.contains(QStringLiteral("2012")));
    // PM2.5 20.0 by the table of 2012: (100 - 51) / (35.4 - 12.1) (20 - 12.1) + 51 = 67.6.
    QCOMPARE((*indices)->values[3], 68.0);
    QCOMPARE((*indices)->classes.size(), std::size_t(6));
}

void tst_EnvironmentPictures::roseFromTheEast_data()
{
    QTest::addColumn<bool>("shares");
    QTest::newRow("mean") << false;
    QTest::newRow("classes") << true;
}

void tst_EnvironmentPictures::roseFromTheEast()
{
    QFETCH(bool, shares);
    const TimeAxis &axis = m_air->series->axis;
    const PlaceQuery query = {m_air, 1, QStringLiteral("pm2.5"), axis.start,
        axis.last() + axis.stepMs, QStringLiteral("cn-hj633")};
    const auto rose = makeRose(query, shares ? PolarData::Kind::Shares : PolarData::Kind::Mean, {});
    QVERIFY(rose);
    const PolarData &data = **rose;
    QVERIFY(data.isWhole());
    constexpr int kEast = 4; // of 16
    qint64 east = 0;
    qint64 all = data.calmCount;
    for (std::size_t i = 0; i < data.counts.size(); ++i) {
        all += data.counts[i];
        east += int(i) % data.sectors == kEast ? data.counts[i] : 0;
    }
    QCOMPARE(all, 240);
    QCOMPARE(east, 240);
    if (shares) // 40 µg/m³ lies in the second class
        QVERIFY(std::abs(data.shares[std::size_t(data.sectors + kEast)] - 1.0) < 1e-12);
    const PlaceQuery noise = {m_data->set(QStringLiteral("noise")), 0, QStringLiteral("noise"),
        axis.start, axis.last(), QString()};
    const auto none = makeRose(noise, PolarData::Kind::Mean, {});
    QVERIFY(!none);
    QCOMPARE(none.error().code, Errc::NotFound); // it has no wind
}

void tst_EnvironmentPictures::exceedancesByYear()
{
    const TimeAxis &axis = m_air->series->axis;
    const PlaceQuery query = {m_air, -1, QStringLiteral("pm2.5"), axis.start,
        axis.last() + axis.stepMs, QStringLiteral("cn-hj633")};
    QVERIFY(std::abs(usualLimit(query) - 75.0) < 1e-9);
    const auto map = makeExceedances(query, 55.0, {});
    QVERIFY(map);
    QCOMPARE((*map)->columns, QStringList{QStringLiteral("2015 (10 day(s))")});
    // The mean of all (50), then 20, 40, 60, 80.
    QCOMPARE((*map)->values, (std::vector<double>{0, 0, 0, 10, 10}));
}

void tst_EnvironmentPictures::pairsAndEvents()
{
    RunForecasts run;
    run.unit = QStringLiteral("µg/m³");
    run.shape.horizon = 2;
    run.sites = {QStringLiteral("s0"), QStringLiteral("s1")};
    run.windows = 2;
    //               window 0: step 0   step 1    window 1: step 0   step 1
    run.observed = {80, 10, 90, 20, 100, kMissing, 10, 30};
    run.medians = {90, 80, 50, 90, 60, 60, 80, 20};
    const RunPairs all = pairsOf(run, 0, -1, 75.0);
    QCOMPARE(all.statistics.n, 3);
    QCOMPARE(all.events.hits, 1);
    QCOMPARE(all.events.misses, 1);
    QCOMPARE(all.events.falseAlarms, 1);
    QVERIFY(std::abs(all.events.csi() - 1.0 / 3.0) < 1e-12);
    QCOMPARE(all.events.pod(), 0.5);
    QCOMPARE(all.events.far(), 0.5);
    const RunPairs one = pairsOf(run, 1, 1, 75.0);
    QCOMPARE(one.statistics.n, 2);
    QVERIFY(std::abs(one.statistics.mb - 30.0) < 1e-6); // (70 - 10) / 2
    QVERIFY(std::isnan(pairsOf(run, 1, 1, 1000.0).events.csi()));
}

QTEST_MAIN(tst_EnvironmentPictures)
#include "tst_environment_pictures.moc"
