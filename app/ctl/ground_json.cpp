// SPDX-License-Identifier: GPL-3.0-or-later
#include "ground_json.h"

#include "base/utc_time.h"

#include <array>

namespace belvedere::ctl {

namespace {

constexpr std::array<const char *, kRoadClassCount> kClassNames{"motorway", "trunk", "primary",
    "secondary", "tertiary", "unclassified", "residential", "living_street"};

/// Each road once, whatever its directions.
std::array<double, kRoadClassCount> lengthsKm(const RoadNetwork &network)
{
    constexpr double kMetersPerKm = 1000.0;
    std::array<double, kRoadClassCount> lengths{};
    for (std::size_t i = 0; i < network.links().size(); ++i) {
        const LinkId back = network.reverseOf(LinkId(static_cast<std::int32_t>(i)));
        const Link &link = network.links()[i];
        if (!back.valid() || back.index() > i)
            lengths[static_cast<std::size_t>(link.roadClass)] += link.lengthM / kMetersPerKm;
    }
    return lengths;
}

double sum(const std::array<double, kRoadClassCount> &lengths)
{
    double all = 0.0;
    for (const double length : lengths)
        all += length;
    return all;
}

qint64 buildings(const Backdrop &backdrop)
{
    qint64 count = 0;
    for (std::size_t i = 0; i < backdrop.areas.count(); ++i)
        count += backdrop.areas.kind(i) == AreaKind::Building ? 1 : 0;
    return count;
}

} // namespace

QJsonObject groundJson(const RoadNetwork &network, const Backdrop &backdrop)
{
    const std::array<double, kRoadClassCount> lengths = lengthsKm(network);
    QJsonObject byClass;
    for (std::size_t i = 0; i < lengths.size(); ++i)
        byClass.insert(QLatin1String(kClassNames[i]), lengths[i]);
    return {{QStringLiteral("nodes"), static_cast<qint64>(network.nodes().size())},
        {QStringLiteral("links"), static_cast<qint64>(network.links().size())},
        {QStringLiteral("lengthKm"), sum(lengths)}, {QStringLiteral("lengthKmByClass"), byClass},
        {QStringLiteral("forbiddenTurns"), static_cast<qint64>(network.forbiddenTurns().size())},
        {QStringLiteral("areas"), static_cast<qint64>(backdrop.areas.count())},
        {QStringLiteral("buildings"), buildings(backdrop)},
        {QStringLiteral("lines"), static_cast<qint64>(backdrop.lines.count())},
        {QStringLiteral("places"), static_cast<qint64>(backdrop.places.size())},
        {QStringLiteral("attribution"), backdrop.attribution},
        {QStringLiteral("source"), backdrop.sourceFile},
        {QStringLiteral("dataTime"),
            backdrop.dataTime ? QJsonValue(formatUtc(*backdrop.dataTime)) : QJsonValue()}};
}

QString groundText(const RoadNetwork &network, const Backdrop &backdrop)
{
    QString text = QStringLiteral("Ground: %1 links between %2 nodes, %3 km of road; %4 areas, "
                                  "%5 of them buildings, %6 lines, %7 names\n")
                       .arg(network.links().size())
                       .arg(network.nodes().size())
                       .arg(sum(lengthsKm(network)), 0, 'f', 1)
                       .arg(backdrop.areas.count())
                       .arg(buildings(backdrop))
                       .arg(backdrop.lines.count())
                       .arg(backdrop.places.size());
    if (!backdrop.attribution.isEmpty())
        text += QStringLiteral("From %1, %2\n").arg(backdrop.sourceFile, backdrop.attribution);
    return text;
}

} // namespace belvedere::ctl
