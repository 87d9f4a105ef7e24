// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/calendar_chart.h"
#include "charts/polar_chart.h"
#include "charts/scatter_chart.h"
#include "charts/trend_chart.h"
#include "charts/variation_chart.h"

namespace belvedere::ui {

/// Six classes in the colours of an index, ends at 50, 100, 150, 200, 300 and none.
[[nodiscard]] std::vector<ValueClass> sampleClasses(bool longWords = false);
/// Two years and a half from 1 March 2013, some days missing.
[[nodiscard]] std::shared_ptr<CalendarData> sampleCalendar(bool classes, bool longWords = false);
[[nodiscard]] std::shared_ptr<VariationData> sampleVariation(
    VariationData::Cycle cycle, int curves, bool longWords = false);
[[nodiscard]] std::shared_ptr<PolarData> samplePolar(PolarData::Kind kind, bool longWords = false);
/// Five years of months with a winter maximum, falling by 3 a year.
[[nodiscard]] std::shared_ptr<TrendData> sampleTrend(bool longWords = false);
[[nodiscard]] std::shared_ptr<ScatterData> sampleScatter(int pairs, bool longWords = false);

} // namespace belvedere::ui
