// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/baseline_deployment.h"
#include "registry/deployed_forecaster.h"

#include "data/store/sqlite_store.h"
#include "models/baseline/last_value_forecaster.h"
#include "models/baseline/seasonal_forecaster.h"
#include "support/memory_store.h"

#include <QTemporaryDir>
#include <QTest>
#include <QtConcurrentRun>

#include <bit>

using namespace belvedere;

/// The baselines without torch.
class BaselineFactory : public ForecasterFactory
{
public:
    [[nodiscard]] std::vector<Kind> kinds() const override
    {
        return {{QStringLiteral("last-value"), "", "", true, {}},
            {QStringLiteral("seasonal"), "", "", true, {}}};
    }
    [[nodiscard]] Result<std::unique_ptr<TrainableForecaster>> create(
        const ModelSpec &spec) const override
    {
        if (spec.kind == QLatin1String("seasonal"))
            return std::make_unique<SeasonalForecaster>(spec);
        return std::make_unique<LastValueForecaster>(spec);
    }
    [[nodiscard]] Result<std::unique_ptr<Forecaster>> load(const ModelState &state) const override
    {
        if (state.spec.kind == QLatin1String("seasonal"))
            return SeasonalForecaster::load(state);
        return LastValueForecaster::load(state);
    }
};

/// A store that counts how many steps were read.
class CountingStore : public test::MemoryStore
{
public:
    using MemoryStore::MemoryStore;
    mutable std::atomic<int> stepsRead = 0;

    [[nodiscard]] Result<std::shared_ptr<const Series>> series(
        const QString &dataset, TimeRange range = {}) const override
    {
        auto series = MemoryStore::series(dataset, range);
        if (series)
            stepsRead += (*series)->axis.count;
        return series;
    }
};

/// A week and a half of hourly speeds at three sites, each with a model live.
struct City
{
    QTemporaryDir folder;
    std::shared_ptr<CountingStore> store = std::make_shared<CountingStore>(folder.path());
    BaselineFactory factory;
    Dataset dataset;
    Series series{{kMonday, kMsPerHour, 240}, 3,
        {{QStringLiteral("flow"), QStringLiteral("veh/h")},
            {QStringLiteral("speed"), QStringLiteral("km/h")}}};

    static constexpr UtcMs kMonday = 1'699'833'600'000; // 2023-11-13T00:00Z

    City()
    {
        dataset.name = QStringLiteral("traffic");
        for (const char *code : {"a", "b", "c"})
            dataset.sites.push_back({QString::fromLatin1(code), {}, {}, {}, {}});
        for (int step = 0; step < series.axis.count; ++step) {
            for (int site = 0; site < 3; ++site) {
                series.set(step, SiteId(site), 0, 1000.0F);
                series.set(step, SiteId(site), 1, static_cast<float>(100 * site + step % 24));
            }
        }
        write();
    }
    void write() { QVERIFY(store->writeSeries(dataset, series)); }

    Result<ModelVersion> train(const char *kind)
    {
        TrainSpec spec;
        spec.dataset = dataset.name;
        spec.channel = QStringLiteral("speed");
        spec.model = QString::fromLatin1(kind);
        BV_TRY(const auto history, channelHistory(dataset, series, spec.channel));
        BV_TRY(TrainOutcome outcome, trainForecaster(spec, {history}, factory));
        BV_TRY(const RunRecord run, RunArchive(store).add(std::move(outcome)));
        return Registry(store).deploy(run.id);
    }
    [[nodiscard]] Result<std::shared_ptr<const DeployedForecaster>> load() const
    {
        return DeployedForecaster::load(store, factory, QStringLiteral("traffic-speed"));
    }
};

