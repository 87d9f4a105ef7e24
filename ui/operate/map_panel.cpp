// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/map_panel.h"

#include "basemap/base_map.h"
#include "basemap/overlay_layers.h"
#include "common/quantity_names.h"
#include "map/compare/compare_bar.h"
#include "map/compare/map_compare.h"
#include "map/map_legend.h"
#include "map/map_view.h"
#include "map/overlays/map_furniture.h"
#include "map/tools/map_tools.h"
#include "map/views/saved_views.h"
#include "map/views/saved_views_button.h"
#include "operate/domain_layers.h"
#include "operate/map_texts.h"
#include "operate/scene_attributes.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace belvedere::ui {

namespace {

struct LayerGroup
{
    const char *title;
    QStringList prefixes; ///< of the ids of its layers
    bool quantity = false; ///< shows the quantity or what happened, not the ground
};

const std::vector<LayerGroup> &layerGroups()
{
    static const std::vector<LayerGroup> groups = {
        {QT_TRANSLATE_NOOP("belvedere::ui::MapPanel", "Measured sites"),
            {layer::kSiteLines, layer::kSitePoints}, true},
        {QT_TRANSLATE_NOOP("belvedere::ui::MapPanel", "Estimates between sites"),
            {layer::kEstimates}, true},
        {QT_TRANSLATE_NOOP("belvedere::ui::MapPanel", "Other stations"), {layer::kCompanions},
            true},
        {QT_TRANSLATE_NOOP("belvedere::ui::MapPanel", "Incidents and calls"), {layer::kIncidents},
            true},
        {QT_TRANSLATE_NOOP("belvedere::ui::MapPanel", "Names"), {QStringLiteral("names-")}},
        {QT_TRANSLATE_NOOP("belvedere::ui::MapPanel", "Buildings"), {basemap::kBuildings}},
        {QT_TRANSLATE_NOOP("belvedere::ui::MapPanel", "Railways"), {basemap::kRails}},
        {QT_TRANSLATE_NOOP("belvedere::ui::MapPanel", "Paths and service roads"), {basemap::kWays}},
        {QT_TRANSLATE_NOOP("belvedere::ui::MapPanel", "Imported layers"), {kOverlayPrefix}},
        {QT_TRANSLATE_NOOP("belvedere::ui::MapPanel", "Raster tiles"), {QStringLiteral("tiles")}}};
    return groups;
}

constexpr int kReferenceLetters = 20;
constexpr int kRestMs = 150;
// Of the width of the map that a place in sight takes.
constexpr double kLeastShare = 0.2;
constexpr double kMostShare = 3.0;

bool isIn(const LayerGroup &group, const QString &layerId)
{
    return std::any_of(group.prefixes.begin(), group.prefixes.end(),
        [&](const QString &prefix) { return layerId.startsWith(prefix); });
}

QString quantityKey(const QString &dataset, const QString &channel)
{
    return dataset + QLatin1Char('\n') + channel;
}

bool isSiteLayer(const QString &id)
{
    return id == layer::kSiteLines || id == layer::kSitePoints;
}

void setAttributes(MapView &map, const SceneAttributes &attributes)
{
    const std::pair<QString, std::shared_ptr<const LayerAttributes>> all[] = {
        {layer::kSiteLines, attributes.siteLines}, {layer::kSitePoints, attributes.sitePoints},
        {layer::kEstimates, attributes.estimates}, {layer::kCompanions, attributes.companions},
        {layer::kIncidents, attributes.incidents}};
    for (const auto &[id, values] : all) {
        if (values)
            map.setAttributes(id, values);
    }
}

} // namespace

