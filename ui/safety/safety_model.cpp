// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/safety_model.h"

#include "time/city_clock.h"

#include <algorithm>

namespace belvedere::ui {

namespace {

constexpr int kKeptViews = 48;

QString riskKeyOf(const SurfaceQuery &query)
{
    return QStringList{query.choice.table, query.choice.type, QString::number(query.choice.cellM)}
        .join(QLatin1Char('\n'));
}

} // namespace

SafetyModel::SafetyModel(const DomainContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_views(kKeptViews)
{
}

void SafetyModel::setStore(std::shared_ptr<Store> store)
{
    m_store = std::move(store);
    m_asksStore = false;
    m_loading.cancel();
    m_placing.cancel();
    m_shaping.cancel();
    m_computing.cancel();
    m_gathering.cancel();
    m_data.reset();
    m_cells.reset();
    m_geometry = {};
    m_view.reset();
    m_surfaceError.reset();
    m_views.clear();
    m_risk = {};
    m_places.reset();
    for (QString *key : {&m_cellsKey, &m_geometryKey, &m_viewKey, &m_riskKey, &m_placesKey})
        key->clear();
    Q_EMIT dataChanged();
    Q_EMIT cellsChanged();
    Q_EMIT surfaceChanged();
    Q_EMIT placesChanged();
    update();
}

void SafetyModel::setProjection(const LocalProjection &projection)
{
    m_projection = projection;
    m_geometry = {};
    m_geometryKey.clear();
    m_places.reset();
    m_placesKey.clear();
    update();
}

void SafetyModel::setTime(const TimeContext &time)
{
    m_time = time;
    Q_EMIT timeChanged();
    update();
}

void SafetyModel::setMetersPerPixel(double metersPerPixel)
{
    m_metersPerPixel = metersPerPixel;
    update();
}

void SafetyModel::setChoice(const SafetyChoice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    Q_EMIT choiceChanged();
    update();
}

void SafetyModel::setWanted(std::optional<SafetySurface> surface, bool places)
{
    m_surface = surface;
    m_wantsPlaces = places;
    update();
}

void SafetyModel::setPaused(bool paused)
{
    m_paused = paused;
    update();
}

std::shared_ptr<const IncidentTable> SafetyModel::table() const
{
    return m_data ? m_data->table(m_choice.table) : nullptr;
}

UtcMs SafetyModel::periodEnd() const
{
    const UtcMs known = std::min(m_time.current, m_time.now);
    return known - known % kMsPerHour;
}

bool SafetyModel::busy() const
{
    return m_loading.running() || m_placing.running() || m_shaping.running()
        || m_computing.running() || m_gathering.running();
}

std::optional<SafetyModel::Counts> SafetyModel::counts() const
{
    const std::shared_ptr<const IncidentTable> incidents = table();
    if (!incidents || !m_cells || !m_view || m_view->cells != m_cells)
        return {};
    Counts counts;
    counts.inPeriod = m_view->incidents;
    counts.inTable = static_cast<qint64>(incidents->incidents.size());
    for (const LeftOutIncident &each : m_cells->leftOut)
        ++(each.hasPosition ? counts.outsideBox : counts.withoutPlace);
    return counts;
}

void SafetyModel::fail(const Error &error)
{
    if (error.code != Errc::Cancelled)
        Q_EMIT failed(error);
    Q_EMIT busyChanged();
}

void SafetyModel::update()
{
    if (!m_store || m_paused)
        return;
    const bool wasBusy = busy();
    if (!m_data)
        load();
    else if (table())
        place();
    if (busy() != wasBusy)
        Q_EMIT busyChanged();
}

void SafetyModel::load()
{
    if (m_asksStore)
        return;
    m_asksStore = true; // once, also if it fails
    m_loading.start(runTask(m_context.pools->io,
                        [store = std::shared_ptr<const Store>(m_store)](
                            TaskContext &context) { return loadSafety(*store, context); }),
        [this](Result<std::shared_ptr<const SafetyData>> data) {
            if (!data) {
                fail(data.error());
                return;
            }
            m_data = *data;
            if (!table() && !m_data->tables.empty()) {
                m_choice.table = m_data->tables.front()->name;
                m_choice.type.clear();
                Q_EMIT choiceChanged();
            }
            Q_EMIT dataChanged();
            update();
            Q_EMIT busyChanged();
        });
}

void SafetyModel::place()
{
    const QString key = m_choice.table + QLatin1Char('\n') + QString::number(m_choice.cellM);
    if (key == m_cellsKey) {
        if (m_cells) {
            makeGeometry();
            computeSurface();
            computePlaces();
        }
        return; // or they are being made, or cannot be
    }
    m_cellsKey = key;
    m_cells.reset();
    m_placing.start(runTask(m_context.pools->io,
                        [incidents = table(), cellM = m_choice.cellM](TaskContext &context) {
                            return placeTable(*incidents, cellM, context);
                        }),
        [this](Result<std::shared_ptr<const CellIncidents>> cells) {
            if (!cells) {
                fail(cells.error());
                return;
            }
            m_cells = *cells;
            if (!m_choice.type.isEmpty() && m_cells->typeIndex(m_choice.type) < 0) {
                m_choice.type.clear();
                Q_EMIT choiceChanged();
            }
            Q_EMIT cellsChanged();
            update();
            Q_EMIT busyChanged();
        });
}

void SafetyModel::makeGeometry()
{
    if (m_geometryKey == m_cellsKey)
        return;
    m_geometryKey = m_cellsKey;
    m_shaping.start(
        runTask(m_context.pools->io,
            [cells = m_cells, projection = m_projection](TaskContext &) -> Result<CellGeometry> {
                return makeCellGeometry(cells->area, projection);
            }),
        [this](Result<CellGeometry> geometry) {
            if (geometry)
                m_geometry = *geometry;
            Q_EMIT surfaceChanged();
            Q_EMIT busyChanged();
        });
}

SurfaceQuery SafetyModel::surfaceQuery() const
{
    SurfaceQuery query;
    query.surface = m_surface.value_or(SafetySurface::Count);
    query.choice = m_choice;
    query.zone = m_data->zone;
    query.to = periodEnd();
    if (query.surface == SafetySurface::Risk) {
        query.to = m_time.current - m_time.current % kMsPerHour;
        query.known = dayOf(std::min(m_time.current, m_time.now), query.zone);
    }
    return query;
}

void SafetyModel::computeSurface()
{
    if (!m_surface)
        return;
    const SurfaceQuery query = surfaceQuery();
    const QString key = query.key();
    if (key == m_viewKey)
        return;
    // A clock that runs fast does not call back what is under way: the next one begins after it.
    if (m_computing.running() && m_asked.choice == query.choice && m_asked.surface == query.surface)
        return;
    m_viewKey = key;
    m_asked = query;
    if (const auto *kept = m_views.object(key); kept != nullptr && (*kept)->cells == m_cells) {
        m_computing.cancel();
        takeSurface(*kept);
        return;
    }
    const bool isRisk = query.surface == SafetySurface::Risk;
    const FittedRisk risk = isRisk && m_riskKey == riskKeyOf(query) ? m_risk : FittedRisk();
    m_computing.start(runTask(m_context.pools->inference,
                          [cells = m_cells, query, risk](TaskContext &context) {
                              return makeSurface(cells, query, risk, context);
                          }),
        [this, frame = m_context.clock->holdFrame()](
            Result<std::shared_ptr<const SurfaceView>> view) {
            if (view) {
                m_views.insert(
                    m_viewKey, new std::shared_ptr<const SurfaceView>(*view)); // the cache owns it
                takeSurface(*view);
            } else if (view.error().code != Errc::Cancelled) {
                // Said in the legend, not at each step of the clock.
                m_view.reset();
                m_surfaceError = view.error();
                Q_EMIT surfaceChanged();
            }
            update();
            Q_EMIT busyChanged();
        });
}

void SafetyModel::takeSurface(std::shared_ptr<const SurfaceView> view)
{
    m_view = std::move(view);
    m_surfaceError.reset();
    if (m_view->risk.model) {
        m_risk = m_view->risk;
        m_riskKey = riskKeyOf(m_view->query);
    }
    Q_EMIT surfaceChanged();
}

PlacesQuery SafetyModel::placesQuery() const
{
    return {m_choice, periodEnd(), clusterCellM(m_metersPerPixel, m_choice.k)};
}

void SafetyModel::computePlaces()
{
    if (!m_wantsPlaces)
        return;
    const PlacesQuery query = placesQuery();
    const QString key = query.key();
    if (key == m_placesKey || (m_gathering.running() && m_gathered == query.choice))
        return;
    m_gathered = query.choice;
    m_placesKey = key;
    const belvedere::TimeRange period = periodOf(m_choice, *m_cells, query.to);
    m_gathering.start(
        runTask(m_context.pools->io,
            [incidents = table(), period, query, projection = m_projection](TaskContext &context) {
                return makePlaces(*incidents, period, query, projection, context);
            }),
        [this](Result<std::shared_ptr<const IncidentPlaces>> places) {
            if (places)
                m_places = *places;
            else
                fail(places.error());
            Q_EMIT placesChanged();
            update();
            Q_EMIT busyChanged();
        });
}

} // namespace belvedere::ui
