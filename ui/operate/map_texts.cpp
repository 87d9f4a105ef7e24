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

QString noteOf(const SiteState &state)
{
    switch (state.state) {
    case ValueState::Forecast:
        return Text::tr("Forecast");
    case ValueState::Stale:
        return Text::tr("Stale: the site has been silent since");
    case ValueState::Estimated:
        return Text::tr("Filled in, not observed");
    case ValueState::Missing:
        return Text::tr("No value: the sensor is silent");
    default:
        return {};
    }
}

MapTip siteTip(
    const QuantityView &view, SiteId site, const SiteState &state, const TimeContext &time)
{
    const Channel &channel = view.channelInfo();
    MapTip tip;
    tip.title = view.dataset.sites[site.index()].title();
    if (!std::isnan(state.value)) {
        tip.value = formatNumber(static_cast<double>(state.value));
        tip.unit = channel.unit;
    }
    tip.rows += {Text::tr("Quantity"), channelTitle(channel.key)};
    if (state.state == ValueState::Forecast && !std::isnan(state.low))
        tip.rows += {Text::tr("80 % between"),
            Text::tr("%1 and %2", "low, high")
                .arg(formatNumber(static_cast<double>(state.low)),
                    formatNumber(static_cast<double>(state.high)))};
    if (state.measured > 0) {
        tip.rows += {Text::tr("Time"), formatDayAndTime(state.measured, time.zone)};
        if (state.measured <= time.now)
            tip.rows += {Text::tr("Age"), formatAge(time.now - state.measured)};
    }
    tip.rows += {Text::tr("Source"), sourceOf(view.dataset)};
    tip.note = noteOf(state);
    return tip;
}

MapTip incidentTip(const Incident &incident, const TimeContext &time)
{
    MapTip tip;
    tip.title = incidentTitle(incident.category);
    tip.rows += {Text::tr("Since"), formatDayAndTime(incident.from, time.zone)};
    tip.rows += {Text::tr("Age"), formatAge(time.now - incident.from)};
    if (incident.to)
        tip.rows += {Text::tr("Until"), formatDayAndTime(*incident.to, time.zone)};
    tip.note = demoText(incident.description);
    return tip;
}

/// What does not depend on the values.
LegendContent commonLegend(const MapScene &scene, const TimeContext &time)
{
    const QuantityView &view = *scene.bundle->main;
    LegendContent content;
    content.unit = view.channelInfo().unit;
    content.time = timeLabel(time);
    content.source = sourceOf(view.dataset);
    content.points =
        std::none_of(scene.onLine.begin(), scene.onLine.end(), [](bool line) { return line; });
    content.count = 0;
    return content;
}

} // namespace

QString timeLabel(const TimeContext &time)
{
    const QString at = formatDayAndTime(time.current, time.zone);
    const QString length = formatDuration(static_cast<double>(time.to - time.from) / 1000.0);
    switch (time.mode) {
    case TimeMode::Window:
        return Text::tr("Mean of the %1 before %2", "1 h, Thu 1 Mar 08:05").arg(length, at);
    case TimeMode::Cumulative:
        return Text::tr("Mean since %1 to %2", "two times")
            .arg(formatDayAndTime(time.from, time.zone), at);
    case TimeMode::Instant:
        break;
    }
    return time.current == time.now ? Text::tr("Now, %1").arg(at) : at;
}

LegendContent legendOf(const MapScene &scene, const std::vector<SiteState> &states,
    const TimeContext &time, SpeedPalette palette)
{
    if (!scene.bundle->main || scene.placedSites == 0)
        return {};
    const QuantityView &view = *scene.bundle->main;
    LegendContent content = commonLegend(scene, time);
    const bool relative = view.scale.relativeToFreeFlow;
    content.attribute =
        relative ? Text::tr("Speed over free-flow speed") : channelTitle(view.channelInfo().key);
    if (relative)
        content.unit.clear();
    const bool whole =
        !relative && view.scale.breaks.front() == std::floor(view.scale.breaks.front());
    content.decimals = relative ? 2 : (whole ? 0 : 1);
    content.scale = content.points ? pointScaleOf(view, palette) : view.scale.forMap(palette);
    UtcMs newest = 0;
    for (const SiteState &state : states) {
        content.count += std::isnan(state.value) ? 0 : 1;
        newest = std::max(newest, state.measured);
        if (state.state == ValueState::Missing)
            content.fills.insert(Fill::Hatched);
        if (state.state == ValueState::Stale)
            content.fills.insert(Fill::Hollow);
        if (state.state == ValueState::Estimated)
            content.fills.insert(Fill::Dashed);
    }
    if (newest > 0 && newest <= time.now)
        content.age = formatAge(time.now - newest);
    if (time.isForecast())
        content.fills.insert(Fill::Forecast);
    if (scene.estimator.linkCount() > 0)
        content.fills.insert(Fill::Dashed);
    return content;
}

LegendContent differenceLegendOf(const MapScene &scene, const std::vector<float> &changes,
    const TimeContext &time, const ReferenceStates &against)
{
    if (!scene.bundle->main || scene.placedSites == 0)
        return {};
    const QuantityView &view = *scene.bundle->main;
    LegendContent content = commonLegend(scene, time);
    content.attribute = view.scale.relativeToFreeFlow
        ? Text::tr("%1, change: blue faster, orange slower")
              .arg(channelTitle(view.channelInfo().key))
        : Text::tr("%1, change: blue less, orange more").arg(channelTitle(view.channelInfo().key));
    content.time = Text::tr("%1 against %2", "two times").arg(timeLabel(time), against.label);
    content.scale = content.points ? widerForPoints(differenceScale(view)) : differenceScale(view);
    content.decimals = content.scale.breaks.back() >= 1.0 ? 0 : 2;
    for (const float change : changes) {
        content.count += std::isnan(change) ? 0 : 1;
        if (std::isnan(change))
            content.fills.insert(Fill::Hatched);
    }
    return content;
}

MapTip tipOf(const MapScene &scene, const std::vector<SiteState> &states, const TimeContext &time,
    const QString &id, std::int32_t feature)
{
    const auto index = static_cast<std::size_t>(feature);
    if ((id == layer::kSiteLines || id == layer::kSitePoints) && index < states.size())
        return siteTip(*scene.bundle->main, SiteId(feature), states[index], time);
    if (id == layer::kCompanions) {
        const CompanionSite &at = scene.companionSites[index];
        const QuantityView &view = *scene.bundle->companions[at.companion];
        const TimeContext observed = upToNow(time);
        return siteTip(
            view, at.site, siteStates(view, observed, nullptr)[at.site.index()], observed);
    }
    if (id == layer::kIncidents)
        return incidentTip(scene.incident(feature), time);
    return {};
}

QString captionOf(const MapScene &scene)
{
    QStringList parts;
    if (!scene.city->backdrop->attribution.isEmpty())
        parts += scene.city->backdrop->attribution;
    if (const QuantityView *view = scene.bundle->main.get()) {
        if (!view->dataset.source.isEmpty())
            parts += sourceText(view->dataset.source);
        else if (view->dataset.simulated)
            parts += Text::tr("Simulated");
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace belvedere::ui
