// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/plot_view.h"

#include <QAbstractSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLegend>
#include <QPainter>
#include <QValueAxis>

namespace belvedere::ui {

PlotView::PlotView(QWidget *parent)
    : ChartView(parent)
    , m_scene(new QGraphicsScene(this))
    , m_chart(new QChart)
    , m_xAxis(new QValueAxis)
    , m_yAxis(new QValueAxis)
{
    m_scene->setItemIndexMethod(QGraphicsScene::NoIndex);
    m_scene->addItem(m_chart);
    m_chart->setAnimationOptions(QChart::NoAnimation);
    m_chart->setBackgroundVisible(false);
    m_chart->setMargins(QMargins());
    m_chart->legend()->hide();
    // The grid and the ticks are painted by ChartView: Qt 6.4 puts time labels neither in a
    // city's zone nor at whole hours.
    for (QValueAxis *axis : {m_xAxis, m_yAxis}) {
        axis->setVisible(false);
        axis->setRange(0.0, 1.0);
    }
    m_chart->addAxis(m_xAxis, Qt::AlignBottom);
    m_chart->addAxis(m_yAxis, Qt::AlignLeft);
}

PlotView::~PlotView() = default;

void PlotView::attach(QAbstractSeries *series)
{
    m_chart->addSeries(series);
    series->attachAxis(m_xAxis);
    series->attachAxis(m_yAxis);
}

void PlotView::detach(QAbstractSeries *series)
{
    m_chart->removeSeries(series);
    delete series;
}

void PlotView::paintPlot(QPainter &painter)
{
    m_xAxis->setRange(xMin(), xMax());
    m_yAxis->setRange(yMin(), yMax());
    m_chart->resize(size());
    m_chart->setPlotArea(plotArea());
    m_chart->layout()->activate();
    const QRectF whole = rect();
    painter.save();
    m_scene->render(&painter, whole, whole);
    painter.restore();
}

} // namespace belvedere::ui
