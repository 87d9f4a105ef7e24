// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/projection.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace belvedere {

LocalProjection::LocalProjection(LonLat centre)
    : m_centre(centre)
    , m_metersPerLatDegree(kEarthRadiusM * std::numbers::pi / 180.0)
{
    // Near a pole a degree of longitude has no length; no city stands there.
    const double shrink = std::cos(centre.lat * std::numbers::pi / 180.0);
    m_metersPerLonDegree = m_metersPerLatDegree * std::max(shrink, 1e-3);
}

PointM LocalProjection::toPlane(LonLat position) const
{
    return {(position.lon - m_centre.lon) * m_metersPerLonDegree,
        (position.lat - m_centre.lat) * m_metersPerLatDegree};
}

LonLat LocalProjection::toSphere(PointM point) const
{
    if (m_metersPerLatDegree == 0.0)
        return m_centre;
    return {m_centre.lon + point.x / m_metersPerLonDegree,
        m_centre.lat + point.y / m_metersPerLatDegree};
}

} // namespace belvedere
