// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/tables.h"

#include <QTest>

using namespace belvedere;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

} // namespace

class tst_TableLearner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundTablesPass();
    void unsoundTablesAreRefused_data();
    void unsoundTablesAreRefused();
    void weightsMultiply();
    void specGoesThroughJson();
    void fileIsToldFromAForecaster();
};

void tst_TableLearner::soundTablesPass()
{
    const auto sample = tableOf(20, 3, 1, curved);
    sample->matrix.values[4] = kNan;
    for (const TableTask task : {TableTask::Regression, TableTask::Classification}) {
        const auto table = task == TableTask::Regression ? sample : tableOf(20, 3, 1, kindOf);
        VERIFY_RESULT(checkTraining(tableSpec(QStringLiteral("any"), task, *table), {table}));
    }
}

void tst_TableLearner::unsoundTablesAreRefused_data()
{
    QTest::addColumn<int>("task");
    QTest::addColumn<std::function<void(TableTraining &, TableSample &)>>("spoil");
    QTest::addColumn<QString>("message");
    using Spoil = std::function<void(TableTraining &, TableSample &)>;
    const int regression = int(TableTask::Regression);
    const int classes = int(TableTask::Classification);
    QTest::newRow("noRows") << regression << Spoil([](TableTraining &, TableSample &s) {
        s.matrix.rows = 0;
        s.matrix.values.clear();
        s.target.clear();
    }) << "There are no rows to learn the target \"y\" from.";
    QTest::newRow("missingTarget")
        << regression << Spoil([](TableTraining &, TableSample &s) { s.target[3] = kNan; })
        << "The target \"y\" is missing in row 4. Leave out rows without a target.";
    QTest::newRow("infiniteTarget")
        << regression << Spoil([](TableTraining &, TableSample &s) { s.target[0] = kInfinity; })
        << "The target \"y\" is infinite in row 1.";
    QTest::newRow("constantTarget") << regression << Spoil([](TableTraining &, TableSample &s) {
        std::fill(s.target.begin(), s.target.end(), 7.0F);
    }) << "The target \"y\" is the same in every row, so there is nothing to learn.";
    QTest::newRow("oneClass")
        << classes << Spoil([](TableTraining &, TableSample &s) {
               std::fill(s.target.begin(), s.target.end(), 2.0F);
           })
        << "Every row has the class \"high\", so there is nothing to tell apart. At least two "
           "classes are needed.";
    QTest::newRow("noClass") << classes
                             << Spoil([](TableTraining &, TableSample &s) { s.target[1] = 3.0F; })
                             << "The target \"y\" is no known class in row 2.";
    QTest::newRow("halfAClass") << classes << Spoil([](TableTraining &, TableSample &s) {
        s.target[1] = 0.5F;
    }) << "The target \"y\" is no known class in row 2.";
    QTest::newRow("negativeCount") << int(
        TableTask::Counts) << Spoil([](TableTraining &, TableSample &s) {
        s.target[5] = -1.0F;
    }) << "The target \"y\" is below zero in row 6. A count cannot be; choose the task regression.";
    QTest::newRow("constantFeatures")
        << regression << Spoil([](TableTraining &, TableSample &s) {
               for (std::size_t i = 0; i < s.matrix.rows; ++i) {
                   s.matrix.values[i * 3] = 1.0F;
                   s.matrix.values[i * 3 + 2] = kNan;
               }
           })
        << "Features with the same value in every row, or with none, tell nothing. Leave out: x0, "
           "x2.";
    QTest::newRow("infiniteFeature") << regression << Spoil([](TableTraining &, TableSample &s) {
        s.matrix.values[7] = -kInfinity;
    }) << "The feature \"x1\" is infinite in row 3.";
    QTest::newRow("lackingColumn") << regression << Spoil([](TableTraining &, TableSample &s) {
        s.matrix.features[1].name = QStringLiteral("z");
    }) << "The table lacks columns that the model looks at: x1.";
    QTest::newRow("swappedColumns") << regression << Spoil([](TableTraining &, TableSample &s) {
        std::swap(s.matrix.features[0], s.matrix.features[1]);
    }) << "The model looks at 3 columns; the table has 3, or the same in another order.";
    QTest::newRow("negativeWeight") << regression << Spoil([](TableTraining &, TableSample &s) {
        s.weights.assign(20, 1.0F);
        s.weights[2] = -1.0F;
    }) << "Every row needs one weight, a finite number from 0 on.";
    QTest::newRow("classWithoutWeight") << classes << Spoil([](TableTraining &t, TableSample &) {
        t.classWeights = {1.0F, 2.0F};
    }) << "Every class needs one weight, a finite number above 0; there are 3 classes.";
}

