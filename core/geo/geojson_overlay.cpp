// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/geojson_overlay.h"

#include "geo/json_reader.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace belvedere {

namespace {

using Token = JsonReader::Token;

constexpr std::size_t kMostColumns = 2000;

/// Positions of any GeoJSON geometry; what they mean comes with its "type", which may come later.
struct Coordinates
{
    int height = 0; ///< 1 = a position, 2 = a list of them …; 0 = empty
    std::vector<LonLat> points;
    std::vector<std::size_t> pathEnds; ///< into points
    std::vector<std::size_t> groupEnds; ///< into pathEnds
};

Path pathOf(const Coordinates &c, std::size_t index, bool ring)
{
    const std::size_t begin = index == 0 ? 0 : c.pathEnds[index - 1];
    Path path(c.points.begin() + static_cast<std::ptrdiff_t>(begin),
        c.points.begin() + static_cast<std::ptrdiff_t>(c.pathEnds[index]));
    if (ring && path.size() > 1 && path.front() == path.back())
        path.pop_back();
    return path;
}

Polygon polygonOf(const Coordinates &c, std::size_t begin, std::size_t end)
{
    Polygon polygon;
    for (std::size_t i = begin; i < end; ++i) {
        if (i == begin)
            polygon.outer = pathOf(c, i, true);
        else
            polygon.holes.push_back(pathOf(c, i, true));
    }
    return polygon;
}

/// @return false if the nesting does not fit the type.
bool addGeometry(const QString &type, const Coordinates &c, GeoShape &shape)
{
    static const QHash<QString, int> kHeights{{QStringLiteral("Point"), 1},
        {QStringLiteral("MultiPoint"), 2}, {QStringLiteral("LineString"), 2},
        {QStringLiteral("MultiLineString"), 3}, {QStringLiteral("Polygon"), 3},
        {QStringLiteral("MultiPolygon"), 4}};
    const int height = kHeights.value(type, -1);
    if (height < 0)
        return false;
    if (c.height == 0)
        return true; // an empty geometry
    if (c.height != height)
        return false;
    if (type.endsWith(QLatin1String("Point"))) {
        shape.points.insert(shape.points.end(), c.points.begin(), c.points.end());
    } else if (type.endsWith(QLatin1String("LineString"))) {
        for (std::size_t i = 0; i < c.pathEnds.size(); ++i)
            shape.lines.push_back(pathOf(c, i, false));
    } else {
        std::size_t begin = 0;
        for (const std::size_t end : c.groupEnds) {
            if (end > begin)
                shape.areas.push_back(polygonOf(c, begin, end));
            begin = end;
        }
    }
    return true;
}

class GeoJsonReader
{
public:
    GeoJsonReader(QByteArrayView bytes, const QString &file, OverlayBuilder &builder)
        : m_json(bytes, file)
        , m_bytes(bytes)
        , m_builder(builder)
    {
    }

    Result<std::optional<CoordinateSystem>> read()
    {
        const Token first = m_json.next();
        if (first == Token::Broken)
            return failure(m_json.error());
        if (first != Token::BeginObject)
            return wrong(QT_TRANSLATE_NOOP("Error",
                "This is JSON, but no GeoJSON: it must begin with an object. Choose another "
                "file."));
        BV_TRY_VOID(readTop());
        if (m_json.next() == Token::Broken)
            return failure(m_json.error());
        return std::move(m_declared);
    }

private:
    [[nodiscard]] tl::unexpected<Error> wrong(const char *text, QStringList args = {}) const
    {
        return failure(Errc::Parse, text, std::move(args), m_json.place());
    }

    Result<> skip(Token token)
    {
        if (!m_json.skip(token))
            return failure(m_json.error());
        return {};
    }

