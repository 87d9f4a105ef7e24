// SPDX-License-Identifier: GPL-3.0-or-later
#include "registry/table_runs.h"

#include "base/random.h"
#include "support/memory_store.h"
#include "support/table_kinds.h"
#include "support/verify_ok.h"

#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace belvedere;

/// From a table to a kept run, a registered version and its answers.
class tst_TableRuns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void classification();
    void regressionAndCounts_data();
    void regressionAndCounts();
    void sameSeedSameNumbers();
    void thresholdComesFromValidation();
    void importanceFindsWhatMatters();
    void registryNamesTableAndTarget();
    void otherTables();
    void refusals_data();
    void refusals();
    void cancelled();
    void forecastVerbsSayWhy();

private:
    struct City
    {
        QTemporaryDir folder;
        std::shared_ptr<test::MemoryStore> store =
            std::make_shared<test::MemoryStore>(folder.path());
        test::PlainTableKinds kinds;
    };
    static ColumnTable shop(int rows = 600);
    static TrainSpec spec(const char *task, const char *target, const char *model);
};

/// Who buys: the chance rises with income and on Mondays; "noise" says nothing, "id" is text.
ColumnTable tst_TableRuns::shop(int rows)
{
    Random random(5);
    ColumnTable table;
    table.info.name = QStringLiteral("shop");
    table.info.rows = rows;
    table.info.columns = {{QStringLiteral("income"), ColumnKind::Number, {}, 0, rows},
        {QStringLiteral("day"), ColumnKind::Category,
            {QStringLiteral("Monday"), QStringLiteral("Sunday")}, 0, 2},
        {QStringLiteral("noise"), ColumnKind::Number, {}, 0, rows},
        {QStringLiteral("same"), ColumnKind::Number, {}, 0, 1},
        {QStringLiteral("id"), ColumnKind::Text, {}, 0, rows},
        {QStringLiteral("buys"), ColumnKind::Category,
            {QStringLiteral("no"), QStringLiteral("yes")}, 10, 2},
        {QStringLiteral("spent"), ColumnKind::Number, {}, 0, rows},
        {QStringLiteral("items"), ColumnKind::Number, {}, 0, 20},
        {QStringLiteral("at"), ColumnKind::Time, {}, 0, rows}};
    table.cells.resize(table.info.columns.size());
    for (int i = 0; i < rows; ++i) {
        const double income = random.normal(50.0, 15.0);
        const bool sunday = random.uniform() < 0.5;
        const double z = (income - 50.0) / 8.0 - (sunday ? 1.0 : 0.0);
        const bool buys = random.uniform() < 1.0 / (1.0 + std::exp(-z));
        table.cells[0].push_back(income);
        table.cells[1].push_back(sunday ? 1.0 : 0.0);
        table.cells[2].push_back(random.normal());
        table.cells[3].push_back(7.0);
        table.cells[5].push_back(i < 10 ? std::nan("") : buys ? 1.0 : 0.0);
        table.cells[6].push_back(2.0 * income + (sunday ? -20.0 : 0.0) + random.normal(0.0, 3.0));
        table.cells[7].push_back(random.poisson(std::exp(0.03 * income)));
        table.cells[8].push_back(1.7e12 + 3.6e6 * i);
    }
    return table;
}

TrainSpec tst_TableRuns::spec(const char *task, const char *target, const char *model)
{
    TrainSpec s;
    s.dataset = QStringLiteral("shop");
    s.channel = QLatin1String(target);
    s.task = QLatin1String(task);
    s.model = QLatin1String(model);
    s.table =
        TableSettings{{QStringLiteral("income"), QStringLiteral("day"), QStringLiteral("noise")},
            QStringLiteral("random"), false, {}, ThresholdAim::F1};
    return s;
}

