// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/registry.h"

#include "support/memory_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

using namespace belvedere;

/// A registry on an empty city, with as many runs as a test asks for.
struct City
{
    QTemporaryDir folder;
    std::shared_ptr<test::MemoryStore> store = std::make_shared<test::MemoryStore>(folder.path());
    Registry registry{store};

    QString addRun(const QString &dataset = QStringLiteral("traffic"),
        const QString &channel = QStringLiteral("speed"), double mae = 2.5)
    {
        TrainOutcome outcome;
        outcome.record.spec.dataset = dataset;
        outcome.record.spec.channel = channel;
        outcome.record.spec.model = QStringLiteral("neural");
        outcome.record.unit = QStringLiteral("km/h");
        outcome.record.test.all.mae = mae;
        outcome.model.spec.kind = QStringLiteral("neural");
        outcome.model.spec.siteCodes = {QStringLiteral("a")};
        outcome.model.tensors = {{QStringLiteral("w"), {1}, {1.0F}}};
        const Result<RunRecord> run = RunArchive(store).add(outcome);
        return run ? run->id : run.error().message();
    }

    /// "3 candidate, 2 live, 1 retired"
    [[nodiscard]] QString stages(const QString &name = QStringLiteral("traffic-speed")) const
    {
        QStringList list;
        const Result<std::vector<ModelVersion>> all = registry.versions();
        if (!all)
            return all.error().message();
        for (const ModelVersion &version : *all) {
            if (version.name == name)
                list += QStringLiteral("%1 %2")
                            .arg(version.version)
                            .arg(version.toJson()[QLatin1String("stage")].toString());
        }
        return list.join(QStringLiteral(", "));
    }
};

class tst_Registry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lifeCycle();
    void addsOnce();
    void rollsBackLikeUndo();
    void rollbackSkipsWhatWasRolledBack();
    void rollbackAfterRetire();
    void nothingToRollBackTo();
    void finds();
    void findsNothing_data();
    void findsNothing();
    void namesDoNotCollide();
    void survivesReopening();
    void failedWriteChangesNothing();
    void damagedModelIsNotDeployed();
    void damagedDocument();
    void manyThreadsOneLive();
};

void tst_Registry::lifeCycle()
{
    City city;
    const QString first = city.addRun();
    const QString second = city.addRun();
    const Result<ModelVersion> added = city.registry.add(first);
    QVERIFY(added);
    QCOMPARE(added->id(), QStringLiteral("traffic-speed/1"));
    QCOMPARE(added->stage, ModelStage::Candidate);
    QCOMPARE(added->runId, first);
    QCOMPARE(added->kind, QStringLiteral("neural"));
    QCOMPARE(added->testMae, 2.5);
    QCOMPARE(added->unit, QStringLiteral("km/h"));
    QVERIFY(added->registered > 0);
    QCOMPARE(added->promoted, UtcMs{0});
    QVERIFY(!*city.registry.live(QStringLiteral("traffic"), QStringLiteral("speed")));

    const Result<ModelVersion> promoted = city.registry.promote(added->id());
    QVERIFY(promoted);
    QVERIFY(promoted->promoted >= promoted->registered);
    QCOMPARE(city.stages(), QStringLiteral("1 live"));
    QVERIFY(city.registry.deploy(second));
    QCOMPARE(city.stages(), QStringLiteral("2 live, 1 retired"));
    const auto live = city.registry.live(QStringLiteral("traffic"), QStringLiteral("speed"));
    QVERIFY(live && *live);
    QCOMPARE((*live)->runId, second);
    QVERIFY(!*city.registry.live(QStringLiteral("traffic"), QStringLiteral("flow")));

    QVERIFY(city.registry.retire(QStringLiteral("traffic-speed/2")));
    QCOMPARE(city.stages(), QStringLiteral("2 retired, 1 retired"));
    QVERIFY(!*city.registry.live(QStringLiteral("traffic"), QStringLiteral("speed")));
    QVERIFY(city.registry.deploy(first)); // a retired version may come back
    QCOMPARE(city.stages(), QStringLiteral("2 retired, 1 live"));
}

