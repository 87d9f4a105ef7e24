// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/store.h"
#include "geo/overlay.h"
#include "map/tile_images.h"
#include "operate/quantity_view.h"

#include <memory>
#include <vector>

namespace belvedere::ui {

/// What stands still in a city: a snapshot made off the GUI thread.
struct CityView
{
    CityInfo info;
    std::shared_ptr<const RoadNetwork> network;
    std::shared_ptr<const Backdrop> backdrop;
    std::vector<Dataset> datasets;
    std::vector<Overlay> overlays; ///< what others drew, by name
    std::vector<Error> remarks; ///< what is wrong with overlays and tiles
    std::shared_ptr<TileImages> tiles; ///< pictures below everything; null without
};

[[nodiscard]] Result<std::shared_ptr<const CityView>> loadCity(const Store &store);

/// What to show first: the city's own traffic before anything else, speed before other channels.
/// @return data set and channel; both empty in a city without measurements.
[[nodiscard]] std::pair<QString, QString> firstQuantity(const CityView &city);

/// A quantity with the others that are told beside it, and what happened.
struct QuantityBundle
{
    std::shared_ptr<const QuantityView> main; ///< null in a city without measurements
    std::vector<std::shared_ptr<const QuantityView>> companions; ///< of other data sets
    std::vector<Incident> incidents; ///< of all tables, those of the last days
};

/// Days of history that the screen keeps at hand: enough for "usual for this time of the week".
inline constexpr int kShownDays = 28;

/// Days of incidents at hand: the replay, and a day before for what led to it.
inline constexpr int kIncidentDays = 8;

/// Loads the last kShownDays of the channel, and the first channel of each data set of another
/// domain that overlaps it.
/// @param dataset  empty = none: only what happened.
/// @param channel  empty = the first.
/// @param units  to read; none = as stored.
[[nodiscard]] Result<std::shared_ptr<const QuantityBundle>> loadQuantity(const Store &store,
    const QString &dataset, const QString &channel, std::optional<UnitSystem> units,
    const TaskContext &context);

} // namespace belvedere::ui
