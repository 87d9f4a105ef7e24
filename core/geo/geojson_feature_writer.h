// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/feature_writer.h"

namespace belvedere {

[[nodiscard]] Result<std::unique_ptr<FeatureWriter>> openGeoJsonWriter(
    const QString &file, FileInfo info);

} // namespace belvedere
