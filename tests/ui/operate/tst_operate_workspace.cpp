// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_view.h"
#include "models/catalog/model_catalog.h"
#include "operate/map_scene.h"
#include "operate/operate_workspace.h"
#include "registry/baseline_deployment.h"
#include "simulation/demo_city.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace belvedere;
using namespace belvedere::ui;

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
        m_clock = std::make_unique<CityClock>();
        m_clock->pause();
        m_workspace = std::make_unique<OperateWorkspace>(
            OperateContext{&modelCatalog(), &m_pools, m_clock.get()});
        m_workspace->resize(1280, 800);
        m_workspace->show();
        m_workspace->setStore(m_store);
        QTRY_VERIFY_WITH_TIMEOUT(m_workspace->settled(), 20000);
    }
    void cleanup() { m_workspace.reset(); }

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

    void closingWhileLoadingIsClean()
    {
        m_workspace->reload();
        m_workspace.reset();
        QTest::qWait(50);
    }

private:
    QTemporaryDir m_folder;
    TaskPools m_pools;
    std::shared_ptr<Store> m_store;
    std::unique_ptr<CityClock> m_clock;
    std::unique_ptr<OperateWorkspace> m_workspace;
};

QTEST_MAIN(tst_OperateWorkspace)
#include "tst_operate_workspace.moc"
