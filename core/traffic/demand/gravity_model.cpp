// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/demand/gravity_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace belvedere {

namespace {

/// How near the mean travel time must come, relative.
constexpr double kMeanExactness = 1e-4;
constexpr int kMeanRounds = 40;
constexpr double kLeastPerMinute = 1e-4;
constexpr double kMostPerMinute = 10.0;

double sumOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

Result<> checkEnds(const TripEnds &ends, const std::vector<double> &minutes)
{
    const std::size_t zones = ends.from.size();
    if (ends.to.size() != zones || minutes.size() != zones * zones)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "%1 zones send trips and %2 receive some, with %3 travel times. Give all of them "
                "for the same zones."),
            {QString::number(zones), QString::number(ends.to.size()),
                QString::number(minutes.size())});
    for (std::size_t zone = 0; zone < zones; ++zone)
        if (!(ends.from[zone] >= 0.0) || !(ends.to[zone] >= 0.0)
            || !std::isfinite(ends.from[zone] + ends.to[zone]))
            return failure(Errc::Numeric,
                QT_TRANSLATE_NOOP("Error",
                    "The trips of zone %1 are %2 from and %3 to it. They must be 0 or more."),
                {QString::number(zone + 1), QString::number(ends.from[zone]),
                    QString::number(ends.to[zone])});
    return {};
}

class Furness
{
public:
    Furness(const TripEnds &ends, const std::vector<double> &minutes, double perMinute)
        : m_zones(ends.from.size())
        , m_from(ends.from)
        , m_to(ends.to)
        , m_pull(minutes.size())
        , m_b(m_zones, 1.0)
        , m_a(m_zones, 0.0)
    {
        const double received = sumOf(m_to);
        const double scale = received > 0.0 ? sumOf(m_from) / received : 0.0;
        for (double &trips : m_to)
            trips *= scale;
        for (std::size_t cell = 0; cell < m_pull.size(); ++cell)
            m_pull[cell] = cell / m_zones == cell % m_zones || !std::isfinite(minutes[cell])
                ? 0.0
                : std::exp(-perMinute * minutes[cell]);
    }

    /// One round over rows and columns. @return the largest relative error of a row before it.
    Result<double> round()
    {
        double worst = 0.0;
        for (std::size_t i = 0; i < m_zones; ++i) {
            double reach = 0.0;
            for (std::size_t j = 0; j < m_zones; ++j)
                reach += m_b[j] * m_to[j] * m_pull[i * m_zones + j];
            if (reach <= 0.0 && m_from[i] > 0.0)
                return cannotTravel(i);
            if (m_from[i] > 0.0)
                worst = std::max(worst, std::abs(m_a[i] * reach - 1.0));
            m_a[i] = reach > 0.0 ? 1.0 / reach : 0.0;
        }
        std::vector<double> reach(m_zones, 0.0);
        for (std::size_t i = 0; i < m_zones; ++i)
            for (std::size_t j = 0; j < m_zones; ++j)
                reach[j] += m_a[i] * m_from[i] * m_pull[i * m_zones + j];
        for (std::size_t j = 0; j < m_zones; ++j) {
            if (reach[j] <= 0.0 && m_to[j] > 0.0)
                return cannotTravel(j);
            m_b[j] = reach[j] > 0.0 ? 1.0 / reach[j] : 0.0;
        }
        return worst;
    }

    [[nodiscard]] double trips(std::size_t i, std::size_t j) const
    {
        return m_a[i] * m_from[i] * m_b[j] * m_to[j] * m_pull[i * m_zones + j];
    }

private:
    static tl::unexpected<Error> cannotTravel(std::size_t zone)
    {
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "The trips of zone %1 cannot travel: no other zone is in reach. Connect it, or "
                "give it no trips."),
            {QString::number(zone + 1)});
    }

    std::size_t m_zones;
    std::vector<double> m_from;
    std::vector<double> m_to;
    std::vector<double> m_pull; // [zones · zones]
    std::vector<double> m_b;
    std::vector<double> m_a;
};

} // namespace

TripEnds tripEndsOf(const std::vector<CityZone> &zones, const TripEndOptions &options)
{
    double people = 0.0;
    double jobs = 0.0;
    for (const CityZone &zone : zones) {
        people += zone.people;
        jobs += zone.jobs;
    }
    const double trips = options.tripsPerPerson * people;
    TripEnds ends;
    for (const CityZone &zone : zones) {
        const double homes = people > 0.0 ? zone.people / people : 0.0;
        // Where no jobs are known, people work where people are.
        const double work = jobs > 0.0 ? zone.jobs / jobs : homes;
        ends.from.push_back(
            trips * (options.homeToWork * homes + (1.0 - options.homeToWork) * work));
        ends.to.push_back(trips * (options.homeToWork * work + (1.0 - options.homeToWork) * homes));
    }
    return ends;
}

Result<SyntheticDemand> gravityModel(const TripEnds &ends, const std::vector<double> &minutes,
    const GravityOptions &options, const TaskContext &context)
{
    BV_TRY_VOID(checkEnds(ends, minutes));
    const std::size_t zones = ends.from.size();
    Furness furness(ends, minutes, options.perMinute);
    SyntheticDemand demand;
    demand.perMinute = options.perMinute;
    for (double worst = 1.0; worst > options.exactness && demand.rounds < options.maxRounds;
         ++demand.rounds) {
        if (context.cancelled())
            return cancelledFailure();
        BV_TRY(worst, furness.round());
    }
    std::vector<OdPair> pairs;
    double sum = 0.0;
    for (std::size_t i = 0; i < zones; ++i) {
        for (std::size_t j = 0; j < zones; ++j) {
            const double trips = furness.trips(i, j);
            if (trips < options.leastTrips)
                continue;
            pairs.push_back({static_cast<std::int32_t>(i), static_cast<std::int32_t>(j), trips});
            sum += trips;
            demand.meanMinutes += trips * minutes[i * zones + j];
        }
    }
    demand.meanMinutes = sum > 0.0 ? demand.meanMinutes / sum : 0.0;
    BV_TRY(demand.trips, OdMatrix::make(zones, std::move(pairs)));
    return demand;
}

Result<SyntheticDemand> gravityModelOfMean(const TripEnds &ends, const std::vector<double> &minutes,
    double meanMinutes, const GravityOptions &options, const TaskContext &context)
{
    // The mean falls with β: bisection in its logarithm.
    double low = std::log(kLeastPerMinute);
    double high = std::log(kMostPerMinute);
    GravityOptions tried = options;
    for (int round = 0; round < kMeanRounds; ++round) {
        tried.perMinute = std::exp((low + high) / 2.0);
        BV_TRY(SyntheticDemand demand, gravityModel(ends, minutes, tried, context));
        if (std::abs(demand.meanMinutes - meanMinutes) <= kMeanExactness * meanMinutes)
            return demand;
        (demand.meanMinutes > meanMinutes ? low : high) = std::log(tried.perMinute);
    }
    return failure(Errc::Numeric,
        QT_TRANSLATE_NOOP("Error",
            "No spread of trips gives a mean of %1 minutes in this network. Try another mean."),
        {QString::number(meanMinutes)});
}

} // namespace belvedere
