// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <cstddef>
#include <vector>

namespace belvedere {

/// A column that a model looks at.
struct Feature
{
    QString name; ///< as scripts write it, unique in its matrix: "lag-1"
    /// What it is, for people: QT_TRANSLATE_NOOP("Model", …) with %1…%9 for `arguments`; empty
    /// where the name is all that is known, as of a column of somebody's table.
    const char *meaning = "";
    QStringList arguments = {};
};

/// What a learner sees: one row an example, one column a feature.
struct FeatureMatrix
{
    std::vector<Feature> features;
    std::size_t rows = 0;
    std::vector<float> values; ///< [rows, features], row-major; NaN = missing

    [[nodiscard]] std::size_t columns() const { return features.size(); }
    [[nodiscard]] const float *row(std::size_t i) const { return values.data() + i * columns(); }
    [[nodiscard]] std::vector<QString> names() const
    {
        std::vector<QString> all;
        for (const Feature &feature : features)
            all.push_back(feature.name);
        return all;
    }
};

/// Positions of the columns that have at least two values.
[[nodiscard]] std::vector<std::size_t> varyingColumns(const FeatureMatrix &matrix);

/// The matrix with some of its columns.
[[nodiscard]] FeatureMatrix columnsOf(
    const FeatureMatrix &matrix, const std::vector<std::size_t> &columns);

} // namespace belvedere
