// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/model_statistics.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

double ratio(double numerator, double denominator)
{
    return denominator != 0.0 ? numerator / denominator : kNan;
}

} // namespace

ModelStatistics modelStatistics(std::span<const float> model, std::span<const float> observation)
{
    const std::size_t size = std::min(model.size(), observation.size());
    ModelStatistics statistics;
    double sumM = 0.0;
    double sumO = 0.0;
    double error = 0.0;
    double absolute = 0.0;
    double squares = 0.0;
    qint64 within = 0;
    qint64 comparable = 0;
    for (std::size_t i = 0; i < size; ++i) {
        const auto m = static_cast<double>(model[i]);
        const auto o = static_cast<double>(observation[i]);
        if (std::isnan(m - o))
            continue;
        ++statistics.n;
        sumM += m;
        sumO += o;
        error += m - o;
        absolute += std::abs(m - o);
        squares += (m - o) * (m - o);
        if (o != 0.0) {
            ++comparable;
            within += m / o >= 0.5 && m / o <= 2.0 ? 1 : 0;
        }
    }
    const auto n = static_cast<double>(statistics.n);
    const double meanM = ratio(sumM, n);
    const double meanO = ratio(sumO, n);
    double product = 0.0;
    double spreadM = 0.0;
    double spreadO = 0.0;
    double aboutMean = 0.0; // sum |O - mean O|
    for (std::size_t i = 0; i < size; ++i) {
        const double m = static_cast<double>(model[i]) - meanM;
        const double o = static_cast<double>(observation[i]) - meanO;
        if (std::isnan(m - o))
            continue;
        product += m * o;
        spreadM += m * m;
        spreadO += o * o;
        aboutMean += std::abs(o);
    }
    statistics.fac2 = ratio(static_cast<double>(within), static_cast<double>(comparable));
    statistics.mb = ratio(error, n);
    statistics.mge = ratio(absolute, n);
    statistics.nmb = ratio(error, sumO);
    statistics.nmge = ratio(absolute, sumO);
    statistics.rmse = std::sqrt(ratio(squares, n));
    statistics.r = ratio(product, std::sqrt(spreadM * spreadO));
    statistics.coe = 1.0 - ratio(absolute, aboutMean);
    statistics.ioa = absolute <= 2.0 * aboutMean ? 1.0 - ratio(absolute, 2.0 * aboutMean)
                                                 : ratio(2.0 * aboutMean, absolute) - 1.0;
    return statistics;
}

} // namespace belvedere
