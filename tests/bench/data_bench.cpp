// SPDX-License-Identifier: GPL-3.0-or-later
// Values a second into and out of the store, and out of CSV files. Usage: bench_data [test]
#include "base/random.h"
#include "data/readers/import_files.h"
#include "data/store/sqlite_store.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <ctime>

using namespace belvedere;

namespace {

/// Wall and processor time from its making to report().
class Stopwatch
{
public:
    Stopwatch()
        : m_cpu(std::clock())
    {
        m_wall.start();
    }
    void report(const char *what, double values, const char *more = "") const
    {
        const double wall = double(m_wall.nsecsElapsed()) * 1e-9;
        const double cpu = double(std::clock() - m_cpu) / CLOCKS_PER_SEC;
        qInfo("%s: %.1f million values in %.2f s (processor %.2f s): %.1f million a second%s", what,
            values * 1e-6, wall, cpu, values / wall * 1e-6, more);
    }

private:
    QElapsedTimer m_wall;
    std::clock_t m_cpu;
};

/// Daily shape, noise, an eighth of a unit of resolution, a tenth missing: as loops report.
Series trafficLike(int steps, int sites)
{
    Series series({1330560000000, 5 * kMsPerMinute, steps}, sites,
        {{QStringLiteral("speed"), QStringLiteral("km/h")}});
    Random random(1);
    for (int step = 0; step < steps; ++step) {
        const double day = std::sin(double(step % 288) / 288.0 * 6.28);
        for (int site = 0; site < sites; ++site) {
            if (random.uniform() > 0.1)
                series.set(step, SiteId(site), 0,
                    float(std::round(random.normal(60.0 - 15.0 * day, 5.0) * 8.0) / 8.0));
        }
    }
    return series;
}

} // namespace

class DataBench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void store()
    {
        const QTemporaryDir dir;
        const auto city = SqliteStore::openOrCreate(dir.filePath(QStringLiteral("a.city")), {});
        QVERIFY(city.has_value());
        const Series series = trafficLike(34272, 207);
        Dataset dataset;
        dataset.name = QStringLiteral("bench");
        for (int site = 0; site < series.siteCount; ++site) {
            dataset.sites.emplace_back();
            dataset.sites.back().code = QString::number(site);
        }
        const auto values = double(series.size());
        const Stopwatch write;
        QVERIFY((*city)->writeSeries(dataset, series).has_value());
        write.report("write", values);
        const Stopwatch again;
        QVERIFY((*city)->writeSeries(dataset, series).has_value());
        again.report("write the same again", values);
        const Stopwatch read;
        QVERIFY((*city)->series(dataset.name).has_value());
        read.report("read", values);
        const qint64 bytes = QFile(dir.filePath(QStringLiteral("a.city/city.sqlite"))).size();
        qInfo("on disk: %.2f bytes a value", double(bytes) / values);
        liveStep(**city, dataset, series);
    }

    void csv_data()
    {
        QTest::addColumn<QStringList>("files");
        const QString root = qEnvironmentVariable(
            "BELVEDERE_DATA", QStringLiteral(BELVEDERE_SOURCE_DIR "/../shared/data"));
        const auto at = [&](const char *path) {
            return QDir(root).filePath(QString::fromLatin1(path));
        };
        QTest::newRow("metr_la_20") << QStringList{at("traffic/metr_la_20/speed_mph_5min.csv")};
        QTest::newRow("metr_la_week") << QStringList{at("traffic/metr_la_week/speed_mph_5min.csv")};
        QTest::newRow("aarhus") << QStringList{at("traffic/aarhus/vehicle_count_5min.csv"),
            at("traffic/aarhus/avg_speed_kmh_5min.csv"), at("traffic/aarhus/links.csv")};
    }

    void csv()
    {
        QFETCH(const QStringList, files);
        if (!QFile::exists(files.front()))
            QSKIP("The data set is not here.");
        qint64 longest = 0;
        QElapsedTimer between;
        TaskContext context;
        context.cancelled = [&] {
            if (between.isValid())
                longest = std::max(longest, between.nsecsElapsed());
            between.start();
            return false;
        };
        const Stopwatch watch;
        const auto data = readFiles(files, {}, context);
        QVERIFY(data.has_value());
        watch.report("read csv", double(data->series.size()));
        qInfo("longest time between looks at cancel: %.1f ms", double(longest) * 1e-6);
    }

private:
    /// One step of all sites, as a live feed writes it.
    static void liveStep(Store &city, const Dataset &dataset, const Series &series)
    {
        constexpr int kSteps = 20;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < kSteps; ++i) {
            Series step({series.axis.at(series.axis.count + i), series.axis.stepMs, 1},
                series.siteCount, series.channels);
            for (int site = 0; site < series.siteCount; ++site)
                step.set(0, SiteId(site), 0, 50.0F);
            QVERIFY(city.writeSeries(dataset, step).has_value());
        }
        qInfo("one live step of %d sites: %.1f ms", series.siteCount,
            double(timer.nsecsElapsed()) * 1e-6 / kSteps);
    }
};

QTEST_GUILESS_MAIN(DataBench)
#include "data_bench.moc"
