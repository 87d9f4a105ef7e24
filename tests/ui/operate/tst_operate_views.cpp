// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/dock_host.h"
#include "domain/domain_view.h"
#include "map/map_legend.h"
#include "map/map_view.h"
#include "operate/map_panel.h"
#include "operate/operate_workspace.h"
#include "support/desk.h"
#include "support/memory_store.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;
using belvedere::test::Desk;

namespace {

constexpr UtcMs kLast = 1'450'000'000'000 / kMsPerDay * kMsPerDay;
constexpr LonLat kPlace{-75.3, 40.1};

QString text(const char *latin1)
{
    return QString::fromLatin1(latin1);
}

/// Nothing can be trained in these tests.
class NoModels : public ForecasterFactory
{
public:
    std::vector<Kind> kinds() const override { return {}; }
    Result<std::unique_ptr<TrainableForecaster>> create(const ModelSpec &) const override
    {
        return failure(Errc::NotFound, "No models.");
    }
    Result<std::unique_ptr<Forecaster>> load(const ModelState &) const override
    {
        return failure(Errc::NotFound, "No models.");
    }
};

/// One layer of points, a panel, and data of some days in 2014.
class Bees : public DomainView
{
public:
    Bees()
        : DomainView(text("bees"), text("city"),
            {{text("hives"), [] { return text("Hives"); }, true, false}})
    {
    }
    QString title() const override { return text("Bees"); }
    QString description() const override { return text("Where they live"); }
    void setStore(std::shared_ptr<Store> store) override { stored = store != nullptr; }
    void setProjection(const LocalProjection &projection) override
    {
        plane = projection;
        Q_EMIT layersChanged();
    }
    void setTime(const TimeContext &context) override { time = context; }
    std::vector<MapLayer> layers() const override
    {
        MapLayer layer;
        layer.id = layerId(text("hives"));
        layer.order = LayerOrder::Points;
        layer.geometry = PointGeometry::make({plane.toPlane(kPlace)});
        auto attributes = std::make_shared<LayerAttributes>();
        FeatureStyle yellow;
        yellow.color = MapColor(QColor(Qt::yellow));
        yellow.width = 20.0;
        attributes->styles.push_back(yellow);
        layer.attributes = attributes;
        layer.pickable = true;
        return {layer};
    }
    std::vector<LegendContent> legends() const override
    {
        LegendContent content;
        content.attribute = text("Hives");
        content.scale.bands = {{QColor(Qt::yellow), 20.0}};
        return {content};
    }
    MapTip tip(const QString &, std::int32_t) const override
    {
        MapTip tip;
        tip.title = text("A hive");
        return tip;
    }
    void pick(const QString &layer, std::int32_t feature) override
    {
        picked = layer;
        pickedFeature = feature;
    }
    std::vector<DomainPanel> panels() override
    {
        PanelSpec spec;
        spec.id = text("bees-list");
        spec.title = [] { return text("Hives"); };
        return {{spec, new QLabel(text("one hive"))}};
    }
    LonLatBox place() const override
    {
        LonLatBox box;
        box.add({kPlace.lon - 0.01, kPlace.lat - 0.01});
        box.add({kPlace.lon + 0.01, kPlace.lat + 0.01});
        return box;
    }
    std::optional<ui::TimeRange> span() const override
    {
        return ui::TimeRange{kLast - 400 * kMsPerDay, kLast - 300 * kMsPerDay};
    }
    bool busy() const override { return false; }

    LocalProjection plane;
    TimeContext time;
    QString picked;
    std::int32_t pickedFeature = -1;
    bool stored = false;
};

} // namespace

