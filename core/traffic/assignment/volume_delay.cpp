// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/volume_delay.h"

#include <cmath>

namespace belvedere {

namespace {

struct Conical
{
    double alpha;
    double beta;

    explicit Conical(double power)
        : alpha(power)
        , beta((2.0 * power - 1.0) / (2.0 * power - 2.0))
    {
    }
    [[nodiscard]] double root(double ratio) const
    {
        return std::hypot(alpha * (1.0 - ratio), beta);
    }
    /// ∫ of the factor on free time from ratio 0 to `ratio`.
    [[nodiscard]] double integral(double ratio) const
    {
        // With z = α(1-r): ∫ sqrt(z² + β²) dz = (z sqrt(z² + β²) + β² asinh(z / β)) / 2.
        const auto primitive = [this](double z) {
            return 0.5 * (z * std::hypot(z, beta) + beta * beta * std::asinh(z / beta));
        };
        const double roots = (primitive(alpha) - primitive(alpha * (1.0 - ratio))) / alpha;
        return (2.0 - alpha - beta) * ratio + 0.5 * alpha * ratio * ratio + roots;
    }
};

} // namespace

bool VolumeDelay::constant() const
{
    return freeTime == 0.0
        || (function == DelayFunction::Bpr && (coefficient == 0.0 || power == 0.0));
}

double VolumeDelay::time(double flow) const
{
    if (freeTime == 0.0)
        return 0.0;
    if (function == DelayFunction::Bpr)
        return freeTime
            * (coefficient == 0.0 ? 1.0 : 1.0 + coefficient * std::pow(flow / capacity, power));
    const Conical cone(power);
    const double ratio = flow / capacity;
    return freeTime * (2.0 + cone.root(ratio) - cone.alpha * (1.0 - ratio) - cone.beta);
}

double VolumeDelay::slope(double flow) const
{
    if (constant())
        return 0.0;
    const double ratio = flow / capacity;
    if (function == DelayFunction::Bpr) {
        // A power below 1 has an infinite slope at 0: no flow shifts by it.
        if (ratio <= 0.0)
            return power == 1.0 ? freeTime * coefficient / capacity : 0.0;
        return freeTime * coefficient * power * std::pow(ratio, power - 1.0) / capacity;
    }
    const Conical cone(power);
    return freeTime / capacity
        * (cone.alpha - cone.alpha * cone.alpha * (1.0 - ratio) / cone.root(ratio));
}

double VolumeDelay::integral(double flow) const
{
    if (freeTime == 0.0)
        return 0.0;
    const double ratio = flow / capacity;
    if (function == DelayFunction::Bpr)
        return freeTime * flow
            * (coefficient == 0.0 ? 1.0
                                  : 1.0 + coefficient * std::pow(ratio, power) / (power + 1.0));
    return freeTime * capacity * Conical(power).integral(ratio);
}

} // namespace belvedere
