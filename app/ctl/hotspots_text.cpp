// SPDX-License-Identifier: GPL-3.0-or-later
#include "hotspots_text.h"

#include "text_table.h"

#include <QJsonArray>

#include <algorithm>

namespace belvedere::ctl {

namespace {

QJsonObject intervalJson(const Interval &interval)
{
    return {{QStringLiteral("value"), interval.value}, {QStringLiteral("lower"), interval.lower},
        {QStringLiteral("upper"), interval.upper}};
}

/// @param share  ShareScore or ShareDifference
template <class S> QJsonObject figuresJson(const S &share)
{
    return {{QStringLiteral("share"), share.share},
        {QStringLiteral("hitRate"), intervalJson(share.hitRate)},
        {QStringLiteral("pai"), intervalJson(share.pai)},
        {QStringLiteral("pei"), intervalJson(share.pei)}};
}

QJsonObject methodJson(const MethodScore &method)
{
    QJsonArray shares;
    for (const ShareScore &share : method.score.shares) {
        QJsonObject figures = figuresJson(share);
        figures.insert(QStringLiteral("cells"), share.cells);
        shares.append(figures);
    }
    QJsonArray differences;
    for (const ShareDifference &difference : method.againstCount)
        differences.append(figuresJson(difference));
    return {{QStringLiteral("method"), hotspotMethodName(method.method)},
        {QStringLiteral("shares"), shares}, {QStringLiteral("againstCount"), differences}};
}

QJsonObject riskJson(const RiskSpec &spec)
{
    QJsonArray surroundings;
    for (const double share : spec.surroundings)
        surroundings.append(share);
    QJsonArray memories;
    for (const RiskMemory &memory : spec.memories)
        memories.append(QJsonObject{{QStringLiteral("halfLifeWeeks"), memory.halfLifeWeeks},
            {QStringLiteral("season"), memory.season},
            {QStringLiteral("priorWeight"), memory.priorWeight},
            {QStringLiteral("share"), memory.share}});
    QJsonArray order;
    for (const OrderBand &band : spec.order)
        order.append(QJsonObject{{QStringLiteral("share"), band.share},
            {QStringLiteral("modelWeight"), band.modelWeight}});
    return {{QStringLiteral("surroundings"), surroundings},
        {QStringLiteral("priorWeight"), spec.priorWeight},
        {QStringLiteral("longRunShare"), spec.longRunShare}, {QStringLiteral("memories"), memories},
        {QStringLiteral("levelShare"), spec.levelShare},
        {QStringLiteral("dispersion"), spec.dispersion},
        {QStringLiteral("hourWeight"), spec.hourWeight}, {QStringLiteral("order"), order}};
}

QJsonObject calibrationJson(const RiskCalibration &calibration)
{
    QJsonArray bins;
    for (const RiskCalibration::Bin &bin : calibration.bins)
        bins.append(QJsonObject{{QStringLiteral("forecast"), bin.forecast},
            {QStringLiteral("observed"), bin.observed}, {QStringLiteral("count"), bin.count}});
    return {{QStringLiteral("bins"), bins}, {QStringLiteral("deviance"), calibration.deviance},
        {QStringLiteral("countDeviance"), calibration.countDeviance},
        {QStringLiteral("coverage80"), calibration.coverage80},
        {QStringLiteral("promised80"), calibration.promised80},
        {QStringLiteral("expected"), calibration.forecastSum},
        {QStringLiteral("observed"), calibration.observedSum}};
}

QString extentText(const CellIncidents &incidents)
{
    return incidents.kind == AreaExtent::WholeBox
        ? QStringLiteral("all cells of the box")
        : QStringLiteral("cells with an incident before the test weeks");
}

/// Incidents that are in no figure, by reason.
struct LeftOut
{
    int withoutPosition = 0;
    int outsideBox = 0;
    int outsideArea = 0; ///< counted, yet in no cell

