// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_slider.h"

#include "base/random.h"
#include "time/time_slider_geometry.h"

#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr UtcMs kStep = 5 * kMsPerMinute;
constexpr UtcMs kNow = 1'600'000'200'000; // a multiple of the step

/// Shows 12 hours before now and one hour of forecast; the instant is an hour before now.
struct Shown
{
    Shown()
    {
        qRegisterMetaType<TimeRange>();
        context.now = kNow;
        context.current = kNow - kMsPerHour;
        context.from = context.to = context.current;
        context.reachFrom = kNow - 100 * kMsPerDay;
        context.reachTo = kNow + kMsPerHour;
        context.stepMs = kStep;
        context.followsNow = false;
        slider.resize(800, 70);
        slider.setContext(context);
        slider.showRange({kNow - 12 * kMsPerHour, kNow + kMsPerHour});
        slider.show();
        QObject::connect(&slider, &TimeSlider::instantChosen, &slider, [this](UtcMs instant) {
            context.current = context.from = context.to = instant;
            slider.setContext(context);
        });
    }
    [[nodiscard]] QPoint on(UtcMs time, int y = 32) const
    {
        return {int(std::lround(slider.xOf(time))), y};
    }
    void wheel(QPoint angle, Qt::KeyboardModifiers modifiers = {}, UtcMs over = kNow)
    {
        const QPointF at = on(over);
        QWheelEvent event(at, slider.mapToGlobal(at.toPoint()), {}, angle, Qt::NoButton, modifiers,
            Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&slider, &event);
    }

    TimeContext context;
    TimeSlider slider;
};

constexpr int kLabelsY = 62;

} // namespace

class tst_TimeSlider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void positionAndTimeAreInverse();
    void clickChoosesAStep();
    void clickBesideNowIsNow();
    void dragStaysInReach();
    void keys_data();
    void keys();
    void viewKeysKeepTheInstant();
    void wheelZoomsAtThePointer();
    void draggingTheLabelsMovesTheView();
    void parts();
    void theBandsEdgeIsDragged();
    void shiftDragDrawsARange();
    void newContextKeepsTheInstant();
    void barsCountEveryEventOnce();
    void barsStayWhileTheViewRolls();
    void skillFades();
    void hoverTells();
    void saysItsValue();
};

void tst_TimeSlider::positionAndTimeAreInverse()
{
    const Shown shown;
    for (UtcMs t = kNow - 12 * kMsPerHour; t <= kNow + kMsPerHour; t += kStep)
        QVERIFY(std::abs(shown.slider.timeAt(shown.slider.xOf(t)) - t) <= 1);
}

void tst_TimeSlider::clickChoosesAStep()
{
    Shown shown;
    QSignalSpy chosen(&shown.slider, &TimeSlider::instantChosen);
    const UtcMs wanted = kNow - 3 * kMsPerHour;
    QTest::mouseClick(&shown.slider, Qt::LeftButton, {}, shown.on(wanted));
    QCOMPARE(chosen.size(), 1);
    const auto got = chosen[0][0].value<UtcMs>();
    QCOMPARE(got % kStep, UtcMs(0));
    QVERIFY(std::abs(got - wanted) <= kStep);
}

void tst_TimeSlider::clickBesideNowIsNow()
{
    Shown shown;
    QSignalSpy now(&shown.slider, &TimeSlider::nowChosen);
    QTest::mouseClick(&shown.slider, Qt::LeftButton, {}, shown.on(kNow) + QPoint(3, 0));
    QCOMPARE(now.size(), 1);
}

void tst_TimeSlider::dragStaysInReach()
{
    Shown shown;
    shown.context.reachFrom = kNow - 6 * kMsPerHour;
    shown.slider.setContext(shown.context);
    QTest::mousePress(&shown.slider, Qt::LeftButton, {}, shown.on(kNow - 2 * kMsPerHour));
    QTest::mouseMove(&shown.slider, QPoint(-50, 32));
    QCOMPARE(shown.context.current, kNow - 6 * kMsPerHour);
    QTest::mouseMove(&shown.slider, QPoint(5000, 32));
    QCOMPARE(shown.context.current, kNow + kMsPerHour);
    QTest::mouseRelease(&shown.slider, Qt::LeftButton, {}, QPoint(5000, 32));
}

