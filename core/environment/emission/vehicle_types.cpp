// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/emission/vehicle_types.h"

#include "base/check.h"
#include "environment/emission/emission_data.h"

#include <QJsonArray>

#include <map>
#include <optional>

namespace belvedere {

namespace {

/// Titles as the file has them, for lupdate; tst_emission_factors compares.
[[maybe_unused]] constexpr const char *kTitles[] = {
    QT_TRANSLATE_NOOP("VehicleTypes", "Petrol car, Euro 3"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Petrol car, Euro 4"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Petrol car, Euro 5"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Petrol car, Euro 6"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Petrol car, Euro 6c"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Small petrol car, Euro 6"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Large petrol car, Euro 6"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Diesel car, Euro 3"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Diesel car, Euro 4"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Diesel car, Euro 5"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Diesel car, Euro 6"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Diesel car, Euro 6c"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Electric car"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Diesel van, Euro 3"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Diesel van, Euro 4"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Diesel van, Euro 5"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Diesel van, Euro 6"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Diesel van, Euro 6c"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Electric van"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Rigid truck, Euro III"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Rigid truck, Euro V"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Rigid truck, Euro VI"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Articulated truck, Euro V"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Articulated truck, Euro VI"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Electric truck"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Bus, Euro III"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Bus, Euro V"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Bus, Euro VI"),
    QT_TRANSLATE_NOOP("VehicleTypes", "Electric bus"),
};

template <class T> struct Word
{
    const char *name;
    T value;
};

constexpr Word<CurveForm> kForms[] = {{"rational", CurveForm::Rational},
    {"polynomial", CurveForm::Polynomial}, {"logistic", CurveForm::Logistic},
    {"two-powers", CurveForm::TwoPowers}, {"inverse-quadratic", CurveForm::InverseQuadratic},
    {"power-exponential", CurveForm::PowerExponential}, {"inverse-power", CurveForm::InversePower}};
constexpr Word<VehicleCategory> kCategories[] = {{"car", VehicleCategory::Car},
    {"van", VehicleCategory::Van}, {"truck", VehicleCategory::HeavyTruck},
    {"bus", VehicleCategory::Bus}};
constexpr Word<Fuel> kFuels[] = {
    {"petrol", Fuel::Petrol}, {"diesel", Fuel::Diesel}, {"electric", Fuel::Electric}};

template <class T, std::size_t N>
std::optional<T> byWord(const Word<T> (&words)[N], const QJsonValue &value)
{
    for (const Word<T> &word : words) {
        if (value.toString() == QLatin1String(word.name))
            return word.value;
    }
    return {};
}

using Curves = std::map<QString, FactorCurve>;

Result<FactorCurve> readCurve(const QJsonObject &json, const QString &file, const QString &name)
{
    FactorCurve curve;
    const auto form = byWord(kForms, json[QLatin1String("form")]);
    if (!form)
        return badEntry(file, name, QStringLiteral("form"));
    curve.form = *form;
    const QJsonArray values = json[QLatin1String("c")].toArray();
    if (values.isEmpty() || values.size() > static_cast<qsizetype>(curve.c.size()))
        return badEntry(file, name, QStringLiteral("c"));
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!values[i].isDouble())
            return badEntry(file, name, QStringLiteral("c"));
        curve.c[static_cast<std::size_t>(i)] = values[i].toDouble();
    }
    curve.minimumKmh = json[QLatin1String("fromKmh")].toDouble();
    curve.maximumKmh = json[QLatin1String("toKmh")].toDouble();
    if (curve.minimumKmh <= 0.0 || curve.maximumKmh <= curve.minimumKmh)
        return badEntry(file, name, QStringLiteral("fromKmh, toKmh"));
    curve.scale = json[QLatin1String("scale")].toDouble(1.0);
    if (curve.scale <= 0.0)
        return badEntry(file, name, QStringLiteral("scale"));
    return curve;
}

Result<> readCurveOf(const QJsonObject &json, const char *field, const Curves &curves,
    const QString &file, const QString &id, FactorCurve &curve)
{
    const auto found = curves.find(json[QLatin1String(field)].toString());
    if (found == curves.end())
        return badEntry(file, id, QLatin1String(field));
    curve = found->second;
    curve.borrowed = json[QLatin1String("borrowed")].toArray().contains(QLatin1String(field));
    return {};
}

Result<VehicleType> readVehicle(const QJsonObject &json, const Curves &curves, const QString &file)
{
    VehicleType type;
    type.id = json[QLatin1String("id")].toString();
    type.title = json[QLatin1String("title")].toString();
    type.standard = json[QLatin1String("standard")].toString();
    type.note = json[QLatin1String("note")].toString();
    const auto category = byWord(kCategories, json[QLatin1String("category")]);
    const auto fuel = byWord(kFuels, json[QLatin1String("fuel")]);
    if (type.id.isEmpty() || type.title.isEmpty())
        return badEntry(file, type.id, QStringLiteral("id, title"));
    if (!category || !fuel)
        return badEntry(file, type.id, QStringLiteral("category, fuel"));
    type.category = *category;
    type.fuel = *fuel;
    if (type.fuel == Fuel::Electric)
        return type;
    BV_TRY_VOID(readCurveOf(json, "nox", curves, file, type.id, type.nox));
    BV_TRY_VOID(readCurveOf(json, "pm", curves, file, type.id, type.exhaustPm));
    BV_TRY_VOID(readCurveOf(json, "fuelUse", curves, file, type.id, type.fuelUse));
    return type;
}

} // namespace

