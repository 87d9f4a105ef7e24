// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traffic/assignment/cost_table.h"
#include "traffic/assignment/search_graph.h"
#include "traffic/assignment/shortest_tree.h"

#include <cstdint>
#include <vector>

namespace belvedere {

/// Trips of one class from one zone, in passenger-car units.
struct Commodity
{
    struct Destination
    {
        std::int32_t node = -1; ///< of the graph
        std::int32_t zone = -1;
        double demand = 0.0;

        friend bool operator==(const Destination &, const Destination &) = default;
    };

    std::int32_t vehicleClass = 0;
    std::int32_t zone = -1;
    std::int32_t origin = -1; ///< node of the graph
    double demand = 0.0; ///< of all destinations
    std::vector<Destination> destinations;
};

/// The routes that a commodity uses: an acyclic part of the graph, its nodes in topological order,
/// the origin first. Only arcs that carry flow, or may from now on, are kept: on a large network
/// that is a small part. Labels and shifts run over these arrays alone.
struct Bush
{
    struct Arc
    {
        std::int32_t arc = -1; ///< of the graph
        std::int32_t tail = -1; ///< position in `node`
        double flow = 0.0;
    };

    std::vector<std::int32_t> node; ///< [n] of the graph
    std::vector<std::int32_t> firstIn; ///< [n + 1]
    std::vector<Arc> in; ///< grouped by head
    std::vector<std::int32_t> merges; ///< positions with more than one arc, ascending
    RouteTree tree; ///< cheapest routes to all nodes
};

/// Takes the cheapest routes of `Bush::tree` into bushes; one for each thread.
class BushBuilder
{
public:
    explicit BushBuilder(const SearchGraph &graph);

    /// Takes in an arc of the tree wherever it beats the dearest used route, which keeps the bush
    /// acyclic (Dial 2006; Nie 2010, section 3.2), and drops what carries no flow. Where such an
    /// arc runs against the order of the nodes or leads over new ones, or `always`, the bush is
    /// made anew and the demand loaded, split at each node as before.
    void rebuild(const Commodity &commodity, const double *cost, Bush &bush, bool always);

private:
    void labelUsed(const double *cost, const Bush &bush, double noFlow);
    bool findCandidates(const Bush &bush);
    void place(std::int32_t origin, const Bush &bush);
    double farthest(const double *cost, const Bush &bush, std::int32_t node);
    bool keepShortcuts(const double *cost, const Bush &bush);
    [[nodiscard]] bool shortcutsFit(const Bush &bush) const;
    void insertShortcuts(Bush &bush);
    void collect(const Commodity &commodity, const Bush &bush);
    void visit(std::int32_t node, const Bush &bush);
    void append(std::int32_t node, const Bush &bush);
    void load(const Commodity &commodity);
    void reset();

    const SearchGraph &m_graph;
    std::vector<double> m_most; // [bush nodes] cost of the dearest used route; < 0 = not in use
    std::vector<std::uint8_t> m_kept; // [bush arcs] carries flow
    std::vector<std::int32_t> m_shortcut; // [bush nodes] arc to take in; -1
    std::vector<double> m_mostTo; // [graph nodes] as m_most, also beyond the bush
    std::vector<std::int32_t> m_position; // [graph nodes] in the old bush; -1 = not in use
    std::vector<std::int32_t> m_newPosition; // [graph nodes] in the new bush; -1
    std::vector<std::uint8_t> m_visited; // [graph nodes]
    std::vector<std::int32_t> m_touched; // graph nodes whose entries must be reset
    std::vector<std::int32_t> m_stack;
    std::vector<double> m_through; // [new bush nodes] flow through a node
    Bush m_new; // without its tree
};

/// Moves flow within bushes; one for each thread.
class BushEquilibrator
{
public:
    /// Moves flow from the dearest used to the cheapest route at each merge, from the far end to
    /// the origin, by Newton's step; keeps `costs` up to date.
    /// @param tolerance  saving in cost below which nothing is moved.
    /// @return cost that the cheapest routes within the bush would have saved before.
    double equilibrate(CostTable &costs, std::size_t vehicleClass, Bush &bush, double tolerance);

private:
    struct Label
    {
        double least;
        double most;
        std::int32_t leastArc; // positions in Bush::in
        std::int32_t mostArc;
    };

    double label(const double *cost, const Bush &bush);
    double labelMerge(const double *cost, const Bush &bush, std::int32_t node);
    void shift(CostTable &costs, const double *cost, Bush &bush, std::int32_t merge);
    void findRoutes(const Bush &bush, std::int32_t merge);

    std::vector<Label> m_labels; // [bush nodes]
    std::vector<std::int32_t> m_dear; // positions in Bush::in of the routes of a shift
    std::vector<std::int32_t> m_cheap;
};

} // namespace belvedere
