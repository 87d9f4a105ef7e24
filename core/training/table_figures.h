// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

#include <limits>
#include <optional>
#include <vector>

namespace belvedere {

/// NaN wherever a figure is not defined; in JSON that is null.
inline constexpr double kNoFigure = std::numeric_limits<double>::quiet_NaN();

/// How well one class, or a mean over classes, is told from the others.
struct ClassShares
{
    double precision = kNoFigure; ///< share that is right of what is taken for the class
    double recall = kNoFigure; ///< share of the class that is found
    double f1 = kNoFigure; ///< their harmonic mean
};

struct ClassFigures
{
    ClassShares shares;
    double auc = kNoFigure; ///< area under the ROC curve, this class against the rest
    double averagePrecision = kNoFigure; ///< area under the precision-recall curve
    qint64 rows = 0; ///< of this class
};

/// Figures of a classification as scikit-learn defines them; what is divided by zero is 0 there
/// and here. A class that neither is nor is predicted is left out of all means.
struct ClassificationFigures
{
    double accuracy = kNoFigure;
    double balancedAccuracy = kNoFigure; ///< mean recall of the classes that occur
    /// Of the positive class of two, else the mean over the classes.
    ClassShares shares;
    double auc = kNoFigure; ///< likewise
    double averagePrecision = kNoFigure; ///< likewise
    double logLoss = kNoFigure; ///< mean cross-entropy, natural logarithm
    /// Mean squared error of the positive class's chance; of more than two classes summed over
    /// them.
    double brier = kNoFigure;
    ClassShares macro; ///< mean over the classes
    ClassShares micro; ///< pooled: all three equal the accuracy
    ClassShares weighted; ///< mean by the rows of the classes
    std::vector<ClassFigures> classes;
    std::vector<std::vector<qint64>> confusion; ///< [truth][predicted]
    qint64 rows = 0;
    bool binary = false; ///< whether `shares` are those of a positive class
};

/// Figures of a regression or of counts, in the target's unit.
struct NumberFigures
{
    double mae = kNoFigure;
    double rmse = kNoFigure;
    /// Share of the variance that is explained; below 0 = worse than the mean of these rows.
    double r2 = kNoFigure;
    double bias = kNoFigure; ///< mean of prediction - truth
    /// Of counts: mean of 2 (t log(t / p) - t + p).
    double poissonDeviance = kNoFigure;
    qint64 rows = 0;
};

/// Figures of one part of a table.
struct TableFigures
{
    std::optional<ClassificationFigures> classification = {};
    std::optional<NumberFigures> numbers = {};

    /// accuracy, precision, recall, f1, auc …; or mae, rmse, r2 …
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static TableFigures fromJson(const QJsonObject &json);
};

/// @param truth, predicted  [rows] class by index.
/// @param chances  [rows, classes]
/// @param positive  of two classes the one that counts; -1 = none.
[[nodiscard]] ClassificationFigures classificationFigures(const std::vector<int> &truth,
    const std::vector<int> &predicted, const std::vector<float> &chances, std::size_t classes,
    int positive);

/// @param counts  whether the Poisson deviance is asked for.
[[nodiscard]] NumberFigures numberFigures(
    const std::vector<float> &truth, const std::vector<float> &predicted, bool counts);

} // namespace belvedere
