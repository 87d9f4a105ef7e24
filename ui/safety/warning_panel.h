// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat_box.h"
#include "common/table_model.h"
#include "safety/alarm.h"

#include <QTimeZone>
#include <QWidget>

#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace belvedere::ui {

class SectionHeader;
class SeriesChart;
class WarningModel;

struct AlarmRow
{
    Alarm alarm;
    bool acknowledged = false;
    QTimeZone zone = QTimeZone::utc();
};

struct AlarmColumns
{
    enum Column { What, Observed, Count };
    static constexpr int count = Count;
    static QString header(int column);
    static Qt::Alignment alignment(int column);
    static QVariant data(const AlarmRow &row, int column, int role);
};

using AlarmModel = TableModel<AlarmRow, AlarmColumns>;

/// Which detector watches, how often it alarms by chance, and what it says now.
class WarningPanel : public QWidget
{
    Q_OBJECT

public:
    explicit WarningPanel(WarningModel &model, QWidget *parent = nullptr);

    [[nodiscard]] AlarmModel *alarmModel() const { return m_alarms; }
    [[nodiscard]] SeriesChart *chart() const { return m_chart; }
    /// Chooses the alarm in the list.
    void select(const QString &alarmId);

Q_SIGNALS:
    void placeChosen(const belvedere::LonLatBox &place);
    void timeChosen(belvedere::UtcMs time);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeForm();
    void makeList();
    void connectForm();
    void choose();
    void showChoice();
    void showReport();
    void showBudgets();
    void showAlarm();
    void showChart();
    [[nodiscard]] const AlarmRow *current() const;
    [[nodiscard]] QString stateText() const;
    void retranslate();

    WarningModel &m_model;
    QFormLayout *m_form;
    QComboBox *m_detector, *m_budget;
    QLabel *m_hint, *m_rate, *m_state, *m_details;
    SectionHeader *m_stateTitle;
    AlarmModel *m_alarms;
    QTableView *m_list;
    SeriesChart *m_chart;
    QPushButton *m_acknowledge, *m_show;
    bool m_filling = false; // the boxes follow the model
};

} // namespace belvedere::ui
