// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/operate_workspace.h"

#include "common/command_registry.h"
#include "common/empty_state.h"
#include "common/linked_cursor.h"
#include "common/scroll_column.h"
#include "common/undo_hub.h"
#include "docks/dock_host.h"
#include "domain/domain_view.h"
#include "map/map_view.h"
#include "operate/city_search.h"
#include "operate/data_export.h"
#include "operate/incident_list.h"
#include "operate/inspector.h"
#include "operate/kpi_strip.h"
#include "operate/map_panel.h"
#include "operate/operate_commands.h"
#include "operate/operate_wall.h"
#include "operate/scene_attributes.h"
#include "operate/site_table.h"
#include "theme/theme.h"
#include "time/data_availability.h"
#include "time/time_river.h"

#include <QEvent>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kInspectorWidth = 360;
constexpr int kListHeight = 260;
constexpr int kKpiHeight = 88;
const QString kTraffic = QStringLiteral("traffic"); // what there is without a domain

} // namespace

OperateWorkspace::OperateWorkspace(OperateContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_controller(context)
    , m_undo(new QUndoStack(this))
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("data"), this))
    , m_waiting(new EmptyState(QStringLiteral("city"), this))
    , m_docks(new DockHost(QStringLiteral("operate"), this))
    , m_mapPanel(new MapPanel(m_controller, m_context, *m_undo, this))
    , m_timeRiver(new TimeRiver(*context.clock, this))
    , m_kpis(new KpiStrip(m_controller, this))
    , m_inspector(new Inspector(m_controller, this))
    , m_incidents(new IncidentList(this))
    , m_sites(new SiteTable(this))
    , m_search(new CitySearch(m_controller, *m_mapPanel, m_context, this))
    , m_wall(new OperateWall(*this))
    , m_export(new DataExport(m_controller, *context.pools, this))
{
    makePanels();
    m_pages->addWidget(m_docks);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_waiting);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
    outer->addWidget(m_pages);
    m_timeRiver->setPool(context.pools->io);
    m_timeRiver->setLinkedCursor(context.cursor);
    context.undo->add(m_undo);
    connectPanels();
    connectCursor();
    addOperateCommands(*this);
    addViewCommands(*this);
    retranslate();
}

OperateWorkspace::~OperateWorkspace() = default;

void OperateWorkspace::makePanels()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(m_mapPanel, 1);
    column->addWidget(m_timeRiver);
    m_docks->setCentre(centre);

    PanelSpec inspector;
    inspector.id = QStringLiteral("inspector");
    inspector.title = [] { return tr("Inspector"); };
    inspector.iconName = QStringLiteral("info");
    inspector.extent = kInspectorWidth;
    inspector.share = 2;
    // On a small screen not all of it has room.
    m_docks->addPanel(inspector, new ScrollColumn(m_inspector, this));
    PanelSpec incidents;
    incidents.id = QStringLiteral("incidents");
    incidents.title = [] { return tr("Going on"); };
    incidents.iconName = QStringLiteral("incident");
    incidents.extent = kInspectorWidth;
    m_docks->addPanel(incidents, m_incidents);
    PanelSpec sites;
    sites.id = QStringLiteral("sites");
    sites.title = [] { return tr("Sites"); };
    sites.iconName = QStringLiteral("sensor");
    sites.extent = kListHeight;
    sites.tabbedWith = incidents.id;
    m_docks->addPanel(sites, m_sites);
    PanelSpec kpis;
    kpis.id = QStringLiteral("kpis");
    kpis.title = [] { return tr("Key figures"); };
    kpis.area = Qt::BottomDockWidgetArea;
    kpis.extent = kKpiHeight;
    kpis.movable = false;
    m_docks->addPanel(kpis, m_kpis);
    m_docks->resetLayout();
}

