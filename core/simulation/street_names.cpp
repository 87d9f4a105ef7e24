// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/street_names.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace belvedere::simulation {

namespace {

constexpr const char *kWords[] = {"Linden", "Harbour", "Mill", "Church", "Station", "Market",
    "Castle", "Garden", "School", "Bridge", "Chestnut", "Maple", "Willow", "Poplar", "Elm", "Ash",
    "Birch", "Cedar", "Hazel", "Juniper", "Rowan", "Acacia", "Magnolia", "Laurel", "Orchard",
    "Vineyard", "Meadow", "Field", "Forest", "Hill", "Valley", "Spring", "Fountain", "Well",
    "Stone", "Quarry", "Brick", "Tanner", "Weaver", "Potter", "Cooper", "Baker", "Brewer", "Smith",
    "Mason", "Fisher", "Ferry", "Sailor", "Anchor", "Lantern", "Lighthouse", "Granary", "Arsenal",
    "Mint", "Guild", "Cloister", "Abbey", "Chapel", "Bishop", "Saint Anna", "Saint Martin",
    "Saint George", "Observatory", "University", "Library", "Museum", "Theatre", "Opera", "Concert",
    "Academy", "Hospital", "Pharmacy", "Botanical", "Palace", "Crown", "Queen", "King", "Duke",
    "Count", "Knight", "Herald", "Falcon", "Eagle", "Heron", "Swan", "Crane", "Raven", "Lark",
    "Nightingale", "Swallow", "Robin", "Finch", "Fox", "Stag", "Beaver", "Otter", "Lion", "Rose",
    "Lily", "Tulip", "Lavender", "Clover", "Poppy", "Violet", "Jasmine", "Heather", "Sun", "Moon",
    "Star", "Evening", "Morning", "Copper", "Silver", "Iron", "Amber", "Crystal", "Salt", "Euler",
    "Gauss", "Newton", "Kepler", "Curie", "Lovelace", "Noether", "Mozart", "Bach", "Schubert",
    "Humboldt", "Darwin", "Mendel", "Pasteur", "Franklin", "Republic", "Liberty", "Union", "Peace",
    "Concord", "Congress", "Parliament", "Exchange", "Foundry", "Tramway", "Railway", "Canal",
    "Lock", "Weir", "Terrace", "Prospect", "Belvedere"};
constexpr const char *kPrefixes[] = {
    "", "Upper ", "Lower ", "Old ", "New ", "Great ", "Little ", "North ", "South "};
constexpr const char *kLarge[] = {"Avenue", "Boulevard", "Road", "Parade"};
constexpr const char *kMiddle[] = {"Street", "Road", "Avenue", "Hill"};
constexpr const char *kSmall[] = {"Street", "Lane", "Way", "Row"};
constexpr const char *kTowns[] = {"Northfield", "Aldermoor", "Castleton", "Eastbrook", "Ravensholt",
    "Oakham", "Westmere", "Fairhaven", "Stonebridge", "Millbrook", "Thornbury", "Kingsford"};
constexpr const char *kParks[] = {"Palace Garden", "Rose Park", "Arboretum", "Deer Park",
    "Volkspark", "Botanic Garden", "Hill Park", "Observatory Park"};
constexpr const char *kBridges[] = {"Weir Bridge", "Tannery Bridge", "Old Bridge", "Queen's Bridge",
    "Arsenal Bridge", "Harbour Bridge", "Ferry Bridge", "Swan Bridge"};
constexpr const char *kDistricts[] = {"Old Town", "Riverside", "Station Quarter", "University",
    "Harbour", "Castle Hill", "Lakeside", "Linden Park", "Newmarket", "Foundry", "Hillcrest",
    "Brookside", "Millfields", "Arsenal", "Tannery", "Orchards", "Ravenswood", "Stonefield",
    "Fairview", "Meadowlands", "Kingsford", "Brickworks", "Sunnyside", "Thornhill"};

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

template <std::size_t N> QString pick(const char *const (&list)[N], std::size_t i)
{
    return text(list[i % N]);
}

/// The i-th combination of prefix, word and ending; all different until they run out.
QString combined(std::size_t i, const std::vector<std::size_t> &order, RoadClass roadClass)
{
    const std::size_t words = std::size(kWords);
    const std::size_t round = i / words;
    const std::size_t ending = round + i;
    const QString prefix = pick(kPrefixes, round / 4);
    const QString word = text(kWords[order[i % words]]);
    const QString type = roadClass <= RoadClass::Secondary ? pick(kLarge, ending)
        : roadClass == RoadClass::Tertiary                 ? pick(kMiddle, ending)
                                                           : pick(kSmall, ending);
    return prefix + word + u' ' + type;
}

} // namespace

std::vector<QString> streetNames(const std::vector<Street> &streets, Random random)
{
    std::vector<std::size_t> order(std::size(kWords));
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[random.below(i)]);

    std::vector<QString> names;
    std::array<std::size_t, 5> count{};
    for (const Street &street : streets) {
        const std::size_t i = count[static_cast<std::size_t>(street.kind)]++;
        switch (street.kind) {
        case StreetKind::Ring:
            names.push_back(QStringLiteral("Ring %1").arg(i + 1));
            break;
        case StreetKind::Axis:
            names.push_back(i == 0 ? QStringLiteral("Town Hall Street")
                    : i == 1       ? QStringLiteral("Cathedral Street")
                                   : QStringLiteral("High Street"));
            break;
        case StreetKind::Radial:
            names.push_back(pick(kTowns, i) + QStringLiteral(" Road"));
            break;
        case StreetKind::Shore:
            names.push_back(i == 0 ? QStringLiteral("North Quay")
                    : i == 1       ? QStringLiteral("South Quay")
                    : i == 2       ? QStringLiteral("Lakeside Drive")
                                   : QStringLiteral("At the %1").arg(pick(kParks, i - 3)));
            break;
        case StreetKind::Filling:
            names.push_back(combined(i, order, street.roadClass));
            break;
        }
    }
    return names;
}

QString bridgeName(int index)
{
    return pick(kBridges, static_cast<std::size_t>(index));
}

QString districtName(int index)
{
    return pick(kDistricts, static_cast<std::size_t>(index));
}

int districtNameCount()
{
    return static_cast<int>(std::size(kDistricts));
}

} // namespace belvedere::simulation
