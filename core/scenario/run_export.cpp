// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/run_export.h"

#include "geo/feature_writer.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>
#include <limits>

namespace belvedere {

namespace {

FeatureColumn textColumn(const CoupledRun &run, const QString &key)
{
    FeatureColumn column(key, ColumnType::Text);
    column.texts.reserve(run.applied->roads.size());
    return column;
}

void addPlaces(FeatureTable &table, const CoupledRun &run)
{
    const AppliedCase &applied = *run.applied;
    FeatureColumn link = textColumn(run, QStringLiteral("link"));
    FeatureColumn name = textColumn(run, QStringLiteral("name"));
    FeatureColumn from(QStringLiteral("from"), ColumnType::Integer);
    FeatureColumn to(QStringLiteral("to"), ColumnType::Integer);
    FeatureColumn length(QStringLiteral("length"), ColumnType::Real, QStringLiteral("m"));
    FeatureColumn connector(QStringLiteral("connector"), ColumnType::Flag);
    for (std::size_t k = 0; k < applied.roads.size(); ++k) {
        const LinkKey key = applied.links.keyOf(k);
        const RoadFacts &road = applied.roads[k];
        link.texts.push_back(linkKeyText(key));
        name.texts.push_back(road.name.isEmpty() ? QString() : road.name);
        from.integers.push_back(key.from);
        to.integers.push_back(key.to);
        length.reals.push_back(road.lengthM);
        connector.integers.push_back(road.connector ? 1 : 0);
        if (table.hasShapes)
            table.shapes.push_back({{},
                {linkShape(*applied.periods.front().network, applied.roads,
                    applied.base->data().nodes, k)},
                {}});
    }
    table.columns = {std::move(link), std::move(name), std::move(from), std::move(to),
        std::move(length), std::move(connector)};
}

QString verdictKey(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Same:
        return QStringLiteral("same");
    case Verdict::Better:
        return QStringLiteral("better");
    case Verdict::Worse:
        return QStringLiteral("worse");
    case Verdict::Changed:
        return QStringLiteral("changed");
    case Verdict::Unclear:
        break;
    }
    return QStringLiteral("unclear");
}

QString betterKey(BetterDirection better)
{
    switch (better) {
    case BetterDirection::Less:
        return QStringLiteral("less");
    case BetterDirection::More:
        return QStringLiteral("more");
    case BetterDirection::Neither:
        break;
    }
    return QStringLiteral("neither");
}

QJsonArray rangeJson(const KpiRange &range)
{
    return {range.low, range.high};
}

} // namespace

FeatureTable linkRunTable(const CoupledRun &run, const CoupledRun *before, int period)
{
    FeatureTable table;
    table.name = QStringLiteral("links");
    table.hasShapes = run.applied->base->hasMap();
    addPlaces(table, run);
    for (int q = 0; q < kLinkQuantityCount; ++q) {
        const auto quantity = static_cast<LinkQuantity>(q);
        if (period >= 0 && quantity == LinkQuantity::InjuryCrashes)
            continue;
        const QString key = linkQuantityKey(quantity);
        const QString unit = linkQuantityUnit(quantity, period < 0);
        const std::vector<double> &after = run.values(period)[static_cast<std::size_t>(q)];
        FeatureColumn value(key, ColumnType::Real, unit);
        value.reals = after;
        table.columns.push_back(std::move(value));
        if (before == nullptr)
            continue;
        FeatureColumn old(key + QStringLiteral("_before"), ColumnType::Real, unit);
        old.reals = before->values(period)[static_cast<std::size_t>(q)];
        old.reals.resize(after.size(), std::numeric_limits<double>::quiet_NaN());
        FeatureColumn change(key + QStringLiteral("_change"), ColumnType::Real, unit);
        change.reals = linkDifference(*before, run, quantity, period);
        table.columns.push_back(std::move(old));
        table.columns.push_back(std::move(change));
    }
    return table;
}

Result<> exportLinks(const QString &file, const CoupledRun &run, const CoupledRun *before,
    int period, const TaskContext &context)
{
    const BaseCase &base = *run.applied->base;
    FeatureTable table = linkRunTable(run, before, period);
    BV_TRY(const FeatureFormat format, featureFormatOf(file));
    if (format == FeatureFormat::Csv) {
        table.hasShapes = false;
        table.shapes.clear();
    } else if (!table.hasShapes) {
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The base case does not know where its links lie. Write a CSV file, or give it the "
                "places of its nodes."),
            {}, file);
    }
    FileInfo info;
    info.title = base.data().title;
    info.source = base.data().source;
    info.simulated = base.data().syntheticDemand;
    info.facts = {{QStringLiteral("baseHash"), base.hash()},
        {QStringLiteral("relativeGap"), QString::number(run.settings.relativeGap)},
        {QStringLiteral("seed"), QString::number(run.settings.seed)}};
    return writeFeatures(file, {table}, info, context);
}

QJsonObject kpisToJson(const CoupledRun &run)
{
    QJsonObject json;
    for (const KpiValue &kpi : run.kpis)
        json.insert(kpi.key, kpi.value);
    return json;
}

QJsonArray indicatorsToJson(const CoupledRun &run)
{
    QJsonArray array;
    for (const KpiDefinition &definition : kpiDefinitions()) {
        const KpiValue *kpi = findKpi(run.kpis, definition.key);
        if (kpi == nullptr)
            continue;
        QJsonArray flags;
        for (const char *flag : kpi->flags)
            flags.append(QString::fromUtf8(flag));
        QJsonObject entry{{QStringLiteral("key"), kpi->key},
            {QStringLiteral("title"), QString::fromUtf8(definition.title)},
            {QStringLiteral("unit"), definition.unit}, {QStringLiteral("value"), kpi->value},
            {QStringLiteral("better"), betterKey(definition.better)},
            {QStringLiteral("source"), QString::fromUtf8(definition.source)},
            {QStringLiteral("validity"), QString::fromUtf8(definition.validity)},
            {QStringLiteral("flags"), flags}};
        if (kpi->range)
            entry.insert(QStringLiteral("range"), rangeJson(*kpi->range));
        array.append(entry);
    }
    return array;
}

QJsonArray comparisonToJson(const std::vector<KpiComparison> &comparison)
{
    QJsonArray array;
    for (const KpiComparison &kpi : comparison) {
        QJsonObject entry{{QStringLiteral("key"), kpi.definition.key},
            {QStringLiteral("unit"), kpi.definition.unit}, {QStringLiteral("before"), kpi.before},
            {QStringLiteral("after"), kpi.after}, {QStringLiteral("change"), kpi.change},
            {QStringLiteral("relative"), kpi.relative},
            {QStringLiteral("better"), betterKey(kpi.definition.better)},
            {QStringLiteral("verdict"), verdictKey(kpi.verdict)},
            {QStringLiteral("flagged"), kpi.flagged}};
        if (kpi.changeRange)
            entry.insert(QStringLiteral("changeRange"), rangeJson(*kpi.changeRange));
        array.append(entry);
    }
    return array;
}

} // namespace belvedere
