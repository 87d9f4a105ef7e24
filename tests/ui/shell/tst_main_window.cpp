// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/analyse_workspace.h"
#include "analyse/train_form.h"
#include "models/catalog/model_catalog.h"
#include "operate/operate_workspace.h"
#include "shell/city_opener.h"
#include "shell/main_window.h"
#include "shell/shell_services.h"
#include "simulation/demo_city.h"
#include "support/ui_audit.h"
#include "theme/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QSettings>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr int kPatienceMs = 60000;

} // namespace

class tst_MainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("belvedere-test"));
        QCoreApplication::setApplicationName(QStringLiteral("tst_main_window"));
        DemoOptions options;
        options.size = DemoSize::Small;
        options.days = 8;
        options.end = 1700000000000 / kMsPerDay * kMsPerDay;
        m_city = m_folder.filePath(QStringLiteral("small.city"));
        const auto store = makeDemoCity(m_city, options);
        QVERIFY2(store, store ? "" : qPrintable(store.error().message()));
        applyTheme(*qApp, ThemeMode::Dark);
    }

    void init()
    {
        QSettings().clear(); // how the window was left
        m_services = std::make_unique<ShellServices>();
        m_services->language.set(QStringLiteral("en"));
        m_services->clock.pause();
        m_window = std::make_unique<MainWindow>(m_services->context(&modelCatalog(), &m_pools));
        m_window->resize(1366, 768);
        m_window->show();
    }
    void cleanup()
    {
        m_window.reset();
        m_services->language.set(QStringLiteral("en"));
        m_services.reset();
    }

    /// A simulated city comes with a first forecast.
    void opensACityWithAForecast()
    {
        m_window->openCity(m_city);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->settled(), kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(
            m_window->operate()->controller().forecastAtNow() != nullptr, kPatienceMs);
        QVERIFY(m_window->operate()->controller().model()->testMae > 0.0);
    }

    /// Names for screen readers, a way there by Tab, targets that can be hit, no words cut off.
    void everyPageIsForEverybody_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<MainWindow::Workspace>("workspace");
        QTest::addColumn<bool>("large");
        const auto operate = MainWindow::Workspace::Operate;
        const auto analyse = MainWindow::Workspace::Analyse;
        const QString en = QStringLiteral("en");
        const QString zh = QStringLiteral("zh_CN");
        QTest::newRow("operate") << en << operate << false;
        QTest::newRow("operate, Chinese") << zh << operate << false;
        QTest::newRow("operate, 14 pt") << en << operate << true;
        QTest::newRow("operate, Chinese, 14 pt") << zh << operate << true;
        QTest::newRow("analyse") << en << analyse << false;
        QTest::newRow("analyse, Chinese") << zh << analyse << false;
        QTest::newRow("analyse, 14 pt") << en << analyse << true;
        QTest::newRow("analyse, Chinese, 14 pt") << zh << analyse << true;
    }
    void everyPageIsForEverybody()
    {
        QFETCH(QString, language);
        QFETCH(MainWindow::Workspace, workspace);
        QFETCH(bool, large);
        m_services->language.set(language);
        m_window->openCity(m_city);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->settled(), kPatienceMs);
        m_window->showWorkspace(workspace);
        QCoreApplication::processEvents();
        const tests::UiAudit audit =
            large ? tests::auditUiAt14Pt(m_window.get()) : tests::auditUi(m_window.get());
        QVERIFY2(audit.all().isEmpty(), qPrintable(audit.all().join(QLatin1Char('\n'))));
    }

    /// The smallest screen that is promised.
    void fitsASmallScreen_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("english") << QStringLiteral("en");
        QTest::newRow("chinese") << QStringLiteral("zh_CN");
    }
    void fitsASmallScreen()
    {
        QFETCH(QString, language);
        m_services->language.set(language);
        m_window->openCity(m_city);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->settled(), kPatienceMs);
        const QSize least = m_window->minimumSizeHint();
        QString tall;
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (widget->minimumSizeHint().height() > 200)
                tall += QStringLiteral("%1 %2\n")
                            .arg(QLatin1String(widget->metaObject()->className()))
                            .arg(widget->minimumSizeHint().height());
        }
        QVERIFY2(least.width() <= 1366 && least.height() <= 768, qPrintable(tall));
    }

    void languageChangesWhileItRuns()
    {
        m_window->openCity(m_city);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->settled(), kPatienceMs);
        const auto texts = [&] {
            QStringList all;
            for (const QToolButton *button : m_window->findChildren<QToolButton *>())
                all += button->text();
            return all;
        };
        QVERIFY(texts().contains(QStringLiteral("Operate")));
        m_services->language.set(QStringLiteral("zh_CN"));
        QCoreApplication::processEvents();
        QVERIFY(!texts().contains(QStringLiteral("Operate")));
        QVERIFY(texts().contains(QString::fromUtf8("分析")));
    }

    void aNewerCityIsRefusedInWords()
    {
        const QString newer = m_folder.filePath(QStringLiteral("newer.city"));
        QVERIFY(newCity(newer));
        {
            QSqlDatabase db =
                QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("newer"));
            db.setDatabaseName(newer + QStringLiteral("/city.sqlite"));
            QVERIFY(db.open());
            QVERIFY(QSqlQuery(db).exec(QStringLiteral("PRAGMA user_version = 999")));
            db.close();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("newer"));
        m_window->openCity(newer);
        QMessageBox *box = nullptr;
        QTRY_VERIFY((box = m_window->findChild<QMessageBox *>()) != nullptr);
        QVERIFY2(box->text().contains(QLatin1String("999")), qPrintable(box->text()));
        box->reject();
    }

    void anEmptyCitySaysWhatToDo()
    {
        const QString empty = m_folder.filePath(QStringLiteral("empty.city"));
        QVERIFY(newCity(empty));
        QVERIFY(!newCity(empty)); // nothing that is there is overwritten
        m_window->openCity(empty);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->settled(), kPatienceMs);
        QCoreApplication::processEvents(); // its place on the page
        QSignalSpy wanted(m_window->operate(), &OperateWorkspace::importRequested);
        for (QAbstractButton *button : m_window->operate()->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text() == QString::fromUtf8("Import data…"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QCOMPARE(wanted.size(), 1);
    }

    void closingWhileANetworkTrainsIsClean()
    {
        m_window->openCity(m_city);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->settled(), kPatienceMs);
        m_window->showWorkspace(MainWindow::Workspace::Analyse);
        auto *form = m_window->findChild<TrainForm *>();
        QTRY_VERIFY(form->canStart());
        form->start();
        QTRY_VERIFY(m_window->analyse()->busy());
        QTest::qWait(300);
        QVERIFY(m_window->close());
        m_window.reset();
        QTRY_COMPARE_WITH_TIMEOUT(m_pools.training.activeThreadCount(), 0, 1000);
    }

private:
    QTemporaryDir m_folder;
    QString m_city;
    TaskPools m_pools;
    std::unique_ptr<ShellServices> m_services;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(tst_MainWindow)
#include "tst_main_window.moc"
