// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/baseline/limited_memory_bfgs.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>

namespace belvedere {

namespace {

using Vector = std::vector<double>;

constexpr std::size_t kMemory = 10;
constexpr double kEnough = 1e-4; // share of the promised fall
constexpr int kMostHalvings = 40;

double dot(const Vector &a, const Vector &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

void addTo(Vector &a, double factor, const Vector &b)
{
    for (std::size_t i = 0; i < a.size(); ++i)
        a[i] += factor * b[i];
}

double steepest(const Vector &gradient)
{
    double most = 0.0;
    for (const double g : gradient)
        most = std::max(most, std::abs(g));
    return most;
}

/// A step and what it did to the gradient.
struct Pair
{
    Vector step;
    Vector change;
    double product;
};

/// Where to go from a gradient: algorithm 7.4, the two loops.
Vector direction(const std::deque<Pair> &memory, const Vector &gradient)
{
    Vector d = gradient;
    Vector shares(memory.size());
    for (std::size_t i = memory.size(); i-- > 0;) {
        shares[i] = dot(memory[i].step, d) / memory[i].product;
        addTo(d, -shares[i], memory[i].change);
    }
    const double scale = memory.empty()
        ? 1.0 / std::max(1.0, std::sqrt(dot(gradient, gradient)))
        : memory.back().product / dot(memory.back().change, memory.back().change);
    for (double &component : d)
        component *= scale;
    for (std::size_t i = 0; i < memory.size(); ++i)
        addTo(d, shares[i] - dot(memory[i].change, d) / memory[i].product, memory[i].step);
    for (double &component : d)
        component = -component;
    return d;
}

} // namespace

bool minimise(const std::function<double(const Vector &, Vector &)> &function, Vector &point,
    int iterations, double slope, const std::function<bool(const MinimiserStep &)> &after)
{
    Vector gradient(point.size());
    double value = function(point, gradient);
    std::deque<Pair> memory;
    for (int iteration = 1; iteration <= iterations; ++iteration) {
        if (steepest(gradient) <= slope)
            return true;
        const Vector d = direction(memory, gradient);
        const double fall = dot(d, gradient);
        Vector next = point;
        Vector nextGradient(point.size());
        double nextValue = value;
        double length = 1.0;
        int halvings = 0;
        for (; halvings < kMostHalvings; ++halvings, length *= 0.5) {
            next = point;
            addTo(next, length, d);
            nextValue = function(next, nextGradient);
            if (nextValue <= value + kEnough * length * fall) // false for NaN
                break;
        }
        if (halvings == kMostHalvings) {
            if (memory.empty())
                return true; // nothing falls any more, as far as numbers go
            memory.clear();
            continue;
        }
        Pair pair{next, nextGradient, 0.0};
        addTo(pair.step, -1.0, point);
        addTo(pair.change, -1.0, gradient);
        pair.product = dot(pair.step, pair.change);
        if (pair.product > 1e-12 * dot(pair.change, pair.change))
            memory.push_back(std::move(pair));
        if (memory.size() > kMemory)
            memory.pop_front();
        point = std::move(next);
        gradient = std::move(nextGradient);
        value = nextValue;
        if (!after({iteration, value, steepest(gradient)}))
            return false;
    }
    return steepest(gradient) <= slope;
}

} // namespace belvedere
