// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/trainer.h"

#include "base/task_pools.h"
#include "support/learning_forecaster.h"
#include "support/scripted_forecaster.h"
#include "training/data_hash.h"

#include <QElapsedTimer>
#include <QFutureWatcher>
#include <QSemaphore>
#include <QTest>

#include <algorithm>
#include <atomic>

using namespace belvedere;

using ChangeSpec = std::function<void(TrainSpec &)>;
Q_DECLARE_METATYPE(ChangeSpec)

class tst_Trainer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheBestEpoch();
    void stopsEarly();
    void stopsAtTheLimitOfTheModel();
    void stopsWhenAsked();
    void budget_data();
    void budget();
    void cancels_data();
    void cancels();
    void pausesDoNotCount();
    void progressRises();
    void scoresTheStoredState();
    void eachPartKeepsItsBestEpoch();
    void baselines();
    void baselineThatFailsIsLeftOut();
    void ownKindIsNoBaseline();
    void sameInputSameOutput();
    void refuses_data();
    void refuses();
    void tooFewSteps();
    void partWithoutObservations_data();
    void partWithoutObservations();
    void noUsableForecast();
    void manyValidationWindows();
};

static std::shared_ptr<ChannelHistory> constantHistory(int steps = 200)
{
    return test::historyOf(steps, 2, [](int, int site) { return 50 + site; });
}

static TrainSpec specWith(const QList<double> &biases)
{
    QJsonArray list;
    for (const double bias : biases)
        list.append(bias);
    TrainSpec spec;
    spec.model = QStringLiteral("scripted");
    spec.options[QStringLiteral("biases")] = list;
    spec.epochs = static_cast<int>(biases.size());
    spec.patience = 100;
    return spec;
}

static QJsonObject withoutTimes(const RunRecord &record)
{
    QJsonObject json = record.toJson();
    json.remove(QStringLiteral("started"));
    json.remove(QStringLiteral("seconds"));
    QJsonArray epochs = json[QLatin1String("epochs")].toArray();
    for (qsizetype i = 0; i < epochs.size(); ++i) {
        QJsonObject epoch = epochs[i].toObject();
        epoch.remove(QStringLiteral("seconds"));
        epochs[i] = epoch;
    }
    json[QStringLiteral("epochs")] = epochs;
    return json;
}

void tst_Trainer::keepsTheBestEpoch()
{
    const test::ScriptedFactory factory;
    const auto history = constantHistory();
    std::vector<EpochReport> heard;
    TrainerHooks hooks;
    hooks.onEpoch = [&heard](const EpochReport &report) { heard.push_back(report); };
    const Result<TrainOutcome> outcome =
        trainForecaster(specWith({5, 2, -1, 3}), {history}, factory, {}, hooks);
    QVERIFY(outcome);
    const RunRecord &record = outcome->record;
    QCOMPARE(record.bestEpoch, 3);
    QCOMPARE(record.stopReason, QStringLiteral("epochs"));
    QCOMPARE(record.epochs.size(), std::size_t{4});
    QCOMPARE(heard.size(), std::size_t{4});
    const double errors[] = {5, 2, 1, 3};
    const bool best[] = {true, true, true, false};
    for (std::size_t i = 0; i < 4; ++i) {
        QCOMPARE(heard[i].epoch, static_cast<int>(i) + 1);
        QCOMPARE(heard[i].validationMae, errors[i]);
        QCOMPARE(heard[i].best, best[i]);
    }
    // Bias -1: the median 0.5 * 1, the upper five 0, the lower five 2 * (0.05 + 0.1 + … + 0.4).
    QVERIFY(std::abs(heard[2].validationLoss - 2.6 / 11) < 1e-9);
    QCOMPARE(heard[2].score, 1.0);
    QCOMPARE(record.plannedEpochs, 4);
    QCOMPARE(outcome->model.tensors[0].values[0], -1.0F);
    QCOMPARE(record.validation.mae, 1.0);
    QCOMPARE(record.test.all.mae, 1.0);
    QCOMPARE(record.test.horizons.size(), std::size_t{12});
    QCOMPARE(record.parameters, qint64{1});
    QCOMPARE(record.unit, QStringLiteral("km/h"));
    QCOMPARE(record.spec.dataset, QStringLiteral("town"));
    QCOMPARE(record.spec.channel, QStringLiteral("speed"));
    QCOMPARE(record.dataHash, dataHash(*history));
    QVERIFY(!record.codeVersion.isEmpty());
    QVERIFY(record.id.isEmpty());
}

