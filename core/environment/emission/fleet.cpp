// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/emission/fleet.h"

#include "base/check.h"
#include "environment/emission/emission_data.h"

#include <QJsonArray>

#include <cmath>

namespace belvedere {

namespace {

/// Titles as the file has them, for lupdate; tst_emission_factors compares.
[[maybe_unused]] constexpr const char *kTitles[] = {
    QT_TRANSLATE_NOOP("Fleets", "Mixed traffic, Europe 2025"),
    QT_TRANSLATE_NOOP("Fleets", "Cars, Europe 2025"),
    QT_TRANSLATE_NOOP("Fleets", "Vans, Europe 2025"),
    QT_TRANSLATE_NOOP("Fleets", "Trucks, Europe 2025"),
    QT_TRANSLATE_NOOP("Fleets", "Buses, Europe 2025"),
    QT_TRANSLATE_NOOP("Fleets", "Electric cars"),
};

constexpr double kSumTolerance = 1e-6;

tl::unexpected<Error> badFleet(const Fleet &fleet, const char *text, QStringList args = {})
{
    return failure(Errc::Usage, text, QStringList{fleet.id} + args);
}

bool isHeavy(VehicleCategory category)
{
    return category == VehicleCategory::HeavyTruck || category == VehicleCategory::Bus;
}

Result<VehicleCategory> categoryOf(const FleetShare &share)
{
    BV_TRY(const int index, vehicleTypeIndex(share.vehicle));
    return vehicleTypes()[static_cast<std::size_t>(index)].category;
}

} // namespace

double Fleet::categoryShare(VehicleCategory category) const
{
    double sum = 0.0;
    for (const FleetShare &share : shares) {
        if (const auto own = categoryOf(share); own && *own == category)
            sum += share.share;
    }
    return sum;
}

const std::vector<Fleet> &fleets()
{
    static const std::vector<Fleet> all = [] {
        auto read = parseFleets(emissionData("fleets.json"), QStringLiteral("fleets.json"));
        if (!read)
            qCCritical(logBase, "%s", qUtf8Printable(read.error().message()));
        return read ? std::move(*read) : std::vector<Fleet>();
    }();
    return all;
}

Result<Fleet> fleet(const QString &id)
{
    QStringList known;
    for (const Fleet &candidate : fleets()) {
        if (candidate.id == id)
            return candidate;
        known += candidate.id;
    }
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "There is no fleet \"%1\". There is: %2."),
        {id, known.join(QStringLiteral(", "))});
}

Result<> checkFleet(const Fleet &fleet)
{
    double sum = 0.0;
    QStringList seen;
    for (const FleetShare &share : fleet.shares) {
        if (auto known = vehicleTypeIndex(share.vehicle); !known)
            return failure(std::move(known.error()));
        if (!(share.share >= 0.0))
            return badFleet(fleet,
                QT_TRANSLATE_NOOP("Error", "Fleet \"%1\": the share of \"%2\" is negative."),
                {share.vehicle});
        if (seen.contains(share.vehicle))
            return badFleet(fleet, QT_TRANSLATE_NOOP("Error", "Fleet \"%1\": \"%2\" stands twice."),
                {share.vehicle});
        seen += share.vehicle;
        sum += share.share;
    }
    if (std::abs(sum - 1.0) > kSumTolerance)
        return badFleet(fleet,
            QT_TRANSLATE_NOOP("Error", "Fleet \"%1\": the shares add up to %2 instead of 1."),
            {QString::number(sum, 'g', 8)});
    return {};
}

Result<Fleet> withReplaced(const Fleet &fleet, const QStringList &from, const QString &to)
{
    const QStringList named = from + QStringList{to};
    for (const QString &vehicle : named) {
        if (auto known = vehicleTypeIndex(vehicle); !known)
            return failure(std::move(known.error()));
    }
    Fleet changed = fleet;
    changed.shares.clear();
    double moved = 0.0;
    for (const FleetShare &share : fleet.shares) {
        if (from.contains(share.vehicle) || share.vehicle == to)
            moved += share.share;
        else
            changed.shares.push_back(share);
    }
    if (moved > 0.0)
        changed.shares.push_back({to, moved});
    return changed;
}

Result<Fleet> onlyCategory(const Fleet &fleet, VehicleCategory category)
{
    const double whole = fleet.categoryShare(category);
    if (!(whole > 0.0))
        return badFleet(fleet,
            QT_TRANSLATE_NOOP("Error", "Fleet \"%1\" has no vehicles of the wanted category."));
    Fleet part = fleet;
    part.shares.clear();
    for (const FleetShare &share : fleet.shares) {
        BV_TRY(const VehicleCategory own, categoryOf(share));
        if (own == category)
            part.shares.push_back({share.vehicle, share.share / whole});
    }
    return part;
}

Result<Fleet> withHeavyShare(const Fleet &fleet, double heavyShare)
{
    const double heavy = fleet.categoryShare(VehicleCategory::HeavyTruck)
        + fleet.categoryShare(VehicleCategory::Bus);
    if (!(heavyShare >= 0.0 && heavyShare <= 1.0) || (heavy <= 0.0 && heavyShare > 0.0)
        || (heavy >= 1.0 && heavyShare < 1.0))
        return badFleet(fleet,
            QT_TRANSLATE_NOOP("Error",
                "Fleet \"%1\" cannot get a share of %2 of heavy vehicles: give 0 … 1, and a fleet "
                "that has both kinds."),
            {QString::number(heavyShare)});
    Fleet changed = fleet;
    for (FleetShare &share : changed.shares) {
        BV_TRY(const VehicleCategory own, categoryOf(share));
        if (isHeavy(own))
            share.share *= heavyShare / heavy;
        else
            share.share *= (1.0 - heavyShare) / (1.0 - heavy);
    }
    return changed;
}

Result<std::vector<Fleet>> parseFleets(const QByteArray &bytes, const QString &name)
{
    BV_TRY(const QJsonObject json, parseJsonObject(bytes, name));
    std::vector<Fleet> all;
    for (const QJsonValue &entry : json[QLatin1String("fleets")].toArray()) {
        Fleet fleet;
        fleet.id = entry[QLatin1String("id")].toString();
        fleet.title = entry[QLatin1String("title")].toString();
        fleet.note = entry[QLatin1String("note")].toString();
        if (fleet.id.isEmpty() || fleet.title.isEmpty() || fleet.note.isEmpty())
            return badEntry(name, fleet.id, QStringLiteral("id, title, note"));
        const QJsonObject shares = entry[QLatin1String("shares")].toObject();
        for (auto share = shares.begin(); share != shares.end(); ++share)
            fleet.shares.push_back({share.key(), share.value().toDouble(-1.0)});
        BV_TRY_VOID(checkFleet(fleet));
        all.push_back(std::move(fleet));
    }
    if (all.empty())
        return badEntry(name, name, QStringLiteral("fleets"));
    return all;
}

} // namespace belvedere
