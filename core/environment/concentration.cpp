// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/concentration.h"

#include <QStringList>

#include <array>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kGasConstant = 8.314462618; // J/(mol K), CODATA 2018

struct Pollutant
{
    const char *key;
    const char *symbol; ///< UTF-8
    double molarMass; ///< g/mol, IUPAC 2021; 0 = particles
};

constexpr std::array<Pollutant, 6> kPollutants = {{{"pm2.5", "PM₂.₅", 0.0}, {"pm10", "PM₁₀", 0.0},
    {"o3", "O₃", 47.997}, {"no2", "NO₂", 46.005}, {"so2", "SO₂", 64.06}, {"co", "CO", 28.010}}};

const Pollutant *pollutantByKey(const QString &key)
{
    for (const Pollutant &pollutant : kPollutants) {
        if (key == QLatin1String(pollutant.key))
            return &pollutant;
    }
    return nullptr;
}

bool isMass(ConcentrationUnit unit)
{
    return unit == ConcentrationUnit::MicrogramPerM3 || unit == ConcentrationUnit::MilligramPerM3;
}

/// To µg/m³ or ppb.
double smallUnits(ConcentrationUnit unit)
{
    return unit == ConcentrationUnit::MilligramPerM3 || unit == ConcentrationUnit::Ppm ? 1e3 : 1.0;
}

Result<> checkState(const ReferenceState &state)
{
    if (!(state.temperatureK >= 200.0 && state.temperatureK <= 350.0))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A temperature of %1 K is not one of outdoor air. Give kelvin: 293.15 is 20 °C."),
            {QString::number(state.temperatureK)});
    if (!(state.pressureHpa >= 300.0 && state.pressureHpa <= 1100.0))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "A pressure of %1 hPa is not one of outdoor air. At sea level it is near 1013."),
            {QString::number(state.pressureHpa)});
    return {};
}

} // namespace

const std::vector<QString> &pollutantKeys()
{
    static const std::vector<QString> keys = [] {
        std::vector<QString> list;
        for (const Pollutant &pollutant : kPollutants)
            list.push_back(QString::fromLatin1(pollutant.key));
        return list;
    }();
    return keys;
}

bool isPollutant(const QString &channelKey)
{
    return pollutantByKey(channelKey) != nullptr;
}

QString pollutantSymbol(const QString &channelKey)
{
    const Pollutant *const pollutant = pollutantByKey(channelKey);
    return pollutant != nullptr ? QString::fromUtf8(pollutant->symbol) : channelKey;
}

double molarMass(const QString &pollutant)
{
    const Pollutant *const known = pollutantByKey(pollutant);
    return known != nullptr ? known->molarMass : 0.0;
}

QString unitText(ConcentrationUnit unit)
{
    switch (unit) {
    case ConcentrationUnit::MicrogramPerM3:
        return QStringLiteral("µg/m³");
    case ConcentrationUnit::MilligramPerM3:
        return QStringLiteral("mg/m³");
    case ConcentrationUnit::Ppb:
        return QStringLiteral("ppb");
    case ConcentrationUnit::Ppm:
        break;
    }
    return QStringLiteral("ppm");
}

Result<ConcentrationUnit> parseConcentrationUnit(const QString &text)
{
    QString plain = text.trimmed().toLower();
    // Both the micro sign and the Greek letter are in use.
    plain.replace(QChar(0x00b5), QLatin1Char('u')).replace(QChar(0x03bc), QLatin1Char('u'));
    plain.replace(QChar(0x00b3), QLatin1Char('3')).remove(QLatin1Char('/'));
    plain.remove(QLatin1Char('^')).remove(QLatin1Char(' '));
    if (plain == QLatin1String("ugm3"))
        return ConcentrationUnit::MicrogramPerM3;
    if (plain == QLatin1String("mgm3"))
        return ConcentrationUnit::MilligramPerM3;
    if (plain == QLatin1String("ppb"))
        return ConcentrationUnit::Ppb;
    if (plain == QLatin1String("ppm"))
        return ConcentrationUnit::Ppm;
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP(
            "Error", "\"%1\" is no unit of a concentration. There is: ug/m3, mg/m3, ppb, ppm."),
        {text});
}

Result<double> convertConcentration(double value, const QString &pollutant, ConcentrationUnit from,
    ConcentrationUnit to, const ReferenceState &state)
{
    if (from == to)
        return value;
    double small = value * smallUnits(from);
    if (isMass(from) != isMass(to)) {
        const double mass = molarMass(pollutant);
        if (mass <= 0.0)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error",
                    "%1 in %2 cannot become %3: particles have no mixing ratio. Give ug/m3."),
                {pollutant, unitText(from), unitText(to)});
        BV_TRY_VOID(checkState(state));
        // g/mol · hPa · 100 Pa/hPa · 1e-9 · 1e6 µg/g = µg/m³ per ppb
        const double perPpb = mass * state.pressureHpa * 0.1 / (kGasConstant * state.temperatureK);
        small = isMass(from) ? small / perPpb : small * perPpb;
    }
    return small / smallUnits(to);
}

} // namespace belvedere
