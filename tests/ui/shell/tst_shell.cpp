// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/command_registry.h"
#include "common/undo_hub.h"
#include "common/wall_content.h"
#include "docks/dock_host.h"
#include "search/name_search_provider.h"
#include "search/search_hub.h"
#include "shell/command_palette.h"
#include "shell/layout_manager.h"
#include "shell/message_history.h"
#include "shell/palette_model.h"
#include "shell/preferences_dialog.h"
#include "shell/settings_file.h"
#include "shell/shortcut_overlay.h"
#include "shell/shortcut_page.h"
#include "shell/source_indicator.h"
#include "shell/wall_window.h"
#include "support/ui_audit.h"
#include "theme/theme.h"
#include "time/city_clock.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>
#include <QUndoStack>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

struct Wall : WallContent
{
    QWidget *makeWallKpis(QWidget *parent) override { return new QLabel(text("KPI"), parent); }
    QWidget *makeWallMap(QWidget *parent) override { return new QLabel(text("Map"), parent); }
    QWidget *makeWallEvents(QWidget *) override { return nullptr; }
};

} // namespace

class tst_Shell : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QCoreApplication::setOrganizationName(text("belvedere-test"));
        QCoreApplication::setApplicationName(text("tst_shell"));
        applyTheme(*qApp, ThemeMode::Dark);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
        m_ran.clear();
        m_window = std::make_unique<QWidget>();
        m_window->setFocusPolicy(Qt::StrongFocus);
        m_window->resize(900, 700);
        m_registry = std::make_unique<CommandRegistry>();
        m_hub = std::make_unique<SearchHub>();
        addCommands();
        m_registry->attachTo(m_window.get());
        m_palette = new CommandPalette(*m_registry, *m_hub, m_window.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->setFocus();
    }
    void cleanup() { m_window.reset(); }

    /// What is typed, then Enter: what runs.
    void typedAndRun_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("ran");
        QTest::newRow("name") << text("reset lay") << text("layout.reset");
        QTest::newRow("time") << text("go to 08:30") << text("time.go 08:30");
        QTest::newRow("speed") << text("speed 60x") << text("time.speed 60");
        QTest::newRow("step") << text("step 15 min") << text("time.step 900000");
        QTest::newRow("theme") << text("theme light") << text("theme light");
        QTest::newRow("valueAlone") << text("light") << text("theme light");
        QTest::newRow("typo") << text("thmee ligth") << text("theme light");
        QTest::newRow("language") << text("language 中文") << text("language zh_CN");
        QTest::newRow("alias") << text("language chinese") << text("language zh_CN");
        QTest::newRow("keyword") << text("arrangement") << text("layout.reset");
        QTest::newRow("wrongArgument") << text("go to never") << QString();
        QTest::newRow("tooFast") << text("set speed 9999x") << QString();
        QTest::newRow("disabled") << text("not possible") << QString();
    }
    void typedAndRun()
    {
        QFETCH(QString, typed);
        QFETCH(QString, ran);
        m_palette->open();
        // As an input method does: QTest types no Chinese.
        QInputMethodEvent input;
        input.setCommitString(typed);
        QApplication::sendEvent(m_palette->edit(), &input);
        QTest::keyClick(m_palette->edit(), Qt::Key_Return);
        QCOMPARE(m_ran.join(QLatin1Char(';')), ran);
        if (ran.isEmpty()) {
            QVERIFY(m_palette->isVisible());
            QVERIFY2(!m_palette->notice().isEmpty(), "the reason must be told");
        } else {
            QVERIFY(!m_palette->isVisible());
        }
    }

    void argumentsAreAskedFor()
    {
        m_palette->open();
        QTest::keyClicks(m_palette->edit(), text("set speed"));
        QTest::keyClick(m_palette->edit(), Qt::Key_Return);
        QVERIFY(m_palette->isVisible());
        QCOMPARE(m_palette->edit()->text(), QString());
        QTest::keyClicks(m_palette->edit(), text("fast"));
        QTest::keyClick(m_palette->edit(), Qt::Key_Return);
        QVERIFY(m_ran.isEmpty());
        QVERIFY(m_palette->notice().contains(text("60x")));
        m_palette->edit()->clear();
        QTest::keyClicks(m_palette->edit(), text("120x"));
        QTest::keyClick(m_palette->edit(), Qt::Key_Return);
        QCOMPARE(m_ran, QStringList({text("time.speed 120")}));
        // Backspace in the empty field goes back to all commands.
        m_palette->openFor(text("time.speed"));
        QTest::keyClick(m_palette->edit(), Qt::Key_Backspace);
        QVERIFY(m_palette->model()->rowCount() > 3);
    }

    void keyboardMovesAndCloses()
    {
        m_palette->open();
        QCOMPARE(m_palette->currentRow(), 0);
        QTest::keyClick(m_palette->edit(), Qt::Key_Down);
        QCOMPARE(m_palette->currentRow(), 1);
        QTest::keyClick(m_palette->edit(), Qt::Key_Up);
        QTest::keyClick(m_palette->edit(), Qt::Key_Up); // around
        QCOMPARE(m_palette->currentRow(), m_palette->model()->rowCount() - 1);
        QTest::keyClick(m_palette->edit(), Qt::Key_Escape);
        QVERIFY(!m_palette->isVisible());
        QCOMPARE(QApplication::focusWidget(), m_window.get()); // back where it was
    }

    void usedLastComesFirst()
    {
        m_palette->open();
        QTest::keyClicks(m_palette->edit(), text("theme light"));
        QTest::keyClick(m_palette->edit(), Qt::Key_Return);
        m_palette->open();
        QCOMPARE(m_palette->model()->row(0).title, text("Theme: Light"));
        QTest::keyClick(m_palette->edit(), Qt::Key_Return);
        QCOMPARE(m_ran.size(), 2);
    }

    void nothingFoundSaysSo()
    {
        m_palette->open();
        QTest::keyClicks(m_palette->edit(), text("qqqqq"));
        QCOMPARE(m_palette->model()->rowCount(), 0);
        QVERIFY(m_palette->notice().contains(text("qqqqq")));
    }

    void thingsAreFoundInTheBackground()
    {
        QThreadPool pool;
        QStringList activated;
        auto streets = std::make_shared<NameSearchProvider>(
            pool, [] { return text("Streets"); }, text("road"),
            [&activated](const SearchHit &hit) -> Result<QString> {
                activated += hit.payload.toString();
                return QString();
            });
        std::vector<NamedThing> names;
        for (int i = 0; i < 20000; ++i)
            names.push_back({QStringLiteral("Street %1").arg(i), {}, i});
        names.push_back({text("中山东路"), {}, text("zhongshan")});
        streets->setNames(std::move(names));
        m_hub->add(streets, m_window.get());
        QTRY_VERIFY(!streets->indexing());
        m_palette->open();
        QTest::keyClicks(m_palette->edit(), text("zsdl"));
        QTest::keyClick(m_palette->edit(), Qt::Key_Return); // before anything is found
        QTRY_COMPARE(activated, QStringList({text("zhongshan")}));
        QVERIFY(!m_palette->isVisible());
    }

    void shortcutsAreListedAndSearched()
    {
        ShortcutOverlay overlay(*m_registry, m_window.get());
        overlay.open();
        const auto titles = [&] {
            QStringList all;
            for (int i = 0; i < overlay.list()->topLevelItemCount(); ++i)
                for (int k = 0; k < overlay.list()->topLevelItem(i)->childCount(); ++k)
                    all += overlay.list()->topLevelItem(i)->child(k)->text(0);
            return all;
        };
        QVERIFY(titles().contains(text("Reset layout")));
        QTest::keyClicks(overlay.edit(), text("Ctrl+Shift+R"));
        QCOMPARE(titles(), QStringList({text("Reset layout")}));
        QTest::keyClick(overlay.edit(), Qt::Key_Escape);
        QVERIFY(!overlay.isVisible());
    }

    void shortcutIsTakenFromAnother()
    {
        QUndoStack undo;
        Preferences preferences;
        PreferencesDialog dialog(preferences, *m_registry, undo);
        ShortcutPage *page = dialog.shortcuts();
        dialog.showPage(PreferencesDialog::Page::Keyboard);
        dialog.show();
        page->select(text("disabled"));
        page->keyEdit()->setKeySequence(QKeySequence(text("Ctrl+Shift+R")));
        QVERIFY(page->conflictText().contains(text("Reset layout")));
        QTest::mouseClick(page->assignButton(), Qt::LeftButton);
        QCOMPARE(m_registry->shortcuts(text("disabled")),
            QList<QKeySequence>{QKeySequence(text("Ctrl+Shift+R"))});
        QVERIFY(m_registry->shortcuts(text("layout.reset")).isEmpty());
        undo.undo();
        QCOMPARE(m_registry->shortcuts(text("layout.reset")),
            QList<QKeySequence>{QKeySequence(text("Ctrl+Shift+R"))});
    }

    void everyPageOfThePreferencesIsClean()
    {
        QUndoStack undo;
        Preferences preferences;
        PreferencesDialog dialog(preferences, *m_registry, undo);
        dialog.show();
        for (int page = 0; page < dialog.pageList()->count(); ++page) {
            dialog.pageList()->setCurrentRow(page);
            QCoreApplication::processEvents();
            const QStringList wrong = tests::auditUi(&dialog).all();
            QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char('\n'))));
        }
    }

    void theAuditFindsWhatIsWrong()
    {
        QWidget page;
        QPushButton nameless(&page);
        nameless.setGeometry(0, 0, 40, 40);
        QPushButton small(text("Far too long for this"), &page);
        small.setGeometry(50, 0, 20, 20);
        QPushButton unreachable(text("X"), &page);
        unreachable.setGeometry(0, 50, 80, 40);
        unreachable.setFocusPolicy(Qt::NoFocus);
        QLabel cut(text("This sentence does not fit into forty pixels"), &page);
        cut.setGeometry(0, 100, 40, 20);
        page.show();
        const tests::UiAudit audit = tests::auditUi(&page);
        QCOMPARE(audit.nameless.size(), 1);
        QCOMPARE(audit.small.size(), 1);
        QCOMPARE(audit.unreachable.size(), 1);
        QVERIFY(audit.clipped.size() >= 1);
    }

    void settingsTravel()
    {
        Settings settings;
        settings.preferences.theme = ThemeChoice::Light;
        settings.preferences.textPercent = 130;
        settings.shortcuts.insert(text("a.b"), QStringList{text("Ctrl+J")});
        const auto back = readSettings(writeSettings(settings), text("x.json"));
        QVERIFY(back);
        QCOMPARE(back->preferences, settings.preferences);
        QCOMPARE(back->shortcuts, settings.shortcuts);
        QCOMPARE(readSettings("{\"a\":", text("x.json")).error().code, Errc::Parse);
        QCOMPARE(readSettings("{\"a\":1}", text("x.json")).error().code, Errc::Schema);
    }

    void layoutsComeBackOnOtherScreens()
    {
        const ScreenInfo desk{text("desk"), QRect(0, 0, 1920, 1080), QRect(0, 0, 1920, 1080)};
        const ScreenInfo side{text("side"), QRect(1920, 0, 1920, 1080), QRect(1920, 0, 1920, 1080)};
        QUndoStack undo;
        DockHost host(text("operate"), m_window.get());
        PanelSpec spec;
        spec.id = text("list");
        spec.title = [] { return text("List"); };
        host.addPanel(spec, new QLabel(text("x")));
        host.show();
        LayoutManager layouts(
            {m_window.get(), [] { return text("operate"); }, [](const QString &) {}}, undo);
        layouts.addHost(&host);
        ScreenSet screens = {desk, side};
        layouts.setScreens([&screens] { return screens; });
        m_window->setGeometry(2200, 100, 800, 600);
        layouts.saveAs(text("Both"));
        host.showPanel(text("list"), false);
        screens = {desk}; // unplugged
        layouts.screensChanged();
        QVERIFY(desk.available.contains(m_window->geometry()));
        QVERIFY(layouts.switchTo(text("Both"))); // made for two screens
        QVERIFY(desk.available.contains(m_window->geometry()));
        QVERIFY(host.isPanelShown(text("list")));
        undo.undo();
        QVERIFY(!host.isPanelShown(text("list")));
        QVERIFY(layouts.remove(text("Both")));
        QVERIFY(layouts.names().isEmpty());
        undo.undo();
        QCOMPARE(layouts.names(), QStringList({text("Both")}));
        QVERIFY(layouts.rename(text("Both"), text("Two screens")));
        QCOMPARE(layouts.names(), QStringList({text("Two screens")}));
        layouts.reset();
        QVERIFY(host.isPanelShown(text("list")));
    }

    void wallIsEnteredAndLeft()
    {
        Wall content;
        CityClock clock;
        clock.pause();
        auto *wall = new WallWindow(content, clock, m_window.get());
        QPointer<WallWindow> alive = wall;
        QSignalSpy left(wall, &WallWindow::left);
        wall->setPointerRest(20);
        wall->showOn(QGuiApplication::primaryScreen());
        QVERIFY(wall->isFullScreen());
        QVERIFY(m_window->isVisible() && m_window->isEnabled()); // the desk stays
        QTRY_VERIFY(wall->isPointerHidden());
        wall->setPointerRest(60000);
        QTest::mouseClick(wall, Qt::LeftButton, {}, QPoint(5, 5));
        QVERIFY(!wall->isPointerHidden());
        QTest::keyClick(wall, Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
        QTRY_VERIFY(!alive);
        QCOMPARE(WallWindow::scaleFor(720), 1.5);
        QCOMPARE(WallWindow::scaleFor(2160), 2.0);
    }

    void messagesAreKept()
    {
        MessageHistory history;
        history.add(text("one"));
        history.add(text("two"), true);
        history.add(text("two"), true); // no twin
        history.add({});
        QCOMPARE(history.entries().size(), std::size_t(2));
        QCOMPARE(history.entries().front().text, text("two"));
        SourceIndicator sources;
        sources.setSources({{text("a"), SourceState::Condition::Fresh, 1, {}},
                               {text("b"), SourceState::Condition::Stale, 1, {}}},
            2);
        QCOMPARE(sources.freshCount(), 1);
        QVERIFY(sources.text().contains(QLatin1Char('2')));
    }

private:
    void add(const char *id, const char *title, std::vector<CommandArgument> arguments,
        std::function<QString(const QVariant &)> written, const char *keys = "",
        const char *keywords = "")
    {
        Command command;
        command.id = text(id);
        command.text = [title, keywords] {
            return CommandText{text(title), text("Test"), text(keywords)};
        };
        command.arguments = std::move(arguments);
        if (*keys != '\0')
            command.shortcuts = {QKeySequence(text(keys))};
        command.run = [this, id, written](const QVariantList &values) -> Result<QString> {
            m_ran +=
                values.isEmpty() ? text(id) : text(id) + QLatin1Char(' ') + written(values.front());
            return QString();
        };
        command.enabled = [id] { return qstrcmp(id, "disabled") != 0; };
        m_registry->add(std::move(command), m_window.get());
    }

    void addCommands()
    {
        const auto plain = [](const QVariant &v) { return v.toString(); };
        CommandArgument time;
        time.type = CommandArgument::Type::TimeOfDay;
        time.label = [] { return text("a time"); };
        time.example = text("08:30");
        CommandArgument speed;
        speed.type = CommandArgument::Type::Number;
        speed.label = [] { return text("a speed"); };
        speed.example = text("60x");
        speed.unit = text("x");
        speed.maximum = 1000;
        CommandArgument step;
        step.type = CommandArgument::Type::Duration;
        step.label = [] { return text("a duration"); };
        CommandArgument theme;
        theme.type = CommandArgument::Type::Choice;
        theme.choices = [] {
            return std::vector<ArgumentChoice>{
                {text("Dark"), text("dark"), {}}, {text("Light"), text("light"), {}}};
        };
        CommandArgument language;
        language.type = CommandArgument::Type::Choice;
        language.choices = [] {
            return std::vector<ArgumentChoice>{{text("English"), text("en"), {}},
                {text("简体中文"), text("zh_CN"), {text("Chinese"), text("中文")}}};
        };
        add(
            "time.go", "Go to time", {time},
            [](const QVariant &v) { return v.toTime().toString(text("HH:mm")); }, "G");
        add("time.speed", "Set speed", {speed}, plain);
        add("time.step", "Set step", {step}, plain);
        add("theme", "Theme", {theme}, plain);
        add("language", "Language", {language}, plain);
        add("layout.reset", "Reset layout", {}, plain, "Ctrl+Shift+R", "arrangement");
        add("disabled", "Not possible", {}, plain);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_ran;
    std::unique_ptr<CommandRegistry> m_registry;
    std::unique_ptr<SearchHub> m_hub;
    std::unique_ptr<QWidget> m_window;
    CommandPalette *m_palette = nullptr;
};

QTEST_MAIN(tst_Shell)
#include "tst_shell.moc"
