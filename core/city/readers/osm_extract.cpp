// SPDX-License-Identifier: GPL-3.0-or-later
#include "city/readers/osm_extract.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <osmium/io/any_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm.hpp>
#include <osmium/thread/pool.hpp>
#include <protozero/pbf_reader.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace belvedere {

namespace {

using std::string_view;

string_view viewOf(const char *text)
{
    return text ? string_view(text) : string_view();
}

void fill(OsmTags &tags, const osmium::TagList &list)
{
    tags.clear();
    for (const osmium::Tag &tag : list)
        tags.add(tag.key(), tag.value());
}

/// Takes over what a city needs of each object.
class Collector
{
public:
    explicit Collector(OsmData &data)
        : m_data(data)
    {
    }

    void add(const osmium::OSMObject &object)
    {
        if (!object.visible())
            return;
        if (object.timestamp().valid())
            m_latest = std::max(m_latest, object.timestamp());
        switch (object.type()) {
        case osmium::item_type::node:
            addNode(static_cast<const osmium::Node &>(object));
            break;
        case osmium::item_type::way:
            addWay(static_cast<const osmium::Way &>(object));
            break;
        case osmium::item_type::relation:
            addRelation(static_cast<const osmium::Relation &>(object));
            break;
        default:
            break;
        }
    }

    [[nodiscard]] osmium::Timestamp latest() const { return m_latest; }

    /// Twice the arrays, because a growing one is copied, and what will be made of them.
    [[nodiscard]] qint64 memoryBytes() const
    {
        constexpr std::size_t kPerNode = 48;
        constexpr std::size_t kPerRef = 64;
        constexpr std::size_t kPerWay = 2 * sizeof(OsmWay);
        return static_cast<qint64>(m_data.nodes.size() * kPerNode + m_data.refs.size() * kPerRef
            + m_data.ways.size() * kPerWay);
    }

private:
    void addNode(const osmium::Node &node)
    {
        const osmium::Location at = node.location();
        if (!at.valid())
            return;
        const FixedLonLat position{at.x(), at.y()};
        m_data.nodes.add(node.id(), position);
        if (node.tags().empty())
            return;
        fill(m_tags, node.tags());
        if (auto place = placeOf(m_tags)) {
            place->position = position.toLonLat();
            m_data.places.push_back(std::move(*place));
        }
    }

    /// A place whose position is that of a shape still unknown; -1 if the tags name none.
    std::int32_t addShapedPlace()
    {
        auto place = placeOf(m_tags);
        if (!place)
            return -1;
        place->position = {std::nan(""), std::nan("")};
        m_data.places.push_back(std::move(*place));
        return static_cast<std::int32_t>(m_data.places.size()) - 1;
    }

    void addWay(const osmium::Way &source)
    {
        ++m_data.wayCount;
        const osmium::WayNodeList &nodes = source.nodes();
        OsmWay way;
        way.id = source.id();
        way.firstRef = m_data.refs.size();
        for (const osmium::NodeRef &node : nodes)
            m_data.refs.push_back(node.ref());
        way.endRef = m_data.refs.size();
        way.closed = nodes.size() >= 4 && nodes.front().ref() == nodes.back().ref();
        if (!source.tags().empty()) {
            fill(m_tags, source.tags());
            describe(way);
        }
        m_data.ways.push_back(way);
    }

    void describe(OsmWay &way)
    {
        if (const auto road = roadOf(m_tags)) {
            way.road = static_cast<std::int32_t>(m_data.roads.size());
            way.ref = m_data.texts.index(m_tags["ref"]);
            m_data.roads.push_back(*road);
        }
        way.line = lineKindOf(m_tags);
        // A drivable road is drawn as a link.
        if (way.road >= 0 && way.line == LineKind::ServiceRoad)
            way.line.reset();
        way.flag = lineFlagOf(m_tags);
        way.area = areaKindOf(m_tags);
        way.coast = m_tags.is("natural", "coastline");
        if (way.road >= 0 || way.line || way.area)
            way.name = m_data.texts.index(m_tags["name"]);
        if (way.closed)
            way.place = addShapedPlace();
    }

    void addRelation(const osmium::Relation &relation)
    {
        ++m_data.relationCount;
        fill(m_tags, relation.tags());
        const string_view type = m_tags["type"];
        if (type == "multipolygon")
            addPolygon(relation);
        else if (type == "restriction")
            addRestriction(relation);
    }

    /// Whether the tags say nothing about the area itself, so that in old data its ways do.
    static bool isBare(const osmium::TagList &tags)
    {
        constexpr std::array<string_view, 8> kSilent{
            "type", "name", "source", "created_by", "note", "fixme", "attribution", "is_in"};
        return std::all_of(tags.begin(), tags.end(), [&](const osmium::Tag &tag) {
            return std::find(kSilent.begin(), kSilent.end(), viewOf(tag.key())) != kSilent.end();
        });
    }

