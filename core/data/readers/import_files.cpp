// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/readers/import_files.h"

#include "data/readers/csv_table.h"
#include "data/readers/file_reading.h"
#include "data/readers/ground_import.h"
#include "data/readers/place_readers.h"
#include "data/readers/series_part.h"
#include "data/readers/table_reader.h"
#include "data/store/holiday_documents.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <algorithm>

namespace belvedere {

namespace {

struct ListedIn
{
    QString file;
    std::vector<ListedSite> sites;
    std::vector<ListedTie> ties;
};

/// What the files hold, before it is put together.
struct Parts
{
    std::vector<SeriesPart> series;
    std::vector<ListedIn> lists;
};

QString sanitised(const QString &name)
{
    QString clean;
    for (const QChar c : name.toLower()) {
        const bool plain = (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
            || (c >= QLatin1Char('0') && c <= QLatin1Char('9'));
        if (plain)
            clean += c;
        else if (!clean.isEmpty() && !clean.endsWith(QLatin1Char('-')))
            clean += QLatin1Char('-');
    }
    while (clean.endsWith(QLatin1Char('-')))
        clean.chop(1);
    return clean;
}

QString defaultName(const QStringList &files, std::size_t seriesFiles)
{
    const QFileInfo first(files.front());
    const QString stem = sanitised(first.completeBaseName());
    const QString folder = sanitised(QDir(first.absolutePath()).dirName());
    const bool byFolder = seriesFiles > 1 || isGenericName(first.completeBaseName());
    const QString &name = (byFolder && !folder.isEmpty()) || stem.isEmpty() ? folder : stem;
    return name.isEmpty() ? QStringLiteral("data") : name;
}

Result<> readOne(CsvTable &table, FileFormat format, FileReading &reading, Parts &parts)
{
    switch (format) {
    case FileFormat::WideCsv: {
        BV_TRY(SeriesPart part, readWideSeries(table, reading));
        parts.series.push_back(std::move(part));
        return {};
    }
    case FileFormat::LongCsv: {
        BV_TRY(SeriesPart part, readLongSeries(table, reading));
        parts.series.push_back(std::move(part));
        return {};
    }
    case FileFormat::SensorsCsv: {
        BV_TRY(auto sites, readSensorList(table, reading));
        parts.lists.push_back({table.file(), std::move(sites), {}});
        return {};
    }
    case FileFormat::AdjacencyCsv: {
        BV_TRY(auto ties, readAdjacency(table, reading));
        parts.lists.push_back({table.file(), {}, std::move(ties)});
        return {};
    }
    case FileFormat::IncidentsCsv: {
        BV_TRY(auto incidents, readIncidents(table, reading));
        auto &all = reading.data.incidents.incidents;
        all.insert(all.end(), std::make_move_iterator(incidents.begin()),
            std::make_move_iterator(incidents.end()));
        return {};
    }
    case FileFormat::HolidaysCsv: {
        BV_TRY(const auto holidays, readHolidays(table, reading));
        auto &all = reading.data.holidays;
        all.insert(all.end(), holidays.begin(), holidays.end());
        return {};
    }
    case FileFormat::TableCsv: {
        if (reading.data.table)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "A table is one file. Import %1 and the others one at a time, each under a "
                    "name of its own."),
                {table.file()});
        BV_TRY(reading.data.table, readColumnTable(table, reading));
        return {};
    }
    }
    return {};
}

Result<Parts> readAll(const QStringList &files, FileReading &reading)
{
    for (const QString &file : files)
        reading.bytesInAll += QFileInfo(file).size();
    Parts parts;
    for (const QString &file : files) {
        BV_TRY(CsvTable table, CsvTable::open(file, reading.context));
        FileFormat format = FileFormat::WideCsv;
        if (reading.options.format) {
            format = *reading.options.format;
        } else {
            BV_TRY(format, guessFormat(table));
        }
        reading.reportedAt = 0;
        BV_TRY_VOID(readOne(table, format, reading, parts));
        reading.bytesBefore += table.size();
    }
    return parts;
}

/// The axis of all parts; they must share a grid.
Result<TimeAxis> commonAxis(const std::vector<SeriesPart> &parts)
{
    TimeAxis axis = parts.front().series.axis;
    for (const SeriesPart &part : parts) {
        const TimeAxis &other = part.series.axis;
        if (other.stepMs != axis.stepMs || (other.start - axis.start) % axis.stepMs != 0)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "%1 and %2 do not share their time steps. Import them one by one into "
                    "different data sets."),
                {parts.front().file, part.file});
        const UtcMs start = std::min(axis.start, other.start);
        const UtcMs count = (std::max(axis.last(), other.last()) - start) / axis.stepMs + 1;
        axis = {start, axis.stepMs, static_cast<int>(count)};
    }
    return axis;
}