void tst_Trainer::stopsEarly()
{
    TrainSpec spec = specWith({5, 2, 3, 4, 1, 0});
    spec.patience = 2;
    const Result<TrainOutcome> outcome =
        trainForecaster(spec, {constantHistory()}, test::ScriptedFactory());
    QVERIFY(outcome);
    QCOMPARE(outcome->record.stopReason, QStringLiteral("early-stopping"));
    QCOMPARE(outcome->record.epochs.size(), std::size_t{4});
    QCOMPARE(outcome->record.bestEpoch, 2);
    QCOMPARE(outcome->record.test.all.mae, 2.0);
}

void tst_Trainer::stopsAtTheLimitOfTheModel()
{
    TrainSpec spec = specWith({5, 4, 3, 2});
    spec.options[QStringLiteral("epochLimit")] = 3;
    const Result<TrainOutcome> outcome =
        trainForecaster(spec, {constantHistory()}, test::ScriptedFactory());
    QVERIFY(outcome);
    QCOMPARE(outcome->record.epochs.size(), std::size_t{3});
    QCOMPARE(outcome->record.stopReason, QStringLiteral("epochs"));
}

void tst_Trainer::stopsWhenAsked()
{
    TrainerHooks hooks;
    int epochs = 0;
    hooks.onEpoch = [&epochs](const EpochReport &) { ++epochs; };
    hooks.finishEarly = [&epochs] { return epochs == 2; };
    const Result<TrainOutcome> outcome = trainForecaster(
        specWith({3, 4, 1, 1}), {constantHistory()}, test::ScriptedFactory(), {}, hooks);
    QVERIFY(outcome);
    QCOMPARE(outcome->record.stopReason, QStringLiteral("stopped"));
    QCOMPARE(outcome->record.epochs.size(), std::size_t{2});
    QCOMPARE(outcome->record.bestEpoch, 1);
    QCOMPARE(outcome->record.test.all.mae, 3.0);
}

void tst_Trainer::budget_data()
{
    QTest::addColumn<double>("seconds");
    QTest::addColumn<int>("millisecondsPerBatch");
    QTest::addColumn<int>("leastEpochs");
    QTest::addColumn<int>("mostEpochs");
    // 20 batches an epoch. Machines stall: only the upper limit of work done is sharp.
    QTest::newRow("firstEpochIsFinished") << 0.005 << 1 << 1 << 1;
    QTest::newRow("someEpochs") << 0.5 << 2 << 1 << 12;
}

void tst_Trainer::budget()
{
    QFETCH(const double, seconds);
    QFETCH(const int, millisecondsPerBatch);
    QFETCH(const int, leastEpochs);
    QFETCH(const int, mostEpochs);
    TrainSpec spec = specWith({3, 2, 1});
    spec.epochs = 1000;
    spec.patience = 1000;
    spec.budgetSeconds = seconds;
    spec.options[QStringLiteral("batches")] = 20;
    spec.options[QStringLiteral("millisecondsPerBatch")] = millisecondsPerBatch;
    const Result<TrainOutcome> outcome =
        trainForecaster(spec, {constantHistory()}, test::ScriptedFactory());
    QVERIFY(outcome);
    const auto epochs = static_cast<int>(outcome->record.epochs.size());
    QCOMPARE(outcome->record.stopReason, QStringLiteral("budget"));
    QVERIFY2(epochs >= leastEpochs && epochs <= mostEpochs, qPrintable(QString::number(epochs)));
    QVERIFY(outcome->record.test.all.observed > 0);
    double inEpochs = 0;
    for (const EpochReport &epoch : outcome->record.epochs)
        inEpochs += epoch.seconds;
    if (epochs > 1)
        QVERIFY2(inEpochs <= seconds + 0.2, qPrintable(QString::number(inEpochs)));
}

void tst_Trainer::cancels_data()
{
    QTest::addColumn<int>("question"); // which question is answered with yes, from 1
    for (const int question : {1, 2, 3, 5, 8, 12, 14, 16, 17})
        QTest::addRow("question %d", question) << question;
}

// Wherever it comes, it ends in Cancelled and nothing else is asked of the model.
void tst_Trainer::cancels()
{
    QFETCH(const int, question);
    int asked = 0;
    TaskContext context;
    context.cancelled = [&asked, question] { return ++asked >= question; };
    TrainSpec spec = specWith({3, 2, 1});
    spec.options[QStringLiteral("batches")] = 2;
    const Result<TrainOutcome> outcome =
        trainForecaster(spec, {constantHistory()}, test::ScriptedFactory(), context);
    QVERIFY2(!outcome, qPrintable(QString::number(asked)));
    QCOMPARE(outcome.error().code, Errc::Cancelled);
    QVERIFY(asked <= question + 1);
}

