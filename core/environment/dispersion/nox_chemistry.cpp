// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/dispersion/nox_chemistry.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

double derwentMiddleton(double nox)
{
    const double a = std::log10(nox);
    return 2.166 - nox * (1.236 - 3.348 * a + 1.933 * a * a - 0.326 * a * a * a);
}

} // namespace

No2Estimate no2FromNoxPpb(double noxPpb)
{
    if (!(noxPpb > 0.0))
        return {0.0, noxPpb != 0.0};
    if (noxPpb < kDerwentMinimumPpb)
        return {derwentMiddleton(kDerwentMinimumPpb) * noxPpb / kDerwentMinimumPpb, true};
    const double inside = std::min(noxPpb, kDerwentMaximumPpb);
    return {std::min(noxPpb, derwentMiddleton(inside)), noxPpb > kDerwentMaximumPpb};
}

No2Field no2Field(const std::vector<float> &trafficNox, double backgroundNox, double backgroundNo2)
{
    const double formula = no2FromNox(backgroundNox).no2;
    const double base = std::isnan(backgroundNo2) ? formula : backgroundNo2;
    No2Field field;
    field.no2.reserve(trafficNox.size());
    for (const float traffic : trafficNox) {
        const No2Estimate whole = no2FromNox(backgroundNox + static_cast<double>(traffic));
        field.no2.push_back(static_cast<float>(base + std::max(0.0, whole.no2 - formula)));
        field.outsideRange += whole.outsideRange ? 1 : 0;
    }
    return field;
}

No2Estimate no2FromNox(double noxAsNo2)
{
    const No2Estimate ppb = no2FromNoxPpb(noxAsNo2 / kNo2MicrogramPerPpb);
    return {ppb.no2 * kNo2MicrogramPerPpb, ppb.outsideRange};
}

} // namespace belvedere
