// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/stored_town.h"
#include "training/run_tools.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;

class tst_RunTools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void analysisIsKept();
    void analysisOfAnOlderRun();
    void analysisOfChangedData();
    void damagedAnalysis();
    void orphanedAnalysisGoes();
    void partsShareAGroup();
    void failedWriteLeavesNoPart();
    void compares();
    void comparesOnCommonWindowsOnly();
    void refusesOtherData();

private:
    QString train(int epochs, double rate = 0.05, SplitShares split = {});
    QStringList files() const;

    std::unique_ptr<QTemporaryDir> m_city;
    std::shared_ptr<test::MemoryStore> m_store;
    std::shared_ptr<ChannelHistory> m_history;
    test::LearningFactory m_factory;
};

void tst_RunTools::init()
{
    m_factory = {};
    m_city = std::make_unique<QTemporaryDir>();
    m_store = std::make_shared<test::MemoryStore>(m_city->path());
    m_history = test::noiseHistory(QStringLiteral("town"), 4000);
    QVERIFY(test::storeHistory(*m_store, *m_history));
}

QString tst_RunTools::train(int epochs, double rate, SplitShares split)
{
    TrainSpec spec;
    spec.model = QStringLiteral("learning");
    spec.epochs = epochs;
    spec.split = split;
    spec.options[QStringLiteral("learningRate")] = rate;
    auto outcome = trainForecaster(spec, {m_history}, m_factory);
    if (!outcome)
        return outcome.error().message();
    const auto run = RunArchive(m_store).add(std::move(*outcome));
    return run ? run->id : run.error().message();
}

QStringList tst_RunTools::files() const
{
    return QDir(m_city->filePath(QStringLiteral("models"))).entryList(QDir::Files);
}

void tst_RunTools::analysisIsKept()
{
    const QString id = train(3);
    QCOMPARE(files(),
        (QStringList{id + QLatin1String(".analysis.json"), id + QLatin1String(".safetensors")}));
    const RunArchive archive(m_store);
    const auto kept = archive.analysis(id);
    QVERIFY(kept && *kept);
    QCOMPARE((*kept)->metrics.toJson(), archive.run(id)->test.toJson());
    int forecasts = 0;
    m_factory.onLoad = [&forecasts] { ++forecasts; };
    QVERIFY(analyseRun(m_store, m_factory, id));
    QCOMPARE(forecasts, 0); // nothing needs to be forecast again
    QCOMPARE(archive.analysis(QStringLiteral("r0009-x")).error().code, Errc::NotFound);
}

void tst_RunTools::analysisOfAnOlderRun()
{
    const QString id = train(3);
    const RunArchive archive(m_store);
    const QJsonObject wanted = (*archive.analysis(id))->toJson();
    QVERIFY(QFile::remove(
        m_city->filePath(QLatin1String("models/") + id + QLatin1String(".analysis.json"))));
    QVERIFY(archive.analysis(id) && !*archive.analysis(id));
    const auto made = analyseRun(m_store, m_factory, id);
    QVERIFY2(made, made ? "" : qPrintable(made.error().message()));
    QCOMPARE(made->toJson(), wanted);
    QVERIFY(*archive.analysis(id)); // and is kept now
}

void tst_RunTools::analysisOfChangedData()
{
    const QString id = train(3);
    QVERIFY(QFile::remove(
        m_city->filePath(QLatin1String("models/") + id + QLatin1String(".analysis.json"))));
    const auto longer = test::noiseHistory(QStringLiteral("town"), 4100);
    QVERIFY(test::storeHistory(*m_store, *longer));
    const auto made = analyseRun(m_store, m_factory, id);
    QVERIFY(!made);
    QCOMPARE(made.error().code, Errc::Usage);
    QVERIFY(!*RunArchive(m_store).analysis(id));
}

void tst_RunTools::damagedAnalysis()
{
    const QString id = train(3);
    QFile file(m_city->filePath(QLatin1String("models/") + id + QLatin1String(".analysis.json")));
    QVERIFY(file.resize(file.size() / 2));
    const auto read = RunArchive(m_store).analysis(id);
    QVERIFY(!read);
    QVERIFY(read.error().message().contains(file.fileName()));
}

