// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/where_page.h"

#include "analyse/analyse_text.h"
#include "analyse/results/site_error_map.h"
#include "analyse/results/table_export.h"
#include "common/format.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <array>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr int kMapWidth = 720; // at first; the person may drag it
constexpr int kRankingWidth = 480;

constexpr int kNumberWidth = 92;

double absoluteBias(const ErrorFigures &figures)
{
    return std::abs(figures.bias);
}

/// What the map can show.
struct MapMeasure
{
    const char *title;
    double (*value)(const ErrorFigures &);
    bool percent;
};
constexpr std::array<MapMeasure, 4> kMapMeasures = {{
    {QT_TRANSLATE_NOOP("belvedere::ui::WherePage", "MAE"),
        [](const ErrorFigures &f) { return f.mae; }, false},
    {QT_TRANSLATE_NOOP("belvedere::ui::WherePage", "RMSE"),
        [](const ErrorFigures &f) { return f.rmse; }, false},
    {QT_TRANSLATE_NOOP("belvedere::ui::WherePage", "Bias, whichever way"), absoluteBias, false},
    {QT_TRANSLATE_NOOP("belvedere::ui::WherePage", "Outside the 80 % band"),
        [](const ErrorFigures &f) { return 100.0 * (1.0 - f.coverage); }, true},
}};

QString hoursText(const std::vector<int> &hours)
{
    QStringList texts;
    for (const int hour : hours)
        texts.append(QLocale().toString(QTime(hour, 0), QStringLiteral("HH:mm")));
    return texts.join(QStringLiteral(", "));
}

} // namespace

QString SiteColumns::header(int column)
{
    switch (column) {
    case Site:
        return WherePage::tr("Site");
    case Mae:
        return WherePage::tr("MAE");
    case Rmse:
        return WherePage::tr("RMSE");
    case Bias:
        //: mean of forecast minus truth
        return WherePage::tr("Bias");
    case Coverage:
        return WherePage::tr("In band");
    case Observed:
        return WherePage::tr("Values");
    default:
        return WherePage::tr("Worst hours");
    }
}

QVariant SiteColumns::data(const SiteRow &row, int column, int role)
{
    const ErrorFigures &f = row.figures;
    const bool known = f.observed > 0;
    const double numbers[] = {0.0, f.mae, f.rmse, f.bias, f.coverage, double(f.observed), 0.0};
    if (role == kSortRole) {
        if (column == Site)
            return row.title;
        if (column == Hours)
            return row.worstHours;
        return known ? numbers[column] : -1.0; // below all that is known
    }
    if (role == Qt::ToolTipRole)
        return column == Site ? QVariant(row.code) : QVariant();
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Site:
        return row.title;
    case Observed:
        return formatCount(f.observed);
    case Hours:
        return row.worstHours;
    case Coverage:
        return known ? formatPercent(f.coverage, 1) : formatPercent(std::nan(""));
    case Bias:
        return known ? formatSigned(f.bias, row.unit) : formatSigned(std::nan(""), row.unit);
    default:
        return formatValue(known ? numbers[column] : std::nan(""), row.unit);
    }
}

Qt::Alignment SiteColumns::alignment(int column)
{
    return Qt::AlignVCenter | (column == Site || column == Hours ? Qt::AlignLeft : Qt::AlignRight);
}

ChartTable siteTable(const std::vector<SiteRow> &rows)
{
    ChartTable table;
    const QString unit = rows.empty() ? QString() : rows.front().unit;
    table.header = {WherePage::tr("Code")};
    for (int column = 0; column < SiteColumns::count; ++column) {
        const bool error = column == SiteColumns::Mae || column == SiteColumns::Rmse
            || column == SiteColumns::Bias;
        table.header.append(withUnit(SiteColumns::header(column), error ? unit : QString()));
    }
    for (const SiteRow &row : rows)
        table.rows.push_back(
            {row.code, row.title, plainNumber(row.figures.mae), plainNumber(row.figures.rmse),
                plainNumber(row.figures.bias), plainNumber(row.figures.coverage),
                QString::number(row.figures.observed), row.worstHours});
    return table;
}

