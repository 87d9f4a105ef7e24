// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/mixture_fit.h"

#include <numeric>

namespace belvedere {

void MixtureFit::add(const std::vector<const std::vector<double> *> &parts,
    const std::vector<WeeklyCounts::Entry> &counts)
{
    for (std::size_t k = 0; k < parts.size(); ++k)
        m_sums[k] = std::accumulate(parts[k]->begin(), parts[k]->end(), m_sums[k]);
    for (const WeeklyCounts::Entry &entry : counts) {
        m_observed.push_back(entry.count);
        for (const std::vector<double> *part : parts)
            m_rows.push_back(static_cast<float>((*part)[static_cast<std::size_t>(entry.cell)]));
    }
}

std::vector<double> MixtureFit::shares(int iterations) const
{
    const std::size_t parts = m_sums.size();
    std::vector<double> shares(parts, 1.0 / static_cast<double>(parts));
    std::vector<double> explained(parts);
    for (int i = 0; i < iterations; ++i) {
        std::fill(explained.begin(), explained.end(), 0.0);
        const float *row = m_rows.data();
        for (const double observed : m_observed) {
            double mean = 0.0;
            for (std::size_t k = 0; k < parts; ++k)
                mean += shares[k] * static_cast<double>(row[k]);
            if (mean > 0.0) {
                for (std::size_t k = 0; k < parts; ++k)
                    explained[k] += observed * static_cast<double>(row[k]) / mean;
            }
            row += parts;
        }
        for (std::size_t k = 0; k < parts; ++k)
            shares[k] *= m_sums[k] > 0.0 ? explained[k] / m_sums[k] : 0.0;
    }
    return shares;
}

} // namespace belvedere
