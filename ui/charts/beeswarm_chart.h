// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/beeswarm.h"
#include "charts/chart_view.h"
#include "common/task_slot.h"

#include <QImage>

#include <memory>

namespace belvedere::ui {

/// Many cases of many features: one dot a case, at its effect, coloured by the feature's value.
/// Placed and painted in the background. The cursor's key is "row label/index of the case".
class BeeswarmChart : public ChartView
{
    Q_OBJECT

public:
    explicit BeeswarmChart(QWidget *parent = nullptr);
    ~BeeswarmChart() override;

    void setData(std::shared_ptr<const SwarmData> data);
    /// False while dots are still being placed.
    [[nodiscard]] bool isSettled() const { return !m_slot.running(); }
    /// Dots that are drawn, of all rows.
    [[nodiscard]] qsizetype dotCount() const;

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    void applyColors() override;
    [[nodiscard]] std::vector<Tick> yTicks() const override;
    void paintPlot(QPainter &painter) override;
    void paintOverlay(QPainter &painter) override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    void paintCursor(QPainter &painter, QPointF place) override;
    [[nodiscard]] QString keyAt(QPointF place) const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override;
    void retranslate() override;

private:
    struct Swarm
    {
        std::vector<std::vector<SwarmDot>> rows; ///< each in the order of x
        QImage picture; ///< of the plot area
    };
    struct Job;
    struct Found
    {
        int row = -1;
        const SwarmDot *dot = nullptr;
    };

    [[nodiscard]] static Swarm makeSwarm(const Job &job);
    static void paintDots(QPainter &painter, const std::vector<std::vector<SwarmDot>> &rows,
        double rowHeight, const std::vector<QColor> &shades);
    [[nodiscard]] std::vector<QColor> shades() const;
    [[nodiscard]] double rowHeight() const;
    [[nodiscard]] int rowAt(double y) const;
    [[nodiscard]] QPointF placeOf(Found found) const;
    [[nodiscard]] Found nearest(QPointF place) const;

    std::shared_ptr<const SwarmData> m_data;
    std::shared_ptr<const Swarm> m_swarm;
    TaskSlot<std::shared_ptr<const Swarm>> m_slot;
};

} // namespace belvedere::ui
