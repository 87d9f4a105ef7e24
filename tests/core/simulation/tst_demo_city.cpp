// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/demo_city.h"

#include "data/store/sqlite_store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;

class tst_DemoCity : public QObject
{
    Q_OBJECT

    static DemoOptions small()
    {
        DemoOptions options;
        options.size = DemoSize::Small;
        options.days = 2;
        options.end = 1762732800000;
        return options;
    }

    static QStringList entries(const QString &directory)
    {
        return QDir(directory).entryList(
            QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    }

private Q_SLOTS:
    void holdsEverything()
    {
        QTemporaryDir folder;
        const QString directory = folder.filePath(QStringLiteral("demo.city"));
        qint64 last = -1;
        bool backwards = false;
        TaskContext context;
        context.progress = [&](qint64 done, qint64 total, const QString &) {
            backwards = backwards || done < last || done > total;
            last = done;
        };
        const auto store = makeDemoCity(directory, small(), context);
        QVERIFY2(store, store ? "" : qPrintable(store.error().message()));
        QVERIFY(!backwards);
        QCOMPARE(last, 1000);
        QCOMPARE(entries(folder.path()), QStringList{QStringLiteral("demo.city")});
        QCOMPARE(QDir((*store)->directory()).absolutePath(), directory);

        const auto info = (*store)->cityInfo();
        QVERIFY(info && info->simulated);
        const auto network = (*store)->roadNetwork();
        QVERIFY(network && (*network)->links().size() > 300);
        const auto datasets = (*store)->datasets();
        QVERIFY(datasets);
        QCOMPARE(datasets->size(), std::size_t{3});
        for (const Dataset &dataset : *datasets) {
            QVERIFY(dataset.simulated);
            const auto series = (*store)->series(dataset.name);
            QVERIFY(series && (*series)->axis == dataset.axis);
            QCOMPARE((*series)->axis.last() + (*series)->axis.stepMs, small().end);
        }
        const auto incidents = (*store)->incidents();
        QVERIFY(incidents);
        QCOMPARE(incidents->size(), std::size_t{2});
        for (const IncidentTable &table : *incidents)
            QVERIFY(table.simulated && !table.incidents.empty());
    }

    void theSameAgainStays()
    {
        QTemporaryDir folder;
        const QString directory = folder.filePath(QStringLiteral("demo.city"));
        const auto first = makeDemoCity(directory, small());
        QVERIFY(first.has_value());
        QVERIFY((*first)->writeDocuments(QStringLiteral("run"), {{QStringLiteral("mine"), {}}}));
        const auto second = makeDemoCity(directory, small());
        QVERIFY(second.has_value());
        const auto runs = (*second)->documents(QStringLiteral("run"));
        QVERIFY(runs.has_value());
        QCOMPARE(runs->size(), std::size_t{1});

        DemoOptions other = small();
        other.seed = 8;
        const auto refused = makeDemoCity(directory, other);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::Usage);
    }

    void emptyFolderIsUsed()
    {
        QTemporaryDir folder;
        const QString directory = folder.filePath(QStringLiteral("demo.city"));
        QVERIFY(QDir().mkpath(directory));
        QVERIFY(makeDemoCity(directory, small()).has_value());
    }

    void otherThingsAreLeftAlone_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::newRow("fileInFolder") << QStringLiteral("demo.city/letter.txt");
        QTest::newRow("fileInItsPlace") << QStringLiteral("demo.city");
    }
    void otherThingsAreLeftAlone()
    {
        QFETCH(QString, entry);
        QTemporaryDir folder;
        const QString directory = folder.filePath(QStringLiteral("demo.city"));
        const QString path = folder.filePath(entry);
        QVERIFY(QDir().mkpath(QFileInfo(path).absolutePath()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write("dear"), 4);
        file.close();
        const auto refused = makeDemoCity(directory, small());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::Usage);
        QCOMPARE(entries(folder.path()), QStringList{QStringLiteral("demo.city")});
        QVERIFY(QFile::exists(path));
    }

    void anotherCityIsLeftAlone()
    {
        QTemporaryDir folder;
        const QString directory = folder.filePath(QStringLiteral("mine.city"));
        CityInfo info;
        info.name = QStringLiteral("Mine");
        QVERIFY(SqliteStore::openOrCreate(directory, info).has_value());
        const auto refused = makeDemoCity(directory, small());
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, Errc::Usage);
    }

    void cancelLeavesNothing_data()
    {
        QTest::addColumn<int>("looks");
        for (const int looks : {0, 1, 100, 200})
            QTest::addRow("afterLook%d", looks) << looks;
    }
    void cancelLeavesNothing()
    {
        QFETCH(int, looks);
        QTemporaryDir folder;
        int left = looks;
        TaskContext context;
        context.cancelled = [&] { return left-- <= 0; };
        const auto store =
            makeDemoCity(folder.filePath(QStringLiteral("demo.city")), small(), context);
        QVERIFY(!store);
        QCOMPARE(store.error().code, Errc::Cancelled);
        QVERIFY(entries(folder.path()).isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_DemoCity)
#include "tst_demo_city.moc"
