// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/scoreboard_model.h"

#include "common/chip_delegate.h"
#include "plan/plan_text.h"

#include <algorithm>

namespace belvedere::ui {

void ScoreboardModel::setRuns(
    std::shared_ptr<const CoupledRun> base, std::vector<ScoreboardEntry> entries)
{
    beginResetModel();
    m_base = std::move(base);
    m_entries = std::move(entries);
    fill();
    endResetModel();
}

void ScoreboardModel::fill()
{
    m_rows.clear();
    if (!m_base)
        return;
    std::vector<std::vector<KpiComparison>> comparisons;
    for (const ScoreboardEntry &entry : m_entries)
        comparisons.push_back(
            entry.run ? compareKpis(*m_base, *entry.run) : std::vector<KpiComparison>());
    for (const KpiDefinition &definition : kpiDefinitions()) {
        const KpiValue *value = findKpi(m_base->kpis, definition.key);
        if (value == nullptr)
            continue;
        const QString tip = kpiTip(definition, *value);
        std::vector<Cell> row{
            {kpiTitle(definition), {}, tip}, {kpiText(definition, *value), definition.unit, tip}};
        for (std::size_t i = 0; i < m_entries.size(); ++i)
            row.push_back(cellOf(m_entries[i], comparisons[i], definition));
        m_rows.push_back(std::move(row));
    }
}

ScoreboardModel::Cell ScoreboardModel::cellOf(const ScoreboardEntry &entry,
    const std::vector<KpiComparison> &comparison, const KpiDefinition &definition) const
{
    if (!entry.run)
        return {tr("–"), tr("not run"), {}};
    const KpiValue *value = findKpi(entry.run->kpis, definition.key);
    if (value == nullptr)
        return {tr("–"), entry.run->tentative ? tr("still being computed") : QString(), {}};
    Cell cell{kpiText(definition, *value), {}, kpiTip(definition, *value)};
    const auto found = std::find_if(comparison.begin(), comparison.end(),
        [&definition](const KpiComparison &each) { return each.definition.key == definition.key; });
    if (found != comparison.end())
        cell.detail = verdictText(found->verdict, found->change, found->relative);
    if (entry.run->tentative)
        cell.detail = tr("%1, tentative").arg(cell.detail);
    else if (entry.old)
        cell.detail = tr("%1, of earlier edits").arg(cell.detail);
    return cell;
}

int ScoreboardModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ScoreboardModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_base ? 0 : FirstScenario + static_cast<int>(m_entries.size());
}

QVariant ScoreboardModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Indicator ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Indicator:
        return tr("Indicator");
    case Base:
        return tr("Base case");
    default:
        return m_entries[static_cast<std::size_t>(section - FirstScenario)].name;
    }
}

QVariant ScoreboardModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Cell &cell =
        m_rows[static_cast<std::size_t>(index.row())][static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case kDetailRole:
        return cell.detail.isEmpty() ? QVariant() : cell.detail;
    case Qt::ToolTipRole:
        return cell.tip.isEmpty() ? QVariant() : cell.tip;
    case Qt::TextAlignmentRole:
        return int(
            Qt::AlignVCenter | (index.column() == Indicator ? Qt::AlignLeft : Qt::AlignRight));
    default:
        return {};
    }
}

} // namespace belvedere::ui