void OperateWorkspace::connectPanels()
{
    connect(m_empty, &EmptyState::actionTriggered, this, &OperateWorkspace::importRequested);
    connect(
        m_empty, &EmptyState::secondActionTriggered, this, &OperateWorkspace::mapImportRequested);
    connect(m_mapPanel, &MapPanel::sitePicked, this, &OperateWorkspace::setSite);
    connect(m_mapPanel, &MapPanel::sitesSelected, this, [this](const std::vector<SiteId> &sites) {
        m_sites->setSelected(sites);
        m_inspector->setSelection(sites);
        m_inspector->refresh(m_states);
        if (!sites.empty())
            m_docks->showPanel(QStringLiteral("sites"));
    });
    connect(m_sites, &SiteTable::selectionCleared, this, [this] { setSite({}); });
    connect(m_mapPanel, &MapPanel::failed, this, &OperateWorkspace::failed);
    connect(m_mapPanel, &MapPanel::sceneShown, this, [this] {
        m_shown = {};
        setSite({});
        choosePage();
        refresh();
        tellScene();
        goToDomain();
    });
    connect(m_inspector, &Inspector::siteChosen, this, &OperateWorkspace::setSite);
    connect(m_search, &CitySearch::siteFound, this, [this](SiteId site) {
        setSite(site);
        const Site &found = m_controller.quantity()->dataset.sites[site.index()];
        if (found.position)
            m_mapPanel->flyTo(*found.position);
    });
    connect(m_sites, &SiteTable::siteChosen, this, &OperateWorkspace::setSite);
    connect(m_inspector, &Inspector::timePicked, this, [this](UtcMs time) {
        m_context.clock->setCurrent(std::min(time, m_controller.forecastEnd()));
    });
    connect(m_incidents, &IncidentList::incidentChosen, m_mapPanel, &MapPanel::showIncident);
    connect(m_inspector, &Inspector::trainRequested, this, [this] {
        if (const QuantityView *view = m_controller.quantity())
            Q_EMIT trainRequested(view->dataset.name, view->channelInfo().key);
    });
    connect(&m_controller, &OperateController::failed, this, &OperateWorkspace::failed);
    connect(&m_controller, &OperateController::cityChanged, this, &OperateWorkspace::choosePage);
    connect(
        &m_controller, &OperateController::quantityChanged, this, &OperateWorkspace::takeQuantity);
    connect(&m_controller, &OperateController::modelChanged, this, &OperateWorkspace::refresh);
    connect(&m_controller, &OperateController::forecastChanged, this, &OperateWorkspace::refresh);
    connect(m_context.clock, &CityClock::contextChanged, this, &OperateWorkspace::refreshIfChanged);
    connect(m_docks, &DockHost::purposeChanged, this, &OperateWorkspace::takeView);
    // A saved arrangement may be from a city with other data.
    connect(m_docks, &DockHost::layoutChanged, this, &OperateWorkspace::showKpis);
}

void OperateWorkspace::connectCursor()
{
    LinkedCursor *cursor = m_context.cursor;
    connect(m_mapPanel, &MapPanel::siteHovered, this, [this, cursor](SiteId site) {
        site.valid() ? cursor->set(m_mapPanel, pointOf(site)) : cursor->clear(m_mapPanel);
    });
    connect(m_sites, &SiteTable::siteHovered, this, [this, cursor](SiteId site) {
        site.valid() ? cursor->set(m_sites, pointOf(site)) : cursor->clear(m_sites);
    });
    connect(m_inspector->chart(), &ChartView::cursorMoved, this, [this, cursor](UtcMs time) {
        LinkedPoint point = pointOf(m_inspector->site());
        point.instant = time;
        cursor->set(m_inspector, point);
    });
    connect(m_inspector->chart(), &ChartView::cursorCleared, this,
        [this, cursor] { cursor->clear(m_inspector); });
    cursor->follow(m_mapPanel, [this](const LinkedPoint &point) {
        std::vector<SiteId> sites;
        const QuantityView *view = m_controller.quantity();
        if (view && point.dataset == view->dataset.name) {
            for (const QString &code : point.sites)
                sites.push_back(view->dataset.siteByCode(code));
        }
        m_mapPanel->setHighlighted(sites);
    });
    cursor->follow(m_sites, [this](const LinkedPoint &point) {
        const QuantityView *view = m_controller.quantity();
        const bool known = view && point.dataset == view->dataset.name && !point.sites.isEmpty();
        m_sites->setMarked(known ? view->dataset.siteByCode(point.sites.first()) : SiteId());
    });
    cursor->follow(m_inspector, [this](const LinkedPoint &point) {
        if (point.instant)
            m_inspector->chart()->setCursorTime(*point.instant);
        else
            m_inspector->chart()->clearCursor();
    });
}

LinkedPoint OperateWorkspace::pointOf(SiteId site) const
{
    LinkedPoint point;
    const QuantityView *view = m_controller.quantity();
    if (view && site.valid() && site.index() < view->dataset.sites.size()) {
        point.dataset = view->dataset.name;
        point.sites = {view->dataset.sites[site.index()].code};
    }
    return point;
}

MapView *OperateWorkspace::map() const
{
    return m_mapPanel->map();
}

const MapScene *OperateWorkspace::scene() const
{
    return m_mapPanel->scene();
}

void OperateWorkspace::setStore(std::shared_ptr<Store> store)
{
    m_store = store;
    m_going = view() != kTraffic;
    m_mapPanel->setCity(store ? store->directory() : QString());
    m_export->setStore(store);
    for (DomainView *domain : m_domains)
        domain->setStore(store);
    m_controller.setStore(std::move(store));
}

