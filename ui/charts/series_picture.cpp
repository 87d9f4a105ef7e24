// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/series_picture.h"

#include "charts/decimate.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kTargetYTicks = 5;

struct Extent
{
    double from = std::numeric_limits<double>::infinity();
    double to = -from;
    double low = from;
    double high = -from;

    void include(UtcMs time, double value)
    {
        from = std::min(from, double(time));
        to = std::max(to, double(time));
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    void include(const std::vector<SeriesPoint> &points)
    {
        for (const SeriesPoint &point : points)
            include(point.time, point.value);
    }
};

QRectF rangeOf(const SeriesChartData &data)
{
    Extent extent;
    extent.include(data.observed);
    extent.include(data.comparison);
    extent.include(data.scenario);
    for (const ForecastPoint &point : data.forecast) {
        for (const double value : {point.p05, point.p10, point.p50, point.p90, point.p95})
            extent.include(point.time, value);
    }
    if (data.from < data.to) {
        extent.from = double(data.from);
        extent.to = double(data.to);
    }
    if (!std::isfinite(extent.from))
        return {};
    if (!(extent.from < extent.to))
        extent.to = extent.from + double(kMsPerHour);
    if (std::isfinite(data.yLow))
        extent.low = std::min(extent.low, data.yLow);
    if (std::isfinite(data.yHigh))
        extent.high = std::max(extent.high, data.yHigh);
    const NiceRange nice = niceRange(extent.low, extent.high, kTargetYTicks);
    return QRectF(QPointF(extent.from, nice.low), QPointF(extent.to, nice.high));
}

double largest(const std::vector<SeriesPoint> &points)
{
    double value = 0.0;
    for (const SeriesPoint &point : points) {
        if (std::isfinite(point.value))
            value = std::max(value, std::abs(point.value));
    }
    return value;
}

void addForecast(
    SeriesPicture &picture, const SeriesChartData &data, double from, double to, int columns)
{
    const auto known = [](double a, double b) { return std::isfinite(a) && std::isfinite(b); };
    picture.wide = std::any_of(data.forecast.begin(), data.forecast.end(),
        [&](const ForecastPoint &p) { return known(p.p05, p.p95); });
    const auto add = [&](QList<QPointF> &list, const auto &valueOf) {
        std::vector<SeriesPoint> points;
        for (const ForecastPoint &p : data.forecast) {
            if (const double value = valueOf(p); std::isfinite(value))
                points.push_back({p.time, value});
        }
        list = thinned(points, from, to, columns);
    };
    const bool wide = picture.wide;
    add(picture.median, [](const ForecastPoint &p) { return p.p50; });
    const auto ifBoth = [&](double a, double b) { return known(a, b) ? a : NAN; };
    add(picture.innerLow, [&](const ForecastPoint &p) { return ifBoth(p.p25, p.p75); });
    add(picture.innerHigh, [&](const ForecastPoint &p) { return ifBoth(p.p75, p.p25); });
    add(picture.outerLow,
        [&](const ForecastPoint &p) { return wide ? ifBoth(p.p05, p.p95) : ifBoth(p.p10, p.p90); });
    add(picture.outerHigh,
        [&](const ForecastPoint &p) { return wide ? ifBoth(p.p95, p.p05) : ifBoth(p.p90, p.p10); });
}

} // namespace

SeriesPicture pictureOf(
    const SeriesChartData &data, double from, double to, int columns, const SeriesPicture *earlier)
{
    SeriesPicture picture;
    picture.range = earlier ? earlier->range : rangeOf(data);
    picture.largestResidual = earlier ? earlier->largestResidual : largest(data.residuals);
    if (!(from < to)) {
        from = picture.range.left();
        to = picture.range.right();
    }
    picture.observed = thinned(data.observed, from, to, columns);
    picture.comparison = thinned(data.comparison, from, to, columns);
    picture.scenario = thinned(data.scenario, from, to, columns);
    picture.residuals = thinned(data.residuals, from, to, columns);
    addForecast(picture, data, from, to, columns);
    return picture;
}

ChartTable seriesTable(
    const SeriesChartData &data, const SeriesHeader &header, const QTimeZone &zone)
{
    struct Column
    {
        QString name;
        const std::vector<SeriesPoint> *points;
        std::size_t next = 0;
    };
    std::vector<Column> columns;
    const auto use = [&](const QString &name, const std::vector<SeriesPoint> &points) {
        if (!points.empty())
            columns.push_back({withUnit(name, data.unit), &points});
    };
    using Quantile = double ForecastPoint::*;
    const std::vector<std::pair<QString, Quantile>> quantiles = {
        {QStringLiteral("p05"), &ForecastPoint::p05}, {QStringLiteral("p10"), &ForecastPoint::p10},
        {QStringLiteral("p25"), &ForecastPoint::p25}, {header.median, &ForecastPoint::p50},
        {QStringLiteral("p75"), &ForecastPoint::p75}, {QStringLiteral("p90"), &ForecastPoint::p90},
        {QStringLiteral("p95"), &ForecastPoint::p95}};
    std::vector<std::vector<SeriesPoint>> quantilePoints(quantiles.size());
    use(header.observed, data.observed);
    for (std::size_t i = 0; i < quantiles.size(); ++i) {
        bool any = false;
        for (const ForecastPoint &p : data.forecast) {
            quantilePoints[i].push_back({p.time, p.*quantiles[i].second});
            any = any || std::isfinite(p.*quantiles[i].second);
        }
        if (any)
            use(quantiles[i].first, quantilePoints[i]);
    }
    use(header.comparison, data.comparison);
    use(header.scenario, data.scenario);
    use(header.residual, data.residuals);

    ChartTable table;
    table.header = {header.time};
    for (const Column &column : columns)
        table.header.append(column.name);
    while (true) {
        UtcMs time = std::numeric_limits<UtcMs>::max();
        for (const Column &column : columns) {
            if (column.next < column.points->size())
                time = std::min(time, (*column.points)[column.next].time);
        }
        if (time == std::numeric_limits<UtcMs>::max())
            return table;
        QStringList row = {plainTime(time, zone)};
        for (Column &column : columns) {
            const bool here =
                column.next < column.points->size() && (*column.points)[column.next].time == time;
            row.append(here ? plainNumber((*column.points)[column.next++].value) : QString());
        }
        table.rows.push_back(std::move(row));
    }
}

} // namespace belvedere::ui