class tst_DeployedForecaster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forecastsAfterTheLastStep();
    void neverLooksPastItsTime_data();
    void neverLooksPastItsTime();
    void timesWithinAStep();
    void timesOutsideTheData_data();
    void timesOutsideTheData();
    void readsOnlyItsWindow();
    void sitesInAnotherOrder();
    void lostSite();
    void otherStepOrUnit();
    void datasetGone();
    void unknownModel();
    void manyThreads();
    void baselineOnce();
    void onDisk();
};

static bool sameBits(const QuantileForecast &a, const QuantileForecast &b)
{
    return a.issued == b.issued && a.values.size() == b.values.size()
        && std::equal(a.values.begin(), a.values.end(), b.values.begin(), [](float x, float y) {
               return std::bit_cast<std::uint32_t>(x) == std::bit_cast<std::uint32_t>(y);
           });
}

void tst_DeployedForecaster::forecastsAfterTheLastStep()
{
    City city;
    const Result<ModelVersion> version = city.train("last-value");
    QVERIFY2(version, version ? "" : qPrintable(version.error().message()));
    const auto model = city.load();
    QVERIFY(model);
    QCOMPARE((*model)->version().id(), version->id());
    QCOMPARE((*model)->spec().kind, QStringLiteral("last-value"));
    const Result<QuantileForecast> forecast = (*model)->forecast();
    QVERIFY(forecast);
    QCOMPARE(forecast->issued, city.series.axis.last());
    QCOMPARE(forecast->timeOf(0), city.series.axis.last() + kMsPerHour);
    QCOMPARE(forecast->channel.key, QStringLiteral("speed"));
    QCOMPARE(forecast->siteCodes.size(), std::size_t{3});
    QCOMPARE(forecast->values.size(), 12 * 3 * forecast->shape.quantiles.size());
    for (int site = 0; site < 3; ++site)
        QCOMPARE(forecast->at(5, SiteId(site), forecast->shape.medianIndex()),
            static_cast<float>(100 * site + 239 % 24));
}

void tst_DeployedForecaster::neverLooksPastItsTime_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("lastValue") << QByteArrayLiteral("last-value");
    QTest::newRow("seasonal") << QByteArrayLiteral("seasonal");
}

// Blank the future, then fill it with nonsense: the answer stays the same to the bit.
void tst_DeployedForecaster::neverLooksPastItsTime()
{
    QFETCH(const QByteArray, kind);
    City city;
    QVERIFY(city.train(kind.constData()));
    const auto model = city.load();
    QVERIFY(model);
    const UtcMs at = city.series.axis.at(100) + 17 * kMsPerMinute;
    const Result<QuantileForecast> before = (*model)->forecast(at);
    QVERIFY(before);
    QCOMPARE(before->issued, city.series.axis.at(100));
    for (const float future : {kMissing, -1e6F}) {
        for (int step = 101; step < city.series.axis.count; ++step) {
            for (int site = 0; site < 3; ++site)
                city.series.set(step, SiteId(site), 1, future);
        }
        city.write();
        const Result<QuantileForecast> after = (*model)->forecast(at);
        QVERIFY(after);
        QVERIFY(sameBits(*before, *after));
    }
    if (kind == "seasonal") // goes by the calendar alone
        return;
    for (int site = 0; site < 3; ++site)
        city.series.set(100, SiteId(site), 1, 77.0F);
    city.write();
    QVERIFY(!sameBits(*before, *(*model)->forecast(at))); // but it does look at its own step
}

void tst_DeployedForecaster::timesWithinAStep()
{
    City city;
    QVERIFY(city.train("last-value"));
    const auto model = city.load();
    QVERIFY(model);
    const UtcMs step = city.series.axis.at(50);
    QCOMPARE((*model)->forecast(step)->issued, step);
    QCOMPARE((*model)->forecast(step + kMsPerHour - 1)->issued, step);
    QCOMPARE((*model)->forecast(step - 1)->issued, step - kMsPerHour);
}