/// Adds a part's channels to the known ones; gives the position of each.
Result<std::vector<int>> addChannels(std::vector<Channel> &channels, const SeriesPart &part)
{
    std::vector<int> positions;
    for (const Channel &channel : part.series.channels) {
        const auto known = std::find_if(channels.begin(), channels.end(),
            [&](const Channel &c) { return c.key == channel.key; });
        if (known != channels.end() && known->unit != channel.unit)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "%1 holds %2 in \"%3\", another file of this import in \"%4\". "
                    "Import them into different data sets."),
                {part.file, channel.key, channel.unit, known->unit});
        positions.push_back(static_cast<int>(known - channels.begin()));
        if (known == channels.end())
            channels.push_back(channel);
    }
    return positions;
}

/// Lays a part over `all`; values that another file gave differently stay and are counted.
Result<qint64> overlay(Series &all, const SeriesPart &part, const std::vector<SiteId> &siteAt,
    const std::vector<int> &channelAt, const TaskContext &context)
{
    qint64 conflicts = 0;
    const Series &from = part.series;
    const auto shift = static_cast<int>((from.axis.start - all.axis.start) / all.axis.stepMs);
    constexpr int kStepsBetween = 256;
    for (int step = 0; step < from.axis.count; ++step) {
        if (step % kStepsBetween == 0 && context.cancelled())
            return cancelledFailure();
        for (int site = 0; site < from.siteCount; ++site) {
            for (int c = 0; c < static_cast<int>(from.channels.size()); ++c) {
                const std::size_t i = from.offset(step, SiteId(site), c);
                if (from.quality[i] == Quality::Missing)
                    continue;
                const std::size_t to = all.offset(step + shift,
                    siteAt[static_cast<std::size_t>(site)], channelAt[static_cast<std::size_t>(c)]);
                if (all.quality[to] == Quality::Missing) {
                    all.values[to] = from.values[i];
                    all.quality[to] = from.quality[i];
                } else if (all.values[to] != from.values[i]) {
                    ++conflicts;
                }
            }
        }
    }
    return conflicts;
}

Result<> joinSeries(std::vector<SeriesPart> parts, ImportedData &data, const TaskContext &context)
{
    if (parts.empty())
        return {};
    BV_TRY(const TimeAxis axis, commonAxis(parts));
    QHash<QString, SiteId> known;
    std::vector<Channel> channels;
    std::vector<std::vector<SiteId>> siteAt;
    std::vector<std::vector<int>> channelAt;
    for (const SeriesPart &part : parts) {
        siteAt.emplace_back();
        for (const QString &code : part.codes) {
            auto found = known.constFind(code);
            if (found == known.constEnd()) {
                found = known.insert(code, SiteId(static_cast<std::int32_t>(known.size())));
                data.dataset.sites.emplace_back();
                data.dataset.sites.back().code = code;
            }
            siteAt.back().push_back(*found);
        }
        BV_TRY(auto positions, addChannels(channels, part));
        channelAt.push_back(std::move(positions));
    }
    if (parts.size() == 1) {
        data.series = std::move(parts.front().series);
        return {};
    }
    data.series = Series(axis, static_cast<int>(known.size()), channels);
    for (std::size_t p = 0; p < parts.size(); ++p) {
        BV_TRY(const qint64 conflicts,
            overlay(data.series, parts[p], siteAt[p], channelAt[p], context));
        if (conflicts > 0)
            data.reject(parts[p].file, parts[p].firstLine,
                Error{Errc::Parse,
                    QT_TRANSLATE_NOOP("Error",
                        "%1 values differ from those that an earlier file gives for the same "
                        "times and sites. Those of the earlier file are kept."),
                    {QString::number(conflicts)}, {}, {}});
    }
    return {};
}

/// A day keeps the first name that a file gives it.
void joinHolidays(std::vector<Holiday> &holidays)
{
    std::stable_sort(holidays.begin(), holidays.end(),
        [](const Holiday &a, const Holiday &b) { return a.day < b.day; });
    holidays.erase(std::unique(holidays.begin(), holidays.end(),
                       [](const Holiday &a, const Holiday &b) { return a.day == b.day; }),
        holidays.end());
}

Error unknownSite(const QString &code)
{
    return Error{Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "The series have no site \"%1\". The row is left out."), {code},
        {}, {}};
}

/// Gives the sites their places and ties; codes that no series has are rejected. Without a series
/// and known sites the lists themselves say which sites there are.
void joinLists(
    const std::vector<ListedIn> &lists, const std::vector<QString> &knownSites, ImportedData &data)
{
    std::vector<Site> &sites = data.dataset.sites;
    QHash<QString, int> known;
    for (const Site &site : sites)
        known.insert(site.code, static_cast<int>(known.size()));
    const auto add = [&](const QString &code) {
        if (known.contains(code))
            return;
        known.insert(code, static_cast<int>(sites.size()));
        sites.emplace_back();
        sites.back().code = code;
    };
    const bool open = sites.empty() && knownSites.empty();
    if (sites.empty())
        std::for_each(knownSites.begin(), knownSites.end(), add);
    for (const ListedIn &list : lists) {
        for (const ListedSite &listed : list.sites) {
            if (open)
                add(listed.site.code);
            const auto found = known.constFind(listed.site.code);
            if (found == known.constEnd())
                data.reject(list.file, listed.line, unknownSite(listed.site.code));
            else
                sites[static_cast<std::size_t>(*found)] = listed.site;
        }
        for (const ListedTie &tie : list.ties) {
            if (open) {
                add(tie.from);
                add(tie.to);
            }
            const int from = known.value(tie.from, -1);
            const int to = known.value(tie.to, -1);
            if (from < 0 || to < 0)
                data.reject(list.file, tie.line, unknownSite(from < 0 ? tie.from : tie.to));
            else
                data.dataset.ties.push_back({SiteId(from), SiteId(to), tie.weight});
        }
    }
}

