// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/environment_layers.h"

#include "charts/chart_paint.h"
#include "common/format.h"
#include "common/quantity_names.h"
#include "environment/environment_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::EnvironmentLayers)
};

constexpr double kDiscPx = 20.0;
constexpr double kChosenPx = 26.0;
constexpr double kOutlinePx = 1.5;
constexpr double kErrorShares[] = {0.1, 0.2, 0.5, 1.0, 2.0};

using Ramp = std::array<QColor, 6> Tokens::*;

/// The bands of a scale from the low end of a ramp to its high one.
void addBands(ValueScale &scale, Ramp ramp)
{
    const Tokens &light = tokensOf(ThemeMode::Light);
    const Tokens &dark = tokensOf(ThemeMode::Dark);
    const std::size_t count = scale.breaks.size() + 1;
    for (std::size_t i = 0; i < count; ++i) {
        const double share = double(i) / double(count - 1);
        scale.bands.push_back(
            {MapColor(rampColor(light.*ramp, share), rampColor(dark.*ramp, share)), kDiscPx});
    }
    scale.missing = {MapColor::of(&Tokens::noData), kDiscPx};
}

FeatureStyle discPrototype(Symbol symbol)
{
    FeatureStyle style;
    style.symbol = symbol;
    style.casing = MapColor::of(&Tokens::textPrimary);
    style.casingWidth = kOutlinePx;
    style.fontPx = type::kDense;
    style.bold = true;
    return style;
}

QString placeAndTime(UtcMs time, const Dataset &dataset)
{
    return formatDateTime(time, dataset.zone);
}

} // namespace

StationGeometry stationGeometry(const Dataset &dataset, const LocalProjection &projection)
{
    StationGeometry where;
    std::vector<PointM> points;
    for (std::size_t i = 0; i < dataset.sites.size(); ++i) {
        if (!dataset.sites[i].position)
            continue;
        points.push_back(projection.toPlane(*dataset.sites[i].position));
        where.sites.push_back(int(i));
    }
    where.points = PointGeometry::make(std::move(points));
    return where;
}

std::shared_ptr<const SurfaceGeometry> surfaceGeometry(const SurfaceGrid &grid)
{
    BoundingBox box;
    box.add(grid.origin);
    box.add(
        PointM{grid.origin.x + grid.columns * grid.cellM, grid.origin.y + grid.rows * grid.cellM});
    return SurfaceGeometry::make(box, grid.columns, grid.rows);
}

ValueScale indexScale(const AirQualityStandard &standard)
{
    ValueScale scale;
    for (std::size_t i = 0; i < standard.categories.size(); ++i) {
        if (i > 0)
            scale.breaks.push_back(double(i) - 0.5);
        scale.bands.push_back({MapColor(categoryColor(standard.categories[i])), kDiscPx});
    }
    scale.missing = {MapColor::of(&Tokens::noData), kDiscPx};
    return scale;
}

ValueScale concentrationScale(const AirQualityStandard &standard, const QString &pollutant,
    const QString &unit, double largest)
{
    constexpr std::size_t kMostBreaks = 7;
    ValueScale scale;
    const IndexTable *table = standard.table(pollutant);
    const auto own = parseConcentrationUnit(unit);
    for (std::size_t i = 0; table && own && i < table->segments.size(); ++i) {
        const double end = double(table->segments[i].high) / std::pow(10.0, table->decimals);
        const auto value = convertConcentration(end, pollutant, table->unit, *own, standard.state);
        if (!value || scale.breaks.size() == kMostBreaks)
            break;
        if (scale.breaks.empty() ? *value > 0.0 : *value > scale.breaks.back())
            scale.breaks.push_back(*value);
    }
    for (int i = 1; scale.breaks.empty() && i < 6; ++i)
        scale.breaks.push_back(std::max(largest, 1e-6) * i / 6.0);
    addBands(scale, &Tokens::riskRamp);
    return scale;
}

ValueScale errorScale(const ValueScale &concentration)
{
    ValueScale scale;
    const double usual =
        concentration.breaks[std::min<std::size_t>(1, concentration.breaks.size() - 1)];
    for (const double share : kErrorShares)
        scale.breaks.push_back(share * usual);
    addBands(scale, &Tokens::amountRamp);
    return scale;
}

