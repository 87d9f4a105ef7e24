// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/variogram.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

/// Share of the partial sill that is reached at a distance.
double shapeAt(VariogramShape shape, double ratio)
{
    switch (shape) {
    case VariogramShape::Exponential:
        return 1.0 - std::exp(-ratio);
    case VariogramShape::Spherical:
        return ratio >= 1.0 ? 1.0 : 1.5 * ratio - 0.5 * ratio * ratio * ratio;
    case VariogramShape::Gaussian:
        break;
    }
    return 1.0 - std::exp(-ratio * ratio);
}

double distanceBetween(PointM a, PointM b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

double thirdOfDiagonal(const std::vector<PointM> &points)
{
    PointM low = points.front();
    PointM high = points.front();
    for (const PointM &point : points) {
        low = {std::min(low.x, point.x), std::min(low.y, point.y)};
        high = {std::max(high.x, point.x), std::max(high.y, point.y)};
    }
    return distanceBetween(low, high) / 3.0;
}

/// Which pairs of points belong to which bin, and the sums over them.
class PairBins
{
public:
    PairBins(const std::vector<PointM> &points, VariogramBins bins)
    {
        const double cutoff = bins.cutoffM > 0.0 ? bins.cutoffM : thirdOfDiagonal(points);
        const double width = cutoff / bins.count;
        m_sums.resize(static_cast<std::size_t>(bins.count));
        for (std::size_t a = 0; a < points.size(); ++a) {
            for (std::size_t b = 0; b < a; ++b) {
                const double distance = distanceBetween(points[a], points[b]);
                if (distance > cutoff)
                    continue;
                // (0, w], (w, 2w] …: as gstat counts
                const int bin = std::clamp(
                    static_cast<int>(std::ceil(distance / width)) - 1, 0, bins.count - 1);
                m_pairs.push_back({a, b, static_cast<std::size_t>(bin), distance});
            }
        }
    }

    /// @param factor  by which squares are multiplied
    template <class Value> void add(const Value *values, double factor)
    {
        for (const Pair &pair : m_pairs) {
            const double difference =
                static_cast<double>(values[pair.a]) - static_cast<double>(values[pair.b]);
            if (std::isnan(difference))
                continue;
            VariogramBin &sum = m_sums[pair.bin];
            sum.distanceM += pair.distance;
            sum.semivariance += 0.5 * factor * difference * difference;
            ++sum.pairs;
        }
    }

    [[nodiscard]] std::vector<VariogramBin> means() const
    {
        std::vector<VariogramBin> bins;
        for (const VariogramBin &sum : m_sums) {
            const auto pairs = static_cast<double>(sum.pairs);
            if (sum.pairs > 0)
                bins.push_back({sum.distanceM / pairs, sum.semivariance / pairs, sum.pairs});
        }
        return bins;
    }

private:
    struct Pair
    {
        std::size_t a;
        std::size_t b;
        std::size_t bin;
        double distance;
    };
    std::vector<Pair> m_pairs;
    std::vector<VariogramBin> m_sums;
};

double varianceOf(const float *values, std::size_t count)
{
    double sum = 0.0;
    double squares = 0.0;
    int present = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (std::isnan(values[i]))
            continue;
        const auto value = static_cast<double>(values[i]);
        sum += value;
        squares += value * value;
        ++present;
    }
    return present > 1 ? (squares - sum * sum / present) / (present - 1) : 0.0;
}

/// Best nugget and partial sill for a given range: two unknowns, neither below 0.
struct RangeFit
{
    double nugget = 0.0;
    double partialSill = 0.0;
    double squares = 0.0;
};

double squaresOf(const std::vector<VariogramBin> &bins, VariogramShape shape, double range,
    double nugget, double partialSill)
{
    double squares = 0.0;
    for (const VariogramBin &bin : bins) {
        const double miss =
            bin.semivariance - nugget - partialSill * shapeAt(shape, bin.distanceM / range);
        squares += static_cast<double>(bin.pairs) / (bin.distanceM * bin.distanceM) * miss * miss;
    }
    return squares;
}

