// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/ground_bytes.h"

#include "data/store/byte_stream.h"

#include <QHash>

#include <algorithm>

namespace belvedere {

namespace {

constexpr std::uint8_t kLayout = 1;

enum LinkFlag : std::uint8_t {
    kRamp = 1,
    kRoundabout = 2,
    kBridge = 4,
    kTunnel = 8,
    kTurnsBack = 16, ///< the link before in the other direction: has no shape of its own
    kExact = 32 ///< its shape is whole ten-millionths of a degree
};

Result<> checkLayout(ByteReader &in)
{
    const std::uint8_t layout = in.byte();
    if (in.good() && layout > kLayout)
        return failure(Errc::Schema,
            QT_TRANSLATE_NOOP("Error",
                "The map of this city was written by a newer program. Install a newer Belvedere "
                "to open it."));
    return {};
}

auto damaged()
{
    return failure(Errc::Io,
        QT_TRANSLATE_NOOP("Error",
            "The map of this city is damaged. Import it again, or restore the city from a "
            "backup."));
}

// ---- the network -----------------------------------------------------------------------------

bool isExact(const std::vector<LonLat> &points)
{
    return std::all_of(points.begin(), points.end(),
        [](LonLat p) { return FixedLonLat::nearest(p).toLonLat() == p; });
}

/// Texts of links, each once; 0 stands for an empty one.
class TextTable
{
public:
    std::uint64_t index(const QString &text)
    {
        if (text.isEmpty())
            return 0;
        const auto known = m_index.constFind(text);
        if (known != m_index.constEnd())
            return *known;
        m_texts.append(text);
        m_index.insert(text, static_cast<std::uint64_t>(m_texts.size()));
        return static_cast<std::uint64_t>(m_texts.size());
    }
    [[nodiscard]] const QStringList &texts() const { return m_texts; }

private:
    QHash<QString, std::uint64_t> m_index;
    QStringList m_texts;
};

void writePoints(ByteWriter &out, const std::vector<LonLat> &points, bool exact)
{
    out.number(points.size());
    if (!exact) {
        for (const LonLat p : points) {
            out.real(p.lon);
            out.real(p.lat);
        }
        return;
    }
    std::vector<FixedLonLat> fixed;
    fixed.reserve(points.size());
    for (const LonLat p : points)
        fixed.push_back(FixedLonLat::nearest(p));
    out.points(fixed);
}

std::vector<LonLat> readPoints(ByteReader &in, bool exact, std::vector<FixedLonLat> &scratch)
{
    std::vector<LonLat> points;
    const std::size_t count = in.count();
    points.reserve(count);
    if (exact) {
        in.points(scratch, count);
        for (const FixedLonLat p : scratch)
            points.push_back(p.toLonLat());
        return points;
    }
    for (std::size_t i = 0; i < count && in.good(); ++i) {
        const double lon = in.real();
        points.push_back({lon, in.real()});
    }
    return points;
}

std::uint8_t flagsOf(const RoadNetwork &network, std::size_t i)
{
    const Link &link = network.links()[i];
    const LinkId other = network.reverseOf(LinkId(static_cast<std::int32_t>(i)));
    const bool back = i > 0 && other.valid() && other.index() == i - 1
        && network.link(other).lengthM == link.lengthM;
    return static_cast<std::uint8_t>((link.ramp ? kRamp : 0) | (link.roundabout ? kRoundabout : 0)
        | (link.bridge ? kBridge : 0) | (link.tunnel ? kTunnel : 0) | (back ? kTurnsBack : 0)
        | (!back && isExact(link.shape) ? kExact : 0));
}

void writeLink(ByteWriter &out, const Link &link, std::uint8_t flags, TextTable &texts)
{
    out.byte(flags);
    out.byte(static_cast<std::uint8_t>(link.roadClass));
    out.signedNumber(link.lanes);
    out.real(link.freeSpeedKmh);
    out.real(link.capacityVehH);
    out.number(texts.index(link.name));
    out.number(texts.index(link.ref));
    out.signedNumber(link.wayId);
    if ((flags & kTurnsBack) != 0)
        return;
    out.number(static_cast<std::uint64_t>(link.from.value));
    out.number(static_cast<std::uint64_t>(link.to.value));
    out.real(link.lengthM);
    writePoints(out, link.shape, (flags & kExact) != 0);
}

Link readLink(ByteReader &in, const std::vector<Link> &before, const std::vector<QString> &texts,
    std::vector<FixedLonLat> &scratch)
{
    Link link;
    const std::uint8_t flags = in.byte();
    link.ramp = (flags & kRamp) != 0;
    link.roundabout = (flags & kRoundabout) != 0;
    link.bridge = (flags & kBridge) != 0;
    link.tunnel = (flags & kTunnel) != 0;
    const std::uint8_t roadClass = in.byte();
    if (roadClass >= kRoadClassCount)
        in.fail();
    else
        link.roadClass = static_cast<RoadClass>(roadClass);
    link.lanes = static_cast<int>(in.signedNumber());
    link.freeSpeedKmh = in.real();
    link.capacityVehH = in.real();
    for (QString *text : {&link.name, &link.ref}) {
        const std::uint64_t index = in.number();
        if (index > texts.size())
            in.fail();
        else if (index > 0)
            *text = texts[index - 1];
    }
    link.wayId = in.signedNumber();
    if ((flags & kTurnsBack) != 0) {
        if (before.empty()) {
            in.fail();
            return link;
        }
        const Link &other = before.back();
        link.from = other.to;
        link.to = other.from;
        link.lengthM = other.lengthM;
        link.shape.assign(other.shape.rbegin(), other.shape.rend());
        return link;
    }
    link.from = NodeId(static_cast<std::int32_t>(in.number()));
    link.to = NodeId(static_cast<std::int32_t>(in.number()));
    link.lengthM = in.real();
    link.shape = readPoints(in, (flags & kExact) != 0, scratch);
    return link;
}

// ---- the base map ----------------------------------------------------------------------------

void writeAreas(ByteWriter &out, const AreaSet &areas)
{
    out.number(areas.count());
    FixedLonLat last;
    for (std::size_t i = 0; i < areas.count(); ++i) {
        out.byte(static_cast<std::uint8_t>(areas.kind(i)));
        out.number(static_cast<std::uint64_t>(areas.name(i) + 1));
        out.number(areas.endRing(i) - areas.firstRing(i));
        for (std::uint32_t r = areas.firstRing(i); r < areas.endRing(i); ++r) {
            const auto ring = areas.rings().chain(r);
            out.number(ring.size());
            out.points(ring, last);
            if (!ring.empty())
                last = ring.back();
        }
    }
}

std::int32_t readName(ByteReader &in, std::size_t names)
{
    const std::uint64_t name = in.number();
    if (name > names)
        in.fail();
    return in.good() ? static_cast<std::int32_t>(name) - 1 : AreaSet::kNoName;
}

void readAreas(ByteReader &in, Backdrop &backdrop)
{
    std::vector<FixedLonLat> ring;
    FixedLonLat last;
    const auto readRing = [&] {
        in.points(ring, in.count(), last);
        if (!ring.empty())
            last = ring.back();
    };
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count && in.good(); ++i) {
        const std::uint8_t kind = in.byte();
        const std::int32_t name = readName(in, backdrop.names.size());
        const std::size_t rings = in.count();
        if (kind >= kAreaKindCount || rings == 0)
            return in.fail();
        readRing();
        backdrop.areas.add(static_cast<AreaKind>(kind), ring, name);
        for (std::size_t r = 1; r < rings && in.good(); ++r) {
            readRing();
            backdrop.areas.addHole(ring);
        }
    }
}

void writeLines(ByteWriter &out, const LineSet &lines)
{
    out.number(lines.count());
    FixedLonLat last;
    for (std::size_t i = 0; i < lines.count(); ++i) {
        out.byte(static_cast<std::uint8_t>(lines.kind(i)));
        out.byte(lines.flag(i));
        out.number(static_cast<std::uint64_t>(lines.name(i) + 1));
        out.number(lines.line(i).size());
        out.points(lines.line(i), last);
        if (!lines.line(i).empty())
            last = lines.line(i).back();
    }
}

void readLines(ByteReader &in, Backdrop &backdrop)
{
    std::vector<FixedLonLat> line;
    FixedLonLat last;
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count && in.good(); ++i) {
        const std::uint8_t kind = in.byte();
        const std::uint8_t flag = in.byte();
        const std::int32_t name = readName(in, backdrop.names.size());
        if (kind >= kLineKindCount || flag > LineSet::Tunnel)
            return in.fail();
        in.points(line, in.count(), last);
        if (!line.empty())
            last = line.back();
        backdrop.lines.add(
            static_cast<LineKind>(kind), line, name, static_cast<LineSet::Flag>(flag));
    }
}

