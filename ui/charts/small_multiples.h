// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chart_view.h"
#include "charts/series_point.h"

#include <QCache>

#include <memory>

class QScrollBar;

namespace belvedere::ui {

/// One panel: a site, a channel.
struct Panel
{
    QString key; ///< stable name, for the linked cursor
    QString label;
    std::vector<SeriesPoint> points; ///< in the order of time; NaN = missing
};

struct SmallMultiplesData
{
    QString quantity;
    QString unit; ///< the same for all: panels are there to be compared
    std::vector<Panel> panels;
};

/// Many small charts on one time axis and one value axis, in as many columns as fit. Only the
/// panels in view are painted, a few each frame, and kept while they stay near.
/// The cursor moves in all panels at once; its key is that of the panel under it.
class SmallMultiples : public ChartView
{
    Q_OBJECT

public:
    explicit SmallMultiples(QWidget *parent = nullptr);
    ~SmallMultiples() override;

    void setData(std::shared_ptr<const SmallMultiplesData> data);
    void setZone(const QTimeZone &zone);
    [[nodiscard]] int columns() const;
    /// Panels painted since the last change of data, size or range.
    [[nodiscard]] int paintedPanels() const { return int(m_pictures.count()); }
    /// False while panels in view wait for the next frame.
    [[nodiscard]] bool isSettled() const { return !m_rest.isActive(); }
    void scrollTo(const QString &key);
    [[nodiscard]] QScrollBar *scrollBar() const { return m_bar; }

    [[nodiscard]] QSize sizeHint() const override;

protected:
    [[nodiscard]] bool isEmpty() const override;
    void updateSeries() override;
    void applyColors() override;
    [[nodiscard]] std::vector<Tick> xTicks() const override { return {}; }
    [[nodiscard]] std::vector<Tick> yTicks() const override;
    void paintPlot(QPainter &painter) override;
    [[nodiscard]] QPointF placeAt(QPointF pixel) const override;
    [[nodiscard]] std::optional<QPointF> snapped(QPointF place) const override;
    [[nodiscard]] QPointF stepped(QPointF from, int dx, int dy) const override;
    [[nodiscard]] ReadOut readOut(QPointF place) const override;
    void paintCursor(QPainter &painter, QPointF place) override;
    [[nodiscard]] QString keyAt(QPointF place) const override;
    [[nodiscard]] std::optional<QPointF> placeOfKey(const QString &key) const override;
    [[nodiscard]] TableMaker tableMaker() const override;
    [[nodiscard]] qsizetype tableRows() const override;
    void reveal(QPointF place) override;
    void retranslate() override;
    void wheelEvent(QWheelEvent *event) override;

private:
    // A place here is (time, height of the panel): the last panel has height 0.
    void arrange();
    [[nodiscard]] QRectF panelRect(int panel) const; ///< with its label, in pixels
    [[nodiscard]] QRectF plotOf(int panel) const; ///< where its line is
    [[nodiscard]] int panelAt(QPointF pixel) const; ///< nearest
    [[nodiscard]] double timeX(const QRectF &plot, double time) const;
    [[nodiscard]] double valueY(const QRectF &plot, double value) const;
    [[nodiscard]] std::pair<int, int> inView() const; ///< first, last + 1
    void paintPanel(QPainter &painter, int panel, const QRectF &rect) const;
    void paintFrame(QPainter &painter, int panel, const QRectF &rect) const;
    void paintTimes(QPainter &painter) const;
    [[nodiscard]] double heightOf(int panel) const;
    [[nodiscard]] int panelOf(QPointF place) const;
    [[nodiscard]] const SeriesPoint *pointAt(int panel, double time) const;
    [[nodiscard]] int count() const { return m_data ? int(m_data->panels.size()) : 0; }

    std::shared_ptr<const SmallMultiplesData> m_data;
    QScrollBar *m_bar;
    QCache<int, QPixmap> m_pictures;
    QTimer m_rest; // the panels that did not fit into the frame
    QTimeZone m_zone = QTimeZone::utc();
    double m_low = 0.0;
    double m_high = 1.0;
};

} // namespace belvedere::ui
