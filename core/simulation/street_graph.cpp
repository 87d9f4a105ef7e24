// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/street_graph.h"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <unordered_map>

namespace belvedere::simulation {

namespace {

constexpr double kCellM = 60.0;

std::int64_t cellKey(double x, double y)
{
    return (static_cast<std::int64_t>(std::floor(x / kCellM)) << 32)
        ^ (static_cast<std::int64_t>(std::floor(y / kCellM)) & 0xffffffff);
}

/// A place on a street that becomes a node.
struct Stop
{
    double atM = 0.0;
    int point = 0; // index into the list of points
};

struct Meetings
{
    std::vector<PointM> points;
    std::vector<RoadClass> classes; // of the larger street at the point
    std::vector<bool> leavesCity;
    std::vector<std::vector<Stop>> stops; // by street

    int add(PointM p, RoadClass roadClass, bool leaves = false)
    {
        points.push_back(p);
        classes.push_back(roadClass);
        leavesCity.push_back(leaves);
        return static_cast<int>(points.size()) - 1;
    }
};

struct Segment
{
    PointM from;
    PointM to;
    int street = 0;
    int index = 0;
    double atM = 0.0; // distance of `from` from the street's start
};

std::vector<Segment> segmentsOf(const std::vector<Street> &streets)
{
    std::vector<Segment> segments;
    for (std::size_t s = 0; s < streets.size(); ++s) {
        double at = 0.0;
        const Polyline &line = streets[s].line;
        for (std::size_t i = 1; i < line.size(); ++i) {
            segments.push_back(
                {line[i - 1], line[i], static_cast<int>(s), static_cast<int>(i), at});
            at += distance(line[i - 1], line[i]);
        }
    }
    return segments;
}

Meetings findMeetings(const std::vector<Street> &streets)
{
    Meetings found;
    found.stops.resize(streets.size());
    const std::vector<Segment> segments = segmentsOf(streets);
    std::unordered_map<std::int64_t, std::vector<int>> cells;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment &a = segments[i];
        const double minX = std::min(a.from.x, a.to.x);
        const double minY = std::min(a.from.y, a.to.y);
        const double maxX = std::max(a.from.x, a.to.x);
        const double maxY = std::max(a.from.y, a.to.y);
        std::vector<int> seen;
        for (double x = std::floor(minX / kCellM) * kCellM; x <= maxX; x += kCellM) {
            for (double y = std::floor(minY / kCellM) * kCellM; y <= maxY; y += kCellM) {
                std::vector<int> &cell = cells[cellKey(x + 0.5, y + 0.5)];
                for (const int j : cell) {
                    const Segment &b = segments[static_cast<std::size_t>(j)];
                    const bool neighbours = a.street == b.street && a.index - b.index <= 1;
                    if (neighbours || std::find(seen.begin(), seen.end(), j) != seen.end())
                        continue;
                    const auto hit = crossing(a.from, a.to, b.from, b.to);
                    if (!hit)
                        continue;
                    seen.push_back(j);
                    const PointM p = a.from + hit->first * (a.to - a.from);
                    const auto sa = static_cast<std::size_t>(a.street);
                    const auto sb = static_cast<std::size_t>(b.street);
                    const int point =
                        found.add(p, std::min(streets[sa].roadClass, streets[sb].roadClass));
                    found.stops[sa].push_back({a.atM + hit->first * distance(a.from, a.to), point});
                    found.stops[sb].push_back(
                        {b.atM + hit->second * distance(b.from, b.to), point});
                }
                cell.push_back(static_cast<int>(i));
            }
        }
    }
    for (std::size_t s = 0; s < streets.size(); ++s) {
        if (streets[s].leavesCity)
            found.stops[s].push_back({lengthOf(streets[s].line),
                found.add(streets[s].line.back(), streets[s].roadClass, true)});
        std::sort(found.stops[s].begin(), found.stops[s].end(),
            [](const Stop &a, const Stop &b) { return a.atM < b.atM; });
    }
    return found;
}

/// For each point the cluster it belongs to; a cluster's position is that of its most important
/// point, so that large streets keep their line.
std::vector<int> cluster(const Meetings &found, double mergeM)
{
    std::vector<int> order(found.points.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
        return found.classes[static_cast<std::size_t>(a)]
            < found.classes[static_cast<std::size_t>(b)];
    });
    std::vector<int> leader(found.points.size(), -1);
    std::unordered_map<std::int64_t, std::vector<int>> cells;
    for (const int i : order) {
        const PointM p = found.points[static_cast<std::size_t>(i)];
        int best = -1;
        double bestDistance = mergeM;
        for (const double dx : {-kCellM, 0.0, kCellM}) {
            for (const double dy : {-kCellM, 0.0, kCellM}) {
                const auto cell = cells.find(cellKey(p.x + dx, p.y + dy));
                if (cell == cells.end())
                    continue;
                for (const int j : cell->second) {
                    const double d = distance(p, found.points[static_cast<std::size_t>(j)]);
                    if (d < bestDistance) {
                        bestDistance = d;
                        best = j;
                    }
                }
            }
        }
        leader[static_cast<std::size_t>(i)] = best >= 0 ? best : i;
        if (best < 0)
            cells[cellKey(p.x, p.y)].push_back(i);
    }
    return leader;
}