void tst_TimeSlider::keys_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::addColumn<UtcMs>("expected");
    const UtcMs start = kNow - kMsPerHour;
    const UtcMs hour = (start / kMsPerHour + 1) * kMsPerHour;
    QTest::newRow("right") << int(Qt::Key_Right) << 0 << start + kStep;
    QTest::newRow("left") << int(Qt::Key_Left) << 0 << start - kStep;
    QTest::newRow("up") << int(Qt::Key_Up) << 0 << start + kStep;
    QTest::newRow("next label") << int(Qt::Key_Right) << int(Qt::ControlModifier)
                                << (hour / (2 * kMsPerHour) * (2 * kMsPerHour) == hour
                                           ? hour
                                           : hour + kMsPerHour);
    QTest::newRow("home") << int(Qt::Key_Home) << 0 << kNow - 12 * kMsPerHour;
    QTest::newRow("end") << int(Qt::Key_End) << 0 << kNow + kMsPerHour;
}

void tst_TimeSlider::keys()
{
    QFETCH(int, key);
    QFETCH(int, modifiers);
    QFETCH(UtcMs, expected);
    Shown shown;
    QTest::keyClick(&shown.slider, static_cast<Qt::Key>(key), Qt::KeyboardModifiers(modifiers));
    QCOMPARE(shown.context.current, expected);
}

void tst_TimeSlider::viewKeysKeepTheInstant()
{
    Shown shown;
    QSignalSpy chosen(&shown.slider, &TimeSlider::instantChosen);
    QSignalSpy byHand(&shown.slider, &TimeSlider::viewChangedByHand);
    const TimeRange before = shown.slider.view().range();
    QTest::keyClick(&shown.slider, Qt::Key_Plus);
    QVERIFY(shown.slider.view().length() < before.length());
    QTest::keyClick(&shown.slider, Qt::Key_Minus);
    QVERIFY(std::abs(shown.slider.view().length() - before.length()) <= 2);
    QTest::keyClick(&shown.slider, Qt::Key_Left, Qt::ShiftModifier);
    QVERIFY(shown.slider.view().range().from < before.from - 3 * kMsPerHour);
    for (int i = 0; i < 200; ++i)
        QTest::keyClick(&shown.slider, Qt::Key_Minus);
    QCOMPARE(shown.slider.view().length(), TimeView::kLongestMs);
    for (int i = 0; i < 200; ++i)
        QTest::keyClick(&shown.slider, Qt::Key_Plus);
    QCOMPARE(shown.slider.view().length(), TimeView::kShortestMs);
    QCOMPARE(chosen.size(), 0);
    QCOMPARE(byHand.size(), 403);
}

void tst_TimeSlider::wheelZoomsAtThePointer()
{
    Shown shown;
    QSignalSpy chosen(&shown.slider, &TimeSlider::instantChosen);
    const UtcMs over = kNow - 4 * kMsPerHour;
    const double x = shown.slider.xOf(over);
    const qint64 length = shown.slider.view().length();
    shown.wheel({0, 120}, {}, over);
    QVERIFY(shown.slider.view().length() < length);
    QVERIFY(std::abs(shown.slider.xOf(over) - x) < 1.5); // the pointer lies on a whole pixel
    const TimeRange zoomed = shown.slider.view().range();
    shown.wheel({0, 120}, Qt::ShiftModifier);
    QCOMPARE(shown.slider.view().length(), zoomed.length());
    QVERIFY(shown.slider.view().range().from < zoomed.from);
    QCOMPARE(chosen.size(), 0);
    shown.wheel({0, 120}, Qt::ControlModifier);
    QCOMPARE(shown.context.current, kNow - kMsPerHour + kStep);
}

