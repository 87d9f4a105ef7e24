// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat_box.h"
#include "common/table_model.h"
#include "safety/cell_incidents.h"

#include <QDialog>
#include <QTimeZone>

class QLabel;
class QPushButton;
class QTableView;

namespace belvedere::ui {

/// An incident that no figure counts. Its place is rounded to a kilometre.
struct LeftOutRow
{
    UtcMs at = 0;
    QString type;
    std::optional<LonLat> place;
    QTimeZone zone = QTimeZone::utc();
};

struct LeftOutColumns
{
    enum Column { When, What, Where, Count };
    static constexpr int count = Count;
    static QString header(int column);
    static Qt::Alignment alignment(int column);
    static QVariant data(const LeftOutRow &row, int column, int role);
};

using LeftOutModel = TableModel<LeftOutRow, LeftOutColumns>;

/// Incidents outside the area or without a place: listed, so that nothing is dropped in silence.
class LeftOutDialog : public QDialog
{
    Q_OBJECT

public:
    LeftOutDialog(const std::shared_ptr<const IncidentTable> &table,
        const std::shared_ptr<const CellIncidents> &cells, const QTimeZone &zone,
        QWidget *parent = nullptr);

    [[nodiscard]] LeftOutModel *rows() const { return m_model; }

Q_SIGNALS:
    void placeChosen(const belvedere::LonLatBox &place);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    qsizetype m_all = 0;
    LeftOutModel *m_model;
    QLabel *m_text;
    QTableView *m_list;
    QPushButton *m_close;
};

} // namespace belvedere::ui
