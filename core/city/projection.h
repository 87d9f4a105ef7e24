// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/bounding_box.h"
#include "city/lon_lat.h"

namespace belvedere {

/// A plane that touches the city: equirectangular about `centre`. The scale is wrong
/// by less than 0.6 % within 22 km of it at the latitude of Oslo, by 1.4 % at 50 km.
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
