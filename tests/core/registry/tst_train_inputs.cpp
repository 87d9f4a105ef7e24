// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/train_inputs.h"

#include "support/stored_town.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;

class tst_TrainInputs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fillsInWhatIsOpen();
    void unknownNames_data();
    void unknownNames();
    void startsFromRunOrModel_data();
    void startsFromRunOrModel();
    void incumbentIsWhatServes();
    void unreadableIncumbent();
    void goesOnWithoutTheStart();

private:
    std::unique_ptr<QTemporaryDir> m_city;
    std::shared_ptr<test::MemoryStore> m_store;
    QString m_run;
};

static TrainSpec specOf()
{
    TrainSpec spec;
    spec.dataset = QStringLiteral("town");
    spec.model = QStringLiteral("learning");
    spec.epochs = 2;
    return spec;
}

void tst_TrainInputs::init()
{
    m_city = std::make_unique<QTemporaryDir>();
    m_store = std::make_shared<test::MemoryStore>(m_city->path());
    for (const char *name : {"town", "village"})
        QVERIFY(test::storeHistory(*m_store, *test::noiseHistory(QString::fromLatin1(name), 600)));
    TrainSpec spec = specOf();
    auto inputs = loadTrainInputs(m_store, spec);
    QVERIFY2(inputs, inputs ? "" : qPrintable(inputs.error().message()));
    QVERIFY(!inputs->incumbent);
    auto outcome = trainForecaster(spec, std::move(*inputs), test::LearningFactory());
    QVERIFY(outcome);
    m_run = RunArchive(m_store).add(std::move(*outcome))->id;
}

void tst_TrainInputs::fillsInWhatIsOpen()
{
    TrainSpec spec = specOf();
    spec.partners = {{QStringLiteral("village"), {}}};
    const auto inputs = loadTrainInputs(m_store, spec);
    QVERIFY(inputs);
    QCOMPARE(spec.channel, QStringLiteral("speed"));
    QCOMPARE(spec.partners[0].channel, QStringLiteral("speed"));
    QCOMPARE(inputs->history->dataset, QStringLiteral("town"));
    QCOMPARE(inputs->partners.size(), std::size_t{1});
    QCOMPARE(inputs->partners[0]->dataset, QStringLiteral("village"));
    QVERIFY(trainForecaster(spec, *inputs, test::LearningFactory()));
}

void tst_TrainInputs::unknownNames_data()
{
    QTest::addColumn<QString>("field");
    for (const char *field : {"dataset", "channel", "partner", "start"})
        QTest::newRow(field) << QString::fromLatin1(field);
}

void tst_TrainInputs::unknownNames()
{
    QFETCH(const QString, field);
    TrainSpec spec = specOf();
    const QString wrong = QStringLiteral("atlantis");
    if (field == QLatin1String("dataset"))
        spec.dataset = wrong;
    else if (field == QLatin1String("channel"))
        spec.channel = wrong;
    else if (field == QLatin1String("partner"))
        spec.partners = {{wrong, {}}};
    else
        spec.startFrom = wrong;
    const auto inputs = loadTrainInputs(m_store, spec);
    QVERIFY(!inputs);
    QCOMPARE(inputs.error().code, Errc::NotFound);
    QVERIFY(inputs.error().message().contains(wrong));
}

void tst_TrainInputs::startsFromRunOrModel_data()
{
    QTest::addColumn<QString>("reference");
    QTest::newRow("run") << QStringLiteral("r0001-learning");
    QTest::newRow("version") << QStringLiteral("town-speed/1");
    QTest::newRow("live model") << QStringLiteral("town-speed");
}

void tst_TrainInputs::startsFromRunOrModel()
{
    QFETCH(const QString, reference);
    QVERIFY(Registry(m_store).deploy(m_run));
    TrainSpec spec = specOf();
    spec.startFrom = reference;
    const auto inputs = loadTrainInputs(m_store, spec);
    QVERIFY2(inputs, inputs ? "" : qPrintable(inputs.error().message()));
    QCOMPARE(spec.startFrom, m_run); // a model's live version changes, a run does not
    QVERIFY(inputs->startFrom->tensors == RunArchive(m_store).model(m_run)->tensors);
}

void tst_TrainInputs::incumbentIsWhatServes()
{
    QVERIFY(Registry(m_store).deploy(m_run));
    TrainSpec spec = specOf();
    const auto inputs = loadTrainInputs(m_store, spec);
    QVERIFY(inputs && inputs->incumbent);
    QCOMPARE(inputs->incumbent->name, QStringLiteral("town-speed/1"));
    spec.dataset = QStringLiteral("village");
    QVERIFY(!loadTrainInputs(m_store, spec)->incumbent);
}

void tst_TrainInputs::unreadableIncumbent()
{
    QVERIFY(Registry(m_store).deploy(m_run));
    QVERIFY(QFile::remove(
        m_city->filePath(QLatin1String("models/") + m_run + QLatin1String(".safetensors"))));
    TrainSpec spec = specOf();
    const auto inputs = loadTrainInputs(m_store, spec);
    QVERIFY(inputs && !inputs->incumbent);
}

// A checkpoint has what it needs of the run it began with.
void tst_TrainInputs::goesOnWithoutTheStart()
{
    TrainSpec spec = specOf();
    spec.epochs = 4;
    spec.startFrom = m_run;
    auto inputs = loadTrainInputs(m_store, spec);
    QVERIFY(inputs);
    inputs->goesOn = true;
    inputs->scoring = Scoring::Nothing;
    int epochs = 0;
    TrainerHooks hooks;
    hooks.onEpoch = [&epochs](const EpochReport &) { ++epochs; };
    hooks.finishEarly = [&epochs] { return epochs == 2; };
    const auto begun = trainForecaster(spec, *inputs, test::LearningFactory(), {}, hooks);
    QVERIFY(begun && begun->stoppedAt);
    QVERIFY(QFile::remove(
        m_city->filePath(QLatin1String("models/") + m_run + QLatin1String(".safetensors"))));
    TrainSpec same;
    auto goingOn = loadTrainInputs(m_store, *begun->stoppedAt, same);
    QVERIFY2(goingOn, goingOn ? "" : qPrintable(goingOn.error().message()));
    QCOMPARE(same.startFrom, m_run);
    const auto outcome = trainForecaster(same, std::move(*goingOn), test::LearningFactory());
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message()));
    QCOMPARE(outcome->record.epochs.size(), std::size_t{4});
    QCOMPARE(outcome->record.startedFrom, m_run);
}

QTEST_GUILESS_MAIN(tst_TrainInputs)
#include "tst_train_inputs.moc"
