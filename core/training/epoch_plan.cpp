// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/epoch_plan.h"

#include "training/forecast_metrics.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kUsable = 0.93; // of the time: the pace is never quite the one measured

} // namespace

PaceProbe::PaceProbe(WorkClock &clock, int threads, double seconds)
    : m_clock(clock)
    , m_threads(threads)
    , m_begin(clock.seconds())
    , m_end(m_begin + seconds)
{
}

TaskContext PaceProbe::context()
{
    TaskContext context;
    context.threads = m_threads;
    context.progress = [this](qint64 done, qint64 total, const QString &) {
        if (done <= 0 || total <= 0)
            return;
        m_last = {m_clock.seconds(), static_cast<double>(done) / static_cast<double>(total)};
        if (m_first.share == 0.0)
            m_first = m_last;
    };
    // The first report is waited for: without it nothing is known.
    context.cancelled = [this] {
        return m_clock.cancelled() || (m_last.share > m_first.share && m_clock.seconds() > m_end);
    };
    return context;
}

std::optional<double> PaceProbe::wholeSeconds() const
{
    if (m_last.share <= 0.0)
        return {};
    if (m_last.share > m_first.share)
        return (m_last.seconds - m_first.seconds) / (m_last.share - m_first.share);
    return (m_last.seconds - m_begin) / m_last.share;
}

Result<std::optional<double>> epochSeconds(TrainableForecaster &model,
    const std::vector<TrainPart> &parts, const ForecasterFactory &factory, WorkClock &clock,
    int threads, double probeSeconds)
{
    PaceProbe fitting(clock, threads, probeSeconds);
    const Result<EpochReport> report = model.fitEpoch(fitting.context());
    if (!report && (report.error().code != Errc::Cancelled || clock.cancelled()))
        return failure(report.error());
    std::optional<double> seconds = fitting.wholeSeconds();
    if (!seconds)
        return seconds;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const TrainPart &part = parts[i];
        std::unique_ptr<Forecaster> partner;
        if (i > 0) {
            BV_TRY(partner, factory.load(model.partnerState(i - 1)));
        }
        PaceProbe validating(clock, threads, probeSeconds);
        const Result<ForecastMetrics> metrics = evaluateForecaster(i == 0 ? model : *partner,
            *part.history, part.split.validation, validating.context(), part.validationStride);
        if (!metrics && (metrics.error().code != Errc::Cancelled || clock.cancelled()))
            return failure(metrics.error());
        *seconds += validating.wholeSeconds().value_or(0.0);
    }
    return seconds;
}

int epochsWithin(double seconds, double epochSeconds, int most)
{
    const double fitting = std::floor(kUsable * seconds / std::max(epochSeconds, 1e-9));
    return static_cast<int>(std::clamp(fitting, 1.0, static_cast<double>(most)));
}

} // namespace belvedere
