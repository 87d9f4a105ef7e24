// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/features/forecast_features.h"

#include "data/holidays.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace belvedere {

namespace {

constexpr std::array kLags = {0, 1, 2, 3, 4, 5, 8, 11, 17, 23, 35, 47, 71}; // in steps
constexpr std::array kMeans = {3, 6, 12, 24, 48, 72}; // steps that a rolling mean is of
constexpr std::array kExtremes = {6, 24}; // steps of a rolling least, most and deviation
constexpr int kShort = 3; // steps of a short change
constexpr int kRecent = 6; // steps of a companion's mean
constexpr int kLong = 24; // steps of a companion's change
constexpr double kMostCorrelated = 3e8; // products when neighbours are chosen
constexpr double kDaysPerYear = 365.2425;

double radians(double share)
{
    return 2.0 * std::numbers::pi * share;
}

/// Figures of the known values among some.
struct Summary
{
    void add(float value)
    {
        if (std::isnan(value))
            return;
        const double v = double(value);
        count += 1;
        sum += v;
        squares += v * v;
        least = std::min(least, value);
        most = std::max(most, value);
    }
    [[nodiscard]] float mean() const
    {
        return count > 0 ? static_cast<float>(sum / count) : kMissing;
    }
    [[nodiscard]] float deviation() const
    {
        if (count < 2)
            return kMissing;
        const double variance = squares / count - sum / count * sum / count;
        return static_cast<float>(std::sqrt(std::max(0.0, variance)));
    }

    int count = 0;
    double sum = 0.0;
    double squares = 0.0;
    float least = std::numeric_limits<float>::infinity();
    float most = -std::numeric_limits<float>::infinity();
};

} // namespace

ForecastFeatures ForecastFeatures::fromSteps(
    const ChannelHistory &history, const ForecastShape &shape, StepRange steps, UsualLevels levels)
{
    ForecastFeatures made;
    made.m_shape = shape;
    made.m_levels = std::move(levels);
    for (const auto &companion : history.companions) {
        const float *begin = companion->row(steps.begin);
        const float *end = companion->row(steps.end);
        if (!std::all_of(begin, end, [](float value) { return std::isnan(value); }))
            made.m_companions.push_back(
                {companion->channel.key, companion->channel.unit == QString::fromUtf8("°")});
    }
    std::sort(made.m_companions.begin(), made.m_companions.end(),
        [](const Companion &a, const Companion &b) { return a.key < b.key; });
    made.chooseNeighbours(history, steps);
    made.nameFeatures();
    return made;
}

/// For each site those whose deviations go best with its own some steps later.
void ForecastFeatures::chooseNeighbours(const ChannelHistory &history, StepRange steps)
{
    if (!hasOthers())
        return;
    const std::size_t sites = m_levels.siteCount();
    const FeaturePanel panel = trainingPanel(history, steps);
    const int lag = std::max(1, m_shape.horizon / 4);
    const int count = steps.end - steps.begin - lag;
    const double most = std::max(100.0, kMostCorrelated / (double(sites) * double(sites)));
    const int stride = std::max(1, static_cast<int>(double(count) / most));
    std::vector<float> sums(sites * sites);
    for (int step = 0; step < count; step += stride) {
        const float *now = panel.deviations.data() + static_cast<std::size_t>(step) * sites;
        const float *then = now + static_cast<std::size_t>(lag) * sites;
        for (std::size_t site = 0; site < sites; ++site) {
            if (std::isnan(then[site]))
                continue;
            // Deviations are in spreads: the products are correlations but for what is missing.
            for (std::size_t other = 0; other < sites; ++other)
                sums[site * sites + other] +=
                    std::isnan(now[other]) ? 0.0F : then[site] * now[other];
        }
    }
    m_neighbours.assign(sites * kNeighbours, -1);
    std::vector<std::size_t> order(sites);
    for (std::size_t site = 0; site < sites; ++site) {
        std::iota(order.begin(), order.end(), 0);
        order.erase(order.begin() + static_cast<std::ptrdiff_t>(site));
        const std::size_t kept = std::min(kNeighbours, order.size());
        const float *ofSite = sums.data() + site * sites;
        std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept),
            order.end(), [&](std::size_t a, std::size_t b) {
                return ofSite[a] != ofSite[b] ? ofSite[a] > ofSite[b] : a < b;
            });
        for (std::size_t k = 0; k < kept; ++k)
            m_neighbours[site * kNeighbours + k] = static_cast<int>(order[k]);
        order.resize(sites);
    }
}

