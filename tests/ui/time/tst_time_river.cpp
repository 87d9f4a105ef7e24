// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/time_river.h"

#include "common/command_registry.h"
#include "common/linked_cursor.h"
#include "theme/theme.h"
#include "time/speed_box.h"
#include "time/time_calendar.h"
#include "time/time_commands.h"
#include "time/time_field.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace belvedere;
using namespace belvedere::ui;

class tst_TimeRiver : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void keysPlay();
    void keysStep();
    void keysFindEvents();
    void typedTime();
    void typedNonsense();
    void typedOutOfReach();
    void typingSurvivesTheClock();
    void calendarMarksDays();
    void calendarChooses();
    void typedSpeed();
    void speedFieldFollowsWhatMoves();
    void presetsShowSpans();
    void modesAndWindows();
    void loopsTheAxis();
    void zoomAndModeKeepTheInstant();
    void linkedCursorBothWays();
    void commandsGoThroughTheRegistry();
    void everythingHasANameAndATabStop();
    void textsFit_data();
    void textsFit();

private:
    void key(Qt::Key key) { QTest::keyClick(m_river.get(), key); }
    [[nodiscard]] QDate day(UtcMs time) const
    {
        return QDateTime::fromMSecsSinceEpoch(time, m_zone).date();
    }

    QTimeZone m_zone{"Europe/Copenhagen"};
    UtcMs m_now = 0;
    std::unique_ptr<CityClock> m_clock;
    std::unique_ptr<TimeRiver> m_river;
};

void tst_TimeRiver::initTestCase()
{
    applyTheme(*qApp, ThemeMode::Dark);
    m_now = *parseTime(u"2012-03-01 08:05", m_zone);
}

void tst_TimeRiver::init()
{
    m_clock = std::make_unique<CityClock>();
    m_clock->pause();
    m_river = std::make_unique<TimeRiver>(*m_clock);
    m_clock->setReplay(m_now - 2 * kMsPerDay, m_now + kMsPerDay, m_now);
    m_river->setZone(m_zone);
    m_river->setReach(m_now - 60 * kMsPerDay, m_now + kMsPerHour);
    m_river->setEvents({{m_now - 50 * kMsPerMinute, 2}, {m_now - 26 * kMsPerHour, 1},
        {m_now - 26 * kMsPerHour, 4}, {m_now + 20 * kMsPerMinute, 1}});
    m_river->resize(1000, m_river->sizeHint().height());
    m_river->show();
}

void tst_TimeRiver::cleanup()
{
    m_river.reset();
    m_clock.reset();
}

void tst_TimeRiver::keysPlay()
{
    key(Qt::Key_Space);
    QVERIFY(m_clock->isPlaying());
    key(Qt::Key_Space);
    QVERIFY(!m_clock->isPlaying());
    key(Qt::Key_J);
    QCOMPARE(m_clock->playback(), -1);
    const double speed = m_clock->playSpeed();
    key(Qt::Key_J);
    QCOMPARE(m_clock->playSpeed(), 2 * speed);
    key(Qt::Key_K);
    QCOMPARE(m_clock->playback(), 0);
    key(Qt::Key_L);
    QCOMPARE(m_clock->playback(), 1);
    key(Qt::Key_N);
    QVERIFY(m_clock->followsNow());
    QTest::keyClick(m_river.get(), Qt::Key_J, Qt::ControlModifier); // belongs to somebody else
    QCOMPARE(m_clock->playback(), 0);
}

void tst_TimeRiver::keysStep()
{
    key(Qt::Key_Comma);
    QCOMPARE(m_clock->current(), m_now - 5 * kMsPerMinute);
    key(Qt::Key_Period);
    QCOMPARE(m_clock->current(), m_now);
    for (int i = 0; i < 30; ++i)
        key(Qt::Key_Period);
    QCOMPARE(m_clock->current(), m_now + kMsPerHour); // the forecast ends there
}

void tst_TimeRiver::keysFindEvents()
{
    key(Qt::Key_BracketLeft);
    QCOMPARE(m_clock->current(), m_now - 50 * kMsPerMinute);
    key(Qt::Key_BracketLeft);
    QCOMPARE(m_clock->current(), m_now - 26 * kMsPerHour);
    QVERIFY(m_river->slider()->view().range().contains(m_clock->current()));
    key(Qt::Key_BracketLeft);
    QCOMPARE(m_clock->current(), m_now - 26 * kMsPerHour);
    key(Qt::Key_BracketRight);
    key(Qt::Key_BracketRight); // the next one has not happened yet
    QCOMPARE(m_clock->current(), m_now - 50 * kMsPerMinute);
}

