// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/hotspot_export.h"

#include "safety/incident_card.h"

namespace belvedere {

namespace {

GeoShape squareOf(const StudyArea &area, int cell)
{
    GeoShape shape;
    Polygon polygon;
    for (const LonLat corner : area.grid().corners(area.cell(cell)))
        polygon.outer.push_back(corner);
    shape.areas.push_back(std::move(polygon));
    return shape;
}

} // namespace

FeatureTable hotspotTable(const StudyArea &area, const HotspotSurface &surface)
{
    FeatureTable table;
    table.name = QStringLiteral("hotspots");
    const bool risk = !surface.risk.empty();
    FeatureColumn code(QStringLiteral("cell"), ColumnType::Text);
    FeatureColumn value(QStringLiteral("value"), ColumnType::Real,
        risk ? QStringLiteral("incidents/week") : QStringLiteral("incidents"));
    FeatureColumn low(QStringLiteral("p10"), ColumnType::Real, QStringLiteral("incidents/week"));
    FeatureColumn high(QStringLiteral("p90"), ColumnType::Real, QStringLiteral("incidents/week"));
    FeatureColumn chance(QStringLiteral("chance"), ColumnType::Real);
    for (int i = 0; i < area.size(); ++i) {
        const GridCell cell = area.cell(i);
        const auto at = static_cast<std::size_t>(i);
        code.texts.push_back(QStringLiteral("x%1y%2").arg(cell.east).arg(cell.north));
        value.reals.push_back(surface.values[at]);
        table.shapes.push_back(squareOf(area, i));
        if (!risk)
            continue;
        low.reals.push_back(surface.risk[at].quantile(0.1));
        high.reals.push_back(surface.risk[at].quantile(0.9));
        chance.reals.push_back(surface.risk[at].atLeastOne);
    }
    table.columns = {std::move(code), std::move(value)};
    if (risk) {
        table.columns.push_back(std::move(low));
        table.columns.push_back(std::move(high));
        table.columns.push_back(std::move(chance));
    }
    return table;
}

FileInfo hotspotFileInfo(
    const CellIncidents &incidents, const HotspotSurface &surface, const HotspotSpec &spec)
{
    FileInfo info;
    info.title = QStringLiteral("Hot spots");
    info.source = incidents.source;
    info.simulated = incidents.simulated;
    info.zone = spec.zone;
    info.facts = {{QStringLiteral("method"), hotspotMethodName(surface.method)},
        {QStringLiteral("from"), formatUtc(surface.from)},
        {QStringLiteral("type"), spec.type.isEmpty() ? QStringLiteral("all") : spec.type},
        {QStringLiteral("cellM"), QString::number(incidents.area.grid().cellM())},
        {QStringLiteral("cells"), QString::number(incidents.area.size())},
        {QStringLiteral("area"),
            incidents.kind == AreaExtent::WholeBox ? QStringLiteral("whole box")
                                                   : QStringLiteral("cells with incidents")}};
    QStringList card;
    for (const char *sentence : incidentCardSentences())
        card += QString::fromUtf8(sentence);
    info.facts.emplace_back(QStringLiteral("meaning"), card.join(QLatin1Char(' ')));
    return info;
}

} // namespace belvedere