StreetGraph cut(
    const std::vector<Street> &streets, const Meetings &found, const std::vector<int> &leader)
{
    StreetGraph graph;
    graph.nodes = found.points;
    std::map<std::pair<int, int>, std::size_t> known;
    for (std::size_t s = 0; s < streets.size(); ++s) {
        const std::vector<Stop> &stops = found.stops[s];
        for (std::size_t i = 1; i < stops.size(); ++i) {
            const int from = leader[static_cast<std::size_t>(stops[i - 1].point)];
            const int to = leader[static_cast<std::size_t>(stops[i].point)];
            if (from == to || known.count(std::minmax(from, to)) != 0)
                continue;
            known.emplace(std::minmax(from, to), graph.edges.size());
            // The last metres before a crossing go to the node, wherever it was moved.
            const double room = std::min(18.0, 0.3 * (stops[i].atM - stops[i - 1].atM));
            Polyline line = part(streets[s].line, stops[i - 1].atM + room, stops[i].atM - room);
            line.insert(line.begin(), found.points[static_cast<std::size_t>(from)]);
            line.push_back(found.points[static_cast<std::size_t>(to)]);
            graph.edges.push_back({from, to, static_cast<int>(s), streets[s].roadClass, line});
        }
        // A ring's last stretch, over its first point.
        const Polyline &line = streets[s].line;
        if (stops.size() > 2 && line.front() == line.back()) {
            const int from = leader[static_cast<std::size_t>(stops.back().point)];
            const int to = leader[static_cast<std::size_t>(stops.front().point)];
            if (from == to || known.count(std::minmax(from, to)) != 0)
                continue;
            known.emplace(std::minmax(from, to), graph.edges.size());
            Polyline over = part(line, stops.back().atM, lengthOf(line));
            const Polyline rest = part(line, 0.0, stops.front().atM);
            over.insert(over.end(), rest.begin() + 1, rest.end());
            over.front() = found.points[static_cast<std::size_t>(from)];
            over.back() = found.points[static_cast<std::size_t>(to)];
            graph.edges.push_back({from, to, static_cast<int>(s), streets[s].roadClass, over});
        }
    }
    return graph;
}

void removeDeadEnds(StreetGraph &graph, const std::vector<bool> &leavesCity)
{
    std::vector<int> degree(graph.nodes.size(), 0);
    for (const StreetEdge &edge : graph.edges) {
        ++degree[static_cast<std::size_t>(edge.from)];
        ++degree[static_cast<std::size_t>(edge.to)];
    }
    const auto dead = [&](int node) {
        const auto i = static_cast<std::size_t>(node);
        return degree[i] == 1 && !leavesCity[i];
    };
    for (bool changed = true; changed;) {
        const auto end =
            std::remove_if(graph.edges.begin(), graph.edges.end(), [&](const StreetEdge &edge) {
                if (!dead(edge.from) && !dead(edge.to))
                    return false;
                --degree[static_cast<std::size_t>(edge.from)];
                --degree[static_cast<std::size_t>(edge.to)];
                return true;
            });
        changed = end != graph.edges.end();
        graph.edges.erase(end, graph.edges.end());
    }
}

