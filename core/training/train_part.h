// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/run_record.h"

namespace belvedere {

/// One data set of a training, cut into its parts.
struct TrainPart
{
    std::shared_ptr<const ChannelHistory> history;
    std::shared_ptr<const ChannelHistory> learnFrom; ///< `history`, or with some values hidden
    ForecastShape shape;
    Split split;
    int validationStride = 1; ///< of the estimate after each epoch

    [[nodiscard]] ModelSpec modelSpec(const QString &kind, const QJsonObject &options) const;
    /// Windows of the estimate after each epoch.
    [[nodiscard]] int validationWindows() const
    {
        return split.validation.count / validationStride;
    }
};

/// @param learnFrom  null = `history`.
/// @param split  instead of the shares of `spec`.
/// @return Errc::Shape if a part has no window, Errc::Numeric if one has no observed value.
[[nodiscard]] Result<TrainPart> makeTrainPart(const TrainSpec &spec,
    std::shared_ptr<const ChannelHistory> history, std::shared_ptr<const ChannelHistory> learnFrom,
    const std::optional<Split> &split);

/// MAE of "stays as last observed" over the estimate's windows: what makes the errors of
/// different data comparable. NaN if nothing was observed.
[[nodiscard]] double lastValueMae(const TrainPart &part);

} // namespace belvedere
