// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/tables.h"
#include "models/svm/svm_learner.h"

#include <QFile>
#include <QTest>

using namespace belvedere;

namespace {

QJsonObject completed(const QJsonObject &options)
{
    return *completeOptions(QStringLiteral("svm"), SvmLearner::optionTable(), options);
}

SvmLearner learner(TableTask task, const TableSample &sample, const QJsonObject &options = {})
{
    return SvmLearner(tableSpec(QStringLiteral("svm"), task, sample, completed(options)));
}

/// In the format of svm-train: target, then index:value of all that is not zero.
bool writeProblem(const QString &path, const TableSample &sample)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    for (std::size_t i = 0; i < sample.matrix.rows; ++i) {
        QString line = QString::number(double(sample.target[i]), 'g', 17);
        for (std::size_t c = 0; c < sample.matrix.columns(); ++c)
            line += QStringLiteral(" %1:%2").arg(c + 1).arg(
                QString::number(double(sample.matrix.row(i)[c]), 'g', 17));
        file.write(line.toUtf8() + '\n');
    }
    return true;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(QLatin1Char(' '));
}

double rootError(const std::vector<float> &answers, const std::vector<float> &truth)
{
    double squares = 0.0;
    for (std::size_t i = 0; i < truth.size(); ++i)
        squares += double(answers[i] - truth[i]) * double(answers[i] - truth[i]);
    return std::sqrt(squares / double(truth.size()));
}

} // namespace

class tst_SvmLearner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsTheCommandLine_data();
    void answersAsTheCommandLine();
    void twoPointsHaveTheWidestMargin();
    void learnsACurve();
    void missingCountsAsTheMean();
    void drawsAtMostRowsOfEachClass();
    void classWeightsShift();
    void goesThroughAFile_data();
    void goesThroughAFile();
    void damagedStateIsRefused();
    void sameSeedSameNumbers();
    void weightsOfRowsAreRefused();
    void canBeCancelled();
};

void tst_SvmLearner::answersAsTheCommandLine_data()
{
    QTest::addColumn<int>("task");
    QTest::addColumn<QString>("kernel");
    QTest::addColumn<QStringList>("arguments");
    const int regression = int(TableTask::Regression);
    const int classes = int(TableTask::Classification);
    QTest::newRow("regressionLinear")
        << regression << "linear" << words("-s 3 -t 0 -c 2 -p 0.05 -e 1e-8");
    QTest::newRow("regressionRadial")
        << regression << "rbf" << words("-s 3 -t 2 -g 0.25 -c 2 -p 0.05 -e 1e-8");
    QTest::newRow("classesLinear") << classes << "linear" << words("-s 0 -t 0 -c 2 -e 1e-8 -b 1");
    QTest::newRow("classesRadial")
        << classes << "rbf" << words("-s 0 -t 2 -g 0.25 -c 2 -e 1e-8 -b 1");
}

