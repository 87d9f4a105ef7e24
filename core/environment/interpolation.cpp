// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/interpolation.h"

#include <Eigen/Dense>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace belvedere {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t kMostBytes = std::size_t{192} << 20;

double distanceBetween(PointM a, PointM b)
{
    return std::hypot(a.x - b.x, a.y - b.y);
}

std::vector<bool> maskOf(std::span<const float> values)
{
    std::vector<bool> mask;
    for (const float value : values)
        mask.push_back(!std::isnan(value));
    return mask;
}

/// How much larger the differences of the values are than the variogram says: with all stations,
/// and without each one of them.
class SillScale
{
public:
    SillScale(const std::vector<PointM> &stations, const OrdinaryKriging &kriging,
        std::span<const float> values)
        : m_usual(kriging.usualSill)
        , m_observed(stations.size(), 0.0)
        , m_modelled(stations.size(), 0.0)
    {
        for (std::size_t a = 0; a < stations.size(); ++a) {
            for (std::size_t b = 0; b < a && !std::isnan(values[a]); ++b) {
                if (std::isnan(values[b]))
                    continue;
                const double miss = static_cast<double>(values[a]) - static_cast<double>(values[b]);
                const double modelled =
                    kriging.variogram.semivariance(distanceBetween(stations[a], stations[b]));
                addPair(a, b, 0.5 * miss * miss, modelled);
            }
        }
    }

    [[nodiscard]] double all() const { return ratio(m_allObserved, m_allModelled); }
    [[nodiscard]] double without(std::size_t station) const
    {
        return ratio(m_allObserved - m_observed[station], m_allModelled - m_modelled[station]);
    }

private:
    void addPair(std::size_t a, std::size_t b, double observed, double modelled)
    {
        m_allObserved += observed;
        m_allModelled += modelled;
        for (const std::size_t station : {a, b}) {
            m_observed[station] += observed;
            m_modelled[station] += modelled;
        }
    }
    [[nodiscard]] double ratio(double observed, double modelled) const
    {
        constexpr double kUsualShare = 0.25;
        if (modelled <= 0.0)
            return m_usual > 0.0 ? m_usual : kNan;
        const double own = std::max(0.0, observed) / modelled;
        return m_usual > 0.0 ? (1.0 - kUsualShare) * own + kUsualShare * m_usual : own;
    }

    double m_usual;
    std::vector<double> m_observed;
    std::vector<double> m_modelled;
    double m_allObserved = 0.0;
    double m_allModelled = 0.0;
};

} // namespace

Result<> checkInterpolation(const InterpolationMethod &method)
{
    if (const auto *const inverse = std::get_if<InverseDistance>(&method)) {
        if (!(inverse->power > 0.0 && inverse->power <= 16.0))
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP(
                    "Error", "The power of distance is %1. Give one above 0, up to 16."),
                {QString::number(inverse->power)});
        return {};
    }
    const Variogram &variogram = std::get<OrdinaryKriging>(method).variogram;
    if (!(variogram.nugget >= 0.0 && variogram.partialSill >= 0.0 && variogram.sill() > 0.0
            && std::isfinite(variogram.sill())))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Nugget %1 and partial sill %2 make no variogram: both must be 0 or more, and not "
                "both 0."),
            {QString::number(variogram.nugget), QString::number(variogram.partialSill)});
    if (!(variogram.rangeM > 0.0 && std::isfinite(variogram.rangeM)))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "The range of the variogram is %1 m. Give one above 0."),
            {QString::number(variogram.rangeM)});
    return {};
}

double usualSill(
    const std::vector<PointM> &stations, const Variogram &variogram, std::span<const float> values)
{
    OrdinaryKriging kriging;
    kriging.variogram = variogram;
    double sum = 0.0;
    int times = 0;
    for (std::size_t at = 0; at + stations.size() <= values.size() && !stations.empty();
         at += stations.size()) {
        const double own = SillScale(stations, kriging, values.subspan(at, stations.size())).all();
        if (std::isnan(own))
            continue;
        sum += own;
        ++times;
    }
    return times > 0 ? sum / times : 0.0;
}

SurfaceGrid gridAround(const std::vector<PointM> &stations, double marginM, int cells)
{
    if (stations.empty())
        return {};
    PointM low = stations.front();
    PointM high = stations.front();
    for (const PointM &station : stations) {
        low = {std::min(low.x, station.x), std::min(low.y, station.y)};
        high = {std::max(high.x, station.x), std::max(high.y, station.y)};
    }
    const double width = std::max(1.0, high.x - low.x + 2.0 * marginM);
    const double height = std::max(1.0, high.y - low.y + 2.0 * marginM);
    SurfaceGrid grid;
    grid.cellM = std::sqrt(width * height / std::max(1, cells));
    grid.columns = static_cast<int>(std::ceil(width / grid.cellM));
    grid.rows = static_cast<int>(std::ceil(height / grid.cellM));
    grid.origin = {0.5 * (low.x + high.x - grid.columns * grid.cellM),
        0.5 * (low.y + high.y - grid.rows * grid.cellM)};
    return grid;
}

