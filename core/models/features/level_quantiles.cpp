// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/features/level_quantiles.h"

#include "models/baseline/residual_quantiles.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr std::size_t kMostClasses = 12;
constexpr std::size_t kLeastOfClass = 150; // residuals
constexpr double kPooledWeight = 30.0; // residuals that the errors of all sites count for

const NamedTensor *named(const ModelState &state, const QString &name)
{
    const auto found = std::find_if(state.tensors.begin(), state.tensors.end(),
        [&](const NamedTensor &t) { return t.name == name; });
    return found == state.tensors.end() ? nullptr : &*found;
}

/// How large the errors of a site are beside those of all. [N]
std::vector<float> siteFactors(
    const std::vector<LevelQuantiles::Residual> &residuals, std::size_t siteCount)
{
    std::vector<double> sums(siteCount);
    std::vector<double> counts(siteCount);
    double sum = 0.0;
    for (const LevelQuantiles::Residual &r : residuals) {
        const double size = std::abs(double(r.error));
        sums[r.site] += size;
        counts[r.site] += 1.0;
        sum += size;
    }
    const double ofAll = sum / std::max(1.0, static_cast<double>(residuals.size()));
    std::vector<float> factors;
    for (std::size_t s = 0; s < siteCount; ++s)
        factors.push_back(ofAll > 0.0 ? static_cast<float>(
                              (sums[s] / ofAll + kPooledWeight) / (counts[s] + kPooledWeight))
                                      : 1.0F);
    return factors;
}

} // namespace

LevelQuantiles LevelQuantiles::fromResiduals(const std::vector<Residual> &residuals,
    const std::vector<double> &levels, std::size_t siteCount)
{
    LevelQuantiles made;
    made.m_quantiles = levels.size();
    made.m_factors = siteFactors(residuals, siteCount);
    std::vector<Residual> sorted = residuals;
    std::stable_sort(sorted.begin(), sorted.end(),
        [](const Residual &a, const Residual &b) { return a.level < b.level; });
    const std::size_t classes =
        std::clamp<std::size_t>(sorted.size() / kLeastOfClass, 1, kMostClasses);
    for (std::size_t c = 0; c < classes; ++c) {
        const std::size_t begin = c * sorted.size() / classes;
        const std::size_t end = (c + 1) * sorted.size() / classes;
        std::vector<float> errors;
        double centre = 0.0;
        for (std::size_t i = begin; i < end; ++i) {
            errors.push_back(sorted[i].error / made.m_factors[sorted[i].site]);
            centre += double(sorted[i].level);
        }
        std::sort(errors.begin(), errors.end());
        made.m_centres.push_back(
            errors.empty() ? 0.0F : static_cast<float>(centre / double(errors.size())));
        for (const double level : levels)
            made.m_offsets.push_back(
                errors.empty() ? 0.0F : static_cast<float>(quantileOf(errors, level)));
    }
    return made;
}

void LevelQuantiles::write(float level, std::size_t site, float *out) const
{
    const auto above = std::upper_bound(m_centres.begin(), m_centres.end(), level);
    const auto next = static_cast<std::size_t>(above - m_centres.begin());
    const std::size_t high = std::min(next, m_centres.size() - 1);
    const std::size_t low = next > 0 ? next - 1 : 0;
    const float gap = m_centres[high] - m_centres[low];
    const float share = gap > 0.0F ? (level - m_centres[low]) / gap : 0.0F;
    const float *lower = m_offsets.data() + low * m_quantiles;
    const float *upper = m_offsets.data() + high * m_quantiles;
    for (std::size_t q = 0; q < m_quantiles; ++q)
        out[q] = (lower[q] + share * (upper[q] - lower[q])) * m_factors[site];
    // Where both lines meet, rounding must not swap two of them.
    for (std::size_t q = 1; q < m_quantiles; ++q)
        out[q] = std::max(out[q], out[q - 1]);
}

std::vector<NamedTensor> LevelQuantiles::tensors(const QString &prefix) const
{
    const auto classes = std::int64_t(m_centres.size());
    return {{prefix + QStringLiteral("centres"), {classes}, m_centres},
        {prefix + QStringLiteral("offsets"), {classes, std::int64_t(m_quantiles)}, m_offsets},
        {prefix + QStringLiteral("factors"), {std::int64_t(m_factors.size())}, m_factors}};
}

Result<LevelQuantiles> LevelQuantiles::fromState(const ModelState &state, const QString &prefix)
{
    const NamedTensor *centres = named(state, prefix + QStringLiteral("centres"));
    const NamedTensor *offsets = named(state, prefix + QStringLiteral("offsets"));
    const NamedTensor *factors = named(state, prefix + QStringLiteral("factors"));
    const std::size_t quantiles = state.spec.shape.quantiles.size();
    const auto finite = [](float value) { return std::isfinite(value); };
    bool valid = centres != nullptr && offsets != nullptr && factors != nullptr
        && centres->shape.size() == 1
        && offsets->shape == std::vector<std::int64_t>{centres->shape[0], std::int64_t(quantiles)}
        && factors->shape == std::vector<std::int64_t>{std::int64_t(state.spec.siteCodes.size())}
        && std::is_sorted(centres->values.begin(), centres->values.end())
        && std::all_of(centres->values.begin(), centres->values.end(), finite)
        && std::all_of(offsets->values.begin(), offsets->values.end(), finite)
        && std::all_of(factors->values.begin(), factors->values.end(),
            [](float value) { return value > 0.0F && std::isfinite(value); });
    for (std::size_t i = 0; valid && i < offsets->values.size(); i += quantiles)
        valid = std::is_sorted(offsets->values.begin() + static_cast<std::ptrdiff_t>(i),
            offsets->values.begin() + static_cast<std::ptrdiff_t>(i + quantiles));
    if (!valid)
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error", "The model's quantiles are damaged or missing."));
    LevelQuantiles made;
    made.m_quantiles = quantiles;
    made.m_centres = centres->values;
    made.m_offsets = offsets->values;
    made.m_factors = factors->values;
    return made;
}

} // namespace belvedere
