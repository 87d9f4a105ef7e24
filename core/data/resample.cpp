// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/resample.h"

#include <algorithm>

namespace belvedere {

namespace {

constexpr double kLeastObserved = 0.75; // of a step

/// "5 min", "1 h", as units of counts end.
QString stepText(UtcMs stepMs)
{
    if (stepMs == kMsPerHour)
        return QStringLiteral("h");
    if (stepMs % kMsPerHour == 0)
        return QStringLiteral("%1 h").arg(stepMs / kMsPerHour);
    return QStringLiteral("%1 min").arg(stepMs / kMsPerMinute);
}

/// Whether a channel counts what happened within a step, as its unit says.
bool countsPerStep(const Channel &channel, UtcMs stepMs)
{
    return channel.unit.endsWith(QLatin1Char('/') + stepText(stepMs))
        || channel.key == QLatin1String("count");
}

} // namespace

Result<Series> resampled(const Series &series, UtcMs stepMs)
{
    const UtcMs shortMs = series.axis.stepMs;
    if (stepMs < shortMs || stepMs % shortMs != 0)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "A step of %1 s is no multiple of the data's step of %2 s."),
            {QString::number(stepMs / kMsPerSecond), QString::number(shortMs / kMsPerSecond)});
    const auto floorTo = [&](UtcMs time) { return time - ((time % stepMs) + stepMs) % stepMs; };
    const UtcMs start = floorTo(series.axis.start);
    const int count =
        series.axis.count > 0 ? int((floorTo(series.axis.last()) - start) / stepMs) + 1 : 0;
    std::vector<Channel> channels = series.channels;
    std::vector<bool> counted;
    for (Channel &channel : channels) {
        counted.push_back(countsPerStep(channel, shortMs));
        const QString suffix = QLatin1Char('/') + stepText(shortMs);
        if (channel.unit.endsWith(suffix))
            channel.unit =
                channel.unit.chopped(suffix.size()) + QLatin1Char('/') + stepText(stepMs);
    }
    Series result({start, stepMs, count}, series.siteCount, channels);
    const auto perStep = int(stepMs / shortMs);
    for (int step = 0; step < count; ++step) {
        const int first = series.axis.indexOf(result.axis.at(step));
        for (int site = 0; site < series.siteCount; ++site) {
            for (std::size_t c = 0; c < channels.size(); ++c) {
                double sum = 0.0;
                int observed = 0;
                for (int i = std::max(0, first); i < std::min(first + perStep, series.axis.count);
                     ++i) {
                    const float value = series.value(i, SiteId(site), int(c));
                    if (std::isnan(value))
                        continue;
                    sum += double(value);
                    ++observed;
                }
                if (observed < kLeastObserved * perStep)
                    continue;
                const double mean = sum / observed;
                result.set(step, SiteId(site), int(c), float(counted[c] ? mean * perStep : mean),
                    observed == perStep ? Quality::Good : Quality::Imputed);
            }
        }
    }
    return result;
}

} // namespace belvedere
