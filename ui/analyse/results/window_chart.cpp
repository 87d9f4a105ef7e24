// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/window_chart.h"

#include "common/quantity_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::WindowChart)
};

float lastObserved(const ReviewData &review, int last, std::size_t site)
{
    for (int step = last; step > last - review.shape.history && step >= 0; --step) {
        const float value = review.history->row(step)[site];
        if (!std::isnan(value))
            return value;
    }
    return kMissing;
}

/// Quantiles of one site and step.
class Cell
{
public:
    Cell(const ReviewData &review, const float *forecast, int step, int site)
        : m_shape(review.shape)
        , m_values(forecast
              + static_cast<std::size_t>(step * review.siteCount() + site)
                  * review.shape.quantiles.size())
    {
    }
    /// Between two levels by a straight line; NaN beyond them.
    [[nodiscard]] double level(double wanted) const
    {
        const std::vector<double> &levels = m_shape.quantiles;
        constexpr double kRounding = 1e-9;
        const auto above = std::lower_bound(levels.begin(), levels.end(), wanted - kRounding);
        if (above == levels.end() || (above == levels.begin() && *above > wanted + kRounding))
            return std::numeric_limits<double>::quiet_NaN();
        const auto i = static_cast<int>(above - levels.begin());
        if (*above <= wanted + kRounding)
            return at(i);
        const double share = (wanted - *(above - 1)) / (*above - *(above - 1));
        return at(i - 1) + share * (at(i) - at(i - 1));
    }
    [[nodiscard]] double at(int i) const { return static_cast<double>(m_values[i]); }

private:
    const ForecastShape &m_shape;
    const float *m_values;
};

} // namespace

ValueRange valueRange(const ReviewData &review, int site)
{
    std::vector<float> values;
    const int end = std::min(review.history->axis.count,
        review.lastStep(review.test.count - 1) + review.shape.horizon + 1);
    for (int step = review.test.first; step < end; ++step) {
        const float value = review.history->row(step)[site];
        if (!std::isnan(value))
            values.push_back(value);
    }
    if (values.empty())
        return {};
    const auto at = [&values](double share) {
        const auto rank =
            static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), values.begin() + rank, values.end());
        return static_cast<double>(values[static_cast<std::size_t>(rank)]);
    };
    const double low = at(0.005);
    const double high = at(0.995);
    return {std::min(low, low >= 0.0 && low < 0.5 * high ? 0.0 : low), high};
}

std::shared_ptr<const SeriesChartData> windowChart(
    const ReviewData &review, int window, int site, const float *forecast, const ValueRange &range)
{
    auto chart = std::make_shared<SeriesChartData>();
    chart->quantity = channelTitle(review.history->channel.key);
    chart->unit = review.history->channel.unit;
    chart->yLow = range.low;
    chart->yHigh = range.high;
    const TimeAxis &axis = review.history->axis;
    const int last = review.lastStep(window);
    const int first = last - review.shape.history + 1;
    const int end = last + review.shape.horizon;
    chart->from = axis.at(first);
    chart->to = axis.at(end);
    for (int step = first; step <= end && step < axis.count; ++step)
        chart->observed.push_back(
            {axis.at(step), static_cast<double>(review.history->row(step)[site])});
    const float carried = lastObserved(review, last, static_cast<std::size_t>(site));
    chart->scenarioLabel = Text::tr("Last value");
    for (int step = last; step <= end; ++step)
        chart->scenario.push_back({axis.at(step), static_cast<double>(carried)});
    for (int step = 0; forecast && step < review.shape.horizon; ++step) {
        const Cell cell(review, forecast, step, site);
        ForecastPoint point;
        point.time = axis.at(last + 1 + step);
        point.p05 = cell.level(0.05);
        point.p10 = cell.at(review.shape.lowerIndex());
        point.p25 = cell.level(0.25);
        point.p50 = cell.at(review.shape.medianIndex());
        point.p75 = cell.level(0.75);
        point.p90 = cell.at(review.shape.upperIndex());
        point.p95 = cell.level(0.95);
        chart->forecast.push_back(point);
    }
    return chart;
}

WindowFigures windowFigures(const ReviewData &review, int window, int site, const float *forecast)
{
    WindowFigures figures;
    const int last = review.lastStep(window);
    const float carried = lastObserved(review, last, static_cast<std::size_t>(site));
    double own = 0.0;
    double lastValue = 0.0;
    for (int step = 0; step < review.shape.horizon; ++step) {
        const int at = last + 1 + step;
        const auto truth = at < review.history->axis.count
            ? static_cast<double>(review.history->row(at)[site])
            : std::nan("");
        if (std::isnan(truth))
            continue;
        ++figures.observed;
        lastValue += std::abs(truth - static_cast<double>(carried));
        if (!forecast)
            continue;
        const Cell cell(review, forecast, step, site);
        own += std::abs(truth - cell.at(review.shape.medianIndex()));
        if (truth >= cell.at(review.shape.lowerIndex())
            && truth <= cell.at(review.shape.upperIndex()))
            ++figures.inBand;
    }
    if (figures.observed > 0) {
        figures.lastValueMae = lastValue / figures.observed;
        if (forecast)
            figures.mae = own / figures.observed;
    }
    return figures;
}

int windowIssuedAt(const ReviewData &review, UtcMs issued)
{
    const int window = review.history->axis.indexOf(issued) - review.lastStep(0);
    return window >= 0 && window < review.test.count ? window : -1;
}

} // namespace belvedere::ui
