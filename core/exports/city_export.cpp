// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/city_export.h"

#include "geo/feature_writer.h"

#include <QCryptographicHash>

#include <algorithm>

namespace belvedere {

namespace {

constexpr qint64 kRowsInPart = 100'000;

using Facts = std::vector<std::pair<QString, QString>>;

/// SHA-256 of what is written: times and the bits of the values.
class ContentHash
{
public:
    void add(const Series &series)
    {
        addNumber(series.axis.start);
        addNumber(series.axis.stepMs);
        m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(series.values.data()),
            static_cast<qsizetype>(series.values.size() * sizeof(float))));
    }
    void addNumber(qint64 value)
    {
        m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(&value), sizeof value));
    }
    void addText(const QString &text) { m_hash.addData(text.toUtf8()); }
    [[nodiscard]] QString hex() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

Result<> checkChannel(const Dataset &dataset, const QString &channel)
{
    QStringList keys;
    for (const Channel &known : dataset.channels)
        keys += known.key;
    if (channel.isEmpty() || keys.contains(channel))
        return {};
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "%1 has no channel \"%2\". It has: %3."),
        {dataset.name, channel, keys.join(QStringLiteral(", "))});
}

FileInfo infoOf(const Dataset &dataset, const QString &title, Facts facts)
{
    FileInfo info;
    info.title = title;
    info.source = dataset.source;
    info.simulated = dataset.simulated;
    info.zone = dataset.zone;
    info.facts = std::move(facts);
    info.facts.emplace_back(QStringLiteral("dataset"), dataset.name);
    return info;
}

tl::unexpected<Error> nothingThere(const QString &name)
{
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP(
            "Error", "%1 has nothing in that time. See \"info\" for the time that it covers."),
        {name});
}

Result<ExportSummary> exportSites(const Store &store, const QString &file, FeatureFormat format,
    const ExportRequest &request, const TaskContext &context)
{
    BV_TRY(const Dataset dataset, store.dataset(request.dataset));
    BV_TRY_VOID(checkChannel(dataset, request.channel));
    const UtcMs at = request.at.value_or(dataset.axis.last());
    if (dataset.axis.count == 0 || at < dataset.axis.start
        || at > dataset.axis.last() + dataset.axis.stepMs + kExportStaleMs)
        return nothingThere(dataset.name);
    BV_TRY(const auto series, store.series(dataset.name, {at - kExportStaleMs, at + 1}));
    ContentHash hash;
    hash.add(*series);
    const SiteForecast *forecast = request.forecast ? &*request.forecast : nullptr;
    if (forecast)
        hash.addText(forecast->model);
    const FeatureTable table = siteTable(dataset, *series, at, request.channel, forecast);

    Facts facts = request.facts;
    facts.emplace_back(QStringLiteral("instant"), formatUtc(at));
    if (forecast) {
        facts.emplace_back(QStringLiteral("model"), forecast->model);
        facts.emplace_back(QStringLiteral("forecastIssued"), formatUtc(forecast->issued));
    }
    facts.emplace_back(QStringLiteral("dataHash"), hash.hex());
    const QString title = QStringLiteral("%1 at %2").arg(dataset.name, formatUtc(at));
    BV_TRY(const auto writer,
        FeatureWriter::open(file, format, infoOf(dataset, title, std::move(facts))));
    BV_TRY_VOID(writer->append(table, context));
    BV_TRY_VOID(writer->finish());
    ExportSummary summary;
    summary.rows = static_cast<qint64>(table.rows());
    summary.at = at;
    summary.simulated = dataset.simulated;
    summary.dataHash = hash.hex();
    return summary;
}

/// The steps of the data set that lie in the range: [first, end).
std::pair<int, int> stepsIn(const TimeAxis &axis, const TimeRange &range)
{
    int first = 0;
    if (range.from > axis.start)
        first = axis.indexOf(std::min(range.from, axis.last() + axis.stepMs) - 1) + 1;
    int end = axis.count;
    if (range.to <= axis.last())
        end = range.to <= axis.start ? 0 : axis.indexOf(range.to - 1) + 1;
    return {first, std::max(first, std::min(end, axis.count))};
}

Result<ExportSummary> exportSeries(const Store &store, const QString &file, FeatureFormat format,
    const ExportRequest &request, const TaskContext &context)
{
    BV_TRY(const Dataset dataset, store.dataset(request.dataset));
    BV_TRY_VOID(checkChannel(dataset, request.channel));
    const auto [first, end] = stepsIn(dataset.axis, request.range);
    if (first >= end || dataset.sites.empty())
        return nothingThere(dataset.name);
    const UtcMs from = dataset.axis.at(first);
    const UtcMs to = dataset.axis.at(end - 1);
    Facts facts = request.facts;
    facts.emplace_back(QStringLiteral("from"), formatUtc(from));
    facts.emplace_back(QStringLiteral("to"), formatUtc(to));
    const QString title =
        QStringLiteral("%1, %2 to %3").arg(dataset.name, formatUtc(from), formatUtc(to));
    BV_TRY(const auto writer,
        FeatureWriter::open(file, format, infoOf(dataset, title, std::move(facts))));
    // A GeoPackage keeps the places once, in a layer of their own.
    const bool apart = format == FeatureFormat::GeoPackage;
    if (apart) {
        FeatureTable sites = siteTable(dataset, Series({}, 0, {}), from);
        BV_TRY_VOID(writer->append(sites, context));
    }
    const auto sites = static_cast<qint64>(dataset.sites.size());
    const int stepsInPart = static_cast<int>(std::max<qint64>(1, kRowsInPart / sites));
    ContentHash hash;
    for (int step = first; step < end; step += stepsInPart) {
        context.progress(step - first, end - first, {});
        if (context.cancelled())
            return cancelledFailure();
        const int last = std::min(end, step + stepsInPart) - 1;
        BV_TRY(const auto part,
            store.series(dataset.name, {dataset.axis.at(step), dataset.axis.at(last) + 1}));
        hash.add(*part);
        TaskContext inside = context;
        inside.progress = [](qint64, qint64, const QString &) {};
        BV_TRY_VOID(writer->append(seriesTable(dataset, *part, request.channel, !apart), inside));
    }
    writer->addFact(QStringLiteral("dataHash"), hash.hex());
    BV_TRY_VOID(writer->finish());
    ExportSummary summary;
    summary.rows = static_cast<qint64>(end - first) * sites;
    summary.from = from;
    summary.to = to;
    summary.simulated = dataset.simulated;
    summary.dataHash = hash.hex();
    return summary;
}

