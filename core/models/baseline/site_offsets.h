// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/model_spec.h"

namespace belvedere {

/// How far quantiles lie from the median, by step ahead and site, from residuals. A site with
/// only a few residuals borrows those of all sites, stretched to its own spread.
class SiteOffsets
{
public:
    SiteOffsets(const ForecastShape &shape, std::size_t siteCount);

    /// @param ahead  from 0
    /// @param residuals  truth - forecast, in spreads of the site
    void set(int ahead, std::size_t site, std::vector<float> residuals, float spread);
    /// [horizon, N, quantiles] in the original unit.
    [[nodiscard]] std::vector<float> take();
    /// Mean quantile loss on the residuals themselves, original unit; 0 without any.
    [[nodiscard]] double meanLoss() const;

private:
    struct Borrower
    {
        std::size_t ahead;
        std::size_t site;
        float spread;
    };
    void store(
        std::size_t ahead, std::size_t site, const std::vector<float> &offsets, float spread);

    std::vector<double> m_levels;
    std::size_t m_siteCount;
    std::vector<float> m_offsets; // [horizon, N, quantiles]
    std::vector<std::vector<float>> m_pooled; // [horizon] in spreads
    std::vector<Borrower> m_borrowers;
    double m_loss = 0.0;
    double m_compared = 0.0;
};

} // namespace belvedere
