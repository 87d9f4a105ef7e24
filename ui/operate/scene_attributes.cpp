// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/scene_attributes.h"

#include "operate/comparison.h"
#include "theme/theme.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

MapColor faded(const MapColor &color, double opacity)
{
    return {withOpacity(color.light, opacity), withOpacity(color.dark, opacity)};
}

/// Styles of incidents: 0 = low … 3 = critical, 4 = a moment such as an emergency call.
std::vector<FeatureStyle> incidentStyles()
{
    QColor Tokens::*const colors[] = {&Tokens::p4, &Tokens::p3, &Tokens::p2, &Tokens::p1};
    const Symbol symbols[] = {Symbol::Circle, Symbol::Square, Symbol::Diamond, Symbol::Triangle};
    std::vector<FeatureStyle> styles;
    for (int i = 0; i < 4; ++i) {
        FeatureStyle style;
        style.color = MapColor::of(colors[i]);
        style.casing = MapColor::of(&Tokens::mapLabelHalo);
        style.casingWidth = 1.5;
        style.symbol = symbols[i];
        style.width = 13.0 + i;
        style.rank = 10 + i;
        styles.push_back(style);
    }
    FeatureStyle moment;
    moment.color = MapColor::of(&Tokens::p4);
    moment.casing = MapColor::of(&Tokens::p4);
    moment.fill = Fill::Hollow;
    moment.width = 7.0;
    moment.casingWidth = 1.25;
    styles.push_back(moment);
    return styles;
}

std::shared_ptr<const LayerAttributes> incidentAttributes(
    const MapScene &scene, const TimeContext &time)
{
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->styles = incidentStyles();
    attributes->styleOf.assign(scene.incidents.size(), LayerAttributes::kHidden);
    for (std::size_t i = 0; i < scene.incidents.size(); ++i) {
        const Incident &incident = scene.incident(static_cast<std::int32_t>(i));
        if (isShown(incident, time))
            attributes->styleOf[i] = static_cast<std::uint8_t>(
                incident.to ? std::clamp(incident.severity, 1, 4) - 1 : 4);
    }
    return attributes;
}

std::shared_ptr<const LayerAttributes> companionAttributes(
    const MapScene &scene, const TimeContext &time, SpeedPalette palette)
{
    std::vector<float> values;
    std::vector<ValueState> states;
    if (scene.companionSites.empty())
        return std::make_shared<LayerAttributes>();
    std::vector<std::vector<SiteState>> all;
    for (const auto &companion : scene.bundle->companions)
        all.push_back(siteStates(*companion, upToNow(time), nullptr));
    // Companions of several kinds are on one layer: their classes, not their values, are shown.
    for (const CompanionSite &site : scene.companionSites) {
        const QuantityView &view = *scene.bundle->companions[site.companion];
        const SiteState &state = all[site.companion][site.site.index()];
        const int cls = view.scale.classOf(state.value, view.freeFlow[site.site.index()]);
        values.push_back(cls < 0 ? kMissing : static_cast<float>(cls));
        states.push_back(state.state);
    }
    ValueScale scale = scene.bundle->companions.front()->scale.forMap(palette);
    scale.breaks = {0.5, 1.5, 2.5, 3.5};
    for (ValueBand &band : scale.bands)
        band.width = 14.0;
    scale.missing.width = 14.0;
    FeatureStyle prototype;
    prototype.symbol = Symbol::Hexagon;
    prototype.casing = MapColor::of(&Tokens::mapLabel);
    prototype.casingWidth = 1.25;
    return classified(values, states, scale, prototype);
}

std::shared_ptr<const LayerAttributes> estimateAttributes(
    const MapScene &scene, const std::vector<float> &ratios, SpeedPalette palette)
{
    const std::vector<float> estimates = scene.estimator.estimate(ratios);
    std::vector<ValueState> states(estimates.size(), ValueState::Estimated);
    for (std::size_t i = 0; i < estimates.size(); ++i) {
        const SiteId site = scene.estimator.siteOn(LinkId(static_cast<std::int32_t>(i)));
        if (std::isnan(estimates[i]) || (site.valid() && !std::isnan(ratios[site.index()])))
            states[i] = ValueState::Hidden;
    }
    ValueScale scale = scene.bundle->main->scale.forMap(palette);
    for (ValueBand &band : scale.bands) {
        band.width = 0.5 * band.width;
        band.color = faded(band.color, 0.65);
    }
    FeatureStyle prototype;
    prototype.maxMetersPerPixel = 40.0;
    return classified(estimates, states, scale, prototype);
}

