// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/stored_history.h"

#include "data/store/holiday_documents.h"

namespace belvedere {

Result<std::shared_ptr<const ChannelHistory>> storedHistory(const Store &store,
    const Dataset &dataset, const QString &channelKey, const std::vector<QString> &sites,
    TimeRange range)
{
    BV_TRY(const std::vector<Holiday> holidays, holidaysOf(store));
    std::vector<int> days;
    for (const Holiday &holiday : holidays)
        days.push_back(holiday.day);
    BV_TRY(const std::shared_ptr<const Series> series, store.series(dataset.name, range));
    return channelHistory(dataset, *series, channelKey, sites, std::move(days));
}

} // namespace belvedere
