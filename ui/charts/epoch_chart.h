// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_view.h"

class QLineSeries;

namespace belvedere::ui {

/// One panel of a LossChart: some lines over the epochs, some constant levels.
class EpochChart : public PlotView
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
    /// Epochs after which training can go on: small marks on the x axis.
    void setCheckpoints(std::vector<int> epochs);
    /// Labels of the panel that stands above or below and gets the same margins.
    void setNeighborLabels(const QStringList &labels);
    void setTitles(const QString &xTitle, const QString &yTitle);
    /// Of the values, for the head of copied data.
    void setUnit(const QString &unit);

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    void applyColors() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
    [[nodiscard]] std::vector<Tick> yTicks() const override;
    void paintOverlay(QPainter &painter) override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    [[nodiscard]] QString keyAt(QPointF place) const override;
    [[nodiscard]] std::optional<QPointF> placeOfKey(const QString &key) const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override;
    void retranslate() override;

private:
    void updateRanges();
    void paintBest(QPainter &painter);
    void paintCheckpoints(QPainter &painter);
    [[nodiscard]] std::vector<double> epochs() const;
    [[nodiscard]] double shown(double value) const;
    [[nodiscard]] QColor colorOf(Tone tone) const;

    std::vector<Line> m_lines;
    std::vector<Level> m_levels;
    std::vector<QLineSeries *> m_series;
    QStringList m_neighborLabels;
    std::vector<int> m_checkpoints;
    QString m_unit;
    int m_bestEpoch = 0;
    int m_plannedEpochs = 0;
    bool m_log = false;
};

} // namespace belvedere::ui