MapPanel::MapPanel(
    OperateController &controller, const OperateContext &context, QUndoStack &undo, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_context(context)
    , m_sceneTask(this)
    , m_quantity(new QComboBox(this))
    , m_layers(new QToolButton(this))
    , m_reference(new QComboBox(this))
    , m_difference(new QToolButton(this))
    , m_compare(new MapCompare(context.pools->render, this))
    , m_compareBar(new CompareBar(*m_compare, this))
    , m_tools(new MapTools(*m_compare->a(), context.pools->io))
    , m_furniture(new MapFurniture(*m_compare->a(), *m_tools, context.pools->render))
    , m_views(new SavedViews(undo, context.pools->io, this))
    , m_viewsButton(new SavedViewsButton(*m_views, *m_compare->a(), this))
{
    m_tools->addView(*m_compare->b());
    // Over the map, which needs the room more than they do.
    m_toolRow = new QWidget(this);
    auto *row = new QHBoxLayout(m_toolRow);
    row->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, 0);
    makeToolRow(*row);
    for (QWidget *tool : m_toolRow->findChildren<QWidget *>(Qt::FindDirectChildrenOnly))
        tool->installEventFilter(this);
    m_toolRow->installEventFilter(this);
    auto *stack = new QGridLayout(this);
    stack->setContentsMargins(0, 0, 0, 0);
    stack->addWidget(m_compare, 0, 0);
    stack->addWidget(m_toolRow, 0, 0, Qt::AlignTop);
    m_toolRow->raise();
    connectMap();
    connect(m_quantity, &QComboBox::activated, this, [this](int index) {
        const QStringList parts = m_quantity->itemData(index).toString().split(QLatin1Char('\n'));
        m_controller.selectQuantity(parts[0], parts[1]);
    });
    connect(m_reference, &QComboBox::activated, this,
        [this](int index) { setReference(kReferences[std::size_t(index)]); });
    connect(m_difference, &QToolButton::toggled, this, [this] { refreshMaps(); });
    connect(m_compare, &MapCompare::modeChanged, this, [this] { refreshMaps(); });
    connect(m_views, &SavedViews::failed, this, &MapPanel::failed);
    connect(&m_controller, &OperateController::cityChanged, this, &MapPanel::fillQuantities);
    connect(&m_controller, &OperateController::quantityChanged, this, &MapPanel::rebuildScene);
    connect(m_context.preferences, &Preferences::changed, this, &MapPanel::applyPreferences);
    applyPreferences();
    retranslate();
    m_reference->setCurrentIndex(
        static_cast<int>(std::find(kReferences.begin(), kReferences.end(), Reference::DayBefore)
            - kReferences.begin()));
}

void MapPanel::makeToolRow(QHBoxLayout &row)
{
    m_quantity->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    // As long as most of its entries; the list itself shows all in full.
    m_reference->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reference->setMinimumContentsLength(kReferenceLetters);
    m_difference->setCheckable(true);
    m_difference->setIcon(icon(QStringLiteral("difference")));
    makeLayersMenu();
    row.setSpacing(space::kSmall);
    row.addWidget(m_quantity);
    row.addWidget(m_layers);
    row.addStretch();
    row.addWidget(m_compareBar);
    row.addWidget(m_difference);
    row.addWidget(m_reference);
    row.addStretch();
    row.addWidget(m_viewsButton);
}

void MapPanel::makeLayersMenu()
{
    m_layers->setIcon(icon(QStringLiteral("layers")));
    m_layers->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_layers->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_layers);
    for (int i = 0; i < layerGroupCount(); ++i) {
        QAction *action = menu->addAction(layerGroupTitle(i));
        action->setCheckable(true);
        action->setChecked(true);
        connect(action, &QAction::toggled, this, &MapPanel::applyVisibility);
        m_groups += action;
    }
    m_layers->setMenu(menu);
    m_domains = new DomainLayers(*menu, this);
    connectDomains();
}

void MapPanel::addDomain(DomainView *domain)
{
    m_domains->add(domain);
    domain->setMetersPerPixel(map()->viewport().metersPerPixel);
    if (m_scene) {
        domain->setProjection(m_scene->projection);
        showLayers();
    }
}

