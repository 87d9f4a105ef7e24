// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/decimate.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

/// Collects the points of one column after the other.
class Columns
{
public:
    Columns(double xMin, double xMax, int count)
        : m_xMin(xMin)
        , m_perX(double(count) / (xMax - xMin))
        , m_count(count)
    {
    }

    void add(const QPointF &point)
    {
        const int column = columnOf(point.x());
        if (!m_open || column != m_column) {
            close();
            if (m_missing && m_any)
                m_out.append({point.x(), std::numeric_limits<double>::quiet_NaN()});
            m_column = column;
            m_low = m_high = m_last = point;
            if (!m_any)
                m_out.append(point);
            m_open = true;
            m_any = true;
        } else {
            if (point.y() < m_low.y())
                m_low = point;
            if (point.y() > m_high.y())
                m_high = point;
            m_last = point;
        }
        m_missing = false;
    }

    void addMissing() { m_missing = true; }

    QList<QPointF> finish()
    {
        close();
        if (m_any)
            append(m_last);
        return std::move(m_out);
    }

private:
    [[nodiscard]] int columnOf(double x) const
    {
        return static_cast<int>(
            std::floor(std::clamp((x - m_xMin) * m_perX, -1.0, double(m_count))));
    }

    void append(const QPointF &point)
    {
        if (m_out.isEmpty() || m_out.back() != point)
            m_out.append(point);
    }

    void close()
    {
        if (!m_open)
            return;
        append(m_low.x() <= m_high.x() ? m_low : m_high);
        append(m_low.x() <= m_high.x() ? m_high : m_low);
        m_open = false;
    }

    QList<QPointF> m_out;
    QPointF m_low, m_high, m_last;
    double m_xMin;
    double m_perX;
    int m_count;
    int m_column = 0;
    bool m_open = false;
    bool m_any = false;
    bool m_missing = false;
};

} // namespace

QList<QPointF> decimated(const std::vector<QPointF> &points, double xMin, double xMax, int columns)
{
    if (columns < 1 || !(xMin < xMax) || points.size() <= 2 * static_cast<std::size_t>(columns))
        return QList<QPointF>(points.begin(), points.end());
    Columns out(xMin, xMax, columns);
    for (const QPointF &point : points)
        out.add(point);
    return out.finish();
}

QList<QPointF> thinned(std::span<const SeriesPoint> points, double from, double to, int columns)
{
    const auto before = [](const SeriesPoint &p, double time) { return double(p.time) < time; };
    auto begin = std::lower_bound(points.begin(), points.end(), from, before);
    auto end = std::lower_bound(begin, points.end(), std::nextafter(to, INFINITY), before);
    if (begin != points.begin())
        --begin;
    if (end != points.end())
        ++end;
    QList<QPointF> kept;
    if (columns < 1 || !(from < to) || end - begin <= 2 * columns) {
        kept.reserve(end - begin);
        for (auto p = begin; p != end; ++p) {
            const bool twice =
                !std::isfinite(p->value) && (kept.isEmpty() || std::isnan(kept.back().y()));
            if (!twice)
                kept.append({double(p->time), std::isfinite(p->value) ? p->value : NAN});
        }
        return kept;
    }
    Columns out(from, to, columns);
    for (auto p = begin; p != end; ++p) {
        if (std::isfinite(p->value))
            out.add({double(p->time), p->value});
        else
            out.addMissing();
    }
    return out.finish();
}

} // namespace belvedere::ui
