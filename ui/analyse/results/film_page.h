// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/results/window_chart.h"
#include "analyse/results/window_forecasts.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QSlider;
class QToolButton;

namespace belvedere::ui {

class ElidedLabel;

/// Forecast against truth, window by window through the test part, for one site or for several
/// beside each other. Forecasts are computed ahead of the playhead; it waits for them.
///
/// Keys: Space = play or pause, left and right = one window, Page up and down = a day, Home and
/// End = first and last.
class FilmPage : public QWidget
{
    Q_OBJECT

public:
    FilmPage(const AnalyseContext &context, RunReview &review, QWidget *parent = nullptr);

    [[nodiscard]] int window() const { return m_window; }
    void setWindow(int window);
    [[nodiscard]] bool playing() const { return m_clock.isActive(); }
    void setPlaying(bool playing);
    /// The charts that are shown, the chosen site's first.
    [[nodiscard]] std::vector<SeriesChart *> charts() const;
    /// Whether the forecast of the window is there.
    [[nodiscard]] bool settled() const;

Q_SIGNALS:
    void windowChanged(int window);
    void failed(const belvedere::Error &error);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    /// A chart with what is told above it.
    struct Cell
    {
        QWidget *box = nullptr;
        ElidedLabel *title = nullptr;
        SeriesChart *chart = nullptr;
        int site = -1;
        ValueRange range;
    };
    [[nodiscard]] QWidget *makeControls();
    void makeCells();
    void takeReview();
    void fillSites();
    /// Which sites are shown: the chosen one, or with it those with the largest errors.
    void placeSites();
    void tick();
    void showWindow();
    void showCell(Cell &cell, const float *forecast);
    void setSpeed();
    void updatePlayButton();
    [[nodiscard]] int windowCount() const;
    [[nodiscard]] int windowsPerDay() const;
    void retranslate();

    AnalyseContext m_context;
    RunReview &m_review;
    WindowForecasts m_forecasts;
    std::shared_ptr<const RunAnalysis> m_analysis; // that the sites were chosen by
    int m_window = 0;
    int m_ahead = 1;
    QTimer m_clock;
    std::vector<Cell> m_cells;

    QComboBox *m_site, *m_layout, *m_speed;
    QToolButton *m_back, *m_play, *m_forward;
    QSlider *m_slider;
    QLabel *m_time, *m_state;
    QGridLayout *m_grid;
};

} // namespace belvedere::ui
