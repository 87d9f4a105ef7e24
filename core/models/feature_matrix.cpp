// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/feature_matrix.h"

#include <algorithm>
#include <limits>

namespace belvedere {

std::vector<std::size_t> varyingColumns(const FeatureMatrix &matrix)
{
    std::vector<std::size_t> varying;
    for (std::size_t c = 0; c < matrix.columns(); ++c) {
        float low = std::numeric_limits<float>::infinity();
        float high = -low;
        for (std::size_t i = 0; i < matrix.rows; ++i) {
            // A NaN is neither.
            low = std::min(low, matrix.row(i)[c]);
            high = std::max(high, matrix.row(i)[c]);
        }
        if (low < high)
            varying.push_back(c);
    }
    return varying;
}

FeatureMatrix columnsOf(const FeatureMatrix &matrix, const std::vector<std::size_t> &columns)
{
    FeatureMatrix chosen;
    chosen.rows = matrix.rows;
    for (const std::size_t column : columns)
        chosen.features.push_back(matrix.features[column]);
    chosen.values.reserve(matrix.rows * columns.size());
    for (std::size_t i = 0; i < matrix.rows; ++i) {
        for (const std::size_t column : columns)
            chosen.values.push_back(matrix.row(i)[column]);
    }
    return chosen;
}

} // namespace belvedere