WherePage::WherePage(const AnalyseContext &context, RunReview &review, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_review(review)
    , m_model(new SiteRankingModel(this))
    , m_proxy(new QSortFilterProxyModel(this))
    , m_map(new SiteErrorMap(context, review))
    , m_measure(new QComboBox)
    , m_filter(new QLineEdit)
    , m_table(new QTableView)
    , m_export(new QPushButton)
{
    m_proxy->setSourceModel(m_model);
    m_proxy->setSortRole(kSortRole);
    m_proxy->setDynamicSortFilter(false);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table->setObjectName(QStringLiteral("siteRanking"));
    m_table->setModel(m_proxy);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(SiteColumns::Mae, Qt::DescendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metric::kTarget);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    for (int column = 0; column < SiteColumns::count; ++column)
        m_table->setColumnWidth(
            column, column == SiteColumns::Site ? 2 * kNumberWidth : kNumberWidth);
    m_measure->setObjectName(QStringLiteral("mapMeasure"));
    for (std::size_t i = 0; i < kMapMeasures.size(); ++i)
        m_measure->addItem(QString());
    m_filter->setObjectName(QStringLiteral("siteFilter"));
    m_filter->setClearButtonEnabled(true);
    m_export->setIcon(icon(QStringLiteral("export")));
    m_export->setProperty("flat", true);

    auto *left = new QWidget;
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(space::kSmall);
    leftLayout->addWidget(m_measure, 0, Qt::AlignLeft);
    leftLayout->addWidget(m_map, 1);
    auto *right = new QWidget;
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->setSpacing(space::kSmall);
    auto *row = new QHBoxLayout;
    row->addWidget(m_filter, 1);
    row->addWidget(m_export);
    rightLayout->addLayout(row);
    rightLayout->addWidget(m_table, 1);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(space::kSmall);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setSizes({kMapWidth, kRankingWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::kSmall, 0, 0);
    layout->addWidget(splitter);

    connect(&review, &RunReview::changed, this, &WherePage::fill);
    connect(&review, &RunReview::siteChanged, this, &WherePage::showSelection);
    connect(m_measure, &QComboBox::activated, this, &WherePage::showErrors);
    connect(
        m_filter, &QLineEdit::textChanged, m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        [this](const QModelIndex &current) {
            if (current.isValid())
                m_review.setSite(m_proxy->mapToSource(current).row());
        });
    connect(m_export, &QPushButton::clicked, this, [this] {
        exportTable(this, m_context.pools->io, tr("Errors by site"), siteTable(m_rows),
            [this](const Error &error) { Q_EMIT failed(error); });
    });
    retranslate();
}

void WherePage::setStore(std::shared_ptr<Store> store)
{
    m_context.store = store;
    m_map->setStore(std::move(store));
}

void WherePage::fill()
{
    if (m_review.analysis() == m_shown)
        return;
    m_shown = m_review.analysis();
    m_rows.clear();
    const auto &review = m_review.data();
    if (m_shown && review && m_shown->sites.size() == review->siteTitles.size()) {
        for (std::size_t i = 0; i < m_shown->sites.size(); ++i)
            m_rows.push_back({m_shown->siteCodes[i], review->siteTitles[i],
                m_shown->sites[i].figures, hoursText(m_shown->sites[i].worstHours), m_shown->unit});
    }
    m_model->setRows(m_rows);
    m_proxy->sort(m_proxy->sortColumn(), m_proxy->sortOrder());
    m_export->setEnabled(!m_rows.empty());
    showErrors();
    showSelection();
}

void WherePage::showErrors()
{
    const MapMeasure &measure =
        kMapMeasures[static_cast<std::size_t>(std::max(0, m_measure->currentIndex()))];
    std::vector<float> errors;
    for (const SiteRow &row : m_rows)
        errors.push_back(
            row.figures.observed > 0 ? static_cast<float>(measure.value(row.figures)) : kMissing);
    m_map->setErrors(std::move(errors), tr(measure.title),
        measure.percent      ? QStringLiteral("%")
            : m_rows.empty() ? QString()
                             : m_rows.front().unit);
}

void WherePage::showSelection()
{
    const int site = m_review.site();
    const QModelIndex index = site < 0 || site >= m_model->rowCount()
        ? QModelIndex()
        : m_proxy->mapFromSource(m_model->index(site, 0));
    if (!index.isValid()) {
        m_table->clearSelection();
        return;
    }
    m_table->selectRow(index.row());
    m_table->scrollTo(index);
}

void WherePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WherePage::retranslate()
{
    for (std::size_t i = 0; i < kMapMeasures.size(); ++i)
        m_measure->setItemText(int(i), tr(kMapMeasures[i].title));
    m_measure->setAccessibleName(tr("What the map shows"));
    m_measure->setToolTip(m_measure->accessibleName());
    m_filter->setPlaceholderText(tr("Filter sites"));
    m_filter->setAccessibleName(tr("Filter sites"));
    m_table->setAccessibleName(tr("Sites by their error"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Writes the errors of all sites as a CSV file"));
    m_model->retranslate();
    m_shown.reset();
    fill();
}

} // namespace belvedere::ui
