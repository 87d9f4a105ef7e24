// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_view.h"
#include "charts/parallel_data.h"
#include "common/task_slot.h"

#include <QImage>

#include <memory>

namespace belvedere::ui {

/// Parallel coordinates: one vertical axis a quantity, one line a thing. Dragging along an axis
/// chooses a range; lines outside any range fade. The cursor's key is that of a line.
///
/// Pointer: drag on an axis = range, drag inside a range = move it, click on an axis = all of it;
/// click on a line = activate it. Keys: left, right = axis; up, down = the next line by its value
/// there; Shift+up, down = stretch a range from the line under the cursor; Del = all of the axis.
class ParallelChart : public ChartView
{
    Q_OBJECT

public:
    explicit ParallelChart(QWidget *parent = nullptr);
    ~ParallelChart() override;

    /// Lines without a value for each axis are not shown. Ranges of axes with the same key stay.
    void setData(std::shared_ptr<const ParallelData> data);
    /// Lines that are drawn strongly whatever the ranges say.
    void setMarked(const QStringList &keys);

    void setRange(int axis, std::optional<ParallelRange> range);
    [[nodiscard]] std::optional<ParallelRange> range(int axis) const;
    void clearRanges();
    [[nodiscard]] bool hasRanges() const;
    /// Keys of the lines in all ranges.
    [[nodiscard]] QStringList keysWithin() const;
    /// "12 of 40 within 2 ranges": also what a screen reader says behind the title.
    [[nodiscard]] QString summary() const;

    /// Where an axis stands, in pixels; its head is at the top.
    [[nodiscard]] QLineF axisLine(int axis) const;
    [[nodiscard]] bool isSettled() const { return !m_slot.running(); }

Q_SIGNALS:
    void rangesChanged();

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    void applyColors() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override;
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
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override;
    void addActions(QMenu &menu) override;
    void retranslate() override;

    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    // A place here is (axis, line): several lines may meet in one pixel.
    struct Strokes
    {
        std::vector<QList<QPointF>> lines; ///< pixels relative to the plot
        std::vector<QColor> colors; ///< [lines]
        std::vector<bool> within; ///< [lines]
    };
    static void paintStrokes(QPainter &painter, const Strokes &strokes);
    [[nodiscard]] Strokes strokes() const;
    [[nodiscard]] QColor colorOf(std::size_t line) const;
    [[nodiscard]] double xOf(int axis) const;
    /// Of a line on an axis, or where values are missing.
    [[nodiscard]] double yOf(std::size_t line, int axis) const;
    [[nodiscard]] double yOfShare(double share) const;
    [[nodiscard]] double valueAtPixel(int axis, double y) const;
    [[nodiscard]] int axisNear(QPointF pixel) const; ///< -1: none
    [[nodiscard]] int lineNear(QPointF pixel) const; ///< -1: none
    [[nodiscard]] QList<QPointF> pixelsOf(std::size_t line) const;
    [[nodiscard]] QString valueText(std::size_t line, int axis) const;
    [[nodiscard]] int lineAfter(int line, int axis, int steps) const;
    [[nodiscard]] bool takesKey(const QKeyEvent &event) const;
    void stretchRange(int steps);
    void dragTo(double y);
    void rangesMoved();
    void paintAxis(QPainter &painter, int axis) const;
    void paintRanges(QPainter &painter) const;
    [[nodiscard]] int axisCount() const { return m_data ? int(m_data->axes.size()) : 0; }
    [[nodiscard]] int lineCount() const { return m_data ? int(m_data->lines.size()) : 0; }

    struct Drag
    {
        int axis = -1;
        double anchor = 0.0; ///< pixel where it began, or the end that stays
        std::optional<QPointF> moving; ///< of a range that is moved: its ends in pixels
        bool moved = false;
    };

    std::shared_ptr<const ParallelData> m_data;
    std::vector<ParallelScale> m_scales; // [axes]
    std::vector<std::optional<ParallelRange>> m_ranges; // [axes]
    std::vector<bool> m_within; // [lines]
    QStringList m_marked;
    std::optional<Drag> m_drag;
    int m_stretchedFrom = -1; // line where Shift+arrows began
    QImage m_picture; // of many lines
    TaskSlot<QImage> m_slot;
};

} // namespace belvedere::ui