void readPlaces(ByteReader &in, std::vector<Place> &places)
{
    const std::size_t count = in.count();
    for (std::size_t i = 0; i < count && in.good(); ++i) {
        Place place;
        place.name = in.text();
        place.position.lon = in.real();
        place.position.lat = in.real();
        place.rank = static_cast<int>(in.number());
        const std::uint8_t kind = in.byte();
        if (kind >= kPlaceKindCount)
            return in.fail();
        place.kind = static_cast<PlaceKind>(kind);
        place.population = static_cast<std::int64_t>(in.number());
        places.push_back(std::move(place));
    }
}

} // namespace

QByteArray networkToBytes(const RoadNetwork &network)
{
    TextTable texts;
    ByteWriter links;
    for (std::size_t i = 0; i < network.links().size(); ++i)
        writeLink(links, network.links()[i], flagsOf(network, i), texts);
    ByteWriter out;
    out.byte(kLayout);
    out.number(static_cast<std::uint64_t>(texts.texts().size()));
    for (const QString &text : texts.texts())
        out.text(text);
    const bool exact = isExact(network.nodes());
    out.byte(exact ? 1 : 0);
    writePoints(out, network.nodes(), exact);
    out.number(network.forbiddenTurns().size());
    for (const Turn turn : network.forbiddenTurns()) {
        out.number(static_cast<std::uint64_t>(turn.from.value));
        out.number(static_cast<std::uint64_t>(turn.to.value));
    }
    out.number(network.links().size());
    return out.bytes() + links.bytes();
}

