// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/incident_places.h"

#include "common/format.h"
#include "data/incident_counts.h"
#include "map/value_scale.h"
#include "safety/safety_text.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::IncidentPlaces)
};

constexpr double kSmallestM = 250.0;
constexpr double kExactM = 25.0; // for k = 1
constexpr double kApartPx = 64.0;
constexpr std::size_t kTypesTold = 3;
constexpr double kCasingWidth = 1.5;

/// By the number of incidents: 1 - 9, 10 - 99, 100 - 999, 1000 and more.
ValueScale countScale()
{
    const MapColor fill = MapColor::of(&Tokens::raised);
    ValueScale scale;
    scale.breaks = {10.0, 100.0, 1000.0};
    scale.bands = {{fill, 9.0}, {fill, 13.0}, {fill, 18.0}, {fill, 24.0}};
    return scale;
}

std::vector<std::pair<QString, int>> mostFrequent(const QHash<QString, int> &counts)
{
    std::vector<std::pair<QString, int>> types;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        types.emplace_back(it.key(), it.value());
    std::sort(types.begin(), types.end(), [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    if (types.size() > kTypesTold)
        types.resize(kTypesTold);
    return types;
}

/// Those of the type in the period.
std::vector<Incident> chosen(
    const IncidentTable &table, const belvedere::TimeRange &period, const QString &type)
{
    const auto earlier = [](const Incident &incident, UtcMs time) { return incident.from < time; };
    const auto from =
        std::lower_bound(table.incidents.begin(), table.incidents.end(), period.from, earlier);
    const auto to = std::lower_bound(from, table.incidents.end(), period.to, earlier);
    std::vector<Incident> incidents;
    std::copy_if(from, to, std::back_inserter(incidents), [&type](const Incident &incident) {
        return type.isEmpty() || incidentType(incident.category) == type;
    });
    return incidents;
}

MapColor casing()
{
    return MapColor::of(&Tokens::mapLabel);
}

std::shared_ptr<const LayerAttributes> attributesOf(const std::vector<PublicCell> &cells)
{
    std::vector<float> counts;
    std::vector<QString> texts;
    for (const PublicCell &cell : cells) {
        counts.push_back(static_cast<float>(cell.count));
        texts.push_back(cell.count > 1 ? formatCount(cell.count) : QString());
    }
    FeatureStyle style;
    style.casing = casing();
    style.casingWidth = kCasingWidth;
    return classified(counts, {}, countScale(), style, std::move(texts));
}

} // namespace

QString PlacesQuery::key() const
{
    return QStringList{choice.table, choice.type, QString::number(choice.days),
        QString::number(choice.k), QString::number(to), QString::number(cellM)}
        .join(QLatin1Char('\n'));
}

double clusterCellM(double metersPerPixel, int k)
{
    const double smallest = k > 1 ? kSmallestM : kExactM;
    const double doublings = std::ceil(std::log2(kApartPx * metersPerPixel / smallest));
    return std::clamp(smallest * std::pow(2.0, std::max(0.0, doublings)), smallest, 1e5);
}

Result<std::shared_ptr<const IncidentPlaces>> makePlaces(const IncidentTable &table,
    const belvedere::TimeRange &period, const PlacesQuery &query, const LocalProjection &projection,
    const TaskContext &context)
{
    auto result = std::make_shared<IncidentPlaces>();
    result->query = query;
    result->projection = projection;
    const std::vector<Incident> incidents = chosen(table, period, query.choice.type);
    PrivacyOptions options;
    options.k = query.choice.k;
    options.cellM = query.cellM;
    BV_TRY(result->places, publicPlaces(incidents, options));
    if (context.cancelled())
        return cancelledFailure();
    const std::vector<PublicCell> &cells = result->places.cells;
    std::vector<QHash<QString, int>> types(cells.size());
    for (std::size_t i = 0; i < incidents.size(); ++i) {
        if (const int cell = result->places.cellOf[i]; cell >= 0)
            ++types[static_cast<std::size_t>(cell)][incidentType(incidents[i].category)];
    }
    std::vector<PointM> points;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        points.push_back(projection.toPlane(cells[i].centre));
        result->types.push_back(mostFrequent(types[i]));
    }
    result->points = PointGeometry::make(std::move(points));
    result->attributes = attributesOf(cells);
    return std::shared_ptr<const IncidentPlaces>(std::move(result));
}

MapTip IncidentPlaces::tip(int place) const
{
    MapTip tip;
    if (place < 0 || static_cast<std::size_t>(place) >= places.cells.size())
        return tip;
    const PublicCell &cell = places.cells[static_cast<std::size_t>(place)];
    tip.title = Text::tr("Square of %1").arg(distanceText(cell.edgeM));
    tip.value = formatCount(cell.count);
    tip.unit = Text::tr("incident(s)", nullptr, cell.count);
    for (const auto &[type, count] : types[static_cast<std::size_t>(place)])
        tip.rows.append({typeTitle(type), formatCount(count)});
    tip.rows.append({Text::tr("Period"), periodTitle(query.choice.days)});
    if (query.choice.k > 1)
        tip.note = Text::tr("The exact places are not shown: each symbol stands for at least %Ln "
                            "incident(s) somewhere in its square.",
            nullptr, query.choice.k);
    return tip;
}

LegendContent IncidentPlaces::legend() const
{
    LegendContent content;
    content.attribute = Text::tr("Incidents");
    content.scale = countScale();
    content.points = true;
    content.casing = casing();
    content.casingWidth = kCasingWidth;
    //: at most one incident in %1, so no single one can be told
    content.note = query.choice.k > 1
        ? Text::tr("Squares with at least %Ln of them", nullptr, query.choice.k)
        : QString();
    if (places.withheld > 0)
        content.age =
            Text::tr("%Ln more not shown: too few at one place", nullptr, places.withheld);
    if (places.cells.empty())
        content.empty = Text::tr("Too few incidents in this period to be shown.");
    return content;
}

} // namespace belvedere::ui
