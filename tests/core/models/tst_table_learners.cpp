// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"
#include "models/table_encoder.h"
#include "support/table_kinds.h"
#include "support/verify_ok.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace belvedere;

/// The baselines of tables, against closed forms; and how cells become features.
class tst_TableLearners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void constantIsTheMeanOrTheShares();
    void ridgeInClosedForm();
    void groupsInClosedForm_data();
    void groupsInClosedForm();
    void penaltyHoldsTheBalance();
    void missingCountsAsTheMean();
    void stateMakesTheSameModel();
    void refusesNonsense();
    void encodes();
    void encoderLearnsFromItsRowsAlone();
    void encoderRefusals_data();
    void encoderRefusals();
    void encoderFromJson();
};

namespace {

TableModelSpec spec(const char *kind, TableTask task, int features = 1,
    std::vector<QString> classes = {}, double penalty = 1.0)
{
    TableModelSpec s;
    s.kind = QLatin1String(kind);
    s.task = task;
    s.target = QStringLiteral("y");
    s.classes = std::move(classes);
    for (int i = 0; i < features; ++i)
        s.features.push_back(QStringLiteral("x%1").arg(i));
    if (s.kind != QLatin1String("constant"))
        s.options = {{QStringLiteral("penalty"), penalty}};
    return s;
}

std::shared_ptr<TableSample> sample(
    const TableModelSpec &spec, std::vector<float> values, std::vector<float> target)
{
    auto s = std::make_shared<TableSample>();
    for (const QString &name : spec.features)
        s->matrix.features.push_back({name});
    s->matrix.rows = target.size();
    s->matrix.values = std::move(values);
    s->target = std::move(target);
    return s;
}

Result<std::vector<float>> fitted(const TableModelSpec &spec, const TableTraining &training)
{
    const test::PlainTableKinds kinds;
    BV_TRY(auto learner, kinds.create(spec));
    BV_TRY_VOID(learner->fit(training).map([](const TableFit &) {}));
    return learner->predict(training.train->matrix);
}

const std::vector<QString> kTwo = {QStringLiteral("no"), QStringLiteral("yes")};

ColumnTable people()
{
    ColumnTable table;
    table.info.name = QStringLiteral("people");
    table.info.rows = 4;
    const double none = std::nan("");
    table.info.columns = {{QStringLiteral("age"), ColumnKind::Number, {}, 1, 3},
        {QStringLiteral("town"), ColumnKind::Category,
            {QStringLiteral("Oslo"), QStringLiteral("Paris"), QStringLiteral("Rome")}, 1, 3},
        {QStringLiteral("when"), ColumnKind::Time, {}, 0, 4},
        {QStringLiteral("same"), ColumnKind::Number, {}, 0, 1},
        {QStringLiteral("note"), ColumnKind::Text, {}, 0, 4},
        {QStringLiteral("y"), ColumnKind::Number, {}, 0, 2}};
    // Monday 2024-01-01 06:00 UTC, then a day later each.
    const double monday = 1704088800000.0;
    const double day = 86400000.0;
    table.cells = {{30, none, 50, 20}, {0, 2, 2, none},
        {monday, monday + day, monday + 2 * day, monday + 3 * day}, {5, 5, 5, 5}, {}, {0, 1, 0, 1}};
    return table;
}

std::vector<std::size_t> firstRows(std::size_t count)
{
    std::vector<std::size_t> rows(count);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return rows;
}

} // namespace

void tst_TableLearners::constantIsTheMeanOrTheShares()
{
    const TableModelSpec mean = spec("constant", TableTask::Regression);
    const auto means = fitted(mean, {sample(mean, {1, 2, 3, 4}, {2, 4, 9, 5})});
    VERIFY_OK(means);
    QCOMPARE(means->front(), 5.0F);

    const TableModelSpec classes = spec("constant", TableTask::Classification, 1, kTwo);
    TableTraining training{sample(classes, {1, 2, 3, 4}, {0, 1, 1, 1})};
    QCOMPARE((*fitted(classes, training))[1], 0.75F);
    training.classWeights = {3.0F, 1.0F};
    QCOMPARE((*fitted(classes, training))[1], 0.5F);
}

