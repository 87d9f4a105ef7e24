// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/air_picture.h"
#include "environment/noise_picture.h"
#include "environment/surface_picture.h"
#include "map/map_layer.h"
#include "map/map_legend.h"
#include "map/map_tip.h"
#include "map/surface_values.h"

namespace belvedere::ui {

/// Where the placed sites of a data set are; feature i of the layer is sites[i].
struct StationGeometry
{
    std::shared_ptr<const PointGeometry> points;
    std::vector<int> sites;
};
[[nodiscard]] StationGeometry stationGeometry(
    const Dataset &dataset, const LocalProjection &projection);
[[nodiscard]] std::shared_ptr<const SurfaceGeometry> surfaceGeometry(const SurfaceGrid &grid);

/// Classes of an index by their position: 0, 1 … in the colours of the standard.
[[nodiscard]] ValueScale indexScale(const AirQualityStandard &standard);
/// The first classes of a pollutant's table in its own unit; even steps up to `largest` where the
/// standard has no table for it.
[[nodiscard]] ValueScale concentrationScale(const AirQualityStandard &standard,
    const QString &pollutant, const QString &unit, double largest);
/// Of standard errors, by shares of the end of the second class.
[[nodiscard]] ValueScale errorScale(const ValueScale &concentration);
/// Lden in the bands of noiseBands().
[[nodiscard]] ValueScale noiseScale();

/// Discs of the classes with the index beside them, diamonds where pollutants are missing.
[[nodiscard]] std::shared_ptr<const LayerAttributes> airAttributes(
    const AirPicture &air, const StationGeometry &where, int chosen);
[[nodiscard]] std::shared_ptr<const LayerAttributes> noiseAttributes(
    const NoisePicture &noise, const StationGeometry &where);
/// @param errors  the standard errors instead of the values.
[[nodiscard]] std::shared_ptr<const LayerAttributes> surfaceAttributesOf(
    const SurfacePicture &picture, bool errors, const ValueScale &scale, double opacity);

[[nodiscard]] LegendContent airLegend(const AirPicture &air);
[[nodiscard]] LegendContent noiseLegend(const NoisePicture &noise);
[[nodiscard]] LegendContent surfaceLegend(
    const SurfacePicture &picture, bool errors, const ValueScale &scale, const EnvironmentSet &set);

[[nodiscard]] MapTip airTip(const AirPicture &air, int site);
[[nodiscard]] MapTip noiseTip(const NoisePicture &noise, int site);

} // namespace belvedere::ui