    explicit LeftOut(const CellIncidents &incidents)
        : outsideArea(incidents.outsideArea())
    {
        for (const LeftOutIncident &incident : incidents.leftOut)
            ++(incident.hasPosition ? outsideBox : withoutPosition);
    }
};

QString intervalText(const Interval &interval, int decimals, double factor = 1.0)
{
    return QStringLiteral("%1 (%2 to %3)")
        .arg(numberText(factor * interval.value, decimals),
            numberText(factor * interval.lower, decimals),
            numberText(factor * interval.upper, decimals));
}

QStringList headerOf(const QString &title, const HotspotStudy &study)
{
    QStringList header{title};
    for (const ShareScore &share : study.methods.front().score.shares)
        header += QStringLiteral("%1 % (%2 cells)").arg(100.0 * share.share).arg(share.cells);
    return header;
}

/// @param cellOf  ShareScore -> text
template <class F> QString tableOf(const QString &title, const HotspotStudy &study, F cellOf)
{
    TextTable table(headerOf(title, study));
    for (const MethodScore &method : study.methods) {
        QStringList row{hotspotMethodName(method.method)};
        for (const ShareScore &share : method.score.shares)
            row += cellOf(share);
        table.add(row);
    }
    return table.toString();
}

QString differenceTable(const HotspotStudy &study)
{
    TextTable table(headerOf(QStringLiteral("PEI minus count"), study));
    for (const MethodScore &method : study.methods) {
        QStringList row{hotspotMethodName(method.method)};
        for (const ShareDifference &difference : method.againstCount)
            row += intervalText(difference.pei, 4);
        if (!method.againstCount.empty())
            table.add(row);
    }
    return table.toString();
}

QString calibrationText(const RiskCalibration &calibration)
{
    TextTable table({QStringLiteral("risk: chance of an incident"), QStringLiteral("observed"),
        QStringLiteral("cell-weeks")});
    for (const RiskCalibration::Bin &bin : calibration.bins)
        table.add(
            {numberText(bin.forecast, 3), numberText(bin.observed, 3), QString::number(bin.count)});
    return table.toString()
        + QStringLiteral("mean Poisson deviance %1 (mean so far %2); %3 % of counts between the "
                         "10 % and 90 % quantiles, %4 % promised; %5 incidents expected, %6 came\n")
              .arg(numberText(calibration.deviance, 4), numberText(calibration.countDeviance, 4),
                  numberText(100.0 * calibration.coverage80, 1),
                  numberText(100.0 * calibration.promised80, 1),
                  numberText(calibration.forecastSum, 0), numberText(calibration.observedSum, 0));
}

} // namespace

QJsonObject hotspotJson(const HotspotStudy &study, const HotspotSpec &spec)
{
    const LeftOut left(study.incidents);
    QJsonArray methods;
    for (const MethodScore &method : study.methods)
        methods.append(methodJson(method));
    QJsonArray outliers; // rows of the table, so that they can be looked up
    for (const LeftOutIncident &incident : study.incidents.leftOut)
        outliers.append(static_cast<qint64>(incident.incident));
    const LonLatBox &box = study.incidents.box;
    QJsonObject json{{QStringLiteral("cellM"), study.incidents.area.grid().cellM()},
        {QStringLiteral("area"), extentText(study.incidents)},
        {QStringLiteral("cells"), study.incidents.area.size()},
        {QStringLiteral("km2"), study.incidents.area.km2()},
        {QStringLiteral("box"), QJsonArray{box.west, box.south, box.east, box.north}},
        {QStringLiteral("type"), spec.type.isEmpty() ? QStringLiteral("all") : spec.type},
        {QStringLiteral("weeks"), study.scoring.weeks},
        {QStringLiteral("from"), formatUtc(study.scoring.weekStart(0))},
        {QStringLiteral("to"), formatUtc(study.scoring.end)},
        {QStringLiteral("incidents"), study.methods.front().score.incidents},
        {QStringLiteral("withoutPosition"), left.withoutPosition},
        {QStringLiteral("outsideBox"), left.outsideBox},
        {QStringLiteral("outsideArea"), left.outsideArea}, {QStringLiteral("leftOut"), outliers},
        {QStringLiteral("methods"), methods}};
    if (study.risk)
        json.insert(QStringLiteral("risk"), riskJson(*study.risk));
    if (study.calibration)
        json.insert(QStringLiteral("calibration"), calibrationJson(*study.calibration));
    return json;
}

QString hotspotText(const HotspotStudy &study, const HotspotSpec &spec)
{
    const LeftOut left(study.incidents);
    QString text =
        QStringLiteral("%1 incidents%2 in %3 weeks up to %4; %5 cells of %6 m: %7\n")
            .arg(study.methods.front().score.incidents)
            .arg(spec.type.isEmpty() ? QString() : QStringLiteral(" of type ") + spec.type)
            .arg(study.scoring.weeks)
            .arg(formatUtc(study.scoring.end))
            .arg(study.incidents.area.size())
            .arg(study.incidents.area.grid().cellM())
            .arg(extentText(study.incidents));
    text += QStringLiteral("left out: %1 without a position, %2 outside the box; %3 in no cell of "
                           "the area count as missed\n\n")
                .arg(left.withoutPosition)
                .arg(left.outsideBox)
                .arg(left.outsideArea);
    text += tableOf(QStringLiteral("hit rate %"), study, [](const ShareScore &share) {
        return intervalText(share.hitRate, 1, 100.0);
    }) + QLatin1Char('\n');
    text += tableOf(QStringLiteral("PAI"), study, [](const ShareScore &share) {
        return intervalText(share.pai, 2);
    }) + QLatin1Char('\n');
    text += tableOf(QStringLiteral("PEI"), study,
        [](const ShareScore &share) { return intervalText(share.pei, 3); });
    if (study.methods.size() > 1)
        text += QLatin1Char('\n') + differenceTable(study);
    if (study.calibration)
        text += QLatin1Char('\n') + calibrationText(*study.calibration);
    return text + QStringLiteral("intervals: 95 %, bootstrap over the weeks\n");
}

} // namespace belvedere::ctl
