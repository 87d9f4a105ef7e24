// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_view.h"
#include "charts/polar_data.h"

#include <QPainterPath>

#include <memory>
#include <span>

namespace belvedere::ui {

/// A polar plot or a rose: north is up, the distance from the middle is the speed or how often
/// the direction occurs, calm stands in the middle. Cells with too few cases stay empty. The
/// cursor's key is the number of the sector, "calm" in the middle.
///
/// Keys: left, right = around; up, down = outwards and inwards, into the calm in the end.
class PolarChart : public ChartView
{
    Q_OBJECT

public:
    explicit PolarChart(QWidget *parent = nullptr);
    ~PolarChart() override;

    /// Data that are not whole are not shown.
    void setData(std::shared_ptr<const PolarData> data);

    /// The cell of a ring and a sector, in pixels.
    [[nodiscard]] QPainterPath cellPath(int ring, int sector) const;
    [[nodiscard]] QPointF center() const;

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override { return {}; }
    [[nodiscard]] std::vector<Tick> yTicks() const override { return {}; }
    void paintPlot(QPainter &painter) override;
    void paintOverlay(QPainter &painter) override;
    [[nodiscard]] QPointF placeAt(QPointF pixel) const override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    void paintCursor(QPainter &painter, QPointF place) override;
    [[nodiscard]] QString keyAt(QPointF place) const override;
    [[nodiscard]] std::optional<QPointF> placeOfKey(const QString &key) const override;
    [[nodiscard]] std::vector<LegendEntry> legend() const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override;
    void reveal(QPointF) override { }
    void retranslate() override;

private:
    // A place here is (sector, ring); ring -1 is the calm, -2 outside.
    [[nodiscard]] bool isRose() const { return m_data->kind == PolarData::Kind::Shares; }
    [[nodiscard]] std::size_t cell(int ring, int sector) const;
    [[nodiscard]] double radius() const;
    [[nodiscard]] double calmRadius() const;
    /// Pixels from the middle at which a speed or a share stands.
    [[nodiscard]] double radiusOf(double amount) const;
    struct Ring
    {
        double inner = 0.0;
        double outer = 0.0;
    };
    [[nodiscard]] Ring ringOf(int ring, int sector) const;
    [[nodiscard]] QColor colorOf(int ring, int sector) const;
    [[nodiscard]] QColor meanColor(double mean) const;
    [[nodiscard]] bool isShown(int ring) const;
    [[nodiscard]] std::span<const QColor> ramp() const;
    [[nodiscard]] QString sectorName(int sector) const;
    [[nodiscard]] QString ringName(int ring) const;
    [[nodiscard]] double calmShare() const;
    void measure();
    void paintRings(QPainter &painter) const;
    void paintLetters(QPainter &painter) const;
    void paintCalm(QPainter &painter) const;
    [[nodiscard]] ReadOut calmReadOut() const;

    std::shared_ptr<const PolarData> m_data;
    ColorRange m_range;
    double m_outermost = 1.0; // speed or share at the edge
};

} // namespace belvedere::ui