ValueScale noiseScale()
{
    ValueScale scale;
    scale.breaks = noiseBands();
    addBands(scale, &Tokens::riskRamp);
    return scale;
}

std::shared_ptr<const LayerAttributes> airAttributes(
    const AirPicture &air, const StationGeometry &where, int chosen)
{
    std::vector<float> classes;
    std::vector<ValueState> states;
    std::vector<QString> texts;
    for (const int site : where.sites) {
        const AirQualityIndex &index = air.stations[std::size_t(site)].index;
        classes.push_back(
            index.index ? float(air.standard->categoryIndex(*index.index)) : kMissing);
        states.push_back(!index.index           ? ValueState::Missing
                : air.what == AirTime::Forecast ? ValueState::Forecast
                                                : ValueState::Good);
        texts.push_back(index.index ? indexText(index) : QString());
    }
    const ValueScale scale = indexScale(*air.standard);
    const auto discs = classified(classes, states, scale, discPrototype(Symbol::Circle), texts);
    const auto diamonds = classified(classes, states, scale, discPrototype(Symbol::Diamond));
    auto attributes = std::make_shared<LayerAttributes>(*discs);
    attributes->styles.insert(
        attributes->styles.end(), diamonds->styles.begin(), diamonds->styles.end());
    for (std::size_t i = 0; i < where.sites.size(); ++i) {
        if (!air.stations[std::size_t(where.sites[i])].index.missing.isEmpty())
            attributes->styleOf[i] = std::uint8_t(diamonds->styleOf[i] + discs->styles.size());
        if (where.sites[i] != chosen)
            continue;
        FeatureStyle larger = attributes->styles[attributes->styleOf[i]];
        larger.width = kChosenPx;
        larger.casing = MapColor::of(&Tokens::focus);
        larger.casingWidth = 2.0 * kOutlinePx;
        larger.rank += int(attributes->styles.size());
        attributes->styleOf[i] = std::uint8_t(attributes->styles.size());
        attributes->styles.push_back(larger);
    }
    return attributes;
}

std::shared_ptr<const LayerAttributes> noiseAttributes(
    const NoisePicture &noise, const StationGeometry &where)
{
    std::vector<float> values;
    std::vector<QString> texts;
    for (const int site : where.sites) {
        const double level = noise.stations[std::size_t(site)].day.lDen;
        values.push_back(float(level));
        texts.push_back(std::isfinite(level) ? formatNumber(level, 0) : QString());
    }
    return classified(values, {}, noiseScale(), discPrototype(Symbol::Square), std::move(texts));
}

std::shared_ptr<const LayerAttributes> surfaceAttributesOf(
    const SurfacePicture &picture, bool errors, const ValueScale &scale, double opacity)
{
    const SurfaceGrid &grid = picture.surface.grid;
    const std::vector<float> &south =
        errors ? picture.surface.standardErrors : picture.surface.values;
    SurfaceValues values;
    values.scale = scale;
    values.gradual = true;
    values.opacity = opacity;
    if (south.size() == grid.size()) {
        values.values.reserve(south.size());
        // The map counts rows from the north.
        for (int row = grid.rows - 1; row >= 0; --row) {
            const auto begin = south.begin() + std::ptrdiff_t(row) * grid.columns;
            values.values.insert(values.values.end(), begin, begin + grid.columns);
        }
    } else {
        values.values.assign(grid.size(), kMissing);
    }
    return surfaceAttributes(std::move(values));
}

namespace {

/// What to do if the map cannot show anything of a data set; empty if it can.
QString unplacedText(const Dataset &dataset)
{
    const bool placed = std::any_of(dataset.sites.begin(), dataset.sites.end(),
        [](const Site &site) { return site.position.has_value(); });
    return placed ? QString()
                  : Text::tr("No station has a position. Import a list of stations with latitude "
                             "and longitude into this data set.");
}

} // namespace