/// Weights for the stations of one mask.
class StationInterpolator::Solver
{
public:
    struct Weights
    {
        std::vector<std::int32_t> station;
        std::vector<double> weight;
        double variance = kNan;
    };

    Solver(const std::vector<PointM> &stations, const InterpolationMethod &method, const Mask &mask)
        : m_stations(stations)
        , m_method(method)
    {
        for (std::size_t i = 0; i < mask.size(); ++i) {
            if (mask[i])
                m_reporting.push_back(static_cast<std::int32_t>(i));
        }
    }

    [[nodiscard]] Weights at(PointM target)
    {
        if (m_reporting.empty())
            return {};
        if (std::holds_alternative<InverseDistance>(m_method))
            return inverseDistance(target, nearest(target, m_reporting, -1));
        if (!isGlobal(m_reporting.size()))
            return kriging(target, nearest(target, m_reporting, -1));
        if (!m_global)
            m_global.emplace(matrix(m_reporting));
        return solve(*m_global, target, m_reporting);
    }

    [[nodiscard]] std::vector<Weights> leaveOneOut()
    {
        std::vector<Weights> all;
        if (!std::holds_alternative<InverseDistance>(m_method) && isGlobal(m_reporting.size() - 1)
            && m_reporting.size() > 1)
            return leaveOneOutOfAll();
        for (const std::int32_t station : m_reporting) {
            const PointM target = m_stations[static_cast<std::size_t>(station)];
            const std::vector<std::int32_t> others = nearest(target, m_reporting, station);
            if (others.empty())
                all.emplace_back();
            else if (std::holds_alternative<InverseDistance>(m_method))
                all.push_back(inverseDistance(target, others));
            else
                all.push_back(kriging(target, others));
        }
        return all;
    }

    [[nodiscard]] const std::vector<std::int32_t> &reporting() const { return m_reporting; }

private:
    using Lu = Eigen::PartialPivLU<Eigen::MatrixXd>;

    [[nodiscard]] std::size_t limit() const
    {
        const int count = std::visit([](const auto &method) { return method.nearest; }, m_method);
        return count > 0 ? static_cast<std::size_t>(count) : m_stations.size();
    }
    [[nodiscard]] bool isGlobal(std::size_t count) const { return limit() >= count; }
    [[nodiscard]] const Variogram &variogram() const
    {
        return std::get<OrdinaryKriging>(m_method).variogram;
    }

    [[nodiscard]] std::vector<std::int32_t> nearest(
        PointM target, std::vector<std::int32_t> candidates, std::int32_t excluded) const
    {
        std::erase(candidates, excluded);
        if (isGlobal(candidates.size()))
            return candidates;
        const auto nearer = [&](std::int32_t a, std::int32_t b) {
            const double first = distanceBetween(target, m_stations[static_cast<std::size_t>(a)]);
            const double second = distanceBetween(target, m_stations[static_cast<std::size_t>(b)]);
            return first != second ? first < second : a < b;
        };
        const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(limit());
        std::nth_element(candidates.begin(), end - 1, candidates.end(), nearer);
        candidates.erase(end, candidates.end());
        std::sort(candidates.begin(), candidates.end());
        return candidates;
    }

    [[nodiscard]] Weights inverseDistance(PointM target, std::vector<std::int32_t> stations) const
    {
        const double power = std::get<InverseDistance>(m_method).power;
        Weights weights;
        double sum = 0.0;
        for (const std::int32_t station : stations) {
            const double distance =
                distanceBetween(target, m_stations[static_cast<std::size_t>(station)]);
            if (distance == 0.0)
                return {{station}, {1.0}, kNan};
            weights.weight.push_back(std::pow(distance, -power));
            sum += weights.weight.back();
        }
        for (double &weight : weights.weight)
            weight /= sum;
        weights.station = std::move(stations);
        return weights;
    }

    /// Covariances of the stations, bordered by the condition that weights add up to 1.
    [[nodiscard]] Eigen::MatrixXd matrix(const std::vector<std::int32_t> &stations) const
    {
        const auto n = static_cast<Eigen::Index>(stations.size());
        Eigen::MatrixXd k = Eigen::MatrixXd::Ones(n + 1, n + 1);
        k(n, n) = 0.0;
        for (Eigen::Index a = 0; a < n; ++a) {
            k(a, a) = variogram().sill();
            for (Eigen::Index b = 0; b < a; ++b) {
                const double distance = distanceBetween(station(stations, a), station(stations, b));
                // Two stations at one place share all but the nugget; without one, a hair less,
                // so that there still is a solution.
                const double shared = distance > 0.0
                    ? variogram().covariance(distance)
                    : std::min(variogram().partialSill, (1.0 - 1e-9) * variogram().sill());
                k(a, b) = shared;
                k(b, a) = shared;
            }
        }
        return k;
    }

