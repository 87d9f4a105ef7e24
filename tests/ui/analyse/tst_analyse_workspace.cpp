// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/analyse_workspace.h"

#include "analyse/import_dialog.h"
#include "analyse/results/runs_page.h"
#include "registry/registry.h"
#include "town.h"
#include "training/run_archive.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;

namespace {
constexpr int kWithinMs = 1000;
}

class tst_AnalyseWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void withoutCity();
    void trainsAndShows();
    void deployMakesItLive();
    void olderRunIsShownAgain();
    void closedWhileTraining();
    void closedWhileImporting();
    void anotherCity();
    void cancelAllReturnsAtOnce();
    void everyFieldHasAName();

private:
    static std::unique_ptr<ui::AnalyseWorkspace> open(test::Town &town);
    static QPushButton *button(const QWidget &parent, const char *name)
    {
        return parent.findChild<QPushButton *>(QLatin1String(name));
    }
    static void click(const QWidget &parent, const char *name)
    {
        QPushButton *found = button(parent, name);
        QVERIFY(found && found->isEnabled());
        QTest::mouseClick(found, Qt::LeftButton);
    }
    static QListView *list(const QWidget &parent, const char *name)
    {
        return parent.findChild<QListView *>(QLatin1String(name));
    }
    static void keep(test::Town &town, const QJsonArray &biases);
};

std::unique_ptr<ui::AnalyseWorkspace> tst_AnalyseWorkspace::open(test::Town &town)
{
    auto workspace = std::make_unique<ui::AnalyseWorkspace>(town.context());
    workspace->resize(1310, 676);
    workspace->show();
    if (!QTest::qWaitForWindowExposed(workspace.get()))
        return nullptr;
    const auto *data = list(*workspace, "datasets")->model();
    return QTest::qWaitFor([data] { return data->rowCount() > 0; }) ? std::move(workspace)
                                                                    : nullptr;
}

/// Trains without a window and keeps the run.
void tst_AnalyseWorkspace::keep(test::Town &town, const QJsonArray &biases)
{
    const auto dataset = town.store->dataset(QStringLiteral("town"));
    const auto series = town.store->series(QStringLiteral("town"));
    QVERIFY(dataset && series);
    const auto history = channelHistory(*dataset, **series, QStringLiteral("speed"));
    QVERIFY(history.has_value());
    const auto outcome = trainForecaster(test::Town::spec(biases, 3), {*history}, town.factory);
    QVERIFY(outcome.has_value());
    QVERIFY(RunArchive(town.store).add(*outcome).has_value());
}

void tst_AnalyseWorkspace::withoutCity()
{
    test::Town town;
    ui::AnalyseContext context = town.context();
    context.store = nullptr;
    ui::AnalyseWorkspace workspace(context);
    workspace.show();
    QVERIFY(!workspace.busy());
    QVERIFY(!button(workspace, "start")->isEnabled());
    QVERIFY(!button(workspace, "import")->isEnabled());
    workspace.openImport({QStringLiteral("x.csv")});
    QVERIFY(!workspace.findChild<ui::ImportDialog *>());
    workspace.setStore(town.store);
    QTRY_VERIFY(button(workspace, "start")->isEnabled());
}

void tst_AnalyseWorkspace::trainsAndShows()
{
    test::Town town;
    auto workspace = open(town);
    QVERIFY(workspace);
    QSignalSpy begun(workspace.get(), &ui::AnalyseWorkspace::taskStarted);
    QSignalSpy ended(workspace.get(), &ui::AnalyseWorkspace::taskFinished);
    QTRY_VERIFY(button(*workspace, "start")->isEnabled());
    click(*workspace, "start");
    QVERIFY(workspace->busy());
    QTRY_VERIFY(!workspace->busy());
    QTRY_COMPARE(workspace->runs().runs().size(), 1U);
    QCOMPARE(begun.size(), 1);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(town.runCount(), 1U);
    // It stays on the page that shows how it went, and leads on.
    QCOMPARE(workspace->page(), ui::AnalyseWorkspace::Page::Progress);
    click(*workspace, "showResult");
    auto *results = workspace->findChild<QTableView *>(QStringLiteral("results"));
    QTRY_VERIFY(results->isVisible());
    QCOMPARE(results->model()->rowCount(), 4);
}