void tst_Registry::addsOnce()
{
    City city;
    const QString run = city.addRun();
    QVERIFY(city.registry.add(run));
    QVERIFY(city.registry.deploy(run));
    QVERIFY(city.registry.deploy(run));
    QCOMPARE(city.registry.add(run)->stage, ModelStage::Live);
    QCOMPARE(city.stages(), QStringLiteral("1 live"));
}

void tst_Registry::rollsBackLikeUndo()
{
    City city;
    for (int i = 0; i < 3; ++i)
        QVERIFY(city.registry.deploy(city.addRun()));
    const QString name = QStringLiteral("traffic-speed");
    QCOMPARE(city.registry.rollback(name)->version, 2);
    QCOMPARE(city.stages(), QStringLiteral("3 retired, 2 live, 1 retired"));
    QCOMPARE(city.registry.rollback(name)->version, 1);
    QCOMPARE(city.stages(), QStringLiteral("3 retired, 2 retired, 1 live"));
    QVERIFY(!city.registry.rollback(name));
    QCOMPARE(city.stages(), QStringLiteral("3 retired, 2 retired, 1 live"));
}

// 1, 2, 3, back to 2, then 1 again: before the present 1 it was 2 that was live, not 3.
void tst_Registry::rollbackSkipsWhatWasRolledBack()
{
    City city;
    for (int i = 0; i < 3; ++i)
        QVERIFY(city.registry.deploy(city.addRun()));
    const QString name = QStringLiteral("traffic-speed");
    QVERIFY(city.registry.rollback(name));
    QVERIFY(city.registry.promote(QStringLiteral("traffic-speed/1")));
    QCOMPARE(city.registry.rollback(name)->version, 2);
}

void tst_Registry::rollbackAfterRetire()
{
    City city;
    QVERIFY(city.registry.deploy(city.addRun()));
    QVERIFY(city.registry.retire(QStringLiteral("traffic-speed")));
    QCOMPARE(city.stages(), QStringLiteral("1 retired"));
    QCOMPARE(city.registry.rollback(QStringLiteral("traffic-speed"))->version, 1);
    QCOMPARE(city.stages(), QStringLiteral("1 live"));
}

void tst_Registry::nothingToRollBackTo()
{
    City city;
    QCOMPARE(city.registry.rollback(QStringLiteral("traffic-speed")).error().code, Errc::NotFound);
    QVERIFY(city.registry.deploy(city.addRun()));
    QCOMPARE(city.registry.rollback(QStringLiteral("traffic-speed")).error().code, Errc::NotFound);
    QCOMPARE(city.stages(), QStringLiteral("1 live"));
}

void tst_Registry::finds()
{
    City city;
    const QString first = city.addRun();
    const QString second = city.addRun();
    QVERIFY(city.registry.add(first));
    QVERIFY(city.registry.add(second));
    QVERIFY(city.registry.promote(QStringLiteral("traffic-speed/1")));
    QCOMPARE(city.registry.find(QStringLiteral("traffic-speed"))->version, 1);
    QCOMPARE(city.registry.find(QStringLiteral("traffic-speed/2"))->version, 2);
    QCOMPARE(city.registry.find(second)->version, 2);
}

void tst_Registry::findsNothing_data()
{
    QTest::addColumn<QString>("reference");
    QTest::newRow("empty") << QString();
    QTest::newRow("noneLive") << QStringLiteral("traffic-speed");
    QTest::newRow("noSuchVersion") << QStringLiteral("traffic-speed/9");
    QTest::newRow("noSuchName") << QStringLiteral("air-pm2.5");
    QTest::newRow("runNotRegistered") << QStringLiteral("r0002-neural");
}

void tst_Registry::findsNothing()
{
    QFETCH(const QString, reference);
    City city;
    QCOMPARE(city.registry.find(reference).error().code, Errc::NotFound);
    QVERIFY(city.registry.add(city.addRun()));
    city.addRun();
    const Result<ModelVersion> version = city.registry.find(reference);
    QVERIFY(!version);
    QCOMPARE(version.error().code, Errc::NotFound);
    QVERIFY(version.error().message().contains(QLatin1String("traffic-speed/1"))); // what exists
}

