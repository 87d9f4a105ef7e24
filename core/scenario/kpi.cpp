// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/kpi.h"

#include <algorithm>

namespace belvedere {

namespace {

std::vector<KpiDefinition> travelKpis()
{
    using enum KpiGroup;
    using enum BetterDirection;
    static const char *const kFlows =
        QT_TRANSLATE_NOOP("Kpi", "User equilibrium (Wardrop 1952; Beckmann and others 1956)");
    static const char *const kFlowsHold = QT_TRANSLATE_NOOP("Kpi",
        "A steady state of each period: queues that grow from one period into the next are not in "
        "it.");
    return {{QStringLiteral("totalTravelTime"), QT_TRANSLATE_NOOP("Kpi", "Total travel time"),
                QStringLiteral("veh min"), Travel, Less, 0, kFlows, kFlowsHold},
        {QStringLiteral("meanTravelTime"), QT_TRANSLATE_NOOP("Kpi", "Travel time of a trip"),
            QStringLiteral("min"), Travel, Less, 2, kFlows, kFlowsHold},
        {QStringLiteral("delay"), QT_TRANSLATE_NOOP("Kpi", "Delay over free flow"),
            QStringLiteral("veh h"), Travel, Less, 1, kFlows, kFlowsHold},
        {QStringLiteral("meanSpeed"), QT_TRANSLATE_NOOP("Kpi", "Mean speed"),
            QStringLiteral("km/h"), Travel, More, 1, kFlows, kFlowsHold},
        {QStringLiteral("distance"), QT_TRANSLATE_NOOP("Kpi", "Distance driven"),
            QStringLiteral("veh km"), Travel, Less, 0, kFlows, kFlowsHold},
        {QStringLiteral("unservedTrips"), QT_TRANSLATE_NOOP("Kpi", "Trips without a route"),
            QStringLiteral("veh"), Travel, Less, 0, kFlows, kFlowsHold},
        {QStringLiteral("accessibility"), QT_TRANSLATE_NOOP("Kpi", "Destinations within reach"),
            QStringLiteral("%"), Access, More, 2,
            QT_TRANSLATE_NOOP("Kpi",
                "Cumulative opportunities: the share of all destinations within the given time, "
                "mean over the people (Hansen 1959; Vickerman 1974)"),
            QT_TRANSLATE_NOOP(
                "Kpi", "By car, between zones; a zone is as far from itself as from none.")}};
}

std::vector<KpiDefinition> airKpis()
{
    using enum KpiGroup;
    using enum BetterDirection;
    static const char *const kFactors = QT_TRANSLATE_NOOP(
        "Kpi", "Hot emission factors by mean speed and wear (EMEP/EEA guidebook 1.A.3.b)");
    static const char *const kFactorsHold = QT_TRANSLATE_NOOP("Kpi",
        "Level roads, warm engines, speeds within the curves of the vehicles; no cold start.");
    static const char *const kPlume = QT_TRANSLATE_NOOP("Kpi",
        "Line sources as Gaussian plumes (Briggs 1973; EPA-454/R-99-005), weighted by people");
    static const char *const kPlumeHold = QT_TRANSLATE_NOOP(
        "Kpi", "Flat ground within 10 km, winds from 1 m/s; canyons of streets are not in it.");
    return {{QStringLiteral("nox"), QT_TRANSLATE_NOOP("Kpi", "Nitrogen oxides emitted"),
                QStringLiteral("kg/d"), Emission, Less, 2, kFactors, kFactorsHold},
        {QStringLiteral("pm25"), QT_TRANSLATE_NOOP("Kpi", "Fine particles emitted"),
            QStringLiteral("kg/d"), Emission, Less, 3, kFactors, kFactorsHold},
        {QStringLiteral("co2"), QT_TRANSLATE_NOOP("Kpi", "Carbon dioxide emitted"),
            QStringLiteral("t/d"), Emission, Less, 2, kFactors, kFactorsHold},
        {QStringLiteral("no2Exposure"), QT_TRANSLATE_NOOP("Kpi", "Nitrogen dioxide breathed"),
            QStringLiteral("µg/m³"), Air, Less, 3,
            QT_TRANSLATE_NOOP("Kpi",
                "Line sources as Gaussian plumes (Briggs 1973), NOx to NO2 (Derwent and Middleton "
                "1996), weighted by people"),
            kPlumeHold},
        {QStringLiteral("pm25Exposure"), QT_TRANSLATE_NOOP("Kpi", "Fine particles breathed"),
            QStringLiteral("µg/m³"), Air, Less, 4, kPlume, kPlumeHold},
        {QStringLiteral("peopleAboveNo2"),
            QT_TRANSLATE_NOOP("Kpi", "People above the guideline for nitrogen dioxide"),
            QStringLiteral("people"), Air, Less, 0, kPlume, kPlumeHold},
        {QStringLiteral("peopleAbovePm25"),
            QT_TRANSLATE_NOOP("Kpi", "People above the guideline for fine particles"),
            QStringLiteral("people"), Air, Less, 0, kPlume, kPlumeHold}};
}

std::vector<KpiDefinition> safetyKpis()
{
    using enum KpiGroup;
    using enum BetterDirection;
    static const char *const kHsm = QT_TRANSLATE_NOOP("Kpi",
        "Safety performance functions (Highway Safety Manual 2010, chapter 12), crash modification "
        "factors, speed by Elvik 2009");
    static const char *const kHsmHolds = QT_TRANSLATE_NOOP("Kpi",
        "Urban and suburban arterials of North America: it ranks and compares, and needs a "
        "calibration to forecast a number.");
    static const char *const kResponse = QT_TRANSLATE_NOOP("Kpi",
        "Quickest routes at the times of loaded roads from the nearest station, mean over people");
    static const char *const kResponseHolds =
        QT_TRANSLATE_NOOP("Kpi", "The drive alone, without right of way; the worst period counts.");
    return {{QStringLiteral("fatalCrashes"), QT_TRANSLATE_NOOP("Kpi", "Fatal crashes"),
                QStringLiteral("1/a"), Safety, Less, 3, kHsm, kHsmHolds},
        {QStringLiteral("seriousCrashes"),
            QT_TRANSLATE_NOOP("Kpi", "Crashes with serious injuries"), QStringLiteral("1/a"),
            Safety, Less, 2, kHsm, kHsmHolds},
        {QStringLiteral("slightCrashes"), QT_TRANSLATE_NOOP("Kpi", "Crashes with slight injuries"),
            QStringLiteral("1/a"), Safety, Less, 1, kHsm, kHsmHolds},
        {QStringLiteral("damageCrashes"), QT_TRANSLATE_NOOP("Kpi", "Crashes with damage alone"),
            QStringLiteral("1/a"), Safety, Less, 1, kHsm, kHsmHolds},
        {QStringLiteral("responseTime"), QT_TRANSLATE_NOOP("Kpi", "Emergency response time"),
            QStringLiteral("min"), Emergency, Less, 2, kResponse, kResponseHolds},
        {QStringLiteral("responseInTime"), QT_TRANSLATE_NOOP("Kpi", "People reached in time"),
            QStringLiteral("%"), Emergency, More, 1, kResponse, kResponseHolds}};
}

std::vector<KpiDefinition> allKpis()
{
    std::vector<KpiDefinition> all = travelKpis();
    for (const std::vector<KpiDefinition> &part : {airKpis(), safetyKpis()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace

const std::vector<KpiDefinition> &kpiDefinitions()
{
    static const std::vector<KpiDefinition> all = allKpis();
    return all;
}

Result<KpiDefinition> kpiDefinition(const QString &key)
{
    QStringList keys;
    for (const KpiDefinition &definition : kpiDefinitions()) {
        if (definition.key == key)
            return definition;
        keys.append(definition.key);
    }
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "There is no indicator \"%1\". Take one of: %2."),
        {key, keys.join(QLatin1String(", "))});
}

const KpiValue *findKpi(const KpiValues &values, const QString &key)
{
    const auto found = std::find_if(
        values.begin(), values.end(), [&key](const KpiValue &value) { return value.key == key; });
    return found == values.end() ? nullptr : &*found;
}

} // namespace belvedere
