// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/map_panel.h"

#include "common/quantity_names.h"
#include "map/map_legend.h"
#include "map/map_view.h"
#include "operate/map_texts.h"
#include "operate/scene_attributes.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace belvedere::ui {

namespace {

/// Groups of layers that a person switches together.
struct LayerGroup
{
    const char *title;
    QStringList layers;
};

std::vector<LayerGroup> layerGroups()
{
    return {{QT_TRANSLATE_NOOP("belvedere::ui::MapPanel", "Measured sites"),
                {layer::kSiteLines, layer::kSitePoints}},
        {QT_TRANSLATE_NOOP("belvedere::ui::MapPanel", "Estimates between sites"),
            {layer::kEstimates}},
        {QT_TRANSLATE_NOOP("belvedere::ui::MapPanel", "Other stations"), {layer::kCompanions}},
        {QT_TRANSLATE_NOOP("belvedere::ui::MapPanel", "Incidents and calls"), {layer::kIncidents}},
        {QT_TRANSLATE_NOOP("belvedere::ui::MapPanel", "Names"),
            {QStringLiteral("places"), QStringLiteral("streets")}}};
}

constexpr char kLayersProperty[] = "layers";

QString quantityKey(const QString &dataset, const QString &channel)
{
    return dataset + QLatin1Char('\n') + channel;
}

} // namespace

