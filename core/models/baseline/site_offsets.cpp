// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/site_offsets.h"

#include "models/baseline/residual_quantiles.h"

#include <algorithm>

namespace belvedere {

namespace {

constexpr std::size_t kLeastResiduals = 20;
constexpr std::size_t kMostPooled = 200000; // residuals of a step ahead, of all sites

} // namespace

SiteOffsets::SiteOffsets(const ForecastShape &shape, std::size_t siteCount)
    : m_levels(shape.quantiles)
    , m_siteCount(siteCount)
    , m_offsets(static_cast<std::size_t>(shape.horizon) * siteCount * m_levels.size())
    , m_pooled(static_cast<std::size_t>(shape.horizon))
{
}

void SiteOffsets::set(int ahead, std::size_t site, std::vector<float> residuals, float spread)
{
    const auto step = static_cast<std::size_t>(ahead);
    // An equal share for each site, evenly spread over its residuals.
    const std::size_t share = std::max<std::size_t>(1, kMostPooled / m_siteCount);
    const std::size_t stride = 1 + residuals.size() / share;
    for (std::size_t i = 0; i < residuals.size(); i += stride)
        m_pooled[step].push_back(residuals[i]);
    if (residuals.size() < kLeastResiduals) {
        m_borrowers.push_back({step, site, spread});
        return;
    }
    const auto offsets = quantileOffsets(residuals, m_levels);
    m_loss += pinballSum(residuals, offsets, m_levels) * double(spread);
    m_compared += double(residuals.size() * m_levels.size());
    store(step, site, offsets, spread);
}

void SiteOffsets::store(
    std::size_t ahead, std::size_t site, const std::vector<float> &offsets, float spread)
{
    float *out = m_offsets.data() + (ahead * m_siteCount + site) * m_levels.size();
    for (const float offset : offsets)
        *out++ = offset * spread;
}

std::vector<float> SiteOffsets::take()
{
    std::vector<std::vector<float>> ofAll(m_pooled.size());
    for (const Borrower &b : m_borrowers) {
        if (ofAll[b.ahead].empty())
            ofAll[b.ahead] = quantileOffsets(m_pooled[b.ahead], m_levels);
        store(b.ahead, b.site, ofAll[b.ahead], b.spread);
    }
    return std::move(m_offsets);
}

double SiteOffsets::meanLoss() const
{
    return m_compared > 0.0 ? m_loss / m_compared : 0.0;
}

} // namespace belvedere