void MapPanel::connectDomains()
{
    connect(m_domains, &DomainLayers::layersChanged, this, [this] {
        if (m_scene)
            showLayers();
        showLegend();
    });
    connect(m_domains, &DomainLayers::attributesChanged, this,
        [this](const QString &id, const std::shared_ptr<const LayerAttributes> &attributes) {
            m_compare->a()->setAttributes(id, attributes);
            m_compare->b()->setAttributes(id, attributes);
        });
    connect(m_domains, &DomainLayers::legendChanged, this, &MapPanel::showLegend);
    connect(m_domains, &DomainLayers::shownChanged, this, [this] {
        applyVisibility();
        showLegend();
    });
    connect(m_domains, &DomainLayers::placeChosen, this,
        qOverload<const LonLatBox &>(&MapPanel::flyTo));
    connect(m_domains, &DomainLayers::failed, this, &MapPanel::failed);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this,
        [this] { m_domains->setMetersPerPixel(map()->viewport().metersPerPixel); });
    connect(map(), &MapView::viewportChanged, &m_rest, qOverload<>(&QTimer::start));
}

void MapPanel::showQuantity(bool shown)
{
    if (shown == m_quantityShown)
        return;
    m_quantityShown = shown;
    QList<bool> before;
    for (int i = 0; i < layerGroupCount(); ++i) {
        before += m_groups[i]->isChecked();
        if (layerGroups()[static_cast<std::size_t>(i)].quantity)
            m_groups[i]->setChecked(shown && m_kept.value(i, true));
    }
    m_kept = shown ? QList<bool>() : before;
    if (!shown) {
        m_difference->setChecked(false);
        m_compare->setMode(MapCompare::Mode::Off);
    }
    showTools();
    showLegend();
    showMessage();
}

void MapPanel::showTools()
{
    const bool any = m_quantity->count() > 0 && m_quantityShown;
    for (QWidget *widget :
        std::initializer_list<QWidget *>{m_quantity, m_compareBar, m_difference, m_reference})
        widget->setVisible(any);
}

std::vector<MapLayer> MapPanel::allLayers(const MapView &view) const
{
    std::vector<MapLayer> layers = m_scene->layers;
    for (MapLayer &layer : layers) {
        layer.visible = isLayerShown(layer.id);
        // The values of a scene that is shown already are those that the view has.
        for (const MapLayer &old : view.layers()) {
            if (old.id == layer.id && old.geometry == layer.geometry)
                layer.attributes = old.attributes;
        }
    }
    for (MapLayer &layer : m_domains->layers())
        layers.push_back(std::move(layer));
    return layers;
}

void MapPanel::showLayers()
{
    for (MapView *view : {m_compare->a(), m_compare->b()})
        view->setLayers(allLayers(*view));
}

void MapPanel::showLegend()
{
    std::vector<LegendContent> contents = m_domains->legends();
    if (m_quantityShown)
        contents.push_back(m_legend);
    map()->legend()->setContents(std::move(contents));
}

void MapPanel::reveal(const LonLatBox &place)
{
    if (!m_scene || place.empty())
        return;
    const Viewport &view = map()->viewport();
    const PointM middle = m_scene->projection.toPlane(place.centre());
    const QPointF onScreen = view.toScreen(middle);
    const double width = m_scene->projection.toPlane({place.east, place.north}).x
        - m_scene->projection.toPlane({place.west, place.north}).x;
    // In sight, and neither a speck nor a corner of it.
    const double share = width / view.metersPerPixel / std::max(1, map()->width());
    if (!QRectF(map()->rect()).contains(onScreen) || share < kLeastShare || share > kMostShare)
        flyTo(place);
}

