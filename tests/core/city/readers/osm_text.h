// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace belvedere::test {

/// A small OpenStreetMap file, put together object by object; tags are "key=value".
class OsmText
{
public:
    OsmText &node(int id, double lon, double lat, const QStringList &tags = {})
    {
        m_nodes += QStringLiteral("<node id=\"%1\" version=\"1\" lon=\"%2\" lat=\"%3\">%4</node>\n")
                       .arg(id)
                       .arg(lon, 0, 'f', 7)
                       .arg(lat, 0, 'f', 7)
                       .arg(tagText(tags));
        return *this;
    }
    OsmText &way(int id, const QList<int> &nodes, const QStringList &tags = {})
    {
        QString refs;
        for (const int node : nodes)
            refs += QStringLiteral("<nd ref=\"%1\"/>").arg(node);
        m_ways += QStringLiteral("<way id=\"%1\" version=\"1\">%2%3</way>\n")
                      .arg(id)
                      .arg(refs, tagText(tags));
        return *this;
    }
    /// Members are "way 7 outer", "node 3 via".
    OsmText &relation(int id, const QStringList &members, const QStringList &tags)
    {
        QString text;
        for (const QString &member : members) {
            const QStringList parts = member.split(QLatin1Char(' '));
            text += QStringLiteral("<member type=\"%1\" ref=\"%2\" role=\"%3\"/>")
                        .arg(parts.value(0), parts.value(1), parts.value(2));
        }
        m_relations += QStringLiteral("<relation id=\"%1\" version=\"1\">%2%3</relation>\n")
                           .arg(id)
                           .arg(text, tagText(tags));
        return *this;
    }
    OsmText &bounds(double west, double south, double east, double north)
    {
        m_bounds =
            QStringLiteral("<bounds minlon=\"%1\" minlat=\"%2\" maxlon=\"%3\" maxlat=\"%4\"/>\n")
                .arg(west)
                .arg(south)
                .arg(east)
                .arg(north);
        return *this;
    }
    [[nodiscard]] QByteArray bytes() const
    {
        return (QStringLiteral("<?xml version=\"1.0\"?>\n<osm version=\"0.6\">\n") + m_bounds
            + m_nodes + m_ways + m_relations + QStringLiteral("</osm>\n"))
            .toUtf8();
    }

private:
    static QString tagText(const QStringList &tags)
    {
        QString text;
        for (const QString &tag : tags)
            text += QStringLiteral("<tag k=\"%1\" v=\"%2\"/>")
                        .arg(tag.section(QLatin1Char('='), 0, 0),
                            tag.section(QLatin1Char('='), 1).toHtmlEscaped());
        return text;
    }

    QString m_bounds;
    QString m_nodes;
    QString m_ways;
    QString m_relations;
};

} // namespace belvedere::test
