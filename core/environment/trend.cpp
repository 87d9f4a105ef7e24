// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/trend.h"

#include "base/random.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr int kMonths = 12;
constexpr int kLeastMonths = 6;
constexpr double kNeededShare = 0.75;

double medianOf(std::vector<double> values)
{
    if (values.empty())
        return kNan;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    if (values.size() % 2 == 1)
        return *middle;
    return 0.5 * (*middle + *std::max_element(values.begin(), middle));
}

/// Every month from the first to the last step, with its mean.
std::vector<MonthlyValue> monthlyMeans(const PlaceValues &values)
{
    const std::vector<LocalTime> times = localTimes(values.axis, values.zone);
    const bool level = isLevel(values.channel);
    const double stepsPerDay =
        static_cast<double>(kMsPerDay) / static_cast<double>(values.axis.stepMs);
    std::vector<MonthlyValue> months;
    for (std::size_t begin = 0; begin < times.size();) {
        MonthlyValue month{times[begin].year, times[begin].month, kNan, kNan};
        double sum = 0.0;
        int count = 0;
        std::size_t end = begin;
        for (;
             end < times.size() && times[end].month == month.month && times[end].year == month.year;
             ++end) {
            if (std::isnan(values.values[end]))
                continue;
            const auto value = static_cast<double>(values.values[end]);
            sum += level ? std::pow(10.0, value / 10.0) : value;
            ++count;
        }
        const double whole = QDate(month.year, month.month, 1).daysInMonth() * stepsPerDay;
        if (count > 0 && count >= kNeededShare * whole)
            month.mean = level ? 10.0 * std::log10(sum / count) : sum / count;
        months.push_back(month);
        begin = end;
    }
    return months;
}

/// Median of the slopes between years of one calendar month, a year (Hirsch, Slack and Smith 1982):
/// a season does not touch it.
double slopeWithinMonths(const std::vector<MonthlyValue> &months)
{
    std::vector<double> slopes;
    for (std::size_t a = 0; a < months.size(); ++a) {
        for (std::size_t b = a + kMonths; b < months.size(); b += kMonths) {
            const double slope =
                (months[b].mean - months[a].mean) / (static_cast<double>(b - a) / kMonths);
            if (!std::isnan(slope))
                slopes.push_back(slope);
        }
    }
    return medianOf(std::move(slopes));
}

/// Takes each calendar month's usual departure off, if there are two years of it. A trend is
/// taken out before the departures are measured, or December would have some of it as season.
bool deseasonalise(std::vector<MonthlyValue> &months)
{
    const double slope = slopeWithinMonths(months);
    std::array<double, kMonths> sums{};
    std::array<int, kMonths> counts{};
    for (std::size_t i = 0; i < months.size(); ++i) {
        const auto at = static_cast<std::size_t>(months[i].month - 1);
        const double level = months[i].mean - slope * static_cast<double>(i) / kMonths;
        if (std::isnan(level))
            continue;
        sums[at] += level;
        ++counts[at];
    }
    const bool enough = months.size() >= 2 * kMonths && !std::isnan(slope)
        && std::all_of(counts.begin(), counts.end(), [](int count) { return count > 0; });
    // The mean of the twelve means, so that a missing January does not count as a season.
    double usual = 0.0;
    for (std::size_t i = 0; i < kMonths && enough; ++i)
        usual += sums[i] / counts[i] / kMonths;
    for (MonthlyValue &month : months) {
        const auto at = static_cast<std::size_t>(month.month - 1);
        month.deseasonalised = enough ? month.mean - sums[at] / counts[at] + usual : month.mean;
    }
    return enough;
}

double interceptOf(std::span<const double> x, std::span<const double> y, double slope)
{
    std::vector<double> rests;
    for (std::size_t i = 0; i < x.size(); ++i)
        rests.push_back(y[i] - slope * x[i]);
    return medianOf(std::move(rests));
}

} // namespace

double theilSenSlope(std::span<const double> x, std::span<const double> y)
{
    std::vector<double> slopes;
    slopes.reserve(x.size() * (x.size() + 1) / 2);
    for (std::size_t a = 0; a < x.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            const double slope = (y[a] - y[b]) / (x[a] - x[b]);
            if (x[a] != x[b] && !std::isnan(slope))
                slopes.push_back(slope);
        }
    }
    return medianOf(std::move(slopes));
}

Result<Trend> theilSenTrend(
    const PlaceValues &values, std::uint64_t seed, int draws, const TaskContext &context)
{
    Trend trend;
    trend.months = monthlyMeans(values);
    trend.deseasonalised = deseasonalise(trend.months);
    std::vector<double> x; // years
    std::vector<double> y;
    for (std::size_t i = 0; i < trend.months.size(); ++i) {
        if (std::isnan(trend.months[i].mean))
            continue;
        x.push_back(static_cast<double>(i) / kMonths);
        y.push_back(trend.months[i].deseasonalised);
    }
    trend.used = static_cast<int>(x.size());
    if (trend.used < kLeastMonths)
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "A trend needs %1 months of which three quarters were measured; there are %2."),
            {QString::number(kLeastMonths), QString::number(trend.used)});
    trend.slopePerYear = theilSenSlope(x, y);
    trend.intercept = interceptOf(x, y, trend.slopePerYear);
    trend.percentPerYear =
        trend.intercept > 0.0 ? 100.0 * trend.slopePerYear / trend.intercept : kNan;

    // Residuals are drawn in blocks and put back on the line.
    const std::size_t n = x.size();
    const auto block =
        static_cast<std::size_t>(std::max(1.0, std::round(std::cbrt(static_cast<double>(n)))));
    Random random(seed);
    std::vector<double> slopes;
    std::vector<double> drawn(n);
    int notAbove = 0;
    for (int draw = 0; draw < draws; ++draw) {
        if (context.cancelled())
            return cancelledFailure();
        context.progress(draw, draws, {});
        for (std::size_t at = 0; at < n; at += block) {
            const std::size_t from = random.below(n - block + 1);
            for (std::size_t i = 0; i < block && at + i < n; ++i)
                drawn[at + i] =
                    y[from + i] - trend.slopePerYear * x[from + i] + trend.slopePerYear * x[at + i];
        }
        slopes.push_back(theilSenSlope(x, drawn));
        notAbove += slopes.back() <= 0.0 ? 1 : 0;
    }
    if (slopes.empty())
        return trend;
    std::sort(slopes.begin(), slopes.end());
    const auto at = [&slopes](double share) {
        return slopes[static_cast<std::size_t>(
            std::llround(share * static_cast<double>(slopes.size() - 1)))];
    };
    trend.low = at(0.025);
    trend.high = at(0.975);
    const double share = static_cast<double>(notAbove) / draws;
    trend.pValue = std::min(1.0, 2.0 * std::max(std::min(share, 1.0 - share), 1.0 / (draws + 1)));
    return trend;
}

} // namespace belvedere
