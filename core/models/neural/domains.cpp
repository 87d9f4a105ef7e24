// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/domains.h"

#include <algorithm>
#include <array>

namespace belvedere::neural {

namespace {

// The position is part of every trained trunk: only ever append.
constexpr std::array kKnown = {"speed", "flow", "count", "occupancy", "travel-time", "parking",
    "pm2.5", "pm10", "no2", "so2", "co", "o3", "noise", "temperature", "humidity", "pressure",
    "dew-point", "rain", "wind-speed", "wind-direction", "wind-east", "wind-north"};
constexpr std::int64_t kFirstUnknown = 24;
static_assert(kKnown.size() <= kFirstUnknown);

} // namespace

std::int64_t domainOf(const QString &channelKey)
{
    const auto known = std::find_if(kKnown.begin(), kKnown.end(),
        [&](const char *key) { return channelKey == QLatin1String(key); });
    if (known != kKnown.end())
        return known - kKnown.begin();
    // FNV-1a, because qHash() differs from run to run.
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : channelKey.toUtf8())
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return kFirstUnknown
        + static_cast<std::int64_t>(
            hash % static_cast<std::uint64_t>(kDomainCount - kFirstUnknown));
}

} // namespace belvedere::neural
