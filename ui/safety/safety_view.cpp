// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/safety_view.h"

#include "common/error_text.h"
#include "common/scroll_column.h"
#include "safety/alarm_layer.h"
#include "safety/safety_model.h"
#include "safety/safety_text.h"
#include "safety/warning_model.h"
#include "theme/tokens.h"

namespace belvedere::ui {

namespace {

const QString kId = QStringLiteral("safety");
const QString kPlaces = QStringLiteral("incidents");
const QString kAlarms = QStringLiteral("alarms");
const QString kCells = QStringLiteral("cells"); // part of a surface: what is pointed at
constexpr int kPanelWidth = 372;

std::vector<DomainGroup> groupsOfSafety()
{
    std::vector<DomainGroup> groups;
    for (const SafetySurface surface : kSafetySurfaces)
        groups.push_back({surfaceId(surface), [surface] { return surfaceTitle(surface); },
            surface == SafetySurface::Density, true});
    groups.push_back({kPlaces, [] { return SafetyView::tr("Incidents"); }, false, false});
    groups.push_back({kAlarms, [] { return SafetyView::tr("Alarms"); }, true, false});
    return groups;
}

std::optional<SafetySurface> surfaceNamed(const QString &id)
{
    for (const SafetySurface surface : kSafetySurfaces) {
        if (surfaceId(surface) == id)
            return surface;
    }
    return {};
}

} // namespace

SafetyView::SafetyView(const DomainContext &context, QObject *parent)
    : DomainView(kId, QStringLiteral("shield"), groupsOfSafety(), parent)
    , m_model(new SafetyModel(context, this))
    , m_warnings(new WarningModel(context, *m_model, this))
    , m_risk(new RiskPanel(*m_model))
    , m_warning(new WarningPanel(*m_warnings))
{
    connect(this, &DomainView::shownChanged, this, &SafetyView::showWanted);
    connect(m_model, &SafetyModel::surfaceChanged, this, &SafetyView::showSurface);
    connect(m_model, &SafetyModel::placesChanged, this, &DomainView::layersChanged);
    connect(m_model, &SafetyModel::dataChanged, this, &DomainView::dataChanged);
    connect(m_model, &SafetyModel::cellsChanged, this, &DomainView::dataChanged);
    connect(m_model, &SafetyModel::failed, this, &DomainView::failed);
    connect(m_warnings, &WarningModel::failed, this, &DomainView::failed);
    connect(m_warnings, &WarningModel::reportChanged, this, &DomainView::layersChanged);
    connect(m_risk, &RiskPanel::surfaceChosen, this, [this](std::optional<SafetySurface> surface) {
        if (surface)
            setGroupShown(surfaceId(*surface), true);
        else
            setGroupShown(this->surface(), false);
    });
    connect(m_risk, &RiskPanel::placesChosen, this,
        [this](bool shown) { setGroupShown(kPlaces, shown); });
    connect(m_risk, &RiskPanel::placeChosen, this, &DomainView::placeChosen);
    connect(m_risk, &RiskPanel::importRequested, this, &DomainView::importRequested);
    connect(m_warning, &WarningPanel::placeChosen, this, &DomainView::placeChosen);
    connect(m_warning, &WarningPanel::timeChosen, this, &DomainView::timeChosen);
    showWanted();
}

SafetyView::~SafetyView()
{
    for (QWidget *panel : {static_cast<QWidget *>(m_risk), static_cast<QWidget *>(m_warning)}) {
        if (panel != nullptr && panel->parent() == nullptr)
            delete panel;
    }
}

QString SafetyView::title() const
{
    return tr("Safety");
}

QString SafetyView::description() const
{
    return tr("Incidents, hot spots, risk and early warning");
}

void SafetyView::setStore(std::shared_ptr<Store> store)
{
    m_model->setStore(std::move(store));
}

void SafetyView::setProjection(const LocalProjection &projection)
{
    m_model->setProjection(projection);
}

void SafetyView::setTime(const TimeContext &time)
{
    m_model->setTime(time);
}

void SafetyView::setMetersPerPixel(double metersPerPixel)
{
    m_model->setMetersPerPixel(metersPerPixel);
}

void SafetyView::showWanted()
{
    const auto surface = isShown() ? surfaceNamed(this->surface()) : std::nullopt;
    m_model->setPaused(!isShown());
    m_model->setWanted(surface, isGroupShown(kPlaces));
    m_warnings->setPaused(!isShown());
    m_risk->setShown(surface, isGroupShown(kPlaces));
    showSurface();
}

void SafetyView::showSurface()
{
    const auto &view = m_model->surface();
    if (view != m_painted || opacity() != m_paintedOpacity) {
        m_painted = view;
        m_paintedOpacity = opacity();
        m_surface = view ? view->attributes(opacity()) : nullptr;
    }
    Q_EMIT layersChanged();
}

std::vector<MapLayer> SafetyView::layers() const
{
    std::vector<MapLayer> layers;
    const auto &view = m_painted;
    const CellGeometry &geometry = m_model->geometry();
    if (view && geometry.surface && view->cells == m_model->cells()) {
        MapLayer surface;
        surface.id = layerId(surfaceId(view->query.surface));
        surface.order = LayerOrder::Surface;
        surface.geometry = geometry.surface;
        surface.attributes = m_surface;
        MapLayer cells;
        cells.id = layerId(surfaceId(view->query.surface), kCells);
        cells.order = LayerOrder::Surface;
        cells.geometry = geometry.areas;
        cells.attributes = geometry.unseen;
        cells.pickable = true;
        layers.push_back(std::move(surface));
        layers.push_back(std::move(cells));
    }
    if (const auto &places = m_model->places()) {
        MapLayer points;
        points.id = layerId(kPlaces);
        points.order = LayerOrder::Points;
        points.geometry = places->points;
        points.attributes = places->attributes;
        points.pickable = true;
        layers.push_back(std::move(points));
    }
    for (MapLayer &layer : alarmLayers(*m_warnings, m_model->projection(), layerId(kAlarms)))
        layers.push_back(std::move(layer));
    return layers;
}

std::vector<LegendContent> SafetyView::legends() const
{
    std::vector<LegendContent> contents;
    const auto &view = m_model->surface();
    const auto wanted = m_model->wantedSurface();
    if (wanted && view && view->query.surface == *wanted) {
        contents.push_back(view->legend(view->cells->source));
    } else if (wanted && m_model->surfaceError()) {
        LegendContent content;
        content.attribute = surfaceTitle(*wanted);
        content.empty = errorText(*m_model->surfaceError());
        contents.push_back(std::move(content));
    }
    if (isGroupShown(kPlaces) && m_model->places())
        contents.push_back(m_model->places()->legend());
    if (isGroupShown(kAlarms)) {
        if (const auto content = alarmLegend(*m_warnings))
            contents.push_back(*content);
    }
    return contents;
}

MapTip SafetyView::tip(const QString &layerId, std::int32_t feature) const
{
    const QString group = groupOf(layerId);
    if (group == kPlaces)
        return m_model->places() ? m_model->places()->tip(feature) : MapTip();
    if (group == kAlarms)
        return alarmTip(*m_warnings, feature);
    return m_model->surface() ? m_model->surface()->tip(feature) : MapTip();
}

void SafetyView::pick(const QString &layerId, std::int32_t feature)
{
    if (groupOf(layerId) == kAlarms)
        m_warning->select(alarmIdOf(*m_warnings, feature));
}

std::vector<DomainPanel> SafetyView::panels()
{
    PanelSpec risk;
    risk.id = QStringLiteral("safety-risk");
    risk.title = [] { return tr("Incidents and risk"); };
    risk.iconName = iconName();
    risk.extent = kPanelWidth;
    PanelSpec warning;
    warning.id = QStringLiteral("safety-warning");
    warning.title = [] { return tr("Early warning"); };
    warning.iconName = QStringLiteral("warning");
    warning.tabbedWith = risk.id; // the map needs the room
    warning.extent = kPanelWidth;
    return {{risk, new ScrollColumn(m_risk)}, {warning, new ScrollColumn(m_warning)}};
}

LonLatBox SafetyView::place() const
{
    LonLatBox box;
    if (const auto &cells = m_model->cells()) {
        // Where incidents are, not the whole box in which they may lie.
        for (int i = 0; i < cells->area.size(); ++i)
            box.add(cells->area.centre(i));
    }
    return box;
}

std::optional<TimeRange> SafetyView::span() const
{
    const auto &cells = m_model->cells();
    if (!cells || cells->placed.empty())
        return {};
    const belvedere::TimeRange range = cells->span();
    return TimeRange{range.from, range.to};
}

bool SafetyView::busy() const
{
    return m_model->busy() || m_warnings->busy();
}

} // namespace belvedere::ui
