// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/display_units.h"
#include "data/dataset.h"
#include "data/window_sums.h"
#include "operate/quantity_scale.h"

#include <memory>
#include <optional>
#include <vector>

namespace belvedere::ui {

/// One channel of a data set, prepared for the screen: an immutable snapshot made off the GUI
/// thread, from which every time step is shown by looking up, not by computing.
struct QuantityView
{
    Dataset dataset; ///< its axis is that of the whole data set
    int channel = 0;
    std::shared_ptr<const Series> series; ///< the loaded span, the channel in the unit to read
    UnitChange units; ///< from what is stored
    std::shared_ptr<const WindowSums> sums; ///< of the channel, over the loaded span
    QuantityScale scale;
    std::vector<float> freeFlow; ///< [N], unit of the channel; NaN unless a speed
    std::vector<float> mean; ///< [T], over the sites that reported; NaN if none did
    std::vector<float> usualMean; ///< [T], mean of the same time of week in the other weeks
    std::vector<float> slowShare; ///< [T], share of reporting sites in Slow or Jam; NaN if none
    std::vector<int> reporting; ///< [T], sites with a value

    [[nodiscard]] const Channel &channelInfo() const
    {
        return series->channels[static_cast<std::size_t>(channel)];
    }
    [[nodiscard]] int siteCount() const { return series->siteCount; }
    /// Step of the loaded span that holds `time`; may lie outside it.
    [[nodiscard]] int stepOf(UtcMs time) const { return series->axis.indexOf(time); }
    [[nodiscard]] float value(int step, SiteId site) const;
    [[nodiscard]] Quality quality(int step, SiteId site) const;
    /// Steps since the site last had a value, looking back from `step`; 0 = has one now,
    /// -1 = none within `most` steps.
    [[nodiscard]] int ageInSteps(int step, SiteId site, int most) const;
};

/// @param channelKey  empty = the first channel.
/// @param units  to read; none = as stored.
[[nodiscard]] Result<std::shared_ptr<const QuantityView>> prepareQuantity(const Dataset &dataset,
    std::shared_ptr<const Series> series, const QString &channelKey,
    std::optional<UnitSystem> units = {});

} // namespace belvedere::ui
