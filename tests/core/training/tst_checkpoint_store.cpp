// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/checkpoint_store.h"

#include <QDir>
#include <QFile>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace belvedere;

using Damage = std::function<void(QByteArray &)>;
Q_DECLARE_METATYPE(Damage)

class tst_CheckpointStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesRoundTrip();
    void damagedBytes_data();
    void damagedBytes();
    void keepsTheLatest();
    void listsWhatIsUnfinished();
    void unknownCheckpoint();
    void damagedFilesAreLeftOut();
    void twoDoNotWorkOnOne();
    void aDeadHolderHoldsNothing();
    void removes();
    void folderNotWritable();
};

static ModelState stateOf(float value)
{
    ModelState state;
    state.spec.kind = QStringLiteral("learning");
    state.spec.siteCodes = {QStringLiteral("s0")};
    state.tensors.push_back({QStringLiteral("w"), {2}, {value, std::nanf("")}});
    return state;
}

static TrainingCheckpoint checkpointOf(const QString &id, int epochs = 3, UtcMs written = 1000)
{
    TrainingCheckpoint checkpoint;
    checkpoint.info.id = id;
    checkpoint.info.written = written;
    RunRecord &record = checkpoint.info.record;
    record.spec.dataset = QStringLiteral("town");
    record.spec.partners = {{QStringLiteral("air"), QStringLiteral("pm2.5")}};
    record.plannedEpochs = 30;
    record.dataHash = QStringLiteral("ab");
    for (int i = 1; i <= epochs; ++i) {
        EpochReport epoch;
        epoch.epoch = i;
        epoch.validationMae = 1.0 / 3.0 / i;
        epoch.score = i == 1 ? std::nan("") : epoch.validationMae;
        record.epochs.push_back(epoch);
    }
    checkpoint.partnerHashes = {QStringLiteral("cd")};
    checkpoint.model = stateOf(0.1F);
    checkpoint.best = {stateOf(0.2F), stateOf(0.3F)};
    return checkpoint;
}

void tst_CheckpointStore::bytesRoundTrip()
{
    const TrainingCheckpoint before = checkpointOf(QStringLiteral("c1"));
    const Result<TrainingCheckpoint> after = TrainingCheckpoint::fromBytes(before.toBytes());
    QVERIFY2(after, after ? "" : qPrintable(after.error().message()));
    QCOMPARE(after->info.id, before.info.id);
    QCOMPARE(after->info.written, before.info.written);
    QCOMPARE(after->info.record.toJson(), before.info.record.toJson());
    QVERIFY(after->info.record.epochs[2].score == before.info.record.epochs[2].score);
    QCOMPARE(after->partnerHashes, before.partnerHashes);
    QVERIFY(after->model.tensors == before.model.tensors); // bit for bit, NaN too
    QCOMPARE(after->best.size(), std::size_t{2});
    QVERIFY(after->best[1].tensors == before.best[1].tensors);
    QCOMPARE(after->info.epoch(), 3);
}

void tst_CheckpointStore::damagedBytes_data()
{
    QTest::addColumn<Damage>("damage");
    QTest::newRow("empty") << Damage([](QByteArray &bytes) { bytes.clear(); });
    QTest::newRow("other magic") << Damage([](QByteArray &bytes) { bytes[7] = '2'; });
    QTest::newRow("huge header") << Damage([](QByteArray &bytes) { bytes[15] = '\x7f'; });
    QTest::newRow("cut in the header") << Damage([](QByteArray &bytes) { bytes.truncate(100); });
    QTest::newRow("cut at the end") << Damage([](QByteArray &bytes) { bytes.chop(1); });
    QTest::newRow("longer") << Damage([](QByteArray &bytes) { bytes.append('x'); });
    QTest::newRow("bit in the header")
        << Damage([](QByteArray &bytes) { bytes[60] = static_cast<char>(bytes[60] ^ 1); });
    QTest::newRow("bit in a model") << Damage([](QByteArray &bytes) {
        bytes[bytes.size() - 2] = static_cast<char>(bytes[bytes.size() - 2] ^ 1);
    });
}

void tst_CheckpointStore::damagedBytes()
{
    QFETCH(const Damage, damage);
    QByteArray bytes = checkpointOf(QStringLiteral("c1")).toBytes();
    damage(bytes);
    const Result<TrainingCheckpoint> read = TrainingCheckpoint::fromBytes(bytes);
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::Schema);
}

void tst_CheckpointStore::keepsTheLatest()
{
    QTemporaryDir city;
    CheckpointStore store(city.path());
    QVERIFY(store.write(checkpointOf(QStringLiteral("c1"), 2)));
    QVERIFY(store.write(checkpointOf(QStringLiteral("c1"), 5)));
    const Result<TrainingCheckpoint> read = store.take(QStringLiteral("c1"));
    QVERIFY(read);
    QCOMPARE(read->info.epoch(), 5);
    QCOMPARE(QDir(city.filePath(QStringLiteral("models/checkpoints")))
                 .entryList({QStringLiteral("*.checkpoint*")}, QDir::Files)
                 .size(),
        2); // itself and its lock
}

