// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/command_registry.h"
#include "docks/dock_host.h"
#include "docks/layout_store.h"
#include "docks/screen_set.h"
#include "theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDockWidget>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace belvedere::ui;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

ScreenInfo screen(const char *name, const QRect &geometry)
{
    return {text(name), geometry, geometry.adjusted(0, 30, 0, 0)};
}

PanelSpec spec(const char *id, Qt::DockWidgetArea area, bool visible = true)
{
    PanelSpec panel;
    panel.id = text(id);
    panel.title = [id] { return text(id); };
    panel.area = area;
    panel.extent = 200;
    panel.visible = visible;
    return panel;
}

Layout layout(const char *name, const char *screens, int x)
{
    Layout made;
    made.name = text(name);
    made.screens = text(screens);
    made.window = QRect(x, 50, 800, 600);
    made.hosts.insert(text("operate"), QByteArray("\0\xff state", 8));
    return made;
}

} // namespace

class tst_Docks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeMode::Dark); }
    void init()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QCoreApplication::setOrganizationName(text("belvedere-test"));
        QCoreApplication::setApplicationName(text("tst_docks"));
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
    }

    void ontoVisibleScreen_data()
    {
        QTest::addColumn<QRect>("window");
        QTest::addColumn<QRect>("placed");
        QTest::newRow("visible") << QRect(100, 100, 800, 600) << QRect(100, 100, 800, 600);
        QTest::newRow("partly") << QRect(1300, 100, 800, 600) << QRect(1300, 100, 800, 600);
        QTest::newRow("otherScreenGone")
            << QRect(2500, 100, 800, 600) << QRect(1120, 100, 800, 600);
        QTest::newRow("above") << QRect(100, -500, 800, 600) << QRect(100, 30, 800, 600);
        QTest::newRow("titleAbove") << QRect(100, -20, 800, 600) << QRect(100, 30, 800, 600);
        QTest::newRow("tooLarge") << QRect(-3000, 0, 4000, 3000) << QRect(0, 30, 1920, 1050);
    }
    void ontoVisibleScreen()
    {
        QFETCH(QRect, window);
        QFETCH(QRect, placed);
        QCOMPARE(
            belvedere::ui::ontoVisibleScreen(window, {screen("desk", QRect(0, 0, 1920, 1080))}),
            placed);
    }

    void screenSetKeyIgnoresTheOrder()
    {
        const ScreenInfo a = screen("DP-1", QRect(0, 0, 1920, 1080));
        const ScreenInfo b = screen("HDMI-1", QRect(1920, 0, 3840, 2160));
        QCOMPARE(screenSetKey({a, b}), screenSetKey({b, a}));
        QVERIFY(screenSetKey({a, b}) != screenSetKey({a}));
        ScreenInfo moved = b;
        moved.geometry.moveLeft(-3840);
        QVERIFY(screenSetKey({a, b}) != screenSetKey({a, moved}));
    }

    void layoutsAreKeptByNameAndScreens()
    {
        {
            LayoutStore store;
            store.put(layout("Night", "one", 1));
            store.put(layout("Night", "two", 2));
            store.put(layout("Day", "one", 3));
            store.put(layout("", "one", 4));
            store.put(layout("Day", "one", 5)); // replaces
        }
        LayoutStore store;
        QCOMPARE(store.names(), QStringList({text("Day"), text("Night")}));
        QCOMPARE(store.find(text("Night"), text("two"))->window.x(), 2);
        QCOMPARE(store.find(text("Night"), text("one"))->hosts, layout("Night", "one", 1).hosts);
        QCOMPARE(store.find(text("Day"), text("other"))->window.x(), 5); // for other screens
        QVERIFY(!store.find(text("None"), text("one")));
        QVERIFY(!store.rename(text("Day"), text("Night")));
        QVERIFY(store.rename(text("Day"), text("Early")));
        store.remove(text("Night"));
        QCOMPARE(LayoutStore().names(), QStringList({text("Early")}));
    }

    void damagedLayoutsAreLeftOut_data()
    {
        QTest::addColumn<QString>("stored");
        QTest::newRow("noJson") << text("[{");
        QTest::newRow("otherType") << text("{\"name\":\"x\"}");
        QTest::newRow("noWindow") << text("[{\"name\":\"x\",\"screens\":\"a\"}]");
        QTest::newRow("hugeWindow")
            << text("[{\"name\":\"x\",\"screens\":\"a\",\"window\":[0,0,9e9,5]}]");
    }
    void damagedLayoutsAreLeftOut()
    {
        QFETCH(QString, stored);
        QSettings().setValue(text("layouts"), stored);
        QVERIFY(LayoutStore().names().isEmpty());
    }

    void hostKeepsItsArrangement()
    {
        DockHost host(text("operate"));
        host.setCentre(new QPushButton);
        host.addPanel(spec("inspector", Qt::RightDockWidgetArea), new QPushButton);
        host.addPanel(spec("table", Qt::BottomDockWidgetArea, false), new QPushButton);
        host.resize(1000, 700);
        host.show();
        QVERIFY(QTest::qWaitForWindowExposed(&host));
        QCOMPARE(host.findChild<QDockWidget *>(text("inspector"))->width(), 200);
        const QByteArray first = host.saveLayout();
        host.showPanel(text("table"));
        host.showPanel(text("inspector"), false);
        QVERIFY(host.isPanelShown(text("table")));
        QVERIFY(host.restoreLayout(first));
        QVERIFY(!host.isPanelShown(text("table")));
        QVERIFY(host.isPanelShown(text("inspector")));
        host.showPanel(text("table"));
        host.resetLayout();
        QVERIFY(!host.isPanelShown(text("table")));

        QVERIFY(!host.restoreLayout({}));
        QVERIFY(!host.restoreLayout(QByteArray("noise")));
        DockHost other(text("plan"));
        QVERIFY(!other.restoreLayout(first));
    }

    void floatingPanelsComeBack()
    {
        DockHost host(text("operate"));
        host.setCentre(new QPushButton);
        QDockWidget *dock =
            host.addPanel(spec("inspector", Qt::RightDockWidgetArea), new QPushButton);
        host.resize(600, 400);
        host.show();
        dock->setFloating(true);
        dock->setGeometry(5000, 5000, 300, 200); // of a screen that has gone since
        const QByteArray layout = host.saveLayout();
        host.resetLayout();
        QVERIFY(host.restoreLayout(layout));
        QVERIFY(dock->isFloating());
        QVERIFY(presentScreens().front().available.contains(dock->geometry()));
    }

    void buttonsHaveNamesAndWork()
    {
        DockHost host(text("operate"));
        host.setCentre(new QPushButton);
        QDockWidget *dock =
            host.addPanel(spec("inspector", Qt::RightDockWidgetArea), new QPushButton);
        host.resize(600, 400);
        host.show();
        int buttons = 0;
        for (QAbstractButton *button : dock->titleBarWidget()->findChildren<QAbstractButton *>()) {
            ++buttons;
            QVERIFY(button->accessibleName().contains(text("inspector")));
            QVERIFY(button->focusPolicy() & Qt::TabFocus);
            QVERIFY(button->width() >= 24 && button->height() >= 24);
        }
        QCOMPARE(buttons, 3);
        CommandRegistry commands;
        host.addCommands(commands, {});
        QVERIFY(commands.runTyped(text("operate.panel.close"), text("inspector")));
        QVERIFY(!host.isPanelShown(text("inspector")));
        QVERIFY(commands.runTyped(text("operate.panel.show"), text("insp")));
        QVERIFY(host.isPanelShown(text("inspector")));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(tst_Docks)
#include "tst_docks.moc"