void ForecastFeatures::nameFeatures()
{
    m_features.clear();
    const auto add = [&](const QString &name, const char *meaning, const QStringList &arguments) {
        m_features.push_back({name, meaning, arguments});
    };
    const auto numbered = [&](const char *name, int number, const char *meaning) {
        add(QLatin1String(name) + QString::number(number), meaning, {QString::number(number)});
    };
    add(QStringLiteral("level"), QT_TRANSLATE_NOOP("Model", "Last value, from the site's mean"),
        {});
    add(QStringLiteral("last"), QT_TRANSLATE_NOOP("Model", "Last known deviation"), {});
    add(QStringLiteral("age"), QT_TRANSLATE_NOOP("Model", "Steps since the last value"), {});
    add(QStringLiteral("observed"), QT_TRANSLATE_NOOP("Model", "Share of the window observed"), {});
    for (const int lag : kLags) {
        if (lag < m_shape.history)
            numbered("lag-", lag, QT_TRANSLATE_NOOP("Model", "Deviation %1 steps before"));
    }
    for (const int steps : kMeans) {
        if (steps <= m_shape.history)
            numbered("mean-", steps, QT_TRANSLATE_NOOP("Model", "Mean deviation over %1 steps"));
    }
    for (const int steps : kExtremes) {
        if (steps > m_shape.history)
            continue;
        numbered("least-", steps, QT_TRANSLATE_NOOP("Model", "Smallest deviation in %1 steps"));
        numbered("most-", steps, QT_TRANSLATE_NOOP("Model", "Largest deviation in %1 steps"));
        numbered("spread-", steps, QT_TRANSLATE_NOOP("Model", "Spread of %1 steps"));
    }
    add(QStringLiteral("site-mean"), QT_TRANSLATE_NOOP("Model", "The site's mean"), {});
    add(QStringLiteral("site-spread"), QT_TRANSLATE_NOOP("Model", "The site's spread"), {});
    if (hasOthers()) {
        add(QStringLiteral("others"), QT_TRANSLATE_NOOP("Model", "Mean of the other sites"), {});
        add(QStringLiteral("others-before"),
            QT_TRANSLATE_NOOP("Model", "Mean of the other sites one step before"), {});
        add(QStringLiteral("others-change"),
            QT_TRANSLATE_NOOP("Model", "Change of the other sites"), {});
        for (int k = 1; k <= static_cast<int>(kNeighbours); ++k) {
            numbered("neighbour-", k, QT_TRANSLATE_NOOP("Model", "Deviation at neighbour %1"));
            numbered("neighbour-change-", k, QT_TRANSLATE_NOOP("Model", "Change at neighbour %1"));
        }
    }
    for (const Companion &c : m_companions) {
        if (c.direction) {
            add(c.key + QStringLiteral("-north"),
                QT_TRANSLATE_NOOP("Model", "%1, share from north"), {c.key});
            add(c.key + QStringLiteral("-east"), QT_TRANSLATE_NOOP("Model", "%1, share from east"),
                {c.key});
            continue;
        }
        add(c.key, QT_TRANSLATE_NOOP("Model", "%1, last value"), {c.key});
        add(c.key + QStringLiteral("-mean"),
            QT_TRANSLATE_NOOP("Model", "%1, mean of the last steps"), {c.key});
        add(c.key + QStringLiteral("-change"), QT_TRANSLATE_NOOP("Model", "%1, change"), {c.key});
        add(c.key + QStringLiteral("-city"), QT_TRANSLATE_NOOP("Model", "%1, mean of all sites"),
            {c.key});
    }
    m_windowColumns = m_features.size();
    add(QStringLiteral("ahead"), QT_TRANSLATE_NOOP("Model", "Steps ahead"), {});
    add(QStringLiteral("usual"), QT_TRANSLATE_NOOP("Model", "Usual then"), {});
    add(QStringLiteral("usual-change"), QT_TRANSLATE_NOOP("Model", "Usual change until then"), {});
    add(QStringLiteral("day-before"),
        QT_TRANSLATE_NOOP("Model", "Deviation at that time of day before"), {});
    add(QStringLiteral("hour"), QT_TRANSLATE_NOOP("Model", "Hour"), {});
    add(QStringLiteral("hour-sin"), QT_TRANSLATE_NOOP("Model", "Time of day, sine"), {});
    add(QStringLiteral("hour-cos"), QT_TRANSLATE_NOOP("Model", "Time of day, cosine"), {});
    add(QStringLiteral("half-day-sin"), QT_TRANSLATE_NOOP("Model", "Half day, sine"), {});
    add(QStringLiteral("half-day-cos"), QT_TRANSLATE_NOOP("Model", "Half day, cosine"), {});
    add(QStringLiteral("weekday"), QT_TRANSLATE_NOOP("Model", "Weekday"), {});
    add(QStringLiteral("weekend"), QT_TRANSLATE_NOOP("Model", "Weekend"), {});
    add(QStringLiteral("holiday"), QT_TRANSLATE_NOOP("Model", "Public holiday"), {});
    add(QStringLiteral("year-sin"), QT_TRANSLATE_NOOP("Model", "Time of year, sine"), {});
    add(QStringLiteral("year-cos"), QT_TRANSLATE_NOOP("Model", "Time of year, cosine"), {});
}

