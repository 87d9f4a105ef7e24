// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/tokens.h"

namespace belvedere::ui {

namespace {

constexpr QColor rgb(unsigned value)
{
    return QColor(int(value >> 16), int(value >> 8 & 0xff), int(value & 0xff));
}

template <std::size_t N> std::array<QColor, N> ramp(const unsigned (&values)[N])
{
    std::array<QColor, N> colors;
    for (std::size_t i = 0; i < N; ++i)
        colors[i] = rgb(values[i]);
    return colors;
}

Tokens makeDark()
{
    Tokens t;
    t.ground = rgb(0x15181C);
    t.panel = rgb(0x1D2126);
    t.raised = rgb(0x252A31);
    t.border = rgb(0x30363E);
    t.controlBorder = rgb(0x6B7580);
    t.hover = rgb(0x2D333B);
    t.pressed = rgb(0x373E47);
    t.textPrimary = rgb(0xE7EAEE);
    t.textSecondary = rgb(0xA7B0BA);
    t.textTertiary = rgb(0x7C8692);
    t.textDisabled = rgb(0x5F6873);
    t.accent = rgb(0x6FB3E0);
    t.accentHover = rgb(0x8AC4EA);
    t.accentPressed = rgb(0x5A9DCA);
    t.textOnAccent = rgb(0x0E1B26);
    t.selection = rgb(0x26435A);
    t.focus = rgb(0x8AC4EA);
    t.p1 = rgb(0xFF5C5C);
    t.p2 = rgb(0xFF9F45);
    t.p3 = rgb(0xFFD84D);
    t.p4 = rgb(0x5CC8FF);
    t.shelved = rgb(0xB79CFF);
    t.observed = rgb(0xE7EAEE);
    t.forecast = rgb(0x6FB3E0);
    t.scenario = rgb(0xC58CF2);
    t.speedRamp = ramp({0x576471, 0x8FBEC1, 0xF2E277, 0xE08024, 0xD52F3C});
    t.speedRampClassic = ramp({0x2E9E5B, 0xE3C53B, 0xE8863A, 0xC8323C, 0x7A1526});
    t.noData = rgb(0x7C8692);
    t.riskRamp = ramp({0x2B2140, 0x5B2A6B, 0x9C3A6B, 0xDB5C54, 0xF7A34B, 0xFCE38A});
    t.amountRamp = ramp({0x1E3A4C, 0x24566F, 0x2F7590, 0x4A96AC, 0x7DB9C4, 0xBEDDDF});
    t.differenceRamp = ramp({0x2C7FB8, 0x7FB7D6, 0x8A949E, 0xE2A36B, 0xB5541C});
    t.categories = ramp({0xE69F00, 0x56B4E9, 0x009E73, 0xF0E442, 0x3B8FCB, 0xD55E00, 0xCC79A7});
    t.mapGround = rgb(0x171B20);
    t.mapWater = rgb(0x1B2C3A);
    t.mapWaterEdge = rgb(0x2F4A5E);
    t.mapWetland = rgb(0x1A2529);
    t.mapWood = rgb(0x182620);
    t.mapFarmland = rgb(0x1A1F20);
    t.mapSand = rgb(0x26251F);
    t.mapIndustrial = rgb(0x21232A);
    t.mapPaved = rgb(0x22272D);
    t.mapBuilding = rgb(0x262C34);
    t.mapBuildingEdge = rgb(0x313842);
    t.mapRail = rgb(0x515B68);
    t.mapPath = rgb(0x39424C);
    t.mapBoundary = rgb(0x4B4560);
    t.mapLabelWater = rgb(0x7FAFD0);
    t.mapGreen = rgb(0x1B2723);
    t.mapBuiltUp = rgb(0x1E2228);
    t.mapRoadMinor = rgb(0x303740);
    t.mapRoadMajor = rgb(0x444E5A);
    t.mapRoadCasing = rgb(0x14171B);
    t.mapLabel = rgb(0xA7B0BA);
    t.mapLabelHalo = rgb(0x15181C);
    return t;
}

Tokens makeLight()
{
    Tokens t;
    t.ground = rgb(0xF1F3F5);
    t.panel = rgb(0xFFFFFF);
    t.raised = rgb(0xE4E8EB);
    t.border = rgb(0xD5DADF);
    t.controlBorder = rgb(0x7F8994);
    t.hover = rgb(0xEDF0F2);
    t.pressed = rgb(0xDDE2E6);
    t.textPrimary = rgb(0x1A1E23);
    t.textSecondary = rgb(0x4C5661);
    t.textTertiary = rgb(0x6A7480);
    t.textDisabled = rgb(0x9AA3AC);
    t.accent = rgb(0x1F6FA8);
    t.accentHover = rgb(0x195D8E);
    t.accentPressed = rgb(0x144C75);
    t.textOnAccent = rgb(0xFFFFFF);
    t.selection = rgb(0xD3E6F4);
    t.focus = rgb(0x1F6FA8);
    t.p1 = rgb(0xC4161C);
    t.p2 = rgb(0xB45309);
    t.p3 = rgb(0x806000);
    t.p4 = rgb(0x0B63A5);
    t.shelved = rgb(0x6B3FC9);
    t.observed = rgb(0x1A1E23);
    t.forecast = rgb(0x1F6FA8);
    t.scenario = rgb(0x7B3FB5);
    t.speedRamp = ramp({0xB8C3C9, 0x406D83, 0xE1B20C, 0xBA3409, 0x53171E});
    t.speedRampClassic = ramp({0x2E9E5B, 0xE3C53B, 0xE8863A, 0xC8323C, 0x7A1526});
    t.noData = rgb(0x6A7480);
    t.riskRamp = ramp({0xFBE9B7, 0xF3B46A, 0xDF7A55, 0xC3574E, 0xA84668, 0x5B2A6B});
    t.amountRamp = ramp({0xDCECEF, 0xB3D5DC, 0x82B8C4, 0x4F97A8, 0x2B7389, 0x174F66});
    t.differenceRamp = ramp({0x2C7FB8, 0x7FB7D6, 0x8A949E, 0xE2A36B, 0xB5541C});
    t.categories = ramp({0xB87A00, 0x2F8FC6, 0x00835F, 0x8C7F00, 0x0072B2, 0xC25500, 0xB5558A});
    t.mapGround = rgb(0xF1F3F5);
    t.mapWater = rgb(0xCFE0EA);
    t.mapWaterEdge = rgb(0x9FBFD2);
    t.mapWetland = rgb(0xD8E5E4);
    t.mapWood = rgb(0xD0E0D1);
    t.mapFarmland = rgb(0xEEF1EA);
    t.mapSand = rgb(0xF0EBDC);
    t.mapIndustrial = rgb(0xE5E3E8);
    t.mapPaved = rgb(0xE3E6E9);
    t.mapBuilding = rgb(0xD9DDE1);
    t.mapBuildingEdge = rgb(0xC5CBD1);
    t.mapRail = rgb(0xA3ABB4);
    t.mapPath = rgb(0xB4BBC2);
    t.mapBoundary = rgb(0xB4A8C4);
    t.mapLabelWater = rgb(0x2F6488);
    t.mapGreen = rgb(0xDFEADF);
    t.mapBuiltUp = rgb(0xE8EAEC);
    t.mapRoadMinor = rgb(0xFFFFFF);
    t.mapRoadMajor = rgb(0xFFFFFF);
    t.mapRoadCasing = rgb(0xCBD1D6);
    t.mapLabel = rgb(0x4C5661);
    t.mapLabelHalo = rgb(0xFFFFFF);
    return t;
}

} // namespace

const Tokens &tokensOf(ThemeMode mode)
{
    static const Tokens dark = makeDark();
    static const Tokens light = makeLight();
    return mode == ThemeMode::Dark ? dark : light;
}

QColor withOpacity(QColor color, double opacity)
{
    color.setAlphaF(static_cast<float>(opacity));
    return color;
}

QColor blended(const QColor &upper, const QColor &lower)
{
    const double a = upper.alphaF();
    const auto mix = [a](int u, int l) { return qRound(a * u + (1.0 - a) * l); };
    return QColor(mix(upper.red(), lower.red()), mix(upper.green(), lower.green()),
        mix(upper.blue(), lower.blue()));
}

} // namespace belvedere::ui
