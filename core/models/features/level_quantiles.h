// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/model_spec.h"
#include "models/model_state.h"

namespace belvedere {

/// How far the quantiles of a forecast lie from its mean, learned from errors that were made on
/// what was not learned from. They depend on the level that is forecast (errors of large values
/// are larger, and skew), as a straight line between the means of classes with equally many
/// errors, and on the site by one factor.
class LevelQuantiles
{
public:
    /// An error with what it belongs to.
    struct Residual
    {
        float level = 0.0F; ///< that was forecast, in spreads from the mean of the site
        float error = 0.0F; ///< truth - forecast, in spreads of the site
        std::size_t site = 0;
    };
    /// Offsets are all 0 without residuals.
    [[nodiscard]] static LevelQuantiles fromResiduals(const std::vector<Residual> &residuals,
        const std::vector<double> &levels, std::size_t siteCount);

    /// Ascending, in spreads of the site.
    /// @param out  [quantiles]
    void write(float level, std::size_t site, float *out) const;

    /// "<prefix>centres" [classes], "<prefix>offsets" [classes, quantiles], "<prefix>factors" [N].
    [[nodiscard]] std::vector<NamedTensor> tensors(const QString &prefix) const;
    /// @return Errc::Schema if they are of other shapes, no numbers or not ascending.
    [[nodiscard]] static Result<LevelQuantiles> fromState(
        const ModelState &state, const QString &prefix);

private:
    std::size_t m_quantiles = 0;
    std::vector<float> m_centres; // [classes], ascending
    std::vector<float> m_offsets; // [classes, quantiles]
    std::vector<float> m_factors; // [N]
};

} // namespace belvedere
