// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/usual_counts.h"

#include "safety/count_residual.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr int kLeastWeeks = 2; // before anything is expected
constexpr int kLevelWeeks = 2;
constexpr double kLevelPrior = 30.0; // incidents
constexpr double kDispersionPrior = 50.0; // steps
constexpr double kLeastExpected = 1e-3;

/// Sums from the beginning, so that those of any stretch of the past are a difference.
class RunningSum
{
public:
    explicit RunningSum(int steps) { m_sums.reserve(static_cast<std::size_t>(steps) + 1); }
    void add(double value) { m_sums.push_back(m_sums.back() + value); }
    /// Of the last `steps`, or all there are.
    [[nodiscard]] double last(int steps) const
    {
        const std::size_t count = m_sums.size() - 1;
        const std::size_t from = count - std::min(count, static_cast<std::size_t>(steps));
        return m_sums[count] - m_sums[from];
    }

private:
    std::vector<double> m_sums = {0.0};
};

/// What is usual in one stream, step by step.
class StreamUsual
{
public:
    /// @param acknowledged  [steps] 1 where an acknowledged alarm was; empty if there is none
    StreamUsual(const WarningStreams &streams, const UsualSpec &spec, std::size_t stream,
        std::vector<char> acknowledged)
        : expected(size(streams), kNone)
        , dispersion(size(streams), kNone)
        , residuals(size(streams), kNone)
        , base(size(streams), kNone)
        , m_streams(streams)
        , m_spec(spec)
        , m_counts(streams.streams[stream].counts)
        , m_acknowledged(std::move(acknowledged))
    {
    }

    /// @param city  what the city's own past says of each step; empty for the city itself
    void run(const std::vector<double> &city);

    std::vector<double> expected;
    std::vector<double> dispersion;
    std::vector<double> residuals;
    std::vector<double> base; ///< before the level is followed

private:
    [[nodiscard]] static std::size_t size(const WarningStreams &streams)
    {
        return static_cast<std::size_t>(streams.axis.count);
    }
    [[nodiscard]] double weight(std::size_t step) const
    {
        if (m_acknowledged.empty() || m_acknowledged[step] == 0 || !(residuals[step] > 1.0))
            return 1.0;
        return 1.0 / (residuals[step] * residuals[step]);
    }
    [[nodiscard]] double smoothed(std::size_t step) const
    {
        const auto at = [this](std::size_t i) { return static_cast<double>(m_counts[i]); };
        return m_spec.smooth ? (at(step - 1) + 2.0 * at(step) + at(step + 1)) / 4.0 : at(step);
    }
    [[nodiscard]] double baseAt(int step, double prior) const;

    const WarningStreams &m_streams;
    const UsualSpec &m_spec;
    const std::vector<int> &m_counts;
    std::vector<char> m_acknowledged;
};

double StreamUsual::baseAt(int step, double prior) const
{
    double sum = 0.0;
    double weights = 0.0;
    for (int week = 1; week <= m_spec.weeks; ++week) {
        const int before = m_streams.weeksBefore(step, week);
        if (before < 1)
            break;
        const double w = weight(static_cast<std::size_t>(before));
        sum += w * smoothed(static_cast<std::size_t>(before));
        weights += w;
    }
    if (std::isnan(prior))
        return weights > 0.0 ? sum / weights : kNone;
    // The mean of a gamma distribution about the prior that has seen the past weeks.
    const double shape = m_spec.priorIncidents;
    return (shape + sum) / (shape / std::max(prior, kLeastExpected) + weights);
}