// On a real future: suspended after the first epoch for at least a second.
void tst_Trainer::pausesDoNotCount()
{
    TaskPools pools;
    const auto history = constantHistory();
    TrainSpec spec = specWith({6, 5, 4, 3, 2, 1});
    spec.options[QStringLiteral("batches")] = 20;
    spec.options[QStringLiteral("millisecondsPerBatch")] = 5;
    spec.budgetSeconds = 100.0;
    auto reached = std::make_shared<std::atomic<int>>(0);
    Task<TrainOutcome> task = runTask(pools.training, [=](TaskContext &context) {
        TrainerHooks hooks;
        hooks.onEpoch = [reached](const EpochReport &report) { *reached = report.epoch; };
        return trainForecaster(spec, {history}, test::ScriptedFactory(), context, hooks);
    });
    QTRY_VERIFY(*reached >= 1);
    QElapsedTimer pause;
    task.suspend();
    QTRY_VERIFY(task.isSuspended());
    pause.start();
    const int epochAtPause = *reached;
    QTRY_VERIFY(pause.elapsed() >= 1000);
    QVERIFY(!task.isFinished());
    QCOMPARE(reached->load(), epochAtPause); // it really stood still
    task.resume();
    QTRY_VERIFY(task.isFinished());
    const Result<TrainOutcome> outcome = task.result();
    QVERIFY(outcome);
    QCOMPARE(outcome->record.epochs.size(), std::size_t{6});
    QCOMPARE(outcome->record.test.all.mae, 1.0);
    // Without the pause an epoch takes about 100 ms.
    for (const EpochReport &epoch : outcome->record.epochs)
        QVERIFY2(epoch.seconds < 0.9, qPrintable(QString::number(epoch.seconds)));
}

void tst_Trainer::progressRises()
{
    TaskContext context;
    std::vector<double> shares;
    QStringList texts;
    context.progress = [&](qint64 done, qint64 total, const QString &text) {
        shares.push_back(double(done) / double(total));
        if (texts.isEmpty() || texts.last() != text)
            texts += text;
    };
    TrainSpec spec = specWith({4, 3, 2, 1});
    spec.options[QStringLiteral("batches")] = 5;
    QVERIFY(trainForecaster(spec, {constantHistory()}, test::ScriptedFactory(), context));
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QVERIFY(shares.front() >= 0.0 && shares.front() < 0.05);
    QCOMPARE(shares.back(), 1.0);
    QVERIFY(shares.size() > 4 * 5); // also inside the epochs
    QCOMPARE(texts,
        (QStringList{QStringLiteral("Training"), QStringLiteral("Scoring the model"),
            QStringLiteral("Scoring the baselines")}));

    // Stopping early leaves no hole: it jumps ahead and still ends at 1.
    shares.clear();
    spec = specWith({1, 2, 2, 2, 2, 2, 2, 2});
    spec.patience = 1;
    QVERIFY(trainForecaster(spec, {constantHistory()}, test::ScriptedFactory(), context));
    QVERIFY(std::is_sorted(shares.begin(), shares.end()));
    QCOMPARE(shares.back(), 1.0);
}

void tst_Trainer::scoresTheStoredState()
{
    test::ScriptedFactory factory;
    int loads = 0;
    factory.onLoad = [&loads] { ++loads; };
    const Result<TrainOutcome> outcome =
        trainForecaster(specWith({1, 9}), {constantHistory()}, factory);
    QVERIFY(outcome);
    QCOMPARE(loads, 1);
    QCOMPARE(outcome->record.test.all.mae, 1.0); // the model in hand would have said 9
}

