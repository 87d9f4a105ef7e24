// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/ensemble.h"

#include "base/random.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

/// Normal about 1, cut off at two and a half deviations.
double factor(Random &random, double deviation)
{
    return 1.0 + deviation * std::clamp(random.normal(), -2.5, 2.5);
}

/// Lognormal with median 1.
double ratio(Random &random, double deviation)
{
    return std::exp(deviation * std::clamp(random.normal(), -2.5, 2.5));
}

} // namespace

EnsembleDraw drawMember(std::uint64_t seed, int member, std::size_t zones)
{
    Random random = Random(seed).split(static_cast<std::uint64_t>(member));
    EnsembleDraw draw;
    draw.demand = factor(random, 0.05);
    draw.capacity = factor(random, 0.05);
    draw.nox = ratio(random, 0.20);
    draw.pm25 = ratio(random, 0.25);
    draw.co2 = ratio(random, 0.05);
    draw.dispersion = ratio(random, 0.30);
    draw.crashes = ratio(random, 0.20);
    for (std::size_t zone = 0; zone < zones; ++zone)
        draw.origins.push_back(factor(random, 0.10));
    return draw;
}

Result<AppliedCase> perturbed(const AppliedCase &applied, const EnsembleDraw &draw)
{
    AppliedCase result = applied;
    for (AppliedPeriod &period : result.periods) {
        AssignmentNetworkData data = period.network->data();
        for (AssignmentLink &link : data.links)
            link.delay.capacity *= draw.capacity;
        BV_TRY(AssignmentNetwork network, AssignmentNetwork::make(std::move(data)));
        period.network = std::make_shared<const AssignmentNetwork>(std::move(network));
        std::vector<OdMatrix> demand;
        for (const OdMatrix &matrix : *period.demand)
            demand.push_back(matrix.scaled([&draw](std::size_t origin, std::size_t) {
                return draw.demand * draw.origins[origin];
            }));
        period.demand = std::make_shared<const std::vector<OdMatrix>>(std::move(demand));
    }
    return result;
}

std::pair<double, double> tenNinety(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto quantile = [&values](double share) {
        const double position = share * static_cast<double>(values.size() - 1);
        const auto below = static_cast<std::size_t>(position);
        const std::size_t above = std::min(below + 1, values.size() - 1);
        return values[below]
            + (position - static_cast<double>(below)) * (values[above] - values[below]);
    };
    return {quantile(0.1), quantile(0.9)};
}

} // namespace belvedere
