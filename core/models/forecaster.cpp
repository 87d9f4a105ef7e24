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

Result<> TrainableForecaster::warmStart(const ModelState &)
{
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error",
            "A model of kind \"%1\" cannot go on from another one. Train it from the beginning."),
        {spec().kind});
}

Result<> TrainableForecaster::restore(const ModelState &)
{
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP(
            "Error", "A model of kind \"%1\" keeps no checkpoints. Train it from the beginning."),
        {spec().kind});
}

ModelState TrainableForecaster::partnerState(std::size_t) const
{
    return {};
}

} // namespace belvedere
