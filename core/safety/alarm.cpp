// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/alarm.h"

#include "base/utc_time.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace belvedere {

namespace {

constexpr std::array<const char *, kWarningDetectorCount> kDetectorNames = {
    "ears-c1", "ears-c2", "ears-c3", "cusum", "scan"};
constexpr std::array<const char *, 4> kScopeNames = {"city", "type", "cell", "cluster"};

bool areasTouch(
    const std::optional<LonLat> &a, double radiusA, const std::optional<LonLat> &b, double radiusB)
{
    return a && b && distanceM(*a, *b) <= radiusA + radiusB;
}

bool sameThing(const Alarm &a, const Alarm &b)
{
    if (a.detector != b.detector || a.scope != b.scope)
        return false;
    if (a.scope == AlarmScope::City || a.scope == AlarmScope::Type)
        return a.subject == b.subject;
    // Neighbouring squares share an edge: their inner circles touch.
    constexpr double kOverEdge = 1.02;
    return areasTouch(a.centre, a.radiusM * kOverEdge, b.centre, b.radiusM * kOverEdge);
}

QString idOf(const Alarm &alarm)
{
    QString subject = alarm.subject;
    if (alarm.scope == AlarmScope::Cluster && alarm.centre)
        subject = QStringLiteral("%1,%2")
                      .arg(alarm.centre->lat, 0, 'f', 4)
                      .arg(alarm.centre->lon, 0, 'f', 4);
    const QString scope = QLatin1String(kScopeNames[static_cast<std::size_t>(alarm.scope)]);
    QStringList parts = {detectorName(alarm.detector), scope};
    if (!subject.isEmpty())
        parts += subject;
    parts += formatUtc(alarm.raised);
    return parts.join(QLatin1Char('/'));
}

/// Groups by union and find, with the first of a group as its root.
class Groups
{
public:
    explicit Groups(std::size_t count)
        : m_parent(count)
    {
        std::iota(m_parent.begin(), m_parent.end(), std::size_t(0));
    }
    std::size_t root(std::size_t i)
    {
        while (m_parent[i] != i) {
            m_parent[i] = m_parent[m_parent[i]];
            i = m_parent[i];
        }
        return i;
    }
    void join(std::size_t a, std::size_t b)
    {
        const std::size_t rootA = root(a);
        const std::size_t rootB = root(b);
        m_parent[std::max(rootA, rootB)] = std::min(rootA, rootB);
    }

private:
    std::vector<std::size_t> m_parent;
};

void takeIn(Alarm &all, const Alarm &other)
{
    const UtcMs from = std::min(all.from, other.from);
    const UtcMs to = std::max(all.to, other.to);
    const UtcMs raised = std::min(all.raised, other.raised);
    const int merged = all.merged + other.merged;
    if (other.score > all.score)
        all = other;
    all.from = from;
    all.to = to;
    all.raised = raised;
    all.merged = merged;
}

} // namespace

QString detectorName(WarningDetector detector)
{
    return QString::fromLatin1(kDetectorNames[static_cast<std::size_t>(detector)]);
}

Result<WarningDetector> detectorByName(const QString &name)
{
    QStringList known;
    for (int i = 0; i < kWarningDetectorCount; ++i) {
        known += detectorName(static_cast<WarningDetector>(i));
        if (name == known.last())
            return static_cast<WarningDetector>(i);
    }
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error", "There is no detector \"%1\". Known are: %2."),
        {name, known.join(QStringLiteral(", "))});
}

std::vector<Alarm> mergedAlarms(std::vector<Alarm> alarms, UtcMs gapMs)
{
    std::stable_sort(alarms.begin(), alarms.end(),
        [](const Alarm &a, const Alarm &b) { return a.from < b.from; });
    Groups groups(alarms.size());
    std::vector<std::size_t> open; // alarms that later ones may belong to
    for (std::size_t i = 0; i < alarms.size(); ++i) {
        const auto over = [&](std::size_t j) { return alarms[j].to + gapMs <= alarms[i].from; };
        open.erase(std::remove_if(open.begin(), open.end(), over), open.end());
        for (const std::size_t j : open) {
            if (sameThing(alarms[i], alarms[j]))
                groups.join(i, j);
        }
        open.push_back(i);
    }
    std::vector<Alarm> merged;
    std::vector<std::size_t> placeOf(alarms.size());
    for (std::size_t i = 0; i < alarms.size(); ++i) {
        const std::size_t root = groups.root(i);
        if (root == i) {
            placeOf[i] = merged.size();
            merged.push_back(alarms[i]);
        } else {
            takeIn(merged[placeOf[root]], alarms[i]);
        }
    }
    for (Alarm &alarm : merged)
        alarm.id = idOf(alarm);
    std::stable_sort(merged.begin(), merged.end(),
        [](const Alarm &a, const Alarm &b) { return a.raised < b.raised; });
    return merged;
}

Acknowledgement acknowledgementOf(const Alarm &alarm, const QString &note, UtcMs at)
{
    return {alarm.id, alarm.scope, alarm.subject, alarm.centre, alarm.radiusM,
        {alarm.from, alarm.to}, note, at};
}

bool covers(const Acknowledgement &acknowledgement, const Alarm &alarm)
{
    if (alarm.scope != acknowledgement.scope || alarm.from >= acknowledgement.range.to
        || alarm.to <= acknowledgement.range.from)
        return false;
    if (alarm.scope == AlarmScope::City || alarm.scope == AlarmScope::Type)
        return alarm.subject == acknowledgement.subject;
    return areasTouch(alarm.centre, alarm.radiusM, acknowledgement.centre, acknowledgement.radiusM);
}

} // namespace belvedere
