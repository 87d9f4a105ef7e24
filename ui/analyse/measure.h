// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "training/forecast_metrics.h"

#include <optional>

namespace belvedere::ui {

/// A figure by which forecasts are compared.
enum class Measure { Mae, Rmse, Mape, Wape, Coverage };

/// NaN where nothing was observed.
[[nodiscard]] double valueOf(const ErrorFigures &figures, Measure measure);

/// How far `value` is from the ideal: the value itself for an error, the distance to the nominal
/// share for coverage. Smaller is better.
[[nodiscard]] double badness(double value, Measure measure);

/// Share of truth that the band between the lowest and the highest quantile should hold.
[[nodiscard]] double nominalCoverage();

/// Position of the best of `values`, NaN left out; absent if nothing was measured or two
/// share the first place.
[[nodiscard]] std::optional<std::size_t> bestOf(const std::vector<double> &values, Measure measure);

/// By how much `value` undercuts `reference`, as a share of it; negative = it is worse. Absent
/// for coverage, and where either is missing or the reference is zero.
[[nodiscard]] std::optional<double> gainOver(double value, double reference, Measure measure);

} // namespace belvedere::ui