void tst_Trainer::eachPartKeepsItsBestEpoch()
{
    TrainSpec spec;
    spec.model = QStringLiteral("learning");
    spec.epochs = 12;
    spec.patience = 12;
    spec.options[QStringLiteral("learningRate")] = 0.05;
    spec.partners = {{QStringLiteral("village"), {}}, {QStringLiteral("farm"), {}}};
    TrainInputs inputs{test::noiseHistory(QStringLiteral("town"), 600)};
    inputs.partners = {test::noiseHistory(QStringLiteral("village"), 300, 20.0, 5.0),
        test::noiseHistory(QStringLiteral("farm"), 400, 500.0, 1.0)};
    const auto outcome = trainForecaster(spec, inputs, test::LearningFactory());
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message()));
    std::vector<RunRecord> records = {outcome->record};
    for (const TrainOutcome &partner : outcome->partners)
        records.push_back(partner.record);
    for (std::size_t part = 0; part < records.size(); ++part) {
        const RunRecord &record = records[part];
        std::vector<double> maes;
        for (const EpochReport &epoch : record.epochs) {
            QCOMPARE(epoch.partMaes.size(), records.size());
            QCOMPARE(epoch.validationMae, epoch.partMaes[part]);
            maes.push_back(epoch.validationMae);
        }
        const auto least = std::min_element(maes.begin(), maes.end());
        QCOMPARE(record.bestEpoch, 1 + static_cast<int>(least - maes.begin()));
        QVERIFY(record.epochs[std::size_t(record.bestEpoch - 1)].best);
        QVERIFY(std::abs(record.validation.mae - *least) < 1e-9); // of the state that was kept
    }
}

// On a ramp of 1 a step "copy" misses by 1 … 12; a bias of 6 is better from the fourth step on.
void tst_Trainer::baselines()
{
    const auto history = test::historyOf(300, 1, [](int step, int) { return step; });
    const Result<TrainOutcome> outcome =
        trainForecaster(specWith({6}), {history}, test::ScriptedFactory());
    QVERIFY(outcome);
    QCOMPARE(outcome->record.baselines.size(), std::size_t{1});
    const ForecastMetrics &copy = outcome->record.baselines.at(QStringLiteral("copy"));
    QCOMPARE(copy.all.observed, outcome->record.test.all.observed);
    for (std::size_t i = 0; i < 12; ++i) {
        QCOMPARE(copy.horizons[i].mae, double(i + 1));
        QCOMPARE(outcome->record.test.horizons[i].mae, std::abs(double(i + 1) - 6.0));
    }
}

void tst_Trainer::baselineThatFailsIsLeftOut()
{
    test::ScriptedFactory factory;
    factory.breakBaseline = true;
    QTest::ignoreMessage(
        QtWarningMsg, QRegularExpression(QStringLiteral("baseline broken left out")));
    const Result<TrainOutcome> outcome =
        trainForecaster(specWith({1}), {constantHistory()}, factory);
    QVERIFY(outcome);
    QVERIFY(outcome->record.baselines.count(QStringLiteral("copy")) == 1);
    QVERIFY(outcome->record.baselines.count(QStringLiteral("broken")) == 0);
}

void tst_Trainer::ownKindIsNoBaseline()
{
    TrainSpec spec;
    spec.model = QStringLiteral("copy");
    const Result<TrainOutcome> outcome =
        trainForecaster(spec, {constantHistory()}, test::ScriptedFactory());
    QVERIFY(outcome);
    QVERIFY(outcome->record.baselines.empty());
    QCOMPARE(outcome->record.epochs.size(), std::size_t{1});
    QCOMPARE(outcome->record.test.all.mae, 0.0);
}

void tst_Trainer::sameInputSameOutput()
{
    const auto history = test::historyOf(
        400, 3, [](int step, int site) { return 40 + 10 * std::sin(step * 0.2 + site); });
    const TrainSpec spec = specWith({3, 1, 2});
    const Result<TrainOutcome> a = trainForecaster(spec, {history}, test::ScriptedFactory());
    const Result<TrainOutcome> b = trainForecaster(spec, {history}, test::ScriptedFactory());
    QVERIFY(a && b);
    QCOMPARE(withoutTimes(a->record), withoutTimes(b->record));
    // And a record is a specification that can be run again.
    const Result<TrainOutcome> again =
        trainForecaster(a->record.spec, {history}, test::ScriptedFactory());
    QVERIFY(again);
    QCOMPARE(withoutTimes(again->record), withoutTimes(a->record));
}

