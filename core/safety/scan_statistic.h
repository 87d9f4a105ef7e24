// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "city/lon_lat.h"

#include <vector>

namespace belvedere {

/// Log likelihood ratio of c cases where E were expected, of C in all: c ln(c/E) + (C - c)
/// ln((C - c)/(C - E)), or 0 unless c > E. Source: Kulldorff 1997, "A spatial scan statistic".
[[nodiscard]] double kulldorffScore(double observed, double expected, double all);
/// The same where the expectation does not depend on the cases: c ln(c/E) + E - c, or 0 unless
/// c > E. Source: Neill 2009, "Expectation-based scan statistics".
[[nodiscard]] double expectationPoissonScore(double observed, double expected);

/// What is expected where nothing is unusual.
enum class ScanModel {
    Permutation, ///< cases alone: where and when do not depend on one another
    Poisson, ///< in proportion to `ScanStudy::expected`, as many in all as there are cases
    ExpectationPoisson ///< exactly `ScanStudy::expected`
};

/// A case at one of the locations, so many steps before the last one.
struct ScanCase
{
    int location = 0;
    int age = 0; ///< 0 = in the last step
};

struct ScanStudy
{
    std::vector<PointM> locations; ///< [L]
    std::vector<ScanCase> cases;
    int steps = 0; ///< length of the study; each age is below it
    /// [D, L], cases to be expected of each age below D at each location; only for the two Poisson
    /// models, with D at least the longest cylinder.
    std::vector<double> expected = {};
    /// Cases to be expected in the whole study, for ScanModel::Poisson.
    double expectedInAll = 0.0;
};

struct ScanOptions
{
    ScanModel model = ScanModel::Permutation;
    int longestSteps = 6; ///< of a cylinder; all of them last to the present: alive clusters
    double largestRadiusM = 5000.0;
    double largestShare = 0.5; ///< of all cases that the circle of a cylinder may hold
    int leastCases = 3; ///< of a cluster
    double leastScore = 0.0; ///< a cluster with no more is not told; saves most of the time
    int replicates = 999; ///< 0 = no p values
    std::uint64_t seed = 1;
    int mostCentres = 2000; ///< circles stand about so many of the locations, spread evenly
};

/// A circle and a stretch of time up to the present.
struct ScanCluster
{
    int centre = 0; ///< location
    double radiusM = 0.0; ///< reaches the farthest location of the cluster
    int steps = 0;
    int observed = 0;
    double expected = 0.0;
    double score = 0.0;
    /// Rank of the score among those of the replicates: at least 1 / (replicates + 1); NaN without.
    double p = 0.0;
    std::vector<int> locations; ///< all inside the circle
};

struct ScanResult
{
    /// The highest score first; no location belongs to two of them.
    std::vector<ScanCluster> clusters;
    std::vector<double> replicateScores; ///< highest of each replicate, descending
};

/// Which locations lie about each centre, nearest first: the same for all studies of a city.
class ScanCircles
{
public:
    ScanCircles() = default;
    /// @return Errc::Usage for a radius or number of centres that makes no sense.
    [[nodiscard]] static Result<ScanCircles> about(const std::vector<PointM> &locations,
        double largestRadiusM, int mostCentres, const TaskContext &context = {});

    struct Neighbour
    {
        int location = 0;
        float distanceM = 0.0F;
    };
    [[nodiscard]] int centreCount() const { return static_cast<int>(m_centres.size()); }
    [[nodiscard]] int centre(int i) const { return m_centres[static_cast<std::size_t>(i)]; }
    [[nodiscard]] const Neighbour *begin(int i) const
    {
        return m_neighbours.data() + m_first[static_cast<std::size_t>(i)];
    }
    [[nodiscard]] const Neighbour *end(int i) const
    {
        return m_neighbours.data() + m_first[static_cast<std::size_t>(i) + 1];
    }
    /// Position of a neighbour in the list of all.
    [[nodiscard]] std::size_t index(const Neighbour *neighbour) const
    {
        return static_cast<std::size_t>(neighbour - m_neighbours.data());
    }
    [[nodiscard]] std::size_t size() const { return m_neighbours.size(); }
    [[nodiscard]] int locationCount() const { return m_locations; }

    /// Where a location stands among the neighbours of a centre.
    struct Place
    {
        int centre = 0;
        int at = 0; ///< position from begin(centre)
    };
    /// Of one location, by ascending centres.
    [[nodiscard]] const Place *placesBegin(int location) const
    {
        return m_places.data() + m_firstPlace[static_cast<std::size_t>(location)];
    }
    [[nodiscard]] const Place *placesEnd(int location) const
    {
        return m_places.data() + m_firstPlace[static_cast<std::size_t>(location) + 1];
    }

private:
    void notePlaces();

    int m_locations = 0;
    std::vector<int> m_centres;
    std::vector<std::size_t> m_first; // [centres + 1]
    std::vector<Neighbour> m_neighbours;
    std::vector<std::size_t> m_firstPlace; // [locations + 1]
    std::vector<Place> m_places; // as many as neighbours
};

/// Searches all cylinders for those with more cases than chance explains.
/// @return Errc::Usage for a study or options that make no sense, naming what; Errc::Cancelled.
[[nodiscard]] Result<ScanResult> scanSpaceTime(
    const ScanStudy &study, const ScanOptions &options, const TaskContext &context = {});
/// The same with circles that were made before.
[[nodiscard]] Result<ScanResult> scanSpaceTime(const ScanStudy &study, const ScanCircles &circles,
    const ScanOptions &options, const TaskContext &context = {});

} // namespace belvedere