void ForecastFeatures::fillPanel(
    const ChannelHistory &history, int inputSteps, FeaturePanel &panel) const
{
    const std::size_t sites = m_levels.siteCount();
    panel.deviations.reserve(static_cast<std::size_t>(inputSteps) * sites);
    for (int i = 0; i < inputSteps; ++i) {
        const float *row = history.row(panel.firstStep + i);
        const float *usual = panel.usual.data() + static_cast<std::size_t>(i) * sites;
        float sum = 0.0F;
        float count = 0.0F;
        for (std::size_t s = 0; s < sites; ++s) {
            const float deviation = (row[s] - usual[s]) / m_levels.spread(s);
            panel.deviations.push_back(deviation);
            if (!std::isnan(deviation)) {
                sum += deviation;
                count += 1.0F;
            }
        }
        panel.sums.push_back(sum);
        panel.counts.push_back(count);
    }
}

FeaturePanel ForecastFeatures::trainingPanel(const ChannelHistory &history, StepRange steps) const
{
    FeaturePanel panel;
    panel.firstStep = steps.begin;
    panel.usual = m_levels.leftOut();
    fillPanel(history, steps.end - steps.begin, panel);
    return panel;
}

FeaturePanel ForecastFeatures::windowPanel(const ChannelHistory &history, int lastStep) const
{
    FeaturePanel panel;
    panel.firstStep = lastStep - m_shape.history + 1;
    for (int step = panel.firstStep; step <= lastStep + m_shape.horizon; ++step) {
        const float *usual = m_levels.usual(history.minuteOfWeekAt(step));
        panel.usual.insert(panel.usual.end(), usual, usual + m_levels.siteCount());
    }
    fillPanel(history, m_shape.history, panel);
    return panel;
}

ForecastFeatures::Moment ForecastFeatures::momentAt(
    const ChannelHistory &history, const FeaturePanel &panel, int lastStep) const
{
    Moment moment{&history, &panel, lastStep, {}, {}};
    for (const Companion &c : m_companions) {
        const auto found = std::find_if(history.companions.begin(), history.companions.end(),
            [&](const auto &companion) { return companion->channel.key == c.key; });
        moment.companions.push_back(found == history.companions.end() ? nullptr : found->get());
        Summary summary;
        for (std::size_t s = 0; moment.companions.back() != nullptr && s < m_levels.siteCount();
             ++s)
            summary.add(moment.companions.back()->row(lastStep)[s]);
        moment.companionMeans.push_back(summary.mean());
    }
    return moment;
}

float ForecastFeatures::lastDeviation(const Moment &moment, std::size_t site) const
{
    for (int step = moment.lastStep; step > moment.lastStep - m_shape.history; --step) {
        const float value = deviationsAt(moment, step)[site];
        if (!std::isnan(value))
            return value;
    }
    return 0.0F;
}

