// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_view.h"

#include <memory>

namespace belvedere::ui {

struct Contribution
{
    QString label; ///< "Rain"
    QString detail; ///< what it was: "3.2 mm"; may be empty
    double value = 0.0; ///< signed, in the unit of the output; finite
};

struct WaterfallData
{
    QString quantity; ///< "Speed"
    QString unit;
    double base = 0.0;
    QString baseLabel; ///< what the base is, in words: "Mean of all hours"
    double output = 0.0;
    QString outputLabel; ///< "Forecast for 08:30"
    std::vector<Contribution> contributions; ///< any order
    int mostRows = 10; ///< the largest ones; the rest becomes one row with their sum
    double tolerance = 1e-4; ///< of base + contributions = output, relative to max(1, |output|)
};

/// How one value comes about: from a base through contributions, orange up and blue down, to the
/// output. Where the sum misses the output, the head of the chart says by how much.
class WaterfallChart : public ChartView
{
    Q_OBJECT

public:
    explicit WaterfallChart(QWidget *parent = nullptr);
    ~WaterfallChart() override;

    void setData(std::shared_ptr<const WaterfallData> data);

    enum class Kind { Base, Contribution, Rest, Output };
    struct Row
    {
        Kind kind = Kind::Contribution;
        QString label;
        double from = 0.0; ///< where the bar begins and ends
        double to = 0.0;
    };
    /// From the base to the output.
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    /// base + contributions − output
    [[nodiscard]] double mismatch() const { return m_mismatch; }
    [[nodiscard]] bool sumsMatch() const;

protected:
    [[nodiscard]] bool isEmpty() const override { return m_rows.empty(); }
    void updateSeries() override;
    [[nodiscard]] std::vector<Tick> yTicks() const override;
    void paintPlot(QPainter &painter) override;
    void paintOverlay(QPainter &painter) override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    void paintCursor(QPainter &painter, QPointF place) override;
    [[nodiscard]] QString keyAt(QPointF place) const override;
    [[nodiscard]] std::optional<QPointF> placeOfKey(const QString &key) const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override { return qsizetype(m_rows.size()); }
    void retranslate() override;

private:
    void arrange();
    [[nodiscard]] int rowAt(QPointF place) const; ///< -1: none
    [[nodiscard]] QPointF middleOf(int row) const;
    [[nodiscard]] QRectF barOf(std::size_t row) const;
    [[nodiscard]] QString amountOf(const Row &row) const;
    [[nodiscard]] QString verdict() const;

    std::shared_ptr<const WaterfallData> m_data;
    std::vector<Row> m_rows;
    double m_mismatch = 0.0;
    int m_decimals = 0;
};

} // namespace belvedere::ui