void MapPanel::connectMap()
{
    for (MapView *view : {m_compare->a(), m_compare->b()}) {
        const bool isA = view == m_compare->a();
        view->setTip([this, isA](const QString &id, std::int32_t feature) {
            if (!m_scene)
                return MapTip();
            if (const DomainView *domain = m_domains->domainOf(id))
                return domain->tip(id, feature);
            if (isA || !m_referenceStates)
                return tipOf(*m_scene, m_states, m_time, id, feature);
            return tipOf(*m_scene, m_referenceStates->states, m_referenceStates->time, id, feature);
        });
    }
    connect(m_compare, &MapCompare::picked, this, [this](const QString &id, std::int32_t feature) {
        if (DomainView *domain = m_domains->domainOf(id))
            domain->pick(id, feature);
        else if (isSiteLayer(id))
            Q_EMIT sitePicked(SiteId(feature));
    });
    connect(m_compare, &MapCompare::pickedNothing, this, [this] {
        m_domains->pickNothing();
        Q_EMIT sitePicked({});
    });
    connect(m_compare, &MapCompare::hovered, this, [this](const QString &id, std::int32_t feature) {
        Q_EMIT siteHovered(isSiteLayer(id) ? SiteId(feature) : SiteId());
    });
    connect(m_tools, &MapTools::regionSelected, this,
        [this](const std::vector<PickedFeature> &found, SelectionChange change) {
            select(changedSelection(map()->selection(), found, change));
        });
}

void MapPanel::setBackend(const std::shared_ptr<const MapBackend> &backend)
{
    m_compare->a()->setBackend(backend);
    m_compare->b()->setBackend(backend);
}

MapView *MapPanel::map() const
{
    return m_compare->a();
}

void MapPanel::setCity(const QString &directory)
{
    forgetPlace();
    m_views->setStore(
        directory.isEmpty() ? nullptr : std::make_shared<SavedViewFile>(savedViewsPath(directory)));
}

bool MapPanel::settled() const
{
    return !m_sceneTask.running() && m_scene && (!map()->isVisible() || map()->isSharp());
}

void MapPanel::fillQuantities()
{
    m_quantity->clear();
    if (m_controller.city()) {
        for (const Dataset &dataset : m_controller.city()->datasets) {
            for (const Channel &channel : dataset.channels)
                m_quantity->addItem(
                    tr("%1: %2", "data set: quantity").arg(dataset.name, channelTitle(channel.key)),
                    quantityKey(dataset.name, channel.key));
        }
    }
    showTools();
}

void MapPanel::rebuildScene()
{
    m_scene.reset();
    m_states.clear();
    m_referenceStates.reset();
    showMessage();
    const auto bundle = m_controller.bundle();
    const auto city = m_controller.city();
    if (!bundle || !city) {
        m_sceneTask.cancel();
        m_compare->a()->setLayers({});
        m_compare->b()->setLayers({});
        return;
    }
    if (const QuantityView *view = m_controller.quantity())
        m_quantity->setCurrentIndex(
            m_quantity->findData(quantityKey(view->dataset.name, view->channelInfo().key)));
    m_sceneTask.start(runTask(m_context.pools->io,
                          [city, bundle](TaskContext &) -> Result<std::shared_ptr<const MapScene>> {
                              return buildScene(city, bundle);
                          }),
        [this](Result<std::shared_ptr<const MapScene>> scene) {
            if (scene)
                takeScene(*scene);
            else
                Q_EMIT failed(scene.error());
        });
}

void MapPanel::takeScene(std::shared_ptr<const MapScene> scene)
{
    m_scene = std::move(scene);
    m_domains->setProjection(m_scene->projection);
    for (MapView *view : {m_compare->a(), m_compare->b()}) {
        view->setProjection(m_scene->projection);
        view->setCaption(captionOf(*m_scene));
    }
    showLayers();
    // Another channel of the same sites keeps the place; another data set lies somewhere else.
    const QuantityView *view = m_controller.quantity();
    const QString dataset = view ? view->dataset.name : QStringLiteral("-");
    if (m_fittedDataset != dataset && !m_scene->focus.empty()) {
        m_fittedDataset = dataset;
        map()->fit(m_scene->focus);
    }
    showMessage();
    Q_EMIT sceneShown();
}

