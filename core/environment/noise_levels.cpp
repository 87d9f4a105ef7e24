// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/noise_levels.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr int kHoursPerDay = 24;
constexpr double kEveningPenaltyDb = 5.0;
constexpr double kNightPenaltyDb = 10.0;

double energy(double level)
{
    return std::pow(10.0, level / 10.0);
}

enum class Period { Day, Evening, Night };

Period periodOf(int hour, const NoisePeriods &periods)
{
    if (hour >= periods.nightFrom || hour < periods.dayFrom)
        return Period::Night;
    return hour >= periods.eveningFrom ? Period::Evening : Period::Day;
}

Result<> checkNoise(const PlaceValues &values, const NoisePeriods &periods)
{
    if (!isLevel(values.channel))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "%1 is in \"%2\", not in dB. Noise figures need levels; import it with its unit."),
            {values.channel.key, values.channel.unit});
    if (values.axis.stepMs > kMsPerHour)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Noise figures need levels of an hour or less, for day, evening and night."));
    if (periods.dayFrom < 0 || periods.dayFrom >= periods.eveningFrom
        || periods.eveningFrom >= periods.nightFrom || periods.nightFrom > kHoursPerDay)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Day, evening and night begin at %1, %2 and %3 o'clock: they must follow one "
                "another."),
            {QString::number(periods.dayFrom), QString::number(periods.eveningFrom),
                QString::number(periods.nightFrom)});
    return {};
}

/// Levels with the period of each.
NoiseLevels levelsOf(
    const std::vector<float> &levels, const std::vector<Period> &of, const NoisePeriods &periods)
{
    std::vector<float> day;
    std::vector<float> evening;
    std::vector<float> night;
    qint64 present = 0;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        present += std::isnan(levels[i]) ? 0 : 1;
        (of[i] == Period::Day              ? day
                : of[i] == Period::Evening ? evening
                                           : night)
            .push_back(levels[i]);
    }
    NoiseLevels result;
    result.lAeq = energyAverage(levels);
    result.lDay = energyAverage(day);
    result.lEvening = energyAverage(evening);
    result.lNight = energyAverage(night);
    result.lDen = dayEveningNightLevel(result.lDay, result.lEvening, result.lNight, periods);
    result.l10 = exceededLevel(levels, 10.0);
    result.l50 = exceededLevel(levels, 50.0);
    result.l90 = exceededLevel(levels, 90.0);
    result.coverage =
        levels.empty() ? 0.0 : static_cast<double>(present) / static_cast<double>(levels.size());
    return result;
}

} // namespace

double energyAverage(std::span<const float> levels)
{
    double sum = 0.0;
    qint64 count = 0;
    for (const float level : levels) {
        if (std::isnan(level))
            continue;
        sum += energy(static_cast<double>(level));
        ++count;
    }
    return count > 0 ? 10.0 * std::log10(sum / static_cast<double>(count)) : kNan;
}

double exceededLevel(std::span<const float> levels, double percent)
{
    std::vector<float> present;
    std::copy_if(levels.begin(), levels.end(), std::back_inserter(present),
        [](float level) { return !std::isnan(level); });
    if (present.empty())
        return kNan;
    std::sort(present.begin(), present.end());
    const double position = (1.0 - percent / 100.0) * static_cast<double>(present.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, present.size() - 1);
    const double share = position - static_cast<double>(below);
    return (1.0 - share) * static_cast<double>(present[below])
        + share * static_cast<double>(present[above]);
}

double dayEveningNightLevel(
    double lDay, double lEvening, double lNight, const NoisePeriods &periods)
{
    const int day = periods.eveningFrom - periods.dayFrom;
    const int evening = periods.nightFrom - periods.eveningFrom;
    const int night = kHoursPerDay - day - evening;
    const double sum = day * energy(lDay) + evening * energy(lEvening + kEveningPenaltyDb)
        + night * energy(lNight + kNightPenaltyDb);
    return 10.0 * std::log10(sum / kHoursPerDay);
}

Result<NoiseLevels> noiseLevels(const PlaceValues &values, const NoisePeriods &periods)
{
    BV_TRY_VOID(checkNoise(values, periods));
    std::vector<Period> of;
    for (const LocalTime &time : localTimes(values.axis, values.zone))
        of.push_back(periodOf(time.hour, periods));
    return levelsOf(values.values, of, periods);
}

Result<std::vector<NoiseDay>> dailyNoiseLevels(
    const PlaceValues &values, const NoisePeriods &periods)
{
    BV_TRY_VOID(checkNoise(values, periods));
    const std::vector<LocalTime> times = localTimes(values.axis, values.zone);
    std::vector<NoiseDay> days;
    std::vector<float> levels;
    std::vector<Period> of;
    const auto finish = [&](int day) {
        if (!levels.empty())
            days.push_back({day, levelsOf(levels, of, periods)});
        levels.clear();
        of.clear();
    };
    int current = 0;
    for (std::size_t i = 0; i < times.size(); ++i) {
        const int day = times[i].day - (times[i].hour < periods.dayFrom ? 1 : 0);
        if (day != current)
            finish(current);
        current = day;
        levels.push_back(values.values[i]);
        of.push_back(periodOf(times[i].hour, periods));
    }
    finish(current);
    return days;
}

} // namespace belvedere
