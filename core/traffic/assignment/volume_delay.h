// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace belvedere {

enum class DelayFunction : std::uint8_t {
    Bpr, ///< t0 (1 + b (x / c)^p), Bureau of Public Roads 1964
    Conical ///< t0 (2 + sqrt(p²(1-r)² + β²) - p(1-r) - β), r = x / c, β = (2p-1)/(2p-2); Spiess
            ///< 1990
};

/// Travel time of a link against its flow. Time in minutes, flow and capacity in passenger-car
/// units over the same stretch of time.
struct VolumeDelay
{
    DelayFunction function = DelayFunction::Bpr;
    double freeTime = 0.0; ///< t0
    double capacity = 1.0; ///< c
    double coefficient = 0.15; ///< b; without meaning for a conical function
    double power = 4.0; ///< p; a conical function needs p > 1

    /// The time does not depend on the flow.
    [[nodiscard]] bool constant() const;
    [[nodiscard]] double time(double flow) const;
    /// dt/dx; finite at flow 0 for any power.
    [[nodiscard]] double slope(double flow) const;
    /// ∫ t from 0 to `flow`: the link's share of Beckmann's objective.
    [[nodiscard]] double integral(double flow) const;
    /// t + x t': what one more vehicle costs all.
    [[nodiscard]] double marginalTime(double flow) const { return time(flow) + toll(flow); }
    /// x t': what a driver does not pay without a toll, in minutes.
    [[nodiscard]] double toll(double flow) const { return flow * slope(flow); }

    friend bool operator==(const VolumeDelay &, const VolumeDelay &) = default;
};

} // namespace belvedere
