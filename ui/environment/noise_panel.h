// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/table_model.h"
#include "environment/environment_model.h"

#include <QColor>
#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;

namespace belvedere::ui {

class EmptyState;

/// A microphone; dB(A), NaN where nothing was measured.
struct NoiseRow
{
    QString title;
    double level = 0.0; ///< of the hour
    double day = 0.0, evening = 0.0, night = 0.0; ///< of the day shown
    double lDen = 0.0; ///< of the day shown
    double yearLDen = 0.0;
    double coverage = 0.0; ///< of the year, 0 … 1
    QColor color; ///< of the band of yearLDen
    QColor dayColor;
};

struct NoiseColumns
{
    enum Column { Station, Level, LDen, YearLDen };
    static constexpr int count = 4;
    [[nodiscard]] static QString header(int column);
    [[nodiscard]] static QVariant data(const NoiseRow &row, int column, int role);
    [[nodiscard]] static Qt::Alignment alignment(int column);
};
using NoiseModel = TableModel<NoiseRow, NoiseColumns>;

[[nodiscard]] std::vector<NoiseRow> noiseRows(const NoisePicture &noise);

/// Sound levels of the hour, the day and the year at each microphone, in the bands in which
/// noise is reported.
class NoisePanel : public QWidget
{
    Q_OBJECT

public:
    explicit NoisePanel(EnvironmentModel &model, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillChoices();
    void showNoise();
    void retranslate();

    EnvironmentModel &m_model;
    NoiseModel *m_rows;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QComboBox *m_set;
    QLabel *m_time;
    QTableView *m_table;
    QLabel *m_note;
};

} // namespace belvedere::ui
