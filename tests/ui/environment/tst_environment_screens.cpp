// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/task_pools.h"
#include "common/command_registry.h"
#include "common/linked_cursor.h"
#include "common/undo_hub.h"
#include "environment/air_panel.h"
#include "environment/environment_page.h"
#include "environment/environment_tabs.h"
#include "environment/environment_view.h"
#include "environment/model_tab.h"
#include "environment/noise_panel.h"
#include "environment/surface_panel.h"
#include "support/ui_audit.h"
#include "theme/theme.h"
#include "time/city_clock.h"
#include "ui/environment/sample_stations.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace belvedere;
using namespace belvedere::test;
using namespace belvedere::ui;

namespace {

constexpr UtcMs kNoon = kAirStart + 4 * kMsPerDay + 12 * kMsPerHour;
constexpr int kWaitMs = 20'000;

TimeContext timeAt(UtcMs current, UtcMs now)
{
    TimeContext time;
    time.current = time.from = time.to = current;
    time.now = now;
    time.revision = 1;
    return time;
}

void choose(QComboBox *box, const QVariant &value)
{
    const int index = box->findData(value);
    QVERIFY(index >= 0);
    box->setCurrentIndex(index);
    Q_EMIT box->activated(index);
}

} // namespace

/// The environment in the control room and on the analyst's page, by mouse and keys.
class tst_EnvironmentScreens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void nothingHappensUntilShown();
    void stationsFollowTheClock();
    void indexIsChosen();
    void stationIsChosen();
    void surfaceAndItsError();
    void noiseHasItsPanel();
    void emptyCitySaysWhatToDo();
    void layersAreNamedByGroup();
    void pageShowsEveryTab_data();
    void pageShowsEveryTab();
    void pageWithoutRunsSaysSo();
    void pageKeepsTheChoice();
    void widgetsCanBeUsedByAll();

private:
    void settleView();
    void settlePage(EnvironmentPage &page);

    QTemporaryDir m_folder;
    TaskPools m_pools;
    CityClock m_clock;
    Preferences m_preferences;
    CommandRegistry m_commands;
    LinkedCursor m_cursor;
    UndoHub m_undo;
    std::shared_ptr<MemoryStore> m_store;
    std::unique_ptr<EnvironmentView> m_view;
    std::vector<DomainPanel> m_panels;
};

void tst_EnvironmentScreens::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    applyTheme(*qApp, ThemeMode::Dark);
    m_store = sampleStore(m_folder.path(), 40);
    QVERIFY(m_store);
}

void tst_EnvironmentScreens::init()
{
    m_view = std::make_unique<EnvironmentView>(
        DomainContext{&m_pools, &m_preferences, &m_clock, &m_commands, &m_cursor, &m_undo, {}},
        nullptr);
    m_panels = m_view->panels();
    for (const DomainPanel &panel : m_panels) {
        panel.widget->resize(380, 700);
        panel.widget->show();
    }
    m_view->setStore(m_store);
    m_view->setProjection(LocalProjection({116.4, 39.95}));
    m_view->setTime(timeAt(kNoon, kNoon));
}

void tst_EnvironmentScreens::cleanup()
{
    m_view.reset();
    m_panels.clear();
}

void tst_EnvironmentScreens::settleView()
{
    QTRY_VERIFY_WITH_TIMEOUT(
        m_view->model().data() && !m_view->busy() && m_view->model().air(), kWaitMs);
}

void tst_EnvironmentScreens::settlePage(EnvironmentPage &page)
{
    QTRY_VERIFY_WITH_TIMEOUT(page.isSettled(), kWaitMs);
}

void tst_EnvironmentScreens::nothingHappensUntilShown()
{
    QTest::qWait(50);
    QVERIFY(!m_view->busy());
    QVERIFY(!m_view->model().data());
    m_view->setShown(true);
    settleView();
    QCOMPARE(m_view->airPanel()->stationTable()->model()->rowCount(), 4);
    QVERIFY(m_view->span());
    QCOMPARE(m_view->span()->from, kAirStart);
    QVERIFY(m_view->place().contains({116.4, 39.95}));
}

void tst_EnvironmentScreens::stationsFollowTheClock()
{
    m_view->setShown(true);
    settleView();
    QSignalSpy changed(m_view.get(), &DomainView::attributesChanged);
    m_view->setTime(timeAt(kNoon - kMsPerDay, kNoon));
    QTRY_COMPARE(m_view->model().air()->time, kNoon - kMsPerDay);
    QVERIFY(!changed.isEmpty());
    // A step back costs nothing: it is known.
    m_view->setTime(timeAt(kNoon, kNoon));
    QCOMPARE(m_view->model().air()->time, kNoon);
}