void tst_TableLearners::ridgeInClosedForm()
{
    // x of mean 0 and deviation 1: slope = sum(x y) / (n + penalty), intercept = mean(y).
    const TableModelSpec ridge = spec("ridge", TableTask::Regression, 1, {}, 4.0);
    const auto predicted = fitted(ridge, {sample(ridge, {-1, 1, -1, 1}, {1, 5, 3, 7})});
    VERIFY_OK(predicted);
    const double slope = (-1.0 + 5.0 - 3.0 + 7.0) / (4.0 + 4.0);
    QVERIFY(std::abs(double((*predicted)[0]) - (4.0 - slope)) < 1e-6);
    QVERIFY(std::abs(double((*predicted)[1]) - (4.0 + slope)) < 1e-6);
}

void tst_TableLearners::groupsInClosedForm_data()
{
    QTest::addColumn<QString>("kind");
    QTest::newRow("logistic") << QStringLiteral("logistic");
    QTest::newRow("three classes") << QStringLiteral("multinomial");
    QTest::newRow("poisson") << QStringLiteral("poisson");
}

/// With two groups and no penalty to speak of, the likelihood is largest where each group has its
/// own share, or mean.
void tst_TableLearners::groupsInClosedForm()
{
    QFETCH(QString, kind);
    const std::vector<float> x = {0, 0, 0, 0, 1, 1, 1, 1, 1};
    if (kind == QLatin1String("poisson")) {
        const TableModelSpec s = spec("poisson", TableTask::Counts, 1, {}, 1e-9);
        const auto predicted = fitted(s, {sample(s, x, {1, 2, 0, 3, 10, 8, 12, 9, 6})});
        VERIFY_OK(predicted);
        QVERIFY(std::abs(predicted->front() - 1.5F) < 1e-3F);
        QVERIFY(std::abs(predicted->back() - 9.0F) < 1e-3F);
    } else if (kind == QLatin1String("logistic")) {
        const TableModelSpec s = spec("logistic", TableTask::Classification, 1, kTwo, 1e-9);
        const auto predicted = fitted(s, {sample(s, x, {1, 0, 0, 0, 1, 1, 1, 0, 1})});
        VERIFY_OK(predicted);
        QVERIFY(std::abs((*predicted)[1] - 0.25F) < 1e-3F);
        QVERIFY(std::abs(predicted->back() - 0.8F) < 1e-3F);
    } else {
        const TableModelSpec s = spec("logistic", TableTask::Classification, 1,
            {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}, 1e-9);
        const auto predicted = fitted(s, {sample(s, x, {0, 0, 1, 2, 2, 2, 1, 0, 2})});
        VERIFY_OK(predicted);
        QVERIFY(std::abs((*predicted)[0] - 0.5F) < 1e-3F);
        QVERIFY(std::abs((*predicted)[2] - 0.25F) < 1e-3F);
        QVERIFY(std::abs(predicted->back() - 0.6F) < 1e-3F);
    }
}

/// At the minimum the sum of (chance - truth) x equals - penalty times the coefficient.
void tst_TableLearners::penaltyHoldsTheBalance()
{
    constexpr std::size_t kRows = 300;
    constexpr double kPenalty = 2.5;
    Random random(11);
    const TableModelSpec s = spec("logistic", TableTask::Classification, 2, kTwo, kPenalty);
    std::vector<float> values;
    std::vector<float> target;
    for (std::size_t i = 0; i < kRows; ++i) {
        const double a = random.normal();
        const double b = random.normal(5.0, 3.0);
        values.push_back(static_cast<float>(a));
        values.push_back(static_cast<float>(b));
        target.push_back(random.uniform() < 1.0 / (1.0 + std::exp(-2.0 * a)) ? 1.0F : 0.0F);
    }
    const auto train = sample(s, values, target);
    const test::PlainTableKinds kinds;
    const auto learner = kinds.create(s);
    VERIFY_OK(learner);
    const auto fit = (*learner)->fit({train});
    VERIFY_OK(fit);
    QVERIFY(fit->rounds.size() > 1);
    QVERIFY(fit->rounds.back().trainLoss < fit->rounds.front().trainLoss);
    const auto predicted = (*learner)->predict(train->matrix);
    VERIFY_OK(predicted);
    const TableModelState state = (*learner)->state();
    const auto &means = state.tensors[0].values;
    const auto &scales = state.tensors[1].values;
    const auto &coefficients = state.tensors[2].values;
    for (std::size_t c = 0; c < 2; ++c) {
        double sum = 0.0;
        for (std::size_t i = 0; i < kRows; ++i) {
            const double z = double((values[2 * i + c] - means[c]) / scales[c]);
            sum += (double((*predicted)[2 * i + 1]) - double(target[i])) * z;
        }
        QVERIFY(std::abs(sum + kPenalty * double(coefficients[1 + c])) < 5e-3);
    }
    QVERIFY(std::abs(coefficients[1]) > std::abs(coefficients[2])); // only a matters
}

