// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/tables.h"
#include "models/forest/boosted_learner.h"
#include "models/forest/forest_learner.h"

#include <QFile>
#include <QTest>

using namespace belvedere;

namespace {

const QString kForest = QStringLiteral("forest");
const QString kBoosted = QStringLiteral("boosted");

std::unique_ptr<TreeLearner> learner(
    const QString &kind, TableTask task, const TableSample &sample, const QJsonObject &options = {})
{
    const auto &table =
        kind == kForest ? ForestLearner::optionTable() : BoostedLearner::optionTable();
    const auto spec = tableSpec(kind, task, sample, *completeOptions(kind, table, options));
    if (kind == kForest)
        return std::make_unique<ForestLearner>(spec);
    return std::make_unique<BoostedLearner>(spec);
}

bool writeTable(const QString &path, const TableSample &sample)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (std::size_t i = 0; i < sample.matrix.rows; ++i) {
        QStringList cells{QString::number(double(sample.target[i]), 'g', 9)};
        for (std::size_t c = 0; c < sample.matrix.columns(); ++c)
            cells += QString::number(double(sample.matrix.row(i)[c]), 'g', 9);
        file.write((cells.join(QLatin1Char(' ')) + QLatin1Char('\n')).toUtf8());
    }
    return true;
}

/// Trains with the library's own Python package and prints what it predicts.
const char *const kPeer = R"(
import json, sys
import numpy as np, xgboost as xgb
train, test = (np.loadtxt(path, dtype=np.float32) for path in sys.argv[1:3])
task, parameters, rounds = sys.argv[3], json.loads(sys.argv[4]), int(sys.argv[5])
def predicted(target, extra):
    known = xgb.DMatrix(train[:, 1:], label=target)
    return xgb.train(dict(parameters, **extra), known, rounds).predict(xgb.DMatrix(test[:, 1:]))
target = train[:, 0]
if task == "forest-classes":
    chances = np.stack([predicted(target == c, {"base_score": float(np.float32(np.mean(target == c)))})
                        for c in range(3)], axis=1).clip(0, 1)
    answers = chances / chances.sum(axis=1, keepdims=True)
elif task == "boosted-classes":
    answers = predicted(target, {"num_class": 3})
else:
    answers = predicted(target, {"base_score": float(np.float32(target.mean(dtype=np.float64)))})
np.savetxt(sys.stdout, answers.ravel(), fmt="%.9g")
)";

/// A Python that has the library; empty if there is none.
QString peer()
{
    QString found =
        QStandardPaths::findExecutable(QStringLiteral("python3"), {QStringLiteral("/usr/bin")});
    if (found.isEmpty())
        found = QStandardPaths::findExecutable(QStringLiteral("python3"));
    if (found.isEmpty()
        || !numbersFrom(found, {QStringLiteral("-c"), QStringLiteral("import numpy, xgboost")}))
        return {};
    return found;
}

float eventsOf(const float *x)
{
    return std::floor(std::exp(0.5F * x[0]) + std::abs(x[1]));
}

} // namespace

class tst_TreeLearners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsThePythonPackage_data();
    void answersAsThePythonPackage();
    void oneTreeOfOneDecisionIsTwoMeans();
    void forestGivesSharesOfClasses();
    void validationEndsBoosting();
    void missingValuesHaveASide();
    void goesThroughAFile_data();
    void goesThroughAFile();
    void damagedTreesAreRefused();
    void sameSeedSameBytes_data();
    void sameSeedSameBytes();
    void weightsMoveTheMean();
    void canBeCancelled_data();
    void canBeCancelled();
    void otherColumnsAreRefused();
};

void tst_TreeLearners::answersAsThePythonPackage_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("task");
    QTest::addColumn<QString>("peerTask");
    QTest::addColumn<QJsonObject>("options");
    QTest::addColumn<QByteArray>("parameters");
    QTest::addColumn<int>("rounds");
    const QJsonObject grown{{QStringLiteral("trees"), 20}, {QStringLiteral("depth"), 5},
        {QStringLiteral("leafWeight"), 3.0}, {QStringLiteral("featureShare"), 0.5}};
    const QByteArray forest =
        R"("tree_method": "hist", "nthread": 1, "objective": "reg:squarederror",
        "eta": 1, "lambda": 0, "max_depth": 5, "min_child_weight": 3, "subsample": 0.632,
        "colsample_bynode": 0.5, "num_parallel_tree": 20, "seed": 1})";
    const QByteArray boosted = R"("tree_method": "hist", "nthread": 1, "eta": 0.05, "max_depth": 5,
        "min_child_weight": 3, "lambda": 1, "subsample": 0.7, "colsample_bytree": 0.5, "seed": 1,)";
    QTest::newRow("forestRegression")
        << kForest << int(TableTask::Regression) << "forest" << grown << '{' + forest << 1;
    QTest::newRow("forestClasses") << kForest << int(TableTask::Classification) << "forest-classes"
                                   << grown << '{' + forest << 1;
    QTest::newRow("forestCounts") << kForest << int(TableTask::Counts) << "forest" << grown
                                  << '{' + forest << 1;
    QTest::newRow("boostedRegression")
        << kBoosted << int(TableTask::Regression) << "boosted" << grown
        << '{' + boosted + R"("objective": "reg:squarederror"})" << 20;
    QTest::newRow("boostedClasses")
        << kBoosted << int(TableTask::Classification) << "boosted-classes" << grown
        << '{' + boosted + R"("objective": "multi:softprob", "min_child_weight": 0.75})" << 20;
    QTest::newRow("boostedCounts") << kBoosted << int(TableTask::Counts) << "boosted" << grown
                                   << '{' + boosted + R"("objective": "count:poisson"})" << 20;
}