void tst_DeployedForecaster::timesOutsideTheData_data()
{
    QTest::addColumn<int>("step");
    QTest::addColumn<bool>("answers");
    QTest::newRow("firstWindow") << 11 << true;
    QTest::newRow("beforeTheFirstWindow") << 10 << false;
    QTest::newRow("beforeTheData") << -500 << false;
    QTest::newRow("clockAheadOfTheData") << 242 << true;
    QTest::newRow("lastStepOfTheHorizon") << 251 << true;
    QTest::newRow("pastTheHorizon") << 252 << false;
}

void tst_DeployedForecaster::timesOutsideTheData()
{
    QFETCH(const int, step);
    QFETCH(const bool, answers);
    City city;
    QVERIFY(city.train("last-value"));
    const auto model = city.load();
    QVERIFY(model);
    const Result<QuantileForecast> forecast = (*model)->forecast(city.series.axis.at(step));
    QCOMPARE(forecast.has_value(), answers);
    if (answers)
        QCOMPARE(forecast->issued, city.series.axis.at(std::min(step, 239)));
    else
        QCOMPARE(forecast.error().code, Errc::Usage);
}

void tst_DeployedForecaster::readsOnlyItsWindow()
{
    City city;
    QVERIFY(city.train("last-value"));
    const auto model = city.load();
    QVERIFY(model);
    city.store->stepsRead = 0;
    QVERIFY((*model)->forecast());
    QCOMPARE(city.store->stepsRead.load(), 12);
}

// A site comes in first place, another is renamed for people: codes decide.
void tst_DeployedForecaster::sitesInAnotherOrder()
{
    City city;
    QVERIFY(city.train("last-value"));
    const auto model = city.load();
    QVERIFY(model);
    const Result<QuantileForecast> before = (*model)->forecast();
    city.dataset.sites = {{QStringLiteral("new"), {}, {}, {}, {}}, city.dataset.sites[2],
        city.dataset.sites[1], city.dataset.sites[0]};
    Series wider({City::kMonday, kMsPerHour, 240}, 4, city.series.channels);
    for (int step = 0; step < 240; ++step) {
        wider.set(step, SiteId(0), 1, 5.0F);
        for (int site = 0; site < 3; ++site)
            wider.set(step, SiteId(3 - site), 1, city.series.value(step, SiteId(site), 1));
    }
    city.series = wider;
    city.write();
    const Result<QuantileForecast> after = (*model)->forecast();
    QVERIFY(after);
    QVERIFY(sameBits(*before, *after));
    QVERIFY(after->siteCodes == before->siteCodes);
}

void tst_DeployedForecaster::lostSite()
{
    City city;
    QVERIFY(city.train("last-value"));
    const auto model = city.load();
    QVERIFY(model);
    city.dataset.sites[1].code = QStringLiteral("renamed");
    city.write();
    const Result<QuantileForecast> forecast = (*model)->forecast();
    QVERIFY(!forecast);
    QCOMPARE(forecast.error().code, Errc::Shape);
    QVERIFY(forecast.error().args.contains(QStringLiteral("b")));
}

void tst_DeployedForecaster::otherStepOrUnit()
{
    City city;
    QVERIFY(city.train("last-value"));
    const auto model = city.load();
    QVERIFY(model);
    const Series good = city.series;
    city.series.axis.stepMs = kMsPerMinute;
    city.write();
    QCOMPARE((*model)->forecast().error().code, Errc::Shape);
    city.series = good;
    city.series.channels[1].unit = QStringLiteral("mph");
    city.write();
    QCOMPARE((*model)->forecast().error().code, Errc::Shape);
    city.series.channels[1].key = QStringLiteral("pace");
    city.write();
    QCOMPARE((*model)->forecast().error().code, Errc::NotFound);
    city.series = Series({City::kMonday, kMsPerHour, 5}, 3, good.channels);
    city.write();
    QCOMPARE((*model)->forecast().error().code, Errc::Shape); // shorter than the history
}

