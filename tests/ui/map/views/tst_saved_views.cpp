// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/views/saved_views.h"

#include "base/random.h"
#include "base/task_pools.h"
#include "map/map_view.h"
#include "map/views/saved_views_button.h"
#include "map/views/saved_views_panel.h"
#include "ui/map/synthetic_layers.h"

#include <QAbstractItemModelTester>
#include <QFile>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

SavedView view(const char *name, double lon = 10.75, double lat = 59.91, double scale = 4.0)
{
    return {QString::fromUtf8(name), {lon, lat}, scale};
}

QStringList namesOf(const SavedViews &views)
{
    QStringList names;
    for (const SavedView &v : views.views())
        names += v.name;
    return names;
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class tst_SavedViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void namesAreKeptApart();
    void undoAndRedo();
    void isWhatAListWouldBe();
    void comesBack();
    void lastChangeIsSavedAtTheEnd();
    void survivesAKill();
    void olderSaveIsPassedOver();
    void fileIsRead_data();
    void fileIsRead();
    void brokenFileIsKept();
    void unwritablePlaceIsTold();
    void commandsOfAnotherCityDoNothing();
    void pathDependsOnTheCity();
    void viewIsThePlace();
    void panelByKeyboard();
    void panelSavesAndReorders();
    void popupOpensAndCloses();

private:
    QString path() const { return m_folder->filePath(QStringLiteral("a/views.json")); }
    void open()
    {
        QSignalSpy loaded(m_views.get(), &SavedViews::loaded);
        m_views->setStore(std::make_shared<SavedViewFile>(path()));
        QTRY_COMPARE(loaded.count(), 1);
    }
    QToolButton *button(QWidget &panel, const QString &name) const
    {
        for (QToolButton *candidate : panel.findChildren<QToolButton *>()) {
            if (candidate->accessibleName() == name)
                return candidate;
        }
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TaskPools> m_pools;
    std::unique_ptr<QUndoStack> m_undo;
    std::unique_ptr<SavedViews> m_views;
};

void tst_SavedViews::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_pools = std::make_unique<TaskPools>();
    m_undo = std::make_unique<QUndoStack>();
    m_views = std::make_unique<SavedViews>(*m_undo, m_pools->io);
    open();
}

void tst_SavedViews::cleanup()
{
    m_views.reset();
    m_undo.reset();
    m_pools.reset();
}

void tst_SavedViews::namesAreKeptApart()
{
    m_views->add(view("Centre"));
    m_views->add(view("Centre"));
    m_views->add(view("  "));
    QCOMPARE(
        namesOf(*m_views).join(QStringLiteral(", ")), QStringLiteral("Centre, Centre 2, View"));
    QVERIFY(!m_views->rename(0, QStringLiteral("View")));
    QVERIFY(!m_views->rename(0, QStringLiteral("   ")));
    QVERIFY(!m_views->rename(0, QString(200, QLatin1Char('x'))));
    QVERIFY(!m_views->rename(7, QStringLiteral("East")));
    QVERIFY(m_views->rename(0, QStringLiteral(" East  side ")));
    QCOMPARE(namesOf(*m_views)[0], QStringLiteral("East side"));
}

void tst_SavedViews::undoAndRedo()
{
    QAbstractItemModelTester tester(m_views.get());
    for (const char *name : {"A", "B", "C"})
        m_views->add(view(name));
    m_views->move(0, 2);
    QCOMPARE(namesOf(*m_views).join(QString()), QStringLiteral("BCA"));
    m_views->rename(1, QStringLiteral("X"));
    m_views->remove(0);
    QCOMPARE(namesOf(*m_views).join(QString()), QStringLiteral("XA"));
    for (const char *step : {"BXA", "BCA", "ABC", "AB", "A", ""}) {
        m_undo->undo();
        QCOMPARE(namesOf(*m_views).join(QString()), QLatin1String(step));
    }
    QVERIFY(!m_undo->canUndo());
    while (m_undo->canRedo())
        m_undo->redo();
    QCOMPARE(namesOf(*m_views).join(QString()), QStringLiteral("XA"));
    QVERIFY(m_undo->undoText().contains(QStringLiteral("B")));
}

