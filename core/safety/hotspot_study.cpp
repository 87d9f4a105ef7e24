// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/hotspot_study.h"

#include "safety/kernel_density.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kKdeCells = 1.0;
constexpr double kStKdeCells = 0.7;
constexpr double kKdeDays = 365.0;
constexpr int kCalibrationBins = 10;

TimeRange lastDays(double days, UtcMs now)
{
    return {now - static_cast<UtcMs>(days * kMsPerDay), now};
}

Result<int> typeOf(const CellIncidents &incidents, const QString &type)
{
    if (type.isEmpty())
        return kAllTypes;
    const int index = incidents.typeIndex(type);
    if (index >= 0)
        return index;
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "There are no incidents of type \"%1\". There is: %2."),
        {type, incidents.types.join(QStringLiteral(", "))});
}

std::vector<double> meansOf(const std::vector<ExpectedCount> &counts)
{
    std::vector<double> means;
    means.reserve(counts.size());
    for (const ExpectedCount &count : counts)
        means.push_back(count.mean);
    return means;
}

/// Surfaces of one study; what the risk model needs is chosen once, before the first test week.
class Surfaces
{
public:
    Surfaces(const CellIncidents &incidents, const HotspotSpec &spec, int type)
        : m_incidents(incidents)
        , m_spec(spec)
        , m_type(type)
    {
    }

    [[nodiscard]] Result<std::vector<double>> at(
        UtcMs now, HotspotMethod method, const RiskSpec &risk, const TaskContext &context) const
    {
        TimeRange past;
        past.to = now;
        const double cellM = m_incidents.area.grid().cellM();
        switch (method) {
        case HotspotMethod::Count:
            return countMap(m_incidents, past, m_type);
        case HotspotMethod::Count90:
            return countMap(m_incidents, lastDays(90.0, now), m_type);
        case HotspotMethod::Count28:
            return countMap(m_incidents, lastDays(28.0, now), m_type);
        case HotspotMethod::Kde:
            return kernelDensity(m_incidents,
                {m_spec.bandwidthM.value_or(kKdeCells * cellM), KernelEdge::Corrected, 0.0},
                lastDays(kKdeDays, now), m_type);
        case HotspotMethod::StKde:
            return kernelDensity(m_incidents,
                {m_spec.bandwidthM.value_or(kStKdeCells * cellM), KernelEdge::Corrected,
                    m_spec.halfLifeDays},
                past, m_type);
        case HotspotMethod::Risk: {
            BV_TRY(const RiskModel model, RiskModel::fit(m_incidents, now, risk, m_type, context));
            return model.urgency();
        }
        }
        return std::vector<double>();
    }

private:
    const CellIncidents &m_incidents;
    const HotspotSpec &m_spec;
    int m_type;
};

double halfDeviance(double count, double mean)
{
    const double safe = std::max(mean, 1e-9);
    return (count > 0.0 ? count * std::log(count / safe) : 0.0) - (count - safe);
}

/// Collects how forecasts of cell-weeks came true.
class Calibration
{
public:
    void add(const std::vector<ExpectedCount> &forecast, const std::vector<double> &countRate,
        const std::vector<double> &counts)
    {
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const ExpectedCount &expected = forecast[i];
            const auto count = static_cast<int>(counts[i]);
            const int low = expected.quantile(0.1);
            const int high = expected.quantile(0.9);
            for (int inside = low; inside <= high; ++inside)
                m_promised += expected.probability(inside);
            m_covered += count >= low && count <= high ? 1.0 : 0.0;
            m_result.deviance += 2.0 * halfDeviance(counts[i], expected.mean);
            m_result.countDeviance += 2.0 * halfDeviance(counts[i], countRate[i]);
            m_result.forecastSum += expected.mean;
            m_result.observedSum += counts[i];
            m_chances.emplace_back(expected.atLeastOne, count > 0);
        }
    }

    [[nodiscard]] RiskCalibration result()
    {
        const double n = std::max<double>(1.0, static_cast<double>(m_chances.size()));
        m_result.deviance /= n;
        m_result.countDeviance /= n;
        m_result.coverage80 = m_covered / n;
        m_result.promised80 = m_promised / n;
        // Bins of equal numbers: most cell-weeks have a small chance.
        std::sort(m_chances.begin(), m_chances.end());
        for (int bin = 0; bin < kCalibrationBins; ++bin)
            addBin(m_chances.size() * static_cast<std::size_t>(bin) / kCalibrationBins,
                m_chances.size() * static_cast<std::size_t>(bin + 1) / kCalibrationBins);
        return m_result;
    }

