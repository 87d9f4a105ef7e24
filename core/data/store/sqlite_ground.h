// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/backdrop.h"
#include "city/city_info.h"
#include "city/road_network.h"
#include "data/store/sqlite_connection.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace belvedere {

// What stands still, in SQL. The writing functions expect a transaction.

[[nodiscard]] Result<CityInfo> readCityInfo(const SqliteConnection &connection);
[[nodiscard]] Result<> replaceCityInfo(const SqliteConnection &connection, const CityInfo &info);

[[nodiscard]] Result<std::shared_ptr<const RoadNetwork>> readRoadNetwork(
    const SqliteConnection &connection);
[[nodiscard]] Result<std::shared_ptr<const Backdrop>> readBackdrop(
    const SqliteConnection &connection);
/// As replaceGround(), leaving sites and incidents on their links.
[[nodiscard]] Result<> writeGround(
    const SqliteConnection &connection, const RoadNetwork &network, const Backdrop &backdrop);
/// Sites and incidents lose their links.
[[nodiscard]] Result<> replaceGround(
    const SqliteConnection &connection, const RoadNetwork &network, const Backdrop &backdrop);

/// Little-endian doubles lon, lat, lon, lat …
[[nodiscard]] QByteArray pathToBytes(const std::vector<LonLat> &path);
[[nodiscard]] std::vector<LonLat> pathFromBytes(const QByteArray &bytes);

} // namespace belvedere
