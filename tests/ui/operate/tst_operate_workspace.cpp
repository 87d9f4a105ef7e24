// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/table_model.h"
#include "data/store/sqlite_store.h"
#include "docks/dock_host.h"
#include "map/compare/map_compare.h"
#include "map/map_legend.h"
#include "map/map_view.h"
#include "models/catalog/model_catalog.h"
#include "operate/incident_list.h"
#include "operate/inspector.h"
#include "operate/map_panel.h"
#include "operate/map_scene.h"
#include "operate/map_texts.h"
#include "operate/operate_report.h"
#include "operate/operate_workspace.h"
#include "operate/site_table.h"
#include "registry/baseline_deployment.h"
#include "simulation/demo_city.h"
#include "support/desk.h"

#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;
using belvedere::test::Desk;

/// The control room on a small simulated city, driven as a person does.
class tst_OperateWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        DemoOptions options;
        options.size = DemoSize::Small;
        options.days = 8;
        options.end = 1700000000000 / kMsPerDay * kMsPerDay;
        const auto store = makeDemoCity(m_folder.filePath(QStringLiteral("demo.city")), options);
        QVERIFY2(store, store ? "" : qPrintable(store.error().message()));
        m_store = *store;
        const auto version = deployBaseline(
            m_store, modelCatalog(), QStringLiteral("traffic"), QStringLiteral("speed"));
        QVERIFY2(version, version ? "" : qPrintable(version.error().message()));
    }

    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_clock = &m_desk->clock;
        m_clock->pause();
        m_workspace = std::make_unique<OperateWorkspace>(m_desk->operate(modelCatalog()));
        m_desk->commands.attachTo(m_workspace.get());
        m_desk->commands.setScope(QStringLiteral("operate"));
        m_workspace->resize(1280, 800);
        m_workspace->show();
        open(m_store);
    }
    void cleanup()
    {
        m_workspace.reset();
        m_desk.reset();
    }

    void showsTrafficSpeedFirst()
    {
        const QuantityView *view = m_workspace->controller().quantity();
        QVERIFY(view);
        QCOMPARE(view->dataset.name, QStringLiteral("traffic"));
        QCOMPARE(view->channelInfo().key, QStringLiteral("speed"));
        QVERIFY(m_workspace->map()->layers().size() >= 4);
    }

    void forecastFollowsTheClock()
    {
        OperateController &controller = m_workspace->controller();
        QTRY_VERIFY(controller.forecastAtNow());
        const UtcMs issued = controller.forecastAtNow()->issued;
        QVERIFY(issued <= m_clock->now());
        QVERIFY(m_clock->now() - issued < 5 * kMsPerMinute);
        m_clock->setCurrent(issued + 15 * kMsPerMinute);
        const std::vector<SiteState> ahead = controller.states();
        QVERIFY(std::all_of(ahead.begin(), ahead.end(), [](const SiteState &s) {
            return std::isnan(s.value) || s.state == ValueState::Forecast;
        }));
        QVERIFY(std::any_of(ahead.begin(), ahead.end(), [](const SiteState &s) {
            return s.state == ValueState::Forecast && s.low <= s.value && s.value <= s.high;
        }));
    }

    void clickOnASiteSelectsIt()
    {
        MapView *map = m_workspace->map();
        const QuantityView &view = *m_workspace->controller().quantity();
        // Find a site that the pick really hits, then click there.
        for (int s = 0; s < view.siteCount(); ++s) {
            const auto &layers = map->layers();
            const Site &site = view.dataset.sites[std::size_t(s)];
            if (!site.position)
                continue;
            const LocalProjection projection = m_workspace->scene()->projection;
            const QPointF at = map->viewport().toScreen(projection.toPlane(*site.position));
            const auto hit = pick(layers, map->viewport(), at, 4.0);
            if (!hit || hit->layer != layer::kSiteLines)
                continue;
            QTest::mouseClick(map, Qt::LeftButton, {}, at.toPoint());
            QTRY_COMPARE(map->selection().size(), std::size_t(1));
            QCOMPARE(map->selection()[0].layer, layer::kSiteLines);
            QTest::keyClick(m_workspace.get(), Qt::Key_Escape);
            QVERIFY(map->selection().empty());
            return;
        }
        QFAIL("no site could be hit");
    }

    void anotherQuantityKeepsTheClock()
    {
        const UtcMs now = m_clock->now();
        QSignalSpy shown(m_workspace.get(), &OperateWorkspace::sceneShown);
        m_workspace->showQuantity(QStringLiteral("traffic"), QStringLiteral("flow"));
        QTRY_COMPARE(shown.size(), 1);
        QCOMPARE(m_workspace->controller().quantity()->channelInfo().key, QStringLiteral("flow"));
        QCOMPARE(m_clock->now(), now);
        QTRY_VERIFY(!m_workspace->controller().busy());
        QVERIFY(!m_workspace->controller().model()); // nothing is deployed for flow
    }

    void keysMoveTheClock()
    {
        const UtcMs now = m_clock->now();
        QTest::keyClick(m_workspace.get(), Qt::Key_Comma);
        QVERIFY(m_clock->current() < now);
        QTest::keyClick(m_workspace.get(), Qt::Key_N);
        QCOMPARE(m_clock->current(), now);
        QTest::keyClick(m_workspace.get(), Qt::Key_Space);
        QVERIFY(m_clock->isPlaying());
    }

    /// What one panel says is what the others say.
    void allPanelsShowTheSameTime_data()
    {
        QTest::addColumn<TimeMode>("mode");
        QTest::newRow("instant") << TimeMode::Instant;
        QTest::newRow("window") << TimeMode::Window;
        QTest::newRow("cumulative") << TimeMode::Cumulative;
    }
    void allPanelsShowTheSameTime()
    {
        QFETCH(TimeMode, mode);
        m_clock->setCurrent(m_clock->now() - 3 * kMsPerHour);
        m_clock->setCumulativeStart(m_clock->current() - 5 * kMsPerHour);
        m_clock->setMode(mode);
        m_workspace->docks()->activatePanel(QStringLiteral("sites"));
        m_clock->setCurrent(m_clock->current() - kMsPerHour);
        const TimeContext &time = m_clock->context();
        const QuantityView &view = *m_workspace->controller().quantity();
        const auto expected = siteStates(view, time, nullptr);
        const SiteTableModel *table = m_workspace->siteTable()->siteModel();
        for (int s = 0; s < view.siteCount(); ++s) {
            const auto i = std::size_t(s);
            QCOMPARE(m_workspace->states()[i].measured, expected[i].measured);
            const double inTable =
                table->index(s, SiteTableModel::Value).data(kSortRole).toDouble();
            const auto computed = static_cast<double>(expected[i].value);
            QVERIFY(inTable == computed || (std::isnan(inTable) && std::isnan(computed)));
        }
        QCOMPARE(m_workspace->map()->legend()->content().time, timeLabel(time));
        m_workspace->setSite(SiteId(0));
        QCOMPARE(m_workspace->inspector()->site(), SiteId(0));
        QCOMPARE(reportContentOf(*m_workspace).clock.front().value, timeLabel(time));
    }

    void thePointerIsMarkedEverywhere()
    {
        m_workspace->docks()->activatePanel(QStringLiteral("sites"));
        const QuantityView &view = *m_workspace->controller().quantity();
        LinkedPoint point;
        point.dataset = view.dataset.name;
        point.sites = {view.dataset.sites[2].code};
        point.instant = m_clock->now() - kMsPerHour;
        QObject elsewhere;
        m_desk->cursor.set(&elsewhere, point);
        QTRY_COMPARE(m_workspace->map()->highlighted().size(), std::size_t(1));
        QCOMPARE(m_workspace->map()->highlighted()[0].feature, 2);
        QTRY_VERIFY(!m_workspace->inspector()->chart()->readOutText().isEmpty());
        const auto *table = m_workspace->siteTable()->view();
        QCOMPARE(table->currentIndex().data().toString(), view.dataset.sites[2].title());
        m_desk->cursor.clear(&elsewhere);
        QTRY_VERIFY(m_workspace->map()->highlighted().empty());
    }

    void commandsDoWhatTheyName()
    {
        CommandRegistry &commands = m_desk->commands;
        QVERIFY(m_workspace->mapPanel()->isLayerGroupShown(0));
        QVERIFY(commands.run(QStringLiteral("map.layer.1")));
        QVERIFY(!m_workspace->mapPanel()->isLayerGroupShown(0));
        QVERIFY(commands.run(QStringLiteral("map.compare.swipe")));
        QCOMPARE(m_workspace->mapPanel()->compare()->mode(), MapCompare::Mode::Swipe);
        QVERIFY(commands.run(QStringLiteral("map.difference")));
        QVERIFY(m_workspace->mapPanel()->showsDifference());
        QVERIFY(commands.runTyped(QStringLiteral("map.quantity"), QStringLiteral("flow")));
        QTRY_COMPARE(
            m_workspace->controller().quantity()->channelInfo().key, QStringLiteral("flow"));
    }

    void aCityOfRoadsAloneIsAMap()
    {
        const auto store = emptyCity(QStringLiteral("roads.city"));
        const auto network = m_store->roadNetwork();
        const auto backdrop = m_store->backdrop();
        QVERIFY(network && backdrop && store->setGround(**network, **backdrop));
        open(store);
        QVERIFY(!m_workspace->controller().quantity());
        QTRY_VERIFY(m_workspace->map()->isVisible());
        QVERIFY(m_workspace->map()->layers().size() >= 2);
        QTRY_VERIFY(m_workspace->map()->isSharp());
    }

    void aCityOfIncidentsAloneShowsThem()
    {
        const auto store = emptyCity(QStringLiteral("calls.city"));
        IncidentTable table;
        table.name = QStringLiteral("calls");
        for (int i = 0; i < 50; ++i) {
            Incident call;
            call.from = 1700000000000 + i * kMsPerHour;
            call.position = LonLat{8.0 + 0.001 * i, 47.0};
            call.category = QStringLiteral("EMS");
            table.incidents.push_back(call);
        }
        QVERIFY(store->writeIncidents(table));
        open(store);
        QTRY_VERIFY(m_workspace->map()->isVisible());
        const auto &layers = m_workspace->map()->layers();
        QVERIFY(std::any_of(layers.begin(), layers.end(),
            [](const MapLayer &layer) { return layer.id == layer::kIncidents; }));
        m_clock->setMode(TimeMode::Cumulative);
        m_clock->setCumulativeStart(table.incidents.front().from - 1);
        m_clock->setCurrent(m_clock->now());
        QTRY_VERIFY(m_workspace->incidents()->incidentModel()->rowCount() > 0);
    }

    void anEmptyCityAsksForData()
    {
        m_workspace->setStore(emptyCity(QStringLiteral("empty.city")));
        QTRY_VERIFY(m_workspace->settled());
        QVERIFY(!m_workspace->map()->isVisible());
    }

    void closingWhileLoadingIsClean()
    {
        m_workspace->reload();
        m_workspace.reset();
        QTest::qWait(50);
    }

private:
    void open(const std::shared_ptr<Store> &store)
    {
        m_workspace->setStore(store);
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->settled(), 20000);
    }
    /// An empty city of its own.
    std::shared_ptr<Store> emptyCity(const QString &name)
    {
        CityInfo info;
        info.name = name;
        return *SqliteStore::openOrCreate(m_folder.filePath(name), info);
    }

    QTemporaryDir m_folder;
    std::shared_ptr<Store> m_store;
    std::unique_ptr<Desk> m_desk;
    CityClock *m_clock = nullptr;
    std::unique_ptr<OperateWorkspace> m_workspace;
};

QTEST_MAIN(tst_OperateWorkspace)
#include "tst_operate_workspace.moc"