Result<ExportSummary> exportLinks(const Store &store, const QString &file, FeatureFormat format,
    const ExportRequest &request, const TaskContext &context)
{
    BV_TRY(const CityInfo city, store.cityInfo());
    BV_TRY(const auto network, store.roadNetwork());
    if (network->empty())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "The city has no road network. Import one first."));
    const FeatureTable table = linkTable(*network, city.simulated);
    FileInfo info;
    info.title = QStringLiteral("Road network of %1").arg(city.name);
    info.simulated = city.simulated;
    info.zone = city.zone;
    info.facts = request.facts;
    BV_TRY(const auto writer, FeatureWriter::open(file, format, info));
    BV_TRY_VOID(writer->append(table, context));
    BV_TRY_VOID(writer->finish());
    ExportSummary summary;
    summary.rows = static_cast<qint64>(table.rows());
    summary.simulated = city.simulated;
    return summary;
}

/// What may be told of where the incidents of each table were; the tables then say no more.
Result<std::vector<PublicPlaces>> madePublic(
    std::vector<IncidentTable> &tables, const std::optional<PrivacyOptions> &privacy)
{
    std::vector<PublicPlaces> places;
    if (!privacy)
        return places;
    for (IncidentTable &table : tables) {
        BV_TRY(PublicPlaces told, publicPlaces(table.incidents, *privacy));
        table.incidents = publicIncidents(table.incidents, told);
        places.push_back(std::move(told));
    }
    return places;
}

Result<ExportSummary> exportIncidents(const Store &store, const QString &file, FeatureFormat format,
    const ExportRequest &request, const TaskContext &context)
{
    BV_TRY(const CityInfo city, store.cityInfo());
    BV_TRY(std::vector<IncidentTable> tables, store.incidents(request.range));
    QStringList names;
    for (const IncidentTable &table : tables)
        names += table.name;
    if (!request.dataset.isEmpty()) {
        if (!names.contains(request.dataset))
            return failure(Errc::NotFound,
                QT_TRANSLATE_NOOP("Error", "There is no table of incidents \"%1\". There are: %2."),
                {request.dataset,
                    names.isEmpty() ? QStringLiteral("–") : names.join(QStringLiteral(", "))});
        tables.erase(std::remove_if(tables.begin(), tables.end(),
                         [&](const IncidentTable &t) { return t.name != request.dataset; }),
            tables.end());
    }
    BV_TRY(const std::vector<PublicPlaces> places, madePublic(tables, request.privacy));
    const FeatureTable table = incidentTable(tables, places);
    if (table.rows() == 0)
        return nothingThere(request.dataset.isEmpty() ? city.name : request.dataset);
    FileInfo info;
    info.title = QStringLiteral("Incidents of %1").arg(city.name);
    info.zone = city.zone;
    info.facts = request.facts;
    if (request.privacy)
        info.facts.emplace_back(QStringLiteral("privacy"),
            QStringLiteral("positions are centres of cells with at least %1 incidents; "
                           "descriptions are withheld")
                .arg(request.privacy->k));
    QStringList sources;
    ContentHash hash;
    ExportSummary summary;
    for (const PublicPlaces &each : places)
        summary.withoutPlace += each.withheld;
    for (const IncidentTable &each : tables) {
        info.simulated = info.simulated || each.simulated;
        if (!each.source.isEmpty() && !sources.contains(each.source))
            sources += each.source;
        for (const Incident &incident : each.incidents) {
            hash.addNumber(incident.from);
            hash.addText(incident.category + incident.description);
            summary.from = std::min(summary.from.value_or(incident.from), incident.from);
            summary.to = std::max(summary.to.value_or(incident.from), incident.from);
        }
    }
    info.source = sources.join(QStringLiteral("; "));
    info.facts.emplace_back(QStringLiteral("dataHash"), hash.hex());
    BV_TRY(const auto writer, FeatureWriter::open(file, format, info));
    BV_TRY_VOID(writer->append(table, context));
    BV_TRY_VOID(writer->finish());
    summary.rows = static_cast<qint64>(table.rows());
    summary.simulated = info.simulated;
    summary.dataHash = hash.hex();
    return summary;
}

} // namespace

Result<ExportSummary> exportCity(const Store &store, const QString &file,
    const ExportRequest &request, const TaskContext &context)
{
    BV_TRY(const FeatureFormat format, featureFormatOf(file));
    switch (request.what) {
    case ExportKind::Sites:
        return exportSites(store, file, format, request, context);
    case ExportKind::Series:
        return exportSeries(store, file, format, request, context);
    case ExportKind::Links:
        return exportLinks(store, file, format, request, context);
    case ExportKind::Incidents:
        break;
    }
    return exportIncidents(store, file, format, request, context);
}

} // namespace belvedere
