// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/run_analysis.h"

#include "training/worst_cases.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr std::size_t kHours = 24;
constexpr std::size_t kWeekdays = 7;
constexpr std::size_t kWorstHours = 3;
constexpr int kWorstCases = 100;
constexpr int kMinutesPerHour = 60;

/// The steps that a model may have learned from.
StepRange stepsOf(WindowRange windows, const ForecastShape &shape)
{
    return {windows.first, windows.first + windows.count + shape.history + shape.horizon - 1};
}

/// The steps that are forecast.
StepRange targetsOf(WindowRange windows, const ForecastShape &shape)
{
    return {windows.first + shape.history,
        windows.first + windows.count + shape.history + shape.horizon - 1};
}

/// Looks at every forecast from all sides at once.
class Analyst
{
public:
    Analyst(const ForecastShape &shape, const ChannelHistory &history, WindowRange train,
        WindowRange windows);

    void take(const ForecastPiece &piece);
    [[nodiscard]] RunAnalysis result() &&;

private:
    struct Mean
    {
        double sum = 0.0;
        int count = 0;
    };

    void takeWindow(int lastStep, const float *forecast);
    void takeRow(int step, std::size_t ahead, const float *forecast);
    [[nodiscard]] std::vector<int> worstHours(std::size_t site) const;

    ForecastShape m_shape;
    const ChannelHistory &m_history;
    WindowRange m_windows;
    QuantileScore m_rule;
    RegimeTable m_regimes;
    std::size_t m_sites;
    std::size_t m_horizon;
    std::vector<ErrorSums> m_all; // [horizon]
    std::vector<ErrorSums> m_bySite; // [N]
    std::vector<Mean> m_bySiteHour; // [N, 24] absolute errors
    std::vector<ErrorSums> m_byHour; // [24, horizon]
    std::vector<ErrorSums> m_byWeekday; // [7]
    std::vector<ErrorSums> m_byRegime; // [3, horizon]
    std::vector<qint64> m_atOrBelow; // [quantiles]
    std::vector<Mean> m_window; // [N] absolute errors of the window at hand
    WorstCases m_worst;
};

Analyst::Analyst(const ForecastShape &shape, const ChannelHistory &history, WindowRange train,
    WindowRange windows)
    : m_shape(shape)
    , m_history(history)
    , m_windows(windows)
    , m_rule(shape)
    , m_regimes(history, stepsOf(train, shape), targetsOf(windows, shape))
    , m_sites(static_cast<std::size_t>(history.siteCount()))
    , m_horizon(static_cast<std::size_t>(shape.horizon))
    , m_all(m_horizon)
    , m_bySite(m_sites)
    , m_bySiteHour(m_sites * kHours)
    , m_byHour(kHours * m_horizon)
    , m_byWeekday(kWeekdays)
    , m_byRegime(regimesOf(history.channel).size() * m_horizon)
    , m_atOrBelow(shape.quantiles.size())
    , m_worst(shape.horizon, kWorstCases)
{
}

void Analyst::take(const ForecastPiece &piece)
{
    const std::size_t windowSize = m_horizon * m_sites * m_rule.levelCount();
    for (std::size_t i = 0; i < piece.lastSteps.size(); ++i)
        takeWindow(piece.lastSteps[i], piece.values.data() + i * windowSize);
}

void Analyst::takeWindow(int lastStep, const float *forecast)
{
    m_window.assign(m_sites, Mean());
    for (std::size_t ahead = 0; ahead < m_horizon; ++ahead)
        takeRow(lastStep + 1 + static_cast<int>(ahead), ahead,
            forecast + ahead * m_sites * m_rule.levelCount());
    for (std::size_t site = 0; site < m_sites; ++site) {
        const Mean &miss = m_window[site];
        if (miss.count > 0 && 2 * miss.count >= m_shape.horizon)
            m_worst.add(lastStep, SiteId(static_cast<std::int32_t>(site)), miss.sum / miss.count);
    }
}

