// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/sqlite_series.h"

#include "data/store/series_block.h"
#include "data/store/sqlite_datasets.h"

#include <QHash>
#include <QSet>
#include <QSqlQuery>

#include <algorithm>
#include <bit>

namespace belvedere {

namespace {

/// A block holds about this many values: small enough to be merged in a few milliseconds (cancel
/// is looked at between blocks), large enough to compress well.
constexpr std::size_t kBlockValues = std::size_t(1) << 17;
constexpr std::size_t kMinBlockSteps = 16;
constexpr std::size_t kMaxBlockSteps = 256;
/// More than 190 years at one minute: a wrong date, not a series.
constexpr UtcMs kMaxSteps = 100'000'000;

UtcMs floorDivide(UtcMs a, UtcMs b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

/// Steps since 1970 on the grid that `axis` lies on.
UtcMs gridStep(const TimeAxis &axis, int index)
{
    return floorDivide(axis.start, axis.stepMs) + index;
}

int blockStepsFor(std::size_t sites, std::size_t channels)
{
    const std::size_t row = std::max<std::size_t>(1, sites * channels);
    return static_cast<int>(std::clamp(std::bit_floor(std::max<std::size_t>(1, kBlockValues / row)),
        kMinBlockSteps, kMaxBlockSteps));
}

auto damagedBlock(const QString &dataset)
{
    return failure(Errc::Io,
        QT_TRANSLATE_NOOP(
            "Error", "Stored values of %1 are damaged. Remove the data set and import it again."),
        {dataset});
}

Result<SeriesBlock> blockOf(const QSqlQuery &row, const StoredDataset &stored)
{
    const int sites = row.value(1).toInt();
    const int channels = row.value(2).toInt();
    const Dataset &d = stored.dataset;
    if (sites > static_cast<int>(d.sites.size()) || channels > static_cast<int>(d.channels.size()))
        return damagedBlock(d.name);
    auto block = decodeBlock(row.value(3).toByteArray(), stored.blockSteps, sites, channels);
    if (!block)
        return damagedBlock(d.name);
    return std::move(*block);
}

Result<> checkInput(const Dataset &dataset, const Series &series)
{
    if (dataset.name.isEmpty())
        return failure(Errc::Usage, QT_TRANSLATE_NOOP("Error", "A data set needs a name."));
    const bool empty = series.size() == 0;
    if ((!empty && series.siteCount != static_cast<int>(dataset.sites.size()))
        || series.values.size() != series.size() || series.quality.size() != series.size())
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "The series of %1 has %2 sites, its description %3."),
            {dataset.name, QString::number(series.siteCount),
                QString::number(dataset.sites.size())});
    if (series.axis.count > 0 && series.axis.stepMs <= 0)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "The step of %1 is not a positive time."), {dataset.name});
    QSet<QString> codes;
    for (const Site &site : dataset.sites) {
        if (codes.contains(site.code))
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "Site \"%2\" stands twice in %1."),
                {dataset.name, site.code});
        codes.insert(site.code);
    }
    for (const SiteTie &tie : dataset.ties) {
        if (!tie.from.valid() || !tie.to.valid() || tie.from.index() >= dataset.sites.size()
            || tie.to.index() >= dataset.sites.size())
            return failure(Errc::Shape,
                QT_TRANSLATE_NOOP("Error", "A tie of %1 leads to a site that does not exist."),
                {dataset.name});
    }
    return {};
}

QString seconds(UtcMs ms)
{
    return QString::number(double(ms) / double(kMsPerSecond));
}