MapPanel::MapPanel(OperateController &controller, TaskPools &pools, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_pools(pools)
    , m_sceneTask(this)
    , m_quantity(new QComboBox(this))
    , m_layers(new QToolButton(this))
    , m_fit(new QToolButton(this))
    , m_map(new MapView(pools.render, this))
{
    m_quantity->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_fit->setIcon(icon(QStringLiteral("fit")));
    makeLayersMenu();
    auto *tools = new QHBoxLayout;
    tools->setSpacing(space::kSmall);
    tools->addWidget(m_quantity);
    tools->addWidget(m_layers);
    tools->addWidget(m_fit);
    tools->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addLayout(tools);
    column->addWidget(m_map, 1);

    m_map->setTip([this](const QString &id, std::int32_t feature) {
        const QString text = tooltip(id, feature);
        MapTip tip;
        tip.title = text.section(QLatin1Char('\n'), 0, 0);
        tip.note = text.section(QLatin1Char('\n'), 1);
        return tip;
    });
    connect(m_map, &MapView::picked, this, [this](const QString &id, std::int32_t feature) {
        if (id == layer::kSiteLines || id == layer::kSitePoints)
            Q_EMIT sitePicked(SiteId(feature));
    });
    connect(m_map, &MapView::pickedNothing, this, [this] { Q_EMIT sitePicked({}); });
    connect(m_fit, &QToolButton::clicked, m_map, &MapView::fitAll);
    connect(m_quantity, &QComboBox::activated, this, [this](int index) {
        const QStringList parts = m_quantity->itemData(index).toString().split(QLatin1Char('\n'));
        m_controller.selectQuantity(parts[0], parts[1]);
    });
    connect(&m_controller, &OperateController::cityChanged, this, &MapPanel::fillQuantities);
    connect(&m_controller, &OperateController::quantityChanged, this, &MapPanel::rebuildScene);
    retranslate();
}

void MapPanel::makeLayersMenu()
{
    m_layers->setIcon(icon(QStringLiteral("layers")));
    m_layers->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_layers->setPopupMode(QToolButton::InstantPopup);
    auto *menu = new QMenu(m_layers);
    for (const LayerGroup &group : layerGroups()) {
        QAction *action = menu->addAction(tr(group.title));
        action->setCheckable(true);
        action->setChecked(true);
        action->setProperty(kLayersProperty, group.layers);
        connect(action, &QAction::toggled, this, [this, group](bool on) {
            for (const QString &id : group.layers)
                m_map->setLayerVisible(id, on);
        });
    }
    m_layers->setMenu(menu);
}

bool MapPanel::settled() const
{
    return !m_sceneTask.running() && m_scene && (!m_map->isVisible() || m_map->isSharp());
}

void MapPanel::fillQuantities()
{
    m_quantity->clear();
    if (!m_controller.city())
        return;
    for (const Dataset &dataset : m_controller.city()->datasets) {
        for (const Channel &channel : dataset.channels) {
            m_quantity->addItem(
                tr("%1: %2", "data set: quantity").arg(dataset.name, channelTitle(channel.key)),
                quantityKey(dataset.name, channel.key));
        }
    }
}

void MapPanel::rebuildScene()
{
    m_scene.reset();
    m_states.clear();
    showMessage();
    const auto bundle = m_controller.bundle();
    const auto city = m_controller.city();
    if (!bundle || !city) {
        m_sceneTask.cancel();
        m_map->setLayers({});
        return;
    }
    const QuantityView &view = *bundle->main;
    m_quantity->setCurrentIndex(
        m_quantity->findData(quantityKey(view.dataset.name, view.channelInfo().key)));
    m_sceneTask.start(runTask(m_pools.io,
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
    m_map->setLayers(m_scene->layers);
    for (const QAction *action : m_layers->menu()->actions()) {
        for (const QString &id : action->property(kLayersProperty).toStringList())
            m_map->setLayerVisible(id, action->isChecked());
    }
    // Another channel of the same sites keeps the place; another data set lies somewhere else.
    const QString &dataset = m_scene->bundle->main->dataset.name;
    if (m_fittedDataset != dataset) {
        m_fittedDataset = dataset;
        if (!m_scene->focus.empty())
            m_map->fit(m_scene->focus);
    }
    m_map->setCaption(captionOf(*m_scene));
    showMessage();
    Q_EMIT sceneShown();
}

void MapPanel::showMessage()
{
    m_map->setMessage(m_scene && m_scene->placedSites == 0
            ? tr("The sites of this data set have no positions. "
                 "Choose one in the list at the right, or import a site list.")
            : QString());
}

void MapPanel::refresh(const std::vector<SiteState> &states)
{
    if (!m_scene || m_scene->bundle != m_controller.bundle())
        return;
    m_states = states;
    const ShownInstant instant = m_controller.instant();
    const SceneAttributes attributes = attributesAt(*m_scene, states, instant);
    m_map->setAttributes(layer::kSiteLines, attributes.siteLines);
    m_map->setAttributes(layer::kSitePoints, attributes.sitePoints);
    if (attributes.estimates)
        m_map->setAttributes(layer::kEstimates, attributes.estimates);
    m_map->setAttributes(layer::kCompanions, attributes.companions);
    m_map->setAttributes(layer::kIncidents, attributes.incidents);
    m_map->legend()->setContent(legendOf(*m_scene, states, instant));
}

void MapPanel::setSite(SiteId site)
{
    std::vector<PickedFeature> selection;
    if (site.valid() && m_scene && site.index() < m_scene->onLine.size())
        selection.push_back(
            {m_scene->onLine[site.index()] ? layer::kSiteLines : layer::kSitePoints, site.value});
    m_map->setSelection(std::move(selection));
}

void MapPanel::showIncident(const Incident &incident)
{
    if (!incident.position || !m_scene)
        return;
    constexpr double kAroundM = 900.0;
    BoundingBox box;
    box.add(m_scene->projection.toPlane(*incident.position));
    m_map->fit(box.grown(kAroundM));
}

QString MapPanel::tooltip(const QString &id, std::int32_t feature) const
{
    return m_scene ? tooltipOf(*m_scene, m_states, m_controller.instant(), id, feature) : QString();
}

void MapPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        const int index = m_quantity->currentIndex();
        fillQuantities();
        m_quantity->setCurrentIndex(index);
    }
    QWidget::changeEvent(event);
}

void MapPanel::retranslate()
{
    m_quantity->setAccessibleName(tr("Quantity on the map"));
    m_quantity->setToolTip(m_quantity->accessibleName());
    m_layers->setText(tr("Layers"));
    m_fit->setToolTip(tr("Show everything (Home)"));
    m_fit->setAccessibleName(m_fit->toolTip());
    const std::vector<LayerGroup> groups = layerGroups();
    const QList<QAction *> actions = m_layers->menu()->actions();
    for (qsizetype i = 0; i < actions.size(); ++i)
        actions[i]->setText(tr(groups[static_cast<std::size_t>(i)].title));
    showMessage();
}

} // namespace belvedere::ui
