// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "environment/air_rows.h"
#include "environment/environment_model.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;

namespace belvedere::ui {

class EmptyState;
class SectionHeader;

/// Air quality at the time shown: each station's index by the chosen standard, and what one
/// station measures of each pollutant.
class AirPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AirPanel(EnvironmentModel &model, QWidget *parent = nullptr);

    [[nodiscard]] QComboBox *standardBox() const { return m_standard; }
    [[nodiscard]] QTableView *stationTable() const { return m_stations; }
    [[nodiscard]] QTableView *pollutantTable() const { return m_pollutants; }
    [[nodiscard]] QString validity() const;

Q_SIGNALS:
    /// The person chose a station: the map goes there.
    void stationChosen(int site);

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeContent();
    void fillChoices();
    void showAir();
    void showStation();
    void choose(const std::function<void(EnvironmentChoice &)> &change);
    void retranslate();

    EnvironmentModel &m_model;
    StationModel *m_stationModel;
    PollutantModel *m_pollutantModel;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QComboBox *m_set;
    QComboBox *m_standard;
    QLabel *m_validity;
    QButtonGroup *m_times;
    QTableView *m_stations;
    SectionHeader *m_station;
    QTableView *m_pollutants;
    QLabel *m_exceedances;
    QLabel *m_source;
    bool m_filling = false;
};

} // namespace belvedere::ui
