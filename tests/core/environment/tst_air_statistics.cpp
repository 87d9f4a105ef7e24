// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/daily_values.h"
#include "environment/model_statistics.h"
#include "environment/time_variation.h"
#include "environment/trend.h"
#include "environment/wind_rose.h"

#include "base/random.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>
#include <numbers>

using namespace belvedere;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

#define NEAR(value, expected, tolerance)                                                           \
    QVERIFY2(std::abs((value) - (expected)) <= (tolerance),                                        \
        qPrintable(QStringLiteral("%1 instead of %2").arg(value, 0, 'g', 10).arg(expected)))

QString latin(const char *text)
{
    return QString::fromUtf8(text);
}

/// Hours from 2013-01-01 on, a Tuesday, in UTC+8.
PlaceValues hourly(int hours, const std::function<double(int)> &valueOf)
{
    PlaceValues place;
    place.channel = {latin("pm2.5"), latin("µg/m³")};
    place.zone = QTimeZone(8 * 3600);
    place.axis = {*parseTime(QStringLiteral("2013-01-01 00:00"), place.zone), kMsPerHour, hours};
    for (int hour = 0; hour < hours; ++hour)
        place.values.push_back(static_cast<float>(valueOf(hour)));
    return place;
}

} // namespace

class tst_AirStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// By hand: M 2 4 6 8, O 1 5 6 10.
    void modelStatisticsKnown()
    {
        const std::vector<float> model = {2.0F, 4.0F, kNan, 6.0F, 8.0F, 3.0F};
        const std::vector<float> observation = {1.0F, 5.0F, 7.0F, 6.0F, 10.0F, kNan};
        const ModelStatistics statistics = modelStatistics(model, observation);
        QCOMPARE(statistics.n, 4);
        NEAR(statistics.fac2, 1.0, 1e-12);
        NEAR(statistics.mb, -0.5, 1e-12);
        NEAR(statistics.mge, 1.0, 1e-12);
        NEAR(statistics.nmb, -2.0 / 22.0, 1e-12);
        NEAR(statistics.nmge, 4.0 / 22.0, 1e-12);
        NEAR(statistics.rmse, std::sqrt(1.5), 1e-12);
        NEAR(statistics.r, 28.0 / std::sqrt(820.0), 1e-12);
        NEAR(statistics.coe, 0.6, 1e-12);
        NEAR(statistics.ioa, 0.8, 1e-12);
    }
    void modelStatisticsAtTheEnds()
    {
        const std::vector<float> observation = {1.0F, 2.0F, 3.0F};
        const ModelStatistics perfect = modelStatistics(observation, observation);
        QCOMPARE(perfect.ioa, 1.0);
        QCOMPARE(perfect.coe, 1.0);
        NEAR(perfect.r, 1.0, 1e-12);
        // Far off: 2 · sum |O - mean O| = 4 against sum |M - O| = 300.
        const ModelStatistics bad =
            modelStatistics(std::vector<float>{101.0F, 102.0F, 103.0F}, observation);
        NEAR(bad.ioa, 4.0 / 300.0 - 1.0, 1e-12);
        QCOMPARE(bad.fac2, 0.0);
        const ModelStatistics none = modelStatistics({}, {});
        QCOMPARE(none.n, 0);
        QVERIFY(std::isnan(none.rmse) && std::isnan(none.fac2));
        const ModelStatistics flat =
            modelStatistics(std::vector<float>{1.0F, 2.0F}, std::vector<float>{5.0F, 5.0F});
        QVERIFY(std::isnan(flat.r) && std::isnan(flat.coe));
    }

    void slopes()
    {
        const std::vector<double> x = {0, 1, 2, 3};
        // Of the pairs 1 1 1 3 4 7.
        NEAR(theilSenSlope(x, std::vector<double>{0, 1, 2, 9}), 2.0, 1e-12);
        const double none = std::nan("");
        NEAR(theilSenSlope(x, std::vector<double>{5, none, 9, 11}), 2.0, 1e-12);
        QVERIFY(std::isnan(theilSenSlope(std::vector<double>{1, 1}, std::vector<double>{1, 2})));
    }

    /// 3 a year under a season of 20 and a month that went wrong.
    void trend()
    {
        Random random(11);
        const int hours = 4 * 365 * 24 + 24;
        PlaceValues place = hourly(hours, [&](int hour) {
            const double years = hour / (365.25 * 24.0);
            return 50.0 + 3.0 * years + 20.0 * std::cos(2.0 * std::numbers::pi * years)
                + random.normal(0.0, 5.0);
        });
        const auto fit = theilSenTrend(place, 1, 300);
        VERIFY_OK(fit);
        QCOMPARE(int(fit->months.size()), 48);
        QCOMPARE(fit->used, 48);
        QVERIFY(fit->deseasonalised);
        NEAR(fit->slopePerYear, 3.0, 0.2);
        QVERIFY(fit->low < fit->slopePerYear && fit->slopePerYear < fit->high);
        QVERIFY(fit->high - fit->low < 1.0);
        QVERIFY(fit->pValue < 0.01);
        NEAR(fit->at(24), fit->intercept + 2.0 * fit->slopePerYear, 1e-9);
        NEAR(fit->percentPerYear, 100.0 * fit->slopePerYear / fit->intercept, 1e-9);

        for (std::size_t hour = 0; hour < 31 * 24; ++hour)
            place.values[hour] += 500.0F; // January 2013
        for (std::size_t hour = 20000; hour < 21500; ++hour)
            place.values[hour] = kNan;
        const auto robust = theilSenTrend(place, 1, 100);
        VERIFY_OK(robust);
        QVERIFY(robust->used < 48);
        QVERIFY2(std::abs(robust->slopePerYear - 3.0) < 2.5,
            qPrintable(QString::number(robust->slopePerYear)));
    }
    void trendOfNothing()
    {
        Random random(4);
        const auto noise = hourly(3 * 365 * 24, [&](int) { return random.normal(40.0, 10.0); });
        const auto fit = theilSenTrend(noise, 1, 300);
        VERIFY_OK(fit);
        QVERIFY(fit->low < 0.0 || fit->pValue > 0.01);
        const auto few = theilSenTrend(hourly(100 * 24, [](int) { return 1.0; }));
        QCOMPARE(few.error().code, Errc::Numeric);
        TaskContext stop;
        stop.cancelled = [] { return true; };
        QCOMPARE(theilSenTrend(noise, 1, 10, stop).error().code, Errc::Cancelled);
    }

    void variation()
    {
        const auto place = hourly(28 * 24, [](int hour) { return double(hour % 24); });
        const auto variation = timeVariation(place, 1, 100);
        VERIFY_OK(variation);
        QCOMPARE(int(variation->hoursOfWeek.size()), 168);
        for (std::size_t hour = 0; hour < 24; ++hour) {
            NEAR(variation->hours[hour].mean, double(hour), 1e-9);
            NEAR(variation->hours[hour].low, double(hour), 1e-9);
            NEAR(variation->hours[hour].high, double(hour), 1e-9);
            QCOMPARE(variation->hours[hour].count, 28);
        }
        for (const MeanWithInterval &day : variation->weekdays)
            NEAR(day.mean, 11.5, 1e-9);
        NEAR(variation->months[0].mean, 11.5, 1e-9);
        QVERIFY(std::isnan(variation->months[5].mean));
        QCOMPARE(variation->months[5].count, 0);
    }
    /// Days are drawn, not hours: of 60 independent days with deviation 10 the interval of a mean
    /// is about ±2.5, however many equal hours a day has.
    void variationKnowsThatHoursHangTogether()
    {
        Random random(2);
        double level = 0.0;
        const auto place = hourly(60 * 24, [&](int hour) {
            if (hour % 24 == 0)
                level = random.normal(100.0, 10.0);
            return level;
        });
        const auto variation = timeVariation(place, 3, 400);
        VERIFY_OK(variation);
        const MeanWithInterval &noon = variation->hours[12];
        NEAR(noon.high - noon.low, 5.0, 1.5);
        QVERIFY(noon.low < noon.mean && noon.mean < noon.high);
        const auto again = timeVariation(place, 3, 400);
        QCOMPARE(again->hours[12].low, noon.low);
    }
    /// A level's mean is that of its energies.
    void variationOfLevels()
    {
        auto place = hourly(2 * 24, [](int hour) { return hour < 24 ? 60.0 : 70.0; });
        place.channel = {latin("noise"), latin("dB(A)")};
        const auto variation = timeVariation(place, 1, 20);
        NEAR(variation->hours[0].mean, 67.4036, 1e-3);
    }

    void days()
    {
        auto place = hourly(4 * 24, [](int hour) { return hour < 24 ? double(hour) : 40.0; });
        for (std::size_t hour = 48; hour < 55; ++hour)
            place.values[hour] = kNan; // seven of 24
        const auto means = dailyValues(place);
        QCOMPARE(int(means.size()), 4);
        NEAR(means[0].value, 11.5, 1e-9);
        NEAR(means[1].value, 40.0, 1e-9);
        QVERIFY(std::isnan(means[2].value));
        QCOMPARE(means[2].observed, 17);
        NEAR(dailyValues(place, DailyStatistic::Maximum)[0].value, 23.0, 1e-9);
        // Hours 16 … 23.
        NEAR(dailyValues(place, DailyStatistic::MaximumOf8h)[0].value, 19.5, 1e-9);
        const auto years = exceedanceDays(means, 40.0);
        QCOMPARE(int(years.size()), 1);
        QCOMPARE(years[0].days, 0); // equal is not above
        QCOMPARE(years[0].observedDays, 3);
        QCOMPARE(years[0].calendarDays, 365);
        QCOMPARE(exceedanceDays(means, 39.0)[0].days, 2);
    }

    void placesAndMeans()
    {
        Dataset dataset;
        dataset.name = latin("town");
        dataset.sites = {{latin("a"), {}, {}, {}, {}}, {latin("b"), {}, {}, {}, {}}};
        Series series({0, kMsPerHour, 2}, 2,
            {{latin("pm10"), latin("µg/m³")}, {latin("noise"), latin("dB(A)")}});
        series.set(0, SiteId(0), 0, 10.0F);
        series.set(0, SiteId(1), 0, 30.0F);
        series.set(1, SiteId(0), 0, 10.0F, Quality::Suspect);
        series.set(0, SiteId(0), 1, 60.0F);
        series.set(0, SiteId(1), 1, 70.0F);
        const auto mean = placeValues(dataset, series, latin("pm10"));
        VERIFY_OK(mean);
        QCOMPARE(mean->values[0], 20.0F);
        QVERIFY(std::isnan(mean->values[1]));
        NEAR(placeValues(dataset, series, latin("noise"))->values[0], 67.4036F, 1e-3F);
        QVERIFY(std::isnan(placeValues(dataset, series, latin("pm10"), SiteId(0))->values[1]));
        QCOMPARE(placeValues(dataset, series, latin("o3")).error().code, Errc::NotFound);
        const auto times = localTimes({0, kMsPerHour, 20}, QTimeZone(8 * 3600));
        QCOMPARE(times[0].hour, 8);
        QCOMPARE(times[0].weekday, 3); // 1970-01-01 was a Thursday
        QCOMPARE(times[16].day, 1);
    }

    /// North winds bring 10, east winds 20; a quarter of the time there is hardly any.
    void roses()
    {
        Dataset dataset;
        dataset.name = latin("town");
        dataset.sites = {{latin("a"), {}, {}, {}, {}}};
        Series series({0, kMsPerHour, 8}, 1,
            {{latin("pm2.5"), latin("µg/m³")}, {latin("wind"), latin("m/s")},
                {latin("wind_from_east"), {}}, {latin("wind_from_north"), {}}});
        const float rows[8][4] = {{10, 3.5F, 0, 1}, {10, 3.5F, 0, 1}, {20, 7, 1, 0}, {20, 7, 1, 0},
            {22, 7, 1, 0}, {50, 0.2F, 0, 1}, {70, 0.1F, kNan, kNan}, {90, 2, kNan, kNan}};
        for (int step = 0; step < 8; ++step) {
            for (int channel = 0; channel < 4; ++channel)
                series.set(step, SiteId(0), channel, rows[step][channel]);
        }
        const auto wind = windValues(dataset, series, SiteId(0));
        VERIFY_OK(wind);
        NEAR(wind->directionDeg[0], 0.0F, 1e-4F);
        NEAR(wind->directionDeg[2], 90.0F, 1e-4F);
        QCOMPARE(wind->speedUnit, latin("m/s"));
        const auto values = placeValues(dataset, series, latin("pm2.5"), SiteId(0));
        const auto rose = windRose(*values, *wind);
        VERIFY_OK(rose);
        QCOMPARE(rose->cell(0, 3).count, 2); // 3 … 4 m/s
        NEAR(rose->cell(0, 3).mean, 10.0, 1e-9);
        QCOMPARE(rose->cell(4, 4).count, 0);
        QCOMPARE(rose->cell(4, 5).count, 3); // 6 m/s and more
        QCOMPARE(rose->sectors[4].count, 3);
        NEAR(rose->sectors[4].mean, 62.0 / 3.0, 1e-5);
        QCOMPARE(rose->calm.count, 2);
        NEAR(rose->calm.mean, 60.0, 1e-9);
        NEAR(rose->calmShare, 2.0 / 7.0, 1e-12);
        QCOMPARE(rose->withoutWind, 1);

        // The mean of a north and a south wind of one strength has no direction.
        series.channels[1].key = latin("gust");
        QCOMPARE(windValues(dataset, series, SiteId(0)).error().code, Errc::NotFound);
        WindBins wrong;
        wrong.speedEdges = {0.5, 0.4};
        QVERIFY(!windRose(*values, *wind, wrong));
        PlaceValues shorter = *values;
        shorter.values.pop_back();
        QCOMPARE(windRose(shorter, *wind).error().code, Errc::Shape);
    }

    /// A field that rises to the east is found again, and nothing is said where no wind blew.
    void polarFields()
    {
        Random random(9);
        const int hours = 6000;
        WindValues wind;
        PlaceValues values = hourly(hours, [&](int) {
            const double direction = random.uniform(0.0, 180.0); // never from the west
            const double speed = random.uniform(0.5, 6.0);
            wind.directionDeg.push_back(static_cast<float>(direction));
            wind.speed.push_back(static_cast<float>(speed));
            return 10.0 + 5.0 * speed * std::sin(direction * std::numbers::pi / 180.0);
        });
        const PolarField field = polarField(values, wind, 41);
        NEAR(field.maximumSpeed, 6.0, 0.1);
        const auto at = [&field](double east, double north) {
            const double width = 2.0 * field.maximumSpeed / field.cells;
            const int column = int((east + field.maximumSpeed) / width);
            const int row = int((north + field.maximumSpeed) / width);
            return field.values[std::size_t(row * field.cells + column)];
        };
        NEAR(double(at(3.0, 0.0)), 25.0, 2.0);
        NEAR(double(at(1.5, 3.0)), 17.5, 2.0);
        QVERIFY(std::isnan(at(-4.0, 0.0)));
        QVERIFY(std::isnan(at(5.5, 5.5)));
    }
};

QTEST_GUILESS_MAIN(tst_AirStatistics)
#include "tst_air_statistics.moc"
