// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/scan_statistic.h"

#include "base/random.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace belvedere {

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
constexpr int kMostClusters = 20;

/// Cases inside cylinders of all lengths, and the search for the highest score. Of a circle only
/// the radii count that take in a further recent case: in between the score falls.
class Search
{
public:
    Search(const ScanStudy &study, const ScanCircles &circles, const ScanOptions &options)
        : m_circles(circles)
        , m_options(options)
        , m_lengths(static_cast<std::size_t>(options.longestSteps))
        , m_all(static_cast<double>(study.cases.size()))
    {
        fillExpected(study);
    }

    struct Best
    {
        double score = 0.0;
        int centre = -1;
        std::size_t neighbour = 0; ///< the last one inside
        int length = 0; ///< steps
        int observed = 0;
        double expected = 0.0;
    };

    /// Cases in the last steps, at the locations that have any.
    void setRecent(const std::vector<ScanCase> &recent)
    {
        m_recent.assign(static_cast<std::size_t>(m_circles.locationCount()) * m_lengths, 0);
        m_any.assign(static_cast<std::size_t>(m_circles.locationCount()), 0);
        for (const ScanCase &each : recent) {
            const auto location = static_cast<std::size_t>(each.location);
            m_any[location] = 1;
            for (auto length = static_cast<std::size_t>(each.age); length < m_lengths; ++length)
                ++m_recent[location * m_lengths + length];
        }
    }

    /// The highest score of all circles.
    double highest()
    {
        m_rises = true;
        setFloor(0.0);
        Best best;
        for (int i = 0; i < m_circles.centreCount(); ++i)
            visit(i, best);
        return best.score;
    }

    /// The best cylinder of each circle, where there is one.
    std::vector<Best> bestOfEach()
    {
        std::vector<Best> all;
        m_rises = false;
        setFloor(m_options.leastScore);
        for (int i = 0; i < m_circles.centreCount(); ++i) {
            Best best;
            visit(i, best);
            if (best.centre >= 0)
                all.push_back(best);
        }
        return all;
    }

private:
    void fillExpected(const ScanStudy &study);
    void visit(int circle, Best &best);
    void judge(int circle, std::size_t at, Best &best);

    [[nodiscard]] double score(int observed, double expected) const
    {
        return m_options.model == ScanModel::ExpectationPoisson
            ? expectationPoissonScore(observed, expected)
            : kulldorffScore(observed, expected, m_all);
    }

    void setFloor(double score)
    {
        m_floor = score;
        m_largestExpected.clear();
    }

    /// Below this expectation `observed` cases score above the floor; asking a table is a hundred
    /// times cheaper than taking logarithms.
    double largestExpected(int observed)
    {
        const auto i = static_cast<std::size_t>(observed);
        while (m_largestExpected.size() <= i)
            m_largestExpected.push_back(kNone);
        if (std::isnan(m_largestExpected[i])) {
            double low = 0.0;
            double high = observed;
            constexpr int kBisections = 50;
            for (int b = 0; b < kBisections; ++b) {
                const double middle = (low + high) / 2.0;
                (score(observed, middle) > m_floor ? low : high) = middle;
            }
            m_largestExpected[i] = low;
        }
        return m_largestExpected[i];
    }

    const ScanCircles &m_circles;
    const ScanOptions &m_options;
    std::size_t m_lengths;
    double m_all;
    std::size_t m_width = 1;
    std::vector<float> m_expected; // [neighbours, width], of all locations up to each
    std::vector<double> m_factor; // [lengths], of the expectation
    std::vector<std::size_t> m_end; // [circles], of the neighbours that may be inside
    std::vector<int> m_recent; // [locations, lengths], in so many last steps and one
    std::vector<char> m_any; // [locations]
    std::vector<int> m_inside;
    double m_floor = 0.0; // of scores that matter
    bool m_rises = false; // the floor, with the best
    std::vector<double> m_largestExpected; // by observed cases
};

