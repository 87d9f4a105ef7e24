// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/safety_data.h"

#include "data/incident_counts.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

namespace belvedere::ui {

namespace {

void add(SafetyData &data, IncidentTable table)
{
    QSet<QString> categories;
    for (Incident &incident : table.incidents) {
        incident.description.clear();
        incident.category = *categories.insert(incident.category);
    }
    QSet<QString> types;
    for (const QString &category : categories)
        types.insert(incidentType(category));
    QStringList sorted(types.begin(), types.end());
    sorted.removeAll(QString());
    sorted.sort();
    data.types.push_back(std::move(sorted));
    data.tables.push_back(std::make_shared<const IncidentTable>(std::move(table)));
}

} // namespace

std::shared_ptr<const IncidentTable> SafetyData::table(const QString &name) const
{
    const auto it = std::find_if(
        tables.begin(), tables.end(), [&name](const auto &each) { return each->name == name; });
    return it == tables.end() ? nullptr : *it;
}

QStringList SafetyData::typesOf(const QString &name) const
{
    for (std::size_t i = 0; i < tables.size(); ++i) {
        if (tables[i]->name == name)
            return types[i];
    }
    return {};
}

Result<std::shared_ptr<const SafetyData>> loadSafety(const Store &store, const TaskContext &context)
{
    auto data = std::make_shared<SafetyData>();
    BV_TRY(const CityInfo info, store.cityInfo());
    data->zone = info.zone;
    BV_TRY(std::vector<IncidentTable> tables, store.incidents());
    for (IncidentTable &table : tables) {
        if (context.cancelled())
            return cancelledFailure();
        if (!table.incidents.empty())
            add(*data, std::move(table));
    }
    return std::shared_ptr<const SafetyData>(std::move(data));
}

Result<std::shared_ptr<const CellIncidents>> placeTable(
    const IncidentTable &table, double cellM, const TaskContext &context)
{
    AreaSpec spec;
    spec.cellM = cellM;
    BV_TRY(CellIncidents cells, placeIncidents(table, spec, context));
    return std::make_shared<const CellIncidents>(std::move(cells));
}

belvedere::TimeRange periodOf(const SafetyChoice &choice, const CellIncidents &cells, UtcMs to)
{
    return {choice.days > 0 ? to - choice.days * kMsPerDay : cells.span().from, to};
}

belvedere::TimeRange periodBefore(const belvedere::TimeRange &period)
{
    return {period.from - (period.to - period.from), period.from};
}

int hourOfWeek(UtcMs time, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(time, zone);
    return (local.date().dayOfWeek() - 1) * 24 + local.time().hour();
}

UtcMs dayOf(UtcMs time, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone).date().startOfDay(zone).toMSecsSinceEpoch();
}

} // namespace belvedere::ui
