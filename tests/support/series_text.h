// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/dataset.h"

#include <QStringList>

#include <cmath>

namespace belvedere {

inline constexpr UtcMs kStart = 1330588800000; // 2012-03-01T08:00:00Z

inline std::vector<Site> sitesNamed(const QStringList &codes)
{
    std::vector<Site> sites;
    for (const QString &code : codes) {
        sites.emplace_back();
        sites.back().code = code;
    }
    return sites;
}

inline Dataset datasetOf(const QStringList &sites)
{
    Dataset dataset;
    dataset.name = QStringLiteral("speeds");
    dataset.domain = QStringLiteral("traffic");
    dataset.source = QStringLiteral("a test");
    dataset.sites = sitesNamed(sites);
    return dataset;
}

inline const Channel kSpeed{QStringLiteral("speed"), QStringLiteral("km/h")};
inline const Channel kFlow{QStringLiteral("flow"), QStringLiteral("veh/h")};

/// One channel; a row for each step, a number for each site, "_" = missing.
inline Series seriesOf(const QStringList &rows, UtcMs start = kStart,
    const Channel &channel = kSpeed, UtcMs stepMs = 5 * kMsPerMinute)
{
    const int sites = static_cast<int>(rows.value(0).split(QLatin1Char(' ')).size());
    Series series({start, stepMs, static_cast<int>(rows.size())}, sites, {channel});
    for (int step = 0; step < series.axis.count; ++step) {
        const QStringList cells = rows[step].split(QLatin1Char(' '));
        for (int site = 0; site < sites; ++site) {
            if (cells[site] != QLatin1String("_"))
                series.set(step, SiteId(site), 0, cells[site].toFloat());
        }
    }
    return series;
}

/// The same back: channels separated by '/'.
inline QStringList textOf(const Series &series)
{
    QStringList rows;
    for (int step = 0; step < series.axis.count; ++step) {
        QStringList cells;
        for (int site = 0; site < series.siteCount; ++site) {
            QStringList parts;
            for (int c = 0; c < static_cast<int>(series.channels.size()); ++c) {
                const float value = series.value(step, SiteId(site), c);
                parts += std::isnan(value) ? QStringLiteral("_") : QString::number(value);
            }
            cells += parts.join(QLatin1Char('/'));
        }
        rows += cells.join(QLatin1Char(' '));
    }
    return rows;
}

} // namespace belvedere
