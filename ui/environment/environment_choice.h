// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/air_picture.h"
#include "environment/surface_picture.h"

namespace belvedere::ui {

/// What a person chose to see of air and noise.
struct EnvironmentChoice
{
    QString airSet; ///< name of a data set with pollutants
    QString noiseSet; ///< name of a data set with sound levels
    QString family; ///< of the index; empty = that of the place, once it is known
    AirTime what = AirTime::Moment;
    QString station; ///< code of the one that is looked at; empty = the worst
    QString channel = QStringLiteral("pm2.5"); ///< of the surface
    SurfaceMethod method = SurfaceMethod::Kriging;

    friend bool operator==(const EnvironmentChoice &, const EnvironmentChoice &) = default;
};

} // namespace belvedere::ui
