// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/histogram.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace belvedere::ui {

namespace {

/// Linear between order statistics, type 7 of Hyndman and Fan. Reorders `values`.
double quantile(std::vector<double> &values, double share)
{
    const double at = share * double(values.size() - 1);
    const auto below = static_cast<std::ptrdiff_t>(at);
    std::nth_element(values.begin(), values.begin() + below, values.end());
    const double low = values[static_cast<std::size_t>(below)];
    if (at == double(below))
        return low;
    const double high = *std::min_element(values.begin() + below + 1, values.end());
    return low + (at - double(below)) * (high - low);
}

/// The largest of 1, 2, 2.5, 5 × 10^k that is no wider.
double roundWidth(double width)
{
    const double power = std::pow(10.0, std::floor(std::log10(width)));
    for (const double factor : {5.0, 2.5, 2.0}) {
        if (width >= factor * power * (1.0 - 1e-9))
            return factor * power;
    }
    return power;
}

} // namespace

Histogram histogramOf(std::span<const double> values)
{
    std::vector<double> finite;
    finite.reserve(values.size());
    std::copy_if(values.begin(), values.end(), std::back_inserter(finite),
        [](double v) { return std::isfinite(v); });
    if (finite.empty())
        return {{}, {}, qint64(values.size())};
    const auto [least, most] = std::minmax_element(finite.begin(), finite.end());
    const double low = *least;
    const double high = *most;
    if (!std::isfinite(high - low))
        return countInto(values, {low, high});
    if (!(low < high)) {
        const double half = low == 0.0 ? 0.5 : std::abs(low) * 0.05;
        return countInto(values, {low - half, high + half});
    }
    const double n = double(finite.size());
    const double spread = quantile(finite, 0.75) - quantile(finite, 0.25);
    double width = 2.0 * spread / std::cbrt(n);
    width = std::min(width > 0.0 ? width : high - low, (high - low) / (std::log2(n) + 1.0));
    width = std::max(width, (high - low) / (kMostBins - 1));
    double step = roundWidth(width);
    if ((high - low) / step > kMostBins - 1)
        step = width; // round numbers would be too many
    const double first = std::floor(low / step + 1e-9);
    const double last = std::max(first + 1.0, std::ceil(high / step - 1e-9));
    const double bins = last - first;
    std::vector<double> edges;
    for (int i = 0; i <= int(std::min(bins, kMostBins + 1.0)); ++i)
        edges.push_back((first + i) * step);
    // So close to each other, seen from zero, that there are no round numbers between them.
    const bool increasing =
        std::adjacent_find(edges.begin(), edges.end(), std::greater_equal<>()) == edges.end();
    if (!increasing || !(bins <= kMostBins + 1.0) || edges.back() < high - step)
        edges = {low, high};
    // Rounding may have left the ends a hair inside.
    edges.front() = std::min(edges.front(), low);
    edges.back() = std::max(edges.back(), high);
    return countInto(values, std::move(edges));
}

Histogram countInto(std::span<const double> values, std::vector<double> edges)
{
    Histogram histogram;
    if (edges.size() < 2)
        return histogram;
    histogram.counts.assign(edges.size() - 1, 0);
    for (const double value : values) {
        if (!std::isfinite(value)) {
            ++histogram.missing;
            continue;
        }
        if (value < edges.front() || value > edges.back())
            continue;
        const auto above = std::upper_bound(edges.begin(), edges.end(), value);
        const auto bin =
            std::min<std::ptrdiff_t>(above - edges.begin() - 1, std::ptrdiff_t(edges.size()) - 2);
        ++histogram.counts[static_cast<std::size_t>(bin)];
    }
    histogram.edges = std::move(edges);
    return histogram;
}

} // namespace belvedere::ui
