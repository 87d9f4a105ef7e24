// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/scene_attributes.h"

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
    const MapScene &scene, ShownInstant instant)
{
    auto attributes = std::make_shared<LayerAttributes>();
    attributes->styles = incidentStyles();
    attributes->styleOf.assign(scene.incidents.size(), LayerAttributes::kHidden);
    for (std::size_t i = 0; i < scene.incidents.size(); ++i) {
        const Incident &incident = scene.incident(static_cast<std::int32_t>(i));
        if (isShown(incident, instant))
            attributes->styleOf[i] = static_cast<std::uint8_t>(
                incident.to ? std::clamp(incident.severity, 1, 4) - 1 : 4);
    }
    return attributes;
}

std::shared_ptr<const LayerAttributes> companionAttributes(
    const MapScene &scene, ShownInstant instant)
{
    std::vector<float> values;
    std::vector<ValueState> states;
    if (scene.companionSites.empty())
        return std::make_shared<LayerAttributes>();
    std::vector<std::vector<SiteState>> all;
    for (const auto &companion : scene.bundle->companions)
        all.push_back(
            siteStates(*companion, {instant.now, std::min(instant.now, instant.current)}, nullptr));
    // Companions of several kinds are on one layer: their classes, not their values, are shown.
    for (const CompanionSite &site : scene.companionSites) {
        const QuantityView &view = *scene.bundle->companions[site.companion];
        const SiteState &state = all[site.companion][site.site.index()];
        const int cls = view.scale.classOf(state.value, view.freeFlow[site.site.index()]);
        values.push_back(cls < 0 ? kMissing : static_cast<float>(cls));
        states.push_back(state.state);
    }
    ValueScale scale = scene.bundle->companions.front()->scale.forMap();
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
    const MapScene &scene, const std::vector<float> &ratios)
{
    const std::vector<float> estimates = scene.estimator.estimate(ratios);
    std::vector<ValueState> states(estimates.size(), ValueState::Estimated);
    for (std::size_t i = 0; i < estimates.size(); ++i) {
        const SiteId site = scene.estimator.siteOn(LinkId(static_cast<std::int32_t>(i)));
        if (std::isnan(estimates[i]) || (site.valid() && !std::isnan(ratios[site.index()])))
            states[i] = ValueState::Hidden;
    }
    ValueScale scale = scene.bundle->main->scale.forMap();
    for (ValueBand &band : scale.bands) {
        band.width = 0.5 * band.width;
        band.color = faded(band.color, 0.65);
    }
    FeatureStyle prototype;
    prototype.maxMetersPerPixel = 40.0;
    return classified(estimates, states, scale, prototype);
}

} // namespace

bool isShown(const Incident &incident, ShownInstant instant)
{
    if (incident.from > instant.now || incident.from > instant.current)
        return false;
    const UtcMs until = incident.to.value_or(incident.from + kMomentShownMs);
    return until > instant.current;
}

ValueScale pointScaleOf(const QuantityView &view)
{
    constexpr double kWiderPx = 9.0; // than a line: a point has no length to be seen by
    ValueScale scale = view.scale.forMap();
    for (ValueBand &band : scale.bands)
        band.width += kWiderPx;
    scale.missing.width += kWiderPx;
    return scale;
}

SceneAttributes attributesAt(
    const MapScene &scene, const std::vector<SiteState> &states, ShownInstant instant)
{
    const QuantityView &view = *scene.bundle->main;
    std::vector<float> values(states.size());
    std::vector<ValueState> lineStates(states.size(), ValueState::Hidden);
    std::vector<ValueState> pointStates(states.size(), ValueState::Hidden);
    const std::vector<float> ratios = speedRatios(view, states);
    for (std::size_t s = 0; s < states.size(); ++s) {
        values[s] = view.scale.relativeToFreeFlow ? ratios[s] : states[s].value;
        if (!view.dataset.sites[s].position && !scene.onLine[s])
            continue;
        (scene.onLine[s] ? lineStates : pointStates)[s] = states[s].state;
    }
    SceneAttributes result;
    const ValueScale scale = view.scale.forMap();
    FeatureStyle line;
    line.casing = MapColor::of(&Tokens::mapRoadCasing);
    line.casingWidth = 0.8;
    result.siteLines = classified(values, lineStates, scale, line);

    const ValueScale pointScale = pointScaleOf(view);
    FeatureStyle point;
    point.casing = MapColor::of(&Tokens::mapLabelHalo);
    point.casingWidth = 1.5;
    result.sitePoints = classified(values, pointStates, pointScale, point);
    if (scene.estimator.linkCount() > 0)
        result.estimates = estimateAttributes(scene, ratios);
    result.companions = companionAttributes(scene, instant);
    result.incidents = incidentAttributes(scene, instant);
    return result;
}

} // namespace belvedere::ui
