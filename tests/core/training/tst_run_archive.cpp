// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/run_archive.h"

#include "support/memory_store.h"
#include "support/scripted_forecaster.h"
#include "training/artifact_lock.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

using namespace belvedere;

using Damage = std::function<void(const QString &path)>;
Q_DECLARE_METATYPE(Damage)

class tst_RunArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void numbersRise();
    void emptyArchive();
    void unknownRun();
    void damagedModel_data();
    void damagedModel();
    void failedWriteLeavesNothing();
    void orphansGo();
    void folderNotWritable();
    void manyThreads();
    void waitsForOtherProcesses();
    void simulatedData();
};

static TrainOutcome outcomeOf(const QString &kind = QStringLiteral("neural"), float value = 1.5F)
{
    TrainOutcome outcome;
    outcome.record.spec.model = kind;
    outcome.record.spec.dataset = QStringLiteral("town");
    outcome.record.test.all.mae = 2.5;
    outcome.model.spec.kind = kind;
    outcome.model.spec.siteCodes = {QStringLiteral("a"), QStringLiteral("b")};
    outcome.model.tensors = {{QStringLiteral("w"), {2, 3}, {value, 2, 3, 4, 5, 6}}};
    return outcome;
}

static QStringList modelFiles(const QTemporaryDir &city)
{
    return QDir(city.filePath(QStringLiteral("models"))).entryList(QDir::Files, QDir::Name);
}

void tst_RunArchive::roundTrip()
{
    QTemporaryDir city;
    const RunArchive archive(std::make_shared<test::MemoryStore>(city.path()));
    RunArchive writing = archive;
    const TrainOutcome outcome = outcomeOf();
    const Result<RunRecord> added = writing.add(outcome);
    QVERIFY(added);
    QCOMPARE(added->id, QStringLiteral("r0001-neural"));
    QCOMPARE(modelFiles(city), QStringList{QStringLiteral("r0001-neural.safetensors")});
    const Result<RunRecord> run = archive.run(added->id);
    QVERIFY(run);
    QCOMPARE(run->toJson(), added->toJson());
    QCOMPARE(run->test.all.mae, 2.5);
    const Result<ModelState> model = archive.model(added->id);
    QVERIFY(model);
    QVERIFY(model->tensors == outcome.model.tensors);
    QCOMPARE(model->spec.toJson(), outcome.model.spec.toJson());
}

void tst_RunArchive::numbersRise()
{
    QTemporaryDir city;
    RunArchive archive(std::make_shared<test::MemoryStore>(city.path()));
    for (const char *kind : {"neural", "last-value", "seasonal"})
        QVERIFY(archive.add(outcomeOf(QString::fromLatin1(kind))));
    const Result<std::vector<RunRecord>> runs = archive.runs();
    QVERIFY(runs);
    QStringList ids;
    for (const RunRecord &run : *runs)
        ids += run.id;
    QCOMPARE(ids,
        (QStringList{QStringLiteral("r0003-seasonal"), QStringLiteral("r0002-last-value"),
            QStringLiteral("r0001-neural")}));
}

void tst_RunArchive::emptyArchive()
{
    QTemporaryDir city;
    const RunArchive archive(std::make_shared<test::MemoryStore>(city.path()));
    const Result<std::vector<RunRecord>> runs = archive.runs();
    QVERIFY(runs);
    QVERIFY(runs->empty());
    QVERIFY(!QDir(city.path()).exists(QStringLiteral("models"))); // reading writes nothing
}

void tst_RunArchive::unknownRun()
{
    QTemporaryDir city;
    RunArchive archive(std::make_shared<test::MemoryStore>(city.path()));
    QCOMPARE(archive.run(QStringLiteral("r0009-neural")).error().code, Errc::NotFound);
    QVERIFY(archive.add(outcomeOf()));
    const Result<ModelState> model = archive.model(QStringLiteral("../r0001-neural"));
    QVERIFY(!model);
    QCOMPARE(model.error().code, Errc::NotFound);
    QVERIFY(model.error().message().contains(QLatin1String("r0001-neural")));
}

void tst_RunArchive::damagedModel_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::addColumn<Errc>("code");
    const auto rewrite = [](const QString &path, const std::function<void(QByteArray &)> &change) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray bytes = file.readAll();
        change(bytes);
        file.resize(0);
        file.seek(0);
        file.write(bytes);
    };
    QTest::newRow("gone") << Damage([](const QString &path) { QFile::remove(path); }) << Errc::Io;
    QTest::newRow("empty") << Damage([](const QString &path) { QFile::resize(path, 0); })
                           << Errc::Schema;
    QTest::newRow("truncated") << Damage([](const QString &path) {
        QFile::resize(path, QFile(path).size() - 1);
    }) << Errc::Schema;
    QTest::newRow("longer") << Damage([](const QString &path) {
        QFile::resize(path, QFile(path).size() + 1);
    }) << Errc::Schema;
    QTest::newRow("oneBit") << Damage([rewrite](const QString &path) {
        rewrite(
            path, [](QByteArray &bytes) { bytes.back() = static_cast<char>(bytes.back() ^ 1); });
    }) << Errc::Schema;
    QTest::newRow("notAModel") << Damage([rewrite](const QString &path) {
        rewrite(path, [](QByteArray &bytes) { bytes = "hello"; });
    }) << Errc::Schema;
}