void tst_EnvironmentScreens::indexIsChosen()
{
    m_view->setShown(true);
    settleView();
    AirPanel *panel = m_view->airPanel();
    QVERIFY(panel->validity().contains(QStringLiteral("2012"))); // the table of 2015
    choose(panel->standardBox(), QStringLiteral("cn-hj633"));
    QTRY_COMPARE(m_view->model().air()->standard->id, QStringLiteral("cn-hj633-2012"));
    QTRY_VERIFY(panel->validity().contains(m_view->model().air()->standard->title));
    const auto buttons = panel->findChildren<QToolButton *>();
    QVERIFY(buttons.size() >= 3);
    QTest::mouseClick(buttons[1], Qt::LeftButton); // of the day
    QTRY_COMPARE(int(m_view->model().air()->what), int(AirTime::Day));
    QVERIFY(m_view->legends().front().attribute.contains(QStringLiteral("HJ 633")));
}

void tst_EnvironmentScreens::stationIsChosen()
{
    m_view->setShown(true);
    settleView();
    AirPanel *panel = m_view->airPanel();
    QSignalSpy place(m_view.get(), &DomainView::placeChosen);
    QTableView *table = panel->stationTable();
    // The highest comes first and is the one that is looked at; a click takes another.
    QCOMPARE(m_view->model().station(), 3);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
        table->visualRect(table->model()->index(1, 0)).center());
    QCOMPARE(m_view->model().choice().station, QStringLiteral("s2"));
    QCOMPARE(place.count(), 1);
    QCOMPARE(panel->pollutantTable()->model()->rowCount(), 2);
    // A click on the map does the same.
    m_view->pick(m_view->layerId(QStringLiteral("stations")), 0);
    QCOMPARE(m_view->model().choice().station, QStringLiteral("s0"));
    QCOMPARE(table->currentIndex().data().toString(), QStringLiteral("Station 0"));
}

void tst_EnvironmentScreens::surfaceAndItsError()
{
    m_view->setShown(true);
    settleView();
    QTRY_VERIFY_WITH_TIMEOUT(m_view->model().surface() && m_view->model().errors(), kWaitMs);
    SurfacePanel *panel = m_view->surfacePanel();
    QCOMPARE(panel->table()->model()->rowCount(), 4);
    QVERIFY2(panel->figures().contains(QStringLiteral("RMSE")), qPrintable(panel->figures()));
    QVERIFY(m_view->isGroupShown(QStringLiteral("surface")));
    m_view->setGroupShown(QStringLiteral("error"), true);
    QVERIFY(!m_view->isGroupShown(QStringLiteral("surface"))); // colours never mix
    bool told = false;
    for (const LegendContent &legend : m_view->legends())
        told = told || legend.attribute.contains(QStringLiteral("standard error"));
    QVERIFY(told);
    // Another pollutant and another method.
    choose(panel->channelBox(), QStringLiteral("no2"));
    QTRY_COMPARE(m_view->model().surface()->channel, QStringLiteral("no2"));
    panel->methodBox()->setCurrentIndex(1);
    Q_EMIT panel->methodBox()->activated(1);
    QTRY_COMPARE(int(m_view->model().surface()->method), int(SurfaceMethod::InverseDistance));
}

void tst_EnvironmentScreens::noiseHasItsPanel()
{
    m_view->setTime(timeAt(kNoon - kMsPerDay, kNoon)); // its day, to the next morning, is over
    m_view->setShown(true);
    settleView();
    QTRY_VERIFY_WITH_TIMEOUT(m_view->model().noise(), kWaitMs);
    QAbstractItemModel *rows = m_view->noisePanel()->table()->model();
    QCOMPARE(rows->rowCount(), 2);
    QCOMPARE(rows->index(0, NoiseColumns::LDen).data().toString(), QStringLiteral("66"));
    QCOMPARE(rows->index(1, NoiseColumns::LDen).data().toString(), QStringLiteral("\u2013"));
}