Result<TimeAxis> mergedAxis(const QString &name, const TimeAxis &old, const TimeAxis &added)
{
    if (added.count == 0)
        return old;
    if (old.count == 0)
        return added;
    if (old.stepMs != added.stepMs)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "%1 is stored in steps of %2 s, the new values come in steps of %3 s. "
                "Import them into another data set."),
            {name, seconds(old.stepMs), seconds(added.stepMs)});
    if ((added.start - old.start) % old.stepMs != 0)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "The times of %1 lie between the stored ones: %2 is not a whole number of steps "
                "of %3 s away from %4. Import them into another data set."),
            {name, formatUtc(added.start), seconds(old.stepMs), formatUtc(old.start)});
    const UtcMs start = std::min(old.start, added.start);
    const UtcMs count = (std::max(old.last(), added.last()) - start) / old.stepMs + 1;
    if (count > kMaxSteps)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "%1 would reach from %2 to %3: too far in steps of %4 s. Check the dates."),
            {name, formatUtc(start), formatUtc(std::max(old.last(), added.last())),
                seconds(old.stepMs)});
    return TimeAxis{start, old.stepMs, static_cast<int>(count)};
}

/// Adds the channels of `added`; gives the stored position of each.
Result<std::vector<int>> mergeChannels(
    const QString &name, std::vector<Channel> &channels, const std::vector<Channel> &added)
{
    std::vector<int> positions;
    for (const Channel &channel : added) {
        const auto known = std::find_if(channels.begin(), channels.end(),
            [&](const Channel &c) { return c.key == channel.key; });
        if (known != channels.end() && known->unit != channel.unit)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "Channel %2 of %1 is stored in %3, the new values are in %4. "
                    "Import them in the same unit or into another data set."),
                {name, channel.key, known->unit, channel.unit});
        positions.push_back(static_cast<int>(known - channels.begin()));
        if (known == channels.end())
            channels.push_back(channel);
    }
    return positions;
}

/// Adds the sites of `added`, completes known ones; gives the stored position of each.
std::vector<int> mergeSites(std::vector<Site> &sites, const std::vector<Site> &added)
{
    QHash<QString, int> known;
    for (std::size_t i = 0; i < sites.size(); ++i)
        known.insert(sites[i].code, static_cast<int>(i));
    std::vector<int> positions;
    for (const Site &site : added) {
        const auto found = known.constFind(site.code);
        if (found == known.constEnd()) {
            positions.push_back(static_cast<int>(sites.size()));
            sites.push_back(site);
            continue;
        }
        positions.push_back(*found);
        Site &stored = sites[static_cast<std::size_t>(*found)];
        if (!site.name.isEmpty())
            stored.name = site.name;
        if (site.position)
            stored.position = site.position;
        if (!site.path.empty())
            stored.path = site.path;
        if (site.link.valid())
            stored.link = site.link;
    }
    return positions;
}

void mergeTies(
    std::vector<SiteTie> &ties, const std::vector<SiteTie> &added, const std::vector<int> &siteAt)
{
    for (const SiteTie &tie : added)
        ties.push_back(
            {SiteId(siteAt[tie.from.index()]), SiteId(siteAt[tie.to.index()]), tie.weight});
    // Of equal pairs the last one stays, which is the new one.
    std::stable_sort(ties.begin(), ties.end(), [](const SiteTie &a, const SiteTie &b) {
        return a.from == b.from ? a.to < b.to : a.from < b.from;
    });
    const auto samePair = [](const SiteTie &a, const SiteTie &b) {
        return a.from == b.from && a.to == b.to;
    };
    ties.erase(ties.begin(), std::unique(ties.rbegin(), ties.rend(), samePair).base());
}

/// Where the values of a series go in the stored one.
struct Placement
{
    std::vector<int> siteAt;
    std::vector<int> channelAt;
};

struct BlockChange
{
    SeriesWritten written;
    bool changed = false;
};

