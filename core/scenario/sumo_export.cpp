// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/output_file.h"
#include "scenario/run_export.h"

#include <QDir>
#include <QXmlStreamWriter>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kLaneCapacity = 1800.0; // vehicles an hour, where lanes are not known

/// Writes the files of one run; ids are those of the scenario, with "_" for "#".
class SumoWriter
{
public:
    SumoWriter(const CoupledRun &run, std::size_t period)
        : m_applied(*run.applied)
        , m_period(run.applied->periods[period])
        , m_demand(run.applied->base->data().periods[period])
        , m_base(*run.applied->base)
    {
        const std::vector<AssignmentLink> &links = m_period.network->links();
        for (std::size_t link = 0; link < links.size(); ++link)
            if (links[link].open && !m_applied.roads[link].connector)
                m_edges.push_back(link);
    }

    QByteArray nodes(SumoFiles &files)
    {
        return document("nodes", [&](QXmlStreamWriter &xml) {
            std::vector<bool> used(m_period.network->nodeCount(), false);
            for (const std::size_t link : m_edges) {
                used[at(m_period.network->links()[link].from)] = true;
                used[at(m_period.network->links()[link].to)] = true;
            }
            for (std::size_t node = 0; node < used.size(); ++node) {
                if (!used[node])
                    continue;
                const PointM place = m_base.plane().toPlane(m_base.data().nodes[node]);
                xml.writeEmptyElement(QStringLiteral("node"));
                write(xml, "id", nodeId(node));
                write(xml, "x", metres(place.x));
                write(xml, "y", metres(place.y));
                ++files.nodes;
            }
        });
    }

    QByteArray edges(SumoFiles &files)
    {
        files.edges = m_edges.size();
        return document("edges", [&](QXmlStreamWriter &xml) {
            for (const std::size_t link : m_edges)
                writeEdge(xml, link);
        });
    }

    /// Turns that are banned. A penalty has no place here.
    QByteArray connections()
    {
        return document("connections", [&](QXmlStreamWriter &xml) {
            for (const TurnRule &turn : m_period.network->data().turns) {
                if (!turn.banned || !isEdge(turn.fromLink) || !isEdge(turn.toLink))
                    continue;
                xml.writeEmptyElement(QStringLiteral("delete"));
                write(xml, "from", edgeId(at(turn.fromLink)));
                write(xml, "to", edgeId(at(turn.toLink)));
            }
        });
    }

    QByteArray zones()
    {
        findZoneEdges();
        return document("additional", [&](QXmlStreamWriter &xml) {
            for (std::size_t zone = 0; zone < m_sources.size(); ++zone) {
                xml.writeStartElement(QStringLiteral("taz"));
                write(xml, "id", zoneId(zone));
                for (const auto &[name, ends] : {std::pair("tazSource", &m_sources[zone]),
                         std::pair("tazSink", &m_sinks[zone])})
                    for (const std::size_t link : *ends) {
                        xml.writeEmptyElement(QLatin1String(name));
                        write(xml, "id", edgeId(link));
                        write(xml, "weight", QStringLiteral("1"));
                    }
                xml.writeEndElement();
            }
        });
    }

    /// After zones(). Trips of zones without a road are left out.
    QByteArray flows(SumoFiles &files)
    {
        return document("routes", [&](QXmlStreamWriter &xml) {
            const std::vector<VehicleClass> &classes = m_period.network->classes();
            for (std::size_t k = 0; k < classes.size(); ++k) {
                xml.writeEmptyElement(QStringLiteral("vType"));
                write(xml, "id", classId(k));
            }
            for (std::size_t k = 0; k < classes.size(); ++k)
                for (const OdPair &pair : (*m_period.demand)[k].pairs())
                    writeFlow(xml, k, pair, files);
        });
    }

