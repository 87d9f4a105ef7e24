// SPDX-License-Identifier: GPL-3.0-or-later
// core/city/readers turn files of geography into what core/city owns. Each library (libosmium)
// stays in its .cpp; its exceptions stop there.
#pragma once

#include "base/task.h"
#include "city/backdrop.h"
#include "city/road_network.h"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace belvedere {

/// What was found in an extract and what became of it.
struct OsmReport
{
    qint64 nodes = 0; ///< read, of the file
    qint64 ways = 0;
    qint64 relations = 0;
    /// By RoadClass, each road once whatever its directions.
    std::array<double, kRoadClassCount> lengthKm{};
    qint64 buildings = 0; ///< among the areas
    qint64 cutWays = 0; ///< left out or shortened: some of their nodes are not in the file
    qint64 brokenAreas = 0; ///< multipolygons with rings that do not close within the file
    qint64 turnRestrictions = 0; ///< relations about cars that the network obeys
    qint64 unusedRestrictions = 0; ///< over a way instead of a node, or about unknown roads
    double connectedShare = 1.0; ///< see RoadNetwork::connectedShare()
    std::vector<Error> warnings; ///< what the person should know though the import worked
};

/// A city's ground as OpenStreetMap has it.
struct OsmImport
{
    std::shared_ptr<const RoadNetwork> network;
    std::shared_ptr<const Backdrop> backdrop;
    OsmReport report;
};

struct OsmOptions
{
    /// What the import may take at its peak; 0 = two thirds of what the machine has free.
    qint64 memoryBytes = 0;
};

/// Whether the name ends like that of an OpenStreetMap file: .osm.pbf .pbf .osm .osm.gz .osm.bz2.
[[nodiscard]] bool isOsmFileName(const QString &file);

/// Reads an extract of OpenStreetMap in one of those forms.
///
/// Drivable, and so part of the network, are ways tagged highway = motorway, trunk, primary,
/// secondary, tertiary (and their _link), unclassified, residential, living_street or road, unless
/// the most specific of motorcar, motor_vehicle, vehicle and access closes them to the public (no,
/// private, agricultural, forestry, military, emergency …) or they are areas. Those that are
/// closed, and highway = service, are lines of the base map. Ways are split where they meet.
///
/// An extract without roads is a base map with a warning.
/// @return Errc::Cancelled; Errc::Io if the file cannot be read; Errc::Parse if it is empty, cut
/// off, or no OpenStreetMap data; Errc::Usage if it is too large for the memory. All name the file.
[[nodiscard]] Result<OsmImport> readOsm(
    const QString &file, const TaskContext &context = {}, const OsmOptions &options = {});

} // namespace belvedere
