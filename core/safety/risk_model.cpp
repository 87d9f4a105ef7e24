// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/risk_model.h"

#include "safety/risk_rates.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace belvedere {

namespace {

constexpr int kLeastWeeks = 4;
constexpr double kPoisson = 1e-9; // a dispersion below is none
constexpr double kManyIncidents = 500.0; // beyond, the normal limit is exact enough

double atLeastOneOf(double mean, double dispersion)
{
    return dispersion > kPoisson ? -std::expm1(-std::log1p(dispersion * mean) / dispersion)
                                 : -std::expm1(-mean);
}

/// P(count + 1) / P(count).
double nextRatio(const ExpectedCount &expected, int count)
{
    const double spread = expected.dispersion * expected.mean;
    return expected.mean * (1.0 + expected.dispersion * count) / ((1.0 + spread) * (count + 1.0));
}

bool notNegative(const std::vector<double> &values)
{
    return std::all_of(values.begin(), values.end(),
        [](double value) { return value >= 0.0 && std::isfinite(value); });
}

Result<> checkSpec(const RiskSpec &spec, int surroundingParts)
{
    bool good = spec.surroundings.size() == static_cast<std::size_t>(surroundingParts)
        && notNegative(spec.surroundings) && spec.priorWeight > 0.0 && spec.hourWeight > 0.0
        && notNegative({spec.priorWeight, spec.longRunShare, spec.dispersion, spec.hourWeight})
        && spec.levelShare >= 0.0 && spec.levelShare <= 1.0;
    for (const OrderBand &band : spec.order)
        good = good && notNegative({band.share, band.modelWeight, 1.0 - band.modelWeight});
    double shares = spec.longRunShare;
    for (const RiskMemory &memory : spec.memories) {
        good = good && memory.halfLifeWeeks > 0.0 && memory.priorWeight > 0.0
            && notNegative({memory.halfLifeWeeks, memory.season, memory.priorWeight, memory.share});
        shares += memory.share;
    }
    if (good && shares > 0.0)
        return {};
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error",
            "A weight of the risk model is below zero, no number, or missing. Take what its "
            "tuning chose."));
}

} // namespace

int ExpectedCount::quantile(double level) const
{
    if (mean > kManyIncidents) {
        // Bisection of the normal distribution function: no closed form is needed.
        const double deviation = std::sqrt(mean + dispersion * mean * mean);
        double low = mean - 10.0 * deviation;
        double high = mean + 10.0 * deviation;
        while (high - low > 0.01) {
            const double middle = 0.5 * (low + high);
            const double below = 0.5 * std::erfc((mean - middle) / deviation / std::numbers::sqrt2);
            (below < level ? low : high) = middle;
        }
        return static_cast<int>(std::max(0L, std::lround(high)));
    }
    double single = 1.0 - atLeastOneOf(mean, dispersion);
    double sum = single;
    int count = 0;
    const double limit = mean + 40.0 * std::sqrt(mean + dispersion * mean * mean) + 40.0;
    for (; sum < level && count < limit; ++count) {
        single *= nextRatio(*this, count);
        sum += single;
    }
    return count;
}

double ExpectedCount::probability(int count) const
{
    if (count < 0)
        return 0.0;
    double single = 1.0 - atLeastOneOf(mean, dispersion);
    for (int i = 0; i < count; ++i)
        single *= nextRatio(*this, i);
    return single;
}

Result<RiskModel> RiskModel::fit(const CellIncidents &incidents, UtcMs until, const RiskSpec &spec,
    int type, const TaskContext &context)
{
    const WeeklyCounts own(incidents, until, type);
    if (own.weeks() < kLeastWeeks)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP(
                "Error", "A risk needs at least four weeks of incidents; before %1 there are %2."),
            {formatUtc(until), QString::number(own.weeks())});
    const WeeklyCounts every = type == kAllTypes ? WeeklyCounts({}, until, kAllTypes)
                                                 : WeeklyCounts(incidents, until, kAllTypes);
    const RiskRates rates(incidents.area, own, type == kAllTypes ? own : every);
    BV_TRY_VOID(checkSpec(spec, rates.surroundingParts()));
    if (context.cancelled())
        return cancelledFailure();
    BV_TRY(const CellRates forecast, rates.forecast(own.weeks(), spec));

    RiskModel model;
    model.m_spec = spec;
    model.m_weekly = forecast.mean;
    for (std::size_t i = 0; i < forecast.mean.size(); ++i)
        model.m_deviation.push_back(forecast.mean[i] / std::sqrt(forecast.shape[i]));
    model.m_urgency = urgencyOf(own.before(own.weeks()), forecast.mean, spec.order);
    TimeRange past;
    past.to = until;
    model.m_profile = HourProfile(incidents, past, spec.zone, type);
    return model;
}

ExpectedCount RiskModel::count(std::size_t cell, double weeks) const
{
    ExpectedCount count;
    count.mean = m_weekly[cell] * weeks;
    count.meanDeviation = m_deviation[cell] * weeks;
    count.dispersion = m_spec.dispersion;
    count.atLeastOne = atLeastOneOf(count.mean, count.dispersion);
    return count;
}

std::vector<ExpectedCount> RiskModel::expected(double days) const
{
    std::vector<ExpectedCount> counts;
    for (std::size_t i = 0; i < m_weekly.size(); ++i)
        counts.push_back(count(i, days / 7.0));
    return counts;
}

std::vector<ExpectedCount> RiskModel::expectedInHour(int hour) const
{
    const int within = ((hour % kHoursPerWeek) + kHoursPerWeek) % kHoursPerWeek;
    std::vector<ExpectedCount> counts;
    for (std::size_t i = 0; i < m_weekly.size(); ++i)
        counts.push_back(
            count(i, m_profile.cellShare(static_cast<int>(i), within, m_spec.hourWeight)));
    return counts;
}

} // namespace belvedere