float *ForecastFeatures::writeOwn(const Moment &moment, std::size_t site, float *out) const
{
    const int history = m_shape.history;
    int age = history;
    int observed = 0;
    float level = kMissing;
    std::array<Summary, kMeans.size()> summaries;
    std::array<Summary, kExtremes.size()> extremes;
    for (int lag = 0; lag < history; ++lag) {
        const float value = deviationsAt(moment, moment.lastStep - lag)[site];
        if (std::isnan(value))
            continue;
        ++observed;
        if (age == history) {
            age = lag;
            level = (moment.history->row(moment.lastStep - lag)[site] - m_levels.mean(site))
                / m_levels.spread(site);
        }
        for (std::size_t i = 0; i < kMeans.size(); ++i) {
            if (lag < kMeans[i])
                summaries[i].add(value);
        }
        for (std::size_t i = 0; i < kExtremes.size(); ++i) {
            if (lag < kExtremes[i])
                extremes[i].add(value);
        }
    }
    *out++ = level;
    *out++ = observed > 0 ? lastDeviation(moment, site) : kMissing;
    *out++ = static_cast<float>(age);
    *out++ = static_cast<float>(observed) / static_cast<float>(history);
    for (const int lag : kLags) {
        if (lag < history)
            *out++ = deviationsAt(moment, moment.lastStep - lag)[site];
    }
    for (std::size_t i = 0; i < kMeans.size(); ++i) {
        if (kMeans[i] <= history)
            *out++ = summaries[i].mean();
    }
    for (std::size_t i = 0; i < kExtremes.size(); ++i) {
        if (kExtremes[i] > history)
            continue;
        const bool known = extremes[i].count > 0;
        *out++ = known ? extremes[i].least : kMissing;
        *out++ = known ? extremes[i].most : kMissing;
        *out++ = extremes[i].deviation();
    }
    *out++ = m_levels.mean(site);
    *out++ = m_levels.spread(site);
    return out;
}

float *ForecastFeatures::writeOthers(const Moment &moment, std::size_t site, float *out) const
{
    if (!hasOthers())
        return out;
    const int before = std::min(kShort, m_shape.history - 1);
    const auto others = [&](int lag) {
        if (lag >= m_shape.history)
            return kMissing;
        const int step = moment.lastStep - lag;
        const auto i = static_cast<std::size_t>(step - moment.panel->firstStep);
        const float own = deviationsAt(moment, step)[site];
        const bool known = !std::isnan(own);
        const float count = moment.panel->counts[i] - (known ? 1.0F : 0.0F);
        return count > 0.0F ? (moment.panel->sums[i] - (known ? own : 0.0F)) / count : kMissing;
    };
    const float now = others(0);
    *out++ = now;
    *out++ = others(1);
    *out++ = now - others(before);
    const float *last = deviationsAt(moment, moment.lastStep);
    const float *earlier = deviationsAt(moment, moment.lastStep - before);
    for (std::size_t k = 0; k < kNeighbours; ++k) {
        const int neighbour = m_neighbours[site * kNeighbours + k];
        *out++ = neighbour < 0 ? kMissing : last[neighbour];
        *out++ = neighbour < 0 ? kMissing : last[neighbour] - earlier[neighbour];
    }
    return out;
}

float *ForecastFeatures::writeCompanions(const Moment &moment, std::size_t site, float *out) const
{
    for (std::size_t c = 0; c < m_companions.size(); ++c) {
        const ChannelHistory *source = moment.companions[c];
        const auto at = [&](int lag) {
            return source == nullptr ? kMissing : source->row(moment.lastStep - lag)[site];
        };
        float last = kMissing;
        for (int lag = 0; lag < m_shape.history && std::isnan(last); ++lag)
            last = at(lag);
        if (m_companions[c].direction) {
            const double angle = radians(double(last) / 360.0);
            *out++ = static_cast<float>(std::cos(angle));
            *out++ = static_cast<float>(std::sin(angle));
            continue;
        }
        Summary recent;
        for (int lag = 0; lag < std::min(kRecent, m_shape.history); ++lag)
            recent.add(at(lag));
        *out++ = last;
        *out++ = recent.mean();
        *out++ = last - at(std::min(kLong, m_shape.history) - 1);
        *out++ = moment.companionMeans[c];
    }
    return out;
}

void ForecastFeatures::writeWindow(const Moment &moment, std::size_t site, float *out) const
{
    writeCompanions(moment, site, writeOthers(moment, site, writeOwn(moment, site, out)));
}