void StreamUsual::run(const std::vector<double> &city)
{
    const int steps = m_streams.axis.count;
    const int perWeek = m_streams.stepsPerWeek;
    const std::vector<int> &cityCounts = m_streams.streams.front().counts;
    RunningSum own(steps);
    RunningSum ofCity(steps);
    RunningSum known(steps); // counts where something was expected
    RunningSum usual(steps);
    RunningSum chiSquared(steps);
    RunningSum weights(steps);
    for (int t = 0; t < steps; ++t) {
        const auto i = static_cast<std::size_t>(t);
        if (t >= kLeastWeeks * perWeek) {
            const int past = m_spec.weeks * perWeek;
            const double share = own.last(past) / std::max(1.0, ofCity.last(past));
            base[i] = baseAt(t, city.empty() ? kNone : share * city[i]);
            const int recent = kLevelWeeks * perWeek;
            const double level = m_spec.level
                ? (kLevelPrior + known.last(recent)) / (kLevelPrior + usual.last(recent))
                : 1.0;
            expected[i] = std::max(kLeastExpected, level * base[i]);
            dispersion[i] = std::max(1.0,
                (kDispersionPrior + chiSquared.last(past))
                    / (kDispersionPrior + weights.last(past)));
            residuals[i] = countResidual(m_counts[i], expected[i], dispersion[i]);
        }
        const double w = weight(i);
        const bool judged = !std::isnan(expected[i]);
        const double off = judged ? m_counts[i] - expected[i] : 0.0;
        own.add(w * m_counts[i]);
        ofCity.add(w * cityCounts[i]);
        known.add(judged ? w * m_counts[i] : 0.0);
        usual.add(judged ? w * base[i] : 0.0);
        chiSquared.add(judged ? w * off * off / expected[i] : 0.0);
        weights.add(judged ? w : 0.0);
    }
}

/// Where an acknowledged alarm was about this stream.
std::vector<char> acknowledgedSteps(const WarningStreams &streams, const WarningStream &stream,
    const std::vector<Acknowledgement> &acknowledged)
{
    Alarm whole;
    whole.scope = stream.scope;
    whole.subject = stream.subject;
    whole.centre = stream.centre;
    whole.radiusM = streams.cellM / 2.0;
    whole.from = streams.axis.start;
    whole.to = streams.axis.last() + streams.axis.stepMs;
    std::vector<char> steps;
    for (const Acknowledgement &each : acknowledged) {
        // A cluster is about the squares that it touches.
        Acknowledgement about = each;
        if (about.scope == AlarmScope::Cluster && stream.scope == AlarmScope::Cell)
            about.scope = AlarmScope::Cell;
        if (!covers(about, whole))
            continue;
        steps.resize(static_cast<std::size_t>(streams.axis.count), 0);
        const int from = std::max(0, streams.axis.indexOf(each.range.from));
        const int to = std::min(streams.axis.count, streams.axis.indexOf(each.range.to - 1) + 1);
        for (int step = from; step < to; ++step)
            steps[static_cast<std::size_t>(step)] = 1;
    }
    return steps;
}

} // namespace

Result<UsualCounts> usualCounts(const WarningStreams &streams, const UsualSpec &spec,
    const std::vector<Acknowledgement> &acknowledged, const TaskContext &context)
{
    const int firstStep = (kLeastWeeks + 1) * streams.stepsPerWeek;
    if (streams.axis.count <= firstStep)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "The incidents reach back %1 days: more than three weeks are needed to know what "
                "is usual. Choose a later time, or import earlier incidents."),
            {QString::number(
                double(streams.axis.count) * double(streams.axis.stepMs) / double(kMsPerDay), 'f',
                1)});
    UsualCounts usual;
    usual.firstStep = firstStep;
    std::vector<double> city;
    for (std::size_t i = 0; i < streams.streams.size(); ++i) {
        if (context.cancelled())
            return cancelledFailure();
        StreamUsual stream(
            streams, spec, i, acknowledgedSteps(streams, streams.streams[i], acknowledged));
        stream.run(city);
        if (i == 0)
            city = stream.base;
        usual.expected.push_back(std::move(stream.expected));
        usual.dispersion.push_back(std::move(stream.dispersion));
        usual.residuals.push_back(std::move(stream.residuals));
    }
    return usual;
}

} // namespace belvedere
