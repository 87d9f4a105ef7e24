// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/map_texts.h"

#include "common/format.h"
#include "common/quantity_names.h"
#include "operate/scene_attributes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::MapPanel)
};

QString sourceOf(const Dataset &dataset)
{
    return dataset.simulated ? Text::tr("%1, simulated").arg(dataset.name) : dataset.name;
}

QString siteTooltip(const QuantityView &view, SiteId site, const SiteState &state)
{
    const Channel &channel = view.channelInfo();
    QString value = Text::tr("no value");
    if (!std::isnan(state.value)) {
        value = formatValue(static_cast<double>(state.value), channel.unit);
        if (state.state == ValueState::Forecast)
            value = Text::tr("%1, forecast").arg(value);
        else if (state.state == ValueState::Stale)
            value = Text::tr("%1, stale").arg(value);
    }
    const QString time =
        state.measured > 0 ? formatTime(state.measured, view.dataset.zone) : QString::fromUtf8("–");
    return Text::tr("%1\n%2: %3 at %4\nData: %5", "site, quantity: value at time, data set")
        .arg(view.dataset.sites[site.index()].title(), channelTitle(channel.key), value, time,
            sourceOf(view.dataset));
}

} // namespace

LegendContent legendOf(
    const MapScene &scene, const std::vector<SiteState> &states, ShownInstant instant)
{
    LegendContent content;
    if (scene.placedSites == 0)
        return content;
    const QuantityView &view = *scene.bundle->main;
    const bool relative = view.scale.relativeToFreeFlow;
    const bool whole = view.scale.breaks.front() == std::floor(view.scale.breaks.front());
    content.attribute =
        relative ? Text::tr("Speed over free-flow speed") : channelTitle(view.channelInfo().key);
    content.unit = relative ? QString() : view.channelInfo().unit;
    content.decimals = relative ? 2 : (whole ? 0 : 1);
    const UtcMs measured = view.series->axis.at(view.stepOf(instant.current));
    content.time =
        formatDayAndTime(instant.isForecast() ? instant.current : measured, view.dataset.zone);
    content.source = sourceOf(view.dataset);
    content.points =
        std::none_of(scene.onLine.begin(), scene.onLine.end(), [](bool line) { return line; });
    content.scale = content.points ? pointScaleOf(view) : view.scale.forMap();
    content.count = 0;
    for (const SiteState &state : states) {
        content.count += std::isnan(state.value) ? 0 : 1;
        if (state.state == ValueState::Missing)
            content.fills.insert(Fill::Hatched);
        if (state.state == ValueState::Stale)
            content.fills.insert(Fill::Hollow);
        if (state.state == ValueState::Estimated)
            content.fills.insert(Fill::Dashed);
    }
    if (instant.isForecast())
        content.fills.insert(Fill::Forecast);
    if (scene.estimator.linkCount() > 0)
        content.fills.insert(Fill::Dashed);
    return content;
}

QString tooltipOf(const MapScene &scene, const std::vector<SiteState> &states, ShownInstant instant,
    const QString &id, std::int32_t feature)
{
    const auto index = static_cast<std::size_t>(feature);
    if ((id == layer::kSiteLines || id == layer::kSitePoints) && index < states.size())
        return siteTooltip(*scene.bundle->main, SiteId(feature), states[index]);
    if (id == layer::kCompanions) {
        const CompanionSite &at = scene.companionSites[index];
        const QuantityView &view = *scene.bundle->companions[at.companion];
        const auto companions =
            siteStates(view, {instant.now, std::min(instant.now, instant.current)}, nullptr);
        return siteTooltip(view, at.site, companions[at.site.index()]);
    }
    if (id == layer::kIncidents) {
        const Incident &incident = scene.incident(feature);
        return Text::tr("%1\n%2\nSince %3", "category, description, time")
            .arg(incidentTitle(incident.category), demoText(incident.description),
                formatDayAndTime(incident.from, scene.bundle->main->dataset.zone));
    }
    return {};
}

QString captionOf(const MapScene &scene)
{
    const Dataset &dataset = scene.bundle->main->dataset;
    if (!dataset.source.isEmpty())
        return demoText(dataset.source);
    return dataset.simulated ? Text::tr("Simulated") : QString();
}

} // namespace belvedere::ui