void Analyst::takeRow(int step, std::size_t ahead, const float *forecast)
{
    const int minute = m_history.minuteOfWeekAt(step);
    const auto hour = static_cast<std::size_t>(minute % kMinutesPerDay / kMinutesPerHour);
    const auto weekday = static_cast<std::size_t>(minute / kMinutesPerDay);
    const float *truth = m_history.row(step);
    ErrorSums row;
    for (std::size_t site = 0; site < m_sites; ++site, forecast += m_rule.levelCount()) {
        const std::optional<ErrorSums> one = m_rule.compare(truth[site], forecast);
        if (!one)
            continue;
        row += *one;
        m_bySite[site] += *one;
        const int regime = m_regimes.at(step, static_cast<int>(site));
        if (regime >= 0)
            m_byRegime[static_cast<std::size_t>(regime) * m_horizon + ahead] += *one;
        for (Mean *mean : {&m_window[site], &m_bySiteHour[site * kHours + hour]}) {
            mean->sum += one->absolute;
            ++mean->count;
        }
        for (std::size_t q = 0; q < m_atOrBelow.size(); ++q)
            m_atOrBelow[q] += truth[site] <= forecast[q] ? 1 : 0;
    }
    m_all[ahead] += row;
    m_byHour[hour * m_horizon + ahead] += row;
    m_byWeekday[weekday] += row;
}

std::vector<int> Analyst::worstHours(std::size_t site) const
{
    const Mean *means = m_bySiteHour.data() + site * kHours;
    std::vector<int> hours;
    for (std::size_t hour = 0; hour < kHours; ++hour) {
        if (means[hour].count > 0)
            hours.push_back(static_cast<int>(hour));
    }
    std::stable_sort(hours.begin(), hours.end(), [means](int a, int b) {
        return means[a].sum / means[a].count > means[b].sum / means[b].count;
    });
    hours.resize(std::min(hours.size(), kWorstHours));
    return hours;
}

RunAnalysis Analyst::result() &&
{
    RunAnalysis analysis;
    analysis.shape = m_shape;
    analysis.unit = m_history.channel.unit;
    const StepRange targets = targetsOf(m_windows, m_shape);
    analysis.from = m_history.axis.at(targets.begin);
    analysis.to = m_history.axis.at(targets.end - 1);
    analysis.windows = m_windows.count;
    analysis.siteCodes = m_history.siteCodes;
    analysis.metrics = metricsOf(m_all);
    for (std::size_t site = 0; site < m_sites; ++site)
        analysis.sites.push_back({m_bySite[site].figures(), worstHours(site)});
    const auto slice = [this](const std::vector<ErrorSums> &sums, std::size_t row) {
        const auto begin = sums.begin() + static_cast<std::ptrdiff_t>(row * m_horizon);
        return metricsOf({begin, begin + static_cast<std::ptrdiff_t>(m_horizon)});
    };
    for (std::size_t hour = 0; hour < kHours; ++hour)
        analysis.hours.push_back(slice(m_byHour, hour));
    for (const ErrorSums &sums : m_byWeekday)
        analysis.weekdays.push_back(sums.figures());
    const std::vector<Regime> regimes = regimesOf(m_history.channel);
    for (std::size_t i = 0; i < regimes.size(); ++i)
        analysis.regimes.push_back({regimes[i], slice(m_byRegime, i)});
    const auto observed = static_cast<double>(analysis.metrics.all.observed);
    for (std::size_t q = 0; q < m_atOrBelow.size(); ++q)
        analysis.calibration.push_back(
            {m_shape.quantiles[q], static_cast<double>(m_atOrBelow[q]) / observed});
    for (const WorstCases::Case &worst : std::move(m_worst).take())
        analysis.worst.push_back({m_history.axis.at(worst.lastStep), worst.site, worst.error});
    return analysis;
}

} // namespace

Result<RunAnalysis> analyseForecaster(const Forecaster &model, const ChannelHistory &history,
    WindowRange train, WindowRange windows, const TaskContext &context,
    const std::function<Result<>(const ForecastPiece &)> &alsoTake)
{
    const ForecastShape &shape = model.spec().shape;
    if (windows.first < 0 || windows.count < 1 || targetsOf(windows, shape).end > history.axis.count
        || train.first < 0 || train.count < 1 || stepsOf(train, shape).end > history.axis.count)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error", "The windows to score reach past the %1 steps of the data."),
            {QString::number(history.axis.count)});
    Analyst analyst(shape, history, train, windows);
    BV_TRY_VOID(forecastInPieces(
        model, history, windows, context, 1, [&](const ForecastPiece &piece) -> Result<> {
            analyst.take(piece);
            return alsoTake ? alsoTake(piece) : Result<>();
        }));
    return std::move(analyst).result();
}

} // namespace belvedere
