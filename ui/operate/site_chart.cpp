// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/site_chart.h"

#include "common/quantity_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::SiteChart)
};

/// Steps of the loaded span that the chart shows as observed: [first, last].
std::pair<int, int> shownSteps(const QuantityView &view, const TimeContext &time)
{
    const int last = std::min(view.stepOf(time.now), view.series->axis.count - 1);
    const UtcMs from = std::min(time.now, time.current) - kChartPastMs;
    return {std::max(0, view.stepOf(from)), last};
}

std::shared_ptr<SeriesChartData> emptyChart(
    const QuantityView &view, const TimeContext &time, const QuantileForecast *forecast)
{
    auto data = std::make_shared<SeriesChartData>();
    data->quantity = channelTitle(view.channelInfo().key);
    data->unit = view.channelInfo().unit;
    data->comparisonLabel = Text::tr("usual");
    data->from = std::min(time.now, time.current) - kChartPastMs;
    data->to = time.now;
    if (forecast)
        data->to = std::max(data->to, forecast->timeOf(forecast->shape.horizon - 1));
    return data;
}

/// Mean of the site's values at the same time of the week in the weeks before; NaN if none.
double usualAt(const QuantityView &view, SiteId site, int step)
{
    const auto week = static_cast<int>(7 * kMsPerDay / view.series->axis.stepMs);
    double sum = 0.0;
    int count = 0;
    for (int t = step - week; t >= 0; t -= week) {
        const float v = view.value(t, site);
        if (!std::isnan(v)) {
            sum += static_cast<double>(v);
            ++count;
        }
    }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

/// Of those that are known; NaN if none is. `valueOf(site)`
template <class F> double meanOver(const std::vector<SiteId> &sites, F valueOf)
{
    double sum = 0.0;
    int count = 0;
    for (const SiteId site : sites) {
        const auto v = static_cast<double>(valueOf(site));
        if (!std::isnan(v)) {
            sum += v;
            ++count;
        }
    }
    return count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
}

} // namespace

std::shared_ptr<const SeriesChartData> siteChart(const QuantityView &view, SiteId site,
    const TimeContext &time, const QuantileForecast *forecast)
{
    const std::shared_ptr<SeriesChartData> data = emptyChart(view, time, forecast);
    const auto [first, last] = shownSteps(view, time);
    const TimeAxis &axis = view.series->axis;
    for (int t = first; t <= last; ++t)
        data->observed.push_back({axis.at(t), static_cast<double>(view.value(t, site))});
    const int end = axis.indexOf(data->to);
    for (int t = first; t <= end; ++t)
        data->comparison.push_back({axis.at(t), usualAt(view, site, t)});
    if (forecast) {
        const int median = forecast->shape.medianIndex();
        const int low = forecast->shape.lowerIndex();
        const int high = forecast->shape.upperIndex();
        for (int k = 0; k < forecast->shape.horizon; ++k)
            data->forecast.push_back(
                {forecast->timeOf(k), static_cast<double>(forecast->at(k, site, low)),
                    static_cast<double>(forecast->at(k, site, median)),
                    static_cast<double>(forecast->at(k, site, high))});
    }
    const float free = view.freeFlow[site.index()];
    data->yLow = 0.0;
    if (!std::isnan(free))
        data->yHigh = static_cast<double>(free);
    return data;
}

std::shared_ptr<const SeriesChartData> overviewChart(
    const QuantityView &view, const TimeContext &time, const QuantileForecast *forecast)
{
    const std::shared_ptr<SeriesChartData> data = emptyChart(view, time, forecast);
    const auto [first, last] = shownSteps(view, time);
    const TimeAxis &axis = view.series->axis;
    for (int t = first; t <= last; ++t)
        data->observed.push_back({axis.at(t), static_cast<double>(view.mean[std::size_t(t)])});
    const int end = std::min(axis.indexOf(data->to), axis.count - 1);
    for (int t = first; t <= end; ++t)
        data->comparison.push_back(
            {axis.at(t), static_cast<double>(view.usualMean[std::size_t(t)])});
    if (forecast) {
        for (int k = 0; k < forecast->shape.horizon; ++k) {
            const auto mean = static_cast<double>(meanMedian(*forecast, k));
            data->forecast.push_back({forecast->timeOf(k), mean, mean, mean});
        }
    }
    data->yLow = 0.0;
    return data;
}

std::shared_ptr<const SeriesChartData> selectionChart(const QuantityView &view,
    const std::vector<SiteId> &sites, const TimeContext &time, const QuantileForecast *forecast)
{
    const std::shared_ptr<SeriesChartData> data = emptyChart(view, time, forecast);
    const auto [first, last] = shownSteps(view, time);
    for (int t = first; t <= last; ++t)
        data->observed.push_back({view.series->axis.at(t),
            meanOver(sites, [&, step = t](SiteId site) { return view.value(step, site); })});
    if (forecast) {
        const int median = forecast->shape.medianIndex();
        for (int k = 0; k < forecast->shape.horizon; ++k) {
            const double mean = meanOver(
                sites, [&, step = k](SiteId site) { return forecast->at(step, site, median); });
            data->forecast.push_back({forecast->timeOf(k), mean, mean, mean});
        }
    }
    data->yLow = 0.0;
    return data;
}

} // namespace belvedere::ui