void describe(const QStringList &files, const ImportOptions &options, std::size_t seriesFiles,
    ImportedData &data)
{
    Dataset &dataset = data.dataset;
    dataset.name = options.dataset.isEmpty() ? defaultName(files, seriesFiles) : options.dataset;
    dataset.zone = options.zone;
    dataset.source = options.source;
    if (dataset.source.isEmpty()) {
        QStringList names;
        for (const QString &file : files)
            names += QFileInfo(file).fileName();
        dataset.source = names.join(QStringLiteral(", "));
    }
    dataset.axis = data.series.axis;
    dataset.channels = data.series.channels;
    dataset.domain = options.domain;
    if (dataset.domain.isEmpty() && !dataset.channels.empty())
        dataset.domain = domainOf(dataset.channels.front().key);
    if (data.series.size() > 0)
        dataset.missingShare = double(std::count(data.series.quality.begin(),
                                   data.series.quality.end(), Quality::Missing))
            / double(data.series.size());
    data.incidents.name = dataset.name;
    data.incidents.source = dataset.source;
    if (data.table) {
        data.table->info.name = dataset.name;
        data.table->info.source = dataset.source;
    }
}

/// Keeps the sites that the stored data set has, and the ties between them.
Result<Dataset> onlyKnownSites(const Store &store, const Dataset &dataset)
{
    const auto stored = store.dataset(dataset.name);
    if (!stored && stored.error().code != Errc::NotFound)
        return failure(stored.error());
    Dataset kept = dataset;
    kept.sites.clear();
    kept.ties.clear();
    std::vector<SiteId> siteAt(dataset.sites.size());
    for (std::size_t i = 0; stored && i < dataset.sites.size(); ++i) {
        if (stored->siteByCode(dataset.sites[i].code).valid()) {
            siteAt[i] = SiteId(static_cast<std::int32_t>(kept.sites.size()));
            kept.sites.push_back(dataset.sites[i]);
        }
    }
    if (kept.sites.empty())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The files list sensors or ties, but no series, and the city has no data set "
                "\"%1\" with these sites. Import a series with them, or name the data set."),
            {dataset.name});
    for (const SiteTie &tie : dataset.ties) {
        const SiteId from = siteAt[tie.from.index()];
        const SiteId to = siteAt[tie.to.index()];
        if (from.valid() && to.valid())
            kept.ties.push_back({from, to, tie.weight});
    }
    return kept;
}

Result<> checkNotATable(const Store &store, const QString &name)
{
    BV_TRY(const std::vector<TableInfo> tables, store.tables());
    for (const TableInfo &table : tables) {
        if (table.name == name)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP(
                    "Error", "A table has the name \"%1\" already. Give the data set another one."),
                {name});
    }
    return {};
}

} // namespace

Result<ImportedData> readFiles(
    const QStringList &files, const ImportOptions &options, const TaskContext &context)
{
    if (files.isEmpty())
        return failure(Errc::Usage, QT_TRANSLATE_NOOP("Error", "Name at least one file."));
    ImportedData data;
    FileReading reading{options, context, data};
    BV_TRY(Parts parts, readAll(files, reading));
    const std::size_t seriesFiles = parts.series.size();
    BV_TRY_VOID(joinSeries(std::move(parts.series), data, context));
    joinLists(parts.lists, options.knownSites, data);
    joinHolidays(data.holidays);
    describe(files, options, seriesFiles, data);
    return data;
}

Result<SeriesWritten> storeImported(
    Store &store, const ImportedData &data, const TaskContext &context)
{
    SeriesWritten written;
    if (data.table)
        BV_TRY_VOID(store.writeTable(*data.table));
    if (data.series.size() > 0) {
        BV_TRY_VOID(checkNotATable(store, data.dataset.name));
        BV_TRY(written, store.writeSeries(data.dataset, data.series, context));
    } else if (!data.dataset.sites.empty()) {
        BV_TRY(const Dataset known, onlyKnownSites(store, data.dataset));
        BV_TRY(written, store.writeSeries(known, {}, context));
    }
    if (!data.dataset.sites.empty())
        BV_TRY_VOID(matchSites(store, data.dataset.name));
    if (!data.incidents.incidents.empty())
        BV_TRY_VOID(store.writeIncidents(data.incidents));
    if (!data.holidays.empty())
        BV_TRY_VOID(writeHolidays(store, data.holidays));
    return written;
}

} // namespace belvedere
