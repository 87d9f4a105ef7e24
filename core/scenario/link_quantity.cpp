// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/coupled_run.h"

namespace belvedere {

namespace {

struct QuantityText
{
    const char *key;
    const char *title;
    const char *unit;
    const char *dayUnit;
    BetterDirection better;
};

/// [LinkQuantity]
constexpr std::array<QuantityText, kLinkQuantityCount> kTexts = {{
    {"flow", QT_TRANSLATE_NOOP("LinkQuantity", "Traffic"), "veh/h", "veh/d",
        BetterDirection::Neither},
    {"time", QT_TRANSLATE_NOOP("LinkQuantity", "Travel time"), "min", "min", BetterDirection::Less},
    {"speed", QT_TRANSLATE_NOOP("LinkQuantity", "Speed"), "km/h", "km/h", BetterDirection::More},
    {"saturation", QT_TRANSLATE_NOOP("LinkQuantity", "Traffic over capacity"), "", "",
        BetterDirection::Less},
    {"delay", QT_TRANSLATE_NOOP("LinkQuantity", "Delay"), "veh h/h", "veh h",
        BetterDirection::Less},
    {"nox", QT_TRANSLATE_NOOP("LinkQuantity", "Nitrogen oxides"), "g/h", "g/d",
        BetterDirection::Less},
    {"pm25", QT_TRANSLATE_NOOP("LinkQuantity", "Fine particles"), "g/h", "g/d",
        BetterDirection::Less},
    {"co2", QT_TRANSLATE_NOOP("LinkQuantity", "Carbon dioxide"), "g/h", "g/d",
        BetterDirection::Less},
    {"injuryCrashes", QT_TRANSLATE_NOOP("LinkQuantity", "Crashes with injuries"), "1/a", "1/a",
        BetterDirection::Less},
}};

const QuantityText &textOf(LinkQuantity quantity)
{
    return kTexts[static_cast<std::size_t>(quantity)];
}

} // namespace

QString linkQuantityKey(LinkQuantity quantity)
{
    return QLatin1String(textOf(quantity).key);
}

const char *linkQuantityTitle(LinkQuantity quantity)
{
    return textOf(quantity).title;
}

QString linkQuantityUnit(LinkQuantity quantity, bool wholeDay)
{
    return QLatin1String(wholeDay ? textOf(quantity).dayUnit : textOf(quantity).unit);
}

BetterDirection linkQuantityBetter(LinkQuantity quantity)
{
    return textOf(quantity).better;
}

} // namespace belvedere
