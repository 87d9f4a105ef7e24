// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/table_model.h"
#include "data/incident_table.h"

#include <QTimeZone>
#include <QTreeView>

#include <vector>

namespace belvedere::ui {

/// An incident with what its row says besides.
struct IncidentRow
{
    Incident incident;
    QTimeZone zone = QTimeZone::utc();
};

struct IncidentColumns
{
    enum Column { What, Since, Count };
    static constexpr int count = Count;
    static QString header(int column);
    static Qt::Alignment alignment(int column);
    static QVariant data(const IncidentRow &row, int column, int role);
};

using IncidentModel = TableModel<IncidentRow, IncidentColumns>;

/// What is going on at the instant shown, the worst first.
class IncidentList : public QTreeView
{
    Q_OBJECT

public:
    explicit IncidentList(QWidget *parent = nullptr);

    void setIncidents(std::vector<IncidentRow> rows);
    [[nodiscard]] IncidentModel *incidentModel() const { return m_model; }

Q_SIGNALS:
    void incidentChosen(const belvedere::Incident &incident);

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    IncidentModel *m_model;
};

} // namespace belvedere::ui
