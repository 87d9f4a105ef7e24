// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "data/store/sqlite_connection.h"
#include "data/store/sqlite_schema.h"
#include "data/store/sqlite_store.h"
#include "support/series_text.h"
#include "support/verify_ok.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <cstdio>
#include <thread>

using namespace belvedere;

Q_DECLARE_METATYPE(belvedere::Errc)

/// What may go wrong: other files in the folder, newer versions, full disks, kills, many threads.
class tst_StoreSafety : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        m_dir = std::make_unique<QTemporaryDir>();
        m_city = m_dir->filePath(QStringLiteral("a.city"));
        CityInfo info;
        info.name = QStringLiteral("Testville");
        auto store = SqliteStore::openOrCreate(m_city, info);
        VERIFY_OK(store);
        m_store = *store;
    }
    void opensWhatIsThere();
    void refusesNoCity_data();
    void refusesNoCity();
    void refusesNewerCity();
    void migratesStepByStep();
    void cancelRollsBack();
    void fullDiskRollsBack();
    void readOnlyFolder();
    void readerKeepsItsSnapshot();
    void manyThreads();
    void survivesKill();

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_city;
    std::shared_ptr<Store> m_store;
};

void tst_StoreSafety::opensWhatIsThere()
{
    CityInfo other;
    other.name = QStringLiteral("Elsewhere");
    const auto again = SqliteStore::openOrCreate(m_city, other);
    VERIFY_OK(again);
    QCOMPARE((*again)->cityInfo()->name, QStringLiteral("Testville"));
    QCOMPARE((*again)->directory(), m_city);
    VERIFY_OK(SqliteStore::open(m_city));
}

void tst_StoreSafety::refusesNoCity_data()
{
    QTest::addColumn<QByteArray>("content"); // null = no file
    QTest::addColumn<Errc>("code");
    QTest::newRow("no file") << QByteArray() << Errc::NotFound;
    QTest::newRow("not a database") << QByteArray(5000, 'x') << Errc::Schema;
    QTest::newRow("empty file") << QByteArray("") << Errc::Schema;
}