    [[nodiscard]] Weights kriging(PointM target, const std::vector<std::int32_t> &stations) const
    {
        return solve(Lu(matrix(stations)), target, stations);
    }

    [[nodiscard]] Weights solve(
        const Lu &lu, PointM target, const std::vector<std::int32_t> &stations) const
    {
        const auto n = static_cast<Eigen::Index>(stations.size());
        Eigen::VectorXd right(n + 1);
        for (Eigen::Index i = 0; i < n; ++i)
            right(i) = variogram().covariance(distanceBetween(target, station(stations, i)));
        right(n) = 1.0;
        const Eigen::VectorXd solution = lu.solve(right);
        Weights weights{stations, {solution.data(), solution.data() + n}, 0.0};
        weights.variance = std::max(0.0, variogram().sill() - solution.dot(right));
        return weights;
    }

    /// From one inverse for all stations: Dubrule 1983, "Cross validation of kriging in a unique
    /// neighborhood", equations 6 and 7.
    [[nodiscard]] std::vector<Weights> leaveOneOutOfAll() const
    {
        const Eigen::MatrixXd inverse = Lu(matrix(m_reporting)).inverse();
        std::vector<Weights> all;
        const auto n = static_cast<Eigen::Index>(m_reporting.size());
        for (Eigen::Index i = 0; i < n; ++i) {
            Weights weights;
            for (Eigen::Index j = 0; j < n; ++j) {
                if (j == i)
                    continue;
                weights.station.push_back(m_reporting[static_cast<std::size_t>(j)]);
                weights.weight.push_back(-inverse(i, j) / inverse(i, i));
            }
            weights.variance = 1.0 / inverse(i, i);
            all.push_back(std::move(weights));
        }
        return all;
    }

    [[nodiscard]] PointM station(
        const std::vector<std::int32_t> &stations, Eigen::Index position) const
    {
        return m_stations[static_cast<std::size_t>(stations[static_cast<std::size_t>(position)])];
    }

    const std::vector<PointM> &m_stations;
    const InterpolationMethod &m_method;
    std::vector<std::int32_t> m_reporting;
    std::optional<Lu> m_global;
};

void StationInterpolator::WeightTable::add(const std::vector<std::int32_t> &stations,
    const std::vector<double> &weights, double errorVariance)
{
    station.insert(station.end(), stations.begin(), stations.end());
    weight.insert(weight.end(), weights.begin(), weights.end());
    variance.push_back(errorVariance);
    begin.push_back(station.size());
}

double StationInterpolator::WeightTable::value(
    std::size_t target, std::span<const float> values) const
{
    if (begin[target] == begin[target + 1])
        return kNan;
    double sum = 0.0;
    for (std::size_t i = begin[target]; i < begin[target + 1]; ++i)
        sum += weight[i] * static_cast<double>(values[static_cast<std::size_t>(station[i])]);
    return sum;
}

std::size_t StationInterpolator::WeightTable::bytes() const
{
    return station.size() * (sizeof(std::int32_t) + sizeof(double))
        + begin.size() * (sizeof(std::size_t) + sizeof(double)) + sizeof(WeightTable);
}

StationInterpolator::StationInterpolator(std::vector<PointM> stations, InterpolationMethod method)
    : m_stations(std::move(stations))
    , m_method(method)
{
}

const OrdinaryKriging *StationInterpolator::scaledKriging() const
{
    const auto *const kriging = std::get_if<OrdinaryKriging>(&m_method);
    return kriging != nullptr && kriging->sillFromValues ? kriging : nullptr;
}

StationInterpolator::Prediction StationInterpolator::predict(
    PointM at, std::span<const float> values) const
{
    const Mask mask = maskOf(values);
    const Solver::Weights weights = Solver(m_stations, m_method, mask).at(at);
    WeightTable table;
    table.add(weights.station, weights.weight, weights.variance);
    const OrdinaryKriging *const scaled = scaledKriging();
    const double scale = scaled != nullptr ? SillScale(m_stations, *scaled, values).all() : 1.0;
    return {table.value(0, values), std::sqrt(weights.variance * scale)};
}

const StationInterpolator::WeightTable *StationInterpolator::kept(
    const Mask &mask, const SurfaceGrid &grid)
{
    const auto found = std::find_if(m_tables.begin(), m_tables.end(),
        [&](const WeightTable &table) { return table.grid == grid && table.mask == mask; });
    if (found == m_tables.end())
        return nullptr;
    m_tables.splice(m_tables.begin(), m_tables, found);
    return &m_tables.front();
}

