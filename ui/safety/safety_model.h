// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/task_slot.h"
#include "domain/domain_context.h"
#include "safety/incident_places.h"
#include "safety/surface_view.h"
#include "time/time_context.h"

#include <QCache>
#include <QObject>

namespace belvedere::ui {

/// The incidents of a city and what was computed from them: loads, places and computes in the
/// background whatever is wanted and not yet known, keeps the last results, and says when there
/// are others. GUI thread only.
class SafetyModel : public QObject
{
    Q_OBJECT

public:
    explicit SafetyModel(const DomainContext &context, QObject *parent = nullptr);

    void setStore(std::shared_ptr<Store> store);
    void setProjection(const LocalProjection &projection);
    void setTime(const TimeContext &time);
    void setMetersPerPixel(double metersPerPixel);
    void setChoice(const SafetyChoice &choice);
    /// What is to be computed; nothing = only loaded. Nothing at all happens while it is paused.
    void setWanted(std::optional<SafetySurface> surface, bool places);
    void setPaused(bool paused);

    [[nodiscard]] const std::shared_ptr<Store> &store() const { return m_store; }
    [[nodiscard]] const TimeContext &time() const { return m_time; }
    [[nodiscard]] const SafetyChoice &choice() const { return m_choice; }
    [[nodiscard]] const std::optional<SafetySurface> &wantedSurface() const { return m_surface; }
    /// Null while it loads.
    [[nodiscard]] const std::shared_ptr<const SafetyData> &data() const { return m_data; }
    /// The chosen table; null if there is none.
    [[nodiscard]] std::shared_ptr<const IncidentTable> table() const;
    /// The table on the chosen cells; null while they are made.
    [[nodiscard]] const std::shared_ptr<const CellIncidents> &cells() const { return m_cells; }
    /// The last surface that was computed, maybe for another time; null without one.
    [[nodiscard]] const std::shared_ptr<const SurfaceView> &surface() const { return m_view; }
    /// Why there is none.
    [[nodiscard]] const std::optional<Error> &surfaceError() const { return m_surfaceError; }
    [[nodiscard]] const std::shared_ptr<const IncidentPlaces> &places() const { return m_places; }
    [[nodiscard]] const CellGeometry &geometry() const { return m_geometry; }
    [[nodiscard]] const LocalProjection &projection() const { return m_projection; }
    /// End of the period: the hour shown, nothing after now.
    [[nodiscard]] UtcMs periodEnd() const;
    /// Of the present period and type: in the area or out of it. Absent until it is counted.
    struct Counts
    {
        qint64 inPeriod = 0;
        qint64 inTable = 0;
        qint64 outsideBox = 0; ///< of the table
        qint64 withoutPlace = 0; ///< of the table
    };
    [[nodiscard]] std::optional<Counts> counts() const;
    [[nodiscard]] bool busy() const;

Q_SIGNALS:
    void dataChanged();
    void choiceChanged();
    /// periodEnd() may be another one.
    void timeChanged();
    void cellsChanged();
    void surfaceChanged();
    void placesChanged();
    void busyChanged();
    void failed(const belvedere::Error &error);

private:
    void update();
    void load();
    void place();
    void makeGeometry();
    void computeSurface();
    void computePlaces();
    void takeSurface(std::shared_ptr<const SurfaceView> view);
    void fail(const Error &error);
    [[nodiscard]] SurfaceQuery surfaceQuery() const;
    [[nodiscard]] PlacesQuery placesQuery() const;

    DomainContext m_context;
    std::shared_ptr<Store> m_store;
    LocalProjection m_projection;
    TimeContext m_time;
    SafetyChoice m_choice;
    std::optional<SafetySurface> m_surface;
    bool m_wantsPlaces = false;
    bool m_paused = true;
    double m_metersPerPixel = 10.0;

    std::shared_ptr<const SafetyData> m_data;
    bool m_asksStore = false; // it is being read, or was
    std::shared_ptr<const CellIncidents> m_cells;
    QString m_cellsKey; // of m_cells, or of those being made
    CellGeometry m_geometry;
    QString m_geometryKey;
    std::shared_ptr<const SurfaceView> m_view;
    std::optional<Error> m_surfaceError;
    QString m_viewKey; // likewise
    SurfaceQuery m_asked; // that is being computed, or was last
    QCache<QString, std::shared_ptr<const SurfaceView>> m_views;
    FittedRisk m_risk;
    QString m_riskKey;
    std::shared_ptr<const IncidentPlaces> m_places;
    QString m_placesKey;
    SafetyChoice m_gathered; // whose places are being made, or were last

    TaskSlot<std::shared_ptr<const SafetyData>> m_loading{this};
    TaskSlot<std::shared_ptr<const CellIncidents>> m_placing{this};
    TaskSlot<CellGeometry> m_shaping{this};
    TaskSlot<std::shared_ptr<const SurfaceView>> m_computing{this};
    TaskSlot<std::shared_ptr<const IncidentPlaces>> m_gathering{this};
};

} // namespace belvedere::ui
