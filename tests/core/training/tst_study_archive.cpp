// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/study_archive.h"

#include "support/memory_store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace belvedere;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

StudyRecord search()
{
    StudyRecord record;
    record.kind = StudyRecord::Kind::Search;
    record.ended = 1'700'000'000'000;
    record.train.dataset = QStringLiteral("town");
    record.unit = QStringLiteral("km/h");
    record.parts = 2;
    record.bestTrial = 2;
    record.winnerRun = QStringLiteral("r0007-neural");
    TuningTrial failed;
    failed.number = 1;
    failed.state = TuningTrial::State::Failed;
    TuningTrial best;
    best.number = 2;
    best.options = {{QStringLiteral("hidden"), 64}};
    best.state = TuningTrial::State::Finished;
    best.rung = 3;
    best.score = 0.5;
    best.validationMae = 3.5;
    best.seconds = 12.0;
    for (const double error : {4.0, kNaN, 3.5}) {
        EpochReport epoch;
        epoch.epoch = static_cast<int>(best.epochs.size()) + 1;
        epoch.validationMae = error;
        best.epochs.push_back(epoch);
    }
    record.trials = {failed, best};
    return record;
}

} // namespace

class tst_StudyArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrip();
    void newestFirstAndNumbersRise();
    void leadsWithTheLeastError();
    void damagedRecordIsNamed();
};

void tst_StudyArchive::roundTrip()
{
    QTemporaryDir city;
    StudyArchive archive(std::make_shared<test::MemoryStore>(city.path()));
    const Result<StudyRecord> added = archive.add(search());
    QVERIFY(added);
    QCOMPARE(added->id, QStringLiteral("e0001"));
    const Result<std::vector<StudyRecord>> studies = archive.studies();
    QVERIFY(studies);
    QCOMPARE(studies->size(), 1U);
    const StudyRecord &back = studies->front();
    QCOMPARE(back.toJson(), added->toJson());
    QCOMPARE(back.ended, search().ended);
    QVERIFY(std::isnan(back.trials[0].score));
    QCOMPARE(back.trials[0].state, TuningTrial::State::Failed);
    QCOMPARE(back.trials[1].options, search().trials[1].options);
    QCOMPARE(back.trials[1].epochs.size(), 3U);
    QVERIFY(std::isnan(back.trials[1].epochs[1].validationMae));
    QCOMPARE(back.trials[1].epochs[2].epoch, 3);
    QCOMPARE(back.trials[1].epochs[2].validationMae, 3.5);
}

void tst_StudyArchive::newestFirstAndNumbersRise()
{
    QTemporaryDir city;
    StudyArchive archive(std::make_shared<test::MemoryStore>(city.path()));
    QVERIFY(archive.add(search()));
    QVERIFY(archive.add(search()));
    QVERIFY(archive.remove(QStringLiteral("e0002")));
    QVERIFY(archive.add(search())); // the number of what was removed does not come again
    const Result<std::vector<StudyRecord>> studies = archive.studies();
    QVERIFY(studies);
    QCOMPARE(studies->size(), 2U);
    QCOMPARE(studies->at(0).id, QStringLiteral("e0003"));
    QCOMPARE(studies->at(1).id, QStringLiteral("e0001"));
}

void tst_StudyArchive::leadsWithTheLeastError()
{
    StudyRecord record = search();
    record.bestTrial = 0; // not known before the end
    QCOMPARE(record.best()->number, 2);
    record.trials[0].score = 0.4;
    QCOMPARE(record.best()->number, 1);
    record.trials.clear();
    QVERIFY(!record.best());
}

void tst_StudyArchive::damagedRecordIsNamed()
{
    QTemporaryDir city;
    const auto store = std::make_shared<test::MemoryStore>(city.path());
    StudyArchive archive(store);
    const Result<StudyRecord> added = archive.add(search());
    QVERIFY(added);
    QJsonObject body = added->toJson();
    body[QStringLiteral("kind")] = QStringLiteral("guess");
    QVERIFY(store->writeDocuments(QStringLiteral("study"), {{added->id, body}}));
    const Result<std::vector<StudyRecord>> studies = archive.studies();
    QVERIFY(!studies);
    QCOMPARE(studies.error().code, Errc::Schema);
    QCOMPARE(studies.error().where, added->id);
}

QTEST_GUILESS_MAIN(tst_StudyArchive)
#include "tst_study_archive.moc"