/// Makes one edge of two where a node joins just these, of one class.
void joinThrough(StreetGraph &graph, const std::vector<bool> &leavesCity)
{
    constexpr double kLongestM = 1500.0;
    std::vector<std::vector<std::size_t>> at(graph.nodes.size());
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
        at[static_cast<std::size_t>(graph.edges[e].from)].push_back(e);
        at[static_cast<std::size_t>(graph.edges[e].to)].push_back(e);
    }
    std::vector<bool> gone(graph.edges.size(), false);
    for (std::size_t n = 0; n < graph.nodes.size(); ++n) {
        if (at[n].size() != 2 || leavesCity[n])
            continue;
        StreetEdge &a = graph.edges[at[n][0]];
        StreetEdge b = graph.edges[at[n][1]];
        if (a.roadClass != b.roadClass || lengthOf(a.line) + lengthOf(b.line) > kLongestM)
            continue;
        const int node = static_cast<int>(n);
        const int farA = a.from == node ? a.to : a.from;
        const int farB = b.from == node ? b.to : b.from;
        const bool parallel = std::any_of(at[static_cast<std::size_t>(farA)].begin(),
            at[static_cast<std::size_t>(farA)].end(), [&](std::size_t e) {
                const StreetEdge &edge = graph.edges[e];
                return edge.from == farB || edge.to == farB;
            });
        if (farA == farB || parallel)
            continue;
        if (a.from == node) {
            std::reverse(a.line.begin(), a.line.end());
            std::swap(a.from, a.to);
        }
        if (b.to == node) {
            std::reverse(b.line.begin(), b.line.end());
            std::swap(b.from, b.to);
        }
        a.line.insert(a.line.end(), b.line.begin() + 1, b.line.end());
        a.to = b.to;
        gone[at[n][1]] = true;
        std::replace(at[static_cast<std::size_t>(farB)].begin(),
            at[static_cast<std::size_t>(farB)].end(), at[n][1], at[n][0]);
        at[n].clear();
    }
    std::size_t kept = 0;
    for (std::size_t e = 0; e < graph.edges.size(); ++e) {
        if (!gone[e])
            std::swap(graph.edges[kept++], graph.edges[e]);
    }
    graph.edges.resize(kept);
}

/// Drops nodes that no edge uses and all but the largest connected part.
void keepLargest(StreetGraph &graph)
{
    std::vector<int> parent(graph.nodes.size());
    std::iota(parent.begin(), parent.end(), 0);
    const auto root = [&](int node) {
        while (parent[static_cast<std::size_t>(node)] != node) {
            int &up = parent[static_cast<std::size_t>(node)];
            up = parent[static_cast<std::size_t>(up)];
            node = up;
        }
        return node;
    };
    for (const StreetEdge &edge : graph.edges)
        parent[static_cast<std::size_t>(root(edge.from))] = root(edge.to);
    std::map<int, int> sizes;
    for (const StreetEdge &edge : graph.edges)
        ++sizes[root(edge.from)];
    int largest = -1;
    for (const auto &[node, size] : sizes) {
        if (largest < 0 || size > sizes[largest])
            largest = node;
    }
    graph.edges.erase(std::remove_if(graph.edges.begin(), graph.edges.end(),
                          [&](const StreetEdge &edge) { return root(edge.from) != largest; }),
        graph.edges.end());

    std::vector<int> renumbered(graph.nodes.size(), -1);
    std::vector<PointM> nodes;
    const auto number = [&](int node) {
        int &fresh = renumbered[static_cast<std::size_t>(node)];
        if (fresh < 0) {
            fresh = static_cast<int>(nodes.size());
            nodes.push_back(graph.nodes[static_cast<std::size_t>(node)]);
        }
        return fresh;
    };
    for (StreetEdge &edge : graph.edges) {
        edge.from = number(edge.from);
        edge.to = number(edge.to);
        edge.line = simplified(edge.line, 2.5);
    }
    graph.nodes = std::move(nodes);
}

} // namespace

int StreetGraph::nodeOn(int street, PointM p, double reachM, double reuseM)
{
    std::size_t bestEdge = edges.size();
    double bestAt = 0.0;
    double bestDistance = reachM;
    for (std::size_t e = 0; e < edges.size(); ++e) {
        if (edges[e].street != street)
            continue;
        double at = 0.0;
        const Polyline &line = edges[e].line;
        for (std::size_t i = 1; i < line.size(); ++i) {
            const double f = nearestFraction(p, line[i - 1], line[i]);
            const double d = distance(p, line[i - 1] + f * (line[i] - line[i - 1]));
            const double step = distance(line[i - 1], line[i]);
            if (d < bestDistance) {
                bestDistance = d;
                bestEdge = e;
                bestAt = at + f * step;
            }
            at += step;
        }
    }
    if (bestEdge == edges.size())
        return -1;
    StreetEdge &edge = edges[bestEdge];
    const double length = lengthOf(edge.line);
    if (bestAt < reuseM)
        return edge.from;
    if (length - bestAt < reuseM)
        return edge.to;
    const int node = static_cast<int>(nodes.size());
    nodes.push_back(pointAt(edge.line, bestAt));
    StreetEdge second{node, edge.to, edge.street, edge.roadClass, part(edge.line, bestAt, length)};
    edge.line = part(edge.line, 0.0, bestAt);
    edge.to = node;
    edges.push_back(std::move(second));
    return node;
}

StreetGraph meet(const std::vector<Street> &streets, double mergeM)
{
    const Meetings found = findMeetings(streets);
    StreetGraph graph = cut(streets, found, cluster(found, mergeM));
    removeDeadEnds(graph, found.leavesCity);
    joinThrough(graph, found.leavesCity);
    keepLargest(graph);
    return graph;
}

} // namespace belvedere::simulation
