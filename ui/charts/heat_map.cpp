// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/heat_map.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kDays = 7;
constexpr int kHours = 24;

/// Row of a day, 0 … 6, where weeks begin as the locale has it.
int rowOf(const QDate &day)
{
    return (day.dayOfWeek() - int(QLocale().firstDayOfWeek()) + kDays) % kDays;
}

QStringList dayNames()
{
    QStringList names;
    for (int row = 0; row < kDays; ++row) {
        const int day = (int(QLocale().firstDayOfWeek()) - 1 + row) % kDays + 1;
        names.append(QLocale().standaloneDayName(day, QLocale::ShortFormat));
    }
    return names;
}

class Means
{
public:
    explicit Means(std::size_t cells)
        : m_sums(cells, 0.0)
        , m_counts(cells, 0)
    {
    }
    void add(std::size_t cell, double value)
    {
        m_sums[cell] += value;
        ++m_counts[cell];
    }
    std::vector<double> take()
    {
        for (std::size_t i = 0; i < m_sums.size(); ++i)
            m_sums[i] = m_counts[i] > 0 ? m_sums[i] / m_counts[i] : std::nan("");
        return std::move(m_sums);
    }

private:
    std::vector<double> m_sums;
    std::vector<int> m_counts;
};

} // namespace

HeatMapData hourByWeekday(std::span<const SeriesPoint> points, const QTimeZone &zone)
{
    HeatMapData map;
    map.rows = dayNames();
    for (int hour = 0; hour < kHours; ++hour)
        map.columns.append(QLocale().toString(QTime(hour, 0), QStringLiteral("HH")));
    Means means(kDays * kHours);
    for (const SeriesPoint &point : points) {
        if (!std::isfinite(point.value))
            continue;
        const QDateTime local = QDateTime::fromMSecsSinceEpoch(point.time, zone);
        means.add(std::size_t(rowOf(local.date()) * kHours + local.time().hour()), point.value);
    }
    map.values = means.take();
    return map;
}

HeatMapData calendarOf(std::span<const SeriesPoint> points, const QTimeZone &zone)
{
    HeatMapData map;
    map.rows = dayNames();
    if (points.empty())
        return map;
    const auto dayOf = [&](const SeriesPoint &p) {
        return QDateTime::fromMSecsSinceEpoch(p.time, zone).date();
    };
    const auto [first, last] = std::minmax_element(points.begin(), points.end(),
        [](const SeriesPoint &a, const SeriesPoint &b) { return a.time < b.time; });
    const QDate begin = dayOf(*first).addDays(-rowOf(dayOf(*first)));
    const auto weeks = int(begin.daysTo(dayOf(*last)) / kDays) + 1;
    for (int week = 0; week < weeks; ++week) {
        // The week that holds the first of a month carries its name.
        const QDate end = begin.addDays(week * kDays + kDays - 1);
        map.columns.append(end.day() <= kDays || week == 0
                ? QLocale().standaloneMonthName(end.month(), QLocale::ShortFormat)
                : QString());
    }
    Means means(std::size_t(kDays * weeks));
    for (const SeriesPoint &point : points) {
        const QDate day = dayOf(point);
        if (std::isfinite(point.value))
            means.add(
                std::size_t(rowOf(day) * weeks + int(begin.daysTo(day) / kDays)), point.value);
    }
    map.values = means.take();
    return map;
}

} // namespace belvedere::ui