ForecastFeatures::Calendar ForecastFeatures::calendarAt(const ChannelHistory &history, int step)
{
    const int minute = history.minuteOfWeekAt(step);
    const double day = double(minute % kMinutesPerDay) / kMinutesPerDay;
    const int weekday = minute / kMinutesPerDay;
    const double year =
        std::fmod(double(localDay(history.axis.at(step), history.zone)), kDaysPerYear)
        / kDaysPerYear;
    return {static_cast<float>(24.0 * day), static_cast<float>(std::sin(radians(day))),
        static_cast<float>(std::cos(radians(day))), static_cast<float>(std::sin(radians(2 * day))),
        static_cast<float>(std::cos(radians(2 * day))), static_cast<float>(weekday),
        weekday >= 5 ? 1.0F : 0.0F, history.isHoliday(step) ? 1.0F : 0.0F,
        static_cast<float>(std::sin(radians(year))), static_cast<float>(std::cos(radians(year)))};
}

void ForecastFeatures::writeTarget(
    const Moment &moment, std::size_t site, int ahead, const Calendar &calendar, float *out) const
{
    const auto usualAt = [&](int step) {
        return moment.panel
            ->usual[static_cast<std::size_t>(step - moment.panel->firstStep) * m_levels.siteCount()
                + site];
    };
    const float spread = m_levels.spread(site);
    const float usual = usualAt(moment.lastStep + ahead);
    // The latest step at the same time of an earlier day that is no later than the last input.
    const auto perDay = std::max<std::int64_t>(1, kMsPerDay / m_shape.stepMs);
    const std::int64_t lag = (ahead + perDay - 1) / perDay * perDay - ahead;
    *out++ = static_cast<float>(ahead);
    *out++ = (usual - m_levels.mean(site)) / spread;
    *out++ = (usual - usualAt(moment.lastStep)) / spread;
    *out++ = lag < m_shape.history
        ? deviationsAt(moment, moment.lastStep - static_cast<int>(lag))[site]
        : kMissing;
    std::copy(calendar.begin(), calendar.end(), out);
}

std::vector<QString> ForecastFeatures::companions() const
{
    std::vector<QString> keys;
    for (const Companion &companion : m_companions)
        keys.push_back(companion.key);
    return keys;
}

std::vector<NamedTensor> ForecastFeatures::tensors() const
{
    std::vector<NamedTensor> tensors = m_levels.tensors();
    if (hasOthers())
        tensors.push_back({QStringLiteral("neighbours"),
            {std::int64_t(m_levels.siteCount()), std::int64_t(kNeighbours)},
            std::vector<float>(m_neighbours.begin(), m_neighbours.end())});
    if (!m_companions.empty()) {
        NamedTensor directions{
            QStringLiteral("directions"), {std::int64_t(m_companions.size())}, {}};
        for (const Companion &companion : m_companions)
            directions.values.push_back(companion.direction ? 1.0F : 0.0F);
        tensors.push_back(std::move(directions));
    }
    return tensors;
}

Result<ForecastFeatures> ForecastFeatures::fromState(const ModelState &state)
{
    ForecastFeatures made;
    made.m_shape = state.spec.shape;
    BV_TRY(made.m_levels, UsualLevels::fromTensors(state));
    const auto sites = std::int64_t(made.m_levels.siteCount());
    if (made.hasOthers()) {
        BV_TRY(const NamedTensor *neighbours,
            state.tensor(QStringLiteral("neighbours"), {sites, std::int64_t(kNeighbours)}));
        for (const float neighbour : neighbours->values) {
            if (!(neighbour >= -1.0F && neighbour < static_cast<float>(sites)
                    && neighbour == std::floor(neighbour)))
                return failure(Errc::Schema,
                    QT_TRANSLATE_NOOP(
                        "Error", "The model's neighbours are damaged: one of them is no site."));
            made.m_neighbours.push_back(static_cast<int>(neighbour));
        }
    }
    const std::vector<QString> &keys = state.spec.companions;
    if (!keys.empty()) {
        BV_TRY(const NamedTensor *directions,
            state.tensor(QStringLiteral("directions"), {std::int64_t(keys.size())}));
        for (std::size_t c = 0; c < keys.size(); ++c)
            made.m_companions.push_back({keys[c], directions->values[c] != 0.0F});
    }
    made.nameFeatures();
    return made;
}

} // namespace belvedere