void OperateWorkspace::reload()
{
    for (DomainView *domain : m_domains)
        domain->setStore(m_store);
    m_controller.reload();
}

void OperateWorkspace::addDomain(DomainView *domain)
{
    domain->setParent(this);
    m_domains.push_back(domain);
    for (DomainPanel &panel : domain->panels()) {
        panel.spec.visible = false; // comes with its view
        m_domainPanels[domain->id()] += panel.spec.id;
        m_docks->addPanel(panel.spec, panel.widget);
    }
    m_mapPanel->addDomain(domain);
    domain->setTime(m_controller.time());
    domain->setStore(m_store);
    connect(m_context.clock, &CityClock::contextChanged, domain, &DomainView::setTime);
    connect(domain, &DomainView::timeChosen, m_context.clock, &CityClock::setCurrent);
    connect(domain, &DomainView::importRequested, this, &OperateWorkspace::importRequested);
    connect(domain, &DomainView::dataChanged, this, &OperateWorkspace::goToDomain);
    addViewCommands(*this);
}

QStringList OperateWorkspace::views() const
{
    QStringList ids{kTraffic};
    for (const DomainView *domain : m_domains)
        ids += domain->id();
    return ids;
}

QString OperateWorkspace::view() const
{
    return m_docks->purpose().isEmpty() ? kTraffic : m_docks->purpose();
}

DomainView *OperateWorkspace::domain(const QString &id) const
{
    const auto it = std::find_if(m_domains.begin(), m_domains.end(),
        [&id](const DomainView *each) { return each->id() == id; });
    return it == m_domains.end() ? nullptr : *it;
}

void OperateWorkspace::showView(const QString &id)
{
    if (id == view() || !views().contains(id))
        return;
    m_arrangements[view()] = m_docks->saveLayout();
    if (const auto kept = m_arrangements.constFind(id); kept != m_arrangements.constEnd()) {
        m_docks->restoreLayout(*kept); // says its purpose
        return;
    }
    if (id == kTraffic) {
        m_docks->resetLayout();
        return;
    }
    m_docks->showOnly(m_domainPanels.value(id));
    m_docks->setPurpose(id);
}

void OperateWorkspace::takeView()
{
    const QString id = view();
    const DomainView *shown = domain(id);
    m_mapPanel->showQuantity(shown == nullptr);
    for (DomainView *domain : m_domains)
        domain->setShown(domain == shown);
    showKpis();
    m_going = shown != nullptr;
    if (shown != nullptr)
        goToDomain();
    else
        m_controller.showTimeOfQuantity();
    m_context.commands->refresh();
    Q_EMIT viewChanged(id);
    refresh();
}

void OperateWorkspace::goToDomain()
{
    const DomainView *shown = domain(view());
    if (!m_going || shown == nullptr || scene() == nullptr || !shown->span())
        return;
    m_going = false;
    m_controller.showTimeOf(*shown->span());
    m_mapPanel->reveal(shown->place());
    refresh();
}

void OperateWorkspace::showKpis()
{
    const QString id = QStringLiteral("kpis");
    const bool shown = m_controller.quantity() != nullptr && view() == kTraffic;
    if (m_docks->isPanelShown(id) != shown)
        m_docks->showPanel(id, shown);
}

void OperateWorkspace::mapChanged()
{
    m_mapPanel->forgetPlace();
    m_controller.reload();
}

bool OperateWorkspace::settled() const
{
    if (m_controller.busy() || !m_controller.city() || !m_controller.bundle())
        return false;
    if (std::any_of(m_domains.begin(), m_domains.end(),
            [](const DomainView *each) { return each->isShown() && each->busy(); }))
        return false;
    return m_pages->currentWidget() == m_empty || m_mapPanel->settled();
}

void OperateWorkspace::takeQuantity()
{
    m_states.clear();
    choosePage();
    const auto bundle = m_controller.bundle();
    m_sites->setQuantity(bundle ? bundle->main : nullptr);
    showKpis();
    if (!bundle)
        return;
    std::vector<TimeEvent> events;
    for (const Incident &incident : bundle->incidents)
        events.push_back({incident.from, incident.severity > 0 ? 5 - incident.severity : 0});
    m_timeRiver->setEvents(std::move(events));
    std::shared_ptr<const DataAvailability> availability;
    if (const QuantityView *view = m_controller.quantity()) {
        const TimeAxis &axis = view->series->axis;
        std::vector<float> shares;
        for (const int reporting : view->reporting)
            shares.push_back(
                static_cast<float>(reporting) / static_cast<float>(std::max(1, view->siteCount())));
        availability = std::make_shared<const DataAvailability>(axis.start, axis.stepMs, shares);
    }
    m_timeRiver->setAvailability(availability);
}