void tst_RunTools::orphanedAnalysisGoes()
{
    const QString first = train(1);
    QFile orphan(m_city->filePath(QStringLiteral("models/r0009-learning.analysis.json")));
    QVERIFY(orphan.open(QIODevice::WriteOnly));
    orphan.close();
    const QString second = train(1);
    QVERIFY(!orphan.exists());
    QCOMPARE(files().size(), 4);
}

void tst_RunTools::partsShareAGroup()
{
    TrainSpec spec;
    spec.model = QStringLiteral("learning");
    spec.epochs = 2;
    spec.partners = {{QStringLiteral("village"), {}}, {QStringLiteral("farm"), {}}};
    TrainInputs inputs{m_history};
    inputs.partners = {test::noiseHistory(QStringLiteral("village"), 700),
        test::noiseHistory(QStringLiteral("farm"), 800)};
    auto outcome = trainForecaster(spec, inputs, m_factory);
    QVERIFY(outcome);
    RunArchive archive(m_store);
    const auto main = archive.add(std::move(*outcome));
    QVERIFY(main);
    QCOMPARE(main->id, QStringLiteral("r0001-learning"));
    const auto runs = archive.runs();
    QVERIFY(runs);
    QCOMPARE(runs->size(), std::size_t{3});
    QStringList datasets;
    for (const RunRecord &run : *runs) {
        QCOMPARE(run.group, main->id);
        QVERIFY(archive.model(run.id));
        QCOMPARE(archive.model(run.id)->spec.dataset, run.spec.dataset);
        QVERIFY(*archive.analysis(run.id));
        datasets += run.spec.dataset;
    }
    QCOMPARE(datasets,
        (QStringList{QStringLiteral("farm"), QStringLiteral("village"), QStringLiteral("town")}));
    QVERIFY(archive.run(train(1))->group.isEmpty()); // alone
}

void tst_RunTools::failedWriteLeavesNoPart()
{
    TrainSpec spec;
    spec.model = QStringLiteral("learning");
    spec.epochs = 1;
    spec.partners = {{QStringLiteral("village"), {}}};
    TrainInputs inputs{m_history};
    inputs.partners = {test::noiseHistory(QStringLiteral("village"), 700)};
    auto outcome = trainForecaster(spec, inputs, m_factory);
    QVERIFY(outcome);
    m_store->beforeDocuments = [](const QString &) -> Result<> {
        return failure(Errc::Io, "The disk is full.");
    };
    QVERIFY(!RunArchive(m_store).add(std::move(*outcome)));
    QVERIFY(files().isEmpty());
    QVERIFY(RunArchive(m_store).runs()->empty());
}

void tst_RunTools::compares()
{
    const QString weak = train(1, 1e-6);
    const QString good = train(20);
    const auto result = compareRuns(m_store, m_factory, good, weak);
    QVERIFY2(result, result ? "" : qPrintable(result.error().message()));
    const RunArchive archive(m_store);
    QCOMPARE(result->rival, weak);
    QVERIFY(std::abs(result->mae - archive.run(good)->test.all.mae) < 1e-6);
    QVERIFY(std::abs(result->rivalMae - archive.run(weak)->test.all.mae) < 1e-6);
    QVERIFY(result->upper < 0.0);
    const auto same = compareRuns(m_store, m_factory, good, good);
    QVERIFY(same);
    QCOMPARE(same->difference, 0.0);
    QCOMPARE(same->pValue, 1.0);
}

// 3 977 windows: 20 % are 795, 30 % are 1 193; both have the last 795.
void tst_RunTools::comparesOnCommonWindowsOnly()
{
    const QString shorter = train(1);
    const QString longer = train(1, 0.05, {0.6, 0.1, 0.3});
    const auto result = compareRuns(m_store, m_factory, longer, shorter);
    QVERIFY(result);
    QCOMPARE(result->observed, qint64{795 * 12 * 2});
}

void tst_RunTools::refusesOtherData()
{
    const QString town = train(1);
    m_history = test::noiseHistory(QStringLiteral("village"), 4000);
    QVERIFY(test::storeHistory(*m_store, *m_history));
    const QString village = train(1);
    const auto result = compareRuns(m_store, m_factory, town, village);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Usage);
    QCOMPARE(compareRuns(m_store, m_factory, town, QStringLiteral("r0009-x")).error().code,
        Errc::NotFound);
}

QTEST_GUILESS_MAIN(tst_RunTools)
#include "tst_run_tools.moc"
