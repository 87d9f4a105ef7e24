// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/feature_table.h"

#include <QByteArray>
#include <QJsonObject>

namespace belvedere {

/// The shortest text that reads back as the same double.
[[nodiscard]] QByteArray numberText(double value);

/// "POINT (9.5 47.1)"; empty for a shape without a place.
[[nodiscard]] QByteArray wellKnownText(const GeoShape &shape);

/// Outer ring counter-clockwise, holes clockwise, as RFC 7946 asks for.
[[nodiscard]] Polygon rightHanded(Polygon polygon);

/// Title, source, simulated, zone and facts as one object.
[[nodiscard]] QJsonObject infoJson(const FileInfo &info);

/// A name, a unit and a type for each column.
[[nodiscard]] QJsonArray columnsJson(const FeatureTable &table);

/// Whether each shape is one point or nothing.
[[nodiscard]] bool onlyPoints(const FeatureTable &table);

} // namespace belvedere
