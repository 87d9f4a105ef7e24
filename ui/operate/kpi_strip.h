// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operate/operate_controller.h"

#include <QWidget>

#include <vector>

namespace belvedere::ui {

class KpiTile;

/// The key figures of the city at the instant shown, with the course of the last day.
class KpiStrip : public QWidget
{
    Q_OBJECT

public:
    explicit KpiStrip(OperateController &controller, QWidget *parent = nullptr);

    void refresh(const std::vector<SiteState> &states);
    /// Those that are shown, for a report.
    [[nodiscard]] std::vector<const KpiTile *> tiles() const;

private:
    void refreshMean(const std::vector<SiteState> &states);
    void refreshSlow(const std::vector<SiteState> &states);
    void refreshAhead();
    void refreshReporting(const std::vector<SiteState> &states);
    void refreshEvents();
    void refreshCompanion();
    /// Steps of the last day up to the instant shown, but not after now: [first, last].
    [[nodiscard]] static std::pair<int, int> lastDay(
        const QuantityView &view, const TimeContext &time);

    OperateController &m_controller;
    KpiTile *m_mean;
    KpiTile *m_slow;
    KpiTile *m_ahead;
    KpiTile *m_companion;
    KpiTile *m_events;
    KpiTile *m_reporting;
};

} // namespace belvedere::ui