void tst_TreeLearners::answersAsThePythonPackage()
{
    QFETCH(const QString, kind);
    QFETCH(const int, task);
    QFETCH(const QString, peerTask);
    QFETCH(const QJsonObject, options);
    QFETCH(const QByteArray, parameters);
    QFETCH(const int, rounds);
    static const QString python = peer();
    if (python.isEmpty())
        QSKIP("there is no Python with XGBoost (package python3-xgboost)");
    const auto target = task == int(TableTask::Regression) ? curved
        : task == int(TableTask::Classification)           ? kindOf
                                                           : eventsOf;
    const auto known = tableOf(500, 3, 1, target);
    for (std::size_t i = 0; i < known->matrix.values.size(); i += 13)
        known->matrix.values[i] = kMissing;
    const auto asked = tableOf(100, 3, 2, target);
    asked->matrix.values[5] = kMissing;
    QTemporaryDir folder;
    const QString train = folder.filePath(QStringLiteral("train"));
    const QString test = folder.filePath(QStringLiteral("test"));
    QVERIFY(writeTable(train, *known) && writeTable(test, *asked));
    const auto expected = numbersFrom(python,
        {QStringLiteral("-c"), QString::fromUtf8(kPeer), train, test, peerTask,
            QString::fromUtf8(parameters), QString::number(rounds)});
    VERIFY_RESULT(expected);

    const auto own = learner(kind, TableTask(task), *known, options);
    VERIFY_RESULT(own->fit({known}, {}));
    const auto answers = own->predict(asked->matrix, {});
    VERIFY_RESULT(answers);
    QCOMPARE(answers->size(), expected->size());
    for (std::size_t i = 0; i < answers->size(); ++i) {
        const double difference = std::abs((*expected)[i] - double((*answers)[i]));
        QVERIFY2(difference < 1e-6 * std::max(1.0, (*expected)[i]),
            qPrintable(QStringLiteral("%1: %2 instead of %3")
                           .arg(i)
                           .arg(double((*answers)[i]))
                           .arg((*expected)[i])));
    }
}

void tst_TreeLearners::oneTreeOfOneDecisionIsTwoMeans()
{
    auto sample = tableOf(8, 1, 1, [](const float *) { return 0.0F; });
    sample->matrix.values = {0, 1, 2, 3, 4, 5, 6, 7};
    sample->target = {1, 2, 3, 2, 10, 12, 11, 11};
    const auto own = learner(kForest, TableTask::Regression, *sample,
        {{QStringLiteral("trees"), 1}, {QStringLiteral("depth"), 1},
            {QStringLiteral("leafWeight"), 1.0}, {QStringLiteral("rowShare"), 1.0},
            {QStringLiteral("featureShare"), 1.0}});
    VERIFY_RESULT(own->fit({sample}, {}));
    const auto answers = own->predict(sample->matrix, {});
    VERIFY_RESULT(answers);
    for (std::size_t i = 0; i < 8; ++i)
        QVERIFY(std::abs((*answers)[i] - (i < 4 ? 2.0F : 11.0F)) < 1e-5F);
}

