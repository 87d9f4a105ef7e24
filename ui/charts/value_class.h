// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <limits>
#include <span>
#include <vector>

namespace belvedere::ui {

/// A named range of values with a colour of its own, as an index or a regulation defines it. The
/// colour comes with the data, not from the theme: charts frame it and name it in the legend.
struct ValueClass
{
    QString key; ///< stable over languages
    QString label;
    QColor color;
    /// The largest value of the class; the last class has no end.
    double upTo = std::numeric_limits<double>::infinity();
};

/// The class of a value among classes in ascending order; -1 for NaN and beyond the last end.
[[nodiscard]] inline int classOf(std::span<const ValueClass> classes, double value)
{
    for (std::size_t i = 0; i < classes.size(); ++i) {
        if (value <= classes[i].upTo)
            return int(i);
    }
    return -1;
}

} // namespace belvedere::ui
