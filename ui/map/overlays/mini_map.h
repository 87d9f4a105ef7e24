// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/task_slot.h"
#include "map/viewport.h"
#include "theme/tokens.h"

#include <QImage>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

class QThreadPool;
class QToolButton;

namespace belvedere::ui {

class MapView;

/// The whole of the base map, small, with the part that the view shows as a rectangle. A click or
/// drag moves the view there; so do the arrow keys. Painted on the pool, and only when layers,
/// theme or size change.
class MiniMap : public QWidget
{
    Q_OBJECT

public:
    /// `pool` must outlive it.
    MiniMap(MapView &view, QThreadPool &pool);

    void setCollapsed(bool collapsed);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }
    /// The rectangle of the view on the widget, at least a few pixels large; empty while
    /// collapsed or without anything to show.
    [[nodiscard]] QRectF frame() const;
    /// How often it was painted anew on the pool.
    [[nodiscard]] int paintCount() const { return m_paintCount; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void collapsedChanged(bool collapsed);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] Viewport whole() const;
    void moveView(QPointF position);
    void renderLater();
    [[nodiscard]] const QPixmap &cutPicture(const QRectF &card, const Tokens &colors);
    void render();
    void retranslate();

    MapView &m_view;
    QThreadPool &m_pool;
    QToolButton *m_toggle;
    BoundingBox m_extent;
    QImage m_picture;
    QPixmap m_cut; // with round corners, ready to be painted
    qint64 m_cutKey = 0; // of the picture it was cut from
    TaskSlot<QImage> m_task{this};
    QTimer m_delay;
    QPointF m_grip; ///< from the middle of the frame to where it was taken
    bool m_collapsed = false;
    int m_paintCount = 0;
};

} // namespace belvedere::ui