void tst_EnvironmentScreens::emptyCitySaysWhatToDo()
{
    QTemporaryDir folder;
    m_view->setStore(std::make_shared<MemoryStore>(folder.path()));
    m_view->setShown(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_view->model().data(), kWaitMs);
    QVERIFY(!m_view->span());
    QVERIFY(m_view->place().empty());
    QVERIFY(m_view->layers().empty());
    for (const DomainPanel &panel : m_panels) {
        bool told = false;
        for (const QLabel *label : panel.widget->findChildren<QLabel *>())
            told = told || (label->isVisible() && label->text().contains(QStringLiteral("Import")));
        QVERIFY2(told, qPrintable(panel.spec.id));
    }
}

void tst_EnvironmentScreens::layersAreNamedByGroup()
{
    m_view->setShown(true);
    settleView();
    QTRY_VERIFY_WITH_TIMEOUT(m_view->model().surface(), kWaitMs);
    QStringList groups;
    for (const MapLayer &layer : m_view->layers())
        groups.append(m_view->groupOf(layer.id));
    groups.sort();
    QCOMPARE(groups,
        (QStringList{
            QStringLiteral("error"), QStringLiteral("stations"), QStringLiteral("surface")}));
    QVERIFY(!m_view->tip(m_view->layerId(QStringLiteral("stations")), 0).isEmpty());
    QVERIFY(m_view->tip(QStringLiteral("safety/points"), 0).isEmpty());
}

void tst_EnvironmentScreens::pageShowsEveryTab_data()
{
    QTest::addColumn<int>("tab");
    QTest::newRow("calendar") << int(EnvironmentPage::Tab::Calendar);
    QTest::newRow("variation") << int(EnvironmentPage::Tab::Variation);
    QTest::newRow("rose") << int(EnvironmentPage::Tab::Rose);
    QTest::newRow("exceedances") << int(EnvironmentPage::Tab::Exceedances);
}

void tst_EnvironmentScreens::pageShowsEveryTab()
{
    QFETCH(int, tab);
    EnvironmentPage page(m_pools, nullptr);
    page.resize(1200, 700);
    page.setStore(m_store);
    page.show();
    settlePage(page);
    page.showTab(static_cast<EnvironmentPage::Tab>(tab));
    settlePage(page);
    auto *chart = page.tab(static_cast<EnvironmentPage::Tab>(tab))->findChild<ChartView *>();
    QVERIFY(chart);
    QTRY_VERIFY(chart->isVisible());
    QVERIFY(!chart->table().rows.empty());
    QVERIFY(!chart->title().isEmpty());
    page.periodBox()->setCurrentIndex(1); // 2015
    Q_EMIT page.periodBox()->activated(1);
    settlePage(page);
    QVERIFY(!chart->table().rows.empty());
}

void tst_EnvironmentScreens::pageWithoutRunsSaysSo()
{
    EnvironmentPage page(m_pools, nullptr);
    page.resize(1200, 700);
    page.setStore(m_store);
    page.show();
    settlePage(page);
    page.showTab(EnvironmentPage::Tab::Trend);
    settlePage(page);
    const auto says = [](QWidget *tab, const QString &word) {
        for (const QLabel *label : tab->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text().contains(word))
                return true;
        }
        return false;
    };
    QTRY_VERIFY(says(page.tab(EnvironmentPage::Tab::Trend), QStringLiteral("six months")));
}

void tst_EnvironmentScreens::pageKeepsTheChoice()
{
    EnvironmentPage page(m_pools, nullptr);
    page.resize(1200, 700);
    page.setStore(m_store);
    page.show();
    settlePage(page);
    QCOMPARE(page.setBox()->count(), 2);
    choose(page.channelBox(), QStringLiteral("no2"));
    choose(page.siteBox(), 1);
    page.reload();
    settlePage(page);
    QCOMPARE(page.channelBox()->currentData().toString(), QStringLiteral("no2"));
    QCOMPARE(page.siteBox()->currentData().toInt(), 1);
    // Of noise there is no index.
    page.setBox()->setCurrentText(QStringLiteral("noise"));
    Q_EMIT page.setBox()->activated(page.setBox()->currentIndex());
    settlePage(page);
    QVERIFY(!page.standardBox()->isVisible());
}

void tst_EnvironmentScreens::widgetsCanBeUsedByAll()
{
    m_view->setShown(true);
    settleView();
    for (const DomainPanel &panel : m_panels)
        QCOMPARE(tests::auditUi(panel.widget).all(), QStringList());
    EnvironmentPage page(m_pools, nullptr);
    page.resize(1300, 700);
    page.setStore(m_store);
    page.show();
    settlePage(page);
    QCOMPARE(tests::auditUi(&page).all(), QStringList());
}

QTEST_MAIN(tst_EnvironmentScreens)
#include "tst_environment_screens.moc"
