// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/bounding_box.h"
#include "city/lon_lat.h"

namespace belvedere {

/// A plane that touches the city: equirectangular about `centre`. Within 50 km of it the scale
/// is wrong by less than 0.6 % at the latitude of Oslo, which is less than a line's width.
class LocalProjection
{
public:
    LocalProjection() = default;
    explicit LocalProjection(LonLat centre);

    [[nodiscard]] PointM toPlane(LonLat position) const;
    [[nodiscard]] LonLat toSphere(PointM point) const;
    [[nodiscard]] LonLat centre() const { return m_centre; }

private:
    LonLat m_centre;
    double m_metersPerLonDegree = 0.0;
    double m_metersPerLatDegree = 0.0;
};

} // namespace belvedere
