// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/quantity_profile.h"

#include "common/quantity_names.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kStepsBetweenQuestions = 1024;

struct StepSummary
{
    double sum = 0.0;
    int observed = 0;
};

StepSummary summaryOf(const Series &series, int step, int channel)
{
    StepSummary summary;
    for (int site = 0; site < series.siteCount; ++site) {
        const float value = series.value(step, SiteId(site), channel);
        if (std::isnan(value))
            continue;
        summary.sum += static_cast<double>(value);
        ++summary.observed;
    }
    return summary;
}

} // namespace

Result<QuantityProfile> quantityProfile(
    const Series &series, const QString &channel, const TaskContext &context)
{
    const int index = series.channelIndex(channel);
    if (index < 0)
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "The data set has no quantity \"%1\"."), {channel});
    const int steps = series.axis.count;
    const int slices = std::min(steps, kProfileSlices);
    QuantityProfile profile;
    profile.axis = series.axis;
    profile.coverage.assign(static_cast<std::size_t>(slices), 0.0F);
    std::vector<int> stepsOf(profile.coverage.size(), 0);
    auto mean = std::make_shared<SeriesChartData>();
    mean->quantity = channelTitle(channel);
    mean->unit = series.channels[static_cast<std::size_t>(index)].unit;
    mean->observed.reserve(static_cast<std::size_t>(steps));
    qint64 observed = 0;
    for (int step = 0; step < steps; ++step) {
        if (step % kStepsBetweenQuestions == 0 && context.cancelled())
            return cancelledFailure();
        const StepSummary summary = summaryOf(series, step, index);
        const auto slice = static_cast<std::size_t>(qint64(step) * slices / steps);
        profile.coverage[slice] += static_cast<float>(summary.observed);
        ++stepsOf[slice];
        observed += summary.observed;
        mean->observed.push_back({series.axis.at(step),
            summary.observed > 0 ? summary.sum / summary.observed : std::nan("")});
    }
    const auto sites = static_cast<float>(std::max(1, series.siteCount));
    for (std::size_t i = 0; i < profile.coverage.size(); ++i)
        profile.coverage[i] /= sites * static_cast<float>(stepsOf[i]);
    profile.observedShare =
        static_cast<double>(observed) / std::max(1.0, double(steps) * double(sites));
    profile.mean = std::move(mean);
    return profile;
}

} // namespace belvedere::ui
