// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/results/worst_page.h"

#include "analyse/results/table_export.h"
#include "common/elided_label.h"
#include "common/format.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

QString CaseColumns::header(int column)
{
    switch (column) {
    case Issued:
        //: when a forecast was made
        return WorstPage::tr("Forecast at");
    case Site:
        return WorstPage::tr("Site");
    default:
        return WorstPage::tr("MAE");
    }
}

QVariant CaseColumns::data(const CaseRow &row, int column, int role)
{
    if (role == Qt::ToolTipRole && column == Site)
        return row.code;
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case Issued:
        return formatDayAndTime(row.issued, row.zone);
    case Site:
        return row.site;
    default:
        return formatValue(row.mae, row.unit);
    }
}

Qt::Alignment CaseColumns::alignment(int column)
{
    return Qt::AlignVCenter | (column == Mae ? Qt::AlignRight : Qt::AlignLeft);
}

ChartTable caseTable(const std::vector<CaseRow> &rows)
{
    ChartTable table;
    table.header = {CaseColumns::header(CaseColumns::Issued), WorstPage::tr("Code"),
        CaseColumns::header(CaseColumns::Site),
        withUnit(CaseColumns::header(CaseColumns::Mae), rows.empty() ? QString() : rows[0].unit)};
    for (const CaseRow &row : rows)
        table.rows.push_back({formatUtc(row.issued), row.code, row.site, plainNumber(row.mae)});
    return table;
}

WorstPage::WorstPage(const AnalyseContext &context, RunReview &review, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_review(review)
    , m_forecasts(*context.pools)
    , m_model(new CaseModel(this))
    , m_table(new QTableView)
    , m_previous(new QToolButton)
    , m_next(new QToolButton)
    , m_film(new QPushButton)
    , m_export(new QPushButton)
    , m_title(new ElidedLabel)
    , m_facts(new ElidedLabel)
    , m_chart(new SeriesChart)
{
    m_table->setObjectName(QStringLiteral("worstCases"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(metric::kTarget);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(CaseColumns::Site, QHeaderView::Stretch);
    m_previous->setObjectName(QStringLiteral("previousCase"));
    m_previous->setIcon(icon(QStringLiteral("chevron-left")));
    m_next->setObjectName(QStringLiteral("nextCase"));
    m_next->setIcon(icon(QStringLiteral("chevron-right")));
    m_film->setObjectName(QStringLiteral("caseFilm"));
    m_film->setIcon(icon(QStringLiteral("play")));
    m_export->setIcon(icon(QStringLiteral("export")));
    m_export->setProperty("flat", true);
    m_title->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_facts->setSecondary(true);

    auto *left = new QWidget;
    auto *leftLayout = new QVBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(space::kSmall);
    leftLayout->addWidget(m_table, 1);
    leftLayout->addWidget(m_export, 0, Qt::AlignRight);
    auto *right = new QWidget;
    auto *rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->setSpacing(space::kSmall);
    auto *row = new QHBoxLayout;
    row->addWidget(m_title, 1);
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_film);
    rightLayout->addLayout(row);
    rightLayout->addWidget(m_facts);
    rightLayout->addWidget(m_chart, 1);
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(left);
    splitter->addWidget(right);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(space::kSmall);
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 3);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, space::kSmall, 0, 0);
    layout->addWidget(splitter);

    connect(&review, &RunReview::changed, this, &WorstPage::fill);
    connect(&m_forecasts, &WindowForecasts::ready, this, &WorstPage::showCase);
    connect(&m_forecasts, &WindowForecasts::failed, this, &WorstPage::failed);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &WorstPage::showCase);
    connect(m_previous, &QToolButton::clicked, this, [this] { choose(currentCase() - 1); });
    connect(m_next, &QToolButton::clicked, this, [this] { choose(currentCase() + 1); });
    connect(m_film, &QPushButton::clicked, this, [this] {
        if (currentCase() >= 0 && m_review.data())
            Q_EMIT filmRequested(windowIssuedAt(
                *m_review.data(), m_rows[static_cast<std::size_t>(currentCase())].issued));
    });
    connect(m_export, &QPushButton::clicked, this, [this] {
        exportTable(this, m_context.pools->io, tr("Worst cases"), caseTable(m_rows),
            [this](const Error &error) { Q_EMIT failed(error); });
    });
    retranslate();
}