LegendContent airLegend(const AirPicture &air)
{
    LegendContent legend;
    legend.attribute = air.standard->title;
    legend.time = air.what == AirTime::Moment
        ? placeAndTime(air.time, air.set->dataset)
        //: %1 "Day" or "Forecast", %2 a time
        : Text::tr("%1, %2").arg(airTimeTitle(air.what), placeAndTime(air.time, air.set->dataset));
    legend.source = air.set->dataset.name;
    legend.scale = indexScale(*air.standard);
    for (const IndexCategory &category : air.standard->categories)
        legend.labels.append(categoryTitle(category));
    legend.points = true;
    legend.fills = {Fill::Hatched};
    if (air.what == AirTime::Forecast)
        legend.fills.insert(Fill::Forecast);
    legend.count = 0;
    bool incomplete = false;
    for (const StationAir &station : air.stations) {
        legend.count += station.index.index ? 1 : 0;
        incomplete = incomplete || (station.index.index && !station.index.missing.isEmpty());
    }
    if (incomplete)
        legend.note = Text::tr("Diamonds: pollutants are missing");
    legend.empty = unplacedText(air.set->dataset);
    if (legend.empty.isEmpty() && legend.count == 0)
        legend.empty = noIndexText(air.what);
    return legend;
}

LegendContent noiseLegend(const NoisePicture &noise)
{
    LegendContent legend;
    legend.attribute = Text::tr("Noise of the day, Lden");
    legend.unit = QStringLiteral("dB(A)");
    legend.time = placeAndTime(noise.time, noise.set->dataset);
    legend.source = noise.set->dataset.name;
    legend.scale = noiseScale();
    legend.points = true;
    legend.symbol = Symbol::Square;
    legend.fills = {Fill::Hatched};
    legend.empty = unplacedText(noise.set->dataset);
    return legend;
}

LegendContent surfaceLegend(
    const SurfacePicture &picture, bool errors, const ValueScale &scale, const EnvironmentSet &set)
{
    LegendContent legend;
    const QString title = channelTitle(picture.channel);
    //: %1 a pollutant
    legend.attribute = errors ? Text::tr("%1, standard error").arg(title)
                              //: %1 a pollutant
                              : Text::tr("%1 between stations").arg(title);
    legend.unit = picture.unit;
    legend.time = placeAndTime(picture.time, set.dataset);
    legend.source = set.dataset.name;
    legend.note = surfaceMethodTitle(picture.method);
    legend.count = picture.surface.stations;
    legend.scale = scale;
    legend.decimals = scale.breaks.front() < 10.0 ? 1 : 0;
    legend.surface = true;
    legend.gradual = true;
    if (picture.surface.stations < 2)
        legend.empty = Text::tr("Fewer than two stations measured it at this time.");
    else if (errors && picture.surface.standardErrors.empty())
        legend.empty = Text::tr("Inverse distance has no standard error; choose kriging.");
    return legend;
}

MapTip airTip(const AirPicture &air, int site)
{
    MapTip tip;
    if (site < 0 || site >= int(air.stations.size()))
        return tip;
    const StationAir &station = air.stations[std::size_t(site)];
    tip.title = air.set->dataset.sites[std::size_t(site)].title();
    tip.value = indexText(station.index);
    tip.unit = air.standard->title;
    if (const IndexCategory *category = categoryOf(*air.standard, station.index)) {
        tip.rows.append({Text::tr("Class"), categoryTitle(*category)});
        if (!station.index.primary.isEmpty())
            tip.rows.append({Text::tr("Primary pollutant"), pollutantList(station.index.primary)});
        tip.rows.append({airTimeTitle(air.what), placeAndTime(station.time, air.set->dataset)});
    } else {
        tip.note = noIndexText(air.what);
        return tip;
    }
    tip.note = completenessText(station.index);
    return tip;
}

MapTip noiseTip(const NoisePicture &noise, int site)
{
    MapTip tip;
    if (site < 0 || site >= int(noise.stations.size()))
        return tip;
    const StationNoise &station = noise.stations[std::size_t(site)];
    const QString unit = QStringLiteral("dB(A)");
    tip.title = noise.set->dataset.sites[std::size_t(site)].title();
    tip.value = formatNumber(station.day.lDen, 1);
    tip.unit = unit;
    tip.rows.append({Text::tr("Lden of the day"), formatValue(station.day.lDen, unit, 1)});
    tip.rows.append({Text::tr("LAeq of the hour"), formatValue(station.level, unit, 1)});
    tip.rows.append({Text::tr("Lden of 365 days"), formatValue(station.year.lDen, unit, 1)});
    return tip;
}

} // namespace belvedere::ui