/// Lays the steps `first` … `last` of `series` over `block`, from its step `at` on.
BlockChange overlay(
    SeriesBlock &block, int at, const Series &series, int first, int last, const Placement &where)
{
    BlockChange change;
    std::size_t from = series.offset(first, SiteId(0), 0);
    for (int step = first; step <= last; ++step) {
        for (const int site : where.siteAt) {
            const std::size_t base = block.offset(at + step - first, site, 0);
            for (const int channel : where.channelAt) {
                const std::size_t to = base + static_cast<std::size_t>(channel);
                const float value = series.values[from];
                const Quality quality = series.quality[from];
                ++from;
                if (quality == Quality::Missing || std::isnan(value))
                    continue;
                if (block.quality[to] == Quality::Missing)
                    ++change.written.added;
                else if (block.values[to] != value)
                    ++change.written.replaced;
                else if (block.quality[to] == quality)
                    continue;
                change.changed = true;
                block.values[to] = value;
                block.quality[to] = quality;
            }
        }
    }
    return change;
}

Result<SeriesBlock> loadBlock(
    const SqliteConnection &connection, QSqlQuery &query, const StoredDataset &stored, UtcMs number)
{
    const int sites = static_cast<int>(stored.dataset.sites.size());
    const int channels = static_cast<int>(stored.dataset.channels.size());
    BV_TRY_VOID(connection.run(query, {stored.id, qlonglong(number)}));
    BV_TRY(const bool found, connection.next(query));
    if (!found)
        return SeriesBlock(stored.blockSteps, sites, channels);
    BV_TRY(SeriesBlock block, blockOf(query, stored));
    query.finish();
    if (block.sites == sites && block.channels == channels)
        return block;
    return block.widened(sites, channels);
}

Result<SeriesWritten> mergeBlocks(const SqliteConnection &connection, const StoredDataset &stored,
    const Series &series, const Placement &where, const TaskContext &context)
{
    SeriesWritten written;
    if (series.size() == 0)
        return written;
    BV_TRY(QSqlQuery load,
        connection.prepare("SELECT number, sites, channels, data FROM block"
                           " WHERE dataset = ? AND number = ?"));
    BV_TRY(QSqlQuery save,
        connection.prepare("INSERT INTO block (dataset, number, sites, channels, data)"
                           " VALUES (?, ?, ?, ?, ?) ON CONFLICT (dataset, number) DO UPDATE SET"
                           " sites = excluded.sites, channels = excluded.channels,"
                           " data = excluded.data"));
    for (int first = 0; first < series.axis.count;) {
        if (context.cancelled())
            return cancelledFailure();
        const UtcMs step = gridStep(series.axis, first);
        const UtcMs number = floorDivide(step, stored.blockSteps);
        const int at = static_cast<int>(step - number * stored.blockSteps);
        const int last = std::min(first + stored.blockSteps - at, series.axis.count) - 1;
        BV_TRY(SeriesBlock block, loadBlock(connection, load, stored, number));
        const BlockChange change = overlay(block, at, series, first, last, where);
        if (change.changed)
            BV_TRY_VOID(connection.run(save,
                {stored.id, qlonglong(number), block.sites, block.channels, encodeBlock(block)}));
        written.added += change.written.added;
        written.replaced += change.written.replaced;
        first = last + 1;
        context.progress(first, series.axis.count, stored.dataset.name);
    }
    return written;
}

/// The steps of `axis` that lie in `range`, as an axis of its own.
TimeAxis cut(const TimeAxis &axis, TimeRange range)
{
    TimeAxis part = axis;
    if (axis.count == 0 || range.from > axis.last() || range.to <= axis.start) {
        part.count = 0;
        return part;
    }
    // Within the axis now, so that nothing overflows.
    const UtcMs from = std::max(range.from, axis.start);
    const UtcMs to = std::min(range.to, axis.last() + 1);
    const UtcMs first = (from - axis.start + axis.stepMs - 1) / axis.stepMs;
    const UtcMs end = (to - axis.start + axis.stepMs - 1) / axis.stepMs;
    part.start = axis.start + first * axis.stepMs;
    part.count = static_cast<int>(std::max<UtcMs>(0, end - first));
    return part;
}