bool MapPanel::isLayerShown(const QString &id) const
{
    if (m_domains->domainOf(id) != nullptr)
        return m_domains->isShown(id);
    for (std::size_t g = 0; g < layerGroups().size(); ++g) {
        if (isIn(layerGroups()[g], id))
            return m_groups[qsizetype(g)]->isChecked();
    }
    return true;
}

void MapPanel::applyVisibility()
{
    for (MapView *view : {m_compare->a(), m_compare->b()}) {
        for (const MapLayer &layer : view->layers())
            view->setLayerVisible(layer.id, isLayerShown(layer.id));
    }
}

int MapPanel::layerGroupCount()
{
    return static_cast<int>(layerGroups().size());
}

QString MapPanel::layerGroupTitle(int group)
{
    return tr(layerGroups()[static_cast<std::size_t>(group)].title);
}

void MapPanel::toggleLayerGroup(int group)
{
    m_groups[group]->toggle();
}

bool MapPanel::isLayerGroupShown(int group) const
{
    return m_groups[group]->isChecked();
}

Reference MapPanel::reference() const
{
    return kReferences[static_cast<std::size_t>(std::max(0, m_reference->currentIndex()))];
}

void MapPanel::setReference(Reference reference)
{
    const auto it = std::find(kReferences.begin(), kReferences.end(), reference);
    m_reference->setCurrentIndex(static_cast<int>(it - kReferences.begin()));
    // Whoever chooses what to compare with wants to see it.
    if (m_compare->mode() == MapCompare::Mode::Off && !showsDifference())
        m_compare->setMode(MapCompare::Mode::Swipe);
    m_referenceStates.reset();
    refreshMaps();
}

void MapPanel::showDifference(bool shown)
{
    m_difference->setChecked(shown);
}

bool MapPanel::showsDifference() const
{
    return m_difference->isChecked();
}

const ReferenceStates &MapPanel::referenceNow()
{
    if (!m_referenceStates)
        m_referenceStates = referenceStates(*m_controller.quantity(), m_time, reference());
    return *m_referenceStates;
}

void MapPanel::refresh(const std::vector<SiteState> &states)
{
    if (!m_scene || m_scene->bundle != m_controller.bundle())
        return;
    m_states = states;
    m_time = m_controller.time();
    m_referenceStates.reset();
    refreshMaps();
}

void MapPanel::refreshMaps()
{
    if (!m_scene || m_scene->bundle != m_controller.bundle())
        return;
    const TimeContext &time = m_time;
    const bool comparable = m_controller.quantity() && !m_states.empty();
    const SpeedPalette palette = m_context.preferences->values().speedPalette;
    SceneAttributes shown = attributesAt(*m_scene, m_states, time, palette);
    LegendContent legend = legendOf(*m_scene, m_states, time, palette);
    if (comparable && showsDifference()) {
        const ReferenceStates &against = referenceNow();
        const std::vector<float> change = differences(m_states, against.states);
        setDifferences(shown, *m_scene, change);
        legend = differenceLegendOf(*m_scene, change, time, against);
    }
    setAttributes(*m_compare->a(), shown);
    m_legend = legend;
    showLegend();
    if (!comparable || m_compare->mode() == MapCompare::Mode::Off)
        return;
    const ReferenceStates &against = referenceNow();
    setAttributes(*m_compare->b(), attributesAt(*m_scene, against.states, against.time, palette));
    //: the change of what the map shows, against another time
    m_compare->setLabels(showsDifference() ? tr("Change") : timeLabel(time), against.label);
}

void MapPanel::setSite(SiteId site)
{
    const std::vector<PickedFeature> selection =
        site.valid() ? featuresOf({site}) : std::vector<PickedFeature>();
    m_compare->a()->setSelection(selection);
    m_compare->b()->setSelection(selection);
}