    static QByteArray configuration(const QString &name)
    {
        return document("configuration", [&name](QXmlStreamWriter &xml) {
            xml.writeStartElement(QStringLiteral("input"));
            for (const auto &[option, ending] :
                {std::pair("node-files", ".nod.xml"), std::pair("edge-files", ".edg.xml"),
                    std::pair("connection-files", ".con.xml")}) {
                xml.writeEmptyElement(QLatin1String(option));
                write(xml, "value", name + QLatin1String(ending));
            }
            xml.writeEndElement();
            xml.writeStartElement(QStringLiteral("output"));
            xml.writeEmptyElement(QStringLiteral("output-file"));
            write(xml, "value", name + QLatin1String(".net.xml"));
            xml.writeEndElement();
        });
    }

private:
    static std::size_t at(std::int32_t position) { return static_cast<std::size_t>(position); }
    static QString metres(double value) { return QString::number(value, 'f', 2); }
    static void write(QXmlStreamWriter &xml, const char *key, const QString &value)
    {
        xml.writeAttribute(QLatin1String(key), value);
    }

    template <class F> static QByteArray document(const char *root, F content)
    {
        QByteArray bytes;
        QXmlStreamWriter xml(&bytes);
        xml.setAutoFormatting(true);
        xml.writeStartDocument();
        xml.writeStartElement(QLatin1String(root));
        content(xml);
        xml.writeEndElement();
        xml.writeEndDocument();
        return bytes;
    }

    [[nodiscard]] bool isEdge(std::int32_t link) const
    {
        return std::binary_search(m_edges.begin(), m_edges.end(), at(link));
    }
    [[nodiscard]] QString nodeId(std::size_t node) const
    {
        return QString::number(m_period.network->data().nodeIds[node]);
    }
    [[nodiscard]] QString edgeId(std::size_t link) const
    {
        // A leading "-" means the other direction to SUMO's tools.
        return QLatin1Char('e')
            + linkKeyText(m_applied.links.keyOf(link)).replace(QLatin1Char('#'), QLatin1Char('_'));
    }
    [[nodiscard]] QString zoneId(std::size_t zone) const
    {
        return QLatin1Char('z') + QString::number(m_period.network->zones()[zone].id);
    }
    [[nodiscard]] QString classId(std::size_t k) const
    {
        const QString &name = m_period.network->classes()[k].name;
        return name.isEmpty() ? QStringLiteral("class%1").arg(k + 1) : name;
    }

    void writeEdge(QXmlStreamWriter &xml, std::size_t link) const
    {
        const AssignmentLink &ends = m_period.network->links()[link];
        const RoadFacts &road = m_applied.roads[link];
        const int lanes = m_period.lanes[link] > 0
            ? m_period.lanes[link]
            : std::clamp(static_cast<int>(std::lround(ends.delay.capacity / kLaneCapacity)), 1, 6);
        const double limit = m_period.limitKmh[link] > 0.0 ? m_period.limitKmh[link] : 50.0;
        xml.writeEmptyElement(QStringLiteral("edge"));
        write(xml, "id", edgeId(link));
        write(xml, "from", nodeId(at(ends.from)));
        write(xml, "to", nodeId(at(ends.to)));
        write(xml, "numLanes", QString::number(lanes));
        write(xml, "speed", QString::number(limit / 3.6, 'f', 2));
        write(xml, "priority", QString::number(kRoadClassCount - static_cast<int>(road.roadClass)));
        if (road.lengthM > 0.0)
            write(xml, "length", metres(road.lengthM));
        if (!road.name.isEmpty())
            write(xml, "name", road.name);
        if (road.shape.size() > 2) {
            QStringList points;
            for (const LonLat place : road.shape) {
                const PointM point = m_base.plane().toPlane(place);
                points.append(metres(point.x) + QLatin1Char(',') + metres(point.y));
            }
            write(xml, "shape", points.join(QLatin1Char(' ')));
        }
    }

