// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/map_layer.h"
#include "map/map_legend.h"
#include "map/map_tip.h"
#include "map/surface_values.h"
#include "safety/change_map.h"
#include "safety/getis_ord.h"
#include "safety/risk_model.h"
#include "safety/safety_data.h"

#include <optional>

namespace belvedere::ui {

/// Everything that decides what a surface shows.
struct SurfaceQuery
{
    SafetySurface surface = SafetySurface::Density;
    SafetyChoice choice;
    UtcMs to = 0; ///< end of the period; of Risk, the hour shown
    UtcMs known = 0; ///< of Risk: the begin of the day from which on nothing is known
    QTimeZone zone = QTimeZone::utc();

    [[nodiscard]] QString key() const; ///< the same for the same picture
};

/// A risk model and the day from which on it knew nothing.
struct FittedRisk
{
    std::shared_ptr<const RiskModel> model; ///< null: none yet
    UtcMs known = 0;
};

/// A surface at one time: what is coloured and what is said about each cell. Immutable.
struct SurfaceView
{
    SurfaceQuery query;
    std::shared_ptr<const CellIncidents> cells;
    belvedere::TimeRange period;
    double bandwidthM = 0.0; ///< of Density
    /// [cells], what is coloured, in legend units; NaN = nothing to see.
    std::vector<float> values;
    std::vector<double> counts; ///< [cells], in the period
    qint64 incidents = 0; ///< of the type in the period, those in no cell among them
    std::vector<ExpectedCount> expected; ///< [cells], of Risk
    std::vector<GiStar> hotSpots; ///< [cells], of HotSpots
    std::vector<CellChange> changes; ///< [cells], of Change
    FittedRisk risk; ///< of Risk, to be used again
    ValueScale scale;
    int decimals = 0; ///< of the scale's breaks

    /// Cells with something to see, the highest first; of Change the largest rise first.
    [[nodiscard]] std::vector<int> ranked(int most) const;
    /// The figure of a cell with its unit, in words for classes.
    [[nodiscard]] QString valueText(int cell) const;
    [[nodiscard]] MapTip tip(int cell) const;
    [[nodiscard]] LegendContent legend(const QString &source) const;
    [[nodiscard]] std::shared_ptr<const LayerAttributes> attributes(double opacity) const;
};

/// @param risk  a model of the same cells and type: used on its day, and its specification for the
/// four weeks after it; a later day never speaks about an earlier one.
[[nodiscard]] Result<std::shared_ptr<const SurfaceView>> makeSurface(
    std::shared_ptr<const CellIncidents> cells, const SurfaceQuery &query, const FittedRisk &risk,
    const TaskContext &context);

/// The box about all cells as a picture, and the cells as areas to point at.
struct CellGeometry
{
    std::shared_ptr<const SurfaceGeometry> surface;
    std::shared_ptr<const AreaGeometry> areas; ///< [cells]
    std::shared_ptr<const LayerAttributes> unseen; ///< of the areas
};

[[nodiscard]] CellGeometry makeCellGeometry(
    const StudyArea &area, const LocalProjection &projection);

/// Breaks of the series 1, 2, 5, 10 … below the largest values: for amounts that span several
/// powers of ten. At most `most`, ascending; none if all are 0 or no number.
[[nodiscard]] std::vector<double> amountBreaks(std::vector<float> values, int most);

} // namespace belvedere::ui
