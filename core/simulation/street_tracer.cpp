// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/street_tracer.h"

#include <algorithm>
#include <deque>

namespace belvedere::simulation {

namespace {

constexpr double kStepM = 24.0;
constexpr double kCellM = 120.0;
constexpr double kOvershootM = 8.0; // past the street that ends it, so that the two surely cross
constexpr double kMotorwayRoomM = 120.0;
constexpr double kParallel = 0.5; // sine of the angle below which two streets run side by side

} // namespace

StreetTracer::StreetTracer(const Terrain &terrain, const StreetField &field, Polyline motorway)
    : m_terrain(terrain)
    , m_field(field)
    , m_halfM(1.3 * terrain.radiusM())
    , m_side(static_cast<std::size_t>(2.0 * m_halfM / kCellM) + 1)
    , m_cells(m_side * m_side)
    , m_motorwayCells(m_side * m_side)
{
    for (const PointM p : motorway)
        m_motorwayCells[cellOf(p.y) * m_side + cellOf(p.x)].push_back(p);
}

std::size_t StreetTracer::cellOf(double coordinate) const
{
    const double cell = (coordinate + m_halfM) / kCellM;
    return static_cast<std::size_t>(std::clamp(cell, 0.0, static_cast<double>(m_side - 1)));
}

template <class F> void StreetTracer::nearby(PointM p, double reachM, F &&use) const
{
    for (std::size_t y = cellOf(p.y - reachM); y <= cellOf(p.y + reachM); ++y) {
        for (std::size_t x = cellOf(p.x - reachM); x <= cellOf(p.x + reachM); ++x) {
            for (const Piece &piece : m_cells[y * m_side + x]) {
                if (!use(piece))
                    return;
            }
        }
    }
}

void StreetTracer::add(const Street &street)
{
    const auto id = static_cast<std::int32_t>(m_streets.size());
    m_streets.push_back(street);
    for (std::size_t i = 1; i < street.line.size(); ++i) {
        const PointM middle = 0.5 * (street.line[i - 1] + street.line[i]);
        m_cells[cellOf(middle.y) * m_side + cellOf(middle.x)].push_back(
            {street.line[i - 1], street.line[i], id});
    }
}

double StreetTracer::spacingAt(PointM p, const Rule &rule) const
{
    const double far = norm(p) / m_terrain.radiusM();
    return rule.spacingM * (0.54 + 1.95 * std::pow(far, 1.25));
}

bool StreetTracer::free(PointM p, const Rule &rule) const
{
    if (m_terrain.edge().distanceTo(p) > 0.0 || m_terrain.shoreDistance(p) < 20.0
        || m_terrain.greenDistance(p) < 0.0)
        return false;
    if (rule.mayCrossMotorway)
        return true;
    for (std::size_t y = cellOf(p.y - kMotorwayRoomM); y <= cellOf(p.y + kMotorwayRoomM); ++y) {
        for (std::size_t x = cellOf(p.x - kMotorwayRoomM); x <= cellOf(p.x + kMotorwayRoomM); ++x) {
            for (const PointM m : m_motorwayCells[y * m_side + x]) {
                if (distance(p, m) < kMotorwayRoomM)
                    return false;
            }
        }
    }
    return true;
}

bool StreetTracer::hasRoom(PointM p, PointM direction, double clearanceM) const
{
    bool room = true;
    nearby(p, clearanceM, [&](const Piece &piece) {
        const bool close = distance(p, piece.from) < clearanceM
            && std::abs(cross(direction, normalised(piece.to - piece.from))) < kParallel;
        room = !close;
        return room;
    });
    return room;
}

StreetTracer::Meeting StreetTracer::meet(PointM from, PointM to, double clearanceM) const
{
    Meeting meeting = Meeting::None;
    const PointM direction = normalised(to - from);
    nearby(to, std::max(clearanceM, 2.0 * kStepM), [&](const Piece &piece) {
        if (crossing(from, to, piece.from, piece.to)) {
            const bool barrier =
                m_streets[static_cast<std::size_t>(piece.street)].kind == StreetKind::Shore;
            meeting = barrier ? Meeting::Barrier : Meeting::Crosses;
        } else if (meeting == Meeting::None && distance(to, piece.from) < clearanceM
            && std::abs(cross(direction, normalised(piece.to - piece.from))) < kParallel) {
            meeting = Meeting::TooClose;
        }
        return meeting != Meeting::Barrier;
    });
    return meeting;
}

Polyline StreetTracer::trace(PointM seed, PointM heading, const Rule &rule, Random &random) const
{
    Polyline line{seed};
    double length = 0.0;
    double endBy = 1.6 * rule.longestM; // where it ends even if nothing is there to end at
    bool turned = false;
    while (length < endBy) {
        const PointM p = line.back();
        const PointM first = m_field.directionAt(p, heading);
        heading = m_field.directionAt(p + 0.5 * kStepM * first, first);
        PointM next = p + kStepM * heading;
        if (!free(next, rule)) {
            // Go round a corner along whatever is in the way, once.
            const PointM side = random.uniform() < 0.5 ? leftOf(heading) : -1.0 * leftOf(heading);
            heading = free(p + 3.0 * kStepM * side, rule) ? side : -1.0 * side;
            next = p + kStepM * heading;
            if (turned || line.size() < 4 || !free(next, rule))
                break;
            turned = true;
        }
        const double spacing = spacingAt(next, rule);
        const Meeting meeting = meet(p, next, 0.5 * spacing);
        if (meeting == Meeting::TooClose) {
            if (!hasRoom(next, heading, 0.3 * spacing))
                break;
            endBy = std::min(endBy, length + 0.8 * spacing); // on to the next crossing at most
        }
        line.push_back(next);
        length += kStepM;
        const bool atCrossing = meeting == Meeting::Crosses && length > 3.0 * kStepM;
        const bool enough = length > rule.longestM || endBy < rule.longestM;
        if (meeting == Meeting::Barrier
            || (atCrossing && (enough || random.uniform() < rule.endsAtCrossing))) {
            line.push_back(next + kOvershootM * heading);
            break;
        }
        const bool closed = length > 400.0
            && std::any_of(line.begin(), line.end() - 14,
                [&](PointM old) { return distance(old, next) < 0.5 * spacing; });
        if (closed)
            break;
    }
    return line;
}

bool StreetTracer::tryStreet(PointM seed, PointM heading, const Rule &rule, Random &random)
{
    const double spacing = spacingAt(seed, rule);
    if (!free(seed, rule))
        return false;
    const PointM direction = m_field.directionAt(seed, heading);
    if (!hasRoom(seed, direction, 0.8 * spacing))
        return false;
    const Polyline back = trace(seed, -1.0 * direction, rule, random);
    const Polyline forth = trace(seed, direction, rule, random);
    Street street{StreetKind::Filling, rule.roadClass, {back.rbegin(), back.rend()}, false};
    street.line.insert(street.line.end(), forth.begin() + 1, forth.end());
    if (lengthOf(street.line) < 1.1 * spacing)
        return false;
    add(street);
    return true;
}

void StreetTracer::fill(const Rule &rule, Random random, const std::function<bool()> &cancelled)
{
    std::deque<std::size_t> queue;
    for (std::size_t i = 0; i < m_streets.size(); ++i)
        queue.push_back(i);
    // Beside what is there: keeps the distances even.
    const auto drain = [&] {
        while (!queue.empty() && !cancelled()) {
            const Polyline line = m_streets[queue.front()].line;
            queue.pop_front();
            double next = 0.0;
            for (std::size_t i = 1; i < line.size(); ++i) {
                next -= distance(line[i - 1], line[i]);
                if (next > 0.0)
                    continue;
                const double spacing = spacingAt(line[i], rule);
                next = 0.7 * spacing;
                const PointM along = normalised(line[i] - line[i - 1]);
                for (const double side : {1.0, -1.0}) {
                    const PointM seed = line[i] + side * spacing * leftOf(along);
                    if (tryStreet(seed, along, rule, random))
                        queue.push_back(m_streets.size() - 1);
                    // And the cross streets that begin here.
                    if (tryStreet(line[i] + side * 0.3 * spacing * leftOf(along), leftOf(along),
                            rule, random))
                        queue.push_back(m_streets.size() - 1);
                }
            }
        }
    };
    drain();
    const double radius = m_terrain.radiusM();
    const int darts = static_cast<int>(4.0 * radius * radius / (rule.spacingM * rule.spacingM));
    for (int i = 0; i < darts && !cancelled(); ++i) {
        const PointM seed{random.uniform(-radius, radius), random.uniform(-radius, radius)};
        if (tryStreet(seed, unit(random.uniform(0.0, 6.283)), rule, random)) {
            queue.push_back(m_streets.size() - 1);
            drain();
        }
    }
}

} // namespace belvedere::simulation
