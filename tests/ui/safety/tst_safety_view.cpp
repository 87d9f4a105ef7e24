// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/command_registry.h"
#include "common/linked_cursor.h"
#include "common/undo_hub.h"
#include "safety/count_dialog.h"
#include "safety/risk_panel.h"
#include "safety/safety_model.h"
#include "safety/safety_page.h"
#include "safety/safety_view.h"
#include "safety/warning_panel.h"
#include "support/memory_store.h"
#include "support/ui_audit.h"
#include "theme/theme.h"
#include "time/city_clock.h"
#include "ui/safety/incident_samples.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr int kDays = 140;
constexpr int kPerDay = 24;
constexpr int kPatienceMs = 60'000;

} // namespace

/// Safety as the control room plugs it in: on a store with incidents, driven by its panels.
class tst_SafetyView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        applyTheme(*qApp, ThemeMode::Dark);
        m_table = test::sampleIncidents(kDays, kPerDay);
        for (int i = 0; i < 12; ++i) { // a burst shortly before the end, at one place
            Incident incident;
            incident.from = end() - 6 * kMsPerHour + i * 5 * kMsPerMinute;
            incident.category = QStringLiteral("EMS: FALL");
            incident.position = LonLat{test::kIncidentCentre.lon + 0.04, test::kIncidentCentre.lat};
            m_table.incidents.push_back(incident);
        }
        Incident lost; // on another continent
        lost.from = end() - kMsPerDay;
        lost.category = QStringLiteral("EMS: FALL");
        lost.position = LonLat{75.3, 40.1};
        m_table.incidents.push_back(lost);
        lost.position.reset();
        m_table.incidents.push_back(lost);
        std::stable_sort(m_table.incidents.begin(), m_table.incidents.end(),
            [](const Incident &a, const Incident &b) { return a.from < b.from; });
    }

    void init()
    {
        m_pools = std::make_unique<TaskPools>();
        m_clock = std::make_unique<CityClock>();
        m_undo = std::make_unique<UndoHub>();
        m_store = std::make_shared<test::MemoryStore>(m_folder.path());
        QVERIFY(m_store->writeIncidents(m_table));
        DomainContext context;
        context.pools = m_pools.get();
        context.clock = m_clock.get();
        context.undo = m_undo.get();
        m_view = std::make_unique<SafetyView>(context);
        m_panels = m_view->panels();
        m_view->setProjection(LocalProjection(test::kIncidentCentre));
        TimeContext time;
        time.now = end();
        time.current = end();
        m_view->setTime(time);
        m_view->setStore(m_store);
    }
    void cleanup()
    {
        m_view.reset();
        for (DomainPanel &panel : m_panels)
            delete panel.widget;
        m_panels.clear();
        m_pools.reset();
    }

    void restsUntilItIsShown()
    {
        QVERIFY(!m_view->busy());
        QVERIFY(m_view->layers().empty());
        QVERIFY(!m_view->span());
    }

    void showsDensityFirst()
    {
        show();
        QVERIFY(m_view->isGroupShown(QStringLiteral("density")));
        const std::vector<MapLayer> layers = m_view->layers();
        QVERIFY(layers.size() >= 2);
        QCOMPARE(layers[0].id, QStringLiteral("safety/density"));
        QVERIFY(layers[0].attributes && layers[0].attributes->surface);
        QVERIFY(layers[1].pickable);
        QVERIFY(!m_view->tip(layers[1].id, 0).isEmpty());
        QVERIFY(!m_view->legends().empty());
        QVERIFY(m_view->span()->contains(end() - kMsPerDay));
        const LonLatBox place = m_view->place();
        QVERIFY(place.contains(test::kIncidentCentre));
        QVERIFY(place.east < 0.0); // not as far as the one that is lost
    }

    void panelChoosesTheSurface_data()
    {
        QTest::addColumn<int>("surface");
        for (const SafetySurface surface : kSafetySurfaces)
            QTest::newRow(qPrintable(surfaceName(surface))) << int(surface);
    }
    void panelChoosesTheSurface()
    {
        QFETCH(int, surface);
        show();
        Q_EMIT m_view->riskPanel()->surfaceChosen(static_cast<SafetySurface>(surface));
        settle();
        const auto &view = m_view->model().surface();
        QVERIFY(view);
        QCOMPARE(int(view->query.surface), surface);
        QCOMPARE(m_view->groupOf(m_view->layers().front().id), m_view->surface());
        Q_EMIT m_view->riskPanel()->surfaceChosen(std::nullopt);
        QCOMPARE(m_view->surface(), QString());
    }

    void incidentsBecomeASeries()
    {
        CountDialog dialog(
            *m_pools, m_store, std::make_shared<const IncidentTable>(m_table), QTimeZone::utc());
        dialog.show();
        const QSignalSpy counted(&dialog, &CountDialog::counted);
        auto *name = dialog.findChild<QLineEdit *>(QStringLiteral("countName"));
        auto *start = dialog.findChild<QPushButton *>(QStringLiteral("count"));
        QVERIFY(name && start);
        name->clear();
        QVERIFY(!start->isEnabled());
        QTest::keyClicks(name, QStringLiteral("calls"));
        QTest::mouseClick(start, Qt::LeftButton);
        QTRY_COMPARE(counted.count(), 1);
        const auto dataset = m_store->dataset(QStringLiteral("calls"));
        QVERIFY(dataset);
        QCOMPARE(dataset->axis.stepMs, kMsPerHour);
        QVERIFY(dataset->sites.size() > 1); // one for each type
        QVERIFY(start->isEnabled());
    }

    void incidentsOfThePeriodAreCounted()
    {
        show();
        const auto counts = m_view->model().counts();
        QVERIFY(counts);
        QCOMPARE(counts->inTable, qint64(m_table.incidents.size()));
        QCOMPARE(counts->outsideBox, qint64(1));
        QCOMPARE(counts->withoutPlace, qint64(1));
        QCOMPARE(counts->inPeriod, qint64(28 * kPerDay + 12));
    }

    void timeTakesThePeriodWithIt()
    {
        show();
        TimeContext time = m_view->model().time();
        time.current = end() - 30 * kMsPerDay;
        m_view->setTime(time);
        settle();
        QCOMPARE(m_view->model().surface()->query.to, time.current);
        QCOMPARE(m_view->model().counts()->inPeriod, qint64(28 * kPerDay));
    }

    void cellsLeadToTheMap()
    {
        show();
        auto *list = m_view->riskPanel()->findChild<QTableView *>();
        QVERIFY(list);
        QVERIFY(m_view->riskPanel()->cellModel()->rowCount() > 0);
        const QSignalSpy chosen(m_view.get(), &DomainView::placeChosen);
        Q_EMIT list->clicked(m_view->riskPanel()->cellModel()->index(0, 0));
        QCOMPARE(chosen.count(), 1);
        const auto box = chosen.first().first().value<LonLatBox>();
        QVERIFY(box.contains(box.centre()) && !box.empty());
    }

    void burstIsAnAlarmThatCanBeAcknowledged()
    {
        show();
        AlarmModel *alarms = m_view->warningPanel()->alarmModel();
        QTRY_VERIFY_WITH_TIMEOUT(alarms->rowCount() > 0, kPatienceMs);
        const Alarm alarm = alarms->rowAt(0)->alarm;
        QVERIFY(alarm.observed > alarm.expected);
        m_view->warningPanel()->select(alarm.id);
        auto *button = buttonNamed(QStringLiteral("Looked at"));
        QVERIFY(button);
        button->click();
        QVERIFY(rowOf(alarm.id)->acknowledged);
        QTRY_COMPARE(m_store->documents(QStringLiteral("acknowledgement"))->size(), std::size_t(1));
        m_undo->undo();
        QVERIFY(!rowOf(alarm.id)->acknowledged);
        m_undo->redo();
        QVERIFY(rowOf(alarm.id)->acknowledged);
    }

    void cityWithoutIncidentsSaysWhatToDo()
    {
        m_view->setStore(std::make_shared<test::MemoryStore>(m_folder.path()));
        m_view->setShown(true);
        QTRY_VERIFY(m_view->model().data());
        const QSignalSpy asked(m_view.get(), &DomainView::importRequested);
        buttonNamed(QStringLiteral("Import data…"))->click();
        QCOMPARE(asked.count(), 1);
    }

    void panelsAreFitForUse()
    {
        show();
        for (const DomainPanel &panel : m_panels) {
            panel.widget->resize(372, 760);
            panel.widget->show();
            QVERIFY(QTest::qWaitForWindowExposed(panel.widget));
            QCOMPARE(tests::auditUi(panel.widget).all(), QStringList());
            QCOMPARE(tests::auditUiAt14Pt(panel.widget).all(), QStringList());
            panel.widget->hide();
        }
    }

    void pageComparesRankings()
    {
        SafetyPage page(*m_pools);
        page.resize(1280, 720);
        page.show();
        page.setStore(m_store);
        QTRY_VERIFY(page.controller().data());
        const QSignalSpy failed(&page, &SafetyPage::failed);
        HotspotSpec spec = page.spec();
        spec.weeks = 4;
        spec.area.cellM = 1000.0;
        page.controller().start(QStringLiteral("calls"), spec);
        QVERIFY(page.controller().busy());
        QTRY_VERIFY_WITH_TIMEOUT(!page.controller().busy(), kPatienceMs);
        QVERIFY2(failed.isEmpty(), "the comparison failed");
        const auto &study = page.controller().study();
        QVERIFY(study);
        QCOMPARE(page.rankings()->rowCount(), int(study->methods.size()));
        const ChartTable table = rankingTable(*study);
        QCOMPARE(table.rows.size(), study->methods.size() * study->scoring.shares.size());
        for (const QStringList &row : table.rows)
            QCOMPARE(row.size(), table.header.size());
        QVERIFY(!rankingVerdict(*study, 1).isEmpty());
        QCOMPARE(tests::auditUi(&page).all(), QStringList());
    }

    void comparisonCanBeStopped()
    {
        SafetyPage page(*m_pools);
        page.show();
        page.setStore(m_store);
        QTRY_VERIFY(page.controller().data());
        page.start();
        QVERIFY(page.controller().busy());
        page.controller().cancel();
        QVERIFY(!page.controller().busy());
        QVERIFY(!page.controller().study());
    }

