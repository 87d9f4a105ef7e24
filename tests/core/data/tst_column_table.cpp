// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/column_table.h"

#include "data/readers/import_files.h"
#include "data/readers/table_reader.h"
#include "data/store/sqlite_store.h"
#include "support/verify_ok.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace belvedere;

/// CSV files as tables of columns, and how a city keeps them.
class tst_ColumnTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columnsAreToldByTheirCells();
    void wrongCellsNameLineAndColumn_data();
    void wrongCellsNameLineAndColumn();
    void badHeaders_data();
    void badHeaders();
    void unknownLayoutSuggestsATable();
    void readForAModel();
    void storeKeepsEverything();
    void namesAreShared();
    void unknownNames();

private:
    [[nodiscard]] QString write(const QByteArray &text)
    {
        const QString path = m_folder.filePath(QStringLiteral("table-%1.csv").arg(++m_files));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        return path;
    }
    [[nodiscard]] Result<ImportedData> read(const QByteArray &text)
    {
        ImportOptions options;
        options.format = FileFormat::TableCsv;
        options.dataset = QStringLiteral("people");
        options.zone = QTimeZone("Europe/Berlin");
        return readFiles({write(text)}, options);
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

static const QByteArray kPeople = "id,age,joined,town,note,empty,alive\n"
                                  "a1,34,2024-03-01 12:00,Rome,first text,,yes\n"
                                  "a2,,2024-03-02 08:30,Oslo,second,,no\n"
                                  "a3,7.5,2024-03-03 23:15,,third,,no\n"
                                  "a4,61,,Rome,\"with, comma\",,yes\n";

void tst_ColumnTable::columnsAreToldByTheirCells()
{
    // Twenty-one ids are names of things, four towns are groups.
    QByteArray text = kPeople;
    for (int i = 5; i <= 45; ++i)
        text += "a" + QByteArray::number(i) + ",20,2024-04-01,Oslo,text " + QByteArray::number(i)
            + ",,no\n";
    const auto data = read(text);
    VERIFY_OK(data);
    QCOMPARE(data->rejectedCount, 0);
    QVERIFY(data->table);
    const TableInfo &info = data->table->info;
    QCOMPARE(info.name, QStringLiteral("people"));
    QCOMPARE(info.rows, 45);
    QCOMPARE(info.zone.id(), QByteArray("Europe/Berlin"));
    QStringList kinds;
    for (const ColumnInfo &column : info.columns)
        kinds += column.name + QLatin1Char(':') + columnKindName(column.kind);
    QCOMPARE(kinds.join(QLatin1Char(' ')),
        QStringLiteral("id:text age:number joined:time town:category note:text alive:category"));
    QCOMPARE(data->leftOut.size(), 1U); // the column without any value
    QVERIFY(data->leftOut.front().reason.message().contains(QLatin1String("empty")));

    const ColumnInfo &age = info.columns[1];
    QCOMPARE(age.missing, 1);
    QVERIFY(std::isnan(data->table->cells[1][1]));
    QCOMPARE(data->table->cells[1][2], 7.5);
    const ColumnInfo &town = info.columns[3];
    QCOMPARE(town.categories, (QStringList{QStringLiteral("Oslo"), QStringLiteral("Rome")}));
    QCOMPARE(data->table->cells[3][0], 1.0);
    QCOMPARE(data->table->cells[3][1], 0.0);
    QVERIFY(std::isnan(data->table->cells[3][2]));
    QVERIFY(data->table->cells[0].empty()); // text is listed, not kept
    // 12:00 in Berlin is 11:00 UTC in March.
    QCOMPARE(data->table->cells[2][0], 1709290800000.0);
}

void tst_ColumnTable::wrongCellsNameLineAndColumn_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QString>("said");
    QTest::newRow("text among numbers")
        << QByteArray("old,2024-03-01\n") << QStringLiteral("Column \"age\" holds \"old\"");
    QTest::newRow("decimal comma")
        << QByteArray("\"3,5\",2024-03-01\n") << QStringLiteral("decimal point");
    QTest::newRow("text among times")
        << QByteArray("3,soon\n") << QStringLiteral("Column \"joined\" holds \"soon\"");
    QTest::newRow("a cell too few") << QByteArray("3\n") << QStringLiteral("1 cells");
}

void tst_ColumnTable::wrongCellsNameLineAndColumn()
{
    QFETCH(QByteArray, row);
    QFETCH(QString, said);
    QByteArray text = "age,joined\n";
    for (int i = 0; i < 40; ++i)
        text += QByteArray::number(i) + ",2024-01-01 10:00\n";
    const auto data = read(text + row);
    VERIFY_OK(data);
    QCOMPARE(data->rejectedCount, 1);
    QCOMPARE(data->rejected.front().line, 42);
    const QString message = data->rejected.front().reason.message();
    QVERIFY2(message.contains(said), qUtf8Printable(message));
    QCOMPARE(data->table->info.rows, 40);
}

void tst_ColumnTable::badHeaders_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    QTest::newRow("same name twice")
        << QByteArray("a,b,a\n1,2,3\n") << QStringLiteral("Columns 1 and 3");
    QTest::newRow("no rows") << QByteArray("a,b\n") << QStringLiteral("no rows");
}