void OperateWorkspace::tellScene()
{
    if (const QuantityView *view = m_controller.quantity()) {
        Q_EMIT sceneShown(view->dataset);
        return;
    }
    Dataset none;
    none.zone = m_controller.city()->info.zone;
    none.simulated = m_controller.city()->info.simulated;
    Q_EMIT sceneShown(none);
}

void OperateWorkspace::choosePage()
{
    const auto city = m_controller.city();
    const auto bundle = m_controller.bundle();
    QWidget *page = m_docks;
    if (!city || !bundle)
        page = m_waiting;
    else if (!bundle->main && bundle->incidents.empty() && city->network->empty()
        && city->backdrop->areas.empty())
        page = m_empty;
    m_pages->setCurrentWidget(page);
}

void OperateWorkspace::refreshIfChanged()
{
    const TimeContext &time = m_controller.time();
    bool changed = time.mode != m_shown.mode || time.zone != m_shown.zone;
    if (const QuantityView *view = m_controller.quantity()) {
        const auto otherStep = [&](UtcMs a, UtcMs b) { return view->stepOf(a) != view->stepOf(b); };
        changed = changed || otherStep(time.current, m_shown.current)
            || otherStep(time.now, m_shown.now) || otherStep(time.from, m_shown.from);
    } else {
        changed = changed || time.current / time.stepMs != m_shown.current / time.stepMs;
    }
    if (changed)
        refresh();
}

void OperateWorkspace::refresh()
{
    if (!m_controller.bundle() || !scene())
        return;
    const TimeContext &time = m_controller.time();
    m_shown = time;
    m_states = m_controller.states();
    m_mapPanel->refresh(m_states);
    refreshIncidents();
    const QuantityView *view = m_controller.quantity();
    const DomainView *shown = domain(this->view());
    const auto span = shown != nullptr ? shown->span() : std::nullopt;
    if (!view || span) {
        m_inspector->refresh(m_states);
        const UtcMs from = span ? span->from
            : time.isReplay     ? m_context.clock->replayFrom()
                                : time.now - kMsPerDay;
        m_timeRiver->setReach(from, span ? std::max(span->to, time.now) : time.now);
        Q_EMIT refreshed();
        return;
    }
    m_timeRiver->setReach(view->series->axis.start, m_controller.forecastEnd());
    m_kpis->refresh(m_states);
    m_inspector->refresh(m_states);
    if (m_sites->isVisible())
        m_sites->setStates(m_states, time, m_controller.forecastAtNow());
    UtcMs newest = 0;
    if (!time.isForecast()) {
        for (const SiteState &state : m_states)
            newest = std::max(newest, state.measured);
    }
    Q_EMIT newestValueChanged(newest);
    Q_EMIT refreshed();
}

void OperateWorkspace::refreshIncidents()
{
    std::vector<IncidentRow> rows = incidentRows();
    m_docks->setPanelRemark(
        QStringLiteral("incidents"), rows.empty() ? QString() : QString::number(rows.size()));
    m_incidents->setIncidents(std::move(rows));
}

std::vector<IncidentRow> OperateWorkspace::incidentRows() const
{
    const TimeContext &time = m_controller.time();
    std::vector<IncidentRow> rows;
    if (!m_controller.bundle())
        return rows;
    for (const Incident &incident : m_controller.bundle()->incidents) {
        if (isShown(incident, time))
            rows.push_back({incident, time.zone});
    }
    return rows;
}

WallContent *OperateWorkspace::wall() const
{
    return m_wall;
}

void OperateWorkspace::setSite(SiteId site)
{
    m_inspector->setSite(site);
    m_mapPanel->setSite(site);
    m_sites->setSite(site);
    if (!site.valid())
        m_sites->setSelected({});
    m_inspector->refresh(m_states);
}

void OperateWorkspace::selectSite(const QString &code)
{
    if (const QuantityView *view = m_controller.quantity())
        setSite(view->dataset.siteByCode(code));
}

void OperateWorkspace::keyPressEvent(QKeyEvent *event)
{
    // All other keys are those of commands.
    if (event->key() == Qt::Key_Escape)
        setSite({});
    else
        QWidget::keyPressEvent(event);
}

void OperateWorkspace::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
    QWidget::changeEvent(event);
}

void OperateWorkspace::retranslate()
{
    m_empty->setText(tr("This city has no data yet. Import measurements of its sensors, "
                        "or an OpenStreetMap extract of its streets."));
    m_empty->setActionText(tr("Import data…"));
    m_empty->setSecondActionText(tr("Import a map…"));
    m_waiting->setText(tr("The city appears here as soon as it is ready. "
                          "Another one can be opened with the button at the top left."));
    m_waiting->setActionText({});
}

} // namespace belvedere::ui