void tst_TimeRiver::typedTime()
{
    TimeField *field = m_river->field();
    QApplication::setActiveWindow(m_river.get());
    key(Qt::Key_G);
    QTRY_VERIFY(field->hasFocus());
    QCOMPARE(field->selectedText(), field->text());
    QTest::keyClicks(field, QStringLiteral("yesterday 17:00"));
    QVERIFY(field->hint().contains(QStringLiteral("17:00")));
    QCOMPARE(m_clock->current(), m_now); // not before Enter
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_clock->current(), *parseTime(u"2012-02-29 17:00", m_zone));
    QVERIFY(field->hint().isEmpty());
    QVERIFY(field->text().contains(QStringLiteral("29 Feb 2012 17:00")));
    // Letters are text here, not commands.
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("now"));
    QTest::keyClick(field, Qt::Key_Enter);
    QVERIFY(m_clock->followsNow());
}

void tst_TimeRiver::typedNonsense()
{
    TimeField *field = m_river->field();
    field->startTyping();
    QTest::keyClicks(field, QStringLiteral("soon"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(m_clock->current(), m_now);
    QVERIFY(field->hint().contains(QStringLiteral("\"soon\"")));
    QVERIFY(field->hint().contains(QStringLiteral("08:15"))); // what to write instead
    QCOMPARE(field->accessibleDescription(), field->hint());
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->hint().isEmpty());
    QVERIFY(field->text().contains(QStringLiteral("08:05")));
}

void tst_TimeRiver::typedOutOfReach()
{
    TimeField *field = m_river->field();
    for (const QString &typed : {QStringLiteral("1999-01-01"), QStringLiteral("+3 h")}) {
        field->startTyping();
        field->selectAll();
        QTest::keyClicks(field, typed);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(m_clock->current(), m_now);
        QVERIFY(field->hint().contains(QStringLiteral("2012")));
    }
}

void tst_TimeRiver::typingSurvivesTheClock()
{
    TimeField *field = m_river->field();
    field->startTyping();
    QTest::keyClicks(field, QStringLiteral("08:1"));
    m_clock->play();
    m_clock->advance(10'000);
    QCOMPARE(field->text(), QStringLiteral("08:1"));
}

void tst_TimeRiver::calendarMarksDays()
{
    std::vector<float> shares(60 * 288, 1.0F);
    std::fill_n(shares.begin(), 144, 0.0F);
    const UtcMs start = *parseTime(u"2012-01-02 00:00", m_zone);
    m_river->setAvailability(
        std::make_shared<const DataAvailability>(start, 5 * kMsPerMinute, shares));
    const MonthGrid *grid = m_river->calendar()->grid();
    QCOMPARE(total(grid->eventsOn(QDate(2012, 2, 29))), 2);
    QCOMPARE(total(grid->eventsOn(QDate(2012, 3, 1))), 1); // the later one is still to come
    QCOMPARE(grid->shareOn(QDate(2012, 1, 2)), 0.5);
    QCOMPARE(grid->shareOn(QDate(2012, 1, 3)), 1.0);
    QCOMPARE(grid->shareOn(QDate(2012, 3, 2)), -1.0);
    QVERIFY(grid->textOf(QDate(2012, 2, 29)).contains(QLatin1Char('2')));
    QCOMPARE(grid->minimumDate(), day(m_now - 60 * kMsPerDay));
    QCOMPARE(grid->maximumDate(), day(m_now + kMsPerHour));
}

void tst_TimeRiver::calendarChooses()
{
    TimeCalendar *calendar = m_river->calendar();
    calendar->popUpAt(m_river->field());
    QVERIFY(calendar->isVisible());
    calendar->grid()->setSelectedDate(QDate(2012, 2, 20));
    Q_EMIT calendar->grid()->activated(QDate(2012, 2, 20));
    QCOMPARE(m_clock->current(), *parseTime(u"2012-02-20 08:05", m_zone)); // the time stays
    QVERIFY(!calendar->isVisible());
    calendar->popUpAt(m_river->field());
    QTest::keyClick(calendar, Qt::Key_Escape);
    QVERIFY(!calendar->isVisible());
}

void tst_TimeRiver::typedSpeed()
{
    m_clock->setCurrent(m_now - kMsPerDay);
    SpeedBox *box = m_river->speedBox();
    QApplication::setActiveWindow(m_river.get());
    box->lineEdit()->setFocus();
    QTRY_VERIFY(box->lineEdit()->hasFocus());
    box->lineEdit()->selectAll();
    QTest::keyClicks(box->lineEdit(), QStringLiteral("1 month/s"));
    QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    QVERIFY(std::abs(m_clock->playSpeed() - 365.25 * 7200.0) < 1.0);
    const UtcMs instant = m_clock->current();
    box->lineEdit()->selectAll();
    QTest::keyClicks(box->lineEdit(), QStringLiteral("warp"));
    QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    QVERIFY(box->hint().contains(QStringLiteral("warp")));
    QVERIFY(std::abs(m_clock->playSpeed() - 365.25 * 7200.0) < 1.0);
    QCOMPARE(m_clock->current(), instant);
}

void tst_TimeRiver::speedFieldFollowsWhatMoves()
{
    SpeedBox *box = m_river->speedBox();
    Q_EMIT box->speedChosen(10.0); // at now in a replay: of now
    QCOMPARE(m_clock->speed(), 10.0);
    m_clock->setCurrent(m_now - kMsPerDay);
    Q_EMIT box->speedChosen(1234.0); // in the past: of the player
    QCOMPARE(m_clock->playSpeed(), 1234.0);
    QCOMPARE(m_clock->speed(), 10.0);
}

void tst_TimeRiver::presetsShowSpans()
{
    const UtcMs instant = m_clock->current();
    for (const TimePreset &preset : timePresets()) {
        m_river->showPreset(preset);
        const TimeRange wanted = rangeOf(preset, m_now, m_zone);
        const TimeRange &view = m_river->slider()->view().range();
        QVERIFY(view.from <= wanted.from && view.to >= wanted.to);
        QVERIFY(view.length() <= wanted.length() * 3 / 2);
        QCOMPARE(m_clock->current(), instant);
    }
    // A double click on the labels takes back what was zoomed.
    const TimeRange chosen = m_river->slider()->view().range();
    m_river->slider()->zoom(3.0);
    QVERIFY(m_river->slider()->view().range() != chosen);
    Q_EMIT m_river->slider()->viewResetRequested();
    QCOMPARE(m_river->slider()->view().range(), chosen);
}

void tst_TimeRiver::modesAndWindows()
{
    TimeSlider *slider = m_river->slider();
    const TimeRange drawn{m_now - 3 * kMsPerHour, m_now - kMsPerHour};
    Q_EMIT slider->rangeChosen(drawn);
    QCOMPARE(m_clock->mode(), TimeMode::Window);
    QCOMPARE(m_clock->context().range(), drawn);
    Q_EMIT slider->windowStartChosen(m_now - 90 * kMsPerMinute);
    QCOMPARE(m_clock->windowMs(), qint64(30 * kMsPerMinute));
    Q_EMIT slider->windowStartChosen(m_now); // never empty
    QCOMPARE(m_clock->windowMs(), m_clock->stepMs());
    m_clock->setMode(TimeMode::Cumulative);
    Q_EMIT slider->windowStartChosen(m_now - 5 * kMsPerHour);
    QCOMPARE(m_clock->context().from, m_now - 5 * kMsPerHour);
    QCOMPARE(m_clock->current(), m_now - kMsPerHour);
}

void tst_TimeRiver::loopsTheAxis()
{
    const auto buttons = m_river->findChildren<QToolButton *>();
    for (QToolButton *button : buttons) {
        if (button->accessibleName().contains(QStringLiteral("again and again")))
            button->click();
    }
    QVERIFY(m_clock->loop());
    QCOMPARE(m_clock->loop()->to, m_now); // not into what is not known
    QCOMPARE(m_clock->loop()->from, m_river->slider()->view().range().from);
}

void tst_TimeRiver::zoomAndModeKeepTheInstant()
{
    m_clock->setCurrent(m_now - 7 * kMsPerHour);
    QSignalSpy moved(m_clock.get(), &CityClock::currentChanged);
    m_river->slider()->zoom(0.1);
    m_river->slider()->pan(5.0);
    m_river->slider()->zoom(500.0);
    m_clock->setMode(TimeMode::Window);
    m_clock->setZoneChoice(ZoneChoice::Utc);
    m_river->setEvents(std::vector<TimeEvent>());
    QCOMPARE(moved.count(), 0);
    QVERIFY(m_river->field()->text().contains(QStringLiteral("00:05"))); // 01:05 in the city
}

void tst_TimeRiver::linkedCursorBothWays()
{
    LinkedCursor cursor;
    QObject chart;
    m_river->setLinkedCursor(&cursor);
    TimeSlider *slider = m_river->slider();
    QTest::mouseMove(slider, QPoint(int(slider->xOf(m_now - kMsPerHour)), 30));
    QTRY_VERIFY(cursor.point().instant);
    QVERIFY(std::abs(*cursor.point().instant - (m_now - kMsPerHour)) < 5 * kMsPerMinute);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(slider, &leave);
    QTRY_VERIFY(cursor.point().isEmpty());
    const QImage before = slider->grab().toImage();
    cursor.set(&chart, {{}, {}, m_now - 2 * kMsPerHour});
    QTRY_VERIFY(slider->grab().toImage() != before);
    m_river->setLinkedCursor(nullptr);
}

void tst_TimeRiver::commandsGoThroughTheRegistry()
{
    CommandRegistry registry;
    addTimeCommands(registry, *m_clock, *m_river, QStringLiteral("operate"));
    QVERIFY(registry.runTyped(QStringLiteral("time.go"), QStringLiteral("yesterday 17:00")));
    QCOMPARE(m_clock->current(), *parseTime(u"2012-02-29 17:00", m_zone));
    QVERIFY(!registry.runTyped(QStringLiteral("time.go"), QStringLiteral("whenever")));
    QVERIFY(registry.runTyped(QStringLiteral("time.speed"), QStringLiteral("2 h/s")));
    QCOMPARE(m_clock->playSpeed(), 7200.0);
    QVERIFY(registry.run(QStringLiteral("time.window")));
    QVERIFY(registry.isChecked(QStringLiteral("time.window")));
    for (const QString &id : registry.ids()) {
        QVERIFY(!registry.text(id).title.isEmpty());
        QVERIFY(registry.conflicts(id, registry.shortcuts(id).value(0)).isEmpty());
    }
}

void tst_TimeRiver::everythingHasANameAndATabStop()
{
    int stops = 0;
    for (QWidget *widget : m_river->findChildren<QWidget *>()) {
        if (widget->window() != m_river.get() || widget->focusPolicy() == Qt::NoFocus
            || !widget->isVisible() || widget->parentWidget() == m_river->speedBox())
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->toolTip().isEmpty(), widget->metaObject()->className());
        QVERIFY(widget->width() >= metric::kTarget && widget->height() >= metric::kTarget);
        ++stops;
    }
    QVERIFY(stops >= 12);
}

void tst_TimeRiver::textsFit_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("beside the inspector on a small screen") << 900;
    QTest::newRow("wide") << 2500;
}

/// In the largest size a person may choose the fields show their whole text.
void tst_TimeRiver::textsFit()
{
    QFETCH(int, width);
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSize(14);
    QApplication::setFont(large);
    init();
    m_river->setFont(large);
    m_river->resize(width, m_river->sizeHint().height());
    QTest::qWait(10);
    const TimeField *field = m_river->field();
    QVERIFY(field->fontMetrics().horizontalAdvance(field->text()) <= field->width() - 16);
    for (const QToolButton *button : m_river->findChildren<QToolButton *>()) {
        if (button->text().isEmpty() || button->window() != m_river.get())
            continue;
        QVERIFY2(!button->text().contains(QChar(0x2026)), qPrintable(button->text()));
        QVERIFY(button->height() >= button->fontMetrics().height());
    }
    QVERIFY(m_river->slider()->width() >= 200);
    QVERIFY(m_river->minimumSizeHint().width() <= 900);
    QApplication::setFont(before);
}

QTEST_MAIN(tst_TimeRiver)
#include "tst_time_river.moc"
