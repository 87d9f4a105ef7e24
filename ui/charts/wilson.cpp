// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/wilson.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere::ui {

ShareInterval wilsonInterval(qint64 events, qint64 cases)
{
    if (cases <= 0)
        return {};
    constexpr double z2 = 1.959964 * 1.959964;
    const double n = double(cases);
    const double share = double(events) / n;
    const double scale = 1.0 / (1.0 + z2 / n);
    const double middle = scale * (share + z2 / (2.0 * n));
    const double half = scale * std::sqrt(z2 * (share * (1.0 - share) / n + z2 / (4.0 * n * n)));
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

std::vector<ReliabilityBin> reliabilityOf(
    std::span<const double> probability, std::span<const quint8> happened, int bins)
{
    std::vector<ReliabilityBin> all(static_cast<std::size_t>(std::max(1, bins)));
    for (std::size_t i = 0; i < std::min(probability.size(), happened.size()); ++i) {
        const double p = probability[i];
        if (!(p >= 0.0 && p <= 1.0))
            continue;
        const auto index =
            std::min(all.size() - 1, static_cast<std::size_t>(p * double(all.size())));
        all[index].predicted += p;
        all[index].cases += 1;
        all[index].events += happened[i] ? 1 : 0;
    }
    std::erase_if(all, [](const ReliabilityBin &bin) { return bin.cases == 0; });
    for (ReliabilityBin &bin : all)
        bin.predicted /= double(bin.cases);
    return all;
}

double calibrationError(std::span<const ReliabilityBin> bins)
{
    double sum = 0.0;
    double cases = 0.0;
    for (const ReliabilityBin &bin : bins) {
        if (bin.cases <= 0)
            continue;
        sum += std::abs(double(bin.events) - bin.predicted * double(bin.cases));
        cases += double(bin.cases);
    }
    return cases > 0.0 ? sum / cases : std::numeric_limits<double>::quiet_NaN();
}

} // namespace belvedere::ui
