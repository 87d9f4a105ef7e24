// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/environment_data.h"
#include "support/memory_store.h"

#include <cmath>

namespace belvedere::test {

inline constexpr UtcMs kAirStart = 1'420'070'400'000; // Thu 2015-01-01T00:00Z

/// Four stations of which three have a place, `days` days of hours. PM2.5 is 20 (i + 1) µg/m³ at
/// station i; NO2 is 60 and missing at the last one; wind comes from the east.
inline std::pair<Dataset, Series> sampleAir(int days)
{
    Dataset dataset;
    dataset.name = QStringLiteral("air");
    dataset.domain = QStringLiteral("environment");
    dataset.source = QStringLiteral("test");
    const LonLat places[] = {{116.30, 39.90}, {116.50, 39.90}, {116.40, 40.05}};
    for (int i = 0; i < 4; ++i) {
        Site site;
        site.code = QStringLiteral("s%1").arg(i);
        site.name = QStringLiteral("Station %1").arg(i);
        if (i < 3)
            site.position = places[i];
        dataset.sites.push_back(site);
    }
    Series series({kAirStart, kMsPerHour, days * 24}, 4,
        {{QStringLiteral("pm2.5"), QStringLiteral("µg/m³")},
            {QStringLiteral("no2"), QStringLiteral("µg/m³")},
            {QStringLiteral("wind"), QStringLiteral("m/s")},
            {QStringLiteral("wind_direction"), QStringLiteral("°")}});
    for (int step = 0; step < series.axis.count; ++step) {
        for (int i = 0; i < 4; ++i) {
            series.set(step, SiteId(i), 0, 20.0F * float(i + 1));
            series.set(step, SiteId(i), 1, i == 3 ? kMissing : 60.0F);
            series.set(step, SiteId(i), 2, 3.0F);
            series.set(step, SiteId(i), 3, 90.0F);
        }
    }
    dataset.axis = series.axis;
    dataset.channels = series.channels;
    return {dataset, series};
}

/// Two microphones at a constant 60 dB(A); the second one measured only in the day.
inline std::pair<Dataset, Series> sampleNoise(int days)
{
    Dataset dataset;
    dataset.name = QStringLiteral("noise");
    dataset.domain = QStringLiteral("environment");
    dataset.sites.resize(2);
    dataset.sites[0].code = QStringLiteral("a");
    dataset.sites[1].code = QStringLiteral("b");
    Series series({kAirStart, kMsPerHour, days * 24}, 2,
        {{QStringLiteral("noise"), QStringLiteral("dB(A)")}});
    for (int step = 0; step < series.axis.count; ++step) {
        const int hour = step % 24;
        series.set(step, SiteId(0), 0, 60.0F);
        series.set(step, SiteId(1), 0, hour >= 7 && hour < 19 ? 60.0F : kMissing);
    }
    dataset.axis = series.axis;
    dataset.channels = series.channels;
    return {dataset, series};
}

inline std::shared_ptr<MemoryStore> sampleStore(const QString &folder, int days)
{
    auto store = std::make_shared<MemoryStore>(folder);
    for (const auto &[dataset, series] : {sampleAir(days), sampleNoise(days)}) {
        if (!store->writeSeries(dataset, series))
            return nullptr;
    }
    return store;
}

} // namespace belvedere::test