void tst_TreeLearners::forestGivesSharesOfClasses()
{
    // In the right half three of four rows are of the second class: that is its chance there.
    auto sample = tableOf(400, 1, 1, [](const float *) { return 0.0F; });
    for (std::size_t i = 0; i < 400; ++i)
        sample->target[i] = sample->matrix.values[i] >= 0.0F && i % 4 != 0 ? 1.0F : 0.0F;
    auto spec = tableSpec(kForest, TableTask::Classification, *sample,
        *completeOptions(kForest, ForestLearner::optionTable(),
            {{QStringLiteral("trees"), 1}, {QStringLiteral("depth"), 1},
                {QStringLiteral("rowShare"), 1.0}, {QStringLiteral("featureShare"), 1.0}}));
    spec.classes.pop_back();
    ForestLearner own(spec);
    VERIFY_RESULT(own.fit({sample}, {}));
    const auto answers = own.predict(sample->matrix, {});
    VERIFY_RESULT(answers);
    double rows = 0.0;
    double events = 0.0;
    for (std::size_t i = 0; i < 400; ++i) {
        rows += sample->matrix.values[i] >= 0.0F ? 1.0 : 0.0;
        events += double(sample->target[i]);
    }
    for (std::size_t i = 0; i < 400; ++i) {
        const double chance = sample->matrix.values[i] >= 0.0F ? events / rows : 0.0;
        QVERIFY(std::abs(double((*answers)[2 * i + 1]) - chance) < 1e-5);
        QVERIFY(std::abs((*answers)[2 * i] + (*answers)[2 * i + 1] - 1.0F) < 1e-6F);
    }
}

void tst_TreeLearners::validationEndsBoosting()
{
    Random noise(7);
    const auto noisy = [&](const float *x) { return curved(x) + float(noise.normal()); };
    const auto known = tableOf(300, 3, 1, noisy);
    const auto judged = tableOf(300, 3, 2, noisy);
    const auto own = learner(kBoosted, TableTask::Regression, *known,
        {{QStringLiteral("trees"), 2000}, {QStringLiteral("learningRate"), 0.3},
            {QStringLiteral("patience"), 10}});
    const auto report = own->fit({known, judged}, {});
    VERIFY_RESULT(report);
    QCOMPARE(report->rounds.size(), std::size_t(report->bestRound + 10));
    double least = report->rounds[0].validationLoss;
    for (const TableRound &round : report->rounds)
        least = std::min(least, round.validationLoss);
    QCOMPARE(report->rounds[std::size_t(report->bestRound - 1)].validationLoss, least);
    QVERIFY(report->rounds.back().trainLoss < report->rounds.front().trainLoss);
    // The trees after the best round are gone.
    const auto answers = own->predict(judged->matrix, {});
    VERIFY_RESULT(answers);
    double squares = 0.0;
    for (std::size_t i = 0; i < 300; ++i)
        squares += std::pow(double((*answers)[i] - judged->target[i]), 2.0);
    QVERIFY(std::abs(std::sqrt(squares / 300.0) - least) < 1e-4);
}

void tst_TreeLearners::missingValuesHaveASide()
{
    TreeEnsemble trees(1, {0.5F});
    trees.add({{0, 1.0F, 1, false}, {-1, 10.0F, 0, false}, {-1, 20.0F, 0, false}}, 0);
    trees.add({{0, 3.0F, 1, true}, {-1, 1.0F, 0, false}, {-1, 2.0F, 0, false}}, 0, 0.5F);
    FeatureMatrix matrix{{{QStringLiteral("x")}}, 4, {0.0F, 1.0F, 3.0F, kMissing}};
    QCOMPARE(trees.sums(matrix), (std::vector<float>{11.0F, 21.0F, 21.5F, 21.0F}));
    const auto back = TreeEnsemble::fromTensors(trees.tensors(), 1, 1);
    VERIFY_RESULT(back);
    QCOMPARE(back->sums(matrix), trees.sums(matrix));
    QVERIFY(back->tensors() == trees.tensors());
}

void tst_TreeLearners::goesThroughAFile_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<int>("task");
    for (const QString &kind : {kForest, kBoosted}) {
        for (const TableTask task :
            {TableTask::Regression, TableTask::Classification, TableTask::Counts})
            QTest::newRow(qPrintable(kind + taskName(task))) << kind << int(task);
    }
}

void tst_TreeLearners::goesThroughAFile()
{
    QFETCH(const QString, kind);
    QFETCH(const int, task);
    const auto target = task == int(TableTask::Regression) ? curved
        : task == int(TableTask::Classification)           ? kindOf
                                                           : eventsOf;
    const auto known = tableOf(200, 3, 1, target);
    const QJsonObject options{{QStringLiteral("trees"), 10}};
    const auto own = learner(kind, TableTask(task), *known, options);
    QCOMPARE(own->predict(known->matrix, {}).error().code, Errc::Usage);
    VERIFY_RESULT(own->fit({known}, {}));
    const auto state = tableModelFromSafetensors(toSafetensors(own->state()));
    VERIFY_RESULT(state);
    const auto loaded = learner(kind, TableTask(task), *known, options);
    VERIFY_RESULT(loaded->restore(*state));
    const auto expected = own->predict(known->matrix, {});
    const auto actual = loaded->predict(known->matrix, {});
    VERIFY_RESULT(expected);
    VERIFY_RESULT(actual);
    QVERIFY(sameBits(*expected, *actual));
    QVERIFY(toSafetensors(loaded->state()) == toSafetensors(own->state()));
    for (const float value : *expected)
        QVERIFY(std::isfinite(value) && (task == int(TableTask::Regression) || value >= 0.0F));
}