private:
    static UtcMs end() { return test::kFirstIncident + kDays * kMsPerDay; }
    static QString surfaceName(SafetySurface surface)
    {
        return QString::number(static_cast<int>(surface));
    }
    void show()
    {
        m_view->setShown(true);
        settle();
    }
    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(!m_view->busy() && m_view->model().surface(), kPatienceMs);
    }
    QPushButton *buttonNamed(const QString &text) const
    {
        for (const DomainPanel &panel : m_panels) {
            for (QPushButton *button : panel.widget->findChildren<QPushButton *>()) {
                if (button->text() == text)
                    return button;
            }
        }
        return nullptr;
    }
    const AlarmRow *rowOf(const QString &id) const
    {
        AlarmModel *alarms = m_view->warningPanel()->alarmModel();
        for (int row = 0; row < alarms->rowCount(); ++row) {
            if (alarms->rowAt(row)->alarm.id == id)
                return alarms->rowAt(row);
        }
        return nullptr;
    }

    QTemporaryDir m_folder;
    IncidentTable m_table;
    std::unique_ptr<TaskPools> m_pools;
    std::unique_ptr<CityClock> m_clock;
    std::unique_ptr<UndoHub> m_undo;
    std::shared_ptr<test::MemoryStore> m_store;
    std::unique_ptr<SafetyView> m_view;
    std::vector<DomainPanel> m_panels;
};

QTEST_MAIN(tst_SafetyView)
#include "tst_safety_view.moc"
