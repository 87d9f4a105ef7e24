// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/noise_levels.h"

#include "support/verify_ok.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

#define NEAR(value, expected, tolerance)                                                           \
    QVERIFY2(std::abs((value) - (expected)) <= (tolerance),                                        \
        qPrintable(QStringLiteral("%1 instead of %2").arg(value, 0, 'g', 10).arg(expected)))

/// Days from midnight on in UTC+1: 60 dB by day, 57 in the evening, 50 at night.
PlaceValues quietNights(int days)
{
    PlaceValues place;
    place.channel = {QStringLiteral("noise"), QStringLiteral("dB(A)")};
    place.zone = QTimeZone(3600);
    place.axis = {
        *parseTime(QStringLiteral("2019-03-01 00:00"), place.zone), kMsPerHour, 24 * days};
    for (int hour = 0; hour < 24 * days; ++hour) {
        const int local = hour % 24;
        place.values.push_back(local >= 23 || local < 7 ? 50.0F : local >= 19 ? 57.0F : 60.0F);
    }
    return place;
}

} // namespace

class tst_NoiseLevels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void energyAverages()
    {
        // Half the time 60 and half the time 70 dB are 67.4 dB, not 65.
        NEAR(energyAverage(std::vector<float>{60.0F, 70.0F}), 67.4036, 1e-4);
        NEAR(energyAverage(std::vector<float>{60.0F, kNan, 70.0F}), 67.4036, 1e-4);
        NEAR(energyAverage(std::vector<float>(9, 55.0F)), 55.0, 1e-5);
        QVERIFY(std::isnan(energyAverage(std::vector<float>{kNan})));
        QVERIFY(std::isnan(energyAverage(std::vector<float>{})));
    }

    void exceeded()
    {
        std::vector<float> levels;
        for (int i = 0; i <= 100; ++i)
            levels.push_back(static_cast<float>(100 - i));
        NEAR(exceededLevel(levels, 10.0), 90.0, 1e-9);
        NEAR(exceededLevel(levels, 50.0), 50.0, 1e-9);
        NEAR(exceededLevel(levels, 90.0), 10.0, 1e-9);
        QVERIFY(std::isnan(exceededLevel(std::vector<float>{kNan}, 50.0)));
    }

    /// Directive 2002/49/EC, annex I: with one level all day, 10 lg((12 + 4 · 10^.5 + 8 · 10)/24)
    /// is added to it.
    void dayEveningNight()
    {
        NEAR(dayEveningNightLevel(60.0, 60.0, 60.0), 66.3954, 1e-3);
        // 12 · 10^6 + 4 · 10^6.2 + 8 · 10^6 = 26 339 573; / 24 → 60.404 dB
        NEAR(dayEveningNightLevel(60.0, 57.0, 50.0), 60.4040, 1e-3);
        // An evening of two hours: 14 h, 2 h, 8 h.
        const NoisePeriods spanish{7, 21, 23};
        NEAR(dayEveningNightLevel(60.0, 57.0, 50.0, spanish),
            10.0 * std::log10((14e6 + 2.0 * std::pow(10.0, 6.2) + 8e6) / 24.0), 1e-9);
        QVERIFY(std::isnan(dayEveningNightLevel(60.0, std::nan(""), 50.0)));
    }

    void ofAPlace()
    {
        PlaceValues place = quietNights(3);
        const auto levels = noiseLevels(place);
        VERIFY_OK(levels);
        NEAR(levels->lDay, 60.0, 1e-4);
        NEAR(levels->lEvening, 57.0, 1e-4);
        NEAR(levels->lNight, 50.0, 1e-4);
        NEAR(levels->lDen, 60.4040, 1e-3);
        NEAR(levels->lAeq, 10.0 * std::log10((12e6 + 4 * std::pow(10.0, 5.7) + 8e5) / 24.0), 1e-4);
        NEAR(levels->l90, 50.0, 1e-6);
        NEAR(levels->coverage, 1.0, 1e-12);
        for (std::size_t hour = 0; hour < 72; ++hour) {
            if (hour % 24 >= 19 && hour % 24 < 23)
                place.values[hour] = kNan;
        }
        QVERIFY(std::isnan(noiseLevels(place)->lDen));
        NEAR(noiseLevels(place)->coverage, 20.0 / 24.0, 1e-9);
    }

    /// A night belongs to the day on which it begins.
    void daily()
    {
        PlaceValues place = quietNights(3);
        for (std::size_t hour = 24; hour < 31; ++hour)
            place.values[hour] = 70.0F; // the night of the first day
        const auto days = dailyNoiseLevels(place);
        VERIFY_OK(days);
        QCOMPARE(int(days->size()), 4); // the first one is the night before
        QVERIFY(std::isnan((*days)[0].levels.lDay));
        QVERIFY((*days)[1].levels.lNight > 69.0);
        NEAR((*days)[2].levels.lDen, 60.4040, 1e-3);
        QCOMPARE((*days)[2].day - (*days)[1].day, 1);
    }

    void refused()
    {
        PlaceValues place = quietNights(1);
        QVERIFY(!noiseLevels(place, {7, 7, 23}));
        QVERIFY(!noiseLevels(place, {7, 19, 25}));
        place.axis.stepMs = kMsPerDay;
        QVERIFY(!noiseLevels(place));
        place = quietNights(1);
        place.channel.unit = QStringLiteral("µg/m³");
        QCOMPARE(noiseLevels(place).error().code, Errc::Usage);
        QVERIFY(!dailyNoiseLevels(place));
    }
};

QTEST_GUILESS_MAIN(tst_NoiseLevels)
#include "tst_noise_levels.moc"
