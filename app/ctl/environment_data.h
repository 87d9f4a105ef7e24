// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/store.h"

#include <QJsonValue>

namespace belvedere::ctl {

/// A data set with its values, as the verbs of the environment look at it.
struct StoredSeries
{
    Dataset dataset; ///< `axis` and `channels` as in `series`
    std::shared_ptr<const Series> series;
};
/// @param from, to  as a person writes them, local in the data set's zone; empty = open
[[nodiscard]] Result<StoredSeries> storedSeries(
    const Store &store, const std::string &name, const std::string &from, const std::string &to);

/// @param code  empty = not valid, which stands for all sites together
/// @return Errc::NotFound listing the sites
[[nodiscard]] Result<SiteId> siteNamed(const Dataset &dataset, const std::string &code);

/// JSON knows no NaN: it is null there.
[[nodiscard]] QJsonValue jsonNumber(double value);
/// "2016-01-31" of days since 1970-01-01.
[[nodiscard]] QString dayText(int day);

} // namespace belvedere::ctl
