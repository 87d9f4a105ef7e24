// SPDX-License-Identifier: GPL-3.0-or-later
// core/models owns the interfaces and value types of forecasting and the baselines. It knows
// nothing of torch (that is neural/), of how training is organised, or of where models are kept.
#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>
#include <QTimeZone>

#include <cstdint>
#include <vector>

namespace belvedere {

/// The shape of a forecasting task and of any model that answers it.
struct ForecastShape
{
    int history = 12; ///< steps in
    int horizon = 12; ///< steps out
    std::int64_t stepMs = 300000;
    /// Ascending, with 0.5 among them.
    std::vector<double> quantiles = {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};

    [[nodiscard]] int medianIndex() const { return nearestQuantile(0.5); }
    /// Bounds of the band that is shown: the 80 % band wherever there is one.
    [[nodiscard]] int lowerIndex() const { return nearestQuantile(0.1); }
    [[nodiscard]] int upperIndex() const { return nearestQuantile(0.9); }
    /// Position of the level nearest to `level`.
    [[nodiscard]] int nearestQuantile(double level) const;
};

/// @return Errc::Usage unless history, horizon and step are at least 1 and the quantiles ascend
/// between 0 and 1 with the median among them.
[[nodiscard]] Result<> checkShape(const ForecastShape &shape);

/// What a model is, without its weights.
struct ModelSpec
{
    QString kind; ///< "last-value", "seasonal", "neural": the name in the catalog
    ForecastShape shape;
    QString dataset; ///< what it was trained on
    QString channel;
    QString unit;
    std::vector<QString> siteCodes; ///< [N], the order of its outputs
    std::vector<QString> companions; ///< other channels of the data set that it looks at
    QJsonObject options; ///< hyper-parameters as used

    [[nodiscard]] QJsonObject toJson() const;
    /// @return Errc::Schema naming the field that is absent or makes no sense.
    [[nodiscard]] static Result<ModelSpec> fromJson(const QJsonObject &json);
};

} // namespace belvedere
