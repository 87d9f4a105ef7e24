// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/run_table_model.h"

#include "analyse/analyse_text.h"
#include "common/quantity_names.h"
#include "theme/theme.h"

#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

RunColumn columnAt(int section)
{
    return static_cast<RunColumn>(section);
}

} // namespace

RunTableModel::RunTableModel(RunController &runs, const ForecasterFactory &factory, QObject *parent)
    : QAbstractTableModel(parent)
    , m_runs(&runs)
    , m_factory(factory)
{
    connect(&runs, &RunController::runsChanged, this, &RunTableModel::rebuild);
    connect(&runs, &RunController::notesChanged, this, [this](const QStringList &ids) {
        for (const QString &id : ids) {
            const int row = rowOf(id);
            if (row < 0)
                continue;
            m_rows[static_cast<std::size_t>(row)].search = searchTextOf(*runAt(row));
            Q_EMIT dataChanged(index(row, 0), index(row, kRunColumns - 1));
        }
    });
    fill();
}

void RunTableModel::rebuild()
{
    beginResetModel();
    fill();
    endResetModel();
}

void RunTableModel::fill()
{
    m_titles.clear();
    for (const auto &kind : m_factory.kinds())
        m_titles.insert(kind.kind, modelTitle(m_factory, kind.kind));
    m_rows.clear();
    m_rowOf.clear();
    m_rows.reserve(m_runs->runs().size());
    for (const RunEntry &run : m_runs->runs()) {
        Row row;
        row.search = searchTextOf(run);
        for (int column = 0; column < kRunColumns; ++column)
            row.sortValues[static_cast<std::size_t>(column)] = runNumber(run, columnAt(column));
        m_rowOf.insert(run.record.id, static_cast<int>(m_rows.size()));
        m_rows.push_back(std::move(row));
    }
}

QString RunTableModel::searchTextOf(const RunEntry &run) const
{
    const TrainSpec &spec = run.record.spec;
    const QString options =
        QString::fromUtf8(QJsonDocument(spec.options).toJson(QJsonDocument::Compact));
    return QStringList{run.record.id, run.note.name, spec.dataset, channelTitle(spec.channel),
        spec.channel, modelName(spec.model), spec.model, run.record.group, options}
        .join(QLatin1Char('\n'))
        .toLower();
}

const RunEntry *RunTableModel::runAt(int row) const
{
    const auto i = static_cast<std::size_t>(row);
    return m_runs && row >= 0 && i < m_rows.size() && i < m_runs->runs().size() ? &m_runs->runs()[i]
                                                                                : nullptr;
}

int RunTableModel::rowOf(const QString &id) const
{
    return m_rowOf.value(id, -1);
}

const QString &RunTableModel::searchText(int row) const
{
    return m_rows[static_cast<std::size_t>(row)].search;
}

double RunTableModel::sortValue(int row, RunColumn column) const
{
    return m_rows[static_cast<std::size_t>(row)].sortValues[static_cast<std::size_t>(column)];
}

void RunTableModel::rankTexts(RunColumn column)
{
    if (isNumeric(column))
        return;
    std::vector<std::pair<QString, std::size_t>> texts;
    texts.reserve(m_rows.size());
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const RunEntry &run = m_runs->runs()[i];
        texts.emplace_back(runText(run, column, modelName(run.record.spec.model)).toLower(), i);
    }
    std::sort(texts.begin(), texts.end());
    double rank = 0.0;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (i > 0 && texts[i].first != texts[i - 1].first)
            ++rank;
        m_rows[texts[i].second].sortValues[static_cast<std::size_t>(column)] = rank;
    }
}

int RunTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : kRunColumns;
}

QVariant RunTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RunEntry *run = runAt(index.row());
    if (!run)
        return {};
    const RunColumn column = columnAt(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return runText(*run, column, modelName(run->record.spec.model));
    case Qt::EditRole:
        return column == RunColumn::Name ? QVariant(run->title()) : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole:
        return column == RunColumn::Name ? run->record.id : runColumnHelp(column);
    case Qt::FontRole:
        return themeFont(type::kDense,
            column == RunColumn::Name && (run->live() || run->note.kept) ? QFont::DemiBold
                                                                         : QFont::Normal);
    case IdRole:
        return run->record.id;
    default:
        return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kRunColumns)
        return {};
    const RunColumn column = columnAt(section);
    switch (role) {
    case Qt::DisplayRole:
        return runColumnTitle(column);
    case Qt::ToolTipRole:
        return runColumnHelp(column);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (isNumeric(column) ? Qt::AlignRight : Qt::AlignLeft));
    default:
        return {};
    }
}

