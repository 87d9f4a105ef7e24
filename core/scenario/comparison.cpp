// SPDX-License-Identifier: GPL-3.0-or-later
#include "scenario/comparison.h"

#include "scenario/ensemble.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

/// Below so many times the gap of the assignments a difference means nothing.
constexpr double kGapMargin = 100.0;

double tolerance(const CoupledRun &before, const CoupledRun &after)
{
    return kGapMargin * std::max(before.settings.relativeGap, after.settings.relativeGap);
}

Verdict verdictOf(double change, BetterDirection better)
{
    if (better == BetterDirection::Neither)
        return Verdict::Changed;
    return (change < 0.0) == (better == BetterDirection::Less) ? Verdict::Better : Verdict::Worse;
}

std::optional<KpiRange> changeRange(const KpiValue &before, const KpiValue &after)
{
    if (before.members.empty() || before.members.size() != after.members.size())
        return {};
    std::vector<double> changes;
    for (std::size_t k = 0; k < before.members.size(); ++k)
        changes.push_back(after.members[k] - before.members[k]);
    const auto [low, high] = tenNinety(std::move(changes));
    return KpiRange{low, high};
}

/// More trips without a route than before; below 0 = fewer.
double lostTrips(const CoupledRun &before, const CoupledRun &after)
{
    const KpiValue *a = findKpi(before.kpis, QStringLiteral("unservedTrips"));
    const KpiValue *b = findKpi(after.kpis, QStringLiteral("unservedTrips"));
    return a != nullptr && b != nullptr ? b->value - a->value : 0.0;
}

/// Who cannot travel causes no delay and no exhaust: that is no gain.
bool onlyByLostTrips(const KpiDefinition &definition, Verdict verdict, double lost)
{
    if (definition.key == QLatin1String("unservedTrips") || definition.group == KpiGroup::Access
        || definition.group == KpiGroup::Emergency)
        return false;
    return (lost > 0.0 && verdict == Verdict::Better) || (lost < 0.0 && verdict == Verdict::Worse);
}

/// Quantities that are a state of the road, not an amount that adds up.
bool isMean(LinkQuantity quantity)
{
    return quantity == LinkQuantity::Flow || quantity == LinkQuantity::Speed
        || quantity == LinkQuantity::Saturation;
}

double valueBefore(const CoupledRun &before, const std::vector<double> &values,
    LinkQuantity quantity, std::size_t link)
{
    if (link < before.applied->roads.size())
        return values[link];
    // What there was not yet had no traffic, and no time either.
    const bool amount = quantity != LinkQuantity::Time && quantity != LinkQuantity::Speed
        && quantity != LinkQuantity::Saturation;
    return amount ? 0.0 : std::numeric_limits<double>::quiet_NaN();
}

/// The name, or that of the first of both directions.
QString streetOf(const AppliedCase &applied, std::size_t link)
{
    if (!applied.roads[link].name.isEmpty())
        return applied.roads[link].name;
    const LinkKey key = applied.links.keyOf(link);
    const auto reverse = applied.links.find({key.to, key.from, key.nth});
    return linkKeyText(reverse && *reverse < link ? applied.links.keyOf(*reverse) : key);
}

} // namespace

std::vector<KpiComparison> compareKpis(const CoupledRun &before, const CoupledRun &after)
{
    std::vector<KpiComparison> result;
    const double lost = lostTrips(before, after);
    for (const KpiDefinition &definition : kpiDefinitions()) {
        const KpiValue *a = findKpi(before.kpis, definition.key);
        const KpiValue *b = findKpi(after.kpis, definition.key);
        if (a == nullptr || b == nullptr)
            continue;
        KpiComparison comparison;
        comparison.definition = definition;
        comparison.before = a->value;
        comparison.after = b->value;
        comparison.change = b->value - a->value;
        comparison.relative = a->value != 0.0 ? comparison.change / a->value : 0.0;
        comparison.changeRange = changeRange(*a, *b);
        comparison.flagged = !a->flags.empty() || !b->flags.empty();
        const double size = std::max(std::abs(a->value), std::abs(b->value));
        if (std::abs(comparison.change) > tolerance(before, after) * size) {
            const bool bothSigns = comparison.changeRange && comparison.changeRange->low < 0.0
                && comparison.changeRange->high > 0.0;
            comparison.verdict = verdictOf(comparison.change, definition.better);
            if (bothSigns || onlyByLostTrips(definition, comparison.verdict, lost))
                comparison.verdict = Verdict::Unclear;
        }
        result.push_back(std::move(comparison));
    }
    return result;
}

std::vector<double> linkDifference(
    const CoupledRun &before, const CoupledRun &after, LinkQuantity quantity, int period)
{
    const std::vector<double> &old = before.values(period)[static_cast<std::size_t>(quantity)];
    std::vector<double> difference = after.values(period)[static_cast<std::size_t>(quantity)];
    for (std::size_t link = 0; link < difference.size(); ++link)
        difference[link] -= valueBefore(before, old, quantity, link);
    return difference;
}

std::vector<AffectedStreet> affectedStreets(const CoupledRun &before, const CoupledRun &after,
    LinkQuantity quantity, std::size_t most, int period)
{
    const auto q = static_cast<std::size_t>(quantity);
    const std::vector<double> &old = before.values(period)[q];
    const std::vector<double> &now = after.values(period)[q];
    const AppliedCase &applied = *after.applied;
    std::vector<AffectedStreet> streets;
    std::vector<double> lengths;
    QHash<QString, std::size_t> known;
    for (std::size_t link = 0; link < now.size(); ++link) {
        const double a = valueBefore(before, old, quantity, link);
        const double b = now[link];
        if (applied.roads[link].connector || std::isnan(a) || std::isnan(b))
            continue;
        const QString title = streetOf(applied, link);
        const auto found = known.constFind(title);
        const std::size_t position = found != known.constEnd() ? *found : streets.size();
        if (found == known.constEnd()) {
            known.insert(title, position);
            streets.push_back({title, {}, 0.0, 0.0, 0.0, 0.0, Verdict::Same});
            lengths.push_back(0.0);
        }
        const double part = isMean(quantity) ? applied.roads[link].lengthM : 1.0;
        AffectedStreet &street = streets[position];
        street.links.push_back(link);
        street.before += part * a;
        street.after += part * b;
        street.weight += part * std::abs(b - a);
        lengths[position] += part;
    }
    for (std::size_t k = 0; k < streets.size(); ++k) {
        AffectedStreet &street = streets[k];
        const double parts = isMean(quantity) && lengths[k] > 0.0 ? lengths[k] : 1.0;
        street.before /= parts;
        street.after /= parts;
        street.change = street.after - street.before;
        const double size = std::max(std::abs(street.before), std::abs(street.after));
        if (std::abs(street.change) > tolerance(before, after) * size)
            street.verdict = verdictOf(street.change, linkQuantityBetter(quantity));
    }
    std::erase_if(streets, [](const AffectedStreet &street) { return street.weight <= 0.0; });
    std::stable_sort(streets.begin(), streets.end(),
        [](const AffectedStreet &a, const AffectedStreet &b) { return a.weight > b.weight; });
    streets.resize(std::min(streets.size(), most));
    return streets;
}

} // namespace belvedere
