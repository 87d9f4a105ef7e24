// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/warning_watch.h"

#include "safety/count_residual.h"
#include "safety/cusum.h"
#include "safety/ears.h"
#include "safety/usual_counts.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr double kCusumThreshold = 5.0;

EarsMethod earsMethod(WarningDetector detector)
{
    switch (detector) {
    case WarningDetector::EarsC1:
        return EarsMethod::C1;
    case WarningDetector::EarsC3:
        return EarsMethod::C3;
    default:
        return EarsMethod::C2;
    }
}

/// An alarm of one stream, in steps.
struct Run
{
    int from = 0;
    int to = 0; ///< exclusive; of the last one that crossed the threshold
    int raised = 0; ///< the first one that did
    int peak = 0;
    double score = 0.0;
};

class StreamWatch : public WarningWatch
{
public:
    StreamWatch(WarningStreams streams, UsualCounts usual, WarningDetector detector)
        : m_streams(std::move(streams))
        , m_usual(std::move(usual))
        , m_detector(detector)
    {
        // Residuals have a deviation of 1 by construction; seven quiet steps do not make a single
        // incident news.
        m_ears.method = earsMethod(detector);
        m_ears.minSigma = 1.0;
        for (const std::vector<double> &residuals : m_usual.residuals)
            m_scores.push_back(scoresOf(residuals));
    }

    const TimeAxis &axis() const override { return m_streams.axis; }
    int firstStep() const override { return m_usual.firstStep; }
    int streamCount() const override { return static_cast<int>(m_streams.streams.size()); }
    double dispersion() const override;
    double usualThreshold() const override;
    double theoreticalPerWeek(double threshold) const override;
    double highestScore(StepSpan span) const override;
    std::vector<Alarm> alarms(double threshold, StepSpan span) const override;
    std::optional<WarningTrace> trace(
        AlarmScope scope, const QString &subject, double threshold, StepSpan span) const override;
    Result<> addDetails(std::vector<Alarm> &, const TaskContext &) const override { return {}; }
    std::optional<UtcMs> noticed(
        const std::vector<Incident> &further, StepSpan span, double threshold) const override;

private:
    [[nodiscard]] bool cumulative() const { return m_detector == WarningDetector::Cusum; }
    /// [steps] of EARS; empty for CUSUM, whose sums depend on the threshold.
    [[nodiscard]] std::vector<double> scoresOf(const std::vector<double> &residuals) const
    {
        return cumulative() ? std::vector<double>() : earsScores(residuals, m_ears);
    }
    [[nodiscard]] std::vector<Run> runs(const std::vector<double> &residuals,
        const std::vector<double> &scores, double threshold, StepSpan span) const;
    [[nodiscard]] std::vector<Run> crossings(
        const std::vector<double> &scores, double threshold, StepSpan span) const;
    [[nodiscard]] std::vector<Run> sums(
        const std::vector<double> &residuals, double threshold, StepSpan span) const;
    [[nodiscard]] Alarm alarmOf(std::size_t stream, const Run &run) const;

    WarningStreams m_streams;
    UsualCounts m_usual;
    WarningDetector m_detector;
    EarsOptions m_ears;
    std::vector<std::vector<double>> m_scores; // [streams][steps]
};

double StreamWatch::dispersion() const
{
    std::vector<double> last;
    for (const std::vector<double> &each : m_usual.dispersion)
        last.push_back(each.back());
    const auto middle = last.begin() + static_cast<std::ptrdiff_t>(last.size() / 2);
    std::nth_element(last.begin(), middle, last.end());
    return *middle;
}

double StreamWatch::usualThreshold() const
{
    constexpr double kAlpha = 0.001;
    constexpr double kAlphaOfC3 = 0.025;
    if (cumulative())
        return kCusumThreshold;
    return earsThreshold(m_detector == WarningDetector::EarsC3 ? kAlphaOfC3 : kAlpha);
}

double StreamWatch::theoreticalPerWeek(double threshold) const
{
    const double chances = double(m_streams.stepsPerWeek) * double(m_streams.streams.size());
    if (!cumulative())
        return chances * earsAlarmProbability(m_ears, threshold);
    const auto length = cusumRunLength({CusumOptions().reference, threshold});
    return length ? chances / *length : kNone;
}

double StreamWatch::highestScore(StepSpan span) const
{
    constexpr double kHighestOfCusum = 50.0;
    if (cumulative())
        return kHighestOfCusum;
    double highest = 0.0;
    for (const std::vector<double> &scores : m_scores) {
        for (int t = span.from; t < span.to; ++t) {
            const double score = scores[static_cast<std::size_t>(t)];
            highest = std::max(highest, std::isnan(score) ? 0.0 : score);
        }
    }
    return highest;
}

std::vector<Run> StreamWatch::runs(const std::vector<double> &residuals,
    const std::vector<double> &scores, double threshold, StepSpan span) const
{
    return cumulative() ? sums(residuals, threshold, span) : crossings(scores, threshold, span);
}

std::vector<Run> StreamWatch::crossings(
    const std::vector<double> &scores, double threshold, StepSpan span) const
{
    // C3 is about the two steps before.
    const int back = m_ears.method == EarsMethod::C3 ? 2 : 0;
    std::vector<Run> found;
    for (int t = span.from; t < span.to; ++t) {
        const double score = scores[static_cast<std::size_t>(t)];
        if (!(score > threshold))
            continue;
        if (found.empty() || found.back().to < t)
            found.push_back({t - back, t, t, t, score});
        Run &run = found.back();
        run.to = t + 1;
        if (score > run.score) {
            run.score = score;
            run.peak = t;
        }
    }
    return found;
}

