// SPDX-License-Identifier: GPL-3.0-or-later
// core/data owns measurements: series with quality flags, incidents, the readers that bring them
// in and the store that keeps them. It knows nothing of models or screens.
#pragma once

#include "base/ids.h"
#include "base/utc_time.h"

#include <QString>

#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace belvedere {

/// Equally spaced instants.
struct TimeAxis
{
    UtcMs start = 0;
    UtcMs stepMs = 5 * kMsPerMinute;
    int count = 0;

    [[nodiscard]] UtcMs at(int index) const { return start + index * stepMs; }
    /// Of the last instant; `start` if empty.
    [[nodiscard]] UtcMs last() const { return count > 0 ? at(count - 1) : start; }
    /// The step that `time` falls into, rounded down; may lie outside 0 … count - 1.
    [[nodiscard]] int indexOf(UtcMs time) const
    {
        const UtcMs offset = time - start;
        return static_cast<int>(offset >= 0 ? offset / stepMs : -((-offset + stepMs - 1) / stepMs));
    }
    [[nodiscard]] bool has(int index) const { return index >= 0 && index < count; }

    friend bool operator==(const TimeAxis &a, const TimeAxis &b)
    {
        return a.start == b.start && a.stepMs == b.stepMs && a.count == b.count;
    }
};

/// The state of one value; travels with it to the screen.
enum class Quality : std::uint8_t {
    Missing = 0, ///< nothing was measured; the value is NaN. Missing is not zero.
    Good = 1,
    Imputed = 2, ///< filled in by a rule
    Stale = 3, ///< the source repeats an old value
    Suspect = 4 ///< outside its plausible range
};

/// One measured quantity of a data set.
struct Channel
{
    QString key; ///< "speed", "flow", "pm2.5": what scripts write
    QString unit; ///< "km/h", "mph", "veh/h", "µg/m³"; empty for a pure number

    friend bool operator==(const Channel &a, const Channel &b)
    {
        return a.key == b.key && a.unit == b.unit;
    }
};

inline constexpr float kMissing = std::numeric_limits<float>::quiet_NaN();

/// Values of several sites and channels over time: [time, site, channel], channel innermost.
struct Series
{
    TimeAxis axis;
    int siteCount = 0;
    std::vector<Channel> channels;
    std::vector<float> values; ///< NaN exactly where quality is Missing
    std::vector<Quality> quality; ///< same shape as values

    Series() = default;
    /// All missing.
    Series(TimeAxis timeAxis, int sites, std::vector<Channel> channelList)
        : axis(timeAxis)
        , siteCount(sites)
        , channels(std::move(channelList))
    {
        values.assign(size(), kMissing);
        quality.assign(size(), Quality::Missing);
    }

    [[nodiscard]] std::size_t size() const
    {
        return static_cast<std::size_t>(axis.count) * static_cast<std::size_t>(siteCount)
            * channels.size();
    }
    [[nodiscard]] std::size_t offset(int step, SiteId site, int channel) const
    {
        return (static_cast<std::size_t>(step) * static_cast<std::size_t>(siteCount) + site.index())
            * channels.size()
            + static_cast<std::size_t>(channel);
    }
    [[nodiscard]] float value(int step, SiteId site, int channel) const
    {
        return values[offset(step, site, channel)];
    }
    void set(int step, SiteId site, int channel, float value, Quality flag = Quality::Good)
    {
        const std::size_t i = offset(step, site, channel);
        values[i] = value;
        quality[i] = std::isnan(value) ? Quality::Missing : flag;
    }
    /// Position of the channel, or -1.
    [[nodiscard]] int channelIndex(const QString &key) const
    {
        for (std::size_t i = 0; i < channels.size(); ++i) {
            if (channels[i].key == key)
                return static_cast<int>(i);
        }
        return -1;
    }
};

} // namespace belvedere
