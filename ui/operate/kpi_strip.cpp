// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/kpi_strip.h"

#include "common/format.h"
#include "common/kpi_tile.h"
#include "common/quantity_names.h"
#include "operate/scene_attributes.h"
#include "theme/theme.h"
#include "traffic/congestion.h"

#include <QHBoxLayout>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kMissingValue = std::numeric_limits<double>::quiet_NaN();
constexpr double kSlowShareFlag = 0.25; // a quarter of the sites slow or standing
constexpr double kReportingFlag = 0.90; // fewer sites than that report

} // namespace

KpiStrip::KpiStrip(OperateController &controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
    , m_mean(new KpiTile(this))
    , m_slow(new KpiTile(this))
    , m_ahead(new KpiTile(this))
    , m_companion(new KpiTile(this))
    , m_events(new KpiTile(this))
    , m_reporting(new KpiTile(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    for (KpiTile *tile : {m_mean, m_slow, m_ahead, m_companion, m_events, m_reporting})
        layout->addWidget(tile, 1);
}

std::vector<const KpiTile *> KpiStrip::tiles() const
{
    std::vector<const KpiTile *> shown;
    for (const KpiTile *tile : {m_mean, m_slow, m_ahead, m_companion, m_events, m_reporting}) {
        if (!tile->isHidden())
            shown.push_back(tile);
    }
    return shown;
}

std::pair<int, int> KpiStrip::lastDay(const QuantityView &view, const TimeContext &time)
{
    const int last =
        std::min(view.stepOf(std::min(time.now, time.current)), view.series->axis.count - 1);
    const auto day = static_cast<int>(kMsPerDay / view.series->axis.stepMs);
    return {std::max(0, last - day), last};
}

void KpiStrip::refresh(const std::vector<SiteState> &states)
{
    if (!m_controller.quantity() || states.empty())
        return;
    refreshMean(states);
    refreshSlow(states);
    refreshAhead();
    refreshCompanion();
    refreshEvents();
    refreshReporting(states);
}

void KpiStrip::refreshMean(const std::vector<SiteState> &states)
{
    const QuantityView &view = *m_controller.quantity();
    const TimeContext &time = m_controller.time();
    const Channel &channel = view.channelInfo();
    const double mean = static_cast<double>(meanOf(states));
    m_mean->setLabel(tr("%1, mean", "quantity").arg(channelTitle(channel.key)));
    m_mean->setValue(mean, channel.unit);
    const int step = view.stepOf(time.current);
    const double usual = view.series->axis.has(step)
        ? static_cast<double>(view.usualMean[static_cast<std::size_t>(step)])
        : kMissingValue;
    m_mean->setDelta(mean - usual, tr("against usual"));
    const auto [first, last] = lastDay(view, time);
    std::vector<double> line;
    for (int t = first; t <= last; ++t)
        line.push_back(static_cast<double>(view.mean[static_cast<std::size_t>(t)]));
    m_mean->setSparkline(std::move(line));
}

void KpiStrip::refreshSlow(const std::vector<SiteState> &states)
{
    const QuantityView &view = *m_controller.quantity();
    m_slow->setVisible(view.scale.relativeToFreeFlow);
    if (!view.scale.relativeToFreeFlow)
        return;
    int slow = 0;
    int known = 0;
    for (std::size_t s = 0; s < states.size(); ++s) {
        const int cls = view.scale.classOf(states[s].value, view.freeFlow[s]);
        known += cls >= 0 ? 1 : 0;
        slow += cls >= static_cast<int>(SpeedBand::Slow) ? 1 : 0;
    }
    const double share = known > 0 ? static_cast<double>(slow) / known : kMissingValue;
    m_slow->setLabel(tr("Slow or standing"));
    m_slow->setValue(100.0 * share, QStringLiteral("%"), 0);
    m_slow->setFlag(share > kSlowShareFlag ? KpiFlag::High : KpiFlag::Normal);
    const auto [first, last] = lastDay(view, m_controller.time());
    std::vector<double> line;
    for (int t = first; t <= last; ++t)
        line.push_back(100.0 * static_cast<double>(view.slowShare[static_cast<std::size_t>(t)]));
    m_slow->setSparkline(std::move(line));
}

void KpiStrip::refreshAhead()
{
    const QuantityView &view = *m_controller.quantity();
    const auto forecast = m_controller.forecastAtNow();
    double mean = kMissingValue;
    double minutes = 60.0;
    if (forecast) {
        mean = static_cast<double>(meanMedian(*forecast, forecast->shape.horizon - 1));
        minutes =
            static_cast<double>(forecast->shape.horizon * forecast->shape.stepMs) / kMsPerMinute;
    }
    m_ahead->setLabel(tr("Forecast in %1").arg(formatDuration(minutes * 60.0)));
    m_ahead->setValue(mean, view.channelInfo().unit);
    const int step = std::min(view.stepOf(m_controller.time().now), view.series->axis.count - 1);
    const double now =
        step >= 0 ? static_cast<double>(view.mean[static_cast<std::size_t>(step)]) : kMissingValue;
    m_ahead->setDelta(mean - now, tr("against now"));
}

void KpiStrip::refreshCompanion()
{
    const auto &companions = m_controller.bundle()->companions;
    m_companion->setVisible(!companions.empty());
    if (companions.empty())
        return;
    const QuantityView &view = *companions.front();
    const TimeContext &time = m_controller.time();
    const auto [first, last] = lastDay(view, time);
    std::vector<double> line;
    for (int t = first; t <= last; ++t)
        line.push_back(static_cast<double>(view.mean[static_cast<std::size_t>(t)]));
    m_companion->setLabel(tr("%1, %Ln station(s)", nullptr, view.siteCount())
                              .arg(channelTitle(view.channelInfo().key)));
    m_companion->setValue(line.empty() ? kMissingValue : line.back(), view.channelInfo().unit);
    m_companion->setDelta(line.empty()
            ? kMissingValue
            : line.back() - static_cast<double>(view.usualMean[static_cast<std::size_t>(last)]),
        tr("against usual"));
    m_companion->setSparkline(std::move(line));
}

void KpiStrip::refreshEvents()
{
    const TimeContext &time = m_controller.time();
    const UtcMs until = std::min(time.now, time.current);
    int open = 0;
    int worst = 0;
    std::vector<double> hourly(24, 0.0);
    const std::vector<Incident> &incidents = m_controller.bundle()->incidents;
    for (const Incident &incident : incidents) {
        if (isShown(incident, time)) {
            ++open;
            worst = std::max(worst, incident.to ? incident.severity : 0);
        }
        const UtcMs ago = until - incident.from;
        if (ago >= 0 && ago < kMsPerDay)
            hourly[23 - static_cast<std::size_t>(ago / kMsPerHour)] += 1.0;
    }
    m_events->setVisible(!incidents.empty());
    m_events->setLabel(tr("Incidents and calls"));
    m_events->setValue(open, QString(), 0);
    m_events->setFlag(worst >= 4 ? KpiFlag::Critical
            : worst == 3         ? KpiFlag::High
                                 : KpiFlag::Normal);
    m_events->setSparkline(std::move(hourly));
}

void KpiStrip::refreshReporting(const std::vector<SiteState> &states)
{
    const QuantityView &view = *m_controller.quantity();
    const TimeContext &time = m_controller.time();
    const auto [first, last] = lastDay(view, time);
    const double sites = std::max(1, view.siteCount());
    std::vector<double> line;
    for (int t = first; t <= last; ++t)
        line.push_back(100.0 * view.reporting[static_cast<std::size_t>(t)] / sites);
    UtcMs newest = 0;
    for (const SiteState &state : states)
        newest = std::max(newest, state.measured);
    const double share = line.empty() ? kMissingValue : line.back();
    m_reporting->setLabel(tr("Reporting"));
    m_reporting->setValue(share, QStringLiteral("%"), 0);
    m_reporting->setFlag(share < 100.0 * kReportingFlag ? KpiFlag::Medium : KpiFlag::Normal);
    m_reporting->setSparkline(std::move(line));
    m_reporting->setAge(time.isForecast() || newest == 0 ? -1 : time.current - newest);
}

} // namespace belvedere::ui
