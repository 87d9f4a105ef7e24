// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/operate_workspace.h"

#include "common/empty_state.h"
#include "common/format.h"
#include "common/quantity_names.h"
#include "map/map_legend.h"
#include "map/map_view.h"
#include "operate/inspector.h"
#include "operate/kpi_strip.h"
#include "operate/scene_attributes.h"
#include "time/time_river.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

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
    return {{QT_TRANSLATE_NOOP("belvedere::ui::OperateWorkspace", "Measured sites"),
                {layer::kSiteLines, layer::kSitePoints}},
        {QT_TRANSLATE_NOOP("belvedere::ui::OperateWorkspace", "Estimates between sites"),
            {layer::kEstimates}},
        {QT_TRANSLATE_NOOP("belvedere::ui::OperateWorkspace", "Other stations"),
            {layer::kCompanions}},
        {QT_TRANSLATE_NOOP("belvedere::ui::OperateWorkspace", "Incidents and calls"),
            {layer::kIncidents}},
        {QT_TRANSLATE_NOOP("belvedere::ui::OperateWorkspace", "Names"),
            {QStringLiteral("places"), QStringLiteral("streets")}}};
}

constexpr char kLayersProperty[] = "layers";

QString quantityKey(const QString &dataset, const QString &channel)
{
    return dataset + QLatin1Char('\n') + channel;
}

} // namespace

OperateWorkspace::OperateWorkspace(OperateContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_controller(context)
    , m_sceneTask(this)
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("data"), this))
    , m_waiting(new EmptyState(QStringLiteral("city"), this))
    , m_quantity(new QComboBox(this))
    , m_layers(new QToolButton(this))
    , m_fit(new QToolButton(this))
    , m_map(new MapView(context.pools->render, this))
    , m_timeRiver(new TimeRiver(*context.clock, this))
    , m_kpis(new KpiStrip(m_controller, this))
    , m_inspector(new Inspector(m_controller, this))
{
    m_quantity->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_layers->setIcon(icon(QStringLiteral("layers")));
    m_layers->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_layers->setPopupMode(QToolButton::InstantPopup);
    m_fit->setIcon(icon(QStringLiteral("fit")));
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

    auto *tools = new QHBoxLayout;
    tools->setSpacing(space::kSmall);
    tools->addWidget(m_quantity);
    tools->addWidget(m_layers);
    tools->addWidget(m_fit);
    tools->addStretch();
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addLayout(tools);
    column->addWidget(m_map, 1);
    column->addWidget(m_timeRiver);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->addWidget(centre);
    splitter->addWidget(m_inspector);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(space::kSmall);
    m_inspector->setMinimumWidth(320);
    splitter->setSizes({1000, m_inspector->sizeHint().width()});
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
    layout->setSpacing(space::kSmall);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_kpis);
    m_pages->addWidget(page);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_waiting);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);

    connect(m_empty, &EmptyState::actionTriggered, this, &OperateWorkspace::importRequested);
    m_map->setTooltipText(
        [this](const QString &id, std::int32_t feature) { return tooltip(id, feature); });
    connect(m_map, &MapView::picked, this, [this](const QString &id, std::int32_t feature) {
        if (id == layer::kSiteLines || id == layer::kSitePoints)
            setSite(SiteId(feature));
    });
    connect(m_map, &MapView::pickedNothing, this, [this] { setSite({}); });
    connect(m_fit, &QToolButton::clicked, m_map, &MapView::fitAll);
    connect(m_quantity, &QComboBox::activated, this, [this](int index) {
        const QStringList parts = m_quantity->itemData(index).toString().split(QLatin1Char('\n'));
        m_controller.selectQuantity(parts[0], parts[1]);
    });
    connect(m_inspector, &Inspector::siteChosen, this, [this](SiteId site) { setSite(site); });
    connect(m_inspector, &Inspector::timePicked, this, [this](UtcMs time) {
        m_context.clock->setCurrent(std::min(time, m_controller.forecastEnd()));
    });
    connect(m_inspector, &Inspector::incidentChosen, this, &OperateWorkspace::showIncident);
    connect(m_inspector, &Inspector::trainRequested, this, [this] {
        if (const QuantityView *view = m_controller.quantity())
            Q_EMIT trainRequested(view->dataset.name, view->channelInfo().key);
    });
    connect(&m_controller, &OperateController::failed, this, &OperateWorkspace::failed);
    connect(
        &m_controller, &OperateController::cityChanged, this, &OperateWorkspace::fillQuantities);
    connect(
        &m_controller, &OperateController::quantityChanged, this, &OperateWorkspace::rebuildScene);
    connect(&m_controller, &OperateController::modelChanged, this, &OperateWorkspace::refresh);
    connect(&m_controller, &OperateController::forecastChanged, this, &OperateWorkspace::refresh);
    connect(
        m_context.clock, &CityClock::currentChanged, this, &OperateWorkspace::refreshIfStepChanged);
    connect(m_context.clock, &CityClock::nowChanged, this, &OperateWorkspace::refreshIfStepChanged);
    retranslate();
}

