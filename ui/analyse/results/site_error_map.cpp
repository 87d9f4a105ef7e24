// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/site_error_map.h"

#include "basemap/base_map.h"
#include "basemap/graticule.h"
#include "charts/ticks.h"
#include "common/format.h"
#include "common/linked_cursor.h"
#include "common/preferences.h"
#include "common/quantity_names.h"
#include "map/map_view.h"
#include "map/value_scale.h"
#include "theme/theme.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace belvedere::ui {

namespace {

const QString kSites = QStringLiteral("error-sites");
constexpr std::size_t kClasses = 5;
constexpr double kSmallestPx = 9.0;
constexpr double kGrowthPx = 2.5; // a class
constexpr double kSameCityM = 100'000.0; // farther from the centre, a data set is another city's

ValueScale scaleOf(const std::vector<double> &breaks)
{
    const Tokens &light = tokensOf(ThemeMode::Light);
    const Tokens &dark = tokensOf(ThemeMode::Dark);
    ValueScale scale;
    scale.breaks = breaks;
    scale.missing = {MapColor(light.noData, dark.noData), kSmallestPx};
    const std::size_t bands = breaks.size() + 1;
    for (std::size_t i = 0; i < bands; ++i) {
        // The ends of the ramp are used whatever the number of classes; its first shade is too
        // close to the ground.
        const std::size_t shade =
            bands == 1 ? 3 : 1 + i * (light.riskRamp.size() - 2) / (bands - 1);
        scale.bands.push_back({MapColor(light.riskRamp[shade], dark.riskRamp[shade]),
            kSmallestPx + kGrowthPx * static_cast<double>(i)});
    }
    return scale;
}

LonLat centreOf(const ReviewData &review, const CityInfo &city, const Backdrop &backdrop)
{
    double lon = 0.0;
    double lat = 0.0;
    double count = 0.0;
    for (const auto &position : review.positions) {
        if (!position)
            continue;
        lon += position->lon;
        lat += position->lat;
        ++count;
    }
    if (count > 0.0)
        return {lon / count, lat / count};
    if (city.centre)
        return *city.centre;
    return backdrop.box.empty() ? LonLat{} : backdrop.box.centre();
}

} // namespace

std::vector<double> errorBreaks(std::vector<float> values)
{
    values.erase(
        std::remove_if(values.begin(), values.end(), [](float v) { return std::isnan(v); }),
        values.end());
    std::vector<double> breaks;
    if (values.size() < 2)
        return breaks;
    std::sort(values.begin(), values.end());
    const auto spread = static_cast<double>(values.back() - values.front());
    const NiceRange nice = niceRange(0.0, std::max(spread, 1e-9), 20); // the grain of the breaks
    for (std::size_t i = 1; i < kClasses; ++i) {
        const auto value = static_cast<double>(values[i * values.size() / kClasses]);
        const double rounded = std::round(value / nice.step) * nice.step;
        const bool parts = rounded > static_cast<double>(values.front())
            && rounded <= static_cast<double>(values.back());
        if (parts && (breaks.empty() || rounded > breaks.back() + nice.step / 2.0))
            breaks.push_back(rounded);
    }
    return breaks;
}

SiteErrorMap::SiteErrorMap(const AnalyseContext &context, RunReview &review, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_review(review)
    , m_map(new MapView(context.pools->render))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_map);
    connect(&review, &RunReview::changed, this, &SiteErrorMap::rebuild);
    connect(&review, &RunReview::siteChanged, this, &SiteErrorMap::showSelection);
    connect(m_map, &MapView::picked, this, [this](const QString &layer, std::int32_t feature) {
        if (layer == kSites)
            m_review.setSite(feature);
    });
    connect(m_map, &MapView::hovered, this, [this](const QString &layer, std::int32_t feature) {
        if (!m_context.cursor || !m_shown)
            return;
        if (layer == kSites && feature >= 0)
            m_context.cursor->set(this,
                {m_shown->dataset.name,
                    {m_shown->history->siteCodes[static_cast<std::size_t>(feature)]}, {}});
        else
            m_context.cursor->clear(this);
    });
    m_map->setTip([this](const QString &layer, std::int32_t feature) {
        MapTip tip;
        const auto site = static_cast<std::size_t>(feature);
        if (layer != kSites || !m_shown || site >= m_errors.size())
            return tip;
        tip.title = m_shown->siteTitles[site];
        tip.value = formatNumber(static_cast<double>(m_errors[site]));
        tip.unit = m_unit;
        tip.rows = {{m_measure, formatValue(static_cast<double>(m_errors[site]), m_unit)}};
        return tip;
    });
    if (m_context.preferences) {
        const auto obey = [this] {
            m_map->setReducedMotion(m_context.preferences->values().reducedMotion);
            m_map->setUnits(m_context.preferences->values().units == UnitSystem::Imperial
                    ? LengthUnits::Imperial
                    : LengthUnits::Metric);
        };
        connect(m_context.preferences, &Preferences::changed, this, obey);
        obey();
    }
    retranslate();
}

SiteErrorMap::~SiteErrorMap() = default;

void SiteErrorMap::setStore(std::shared_ptr<Store> store)
{
    m_context.store = std::move(store);
}

