// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/hotspot_study.h"

#include <QJsonObject>

namespace belvedere::ctl {

/// Everything that a study found.
[[nodiscard]] QJsonObject hotspotJson(const HotspotStudy &study, const HotspotSpec &spec);

/// One table a figure (hit rate, PAI, PEI), methods by shares of the area, with intervals, and what
/// they refer to; then the differences to the count map and the calibration of the risk model.
[[nodiscard]] QString hotspotText(const HotspotStudy &study, const HotspotSpec &spec);

} // namespace belvedere::ctl
