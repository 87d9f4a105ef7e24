// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/run_record.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <cmath>
#include <limits>

using namespace belvedere;

class tst_RunRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void specRoundTrip_data();
    void specRoundTrip();
    void absentFieldsTakeDefaults();
    void recordRoundTrip();
    void olderRecord();
    void repetition();
    void wrongFields_data();
    void wrongFields();
};

static QJsonObject throughText(const QJsonObject &json)
{
    return QJsonDocument::fromJson(QJsonDocument(json).toJson()).object();
}

static RunRecord sample()
{
    RunRecord record;
    record.id = QStringLiteral("r0007-neural");
    record.started = 1'700'000'123'456;
    record.seconds = 12.3;
    record.spec.dataset = QStringLiteral("Straßen 北");
    record.spec.channel = QStringLiteral("speed");
    record.spec.split = {0.6, 0.2, 0.2};
    record.spec.budgetSeconds = 0.1;
    record.spec.seed = 42;
    record.spec.options = {{QStringLiteral("learningRate"), 1e-3}};
    record.dataHash = QStringLiteral("ab12");
    record.codeVersion = QStringLiteral("0.1.0+abc");
    record.simulatedData = true;
    record.unit = QStringLiteral("µg/m³");
    record.parameters = 123456;
    record.bestEpoch = 2;
    record.stopReason = QStringLiteral("early-stopping");
    record.epochs = {{1, 0.1 + 0.2, 1.0 / 3.0, 4.25, 1e-3, 0.5, false},
        {2, std::nan(""), 0.3, 4.0, 5e-4, 0.6, true}};
    record.validation.mae = 4.0;
    record.validation.mape = std::nan("");
    record.validation.observed = qint64{1} << 40;
    record.test.all.rmse = std::nextafter(2.0, 3.0);
    record.test.horizons.resize(2);
    record.test.horizons[1].mae = 1e-300;
    record.baselines[QStringLiteral("seasonal")].all.mae = 9.0;
    record.spec.partners = {{QStringLiteral("Luft"), QStringLiteral("pm2.5")}};
    record.spec.startFrom = QStringLiteral("r0003-neural");
    record.spec.plannedEpochs = 12;
    record.spec.fineTuneEpochs = 4;
    record.epochs[1].tunedPart = 1;
    record.plannedEpochs = 12;
    record.group = QStringLiteral("r0006-neural");
    record.startedFrom = QStringLiteral("r0003-neural");
    record.resumes = 2;
    record.epochs[1].score = 0.75;
    record.epochs[1].checkpoint = true;
    record.significance = Significance{
        QStringLiteral("traffic-speed/2"), 3.0, 3.2, -0.2, -0.3, -0.1, 0.02, 6.9, 1000};
    return record;
}

void tst_RunRecord::specRoundTrip_data()
{
    QTest::addColumn<quint64>("seed");
    QTest::newRow("zero") << quint64{0};
    QTest::newRow("largestExact") << (quint64{1} << 53);
    QTest::newRow("aboveExact") << (quint64{1} << 53) + 1;
    QTest::newRow("largest") << std::numeric_limits<quint64>::max();
}

void tst_RunRecord::specRoundTrip()
{
    QFETCH(const quint64, seed);
    TrainSpec spec = sample().spec;
    spec.seed = seed;
    const Result<TrainSpec> read = TrainSpec::fromJson(throughText(spec.toJson()));
    QVERIFY(read);
    QCOMPARE(quint64{read->seed}, seed);
    QCOMPARE(read->split.train, 0.6);
    QCOMPARE(read->toJson(), spec.toJson());
}

void tst_RunRecord::absentFieldsTakeDefaults()
{
    const Result<TrainSpec> read = TrainSpec::fromJson({});
    QVERIFY(read);
    QCOMPARE(read->toJson(), TrainSpec().toJson());
}