void tst_DeployedForecaster::datasetGone()
{
    City city;
    QVERIFY(city.train("last-value"));
    const auto model = city.load();
    QVERIFY(model);
    QVERIFY(city.store->removeDataset(QStringLiteral("traffic")));
    QCOMPARE((*model)->forecast().error().code, Errc::NotFound);
}

void tst_DeployedForecaster::unknownModel()
{
    const City city;
    QCOMPARE(city.load().error().code, Errc::NotFound);
}

void tst_DeployedForecaster::manyThreads()
{
    City city;
    QVERIFY(city.train("seasonal"));
    const auto model = city.load();
    QVERIFY(model);
    const Result<QuantileForecast> expected = (*model)->forecast();
    QVERIFY(expected);
    QThreadPool pool;
    pool.setMaxThreadCount(4);
    std::vector<QFuture<bool>> asking;
    for (int i = 0; i < 32; ++i) {
        asking.push_back(QtConcurrent::run(&pool, [shared = *model, &expected] {
            const Result<QuantileForecast> forecast = shared->forecast();
            return forecast && sameBits(*forecast, *expected);
        }));
    }
    for (QFuture<bool> &same : asking)
        QVERIFY(same.result());
}

void tst_DeployedForecaster::baselineOnce()
{
    City city;
    const auto deploy = [&city] {
        return deployBaseline(
            city.store, city.factory, QStringLiteral("traffic"), QStringLiteral("speed"));
    };
    const Result<ModelVersion> first = deploy();
    QVERIFY(first);
    QCOMPARE(first->kind, QStringLiteral("seasonal"));
    QCOMPARE(first->stage, ModelStage::Live);
    QCOMPARE(deploy()->id(), first->id());
    QCOMPARE(RunArchive(city.store).runs()->size(), std::size_t{1});
}

// The same on the real store, and after closing it: the answer is that of the one in memory.
void tst_DeployedForecaster::onDisk()
{
    City city;
    QVERIFY(city.train("last-value"));
    const UtcMs at = city.series.axis.at(77);
    const Result<QuantileForecast> expected = (*city.load())->forecast(at);
    QVERIFY(expected);

    QTemporaryDir folder;
    const auto version = [&]() -> Result<ModelVersion> {
        BV_TRY(const auto store, SqliteStore::openOrCreate(folder.path(), CityInfo()));
        BV_TRY(const SeriesWritten written, store->writeSeries(city.dataset, city.series));
        if (written.added == 0)
            return failure(Errc::Internal, "Nothing written.");
        TrainSpec spec;
        spec.model = QStringLiteral("last-value");
        BV_TRY(const auto stored, store->series(QStringLiteral("traffic")));
        BV_TRY(const auto history, channelHistory(city.dataset, *stored, QStringLiteral("speed")));
        BV_TRY(TrainOutcome outcome, trainForecaster(spec, {history}, city.factory));
        BV_TRY(const RunRecord run, RunArchive(store).add(std::move(outcome)));
        return Registry(store).deploy(run.id);
    }();
    QVERIFY2(version, version ? "" : qPrintable(version.error().message()));

    const Result<std::shared_ptr<Store>> reopened = SqliteStore::open(folder.path());
    QVERIFY(reopened);
    QCOMPARE(RunArchive(*reopened).runs()->size(), std::size_t{1});
    const auto model = DeployedForecaster::load(*reopened, city.factory, version->id());
    QVERIFY(model);
    const Result<QuantileForecast> forecast = (*model)->forecast(at);
    QVERIFY2(forecast, forecast ? "" : qPrintable(forecast.error().message()));
    QVERIFY(sameBits(*forecast, *expected));
    const Result<QuantileForecast> newest = (*model)->forecast();
    QVERIFY(newest);
    QCOMPARE(newest->issued, city.series.axis.last());
}

QTEST_GUILESS_MAIN(tst_DeployedForecaster)
#include "tst_deployed_forecaster.moc"
