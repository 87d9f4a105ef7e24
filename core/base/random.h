// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>

namespace belvedere {

/// Seeded random numbers that are the same on every machine and standard library (the
/// distributions of <random> are not). SplitMix64: Steele, Lea, Flood 2014, "Fast splittable
/// pseudorandom number generators", figure 14.
class Random
{
public:
    explicit Random(std::uint64_t seed)
        : m_state(seed)
    {
    }

    std::uint64_t next()
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

    /// Uniform in [0, 1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }

    /// Uniform in 0 … count - 1; count > 0.
    std::uint64_t below(std::uint64_t count) { return next() % count; }

    /// Standard normal, by Box and Muller.
    double normal()
    {
        const double radius = std::sqrt(-2.0 * std::log(1.0 - uniform()));
        return radius * std::cos(2.0 * std::numbers::pi * uniform());
    }
    double normal(double mean, double deviation) { return mean + deviation * normal(); }

    /// Exponential with the given mean.
    double exponential(double mean) { return -mean * std::log(1.0 - uniform()); }

    /// Poisson; Knuth's product method below a mean of 30, the normal limit above.
    int poisson(double mean)
    {
        if (mean <= 0.0)
            return 0;
        if (mean > 30.0)
            return static_cast<int>(std::lround(std::fmax(0.0, normal(mean, std::sqrt(mean)))));
        const double limit = std::exp(-mean);
        int count = 0;
        for (double product = uniform(); product > limit; product *= uniform())
            ++count;
        return count;
    }

    /// An independent generator for a part of the work, so that parts can be made in any order.
    [[nodiscard]] Random split(std::uint64_t part) const
    {
        Random mixed(m_state ^ (part + 1) * 0xd1342543de82ef95ULL);
        return Random(mixed.next());
    }

private:
    std::uint64_t m_state;
};

} // namespace belvedere
