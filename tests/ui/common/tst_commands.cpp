// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/command_arguments.h"
#include "common/command_registry.h"
#include "common/preferences.h"
#include "common/undo_hub.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>
#include <QVBoxLayout>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

QString text(const char *utf8)
{
    return QString::fromUtf8(utf8);
}

Command counting(const char *id, const char *keys, int &count, const char *scope = "")
{
    const QString name = text(id);
    Command command = simpleCommand(
        name,
        [name] {
            return CommandText{name, text("Test"), {}};
        },
        [&count] { ++count; }, {QKeySequence(text(keys))});
    command.scope = text(scope);
    return command;
}

class Step : public QUndoCommand
{
public:
    Step(const char *name, QStringList &log)
        : QUndoCommand(QString::fromUtf8(name))
        , m_log(log)
    {
    }
    void undo() override { m_log += QLatin1Char('-') + QUndoCommand::text(); }
    void redo() override { m_log += QLatin1Char('+') + QUndoCommand::text(); }

private:
    QStringList &m_log;
};

} // namespace

class tst_Commands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QCoreApplication::setOrganizationName(text("belvedere-test"));
        QCoreApplication::setApplicationName(text("tst_commands"));
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder->path());
    }

    void durations_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<qint64>("ms"); // -1: cannot be read
        QTest::newRow("minutes") << text("15 min") << qint64(900000);
        QTest::newRow("together") << text("15min") << qint64(900000);
        QTest::newRow("bareIsMinutes") << text("15") << qint64(900000);
        QTest::newRow("hours") << text("2 h") << qint64(7200000);
        QTest::newRow("fraction") << text("1.5 h") << qint64(5400000);
        QTest::newRow("comma") << text("1,5 h") << qint64(5400000);
        QTest::newRow("hoursMinutes") << text("1h30") << qint64(5400000);
        QTest::newRow("clock") << text("1:30") << qint64(5400000);
        QTest::newRow("seconds") << text("90 s") << qint64(90000);
        QTest::newRow("days") << text("2 d 4 h") << qint64(187200000);
        QTest::newRow("chinese") << text("15 分钟") << qint64(900000);
        QTest::newRow("chineseHours") << text("2小时") << qint64(7200000);
        QTest::newRow("wrongOrder") << text("30 min 1 h") << qint64(-1);
        QTest::newRow("word") << text("soon") << qint64(-1);
        QTest::newRow("unknownUnit") << text("3 weeks") << qint64(-1);
        QTest::newRow("empty") << QString() << qint64(-1);
    }
    void durations()
    {
        QFETCH(QString, typed);
        QFETCH(qint64, ms);
        QCOMPARE(readDuration(typed).value_or(-1), ms);
    }

    void timesOfDay_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QTime>("time");
        QTest::newRow("colon") << text("08:30") << QTime(8, 30);
        QTest::newRow("short") << text("8:30") << QTime(8, 30);
        QTest::newRow("digits") << text("0830") << QTime(8, 30);
        QTest::newRow("hour") << text("8") << QTime(8, 0);
        QTest::newRow("evening") << text("8pm") << QTime(20, 0);
        QTest::newRow("midnight") << text("12 am") << QTime(0, 0);
        QTest::newRow("seconds") << text("08:30:15") << QTime(8, 30, 15);
        QTest::newRow("half") << text("8点半") << QTime(8, 30);
        QTest::newRow("tooLate") << text("25:00") << QTime();
        QTest::newRow("word") << text("noonish") << QTime();
    }
    void timesOfDay()
    {
        QFETCH(QString, typed);
        QFETCH(QTime, time);
        QCOMPARE(readTimeOfDay(typed).value_or(QTime()), time);
    }

    void numbersHaveBoundsAndUnits()
    {
        CommandArgument speed;
        speed.type = CommandArgument::Type::Number;
        speed.label = [] { return text("speed"); };
        speed.example = text("60x");
        speed.unit = text("x");
        speed.minimum = 1;
        speed.maximum = 1000;
        QCOMPARE(readArgument(speed, text("60x")).value_or(QVariant()).toDouble(), 60.0);
        QCOMPARE(readArgument(speed, text("60 X")).value_or(QVariant()).toDouble(), 60.0);
        const auto tooMuch = readArgument(speed, text("5000x"));
        QVERIFY(!tooMuch);
        QCOMPARE(tooMuch.error().code, Errc::Usage);
        const auto word = readArgument(speed, text("fast"));
        QVERIFY(!word);
        QVERIFY(word.error().message().contains(text("60x"))); // says how to write it
    }

    void severalArguments()
    {
        CommandArgument which;
        which.type = CommandArgument::Type::Choice;
        which.choices = [] {
            return std::vector<ArgumentChoice>{{text("Night shift"), 1, {}}, {text("Day"), 2, {}}};
        };
        CommandArgument name;
        const auto both = readArguments({which, name}, text("night shift Late people"));
        QVERIFY(both);
        QCOMPARE(*both, QVariantList({1, text("Late people")}));
        QVERIFY(!readArguments({which, name}, text("Day")));
        QVERIFY(!readArguments({which}, text("Day after tomorrow")));
    }

    void shortcutsRunInTheirScope()
    {
        CommandRegistry registry;
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *button = new QPushButton(&window);
        auto *edit = new QLineEdit(&window);
        layout->addWidget(button);
        layout->addWidget(edit);
        int everywhere = 0, operate = 0, space = 0, pressed = 0;
        connect(button, &QPushButton::clicked, &window, [&pressed] { ++pressed; });
        registry.attachTo(&window);
        registry.add(counting("a", "Ctrl+B", everywhere), &window);
        registry.add(counting("b", "N", operate, "operate"), &window);
        registry.add(counting("c", "Space", space), &window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.setFocus();
        QTest::keyClick(&window, Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(everywhere, 1);
        QTest::keyClick(&window, Qt::Key_N);
        QCOMPARE(operate, 0);
        registry.setScope(text("operate"));
        QTest::keyClick(&window, Qt::Key_N);
        QCOMPARE(operate, 1);
        // In a field letters are letters; on a button Space presses it.
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_N);
        QCOMPARE(operate, 1);
        QCOMPARE(edit->text(), text("n"));
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(pressed, 1);
        QCOMPARE(space, 0);
    }

    void anOpenListIsChosenFromByReturn()
    {
        CommandRegistry registry;
        QComboBox box;
        box.addItems({text("a"), text("b"), text("c")});
        registry.attachTo(&box);
        box.show();
        QVERIFY(QTest::qWaitForWindowActive(&box));
        box.showPopup();
        QVERIFY(QTest::qWaitForWindowExposed(box.view()->window()));
        QTest::keyClick(box.view(), Qt::Key_Down);
        QTest::keyClick(box.view(), Qt::Key_Return);
        QTRY_VERIFY(!box.view()->isVisible());
        QCOMPARE(box.currentText(), text("b"));
    }

    void shortcutsAreRebound()
    {
        int first = 0, second = 0;
        {
            CommandRegistry registry;
            registry.add(counting("a", "Ctrl+B", first), nullptr);
            registry.add(counting("b", "Ctrl+J", second), nullptr);
            registry.add(counting("c", "Ctrl+B", second, "plan"), nullptr);
            QCOMPARE(registry.conflicts(text("b"), QKeySequence(text("Ctrl+B"))),
                QStringList({text("a"), text("c")}));
            QCOMPARE(registry.conflicts(text("b"), QKeySequence(text("Ctrl+Y"))), QStringList());
            // The beginning of a longer sequence is a conflict too.
            QCOMPARE(registry.conflicts(text("a"), QKeySequence(text("Ctrl+J, X"))),
                QStringList({text("b")}));
            QSignalSpy changed(&registry, &CommandRegistry::shortcutsChanged);
            registry.setShortcuts(text("a"), {QKeySequence(text("Ctrl+Y"))});
            QCOMPARE(changed.size(), 1);
            QCOMPARE(registry.action(text("a"))->shortcut(), QKeySequence(text("Ctrl+Y")));
            QVERIFY(registry.hasOwnShortcut(text("a")));
        }
        CommandRegistry again;
        again.add(counting("a", "Ctrl+B", first), nullptr);
        QCOMPARE(again.action(text("a"))->shortcut(), QKeySequence(text("Ctrl+Y"))); // kept
        again.resetAllShortcuts();
        QCOMPARE(again.action(text("a"))->shortcut(), QKeySequence(text("Ctrl+B")));
    }

    void whatCannotRunSaysSo()
    {
        CommandRegistry registry;
        int count = 0;
        bool possible = false;
        Command command = counting("a", "Ctrl+B", count);
        command.enabled = [&possible] { return possible; };
        registry.add(command, nullptr);
        QSignalSpy failed(&registry, &CommandRegistry::failed);
        registry.action(text("a"))->trigger();
        QCOMPARE(count, 0);
        QCOMPARE(failed.size(), 1);
        possible = true;
        registry.action(text("a"))->trigger();
        QCOMPARE(count, 1);
        QCOMPARE(registry.run(text("nothing")).error().code, Errc::NotFound);
    }

    void commandsGoWithTheirOwner()
    {
        CommandRegistry registry;
        int count = 0;
        auto owner = std::make_unique<QObject>();
        registry.add(counting("a", "Ctrl+B", count), owner.get());
        QVERIFY(registry.find(text("a")));
        owner.reset();
        QVERIFY(!registry.find(text("a")));
    }

    void preferencesAreKept()
    {
        {
            Preferences preferences;
            QCOMPARE(preferences.values(), PreferenceValues());
            QSignalSpy units(&preferences, &Preferences::unitsChanged);
            QSignalSpy theme(&preferences, &Preferences::themeChanged);
            preferences.setUnits(UnitSystem::Imperial);
            preferences.setTextPercent(130);
            preferences.setReducedMotion(true);
            QCOMPARE(units.size(), 1);
            QCOMPARE(theme.size(), 0);
        }
        Preferences again;
        QCOMPARE(again.values().units, UnitSystem::Imperial);
        QCOMPARE(again.values().textPercent, 130);
        QVERIFY(again.values().reducedMotion);
    }

    /// What the command line says is not stored, not even together with what is.
    void overridesAreForThisTime()
    {
        {
            Preferences preferences;
            PreferenceValues values = preferences.values();
            values.theme = ThemeChoice::Light;
            preferences.overrideValues(values);
            preferences.setZone(ZoneChoice::Utc);
        }
        Preferences again;
        QCOMPARE(again.values().theme, ThemeChoice::Dark);
        QCOMPARE(again.values().zone, ZoneChoice::Utc);
    }

    void damagedSettingsGiveDefaults_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("noise") << QByteArray("\x00\xff[[[=;\n\"", 9);
        QTest::newRow("wrongValues")
            << QByteArray("[preferences]\ntheme=plaid\nunits=7\ntextPercent=9999\nzone=\n"
                          "language=../../etc\nreducedMotion=perhaps\nspeedPalette=@Invalid()\n");
        QTest::newRow("wrongTypes")
            << QByteArray("[preferences]\ntheme=@ByteArray(x)\ntextPercent=a, b, c\n");
    }
    void damagedSettingsGiveDefaults()
    {
        QFETCH(QByteArray, content);
        const QString path = QSettings().fileName();
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        {
            Preferences preferences;
            QCOMPARE(preferences.values(), PreferenceValues());
            preferences.setTheme(ThemeChoice::Light);
        }
        QCOMPARE(Preferences().values().theme, ThemeChoice::Light); // it can be written again
    }

    void undoGoesBackInTime()
    {
        UndoHub hub;
        QUndoStack a, b;
        hub.add(&a);
        hub.add(&b);
        QStringList log;
        a.push(new Step("1", log));
        b.push(new Step("2", log));
        a.push(new Step("3", log));
        QCOMPARE(hub.undoText(), text("3"));
        log.clear();
        hub.undo();
        hub.undo();
        hub.redo();
        hub.undo();
        hub.undo();
        QCOMPARE(log.join(QLatin1Char(' ')), text("-3 -2 +2 -2 -1"));
        QVERIFY(!hub.canUndo());
        QCOMPARE(hub.redoText(), text("1"));
        b.push(new Step("4", log)); // what was undone does not come back after that
        QCOMPARE(hub.undoText(), text("4"));
        b.clear();
        QVERIFY(!hub.canUndo());
    }

    void undoForgetsStacksThatWent()
    {
        UndoHub hub;
        QStringList log;
        {
            QUndoStack gone;
            hub.add(&gone);
            gone.push(new Step("1", log));
            QVERIFY(hub.canUndo());
        }
        QVERIFY(!hub.canUndo());
        hub.undo();
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_MAIN(tst_Commands)
#include "tst_commands.moc"