void tst_TableRuns::classification()
{
    City city;
    VERIFY_OK(city.store->writeTable(shop()));
    TrainSpec s = spec("classification", "buys", "logistic");
    s.table->columns.clear();
    auto outcome = trainTableRun(city.store, city.kinds, s);
    VERIFY_OK(outcome);
    const auto run = RunArchive(city.store).add(std::move(*outcome));
    VERIFY_OK(run);
    QCOMPARE(run->id, QStringLiteral("r0001-logistic"));
    const auto kept = RunArchive(city.store).run(run->id);
    VERIFY_OK(kept);
    QCOMPARE(kept->toJson(), run->toJson());
    const TableResult &result = *kept->table;
    QCOMPARE(result.withoutTarget, 10);
    QCOMPARE(result.trainRows + result.validationRows + result.testRows, 590);
    QCOMPARE(result.unused.size(), 2U); // the constant column and the text
    QCOMPARE(result.classes, (std::vector<QString>{QStringLiteral("no"), QStringLiteral("yes")}));
    const ClassificationFigures &test = *result.test.classification;
    const ClassificationFigures &constant =
        *result.baselines.at(QStringLiteral("constant")).classification;
    QVERIFY(test.accuracy > 0.7);
    QVERIFY(test.auc > 0.8);
    QVERIFY(test.accuracy > constant.accuracy);
    QCOMPARE(constant.auc, 0.5);
    QVERIFY(std::isnan(kept->test.all.mae)); // nothing that looks like an error
    QVERIFY(kept->epochs.size() > 1);

    const auto figures = evaluateTableRun(city.store, city.kinds, run->id);
    VERIFY_OK(figures);
    QCOMPARE(figures->toJson(), result.test.toJson());
    const auto analysis = RunArchive(city.store).tableAnalysis(run->id);
    VERIFY_OK(analysis);
    QCOMPARE(analysis->classes.size(), 2U);
    QVERIFY(!analysis->classes[1].roc.empty());
    QVERIFY(!analysis->classes[1].reliability.empty());
}

void tst_TableRuns::regressionAndCounts_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("model");
    QTest::newRow("regression") << QStringLiteral("regression") << QStringLiteral("spent")
                                << QStringLiteral("ridge");
    QTest::newRow("counts") << QStringLiteral("counts") << QStringLiteral("items")
                            << QStringLiteral("poisson");
}

void tst_TableRuns::regressionAndCounts()
{
    QFETCH(QString, task);
    QFETCH(QString, target);
    QFETCH(QString, model);
    City city;
    VERIFY_OK(city.store->writeTable(shop()));
    const auto outcome = trainTableRun(city.store, city.kinds,
        spec(qUtf8Printable(task), qUtf8Printable(target), qUtf8Printable(model)));
    VERIFY_OK(outcome);
    const TableResult &result = *outcome->record.table;
    const NumberFigures &test = *result.test.numbers;
    const NumberFigures &constant = *result.baselines.at(QStringLiteral("constant")).numbers;
    QVERIFY(test.mae < constant.mae);
    QVERIFY(test.r2 > 0.3);
    QCOMPARE(outcome->record.test.all.mae, test.mae);
    QCOMPARE(outcome->record.baselines.at(QStringLiteral("constant")).all.mae, constant.mae);
    QVERIFY(!outcome->tableAnalysis->sample.empty());
    if (task == QLatin1String("counts")) {
        QVERIFY(test.poissonDeviance < constant.poissonDeviance);
    } else {
        QVERIFY(test.rmse < 3.6); // the noise alone is 3
    }
}

