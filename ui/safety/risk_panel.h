// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/lon_lat_box.h"
#include "common/table_model.h"
#include "safety/safety_choice.h"

#include <QWidget>

#include <array>
#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QStackedWidget;
class QTableView;

namespace belvedere::ui {

class EmptyState;
class SafetyModel;
class SectionHeader;

/// A cell of the surface that is shown.
struct CellRow
{
    int cell = 0;
    int rank = 0;
    QString value;
    int incidents = 0; ///< in the period
};

struct CellColumns
{
    enum Column { Rank, Value, Incidents, Count };
    static constexpr int count = Count;
    static QString header(int column);
    static Qt::Alignment alignment(int column);
    static QVariant data(const CellRow &row, int column, int role);
};

using CellModel = TableModel<CellRow, CellColumns>;

/// Which incidents are shown and how, how many they are, and where most of them are.
class RiskPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RiskPanel(SafetyModel &model, QWidget *parent = nullptr);

    /// What the map shows; for the boxes.
    void setShown(std::optional<SafetySurface> surface, bool places);
    [[nodiscard]] CellModel *cellModel() const { return m_cells; }

Q_SIGNALS:
    void surfaceChosen(std::optional<belvedere::ui::SafetySurface> surface);
    void placesChosen(bool shown);
    void placeChosen(const belvedere::LonLatBox &place);
    void importRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeForm();
    void makeFigures();
    void connectForm();
    void fillTables();
    void fillTypes();
    void fillFixed();
    void showChoice();
    void showFigures();
    void showCells();
    void choose();
    void choosePage();
    void openCard();
    void openLeftOut();
    void retranslate();

    SafetyModel &m_model;
    std::optional<SafetySurface> m_surface;
    QStackedWidget *m_pages; // what to choose, or what to do without data
    EmptyState *m_empty;
    QFormLayout *m_form;
    enum Label { Table, Type, Period, Surface, Bandwidth };
    static constexpr std::size_t kLabels = 5;
    std::array<QLabel *, kLabels> m_labels{};
    QComboBox *m_table, *m_type, *m_period, *m_cell, *m_surfaceBox;
    QLabel *m_hint;
    QSpinBox *m_bandwidth, *m_k;
    QCheckBox *m_places;
    SectionHeader *m_figuresTitle, *m_cellsTitle;
    QLabel *m_count, *m_outside;
    QPushButton *m_leftOut, *m_card;
    CellModel *m_cells;
    QTableView *m_list;
    bool m_filling = false; // the boxes follow the model
};

} // namespace belvedere::ui