bool SiteErrorMap::settled() const
{
    return m_scene && !m_building.running() && m_map->isSharp();
}

Result<std::shared_ptr<const SiteErrorMap::Scene>> SiteErrorMap::buildScene(
    const Store &store, const ReviewData &review)
{
    auto scene = std::make_shared<Scene>();
    BV_TRY(const CityInfo city, store.cityInfo());
    BV_TRY(const auto network, store.roadNetwork());
    BV_TRY(const auto backdrop, store.backdrop());
    const LonLat centre = centreOf(review, city, *backdrop);
    scene->projection = LocalProjection(centre);
    BaseMap ground;
    if (!city.centre || distanceM(*city.centre, centre) < kSameCityM) {
        ground = makeBaseMap(*network, *backdrop, scene->projection);
        scene->attribution = backdrop->attribution;
    }
    scene->layers = std::move(ground.ground);
    std::vector<PointM> points;
    for (const auto &position : review.positions) {
        points.push_back(position ? scene->projection.toPlane(*position) : PointM{});
        if (position) {
            scene->focus.add(points.back());
            ++scene->placed;
        }
    }
    MapLayer sites;
    sites.id = kSites;
    sites.order = LayerOrder::Points;
    sites.geometry = PointGeometry::make(std::move(points));
    sites.attributes = std::make_shared<LayerAttributes>();
    sites.pickable = true;
    scene->layers.push_back(std::move(sites));
    std::move(ground.names.begin(), ground.names.end(), std::back_inserter(scene->layers));
    if (ground.box.empty()) {
        std::vector<MapLayer> lines = graticule(scene->focus, scene->projection);
        std::move(lines.begin(), lines.end(), std::back_inserter(scene->layers));
    }
    scene->simulated = city.simulated || review.dataset.simulated;
    return scene;
}

void SiteErrorMap::rebuild()
{
    if (m_review.data() == m_shown)
        return;
    m_shown = m_review.data();
    m_scene.reset();
    m_errors.clear();
    m_map->setLayers({});
    m_map->legend()->setContent({});
    if (!m_shown || !m_context.store) {
        m_building.cancel();
        return;
    }
    m_building.start(runTask(m_context.pools->io,
                         [store = m_context.store, review = m_shown](
                             TaskContext &) { return buildScene(*store, *review); }),
        [this](const Result<std::shared_ptr<const Scene>> &scene) {
            if (!scene) {
                Q_EMIT m_review.failed(scene.error());
                return;
            }
            m_scene = *scene;
            m_map->setProjection(m_scene->projection);
            m_map->setLayers(m_scene->layers);
            if (!m_scene->focus.empty())
                m_map->fit(m_scene->focus);
            showValues();
            showSelection();
            retranslate();
        });
}

void SiteErrorMap::setErrors(std::vector<float> errors, const QString &measure, const QString &unit)
{
    m_errors = std::move(errors);
    m_measure = measure;
    m_unit = unit;
    showValues();
}

void SiteErrorMap::showValues()
{
    if (!m_scene || !m_shown || m_errors.size() != m_shown->positions.size())
        return;
    std::vector<ValueState> states;
    int count = 0;
    for (std::size_t i = 0; i < m_errors.size(); ++i) {
        const bool known = !std::isnan(m_errors[i]);
        states.push_back(!m_shown->positions[i] ? ValueState::Hidden
                : known                         ? ValueState::Good
                                                : ValueState::Missing);
        count += known && m_shown->positions[i] ? 1 : 0;
    }
    const ValueScale scale = scaleOf(errorBreaks(m_errors));
    FeatureStyle point;
    point.casing = MapColor::of(&Tokens::mapLabelHalo);
    point.casingWidth = 1.5;
    m_map->setAttributes(kSites, classified(m_errors, states, scale, point));
    LegendContent legend;
    legend.attribute = m_measure;
    legend.unit = m_unit;
    legend.count = count;
    legend.scale = scale;
    legend.points = true;
    legend.decimals = 2;
    //: below the legend of a map: what its values are of
    legend.source = m_scene->simulated ? tr("Test part of %1 · simulated").arg(m_shown->record.id)
                                       : tr("Test part of %1").arg(m_shown->record.id);
    if (count < m_scene->placed)
        legend.fills = {Fill::Hatched};
    m_map->legend()->setContent(legend);
}

void SiteErrorMap::showSelection()
{
    const int site = m_review.site();
    const bool placed =
        m_shown && site >= 0 && m_shown->positions[static_cast<std::size_t>(site)].has_value();
    m_map->setSelection(
        placed ? std::vector<PickedFeature>{{kSites, site}} : std::vector<PickedFeature>());
}

void SiteErrorMap::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SiteErrorMap::retranslate()
{
    m_map->setAccessibleName(tr("Error by site"));
    QStringList caption;
    if (m_scene && !m_scene->attribution.isEmpty())
        caption.append(m_scene->attribution);
    if (m_scene && m_scene->simulated)
        caption.append(tr("Simulated"));
    m_map->setCaption(caption.join(QStringLiteral(" · ")));
    m_map->setMessage(m_scene && m_scene->placed == 0
            ? tr("The sites of this data have no positions. Import a site list, or use the table "
                 "beside.")
            : QString());
    showValues();
}

} // namespace belvedere::ui
