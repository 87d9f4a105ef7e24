// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/exposure/exposure.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr const char *kWho = QT_TRANSLATE_NOOP("Exposure", "WHO guideline of 2021");
constexpr const char *kEu = QT_TRANSLATE_NOOP("Exposure", "EU limit from 2030");

bool isAmount(double value)
{
    return std::isfinite(value) && value >= 0.0;
}

} // namespace

const std::vector<AirLimit> &annualLimits()
{
    static const std::vector<AirLimit> limits = {
        {QStringLiteral("who-2021"), kWho, QStringLiteral("pm2.5"), 5.0},
        {QStringLiteral("who-2021"), kWho, QStringLiteral("pm10"), 15.0},
        {QStringLiteral("who-2021"), kWho, QStringLiteral("no2"), 10.0},
        {QStringLiteral("eu-2030"), kEu, QStringLiteral("pm2.5"), 10.0},
        {QStringLiteral("eu-2030"), kEu, QStringLiteral("pm10"), 20.0},
        {QStringLiteral("eu-2030"), kEu, QStringLiteral("no2"), 20.0},
    };
    return limits;
}

Result<Exposure> exposure(
    const QString &pollutant, const std::vector<double> &people, const std::vector<double> &ugM3)
{
    if (people.size() != ugM3.size())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP(
                "Error", "Exposure needs a concentration for each place: there are %1 and %2."),
            {QString::number(people.size()), QString::number(ugM3.size())});
    Exposure result;
    for (const AirLimit &limit : annualLimits()) {
        if (limit.pollutant == pollutant)
            result.limits.push_back({limit, 0.0, 0.0});
    }
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (!isAmount(people[i]) || !isAmount(ugM3[i]))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error", "Place %1 has %2 people and %3 µg/m³."),
                {QString::number(i), QString::number(people[i]), QString::number(ugM3[i])});
        if (people[i] <= 0.0)
            continue;
        result.people += people[i];
        result.personMicrograms += people[i] * ugM3[i];
        result.highest = std::max(result.highest, ugM3[i]);
        for (LimitShare &share : result.limits) {
            if (ugM3[i] > share.limit.annualUgM3)
                share.people += people[i];
        }
    }
    if (result.people <= 0.0)
        return failure(
            Errc::Numeric, QT_TRANSLATE_NOOP("Error", "Exposure needs people: none are known."));
    result.weightedMean = result.personMicrograms / result.people;
    for (LimitShare &share : result.limits)
        share.share = share.people / result.people;
    return result;
}

} // namespace belvedere
