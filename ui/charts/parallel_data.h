// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/ticks.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace belvedere::ui {

/// One of several quantities that every line has a value of.
struct ParallelAxis
{
    QString key; ///< stable over languages
    QString title;
    QString unit;
    bool logarithmic = false; ///< where all values are above zero
    QStringList choices = {}; ///< if any, values are positions in them
};

/// One thing: a run, a site. NaN = it has no such value.
struct ParallelLine
{
    QString key;
    QString label;
    std::vector<double> values; ///< [axes]
};

struct ParallelData
{
    std::vector<ParallelAxis> axes;
    std::vector<ParallelLine> lines;
    int colorAxis = -1; ///< whose values colour the lines; -1: one colour
    QString noun; ///< heading of the lines in tables: "Run"
};

/// Where values lie on an axis: 0 at its foot, 1 at its head.
class ParallelScale
{
public:
    ParallelScale() = default;
    ParallelScale(const ParallelData &data, std::size_t axis);

    /// NaN for a value that is missing.
    [[nodiscard]] double shareOf(double value) const;
    [[nodiscard]] double valueAt(double share) const;
    /// Places between 0 and 1.
    [[nodiscard]] std::vector<Tick> ticks(int mostCount) const;
    [[nodiscard]] bool hasMissing() const { return m_missing; }

private:
    [[nodiscard]] double plain(double value) const; // linear along the axis

    double m_low = 0.0;
    double m_high = 1.0;
    bool m_log = false;
    bool m_missing = false;
    QStringList m_choices;
};

/// A range of values that lines are to lie in; both ends belong to it.
struct ParallelRange
{
    double low = 0.0;
    double high = 0.0;
    friend bool operator==(const ParallelRange &, const ParallelRange &) = default;
};

/// Which lines lie in all ranges; a missing value lies in none. [lines]
/// @param ranges  [axes]
[[nodiscard]] std::vector<bool> linesWithin(
    const ParallelData &data, const std::vector<std::optional<ParallelRange>> &ranges);

} // namespace belvedere::ui
