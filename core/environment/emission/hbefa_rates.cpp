// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/emission/hbefa_rates.h"

#include "base/check.h"
#include "environment/emission/emission_data.h"

#include <QJsonArray>

#include <algorithm>

namespace belvedere {

namespace {

constexpr double kKmhPerMs = 3.6;

std::vector<HbefaCurve> readVersion3()
{
    std::vector<HbefaCurve> curves;
    const auto json = parseJsonObject(emissionData("hbefa3.json"), QStringLiteral("hbefa3.json"));
    BV_CHECK(json, return curves);
    for (const QJsonValue &entry : (*json)[QLatin1String("curves")].toArray()) {
        HbefaCurve curve{entry[QLatin1String("vehicle")].toString(),
            entry[QLatin1String("pollutant")].toString(), HbefaForm::Version3, {}};
        const QJsonArray f = entry[QLatin1String("f")].toArray();
        BV_CHECK(f.size() == 6, continue);
        for (qsizetype i = 0; i < f.size(); ++i)
            curve.f[static_cast<std::size_t>(i)] = f[i].toDouble();
        curves.push_back(std::move(curve));
    }
    return curves;
}

} // namespace

double hbefaRate(const HbefaCurve &curve, double v, double a)
{
    const auto &f = curve.f;
    const double rate = curve.form == HbefaForm::Version3
        ? (f[0] + a * v * (f[1] + f[2] * a) + v * (f[3] + v * (f[4] + v * f[5]))) / kKmhPerMs
        : f[0] + v * (f[1] + v * (f[3] + v * f[4])) + a * (f[2] + v * (f[5] + v * f[6]));
    return std::max(0.0, rate);
}

double hbefaCruiseFactor(const HbefaCurve &curve, double speedKmh)
{
    const double speedMs = speedKmh / kKmhPerMs;
    return hbefaRate(curve, speedMs, 0.0) / speedMs; // mg/s over m/s is g/km
}

const std::vector<HbefaCurve> &hbefa3Curves()
{
    static const std::vector<HbefaCurve> curves = readVersion3();
    return curves;
}

Result<HbefaCurve> hbefaCurve(
    const std::vector<HbefaCurve> &curves, const QString &vehicle, const QString &pollutant)
{
    const auto found = std::find_if(curves.begin(), curves.end(), [&](const HbefaCurve &curve) {
        return curve.vehicle == vehicle && curve.pollutant == pollutant;
    });
    if (found == curves.end())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "There is no emission curve of \"%1\" for \"%2\"."),
            {vehicle, pollutant});
    return *found;
}

Result<std::vector<HbefaCurve>> parseHbefa4(const QByteArray &bytes, const QString &name)
{
    std::vector<HbefaCurve> curves;
    const QList<QByteArray> lines = bytes.split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const QByteArray line = lines[i].trimmed();
        if (line.isEmpty())
            continue;
        const QList<QByteArray> cells = line.split(',');
        HbefaCurve curve;
        bool sound = cells.size() == 9;
        for (std::size_t c = 0; sound && c < curve.f.size(); ++c)
            curve.f[c] = cells[static_cast<qsizetype>(c) + 2].toDouble(&sound);
        if (!sound)
            return failure(Errc::Parse,
                QT_TRANSLATE_NOOP("Error",
                    "This is not a vehicle, a pollutant and seven coefficients, separated by "
                    "commas."),
                {}, QStringLiteral("%1:%2").arg(name).arg(i + 1));
        curve.vehicle = QString::fromUtf8(cells[0]);
        curve.pollutant = QString::fromUtf8(cells[1]);
        curve.form = HbefaForm::Version4;
        curves.push_back(std::move(curve));
    }
    return curves;
}

} // namespace belvedere
