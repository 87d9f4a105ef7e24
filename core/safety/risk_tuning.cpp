// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/mixture_fit.h"
#include "safety/risk_model.h"
#include "safety/risk_rates.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace belvedere {

namespace {

constexpr int kLeastWeeks = 8;
constexpr double kPriorWeights[] = {0.5, 1.0, 2.0, 4.0, 8.0, 16.0};
constexpr double kMemoryPriorWeights[] = {4.0, 16.0, 64.0, 256.0};
constexpr double kHalfLivesWeeks[] = {4.0, 13.0, 26.0, 52.0};
constexpr double kSeasons[] = {0.0, 1.0};
constexpr double kLevelShares[] = {0.0, 0.25, 0.5, 0.75, 1.0};
constexpr double kHourWeights[] = {25.0, 100.0, 400.0, 1600.0, 6400.0, 25600.0};

double sumOf(const std::vector<double> &values)
{
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Half the Poisson deviance of forecasts that were brought to the right level as a whole, so that
/// only their pattern is judged.
class PatternDeviance
{
public:
    void add(const std::vector<double> &means, const std::vector<WeeklyCounts::Entry> &counts)
    {
        m_expected += sumOf(means);
        for (const WeeklyCounts::Entry &entry : counts) {
            m_observed += entry.count;
            m_logs +=
                entry.count * std::log(entry.count / means[static_cast<std::size_t>(entry.cell)]);
        }
    }
    [[nodiscard]] double value() const
    {
        return m_observed > 0.0 ? m_logs - m_observed * std::log(m_observed / m_expected) : 0.0;
    }

private:
    double m_logs = 0.0; // Σ y ln(y / mean)
    double m_observed = 0.0;
    double m_expected = 0.0;
};

/// Chooses one part of a RiskSpec after the other, from the plain to the fine.
class Tuning
{
public:
    Tuning(const RiskRates &rates, int firstWeek, const TaskContext &context)
        : m_rates(rates)
        , m_own(rates.own())
        , m_first(firstWeek)
        , m_context(context)
    {
    }

    [[nodiscard]] Result<> chooseSurroundings(RiskSpec &spec) const
    {
        MixtureFit mixture(static_cast<std::size_t>(m_rates.surroundingParts()));
        for (int week = m_first; week < m_own.weeks(); ++week) {
            if (m_context.cancelled())
                return cancelledFailure();
            BV_TRY(const std::vector<std::vector<double>> parts, m_rates.surroundings(week));
            mixture.add(pointersTo(parts), m_own.week(week));
        }
        spec.surroundings = mixture.shares();
        const double sum = sumOf(spec.surroundings);
        for (double &share : spec.surroundings)
            share = sum > 0.0 ? share / sum : 1.0 / static_cast<double>(spec.surroundings.size());
        return {};
    }

    [[nodiscard]] Result<> choosePriorWeight(RiskSpec &spec)
    {
        std::vector<std::vector<double>> priors;
        for (int week = m_first; week < m_own.weeks(); ++week) {
            if (m_context.cancelled())
                return cancelledFailure();
            BV_TRY(std::vector<double> prior, m_rates.prior(week, spec.surroundings));
            priors.push_back(std::move(prior));
        }
        double best = std::numeric_limits<double>::infinity();
        for (const double weight : kPriorWeights) {
            std::vector<CellRates> rates;
            PatternDeviance deviance;
            for (int week = m_first; week < m_own.weeks(); ++week) {
                rates.push_back(m_rates.longRun(
                    week, priors[static_cast<std::size_t>(week - m_first)], weight));
                deviance.add(rates.back().mean, m_own.week(week));
            }
            if (deviance.value() < best) {
                best = deviance.value();
                spec.priorWeight = weight;
                m_longRun = std::move(rates);
            }
        }
        return {};
    }

    [[nodiscard]] Result<> chooseMemories(RiskSpec &spec) const
    {
        std::vector<std::vector<std::vector<double>>> forecasts; // [memories][weeks][cells]
        for (const double halfLife : kHalfLivesWeeks) {
            for (const double season : kSeasons) {
                if (m_context.cancelled())
                    return cancelledFailure();
                forecasts.emplace_back();
                spec.memories.push_back(bestMemory({halfLife, season, 0.0, 0.0}, forecasts.back()));
            }
        }
        MixtureFit mixture(spec.memories.size() + 1);
        for (std::size_t i = 0; i < m_longRun.size(); ++i) {
            std::vector<const std::vector<double> *> parts = {&m_longRun[i].mean};
            for (const auto &forecast : forecasts)
                parts.push_back(&forecast[i]);
            mixture.add(parts, m_own.week(m_first + static_cast<int>(i)));
        }
        const std::vector<double> shares = mixture.shares();
        spec.longRunShare = shares.front();
        for (std::size_t i = 0; i < spec.memories.size(); ++i)
            spec.memories[i].share = shares[i + 1];
        return {};
    }

    /// The level and what Poisson does not explain, of the finished mixture.
    [[nodiscard]] Result<> chooseLevelAndDispersion(RiskSpec &spec)
    {
        std::vector<CellRates> &rates = m_forecasts; // before the level
        for (int week = m_first; week < m_own.weeks(); ++week) {
            if (m_context.cancelled())
                return cancelledFailure();
            BV_TRY(CellRates forecast, m_rates.forecast(week, spec));
            rates.push_back(std::move(forecast));
        }
        double best = std::numeric_limits<double>::infinity();
        for (const double share : kLevelShares) {
            double deviance = 0.0;
            for (std::size_t i = 0; i < rates.size(); ++i) {
                const double observed = m_own.total(m_first + static_cast<int>(i));
                const double expected = levelled(rates[i].mean, i, share);
                deviance += expected - observed
                    + (observed > 0.0 ? observed * std::log(observed / expected) : 0.0);
            }
            if (deviance < best) {
                best = deviance;
                spec.levelShare = share;
            }
        }
        spec.dispersion = dispersionOf(rates, spec.levelShare);
        return {};
    }

    /// Of the finished mixture, whose level changes no order.
    void chooseOrder(RiskSpec &spec) const
    {
        OrderChoice choice;
        for (std::size_t i = 0; i < m_forecasts.size(); ++i) {
            const int week = m_first + static_cast<int>(i);
            std::vector<double> came(m_forecasts[i].mean.size(), 0.0);
            for (const WeeklyCounts::Entry &entry : m_own.week(week))
                came[static_cast<std::size_t>(entry.cell)] = entry.count;
            choice.add(m_own.before(week), m_forecasts[i].mean, std::move(came));
        }
        spec.order = choice.bands();
    }

private:
    static std::vector<const std::vector<double> *> pointersTo(
        const std::vector<std::vector<double>> &parts)
    {
        std::vector<const std::vector<double> *> pointers;
        for (const std::vector<double> &part : parts)
            pointers.push_back(&part);
        return pointers;
    }

    RiskMemory bestMemory(RiskMemory memory, std::vector<std::vector<double>> &forecast) const
    {
        double best = std::numeric_limits<double>::infinity();
        RiskMemory chosen = memory;
        for (const double weight : kMemoryPriorWeights) {
            memory.priorWeight = weight;
            std::vector<std::vector<double>> means;
            PatternDeviance deviance;
            for (std::size_t i = 0; i < m_longRun.size(); ++i) {
                const int week = m_first + static_cast<int>(i);
                means.push_back(m_rates.remembered(week, m_longRun[i], memory).mean);
                deviance.add(means.back(), m_own.week(week));
            }
            if (deviance.value() < best) {
                best = deviance.value();
                chosen = memory;
                forecast = std::move(means);
            }
        }
        return chosen;
    }

    /// Expected total of the i-th validation week.
    [[nodiscard]] double levelled(
        const std::vector<double> &means, std::size_t i, double levelShare) const
    {
        const double total = std::max(sumOf(means), std::numeric_limits<double>::min());
        const double recent = m_rates.recentTotal(m_first + static_cast<int>(i));
        return recent > 0.0 ? total * std::pow(recent / total, levelShare) : total;
    }

    /// Moments: the mean of (y - mean)² - mean, in units of mean².
    [[nodiscard]] double dispersionOf(const std::vector<CellRates> &rates, double levelShare) const
    {
        double excess = 0.0;
        double squares = 0.0;
        for (std::size_t i = 0; i < rates.size(); ++i) {
            const double total = sumOf(rates[i].mean);
            const double level = total > 0.0 ? levelled(rates[i].mean, i, levelShare) / total : 1.0;
            for (const double mean : rates[i].mean) {
                excess += level * mean * (level * mean - 1.0); // as if nothing had happened
                squares += level * mean * level * mean;
            }
            for (const WeeklyCounts::Entry &entry : m_own.week(m_first + static_cast<int>(i))) {
                const double mean = level * rates[i].mean[static_cast<std::size_t>(entry.cell)];
                excess += entry.count * (entry.count - 2.0 * mean);
            }
        }
        return squares > 0.0 ? std::max(0.0, excess / squares) : 0.0;
    }

    const RiskRates &m_rates;
    const WeeklyCounts &m_own;
    int m_first;
    const TaskContext &m_context;
    std::vector<CellRates> m_longRun; // [validation weeks]
    std::vector<CellRates> m_forecasts; // [validation weeks]
};

double bestHourWeight(
    const CellIncidents &incidents, TimeRange validation, const QTimeZone &zone, int type)
{
    TimeRange before;
    before.to = validation.from;
    const HourProfile profile(incidents, before, zone, type);
    double best = -std::numeric_limits<double>::infinity();
    double chosen = kHourWeights[0];
    for (const double weight : kHourWeights) {
        const double likelihood = profile.logLikelihood(incidents, validation, zone, type, weight);
        if (likelihood > best) {
            best = likelihood;
            chosen = weight;
        }
    }
    return chosen;
}

} // namespace

Result<RiskSpec> RiskModel::tuned(const CellIncidents &incidents, UtcMs until,
    const QTimeZone &zone, int type, int validationWeeks, const TaskContext &context)
{
    const WeeklyCounts own(incidents, until, type);
    if (own.weeks() < kLeastWeeks)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "Tuning a risk needs at least eight weeks of incidents; before %1 there are %2."),
            {formatUtc(until), QString::number(own.weeks())});
    const int weeks = std::clamp(validationWeeks, 1, own.weeks() / 3);
    const int first = own.weeks() - weeks;
    double before = 0.0;
    for (int week = 0; week < first; ++week)
        before += own.total(week);
    if (before == 0.0)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "There is no incident of this type before the validation weeks. Choose another "
                "type or fewer weeks."));
    const WeeklyCounts every = type == kAllTypes ? WeeklyCounts({}, until, kAllTypes)
                                                 : WeeklyCounts(incidents, until, kAllTypes);
    const RiskRates rates(incidents.area, own, type == kAllTypes ? own : every);

    RiskSpec spec;
    spec.zone = zone;
    Tuning tuning(rates, first, context);
    BV_TRY_VOID(tuning.chooseSurroundings(spec));
    context.progress(1, 4, {});
    BV_TRY_VOID(tuning.choosePriorWeight(spec));
    context.progress(2, 4, {});
    BV_TRY_VOID(tuning.chooseMemories(spec));
    context.progress(3, 4, {});
    BV_TRY_VOID(tuning.chooseLevelAndDispersion(spec));
    tuning.chooseOrder(spec);
    spec.hourWeight = bestHourWeight(incidents, {until - weeks * 7 * kMsPerDay, until}, zone, type);
    context.progress(4, 4, {});
    return spec;
}

} // namespace belvedere