void tst_Registry::namesDoNotCollide()
{
    City city;
    const auto deploy = [&city](const char *dataset, const char *channel) {
        return city.registry
            .deploy(city.addRun(QString::fromLatin1(dataset), QString::fromLatin1(channel)))
            ->id();
    };
    QCOMPARE(deploy("a-b", "c"), QStringLiteral("a-b-c/1"));
    QCOMPARE(deploy("a", "b-c"), QStringLiteral("a-b-c-2/1"));
    QCOMPARE(deploy("a", "b-c"), QStringLiteral("a-b-c-2/2"));
    QCOMPARE((*city.registry.live(QStringLiteral("a-b"), QStringLiteral("c")))->id(),
        QStringLiteral("a-b-c/1"));
    QCOMPARE(deploy("with/slash", "x"), QStringLiteral("with/slash-x/1"));
    QVERIFY(city.registry.find(QStringLiteral("with/slash-x/1")));
}

void tst_Registry::survivesReopening()
{
    City city;
    QVERIFY(city.registry.deploy(city.addRun()));
    QVERIFY(city.registry.deploy(
        city.addRun(QStringLiteral("traffic"), QStringLiteral("speed"), std::nan(""))));
    Registry reopened(city.store);
    const Result<std::vector<ModelVersion>> before = city.registry.versions();
    const Result<std::vector<ModelVersion>> after = reopened.versions();
    QVERIFY(before && after);
    QCOMPARE(after->size(), std::size_t{2});
    for (std::size_t i = 0; i < 2; ++i)
        QCOMPARE((*after)[i].toJson(), (*before)[i].toJson());
    QVERIFY(std::isnan((*after)[0].testMae));
    QCOMPARE(reopened.rollback(QStringLiteral("traffic-speed"))->version, 1);
}

void tst_Registry::failedWriteChangesNothing()
{
    City city;
    QVERIFY(city.registry.deploy(city.addRun()));
    const QString second = city.addRun();
    int writes = 0;
    city.store->beforeDocuments = [&writes](const QString &) -> Result<> {
        ++writes;
        return failure(Errc::Io, "The disk is full.");
    };
    QCOMPARE(city.registry.deploy(second).error().code, Errc::Io);
    QCOMPARE(writes, 1); // one transaction, not one a document
    city.store->beforeDocuments = [](const QString &) { return Result<>(); };
    QCOMPARE(city.stages(), QStringLiteral("1 live"));
    QVERIFY(!city.registry.rollback(QStringLiteral("traffic-speed")));
}

void tst_Registry::damagedModelIsNotDeployed()
{
    City city;
    QVERIFY(city.registry.deploy(city.addRun()));
    const QString second = city.addRun();
    QVERIFY(QFile::resize(
        city.folder.filePath(QLatin1String("models/") + second + QLatin1String(".safetensors")),
        9));
    QCOMPARE(city.registry.deploy(second).error().code, Errc::Schema);
    QCOMPARE(city.registry.deploy(QStringLiteral("r0099-x")).error().code, Errc::NotFound);
    QCOMPARE(city.stages(), QStringLiteral("1 live"));
}

void tst_Registry::damagedDocument()
{
    City city;
    QVERIFY(city.store->writeDocuments(QStringLiteral("model"),
        {{QStringLiteral("x/1"), QJsonObject{{QStringLiteral("name"), QStringLiteral("x")}}}}));
    const Result<std::vector<ModelVersion>> versions = city.registry.versions();
    QVERIFY(!versions);
    QCOMPARE(versions.error().code, Errc::Schema);
    QVERIFY(versions.error().message().contains(QLatin1String("x/1")));
}

void tst_Registry::manyThreadsOneLive()
{
    City city;
    QThreadPool pool;
    pool.setMaxThreadCount(4);
    QStringList runs;
    for (int i = 0; i < 12; ++i)
        runs += city.addRun();
    std::vector<QFuture<bool>> deploying;
    for (const QString &run : std::as_const(runs)) {
        deploying.push_back(QtConcurrent::run(&pool, [store = city.store, run] {
            Registry registry(store);
            return registry.deploy(run).has_value();
        }));
    }
    for (QFuture<bool> &done : deploying)
        QVERIFY(done.result());
    const QString stages = city.stages();
    QCOMPARE(stages.count(QLatin1String("live")), 1);
    QCOMPARE(stages.count(QLatin1String("retired")), 11);
    QVERIFY(stages.startsWith(QLatin1String("12 ")));
}

QTEST_GUILESS_MAIN(tst_Registry)
#include "tst_registry.moc"
