// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/alarm_layer.h"

#include "common/format.h"
#include "safety/safety_text.h"
#include "safety/warning_model.h"

#include <QCoreApplication>

#include <array>
#include <cmath>
#include <numbers>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::AlarmLayer)
};

constexpr int kCorners = 48; // of a circle
constexpr double kMarkPx = 14.0;
constexpr double kFillOpacity = 0.12;

enum Style : std::uint8_t { Open, Acknowledged };

std::vector<const Alarm *> placedAlarms(const WarningModel &model)
{
    std::vector<const Alarm *> alarms;
    if (model.report()) {
        for (const Alarm &alarm : model.report()->alarms) {
            if (alarm.centre)
                alarms.push_back(&alarm);
        }
    }
    return alarms;
}

MapColor colorOf(Style style, double opacity = 1.0)
{
    QColor Tokens::*const token = style == Open ? &Tokens::p2 : &Tokens::shelved;
    return {withOpacity(tokensOf(ThemeMode::Light).*token, opacity),
        withOpacity(tokensOf(ThemeMode::Dark).*token, opacity)};
}

FeatureStyle markStyle(Style style)
{
    FeatureStyle mark;
    mark.symbol = Symbol::Diamond;
    mark.width = kMarkPx;
    mark.color = colorOf(style);
    mark.casing = style == Open ? MapColor::of(&Tokens::mapLabelHalo) : colorOf(style);
    mark.casingWidth = 1.5;
    mark.fill = style == Open ? Fill::Solid : Fill::Hollow;
    return mark;
}

FeatureStyle areaStyle(Style style)
{
    FeatureStyle area;
    area.color = colorOf(style, kFillOpacity);
    area.casing = colorOf(style);
    area.casingWidth = 1.5;
    return area;
}

std::vector<PointM> outline(const Alarm &alarm, const LocalProjection &projection)
{
    const PointM centre = projection.toPlane(*alarm.centre);
    std::vector<PointM> ring;
    if (alarm.scope == AlarmScope::Cell) {
        for (const auto &[x, y] : {std::pair{-1, -1}, {1, -1}, {1, 1}, {-1, 1}})
            ring.push_back({centre.x + x * alarm.radiusM, centre.y + y * alarm.radiusM});
        return ring;
    }
    for (int i = 0; i < kCorners; ++i) {
        const double angle = 2.0 * std::numbers::pi * i / kCorners;
        ring.push_back({centre.x + alarm.radiusM * std::cos(angle),
            centre.y + alarm.radiusM * std::sin(angle)});
    }
    return ring;
}

} // namespace

std::vector<MapLayer> alarmLayers(
    const WarningModel &model, const LocalProjection &projection, const QString &layerId)
{
    const std::vector<const Alarm *> alarms = placedAlarms(model);
    if (alarms.empty())
        return {};
    std::vector<PointM> points;
    PolylineSet rings;
    auto marks = std::make_shared<LayerAttributes>();
    auto areas = std::make_shared<LayerAttributes>();
    marks->styles = {markStyle(Open), markStyle(Acknowledged)};
    areas->styles = {areaStyle(Open), areaStyle(Acknowledged)};
    for (const Alarm *alarm : alarms) {
        points.push_back(projection.toPlane(*alarm->centre));
        rings.append(outline(*alarm, projection));
        marks->styleOf.push_back(model.isAcknowledged(*alarm) ? Acknowledged : Open);
    }
    areas->styleOf = marks->styleOf;
    MapLayer ground;
    ground.id = layerId + QStringLiteral("/areas");
    ground.order = LayerOrder::Values;
    ground.geometry =
        AreaGeometry::make(std::move(rings), std::vector<std::uint32_t>(alarms.size(), 1));
    ground.attributes = std::move(areas);
    MapLayer mark;
    mark.id = layerId;
    mark.order = LayerOrder::Overlay;
    mark.geometry = PointGeometry::make(std::move(points));
    mark.attributes = std::move(marks);
    mark.pickable = true;
    return {std::move(ground), std::move(mark)};
}

std::optional<LegendContent> alarmLegend(const WarningModel &model)
{
    const std::vector<const Alarm *> alarms = placedAlarms(model);
    if (alarms.empty())
        return {};
    LegendContent content;
    content.attribute = Text::tr("Alarms");
    content.note = detectorTitle(model.choice().detector);
    content.points = true;
    content.symbol = Symbol::Diamond;
    content.scale.bands = {{colorOf(Open), kMarkPx}, {colorOf(Acknowledged), kMarkPx}};
    content.scale.breaks = {0.5};
    content.labels = {Text::tr("Not looked at"), Text::tr("Looked at")};
    return content;
}

MapTip alarmTip(const WarningModel &model, std::int32_t feature)
{
    const std::vector<const Alarm *> alarms = placedAlarms(model);
    MapTip tip;
    if (feature < 0 || static_cast<std::size_t>(feature) >= alarms.size())
        return tip;
    const Alarm &alarm = *alarms[static_cast<std::size_t>(feature)];
    const QTimeZone zone = model.safety().data() ? model.safety().data()->zone : QTimeZone::utc();
    tip.title = alarmSubject(alarm);
    tip.value = formatCount(alarm.observed);
    tip.unit = Text::tr("incidents, usual %1").arg(formatNumber(alarm.expected));
    tip.rows.append({Text::tr("From"), formatDayAndTime(alarm.from, zone)});
    tip.rows.append({Text::tr("To"), formatDayAndTime(alarm.to, zone)});
    if (alarm.p)
        tip.rows.append({Text::tr("p"), formatNumber(*alarm.p)});
    if (model.isAcknowledged(alarm))
        tip.note = Text::tr("Somebody has looked at it.");
    return tip;
}

QString alarmIdOf(const WarningModel &model, std::int32_t feature)
{
    const std::vector<const Alarm *> alarms = placedAlarms(model);
    return feature >= 0 && static_cast<std::size_t>(feature) < alarms.size()
        ? alarms[static_cast<std::size_t>(feature)]->id
        : QString();
}

} // namespace belvedere::ui