void Search::fillExpected(const ScanStudy &study)
{
    const auto locations = static_cast<std::size_t>(m_circles.locationCount());
    std::vector<double> cases(locations, 0.0);
    m_factor.assign(m_lengths, 1.0);
    const bool permutation = m_options.model == ScanModel::Permutation;
    if (permutation)
        m_factor.assign(m_lengths, 0.0);
    for (const ScanCase &each : study.cases) {
        cases[static_cast<std::size_t>(each.location)] += 1.0;
        for (auto i = static_cast<std::size_t>(each.age); permutation && i < m_lengths; ++i)
            m_factor[i] += 1.0 / m_all;
    }
    // Of the permutation, the expectation of each length is a share of the same cases.
    std::vector<double> part = cases;
    if (!permutation) {
        const double scale =
            m_options.model == ScanModel::Poisson ? m_all / study.expectedInAll : 1.0;
        part.assign(locations * m_lengths, 0.0);
        for (std::size_t i = 0; i < part.size(); ++i)
            part[i] = scale * study.expected[i] + (i >= locations ? part[i - locations] : 0.0);
    }
    m_width = permutation ? 1 : m_lengths;
    m_inside.assign(m_lengths, 0);
    m_expected.resize(m_circles.size() * m_width);
    std::vector<double> sums(m_width);
    for (int c = 0; c < m_circles.centreCount(); ++c) {
        std::fill(sums.begin(), sums.end(), 0.0);
        double casesInside = 0.0;
        const auto *neighbour = m_circles.begin(c);
        for (; neighbour != m_circles.end(c); ++neighbour) {
            const auto location = static_cast<std::size_t>(neighbour->location);
            casesInside += cases[location];
            if (casesInside > m_options.largestShare * m_all)
                break;
            float *const row = m_expected.data() + m_circles.index(neighbour) * m_width;
            for (std::size_t i = 0; i < m_width; ++i) {
                sums[i] += part[i * locations + location];
                row[i] = static_cast<float>(sums[i]);
            }
        }
        m_end.push_back(m_circles.index(neighbour));
    }
}

void Search::judge(int circle, std::size_t at, Best &best)
{
    const float *const row = m_expected.data() + at * m_width;
    for (std::size_t i = 0; i < m_lengths; ++i) {
        const int observed = m_inside[i];
        const double expected = m_factor[i] * static_cast<double>(row[m_width == 1 ? 0 : i]);
        if (observed < m_options.leastCases || expected >= largestExpected(observed))
            continue;
        const double reached = score(observed, expected);
        if (reached <= std::max(m_floor, best.score))
            continue;
        best = {reached, circle, at, static_cast<int>(i) + 1, observed, expected};
        if (m_rises)
            setFloor(reached);
    }
}

void Search::visit(int circle, Best &best)
{
    const std::size_t end = m_end[static_cast<std::size_t>(circle)];
    const auto *neighbour = m_circles.begin(circle);
    std::fill(m_inside.begin(), m_inside.end(), 0);
    bool more = false; // recent cases that are not judged yet
    for (std::size_t at = m_circles.index(neighbour); at < end; ++at, ++neighbour) {
        const auto location = static_cast<std::size_t>(neighbour->location);
        if (m_any[location] != 0) {
            for (std::size_t i = 0; i < m_lengths; ++i)
                m_inside[i] += m_recent[location * m_lengths + i];
            more = true;
        }
        // Locations at the same distance are inside together.
        const bool edge = at + 1 >= end || neighbour[1].distanceM > neighbour->distanceM;
        if (more && edge) {
            judge(circle, at, best);
            more = false;
        }
    }
}

/// The recent cases of studies in which nothing is unusual.
class Replicates
{
public:
    Replicates(const ScanStudy &study, const ScanOptions &options)
        : m_study(study)
        , m_options(options)
        , m_random(options.seed)
    {
        if (options.model == ScanModel::Permutation) {
            m_order.resize(study.cases.size());
            std::iota(m_order.begin(), m_order.end(), std::size_t(0));
            for (const ScanCase &each : study.cases) {
                if (each.age < options.longestSteps)
                    m_ages.push_back(each.age);
            }
            return;
        }
        m_cumulative.resize(
            static_cast<std::size_t>(options.longestSteps) * study.locations.size());
        std::partial_sum(study.expected.begin(),
            study.expected.begin() + static_cast<std::ptrdiff_t>(m_cumulative.size()),
            m_cumulative.begin());
    }