void tst_TableLearners::missingCountsAsTheMean()
{
    const TableModelSpec s = spec("ridge", TableTask::Regression);
    const auto train = sample(s, {0, 2, 4, 6}, {0, 1, 2, 3});
    const test::PlainTableKinds kinds;
    const auto learner = kinds.create(s);
    VERIFY_OK((*learner)->fit({train}));
    const auto known = (*learner)->predict(sample(s, {3}, {0})->matrix);
    const auto missing = (*learner)->predict(sample(s, {std::nanf("")}, {0})->matrix);
    VERIFY_OK(missing);
    QCOMPARE(missing->front(), known->front());
}

void tst_TableLearners::stateMakesTheSameModel()
{
    const TableModelSpec s = spec("logistic", TableTask::Classification, 2, kTwo);
    const auto train = sample(s, {1, 2, 3, 1, 2, 2, 4, 1}, {0, 1, 0, 1});
    const test::PlainTableKinds kinds;
    const auto learner = kinds.create(s);
    VERIFY_OK((*learner)->fit({train}));
    const auto bytes = toSafetensors((*learner)->state());
    const auto state = tableModelFromSafetensors(bytes);
    VERIFY_OK(state);
    const auto again = kinds.load(*state);
    VERIFY_OK(again);
    QCOMPARE(*(*again)->predict(train->matrix), *(*learner)->predict(train->matrix));
    TableModelState damaged = *state;
    damaged.tensors.pop_back();
    QCOMPARE(kinds.load(damaged).error().code, Errc::Schema);
}

void tst_TableLearners::refusesNonsense()
{
    const TableModelSpec s = spec("logistic", TableTask::Classification, 1, kTwo);
    QVERIFY(!fitted(s, {sample(s, {1, 2}, {0, 0})})); // one class
    QVERIFY(!fitted(s, {sample(s, {1, 1}, {0, 1})})); // a constant feature
    QVERIFY(!fitted(s, {sample(s, {1, 2}, {0, std::nanf("")})}));
    const test::PlainTableKinds kinds;
    const auto learner = kinds.create(s);
    QCOMPARE((*learner)->predict(sample(s, {1}, {0})->matrix).error().code, Errc::Usage);
}

void tst_TableLearners::encodes()
{
    const ColumnTable table = people();
    const auto encoder = TableEncoder::learn(table, {}, QStringLiteral("y"), firstRows(4));
    VERIFY_OK(encoder);
    QCOMPARE(encoder->columns(),
        (std::vector<QString>{
            QStringLiteral("age"), QStringLiteral("town"), QStringLiteral("when")}));
    QCOMPARE(encoder->leftOut().size(), 2U); // the constant one and the text
    const auto matrix = encoder->encode(table, firstRows(4));
    VERIFY_OK(matrix);
    const auto value = [&](const char *name, std::size_t row) {
        for (std::size_t f = 0; f < matrix->columns(); ++f) {
            if (matrix->features[f].name == QLatin1String(name))
                return matrix->row(row)[f];
        }
        return -99.0F;
    };
    QCOMPARE(value("age", 0), 30.0F);
    QVERIFY(std::isnan(value("age", 1)));
    QCOMPARE(value("age:missing", 1), 1.0F);
    QCOMPARE(value("town=Oslo", 0), 1.0F);
    QCOMPARE(value("town=Rome", 0), 0.0F);
    QCOMPARE(value("town=Rome", 3), 0.0F);
    QCOMPARE(value("town:missing", 3), 1.0F);
    QCOMPARE(value("town=Paris", 0), -99.0F); // never seen
    QCOMPARE(value("when:weekday1", 0), 1.0F); // Monday
    QCOMPARE(value("when:weekday2", 1), 1.0F);
    QCOMPARE(value("when:hour", 0), -99.0F); // always six: tells nothing
    QVERIFY(std::abs(value("when:years", 3) - 3.0F / 365.2425F) < 1e-6F);
    QCOMPARE(encoder->sources().size(), matrix->columns());
}

