// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdint>
#include <vector>

namespace belvedere {

/// Scores of one class, each with whether the row is of that class.
struct ScoredRows
{
    std::vector<double> scores;
    std::vector<bool> truth; ///< [scores]
};

/// Area under the ROC curve: the chance that a row of the class scores higher than another, where
/// equal scores count half (Mann and Whitney). NaN unless there are both.
[[nodiscard]] double areaUnderRoc(const ScoredRows &rows);
/// Sum of precision times the gain in recall over falling thresholds, equal scores at once; not
/// interpolated. NaN without a row of the class.
[[nodiscard]] double averagePrecision(const ScoredRows &rows);

/// A point of a curve over all thresholds.
struct CurvePoint
{
    double x = 0.0;
    double y = 0.0;
    double threshold = 0.0; ///< rows at or above it count as of the class
};

/// x: share of the others that are taken for the class; y: share of the class that is found. From
/// (0, 0) to (1, 1); empty unless there are both.
[[nodiscard]] std::vector<CurvePoint> rocCurve(const ScoredRows &rows);
/// x: share of the class that is found (recall); y: share that is right of what is taken for the
/// class (precision). By rising recall; empty without a row of the class.
[[nodiscard]] std::vector<CurvePoint> precisionRecallCurve(const ScoredRows &rows);
/// At most `most` points, first and last among them.
[[nodiscard]] std::vector<CurvePoint> thinned(std::vector<CurvePoint> curve, std::size_t most);

/// What a threshold is chosen by.
enum class ThresholdAim {
    None, ///< it stays at 0.5
    F1, ///< the largest F1 of the class
    Accuracy
};

/// The threshold that does best on these rows, in the middle between two scores; of several the
/// one nearest to 0.5. 0.5 unless there are rows of both.
[[nodiscard]] double bestThreshold(const ScoredRows &rows, ThresholdAim aim);

/// One bin of a reliability diagram.
struct ReliabilityBin
{
    double predicted = 0.0; ///< mean chance that was said
    double observed = 0.0; ///< share of rows that were of the class
    qint64 rows = 0;
};

/// Ten bins of equal width; empty ones are left out.
[[nodiscard]] std::vector<ReliabilityBin> reliability(const ScoredRows &rows);

} // namespace belvedere