void tst_RunRecord::recordRoundTrip()
{
    const RunRecord before = sample();
    const Result<RunRecord> after = RunRecord::fromJson(throughText(before.toJson()));
    QVERIFY(after);
    QCOMPARE(after->toJson(), before.toJson());
    QCOMPARE(after->started, before.started);
    QCOMPARE(after->spec.dataset, before.spec.dataset);
    QVERIFY(after->epochs[0].trainLoss == before.epochs[0].trainLoss);
    QVERIFY(after->epochs[0].validationLoss == before.epochs[0].validationLoss);
    QVERIFY(std::isnan(after->epochs[1].trainLoss));
    QVERIFY(after->epochs[1].best);
    QCOMPARE(after->epochs[1].tunedPart, 1);
    QVERIFY(after->test.all.rmse == before.test.all.rmse);
    QVERIFY(after->test.horizons[1].mae == before.test.horizons[1].mae);
    QVERIFY(std::isnan(after->validation.mape));
    QCOMPARE(after->validation.observed, before.validation.observed);
    QCOMPARE(after->baselines.at(QStringLiteral("seasonal")).all.mae, 9.0);
}

// A run of a version that knew neither partners nor checkpoints nor significance.
void tst_RunRecord::olderRecord()
{
    QJsonObject json = sample().toJson();
    for (const char *field : {"plannedEpochs", "group", "startedFrom", "resumes", "significance"})
        json.remove(QLatin1String(field));
    QJsonObject spec = json[QLatin1String("spec")].toObject();
    for (const char *field : {"partners", "startFrom", "plannedEpochs", "fineTuneEpochs"})
        spec.remove(QLatin1String(field));
    json[QStringLiteral("spec")] = spec;
    QJsonArray epochs = json[QLatin1String("epochs")].toArray();
    for (qsizetype i = 0; i < epochs.size(); ++i) {
        QJsonObject epoch = epochs[i].toObject();
        epoch.remove(QStringLiteral("score"));
        epoch.remove(QStringLiteral("checkpoint"));
        epoch.remove(QStringLiteral("tunedPart"));
        epochs[i] = epoch;
    }
    json[QStringLiteral("epochs")] = epochs;
    const Result<RunRecord> read = RunRecord::fromJson(throughText(json));
    QVERIFY(read);
    QVERIFY(!read->significance);
    QVERIFY(read->spec.partners.empty());
    QCOMPARE(read->plannedEpochs, 0);
    QCOMPARE(read->epochs[0].score, 4.25); // the validation MAE was what the best had least of
    QVERIFY(!read->epochs[1].checkpoint);
    QCOMPARE(read->spec.fineTuneEpochs, 0); // there was no such thing
    QCOMPARE(read->epochs[1].tunedPart, -1);
}

void tst_RunRecord::repetition()
{
    RunRecord record = sample();
    record.spec.plannedEpochs = 0;
    record.plannedEpochs = 17; // as many as fitted the budget
    TrainSpec wanted = record.spec;
    wanted.plannedEpochs = 17;
    QCOMPARE(record.repetition().toJson(), wanted.toJson());
}

void tst_RunRecord::wrongFields_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("noId") << QStringLiteral("id") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("noSpec") << QStringLiteral("spec") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("textForNumber")
        << QStringLiteral("parameters") << QJsonValue(QStringLiteral("many"));
    QTest::newRow("listForObject") << QStringLiteral("test") << QJsonValue(QJsonArray());
    QTest::newRow("nullForText") << QStringLiteral("unit") << QJsonValue(QJsonValue::Null);
    QTest::newRow("noTime") << QStringLiteral("started") << QJsonValue(QStringLiteral("lately"));
    for (const char *field : {"seed", "split", "options", "history", "partners"}) {
        QJsonObject spec = sample().spec.toJson();
        spec[QLatin1String(field)] = QJsonArray{1};
        QTest::addRow("spec.%s", field) << QStringLiteral("spec") << QJsonValue(spec);
    }
    QJsonObject spec = sample().spec.toJson();
    spec[QLatin1String("seed")] = -1;
    QTest::newRow("negativeSeed") << QStringLiteral("spec") << QJsonValue(spec);
}

void tst_RunRecord::wrongFields()
{
    QFETCH(const QString, field);
    QFETCH(const QJsonValue, value);
    QJsonObject json = sample().toJson();
    if (value.isUndefined())
        json.remove(field);
    else
        json[field] = value;
    const Result<RunRecord> read = RunRecord::fromJson(json);
    QVERIFY(!read);
    QVERIFY(read.error().code == Errc::Schema || read.error().code == Errc::Parse);
}

QTEST_GUILESS_MAIN(tst_RunRecord)
#include "tst_run_record.moc"