private:
    void addBin(std::size_t begin, std::size_t end)
    {
        RiskCalibration::Bin bin;
        for (std::size_t i = begin; i < end; ++i) {
            bin.forecast += m_chances[i].first;
            bin.observed += m_chances[i].second ? 1.0 : 0.0;
            ++bin.count;
        }
        if (bin.count == 0)
            return;
        bin.forecast /= static_cast<double>(bin.count);
        bin.observed /= static_cast<double>(bin.count);
        m_result.bins.push_back(bin);
    }

    RiskCalibration m_result;
    double m_covered = 0.0;
    double m_promised = 0.0;
    std::vector<std::pair<double, bool>> m_chances;
};

Result<RiskCalibration> calibrate(const CellIncidents &incidents, const ScoreSpec &scoring,
    const RiskSpec &risk, const TaskContext &context)
{
    Calibration calibration;
    const UtcMs begin = incidents.span().from;
    for (int week = 0; week < scoring.weeks; ++week) {
        const UtcMs now = scoring.weekStart(week);
        BV_TRY(const RiskModel model, RiskModel::fit(incidents, now, risk, scoring.type, context));
        TimeRange past;
        past.to = now;
        std::vector<double> rate = countMap(incidents, past, scoring.type);
        const double weeks = static_cast<double>(now - begin) / (7.0 * kMsPerDay);
        for (double &count : rate)
            count /= weeks;
        calibration.add(
            model.expected(), rate, countMap(incidents, {now, now + 7 * kMsPerDay}, scoring.type));
    }
    return calibration.result();
}

/// One line of progress for all methods, not one for each.
class StudyProgress
{
public:
    StudyProgress(const TaskContext &context, std::size_t steps)
        : m_outer(context)
        , m_inner(context)
        , m_steps(static_cast<qint64>(steps))
    {
        m_inner.progress = [](qint64, qint64, const QString &) {};
    }
    [[nodiscard]] const TaskContext &context() const { return m_inner; }
    void done(const QString &what) { m_outer.progress(++m_done, m_steps, what); }

private:
    const TaskContext &m_outer;
    TaskContext m_inner;
    qint64 m_steps;
    qint64 m_done = 0;
};

Result<> scoreMethods(HotspotStudy &study, const Surfaces &surfaces,
    const std::vector<HotspotMethod> &methods, StudyProgress &progress)
{
    for (const HotspotMethod method : methods) {
        const Ranker ranker = [&](UtcMs now) {
            return surfaces.at(now, method, study.risk.value_or(RiskSpec()), progress.context());
        };
        BV_TRY(RankingScore score,
            scoreRanking(study.incidents, ranker, study.scoring, progress.context()));
        MethodScore scored{method, std::move(score), {}};
        if (!study.methods.empty()) {
            BV_TRY(scored.againstCount,
                pairedDifference(scored.score, study.methods.front().score,
                    study.incidents.area.size(), study.scoring));
        }
        study.methods.push_back(std::move(scored));
        progress.done(hotspotMethodName(method));
    }
    return {};
}

struct MethodName
{
    HotspotMethod method;
    const char *name;
};

