// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/channel_history.h"

#include "data/holidays.h"

#include <QHash>

#include <algorithm>

namespace belvedere {

namespace {

/// Local calendar of every step. QTimeZone costs about a microsecond a call and its offset only
/// changes on the hour or (Lord Howe Island) on the half hour, so it is asked that often.
std::vector<int> calendarOf(const TimeAxis &axis, const QTimeZone &zone)
{
    std::vector<int> minutes(static_cast<std::size_t>(axis.count));
    constexpr UtcMs kHalfHour = kMsPerHour / 2;
    UtcMs asked = std::numeric_limits<UtcMs>::min();
    int minuteAsked = 0;
    for (int i = 0; i < axis.count; ++i) {
        const UtcMs time = axis.at(i);
        const UtcMs floor = time - ((time % kHalfHour) + kHalfHour) % kHalfHour;
        if (floor != asked) {
            asked = floor;
            minuteAsked = belvedere::minuteOfWeek(asked, zone);
        }
        minutes[static_cast<std::size_t>(i)] =
            (minuteAsked + static_cast<int>((time - asked) / kMsPerMinute)) % kMinutesPerWeek;
    }
    return minutes;
}

std::vector<SiteTie> tiesAmong(
    const std::vector<SiteTie> &ties, const std::vector<SiteId> &order, std::size_t allSites)
{
    std::vector<SiteId> placeOf(allSites);
    for (std::size_t i = 0; i < order.size(); ++i)
        placeOf[order[i].index()] = SiteId(static_cast<std::int32_t>(i));
    std::vector<SiteTie> chosen;
    for (const SiteTie &tie : ties) {
        const SiteId from = placeOf[tie.from.index()];
        const SiteId to = placeOf[tie.to.index()];
        if (from.valid() && to.valid())
            chosen.push_back({from, to, tie.weight});
    }
    return chosen;
}

/// [T, order] of each channel, in one pass over the series.
std::vector<std::vector<float>> matricesOf(const Series &series, const std::vector<SiteId> &order)
{
    const std::size_t channels = series.channels.size();
    const std::size_t size = static_cast<std::size_t>(series.axis.count) * order.size();
    std::vector<std::vector<float>> matrices(channels, std::vector<float>(size));
    std::size_t at = 0;
    for (int step = 0; step < series.axis.count; ++step) {
        for (const SiteId site : order) {
            const std::size_t in = series.offset(step, site, 0);
            for (std::size_t c = 0; c < channels; ++c)
                matrices[c][at] =
                    series.quality[in + c] == Quality::Suspect ? kMissing : series.values[in + c];
            ++at;
        }
    }
    return matrices;
}

Result<std::vector<SiteId>> chosenSites(const Dataset &dataset, const std::vector<QString> &codes)
{
    std::vector<SiteId> order;
    if (codes.empty()) {
        for (std::size_t i = 0; i < dataset.sites.size(); ++i)
            order.emplace_back(static_cast<std::int32_t>(i));
        return order;
    }
    QHash<QString, SiteId> known;
    for (std::size_t i = 0; i < dataset.sites.size(); ++i)
        known.insert(dataset.sites[i].code, SiteId(static_cast<std::int32_t>(i)));
    for (const QString &code : codes) {
        const SiteId id = known.value(code);
        if (!id.valid())
            return failure(Errc::NotFound,
                QT_TRANSLATE_NOOP("Error", "Data set %1 has no site \"%2\"."),
                {dataset.name, code});
        order.push_back(id);
    }
    return order;
}

} // namespace

int ChannelHistory::minuteOfWeekAt(int step) const
{
    if (axis.has(step))
        return minuteOfWeek[static_cast<std::size_t>(step)];
    return belvedere::minuteOfWeek(axis.at(step), zone);
}

bool ChannelHistory::isHoliday(int step) const
{
    return belvedere::isHoliday(axis.at(step), zone, holidays);
}

Result<std::shared_ptr<const ChannelHistory>> channelHistory(const Dataset &dataset,
    const Series &series, const QString &channelKey, const std::vector<QString> &sites,
    std::vector<int> holidays)
{
    if (series.siteCount != static_cast<int>(dataset.sites.size()))
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "The series of %1 has %2 sites, its description %3."),
            {dataset.name, QString::number(series.siteCount),
                QString::number(dataset.sites.size())});
    const int channel = series.channelIndex(channelKey);
    if (channel < 0) {
        QStringList known;
        for (const Channel &c : series.channels)
            known += c.key;
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "Data set %1 has no channel \"%2\". It has: %3."),
            {dataset.name, channelKey, known.join(QStringLiteral(", "))});
    }

    BV_TRY(const std::vector<SiteId> order, chosenSites(dataset, sites));
    auto history = std::make_shared<ChannelHistory>();
    history->dataset = dataset.name;
    history->channel = series.channels[static_cast<std::size_t>(channel)];
    history->axis = series.axis;
    history->zone = dataset.zone;
    history->minuteOfWeek = calendarOf(series.axis, dataset.zone);
    for (const SiteId site : order) {
        history->sites.push_back(dataset.sites[site.index()]);
        history->siteCodes.push_back(history->sites.back().code);
    }
    history->ties = tiesAmong(dataset.ties, order, dataset.sites.size());
    std::sort(holidays.begin(), holidays.end());
    holidays.erase(std::unique(holidays.begin(), holidays.end()), holidays.end());
    history->holidays = std::move(holidays);

    std::vector<std::vector<float>> matrices = matricesOf(series, order);
    std::vector<std::shared_ptr<const ChannelHistory>> companions;
    for (std::size_t c = 0; c < matrices.size(); ++c) {
        if (static_cast<int>(c) == channel)
            continue;
        auto companion = std::make_shared<ChannelHistory>(*history);
        companion->channel = series.channels[c];
        companion->values = std::move(matrices[c]);
        companions.push_back(std::move(companion));
    }
    history->values = std::move(matrices[static_cast<std::size_t>(channel)]);
    history->companions = std::move(companions);
    return history;
}

} // namespace belvedere
