// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "time/data_availability.h"
#include "time/event_timeline.h"
#include "time/time_view.h"

#include <QAbstractSlider>

#include <memory>
#include <optional>
#include <vector>

namespace belvedere::ui {

/// How good a forecast is so far ahead: 1 as good as a measurement, 0 no better than a guess.
struct SkillAt
{
    qint64 leadMs = 0;
    double skill = 1.0;
};

/// The axis past - now - forecast, on which a person chooses the instant that everything shows.
/// Left of the now line lies what was observed, right of it, hatched, what is forecast, its ink
/// fading with the skill; bars count events by priority, the strip below tells where data are
/// missing, and a band lies over the stretch that a window or cumulative mode shows.
///
/// The wheel and the keys + and - zoom, dragging the labels and Shift+arrows move the view;
/// neither touches the instant. It shows the context it is given and asks by signals for another.
class TimeSlider : public QAbstractSlider
{
    Q_OBJECT

public:
    enum class Part { Track, WindowStart, Labels };

    explicit TimeSlider(QWidget *parent = nullptr);

    void setContext(const TimeContext &context);
    void setEvents(std::shared_ptr<const EventTimeline> events);
    void setAvailability(std::shared_ptr<const DataAvailability> availability);
    /// Ascending in lead; without any the ink fades evenly to the end of the forecast.
    void setForecastSkill(std::vector<SkillAt> skill);
    void setLoop(std::optional<TimeRange> loop);
    /// What the pointer marks in another panel.
    void setLinkedInstant(std::optional<UtcMs> instant);

    [[nodiscard]] const TimeContext &context() const { return m_context; }
    [[nodiscard]] const TimeView &view() const { return m_view; }
    void showRange(const TimeRange &range);
    /// Around the instant shown, or the middle of the view if that lies outside. `factor` > 1
    /// shows more.
    void zoom(double factor);
    /// By a share of the view's length.
    void pan(double share);

    [[nodiscard]] UtcMs timeAt(double x) const;
    [[nodiscard]] double xOf(UtcMs time) const;
    [[nodiscard]] Part partAt(const QPointF &position) const;
    /// The instant in words, and how it lies to now: "Thu 1 Mar 2012 08:05, 3 h before now".
    [[nodiscard]] QString valueText() const;
    /// Skill of a forecast of that lead, 0 … 1.
    [[nodiscard]] double skillAt(qint64 leadMs) const;
    /// Edges of the histogram's bars: round times, so that bars stay while the view moves.
    [[nodiscard]] std::vector<UtcMs> barEdges() const;

    [[nodiscard]] QSize sizeHint() const override { return {640, 70}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {200, 70}; }

Q_SIGNALS:
    /// By mouse, key or an assistive tool.
    void instantChosen(belvedere::UtcMs instant);
    void nowChosen();
    /// The left edge of the band was dragged.
    void windowStartChosen(belvedere::UtcMs start);
    /// A stretch was drawn with Shift held down.
    void rangeChosen(const belvedere::ui::TimeRange &range);
    /// The person zoomed or moved the view.
    void viewChangedByHand();
    void viewResetRequested();
    void hovered(belvedere::UtcMs instant);
    void unhovered();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Drag { None, Scrub, View, WindowStart, Range };

    void choose(UtcMs instant);
    void chooseStep(int count);
    /// To the next label of the axis, or the one before.
    void chooseTick(int direction);
    void scrubTo(double x);
    void zoomAt(double factor, UtcMs anchor);
    void panBy(qint64 ms);
    void hover(const QPointF &position);
    void updateSlider();
    void retranslate();
    [[nodiscard]] UtcMs snapped(UtcMs time) const;
    [[nodiscard]] bool handlesNavigation(QKeyEvent *event);

    // Painting, in time_slider_paint.cpp
    struct Geometry;
    [[nodiscard]] Geometry geometry() const;
    void paintPast(QPainter &painter, const Geometry &g) const;
    void paintForecast(QPainter &painter, const Geometry &g) const;
    void paintEvents(QPainter &painter, const Geometry &g) const;
    void paintAvailability(QPainter &painter, const Geometry &g) const;
    void paintBand(QPainter &painter, const Geometry &g) const;
    void paintTicks(QPainter &painter, const Geometry &g) const;
    void paintMarks(QPainter &painter, const Geometry &g) const;
    void paintHeader(QPainter &painter, const Geometry &g) const;
    void paintHandle(QPainter &painter, const Geometry &g) const;
    void paintHover(QPainter &painter, const Geometry &g) const;
    [[nodiscard]] QRectF pillRect(const Geometry &g) const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString viewText() const;
    [[nodiscard]] QString hoverText(bool withEvents) const;
    struct HoverLabel;
    /// Empty without a pointer on the axis.
    [[nodiscard]] HoverLabel hoverLabel(const Geometry &g) const;

    TimeContext m_context;
    TimeView m_view;
    bool m_hasContext = false;
    std::shared_ptr<const EventTimeline> m_events;
    std::shared_ptr<const DataAvailability> m_availability;
    std::vector<SkillAt> m_skill;
    std::optional<TimeRange> m_loop;
    std::optional<UtcMs> m_linked;
    std::optional<UtcMs> m_hover;
    Drag m_drag = Drag::None;
    double m_dragX = 0.0;
    UtcMs m_dragStart = 0;
    TimeRange m_dragRange;
};

} // namespace belvedere::ui

Q_DECLARE_METATYPE(belvedere::ui::TimeRange)