    /// A collection, one feature, or a bare geometry: told apart by what members it has.
    Result<> readTop()
    {
        QString type;
        GeoShape shape;
        Coordinates coordinates;
        bool features = false;
        for (;;) {
            const Token token = m_json.next();
            if (token == Token::EndObject)
                break;
            if (token == Token::Broken)
                return failure(m_json.error());
            const QString key = m_json.text();
            const Token value = m_json.next();
            if (key == QLatin1String("features") && value == Token::BeginArray) {
                features = true;
                BV_TRY_VOID(readFeatures());
            } else if (key == QLatin1String("crs") && value == Token::BeginObject) {
                BV_TRY_VOID(readCrs());
            } else if (key == QLatin1String("type") && value == Token::String) {
                type = m_json.text();
            } else if (key == QLatin1String("geometry") && value == Token::BeginObject) {
                BV_TRY_VOID(readGeometry(shape));
            } else if (key == QLatin1String("properties") && value == Token::BeginObject) {
                BV_TRY_VOID(readProperties());
            } else if (key == QLatin1String("coordinates") && value == Token::BeginArray) {
                BV_TRY(coordinates.height, readArray(coordinates));
            } else if (key == QLatin1String("geometries") && value == Token::BeginArray) {
                BV_TRY_VOID(readGeometries(shape));
            } else {
                BV_TRY_VOID(skip(value));
            }
        }
        if (features)
            return {};
        if (type == QLatin1String("Topology"))
            return wrong(QT_TRANSLATE_NOOP("Error",
                "This is TopoJSON. Convert it to GeoJSON first, for example with ogr2ogr."));
        static const QSet<QString> kBare{
            QStringLiteral("Feature"), QStringLiteral("GeometryCollection")};
        if (!kBare.contains(type) && !addGeometry(type, coordinates, shape))
            return wrong(QT_TRANSLATE_NOOP(
                "Error", "This is JSON, but no GeoJSON: it has no features. Choose another file."));
        return add(std::move(shape));
    }

    Result<> add(GeoShape shape)
    {
        if (shape.empty()) {
            m_builder.columns().dropFrom(m_builder.row());
            m_builder.leaveOut();
            return {};
        }
        return m_builder.add(std::move(shape), m_json.place());
    }

    Result<> readFeatures()
    {
        for (;;) {
            const Token token = m_json.next();
            if (token == Token::EndArray)
                return {};
            if (token == Token::Broken)
                return failure(m_json.error());
            ++m_feature;
            if (token != Token::BeginObject)
                return wrong(QT_TRANSLATE_NOOP("Error", "Feature %1 is no object. Correct it."),
                    {QString::number(m_feature)});
            BV_TRY_VOID(readFeature());
            if (m_feature % 256 == 0)
                m_builder.progress(m_json.offset(), m_bytes.size());
        }
    }

    Result<> readFeature()
    {
        GeoShape shape;
        const std::size_t row = m_builder.row();
        for (;;) {
            const Token token = m_json.next();
            if (token == Token::EndObject)
                break;
            if (token == Token::Broken)
                return failure(m_json.error());
            const QString key = m_json.text();
            const Token value = m_json.next();
            if (key == QLatin1String("geometry") && value == Token::BeginObject) {
                BV_TRY_VOID(readGeometry(shape));
            } else if (key == QLatin1String("properties") && value == Token::BeginObject) {
                BV_TRY_VOID(readProperties());
            } else if (key == QLatin1String("id")
                && (value == Token::String || value == Token::Number)) {
                addProperty(row, QStringLiteral("id"), value);
            } else {
                BV_TRY_VOID(skip(value));
            }
        }
        return add(std::move(shape));
    }

    Result<> readGeometry(GeoShape &shape)
    {
        QString type;
        Coordinates coordinates;
        for (;;) {
            const Token token = m_json.next();
            if (token == Token::EndObject)
                break;
            if (token == Token::Broken)
                return failure(m_json.error());
            const QString key = m_json.text();
            const Token value = m_json.next();
            if (key == QLatin1String("type") && value == Token::String) {
                type = m_json.text();
            } else if (key == QLatin1String("coordinates") && value == Token::BeginArray) {
                BV_TRY(coordinates.height, readArray(coordinates));
            } else if (key == QLatin1String("geometries") && value == Token::BeginArray) {
                BV_TRY_VOID(readGeometries(shape));
            } else {
                BV_TRY_VOID(skip(value));
            }
        }
        if (type != QLatin1String("GeometryCollection") && !addGeometry(type, coordinates, shape))
            return wrong(QT_TRANSLATE_NOOP("Error",
                             "The geometry of feature %1 (\"%2\") is not what its type asks for. "
                             "Correct it, or export the file again."),
                {QString::number(m_feature), type});
        return {};
    }

    Result<> readGeometries(GeoShape &shape)
    {
        for (;;) {
            const Token token = m_json.next();
            if (token == Token::EndArray)
                return {};
            if (token == Token::BeginObject)
                BV_TRY_VOID(readGeometry(shape));
            else
                BV_TRY_VOID(skip(token));
        }
    }