void copyBlock(const SeriesBlock &block, UtcMs number, Series &series)
{
    const UtcMs origin = gridStep(series.axis, 0);
    const UtcMs blockStart = number * block.steps;
    const auto first = static_cast<int>(std::max(origin, blockStart) - origin);
    const auto end =
        static_cast<int>(std::min(origin + series.axis.count, blockStart + block.steps) - origin);
    const auto width = static_cast<std::ptrdiff_t>(block.channels);
    for (int step = first; step < end; ++step) {
        const int inBlock = static_cast<int>(origin + step - blockStart);
        for (int site = 0; site < block.sites; ++site) {
            const auto from = static_cast<std::ptrdiff_t>(block.offset(inBlock, site, 0));
            const auto to = static_cast<std::ptrdiff_t>(series.offset(step, SiteId(site), 0));
            std::copy_n(block.values.begin() + from, width, series.values.begin() + to);
            std::copy_n(block.quality.begin() + from, width, series.quality.begin() + to);
        }
    }
}

} // namespace

Result<std::shared_ptr<const Series>> readSeries(
    const SqliteConnection &connection, const QString &dataset, TimeRange range)
{
    BV_TRY(const StoredDataset stored, readStoredDataset(connection, dataset));
    const Dataset &d = stored.dataset;
    auto series =
        std::make_shared<Series>(cut(d.axis, range), static_cast<int>(d.sites.size()), d.channels);
    if (series->size() == 0)
        return std::shared_ptr<const Series>(std::move(series));
    const UtcMs first = floorDivide(gridStep(series->axis, 0), stored.blockSteps);
    const UtcMs last =
        floorDivide(gridStep(series->axis, series->axis.count - 1), stored.blockSteps);
    BV_TRY(QSqlQuery rows,
        connection.select("SELECT number, sites, channels, data FROM block WHERE dataset = ?"
                          " AND number BETWEEN ? AND ?",
            {stored.id, qlonglong(first), qlonglong(last)}));
    for (;;) {
        BV_TRY(const bool more, connection.next(rows));
        if (!more)
            return std::shared_ptr<const Series>(std::move(series));
        BV_TRY(const SeriesBlock block, blockOf(rows, stored));
        copyBlock(block, rows.value(0).toLongLong(), *series);
    }
}

Result<SeriesWritten> mergeSeries(const SqliteConnection &connection, const Dataset &dataset,
    const Series &series, const TaskContext &context)
{
    BV_TRY_VOID(checkInput(dataset, series));
    BV_TRY(std::optional<StoredDataset> known, findStoredDataset(connection, dataset.name));
    StoredDataset stored;
    if (known) {
        stored = std::move(*known);
        if (!dataset.domain.isEmpty())
            stored.dataset.domain = dataset.domain;
        if (!stored.dataset.source.contains(dataset.source))
            stored.dataset.source += QStringLiteral("; ") + dataset.source;
        stored.dataset.simulated = stored.dataset.simulated || dataset.simulated;
    } else {
        stored.dataset.name = dataset.name;
        stored.dataset.domain = dataset.domain;
        stored.dataset.source = dataset.source;
        stored.dataset.simulated = dataset.simulated;
        stored.dataset.zone = dataset.zone;
        stored.dataset.axis = series.axis;
        stored.blockSteps = blockStepsFor(dataset.sites.size(), series.channels.size());
    }
    BV_TRY(stored.dataset.axis, mergedAxis(dataset.name, stored.dataset.axis, series.axis));
    Placement where;
    BV_TRY(where.channelAt, mergeChannels(dataset.name, stored.dataset.channels, series.channels));
    where.siteAt = mergeSites(stored.dataset.sites, dataset.sites);
    mergeTies(stored.dataset.ties, dataset.ties, where.siteAt);

    BV_TRY_VOID(writeStoredDataset(connection, stored)); // blocks need its id
    BV_TRY(const SeriesWritten written, mergeBlocks(connection, stored, series, where, context));
    BV_TRY_VOID(connection.execute(
        "UPDATE dataset SET present = present + ? WHERE id = ?", {written.added, stored.id}));
    return written;
}

} // namespace belvedere
