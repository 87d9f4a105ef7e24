// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/incident_list.h"

#include "common/format.h"
#include "common/quantity_names.h"
#include "theme/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QPainter>

#include <algorithm>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::IncidentList)
};

constexpr int kSinceWidth = 84;

/// Shape and number say the severity, so that nobody needs to see the colour.
QString severityMark(int severity)
{
    static constexpr const char *kMarks[] = {"", "● 4", "■ 3", "◆ 2", "▲ 1"};
    return QString::fromUtf8(kMarks[std::clamp(severity, 0, 4)]);
}

QString whatText(const Incident &incident)
{
    QStringList parts;
    if (incident.severity > 0)
        parts += severityMark(incident.severity);
    parts += incidentTitle(incident.category);
    if (!incident.description.isEmpty())
        parts += demoText(incident.description);
    return parts.join(QStringLiteral("  "));
}

} // namespace

QString IncidentColumns::header(int column)
{
    return column == What ? Text::tr("What and where") : Text::tr("Since");
}

Qt::Alignment IncidentColumns::alignment(int column)
{
    return Qt::AlignVCenter | (column == Since ? Qt::AlignRight : Qt::AlignLeft);
}

QVariant IncidentColumns::data(const IncidentRow &row, int column, int role)
{
    if (role == Qt::ToolTipRole)
        return whatText(row.incident);
    if (role == kSortRole)
        return QVariant::fromValue<qlonglong>(row.incident.from);
    if (role != Qt::DisplayRole)
        return {};
    return column == What ? whatText(row.incident) : formatTime(row.incident.from, row.zone);
}

IncidentList::IncidentList(QWidget *parent)
    : QTreeView(parent)
    , m_model(new IncidentModel(this))
{
    setModel(m_model);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(IncidentColumns::What, QHeaderView::Stretch);
    header()->setSectionResizeMode(IncidentColumns::Since, QHeaderView::Fixed);
    header()->resizeSection(IncidentColumns::Since, kSinceWidth);
    setAccessibleName(tr("What is going on"));
    const auto choose = [this](const QModelIndex &index) {
        if (const IncidentRow *row = m_model->row(index))
            Q_EMIT incidentChosen(row->incident);
    };
    connect(this, &QTreeView::clicked, this, choose);
    connect(this, &QTreeView::activated, this, choose);
}

void IncidentList::setIncidents(std::vector<IncidentRow> rows)
{
    std::stable_sort(rows.begin(), rows.end(), [](const IncidentRow &a, const IncidentRow &b) {
        return a.incident.severity != b.incident.severity
            ? a.incident.severity > b.incident.severity
            : a.incident.from > b.incident.from;
    });
    m_model->setRows(std::move(rows));
}

void IncidentList::paintEvent(QPaintEvent *event)
{
    QTreeView::paintEvent(event);
    if (m_model->rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(tokens().textSecondary);
    painter.drawText(viewport()->rect().adjusted(
                         space::kMedium, space::kMedium, -space::kMedium, -space::kMedium),
        Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
        tr("Nothing is reported for the time shown."));
}

void IncidentList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("What is going on"));
        m_model->retranslate();
    }
    QTreeView::changeEvent(event);
}

} // namespace belvedere::ui
