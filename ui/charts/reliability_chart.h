// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_view.h"
#include "charts/wilson.h"

class QLineSeries;

namespace belvedere::ui {

/// How often what was announced with which probability came true: points with 95 % Wilson
/// intervals against the diagonal of a perfect forecast, below them the number of cases a bin.
class ReliabilityChart : public PlotView
{
    Q_OBJECT

public:
    explicit ReliabilityChart(QWidget *parent = nullptr);
    ~ReliabilityChart() override;

    /// In the order of `predicted`, as reliabilityOf makes them.
    void setBins(std::vector<ReliabilityBin> bins);

protected:
    [[nodiscard]] bool isEmpty() const override { return m_bins.empty(); }
    void updateSeries() override;
    void applyColors() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
    [[nodiscard]] std::vector<Tick> yTicks() const override;
    void paintPlot(QPainter &painter) override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    [[nodiscard]] QString keyAt(QPointF place) const override;
    [[nodiscard]] std::optional<QPointF> placeOfKey(const QString &key) const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override { return qsizetype(m_bins.size()); }
    void retranslate() override;

private:
    void paintCounts(QPainter &painter) const;
    [[nodiscard]] std::size_t nearest(double predicted) const;
    [[nodiscard]] QPointF placeOf(std::size_t bin) const;

    std::vector<ReliabilityBin> m_bins;
    QLineSeries *m_line;
};

} // namespace belvedere::ui