Result<RoadNetwork> networkFromBytes(const QByteArray &bytes)
{
    ByteReader in(bytes);
    BV_TRY_VOID(checkLayout(in));
    std::vector<QString> texts(in.count());
    for (QString &text : texts)
        text = in.text();
    std::vector<FixedLonLat> scratch;
    const bool exact = in.byte() != 0;
    std::vector<LonLat> nodes = readPoints(in, exact, scratch);
    std::vector<Turn> turns(in.count());
    for (Turn &turn : turns) {
        turn.from = LinkId(static_cast<std::int32_t>(in.number()));
        turn.to = LinkId(static_cast<std::int32_t>(in.number()));
    }
    const std::size_t count = in.count();
    std::vector<Link> links;
    links.reserve(count);
    for (std::size_t i = 0; i < count && in.good(); ++i)
        links.push_back(readLink(in, links, texts, scratch));
    if (!in.good() || !in.atEnd())
        return damaged();
    auto network = RoadNetwork::make(std::move(nodes), std::move(links), std::move(turns));
    if (!network)
        return damaged();
    return network;
}

QByteArray backdropToBytes(const Backdrop &backdrop)
{
    ByteWriter out;
    out.byte(kLayout);
    out.text(backdrop.attribution);
    out.text(backdrop.sourceFile);
    out.byte(backdrop.dataTime ? 1 : 0);
    out.signedNumber(backdrop.dataTime.value_or(0));
    for (const double side :
        {backdrop.box.west, backdrop.box.south, backdrop.box.east, backdrop.box.north})
        out.real(side);
    out.number(backdrop.names.size());
    for (const QString &name : backdrop.names)
        out.text(name);
    out.number(backdrop.places.size());
    for (const Place &place : backdrop.places) {
        out.text(place.name);
        out.real(place.position.lon);
        out.real(place.position.lat);
        out.number(static_cast<std::uint64_t>(std::max(0, place.rank)));
        out.byte(static_cast<std::uint8_t>(place.kind));
        out.number(static_cast<std::uint64_t>(std::max<std::int64_t>(0, place.population)));
    }
    writeAreas(out, backdrop.areas);
    writeLines(out, backdrop.lines);
    return out.bytes();
}

Result<Backdrop> backdropFromBytes(const QByteArray &bytes)
{
    ByteReader in(bytes);
    BV_TRY_VOID(checkLayout(in));
    Backdrop backdrop;
    backdrop.attribution = in.text();
    backdrop.sourceFile = in.text();
    const bool dated = in.byte() != 0;
    const std::int64_t time = in.signedNumber();
    if (dated)
        backdrop.dataTime = time;
    backdrop.box.west = in.real();
    backdrop.box.south = in.real();
    backdrop.box.east = in.real();
    backdrop.box.north = in.real();
    backdrop.names.resize(in.count());
    for (QString &name : backdrop.names)
        name = in.text();
    readPlaces(in, backdrop.places);
    readAreas(in, backdrop);
    readLines(in, backdrop);
    if (!in.good() || !in.atEnd())
        return damaged();
    return backdrop;
}

} // namespace belvedere