void tst_RunArchive::damagedModel()
{
    QFETCH(const Damage, damage);
    QFETCH(const Errc, code);
    QTemporaryDir city;
    RunArchive archive(std::make_shared<test::MemoryStore>(city.path()));
    const Result<RunRecord> run = archive.add(outcomeOf());
    QVERIFY(run);
    const QString path = city.filePath(QStringLiteral("models/r0001-neural.safetensors"));
    damage(path);
    const Result<ModelState> model = archive.model(run->id);
    QVERIFY(!model);
    QCOMPARE(model.error().code, code);
    QVERIFY(model.error().message().contains(path));
    QVERIFY(archive.run(run->id)); // the figures are still there
}

void tst_RunArchive::failedWriteLeavesNothing()
{
    QTemporaryDir city;
    const auto store = std::make_shared<test::MemoryStore>(city.path());
    RunArchive archive(store);
    store->beforeDocuments = [](const QString &) -> Result<> {
        return failure(Errc::Io, "The disk is full.");
    };
    const Result<RunRecord> run = archive.add(outcomeOf());
    QVERIFY(!run);
    QCOMPARE(run.error().code, Errc::Io);
    QVERIFY(modelFiles(city).isEmpty());
    QVERIFY(archive.runs()->empty());
    store->beforeDocuments = [](const QString &) { return Result<>(); };
    QCOMPARE(archive.add(outcomeOf())->id, QStringLiteral("r0001-neural"));
}

// What a crash may leave: a model without a document, a file that was never finished.
void tst_RunArchive::orphansGo()
{
    QTemporaryDir city;
    RunArchive archive(std::make_shared<test::MemoryStore>(city.path()));
    QVERIFY(archive.add(outcomeOf()));
    const QStringList orphans{QStringLiteral("r0002-neural.safetensors"),
        QStringLiteral("r0002-city.safetensors"),
        QStringLiteral("r0001-neural.safetensors.Xy12ab")};
    const QString notes = QStringLiteral("notes.txt");
    for (const QString &name : orphans + QStringList{notes}) {
        QFile file(city.filePath(QLatin1String("models/") + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("half a model");
    }
    QCOMPARE(archive.runs()->size(), std::size_t{1});
    const Result<RunRecord> run = archive.add(outcomeOf(QStringLiteral("seasonal")));
    QVERIFY(run);
    QCOMPARE(run->id, QStringLiteral("r0002-seasonal"));
    QCOMPARE(modelFiles(city),
        (QStringList{notes, QStringLiteral("r0001-neural.safetensors"),
            QStringLiteral("r0002-seasonal.safetensors")}));
    QVERIFY(archive.model(QStringLiteral("r0001-neural")));
    QVERIFY(archive.model(run->id));
}

void tst_RunArchive::folderNotWritable()
{
    QTemporaryDir city;
    // A file where the folder should be: works for root too, unlike permissions.
    QFile file(city.filePath(QStringLiteral("models")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    RunArchive archive(std::make_shared<test::MemoryStore>(city.path()));
    const Result<RunRecord> run = archive.add(outcomeOf());
    QVERIFY(!run);
    QCOMPARE(run.error().code, Errc::Io);
}

void tst_RunArchive::manyThreads()
{
    QTemporaryDir city;
    const auto store = std::make_shared<test::MemoryStore>(city.path());
    QThreadPool pool;
    pool.setMaxThreadCount(4);
    constexpr int kRuns = 24;
    std::vector<QFuture<QString>> adding;
    for (int i = 0; i < kRuns; ++i) {
        adding.push_back(QtConcurrent::run(&pool, [store, i] {
            RunArchive archive(store); // one each, as in different windows
            const Result<RunRecord> run =
                archive.add(outcomeOf(QStringLiteral("neural"), static_cast<float>(i)));
            return run ? run->id : run.error().message();
        }));
    }
    const RunArchive archive(store);
    QSet<QString> ids;
    for (int i = 0; i < kRuns; ++i) {
        const QString id = adding[static_cast<std::size_t>(i)].result();
        ids.insert(id);
        const Result<ModelState> model = archive.model(id);
        QVERIFY2(model, qPrintable(id));
        QCOMPARE(model->tensors[0].values[0], static_cast<float>(i)); // nobody else's model
    }
    QCOMPARE(ids.size(), kRuns);
    QCOMPARE(archive.runs()->front().id, QStringLiteral("r0024-neural"));
}

// Another process is played by a lock of our own on the same file.
void tst_RunArchive::waitsForOtherProcesses()
{
    QTemporaryDir city;
    QVERIFY(QDir(city.path()).mkdir(QStringLiteral("models")));
    QLockFile other(city.filePath(QStringLiteral("models/.lock")));
    QVERIFY(other.lock());
    const auto store = std::make_shared<test::MemoryStore>(city.path());
    QThreadPool pool;
    QFuture<bool> adding = QtConcurrent::run(&pool, [store] {
        RunArchive archive(store);
        return archive.add(outcomeOf()).has_value();
    });
    QElapsedTimer waited;
    waited.start();
    QTRY_VERIFY(waited.elapsed() >= 200);
    QVERIFY(!adding.isFinished());
    QVERIFY(modelFiles(city).isEmpty());
    other.unlock();
    QVERIFY(adding.result());
    QCOMPARE(modelFiles(city).size(), 1);
}

void tst_RunArchive::simulatedData()
{
    QTemporaryDir city;
    const auto store = std::make_shared<test::MemoryStore>(city.path());
    Dataset dataset;
    dataset.name = QStringLiteral("town");
    dataset.simulated = true;
    QVERIFY(store->writeSeries(dataset, Series({0, 300000, 2}, 0, {})));
    RunArchive archive(store);
    QVERIFY(archive.add(outcomeOf())->simulatedData);
}

QTEST_GUILESS_MAIN(tst_RunArchive)
#include "tst_run_archive.moc"