    std::vector<ScanCase> next()
    {
        return m_options.model == ScanModel::Permutation ? permuted() : drawn();
    }

private:
    /// The recent times go to cases that are chosen anew, each as likely as any other.
    std::vector<ScanCase> permuted()
    {
        std::vector<ScanCase> recent;
        recent.reserve(m_ages.size());
        for (std::size_t i = 0; i < m_ages.size(); ++i) {
            std::swap(m_order[i], m_order[i + m_random.below(m_order.size() - i)]);
            recent.push_back({m_study.cases[m_order[i]].location, m_ages[i]});
        }
        return recent;
    }

    std::vector<ScanCase> drawn()
    {
        std::vector<ScanCase> recent;
        if (m_cumulative.empty() || !(m_cumulative.back() > 0.0))
            return recent;
        const int count = drawnCount();
        for (int i = 0; i < count; ++i) {
            const auto found = std::upper_bound(
                m_cumulative.begin(), m_cumulative.end(), m_random.uniform() * m_cumulative.back());
            const auto at = static_cast<std::size_t>(
                std::min(found, m_cumulative.end() - 1) - m_cumulative.begin());
            recent.push_back({static_cast<int>(at % m_study.locations.size()),
                static_cast<int>(at / m_study.locations.size())});
        }
        return recent;
    }

    int drawnCount()
    {
        if (m_options.model == ScanModel::ExpectationPoisson)
            return m_random.poisson(m_cumulative.back());
        const double share = m_cumulative.back() / m_study.expectedInAll;
        int count = 0;
        for (std::size_t i = 0; i < m_study.cases.size(); ++i)
            count += m_random.uniform() < share ? 1 : 0;
        return count;
    }

    const ScanStudy &m_study;
    const ScanOptions &m_options;
    Random m_random;
    std::vector<std::size_t> m_order;
    std::vector<int> m_ages;
    std::vector<double> m_cumulative; // [ages, locations]
};

Result<> check(const ScanStudy &study, const ScanCircles &circles, const ScanOptions &options)
{
    const auto wrong = [](const char *text, QStringList arguments) {
        return failure(Errc::Usage, text, std::move(arguments));
    };
    if (options.longestSteps < 1 || options.longestSteps > study.steps)
        return wrong(QT_TRANSLATE_NOOP("Error",
                         "Clusters of up to %1 steps do not fit into a study of %2 steps."),
            {QString::number(options.longestSteps), QString::number(study.steps)});
    if (!(options.largestShare > 0.0) || options.largestShare > 0.5 || options.leastCases < 1
        || options.replicates < 0)
        return wrong(QT_TRANSLATE_NOOP("Error",
                         "A cluster may hold at most half of the cases, and must have at least "
                         "one; replicates cannot be fewer than 0."),
            {});
    if (circles.locationCount() != static_cast<int>(study.locations.size()))
        return wrong(
            QT_TRANSLATE_NOOP("Error", "The circles were made for %1 places, the study has %2."),
            {QString::number(circles.locationCount()), QString::number(study.locations.size())});
    const bool placed = std::all_of(study.cases.begin(), study.cases.end(), [&](const ScanCase &c) {
        return c.location >= 0 && c.location < circles.locationCount() && c.age >= 0
            && c.age < study.steps;
    });
    if (!placed)
        return wrong(
            QT_TRANSLATE_NOOP("Error", "A case lies at no place or in no step of the study."), {});
    if (options.model == ScanModel::Permutation)
        return {};
    const std::size_t needed =
        study.locations.size() * static_cast<std::size_t>(options.longestSteps);
    const bool expects = study.expected.size() >= needed
        && std::all_of(study.expected.begin(), study.expected.end(),
            [](double e) { return std::isfinite(e) && e >= 0.0; })
        && (options.model != ScanModel::Poisson || study.expectedInAll > 0.0);
    if (!expects)
        return wrong(QT_TRANSLATE_NOOP("Error",
                         "The expected cases are missing or no finite numbers of at least 0."),
            {});
    return {};
}