void tst_StoreSafety::refusesNoCity()
{
    QFETCH(const QByteArray, content);
    const QString folder = m_dir->filePath(QStringLiteral("other"));
    QDir().mkpath(folder);
    if (!content.isNull()) {
        QFile file(folder + QStringLiteral("/city.sqlite"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    const auto store = SqliteStore::open(folder);
    QVERIFY(!store.has_value());
    QTEST(store.error().code, "code");
    QVERIFY2(store.error().message().contains(folder), qUtf8Printable(store.error().message()));
}

void tst_StoreSafety::refusesNewerCity()
{
    const QString file = m_city + QStringLiteral("/city.sqlite");
    {
        const auto connection = SqliteConnection::open(file);
        VERIFY_OK(connection);
        VERIFY_OK(connection->execute("PRAGMA user_version = 99"));
    }
    for (const auto &store : {SqliteStore::open(m_city), SqliteStore::openOrCreate(m_city, {})}) {
        QVERIFY(!store.has_value());
        QCOMPARE(store.error().code, Errc::Schema);
        const QString message = store.error().message();
        for (const QString &part :
            {m_city, QStringLiteral("99"), QString::number(cityMigrations().size())})
            QVERIFY2(message.contains(part), qUtf8Printable(message));
    }
    {
        const auto connection = SqliteConnection::open(file);
        VERIFY_OK(connection);
        VERIFY_OK(connection->execute("PRAGMA user_version = 1"));
        VERIFY_OK(connection->execute("PRAGMA application_id = 7"));
    }
    const auto foreign = SqliteStore::open(m_city);
    QVERIFY(!foreign.has_value());
    QCOMPARE(foreign.error().code, Errc::Schema);
}

void tst_StoreSafety::migratesStepByStep()
{
    const Migration first = {"CREATE TABLE t (a)", "INSERT INTO t VALUES (1)"};
    const Migration second = {"ALTER TABLE t ADD COLUMN b DEFAULT 7"};
    const Migration broken = {"UPDATE t SET a = 5", "no SQL"};
    const auto connection = SqliteConnection::open(
        m_dir->filePath(QStringLiteral("m.sqlite")), SqliteConnection::Mode::Create);
    VERIFY_OK(connection);
    const auto read = [&](const char *sql) -> int {
        auto query = connection->select(sql);
        return query && query->next() ? query->value(0).toInt() : -1;
    };
    VERIFY_OK(migrate(*connection, m_dir->path(), true, {first}));
    QCOMPARE(read("PRAGMA user_version"), 1);
    QVERIFY(!migrate(*connection, m_dir->path(), false, {first, second, broken}).has_value());
    QCOMPARE(read("PRAGMA user_version"), 1); // all or nothing
    QCOMPARE(read("SELECT a FROM t"), 1);
    VERIFY_OK(migrate(*connection, m_dir->path(), false, {first, second}));
    QCOMPARE(read("PRAGMA user_version"), 2);
    QCOMPARE(read("SELECT b FROM t"), 7);
}

void tst_StoreSafety::cancelRollsBack()
{
    const Dataset dataset = datasetOf({QStringLiteral("a")});
    VERIFY_OK(m_store->writeSeries(dataset, seriesOf({QStringLiteral("1")})));
    QStringList rows;
    for (int step = 0; step < 3000; ++step)
        rows += QStringLiteral("5");
    TaskContext context;
    int asked = 0;
    context.cancelled = [&asked] { return ++asked == 4; };
    const auto written = m_store->writeSeries(dataset, seriesOf(rows), context);
    QVERIFY(!written.has_value());
    QCOMPARE(written.error().code, Errc::Cancelled);
    QCOMPARE(textOf(**m_store->series(dataset.name)), QStringList{QStringLiteral("1")});
    QCOMPARE(m_store->dataset(dataset.name)->axis.count, 1);
}

void tst_StoreSafety::fullDiskRollsBack()
{
    constexpr int kPages = 40;
    const auto connection = SqliteConnection::open(
        m_city + QStringLiteral("/city.sqlite"), SqliteConnection::Mode::Existing, kPages);
    VERIFY_OK(connection);
    {
        auto transaction = SqliteTransaction::begin(*connection, SqliteTransaction::Kind::Write);
        VERIFY_OK(transaction);
        VERIFY_OK(connection->execute("INSERT INTO document VALUES (1, 'a', 'b', '{}')"));
        const auto full =
            connection->execute("INSERT INTO document VALUES (2, 'a', 'c', zeroblob(1000000))");
        QVERIFY(!full.has_value());
        QCOMPARE(full.error().code, Errc::Io);
        QVERIFY2(full.error().message().contains(QLatin1String("disk is full")),
            qUtf8Printable(full.error().message()));
    }
    QVERIFY(m_store->documents(QStringLiteral("a"))->empty());
}

void tst_StoreSafety::readOnlyFolder()
{
    const QString folder = m_dir->filePath(QStringLiteral("locked"));
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner);
    const QString probe = folder + QStringLiteral("/probe");
    if (QFile file(probe); file.open(QIODevice::WriteOnly))
        QSKIP("This user may write everywhere.");
    const auto store = SqliteStore::openOrCreate(folder, {});
    QVERIFY(!store.has_value());
    QCOMPARE(store.error().code, Errc::Io);
    QVERIFY(store.error().message().contains(folder));
}

void tst_StoreSafety::readerKeepsItsSnapshot()
{
    const Dataset dataset = datasetOf({QStringLiteral("a")});
    VERIFY_OK(m_store->writeDocuments(QStringLiteral("a"), {{QStringLiteral("x"), {}}}));
    const auto reader = SqliteConnection::open(m_city + QStringLiteral("/city.sqlite"));
    VERIFY_OK(reader);
    const auto snapshot = SqliteTransaction::begin(*reader, SqliteTransaction::Kind::Read);
    VERIFY_OK(snapshot);
    const auto count = [&] {
        auto query = reader->select("SELECT count(*) FROM document");
        return query && query->next() ? query->value(0).toInt() : -1;
    };
    QCOMPARE(count(), 1);
    VERIFY_OK(m_store->writeDocuments(QStringLiteral("a"), {{QStringLiteral("y"), {}}}));
    QCOMPARE(count(), 1);
    QCOMPARE(m_store->documents(QStringLiteral("a"))->size(), std::size_t(2));
}

/// A writer raises all values of a data set together; readers must never see two of them.
void tst_StoreSafety::manyThreads()
{
    constexpr int kSteps = 600;
    constexpr int kRounds = 30;
    const Dataset dataset = datasetOf({QStringLiteral("a")});
    const auto filled = [](int value) {
        Series series({kStart, 5 * kMsPerMinute, kSteps}, 1, {kSpeed});
        for (int step = 0; step < kSteps; ++step)
            series.set(step, SiteId(0), 0, float(value));
        return series;
    };
    VERIFY_OK(m_store->writeSeries(dataset, filled(0)));
    std::atomic<bool> stop = false;
    std::atomic<int> torn = 0;
    std::atomic<int> failed = 0;
    std::atomic<int> reads = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 3; ++i) {
        readers.emplace_back([&, store = m_store] {
            while (!stop) {
                const auto series = store->series(dataset.name);
                failed += series ? 0 : 1;
                for (std::size_t k = 1; series && k < (*series)->values.size(); ++k)
                    torn += (*series)->values[k] == (*series)->values[0] ? 0 : 1;
                ++reads;
            }
        });
    }
    std::thread otherWriter([&, store = m_store] {
        for (int round = 0; round < kRounds; ++round)
            failed +=
                store->writeDocuments(QStringLiteral("n"), {{QString::number(round), {}}}) ? 0 : 1;
    });
    for (int round = 1; round <= kRounds; ++round)
        failed += m_store->writeSeries(dataset, filled(round)) ? 0 : 1;
    otherWriter.join();
    stop = true;
    for (std::thread &reader : readers)
        reader.join();
    QCOMPARE(failed.load(), 0);
    QCOMPARE(torn.load(), 0);
    QVERIFY(reads > 3);
    QCOMPARE((*m_store->series(dataset.name))->values[0], float(kRounds));
    QCOMPARE(m_store->documents(QStringLiteral("n"))->size(), std::size_t(kRounds));
}

/// A child writes round after round and says so; killed at a random moment, what it said is
/// there, whole.
void tst_StoreSafety::survivesKill()
{
    Random random(7);
    int last = 0;
    for (int kill = 0; kill < 5; ++kill) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(),
            {QStringLiteral("--write-for-ever"), m_city, QString::number(last)});
        QVERIFY(child.waitForStarted());
        QVERIFY(child.waitForReadyRead(20000));
        QTest::qWait(20 + int(random.below(150)));
        child.kill();
        child.waitForFinished();
        const QList<QByteArray> said = child.readAllStandardOutput().trimmed().split('\n');
        QVERIFY(!said.isEmpty());
        const int promised = said.last().toInt();
        QVERIFY(promised > last);
        const auto store = SqliteStore::open(m_city);
        VERIFY_OK(store);
        const auto series = (*store)->series(QStringLiteral("speeds"));
        VERIFY_OK(series);
        last = int((*series)->values[0]);
        QVERIFY2(last >= promised, "a promised write is lost");
        for (const float value : (*series)->values)
            QCOMPARE(int(value), last);
    }
}

namespace {

/// The child of survivesKill().
int writeForEver(const QString &city, int round)
{
    const auto store = SqliteStore::open(city);
    if (!store)
        return 1;
    for (;;) {
        Series series({kStart, 5 * kMsPerMinute, 4000}, 5, {kSpeed});
        ++round;
        series.values.assign(series.size(), float(round));
        series.quality.assign(series.size(), Quality::Good);
        const QStringList sites = QStringLiteral("a b c d e").split(QLatin1Char(' '));
        if (!(*store)->writeSeries(datasetOf(sites), series))
            return 1;
        std::printf("%d\n", round);
        std::fflush(stdout);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--write-for-ever"))
        return writeForEver(arguments.value(2), arguments.value(3).toInt());
    tst_StoreSafety test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_store_safety.moc"
