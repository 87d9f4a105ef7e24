// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"

#include <QJsonObject>

#include <array>
#include <vector>

namespace belvedere {

/// What came of alarms.
struct EventCounts
{
    qint64 hits = 0;
    qint64 misses = 0;
    qint64 falseAlarms = 0;
    qint64 correctNegatives = 0;

    /// Critical success index: hits / (hits + misses + false alarms). NaN without any of them.
    [[nodiscard]] double csi() const;
    /// Probability of detection: hits / (hits + misses).
    [[nodiscard]] double pod() const;
    /// False alarm ratio: false alarms / (hits + false alarms); not the rate of false alarms.
    [[nodiscard]] double far() const;
    /// Frequency bias: alarms / events; above 1 = too many alarms.
    [[nodiscard]] double bias() const;
};

/// Scores of a forecast of "above a limit" (Wilks, "Statistical methods in the atmospheric
/// sciences", chapter on forecast verification).
struct EventFigures
{
    EventCounts counts;
    /// Mean squared error of the exceedance probability; 0 is best. NaN if nothing was observed.
    double brier = 0.0;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static EventFigures fromJson(const QJsonObject &json);
};

struct EventMetrics
{
    double above = 0.0; ///< the limit, in the channel's unit; equal is not above
    /// An alarm is an exceedance probability of at least this. [horizon]
    std::vector<double> alarmAt;
    EventFigures all;
    std::vector<EventFigures> horizons; ///< [horizon]

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static EventMetrics fromJson(const QJsonObject &json);
};

/// Collects forecasts and truths for one limit, for every probability at which an alarm might be
/// given at once.
class EventScore
{
public:
    EventScore(const ForecastShape &shape, double above);

    [[nodiscard]] double above() const { return m_above; }
    /// @param truth     [horizon, N], NaN = missing
    /// @param forecast  [horizon, N, quantiles]; NaN = no answer, left out
    void add(const float *truth, const float *forecast, int siteCount);
    /// From which probability on an alarm promises the highest CSI, in hundredths: CSI / (1 + CSI)
    /// of the highest that any probability had (Lipton et al. 2014), for each step that of it and
    /// those nearly as far ahead. To be chosen on validation data and used on others; unlike the
    /// probability that happened to do best there it hardly depends on the season. 0.5 without
    /// events. [horizon]
    [[nodiscard]] std::vector<double> bestAlarms() const;
    /// @param alarmAt  [horizon]
    [[nodiscard]] EventMetrics metrics(const std::vector<double> &alarmAt) const;

private:
    static constexpr int kBins = 100;
    struct Step
    {
        /// By exceedance probability in hundredths, rounded down.
        std::array<qint64, kBins + 1> events{};
        std::array<qint64, kBins + 1> others{};
        double squares = 0.0;

        Step &operator+=(const Step &other);
        [[nodiscard]] EventCounts counts(int fromBin) const;
    };
    [[nodiscard]] static double highestCsi(const Step &step);

    std::vector<double> m_levels;
    double m_above;
    std::vector<Step> m_steps; // [horizon]
};

} // namespace belvedere