void tst_SavedViews::isWhatAListWouldBe()
{
    QAbstractItemModelTester tester(m_views.get());
    Random random(17);
    std::vector<QStringList> history = {{}};
    QStringList names;
    for (int i = 0; i < 300; ++i) {
        const auto row = [&] { return int(random.below(std::uint64_t(names.size()))); };
        const int what = names.isEmpty() ? 0 : int(random.below(4));
        if (what == 0) {
            names.push_back(QString::number(i));
            m_views->add({names.back(), {1.0, 2.0}, 3.0});
        } else if (what == 1) {
            const int at = row();
            names.removeAt(at);
            m_views->remove(at);
        } else if (what == 2) {
            const int at = row();
            names[at] = QStringLiteral("n%1").arg(i);
            QVERIFY(m_views->rename(at, names[at]));
        } else {
            const int from = row();
            const int to = row();
            names.move(from, to);
            m_views->move(from, to);
            if (from == to)
                continue;
        }
        QCOMPARE(namesOf(*m_views), names);
        history.push_back(names);
    }
    for (auto it = history.rbegin() + 1; it != history.rend(); ++it) {
        m_undo->undo();
        QCOMPARE(namesOf(*m_views), *it);
    }
}

void tst_SavedViews::comesBack()
{
    m_views->add(view("Zürich ö 北京", -122.419416, 37.774929, 0.123456789));
    m_views->add(view("B"));
    const QList<SavedView> before = m_views->views();
    QTRY_COMPARE(SavedViewFile(path()).load()->size(), qsizetype(2));
    m_views = std::make_unique<SavedViews>(*m_undo, m_pools->io);
    open();
    QVERIFY(m_views->views() == before);
    m_undo->undo(); // of the model that is gone: nothing happens
    QVERIFY(m_views->views() == before);
}

void tst_SavedViews::lastChangeIsSavedAtTheEnd()
{
    for (int i = 0; i < 40; ++i)
        m_views->add(view("V"));
    m_views.reset();
    QCOMPARE(SavedViewFile(path()).load()->size(), qsizetype(40));
    m_pools->io.waitForDone();
    QCOMPARE(SavedViewFile(path()).load()->size(), qsizetype(40));
}

void tst_SavedViews::survivesAKill()
{
    const QString target = path();
    for (int round = 0; round < 12; ++round) {
        const pid_t child = fork();
        if (child == 0) {
            SavedViewFile store(target);
            QList<SavedView> views;
            for (quint64 i = 1;; ++i) {
                if (views.size() > 400)
                    views.clear();
                views.push_back(view("A place with a name of some length"));
                if (!store.save(views, i))
                    _exit(1);
            }
        }
        QVERIFY(child > 0);
        QTRY_VERIFY(QFile::exists(target));
        QTest::qWait(5 + 9 * round);
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));
        const auto views = SavedViewFile(target).load();
        QVERIFY2(views, views ? "" : qPrintable(views.error().message()));
        QVERIFY(!views->isEmpty());
    }
}

void tst_SavedViews::olderSaveIsPassedOver()
{
    SavedViewFile store(path());
    QVERIFY(store.save({view("new")}, 5));
    QVERIFY(store.save({view("old")}, 4));
    QCOMPARE((*store.load())[0].name, QStringLiteral("new"));
    QVERIFY(store.save({}, 6));
    QVERIFY(store.load()->isEmpty());
}

void tst_SavedViews::fileIsRead_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("message"); // empty: read
    const auto with = [](const char *views, const char *version = "1") {
        return QByteArray("{\"format\":\"belvedere-views\",\"version\":") + version + ",\"views\":["
            + views + "]}";
    };
    const char *good = "{\"name\":\"A\",\"lon\":1,\"lat\":2,\"metersPerPixel\":3}";
    QTest::newRow("good") << with(good) << QString();
    QTest::newRow("none") << with("") << QString();
    QTest::newRow("empty") << QByteArray() << QStringLiteral("not a file of saved views");
    QTest::newRow("cut") << with(good).chopped(9) << QStringLiteral("not a file of saved views");
    QTest::newRow("other") << QByteArray("{\"a\":1}") << QStringLiteral("not a file of saved");
    QTest::newRow("newer") << with(good, "2") << QStringLiteral("version 2");
    QTest::newRow("noName") << with("{\"lon\":1,\"lat\":2,\"metersPerPixel\":3}")
                            << QStringLiteral("\"name\"");
    QTest::newRow("lonOut") << with("{\"name\":\"A\",\"lon\":181,\"lat\":2,\"metersPerPixel\":3}")
                            << QStringLiteral("\"lon\"");
    QTest::newRow("latText") << with(
        "{\"name\":\"A\",\"lon\":1,\"lat\":\"2\",\"metersPerPixel\":3}")
                             << QStringLiteral("\"lat\"");
    QTest::newRow("scaleZero") << with("{\"name\":\"A\",\"lon\":1,\"lat\":2,\"metersPerPixel\":0}")
                               << QStringLiteral("\"metersPerPixel\"");
    QTest::newRow("second") << with(qPrintable(QLatin1String(good) + QStringLiteral(",7")))
                            << QStringLiteral("view 2");
}