void tst_TableLearner::unsoundTablesAreRefused()
{
    QFETCH(const int, task);
    QFETCH(const std::function<void(TableTraining &, TableSample &)>, spoil);
    QFETCH(const QString, message);
    const bool isClass = task == int(TableTask::Classification);
    const auto sample = tableOf(20, 3, 1, isClass ? kindOf : curved);
    if (task == int(TableTask::Counts))
        std::fill(sample->target.begin(), sample->target.end() - 1, 1.0F);
    const auto spec = tableSpec(QStringLiteral("any"), TableTask(task), *sample);
    TableTraining training{sample};
    spoil(training, *sample);
    const auto checked = checkTraining(spec, training);
    QVERIFY(!checked);
    QCOMPARE(checked.error().message(), message);
}

void tst_TableLearner::weightsMultiply()
{
    const auto sample = tableOf(4, 3, 1, kindOf);
    sample->target = {0, 1, 2, 1};
    const auto spec = tableSpec(QStringLiteral("any"), TableTask::Classification, *sample);
    QVERIFY(rowWeights({sample}, spec).empty());
    QCOMPARE(rowWeights({sample, {}, {1.0F, 2.0F, 4.0F}}, spec),
        (std::vector<float>{1.0F, 2.0F, 4.0F, 2.0F}));
    sample->weights = {0.5F, 0.5F, 1.0F, 0.0F};
    QCOMPARE(rowWeights({sample, {}, {1.0F, 2.0F, 4.0F}}, spec),
        (std::vector<float>{0.5F, 1.0F, 4.0F, 0.0F}));
}

void tst_TableLearner::specGoesThroughJson()
{
    const auto sample = tableOf(4, 3, 1, kindOf);
    const auto spec = tableSpec(QStringLiteral("forest"), TableTask::Classification, *sample,
        {{QStringLiteral("trees"), 7}});
    const auto back = TableModelSpec::fromJson(spec.toJson());
    VERIFY_RESULT(back);
    QCOMPARE(back->toJson(), spec.toJson());
    for (const char *field : {"kind", "task", "features", "classes"}) {
        QJsonObject json = spec.toJson();
        json.remove(QLatin1String(field));
        const auto refused = TableModelSpec::fromJson(json);
        QVERIFY(!refused);
        QVERIFY(refused.error().message().contains(QLatin1String(field)));
    }
}

void tst_TableLearner::fileIsToldFromAForecaster()
{
    const auto sample = tableOf(4, 3, 1, kindOf);
    const TableModelState state{
        tableSpec(QStringLiteral("forest"), TableTask::Classification, *sample),
        {{QStringLiteral("bases"), {2}, {0.5F, kNan}}}};
    const QByteArray bytes = toSafetensors(state);
    const auto back = tableModelFromSafetensors(bytes);
    VERIFY_RESULT(back);
    QVERIFY(back->tensors == state.tensors);
    QCOMPARE(fromSafetensors(bytes).error().code, Errc::Schema);
    const auto history = historyOf(4, 1, [](int, int) { return 1.0F; });
    const ModelState forecaster{specOf(QStringLiteral("seasonal"), *history), {}};
    QCOMPARE(tableModelFromSafetensors(toSafetensors(forecaster)).error().code, Errc::Schema);
    for (qsizetype cut = 0; cut < bytes.size(); cut += 7)
        QVERIFY(!tableModelFromSafetensors(bytes.left(cut)));
}

QTEST_GUILESS_MAIN(tst_TableLearner)
#include "tst_table_learner.moc"