void tst_TreeLearners::damagedTreesAreRefused()
{
    const auto known = tableOf(200, 3, 1, curved);
    const auto own =
        learner(kBoosted, TableTask::Regression, *known, {{QStringLiteral("trees"), 5}});
    VERIFY_RESULT(own->fit({known}, {}));
    const TableModelState good = own->state();
    const auto refused = [&](std::size_t tensor, std::size_t place, float value) {
        TableModelState state = good;
        state.tensors[tensor].values[place] = value;
        return learner(kBoosted, TableTask::Regression, *known)->restore(state).error().code
            == Errc::Schema;
    };
    QCOMPARE(good.tensors[0].name, QStringLiteral("nodes"));
    QVERIFY(good.tensors[0].values[0] != 0.0F); // the first root decides
    QVERIFY(refused(0, 0, 4.0F)); // a feature that the rows lack
    QVERIFY(refused(0, 0, -4.0F));
    QVERIFY(refused(0, 0, 0.5F));
    QVERIFY(refused(0, 1, kMissing));
    QVERIFY(refused(0, 2, 0.0F)); // a circle
    QVERIFY(refused(0, 2, 1e6F)); // beyond the tree
    QVERIFY(refused(0, 2, 1.5F));
    QVERIFY(refused(1, 0, 1e9F)); // a longer tree than there are nodes
    QVERIFY(refused(1, 0, 0.0F));
    QVERIFY(refused(1, 1, 1.0F)); // an output that there is not
    QVERIFY(refused(2, 0, kMissing));
    TableModelState lacking = good;
    lacking.tensors.pop_back();
    QCOMPARE(learner(kBoosted, TableTask::Regression, *known)->restore(lacking).error().code,
        Errc::Schema);
}

void tst_TreeLearners::sameSeedSameBytes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("forest") << kForest;
    QTest::newRow("boosted") << kBoosted;
}

void tst_TreeLearners::sameSeedSameBytes()
{
    QFETCH(const QString, kind);
    const auto known = tableOf(300, 3, 1, curved);
    TaskContext context;
    context.threads = 2;
    std::vector<QByteArray> bytes;
    for (const std::uint64_t seed : {3U, 3U, 4U}) {
        const auto own =
            learner(kind, TableTask::Regression, *known, {{QStringLiteral("trees"), 10}});
        VERIFY_RESULT(own->fit({known, {}, {}, seed}, context));
        bytes.push_back(toSafetensors(own->state()));
    }
    QVERIFY(bytes[0] == bytes[1]);
    QVERIFY(bytes[0] != bytes[2]);
}

void tst_TreeLearners::weightsMoveTheMean()
{
    const auto known = tableOf(100, 3, 1, [](const float *) { return 0.0F; });
    for (std::size_t i = 0; i < 100; ++i) {
        known->target[i] = i % 2 == 0 ? 0.0F : 4.0F;
        known->weights.push_back(i % 2 == 0 ? 3.0F : 1.0F);
    }
    // A tree that cannot split answers the weighted mean everywhere.
    const auto own = learner(kForest, TableTask::Regression, *known,
        {{QStringLiteral("trees"), 1}, {QStringLiteral("leafWeight"), 10000.0},
            {QStringLiteral("rowShare"), 1.0}});
    VERIFY_RESULT(own->fit({known}, {}));
    const auto answers = own->predict(known->matrix, {});
    VERIFY_RESULT(answers);
    for (const float answer : *answers)
        QVERIFY(std::abs(answer - 1.0F) < 1e-5F);
}

void tst_TreeLearners::canBeCancelled_data()
{
    sameSeedSameBytes_data();
}

void tst_TreeLearners::canBeCancelled()
{
    QFETCH(const QString, kind);
    const auto known = tableOf(300, 3, 1, curved);
    const auto own =
        learner(kind, TableTask::Regression, *known, {{QStringLiteral("trees"), 2000}});
    QCOMPARE(own->fit({known}, stoppingAfter(2)).error().code, Errc::Cancelled);
    QCOMPARE(own->predict(known->matrix, {}).error().code, Errc::Usage);
}

void tst_TreeLearners::otherColumnsAreRefused()
{
    const auto known = tableOf(100, 3, 1, curved);
    const auto own =
        learner(kBoosted, TableTask::Regression, *known, {{QStringLiteral("trees"), 2}});
    VERIFY_RESULT(own->fit({known}, {}));
    const auto narrow = tableOf(10, 2, 1, [](const float *x) { return x[0]; });
    QCOMPARE(own->predict(narrow->matrix, {}).error().code, Errc::Shape);
}

QTEST_GUILESS_MAIN(tst_TreeLearners)
#include "tst_tree_learners.moc"