void tst_SavedViews::fileIsRead()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, message);
    const QString file = m_folder->filePath(QStringLiteral("f.json"));
    write(file, content);
    const auto views = SavedViewFile(file).load();
    QCOMPARE(bool(views), message.isEmpty());
    if (!views) {
        QVERIFY2(views.error().message().contains(message), qPrintable(views.error().message()));
        QVERIFY(views.error().message().startsWith(file));
    }
}

void tst_SavedViews::brokenFileIsKept()
{
    m_views->add(view("A"));
    QTRY_VERIFY(QFile::exists(path()));
    m_views.reset();
    write(path(), "torn");
    m_views = std::make_unique<SavedViews>(*m_undo, m_pools->io);
    QSignalSpy failed(m_views.get(), &SavedViews::failed);
    open();
    QCOMPARE(failed.count(), 1);
    QVERIFY(m_views->isReady());
    m_views->add(view("B"));
    m_views.reset();
    QCOMPARE((*SavedViewFile(path()).load())[0].name, QStringLiteral("B"));
    QFile kept(path() + QStringLiteral(".broken"));
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QCOMPARE(kept.readAll(), QByteArray("torn"));
}

void tst_SavedViews::unwritablePlaceIsTold()
{
    write(m_folder->filePath(QStringLiteral("file")), "x");
    QSignalSpy failed(m_views.get(), &SavedViews::failed);
    QSignalSpy loaded(m_views.get(), &SavedViews::loaded);
    m_views->setStore(
        std::make_shared<SavedViewFile>(m_folder->filePath(QStringLiteral("file/views.json"))));
    QTRY_COMPARE(loaded.count(), 1);
    m_views->add(view("A"));
    QTRY_VERIFY(failed.count() >= 1);
    QVERIFY(
        failed.last()[0].value<Error>().message().contains(QStringLiteral("cannot be written")));
    QCOMPARE(m_views->rowCount(), 1); // kept while the program runs
}

void tst_SavedViews::commandsOfAnotherCityDoNothing()
{
    m_views->add(view("A"));
    QSignalSpy loaded(m_views.get(), &SavedViews::loaded);
    m_views->setStore(std::make_shared<SavedViewFile>(m_folder->filePath(QStringLiteral("b"))));
    QTRY_COMPARE(loaded.count(), 1);
    QCOMPARE(m_views->rowCount(), 0);
    m_undo->undo();
    m_undo->redo();
    QCOMPARE(m_views->rowCount(), 0);
    m_views->setStore(nullptr);
    m_views->add(view("A"));
    QCOMPARE(m_views->rowCount(), 0);
}

void tst_SavedViews::pathDependsOnTheCity()
{
    QStandardPaths::setTestModeEnabled(true);
    const QString oslo = savedViewsPath(QStringLiteral("/cities/oslo.city"));
    QVERIFY(oslo.endsWith(QStringLiteral(".json")));
    QVERIFY(oslo != savedViewsPath(QStringLiteral("/cities/bergen.city")));
    QCOMPARE(oslo, savedViewsPath(QStringLiteral("/cities/oslo.city")));
    QVERIFY(!oslo.contains(QStringLiteral("oslo")));
}

void tst_SavedViews::viewIsThePlace()
{
    MapView map(m_pools->render);
    map.setReducedMotion(true);
    map.resize(800, 600);
    map.show();
    map.setLayers(SyntheticLayers(6).layers);
    map.setProjection(LocalProjection({10.75, 59.91}));
    map.setViewport(map.viewport().zoomedAt({300, 200}, 3.0));
    const Viewport before = map.viewport();
    const SavedView saved = viewOf(map, QStringLiteral("x"));
    map.fitAll();
    map.resize(500, 400);
    showView(map, saved);
    QVERIFY(std::abs(map.viewport().centre.x - before.centre.x) < 1e-6);
    QVERIFY(std::abs(map.viewport().centre.y - before.centre.y) < 1e-6);
    QCOMPARE(map.viewport().metersPerPixel, before.metersPerPixel);
    // Another plane shows the same place on the globe.
    const LocalProjection other({10.70, 59.90});
    map.setProjection(other);
    showView(map, saved);
    QVERIFY(std::abs(other.toSphere(map.viewport().centre).lon - saved.centre.lon) < 1e-9);
}

