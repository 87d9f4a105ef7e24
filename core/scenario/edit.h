// SPDX-License-Identifier: GPL-3.0-or-later
// core/scenario owns what would happen if: edits of a base case, the tree of scenarios, the coupled
// run from traffic over emissions, air and exposure to crashes, and the comparison of two runs. It
// puts engines of traffic, environment and safety together; they do not know one another.
#pragma once

#include "city/lon_lat.h"
#include "city/road_network.h"
#include "environment/emission/fleet.h"
#include "scenario/link_key.h"
#include "traffic/flow/weather_effect.h"

#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace belvedere {

class BaseCase;

/// A new value, or the present one times a factor.
struct Change
{
    double value = 1.0;
    bool relative = true;

    [[nodiscard]] double of(double present) const { return relative ? present * value : value; }
    friend bool operator==(Change, Change) = default;
};

struct CloseLinks
{
    std::vector<LinkKey> links;
    friend bool operator==(const CloseLinks &, const CloseLinks &) = default;
};

/// Capacity changes in proportion to the lanes.
struct ChangeLanes
{
    std::vector<LinkKey> links;
    int lanes = 1;
    friend bool operator==(const ChangeLanes &, const ChangeLanes &) = default;
};

/// The free speed follows the limit: F' = F (1 + followed (L' / L - 1)).
struct ChangeSpeed
{
    std::vector<LinkKey> links;
    Change limitKmh;
    double followed = 1.0; ///< 1 = rebuilt or enforced; a sign alone some 0.25 (Elvik 2012)
    friend bool operator==(const ChangeSpeed &, const ChangeSpeed &) = default;
};

struct ChangeCapacity
{
    std::vector<LinkKey> links;
    Change vehH;
    friend bool operator==(const ChangeCapacity &, const ChangeCapacity &) = default;
};

struct AddLink
{
    std::int64_t from = 0; ///< ids of nodes that exist
    std::int64_t to = 0;
    double lengthM = 0.0; ///< 0 = as the crow flies, or along `shape`
    int lanes = 1;
    double limitKmh = 50.0;
    double capacityVehH = 800.0; ///< of all lanes together
    bool bothWays = false;
    RoadClass roadClass = RoadClass::Tertiary;
    QString name;
    std::vector<LonLat> shape; ///< with both ends; empty = straight
    friend bool operator==(const AddLink &, const AddLink &) = default;
};

enum class DirectionChange {
    OneWay, ///< the other direction of the same road is closed; lanes stay as they are
    Reverse ///< the link is closed and a new one runs the other way
};
struct ChangeDirection
{
    std::vector<LinkKey> links;
    DirectionChange change = DirectionChange::OneWay;
    friend bool operator==(const ChangeDirection &, const ChangeDirection &) = default;
};

/// At the end of the links, on top of what is there.
struct SignalDelay
{
    std::vector<LinkKey> links;
    double seconds = 0.0; ///< below 0 = a better signal; the free time stays 0 or more
    friend bool operator==(const SignalDelay &, const SignalDelay &) = default;
};

struct ChargeToll
{
    std::vector<LinkKey> links;
    std::vector<double> amounts; ///< one for all links, or one for each; unit of the base case
    QStringList classes; ///< names; empty = all
    friend bool operator==(const ChargeToll &, const ChargeToll &) = default;
};

/// Classes are kept out, or vehicles within the zone replaced by cleaner ones, or both.
struct LowEmissionZone
{
    std::vector<LinkKey> links;
    QStringList bannedClasses; ///< names
    QStringList vehicles; ///< VehicleType::id that may not enter
    QString replacement; ///< VehicleType::id that comes instead
    friend bool operator==(const LowEmissionZone &, const LowEmissionZone &) = default;
};

/// Zones act on who drives after all edits of the fleet, whatever the order.
struct ChangeFleet
{
    QStringList classes; ///< names; empty = all
    std::vector<std::pair<QString, double>> shares; ///< VehicleType::id and share; add up to 1
    friend bool operator==(const ChangeFleet &, const ChangeFleet &) = default;
};

struct DemandFactor
{
    double factor = 1.0;
    std::vector<std::int64_t> origins; ///< ids of zones; empty = all
    std::vector<std::int64_t> destinations; ///< empty = all
    QStringList classes; ///< empty = all
    friend bool operator==(const DemandFactor &, const DemandFactor &) = default;
};

/// More trips to and from a place, spread over the other zones as its usual trips are, or, where it
/// has none, as all trips are.
struct PlaceEvent
{
    std::int64_t zone = 0;
    double tripsTo = 0.0; ///< vehicles per hour
    double tripsFrom = 0.0;
    QString vehicleClass; ///< empty = the first
    friend bool operator==(const PlaceEvent &, const PlaceEvent &) = default;
};

/// On all roads.
struct ChangeWeather
{
    double capacity = 1.0; ///< times
    double freeSpeed = 1.0; ///< times
    friend bool operator==(const ChangeWeather &, const ChangeWeather &) = default;
};

/// Measures on stretches of road with crash modification factors; traffic stays.
struct ApplyMeasures
{
    std::vector<LinkKey> links;
    QStringList measures; ///< CrashMeasure::id
    friend bool operator==(const ApplyMeasures &, const ApplyMeasures &) = default;
};

using EditBody = std::variant<CloseLinks, ChangeLanes, ChangeSpeed, ChangeCapacity, AddLink,
    ChangeDirection, SignalDelay, ChargeToll, LowEmissionZone, ChangeFleet, DemandFactor,
    PlaceEvent, ChangeWeather, ApplyMeasures>;

/// Hours of the day; past midnight if `toHour` is not above `fromHour`.
struct DayWindow
{
    double fromHour = 0.0; ///< 0 … 24
    double toHour = 24.0;

    [[nodiscard]] bool contains(double hour) const;
    friend bool operator==(DayWindow, DayWindow) = default;
};

/// One change of a base case, as a value.
struct Edit
{
    QString id; ///< stable within its list
    QString name; ///< of the person; empty = describe() stands for it
    /// Changes periods of the base case whose middle lies within; absent = all.
    std::optional<DayWindow> window;
    EditBody body;
    friend bool operator==(const Edit &, const Edit &) = default;
};

/// A sentence for people: `text` is for translation in "Edit", with %1 … for `args`.
struct EditSentence
{
    const char *text = "";
    QStringList args;
};

/// "Close Elm Street", "Speed limit 30 km/h on 3 roads".
/// @param base  for names of roads; null = keys stand for them.
[[nodiscard]] EditSentence describe(const EditBody &body, const BaseCase *base = nullptr);
/// "close", "lanes", … : the kind in a file.
[[nodiscard]] QString editKind(const EditBody &body);
/// The links that an edit names; null where it names none.
[[nodiscard]] const std::vector<LinkKey> *linksOf(const EditBody &body);

[[nodiscard]] QJsonObject editToJson(const Edit &edit);
/// @return Errc::Parse naming the field; unknown fields are errors.
[[nodiscard]] Result<Edit> editFromJson(const QJsonObject &json);

/// What rain, snow, cold or fog does to all roads, by their table for freeways.
[[nodiscard]] Result<ChangeWeather> weatherChange(const RoadWeather &weather);

/// "e7": the first id that no edit of the list has.
[[nodiscard]] QString freshEditId(const std::vector<Edit> &edits);

} // namespace belvedere
