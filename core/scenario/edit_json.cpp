// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/edit.h"
#include "scenario/json_fields.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

namespace belvedere {

namespace {

/// [RoadClass] as OpenStreetMap's highway tag has them.
constexpr std::array<const char *, kRoadClassCount> kRoadClasses = {"motorway", "trunk", "primary",
    "secondary", "tertiary", "unclassified", "residential", "living_street"};

/// [EditBody::index()]
constexpr std::array<const char *, std::variant_size_v<EditBody>> kKinds = {"close", "lanes",
    "speed", "capacity", "new-link", "direction", "signal", "toll", "low-emission-zone", "fleet",
    "demand", "event", "weather", "measures"};

QJsonArray linkTexts(const std::vector<LinkKey> &links)
{
    QJsonArray texts;
    for (const LinkKey key : links)
        texts.append(linkKeyText(key));
    return texts;
}

template <class T> QJsonArray numberArray(const std::vector<T> &values)
{
    QJsonArray array;
    for (const T value : values)
        array.append(static_cast<double>(value));
    return array;
}

void insertTexts(QJsonObject &json, const char *key, const QStringList &texts)
{
    if (!texts.isEmpty())
        json.insert(QLatin1String(key), QJsonArray::fromStringList(texts));
}

void insertChange(QJsonObject &json, const char *key, const Change &change)
{
    json.insert(
        change.relative ? QStringLiteral("times") : QString(QLatin1String(key)), change.value);
}

Change takeChange(JsonFields &fields, const char *key)
{
    if (fields.has("times") == fields.has(key))
        fields.fail(Error{Errc::Parse,
            QT_TRANSLATE_NOOP(
                "Error", "Give either \"%1\", the new value, or \"times\", a factor."),
            {QLatin1String(key)}, {}, {}});
    const bool relative = fields.has("times");
    return {fields.number(relative ? "times" : key, 1.0), relative};
}

void write(QJsonObject &, const CloseLinks &)
{
}

void write(QJsonObject &json, const ChangeLanes &edit)
{
    json.insert(QStringLiteral("lanes"), edit.lanes);
}

void write(QJsonObject &json, const ChangeSpeed &edit)
{
    insertChange(json, "limitKmh", edit.limitKmh);
    json.insert(QStringLiteral("followed"), edit.followed);
}

void write(QJsonObject &json, const ChangeCapacity &edit)
{
    insertChange(json, "vehH", edit.vehH);
}

void write(QJsonObject &json, const AddLink &edit)
{
    json.insert(QStringLiteral("from"), qint64(edit.from));
    json.insert(QStringLiteral("to"), qint64(edit.to));
    json.insert(QStringLiteral("lengthM"), edit.lengthM);
    json.insert(QStringLiteral("lanes"), edit.lanes);
    json.insert(QStringLiteral("limitKmh"), edit.limitKmh);
    json.insert(QStringLiteral("vehH"), edit.capacityVehH);
    json.insert(QStringLiteral("bothWays"), edit.bothWays);
    json.insert(QStringLiteral("class"),
        QLatin1String(kRoadClasses[static_cast<std::size_t>(edit.roadClass)]));
    if (!edit.name.isEmpty())
        json.insert(QStringLiteral("road"), edit.name);
    QJsonArray shape;
    for (const LonLat point : edit.shape)
        shape.append(QJsonArray{point.lon, point.lat});
    if (!shape.isEmpty())
        json.insert(QStringLiteral("shape"), shape);
}

void write(QJsonObject &json, const ChangeDirection &edit)
{
    json.insert(QStringLiteral("change"),
        edit.change == DirectionChange::OneWay ? QStringLiteral("one-way")
                                               : QStringLiteral("reverse"));
}

void write(QJsonObject &json, const SignalDelay &edit)
{
    json.insert(QStringLiteral("seconds"), edit.seconds);
}

void write(QJsonObject &json, const ChargeToll &edit)
{
    json.insert(QStringLiteral("amounts"), numberArray(edit.amounts));
    insertTexts(json, "classes", edit.classes);
}

void write(QJsonObject &json, const LowEmissionZone &edit)
{
    insertTexts(json, "bannedClasses", edit.bannedClasses);
    insertTexts(json, "vehicles", edit.vehicles);
    if (!edit.replacement.isEmpty())
        json.insert(QStringLiteral("replacement"), edit.replacement);
}

void write(QJsonObject &json, const ChangeFleet &edit)
{
    QJsonObject shares;
    for (const auto &[vehicle, share] : edit.shares)
        shares.insert(vehicle, share);
    json.insert(QStringLiteral("shares"), shares);
    insertTexts(json, "classes", edit.classes);
}

void write(QJsonObject &json, const DemandFactor &edit)
{
    json.insert(QStringLiteral("factor"), edit.factor);
    if (!edit.origins.empty())
        json.insert(QStringLiteral("origins"), numberArray(edit.origins));
    if (!edit.destinations.empty())
        json.insert(QStringLiteral("destinations"), numberArray(edit.destinations));
    insertTexts(json, "classes", edit.classes);
}

void write(QJsonObject &json, const PlaceEvent &edit)
{
    json.insert(QStringLiteral("zone"), qint64(edit.zone));
    json.insert(QStringLiteral("tripsTo"), edit.tripsTo);
    json.insert(QStringLiteral("tripsFrom"), edit.tripsFrom);
    if (!edit.vehicleClass.isEmpty())
        json.insert(QStringLiteral("class"), edit.vehicleClass);
}

void write(QJsonObject &json, const ChangeWeather &edit)
{
    json.insert(QStringLiteral("capacity"), edit.capacity);
    json.insert(QStringLiteral("freeSpeed"), edit.freeSpeed);
}

void write(QJsonObject &json, const ApplyMeasures &edit)
{
    insertTexts(json, "measures", edit.measures);
}

void read(JsonFields &, CloseLinks &)
{
}

void read(JsonFields &fields, ChangeLanes &edit)
{
    edit.lanes = static_cast<int>(std::clamp<std::int64_t>(fields.integer("lanes"), -1000, 1000));
}

void read(JsonFields &fields, ChangeSpeed &edit)
{
    edit.limitKmh = takeChange(fields, "limitKmh");
    edit.followed = fields.number("followed", edit.followed);
}

void read(JsonFields &fields, ChangeCapacity &edit)
{
    edit.vehH = takeChange(fields, "vehH");
}

RoadClass takeRoadClass(JsonFields &fields, RoadClass otherwise)
{
    const QString text = fields.text(
        "class", QString(QLatin1String(kRoadClasses[static_cast<std::size_t>(otherwise)])));
    QStringList known;
    for (std::size_t k = 0; k < kRoadClasses.size(); ++k) {
        if (text == QLatin1String(kRoadClasses[k]))
            return static_cast<RoadClass>(k);
        known.append(QLatin1String(kRoadClasses[k]));
    }
    fields.fail(Error{Errc::Parse,
        QT_TRANSLATE_NOOP("Error", "There is no class of roads \"%1\". Take one of: %2."),
        {text, known.join(QLatin1String(", "))}, {}, {}});
    return otherwise;
}

void read(JsonFields &fields, AddLink &edit)
{
    edit.from = fields.integer("from");
    edit.to = fields.integer("to");
    edit.lengthM = fields.number("lengthM", edit.lengthM);
    edit.lanes = static_cast<int>(
        std::clamp<std::int64_t>(fields.integer("lanes", edit.lanes), -1000, 1000));
    edit.limitKmh = fields.number("limitKmh", edit.limitKmh);
    edit.capacityVehH = fields.number("vehH", edit.capacityVehH);
    edit.bothWays = fields.flag("bothWays", edit.bothWays);
    edit.roadClass = takeRoadClass(fields, edit.roadClass);
    edit.name = fields.text("road", QString());
    for (const QJsonValue &point : fields.array("shape")) {
        const QJsonArray pair = point.toArray();
        if (pair.size() != 2 || !pair[0].isDouble() || !pair[1].isDouble())
            fields.fail(Error{Errc::Parse,
                QT_TRANSLATE_NOOP("Error", "A point of \"shape\" is not [longitude, latitude]."),
                {}, {}, {}});
        edit.shape.push_back({pair[0].toDouble(), pair[1].toDouble()});
    }
}

void read(JsonFields &fields, ChangeDirection &edit)
{
    const QString change = fields.text("change");
    if (change != QLatin1String("one-way") && change != QLatin1String("reverse"))
        fields.fail(Error{Errc::Parse,
            QT_TRANSLATE_NOOP("Error", "\"change\" is \"%1\". Write one-way or reverse."), {change},
            {}, {}});
    edit.change =
        change == QLatin1String("reverse") ? DirectionChange::Reverse : DirectionChange::OneWay;
}

void read(JsonFields &fields, SignalDelay &edit)
{
    edit.seconds = fields.number("seconds");
}

void read(JsonFields &fields, ChargeToll &edit)
{
    edit.amounts = fields.numbers("amounts");
    edit.classes = fields.texts("classes");
}

void read(JsonFields &fields, LowEmissionZone &edit)
{
    edit.bannedClasses = fields.texts("bannedClasses");
    edit.vehicles = fields.texts("vehicles");
    edit.replacement = fields.text("replacement", QString());
}

void read(JsonFields &fields, ChangeFleet &edit)
{
    const QJsonObject shares = fields.object("shares");
    for (auto share = shares.begin(); share != shares.end(); ++share) {
        if (!share->isDouble())
            fields.fail(
                Error{Errc::Parse, QT_TRANSLATE_NOOP("Error", "The share of \"%1\" is no number."),
                    {share.key()}, {}, {}});
        edit.shares.emplace_back(share.key(), share->toDouble());
    }
    edit.classes = fields.texts("classes");
}

void read(JsonFields &fields, DemandFactor &edit)
{
    edit.factor = fields.number("factor");
    edit.origins = fields.integers("origins");
    edit.destinations = fields.integers("destinations");
    edit.classes = fields.texts("classes");
}

void read(JsonFields &fields, PlaceEvent &edit)
{
    edit.zone = fields.integer("zone");
    edit.tripsTo = fields.number("tripsTo", 0.0);
    edit.tripsFrom = fields.number("tripsFrom", 0.0);
    edit.vehicleClass = fields.text("class", QString());
}

void read(JsonFields &fields, ChangeWeather &edit)
{
    edit.capacity = fields.number("capacity", 1.0);
    edit.freeSpeed = fields.number("freeSpeed", 1.0);
}

void read(JsonFields &fields, ApplyMeasures &edit)
{
    edit.measures = fields.texts("measures");
}

/// An empty body of the kind at `index`.
template <std::size_t I = 0> EditBody emptyBody(std::size_t index)
{
    if constexpr (I + 1 < std::variant_size_v<EditBody>)
        return index == I ? EditBody(std::in_place_index<I>) : emptyBody<I + 1>(index);
    else
        return EditBody(std::in_place_index<I>);
}

Result<EditBody> emptyBodyOf(const QString &kind)
{
    QStringList known;
    for (std::size_t k = 0; k < kKinds.size(); ++k) {
        if (kind == QLatin1String(kKinds[k]))
            return emptyBody(k);
        known.append(QLatin1String(kKinds[k]));
    }
    return failure(Errc::Parse,
        QT_TRANSLATE_NOOP("Error", "There is no edit of the kind \"%1\". Take one of: %2."),
        {kind, known.join(QLatin1String(", "))});
}

} // namespace

QString editKind(const EditBody &body)
{
    return QLatin1String(kKinds[body.index()]);
}

QJsonObject editToJson(const Edit &edit)
{
    QJsonObject json{{QStringLiteral("kind"), editKind(edit.body)}};
    if (!edit.id.isEmpty())
        json.insert(QStringLiteral("id"), edit.id);
    if (!edit.name.isEmpty())
        json.insert(QStringLiteral("name"), edit.name);
    if (edit.window)
        json.insert(
            QStringLiteral("hours"), QJsonArray{edit.window->fromHour, edit.window->toHour});
    if (const std::vector<LinkKey> *links = linksOf(edit.body))
        json.insert(QStringLiteral("links"), linkTexts(*links));
    std::visit([&json](const auto &body) { write(json, body); }, edit.body);
    return json;
}

Result<Edit> editFromJson(const QJsonObject &json)
{
    JsonFields fields(json);
    Edit edit;
    const QString kind = fields.text("kind");
    if (kind.isEmpty())
        BV_TRY_VOID(fields.finish());
    BV_TRY(edit.body, emptyBodyOf(kind));
    edit.id = fields.text("id", QString());
    edit.name = fields.text("name", QString());
    if (fields.has("hours")) {
        const std::vector<double> hours = fields.numbers("hours");
        if (hours.size() != 2)
            fields.fail(Error{Errc::Parse,
                QT_TRANSLATE_NOOP("Error", "\"hours\" is not a pair such as [16, 19]."), {}, {},
                {}});
        else
            edit.window = DayWindow{hours[0], hours[1]};
    }
    std::visit(
        [&fields](auto &body) {
            if constexpr (requires { body.links; })
                body.links = fields.links("links");
            read(fields, body);
        },
        edit.body);
    BV_TRY_VOID(fields.finish());
    return edit;
}

} // namespace belvedere
