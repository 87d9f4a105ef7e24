// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/assignment/assignment.h"
#include "traffic/readers/tntp_reader.h"

#include <QFile>
#include <QString>

#include <map>
#include <utility>

namespace belvedere {

/// A network of the TransportationNetworks collection, as the shared data has it.
struct TntpCase
{
    AssignmentNetwork network;
    OdMatrix trips;
};

[[nodiscard]] inline QString tntpFolder()
{
    return QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data/tntp/");
}

/// @param name  "SiouxFalls/SiouxFalls": folder and beginning of the files.
[[nodiscard]] inline Result<TntpCase> readTntpCase(const QString &name)
{
    const QString net = tntpFolder() + name + QStringLiteral("_net.tntp");
    TntpCase result;
    BV_TRY(result.network, readTntpNetwork(net, publishedTntpFactors(net)));
    BV_TRY(result.trips,
        readTntpTrips(
            tntpFolder() + name + QStringLiteral("_trips.tntp"), result.network.zones().size()));
    return result;
}

[[nodiscard]] inline bool hasTntpData()
{
    return QFile::exists(tntpFolder() + QStringLiteral("goldens/README.md"));
}

/// Flows by the ids of their ends, of a golden ("init_node,term_node,flow").
[[nodiscard]] inline std::map<std::pair<qint64, qint64>, double> readGolden(const QString &name)
{
    QFile file(tntpFolder() + QStringLiteral("goldens/") + name + QStringLiteral(".csv"));
    std::map<std::pair<qint64, qint64>, double> flows;
    if (!file.open(QIODevice::ReadOnly))
        return flows;
    file.readLine();
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        flows[{cells[0].toLongLong(), cells[1].toLongLong()}] = cells[2].toDouble();
    }
    return flows;
}

/// The largest difference to flows by ends, as a share of the flow or, below 1, as it is; closed
/// links count where they carry something.
[[nodiscard]] inline double largestDifference(const AssignmentNetwork &network,
    const std::vector<double> &flow, const std::map<std::pair<qint64, qint64>, double> &expected)
{
    double largest = expected.empty() ? 1e300 : 0.0;
    for (std::size_t link = 0; link < flow.size(); ++link) {
        const auto &ids = network.data().nodeIds;
        const auto &ends = network.links()[link];
        const auto found = expected.find(
            {ids[static_cast<std::size_t>(ends.from)], ids[static_cast<std::size_t>(ends.to)]});
        const double wanted = found == expected.end() ? 0.0 : found->second;
        largest = std::max(largest, std::abs(flow[link] - wanted) / std::max(wanted, 1.0));
    }
    return largest;
}

} // namespace belvedere