void tst_Trainer::refuses_data()
{
    QTest::addColumn<ChangeSpec>("change");
    QTest::addColumn<Errc>("code");
    QTest::addColumn<QString>("word"); // that the message must have
    const auto row = [](const char *name, ChangeSpec change, Errc code, const char *word) {
        QTest::newRow(name) << change << code << QString::fromLatin1(word);
    };
    row(
        "model", [](TrainSpec &s) { s.model = QStringLiteral("oracle"); }, Errc::NotFound,
        "oracle");
    row(
        "channel", [](TrainSpec &s) { s.channel = QStringLiteral("flow"); }, Errc::Usage, "flow");
    row(
        "dataset", [](TrainSpec &s) { s.dataset = QStringLiteral("x-ville"); }, Errc::Usage,
        "x-ville");
    row(
        "task", [](TrainSpec &s) { s.task = QStringLiteral("dance"); }, Errc::Usage, "dance");
    row(
        "history", [](TrainSpec &s) { s.history = 0; }, Errc::Usage, "history");
    row(
        "horizon", [](TrainSpec &s) { s.horizon = -1; }, Errc::Usage, "horizon");
    row(
        "epochs", [](TrainSpec &s) { s.epochs = 0; }, Errc::Usage, "epochs");
    row(
        "patience", [](TrainSpec &s) { s.patience = 0; }, Errc::Usage, "patience");
    row(
        "fine-tuning", [](TrainSpec &s) { s.fineTuneEpochs = -1; }, Errc::Usage, "fineTuneEpochs");
    row(
        "threads", [](TrainSpec &s) { s.threads = 0; }, Errc::Usage, "threads");
    row(
        "budget", [](TrainSpec &s) { s.budgetSeconds = -1; }, Errc::Usage, "budget");
    row(
        "budgetNan", [](TrainSpec &s) { s.budgetSeconds = std::nan(""); }, Errc::Usage, "budget");
    row(
        "split", [](TrainSpec &s) { s.split.test = 0.9; }, Errc::Usage, "0.9");
}

void tst_Trainer::refuses()
{
    QFETCH(const ChangeSpec, change);
    QFETCH(const Errc, code);
    QFETCH(const QString, word);
    TrainSpec spec = specWith({1});
    change(spec);
    const Result<TrainOutcome> outcome =
        trainForecaster(spec, {constantHistory()}, test::ScriptedFactory());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, code);
    QVERIFY2(outcome.error().message().contains(word), qPrintable(outcome.error().message()));
}

void tst_Trainer::tooFewSteps()
{
    for (const int steps : {0, 1, 20}) {
        const Result<TrainOutcome> outcome =
            trainForecaster(specWith({1}), {constantHistory(steps)}, test::ScriptedFactory());
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, Errc::Shape);
    }
    const auto noSites = test::historyOf(200, 0, [](int, int) { return 0; });
    const Result<TrainOutcome> outcome =
        trainForecaster(specWith({1}), {noSites}, test::ScriptedFactory());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, Errc::Numeric);
}

void tst_Trainer::partWithoutObservations_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("part");
    // 200 steps give 177 windows: 124, 18, 35; targets 12…146, 136…164, 154…199.
    QTest::newRow("all") << 0 << 200 << QStringLiteral("training");
    QTest::newRow("training") << 0 << 147 << QStringLiteral("training");
    QTest::newRow("validation") << 136 << 165 << QStringLiteral("validation");
    QTest::newRow("test") << 154 << 200 << QStringLiteral("test");
}

void tst_Trainer::partWithoutObservations()
{
    QFETCH(const int, from);
    QFETCH(const int, to);
    QFETCH(const QString, part);
    const auto blank = [](int first, int end) {
        return test::historyOf(200, 2, [first, end](int step, int) {
            return step >= first && step < end ? double(kMissing) : 50.0;
        });
    };
    const Result<TrainOutcome> outcome =
        trainForecaster(specWith({1}), {blank(from, to)}, test::ScriptedFactory());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, Errc::Numeric);
    QVERIFY2(outcome.error().message().contains(part), qPrintable(outcome.error().message()));
    if (from > 0) // one observed step is enough to be allowed
        QVERIFY(trainForecaster(specWith({1}), {blank(from + 1, to)}, test::ScriptedFactory()));
}

void tst_Trainer::noUsableForecast()
{
    TrainSpec spec = specWith({1, 1, 1});
    spec.options[QStringLiteral("biases")] = QJsonArray{QJsonValue(QJsonValue::Null)};
    const Result<TrainOutcome> outcome =
        trainForecaster(spec, {constantHistory()}, test::ScriptedFactory());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, Errc::Numeric);
}

// 2500 validation windows: the epochs look at every second one, the record at all.
void tst_Trainer::manyValidationWindows()
{
    const auto history = constantHistory(25023);
    const Result<TrainOutcome> outcome =
        trainForecaster(specWith({2, 1}), {history}, test::ScriptedFactory());
    QVERIFY(outcome);
    QCOMPARE(outcome->record.validation.observed, qint64{2500} * 12 * 2);
    QCOMPARE(outcome->record.test.all.observed, qint64{5000} * 12 * 2);
    QCOMPARE(outcome->record.epochs[1].validationMae, 1.0);
}

QTEST_GUILESS_MAIN(tst_Trainer)
#include "tst_trainer.moc"
