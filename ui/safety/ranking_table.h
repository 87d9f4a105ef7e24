// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_table.h"
#include "common/table_model.h"
#include "safety/hotspot_study.h"

#include <optional>

namespace belvedere::ui {

/// What a method's ranking is worth at one share of the area.
struct RankingRow
{
    HotspotMethod method = HotspotMethod::Count;
    ShareScore score;
    std::optional<Interval> peiAgainstCount; ///< none for the count map itself
};

struct RankingColumns
{
    enum Column { Method, HitRate, Pai, Pei, AgainstCount, Count };
    static constexpr int count = Count;
    static QString header(int column);
    static Qt::Alignment alignment(int column);
    static QVariant data(const RankingRow &row, int column, int role);
};

using RankingModel = TableModel<RankingRow, RankingColumns>;

/// @param share  position among the study's shares.
[[nodiscard]] std::vector<RankingRow> rankingRows(const HotspotStudy &study, std::size_t share);
/// All methods at all shares with their intervals, for other programs.
[[nodiscard]] ChartTable rankingTable(const HotspotStudy &study);
/// "0.312 (0.290 to 0.335)"
[[nodiscard]] QString intervalText(const Interval &interval, int decimals);
/// Which method catches most at this share, and whether that is more than luck, as a sentence.
[[nodiscard]] QString rankingVerdict(const HotspotStudy &study, std::size_t share);

} // namespace belvedere::ui
