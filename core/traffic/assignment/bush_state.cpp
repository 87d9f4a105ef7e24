// SPDX-License-Identifier: GPL-3.0-or-later
#include "traffic/assignment/bush_state.h"

namespace belvedere {

std::vector<Commodity> makeCommodities(
    const AssignmentNetwork &network, const SearchGraph &graph, const std::vector<OdMatrix> &demand)
{
    std::vector<Commodity> commodities;
    for (std::size_t k = 0; k < demand.size(); ++k) {
        const double units = network.classes()[k].carEquivalents;
        for (std::size_t zone = 0; zone < demand[k].zoneCount(); ++zone) {
            Commodity commodity;
            commodity.vehicleClass = static_cast<std::int32_t>(k);
            commodity.zone = static_cast<std::int32_t>(zone);
            commodity.origin = graph.origin[zone];
            for (const OdMatrix::Cell &cell : demand[k].row(zone)) {
                if (cell.destination == commodity.zone || cell.trips == 0.0)
                    continue;
                const std::int32_t node =
                    graph.destination[static_cast<std::size_t>(cell.destination)];
                commodity.destinations.push_back({node, cell.destination, cell.trips * units});
                commodity.demand += cell.trips * units;
            }
            if (!commodity.destinations.empty())
                commodities.push_back(std::move(commodity));
        }
    }
    return commodities;
}

} // namespace belvedere
