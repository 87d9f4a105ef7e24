// SPDX-License-Identifier: GPL-3.0-or-later
// ui/environment shows air and noise: indices by station, interpolated surfaces, noise levels, and
// the charts of the profession. What it computes is core/environment's; it runs on the pools.
#pragma once

#include "city/lon_lat_box.h"
#include "data/store/store.h"
#include "environment/air_quality_index.h"
#include "environment/place_values.h"

#include <memory>
#include <optional>
#include <vector>

namespace belvedere::ui {

/// A data set of air or noise as the screens work with it. Immutable.
struct EnvironmentSet
{
    Dataset dataset;
    std::shared_ptr<const Series> series;
    QStringList pollutants; ///< keys of channels, in the order of pollutantKeys()
    QString level; ///< key of the channel of sound levels; empty = none
    std::vector<AirSeries> air; ///< [sites]; empty without pollutants

    [[nodiscard]] int siteCount() const { return int(dataset.sites.size()); }
    /// "µg/m³"
    [[nodiscard]] QString unitOf(const QString &channel) const;
    /// [sites] of a channel at a step; NaN = missing or suspect, or no such step.
    [[nodiscard]] std::vector<float> valuesAt(const QString &channel, int step) const;
};

/// The data sets of the environment, by name.
struct EnvironmentData
{
    std::vector<std::shared_ptr<const EnvironmentSet>> sets;

    /// Null if there is none of that name.
    [[nodiscard]] std::shared_ptr<const EnvironmentSet> set(const QString &name) const;
    /// With pollutants, or with sound levels.
    [[nodiscard]] QStringList names(bool noise) const;
};

/// Data sets with pollutants or sound levels; others are left out.
/// @return Errc::Cancelled
[[nodiscard]] Result<std::shared_ptr<const EnvironmentData>> loadEnvironment(
    const Store &store, const TaskContext &context);

/// Steps [from, to] of a series, clipped to what there is.
[[nodiscard]] AirSeries trimmed(const AirSeries &series, int from, int to);
/// Times [from, to) of one place, clipped to what there is.
[[nodiscard]] PlaceValues within(const PlaceValues &whole, UtcMs from, UtcMs to);

/// Days since 1970-01-01 of the local day, and its beginning.
[[nodiscard]] int localDay(UtcMs time, const QTimeZone &zone);
[[nodiscard]] UtcMs beginOfDay(int day, const QTimeZone &zone);
[[nodiscard]] QDate dateOf(int day);

} // namespace belvedere::ui