constexpr MethodName kNames[] = {{HotspotMethod::Count, "count"},
    {HotspotMethod::Count90, "count-90d"}, {HotspotMethod::Count28, "count-28d"},
    {HotspotMethod::Kde, "kde"}, {HotspotMethod::StKde, "st-kde"}, {HotspotMethod::Risk, "risk"}};

} // namespace

QString hotspotMethodName(HotspotMethod method)
{
    for (const MethodName &known : kNames) {
        if (known.method == method)
            return QString::fromLatin1(known.name);
    }
    return {};
}

Result<HotspotMethod> hotspotMethodNamed(const QString &name)
{
    QStringList names;
    for (const MethodName &known : kNames) {
        if (name == QLatin1String(known.name))
            return known.method;
        names += QString::fromLatin1(known.name);
    }
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error", "There is no method \"%1\". Choose one of %2."),
        {name, names.join(QStringLiteral(", "))});
}

Result<HotspotStudy> studyHotspots(
    const IncidentTable &table, const HotspotSpec &spec, const TaskContext &context)
{
    HotspotStudy study;
    study.scoring.end = endOfIncidents(table, spec.zone);
    study.scoring.weeks = spec.weeks;
    study.scoring.seed = spec.seed;
    AreaSpec area = spec.area;
    area.trainedUntil = study.scoring.weekStart(0);
    BV_TRY(study.incidents, placeIncidents(table, area, context));
    BV_TRY(study.scoring.type, typeOf(study.incidents, spec.type));

    std::vector<HotspotMethod> methods = {HotspotMethod::Count}; // what the others are held against
    for (const HotspotMethod method : spec.methods) {
        if (std::find(methods.begin(), methods.end(), method) == methods.end())
            methods.push_back(method);
    }
    const bool risk =
        std::find(methods.begin(), methods.end(), HotspotMethod::Risk) != methods.end();
    StudyProgress progress(context, methods.size() + (risk ? 2 : 0));
    if (risk) {
        BV_TRY(study.risk,
            RiskModel::tuned(study.incidents, study.scoring.weekStart(0), spec.zone,
                study.scoring.type, kValidationWeeks, progress.context()));
        progress.done(hotspotMethodName(HotspotMethod::Risk));
    }
    const Surfaces surfaces(study.incidents, spec, study.scoring.type);
    BV_TRY_VOID(scoreMethods(study, surfaces, methods, progress));
    if (risk) {
        BV_TRY(study.calibration,
            calibrate(study.incidents, study.scoring, *study.risk, progress.context()));
        progress.done(hotspotMethodName(HotspotMethod::Risk));
    }
    return study;
}

Result<HotspotSurface> hotspotSurface(const CellIncidents &incidents, HotspotMethod method,
    const HotspotSpec &spec, UtcMs from, const TaskContext &context)
{
    BV_TRY(const int type, typeOf(incidents, spec.type));
    HotspotSurface surface;
    surface.method = method;
    surface.from = from;
    if (method != HotspotMethod::Risk) {
        BV_TRY(
            surface.values, Surfaces(incidents, spec, type).at(from, method, RiskSpec(), context));
        return surface;
    }
    BV_TRY(const RiskSpec risk,
        RiskModel::tuned(incidents, from, spec.zone, type, kValidationWeeks, context));
    BV_TRY(const RiskModel model, RiskModel::fit(incidents, from, risk, type, context));
    surface.risk = model.expected();
    surface.values = meansOf(surface.risk);
    return surface;
}

UtcMs endOfIncidents(const IncidentTable &table, const QTimeZone &zone)
{
    const auto latest = std::max_element(table.incidents.begin(), table.incidents.end(),
        [](const Incident &a, const Incident &b) { return a.from < b.from; });
    if (latest == table.incidents.end())
        return 0;
    const QDate day = QDateTime::fromMSecsSinceEpoch(latest->from, zone).date();
    return day.addDays(1).startOfDay(zone).toMSecsSinceEpoch();
}

} // namespace belvedere
