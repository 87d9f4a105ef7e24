// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/operate_workspace.h"

#include "common/empty_state.h"
#include "map/map_view.h"
#include "operate/inspector.h"
#include "operate/kpi_strip.h"
#include "operate/map_panel.h"
#include "theme/theme.h"
#include "time/time_river.h"

#include <QEvent>
#include <QKeyEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace belvedere::ui {

OperateWorkspace::OperateWorkspace(OperateContext context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_controller(context)
    , m_pages(new QStackedWidget(this))
    , m_empty(new EmptyState(QStringLiteral("data"), this))
    , m_waiting(new EmptyState(QStringLiteral("city"), this))
    , m_mapPanel(new MapPanel(m_controller, *context.pools, this))
    , m_timeRiver(new TimeRiver(*context.clock, this))
    , m_kpis(new KpiStrip(m_controller, this))
    , m_inspector(new Inspector(m_controller, this))
{
    m_pages->addWidget(makeCityPage());
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_waiting);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);

    connect(m_empty, &EmptyState::actionTriggered, this, &OperateWorkspace::importRequested);
    connect(m_mapPanel, &MapPanel::sitePicked, this, &OperateWorkspace::setSite);
    connect(m_mapPanel, &MapPanel::failed, this, &OperateWorkspace::failed);
    connect(m_mapPanel, &MapPanel::sceneShown, this, [this] {
        m_refreshedStep = -1;
        setSite({});
        choosePage();
        refresh();
        Q_EMIT sceneShown(m_controller.quantity()->dataset);
    });
    connect(m_inspector, &Inspector::siteChosen, this, &OperateWorkspace::setSite);
    connect(m_inspector, &Inspector::timePicked, this, [this](UtcMs time) {
        m_context.clock->setCurrent(std::min(time, m_controller.forecastEnd()));
    });
    connect(m_inspector, &Inspector::incidentChosen, m_mapPanel, &MapPanel::showIncident);
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
    connect(
        m_context.clock, &CityClock::currentChanged, this, &OperateWorkspace::refreshIfStepChanged);
    connect(m_context.clock, &CityClock::nowChanged, this, &OperateWorkspace::refreshIfStepChanged);
    retranslate();
}

QWidget *OperateWorkspace::makeCityPage()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::kSmall);
    column->addWidget(m_mapPanel, 1);
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
    return page;
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
    m_mapPanel->forgetPlace();
    m_controller.setStore(std::move(store));
}

bool OperateWorkspace::settled() const
{
    if (m_controller.busy() || !m_controller.city())
        return false;
    return !m_controller.quantity() || m_mapPanel->settled();
}

void OperateWorkspace::takeQuantity()
{
    m_states.clear();
    choosePage();
    const QuantityView *view = m_controller.quantity();
    if (!view)
        return;
    m_timeRiver->setPool(m_context.pools->io);
    m_timeRiver->setZone(view->dataset.zone);
    std::vector<TimeEvent> events;
    for (const Incident &incident : m_controller.bundle()->incidents)
        events.push_back({incident.from, incident.severity > 0 ? 5 - incident.severity : 0});
    m_timeRiver->setEvents(std::move(events));
}

void OperateWorkspace::choosePage()
{
    const bool empty = m_controller.city() && m_controller.city()->datasets.empty();
    QWidget *page = m_pages->widget(0);
    if (empty)
        page = m_empty;
    else if (!m_controller.quantity())
        page = m_waiting;
    m_pages->setCurrentWidget(page);
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
    if (!view || !scene())
        return;
    const ShownInstant instant = m_controller.instant();
    m_refreshedStep = view->stepOf(instant.current);
    m_refreshedNowStep = view->stepOf(instant.now);
    m_states = m_controller.states();
    m_mapPanel->refresh(m_states);
    m_timeRiver->setReach(view->series->axis.start, m_controller.forecastEnd());
    m_kpis->refresh(m_states);
    m_inspector->refresh(m_states);
    UtcMs newest = 0;
    if (!instant.isForecast()) {
        for (const SiteState &state : m_states)
            newest = std::max(newest, state.measured);
    }
    Q_EMIT newestValueChanged(newest);
}

void OperateWorkspace::setSite(SiteId site)
{
    m_inspector->setSite(site);
    m_mapPanel->setSite(site);
    m_inspector->refresh(m_states);
}

void OperateWorkspace::selectSite(const QString &code)
{
    if (const QuantityView *view = m_controller.quantity())
        setSite(view->dataset.siteByCode(code));
}

void OperateWorkspace::keyPressEvent(QKeyEvent *event)
{
    if (m_timeRiver->handleKey(event))
        return;
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
                        "and they will stand on the map."));
    m_empty->setActionText(tr("Import data…"));
    m_waiting->setText(tr("The city appears here as soon as it is ready. "
                          "Another one can be opened with the button at the top left."));
    m_waiting->setActionText({});
}

} // namespace belvedere::ui
