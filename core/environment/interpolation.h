// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "environment/variogram.h"

#include <cstdint>
#include <list>
#include <span>
#include <variant>
#include <vector>

namespace belvedere {

/// Inverse distance weighting, Shepard 1968.
struct InverseDistance
{
    double power = 2.0;
    int nearest = 0; ///< how many stations count; 0 = all
};

/// Ordinary kriging. A station's own value is met exactly; the nugget is variation at short
/// distances, as in gstat.
struct OrdinaryKriging
{
    Variogram variogram;
    int nearest = 0;
    /// The variogram only gives shape and share of the nugget: its sill is fitted to the values of
    /// each time (mean squared difference of pairs). Predictions do not change, standard errors
    /// do.
    bool sillFromValues = true;
    /// What usualSill() gives; 0 = not known. A quarter of each time's sill is the usual one: in
    /// calm hours the stations may all but agree, and their contrast alone would promise an error
    /// of nearly nothing.
    double usualSill = 0.0;
};

using InterpolationMethod = std::variant<InverseDistance, OrdinaryKriging>;

/// @return Errc::Usage naming what makes no sense: a power or range that is not positive, a
/// negative nugget.
[[nodiscard]] Result<> checkInterpolation(const InterpolationMethod &method);

/// Mean over all times by how much the differences of the values exceed what the variogram says.
/// @param values  [T, N], NaN = missing. @return 0 if nothing was measured
[[nodiscard]] double usualSill(
    const std::vector<PointM> &stations, const Variogram &variogram, std::span<const float> values);

/// Kriging with the variogram that fits the values of all times.
struct FittedKriging
{
    OrdinaryKriging kriging; ///< sill 1, scaled to the values of each time; usual sill set
    bool fitted = false; ///< otherwise nothing fitted, and it is 60 km with 5 % nugget
    std::vector<VariogramBin> bins; ///< what it was fitted to: standardised, pooled over time
};
/// Exponential; pairs up to four fifths of the longest distance.
/// @param values  [T, N], NaN = missing
[[nodiscard]] FittedKriging fitKriging(
    const std::vector<PointM> &stations, std::span<const float> values);

/// Cells in rows from south to north, a row from west to east.
struct SurfaceGrid
{
    PointM origin; ///< south-western corner of the south-western cell
    double cellM = 1000.0;
    int columns = 0;
    int rows = 0;

    friend bool operator==(const SurfaceGrid &a, const SurfaceGrid &b)
    {
        return a.origin == b.origin && a.cellM == b.cellM && a.columns == b.columns
            && a.rows == b.rows;
    }

    [[nodiscard]] std::size_t size() const
    {
        return static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows);
    }
    [[nodiscard]] PointM centre(int column, int row) const
    {
        return {origin.x + (column + 0.5) * cellM, origin.y + (row + 0.5) * cellM};
    }
};

/// The box of the stations with a margin, in about `cells` cells.
[[nodiscard]] SurfaceGrid gridAround(
    const std::vector<PointM> &stations, double marginM, int cells = 10000);

/// An interpolated field.
struct Surface
{
    SurfaceGrid grid;
    std::vector<float> values; ///< [rows, columns]; NaN everywhere with fewer than 2 stations
    std::vector<float> standardErrors; ///< of kriging; empty for inverse distances
    int stations = 0; ///< that reported
};

/// Errors of a station's value as it would have been interpolated from the others; unit of the
/// values. NaN where nothing was compared.
struct InterpolationFigures
{
    qint64 count = 0;
    double meanError = 0.0; ///< prediction - observation: above 0 = too high
    double rmse = 0.0;
    double mae = 0.0;
    double r2 = 0.0; ///< 1 - squares of errors / squares about the mean of the observations
    double correlation = 0.0;
    double zMean = 0.0; ///< of (observation - prediction) / standard error; kriging only
    double zRms = 0.0; ///< near 1 if the standard errors are right
};

/// Sums from which the figures come, so that parts can be added.
struct InterpolationSums
{
    qint64 count = 0;
    double error = 0.0;
    double absolute = 0.0;
    double squares = 0.0;
    double observed = 0.0;
    double observedSquares = 0.0;
    double predicted = 0.0;
    double predictedSquares = 0.0;
    double product = 0.0;
    qint64 standardised = 0;
    double z = 0.0;
    double zSquares = 0.0;

    /// @param standardError  NaN or 0 = unknown
    void add(double observation, double prediction, double standardError);
    InterpolationSums &operator+=(const InterpolationSums &other);
    [[nodiscard]] InterpolationFigures figures() const;
};

struct LeaveOneOut
{
    std::vector<InterpolationFigures> stations; ///< [N]
    InterpolationFigures pooled;
};

/// Interpolates between fixed stations, time after time. Weights depend only on positions and on
/// which stations report, so they are kept for each such set. One thread at a time.
class StationInterpolator
{
public:
    /// @param method  checked by checkInterpolation().
    StationInterpolator(std::vector<PointM> stations, InterpolationMethod method);

    struct Prediction
    {
        double value = 0.0; ///< NaN if no station reports
        double standardError = 0.0; ///< NaN for inverse distances
    };

    [[nodiscard]] const std::vector<PointM> &stations() const { return m_stations; }
    [[nodiscard]] const InterpolationMethod &method() const { return m_method; }

    /// @param values  [N], NaN = does not report
    [[nodiscard]] Prediction predict(PointM at, std::span<const float> values) const;
    /// @return Errc::Cancelled
    [[nodiscard]] Result<Surface> surface(
        const SurfaceGrid &grid, std::span<const float> values, const TaskContext &context = {});
    /// Each station from the others at one time. @return [N], NaN where it does not report.
    [[nodiscard]] std::vector<Prediction> leaveOneOut(std::span<const float> values);
    /// Each station from the others over all times: the variogram stays as it is.
    /// @param values  [T, N]. @return Errc::Cancelled
    [[nodiscard]] Result<LeaveOneOut> leaveOneOut(
        std::span<const float> values, const TaskContext &context);

private:
    using Mask = std::vector<bool>; // [N]: reports
    class Solver;

    /// How values come from those of the stations, for one mask and many targets.
    struct WeightTable
    {
        Mask mask;
        SurfaceGrid grid; // of a surface; empty for leave-one-out
        std::vector<std::size_t> begin = {0}; // [targets + 1]
        std::vector<std::int32_t> station;
        std::vector<double> weight; // sum 1 a target
        std::vector<double> variance; // [targets], with the variogram's own sill

        void add(const std::vector<std::int32_t> &stations, const std::vector<double> &weights,
            double errorVariance);
        [[nodiscard]] double value(std::size_t target, std::span<const float> values) const;
        [[nodiscard]] std::size_t bytes() const;
    };

    [[nodiscard]] const WeightTable *kept(const Mask &mask, const SurfaceGrid &grid);
    const WeightTable &keep(WeightTable table);
    [[nodiscard]] const WeightTable &leaveOneOutTable(const Mask &mask);
    /// The kriging whose sill follows the values, or nullptr.
    [[nodiscard]] const OrdinaryKriging *scaledKriging() const;

    std::vector<PointM> m_stations;
    InterpolationMethod m_method;
    std::list<WeightTable> m_tables; // the latest first
    std::size_t m_bytes = 0;
};

} // namespace belvedere
