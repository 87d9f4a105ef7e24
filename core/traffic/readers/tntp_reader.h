// SPDX-License-Identifier: GPL-3.0-or-later
// core/traffic/readers owns the file formats of traffic networks and matrices.
#pragma once

#include "traffic/assignment/assignment_network.h"
#include "traffic/assignment/od_matrix.h"

#include <QString>

#include <vector>

namespace belvedere {

/// What the headers of TNTP files do not say.
struct TntpFactors
{
    double toll = 0.0; ///< minutes a unit of toll; a <TOLL FACTOR> in the file wins
    double distance = 0.0; ///< minutes a unit of length; a <DISTANCE FACTOR> in the file wins
};

struct TntpFlow
{
    std::int64_t from = 0;
    std::int64_t to = 0;
    double volume = 0.0;
    double cost = 0.0;
};

struct TntpNode
{
    std::int64_t id = 0;
    double x = 0.0;
    double y = 0.0;
};

/// What the collection publishes beside the files of a network, by the name of its network file;
/// 0 and 0 for all others.
[[nodiscard]] TntpFactors publishedTntpFactors(const QString &file);

/// Files of the TransportationNetworks collection (github.com/bstabler/TransportationNetworks).
/// Errors name file and line.
[[nodiscard]] Result<AssignmentNetwork> readTntpNetwork(
    const QString &file, const TntpFactors &factors = {});
[[nodiscard]] Result<OdMatrix> readTntpTrips(const QString &file, std::size_t zones);
[[nodiscard]] Result<std::vector<TntpFlow>> readTntpFlows(const QString &file);
[[nodiscard]] Result<std::vector<TntpNode>> readTntpNodes(const QString &file);

} // namespace belvedere
