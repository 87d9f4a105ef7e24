// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/city_export.h"

#include <QHash>

#include <cmath>

namespace belvedere {

namespace {

GeoShape shapeOf(const Site &site)
{
    GeoShape shape;
    if (site.position)
        shape.points.push_back(*site.position);
    else if (site.path.size() >= 2)
        shape.lines.push_back(site.path);
    return shape;
}

QString stateName(Quality quality)
{
    switch (quality) {
    case Quality::Missing:
        return QStringLiteral("missing");
    case Quality::Good:
        return QStringLiteral("observed");
    case Quality::Imputed:
        return QStringLiteral("imputed");
    case Quality::Stale:
        return QStringLiteral("stale");
    case Quality::Suspect:
        break;
    }
    return QStringLiteral("suspect");
}

QString className(RoadClass roadClass)
{
    switch (roadClass) {
    case RoadClass::Motorway:
        return QStringLiteral("motorway");
    case RoadClass::Trunk:
        return QStringLiteral("trunk");
    case RoadClass::Primary:
        return QStringLiteral("primary");
    case RoadClass::Secondary:
        return QStringLiteral("secondary");
    case RoadClass::Tertiary:
        return QStringLiteral("tertiary");
    case RoadClass::Unclassified:
        return QStringLiteral("unclassified");
    case RoadClass::Residential:
        return QStringLiteral("residential");
    case RoadClass::LivingStreet:
        break;
    }
    return QStringLiteral("living_street");
}

/// What is empty is missing, not an empty text.
QString toldText(const QString &text)
{
    return text.isEmpty() ? QString() : text;
}

/// 0.1 → "p10", 0.025 → "p2.5".
QString quantileName(double quantile)
{
    return QLatin1Char('p') + QString::number(quantile * 100.0, 'g', 4);
}

std::vector<int> chosenChannels(const Series &series, const QString &channel)
{
    std::vector<int> chosen;
    for (std::size_t i = 0; i < series.channels.size(); ++i) {
        if (channel.isEmpty() || series.channels[i].key == channel)
            chosen.push_back(static_cast<int>(i));
    }
    return chosen;
}

FeatureColumn flagColumn(const QString &key, bool value, std::size_t rows)
{
    FeatureColumn column(key, ColumnType::Flag);
    column.integers.assign(rows, value ? 1 : 0);
    return column;
}

/// The step whose value is told at `at`: that of `at` itself, or the last one that is known.
int stepToTell(const Series &series, SiteId site, int channel, UtcMs at)
{
    const int here = std::min(series.axis.indexOf(at), series.axis.count - 1);
    for (int step = here; step >= 0 && at - series.axis.at(step) <= kExportStaleMs; --step) {
        if (!std::isnan(series.value(step, site, channel)))
            return step;
    }
    return -1;
}

void addChannel(FeatureTable &table, const Series &series, int channel, UtcMs at)
{
    const Channel &what = series.channels[static_cast<std::size_t>(channel)];
    FeatureColumn value(what.key, ColumnType::Real, what.unit);
    FeatureColumn state(what.key + QStringLiteral("_state"), ColumnType::Text);
    FeatureColumn time(what.key + QStringLiteral("_time"), ColumnType::Time);
    FeatureColumn age(what.key + QStringLiteral("_age"), ColumnType::Integer, QStringLiteral("s"));
    for (int i = 0; i < series.siteCount; ++i) {
        const SiteId site(i);
        const int step = stepToTell(series, site, channel, at);
        if (step < 0) {
            value.reals.push_back(std::numeric_limits<double>::quiet_NaN());
            state.texts.push_back(stateName(Quality::Missing));
            time.integers.push_back(kNoInteger);
            age.integers.push_back(kNoInteger);
            continue;
        }
        const UtcMs measured = series.axis.at(step);
        const bool present = series.axis.indexOf(at) == step;
        value.reals.push_back(asWritten(series.value(step, site, channel)));
        state.texts.push_back(stateName(
            present ? series.quality[series.offset(step, site, channel)] : Quality::Stale));
        time.integers.push_back(measured);
        age.integers.push_back((at - measured) / kMsPerSecond);
    }
    for (FeatureColumn *column : {&value, &state, &time, &age})
        table.columns.push_back(std::move(*column));
}

void addForecast(
    FeatureTable &table, const Dataset &dataset, const Series &series, const SiteForecast &forecast)
{
    QHash<QString, std::size_t> rowOf;
    for (std::size_t i = 0; i < forecast.siteCodes.size(); ++i)
        rowOf.insert(forecast.siteCodes[i], i);
    const int channel = series.channelIndex(forecast.channel);
    const QString unit =
        channel < 0 ? QString() : series.channels[static_cast<std::size_t>(channel)].unit;
    const std::size_t count = forecast.quantiles.size();
    for (std::size_t q = 0; q < count; ++q) {
        FeatureColumn column(
            forecast.channel + QLatin1Char('_') + quantileName(forecast.quantiles[q]),
            ColumnType::Real, unit);
        for (const Site &site : dataset.sites) {
            const auto row = rowOf.constFind(site.code);
            column.reals.push_back(row == rowOf.cend()
                    ? std::numeric_limits<double>::quiet_NaN()
                    : asWritten(forecast.values[*row * count + q]));
        }
        table.columns.push_back(std::move(column));
    }
    const std::size_t rows = dataset.sites.size();
    FeatureColumn time(QStringLiteral("forecast_time"), ColumnType::Time);
    time.integers.assign(rows, forecast.at);
    FeatureColumn issued(QStringLiteral("forecast_issued"), ColumnType::Time);
    issued.integers.assign(rows, forecast.issued);
    FeatureColumn model(QStringLiteral("forecast_model"), ColumnType::Text);
    model.texts.assign(rows, forecast.model);
    for (FeatureColumn *column : {&time, &issued, &model})
        table.columns.push_back(std::move(*column));
}

} // namespace

FeatureTable siteTable(const Dataset &dataset, const Series &series, UtcMs at,
    const QString &channel, const SiteForecast *forecast)
{
    FeatureTable table;
    table.name = QStringLiteral("sites");
    FeatureColumn code(QStringLiteral("site"), ColumnType::Text);
    FeatureColumn name(QStringLiteral("name"), ColumnType::Text);
    for (const Site &site : dataset.sites) {
        code.texts.push_back(site.code);
        name.texts.push_back(site.title());
        table.shapes.push_back(shapeOf(site));
    }
    table.columns = {std::move(code), std::move(name)};
    for (const int i : chosenChannels(series, channel))
        addChannel(table, series, i, at);
    if (forecast)
        addForecast(table, dataset, series, *forecast);
    table.columns.push_back(
        flagColumn(QStringLiteral("simulated"), dataset.simulated, dataset.sites.size()));
    return table;
}

FeatureTable seriesTable(
    const Dataset &dataset, const Series &series, const QString &channel, bool shapes)
{
    FeatureTable table;
    table.name = QStringLiteral("series");
    table.hasShapes = shapes;
    const std::vector<int> channels = chosenChannels(series, channel);
    FeatureColumn time(QStringLiteral("time"), ColumnType::Time);
    FeatureColumn code(QStringLiteral("site"), ColumnType::Text);
    std::vector<FeatureColumn> values;
    for (const int i : channels) {
        const Channel &what = series.channels[static_cast<std::size_t>(i)];
        values.emplace_back(what.key, ColumnType::Real, what.unit);
        values.emplace_back(what.key + QStringLiteral("_quality"), ColumnType::Text);
    }
    for (int step = 0; step < series.axis.count; ++step) {
        for (int i = 0; i < series.siteCount; ++i) {
            const Site &site = dataset.sites[static_cast<std::size_t>(i)];
            time.integers.push_back(series.axis.at(step));
            code.texts.push_back(site.code);
            if (shapes)
                table.shapes.push_back(shapeOf(site));
            for (std::size_t c = 0; c < channels.size(); ++c) {
                const std::size_t at = series.offset(step, SiteId(i), channels[c]);
                values[2 * c].reals.push_back(asWritten(series.values[at]));
                values[2 * c + 1].texts.push_back(stateName(series.quality[at]));
            }
        }
    }
    table.columns = {std::move(time), std::move(code)};
    for (FeatureColumn &column : values)
        table.columns.push_back(std::move(column));
    const std::size_t rows = table.columns.front().size();
    table.columns.push_back(flagColumn(QStringLiteral("simulated"), dataset.simulated, rows));
    return table;
}

FeatureTable linkTable(const RoadNetwork &network, bool simulated)
{
    FeatureTable table;
    table.name = QStringLiteral("links");
    FeatureColumn id(QStringLiteral("link"), ColumnType::Integer);
    FeatureColumn from(QStringLiteral("from_node"), ColumnType::Integer);
    FeatureColumn to(QStringLiteral("to_node"), ColumnType::Integer);
    FeatureColumn name(QStringLiteral("name"), ColumnType::Text);
    FeatureColumn kind(QStringLiteral("class"), ColumnType::Text);
    FeatureColumn lanes(QStringLiteral("lanes"), ColumnType::Integer);
    FeatureColumn length(QStringLiteral("length"), ColumnType::Real, QStringLiteral("m"));
    FeatureColumn speed(QStringLiteral("free_speed"), ColumnType::Real, QStringLiteral("km/h"));
    FeatureColumn capacity(QStringLiteral("capacity"), ColumnType::Real, QStringLiteral("veh/h"));
    qint64 number = 0;
    for (const Link &link : network.links()) {
        id.integers.push_back(number++);
        from.integers.push_back(link.from.value);
        to.integers.push_back(link.to.value);
        name.texts.push_back(toldText(link.name));
        kind.texts.push_back(className(link.roadClass));
        lanes.integers.push_back(link.lanes);
        length.reals.push_back(link.lengthM);
        speed.reals.push_back(link.freeSpeedKmh);
        capacity.reals.push_back(link.capacityVehH);
        table.shapes.emplace_back().lines.push_back(link.shape);
    }
    table.columns = {std::move(id), std::move(from), std::move(to), std::move(name),
        std::move(kind), std::move(lanes), std::move(length), std::move(speed), std::move(capacity),
        flagColumn(QStringLiteral("simulated"), simulated, table.shapes.size())};
    return table;
}

FeatureTable incidentTable(
    const std::vector<IncidentTable> &tables, const std::vector<PublicPlaces> &places)
{
    FeatureTable table;
    table.name = QStringLiteral("incidents");
    FeatureColumn origin(QStringLiteral("table"), ColumnType::Text);
    FeatureColumn from(QStringLiteral("from"), ColumnType::Time);
    FeatureColumn to(QStringLiteral("to"), ColumnType::Time);
    FeatureColumn category(QStringLiteral("category"), ColumnType::Text);
    FeatureColumn severity(QStringLiteral("severity"), ColumnType::Integer);
    FeatureColumn text(QStringLiteral("description"), ColumnType::Text);
    FeatureColumn link(QStringLiteral("link"), ColumnType::Integer);
    FeatureColumn edge(QStringLiteral("cell"), ColumnType::Real, QStringLiteral("m"));
    FeatureColumn count(QStringLiteral("cell_incidents"), ColumnType::Integer);
    FeatureColumn simulated(QStringLiteral("simulated"), ColumnType::Flag);
    for (std::size_t t = 0; t < tables.size(); ++t) {
        const IncidentTable &each = tables[t];
        for (std::size_t i = 0; i < each.incidents.size(); ++i) {
            const Incident &incident = each.incidents[i];
            origin.texts.push_back(each.name);
            from.integers.push_back(incident.from);
            to.integers.push_back(incident.to.value_or(kNoInteger));
            category.texts.push_back(toldText(incident.category));
            severity.integers.push_back(incident.severity > 0 ? incident.severity : kNoInteger);
            text.texts.push_back(toldText(incident.description));
            link.integers.push_back(incident.link.valid() ? incident.link.value : kNoInteger);
            const int cell = places.empty() ? -1 : places[t].cellOf[i];
            const PublicCell *const told =
                cell < 0 ? nullptr : &places[t].cells[static_cast<std::size_t>(cell)];
            edge.reals.push_back(told ? told->edgeM : std::numeric_limits<double>::quiet_NaN());
            count.integers.push_back(told ? told->count : kNoInteger);
            simulated.integers.push_back(each.simulated ? 1 : 0);
            GeoShape &shape = table.shapes.emplace_back();
            if (incident.position)
                shape.points.push_back(*incident.position);
        }
    }
    table.columns = {std::move(origin), std::move(from), std::move(to), std::move(category),
        std::move(severity)};
    if (places.empty()) {
        table.columns.push_back(std::move(text));
        table.columns.push_back(std::move(link));
    } else {
        table.columns.push_back(std::move(edge));
        table.columns.push_back(std::move(count));
    }
    table.columns.push_back(std::move(simulated));
    return table;
}

} // namespace belvedere
