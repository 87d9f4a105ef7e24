// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/heat_map.h"
#include "charts/value_class.h"

#include <QString>

#include <vector>

namespace belvedere::ui {

/// Something by the direction it comes from. Sectors go clockwise from north, the first one has
/// north in its middle.
struct PolarData
{
    enum class Kind {
        Mean, ///< mean by direction and speed: a polar plot
        Shares ///< how often which class comes from where: a rose
    };

    Kind kind = Kind::Mean;
    QString quantity; ///< "PM2.5"
    QString unit;
    QString speedName; ///< "Wind speed"
    QString speedUnit;
    int sectors = 16;
    std::vector<double> speedEdges; ///< [rings + 1], ascending; Kind::Mean
    std::vector<double> means; ///< [rings, sectors]; NaN = too few cases
    std::vector<ValueClass> classes; ///< Kind::Shares
    std::vector<double> shares; ///< [classes, sectors] of all cases, 0 … 1
    std::vector<qint64> counts; ///< [rings or classes, sectors]
    double calmMean = std::numeric_limits<double>::quiet_NaN(); ///< Kind::Mean
    std::vector<double> calmShares; ///< [classes] of all cases; Kind::Shares
    qint64 calmCount = 0;
    Ramp ramp = Ramp::Amount;

    /// Rings from the inside: steps of speed, or classes.
    [[nodiscard]] int rings() const
    {
        if (kind == Kind::Shares)
            return int(classes.size());
        return speedEdges.empty() ? 0 : int(speedEdges.size()) - 1;
    }
    [[nodiscard]] bool isWhole() const
    {
        const auto cells = std::size_t(rings()) * std::size_t(sectors);
        const std::vector<double> &values = kind == Kind::Shares ? shares : means;
        return sectors >= 4 && cells > 0 && values.size() == cells && counts.size() == cells
            && (kind == Kind::Mean || calmShares.size() == classes.size());
    }
};

} // namespace belvedere::ui