const StationInterpolator::WeightTable &StationInterpolator::keep(WeightTable table)
{
    m_bytes += table.bytes();
    m_tables.push_front(std::move(table));
    while (m_bytes > kMostBytes && m_tables.size() > 1) {
        m_bytes -= m_tables.back().bytes();
        m_tables.pop_back();
    }
    return m_tables.front();
}

Result<Surface> StationInterpolator::surface(
    const SurfaceGrid &grid, std::span<const float> values, const TaskContext &context)
{
    Surface surface;
    surface.grid = grid;
    const Mask mask = maskOf(values);
    surface.stations = static_cast<int>(std::count(mask.begin(), mask.end(), true));
    const bool kriging = std::holds_alternative<OrdinaryKriging>(m_method);
    surface.values.assign(grid.size(), kNan);
    if (kriging)
        surface.standardErrors.assign(grid.size(), kNan);
    if (surface.stations < 2)
        return surface;

    const WeightTable *table = kept(mask, grid);
    if (table == nullptr) {
        WeightTable made;
        made.mask = mask;
        made.grid = grid;
        Solver solver(m_stations, m_method, mask);
        for (int row = 0; row < grid.rows; ++row) {
            if (context.cancelled())
                return cancelledFailure();
            context.progress(row, grid.rows, {});
            for (int column = 0; column < grid.columns; ++column) {
                const Solver::Weights weights = solver.at(grid.centre(column, row));
                made.add(weights.station, weights.weight, weights.variance);
            }
        }
        table = &keep(std::move(made));
    }
    const OrdinaryKriging *const scaled = scaledKriging();
    const double scale = scaled != nullptr ? SillScale(m_stations, *scaled, values).all() : 1.0;
    for (std::size_t cell = 0; cell < grid.size(); ++cell) {
        surface.values[cell] = static_cast<float>(table->value(cell, values));
        if (kriging)
            surface.standardErrors[cell] =
                static_cast<float>(std::sqrt(table->variance[cell] * scale));
    }
    return surface;
}

const StationInterpolator::WeightTable &StationInterpolator::leaveOneOutTable(const Mask &mask)
{
    if (const WeightTable *const table = kept(mask, {}))
        return *table;
    Solver solver(m_stations, m_method, mask);
    std::vector<Solver::Weights> weights;
    if (!solver.reporting().empty())
        weights = solver.leaveOneOut();
    WeightTable table;
    table.mask = mask;
    std::size_t next = 0;
    for (std::size_t station = 0; station < mask.size(); ++station) {
        if (!mask[station]) {
            table.add({}, {}, kNan);
            continue;
        }
        table.add(weights[next].station, weights[next].weight, weights[next].variance);
        ++next;
    }
    return keep(std::move(table));
}

std::vector<StationInterpolator::Prediction> StationInterpolator::leaveOneOut(
    std::span<const float> values)
{
    const WeightTable &table = leaveOneOutTable(maskOf(values));
    std::optional<SillScale> scale;
    if (const OrdinaryKriging *const scaled = scaledKriging())
        scale.emplace(m_stations, *scaled, values);
    std::vector<Prediction> predictions;
    for (std::size_t station = 0; station < m_stations.size(); ++station) {
        const double variance = table.variance[station] * (scale ? scale->without(station) : 1.0);
        predictions.push_back({table.value(station, values), std::sqrt(variance)});
    }
    return predictions;
}

Result<LeaveOneOut> StationInterpolator::leaveOneOut(
    std::span<const float> values, const TaskContext &context)
{
    constexpr std::size_t kTimesBetweenLooks = 64;
    const std::size_t n = m_stations.size();
    const std::size_t times = n > 0 ? values.size() / n : 0;
    std::vector<InterpolationSums> sums(n);
    for (std::size_t time = 0; time < times; ++time) {
        if (time % kTimesBetweenLooks == 0) {
            if (context.cancelled())
                return cancelledFailure();
            context.progress(static_cast<qint64>(time), static_cast<qint64>(times), {});
        }
        const std::span<const float> row = values.subspan(time * n, n);
        const std::vector<Prediction> predictions = leaveOneOut(row);
        for (std::size_t station = 0; station < n; ++station)
            sums[station].add(static_cast<double>(row[station]), predictions[station].value,
                predictions[station].standardError);
    }
    LeaveOneOut result;
    InterpolationSums pooled;
    for (const InterpolationSums &one : sums) {
        result.stations.push_back(one.figures());
        pooled += one;
    }
    result.pooled = pooled.figures();
    return result;
}

} // namespace belvedere
