// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/coupled_run.h"
#include "scenario/scenario_tree.h"
#include "session.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace belvedere::ctl {

/// What all verbs of scenarios take.
struct ScenarioArguments
{
    std::string network;
    std::string trips;
    std::string nodes;
    std::optional<double> tollFactor;
    std::optional<double> distanceFactor;
    double lengthUnitM = 0.0;
    double people = 0.0;
    double gap = ScenarioSettings().relativeGap;
    double maxSeconds = 0.0;
    int ensemble = 0;
    double cellM = ScenarioSettings().cellM;
    bool noAir = false;
    AssignmentObjective objective = AssignmentObjective::UserEquilibrium;
};

void addScenarioOptions(CLI::App &verb, const std::shared_ptr<ScenarioArguments> &arguments);
[[nodiscard]] Result<ScenarioSettings> settingsOf(
    const Session &session, const ScenarioArguments &arguments);

/// A scenario of a file, and the tree it stands in.
struct NamedScenario
{
    ScenarioTree tree;
    QString name; ///< empty = the base case
    std::vector<Edit> edits;
};

/// @param reference  "plans.json", "plans.json#Name", or "base" for the base case alone.
/// @return Errc::Usage listing the names where a file has several and none is chosen.
[[nodiscard]] Result<NamedScenario> readScenario(const std::string &reference);

/// From the options, else from the file, else from the city: the one that the scenarios were made
/// for, or the city's own roads with a demand that is made.
[[nodiscard]] Result<std::shared_ptr<const BaseCase>> openBase(
    Session &session, const ScenarioArguments &arguments, const ScenarioTree &tree);

} // namespace belvedere::ctl
