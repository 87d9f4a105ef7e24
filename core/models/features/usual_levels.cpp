// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/features/usual_levels.h"

#include "models/seasonal_profile.h"
#include "models/usual_pattern.h"

#include <algorithm>

namespace belvedere {

namespace {

constexpr double kLeastSpread = 0.1; // of a site, as a share of the spread of all

/// Mean of each site over its observations; of all for a site without any.
std::vector<float> siteMeans(const ChannelHistory &history, StepRange steps)
{
    const std::size_t sites = history.siteCodes.size();
    std::vector<double> sums(sites);
    std::vector<double> counts(sites);
    double sum = 0.0;
    double count = 0.0;
    for (int step = steps.begin; step < steps.end; ++step) {
        const float *row = history.row(step);
        for (std::size_t s = 0; s < sites; ++s) {
            if (std::isnan(row[s]))
                continue;
            sums[s] += double(row[s]);
            counts[s] += 1.0;
        }
    }
    for (std::size_t s = 0; s < sites; ++s) {
        sum += sums[s];
        count += counts[s];
    }
    std::vector<float> means;
    for (std::size_t s = 0; s < sites; ++s)
        means.push_back(
            static_cast<float>(counts[s] > 0.0 ? sums[s] / counts[s] : sum / std::max(count, 1.0)));
    return means;
}

/// Slope of observations on the pattern, both as distances from the mean of their site, each site
/// in units of its own variance; 0 … 1.
float slopeOn(const std::vector<float> &pattern, const std::vector<float> &means,
    const ChannelHistory &history, StepRange steps)
{
    const std::size_t sites = means.size();
    std::vector<double> products(sites);
    std::vector<double> patternSquares(sites);
    std::vector<double> squares(sites);
    for (int step = steps.begin; step < steps.end; ++step) {
        const float *row = history.row(step);
        const float *expected =
            pattern.data() + static_cast<std::size_t>(step - steps.begin) * sites;
        for (std::size_t s = 0; s < sites; ++s) {
            if (std::isnan(row[s]))
                continue;
            const double value = double(row[s]) - double(means[s]);
            const double usual = double(expected[s]) - double(means[s]);
            products[s] += value * usual;
            patternSquares[s] += usual * usual;
            squares[s] += value * value;
        }
    }
    double product = 0.0;
    double patternSquare = 0.0;
    for (std::size_t s = 0; s < sites; ++s) {
        if (squares[s] > 0.0) {
            product += products[s] / squares[s];
            patternSquare += patternSquares[s] / squares[s];
        }
    }
    return patternSquare > 0.0 ? static_cast<float>(std::clamp(product / patternSquare, 0.0, 1.0))
                               : 0.0F;
}

void drawTowards(const std::vector<float> &means, float slope, std::vector<float> &pattern)
{
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const float mean = means[i % means.size()];
        pattern[i] = mean + slope * (pattern[i] - mean);
    }
}

} // namespace

UsualLevels UsualLevels::fromSteps(const ChannelHistory &history, StepRange steps)
{
    const UsualPattern pattern = UsualPattern::fromSteps(history, steps);
    const std::vector<float> means = siteMeans(history, steps);
    UsualLevels levels;
    levels.m_usual = pattern.values();
    levels.m_leftOut = pattern.leavingOut(history, steps);
    const float slope = slopeOn(levels.m_leftOut, means, history, steps);
    drawTowards(means, slope, levels.m_usual);
    drawTowards(means, slope, levels.m_leftOut);
    for (const float mean : means) {
        levels.m_sites.push_back(mean);
        levels.m_sites.push_back(1.0F);
    }
    levels.takeSpreads(history, steps);
    return levels;
}

void UsualLevels::takeSpreads(const ChannelHistory &history, StepRange steps)
{
    const std::size_t sites = siteCount();
    std::vector<double> squares(sites);
    std::vector<double> counts(sites);
    double allSquares = 0.0;
    double allCounts = 0.0;
    for (int step = steps.begin; step < steps.end; ++step) {
        const float *row = history.row(step);
        const float *usual =
            m_leftOut.data() + static_cast<std::size_t>(step - steps.begin) * sites;
        for (std::size_t s = 0; s < sites; ++s) {
            if (std::isnan(row[s]))
                continue;
            const double deviation = double(row[s]) - double(usual[s]);
            squares[s] += deviation * deviation;
            counts[s] += 1.0;
            allSquares += deviation * deviation;
            allCounts += 1.0;
        }
    }
    const double ofAll = allSquares > 0.0 ? std::sqrt(allSquares / allCounts) : 1.0;
    for (std::size_t s = 0; s < sites; ++s) {
        const double own = counts[s] > 0.0 ? std::sqrt(squares[s] / counts[s]) : ofAll;
        m_sites[2 * s + 1] = static_cast<float>(std::max(own, kLeastSpread * ofAll));
    }
}

Result<UsualLevels> UsualLevels::fromTensors(const ModelState &state)
{
    const auto sites = std::int64_t(state.spec.siteCodes.size());
    const std::int64_t slots = 7 * SeasonalProfile::slotsPerDay(state.spec.shape.stepMs);
    BV_TRY(const NamedTensor *usual, state.tensor(QStringLiteral("usual"), {slots, sites}));
    BV_TRY(const NamedTensor *ofSites, state.tensor(QStringLiteral("sites"), {sites, 2}));
    UsualLevels levels;
    levels.m_usual = usual->values;
    levels.m_sites = ofSites->values;
    const auto finite = [](float value) { return std::isfinite(value); };
    bool valid = std::all_of(levels.m_usual.begin(), levels.m_usual.end(), finite)
        && std::all_of(levels.m_sites.begin(), levels.m_sites.end(), finite);
    for (std::size_t s = 0; s < levels.siteCount(); ++s)
        valid = valid && levels.spread(s) > 0.0F;
    if (!valid)
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP(
                "Error", "The model's usual values are damaged: one of them is no number."));
    return levels;
}

std::vector<NamedTensor> UsualLevels::tensors() const
{
    const auto sites = std::int64_t(siteCount());
    return {{QStringLiteral("usual"), {std::int64_t(slotCount()), sites}, m_usual},
        {QStringLiteral("sites"), {sites, 2}, m_sites}};
}

} // namespace belvedere
