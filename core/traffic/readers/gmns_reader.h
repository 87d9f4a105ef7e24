// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat.h"
#include "traffic/assignment/assignment_network.h"
#include "traffic/assignment/od_matrix.h"

#include <QString>

#include <vector>

namespace belvedere {

struct GmnsNetwork
{
    AssignmentNetwork network;
    std::vector<LonLat> nodes; ///< [nodes]
};

/// node.csv and link.csv of a folder in the General Modeling Network Specification, with the
/// columns of volume-delay functions that its data sets share (vdf_alpha, vdf_beta, vdf_fftt,
/// vdf_toll, vdf_length_mi in any case). Nodes with a zone_id are zones. Without vdf_fftt the time
/// is length over free_speed. Errors name file and line.
[[nodiscard]] Result<GmnsNetwork> readGmnsNetwork(
    const QString &folder, const VehicleClass &vehicleClass = {});
/// o_zone_id, d_zone_id, volume.
[[nodiscard]] Result<OdMatrix> readGmnsDemand(
    const QString &file, const AssignmentNetwork &network);

} // namespace belvedere
