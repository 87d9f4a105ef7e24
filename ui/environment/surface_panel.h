// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/table_model.h"
#include "environment/environment_model.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace belvedere::ui {

class EmptyState;

/// A station as the others see it.
struct LeftOutStationRow
{
    QString title;
    QString unit;
    double observed = 0.0; ///< NaN = did not report
    double fromOthers = 0.0; ///< at the same time
    double bias = 0.0; ///< of the time of SurfaceErrors; above 0 = the others say too much
    double rmse = 0.0;
};

struct LeftOutStationColumns
{
    enum Column { Station, Bias, Rmse };
    static constexpr int count = 3;
    [[nodiscard]] static QString header(int column);
    [[nodiscard]] static QVariant data(const LeftOutStationRow &row, int column, int role);
    [[nodiscard]] static Qt::Alignment alignment(int column);
};
using LeftOutModel = TableModel<LeftOutStationRow, LeftOutStationColumns>;

/// What lies between the stations: which pollutant, by which method, and how well the method finds
/// a station that was left out.
class SurfacePanel : public QWidget
{
    Q_OBJECT

public:
    enum class Shown { Nothing, Values, Errors };

    explicit SurfacePanel(EnvironmentModel &model, QWidget *parent = nullptr);

    void setShown(Shown shown);
    [[nodiscard]] QComboBox *channelBox() const { return m_channel; }
    [[nodiscard]] QComboBox *methodBox() const { return m_method; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QString figures() const;

Q_SIGNALS:
    void shownChosen(belvedere::ui::SurfacePanel::Shown shown);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeContent();
    void fillChoices();
    void showFigures();
    void choose(const std::function<void(EnvironmentChoice &)> &change);
    void retranslate();

    EnvironmentModel &m_model;
    LeftOutModel *m_rows;
    QStackedWidget *m_pages;
    EmptyState *m_empty;
    QComboBox *m_channel;
    QComboBox *m_method;
    QComboBox *m_shown;
    QLabel *m_explanation;
    QTableView *m_table;
    QLabel *m_figures;
};

} // namespace belvedere::ui
