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
/// the radii count that take in a further recent case: in between the score falls. So circles are
/// looked at from the recent cases, which are few, and what is expected in a circle is added up
/// only as far as the last of them.
class Search
{
public:
    Search(const ScanStudy &study, const ScanCircles &circles, const ScanOptions &options);

    struct Best
    {
        double score = 0.0;
        int centre = -1;
        int neighbour = 0; ///< the last one inside
        int length = 0; ///< steps
        int observed = 0;
        double expected = 0.0;
    };

    /// Cases in the last steps, at the locations that have any.
    void setRecent(const std::vector<ScanCase> &recent);

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
    /// How far the expectation of a circle is added up, and what lies in it.
    struct Circle
    {
        int filled = 0; ///< neighbours
        bool full = false; ///< the next one is too many
        int cases = 0;
        std::vector<int> hits = {}; ///< positions of neighbours with recent cases
        int recent = 0; ///< cases
    };

    int fill(int circle, int upTo);
    float *addParts(std::size_t circle, std::size_t location, float *row);
    [[nodiscard]] int edgeOf(int circle, int at) const;
    void visit(int circle, Best &best);
    void judge(int circle, int at, Best &best);

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
    std::vector<int> m_cases; // [locations]
    /// [width, locations], of the expectation; empty if each length has a share of the cases.
    std::vector<double> m_part;
    std::vector<double> m_factor; // [lengths], of the expectation
    std::vector<float> m_expected; // [neighbours, width], of all locations up to each
    std::vector<double> m_sums; // [circles, width], up to where each is filled
    std::vector<Circle> m_states; // [circles]
    std::vector<int> m_recent; // [locations, lengths], in so many last steps and one
    std::vector<int> m_places; // locations with recent cases
    std::vector<int> m_inside;
    double m_floor = 0.0; // of scores that matter
    bool m_rises = false; // the floor, with the best
    std::vector<double> m_largestExpected; // by observed cases
};

Search::Search(const ScanStudy &study, const ScanCircles &circles, const ScanOptions &options)
    : m_circles(circles)
    , m_options(options)
    , m_lengths(static_cast<std::size_t>(options.longestSteps))
    , m_all(static_cast<double>(study.cases.size()))
{
    const auto locations = static_cast<std::size_t>(m_circles.locationCount());
    m_cases.assign(locations, 0);
    m_factor.assign(m_lengths, 1.0);
    const bool permutation = m_options.model == ScanModel::Permutation;
    if (permutation)
        m_factor.assign(m_lengths, 0.0);
    for (const ScanCase &each : study.cases) {
        ++m_cases[static_cast<std::size_t>(each.location)];
        for (auto i = static_cast<std::size_t>(each.age); permutation && i < m_lengths; ++i)
            m_factor[i] += 1.0 / m_all;
    }
    if (!permutation) {
        const double scale =
            m_options.model == ScanModel::Poisson ? m_all / study.expectedInAll : 1.0;
        m_part.assign(locations * m_lengths, 0.0);
        for (std::size_t i = 0; i < m_part.size(); ++i)
            m_part[i] = scale * study.expected[i] + (i >= locations ? m_part[i - locations] : 0.0);
    }
    m_width = permutation ? 1 : m_lengths;
    m_inside.assign(m_lengths, 0);
    m_expected.resize(m_circles.size() * m_width);
    const auto centres = static_cast<std::size_t>(m_circles.centreCount());
    m_sums.assign(centres * m_width, 0.0);
    m_states.resize(centres);
    m_recent.assign(locations * m_lengths, 0);
}

void Search::setRecent(const std::vector<ScanCase> &recent)
{
    for (const int place : m_places)
        std::fill_n(
            m_recent.begin() + place * static_cast<std::ptrdiff_t>(m_lengths), m_lengths, 0);
    m_places.clear();
    for (Circle &circle : m_states) {
        circle.hits.clear();
        circle.recent = 0;
    }
    for (const ScanCase &each : recent) {
        int *const counts = m_recent.data() + static_cast<std::size_t>(each.location) * m_lengths;
        if (counts[m_lengths - 1] == 0)
            m_places.push_back(each.location);
        for (auto length = static_cast<std::size_t>(each.age); length < m_lengths; ++length)
            ++counts[length];
    }
    for (const int place : m_places) {
        const int cases = m_recent[(static_cast<std::size_t>(place) + 1) * m_lengths - 1];
        for (auto at = m_circles.placesBegin(place); at != m_circles.placesEnd(place); ++at) {
            Circle &circle = m_states[static_cast<std::size_t>(at->centre)];
            circle.hits.push_back(at->at);
            circle.recent += cases;
        }
    }
}

/// @return as many neighbours as may be inside, up to `upTo`.
int Search::fill(int circle, int upTo)
{
    Circle &state = m_states[static_cast<std::size_t>(circle)];
    const auto *const neighbours = m_circles.begin(circle);
    float *row = m_expected.data() + m_circles.index(neighbours + state.filled) * m_width;
    const int most = static_cast<int>(m_options.largestShare * m_all);
    int filled = state.filled;
    int cases = state.cases;
    for (; filled < upTo && !state.full; ++filled) {
        const auto location = static_cast<std::size_t>(neighbours[filled].location);
        if (cases + m_cases[location] > most) {
            state.full = true;
            break;
        }
        cases += m_cases[location];
        if (m_part.empty())
            *row++ = static_cast<float>(cases);
        else
            row = addParts(static_cast<std::size_t>(circle), location, row);
    }
    state.filled = filled;
    state.cases = cases;
    return std::min(filled, upTo);
}

float *Search::addParts(std::size_t circle, std::size_t location, float *row)
{
    double *const sums = m_sums.data() + circle * m_width;
    for (std::size_t i = 0; i < m_width; ++i) {
        sums[i] += m_part[i * m_cases.size() + location];
        *row++ = static_cast<float>(sums[i]);
    }
    return row;
}

/// The last neighbour at the same distance: they are inside together.
int Search::edgeOf(int circle, int at) const
{
    const auto *neighbour = m_circles.begin(circle) + at;
    const auto *const last = m_circles.end(circle) - 1;
    while (neighbour != last && !(neighbour[1].distanceM > neighbour->distanceM))
        ++neighbour;
    return static_cast<int>(neighbour - m_circles.begin(circle));
}

void Search::judge(int circle, int at, Best &best)
{
    const float *const row = m_expected.data()
        + (m_circles.index(m_circles.begin(circle)) + static_cast<std::size_t>(at)) * m_width;
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
    Circle &state = m_states[static_cast<std::size_t>(circle)];
    if (state.recent < m_options.leastCases)
        return;
    std::sort(state.hits.begin(), state.hits.end());
    const int end = fill(circle, edgeOf(circle, state.hits.back()) + 1);
    std::fill(m_inside.begin(), m_inside.end(), 0);
    for (std::size_t i = 0; i < state.hits.size() && state.hits[i] < end; ++i) {
        const auto location =
            static_cast<std::size_t>(m_circles.begin(circle)[state.hits[i]].location);
        for (std::size_t length = 0; length < m_lengths; ++length)
            m_inside[length] += m_recent[location * m_lengths + length];
        const int edge = std::min(edgeOf(circle, state.hits[i]), end - 1);
        if (i + 1 == state.hits.size() || state.hits[i + 1] > edge)
            judge(circle, edge, best);
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
    for (int at = 0; at <= best.neighbour; ++at, ++neighbour) {
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
