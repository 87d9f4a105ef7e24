// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/dispersion/unit_response.h"

#include <QString>

namespace belvedere {

namespace {

Result<> checkModel(const PlumeModel &model)
{
    const auto bad = [](const char *text, double value) {
        return failure(Errc::Usage, text, {QString::number(value)});
    };
    for (const double height : {model.sourceHeightM, model.receptorHeightM}) {
        if (!(height >= 0.0 && height <= 50.0))
            return bad(
                QT_TRANSLATE_NOOP("Error", "A plume takes heights of 0 to 50 m, not %1."), height);
    }
    for (const double spread : {model.initial.lateralM, model.initial.verticalM}) {
        if (!(spread >= 0.5 && spread <= 50.0))
            return bad(
                QT_TRANSLATE_NOOP("Error", "A plume takes initial spreads of 0.5 to 50 m, not %1."),
                spread);
    }
    if (!(model.cutOffM >= 500.0 && model.cutOffM <= 50000.0))
        return bad(QT_TRANSLATE_NOOP("Error", "A plume is cut off at 500 m to 50 km, not at %1 m."),
            model.cutOffM);
    return {};
}

} // namespace

Result<UnitResponse> UnitResponse::ofHour(const WeatherHour &hour, const PlumeModel &model)
{
    BV_TRY_VOID(checkModel(model));
    if (!std::isfinite(hour.windFromDeg)
        || !(std::isfinite(hour.windSpeedMs) && hour.windSpeedMs >= 0.0))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error", "There is no plume in a wind of %1 m/s from %2°."),
            {QString::number(hour.windSpeedMs), QString::number(hour.windFromDeg)});
    UnitResponse response;
    response.m_model = model;
    response.m_kind = HourPlume(hour, model);
    return response;
}

Result<UnitResponse> UnitResponse::ofYear(const WindClimate &climate, const PlumeModel &model)
{
    BV_TRY_VOID(checkModel(model));
    UnitResponse response;
    response.m_model = model;
    response.m_kind = YearRose(climate, model);
    return response;
}

double UnitResponse::at(double east, double north) const
{
    return std::visit([&](const auto &kind) { return kind.at(east, north); }, m_kind);
}

double UnitResponse::highestAt(double distanceM) const
{
    return std::visit([&](const auto &kind) { return kind.atDistance(distanceM); }, m_kind);
}

NearReach UnitResponse::nearReach(double cellM) const
{
    return std::visit([&](const auto &kind) { return kind.nearReach(cellM); }, m_kind);
}

} // namespace belvedere
