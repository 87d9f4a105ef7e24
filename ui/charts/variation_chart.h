// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_view.h"

#include <memory>

class QAreaSeries;
class QLineSeries;

namespace belvedere::ui {

/// What usually happens in the course of a day, a week or a year.
struct VariationCurve
{
    QString key;
    QString label;
    std::vector<double> values; ///< one a part of the cycle; NaN = never measured
    std::vector<double> low, high; ///< of the interval; empty: none
};

struct VariationData
{
    enum class Cycle {
        Day, ///< 24 local hours
        Week, ///< 168 local hours, from Monday 00:00
        Year ///< 12 months
    };

    QString quantity;
    QString unit;
    Cycle cycle = Cycle::Day;
    /// What the band is: "95 % interval of the mean". Empty without bands.
    QString interval;
    std::vector<VariationCurve> curves;
};

[[nodiscard]] int partsOf(VariationData::Cycle cycle);

/// Lines over the parts of a cycle with a band each. The cursor's key is that of a line.
class VariationChart : public PlotView
{
    Q_OBJECT

public:
    explicit VariationChart(QWidget *parent = nullptr);
    ~VariationChart() override;

    /// Curves whose values do not fill the cycle are left out.
    void setData(std::shared_ptr<const VariationData> data);

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    void applyColors() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
    void paintPlot(QPainter &painter) override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    [[nodiscard]] QString keyAt(QPointF place) const override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override;
    void retranslate() override;

private:
    struct Drawn
    {
        QLineSeries *line = nullptr;
        QAreaSeries *band = nullptr;
    };
    [[nodiscard]] bool isShown(std::size_t curve) const;
    [[nodiscard]] QString partName(int part) const;
    /// The shown curve nearest to the place; npos without any.
    [[nodiscard]] std::size_t nearest(QPointF place) const;

    std::shared_ptr<const VariationData> m_data;
    std::vector<Drawn> m_drawn;
};

} // namespace belvedere::ui