Qt::ItemFlags RunTableModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && columnAt(index.column()) == RunColumn::Name
        ? flags | Qt::ItemIsEditable
        : flags;
}

bool RunTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    const RunEntry *run = index.isValid() ? runAt(index.row()) : nullptr;
    if (!run || role != Qt::EditRole || columnAt(index.column()) != RunColumn::Name)
        return false;
    m_runs->rename(run->record.id, value.toString());
    return true;
}

void RunTableModel::retranslate()
{
    rebuild();
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kRunColumns - 1);
}

// --------------------------------------------------------------------------------------------

RunFilter::RunFilter(RunTableModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    // A table that reorders itself under the pointer cannot be read: it is sorted when asked.
    setDynamicSortFilter(false);
    setSourceModel(&model);
    connect(&model, &QAbstractItemModel::modelReset, this, [this] {
        if (sortColumn() >= 0)
            sort(sortColumn(), sortOrder());
    });
}

void RunFilter::setText(const QString &text)
{
    m_words = text.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void RunFilter::setQuantity(const QString &dataset, const QString &channel)
{
    m_dataset = dataset;
    m_channel = channel;
    invalidateFilter();
}

void RunFilter::setKind(const QString &kind)
{
    m_kind = kind;
    invalidateFilter();
}

void RunFilter::setState(State state)
{
    m_state = state;
    invalidateFilter();
}

void RunFilter::setIds(const std::optional<QSet<QString>> &ids)
{
    m_ids = ids;
    invalidateFilter();
}

bool RunFilter::restricts() const
{
    return !m_words.isEmpty() || !m_dataset.isEmpty() || !m_kind.isEmpty() || m_state != State::All
        || m_ids;
}

QStringList RunFilter::idsWithoutSelection() const
{
    QStringList ids;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (accepts(row))
            ids.append(m_model.runAt(row)->record.id);
    }
    return ids;
}

bool RunFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    return accepts(row) && (!m_ids || m_ids->contains(m_model.runAt(row)->record.id));
}

bool RunFilter::accepts(int row) const
{
    const RunEntry *run = m_model.runAt(row);
    if (!run)
        return false;
    const TrainSpec &spec = run->record.spec;
    if (!m_dataset.isEmpty() && (spec.dataset != m_dataset || spec.channel != m_channel))
        return false;
    if (!m_kind.isEmpty() && spec.model != m_kind)
        return false;
    if ((m_state == State::Deployed && !run->live())
        || (m_state == State::Registered && !run->version)
        || (m_state == State::Kept && !run->note.kept))
        return false;
    const QString &text = m_model.searchText(row);
    return std::all_of(m_words.begin(), m_words.end(),
        [&text](const QString &word) { return text.contains(word); });
}

void RunFilter::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < kRunColumns)
        m_model.rankTexts(columnAt(column));
    QSortFilterProxyModel::sort(column, order);
}

bool RunFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const RunColumn column = columnAt(left.column());
    const double a = m_model.sortValue(left.row(), column);
    const double b = m_model.sortValue(right.row(), column);
    if (std::isnan(a) || std::isnan(b)) // what is missing comes last, whichever way it goes
        return std::isnan(a) != std::isnan(b)
            && std::isnan(b) == (sortOrder() == Qt::AscendingOrder);
    return a < b;
}

ChartTable runTable(
    const RunFilter &rows, const RunTableModel &model, const std::vector<RunColumn> &columns)
{
    ChartTable table;
    for (const RunColumn column : columns)
        table.header.append(runColumnTitle(column));
    //: heading of a column with units of measurement
    table.header.append(RunTableModel::tr("Unit"));
    for (int i = 0; i < rows.rowCount(); ++i) {
        const int row = rows.mapToSource(rows.index(i, 0)).row();
        const RunEntry *run = model.runAt(row);
        QStringList cells;
        for (const RunColumn column : columns) {
            if (column == RunColumn::Started)
                cells.append(formatUtc(run->record.started));
            else if (column == RunColumn::Seed)
                cells.append(QString::number(run->record.spec.seed));
            else if (isNumeric(column))
                cells.append(plainNumber(runNumber(*run, column)));
            else
                cells.append(runText(*run, column, model.modelName(run->record.spec.model)));
        }
        cells.append(run->record.unit);
        table.rows.push_back(std::move(cells));
    }
    return table;
}

} // namespace belvedere::ui
