// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/store/stored_history.h"

#include "data/store/holiday_documents.h"
#include "data/store/sqlite_store.h"
#include "support/verify_ok.h"

#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;

class tst_StoredHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void holidaysAreKeptByDay();
    void refusesADayThatIsNone();
    void readsTheRangeWithItsHolidays();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<Store> m_store;
};

void tst_StoredHistory::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto created = SqliteStore::openOrCreate(m_folder->filePath(QStringLiteral("c.city")), {});
    VERIFY_OK(created);
    m_store = std::move(*created);
}

void tst_StoredHistory::holidaysAreKeptByDay()
{
    const Holiday columbus{15615, QStringLiteral("Columbus Day")}; // 2012-10-02
    const Holiday before{-1, QStringLiteral("New Year's Eve")};
    VERIFY_OK(holidaysOf(*m_store));
    QVERIFY(holidaysOf(*m_store)->empty());
    VERIFY_OK(writeHolidays(*m_store, {columbus, {0, QStringLiteral("New Year")}}));
    VERIFY_OK(writeHolidays(*m_store, {before, {0, QStringLiteral("New Year's Day")}}));
    const auto holidays = holidaysOf(*m_store);
    VERIFY_OK(holidays);
    QCOMPARE(
        *holidays, (std::vector<Holiday>{before, {0, QStringLiteral("New Year's Day")}, columbus}));
    const auto documents = m_store->documents(QStringLiteral("holiday"));
    VERIFY_OK(documents);
    QCOMPARE(documents->front().id, QStringLiteral("2012-10-02"));
}

void tst_StoredHistory::refusesADayThatIsNone()
{
    VERIFY_OK(m_store->writeDocuments(
        QStringLiteral("holiday"), {{QStringLiteral("Christmas"), QJsonObject()}}));
    const auto holidays = holidaysOf(*m_store);
    QVERIFY(!holidays.has_value());
    QCOMPARE(holidays.error().code, Errc::Schema);
}

void tst_StoredHistory::readsTheRangeWithItsHolidays()
{
    Dataset d;
    d.name = QStringLiteral("d");
    d.sites.resize(2);
    d.sites[0].code = QStringLiteral("a");
    d.sites[1].code = QStringLiteral("b");
    d.ties = {{SiteId(0), SiteId(1), 5.0F}};
    Series s({0, kMsPerHour, 48}, 2, {{QStringLiteral("flow"), {}}, {QStringLiteral("rain"), {}}});
    for (std::size_t i = 0; i < s.values.size(); ++i) {
        s.values[i] = static_cast<float>(i);
        s.quality[i] = Quality::Good;
    }
    VERIFY_OK(m_store->writeSeries(d, s));
    VERIFY_OK(writeHolidays(*m_store, {{1, QStringLiteral("Second day")}}));
    const auto stored = m_store->dataset(d.name);
    VERIFY_OK(stored);

    const auto history = storedHistory(*m_store, *stored, QStringLiteral("rain"),
        {QStringLiteral("b")}, {20 * kMsPerHour, 30 * kMsPerHour});
    VERIFY_OK(history);
    const ChannelHistory &h = **history;
    QCOMPARE(h.axis.start, 20 * kMsPerHour);
    QCOMPARE(h.axis.count, 10);
    QCOMPARE(h.row(0)[0], 20.0F * 4 + 3); // [step, site, channel] of the series
    QCOMPARE(h.companions.size(), std::size_t(1));
    QCOMPARE(h.companions[0]->row(0)[0], 20.0F * 4 + 2);
    QVERIFY(h.ties.empty());
    QVERIFY(!h.isHoliday(3) && h.isHoliday(4));

    const auto unknown = storedHistory(*m_store, *stored, QStringLiteral("snow"));
    QVERIFY(!unknown.has_value());
    QCOMPARE(unknown.error().code, Errc::NotFound);
}

QTEST_GUILESS_MAIN(tst_StoredHistory)
#include "tst_stored_history.moc"