void tst_TimeSlider::draggingTheLabelsMovesTheView()
{
    Shown shown;
    QSignalSpy chosen(&shown.slider, &TimeSlider::instantChosen);
    const TimeRange before = shown.slider.view().range();
    QTest::mousePress(&shown.slider, Qt::LeftButton, {}, QPoint(300, kLabelsY));
    QTest::mouseMove(&shown.slider, QPoint(400, kLabelsY));
    QTest::mouseRelease(&shown.slider, Qt::LeftButton, {}, QPoint(400, kLabelsY));
    const double msPerPx = double(before.length()) / (800.0 - 2 * TrackGeometry::kEdgePx);
    const auto moved = before.from - shown.slider.view().range().from;
    QVERIFY(std::abs(double(moved) - 100.0 * msPerPx) < msPerPx);
    QCOMPARE(shown.slider.view().length(), before.length());
    QCOMPARE(chosen.size(), 0);
    QSignalSpy reset(&shown.slider, &TimeSlider::viewResetRequested);
    QTest::mouseDClick(&shown.slider, Qt::LeftButton, {}, QPoint(300, kLabelsY));
    QCOMPARE(reset.size(), 1);
}

void tst_TimeSlider::parts()
{
    using Part = TimeSlider::Part;
    Shown shown;
    QCOMPARE(shown.slider.partAt({300, 32}), Part::Track);
    QCOMPARE(shown.slider.partAt({300, 10}), Part::Track);
    QCOMPARE(shown.slider.partAt({300, kLabelsY}), Part::Labels);
    shown.context.mode = TimeMode::Window;
    shown.context.from = kNow - 5 * kMsPerHour;
    shown.slider.setContext(shown.context);
    QCOMPARE(shown.slider.partAt(shown.on(shown.context.from)), Part::WindowStart);
    QCOMPARE(shown.slider.partAt(shown.on(shown.context.from) + QPoint(9, 0)), Part::Track);
    QCOMPARE(shown.slider.partAt(shown.on(shown.context.from, kLabelsY)), Part::Labels);
}

void tst_TimeSlider::theBandsEdgeIsDragged()
{
    Shown shown;
    shown.context.mode = TimeMode::Window;
    shown.context.from = kNow - 5 * kMsPerHour;
    shown.slider.setContext(shown.context);
    QSignalSpy started(&shown.slider, &TimeSlider::windowStartChosen);
    QSignalSpy chosen(&shown.slider, &TimeSlider::instantChosen);
    QTest::mousePress(&shown.slider, Qt::LeftButton, {}, shown.on(shown.context.from));
    QTest::mouseMove(&shown.slider, shown.on(kNow - 7 * kMsPerHour));
    QVERIFY(!started.isEmpty());
    QVERIFY(std::abs(started.last()[0].value<UtcMs>() - (kNow - 7 * kMsPerHour)) <= kStep);
    QTest::mouseMove(&shown.slider, shown.on(kNow)); // not beyond the instant
    QCOMPARE(started.last()[0].value<UtcMs>(), shown.context.current);
    QTest::mouseRelease(&shown.slider, Qt::LeftButton, {}, shown.on(kNow));
    QCOMPARE(chosen.size(), 0);
}

void tst_TimeSlider::shiftDragDrawsARange()
{
    Shown shown;
    QSignalSpy drawn(&shown.slider, &TimeSlider::rangeChosen);
    const QPoint from = shown.on(kNow - 3 * kMsPerHour);
    const QPoint to = shown.on(kNow - 6 * kMsPerHour); // from right to left is as good
    QTest::mousePress(&shown.slider, Qt::LeftButton, Qt::ShiftModifier, from);
    QTest::mouseMove(&shown.slider, to);
    QTest::mouseRelease(&shown.slider, Qt::LeftButton, Qt::ShiftModifier, to);
    QCOMPARE(drawn.size(), 1);
    const auto range = drawn[0][0].value<TimeRange>();
    QVERIFY(std::abs(range.from - (kNow - 6 * kMsPerHour)) <= kStep);
    QVERIFY(std::abs(range.to - (kNow - 3 * kMsPerHour)) <= kStep);
    QTest::mouseClick(&shown.slider, Qt::LeftButton, Qt::ShiftModifier, from);
    QCOMPARE(drawn.size(), 1); // no range without a length
}

/// The clock goes on, the step changes; what the person chose stays.
void tst_TimeSlider::newContextKeepsTheInstant()
{
    Shown shown;
    QSignalSpy chosen(&shown.slider, &TimeSlider::instantChosen);
    const UtcMs instant = shown.context.current;
    shown.context.now += kMsPerHour;
    shown.context.stepMs = 7 * kMsPerMinute;
    shown.context.reachTo += 2 * kMsPerHour;
    shown.slider.setContext(shown.context);
    QCOMPARE(shown.slider.context().current, instant);
    QCOMPARE(chosen.size(), 0);
    shown.context.current = kNow - 50 * kMsPerDay; // typed: the view goes there
    shown.slider.setContext(shown.context);
    QVERIFY(shown.slider.view().range().contains(shown.context.current));
}

