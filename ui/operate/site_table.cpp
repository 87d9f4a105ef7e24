// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/site_table.h"

#include "common/format.h"
#include "common/table_model.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kNumberWidth = 72;
constexpr int kShareWidth = 88;
constexpr int kStateWidth = 120;
constexpr int kRoomForAhead = 420;
constexpr int kRoomForState = 480;

/// Rows that contain the text and belong to the selection of the map.
class SiteFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, SiteTableModel::Name, parent);
        return index.data(SiteTableModel::kSelectedRole).toBool()
            && QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }
    [[nodiscard]] bool lessThan(const QModelIndex &a, const QModelIndex &b) const override
    {
        const QVariant left = a.data(kSortRole);
        const QVariant right = b.data(kSortRole);
        if (left.typeId() == QMetaType::QString)
            return QString::localeAwareCompare(left.toString(), right.toString()) < 0;
        // What is not known comes last, whichever way it is sorted.
        const double x = left.toDouble();
        const double y = right.toDouble();
        if (std::isnan(x) || std::isnan(y))
            return (sortOrder() == Qt::AscendingOrder) != std::isnan(x)
                && std::isnan(x) != std::isnan(y);
        return x < y;
    }
};

} // namespace

void SiteTableModel::setQuantity(std::shared_ptr<const QuantityView> view)
{
    beginResetModel();
    m_view = std::move(view);
    m_states.clear();
    m_selected.clear();
    m_forecast.reset();
    endResetModel();
}

void SiteTableModel::setStates(std::vector<SiteState> states, const TimeContext &time,
    std::shared_ptr<const QuantileForecast> forecast)
{
    m_states = std::move(states);
    m_time = time;
    const bool otherHeader = bool(m_forecast) != bool(forecast);
    m_forecast = std::move(forecast);
    if (otherHeader)
        Q_EMIT headerDataChanged(Qt::Horizontal, Ahead, Ahead);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, Value), index(rowCount() - 1, Count - 1), {Qt::DisplayRole});
}

void SiteTableModel::setSelected(const std::vector<SiteId> &sites)
{
    beginResetModel();
    m_selected.assign(sites.empty() ? 0 : static_cast<std::size_t>(rowCount()), false);
    for (const SiteId site : sites) {
        if (site.index() < m_selected.size())
            m_selected[site.index()] = true;
    }
    endResetModel();
}

int SiteTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_view ? 0 : m_view->siteCount();
}

int SiteTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Count;
}

double SiteTableModel::number(std::size_t site, int column) const
{
    constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
    if (site >= m_states.size())
        return kUnknown;
    const SiteState &state = m_states[site];
    switch (column) {
    case Value:
        return static_cast<double>(state.value);
    case Against:
        return m_view->freeFlow[site] > 0.0F
            ? static_cast<double>(state.value / m_view->freeFlow[site])
            : kUnknown;
    case Ahead:
        return m_forecast && site < m_forecast->siteCodes.size()
            ? static_cast<double>(m_forecast->at(m_forecast->shape.horizon - 1,
                SiteId(static_cast<int>(site)), m_forecast->shape.medianIndex()))
            : kUnknown;
    case State:
        return static_cast<double>(state.state);
    default:
        return kUnknown;
    }
}

QString SiteTableModel::text(std::size_t site, int column) const
{
    switch (column) {
    case Name:
        return m_view->dataset.sites[site].title();
    case Against: {
        const double share = number(site, column);
        return std::isnan(share) ? QString::fromUtf8("–") : formatPercent(share);
    }
    case State:
        break;
    default:
        return formatNumber(number(site, column), 1);
    }
    if (site >= m_states.size())
        return {};
    switch (m_states[site].state) {
    case ValueState::Good:
        return tr("observed");
    case ValueState::Estimated:
        return tr("filled in");
    case ValueState::Stale:
        return tr("stale, %1")
            .arg(formatDuration(
                static_cast<double>(m_time.current - m_states[site].measured) / 1000.0));
    case ValueState::Forecast:
        return tr("forecast");
    case ValueState::Scenario:
        return tr("scenario");
    case ValueState::Missing:
    case ValueState::Hidden:
        break;
    }
    return tr("missing");
}

QVariant SiteTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto site = static_cast<std::size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(site, index.column());
    case Qt::ToolTipRole:
        return index.column() == Name ? QVariant(m_view->dataset.sites[site].code) : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter
            | (index.column() == Name || index.column() == State ? Qt::AlignLeft : Qt::AlignRight));
    case kSortRole:
        return index.column() == Name ? QVariant(text(site, Name))
                                      : QVariant(number(site, index.column()));
    case kSelectedRole:
        return m_selected.empty() || m_selected[site];
    default:
        return {};
    }
}

QVariant SiteTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= Count)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter
            | (section == Name || section == State ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    const QString unit = m_view ? m_view->channelInfo().unit : QString();
    switch (section) {
    case Name:
        return tr("Site");
    case Value:
        return unit.isEmpty() ? tr("Value") : unit;
    case Against:
        return tr("Of free flow");
    case Ahead:
        return m_forecast
            ? tr("In %1").arg(formatDuration(
                static_cast<double>(m_forecast->shape.horizon * m_forecast->shape.stepMs) / 1000.0))
            : tr("Forecast");
    default:
        return tr("State");
    }
}

void SiteTableModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, Count - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Count - 1));
}

SiteTable::SiteTable(QWidget *parent)
    : QFrame(parent)
    , m_model(new SiteTableModel(this))
    , m_proxy(new SiteFilter(this))
    , m_filter(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_all(new QToolButton(this))
    , m_table(new QTableView(this))
{
    setProperty("panel", true);
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setFilterKeyColumn(SiteTableModel::Name);
    // A table that reorders itself under the pointer cannot be read: it is sorted when asked.
    m_proxy->setDynamicSortFilter(false);
    m_table->setModel(m_proxy);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(SiteTableModel::Name, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setMouseTracking(true);
    m_table->viewport()->installEventFilter(this);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metric::kTarget);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->horizontalHeader()->setSectionResizeMode(SiteTableModel::Name, QHeaderView::Stretch);
    m_table->horizontalHeader()->setMinimumSectionSize(metric::kTarget);
    m_table->setColumnWidth(SiteTableModel::Value, kNumberWidth);
    m_table->setColumnWidth(SiteTableModel::Against, kShareWidth);
    m_table->setColumnWidth(SiteTableModel::Ahead, kNumberWidth);
    m_table->setColumnWidth(SiteTableModel::State, kStateWidth);
    m_filter->setClearButtonEnabled(true);
    m_count->setProperty("secondary", true);

    auto *head = new QHBoxLayout;
    head->setSpacing(space::kSmall);
    head->addWidget(m_filter, 1);
    head->addWidget(m_all);
    head->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kSmall, space::kSmall, space::kSmall, space::kSmall);
    layout->setSpacing(space::kSmall);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy->setFilterFixedString(text);
        tellCount();
    });
    connect(m_table, &QTableView::clicked, this,
        [this](const QModelIndex &index) { Q_EMIT siteChosen(siteAt(index)); });
    connect(m_table, &QTableView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT siteChosen(siteAt(index)); });
    connect(m_table, &QTableView::entered, this,
        [this](const QModelIndex &index) { Q_EMIT siteHovered(siteAt(index)); });
    connect(m_all, &QToolButton::clicked, this, [this] {
        setSelected({});
        Q_EMIT selectionCleared();
    });
    m_all->hide();
    retranslate();
}

SiteId SiteTable::siteAt(const QModelIndex &proxyIndex) const
{
    const QModelIndex index = m_proxy->mapToSource(proxyIndex);
    return index.isValid() ? SiteId(index.row()) : SiteId();
}

void SiteTable::setQuantity(std::shared_ptr<const QuantityView> view)
{
    m_model->setQuantity(std::move(view));
    fitColumns();
    m_proxy->sort(m_proxy->sortColumn(), m_proxy->sortOrder());
    m_all->hide();
    tellCount();
}

void SiteTable::setStates(std::vector<SiteState> states, const TimeContext &time,
    std::shared_ptr<const QuantileForecast> forecast)
{
    m_model->setStates(std::move(states), time, std::move(forecast));
}

void SiteTable::setSite(SiteId site)
{
    const QSignalBlocker blocker(m_table);
    if (!site.valid()) {
        m_table->clearSelection();
        return;
    }
    const QModelIndex index = m_proxy->mapFromSource(m_model->index(site.value, 0));
    m_table->selectRow(index.row());
    m_table->scrollTo(index);
}

void SiteTable::setSelected(const std::vector<SiteId> &sites)
{
    m_model->setSelected(sites);
    m_proxy->sort(m_proxy->sortColumn(), m_proxy->sortOrder());
    m_all->setVisible(!sites.empty());
    tellCount();
}

void SiteTable::setMarked(SiteId site)
{
    if (site == m_marked)
        return;
    m_marked = site;
    const QModelIndex index = site.valid()
        ? m_proxy->mapFromSource(m_model->index(site.value, SiteTableModel::Name))
        : QModelIndex();
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    if (index.isValid())
        m_table->scrollTo(index);
}

void SiteTable::tellCount()
{
    m_count->setText(tr("%1 of %2", "shown of all")
                         .arg(formatCount(m_proxy->rowCount()), formatCount(m_model->rowCount())));
}

void SiteTable::fitColumns()
{
    const QuantityView *view = m_model->quantity();
    m_table->setColumnHidden(SiteTableModel::Against, !view || !view->scale.relativeToFreeFlow);
    m_table->setColumnHidden(SiteTableModel::Ahead, width() < kRoomForAhead);
    m_table->setColumnHidden(SiteTableModel::State, width() < kRoomForState);
}

void SiteTable::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    fitColumns();
}

bool SiteTable::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Leave)
        Q_EMIT siteHovered({});
    return QFrame::eventFilter(watched, event);
}

void SiteTable::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void SiteTable::retranslate()
{
    m_filter->setPlaceholderText(tr("Filter sites"));
    m_filter->setAccessibleName(tr("Filter sites"));
    m_all->setText(tr("Show all"));
    m_all->setToolTip(tr("List all sites again, not only those selected on the map"));
    m_table->setAccessibleName(tr("Sites and their values"));
    m_model->retranslate();
    tellCount();
}

} // namespace belvedere::ui
