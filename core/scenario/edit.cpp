// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/edit.h"

#include "scenario/base_case.h"

#include <QSet>

#include <type_traits>

namespace belvedere {

namespace {

/// Roads by name, each once; the number of links where they are many or have no name.
class RoadText
{
public:
    RoadText(const std::vector<LinkKey> &links, const BaseCase *base)
    {
        for (const LinkKey key : links) {
            const auto position = base != nullptr ? base->links().find(key) : std::nullopt;
            const QString title = position ? base->linkTitle(*position) : linkKeyText(key);
            if (!m_titles.contains(title))
                m_titles.append(title);
        }
    }
    [[nodiscard]] bool many() const { return m_titles.size() > kMost; }
    [[nodiscard]] QString text() const
    {
        return many() ? QString::number(m_titles.size()) : m_titles.join(QLatin1String(", "));
    }

private:
    static constexpr qsizetype kMost = 3;
    QStringList m_titles;
};

QString number(double value)
{
    return QString::number(value, 'g', 6);
}

/// One sentence where roads are named, another where they are counted.
EditSentence onRoads(const std::vector<LinkKey> &links, const BaseCase *base, const char *named,
    const char *counted, QStringList args = {})
{
    const RoadText roads(links, base);
    args.prepend(roads.text());
    return {roads.many() ? counted : named, args};
}

EditSentence sentence(const CloseLinks &edit, const BaseCase *base)
{
    return onRoads(edit.links, base, QT_TRANSLATE_NOOP("Edit", "Close %1"),
        QT_TRANSLATE_NOOP("Edit", "Close %1 roads"));
}

EditSentence sentence(const ChangeLanes &edit, const BaseCase *base)
{
    return onRoads(edit.links, base, QT_TRANSLATE_NOOP("Edit", "Lanes of %1: %2"),
        QT_TRANSLATE_NOOP("Edit", "Lanes of %1 roads: %2"), {QString::number(edit.lanes)});
}

EditSentence sentence(const ChangeSpeed &edit, const BaseCase *base)
{
    if (edit.limitKmh.relative)
        return onRoads(edit.links, base, QT_TRANSLATE_NOOP("Edit", "Speed limit of %1 times %2"),
            QT_TRANSLATE_NOOP("Edit", "Speed limit of %1 roads times %2"),
            {number(edit.limitKmh.value)});
    return onRoads(edit.links, base, QT_TRANSLATE_NOOP("Edit", "Speed limit of %1: %2 km/h"),
        QT_TRANSLATE_NOOP("Edit", "Speed limit of %1 roads: %2 km/h"),
        {number(edit.limitKmh.value)});
}

EditSentence sentence(const ChangeCapacity &edit, const BaseCase *base)
{
    if (edit.vehH.relative)
        return onRoads(edit.links, base, QT_TRANSLATE_NOOP("Edit", "Capacity of %1 times %2"),
            QT_TRANSLATE_NOOP("Edit", "Capacity of %1 roads times %2"), {number(edit.vehH.value)});
    return onRoads(edit.links, base, QT_TRANSLATE_NOOP("Edit", "Capacity of %1: %2 veh/h"),
        QT_TRANSLATE_NOOP("Edit", "Capacity of %1 roads: %2 veh/h"), {number(edit.vehH.value)});
}

EditSentence sentence(const AddLink &edit, const BaseCase *)
{
    const QString ends =
        edit.name.isEmpty() ? QStringLiteral("%1-%2").arg(edit.from).arg(edit.to) : edit.name;
    const QStringList args = {
        ends, QString::number(edit.lanes), number(edit.limitKmh), number(edit.capacityVehH)};
    return {edit.bothWays
            ? QT_TRANSLATE_NOOP("Edit", "New road %1, both ways: lanes %2, %3 km/h, %4 veh/h")
            : QT_TRANSLATE_NOOP("Edit", "New road %1, one way: lanes %2, %3 km/h, %4 veh/h"),
        args};
}

EditSentence sentence(const ChangeDirection &edit, const BaseCase *base)
{
    return edit.change == DirectionChange::OneWay
        ? onRoads(edit.links, base, QT_TRANSLATE_NOOP("Edit", "Make %1 one-way"),
            QT_TRANSLATE_NOOP("Edit", "Make %1 roads one-way"))
        : onRoads(edit.links, base, QT_TRANSLATE_NOOP("Edit", "Reverse %1"),
            QT_TRANSLATE_NOOP("Edit", "Reverse %1 roads"));
}

EditSentence sentence(const SignalDelay &edit, const BaseCase *base)
{
    return onRoads(edit.links, base, QT_TRANSLATE_NOOP("Edit", "Signal delay on %1: %2 s more"),
        QT_TRANSLATE_NOOP("Edit", "Signal delay on %1 roads: %2 s more"), {number(edit.seconds)});
}

EditSentence sentence(const ChargeToll &edit, const BaseCase *base)
{
    if (edit.amounts.size() != 1)
        return onRoads(edit.links, base, QT_TRANSLATE_NOOP("Edit", "Toll on %1, each its own"),
            QT_TRANSLATE_NOOP("Edit", "Toll on %1 roads, each its own"));
    return onRoads(edit.links, base, QT_TRANSLATE_NOOP("Edit", "Toll on %1: %2"),
        QT_TRANSLATE_NOOP("Edit", "Toll on %1 roads: %2"), {number(edit.amounts.front())});
}

EditSentence sentence(const LowEmissionZone &edit, const BaseCase *base)
{
    return onRoads(edit.links, base, QT_TRANSLATE_NOOP("Edit", "Low-emission zone: %1"),
        QT_TRANSLATE_NOOP("Edit", "Low-emission zone of %1 roads"));
}

EditSentence sentence(const ChangeFleet &edit, const BaseCase *)
{
    if (edit.classes.isEmpty())
        return {QT_TRANSLATE_NOOP("Edit", "Another fleet"), {}};
    return {
        QT_TRANSLATE_NOOP("Edit", "Another fleet of %1"), {edit.classes.join(QLatin1String(", "))}};
}

QString zoneText(const std::vector<std::int64_t> &zones)
{
    QStringList ids;
    for (const std::int64_t zone : zones)
        ids.append(QString::number(zone));
    return ids.join(QLatin1String(", "));
}

EditSentence sentence(const DemandFactor &edit, const BaseCase *)
{
    const QString factor = number(edit.factor);
    if (edit.origins.empty() && edit.destinations.empty())
        return {QT_TRANSLATE_NOOP("Edit", "All trips times %1"), {factor}};
    if (edit.origins.empty())
        return {QT_TRANSLATE_NOOP("Edit", "Trips to zone %1 times %2"),
            {zoneText(edit.destinations), factor}};
    if (edit.destinations.empty())
        return {QT_TRANSLATE_NOOP("Edit", "Trips from zone %1 times %2"),
            {zoneText(edit.origins), factor}};
    return {QT_TRANSLATE_NOOP("Edit", "Trips from zone %1 to zone %2 times %3"),
        {zoneText(edit.origins), zoneText(edit.destinations), factor}};
}

EditSentence sentence(const PlaceEvent &edit, const BaseCase *)
{
    return {QT_TRANSLATE_NOOP("Edit", "Event in zone %1: %2 more trips there, %3 from there"),
        {QString::number(edit.zone), number(edit.tripsTo), number(edit.tripsFrom)}};
}

EditSentence sentence(const ChangeWeather &edit, const BaseCase *)
{
    return {QT_TRANSLATE_NOOP("Edit", "Weather: capacity times %1, free speed times %2"),
        {number(edit.capacity), number(edit.freeSpeed)}};
}

EditSentence sentence(const ApplyMeasures &edit, const BaseCase *base)
{
    return onRoads(edit.links, base, QT_TRANSLATE_NOOP("Edit", "Safety measures on %1: %2"),
        QT_TRANSLATE_NOOP("Edit", "Safety measures on %1 roads: %2"),
        {edit.measures.join(QLatin1String(", "))});
}

template <class T>
concept HasLinks = requires(const T &body)
{
    body.links;
};

} // namespace

bool DayWindow::contains(double hour) const
{
    return fromHour < toHour ? hour >= fromHour && hour < toHour
                             : hour >= fromHour || hour < toHour;
}

EditSentence describe(const EditBody &body, const BaseCase *base)
{
    return std::visit([base](const auto &edit) { return sentence(edit, base); }, body);
}

const std::vector<LinkKey> *linksOf(const EditBody &body)
{
    return std::visit(
        [](const auto &edit) -> const std::vector<LinkKey> * {
            if constexpr (HasLinks<std::decay_t<decltype(edit)>>)
                return &edit.links;
            else
                return nullptr;
        },
        body);
}

Result<ChangeWeather> weatherChange(const RoadWeather &weather)
{
    BV_TRY(const WeatherEffect effect, weatherEffect(weather));
    return ChangeWeather{effect.capacity, effect.freeSpeed};
}

QString freshEditId(const std::vector<Edit> &edits)
{
    QSet<QString> taken;
    for (const Edit &edit : edits)
        taken.insert(edit.id);
    for (std::size_t number = edits.size() + 1;; ++number)
        if (const QString id = QStringLiteral("e%1").arg(number); !taken.contains(id))
            return id;
}

} // namespace belvedere