int WorstPage::currentCase() const
{
    const QModelIndex current = m_table->currentIndex();
    return current.isValid() ? current.row() : -1;
}

void WorstPage::choose(int row)
{
    if (row >= 0 && row < m_model->rowCount())
        m_table->selectRow(row);
}

void WorstPage::fill()
{
    const auto &review = m_review.data();
    if (m_review.analysis() == m_shown && m_forecasts.review() == review)
        return;
    m_forecasts.setReview(review);
    m_shown = m_review.analysis();
    m_rows.clear();
    if (m_shown && review) {
        for (const WorstCase &each : m_shown->worst) {
            if (each.site.index() >= review->siteTitles.size())
                continue;
            m_rows.push_back({each.issued, review->siteTitles[each.site.index()],
                m_shown->siteCodes[each.site.index()], each.mae, m_shown->unit,
                review->history->zone});
        }
    }
    m_model->setRows(m_rows);
    m_table->resizeColumnToContents(CaseColumns::Issued);
    m_table->resizeColumnToContents(CaseColumns::Mae);
    m_export->setEnabled(!m_rows.empty());
    choose(0);
    showCase();
}

void WorstPage::showCase()
{
    const int row = currentCase();
    const auto &review = m_review.data();
    const bool any = row >= 0 && review && m_shown;
    m_previous->setEnabled(any && row > 0);
    m_next->setEnabled(any && row + 1 < m_model->rowCount());
    m_film->setEnabled(any);
    if (!any) {
        m_title->setText({});
        m_facts->setText({});
        m_chart->setData(nullptr);
        return;
    }
    const CaseRow &shown = m_rows[static_cast<std::size_t>(row)];
    const int site = m_shown->worst[static_cast<std::size_t>(row)].site.value;
    const int window = windowIssuedAt(*review, shown.issued);
    m_review.setSite(site);
    //: a site and when a forecast for it was made
    m_title->setText(tr("%1, %2").arg(shown.site, formatDateTime(shown.issued, shown.zone)));
    if (window < 0) {
        m_facts->setText(tr("The data has changed: this window is not in the test part any more."));
        m_chart->setData(nullptr);
        return;
    }
    const float *forecast = m_forecasts.at(window);
    if (!forecast)
        m_forecasts.request(window);
    const WindowFigures figures = windowFigures(*review, window, site, forecast);
    m_facts->setText(
        //: errors of one forecast: the model's and that of the last value
        tr("MAE %1 · last value %2 · %3 of %4 values inside the 80 % band")
            .arg(formatValue(figures.mae, shown.unit),
                formatValue(figures.lastValueMae, shown.unit), formatCount(figures.inBand),
                formatCount(figures.observed)));
    m_chart->setZone(shown.zone);
    m_chart->setNow(shown.issued);
    m_chart->setData(windowChart(*review, window, site, forecast, valueRange(*review, site)));
}

void WorstPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void WorstPage::retranslate()
{
    m_table->setAccessibleName(tr("Windows with the largest errors"));
    m_previous->setToolTip(tr("Previous case"));
    m_previous->setAccessibleName(tr("Previous case"));
    m_next->setToolTip(tr("Next case"));
    m_next->setAccessibleName(tr("Next case"));
    m_film->setText(tr("Play"));
    m_film->setToolTip(tr("Shows what came before and after as a film"));
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Writes the list as a CSV file"));
    m_chart->setTitle(tr("What the model saw, said, and what happened"));
    m_chart->setEmptyText(tr("The worst cases appear once the test part has been looked through."));
    m_model->retranslate();
    m_shown.reset();
    fill();
}

} // namespace belvedere::ui