QString emittedKey(Emitted pollutant)
{
    switch (pollutant) {
    case Emitted::Nox:
        return QStringLiteral("nox");
    case Emitted::Pm25:
        return QStringLiteral("pm2.5");
    case Emitted::Pm10:
        return QStringLiteral("pm10");
    case Emitted::Co2:
        return QStringLiteral("co2");
    }
    return {};
}

const std::vector<VehicleType> &vehicleTypes()
{
    static const std::vector<VehicleType> types = [] {
        auto read =
            parseVehicleTypes(emissionData("vehicles.json"), QStringLiteral("vehicles.json"));
        if (!read)
            qCCritical(logBase, "%s", qUtf8Printable(read.error().message()));
        return read ? std::move(*read) : std::vector<VehicleType>();
    }();
    return types;
}

Result<int> vehicleTypeIndex(const QString &id)
{
    QStringList known;
    const std::vector<VehicleType> &types = vehicleTypes();
    for (std::size_t i = 0; i < types.size(); ++i) {
        if (types[i].id == id)
            return static_cast<int>(i);
        known += types[i].id;
    }
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "There is no vehicle type \"%1\". There is: %2."),
        {id, known.join(QStringLiteral(", "))});
}

Result<std::vector<VehicleType>> parseVehicleTypes(const QByteArray &bytes, const QString &name)
{
    BV_TRY(const QJsonObject json, parseJsonObject(bytes, name));
    Curves curves;
    const QJsonObject written = json[QLatin1String("curves")].toObject();
    for (auto entry = written.begin(); entry != written.end(); ++entry) {
        BV_TRY(FactorCurve curve, readCurve(entry.value().toObject(), name, entry.key()));
        curves.emplace(entry.key(), curve);
    }
    std::vector<VehicleType> types;
    for (const QJsonValue &entry : json[QLatin1String("vehicles")].toArray()) {
        BV_TRY(VehicleType type, readVehicle(entry.toObject(), curves, name));
        for (const VehicleType &other : types) {
            if (other.id == type.id)
                return failure(Errc::Schema,
                    QT_TRANSLATE_NOOP("Error", "In %1, \"%2\" stands twice."), {name, type.id});
        }
        types.push_back(std::move(type));
    }
    if (types.empty())
        return badEntry(name, name, QStringLiteral("vehicles"));
    return types;
}

} // namespace belvedere
