// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/left_out_dialog.h"

#include "common/format.h"
#include "common/plain_table.h"
#include "data/incident_counts.h"
#include "safety/safety_text.h"
#include "theme/tokens.h"

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

namespace belvedere::ui {

namespace {

constexpr std::size_t kMostRows = 10'000;
constexpr int kPlaceDecimals = 2; // about a kilometre: no address
constexpr int kWidth = 560;
constexpr int kHeight = 420;

double rounded(double degrees)
{
    const double unit = std::pow(10.0, kPlaceDecimals);
    return std::round(degrees * unit) / unit;
}

} // namespace

QString LeftOutColumns::header(int column)
{
    switch (column) {
    case When:
        return LeftOutDialog::tr("When");
    case What:
        return LeftOutDialog::tr("Type");
    case Where:
        return LeftOutDialog::tr("Latitude, longitude");
    }
    return {};
}

Qt::Alignment LeftOutColumns::alignment(int column)
{
    return Qt::AlignVCenter | (column == Where ? Qt::AlignRight : Qt::AlignLeft);
}

QVariant LeftOutColumns::data(const LeftOutRow &row, int column, int role)
{
    if (role == Qt::ToolTipRole && row.place)
        return LeftOutDialog::tr("Show this place on the map. It is rounded to a kilometre.");
    if (role != Qt::DisplayRole)
        return {};
    const QLocale locale;
    switch (column) {
    case When:
        return formatDateTime(row.at, row.zone);
    case What:
        return typeTitle(row.type);
    case Where:
        return row.place ? LeftOutDialog::tr("%1, %2", "latitude, longitude")
                               .arg(locale.toString(row.place->lat, 'f', kPlaceDecimals),
                                   locale.toString(row.place->lon, 'f', kPlaceDecimals))
                         : LeftOutDialog::tr("no position");
    }
    return {};
}

LeftOutDialog::LeftOutDialog(const std::shared_ptr<const IncidentTable> &table,
    const std::shared_ptr<const CellIncidents> &cells, const QTimeZone &zone, QWidget *parent)
    : QDialog(parent)
    , m_all(static_cast<qsizetype>(cells->leftOut.size()))
    , m_model(new LeftOutModel(this))
    , m_text(new QLabel(this))
    , m_list(makePlainTable(m_model, QStringLiteral("leftOut")))
    , m_close(new QPushButton(this))
{
    std::vector<LeftOutRow> rows;
    // The newest first; those with a place before those without.
    for (const bool placed : {true, false}) {
        for (auto it = cells->leftOut.rbegin(); it != cells->leftOut.rend(); ++it) {
            const Incident &incident = table->incidents[it->incident];
            if (it->hasPosition != placed || rows.size() >= kMostRows)
                continue;
            LeftOutRow row{incident.from, incidentType(incident.category), {}, zone};
            if (incident.position)
                row.place =
                    LonLat{rounded(incident.position->lon), rounded(incident.position->lat)};
            rows.push_back(std::move(row));
        }
    }
    m_model->setRows(std::move(rows));
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_text->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(space::kMedium);
    column->addWidget(m_text);
    column->addWidget(m_list, 1);
    column->addWidget(m_close, 0, Qt::AlignRight);
    resize(kWidth, kHeight);
    const auto goTo = [this](const QModelIndex &index) {
        const LeftOutRow *row = m_model->row(index);
        if (row == nullptr || !row->place)
            return;
        LonLatBox box;
        box.add(*row->place);
        Q_EMIT placeChosen(box);
    };
    connect(m_list, &QTableView::clicked, this, goTo);
    connect(m_list, &QTableView::activated, this, goTo);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
}

void LeftOutDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void LeftOutDialog::retranslate()
{
    setWindowTitle(tr("Incidents in no figure"));
    const auto shown = static_cast<qsizetype>(m_model->rowCount());
    QString text = tr("These lie far outside the area of the others, or have no position. A wrong "
                      "sign or a place in another town is the usual reason.");
    if (shown < m_all)
        //: the first %1 of %2 incidents
        text = tr("%1 Shown are the newest %2 of %3.")
                   .arg(text, formatCount(shown), formatCount(m_all));
    m_text->setText(text);
    m_list->setAccessibleName(windowTitle());
    m_close->setText(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_model->retranslate();
    fitColumns(*m_list, LeftOutColumns::What);
}

} // namespace belvedere::ui