void tst_SavedViews::panelByKeyboard()
{
    MapView map(m_pools->render);
    map.setReducedMotion(true);
    map.setProjection(LocalProjection({10.75, 59.91}));
    map.resize(800, 600);
    map.show();
    map.setLayers(SyntheticLayers(6).layers);
    SavedViewsPanel panel(*m_views, map);
    panel.show();
    auto *name = panel.findChild<QLineEdit *>();
    auto *list = panel.findChild<QListView *>();
    QVERIFY(list->isHidden()); // a sentence stands there
    QTest::keyClicks(name, QStringLiteral("Centre"));
    QTest::keyClick(name, Qt::Key_Return);
    const Viewport first = map.viewport();
    map.setViewport(first.zoomedAt({100, 100}, 4.0));
    QTest::keyClicks(name, QStringLiteral("Harbour"));
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(namesOf(*m_views).join(QStringLiteral(", ")), QStringLiteral("Centre, Harbour"));
    QVERIFY(list->isVisible());
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(namesOf(*m_views).join(QStringLiteral(", ")), QStringLiteral("Harbour, Centre"));
    QCOMPARE(list->currentIndex().row(), 0);
    QSignalSpy left(&panel, &SavedViewsPanel::left);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(left.count(), 1);
    QVERIFY(std::abs(map.viewport().centre.x - first.centre.x) < 1e-6);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(namesOf(*m_views).join(QStringLiteral(", ")), QStringLiteral("Harbour"));
    m_undo->undo();
    QCOMPARE(m_views->rowCount(), 2);
    // Renaming in the list, through its editor.
    list->setCurrentIndex(m_views->index(0));
    QTest::keyClick(list, Qt::Key_F2);
    auto *editor = list->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("Port"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(namesOf(*m_views)[0], QStringLiteral("Port"));
}

void tst_SavedViews::panelSavesAndReorders()
{
    MapView map(m_pools->render);
    SavedViewsPanel panel(*m_views, map);
    panel.show();
    QVERIFY(!button(panel, QStringLiteral("Save this view"))->isEnabled()); // no projection
    map.setProjection(LocalProjection({10.75, 59.91}));
    panel.hide();
    panel.show();
    for (int i = 0; i < 3; ++i)
        QTest::mouseClick(button(panel, QStringLiteral("Save this view")), Qt::LeftButton);
    QCOMPARE(namesOf(*m_views).join(QStringLiteral(", ")), QStringLiteral("View, View 2, View 3"));
    QVERIFY(!button(panel, QStringLiteral("Move down"))->isEnabled());
    QTest::mouseClick(button(panel, QStringLiteral("Move up")), Qt::LeftButton);
    QTest::mouseClick(button(panel, QStringLiteral("Remove")), Qt::LeftButton);
    QCOMPARE(namesOf(*m_views).join(QStringLiteral(", ")), QStringLiteral("View, View 2"));
    for (QToolButton *candidate : panel.findChildren<QToolButton *>()) {
        QVERIFY(!candidate->accessibleName().isEmpty() && !candidate->toolTip().isEmpty());
        QVERIFY(candidate->width() >= 24 && candidate->height() >= 24);
        QVERIFY(candidate->focusPolicy() & Qt::TabFocus);
    }
}

void tst_SavedViews::popupOpensAndCloses()
{
    MapView map(m_pools->render);
    map.setProjection(LocalProjection({10.75, 59.91}));
    SavedViewsButton opener(*m_views, map);
    opener.show();
    m_views->add(view("A"));
    QTest::keyClick(&opener, Qt::Key_Space);
    QVERIFY(opener.panel()->isVisible());
    opener.panel()->findChild<QListView *>()->setCurrentIndex(m_views->index(0));
    opener.panel()->goToView();
    QVERIFY(!opener.panel()->isVisible());
    opener.open();
    QTest::keyClick(opener.panel(), Qt::Key_Escape);
    QVERIFY(!opener.panel()->isVisible());
}

QTEST_MAIN(tst_SavedViews)
#include "tst_saved_views.moc"
