// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_view.h"

class QLineSeries;

namespace belvedere::ui {

struct Curve
{
    QString key; ///< stable name, for the linked cursor
    QString label;
    std::vector<QPointF> points; ///< x ascending, finite
    /// x of a point that is marked: the best one. NaN = none.
    double markedX = std::numeric_limits<double>::quiet_NaN();
};

struct CurveData
{
    QString xName; ///< "Epoch"
    QString xUnit; ///< "s"; empty for counts
    QString yName;
    QString yUnit;
    bool fromZero = false; ///< the y axis begins at zero
    bool logarithmic = false; ///< where the values span more than 10 : 1
    std::vector<Curve> curves;
};

/// The colour of the curve at `position`, the same in every chart that compares the same things:
/// seven colours for seven curves, and from the eighth on the same with dashes.
[[nodiscard]] QColor curveColor(const Tokens &colors, std::size_t position);

/// Some lines over a plain number, with their names at their ends.
class CurveChart : public PlotView
{
    Q_OBJECT

public:
    explicit CurveChart(QWidget *parent = nullptr);
    ~CurveChart() override;

    void setData(std::shared_ptr<const CurveData> data);
    [[nodiscard]] bool isLogarithmic() const { return m_log; }

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
    void paintCursor(QPainter &painter, QPointF place) override;
    [[nodiscard]] QString keyAt(QPointF place) const override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override;
    void retranslate() override;

private:
    struct Found
    {
        std::size_t curve = 0;
        std::size_t point = 0;
        double distance = std::numeric_limits<double>::infinity(); ///< pixels
    };
    [[nodiscard]] Found nearest(QPointF place) const;
    [[nodiscard]] QPointF shown(QPointF point) const; ///< in axis values
    [[nodiscard]] const std::vector<Curve> &curves() const;

    std::shared_ptr<const CurveData> m_data;
    std::vector<QLineSeries *> m_series;
    bool m_log = false;
};

} // namespace belvedere::ui