void tst_AnalyseWorkspace::deployMakesItLive()
{
    test::Town town;
    keep(town, {3});
    auto workspace = open(town);
    QVERIFY(workspace);
    workspace->showPage(ui::AnalyseWorkspace::Page::Results);
    QTRY_VERIFY(button(*workspace, "deploy")->isVisible());
    QSignalSpy deployed(workspace.get(), &ui::AnalyseWorkspace::modelDeployed);
    click(*workspace, "deploy");
    QTRY_COMPARE(deployed.size(), 1);
    const auto live = Registry(town.store).live(QStringLiteral("town"), QStringLiteral("speed"));
    QVERIFY(live && *live);
    QCOMPARE((*live)->id(), deployed[0][0].value<ModelVersion>().id());
    QTRY_VERIFY(!button(*workspace, "deploy")->isEnabled()); // it serves already
}

void tst_AnalyseWorkspace::olderRunIsShownAgain()
{
    test::Town town;
    keep(town, {3});
    keep(town, {1});
    auto workspace = open(town);
    QVERIFY(workspace);
    workspace->showPage(ui::AnalyseWorkspace::Page::Results);
    auto *results = workspace->findChild<QTableView *>(QStringLiteral("results"));
    const auto shown = [results] { return results->model()->index(0, 1).data().toString(); };
    QTRY_VERIFY(shown().startsWith(QLatin1String("1"))); // the newest
    workspace->openRun(workspace->runs().runs()[1].record.id);
    QVERIFY(shown().startsWith(QLatin1String("3")));
    QCOMPARE(
        workspace->runsPage()->selectedRuns(), QStringList{workspace->runs().runs()[1].record.id});
}

void tst_AnalyseWorkspace::closedWhileTraining()
{
    test::Town town;
    auto workspace = open(town);
    QVERIFY(workspace);
    QSignalSpy begun(workspace.get(), &ui::AnalyseWorkspace::taskStarted);
    workspace->findChild<QSpinBox *>(QStringLiteral("epochs"))->setValue(1000);
    click(*workspace, "start");
    QCOMPARE(begun.size(), 1);
    workspace.reset();
    QVERIFY(town.pools.training.waitForDone(kWithinMs));
    QVERIFY(town.pools.io.waitForDone(kWithinMs));
    QCoreApplication::processEvents();
}

void tst_AnalyseWorkspace::closedWhileImporting()
{
    test::Town town;
    const QString path = town.directory.filePath(QStringLiteral("speed_kmh.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("time,A\n");
    for (int i = 0; i < 200000; ++i)
        file.write(QByteArray::number(i) + ",1\n");
    file.close();
    auto workspace = open(town);
    QVERIFY(workspace);
    workspace->openImport({path});
    auto *dialog = workspace->findChild<ui::ImportDialog *>();
    QVERIFY(dialog);
    click(*dialog, "import");
    workspace.reset();
    QVERIFY(town.pools.io.waitForDone(kWithinMs));
    QCoreApplication::processEvents();
    QCOMPARE(town.store->datasets()->size(), 1U);
}

void tst_AnalyseWorkspace::anotherCity()
{
    test::Town town;
    keep(town, {3});
    test::Town other;
    other.addData(QStringLiteral("village"));
    auto workspace = open(town);
    QVERIFY(workspace);
    QTRY_COMPARE(workspace->runs().runs().size(), 1U);
    workspace->setStore(other.store);
    QTRY_COMPARE(list(*workspace, "datasets")->model()->rowCount(), 2);
    QTRY_COMPARE(workspace->runs().runs().size(), 0U);
}

void tst_AnalyseWorkspace::cancelAllReturnsAtOnce()
{
    test::Town town;
    auto workspace = open(town);
    QVERIFY(workspace);
    workspace->findChild<QSpinBox *>(QStringLiteral("epochs"))->setValue(1000);
    click(*workspace, "start");
    QVERIFY(workspace->busy());
    QElapsedTimer timer;
    timer.start();
    workspace->cancelAll();
    QVERIFY(timer.elapsed() < 100);
    QTRY_VERIFY_WITH_TIMEOUT(!workspace->busy(), kWithinMs);
    QCOMPARE(town.runCount(), 0U);
}

void tst_AnalyseWorkspace::everyFieldHasAName()
{
    test::Town town;
    auto workspace = open(town);
    QVERIFY(workspace);
    for (const QWidget *widget : workspace->findChildren<QWidget *>()) {
        const bool isField = qobject_cast<const QAbstractSpinBox *>(widget)
            || qobject_cast<const QComboBox *>(widget) || qobject_cast<const QListView *>(widget);
        const bool inside = widget->parent() && qobject_cast<const QComboBox *>(widget->parent());
        // A combo box' own pop-up list is named by the box.
        const bool popup = widget->window() != workspace.get();
        if (isField && !inside && !popup)
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(tst_AnalyseWorkspace)
#include "tst_analyse_workspace.moc"
