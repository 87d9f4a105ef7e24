// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/training/study_controller.h"

#include "analyse/training/study_text.h"
#include "noisy_town.h"

#include <QSignalSpy>
#include <QTest>

using namespace belvedere;
using namespace belvedere::ui;

namespace {

constexpr int kSlowBatchMs = 5;

} // namespace

class tst_StudyController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnAnyWarning(); }
    void searchKeepsItsWinner();
    void searchIsFinishedByHand();
    void foldsHaveASpread();
    void curveHasPoints();
    void waitsForTheThread();
    void isCancelled();
    void failureIsTold();
    void endedStudiesOutliveTheProgram();
    void cancelledIsNotKept();
    void removedIsGone();
    void anotherCityHasItsOwn();
    void summaries();

private:
    static CrossValidationSpec folds()
    {
        CrossValidationSpec spec;
        spec.train = test::NoisyTown::learn(2);
        spec.folds = 3;
        return spec;
    }
    /// Waits until it is kept.
    static void run(StudyController &study, const StudySpec &spec)
    {
        QSignalSpy finished(&study, &StudyController::finished);
        study.start(spec);
        QTRY_COMPARE(finished.size(), 1);
    }
};

void tst_StudyController::searchKeepsItsWinner()
{
    test::NoisyTown town;
    StudyController study(town.noisy());
    QSignalSpy finished(&study, &StudyController::finished);
    TuningSpec spec;
    spec.train = test::NoisyTown::learn(4);
    spec.trials = 6;
    spec.dimensions = {{QStringLiteral("learningRate"), 1e-4, 0.5, true, false, {}}};
    study.start(spec);
    QVERIFY(study.busy());
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(study.record()->trials.size(), 6U);
    QCOMPARE(study.record()->unit, QStringLiteral("km/h"));
    // No trial did better than the winner.
    const auto best = std::min_element(study.record()->trials.begin(), study.record()->trials.end(),
        [](const TuningTrial &a, const TuningTrial &b) { return a.score < b.score; });
    QCOMPARE(best->number, study.record()->bestTrial);
    QVERIFY(!study.record()->winnerRun.isEmpty());
    QCOMPARE(town.runCount(), 1U);
}

void tst_StudyController::searchIsFinishedByHand()
{
    test::NoisyTown town;
    StudyController study(town.noisy());
    QSignalSpy finished(&study, &StudyController::finished);
    TuningSpec spec;
    spec.train = test::NoisyTown::learn(3, kSlowBatchMs);
    spec.method = TuningSpec::Method::Random;
    spec.trials = 200;
    spec.dimensions = {{QStringLiteral("learningRate"), 1e-4, 0.5, true, false, {}}};
    study.start(spec);
    QTRY_VERIFY(study.record()->trials.size() >= 2);
    study.finishNow();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(town.runCount(), 1U);
}

void tst_StudyController::foldsHaveASpread()
{
    test::NoisyTown town;
    StudyController study(town.noisy());
    QSignalSpy finished(&study, &StudyController::finished);
    CrossValidationSpec spec;
    spec.train = test::NoisyTown::learn(2);
    spec.folds = 3;
    study.start(spec);
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(study.record()->folds.size(), 3U);
    QVERIFY(study.record()->spread.has_value());
    double sum = 0.0;
    for (const FoldOutcome &fold : study.record()->folds)
        sum += fold.record.test.all.mae;
    QVERIFY(std::abs(study.record()->spread->mean.all.mae - sum / 3) < 1e-9);
    QCOMPARE(town.runCount(), 0U); // folds are no models to deploy
}

void tst_StudyController::curveHasPoints()
{
    test::NoisyTown town;
    StudyController study(town.noisy());
    QSignalSpy finished(&study, &StudyController::finished);
    study.start(LearningCurveSpec{test::NoisyTown::learn(2), {}});
    QTRY_COMPARE(finished.size(), 1);
    QVERIFY(study.record()->points.size() >= 2); // four days: 1, 2, all of the training part
    for (std::size_t i = 1; i < study.record()->points.size(); ++i)
        QVERIFY(study.record()->points[i].days > study.record()->points[i - 1].days);
}

void tst_StudyController::waitsForTheThread()
{
    test::NoisyTown town;
    StudyController study(town.noisy());
    QSignalSpy finished(&study, &StudyController::finished);
    study.start(LearningCurveSpec{test::NoisyTown::learn(1), {}}, true);
    QCOMPARE(study.state(), StudyController::State::Waiting);
    study.begin();
    QCOMPARE(study.state(), StudyController::State::Running);
    QTRY_COMPARE(finished.size(), 1);
}

