// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "data/store/sqlite_store.h"
#include "support/verify_ok.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace belvedere;

namespace {

constexpr UtcMs kStart = 1330588800000; // 2012-03-01T08:00:00Z

std::vector<Site> sitesNamed(const QStringList &codes)
{
    std::vector<Site> sites;
    for (const QString &code : codes) {
        sites.emplace_back();
        sites.back().code = code;
    }
    return sites;
}

Dataset datasetOf(const QStringList &sites)
{
    Dataset dataset;
    dataset.name = QStringLiteral("speeds");
    dataset.domain = QStringLiteral("traffic");
    dataset.source = QStringLiteral("a test");
    dataset.sites = sitesNamed(sites);
    return dataset;
}

const Channel kSpeed{QStringLiteral("speed"), QStringLiteral("km/h")};
const Channel kFlow{QStringLiteral("flow"), QStringLiteral("veh/h")};

/// One channel; a row for each step, a number for each site, "_" = missing.
Series seriesOf(const QStringList &rows, UtcMs start = kStart, const Channel &channel = kSpeed,
    UtcMs stepMs = 5 * kMsPerMinute)
{
    const int sites = static_cast<int>(rows.value(0).split(QLatin1Char(' ')).size());
    Series series({start, stepMs, static_cast<int>(rows.size())}, sites, {channel});
    for (int step = 0; step < series.axis.count; ++step) {
        const QStringList cells = rows[step].split(QLatin1Char(' '));
        for (int site = 0; site < sites; ++site) {
            if (cells[site] != QLatin1String("_"))
                series.set(step, SiteId(site), 0, cells[site].toFloat());
        }
    }
    return series;
}

/// The same back: channels separated by '/'.
QStringList textOf(const Series &series)
{
    QStringList rows;
    for (int step = 0; step < series.axis.count; ++step) {
        QStringList cells;
        for (int site = 0; site < series.siteCount; ++site) {
            QStringList parts;
            for (int c = 0; c < static_cast<int>(series.channels.size()); ++c) {
                const float value = series.value(step, SiteId(site), c);
                parts += std::isnan(value) ? QStringLiteral("_") : QString::number(value);
            }
            cells += parts.join(QLatin1Char('/'));
        }
        rows += cells.join(QLatin1Char(' '));
    }
    return rows;
}

} // namespace

class tst_SqliteStore : public QObject
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

    void merge_data()
    {
        QTest::addColumn<QStringList>("first");
        QTest::addColumn<QStringList>("second");
        QTest::addColumn<int>("shift"); // steps
        QTest::addColumn<QStringList>("expected");
        QTest::addColumn<int>("added");
        QTest::addColumn<int>("replaced");
        using L = QStringList;
        const auto s = [](const char *t) { return QString::fromLatin1(t); };
        QTest::newRow("same again") << L{s("1 2"), s("3 _")} << L{s("1 2"), s("3 _")} << 0
                                    << L{s("1 2"), s("3 _")} << 0 << 0;
        QTest::newRow("present replaces")
            << L{s("1 2")} << L{s("5 2")} << 0 << L{s("5 2")} << 0 << 1;
        QTest::newRow("missing never replaces")
            << L{s("1 2")} << L{s("_ _")} << 0 << L{s("1 2")} << 0 << 0;
        QTest::newRow("fills a hole") << L{s("1 _")} << L{s("_ 2")} << 0 << L{s("1 2")} << 1 << 0;
        QTest::newRow("grows forward")
            << L{s("1 2")} << L{s("3 4")} << 2 << L{s("1 2"), s("_ _"), s("3 4")} << 2 << 0;
        QTest::newRow("grows backward")
            << L{s("1 2")} << L{s("3 4")} << -1 << L{s("3 4"), s("1 2")} << 2 << 0;
        QTest::newRow("zero is a value")
            << L{s("0 1")} << L{s("1 0")} << 0 << L{s("1 0")} << 0 << 2;
    }
    void merge()
    {
        QFETCH(const QStringList, first);
        QFETCH(const QStringList, second);
        QFETCH(const int, shift);
        const Dataset dataset = datasetOf({QStringLiteral("a"), QStringLiteral("b")});
        VERIFY_OK(m_store->writeSeries(dataset, seriesOf(first)));
        const auto written =
            m_store->writeSeries(dataset, seriesOf(second, kStart + shift * 5 * kMsPerMinute));
        VERIFY_OK(written);
        QTEST(int(written->added), "added");
        QTEST(int(written->replaced), "replaced");
        const auto series = m_store->series(dataset.name);
        VERIFY_OK(series);
        QTEST(textOf(**series), "expected");
        const auto stored = m_store->dataset(dataset.name);
        VERIFY_OK(stored);
        QVERIFY(stored->axis == (*series)->axis);
        qsizetype missing = textOf(**series).join(QLatin1Char(' ')).count(QLatin1Char('_'));
        QCOMPARE(stored->missingShare, double(missing) / double((*series)->size()));
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_city;
    std::shared_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(tst_SqliteStore)
#include "tst_sqlite_store.moc"
