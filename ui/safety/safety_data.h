// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "data/store/store.h"
#include "safety/cell_incidents.h"
#include "safety/safety_choice.h"

#include <QStringList>
#include <QTimeZone>

#include <memory>
#include <vector>

namespace belvedere::ui {

/// The incident tables of a city as the screens work with them: without descriptions, which may
/// hold addresses and are shown nowhere, and with each category kept once.
struct SafetyData
{
    QTimeZone zone = QTimeZone::utc();
    std::vector<std::shared_ptr<const IncidentTable>> tables; ///< that have incidents, by name
    std::vector<QStringList> types; ///< [tables], incidentType() of the categories, sorted

    /// Null if there is none of that name.
    [[nodiscard]] std::shared_ptr<const IncidentTable> table(const QString &name) const;
    /// Without the one that has no name.
    [[nodiscard]] QStringList typesOf(const QString &table) const;
};

[[nodiscard]] Result<std::shared_ptr<const SafetyData>> loadSafety(
    const Store &store, const TaskContext &context);

/// A table on the cells of one size.
[[nodiscard]] Result<std::shared_ptr<const CellIncidents>> placeTable(
    const IncidentTable &table, double cellM, const TaskContext &context);

/// The period of a choice that ends at `to`, and the one of the same length before it.
[[nodiscard]] belvedere::TimeRange periodOf(
    const SafetyChoice &choice, const CellIncidents &cells, UtcMs to);
[[nodiscard]] belvedere::TimeRange periodBefore(const belvedere::TimeRange &period);

/// 0 = Monday 00:00 … 167, in the zone.
[[nodiscard]] int hourOfWeek(UtcMs time, const QTimeZone &zone);
/// Begin of the day in the zone.
[[nodiscard]] UtcMs dayOf(UtcMs time, const QTimeZone &zone);

} // namespace belvedere::ui