std::vector<Run> StreamWatch::sums(
    const std::vector<double> &residuals, double threshold, StepSpan span) const
{
    std::vector<Run> found;
    const double k = CusumOptions().reference;
    double sum = 0.0;
    int begun = 0; // since when the sum is above 0
    for (int t = m_usual.firstStep; t < span.to; ++t) {
        const double z = residuals[static_cast<std::size_t>(t)];
        if (sum <= 0.0)
            begun = t;
        sum = std::max(0.0, sum + (std::isnan(z) ? 0.0 : z - k));
        if (sum <= threshold)
            continue;
        if (t >= span.from)
            found.push_back({begun, t + 1, t, t, sum});
        sum = 0.0;
    }
    return found;
}

Alarm StreamWatch::alarmOf(std::size_t stream, const Run &run) const
{
    const WarningStream &what = m_streams.streams[stream];
    const TimeAxis &axis = m_streams.axis;
    Alarm alarm;
    alarm.detector = m_detector;
    alarm.scope = what.scope;
    alarm.subject = what.subject;
    alarm.centre = what.centre;
    alarm.radiusM = what.centre ? m_streams.cellM / 2.0 : 0.0;
    alarm.from = axis.at(run.from);
    alarm.to = axis.at(run.to);
    alarm.raised = axis.at(run.raised + 1);
    alarm.peak = axis.at(run.peak + 1);
    alarm.score = run.score;
    for (int t = run.from; t < run.to; ++t) {
        alarm.observed += what.counts[static_cast<std::size_t>(t)];
        alarm.expected += m_usual.expected[stream][static_cast<std::size_t>(t)];
    }
    return alarm;
}

std::vector<Alarm> StreamWatch::alarms(double threshold, StepSpan span) const
{
    std::vector<Alarm> all;
    for (std::size_t i = 0; i < m_streams.streams.size(); ++i) {
        for (const Run &run : runs(m_usual.residuals[i], m_scores[i], threshold, span))
            all.push_back(alarmOf(i, run));
    }
    return all;
}

std::optional<WarningTrace> StreamWatch::trace(
    AlarmScope scope, const QString &subject, double threshold, StepSpan span) const
{
    const auto found = std::find_if(m_streams.streams.begin(), m_streams.streams.end(),
        [&](const WarningStream &each) { return each.scope == scope && each.subject == subject; });
    if (found == m_streams.streams.end())
        return {};
    const auto i = static_cast<std::size_t>(found - m_streams.streams.begin());
    WarningTrace trace{scope, subject, {}, {}, {}, {}};
    trace.axis = {m_streams.axis.at(span.from), m_streams.axis.stepMs, span.to - span.from};
    double sum = 0.0;
    for (int t = m_usual.firstStep; t < span.to; ++t) {
        const auto at = static_cast<std::size_t>(t);
        const double z = m_usual.residuals[i][at];
        sum = std::max(0.0, sum + (std::isnan(z) ? 0.0 : z - CusumOptions().reference));
        if (t >= span.from) {
            trace.counts.push_back(found->counts[at]);
            trace.expected.push_back(m_usual.expected[i][at]);
            trace.scores.push_back(cumulative() ? sum : m_scores[i][at]);
        }
        if (sum > threshold)
            sum = 0.0;
    }
    return trace;
}

std::optional<UtcMs> StreamWatch::noticed(
    const std::vector<Incident> &further, StepSpan span, double threshold) const
{
    std::vector<std::vector<int>> added(m_streams.streams.size()); // steps
    for (const Incident &incident : further) {
        for (const std::size_t stream : m_streams.of(incident))
            added[stream].push_back(m_streams.axis.indexOf(incident.from));
    }
    int first = span.to;
    for (std::size_t i = 0; i < added.size(); ++i) {
        if (added[i].empty())
            continue;
        std::vector<int> counts = m_streams.streams[i].counts;
        std::vector<double> residuals = m_usual.residuals[i];
        for (const int step : added[i])
            ++counts[static_cast<std::size_t>(step)];
        for (const int step : added[i]) {
            const auto at = static_cast<std::size_t>(step);
            residuals[at] =
                countResidual(counts[at], m_usual.expected[i][at], m_usual.dispersion[i][at]);
        }
        std::vector<char> before(static_cast<std::size_t>(span.to - span.from), 0);
        const auto mark = [&](const Run &run) {
            for (int t = std::max(span.from, run.raised); t < std::max(run.to, run.raised + 1); ++t)
                before[static_cast<std::size_t>(t - span.from)] = 1;
        };
        for (const Run &run : runs(m_usual.residuals[i], m_scores[i], threshold, span))
            mark(run);
        for (const Run &run : runs(residuals, scoresOf(residuals), threshold, span)) {
            for (int t = run.raised; t < run.to; ++t) {
                if (before[static_cast<std::size_t>(t - span.from)] == 0)
                    first = std::min(first, t);
            }
        }
    }
    return first < span.to ? std::optional(m_streams.axis.at(first + 1)) : std::nullopt;
}

} // namespace

Result<std::unique_ptr<WarningWatch>> watchStreams(
    const IncidentTable &table, const WarningOptions &options, const TaskContext &context)
{
    BV_TRY(WarningStreams streams,
        warningStreams(table,
            {options.stepMs, options.zone, options.cellM, options.leastPerDay, options.at},
            context));
    UsualSpec spec;
    spec.weeks = options.baselineWeeks;
    BV_TRY(UsualCounts usual, usualCounts(streams, spec, options.acknowledged, context));
    return std::make_unique<StreamWatch>(std::move(streams), std::move(usual), options.detector);
}

} // namespace belvedere