void tst_TimeSlider::barsCountEveryEventOnce()
{
    Shown shown;
    Random random(21);
    std::vector<TimeEvent> events;
    for (int i = 0; i < 5000; ++i)
        events.push_back({kNow - UtcMs(random.below(13 * 3600)) * 1000 + 30 * kMsPerMinute,
            int(random.below(5))});
    const EventTimeline timeline(events);
    for (int i = 0; i < 40; ++i) {
        const std::vector<UtcMs> edges = shown.slider.barEdges();
        QVERIFY(edges.size() >= 2);
        QVERIFY(edges.front() <= shown.slider.view().range().from);
        int sum = 0;
        for (const auto &bar : timeline.histogram(edges))
            sum += total(bar);
        // To now and no further: the recording's future is not told.
        const auto inside = std::count_if(events.begin(), events.end(), [&](const TimeEvent &e) {
            return e.from >= edges.front() && e.from <= edges.back() - 1 && e.from <= kNow;
        });
        QCOMPARE(sum, int(inside));
        QVERIFY(edges.back() <= kNow + 1);
        shown.slider.zoom(random.uniform(0.4, 2.0));
        if (!shown.slider.view().range().contains(kNow))
            shown.slider.showRange({kNow - 12 * kMsPerHour, kNow + kMsPerHour});
    }
}

void tst_TimeSlider::barsStayWhileTheViewRolls()
{
    Shown shown;
    const std::vector<UtcMs> before = shown.slider.barEdges();
    shown.context.now += 37 * kMsPerMinute;
    shown.slider.setContext(shown.context);
    const std::vector<UtcMs> after = shown.slider.barEdges();
    const UtcMs width = before[1] - before[0];
    QCOMPARE(after[1] - after[0], width);
    QCOMPARE((after[0] - before[0]) % width, UtcMs(0));
}

void tst_TimeSlider::skillFades()
{
    Shown shown;
    QCOMPARE(shown.slider.skillAt(0), 1.0);
    QVERIFY(shown.slider.skillAt(kMsPerHour) < shown.slider.skillAt(kMsPerHour / 2));
    shown.slider.setForecastSkill({{0, 0.9}, {kMsPerHour, 0.5}, {2 * kMsPerHour, 0.4}});
    QCOMPARE(shown.slider.skillAt(-5), 0.9);
    QCOMPARE(shown.slider.skillAt(kMsPerHour / 2), 0.7);
    QCOMPARE(shown.slider.skillAt(kMsPerHour), 0.5);
    QCOMPARE(shown.slider.skillAt(kMsPerDay), 0.4);
}

void tst_TimeSlider::hoverTells()
{
    Shown shown;
    QSignalSpy hovered(&shown.slider, &TimeSlider::hovered);
    QSignalSpy left(&shown.slider, &TimeSlider::unhovered);
    QTest::mouseMove(&shown.slider, shown.on(kNow - 5 * kMsPerHour));
    QVERIFY(!hovered.isEmpty());
    QVERIFY(std::abs(hovered.last()[0].value<UtcMs>() - (kNow - 5 * kMsPerHour)) < kStep);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&shown.slider, &leave);
    QCOMPARE(left.size(), 1);
}

void tst_TimeSlider::saysItsValue()
{
    Shown shown;
    QVERIFY(!shown.slider.accessibleName().isEmpty());
    const QString past = shown.slider.accessibleDescription();
    QCOMPARE(past, shown.slider.valueText());
    QVERIFY(past.contains(QStringLiteral("1 h")));
    const int value = shown.slider.value();
    QTest::keyClick(&shown.slider, Qt::Key_Right);
    QCOMPARE(shown.slider.value(), value + 1);
    QVERIFY(shown.slider.accessibleDescription() != past);
    shown.slider.triggerAction(QAbstractSlider::SliderSingleStepAdd);
    QCOMPARE(shown.context.current, kNow - kMsPerHour + 2 * kStep);
}

QTEST_MAIN(tst_TimeSlider)
#include "tst_time_slider.moc"
