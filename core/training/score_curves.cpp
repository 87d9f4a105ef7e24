// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/score_curves.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace belvedere {

namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
constexpr double kUsualThreshold = 0.5;

/// Rows at or above a score.
struct Above
{
    double score = 0.0;
    double hits = 0.0; ///< of the class
    double misses = 0.0; ///< of the others
};

/// After each group of equal scores, from the highest down.
std::vector<Above> countsFromAbove(const ScoredRows &rows)
{
    std::vector<std::size_t> order(rows.scores.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return rows.scores[a] > rows.scores[b]; });
    std::vector<Above> counts;
    Above above;
    for (std::size_t i = 0; i < order.size(); ++i) {
        above.score = rows.scores[order[i]];
        (rows.truth[order[i]] ? above.hits : above.misses) += 1.0;
        if (i + 1 == order.size() || rows.scores[order[i + 1]] != above.score)
            counts.push_back(above);
    }
    return counts;
}

} // namespace

double areaUnderRoc(const ScoredRows &rows)
{
    double area = 0.0;
    Above before;
    for (const Above &above : countsFromAbove(rows)) {
        area += (above.misses - before.misses) * (above.hits + before.hits) / 2.0;
        before = above;
    }
    return area / (before.hits * before.misses); // 0 / 0 without both
}

double averagePrecision(const ScoredRows &rows)
{
    double sum = 0.0;
    double hits = 0.0;
    for (const Above &above : countsFromAbove(rows)) {
        sum += (above.hits - hits) * above.hits / (above.hits + above.misses);
        hits = above.hits;
    }
    return hits > 0.0 ? sum / hits : kUndefined;
}

std::vector<CurvePoint> rocCurve(const ScoredRows &rows)
{
    const std::vector<Above> counts = countsFromAbove(rows);
    if (counts.empty() || counts.back().hits == 0.0 || counts.back().misses == 0.0)
        return {};
    const Above &all = counts.back();
    std::vector<CurvePoint> curve = {{0.0, 0.0, std::numeric_limits<double>::infinity()}};
    for (const Above &above : counts)
        curve.push_back({above.misses / all.misses, above.hits / all.hits, above.score});
    return curve;
}

std::vector<CurvePoint> precisionRecallCurve(const ScoredRows &rows)
{
    const std::vector<Above> counts = countsFromAbove(rows);
    if (counts.empty() || counts.back().hits == 0.0)
        return {};
    std::vector<CurvePoint> curve;
    for (const Above &above : counts)
        curve.push_back({above.hits / counts.back().hits, above.hits / (above.hits + above.misses),
            above.score});
    return curve;
}

std::vector<CurvePoint> thinned(std::vector<CurvePoint> curve, std::size_t most)
{
    if (curve.size() <= most || most < 2)
        return curve;
    std::vector<CurvePoint> few;
    for (std::size_t i = 0; i < most; ++i)
        few.push_back(curve[i * (curve.size() - 1) / (most - 1)]);
    return few;
}

double bestThreshold(const ScoredRows &rows, ThresholdAim aim)
{
    const std::vector<Above> counts = countsFromAbove(rows);
    if (aim == ThresholdAim::None || counts.empty() || counts.back().hits == 0.0
        || counts.back().misses == 0.0)
        return kUsualThreshold;
    const Above &all = counts.back();
    double best = -1.0;
    double threshold = kUsualThreshold;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const Above &above = counts[i];
        const double value = aim == ThresholdAim::F1
            ? 2.0 * above.hits / (above.hits + above.misses + all.hits)
            : (above.hits + all.misses - above.misses) / (all.hits + all.misses);
        const double below = i + 1 < counts.size() ? counts[i + 1].score : 0.0;
        // 0.5 itself, where it lies between the two.
        const double middle = below < kUsualThreshold && kUsualThreshold <= above.score
            ? kUsualThreshold
            : (above.score + below) / 2.0;
        const bool nearer =
            std::abs(middle - kUsualThreshold) < std::abs(threshold - kUsualThreshold);
        if (value > best || (value == best && nearer)) {
            best = value;
            threshold = middle;
        }
    }
    return threshold;
}

std::vector<ReliabilityBin> reliability(const ScoredRows &rows)
{
    constexpr int kBins = 10;
    std::vector<ReliabilityBin> bins(kBins);
    for (std::size_t i = 0; i < rows.scores.size(); ++i) {
        const int bin = std::clamp(static_cast<int>(rows.scores[i] * kBins), 0, kBins - 1);
        ReliabilityBin &b = bins[static_cast<std::size_t>(bin)];
        b.predicted += rows.scores[i];
        b.observed += rows.truth[i] ? 1.0 : 0.0;
        ++b.rows;
    }
    std::erase_if(bins, [](const ReliabilityBin &b) { return b.rows == 0; });
    for (ReliabilityBin &b : bins) {
        b.predicted /= static_cast<double>(b.rows);
        b.observed /= static_cast<double>(b.rows);
    }
    return bins;
}

} // namespace belvedere