    /// Where trips of a zone enter and leave the roads: at its node, or where its connectors end.
    void findZoneEdges()
    {
        const std::vector<AssignmentLink> &links = m_period.network->links();
        std::vector<std::vector<std::size_t>> leaving(m_period.network->nodeCount());
        std::vector<std::vector<std::size_t>> arriving(m_period.network->nodeCount());
        for (const std::size_t link : m_edges) {
            leaving[at(links[link].from)].push_back(link);
            arriving[at(links[link].to)].push_back(link);
        }
        const std::vector<AssignmentZone> &zones = m_period.network->zones();
        m_sources.assign(zones.size(), {});
        m_sinks.assign(zones.size(), {});
        std::vector<std::int32_t> zoneAt(m_period.network->nodeCount(), -1);
        for (std::size_t zone = 0; zone < zones.size(); ++zone) {
            zoneAt[at(zones[zone].node)] = static_cast<std::int32_t>(zone);
            m_sources[zone] = leaving[at(zones[zone].node)];
            m_sinks[zone] = arriving[at(zones[zone].node)];
        }
        const auto append = [](std::vector<std::size_t> &to, const std::vector<std::size_t> &more) {
            to.insert(to.end(), more.begin(), more.end());
        };
        for (std::size_t link = 0; link < links.size(); ++link) {
            if (!links[link].open || !m_applied.roads[link].connector)
                continue;
            if (const std::int32_t zone = zoneAt[at(links[link].from)]; zone >= 0)
                append(m_sources[at(zone)], leaving[at(links[link].to)]);
            if (const std::int32_t zone = zoneAt[at(links[link].to)]; zone >= 0)
                append(m_sinks[at(zone)], arriving[at(links[link].from)]);
        }
    }

    void writeFlow(QXmlStreamWriter &xml, std::size_t k, const OdPair &pair, SumoFiles &files) const
    {
        if (pair.origin == pair.destination || m_sources[at(pair.origin)].empty()
            || m_sinks[at(pair.destination)].empty())
            return;
        const double from = m_demand.fromHour * 3600.0;
        xml.writeEmptyElement(QStringLiteral("flow"));
        write(xml, "id",
            QStringLiteral("%1_%2_%3")
                .arg(classId(k), zoneId(at(pair.origin)), zoneId(at(pair.destination))));
        write(xml, "type", classId(k));
        write(xml, "begin", QString::number(from, 'f', 0));
        write(xml, "end", QString::number(from + m_demand.hours * 3600.0, 'f', 0));
        write(xml, "fromTaz", zoneId(at(pair.origin)));
        write(xml, "toTaz", zoneId(at(pair.destination)));
        write(xml, "vehsPerHour", QString::number(pair.trips, 'g', 10));
        ++files.flows;
        files.trips += pair.trips * m_demand.hours;
    }

    const AppliedCase &m_applied;
    const AppliedPeriod &m_period;
    const DemandPeriod &m_demand;
    const BaseCase &m_base;
    std::vector<std::size_t> m_edges; // ascending links
    std::vector<std::vector<std::size_t>> m_sources; // [zones] links
    std::vector<std::vector<std::size_t>> m_sinks;
};

Result<> writeBytes(const QString &file, const QByteArray &bytes)
{
    BV_TRY(OutputFile output, OutputFile::open(file));
    BV_TRY_VOID(output.write(bytes));
    return output.commit();
}

} // namespace

Result<SumoFiles> exportSumo(
    const QString &folder, const QString &name, const CoupledRun &run, int period)
{
    if (!run.applied->base->hasMap())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The base case does not know where its nodes lie, which SUMO needs. Give it the "
                "places of its nodes."));
    if (period < 0 || static_cast<std::size_t>(period) >= run.periods.size())
        return failure(Errc::Usage, QT_TRANSLATE_NOOP("Error", "There is no period number %1."),
            {QString::number(period + 1)});
    SumoFiles files;
    SumoWriter writer(run, static_cast<std::size_t>(period));
    const auto put = [&](const char *ending, const QByteArray &bytes) -> Result<> {
        const QString file = QDir(folder).filePath(name + QLatin1String(ending));
        BV_TRY_VOID(writeBytes(file, bytes));
        files.files.append(file);
        return {};
    };
    BV_TRY_VOID(put(".nod.xml", writer.nodes(files)));
    BV_TRY_VOID(put(".edg.xml", writer.edges(files)));
    BV_TRY_VOID(put(".con.xml", writer.connections()));
    BV_TRY_VOID(put(".taz.xml", writer.zones()));
    BV_TRY_VOID(put(".flows.xml", writer.flows(files)));
    BV_TRY_VOID(put(".netccfg", SumoWriter::configuration(name)));
    return files;
}

} // namespace belvedere
