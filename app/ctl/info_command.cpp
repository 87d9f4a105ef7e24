// SPDX-License-Identifier: GPL-3.0-or-later
#include "info_command.h"

#include "data/store/holiday_documents.h"
#include "ground_json.h"
#include "import_overlay.h"
#include "registry/registry.h"
#include "text_table.h"
#include "training/run_archive.h"

#include <QJsonArray>

namespace belvedere::ctl {

namespace {

QJsonObject datasetJson(const Dataset &dataset)
{
    QJsonArray channels;
    QJsonArray units;
    for (const Channel &channel : dataset.channels) {
        channels.append(channel.key);
        units.append(channel.unit);
    }
    return {{QStringLiteral("name"), dataset.name}, {QStringLiteral("domain"), dataset.domain},
        {QStringLiteral("sites"), static_cast<qint64>(dataset.sites.size())},
        {QStringLiteral("steps"), dataset.axis.count}, {QStringLiteral("channels"), channels},
        {QStringLiteral("units"), units},
        {QStringLiteral("stepMinutes"),
            static_cast<double>(dataset.axis.stepMs) / static_cast<double>(kMsPerMinute)},
        {QStringLiteral("from"), formatUtc(dataset.axis.start)},
        {QStringLiteral("to"), formatUtc(dataset.axis.last())},
        {QStringLiteral("zone"), QString::fromUtf8(dataset.zone.id())},
        {QStringLiteral("missingShare"), dataset.missingShare},
        {QStringLiteral("simulated"), dataset.simulated},
        {QStringLiteral("source"), dataset.source}};
}

QString datasetTable(const std::vector<Dataset> &datasets)
{
    TextTable table({QStringLiteral("data set"), QStringLiteral("domain"), QStringLiteral("sites"),
        QStringLiteral("steps"), QStringLiteral("channels"), QStringLiteral("from"),
        QStringLiteral("to"), QStringLiteral("missing"), QStringLiteral("origin")});
    for (const Dataset &dataset : datasets) {
        QStringList channels;
        for (const Channel &channel : dataset.channels) {
            channels.append(channel.unit.isEmpty()
                    ? channel.key
                    : QStringLiteral("%1 [%2]").arg(channel.key, channel.unit));
        }
        table.add({dataset.name, dataset.domain, QString::number(dataset.sites.size()),
            QString::number(dataset.axis.count), channels.join(QStringLiteral(", ")),
            formatUtc(dataset.axis.start), formatUtc(dataset.axis.last()),
            numberText(dataset.missingShare * 100.0, 1) + QLatin1String(" %"),
            dataset.simulated ? QStringLiteral("simulated") : dataset.source});
    }
    return table.toString();
}

QJsonObject tableJson(const TableInfo &table)
{
    QJsonArray columns;
    for (const ColumnInfo &column : table.columns) {
        QJsonObject entry{{QStringLiteral("name"), column.name},
            {QStringLiteral("kind"), columnKindName(column.kind)},
            {QStringLiteral("missing"), column.missing},
            {QStringLiteral("distinct"), column.distinct}};
        columns.append(entry);
    }
    return {{QStringLiteral("name"), table.name}, {QStringLiteral("rows"), table.rows},
        {QStringLiteral("columns"), columns}, {QStringLiteral("simulated"), table.simulated},
        {QStringLiteral("zone"), QString::fromUtf8(table.zone.id())},
        {QStringLiteral("source"), table.source}};
}

/// "age (number, 177 missing)"
QString columnText(const ColumnInfo &column)
{
    QString what = columnKindName(column.kind);
    if (column.kind == ColumnKind::Category)
        what = QStringLiteral("%1 categories").arg(column.categories.size());
    if (column.missing > 0)
        what += QStringLiteral(", %1 missing").arg(column.missing);
    return QStringLiteral("%1 (%2)").arg(column.name, what);
}

QString tablesText(const std::vector<TableInfo> &tables)
{
    QString text;
    for (const TableInfo &table : tables) {
        QStringList columns;
        for (const ColumnInfo &column : table.columns)
            columns += columnText(column);
        text += QStringLiteral("Table %1, %2 rows of %3: %4\n")
                    .arg(table.name)
                    .arg(table.rows)
                    .arg(table.source, columns.join(QStringLiteral(", ")));
    }
    return text;
}

Result<Answer> showInfo(const Session &session)
{
    BV_TRY(const auto store, session.openCity());
    BV_TRY(const CityInfo city, store->cityInfo());
    BV_TRY(const auto network, store->roadNetwork());
    BV_TRY(const auto backdrop, store->backdrop());
    BV_TRY(const auto datasets, store->datasets());
    BV_TRY(const auto tables, store->tables());
    BV_TRY(const auto incidentTables, store->incidents());
    BV_TRY(const auto holidays, holidaysOf(*store));
    BV_TRY(const auto versions, Registry(store).versions());
    BV_TRY(const auto runs, RunArchive(store).runs());

    BV_TRY(const QJsonArray overlayList, overlaysJson(*store));

    const auto links = static_cast<qint64>(network->links().size());
    QJsonArray datasetList;
    for (const Dataset &dataset : datasets)
        datasetList.append(datasetJson(dataset));
    QJsonArray tableList;
    for (const TableInfo &table : tables)
        tableList.append(tableJson(table));
    QJsonArray incidentList;
    qint64 incidentCount = 0;
    for (const IncidentTable &table : incidentTables) {
        const auto count = static_cast<qint64>(table.incidents.size());
        incidentCount += count;
        incidentList.append(QJsonObject{{QStringLiteral("name"), table.name},
            {QStringLiteral("count"), count}, {QStringLiteral("simulated"), table.simulated},
            {QStringLiteral("source"), table.source}});
    }
    QJsonArray live;
    for (const ModelVersion &version : versions) {
        if (version.stage == ModelStage::Live)
            live.append(version.id());
    }

    const bool marked =
        city.simulated && !city.name.contains(QLatin1String("simulated"), Qt::CaseInsensitive);
    Answer answer;
    answer.json = {{QStringLiteral("city"), city.name},
        {QStringLiteral("directory"), store->directory()},
        {QStringLiteral("zone"), QString::fromUtf8(city.zone.id())},
        {QStringLiteral("simulated"), city.simulated}, {QStringLiteral("datasets"), datasetList},
        {QStringLiteral("tables"), tableList}, {QStringLiteral("incidents"), incidentList},
        {QStringLiteral("holidays"), static_cast<qint64>(holidays.size())},
        {QStringLiteral("models"), static_cast<qint64>(versions.size())},
        {QStringLiteral("live"), live}, {QStringLiteral("runs"), static_cast<qint64>(runs.size())},
        {QStringLiteral("links"), links}, {QStringLiteral("overlays"), overlayList},
        {QStringLiteral("ground"), groundJson(*network, *backdrop)}};
    answer.text =
        QStringLiteral("%1%2, time zone %3: %4 road links, %5 incidents, %6 runs, %7 models (%8 "
                       "live)\n")
            .arg(city.name, marked ? QStringLiteral(" (simulated)") : QString(),
                QString::fromUtf8(city.zone.id()))
            .arg(links)
            .arg(incidentCount)
            .arg(runs.size())
            .arg(versions.size())
            .arg(live.size());
    if (!network->empty() || !backdrop->areas.empty())
        answer.text += groundText(*network, *backdrop);
    for (const QJsonValue &overlay : overlayList)
        answer.text += QStringLiteral("Layer %1: %2 features\n")
                           .arg(overlay[QLatin1String("name")].toString())
                           .arg(overlay[QLatin1String("features")].toInteger());
    answer.text += tablesText(tables);
    answer.text += datasets.empty()
        ? QStringLiteral("No data sets yet: belvederectl import FILE…\n")
        : datasetTable(datasets);
    return answer;
}

} // namespace

void addInfoCommand(CLI::App &app, Session &session)
{
    CLI::App *verb = session.addVerb(app, "info", "Say what the city holds");
    verb->callback([&session] { session.verb = [&session] { return showInfo(session); }; });
}

} // namespace belvedere::ctl