void tst_StudyController::isCancelled()
{
    test::NoisyTown town;
    StudyController study(town.noisy());
    QSignalSpy failed(&study, &StudyController::failed);
    CrossValidationSpec spec;
    spec.train = test::NoisyTown::learn(1000, kSlowBatchMs);
    study.start(spec);
    QTest::qWait(30);
    study.cancel();
    QTRY_VERIFY(!study.busy());
    QCOMPARE(failed.size(), 0); // it is what the person asked for
    QCOMPARE(town.runCount(), 0U);
}

void tst_StudyController::failureIsTold()
{
    test::NoisyTown town;
    StudyController study(town.noisy());
    QSignalSpy failed(&study, &StudyController::failed);
    TuningSpec spec;
    spec.train = test::NoisyTown::learn(2);
    spec.dimensions = {{QStringLiteral("no such option"), 0.0, 1.0, false, false, {}}};
    study.start(spec);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<belvedere::Error>().code, Errc::Usage);
    QVERIFY(!study.busy());
}

void tst_StudyController::endedStudiesOutliveTheProgram()
{
    test::NoisyTown town;
    {
        StudyController study(town.noisy());
        run(study, folds());
        run(study, LearningCurveSpec{test::NoisyTown::learn(2), {}});
        QCOMPARE(study.kept().size(), 2U);
    }
    StudyController study(town.noisy());
    study.setStore(town.store);
    QVERIFY(!study.record().has_value());
    QTRY_COMPARE(study.kept().size(), 2U);
    QCOMPARE(study.kept()[0].kind, StudyRecord::Kind::LearningCurve); // newest first
    const StudyRecord validation = study.kept()[1];
    study.open(validation.id);
    QCOMPARE(study.record()->toJson(), validation.toJson());
    QCOMPARE(study.record()->folds.size(), 3U);
    QVERIFY(study.record()->spread.has_value());
}

void tst_StudyController::cancelledIsNotKept()
{
    test::NoisyTown town;
    StudyController study(town.noisy());
    CrossValidationSpec spec = folds();
    spec.train = test::NoisyTown::learn(1000, kSlowBatchMs);
    study.start(spec);
    study.cancel();
    QTRY_VERIFY(!study.busy());
    QVERIFY(study.kept().empty());
}

void tst_StudyController::removedIsGone()
{
    test::NoisyTown town;
    StudyController study(town.noisy());
    run(study, folds());
    run(study, folds());
    const QString first = study.kept()[1].id;
    study.remove(first);
    QTRY_COMPARE(study.kept().size(), 1U);
    QVERIFY(study.kept()[0].id != first);
    run(study, folds());
    QVERIFY(study.kept()[0].id != first); // numbers do not come twice
}

void tst_StudyController::anotherCityHasItsOwn()
{
    test::NoisyTown town;
    test::NoisyTown other;
    StudyController study(town.noisy());
    run(study, folds());
    study.setStore(other.store);
    QVERIFY(study.kept().empty());
    QVERIFY(!study.record().has_value());
    study.setStore(town.store);
    QTRY_COMPARE(study.kept().size(), 1U);
}

void tst_StudyController::summaries()
{
    test::NoisyTown town;
    StudyRecord search;
    search.train = test::NoisyTown::learn(2);
    search.unit = QStringLiteral("km/h");
    QCOMPARE(studySummary(search, town.learning), QString());
    TuningTrial trial;
    trial.number = 1;
    trial.score = 3.0;
    trial.validationMae = 3.0;
    search.trials = {trial};
    // A trial of the defaults has no options to name.
    QVERIFY(studySummary(search, town.learning).endsWith(QStringLiteral("with the defaults")));
    QVERIFY(studySummary(search, town.learning).startsWith(QStringLiteral("Best so far")));
    search.ended = 1;
    QVERIFY(studySummary(search, town.learning).startsWith(QStringLiteral("Best: ")));

    StudyRecord curve;
    curve.kind = StudyRecord::Kind::LearningCurve;
    curve.points.resize(2);
    curve.points[0].days = 1.0;
    curve.points[1].days = 2.0;
    curve.points[0].record.test.all.mae = 4.0;
    curve.points[1].record.test.all.mae = 3.0;
    QVERIFY(studySummary(curve, town.learning).contains(QStringLiteral("falls by 25.0")));
    curve.points[1].record.test.all.mae = 5.0;
    QVERIFY(studySummary(curve, town.learning).contains(QStringLiteral("rises by 25.0")));
}

QTEST_MAIN(tst_StudyController)
#include "tst_study_controller.moc"