void tst_SvmLearner::answersAsTheCommandLine()
{
    QFETCH(const int, task);
    QFETCH(const QString, kernel);
    QFETCH(const QStringList, arguments);
    const QString train = QStandardPaths::findExecutable(QStringLiteral("svm-train"));
    const QString predict = QStandardPaths::findExecutable(QStringLiteral("svm-predict"));
    if (train.isEmpty() || predict.isEmpty())
        QSKIP("svm-train and svm-predict are not installed (package libsvm-tools)");
    // Where the solver stops within its tolerance is chance; that it is small leaves none.
    const bool isClass = task == int(TableTask::Classification);
    const auto target = isClass ? kindOf : curved;
    const auto known = tableOf(240, 3, 1, target);
    const auto asked = tableOf(80, 3, 2, target);
    QTemporaryDir folder;
    const auto at = [&](const char *name) { return folder.filePath(QLatin1String(name)); };
    QVERIFY(writeProblem(at("train"), *known) && writeProblem(at("test"), *asked));
    VERIFY_RESULT(
        numbersFrom(train, words("-q") + arguments + QStringList{at("train"), at("model")}));
    VERIFY_RESULT(numbersFrom(predict,
        words(isClass ? "-b 1" : "-b 0") + QStringList{at("test"), at("model"), at("answers")}));
    QFile file(at("answers"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList lines =
        QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QStringList order; // "labels 2 0 1": the columns after the answer itself
    if (isClass)
        order = lines.takeFirst().split(QLatin1Char(' ')).mid(1);
    QCOMPARE(lines.size(), 80);

    auto own = learner(TableTask(task), *known,
        {{QStringLiteral("kernel"), kernel}, {QStringLiteral("scaling"), QStringLiteral("none")},
            {QStringLiteral("cost"), 2.0}, {QStringLiteral("gamma"), 0.25},
            {QStringLiteral("tube"), 0.05}, {QStringLiteral("tolerance"), 1e-8}});
    VERIFY_RESULT(own.fit({known}, {}));
    const auto answers = own.predict(asked->matrix, {});
    VERIFY_RESULT(answers);
    for (int i = 0; i < 80; ++i) {
        const QStringList words = lines[i].split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (!isClass) {
            const double answer = double((*answers)[std::size_t(i)]);
            QVERIFY2(std::abs(words[0].toDouble() - answer) < 1e-6,
                qPrintable(QStringLiteral("%1 instead of %2").arg(answer).arg(lines[i])));
            continue;
        }
        // svm-predict prints six digits of a chance.
        for (int c = 0; c < 3; ++c)
            QVERIFY2(std::abs(words[c + 1].toDouble()
                         - double((*answers)[std::size_t(3 * i + order[c].toInt())]))
                    < 2e-6,
                qPrintable(lines[i]));
    }
}

/// Between the points -1 and +1 the widest margin is 2, the decision the point itself.
void tst_SvmLearner::twoPointsHaveTheWidestMargin()
{
    SvmMachine machine;
    machine.linear = true;
    machine.columns = 1;
    machine.weights = {1.0};
    machine.offsets = {0.0};
    QCOMPARE(machine.decisions({0.25F, -3.0F}, 2), (std::vector<double>{0.25, -3.0}));

    auto sample = std::make_shared<TableSample>();
    sample->matrix.features = {{QStringLiteral("x0")}};
    sample->matrix.rows = 2;
    sample->matrix.values = {-1.0F, 1.0F};
    sample->target = {-1.0F, 1.0F};
    auto line = learner(TableTask::Regression, *sample,
        {{QStringLiteral("kernel"), QStringLiteral("linear")},
            {QStringLiteral("scaling"), QStringLiteral("none")}, {QStringLiteral("cost"), 1000.0},
            {QStringLiteral("tube"), 0.0}});
    VERIFY_RESULT(line.fit({sample}, {}));
    FeatureMatrix asked = sample->matrix;
    asked.values = {0.0F, 3.0F};
    const auto answers = line.predict(asked, {});
    VERIFY_RESULT(answers);
    QVERIFY(std::abs((*answers)[0]) < 2e-3F && std::abs((*answers)[1] - 3.0F) < 6e-3F);
}

void tst_SvmLearner::learnsACurve()
{
    const auto known = tableOf(800, 3, 1, curved);
    const auto asked = tableOf(200, 3, 2, curved);
    auto own = learner(TableTask::Regression, *known, {{QStringLiteral("cost"), 100.0}});
    const auto report = own.fit({known, asked}, {});
    VERIFY_RESULT(report);
    QCOMPARE(report->rounds.size(), std::size_t(1));
    const auto answers = own.predict(asked->matrix, {});
    VERIFY_RESULT(answers);
    const double error = rootError(*answers, asked->target);
    QVERIFY2(error < 0.12, qPrintable(QString::number(error))); // the target spreads by 1
    QVERIFY(std::abs(report->rounds[0].validationLoss - error) < 1e-6);
}

void tst_SvmLearner::missingCountsAsTheMean()
{
    const auto known = tableOf(200, 3, 1, curved);
    auto own = learner(TableTask::Regression, *known);
    VERIFY_RESULT(own.fit({known}, {}));
    double mean = 0.0;
    for (std::size_t i = 0; i < 200; ++i)
        mean += double(known->matrix.row(i)[1]) / 200.0;
    FeatureMatrix asked = known->matrix;
    asked.rows = 2;
    asked.values = {1.0F, kMissing, 0.5F, 1.0F, static_cast<float>(mean), 0.5F};
    const auto answers = own.predict(asked, {});
    VERIFY_RESULT(answers);
    QVERIFY(std::abs((*answers)[0] - (*answers)[1]) < 1e-6F);
}

void tst_SvmLearner::drawsAtMostRowsOfEachClass()
{
    // One row in a hundred is of the last class: it is not lost among 60 that are drawn.
    const auto known = tableOf(2000, 3, 1, [](const float *x) {
        return x[0] > 1.95F ? 2.0F : x[1] > 0 ? 1.0F : 0.0F;
    });
    auto own = learner(TableTask::Classification, *known, {{QStringLiteral("rows"), 60.0}});
    VERIFY_RESULT(own.fit({known}, {}));
    const auto answers = own.predict(known->matrix, {});
    VERIFY_RESULT(answers);
    for (std::size_t i = 0; i < answers->size(); i += 3) {
        QVERIFY(std::abs((*answers)[i] + (*answers)[i + 1] + (*answers)[i + 2] - 1.0F) < 1e-5F);
        QVERIFY((*answers)[i] > 0.0F);
    }
}

void tst_SvmLearner::classWeightsShift()
{
    Random noise(3);
    const auto known = tableOf(300, 3, 1,
        [&](const float *x) { return x[0] + 2.0F * float(noise.normal()) > 0 ? 1.0F : 0.0F; });
    auto spec = tableSpec(QStringLiteral("svm"), TableTask::Classification, *known, completed({}));
    spec.classes.pop_back();
    double share[2] = {};
    for (int weighed = 0; weighed < 2; ++weighed) {
        SvmLearner own(spec);
        TableTraining training{known};
        if (weighed == 1)
            training.classWeights = {1.0F, 10.0F};
        VERIFY_RESULT(own.fit(training, {}));
        const auto answers = own.predict(known->matrix, {});
        VERIFY_RESULT(answers);
        for (std::size_t i = 1; i < answers->size(); i += 2)
            share[weighed] += double((*answers)[i]) / 300.0;
    }
    QVERIFY(share[0] > 0.3 && share[0] < 0.7);
    QVERIFY(share[1] != share[0]);
}

void tst_SvmLearner::goesThroughAFile_data()
{
    QTest::addColumn<int>("task");
    QTest::addColumn<QString>("kernel");
    for (const char *kernel : {"linear", "rbf"}) {
        for (const TableTask task : {TableTask::Regression, TableTask::Classification})
            QTest::newRow(qPrintable(taskName(task) + QLatin1String(kernel)))
                << int(task) << QString::fromLatin1(kernel);
    }
}

void tst_SvmLearner::goesThroughAFile()
{
    QFETCH(const int, task);
    QFETCH(const QString, kernel);
    const bool isClass = task == int(TableTask::Classification);
    const auto known = tableOf(150, 3, 1, isClass ? kindOf : curved);
    auto own = learner(TableTask(task), *known, {{QStringLiteral("kernel"), kernel}});
    VERIFY_RESULT(own.fit({known}, {}));
    const auto state = tableModelFromSafetensors(toSafetensors(own.state()));
    VERIFY_RESULT(state);
    const auto loaded = SvmLearner::load(*state);
    VERIFY_RESULT(loaded);
    const auto expected = own.predict(known->matrix, {});
    const auto actual = (*loaded)->predict(known->matrix, {});
    VERIFY_RESULT(expected);
    VERIFY_RESULT(actual);
    QVERIFY(sameBits(*expected, *actual));
    QVERIFY(toSafetensors((*loaded)->state()) == toSafetensors(own.state()));
}

void tst_SvmLearner::damagedStateIsRefused()
{
    const auto known = tableOf(150, 3, 1, kindOf);
    auto own = learner(TableTask::Classification, *known);
    VERIFY_RESULT(own.fit({known}, {}));
    const TableModelState good = own.state();
    for (std::size_t t = 0; t < good.tensors.size(); ++t) {
        TableModelState lacking = good;
        lacking.tensors.erase(lacking.tensors.begin() + std::ptrdiff_t(t));
        QCOMPARE(SvmLearner::load(lacking).error().code, Errc::Schema);
        TableModelState noNumber = good;
        noNumber.tensors[t].values[0] = kMissing;
        QCOMPARE(SvmLearner::load(noNumber).error().code, Errc::Schema);
        TableModelState shorter = good;
        shorter.tensors[t].shape[0] -= 1;
        QVERIFY(!SvmLearner::load(shorter));
    }
}

void tst_SvmLearner::sameSeedSameNumbers()
{
    const auto known = tableOf(150, 3, 1, kindOf);
    QByteArray bytes[2];
    for (QByteArray &b : bytes) {
        auto own = learner(TableTask::Classification, *known, {{QStringLiteral("rows"), 90.0}});
        VERIFY_RESULT(own.fit({known, {}, {}, 5}, {}));
        b = toSafetensors(own.state());
    }
    QVERIFY(bytes[0] == bytes[1]);
}

void tst_SvmLearner::weightsOfRowsAreRefused()
{
    const auto known = tableOf(20, 3, 1, curved);
    known->weights.assign(20, 1.0F);
    auto own = learner(TableTask::Regression, *known);
    QCOMPARE(own.fit({known}, {}).error().code, Errc::Usage);
}

void tst_SvmLearner::canBeCancelled()
{
    Random noise(4);
    const auto known = tableOf(1500, 3, 1, [&](const float *) { return float(noise.normal()); });
    auto own = learner(TableTask::Regression, *known,
        {{QStringLiteral("cost"), 1000.0}, {QStringLiteral("tube"), 0.0}});
    QCOMPARE(own.fit({known}, stoppingAfter(1)).error().code, Errc::Cancelled);
    QCOMPARE(own.predict(known->matrix, {}).error().code, Errc::Usage);
    // The next machine of the same thread is not stopped.
    const auto small = tableOf(100, 3, 1, curved);
    auto next = learner(TableTask::Regression, *small);
    VERIFY_RESULT(next.fit({small}, {}));
}

QTEST_GUILESS_MAIN(tst_SvmLearner)
#include "tst_svm_learner.moc"