    /// Behind the opening bracket. @return how deep the list is: 1 for a position.
    Result<int> readArray(Coordinates &c)
    {
        int inner = -1;
        int count = 0;
        LonLat position;
        for (;;) {
            const Token token = m_json.next();
            if (token == Token::EndArray)
                break;
            if (token == Token::Broken)
                return failure(m_json.error());
            int height = 0;
            if (token == Token::Number) {
                (count == 0 ? position.lon : position.lat) =
                    count < 2 ? m_json.number() : position.lat;
            } else if (token == Token::BeginArray) {
                BV_TRY(height, readArray(c));
            } else {
                return notNumbers();
            }
            if (inner >= 0 && height != inner && height != 0 && inner != 0)
                return notNumbers();
            inner = std::max(inner, height);
            ++count;
        }
        if (inner < 0)
            return 0;
        if (inner == 0 && count >= 2) {
            c.points.push_back(position);
            return 1;
        }
        if (inner == 0)
            return notNumbers();
        if (inner == 1)
            c.pathEnds.push_back(c.points.size());
        else if (inner == 2)
            c.groupEnds.push_back(c.pathEnds.size());
        return inner + 1;
    }

    [[nodiscard]] tl::unexpected<Error> notNumbers() const
    {
        return wrong(
            QT_TRANSLATE_NOOP("Error",
                "The coordinates of feature %1 are no list of numbers. Correct them, or export "
                "the file again."),
            {QString::number(m_feature)});
    }

    Result<> readProperties()
    {
        const std::size_t row = m_builder.row();
        for (;;) {
            const Token token = m_json.next();
            if (token == Token::EndObject)
                return {};
            if (token == Token::Broken)
                return failure(m_json.error());
            const QString key = m_json.text();
            const Token value = m_json.next();
            if (value == Token::BeginObject || value == Token::BeginArray) {
                const qsizetype begin = m_json.offset() - 1;
                BV_TRY_VOID(skip(value));
                m_builder.columns().addText(
                    row, key, QString::fromUtf8(m_bytes.sliced(begin, m_json.offset() - begin)));
            } else {
                addProperty(row, key, value);
            }
            if (m_builder.columns().count() > kMostColumns)
                return wrong(
                    QT_TRANSLATE_NOOP("Error",
                        "Its features have more than %1 attributes in all. Leave out those "
                        "that are not needed."),
                    {QString::number(kMostColumns)});
        }
    }

    void addProperty(std::size_t row, const QString &key, Token value)
    {
        ColumnBuilder &columns = m_builder.columns();
        if (value == Token::String) {
            columns.addText(row, key, m_json.text());
        } else if (value == Token::True || value == Token::False) {
            columns.addFlag(row, key, value == Token::True);
        } else if (value == Token::Number) {
            bool integer = false;
            const qint64 number = m_json.raw().toByteArray().toLongLong(&integer);
            if (integer && number != kNoInteger)
                columns.addInteger(row, key, number);
            else
                columns.addReal(row, key, m_json.number());
        }
    }

    /// {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}}, and the older
    /// {"type": "EPSG", "properties": {"code": 25832}}.
    Result<> readCrs()
    {
        const qsizetype begin = m_json.offset() - 1;
        BV_TRY_VOID(skip(Token::BeginObject));
        const QJsonObject crs =
            QJsonDocument::fromJson(m_bytes.sliced(begin, m_json.offset() - begin).toByteArray())
                .object();
        const QJsonObject properties = crs.value(QLatin1String("properties")).toObject();
        QString name = properties.value(QLatin1String("name")).toString();
        if (name.isEmpty() && properties.contains(QLatin1String("code")))
            name = QStringLiteral("EPSG:%1").arg(
                properties.value(QLatin1String("code")).toVariant().toString());
        if (name.isEmpty())
            return {};
        auto system = CoordinateSystem::parse(name);
        if (!system) {
            Error error = system.error();
            error.where = m_json.place();
            return failure(std::move(error));
        }
        m_declared = std::move(*system);
        return {};
    }

    JsonReader m_json;
    QByteArrayView m_bytes;
    OverlayBuilder &m_builder;
    std::optional<CoordinateSystem> m_declared;
    qint64 m_feature = 0;
};

} // namespace

Result<std::optional<CoordinateSystem>> readGeoJson(
    QByteArrayView bytes, const QString &file, OverlayBuilder &builder)
{
    return GeoJsonReader(bytes, file, builder).read();
}

} // namespace belvedere
