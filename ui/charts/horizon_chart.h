// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/plot_view.h"

class QLineSeries;

namespace belvedere::ui {

/// The error of one model by how far ahead it looks.
struct HorizonLine
{
    QString label;
    std::vector<double> minutesAhead; ///< increasing
    std::vector<double> error; ///< same size; NaN = none
    bool emphasized = false; ///< the model that this is about; the others are its background
};

/// One line a model, with its name at its end.
class HorizonChart : public PlotView
{
    Q_OBJECT

public:
    explicit HorizonChart(QWidget *parent = nullptr);
    ~HorizonChart() override;

    void setLines(std::vector<HorizonLine> lines);
    /// "MAE" and "km/h".
    void setMeasure(const QString &name, const QString &unit);

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    void applyColors() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
    void paintOverlay(QPainter &painter) override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override;
    void retranslate() override;

private:
    [[nodiscard]] QColor colorOf(std::size_t line) const;
    [[nodiscard]] std::vector<double> minutes() const;
    /// Whole hours, and more of them than a person wants to count in minutes.
    [[nodiscard]] bool inHours() const;

    std::vector<HorizonLine> m_lines;
    std::vector<QLineSeries *> m_series;
    QString m_measure;
    QString m_unit;
};

} // namespace belvedere::ui
