// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/quantity_view.h"

#include "data/channel_history.h"
#include "traffic/congestion.h"

#include <cmath>

namespace belvedere::ui {

namespace {

constexpr std::size_t kScaleSample = 200000; // values that decide the colour classes

/// Mean of the same minute of the week in all other weeks; NaN where there is no other.
std::vector<float> usualOf(const std::vector<float> &mean, const std::vector<int> &minuteOfWeek)
{
    std::vector<double> sum(kMinutesPerWeek, 0.0);
    std::vector<int> count(kMinutesPerWeek, 0);
    for (std::size_t t = 0; t < mean.size(); ++t) {
        if (!std::isnan(mean[t])) {
            sum[static_cast<std::size_t>(minuteOfWeek[t])] += static_cast<double>(mean[t]);
            ++count[static_cast<std::size_t>(minuteOfWeek[t])];
        }
    }
    std::vector<float> usual(mean.size(), kMissing);
    for (std::size_t t = 0; t < mean.size(); ++t) {
        const auto slot = static_cast<std::size_t>(minuteOfWeek[t]);
        const bool own = !std::isnan(mean[t]);
        const int others = count[slot] - (own ? 1 : 0);
        if (others > 0) {
            const double total = sum[slot] - (own ? static_cast<double>(mean[t]) : 0.0);
            usual[t] = static_cast<float>(total / others);
        }
    }
    return usual;
}

void summariseSteps(QuantityView &view)
{
    const auto steps = static_cast<std::size_t>(view.series->axis.count);
    view.mean.assign(steps, kMissing);
    view.slowShare.assign(steps, kMissing);
    view.reporting.assign(steps, 0);
    for (int t = 0; t < view.series->axis.count; ++t) {
        double sum = 0.0;
        int count = 0;
        int slow = 0;
        for (int s = 0; s < view.siteCount(); ++s) {
            const SiteId site(s);
            const float v = view.value(t, site);
            if (std::isnan(v))
                continue;
            sum += static_cast<double>(v);
            ++count;
            if (view.scale.relativeToFreeFlow
                && view.scale.classOf(v, view.freeFlow[site.index()]) >= int(SpeedBand::Slow))
                ++slow;
        }
        const auto i = static_cast<std::size_t>(t);
        view.reporting[i] = count;
        if (count > 0) {
            view.mean[i] = static_cast<float>(sum / count);
            view.slowShare[i] = static_cast<float>(slow) / static_cast<float>(count);
        }
    }
}

std::shared_ptr<const Series> converted(const Series &series, int channel, const UnitChange &change)
{
    auto copy = std::make_shared<Series>(series);
    copy->channels[static_cast<std::size_t>(channel)].unit = change.unit;
    const std::size_t stride = copy->channels.size();
    for (std::size_t i = static_cast<std::size_t>(channel); i < copy->values.size(); i += stride)
        copy->values[i] = change.toRead(copy->values[i]); // NaN stays NaN
    return copy;
}

} // namespace

float QuantityView::value(int step, SiteId site) const
{
    return series->axis.has(step) ? series->value(step, site, channel) : kMissing;
}

Quality QuantityView::quality(int step, SiteId site) const
{
    return series->axis.has(step) ? series->quality[series->offset(step, site, channel)]
                                  : Quality::Missing;
}

int QuantityView::ageInSteps(int step, SiteId site, int most) const
{
    for (int age = 0; age <= most; ++age) {
        if (!std::isnan(value(step - age, site)))
            return age;
    }
    return -1;
}

Result<std::shared_ptr<const QuantityView>> prepareQuantity(const Dataset &dataset,
    std::shared_ptr<const Series> series, const QString &channelKey,
    std::optional<UnitSystem> units)
{
    const QString key =
        channelKey.isEmpty() && !series->channels.empty() ? series->channels[0].key : channelKey;
    const int channel = series->channelIndex(key);
    UnitChange change;
    if (units && channel >= 0) {
        change = unitChange(series->channels[static_cast<std::size_t>(channel)].unit, *units);
        if (!change.isNone())
            series = converted(*series, channel, change);
    }
    BV_TRY(const auto history, channelHistory(dataset, *series, key));

    auto view = std::make_shared<QuantityView>();
    view->dataset = dataset;
    view->channel = channel;
    view->units = change;
    view->series = std::move(series);
    view->sums = std::make_shared<const WindowSums>(view->series, view->channel);

    const std::size_t stride = std::max<std::size_t>(1, history->values.size() / kScaleSample);
    std::vector<float> sample;
    for (std::size_t i = 0; i < history->values.size(); i += stride)
        sample.push_back(history->values[i]);
    view->scale = QuantityScale::of(history->channel, std::move(sample));

    const auto sites = static_cast<std::size_t>(history->siteCount());
    view->freeFlow.assign(sites, kMissing);
    if (view->scale.relativeToFreeFlow) {
        for (std::size_t s = 0; s < sites; ++s) {
            std::vector<float> column;
            column.reserve(static_cast<std::size_t>(history->axis.count));
            for (int t = 0; t < history->axis.count; ++t)
                column.push_back(history->row(t)[s]);
            view->freeFlow[s] = freeFlowSpeed(std::move(column));
        }
    }
    summariseSteps(*view);
    view->usualMean = usualOf(view->mean, history->minuteOfWeek);
    return view;
}

} // namespace belvedere::ui
