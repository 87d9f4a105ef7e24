// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/surface_picture.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kMarginM = 8000.0;
constexpr int kCells = 10'000;

InterpolationMethod methodOf(SurfaceMethod method)
{
    if (method == SurfaceMethod::InverseDistance)
        return InverseDistance();
    return OrdinaryKriging();
}

} // namespace

SurfaceMaker::SurfaceMaker(std::shared_ptr<const EnvironmentSet> set,
    const LocalProjection &projection, SurfaceMethod method)
    : m_set(std::move(set))
    , m_method(method)
{
    std::vector<PointM> points;
    for (int site = 0; site < m_set->siteCount(); ++site) {
        const auto &position = m_set->dataset.sites[std::size_t(site)].position;
        if (!position)
            continue;
        points.push_back(projection.toPlane(*position));
        m_sites.push_back(site);
    }
    if (isPossible())
        m_grid = gridAround(points, kMarginM, kCells);
    m_interpolator = std::make_unique<StationInterpolator>(std::move(points), methodOf(method));
}

std::vector<float> SurfaceMaker::placedValues(const QString &channel, int step) const
{
    const std::vector<float> all = m_set->valuesAt(channel, step);
    std::vector<float> placed;
    for (const int site : m_sites)
        placed.push_back(all[std::size_t(site)]);
    return placed;
}

Result<std::shared_ptr<const SurfacePicture>> SurfaceMaker::picture(
    const QString &channel, int step, const TaskContext &context)
{
    const std::lock_guard lock(m_mutex);
    auto picture = std::make_shared<SurfacePicture>();
    picture->channel = channel;
    picture->unit = m_set->unitOf(channel);
    picture->method = m_method;
    picture->time = m_set->series->axis.at(step);
    picture->observed = m_set->valuesAt(channel, step);
    picture->fromOthers.assign(picture->observed.size(), {std::nan(""), std::nan("")});
    const std::vector<float> values = placedValues(channel, step);
    BV_TRY(picture->surface, m_interpolator->surface(m_grid, values, context));
    const auto predictions = m_interpolator->leaveOneOut(values);
    for (std::size_t i = 0; i < m_sites.size(); ++i)
        picture->fromOthers[std::size_t(m_sites[i])] = predictions[i];
    return picture;
}

Result<std::shared_ptr<const SurfaceErrors>> SurfaceMaker::errors(
    const QString &channel, int from, int to, const TaskContext &context)
{
    const std::lock_guard lock(m_mutex);
    const TimeAxis &axis = m_set->series->axis;
    const int first = std::clamp(from, 0, std::max(0, axis.count - 1));
    const int last = std::clamp(to, first, std::max(first, axis.count - 1));
    auto errors = std::make_shared<SurfaceErrors>();
    errors->channel = channel;
    errors->method = m_method;
    errors->from = axis.at(first);
    errors->to = axis.at(last);
    std::vector<float> values;
    values.reserve(std::size_t(last - first + 1) * m_sites.size());
    for (int step = first; step <= last; ++step) {
        const std::vector<float> row = placedValues(channel, step);
        values.insert(values.end(), row.begin(), row.end());
    }
    BV_TRY(const LeaveOneOut left, m_interpolator->leaveOneOut(values, context));
    errors->stations.resize(std::size_t(m_set->siteCount()));
    for (std::size_t i = 0; i < m_sites.size(); ++i)
        errors->stations[std::size_t(m_sites[i])] = left.stations[i];
    errors->pooled = left.pooled;
    return errors;
}

} // namespace belvedere::ui