std::vector<PickedFeature> MapPanel::featuresOf(const std::vector<SiteId> &sites) const
{
    std::vector<PickedFeature> features;
    for (const SiteId site : sites) {
        if (m_scene && site.index() < m_scene->onLine.size())
            features.push_back(
                {m_scene->onLine[site.index()] ? layer::kSiteLines : layer::kSitePoints,
                    site.value});
    }
    return features;
}

void MapPanel::select(const std::vector<PickedFeature> &features)
{
    std::vector<SiteId> sites;
    for (const PickedFeature &feature : features) {
        if (isSiteLayer(feature.layer))
            sites.emplace_back(feature.feature);
    }
    const std::vector<PickedFeature> selection = featuresOf(sites);
    m_compare->a()->setSelection(selection);
    m_compare->b()->setSelection(selection);
    Q_EMIT sitesSelected(sites);
}

void MapPanel::setHighlighted(const std::vector<SiteId> &sites)
{
    m_compare->setHighlighted(featuresOf(sites));
}

void MapPanel::showIncident(const Incident &incident)
{
    if (incident.position)
        flyTo(*incident.position);
}

void MapPanel::flyTo(const LonLatBox &box)
{
    if (!m_scene || box.empty())
        return;
    BoundingBox plane;
    plane.add(m_scene->projection.toPlane({box.west, box.south}));
    plane.add(m_scene->projection.toPlane({box.east, box.north}));
    if (plane.width() > 0.0 || plane.height() > 0.0)
        map()->flyTo(plane);
    else
        map()->flyTo(plane.centre());
}

void MapPanel::flyTo(LonLat place)
{
    if (m_scene)
        map()->flyTo(m_scene->projection.toPlane(place));
}

void MapPanel::showMessage()
{
    const bool placeless =
        m_quantityShown && m_scene && m_controller.quantity() && m_scene->placedSites == 0;
    map()->setMessage(placeless ? tr("The sites of this data set have no positions. "
                                     "Choose one in the list of sites, or import a site list.")
                                : QString());
}

void MapPanel::applyPreferences()
{
    const PreferenceValues &values = m_context.preferences->values();
    const LengthUnits units =
        values.units == UnitSystem::Imperial ? LengthUnits::Imperial : LengthUnits::Metric;
    for (MapView *view : {m_compare->a(), m_compare->b()}) {
        view->setUnits(units);
        view->setReducedMotion(values.reducedMotion);
    }
    m_tools->setUnits(units);
    refreshMaps();
}

bool MapPanel::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Resize:
        if (watched == m_toolRow)
            m_compare->setTopMargin(m_toolRow->height());
        [[fallthrough]];
    case QEvent::Move:
    case QEvent::ShowToParent:
    case QEvent::HideToParent:
        // Between the tools it is the map that is dragged.
        QMetaObject::invokeMethod(
            m_toolRow, [row = m_toolRow] { row->setMask(row->childrenRegion()); },
            Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void MapPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        const int index = m_quantity->currentIndex();
        fillQuantities();
        m_quantity->setCurrentIndex(index);
        retranslate();
    }
    QWidget::changeEvent(event);
}

void MapPanel::retranslate()
{
    m_quantity->setAccessibleName(tr("Quantity on the map"));
    m_quantity->setToolTip(m_quantity->accessibleName());
    m_layers->setText(tr("Layers"));
    m_difference->setToolTip(tr("Show the change against another time (D)"));
    m_difference->setAccessibleName(m_difference->toolTip());
    const int reference = std::max(0, m_reference->currentIndex());
    m_reference->clear();
    for (const Reference each : kReferences)
        m_reference->addItem(
            tr("against: %1", "what the map is compared with").arg(referenceTitle(each).toLower()));
    m_reference->setCurrentIndex(reference);
    m_reference->setAccessibleName(tr("Compare with"));
    m_reference->setToolTip(m_reference->accessibleName());
    for (int i = 0; i < layerGroupCount(); ++i)
        m_groups[i]->setText(layerGroupTitle(i));
    showMessage();
}

} // namespace belvedere::ui
