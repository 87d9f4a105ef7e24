// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/series_chart.h"
#include "operate/operate_controller.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace belvedere::ui {

/// The panel beside the map: one site with its course and forecast, several together, or the city
/// as a whole.
class Inspector : public QFrame
{
    Q_OBJECT

public:
    explicit Inspector(OperateController &controller, QWidget *parent = nullptr);

    /// An invalid id shows the city as a whole.
    void setSite(SiteId site);
    [[nodiscard]] SiteId site() const { return m_site; }
    /// Several sites together; none = the city as a whole.
    void setSelection(std::vector<SiteId> sites);
    [[nodiscard]] SeriesChart *chart() const { return m_chart; }
    /// Reads the controller anew; after each change of time, values or forecast.
    void refresh(const std::vector<SiteState> &states);

    [[nodiscard]] QSize sizeHint() const override { return {392, 640}; }

Q_SIGNALS:
    /// Picked in the list of sites or by closing.
    void siteChosen(belvedere::SiteId site);
    void timePicked(belvedere::UtcMs time);
    void trainRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillSites();
    void refreshHeader(const std::vector<SiteState> &states);
    void refreshChart();
    void showNothing();
    void refreshForecast();
    void refreshModel();
    void retranslate();
    [[nodiscard]] QString stateText(const SiteState &state) const;

    OperateController &m_controller;
    SiteId m_site;
    std::vector<SiteId> m_selection; // without m_site
    QComboBox *m_search;
    QToolButton *m_close;
    QLabel *m_title;
    QLabel *m_subtitle;
    QLabel *m_value;
    QLabel *m_state;
    SeriesChart *m_chart;
    QLabel *m_forecast;
    QLabel *m_model;
    QPushButton *m_train;
};

} // namespace belvedere::ui
