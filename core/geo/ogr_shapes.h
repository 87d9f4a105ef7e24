// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/feature_table.h"

#include <ogr_api.h>

#include <memory>

namespace belvedere {

struct OgrGeometryDeleter
{
    void operator()(void *geometry) const
    {
        OGR_G_DestroyGeometry(static_cast<OGRGeometryH>(geometry));
    }
};
using OgrGeometry = std::unique_ptr<void, OgrGeometryDeleter>;

/// Null for a shape without a place.
[[nodiscard]] OgrGeometry toOgr(const GeoShape &shape);

/// Adds what `geometry` holds; curves become lines, Z and M are dropped, empty parts are left out.
void addFromOgr(OGRGeometryH geometry, GeoShape &shape);

} // namespace belvedere
