// SPDX-License-Identifier: GPL-3.0-or-later
// ui/charts owns the look and the speed of charts: Qt Charts draws the series, everything around
// them (grid, ticks, rules, labels) is painted by ChartView. It knows no domain: names and units
// come with the data.
#pragma once

#include "charts/ticks.h"

#include <QChartView>
#include <QPixmap>

#include <optional>

class QChart;
class QValueAxis;

namespace belvedere::ui {

/// The common ground of all charts: one x and one y axis in plain numbers, series in the
/// program's colours, a read-out under the pointer. Subclasses fill in series, ticks and overlay.
class ChartView : public QChartView
{
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);
    ~ChartView() override;

    /// The sentence shown while there is nothing to draw.
    void setEmptyText(const QString &text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    /// What subclasses say about their data.
    [[nodiscard]] virtual bool isEmpty() const = 0;
    /// Gives the data to the series, thinned out for the present width.
    virtual void updateSeries() = 0;
    /// New pens and brushes for the series, from the tokens.
    virtual void applyColors() = 0;
    /// Ticks for the present ranges and size.
    [[nodiscard]] virtual std::vector<Tick> xTicks() const = 0;
    [[nodiscard]] virtual std::vector<Tick> yTicks() const;
    /// Labels, rules and markers over the series, in the coordinates of the viewport.
    virtual void paintOverlay(QPainter &painter) = 0;
    /// Texts in the new language.
    virtual void retranslate() = 0;

    void setRanges(double xMin, double xMax, double yMin, double yMax);
    void setXTitle(const QString &title);
    /// Above the axis, with the unit: "Speed, km/h".
    void setYTitle(const QString &title);
    /// Room at the right for direct labels.
    void reserveForLabels(const QStringList &labels);
    /// Room at the left at least, so that charts above each other have one x axis.
    void setMinimumLeft(int pixels);
    void attach(QAbstractSeries *series);
    /// Places the plot area anew; after a change of tick labels or titles.
    void updateLayout();

    [[nodiscard]] QRectF plotArea() const { return m_plot; }
    [[nodiscard]] double xAt(double value) const;
    [[nodiscard]] double yAt(double value) const;
    [[nodiscard]] double valueAtX(double pixel) const;
    [[nodiscard]] double xMin() const { return m_xMin; }
    [[nodiscard]] double xMax() const { return m_xMax; }
    [[nodiscard]] double yMin() const { return m_yMin; }
    [[nodiscard]] double yMax() const { return m_yMax; }
    [[nodiscard]] std::optional<double> hoveredX() const { return m_hovered; }

    /// A small card beside x with lines "name  value"; name may be empty.
    struct ReadOutLine
    {
        QColor color; ///< invalid: no swatch
        QString name;
        QString value;
    };
    void paintReadOut(QPainter &painter, double x, const QString &title,
        const std::vector<ReadOutLine> &lines) const;
    /// A vertical rule with an optional caption at its top.
    void paintRule(QPainter &painter, double x, const QPen &pen, const QString &caption = {}) const;
    /// Direct labels at the right, pushed apart where they would overlap.
    struct DirectLabel
    {
        double y = 0.0; ///< in axis values
        QString text;
        QColor color;
    };
    void paintDirectLabels(QPainter &painter, std::vector<DirectLabel> labels) const;

    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void paintGrid(QPainter &painter) const;
    void forgetPicture();

    QValueAxis *m_xAxis;
    QValueAxis *m_yAxis;
    QString m_xTitle;
    QString m_yTitle;
    QString m_emptyText;
    QPixmap m_picture; // grid and series, kept while only the overlay changes
    QRectF m_plot;
    std::optional<double> m_hovered;
    double m_xMin = 0.0;
    double m_xMax = 1.0;
    double m_yMin = 0.0;
    double m_yMax = 1.0;
    int m_labelMargin = 0;
    int m_minimumLeft = 0;
};

} // namespace belvedere::ui