ScanCluster clusterOf(const Search::Best &best, const ScanCircles &circles)
{
    ScanCluster cluster;
    cluster.centre = circles.centre(best.centre);
    cluster.steps = best.length;
    cluster.observed = best.observed;
    cluster.expected = best.expected;
    cluster.score = best.score;
    cluster.p = kNone;
    const auto *neighbour = circles.begin(best.centre);
    for (std::size_t at = circles.index(neighbour); at <= best.neighbour; ++at, ++neighbour) {
        cluster.locations.push_back(neighbour->location);
        cluster.radiusM = static_cast<double>(neighbour->distanceM);
    }
    return cluster;
}

/// The best of those that overlap stands for them.
std::vector<ScanCluster> separate(
    std::vector<Search::Best> bests, const ScanStudy &study, const ScanCircles &circles)
{
    std::stable_sort(bests.begin(), bests.end(),
        [](const Search::Best &a, const Search::Best &b) { return a.score > b.score; });
    std::vector<char> taken(study.locations.size(), 0);
    std::vector<ScanCluster> clusters;
    for (const Search::Best &best : bests) {
        if (clusters.size() == kMostClusters)
            break;
        ScanCluster cluster = clusterOf(best, circles);
        const bool free = std::none_of(cluster.locations.begin(), cluster.locations.end(),
            [&](int l) { return taken[static_cast<std::size_t>(l)] != 0; });
        if (!free)
            continue;
        for (const int location : cluster.locations)
            taken[static_cast<std::size_t>(location)] = 1;
        clusters.push_back(std::move(cluster));
    }
    return clusters;
}

} // namespace

double kulldorffScore(double observed, double expected, double all)
{
    if (!(observed > expected))
        return 0.0;
    const double inside = observed * std::log(observed / expected);
    const double outside = all - observed;
    return outside > 0.0 ? inside + outside * std::log(outside / (all - expected)) : inside;
}

double expectationPoissonScore(double observed, double expected)
{
    return observed > expected ? observed * std::log(observed / expected) + expected - observed
                               : 0.0;
}

Result<ScanResult> scanSpaceTime(
    const ScanStudy &study, const ScanOptions &options, const TaskContext &context)
{
    BV_TRY(const ScanCircles circles,
        ScanCircles::about(study.locations, options.largestRadiusM, options.mostCentres, context));
    return scanSpaceTime(study, circles, options, context);
}

Result<ScanResult> scanSpaceTime(const ScanStudy &study, const ScanCircles &circles,
    const ScanOptions &options, const TaskContext &context)
{
    BV_TRY_VOID(check(study, circles, options));
    Search search(study, circles, options);
    std::vector<ScanCase> recent;
    std::copy_if(study.cases.begin(), study.cases.end(), std::back_inserter(recent),
        [&](const ScanCase &c) { return c.age < options.longestSteps; });
    search.setRecent(recent);
    ScanResult result;
    result.clusters = separate(search.bestOfEach(), study, circles);
    if (result.clusters.empty() || options.replicates == 0)
        return result;
    Replicates replicates(study, options);
    for (int i = 0; i < options.replicates; ++i) {
        if (context.cancelled())
            return cancelledFailure();
        context.progress(i, options.replicates, {});
        search.setRecent(replicates.next());
        result.replicateScores.push_back(search.highest());
    }
    auto &scores = result.replicateScores;
    std::sort(scores.begin(), scores.end(), std::greater<>());
    for (ScanCluster &cluster : result.clusters) {
        const auto rank =
            std::upper_bound(scores.begin(), scores.end(), cluster.score, std::greater<>())
            - scores.begin() + 1;
        cluster.p = static_cast<double>(rank) / (options.replicates + 1);
    }
    return result;
}

} // namespace belvedere
