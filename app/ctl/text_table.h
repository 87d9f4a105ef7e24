// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace belvedere::ctl {

/// Columns of text for a terminal; the first is left-aligned, columns of numbers to the right.
class TextTable
{
public:
    explicit TextTable(QStringList header);
    void add(QStringList row);
    /// Ends with a line feed.
    [[nodiscard]] QString toString() const;

private:
    std::vector<QStringList> m_rows; // [0] is the header
};

/// With `decimals` digits after the point; "-" for NaN.
[[nodiscard]] QString numberText(double value, int decimals = 2);

} // namespace belvedere::ctl
