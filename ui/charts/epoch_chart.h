// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_view.h"

class QLineSeries;

namespace belvedere::ui {

/// One panel of a LossChart: some lines over the epochs, some constant levels.
class EpochChart : public ChartView
{
    Q_OBJECT

public:
    enum class Tone {
        Main, ///< what is judged
        Background ///< what it is compared with
    };
    struct Line
    {
        QString label;
        Tone tone = Tone::Main;
        std::vector<QPointF> points; ///< epoch, value; finite
    };
    struct Level
    {
        QString label;
        double value = 0.0;
    };

    explicit EpochChart(QWidget *parent = nullptr);
    ~EpochChart() override;

    /// `allowLog`: the y axis becomes logarithmic where the values span more than 10 : 1.
    void setContent(std::vector<Line> lines, std::vector<Level> levels, bool allowLog);
    void setBestEpoch(int epoch);
    void setPlannedEpochs(int epochs);
    /// Labels of the panel that stands above or below and gets the same margins.
    void setNeighborLabels(const QStringList &labels);
    void setTitles(const QString &xTitle, const QString &yTitle);

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    void applyColors() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
    [[nodiscard]] std::vector<Tick> yTicks() const override;
    void paintOverlay(QPainter &painter) override;
    void retranslate() override;

private:
    void updateRanges();
    void paintBest(QPainter &painter);
    void paintHover(QPainter &painter);
    [[nodiscard]] double shown(double value) const;
    [[nodiscard]] static QColor colorOf(Tone tone);

    std::vector<Line> m_lines;
    std::vector<Level> m_levels;
    std::vector<QLineSeries *> m_series;
    QStringList m_neighborLabels;
    int m_bestEpoch = 0;
    int m_plannedEpochs = 0;
    bool m_log = false;
};

} // namespace belvedere::ui
