// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/geojson_feature_writer.h"

#include "base/output_file.h"
#include "geo/written_values.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace belvedere {

namespace {

constexpr std::size_t kRowsBetweenLooks = 512;

QByteArray quoted(const QString &text)
{
    QByteArray result = "\"";
    for (const char c : text.toUtf8()) {
        switch (c) {
        case '"':
            result += "\\\"";
            break;
        case '\\':
            result += "\\\\";
            break;
        case '\n':
            result += "\\n";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                result += "\\u" + QByteArray::number(c, 16).rightJustified(4, '0');
            else
                result += c;
        }
    }
    return result + '"';
}

QByteArray position(LonLat p)
{
    return '[' + numberText(p.lon) + ',' + numberText(p.lat) + ']';
}

QByteArray path(const Path &points, bool closed)
{
    QByteArray text = "[";
    for (std::size_t i = 0; i < points.size(); ++i)
        text += (i > 0 ? "," : "") + position(points[i]);
    if (closed && !points.empty())
        text += ',' + position(points.front());
    return text + ']';
}

QByteArray rings(const Polygon &polygon)
{
    const Polygon ordered = rightHanded(polygon);
    QByteArray text = '[' + path(ordered.outer, true);
    for (const Path &hole : ordered.holes)
        text += ',' + path(hole, true);
    return text + ']';
}

/// "Point" of one item, "MultiPoint" of several.
template <class T, class F>
void addGeometry(
    QList<QByteArray> &geometries, const char *kind, const std::vector<T> &items, F itemText)
{
    if (items.empty())
        return;
    QByteArray coordinates;
    for (const T &item : items)
        coordinates += (coordinates.isEmpty() ? "" : ",") + itemText(item);
    const bool one = items.size() == 1;
    geometries += QByteArray("{\"type\":\"") + (one ? "" : "Multi") + kind
        + "\",\"coordinates\":" + (one ? coordinates : '[' + coordinates + ']') + '}';
}

QByteArray geometry(const GeoShape &shape)
{
    QList<QByteArray> geometries;
    addGeometry(geometries, "Point", shape.points, position);
    addGeometry(
        geometries, "LineString", shape.lines, [](const Path &line) { return path(line, false); });
    addGeometry(geometries, "Polygon", shape.areas, rings);
    if (geometries.isEmpty())
        return "null";
    if (geometries.size() == 1)
        return geometries.front();
    return "{\"type\":\"GeometryCollection\",\"geometries\":[" + geometries.join(',') + "]}";
}

QByteArray valueText(const FeatureColumn &column, std::size_t row)
{
    if (column.missing(row))
        return "null";
    switch (column.type) {
    case ColumnType::Text:
        return quoted(column.texts[row]);
    case ColumnType::Real:
        return numberText(column.reals[row]);
    case ColumnType::Integer:
        return QByteArray::number(column.integers[row]);
    case ColumnType::Flag:
        return column.integers[row] != 0 ? "true" : "false";
    case ColumnType::Time:
        break;
    }
    return quoted(formatUtc(column.integers[row]));
}

class GeoJsonWriter : public FeatureWriter
{
public:
    GeoJsonWriter(OutputFile output, FileInfo info)
        : FeatureWriter(std::move(info))
        , m_output(std::move(output))
    {
    }

    Result<> append(const FeatureTable &table, const TaskContext &context) override
    {
        if (m_name.isNull())
            begin(table);
        else if (table.name != m_name)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP(
                    "Error", "A GeoJSON file holds one table, not %1 and %2. Choose a .gpkg file."),
                {m_name, table.name});
        std::vector<QByteArray> keys;
        for (const FeatureColumn &column : table.columns)
            keys.push_back(
                (keys.empty() ? QByteArray() : QByteArray(",")) + quoted(column.key) + ':');
        const std::size_t rows = table.rows();
        for (std::size_t row = 0; row < rows; ++row) {
            if (row % kRowsBetweenLooks == 0) {
                if (context.cancelled())
                    return cancelledFailure();
                BV_TRY_VOID(flush());
                context.progress(static_cast<qint64>(row), static_cast<qint64>(rows), {});
            }
            m_buffer += m_first ? "\n{\"type\":\"Feature\",\"geometry\":"
                                : ",\n{\"type\":\"Feature\",\"geometry\":";
            m_first = false;
            m_buffer += table.hasShapes ? geometry(table.shapes[row]) : QByteArray("null");
            m_buffer += ",\"properties\":{";
            for (std::size_t i = 0; i < table.columns.size(); ++i)
                m_buffer += keys[i] + valueText(table.columns[i], row);
            m_buffer += "}}";
        }
        return flush();
    }

    Result<> finish() override
    {
        if (m_name.isNull())
            begin({});
        QJsonObject about = infoJson(m_info);
        about.insert(QStringLiteral("columns"), m_columns);
        m_buffer +=
            "\n],\"belvedere\":" + QJsonDocument(about).toJson(QJsonDocument::Compact) + "}\n";
        BV_TRY_VOID(flush());
        return m_output.commit();
    }

private:
    void begin(const FeatureTable &table)
    {
        m_name = table.name.isNull() ? QStringLiteral("") : table.name;
        m_columns = columnsJson(table);
        m_buffer += "{\"type\":\"FeatureCollection\",\"name\":" + quoted(table.name)
            + ",\"simulated\":" + (m_info.simulated ? "true" : "false") + ",\"features\":[";
    }

    Result<> flush()
    {
        BV_TRY_VOID(m_output.write(m_buffer));
        m_buffer.clear();
        return {};
    }

    OutputFile m_output;
    QString m_name; // null before the first table
    bool m_first = true;
    QJsonArray m_columns;
    QByteArray m_buffer;
};

} // namespace

Result<std::unique_ptr<FeatureWriter>> openGeoJsonWriter(const QString &file, FileInfo info)
{
    BV_TRY(OutputFile output, OutputFile::open(file));
    return std::make_unique<GeoJsonWriter>(std::move(output), std::move(info));
}

} // namespace belvedere