/// A domain in the control room: its view shows its layers, panels and time and puts others away.
class tst_OperateViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_desk->clock.pause();
        m_workspace = std::make_unique<OperateWorkspace>(m_desk->operate(m_models));
        m_desk->commands.attachTo(m_workspace.get());
        m_desk->commands.setScope(text("operate"));
        m_bees = new Bees;
        m_workspace->addDomain(m_bees);
        m_workspace->resize(1280, 800);
        m_workspace->show();
        auto store = std::make_shared<test::MemoryStore>(m_folder.path());
        IncidentTable table;
        table.name = text("calls");
        for (int i = 0; i < 50; ++i) {
            Incident incident;
            incident.from = kLast - (50 - i) * kMsPerHour;
            incident.position = LonLat{kPlace.lon + 0.0005 * i, kPlace.lat};
            table.incidents.push_back(incident);
        }
        QVERIFY(store->writeIncidents(table));
        m_workspace->setStore(store);
        QTRY_VERIFY(m_workspace->scene() != nullptr);
    }
    void cleanup()
    {
        m_workspace.reset();
        m_desk.reset();
    }

    void startsWithTraffic()
    {
        QCOMPARE(m_workspace->views(), QStringList({text("traffic"), text("bees")}));
        QCOMPARE(m_workspace->view(), text("traffic"));
        QVERIFY(!m_workspace->docks()->isPanelShown(text("bees-list")));
        QVERIFY(m_workspace->docks()->isPanelShown(text("inspector")));
        QVERIFY(!m_bees->isShown());
        QVERIFY(m_bees->stored);
        QVERIFY(!hives()->visible);
    }

    void viewShowsTheDomainAndNothingElse()
    {
        const QSignalSpy changed(m_workspace.get(), &OperateWorkspace::viewChanged);
        m_workspace->showView(text("bees"));
        QCOMPARE(changed.count(), 1);
        QVERIFY(m_bees->isShown());
        QVERIFY(hives()->visible);
        QVERIFY(m_workspace->docks()->isPanelShown(text("bees-list")));
        for (const char *panel : {"inspector", "incidents", "sites", "kpis"})
            QVERIFY2(!m_workspace->docks()->isPanelShown(text(panel)), panel);
        QCOMPARE(m_workspace->map()->legend()->content().attribute, text("Hives"));
    }

    void wayBackIsAsItWas()
    {
        m_workspace->docks()->showPanel(text("sites"), false);
        m_workspace->showView(text("bees"));
        m_workspace->docks()->showPanel(text("inspector"));
        m_workspace->showView(text("traffic"));
        QVERIFY(!m_workspace->docks()->isPanelShown(text("sites")));
        QVERIFY(m_workspace->docks()->isPanelShown(text("incidents")));
        QVERIFY(!m_bees->isShown());
        m_workspace->showView(text("bees"));
        QVERIFY(m_workspace->docks()->isPanelShown(text("inspector")));
    }

    void clockGoesToTheData()
    {
        m_workspace->showView(text("bees"));
        QVERIFY(m_bees->span()->contains(m_desk->clock.current()));
        QCOMPARE(m_bees->time.current, m_desk->clock.current());
        m_workspace->showView(text("traffic"));
        QVERIFY(m_desk->clock.current() > kLast - 10 * kMsPerDay);
    }

    void mapGoesToThePlace()
    {
        m_workspace->mapPanel()->flyTo(LonLat{10.0, 50.0});
        m_workspace->map()->setReducedMotion(true);
        m_workspace->showView(text("bees"));
        const Viewport &view = m_workspace->map()->viewport();
        QTRY_VERIFY(QRectF(m_workspace->map()->rect())
                        .contains(view.toScreen(m_bees->plane.toPlane(kPlace))));
    }

    void commandsAndKeysShowViews()
    {
        QVERIFY(m_desk->commands.run(text("view.bees")));
        QCOMPARE(m_workspace->view(), text("bees"));
        QVERIFY(m_desk->commands.isChecked(text("view.bees")));
        QVERIFY(!m_desk->commands.isChecked(text("view.traffic")));
        QTest::keyClick(m_workspace->map(), Qt::Key_F2);
        QCOMPARE(m_workspace->view(), text("traffic"));
    }

    void layoutKnowsItsView()
    {
        m_workspace->showView(text("bees"));
        const QByteArray layout = m_workspace->docks()->saveLayout();
        m_workspace->showView(text("traffic"));
        QVERIFY(m_workspace->docks()->restoreLayout(layout));
        QCOMPARE(m_workspace->view(), text("bees"));
        QVERIFY(m_bees->isShown());
        m_workspace->docks()->resetLayout();
        QCOMPARE(m_workspace->view(), text("traffic"));
        QVERIFY(!m_bees->isShown());
    }

    void unknownViewChangesNothing()
    {
        m_workspace->showView(text("wasps"));
        QCOMPARE(m_workspace->view(), text("traffic"));
    }

    void picksReachTheDomain()
    {
        m_workspace->showView(text("bees"));
        Q_EMIT m_workspace->map()->picked(text("bees/hives"), 0, {});
        QCOMPARE(m_bees->picked, text("bees/hives"));
        QCOMPARE(m_bees->pickedFeature, 0);
        Q_EMIT m_workspace->map()->pickedNothing({});
        QCOMPARE(m_bees->pickedFeature, -1);
    }

private:
    const MapLayer *hives() const
    {
        for (const MapLayer &layer : m_workspace->map()->layers()) {
            if (layer.id == text("bees/hives"))
                return &layer;
        }
        return nullptr;
    }

    NoModels m_models;
    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<OperateWorkspace> m_workspace;
    Bees *m_bees = nullptr;
};

QTEST_MAIN(tst_OperateViews)
#include "tst_operate_views.moc"