RangeFit bestFor(const std::vector<VariogramBin> &bins, VariogramShape shape, double range)
{
    double w = 0.0; // sums of weight, shape, semivariance and their products
    double ws = 0.0;
    double wss = 0.0;
    double wg = 0.0;
    double wsg = 0.0;
    for (const VariogramBin &bin : bins) {
        const double weight = static_cast<double>(bin.pairs) / (bin.distanceM * bin.distanceM);
        const double share = shapeAt(shape, bin.distanceM / range);
        w += weight;
        ws += weight * share;
        wss += weight * share * share;
        wg += weight * bin.semivariance;
        wsg += weight * share * bin.semivariance;
    }
    RangeFit fit;
    const double determinant = w * wss - ws * ws;
    if (determinant > 1e-12 * w * wss) {
        fit.nugget = (wss * wg - ws * wsg) / determinant;
        fit.partialSill = (w * wsg - ws * wg) / determinant;
    }
    if (determinant <= 1e-12 * w * wss || fit.partialSill < 0.0)
        fit = {wg / w, 0.0, 0.0};
    else if (fit.nugget < 0.0)
        fit = {0.0, wsg / wss, 0.0};
    fit.squares = squaresOf(bins, shape, range, fit.nugget, fit.partialSill);
    return fit;
}

} // namespace

double Variogram::semivariance(double distanceM) const
{
    return distanceM > 0.0 ? nugget + partialSill * shapeAt(shape, distanceM / rangeM) : 0.0;
}

std::vector<VariogramBin> sampleVariogram(
    const std::vector<PointM> &points, std::span<const double> values, VariogramBins bins)
{
    if (points.size() < 2 || values.size() != points.size())
        return {};
    PairBins pairs(points, bins);
    pairs.add(values.data(), 1.0);
    return pairs.means();
}

std::vector<VariogramBin> pooledVariogram(const std::vector<PointM> &points,
    std::span<const float> values, bool standardised, VariogramBins bins)
{
    if (points.size() < 2)
        return {};
    PairBins pairs(points, bins);
    for (std::size_t at = 0; at + points.size() <= values.size(); at += points.size()) {
        const double variance = standardised ? varianceOf(&values[at], points.size()) : 1.0;
        if (variance > 0.0)
            pairs.add(&values[at], 1.0 / variance);
    }
    return pairs.means();
}

Result<VariogramFit> fitVariogram(const std::vector<VariogramBin> &bins, VariogramShape shape)
{
    constexpr std::size_t kLeastBins = 4; // one more than there are parameters
    std::vector<VariogramBin> usable;
    std::copy_if(bins.begin(), bins.end(), std::back_inserter(usable),
        [](const VariogramBin &bin) { return bin.distanceM > 0.0 && bin.pairs > 0; });
    if (usable.size() < kLeastBins)
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "A variogram needs pairs of stations at %1 distances or more; there are %2."),
            {QString::number(kLeastBins), QString::number(usable.size())});
    if (std::all_of(usable.begin(), usable.end(),
            [](const VariogramBin &bin) { return bin.semivariance <= 0.0; }))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error", "All values are equal: there is no variogram."));

    // Coarsely over the decades, then by the golden section between the neighbours of the best.
    constexpr int kCoarse = 200;
    const double longest = std::log(3.0 * usable.back().distanceM);
    const double shortest = std::log(0.2 * usable.front().distanceM);
    const double stride = (longest - shortest) / kCoarse;
    int best = 0;
    double least = std::numeric_limits<double>::max();
    for (int i = 0; i <= kCoarse; ++i) {
        const double squares = bestFor(usable, shape, std::exp(shortest + i * stride)).squares;
        if (squares < least) {
            least = squares;
            best = i;
        }
    }
    double low = shortest + std::max(0, best - 1) * stride;
    double high = shortest + std::min(kCoarse, best + 1) * stride;
    const double golden = 0.5 * (std::sqrt(5.0) - 1.0);
    while (high - low > 1e-9) {
        const double a = high - golden * (high - low);
        const double b = low + golden * (high - low);
        if (bestFor(usable, shape, std::exp(a)).squares
            < bestFor(usable, shape, std::exp(b)).squares)
            high = b;
        else
            low = a;
    }
    const double range = std::exp(0.5 * (low + high));
    const RangeFit fit = bestFor(usable, shape, range);
    return VariogramFit{{shape, fit.nugget, fit.partialSill, range}, fit.squares, best == kCoarse};
}

} // namespace belvedere