void OperateWorkspace::setStore(std::shared_ptr<Store> store)
{
    m_fittedQuantity.clear();
    m_controller.setStore(std::move(store));
}

bool OperateWorkspace::settled() const
{
    if (m_controller.busy() || m_sceneTask.running() || !m_controller.city())
        return false;
    return !m_controller.quantity() || (m_scene && (!m_map->isVisible() || m_map->isSharp()));
}

void OperateWorkspace::fillQuantities()
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
    updateMessage();
}

void OperateWorkspace::rebuildScene()
{
    m_scene.reset();
    m_states.clear();
    const auto bundle = m_controller.bundle();
    const auto city = m_controller.city();
    if (!bundle || !city) {
        m_sceneTask.cancel();
        m_map->setLayers({});
        updateMessage();
        return;
    }
    updateMessage();
    const QuantityView &view = *bundle->main;
    m_quantity->setCurrentIndex(
        m_quantity->findData(quantityKey(view.dataset.name, view.channelInfo().key)));
    m_timeRiver->setZone(view.dataset.zone);
    std::vector<UtcMs> events;
    for (const Incident &incident : bundle->incidents)
        events.push_back(incident.from);
    m_timeRiver->setEvents(std::move(events));
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

void OperateWorkspace::takeScene(std::shared_ptr<const MapScene> scene)
{
    m_scene = std::move(scene);
    m_map->setLayers(m_scene->layers);
    for (const QAction *action : m_layers->menu()->actions()) {
        for (const QString &id : action->property(kLayersProperty).toStringList())
            m_map->setLayerVisible(id, action->isChecked());
    }
    const Dataset &dataset = m_scene->bundle->main->dataset;
    // Another channel of the same sites keeps the place; another data set lies somewhere else.
    if (m_fittedQuantity != dataset.name) {
        m_fittedQuantity = dataset.name;
        if (!m_scene->focus.empty())
            m_map->fit(m_scene->focus);
    }
    QStringList caption;
    if (!dataset.source.isEmpty())
        caption += demoText(dataset.source);
    else if (dataset.simulated)
        caption += tr("Simulated");
    m_map->setCaption(caption.join(QStringLiteral(" · ")));
    m_refreshedStep = -1;
    setSite({});
    updateMessage();
    refresh();
    Q_EMIT sceneShown(dataset);
}

void OperateWorkspace::updateMessage()
{
    const bool empty = m_controller.city() && m_controller.city()->datasets.empty();
    QWidget *page = m_pages->widget(0);
    if (empty)
        page = m_empty;
    else if (!m_controller.quantity())
        page = m_waiting;
    m_pages->setCurrentWidget(page);
    if (m_scene && m_scene->placedSites == 0)
        m_map->setMessage(tr("The sites of this data set have no positions. "
                             "Choose one in the list at the right, or import a site list."));
    else
        m_map->setMessage(QString());
}

void OperateWorkspace::refreshIfStepChanged()
{
    const QuantityView *view = m_controller.quantity();
    if (!view)
        return;
    const UtcMs step = view->stepOf(m_context.clock->current());
    const UtcMs nowStep = view->stepOf(m_context.clock->now());
    if (step != m_refreshedStep || nowStep != m_refreshedNowStep)
        refresh();
}

void OperateWorkspace::refresh()
{
    const QuantityView *view = m_controller.quantity();
    if (!view || !m_scene || m_scene->bundle != m_controller.bundle())
        return;
    const ShownInstant instant = m_controller.instant();
    m_refreshedStep = view->stepOf(instant.current);
    m_refreshedNowStep = view->stepOf(instant.now);
    m_states = m_controller.states();
    const SceneAttributes attributes = attributesAt(*m_scene, m_states, instant);
    m_map->setAttributes(layer::kSiteLines, attributes.siteLines);
    m_map->setAttributes(layer::kSitePoints, attributes.sitePoints);
    if (attributes.estimates)
        m_map->setAttributes(layer::kEstimates, attributes.estimates);
    m_map->setAttributes(layer::kCompanions, attributes.companions);
    m_map->setAttributes(layer::kIncidents, attributes.incidents);
    m_timeRiver->setReach(view->series->axis.start, m_controller.forecastEnd());
    m_kpis->refresh(m_states);
    m_inspector->refresh(m_states);
    refreshLegend(m_states);
    UtcMs newest = 0;
    if (!instant.isForecast()) {
        for (const SiteState &state : m_states)
            newest = std::max(newest, state.measured);
    }
    Q_EMIT newestValueChanged(newest);
}

void OperateWorkspace::refreshLegend(const std::vector<SiteState> &states)
{
    const QuantityView &view = *m_controller.quantity();
    const ShownInstant instant = m_controller.instant();
    LegendContent content;
    if (m_scene->placedSites == 0) {
        m_map->legend()->setContent(content); // nothing on the map to explain
        return;
    }
    content.attribute = view.scale.relativeToFreeFlow ? tr("Speed over free-flow speed")
                                                      : channelTitle(view.channelInfo().key);
    content.unit = view.scale.relativeToFreeFlow ? QString() : view.channelInfo().unit;
    content.decimals = view.scale.relativeToFreeFlow
        ? 2
        : (view.scale.breaks.front() == std::floor(view.scale.breaks.front()) ? 0 : 1);
    const UtcMs measured = view.series->axis.at(view.stepOf(instant.current));
    content.time =
        formatDayAndTime(instant.isForecast() ? instant.current : measured, view.dataset.zone);
    content.source =
        view.dataset.simulated ? tr("%1, simulated").arg(view.dataset.name) : view.dataset.name;
    content.points = std::none_of(
        m_scene->onLine.begin(), m_scene->onLine.end(), [](bool line) { return line; });
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
    if (m_scene->estimator.linkCount() > 0)
        content.fills.insert(Fill::Dashed);
    m_map->legend()->setContent(content);
}

void OperateWorkspace::setSite(SiteId site)
{
    m_inspector->setSite(site);
    std::vector<PickedFeature> selection;
    if (site.valid() && m_scene && site.index() < m_scene->onLine.size())
        selection.push_back(
            {m_scene->onLine[site.index()] ? layer::kSiteLines : layer::kSitePoints, site.value});
    m_map->setSelection(std::move(selection));
    m_inspector->refresh(m_states);
}

void OperateWorkspace::selectSite(const QString &code)
{
    if (const QuantityView *view = m_controller.quantity())
        setSite(view->dataset.siteByCode(code));
}

void OperateWorkspace::showIncident(const Incident &incident)
{
    if (!incident.position || !m_scene)
        return;
    constexpr double kAroundM = 900.0;
    BoundingBox box;
    box.add(m_scene->projection.toPlane(*incident.position));
    m_map->fit(box.grown(kAroundM));
}

QString OperateWorkspace::siteTooltip(
    const QuantityView &view, SiteId site, const SiteState &state) const
{
    const Channel &channel = view.channelInfo();
    QString value = tr("no value");
    if (!std::isnan(state.value)) {
        value = formatValue(static_cast<double>(state.value), channel.unit);
        if (state.state == ValueState::Forecast)
            value = tr("%1, forecast").arg(value);
        else if (state.state == ValueState::Stale)
            value = tr("%1, stale").arg(value);
    }
    const QString time =
        state.measured > 0 ? formatTime(state.measured, view.dataset.zone) : QString::fromUtf8("–");
    return tr("%1\n%2: %3 at %4\nData: %5", "site, quantity: value at time, data set")
        .arg(view.dataset.sites[site.index()].title(), channelTitle(channel.key), value, time,
            view.dataset.simulated ? tr("%1, simulated").arg(view.dataset.name)
                                   : view.dataset.name);
}

QString OperateWorkspace::tooltip(const QString &id, std::int32_t feature) const
{
    if (!m_scene || m_states.empty())
        return {};
    const auto index = static_cast<std::size_t>(feature);
    if (id == layer::kSiteLines || id == layer::kSitePoints)
        return siteTooltip(*m_scene->bundle->main, SiteId(feature), m_states[index]);
    const ShownInstant instant = m_controller.instant();
    if (id == layer::kCompanions) {
        const CompanionSite &at = m_scene->companionSites[index];
        const QuantityView &view = *m_scene->bundle->companions[at.companion];
        const auto states =
            siteStates(view, {instant.now, std::min(instant.now, instant.current)}, nullptr);
        return siteTooltip(view, at.site, states[at.site.index()]);
    }
    if (id == layer::kIncidents) {
        const Incident &incident = m_scene->incident(feature);
        return tr("%1\n%2\nSince %3", "category, description, time")
            .arg(incidentTitle(incident.category), demoText(incident.description),
                formatDayAndTime(incident.from, m_scene->bundle->main->dataset.zone));
    }
    return {};
}

void OperateWorkspace::keyPressEvent(QKeyEvent *event)
{
    CityClock &clock = *m_context.clock;
    switch (event->key()) {
    case Qt::Key_Space:
        clock.setPlaying(!clock.isPlaying());
        break;
    case Qt::Key_Comma:
        clock.step(-1);
        break;
    case Qt::Key_Period:
        m_timeRiver->stepForward();
        break;
    case Qt::Key_N:
        clock.goToNow();
        break;
    case Qt::Key_Escape:
        setSite({});
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void OperateWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        const int index = m_quantity->currentIndex();
        fillQuantities();
        m_quantity->setCurrentIndex(index);
        refresh();
    }
    QWidget::changeEvent(event);
}

void OperateWorkspace::retranslate()
{
    m_quantity->setAccessibleName(tr("Quantity on the map"));
    m_quantity->setToolTip(m_quantity->accessibleName());
    m_empty->setText(tr("This city has no data yet. Import measurements of its sensors, "
                        "and they will stand on the map."));
    m_empty->setActionText(tr("Import data…"));
    m_waiting->setText(tr("The city appears here as soon as it is ready. "
                          "Another one can be opened with the button at the top left."));
    m_waiting->setActionText({});
    m_layers->setText(tr("Layers"));
    m_fit->setToolTip(tr("Show everything (Home)"));
    m_fit->setAccessibleName(m_fit->toolTip());
    const std::vector<LayerGroup> groups = layerGroups();
    const QList<QAction *> actions = m_layers->menu()->actions();
    for (qsizetype i = 0; i < actions.size(); ++i)
        actions[i]->setText(tr(groups[static_cast<std::size_t>(i)].title));
    updateMessage();
}

} // namespace belvedere::ui
