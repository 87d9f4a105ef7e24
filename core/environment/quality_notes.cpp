// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/quality_notes.h"

#include "environment/concentration.h"
#include "environment/place_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace belvedere {

namespace {

constexpr UtcMs kStuckNote = kMsPerDay;
constexpr UtcMs kLongGap = 7 * kMsPerDay;

/// All present values of a channel, unordered.
std::vector<float> presentValues(const Series &series, std::size_t channel)
{
    std::vector<float> present;
    for (std::size_t i = channel; i < series.values.size(); i += series.channels.size()) {
        if (!std::isnan(series.values[i]))
            present.push_back(series.values[i]);
    }
    return present;
}

float quantileOf(std::vector<float> &values, double share)
{
    const auto at = values.begin()
        + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

bool isAnyOf(const QString &key, std::initializer_list<const char *> keys)
{
    return std::any_of(
        keys.begin(), keys.end(), [&key](const char *one) { return key == QLatin1String(one); });
}

/// Quantities that often keep one value for hours without anything being wrong.
bool mayStandStill(const QString &key)
{
    return isAnyOf(key, {"rain", "snow", "sunshine", "clouds", "count", "flow", "parking"});
}

/// Medians of hourly values that some city of the world has, µg/m³.
struct UsualMedian
{
    const char *pollutant;
    double low;
    double high;
};
constexpr std::array<UsualMedian, 6> kUsualMedians = {
    {{"pm2.5", 0.5, 1000.0}, {"pm10", 1.0, 2000.0}, {"o3", 2.0, 400.0}, {"no2", 0.5, 400.0},
        {"so2", 0.2, 1000.0}, {"co", 30.0, 20000.0}}};

constexpr std::array<ConcentrationUnit, 4> kUnits = {ConcentrationUnit::MicrogramPerM3,
    ConcentrationUnit::MilligramPerM3, ConcentrationUnit::Ppb, ConcentrationUnit::Ppm};

bool isUsual(const UsualMedian &usual, double median, ConcentrationUnit unit)
{
    const auto micrograms = convertConcentration(
        median, QLatin1String(usual.pollutant), unit, ConcentrationUnit::MicrogramPerM3);
    return micrograms && *micrograms >= usual.low && *micrograms <= usual.high;
}

struct RunTotals
{
    qint64 steps = 0; ///< in runs of at least the asked-for length
    qint64 present = 0;
    qint64 longest = 0; ///< steps
};
/// Runs of one value without gap.
RunTotals equalRuns(const Series &series, SiteId site, std::size_t channel, UtcMs least)
{
    RunTotals totals;
    qint64 run = 0;
    float last = kMissing;
    const auto finish = [&] {
        if (run * series.axis.stepMs < least || run < 3)
            return;
        totals.steps += run;
        totals.longest = std::max(totals.longest, run);
    };
    for (int step = 0; step < series.axis.count; ++step) {
        const float value = series.value(step, site, static_cast<int>(channel));
        totals.present += std::isnan(value) ? 0 : 1;
        if (value == last) {
            ++run;
            continue;
        }
        finish();
        run = std::isnan(value) ? 0 : 1;
        last = value;
    }
    finish();
    return totals;
}

/// Looks at one data set and collects what is odd.
class NoteTaker
{
public:
    NoteTaker(const Dataset &dataset, const Series &series)
        : m_dataset(dataset)
        , m_series(series)
    {
    }

    std::vector<QualityNote> take()
    {
        notePositions();
        for (std::size_t channel = 0; channel < m_series.channels.size(); ++channel) {
            std::vector<float> present = presentValues(m_series, channel);
            if (present.empty())
                continue;
            noteUnit(channel, present);
            noteSentinels(channel, present);
            noteNegative(channel, present);
            noteStuck(channel);
            noteGap(channel);
            noteDailyCourse(static_cast<int>(channel));
        }
        notePartAboveWhole();
        std::stable_sort(m_notes.begin(), m_notes.end(),
            [](const QualityNote &a, const QualityNote &b) { return a.kind < b.kind; });
        return std::move(m_notes);
    }

private:
    using Kind = QualityNote::Kind;

    const Channel &channelAt(std::size_t channel) const { return m_series.channels[channel]; }
    const QString &codeOf(int site) const
    {
        return m_dataset.sites[static_cast<std::size_t>(site)].code;
    }

    void notePositions()
    {
        QStringList without;
        for (const Site &site : m_dataset.sites) {
            if (!site.position && site.path.empty())
                without += site.code;
        }
        if (without.isEmpty())
            return;
        constexpr qsizetype kNamed = 12;
        const bool many = without.size() > kNamed;
        QualityNote note;
        note.kind = Kind::StationWithoutPosition;
        note.site = without.size() == 1 ? without.front() : QString();
        note.count = without.size();
        note.of = static_cast<qint64>(m_dataset.sites.size());
        note.text = many
            ? QT_TRANSLATE_NOOP("QualityNote", "%1 of %2 stations have no position: %3 and others.")
            : QT_TRANSLATE_NOOP("QualityNote", "%1 of %2 stations have no position: %3.");
        note.args = {QString::number(note.count), QString::number(note.of),
            without.mid(0, kNamed).join(QStringLiteral(", "))};
        note.advice = QT_TRANSLATE_NOOP("QualityNote",
            "Import a list of stations that has them; until then they are not on the map and not "
            "in any surface.");
        m_notes.push_back(std::move(note));
    }

    void noteUnit(std::size_t channel, std::vector<float> &present)
    {
        const Channel &what = channelAt(channel);
        const auto usual = std::find_if(kUsualMedians.begin(), kUsualMedians.end(),
            [&](const UsualMedian &one) { return what.key == QLatin1String(one.pollutant); });
        const auto unit = parseConcentrationUnit(what.unit);
        if (usual == kUsualMedians.end() || !unit)
            return;
        const auto median = static_cast<double>(quantileOf(present, 0.5));
        if (median <= 0.0 || isUsual(*usual, median, *unit))
            return;
        QStringList fitting;
        for (const ConcentrationUnit other : kUnits) {
            if (isUsual(*usual, median, other))
                fitting += unitText(other);
        }
        QualityNote note;
        note.kind = Kind::UnitImplausible;
        note.channel = what.key;
        note.count = static_cast<qint64>(present.size());
        note.of = note.count;
        note.text = fitting.isEmpty()
            ? QT_TRANSLATE_NOOP("QualityNote", "The median of %1 is %2 %3: no city has such air.")
            : QT_TRANSLATE_NOOP("QualityNote",
                "The median of %1 is %2 %3: no city has such air. In %4 it would be usual.");
        note.args = {what.key, QString::number(median, 'g', 4), what.unit,
            fitting.join(QStringLiteral(", "))};
        note.advice = QT_TRANSLATE_NOOP("QualityNote",
            "Look up the unit at the source and import the file again with it. Until then indices "
            "of this pollutant are wrong.");
        m_notes.push_back(std::move(note));
    }

    /// A number that programs write for "nothing", where it is the highest or lowest of all.
    void noteSentinels(std::size_t channel, const std::vector<float> &present)
    {
        constexpr std::array<float, 14> kSentinels = {-9999.0F, -999.0F, -99.0F, -999.9F, -9.99F,
            99.9F, 999.0F, 999.9F, 9999.0F, 9999.9F, 99999.0F, 8888.0F, 32767.0F, 65535.0F};
        const auto [low, high] = std::minmax_element(present.begin(), present.end());
        for (const float extreme : {*low, *high}) {
            if (std::find(kSentinels.begin(), kSentinels.end(), extreme) == kSentinels.end())
                continue;
            QualityNote note;
            note.kind = Kind::Sentinel;
            note.channel = channelAt(channel).key;
            note.count = std::count(present.begin(), present.end(), extreme);
            note.of = static_cast<qint64>(present.size());
            note.text = extreme < 0.0F
                ? QT_TRANSLATE_NOOP("QualityNote",
                    "%1 values of %2 are %3: the lowest of all, and a number that is written for "
                    "\"nothing measured\".")
                : QT_TRANSLATE_NOOP("QualityNote",
                    "%1 values of %2 are %3: the highest of all, and a number that is written for "
                    "\"nothing measured\" or where an instrument ends.");
            note.args = {QString::number(note.count), note.channel,
                QString::number(static_cast<double>(extreme))};
            note.advice = QT_TRANSLATE_NOOP("QualityNote",
                "Ask the source what it means. If it means missing, empty those cells and import "
                "the file again.");
            m_notes.push_back(std::move(note));
        }
    }

    void noteNegative(std::size_t channel, const std::vector<float> &present)
    {
        const Channel &what = channelAt(channel);
        if (!isPollutant(what.key)
            && !isAnyOf(what.key, {"speed", "count", "flow", "rain", "wind"}))
            return;
        QualityNote note;
        note.kind = Kind::Negative;
        note.channel = what.key;
        note.count =
            std::count_if(present.begin(), present.end(), [](float value) { return value < 0.0F; });
        note.of = static_cast<qint64>(present.size());
        if (note.count == 0)
            return;
        note.text = QT_TRANSLATE_NOOP(
            "QualityNote", "%1 of %2 values of %3 are below zero, down to %4 %5.");
        note.args = {QString::number(note.count), QString::number(note.of), what.key,
            QString::number(static_cast<double>(*std::min_element(present.begin(), present.end()))),
            what.unit};
        note.advice = QT_TRANSLATE_NOOP("QualityNote",
            "A little below zero is noise of the instrument, and indices take it as zero. Much "
            "below zero is a fault: leave those values out.");
        m_notes.push_back(std::move(note));
    }

    void noteStuck(std::size_t channel)
    {
        const Channel &what = channelAt(channel);
        if (mayStandStill(what.key))
            return;
        QualityNote note;
        note.kind = Kind::Stuck;
        note.channel = what.key;
        UtcMs longest = 0;
        for (int site = 0; site < m_series.siteCount; ++site) {
            const RunTotals runs = equalRuns(m_series, SiteId(site), channel, kStuckNote);
            note.count += runs.steps;
            note.of += runs.present;
            if (runs.longest * m_series.axis.stepMs > longest) {
                longest = runs.longest * m_series.axis.stepMs;
                note.site = codeOf(site);
            }
        }
        if (note.count == 0)
            return;
        note.text = QT_TRANSLATE_NOOP("QualityNote",
            "%1 values of %2 are part of a day or more without any change; the longest is %3 h at "
            "%4.");
        note.args = {QString::number(note.count), what.key, QString::number(longest / kMsPerHour),
            note.site};
        note.advice = QT_TRANSLATE_NOOP("QualityNote",
            "The instrument may have stood still. Leave that time out of trainings and "
            "comparisons.");
        m_notes.push_back(std::move(note));
    }

    void noteGap(std::size_t channel)
    {
        QualityNote note;
        note.kind = Kind::Gap;
        note.channel = channelAt(channel).key;
        int longestFrom = 0;
        for (int site = 0; site < m_series.siteCount; ++site) {
            int from = 0;
            for (int step = 0; step <= m_series.axis.count; ++step) {
                const bool present = step == m_series.axis.count
                    || !std::isnan(m_series.value(step, SiteId(site), static_cast<int>(channel)));
                if (!present)
                    continue;
                if (step - from > note.count) {
                    note.count = step - from;
                    note.site = codeOf(site);
                    longestFrom = from;
                }
                from = step + 1;
            }
        }
        note.of = m_series.axis.count;
        if (note.count * m_series.axis.stepMs < kLongGap)
            return;
        note.text =
            QT_TRANSLATE_NOOP("QualityNote", "%1 has no %2 for %3 h from %4 on: the longest gap.");
        note.args = {note.site, note.channel,
            QString::number(note.count * m_series.axis.stepMs / kMsPerHour),
            formatUtc(m_series.axis.at(longestFrom))};
        note.advice = QT_TRANSLATE_NOOP("QualityNote",
            "It stays missing and is never filled in. Models and means leave it out.");
        m_notes.push_back(std::move(note));
    }

    /// Sunlight makes ozone and warmth, and people noise: their daily course peaks in the
    /// afternoon. A file in UTC that was read as local time, or the reverse, moves the peak.
    void noteDailyCourse(int channel)
    {
        const Channel &what = channelAt(static_cast<std::size_t>(channel));
        const bool quantity = isAnyOf(what.key, {"o3", "temperature", "noise"});
        constexpr int kHours = 24;
        constexpr int kLeastDays = 5;
        constexpr double kUsualPeak = 15.0;
        constexpr double kMostShift = 4.0;
        constexpr double kLeastAmplitude = 0.15; // of the standard deviation
        if (!quantity || m_series.axis.stepMs > 3 * kMsPerHour)
            return;
        const std::vector<LocalTime> times = localTimes(m_series.axis, m_dataset.zone);
        std::array<double, kHours> sums{};
        std::array<int, kHours> counts{};
        double sum = 0.0;
        double squares = 0.0;
        for (int step = 0; step < m_series.axis.count; ++step) {
            const auto hour = static_cast<std::size_t>(times[static_cast<std::size_t>(step)].hour);
            for (int site = 0; site < m_series.siteCount; ++site) {
                const auto value = static_cast<double>(m_series.value(step, SiteId(site), channel));
                if (std::isnan(value))
                    continue;
                sums[hour] += value;
                ++counts[hour];
                sum += value;
                squares += value * value;
            }
        }
        double count = 0.0;
        double east = 0.0;
        double north = 0.0;
        int hours = 0;
        for (std::size_t hour = 0; hour < kHours; ++hour) {
            count += counts[hour];
            if (counts[hour] < kLeastDays)
                continue;
            const double angle = 2.0 * std::numbers::pi * static_cast<double>(hour) / kHours;
            east += sums[hour] / counts[hour] * std::sin(angle);
            north += sums[hour] / counts[hour] * std::cos(angle);
            ++hours;
        }
        if (hours < kHours)
            return;
        const double amplitude = 2.0 * std::hypot(east, north) / kHours;
        const double deviation =
            std::sqrt(std::max(0.0, squares / count - sum / count * sum / count));
        if (amplitude < kLeastAmplitude * deviation)
            return;
        double peak = std::atan2(east, north) * kHours / (2.0 * std::numbers::pi);
        if (peak < 0.0)
            peak += kHours;
        const double shift = std::remainder(peak - kUsualPeak, kHours);
        if (std::abs(shift) <= kMostShift)
            return;
        QualityNote note;
        note.kind = Kind::TimeShifted;
        note.channel = what.key;
        note.count = static_cast<qint64>(count);
        note.of = note.count;
        note.text = QT_TRANSLATE_NOOP("QualityNote",
            "%1 is highest at %2 o'clock in the zone %3, and should be in the afternoon: the times "
            "seem to be off by %4 h.");
        note.args = {what.key, QString::number(std::lround(peak) % kHours),
            QString::fromUtf8(m_dataset.zone.id()), QString::number(std::lround(shift))};
        note.advice = QT_TRANSLATE_NOOP("QualityNote",
            "Look up whether the file is in local time or UTC, and import it again with --zone.");
        m_notes.push_back(std::move(note));
    }

    void notePartAboveWhole()
    {
        const int fine = m_series.channelIndex(QStringLiteral("pm2.5"));
        const int coarse = m_series.channelIndex(QStringLiteral("pm10"));
        if (fine < 0 || coarse < 0
            || channelAt(static_cast<std::size_t>(fine)).unit
                != channelAt(static_cast<std::size_t>(coarse)).unit)
            return;
        QualityNote note;
        note.kind = Kind::PartAboveWhole;
        note.channel = QStringLiteral("pm2.5");
        for (int step = 0; step < m_series.axis.count; ++step) {
            for (int site = 0; site < m_series.siteCount; ++site) {
                const float part = m_series.value(step, SiteId(site), fine);
                const float whole = m_series.value(step, SiteId(site), coarse);
                if (std::isnan(part) || std::isnan(whole))
                    continue;
                ++note.of;
                note.count += part > whole ? 1 : 0;
            }
        }
        if (note.count == 0)
            return;
        note.text = QT_TRANSLATE_NOOP("QualityNote",
            "PM2.5 is greater than PM10, of which it is a part, in %1 of %2 cases (%3 %).");
        note.args = {QString::number(note.count), QString::number(note.of),
            QString::number(
                100.0 * static_cast<double>(note.count) / static_cast<double>(note.of), 'f', 1)};
        note.advice = QT_TRANSLATE_NOOP("QualityNote",
            "A few per cent come from two instruments with their own errors. More means swapped "
            "columns or different units.");
        m_notes.push_back(std::move(note));
    }

private:
    const Dataset &m_dataset;
    const Series &m_series;
    std::vector<QualityNote> m_notes;
};

/// Values far outside the middle half of a site's own.
qint64 farOutside(const Series &series, SiteId site, std::size_t channel)
{
    constexpr float kFar = 6.0F; // interquartile ranges
    std::vector<float> present;
    for (int step = 0; step < series.axis.count; ++step) {
        const float value = series.value(step, site, static_cast<int>(channel));
        if (!std::isnan(value))
            present.push_back(value);
    }
    if (present.empty())
        return 0;
    const float low = quantileOf(present, 0.25);
    const float high = quantileOf(present, 0.75);
    const float spread = kFar * (high - low);
    qint64 outside = 0;
    for (int step = 0; step < series.axis.count; ++step) {
        const std::size_t at = series.offset(step, site, static_cast<int>(channel));
        const float value = series.values[at];
        const bool far = spread > 0.0F && !mayStandStill(series.channels[channel].key)
            && (value < low - spread || value > high + spread);
        outside += far || series.quality[at] == Quality::Suspect ? 1 : 0;
    }
    return outside;
}

bool sameValues(const Series &series, SiteId a, SiteId b)
{
    constexpr int kLeast = 48;
    int equal = 0;
    for (int step = 0; step < series.axis.count; ++step) {
        for (std::size_t channel = 0; channel < series.channels.size(); ++channel) {
            const float first = series.value(step, a, static_cast<int>(channel));
            const float second = series.value(step, b, static_cast<int>(channel));
            if (std::isnan(first) != std::isnan(second))
                return false;
            if (std::isnan(first))
                continue;
            if (first != second)
                return false;
            ++equal;
        }
    }
    return equal >= kLeast;
}

double share(qint64 count, qint64 of)
{
    return of > 0 ? static_cast<double>(count) / static_cast<double>(of) : 0.0;
}

} // namespace

QString qualityNoteName(QualityNote::Kind kind)
{
    switch (kind) {
    case QualityNote::Kind::UnitImplausible:
        return QStringLiteral("unit-implausible");
    case QualityNote::Kind::PartAboveWhole:
        return QStringLiteral("part-above-whole");
    case QualityNote::Kind::Sentinel:
        return QStringLiteral("sentinel");
    case QualityNote::Kind::Negative:
        return QStringLiteral("negative");
    case QualityNote::Kind::Stuck:
        return QStringLiteral("stuck");
    case QualityNote::Kind::TimeShifted:
        return QStringLiteral("time-shifted");
    case QualityNote::Kind::StationWithoutPosition:
        return QStringLiteral("station-without-position");
    case QualityNote::Kind::Gap:
        break;
    }
    return QStringLiteral("gap");
}

std::vector<QualityNote> qualityNotes(const Dataset &dataset, const Series &series)
{
    if (series.size() == 0)
        return {};
    return NoteTaker(dataset, series).take();
}

std::vector<SiteQuality> siteQuality(const Dataset &dataset, const Series &series)
{
    constexpr UtcMs kStuckShare = 6 * kMsPerHour;
    const auto steps = static_cast<qint64>(series.axis.count);
    const std::size_t channels = series.channels.size();
    std::vector<SiteQuality> sites;
    for (int i = 0; i < series.siteCount; ++i) {
        const SiteId site(i);
        SiteQuality quality;
        quality.site = dataset.sites[site.index()].code;
        qint64 present = 0;
        qint64 stuck = 0;
        qint64 outside = 0;
        for (std::size_t channel = 0; channel < channels; ++channel) {
            const RunTotals runs = equalRuns(series, site, channel, kStuckShare);
            present += runs.present;
            stuck += mayStandStill(series.channels[channel].key) ? 0 : runs.steps;
            outside += farOutside(series, site, channel);
        }
        quality.missingShare = 1.0 - share(present, steps * static_cast<qint64>(channels));
        quality.stuckShare = share(stuck, present);
        quality.outlierShare = share(outside, present);
        for (int other = 0; other < i && quality.sameAs.isEmpty(); ++other) {
            if (sameValues(series, SiteId(other), site))
                quality.sameAs = dataset.sites[static_cast<std::size_t>(other)].code;
        }
        sites.push_back(std::move(quality));
    }
    return sites;
}

} // namespace belvedere
