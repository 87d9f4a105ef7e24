// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/ranking_table.h"

#include "common/format.h"
#include "safety/safety_text.h"
#include "theme/theme.h"

#include <QCoreApplication>

#include <algorithm>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::RankingTable)
};

constexpr int kShareDecimals = 3; // of hit rate and PEI
constexpr int kPaiDecimals = 2;

bool isClear(const Interval &difference)
{
    return difference.lower > 0.0 || difference.upper < 0.0;
}

} // namespace

QString intervalText(const Interval &interval, int decimals)
{
    //: a figure with its interval, as in "0.312 (0.290 to 0.335)"
    return Text::tr("%1 (%2 to %3)")
        .arg(formatNumber(interval.value, decimals), formatNumber(interval.lower, decimals),
            formatNumber(interval.upper, decimals));
}

QString RankingColumns::header(int column)
{
    switch (column) {
    case Method:
        return Text::tr("Ranking by");
    case HitRate:
        return Text::tr("Hit rate");
    case Pai:
        return Text::tr("PAI");
    case Pei:
        return Text::tr("PEI");
    case AgainstCount:
        return Text::tr("PEI against the count map");
    }
    return {};
}

Qt::Alignment RankingColumns::alignment(int column)
{
    return Qt::AlignVCenter | (column == Method ? Qt::AlignLeft : Qt::AlignRight);
}

QVariant RankingColumns::data(const RankingRow &row, int column, int role)
{
    if (role == Qt::FontRole && column == AgainstCount && row.peiAgainstCount
        && isClear(*row.peiAgainstCount)) {
        QFont bold = themeFont(type::kDense, QFont::DemiBold);
        return bold;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Method:
        return methodTitle(row.method);
    case HitRate:
        return intervalText(row.score.hitRate, kShareDecimals);
    case Pai:
        return intervalText(row.score.pai, kPaiDecimals);
    case Pei:
        return intervalText(row.score.pei, kShareDecimals);
    case AgainstCount:
        return row.peiAgainstCount ? intervalText(*row.peiAgainstCount, kShareDecimals)
                                   : QString::fromUtf8("–");
    }
    return {};
}

std::vector<RankingRow> rankingRows(const HotspotStudy &study, std::size_t share)
{
    std::vector<RankingRow> rows;
    for (const MethodScore &method : study.methods) {
        if (share >= method.score.shares.size())
            continue;
        RankingRow row{method.method, method.score.shares[share], {}};
        if (share < method.againstCount.size())
            row.peiAgainstCount = method.againstCount[share].pei;
        rows.push_back(std::move(row));
    }
    return rows;
}

ChartTable rankingTable(const HotspotStudy &study)
{
    ChartTable table;
    table.header = {QStringLiteral("method"), QStringLiteral("share"), QStringLiteral("cells")};
    for (const char *figure : {"hit_rate", "pai", "pei", "pei_minus_count"}) {
        for (const char *part : {"", "_lower", "_upper"})
            table.header += QLatin1String(figure) + QLatin1String(part);
    }
    for (const MethodScore &method : study.methods) {
        for (std::size_t i = 0; i < method.score.shares.size(); ++i) {
            const ShareScore &score = method.score.shares[i];
            QStringList row{hotspotMethodName(method.method), plainNumber(score.share),
                QString::number(score.cells)};
            const auto add = [&row](const Interval &interval) {
                row += {plainNumber(interval.value), plainNumber(interval.lower),
                    plainNumber(interval.upper)};
            };
            add(score.hitRate);
            add(score.pai);
            add(score.pei);
            if (i < method.againstCount.size())
                add(method.againstCount[i].pei);
            else
                row += {QString(), QString(), QString()};
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

QString rankingVerdict(const HotspotStudy &study, std::size_t share)
{
    const std::vector<RankingRow> rows = rankingRows(study, share);
    if (rows.empty())
        return {};
    const auto best =
        std::max_element(rows.begin(), rows.end(), [](const RankingRow &a, const RankingRow &b) {
            return a.score.pei.value < b.score.pei.value;
        });
    const QString area = formatPercent(best->score.share);
    const QString caught = formatPercent(best->score.hitRate.value, 1);
    const QString method = methodTitle(best->method);
    if (!best->peiAgainstCount)
        return Text::tr("%1 of the area, chosen by “%2”, had %3 of the incidents: no other ranking "
                        "caught more.")
            .arg(area, method, caught);
    return isClear(*best->peiAgainstCount)
        ? Text::tr("%1 of the area, chosen by “%2”, had %3 of the incidents: clearly more than the "
                   "count map caught.")
              .arg(area, method, caught)
        : Text::tr("%1 of the area, chosen by “%2”, had %3 of the incidents: the most, but not "
                   "clearly more than the count map.")
              .arg(area, method, caught);
}

} // namespace belvedere::ui
