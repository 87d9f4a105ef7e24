// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/written_values.h"

#include <QJsonArray>

#include <algorithm>
#include <charconv>

namespace belvedere {

namespace {

QByteArray positionText(LonLat p)
{
    return numberText(p.lon) + ' ' + numberText(p.lat);
}

QByteArray pathText(const Path &path, bool closed)
{
    QByteArray text = "(";
    for (std::size_t i = 0; i < path.size(); ++i)
        text += (i > 0 ? ", " : "") + positionText(path[i]);
    if (closed && !path.empty())
        text += ", " + positionText(path.front());
    return text + ')';
}

QByteArray polygonText(const Polygon &polygon)
{
    QByteArray text = '(' + pathText(polygon.outer, true);
    for (const Path &hole : polygon.holes)
        text += ", " + pathText(hole, true);
    return text + ')';
}

/// "POINT" of one, "MULTIPOINT" of several.
template <class T, class F>
void addText(QList<QByteArray> &texts, const char *kind, const std::vector<T> &items, F itemText)
{
    if (items.empty())
        return;
    if (items.size() == 1) {
        texts += QByteArray(kind) + ' ' + itemText(items.front());
        return;
    }
    QByteArray text = QByteArray("MULTI") + kind + " (";
    for (std::size_t i = 0; i < items.size(); ++i)
        text += (i > 0 ? ", " : "") + itemText(items[i]);
    texts += text + ')';
}

/// Twice the area; above zero for counter-clockwise.
double signedArea(const Path &ring)
{
    double sum = 0.0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const LonLat a = ring[i];
        const LonLat b = ring[(i + 1) % ring.size()];
        sum += a.lon * b.lat - b.lon * a.lat;
    }
    return sum;
}

QLatin1String typeName(ColumnType type)
{
    switch (type) {
    case ColumnType::Text:
        return QLatin1String("string");
    case ColumnType::Integer:
        return QLatin1String("integer");
    case ColumnType::Real:
        return QLatin1String("double");
    case ColumnType::Flag:
        return QLatin1String("boolean");
    case ColumnType::Time:
        break;
    }
    return QLatin1String("dateTime");
}

} // namespace

QByteArray numberText(double value)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return QByteArray(text, static_cast<qsizetype>(end - text));
}

QByteArray wellKnownText(const GeoShape &shape)
{
    QList<QByteArray> texts;
    addText(texts, "POINT", shape.points, [](LonLat p) { return '(' + positionText(p) + ')'; });
    addText(
        texts, "LINESTRING", shape.lines, [](const Path &line) { return pathText(line, false); });
    addText(texts, "POLYGON", shape.areas, polygonText);
    if (texts.size() > 1)
        return "GEOMETRYCOLLECTION (" + texts.join(", ") + ')';
    return texts.isEmpty() ? QByteArray() : texts.front();
}

Polygon rightHanded(Polygon polygon)
{
    if (signedArea(polygon.outer) < 0.0)
        std::reverse(polygon.outer.begin(), polygon.outer.end());
    for (Path &hole : polygon.holes) {
        if (signedArea(hole) > 0.0)
            std::reverse(hole.begin(), hole.end());
    }
    return polygon;
}

QJsonObject infoJson(const FileInfo &info)
{
    QJsonObject json{{QStringLiteral("title"), info.title}, {QStringLiteral("source"), info.source},
        {QStringLiteral("simulated"), info.simulated},
        {QStringLiteral("zone"), QString::fromUtf8(info.zone.id())}};
    for (const auto &[key, value] : info.facts)
        json.insert(key, value);
    return json;
}

QJsonArray columnsJson(const FeatureTable &table)
{
    QJsonArray columns;
    for (const FeatureColumn &column : table.columns) {
        QJsonObject json{{QStringLiteral("name"), column.key},
            {QStringLiteral("datatype"), typeName(column.type)}};
        if (!column.unit.isEmpty())
            json.insert(QStringLiteral("unit"), column.unit);
        columns.append(json);
    }
    return columns;
}

bool onlyPoints(const FeatureTable &table)
{
    return std::all_of(table.shapes.begin(), table.shapes.end(), [](const GeoShape &shape) {
        return shape.points.size() <= 1 && shape.lines.empty() && shape.areas.empty();
    });
}

} // namespace belvedere