    void addPolygon(const osmium::Relation &relation)
    {
        OsmPolygon polygon;
        polygon.kind = areaKindOf(m_tags);
        polygon.place = addShapedPlace();
        if (!polygon.kind && polygon.place < 0 && !isBare(relation.tags()))
            return;
        polygon.name = m_data.texts.index(m_tags["name"]);
        for (const osmium::RelationMember &member : relation.members()) {
            if (member.type() == osmium::item_type::way)
                polygon.members.push_back({member.ref(), viewOf(member.role()) == "inner"});
        }
        m_data.polygons.push_back(std::move(polygon));
    }

    void addRestriction(const osmium::Relation &relation)
    {
        string_view kind = m_tags["restriction:motorcar"];
        if (kind.empty())
            kind = m_tags["restriction"];
        const string_view except = m_tags["except"];
        const bool forCars = except.find("motorcar") == string_view::npos
            && except.find("motor_vehicle") == string_view::npos;
        const bool only = kind.starts_with("only_");
        if (!forCars || (!only && !kind.starts_with("no_")))
            return;
        OsmRestriction restriction;
        restriction.only = only;
        for (const osmium::RelationMember &member : relation.members()) {
            const string_view role = viewOf(member.role());
            if (role == "from")
                restriction.from.push_back(member.ref());
            else if (role == "to")
                restriction.to.push_back(member.ref());
            else if (role == "via" && member.type() == osmium::item_type::node) {
                restriction.viaNode = true;
                restriction.node = member.ref();
            }
        }
        m_data.restrictions.push_back(std::move(restriction));
    }

    OsmData &m_data;
    OsmTags m_tags;
    osmium::Timestamp m_latest;
};

Error tooLarge(const QString &file, qint64 memoryBytes)
{
    constexpr qint64 kMegabyte = 1024 * 1024;
    return Error{Errc::Usage,
        QT_TRANSLATE_NOOP("Error",
            "%1 is too large: %2 MB of memory are free for the import and that is not enough. "
            "Cut out the city first, for example with osmium extract."),
        {file, QString::number(memoryBytes / kMegabyte)}, {}, {}};
}

Error damaged(const QString &file, const char *what)
{
    return Error{Errc::Parse,
        QT_TRANSLATE_NOOP(
            "Error", "%1 is cut off or damaged, nothing was imported. Download it again."),
        {file}, {}, QString::fromUtf8(what)};
}

UtcMs toUtcMs(osmium::Timestamp time)
{
    return static_cast<UtcMs>(time.seconds_since_epoch()) * kMsPerSecond;
}

/// The rectangle and the time that the header names.
void readHeader(const osmium::io::File &file, osmium::thread::Pool &pool, OsmData &data)
{
    osmium::io::Reader reader(file, pool, osmium::osm_entity_bits::nothing);
    const osmium::io::Header header = reader.header();
    for (const osmium::Box &box : header.boxes()) {
        data.box.add({box.bottom_left().lon(), box.bottom_left().lat()});
        data.box.add({box.top_right().lon(), box.top_right().lat()});
    }
    for (const char *key : {"osmosis_replication_timestamp", "timestamp"}) {
        const std::string text = header.get(key);
        if (!text.empty() && !data.time)
            data.time = toUtcMs(osmium::Timestamp(text));
    }
    reader.close();
}

/// What is common to all forms while objects come in.
class Reading
{
public:
    Reading(const QString &path, qint64 memoryBytes, const TaskContext &context, OsmData &data)
        : m_path(path)
        , m_name(QFileInfo(path).fileName())
        , m_size(QFileInfo(path).size())
        , m_memoryBytes(memoryBytes)
        , m_context(context)
        , m_data(data)
        , m_collector(data)
    {
    }

    /// Takes all that `reader` gives. `offset` is called for how far it is in the file.
    template <class F> Result<> take(osmium::io::Reader &reader, F offset)
    {
        while (const osmium::memory::Buffer buffer = reader.read()) {
            for (const osmium::OSMObject &object : buffer.select<osmium::OSMObject>())
                m_collector.add(object);
            if (m_context.cancelled())
                return cancelledFailure();
            if (m_collector.memoryBytes() > m_memoryBytes)
                return failure(tooLarge(m_path, m_memoryBytes));
            m_context.progress(std::min(m_size, offset()), m_size, m_name);
        }
        reader.close();
        return {};
    }

