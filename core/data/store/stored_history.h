// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/channel_history.h"
#include "data/store/store.h"

namespace belvedere {

/// channelHistory() of what the store holds, with the city's holidays.
/// @param dataset  as the store describes it.
/// @param range  only these steps are read.
[[nodiscard]] Result<std::shared_ptr<const ChannelHistory>> storedHistory(const Store &store,
    const Dataset &dataset, const QString &channelKey, const std::vector<QString> &sites = {},
    TimeRange range = {});

} // namespace belvedere
