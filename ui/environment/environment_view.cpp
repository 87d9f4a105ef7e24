// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/environment_view.h"

#include "common/scroll_column.h"
#include "environment/air_panel.h"
#include "environment/environment_model.h"
#include "environment/noise_panel.h"
#include "environment/surface_panel.h"

#include <algorithm>

namespace belvedere::ui {

namespace {

const QString kStations = QStringLiteral("stations");
const QString kSurface = QStringLiteral("surface");
const QString kError = QStringLiteral("error");
const QString kNoise = QStringLiteral("noise");
constexpr int kPanelWidth = 380;

std::vector<DomainGroup> makeGroups()
{
    return {{kStations, [] { return EnvironmentView::tr("Air-quality stations"); }, true, false},
        {kSurface, [] { return EnvironmentView::tr("Pollutant between stations"); }, true, true},
        {kError, [] { return EnvironmentView::tr("Standard error between stations"); }, false,
            true},
        {kNoise, [] { return EnvironmentView::tr("Noise levels"); }, true, false}};
}

/// The geometry stays when only values change.
MapLayer makeLayer(const QString &id, LayerOrder order, MapGeometry geometry,
    std::shared_ptr<const LayerAttributes> attributes, bool pickable)
{
    MapLayer layer;
    layer.id = id;
    layer.order = order;
    layer.geometry = std::move(geometry);
    layer.attributes =
        attributes ? std::move(attributes) : std::make_shared<const LayerAttributes>();
    layer.pickable = pickable;
    return layer;
}

} // namespace

EnvironmentView::EnvironmentView(
    const DomainContext &context, const ForecasterFactory *factory, QObject *parent)
    : DomainView(QStringLiteral("environment"), QStringLiteral("air"), makeGroups(), parent)
    , m_model(new EnvironmentModel(context, factory, this))
    , m_air(new AirPanel(*m_model))
    , m_surface(new SurfacePanel(*m_model))
    , m_noise(new NoisePanel(*m_model))
    , m_panels{m_air, m_surface, m_noise}
{
    connectModel();
    connectPanels();
    showWanted();
}

EnvironmentView::~EnvironmentView()
{
    // Panels that no dock has taken; a dock may have been destroyed before, with its panel.
    for (const QPointer<QWidget> &panel : m_panels) {
        if (panel && !panel->parentWidget())
            delete panel;
    }
}

void EnvironmentView::connectModel()
{
    connect(m_model, &EnvironmentModel::dataChanged, this, [this] {
        makeGeometry();
        Q_EMIT layersChanged();
        Q_EMIT legendChanged();
        Q_EMIT dataChanged();
    });
    connect(m_model, &EnvironmentModel::choiceChanged, this, [this] {
        makeGeometry();
        Q_EMIT layersChanged();
        showAir();
        showSurface();
    });
    connect(m_model, &EnvironmentModel::airChanged, this, &EnvironmentView::showAir);
    connect(m_model, &EnvironmentModel::surfaceChanged, this, &EnvironmentView::showSurface);
    connect(m_model, &EnvironmentModel::noiseChanged, this, &EnvironmentView::showNoise);
    connect(m_model, &EnvironmentModel::busyChanged, this, [this] {
        if (!busy())
            Q_EMIT dataChanged();
    });
    connect(m_model, &EnvironmentModel::failed, this, &EnvironmentView::failed);
    connect(this, &DomainView::shownChanged, this, [this] {
        showWanted();
        showSurface(); // its opacity may be another
    });
}

void EnvironmentView::connectPanels()
{
    connect(m_air, &AirPanel::stationChosen, this, [this](int site) {
        chooseStation(site);
        const auto set = m_model->airSet();
        if (!set || !set->dataset.sites[std::size_t(site)].position)
            return;
        LonLatBox box;
        box.add(*set->dataset.sites[std::size_t(site)].position);
        Q_EMIT placeChosen(box);
    });
    connect(m_surface, &SurfacePanel::shownChosen, this, [this](SurfacePanel::Shown shown) {
        setGroupShown(kSurface, shown == SurfacePanel::Shown::Values);
        setGroupShown(kError, shown == SurfacePanel::Shown::Errors);
    });
}

QString EnvironmentView::title() const
{
    return tr("Environment");
}

QString EnvironmentView::description() const
{
    return tr("Air-quality indices, pollutants between stations, noise");
}

void EnvironmentView::setStore(std::shared_ptr<Store> store)
{
    m_model->setStore(std::move(store));
}

void EnvironmentView::setProjection(const LocalProjection &projection)
{
    m_model->setProjection(projection);
    makeGeometry();
    Q_EMIT layersChanged();
}

void EnvironmentView::setTime(const TimeContext &time)
{
    m_model->setTime(time);
}

void EnvironmentView::showWanted()
{
    m_model->setPaused(!isShown());
    m_model->setWanted(isGroupShown(kSurface) || isGroupShown(kError), true);
    m_surface->setShown(isGroupShown(kError) ? SurfacePanel::Shown::Errors
            : isGroupShown(kSurface)         ? SurfacePanel::Shown::Values
                                             : SurfacePanel::Shown::Nothing);
}

void EnvironmentView::makeGeometry()
{
    const auto of = [this](const std::shared_ptr<const EnvironmentSet> &set) {
        return set ? stationGeometry(set->dataset, m_model->projection()) : StationGeometry();
    };
    m_airStations = of(m_model->airSet());
    m_noiseStations = of(m_model->noiseSet());
    m_grid.reset();
    m_gridOf = nullptr;
}

ValueScale EnvironmentView::scale() const
{
    const auto &picture = m_model->surface();
    double largest = 0.0;
    for (const float value : picture->observed)
        largest = std::isfinite(value) ? std::max(largest, double(value)) : largest;
    const auto standard = airQualityStandardOn(
        m_model->choice().family, m_model->air() ? m_model->air()->date : QDate::currentDate());
    return concentrationScale(standard ? **standard : airQualityStandards().front(),
        picture->channel, picture->unit, largest);
}

std::vector<MapLayer> EnvironmentView::layers() const
{
    std::vector<MapLayer> layers;
    const auto &surface = m_model->surface();
    if (surface && m_grid) {
        layers.push_back(makeLayer(layerId(kSurface), LayerOrder::Surface, m_grid,
            surfaceAttributesOf(*surface, false, scale(), opacity()), false));
        layers.push_back(makeLayer(layerId(kError), LayerOrder::Surface, m_grid,
            surfaceAttributesOf(*surface, true, errorScale(scale()), opacity()), false));
    }
    // Without values yet there is nothing to be seen of them, but they are there.
    const auto &noise = m_model->noise();
    if (!m_noiseStations.sites.empty())
        layers.push_back(makeLayer(layerId(kNoise), LayerOrder::Points, m_noiseStations.points,
            noise && noise->set == m_model->noiseSet() ? noiseAttributes(*noise, m_noiseStations)
                                                       : nullptr,
            true));
    const auto &air = m_model->air();
    if (!m_airStations.sites.empty())
        layers.push_back(makeLayer(layerId(kStations), LayerOrder::Points, m_airStations.points,
            air && air->set == m_model->airSet()
                ? airAttributes(*air, m_airStations, m_model->station())
                : nullptr,
            true));
    return layers;
}

std::vector<LegendContent> EnvironmentView::legends() const
{
    std::vector<LegendContent> legends;
    const auto &air = m_model->air();
    if (isGroupShown(kStations) && air)
        legends.push_back(airLegend(*air));
    const auto &surface = m_model->surface();
    const bool errors = isGroupShown(kError);
    if (surface && m_model->airSet() && (errors || isGroupShown(kSurface)))
        legends.push_back(surfaceLegend(
            *surface, errors, errors ? errorScale(scale()) : scale(), *m_model->airSet()));
    const auto &noise = m_model->noise();
    if (isGroupShown(kNoise) && noise)
        legends.push_back(noiseLegend(*noise));
    return legends;
}

MapTip EnvironmentView::tip(const QString &layer, std::int32_t feature) const
{
    const auto at = std::size_t(std::max(0, feature));
    if (groupOf(layer) == kStations && m_model->air() && at < m_airStations.sites.size())
        return airTip(*m_model->air(), m_airStations.sites[at]);
    if (groupOf(layer) == kNoise && m_model->noise() && at < m_noiseStations.sites.size())
        return noiseTip(*m_model->noise(), m_noiseStations.sites[at]);
    return {};
}

void EnvironmentView::pick(const QString &layer, std::int32_t feature)
{
    if (groupOf(layer) != kStations || feature < 0
        || std::size_t(feature) >= m_airStations.sites.size())
        return;
    chooseStation(m_airStations.sites[std::size_t(feature)]);
}

void EnvironmentView::chooseStation(int site)
{
    const auto set = m_model->airSet();
    if (!set || site < 0 || site >= set->siteCount())
        return;
    EnvironmentChoice choice = m_model->choice();
    choice.station = set->dataset.sites[std::size_t(site)].code;
    m_model->setChoice(choice);
}

void EnvironmentView::showAir()
{
    const auto &air = m_model->air();
    if (air && air->set == m_model->airSet() && !m_airStations.sites.empty())
        Q_EMIT attributesChanged(
            layerId(kStations), airAttributes(*air, m_airStations, m_model->station()));
    Q_EMIT legendChanged();
}

void EnvironmentView::showSurface()
{
    const auto &surface = m_model->surface();
    const auto &maker = m_model->surfaceMaker();
    if (surface && maker && maker->isPossible() && m_gridOf != maker.get()
        && surface->surface.grid.size() == maker->grid().size()) {
        m_grid = surfaceGeometry(maker->grid());
        m_gridOf = maker.get();
        Q_EMIT layersChanged();
    } else if (surface && m_grid) {
        Q_EMIT attributesChanged(
            layerId(kSurface), surfaceAttributesOf(*surface, false, scale(), opacity()));
        Q_EMIT attributesChanged(
            layerId(kError), surfaceAttributesOf(*surface, true, errorScale(scale()), opacity()));
    }
    Q_EMIT legendChanged();
}

void EnvironmentView::showNoise()
{
    const auto &noise = m_model->noise();
    if (noise && noise->set == m_model->noiseSet() && !m_noiseStations.sites.empty())
        Q_EMIT attributesChanged(layerId(kNoise), noiseAttributes(*noise, m_noiseStations));
    Q_EMIT legendChanged();
}

std::vector<DomainPanel> EnvironmentView::panels()
{
    DomainPanel air = {{}, new ScrollColumn(m_air)};
    air.spec.id = QStringLiteral("environment-air");
    air.spec.title = [] { return tr("Air quality"); };
    air.spec.iconName = QStringLiteral("air");
    air.spec.extent = kPanelWidth;
    DomainPanel surface = {air.spec, new ScrollColumn(m_surface)};
    surface.spec.id = QStringLiteral("environment-surface");
    surface.spec.title = [] { return tr("Between stations"); };
    surface.spec.iconName = QStringLiteral("layers");
    surface.spec.tabbedWith = air.spec.id;
    DomainPanel noise = {surface.spec, new ScrollColumn(m_noise)};
    noise.spec.id = QStringLiteral("environment-noise");
    noise.spec.title = [] { return tr("Noise"); };
    noise.spec.iconName = QStringLiteral("sensor");
    return {air, surface, noise};
}

LonLatBox EnvironmentView::place() const
{
    LonLatBox box;
    for (const auto &set : {m_model->airSet(), m_model->noiseSet()}) {
        for (int i = 0; set && i < set->siteCount(); ++i) {
            if (const auto &position = set->dataset.sites[std::size_t(i)].position)
                box.add(*position);
        }
        if (!box.empty())
            break; // two cities' stations have no common place
    }
    return box;
}

std::optional<TimeRange> EnvironmentView::span() const
{
    for (const auto &set : {m_model->airSet(), m_model->noiseSet()}) {
        if (set)
            return TimeRange{set->series->axis.start, set->series->axis.last()};
    }
    return std::nullopt;
}

bool EnvironmentView::busy() const
{
    return m_model->busy();
}

} // namespace belvedere::ui
