// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/utc_time.h"

#include <QAbstractSlider>
#include <QTimeZone>

#include <vector>

namespace belvedere::ui {

/// The axis past - now - forecast, on which a person chooses the instant that everything shows.
/// Left of the now line lies what was observed, right of it, hatched, what is forecast; small
/// bars count events. The slider's value is the step, so that keys and screen readers work as
/// with any slider.
class TimeSlider : public QAbstractSlider
{
    Q_OBJECT

public:
    explicit TimeSlider(QWidget *parent = nullptr);

    void setZone(const QTimeZone &zone);
    /// @param end  of the forecast; equal to `now` without one.
    void setSpan(UtcMs from, UtcMs now, UtcMs end, UtcMs stepMs);
    void setCurrent(UtcMs instant);
    /// Times of events in any order; those after now are not drawn.
    void setEvents(std::vector<UtcMs> events);

    [[nodiscard]] UtcMs current() const { return m_current; }
    [[nodiscard]] UtcMs timeAt(double x) const;
    [[nodiscard]] double xOf(UtcMs time) const;
    [[nodiscard]] QSize sizeHint() const override { return {640, 64}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {240, 64}; }

Q_SIGNALS:
    /// By mouse or key.
    void instantChosen(belvedere::UtcMs instant);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void choose(UtcMs instant);
    void paintTrack(QPainter &painter, const QRectF &track) const;
    void paintEvents(QPainter &painter, const QRectF &track) const;
    void paintTicks(QPainter &painter, const QRectF &track) const;
    void paintNow(QPainter &painter, const QRectF &track) const;
    void paintHandle(QPainter &painter, const QRectF &track) const;
    [[nodiscard]] QRectF trackRect() const;
    void retranslate();

    QTimeZone m_zone = QTimeZone::utc();
    UtcMs m_from = 0;
    UtcMs m_now = kMsPerHour;
    UtcMs m_end = kMsPerHour;
    UtcMs m_current = 0;
    UtcMs m_stepMs = 5 * kMsPerMinute;
    std::vector<UtcMs> m_events;
};

} // namespace belvedere::ui