void tst_TableRuns::sameSeedSameNumbers()
{
    City city;
    VERIFY_OK(city.store->writeTable(shop()));
    TrainSpec s = spec("classification", "buys", "logistic");
    const auto first = trainTableRun(city.store, city.kinds, s);
    const auto second = trainTableRun(city.store, city.kinds, s);
    VERIFY_OK(first);
    VERIFY_OK(second);
    QCOMPARE(second->record.table->toJson(), first->record.table->toJson());
    QCOMPARE(second->record.dataHash, first->record.dataHash);
    QCOMPARE(second->tableAnalysis->toJson(), first->tableAnalysis->toJson());
    s.seed = 9;
    const auto other = trainTableRun(city.store, city.kinds, s);
    VERIFY_OK(other);
    QVERIFY(other->record.table->toJson() != first->record.table->toJson());
    s = TrainSpec::fromJson(s.toJson()).value_or(TrainSpec());
    QVERIFY(s.table);
    QCOMPARE(s.table->splitBy, QStringLiteral("random"));
}

/// Shuffling the targets of the test rows changes neither the threshold nor the model.
void tst_TableRuns::thresholdComesFromValidation()
{
    City city;
    ColumnTable table = shop();
    TrainSpec s = spec("classification", "buys", "logistic");
    s.table->splitBy = QStringLiteral("at");
    VERIFY_OK(city.store->writeTable(table));
    const auto before = trainTableRun(city.store, city.kinds, s);
    VERIFY_OK(before);
    const std::size_t testBegins =
        static_cast<std::size_t>(table.info.rows - before->record.table->testRows);
    for (std::size_t i = testBegins; i < table.cells[5].size(); ++i)
        table.cells[5][i] = 1.0 - table.cells[5][i];
    VERIFY_OK(city.store->writeTable(table));
    const auto after = trainTableRun(city.store, city.kinds, s);
    VERIFY_OK(after);
    QCOMPARE(after->record.table->threshold, before->record.table->threshold);
    QCOMPARE(after->tableModel->tensors, before->tableModel->tensors);
    QVERIFY(after->record.table->test.classification->accuracy
        < before->record.table->test.classification->accuracy);
    QCOMPARE(before->record.table->splitBy, QStringLiteral("at"));
}

void tst_TableRuns::importanceFindsWhatMatters()
{
    City city;
    VERIFY_OK(city.store->writeTable(shop()));
    const auto outcome =
        trainTableRun(city.store, city.kinds, spec("regression", "spent", "ridge"));
    VERIFY_OK(outcome);
    const auto &importance = outcome->tableAnalysis->importance;
    QCOMPARE(importance.size(), 3U);
    QCOMPARE(importance[0].column, QStringLiteral("income"));
    QCOMPARE(importance[1].column, QStringLiteral("day"));
    // Shuffling income of slope 2 and deviation 15: the error grows to about sqrt(2) 30.
    QVERIFY(importance[0].increase > 30.0 && importance[0].increase < 50.0);
    QVERIFY(std::abs(importance[2].increase) < 0.2);
}

void tst_TableRuns::registryNamesTableAndTarget()
{
    City city;
    VERIFY_OK(city.store->writeTable(shop()));
    auto outcome =
        trainTableRun(city.store, city.kinds, spec("classification", "buys", "logistic"));
    VERIFY_OK(outcome);
    const auto run = RunArchive(city.store).add(std::move(*outcome));
    VERIFY_OK(run);
    Registry registry(city.store);
    const auto version = registry.deploy(run->id);
    VERIFY_OK(version);
    QCOMPARE(version->id(), QStringLiteral("shop-buys/1"));
    QCOMPARE(version->task, QStringLiteral("classification"));
    QCOMPARE(version->testAccuracy, run->table->test.classification->accuracy);
    const auto found = registry.find(QStringLiteral("shop-buys"));
    VERIFY_OK(found);
    QCOMPARE(found->toJson(), version->toJson());

    const auto model = tablePredictor(city.store, city.kinds, found->runId);
    VERIFY_OK(model);
    ColumnTable stranger = shop(3);
    stranger.info.columns.erase(stranger.info.columns.begin() + 5); // no target
    stranger.cells.erase(stranger.cells.begin() + 5);
    const auto answers = model->predict(stranger, {0, 1, 2});
    VERIFY_OK(answers);
    QCOMPARE(answers->classes.size(), 3U);
    QVERIFY(std::abs(answers->values[0] + answers->values[1] - 1.0F) < 1e-6F);
}