    /// Who changed what and when is only of use where the header does not say how old the data is.
    [[nodiscard]] osmium::io::read_meta meta() const
    {
        return m_data.time ? osmium::io::read_meta::no : osmium::io::read_meta::yes;
    }
    void finish()
    {
        constexpr qint64 kFirstYearOfOsm = 1091836800; // a time before it is a default
        if (!m_data.time && m_collector.latest().seconds_since_epoch() > kFirstYearOfOsm)
            m_data.time = toUtcMs(m_collector.latest());
    }

private:
    QString m_path;
    QString m_name;
    qint64 m_size;
    qint64 m_memoryBytes;
    const TaskContext &m_context;
    OsmData &m_data;
    Collector m_collector;
};

constexpr auto kEntities = osmium::osm_entity_bits::node | osmium::osm_entity_bits::way
    | osmium::osm_entity_bits::relation;

Result<> readXml(const osmium::io::File &file, osmium::thread::Pool &pool, Reading &reading)
{
    osmium::io::Reader reader(file, pool, kEntities, reading.meta());
    return reading.take(reader, [&reader] { return static_cast<qint64>(reader.offset()); });
}

/// The next block of a PBF file with what frames it; empty at the end of the file.
/// https://wiki.openstreetmap.org/wiki/PBF_Format
std::string nextBlock(QFile &file)
{
    constexpr qint64 kLengthBytes = 4;
    constexpr std::uint32_t kLongestHeader = 64 * 1024;
    constexpr qint64 kLongestBlock = 32 * 1024 * 1024;
    const auto need = [&file](qint64 size) {
        const QByteArray bytes = file.read(size);
        if (bytes.size() != size)
            throw osmium::pbf_error{"truncated data (EOF encountered)"};
        return bytes;
    };
    if (file.atEnd())
        return {};
    const QByteArray length = need(kLengthBytes);
    const auto headerSize = qFromBigEndian<std::uint32_t>(length.constData());
    if (headerSize > kLongestHeader)
        throw osmium::pbf_error{"invalid header size"};
    const QByteArray header = need(headerSize);
    qint64 size = -1;
    protozero::pbf_reader fields(header.constData(), static_cast<std::size_t>(header.size()));
    constexpr protozero::pbf_tag_type kDataSize = 3;
    while (fields.next()) {
        if (fields.tag() == kDataSize)
            size = fields.get_int32();
        else
            fields.skip();
    }
    if (size < 0 || size > kLongestBlock)
        throw osmium::pbf_error{"invalid block size"};
    return (length + header + need(size)).toStdString();
}

/// A few blocks at a time, as if they were a file: a Reader of the whole file decodes it to its
/// end though nobody wants it any more.
Result<> readPbf(const QString &path, osmium::thread::Pool &pool, Reading &reading)
{
    constexpr std::size_t kPortion = 256 * 1024;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw osmium::io_error{"cannot open"};
    const std::string header = nextBlock(file);
    std::string block;
    do {
        std::string portion = header;
        while (portion.size() < kPortion && !(block = nextBlock(file)).empty())
            portion += block;
        const osmium::io::File source(portion.data(), portion.size(), "pbf");
        osmium::io::Reader reader(source, pool, kEntities, reading.meta());
        BV_TRY_VOID(reading.take(reader, [&file] { return file.pos(); }));
    } while (!block.empty());
    return {};
}

/// As readExtract(), throwing what libosmium throws.
Result<OsmData> readObjects(
    const QString &path, const QString &format, qint64 memoryBytes, const TaskContext &context)
{
    const std::string name = QFile::encodeName(QFileInfo(path).absoluteFilePath()).toStdString();
    const osmium::io::File file(name, format.toStdString());
    osmium::thread::Pool pool(1);
    OsmData data;
    readHeader(file, pool, data);
    Reading reading(path, memoryBytes, context, data);
    if (format.endsWith(QLatin1String("pbf")))
        BV_TRY_VOID(readPbf(path, pool, reading));
    else
        BV_TRY_VOID(readXml(file, pool, reading));
    reading.finish();
    return data;
}

} // namespace

Result<QString> osmFormatOf(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "There is no file %1. Check its name and folder."), {path});
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return failure(Errc::Io,
            QT_TRANSLATE_NOOP("Error", "%1 may not be read. Check its permissions."), {path});
    constexpr qint64 kEnough = 512;
    const QByteArray start = file.read(kEnough);
    if (start.isEmpty())
        return failure(
            Errc::Parse, QT_TRANSLATE_NOOP("Error", "%1 is empty. Download it again."), {path});
    if (start.startsWith("\x1f\x8b"))
        return QStringLiteral("osm.gz");
    if (start.startsWith("BZh"))
        return QStringLiteral("osm.bz2");
    if (start.mid(4).startsWith("\x0a\x09OSMHeader"))
        return QStringLiteral("osm.pbf");
    const bool changes = start.contains("<osmChange");
    if (start.contains("<osm") && !changes)
        return QStringLiteral("osm");
    return failure(Errc::Parse,
        QT_TRANSLATE_NOOP("Error",
            "%1 is no OpenStreetMap extract. Extracts end in .osm.pbf, .osm, .osm.gz or "
            ".osm.bz2."),
        {path});
}

Result<OsmData> readExtract(
    const QString &file, const QString &format, qint64 memoryBytes, const TaskContext &context)
{
    try {
        return readObjects(file, format, memoryBytes, context);
    } catch (const std::bad_alloc &) {
        return failure(tooLarge(file, memoryBytes));
    } catch (const std::exception &e) {
        return failure(damaged(file, e.what()));
    }
}

} // namespace belvedere
