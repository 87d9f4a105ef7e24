// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/result_table_model.h"

#include "analyse/analyse_text.h"
#include "common/format.h"
#include "theme/theme.h"

#include <array>
#include <cmath>

namespace belvedere::ui {

namespace {
constexpr double kPercent = 100.0;
}

ResultTableModel::ResultTableModel(const ForecasterFactory &factory, QObject *parent)
    : QAbstractTableModel(parent)
    , m_factory(factory)
{
}

void ResultTableModel::setRun(const std::optional<RunRecord> &run, std::int64_t stepMs)
{
    beginResetModel();
    m_run = run;
    m_stepMs = stepMs;
    rebuild();
    endResetModel();
}

void ResultTableModel::setMeasure(Measure measure)
{
    beginResetModel();
    m_measure = measure;
    rebuild();
    endResetModel();
}

void ResultTableModel::retranslate()
{
    beginResetModel();
    endResetModel();
}

std::vector<int> ResultTableModel::shownSteps(int horizon)
{
    std::vector<int> steps;
    for (const int step : {3, 6, 12}) {
        if (step <= horizon)
            steps.push_back(step);
    }
    if (horizon > 0 && (steps.empty() || steps.back() != horizon))
        steps.push_back(horizon);
    return steps;
}

void ResultTableModel::rebuild()
{
    m_kinds.clear();
    m_rows.clear();
    if (!m_run)
        return;
    std::vector<const ForecastMetrics *> metrics{&m_run->test};
    m_kinds.push_back(m_run->spec.model);
    for (const auto &[kind, figures] : m_run->baselines) {
        if (kind == m_run->spec.model)
            continue;
        m_kinds.push_back(kind);
        metrics.push_back(&figures);
    }
    const auto add = [&](int step) {
        Row row;
        row.step = step;
        for (const ForecastMetrics *m : metrics) {
            const auto index = static_cast<std::size_t>(step - 1);
            if (step == 0)
                row.values.push_back(valueOf(m->all, m_measure));
            else if (index < m->horizons.size())
                row.values.push_back(valueOf(m->horizons[index], m_measure));
            else
                row.values.push_back(std::numeric_limits<double>::quiet_NaN());
        }
        row.best = bestOf(row.values, m_measure);
        m_rows.push_back(std::move(row));
    };
    for (const int step : shownSteps(static_cast<int>(m_run->test.horizons.size())))
        add(step);
    add(0);
}

int ResultTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ResultTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_run ? 0 : static_cast<int>(m_kinds.size()) + 2;
}

QString ResultTableModel::bestText(const Row &row) const
{
    if (!row.best)
        return m_kinds.size() > 1 ? tr("No difference") : QString();
    const QString title = modelTitle(m_factory, m_kinds[*row.best]);
    std::optional<double> next; // the best of the others
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        if (i == *row.best || std::isnan(row.values[i]))
            continue;
        if (!next || badness(row.values[i], m_measure) < badness(*next, m_measure))
            next = row.values[i];
    }
    const auto gain = next ? gainOver(row.values[*row.best], *next, m_measure) : std::nullopt;
    if (!gain)
        return title;
    //: The best forecaster and its error compared with the next one's: "Neural network, −12 %"
    return tr("%1, %2").arg(
        title, formatSigned(-*gain * kPercent, QStringLiteral("%"), *gain < 0.1 ? 1 : 0));
}

QVariant ResultTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    const bool isValue = column > 0 && column <= static_cast<int>(m_kinds.size());
    const auto forecaster = static_cast<std::size_t>(column - 1);
    switch (role) {
    case Qt::DisplayRole:
        if (column == 0)
            return row.step == 0 ? tr("All", "all times ahead together")
                                 : leadTime(row.step, m_stepMs);
        if (isValue)
            return measureText(row.values[forecaster], m_measure, m_run->unit);
        return bestText(row);
    case Qt::TextAlignmentRole:
        return QVariant(
            isValue ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::FontRole:
        return themeFont(
            type::kDense, isValue && row.best == forecaster ? QFont::DemiBold : QFont::Normal);
    case Qt::ToolTipRole:
        return isValue || column == 0 ? measureHelp(m_measure) : bestText(row);
    default:
        return {};
    }
}

QVariant ResultTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const bool isValue = section > 0 && section <= static_cast<int>(m_kinds.size());
    if (role == Qt::TextAlignmentRole)
        return QVariant(
            isValue ? Qt::AlignRight | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Ahead");
    if (isValue)
        return modelTitle(m_factory, m_kinds[static_cast<std::size_t>(section - 1)]);
    return tr("Best");
}

} // namespace belvedere::ui