void tst_TableRuns::otherTables()
{
    City city;
    VERIFY_OK(city.store->writeTable(shop()));
    auto outcome =
        trainTableRun(city.store, city.kinds, spec("classification", "buys", "logistic"));
    VERIFY_OK(outcome);
    const auto run = RunArchive(city.store).add(std::move(*outcome));
    VERIFY_OK(run);
    ColumnTable other = shop(50);
    other.info.name = QStringLiteral("other");
    VERIFY_OK(city.store->writeTable(other));
    const auto figures = evaluateTableRun(city.store, city.kinds, run->id, QStringLiteral("other"));
    VERIFY_OK(figures);
    QCOMPARE(figures->classification->rows, 40); // all that have a target
    other.info.columns[5].categories[1] = QStringLiteral("perhaps");
    VERIFY_OK(city.store->writeTable(other));
    const auto unknown = evaluateTableRun(city.store, city.kinds, run->id, QStringLiteral("other"));
    QVERIFY(!unknown);
    QVERIFY(unknown.error().message().contains(QLatin1String("perhaps")));
}

void tst_TableRuns::refusals_data()
{
    QTest::addColumn<QString>("task");
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("splitBy");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *task, const char *target, const char *splitBy,
                         const char *said) {
        QTest::newRow(name) << QString::fromLatin1(task) << QString::fromLatin1(target)
                            << QString::fromLatin1(splitBy) << QString::fromLatin1(said);
    };
    row("no target", "classification", "", "random", "There are: income, day");
    row("unknown target", "classification", "wage", "random", "has no column \"wage\". There are");
    row("text", "classification", "id", "random", "nearly every row");
    row("classes of a measurement", "classification", "income", "random", "too many for classes");
    row("one class", "classification", "same", "random", "nothing to tell apart");
    row("regression of a category", "regression", "day", "random", "holds no numbers");
    row("a time", "classification", "at", "random", "holds times");
    row("counts below zero", "counts", "noise", "random", "below zero");
    row("unknown task", "guessing", "buys", "random", "no task \"guessing\"");
    row("unknown order", "classification", "buys", "season", "has no column \"season\"");
    row("order by a category", "classification", "buys", "day", "cannot order");
}

void tst_TableRuns::refusals()
{
    QFETCH(QString, task);
    QFETCH(QString, target);
    QFETCH(QString, splitBy);
    QFETCH(QString, said);
    City city;
    VERIFY_OK(city.store->writeTable(shop()));
    TrainSpec s = spec(qUtf8Printable(task), qUtf8Printable(target), "constant");
    s.table->columns.clear();
    s.table->splitBy = splitBy;
    const auto outcome = trainTableRun(city.store, city.kinds, s);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message().contains(said), qUtf8Printable(outcome.error().message()));
}

void tst_TableRuns::cancelled()
{
    City city;
    VERIFY_OK(city.store->writeTable(shop()));
    TaskContext context;
    context.cancelled = [] { return true; };
    const auto outcome =
        trainTableRun(city.store, city.kinds, spec("classification", "buys", "logistic"), context);
    QCOMPARE(outcome.error().code, Errc::Cancelled);
}

void tst_TableRuns::forecastVerbsSayWhy()
{
    City city;
    VERIFY_OK(city.store->writeTable(shop()));
    auto outcome = trainTableRun(city.store, city.kinds, spec("regression", "spent", "ridge"));
    VERIFY_OK(outcome);
    const auto run = RunArchive(city.store).add(std::move(*outcome));
    VERIFY_OK(run);
    const auto model = RunArchive(city.store).model(run->id);
    QCOMPARE(model.error().code, Errc::Usage);
    QVERIFY(model.error().message().contains(QLatin1String("predict")));
}

QTEST_GUILESS_MAIN(tst_TableRuns)
#include "tst_table_runs.moc"
