// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/forecaster.h"

namespace belvedere {

Result<QuantileForecast> forecastAt(
    const Forecaster &model, const ChannelHistory &history, int lastStep)
{
    QuantileForecast forecast;
    BV_TRY(forecast.values, model.forecastWindows(history, {lastStep}));
    forecast.issued = history.axis.at(lastStep);
    forecast.shape = model.spec().shape;
    forecast.siteCodes = model.spec().siteCodes;
    forecast.channel = history.channel;
    return forecast;
}

} // namespace belvedere