void tst_TableLearners::encoderLearnsFromItsRowsAlone()
{
    ColumnTable table = people();
    const auto before = TableEncoder::learn(table, {}, QStringLiteral("y"), firstRows(3));
    VERIFY_OK(before);
    // Whatever stands in the last row is the future: it must not matter.
    table.cells[0][3] = 1e9;
    table.cells[1][3] = 1.0;
    table.cells[3][3] = -7.0;
    const auto after = TableEncoder::learn(table, {}, QStringLiteral("y"), firstRows(3));
    VERIFY_OK(after);
    QCOMPARE(after->toJson(), before->toJson());
    const auto matrix = after->encode(table, {3});
    VERIFY_OK(matrix);
    for (std::size_t f = 0; f < matrix->columns(); ++f) {
        if (matrix->features[f].name.startsWith(QLatin1String("town=")))
            QCOMPARE(matrix->row(0)[f], 0.0F); // Paris was not known
    }
}

void tst_TableLearners::encoderRefusals_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("said");
    QTest::newRow("unknown") << QStringLiteral("wage") << QStringLiteral("There are: age, town");
    QTest::newRow("the target") << QStringLiteral("y") << QStringLiteral("target itself");
    QTest::newRow("text") << QStringLiteral("note") << QStringLiteral("nearly every row");
    QTest::newRow("constant") << QStringLiteral("same") << QStringLiteral("same in every");
    QTest::newRow("too many names") << QStringLiteral("town") << QStringLiteral("too many");
}

void tst_TableLearners::encoderRefusals()
{
    QFETCH(QString, column);
    QFETCH(QString, said);
    ColumnTable table = people();
    std::vector<std::size_t> rows = firstRows(4);
    if (column == QLatin1String("town")) {
        constexpr int kNames = 1000;
        table.info.rows = kNames;
        rows = firstRows(kNames);
        table.info.columns[1].categories.clear();
        for (std::vector<double> &cells : table.cells)
            cells.resize(kNames, 0.0);
        for (int i = 0; i < kNames; ++i) {
            table.info.columns[1].categories += QStringLiteral("n%1").arg(i);
            table.cells[1][static_cast<std::size_t>(i)] = i;
        }
    }
    const auto encoder = TableEncoder::learn(table, {column}, QStringLiteral("y"), rows);
    QVERIFY(!encoder);
    QVERIFY2(encoder.error().message().contains(said), qUtf8Printable(encoder.error().message()));
}

void tst_TableLearners::encoderFromJson()
{
    const ColumnTable table = people();
    const auto encoder = TableEncoder::learn(table, {}, QStringLiteral("y"), firstRows(4));
    VERIFY_OK(encoder);
    const auto again = TableEncoder::fromJson(encoder->toJson());
    VERIFY_OK(again);
    QCOMPARE(again->toJson(), encoder->toJson());
    const auto a = encoder->encode(table, firstRows(4));
    const auto b = again->encode(table, firstRows(4));
    VERIFY_OK(b);
    QCOMPARE(b->names(), a->names());
    QCOMPARE(TableEncoder::fromJson({}).error().code, Errc::Schema);
    ColumnTable other = table;
    other.info.columns[1].name = QStringLiteral("city");
    QVERIFY(again->encode(other, {0}).error().message().contains(QLatin1String("town")));
    other = table;
    other.info.columns[0].kind = ColumnKind::Category;
    QCOMPARE(again->encode(other, {0}).error().code, Errc::Usage);
}

QTEST_GUILESS_MAIN(tst_TableLearners)
#include "tst_table_learners.moc"
