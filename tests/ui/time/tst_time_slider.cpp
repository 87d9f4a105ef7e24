// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_slider.h"

#include <QSignalSpy>
#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr UtcMs kStep = 5 * kMsPerMinute;
constexpr UtcMs kNow = 1600000000000 / kStep * kStep;

std::unique_ptr<TimeSlider> shownSlider()
{
    auto slider = std::make_unique<TimeSlider>();
    slider->resize(800, 64);
    slider->setSpan(kNow - 12 * kMsPerHour, kNow, kNow + kMsPerHour, kStep);
    slider->setCurrent(kNow);
    slider->show();
    return slider;
}

} // namespace

class tst_TimeSlider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void positionAndTimeAreInverse()
    {
        const auto slider = shownSlider();
        for (UtcMs t = kNow - 12 * kMsPerHour; t <= kNow + kMsPerHour; t += kStep)
            QVERIFY(std::abs(slider->timeAt(slider->xOf(t)) - t) <= 1);
    }

    void clickChoosesAStep()
    {
        const auto slider = shownSlider();
        QSignalSpy chosen(slider.get(), &TimeSlider::instantChosen);
        const UtcMs wanted = kNow - 3 * kMsPerHour;
        QTest::mouseClick(slider.get(), Qt::LeftButton, {}, QPoint(int(slider->xOf(wanted)), 30));
        QCOMPARE(chosen.size(), 1);
        const auto got = chosen[0][0].value<UtcMs>();
        QCOMPARE(got % kStep, UtcMs(0));
        QVERIFY(std::abs(got - wanted) <= kStep);
    }

    void clickBesideNowIsNow()
    {
        const auto slider = shownSlider();
        slider->setCurrent(kNow - kMsPerHour);
        QSignalSpy chosen(slider.get(), &TimeSlider::instantChosen);
        QTest::mouseClick(slider.get(), Qt::LeftButton, {}, QPoint(int(slider->xOf(kNow)) + 3, 30));
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<UtcMs>(), kNow);
    }

    void keys_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<UtcMs>("expected");
        QTest::newRow("right") << int(Qt::Key_Right) << kNow - kMsPerHour + kStep;
        QTest::newRow("left") << int(Qt::Key_Left) << kNow - kMsPerHour - kStep;
        QTest::newRow("pageUp") << int(Qt::Key_PageUp) << kNow;
        QTest::newRow("home") << int(Qt::Key_Home) << kNow - 12 * kMsPerHour;
        QTest::newRow("end") << int(Qt::Key_End) << kNow + kMsPerHour;
        QTest::newRow("now") << int(Qt::Key_N) << kNow;
    }
    void keys()
    {
        QFETCH(int, key);
        QFETCH(UtcMs, expected);
        const auto slider = shownSlider();
        slider->setCurrent(kNow - kMsPerHour);
        QTest::keyClick(slider.get(), static_cast<Qt::Key>(key));
        QCOMPARE(slider->current(), expected);
    }

    /// The clock moves; what the person chose stays.
    void newSpanKeepsTheInstant()
    {
        const auto slider = shownSlider();
        slider->setCurrent(kNow - kMsPerHour);
        QSignalSpy chosen(slider.get(), &TimeSlider::instantChosen);
        slider->setSpan(kNow - 6 * kMsPerHour, kNow + kStep, kNow + 2 * kMsPerHour, kStep);
        QCOMPARE(slider->current(), kNow - kMsPerHour);
        QCOMPARE(chosen.size(), 0);
    }
};

QTEST_MAIN(tst_TimeSlider)
#include "tst_time_slider.moc"
