// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/hotspot_scores.h"
#include "safety/risk_model.h"

namespace belvedere {

/// Ways to say where the next incidents will be. The names are those of `hotspots --method`.
enum class HotspotMethod {
    Count, ///< "count": all incidents so far
    Count90, ///< "count-90d"
    Count28, ///< "count-28d"
    Kde, ///< "kde": smoothed, the last 365 days
    StKde, ///< "st-kde": smoothed, recent ones weigh more
    Risk ///< "risk": RiskModel
};

inline constexpr HotspotMethod kHotspotMethods[] = {HotspotMethod::Count, HotspotMethod::Count90,
    HotspotMethod::Count28, HotspotMethod::Kde, HotspotMethod::StKde, HotspotMethod::Risk};

[[nodiscard]] QString hotspotMethodName(HotspotMethod method);
/// @return Errc::Usage that lists the names.
[[nodiscard]] Result<HotspotMethod> hotspotMethodNamed(const QString &name);

struct HotspotSpec
{
    AreaSpec area; ///< `trainedUntil` is set to the first test week
    QString type; ///< incidentType(); empty = all
    int weeks = 13; ///< that are scored, the last ones
    QTimeZone zone = QTimeZone::utc(); ///< weeks end with its midnight after the last incident
    std::vector<HotspotMethod> methods = {std::begin(kHotspotMethods), std::end(kHotspotMethods)};
    std::optional<double> bandwidthM; ///< of kde and st-kde; absent = 1 and 0.7 cells
    double halfLifeDays = 90.0; ///< of st-kde
    std::uint64_t seed = 1;
};

/// How well the probabilities of the risk model fit what came.
struct RiskCalibration
{
    struct Bin
    {
        double forecast = 0.0; ///< mean P(y > 0)
        double observed = 0.0; ///< share of cell-weeks with an incident
        qint64 count = 0; ///< cell-weeks
    };
    std::vector<Bin> bins; ///< by P(y > 0), ascending
    double deviance = 0.0; ///< mean Poisson deviance, 2 Σ [y ln(y/μ) - (y - μ)] / n
    double countDeviance = 0.0; ///< the same of the mean of all weeks so far
    double coverage80 = 0.0; ///< share of counts from the 10 % to the 90 % quantile
    /// What the model says that share is: above 0.8, because counts come whole.
    double promised80 = 0.0;
    double forecastSum = 0.0; ///< expected in all
    double observedSum = 0.0;
};

struct MethodScore
{
    HotspotMethod method = HotspotMethod::Count;
    RankingScore score;
    std::vector<ShareDifference> againstCount; ///< empty for Count itself
};

struct HotspotStudy
{
    CellIncidents incidents; ///< in their cells
    ScoreSpec scoring;
    std::vector<MethodScore> methods;
    std::optional<RiskSpec> risk; ///< chosen on validation weeks before the test weeks
    std::optional<RiskCalibration> calibration;
};

/// Compares the methods on the same cells and weeks. Count is always among them.
/// @return as placeIncidents() and scoreRanking(); Errc::NotFound for an unknown type.
[[nodiscard]] Result<HotspotStudy> studyHotspots(
    const IncidentTable &table, const HotspotSpec &spec, const TaskContext &context = {});

/// What a method shows for the time after a moment.
struct HotspotSurface
{
    HotspotMethod method = HotspotMethod::Count;
    UtcMs from = 0;
    /// Incidents expected in the week for Risk, incidents so far (smoothed or not) for the others.
    std::vector<double> values; ///< [cells]
    std::vector<ExpectedCount> risk; ///< [cells] of the week; empty unless Risk
};

/// @return as studyHotspots().
[[nodiscard]] Result<HotspotSurface> hotspotSurface(const CellIncidents &incidents,
    HotspotMethod method, const HotspotSpec &spec, UtcMs from, const TaskContext &context = {});

/// The end of the last day that the incidents reach into: what a forecast begins with.
[[nodiscard]] UtcMs endOfIncidents(const IncidentTable &table, const QTimeZone &zone);

} // namespace belvedere