/// Sites that stand on the map, and what is drawn of them.
struct SiteValues
{
    std::vector<float> values;
    std::vector<float> uncertainties;
    std::vector<bool> placed;
    std::vector<ValueState> lines;
    std::vector<ValueState> points;
};

SiteValues placedSites(const MapScene &scene, std::size_t count)
{
    SiteValues sites;
    sites.values.assign(count, kMissing);
    sites.uncertainties.assign(count, 0.0F);
    sites.placed.assign(count, false);
    sites.lines.assign(count, ValueState::Hidden);
    sites.points.assign(count, ValueState::Hidden);
    for (std::size_t s = 0; s < count; ++s)
        sites.placed[s] =
            scene.bundle->main->dataset.sites[s].position.has_value() || scene.onLine[s];
    return sites;
}

/// How wide the forecast's band is, as a share of what is much: 0 … 1; observations have none.
float uncertaintyOf(const QuantityView &view, const SiteState &state, std::size_t site)
{
    if (std::isnan(state.low) || std::isnan(state.high))
        return 0.0F;
    const float much = view.scale.relativeToFreeFlow
        ? view.freeFlow[site]
        : static_cast<float>(view.scale.breaks.back() - view.scale.breaks.front());
    return much > 0.0F ? std::clamp((state.high - state.low) / much, 0.0F, 1.0F) : 0.0F;
}

void setSites(SceneAttributes &attributes, const SiteValues &sites, const ValueScale &scale)
{
    FeatureStyle line;
    line.casing = MapColor::of(&Tokens::mapRoadCasing);
    line.casingWidth = 0.8;
    attributes.siteLines =
        classified(sites.values, sites.lines, scale, line, {}, sites.uncertainties);
    FeatureStyle point;
    point.casing = MapColor::of(&Tokens::mapLabelHalo);
    point.casingWidth = 1.5;
    attributes.sitePoints = classified(
        sites.values, sites.points, widerForPoints(scale), point, {}, sites.uncertainties);
}

} // namespace

bool isShown(const Incident &incident, const TimeContext &time)
{
    if (incident.from > time.now)
        return false;
    const UtcMs lasting = time.mode == TimeMode::Instant ? kMomentShownMs : 0;
    return overlaps(time, incident.from, incident.to.value_or(incident.from + lasting));
}

ValueScale widerForPoints(ValueScale scale)
{
    constexpr double kWiderPx = 9.0;
    for (ValueBand &band : scale.bands)
        band.width += kWiderPx;
    scale.missing.width += kWiderPx;
    return scale;
}

ValueScale pointScaleOf(const QuantityView &view, SpeedPalette palette)
{
    return widerForPoints(view.scale.forMap(palette));
}

SceneAttributes attributesAt(const MapScene &scene, const std::vector<SiteState> &states,
    const TimeContext &time, SpeedPalette palette)
{
    SceneAttributes result;
    result.companions = companionAttributes(scene, time, palette);
    result.incidents = incidentAttributes(scene, time);
    if (!scene.bundle->main)
        return result;
    const QuantityView &view = *scene.bundle->main;
    SiteValues sites = placedSites(scene, states.size());
    const std::vector<float> ratios = speedRatios(view, states);
    for (std::size_t s = 0; s < states.size(); ++s) {
        sites.values[s] = view.scale.relativeToFreeFlow ? ratios[s] : states[s].value;
        sites.uncertainties[s] = uncertaintyOf(view, states[s], s);
        if (sites.placed[s])
            (scene.onLine[s] ? sites.lines : sites.points)[s] = states[s].state;
    }
    setSites(result, sites, view.scale.forMap(palette));
    if (scene.estimator.linkCount() > 0)
        result.estimates = estimateAttributes(scene, ratios, palette);
    return result;
}

void setDifferences(
    SceneAttributes &attributes, const MapScene &scene, const std::vector<float> &changes)
{
    SiteValues sites = placedSites(scene, changes.size());
    sites.values = changes;
    for (std::size_t s = 0; s < changes.size(); ++s) {
        if (sites.placed[s])
            (scene.onLine[s] ? sites.lines : sites.points)[s] =
                std::isnan(changes[s]) ? ValueState::Missing : ValueState::Good;
    }
    setSites(attributes, sites, differenceScale(*scene.bundle->main));
    if (scene.estimator.linkCount() > 0) {
        const auto hidden = std::make_shared<LayerAttributes>();
        hidden->styleOf.assign(scene.estimator.linkCount(), LayerAttributes::kHidden);
        attributes.estimates = hidden;
    }
}

} // namespace belvedere::ui