void tst_CheckpointStore::listsWhatIsUnfinished()
{
    QTemporaryDir city;
    QVERIFY(CheckpointStore(city.path()).unfinished().empty());
    {
        CheckpointStore dying(city.path());
        QVERIFY(dying.write(checkpointOf(QStringLiteral("c1"), 3, 1000)));
        QVERIFY(dying.write(checkpointOf(QStringLiteral("c2"), 4, 2000)));
        QVERIFY(CheckpointStore(city.path()).unfinished().empty()); // at work
    }
    const auto infos = CheckpointStore(city.path()).unfinished();
    QCOMPARE(infos.size(), std::size_t{2});
    QCOMPARE(infos[0].id, QStringLiteral("c2"));
    QCOMPARE(infos[0].epoch(), 4);
    QCOMPARE(infos[0].record.spec.dataset, QStringLiteral("town"));
}

void tst_CheckpointStore::unknownCheckpoint()
{
    QTemporaryDir city;
    CheckpointStore store(city.path());
    QCOMPARE(store.take(QStringLiteral("c9")).error().code, Errc::NotFound);
    QVERIFY(store.write(checkpointOf(QStringLiteral("c1"))));
    const auto read = store.take(QStringLiteral("../checkpoints/c1"));
    QVERIFY(!read);
    QCOMPARE(read.error().code, Errc::NotFound);
    QVERIFY(read.error().message().contains(QLatin1String("c1")));
}

void tst_CheckpointStore::damagedFilesAreLeftOut()
{
    QTemporaryDir city;
    {
        CheckpointStore store(city.path());
        QVERIFY(store.write(checkpointOf(QStringLiteral("c1"))));
        QVERIFY(store.write(checkpointOf(QStringLiteral("c2"))));
    }
    QFile file(city.filePath(QStringLiteral("models/checkpoints/c1.checkpoint")));
    QVERIFY(file.resize(90));
    CheckpointStore store(city.path());
    QCOMPARE(store.unfinished().size(), std::size_t{1});
    const auto read = store.take(QStringLiteral("c1"));
    QVERIFY(!read);
    QVERIFY(read.error().message().contains(file.fileName()));
    QVERIFY(store.remove(QStringLiteral("c1")));
    QVERIFY(!file.exists());
}

void tst_CheckpointStore::twoDoNotWorkOnOne()
{
    QTemporaryDir city;
    CheckpointStore first(city.path());
    QVERIFY(first.write(checkpointOf(QStringLiteral("c1"))));
    CheckpointStore second(city.path());
    QCOMPARE(second.take(QStringLiteral("c1")).error().code, Errc::Busy);
    QCOMPARE(second.write(checkpointOf(QStringLiteral("c1"))).error().code, Errc::Busy);
    QCOMPARE(second.remove(QStringLiteral("c1")).error().code, Errc::Busy);
}

// The lock of a process that is gone: a number that no process has.
void tst_CheckpointStore::aDeadHolderHoldsNothing()
{
    QTemporaryDir city;
    {
        CheckpointStore store(city.path());
        QVERIFY(store.write(checkpointOf(QStringLiteral("c1"))));
    }
    QFile lock(city.filePath(QStringLiteral("models/checkpoints/c1.checkpoint.lock")));
    QVERIFY(lock.open(QIODevice::WriteOnly));
    lock.write("2147483646\nbelvedere\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
    lock.close();
    CheckpointStore store(city.path());
    QCOMPARE(store.unfinished().size(), std::size_t{1});
    QVERIFY(store.take(QStringLiteral("c1")));
}

void tst_CheckpointStore::removes()
{
    QTemporaryDir city;
    CheckpointStore store(city.path());
    QVERIFY(store.write(checkpointOf(QStringLiteral("c1"))));
    QVERIFY(store.remove(QStringLiteral("c1")));
    QVERIFY(store.remove(QStringLiteral("c1")));
    QVERIFY(QDir(city.filePath(QStringLiteral("models/checkpoints")))
                .entryList(QDir::Files)
                .isEmpty()); // the lock too
}

void tst_CheckpointStore::folderNotWritable()
{
    QTemporaryDir city;
    // A file where the folder should be: works for root too, unlike permissions.
    QFile file(city.filePath(QStringLiteral("models")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    CheckpointStore store(city.path());
    QCOMPARE(store.write(checkpointOf(QStringLiteral("c1"))).error().code, Errc::Io);
}

QTEST_GUILESS_MAIN(tst_CheckpointStore)
#include "tst_checkpoint_store.moc"