void tst_ColumnTable::badHeaders()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, said);
    const auto data = read(text);
    QVERIFY(!data);
    QVERIFY2(data.error().message().contains(said), qUtf8Printable(data.error().message()));
}

void tst_ColumnTable::unknownLayoutSuggestsATable()
{
    const auto format = guessFormat(write("income,loan,default\n1,2,no\n"));
    QVERIFY(!format);
    QVERIFY(format.error().message().contains(QLatin1String("table-csv")));
}

void tst_ColumnTable::readForAModel()
{
    const QString file = write("town,age,other\nRome,3,x\nParis,,y\n");
    const auto table = readTableFor(file,
        {{QStringLiteral("age"), ColumnKind::Number},
            {QStringLiteral("town"), ColumnKind::Category}},
        QTimeZone::utc());
    VERIFY_OK(table);
    QCOMPARE(table->info.rows, 2);
    QCOMPARE(table->info.columns[0].categories,
        (QStringList{QStringLiteral("Paris"), QStringLiteral("Rome")}));
    const auto missing =
        readTableFor(file, {{QStringLiteral("height"), ColumnKind::Number}}, QTimeZone::utc());
    QVERIFY(!missing);
    QVERIFY(missing.error().message().contains(QLatin1String("height")));
    const auto wrong =
        readTableFor(file, {{QStringLiteral("other"), ColumnKind::Number}}, QTimeZone::utc());
    QVERIFY(!wrong);
    QVERIFY(wrong.error().message().startsWith(file));
    QVERIFY(wrong.error().message().contains(QLatin1String("line 2")));
}

void tst_ColumnTable::storeKeepsEverything()
{
    const auto store = SqliteStore::openOrCreate(m_folder.filePath(QStringLiteral("a.city")), {});
    VERIFY_OK(store);
    const auto data = read(kPeople);
    VERIFY_OK(data);
    VERIFY_OK(storeImported(**store, *data));
    const auto infos = (*store)->tables();
    VERIFY_OK(infos);
    QCOMPARE(infos->size(), 1U);
    QCOMPARE(infos->front().columns, data->table->info.columns);
    const auto table = (*store)->table(QStringLiteral("people"));
    VERIFY_OK(table);
    QCOMPARE((*table)->info.rows, 4);
    QCOMPARE((*table)->cells.size(), data->table->cells.size());
    for (std::size_t c = 0; c < (*table)->cells.size(); ++c) {
        for (std::size_t r = 0; r < (*table)->cells[c].size(); ++r) {
            const double kept = (*table)->cells[c][r];
            const double given = data->table->cells[c][r];
            QVERIFY(kept == given || (std::isnan(kept) && std::isnan(given)));
        }
    }
    // Once more replaces it as a whole.
    VERIFY_OK(storeImported(**store, *read("age\n1\n2\n")));
    QCOMPARE((*(*store)->tables()).front().columns.size(), 1U);
    VERIFY_OK((*store)->removeTable(QStringLiteral("people")));
    QVERIFY((*(*store)->tables()).empty());
}

void tst_ColumnTable::namesAreShared()
{
    const auto store = SqliteStore::openOrCreate(m_folder.filePath(QStringLiteral("b.city")), {});
    VERIFY_OK(store);
    VERIFY_OK(storeImported(**store, *read(kPeople)));
    ImportOptions options;
    options.dataset = QStringLiteral("people");
    const auto series =
        readFiles({write("time,s1,s2\n2024-01-01 00:00,1,2\n2024-01-01 00:05,3,4\n")}, options);
    VERIFY_OK(series);
    const auto stored = storeImported(**store, *series);
    QVERIFY(!stored);
    QCOMPARE(stored.error().code, Errc::Usage);

    options.dataset = QStringLiteral("series");
    VERIFY_OK(storeImported(**store,
        *readFiles({write("time,s1,s2\n2024-01-01 00:00,1,2\n2024-01-01 00:05,3,4\n")}, options)));
    ColumnTable table = *read(kPeople)->table;
    table.info.name = QStringLiteral("series");
    QCOMPARE((*store)->writeTable(table).error().code, Errc::Usage);
    table.info.name = QStringLiteral("short");
    table.cells[1].pop_back();
    QCOMPARE((*store)->writeTable(table).error().code, Errc::Shape);
}

void tst_ColumnTable::unknownNames()
{
    const auto store = SqliteStore::openOrCreate(m_folder.filePath(QStringLiteral("c.city")), {});
    VERIFY_OK(store);
    QVERIFY((*store)
                ->table(QStringLiteral("x"))
                .error()
                .message()
                .contains(QLatin1String("table-csv")));
    VERIFY_OK(storeImported(**store, *read(kPeople)));
    const auto unknown = (*store)->table(QStringLiteral("x"));
    QCOMPARE(unknown.error().code, Errc::NotFound);
    QVERIFY(unknown.error().message().contains(QLatin1String("people")));
    const auto column = (*(*store)->tables()).front().column(QStringLiteral("wage"));
    QVERIFY(column.error().message().contains(QLatin1String("joined")));
}

QTEST_GUILESS_MAIN(tst_ColumnTable)
#include "tst_column_table.moc"
