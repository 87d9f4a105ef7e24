// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/store.h"
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
};

[[nodiscard]] Result<std::shared_ptr<const CityView>> loadCity(const Store &store);

/// A quantity with the others that are told beside it.
struct QuantityBundle
{
    std::shared_ptr<const QuantityView> main;
    std::vector<std::shared_ptr<const QuantityView>> companions; ///< of other data sets
    std::vector<Incident> incidents; ///< of all tables, those of the last days
};

/// Days of history that the screen keeps at hand: enough for "usual for this time of the week".
inline constexpr int kShownDays = 28;

/// Days of incidents at hand: the replay, and a day before for what led to it.
inline constexpr int kIncidentDays = 8;

/// Loads the last kShownDays of the channel, and the first channel of each data set of another
/// domain that overlaps it.
/// @param channel  empty = the first.
[[nodiscard]] Result<std::shared_ptr<const QuantityBundle>> loadQuantity(
    const Store &store, const QString &dataset, const QString &channel, const TaskContext &context);

} // namespace belvedere::ui
