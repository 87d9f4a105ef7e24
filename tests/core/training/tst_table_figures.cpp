// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/table_figures.h"

#include "base/random.h"
#include "support/verify_ok.h"
#include "training/score_curves.h"
#include "training/table_split.h"

#include <QTest>

#include <cmath>
#include <numeric>
#include <set>

using namespace belvedere;

/// Figures of tasks on tables against the examples that scikit-learn's documentation gives, and
/// how rows are split.
class tst_TableFigures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentedExamples_data();
    void documentedExamples();
    void threeClasses();
    void confusion();
    void numbers();
    void poissonDeviance();
    void perfectAndAbsent();
    void binaryCountsThePositive();
    void curvesAgreeWithTheirAreas();
    void thresholdIsTheBestOfAll();
    void reliabilityBins();
    void jsonKeepsEverything();
    void randomSplitKeepsShares();
    void orderedSplitKeepsTime();
    void splitRefusals();
};

namespace {

bool near(double value, double wanted, double tolerance = 1e-9)
{
    return std::abs(value - wanted) <= tolerance;
}

ScoredRows documented()
{
    return {{0.1, 0.4, 0.35, 0.8}, {false, false, true, true}};
}

std::vector<float> certain(const std::vector<int> &classes, std::size_t count)
{
    std::vector<float> chances(classes.size() * count, 0.0F);
    for (std::size_t i = 0; i < classes.size(); ++i)
        chances[i * count + static_cast<std::size_t>(classes[i])] = 1.0F;
    return chances;
}

ScoredRows noisy(std::uint64_t seed, int rows)
{
    Random random(seed);
    ScoredRows scored;
    for (int i = 0; i < rows; ++i) {
        const bool truth = random.uniform() < 0.3;
        // Rounded, so that there are ties.
        const double score =
            std::round((truth ? 0.6 : 0.4) * 20.0 + random.normal(0.0, 4.0)) / 20.0;
        scored.scores.push_back(std::clamp(score, 0.0, 1.0));
        scored.truth.push_back(truth);
    }
    return scored;
}

} // namespace

void tst_TableFigures::documentedExamples_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("wanted");
    QTest::addColumn<double>("tolerance");
    QTest::newRow("roc_auc_score") << areaUnderRoc(documented()) << 0.75 << 1e-12;
    QTest::newRow("average_precision_score")
        << averagePrecision(documented()) << 5.0 / 6.0 << 1e-12;
    // log_loss: spam, ham, ham, spam
    const ClassificationFigures spam = classificationFigures(
        {1, 0, 0, 1}, {1, 0, 0, 1}, {0.1F, 0.9F, 0.9F, 0.1F, 0.8F, 0.2F, 0.35F, 0.65F}, 2, 1);
    QTest::newRow("log_loss") << spam.logLoss << 0.21616 << 1e-5;
    const ClassificationFigures brier = classificationFigures(
        {0, 1, 1, 0}, {0, 1, 1, 0}, {0.9F, 0.1F, 0.1F, 0.9F, 0.2F, 0.8F, 0.7F, 0.3F}, 2, 1);
    QTest::newRow("brier_score_loss") << brier.brier << 0.0375 << 1e-7;
    const std::vector<int> predicted = {0, 1, 0, 0, 0, 1};
    const ClassificationFigures balanced =
        classificationFigures({0, 1, 0, 0, 1, 0}, predicted, certain(predicted, 2), 2, 1);
    QTest::newRow("balanced_accuracy_score") << balanced.balancedAccuracy << 0.625 << 1e-12;
}

void tst_TableFigures::documentedExamples()
{
    QFETCH(double, value);
    QFETCH(double, wanted);
    QFETCH(double, tolerance);
    QVERIFY2(near(value, wanted, tolerance), qUtf8Printable(QString::number(value, 'g', 12)));
}

/// f1_score, precision_score and recall_score of y_true = 0 1 2 0 1 2, y_pred = 0 2 1 0 0 1.
void tst_TableFigures::threeClasses()
{
    const std::vector<int> predicted = {0, 2, 1, 0, 0, 1};
    const ClassificationFigures figures =
        classificationFigures({0, 1, 2, 0, 1, 2}, predicted, certain(predicted, 3), 3, -1);
    QVERIFY(near(figures.classes[0].shares.f1, 0.8));
    QVERIFY(near(figures.classes[1].shares.f1, 0.0));
    QVERIFY(near(figures.macro.precision, 2.0 / 9.0));
    QVERIFY(near(figures.macro.recall, 1.0 / 3.0));
    QVERIFY(near(figures.macro.f1, 0.8 / 3.0));
    QVERIFY(near(figures.weighted.f1, 0.8 / 3.0));
    QVERIFY(near(figures.micro.f1, 1.0 / 3.0));
    QVERIFY(near(figures.accuracy, 1.0 / 3.0));
    QVERIFY(near(figures.shares.f1, figures.macro.f1));
    QVERIFY(!figures.binary);
}

/// confusion_matrix of y_true = 2 0 2 2 0 1, y_pred = 0 0 2 2 0 2.
void tst_TableFigures::confusion()
{
    const std::vector<int> predicted = {0, 0, 2, 2, 0, 2};
    const ClassificationFigures figures =
        classificationFigures({2, 0, 2, 2, 0, 1}, predicted, certain(predicted, 3), 3, -1);
    const std::vector<std::vector<qint64>> wanted = {{2, 0, 0}, {0, 0, 1}, {1, 0, 2}};
    QCOMPARE(figures.confusion, wanted);
}

/// mean_absolute_error, mean_squared_error and r2_score of the same example.
void tst_TableFigures::numbers()
{
    const NumberFigures figures =
        numberFigures({3.0F, -0.5F, 2.0F, 7.0F}, {2.5F, 0.0F, 2.0F, 8.0F}, false);
    QVERIFY(near(figures.mae, 0.5));
    QVERIFY(near(figures.rmse, std::sqrt(0.375)));
    QVERIFY(near(figures.r2, 0.9486081370449679));
    QVERIFY(near(figures.bias, 0.25));
    QVERIFY(std::isnan(figures.poissonDeviance));
    QVERIFY(std::isnan(numberFigures({2.0F, 2.0F}, {1.0F, 3.0F}, false).r2));
}

void tst_TableFigures::poissonDeviance()
{
    // mean_poisson_deviance of y_true = 2 0 1 4, y_pred = 0.5 0.5 2 2.
    const NumberFigures figures =
        numberFigures({2.0F, 0.0F, 1.0F, 4.0F}, {0.5F, 0.5F, 2.0F, 2.0F}, true);
    QVERIFY2(near(figures.poissonDeviance, 1.4260151319598084, 1e-9),
        qUtf8Printable(QString::number(figures.poissonDeviance, 'g', 12)));
    QVERIFY(near(numberFigures({3.0F, 1.0F}, {3.0F, 1.0F}, true).poissonDeviance, 0.0));
}

void tst_TableFigures::perfectAndAbsent()
{
    const std::vector<int> truth = {0, 1, 1, 0};
    // A third class that neither is nor is predicted is in no mean.
    const ClassificationFigures figures =
        classificationFigures(truth, truth, certain(truth, 3), 3, -1);
    QCOMPARE(figures.accuracy, 1.0);
    QCOMPARE(figures.macro.f1, 1.0);
    QCOMPARE(figures.balancedAccuracy, 1.0);
    QCOMPARE(figures.auc, 1.0);
    QVERIFY(std::isnan(figures.classes[2].shares.recall));
    QVERIFY(std::isnan(figures.classes[2].auc));
    QVERIFY(figures.logLoss < 1e-12);
    const ClassificationFigures nothing = classificationFigures({}, {}, {}, 2, 1);
    QVERIFY(std::isnan(nothing.accuracy));
}

void tst_TableFigures::binaryCountsThePositive()
{
    const std::vector<int> truth = {0, 0, 0, 1, 1};
    const std::vector<int> predicted = {0, 0, 1, 1, 0};
    const ClassificationFigures one =
        classificationFigures(truth, predicted, certain(predicted, 2), 2, 1);
    QVERIFY(near(one.shares.precision, 0.5));
    QVERIFY(near(one.shares.recall, 0.5));
    const ClassificationFigures zero =
        classificationFigures(truth, predicted, certain(predicted, 2), 2, 0);
    QVERIFY(near(zero.shares.precision, 2.0 / 3.0));
    QVERIFY(zero.binary);
}

void tst_TableFigures::curvesAgreeWithTheirAreas()
{
    const ScoredRows rows = noisy(3, 500);
    const std::vector<CurvePoint> roc = rocCurve(rows);
    QCOMPARE(roc.front().x, 0.0);
    QCOMPARE(roc.back().x, 1.0);
    QCOMPARE(roc.back().y, 1.0);
    double area = 0.0;
    for (std::size_t i = 1; i < roc.size(); ++i) {
        QVERIFY(roc[i].x >= roc[i - 1].x && roc[i].y >= roc[i - 1].y);
        area += (roc[i].x - roc[i - 1].x) * (roc[i].y + roc[i - 1].y) / 2.0;
    }
    QVERIFY(near(area, areaUnderRoc(rows)));
    // The area by counting pairs.
    double wins = 0.0;
    double pairs = 0.0;
    for (std::size_t i = 0; i < rows.scores.size(); ++i) {
        for (std::size_t j = 0; j < rows.scores.size(); ++j) {
            if (!rows.truth[i] || rows.truth[j])
                continue;
            pairs += 1.0;
            wins += rows.scores[i] > rows.scores[j] ? 1.0
                : rows.scores[i] == rows.scores[j]  ? 0.5
                                                    : 0.0;
        }
    }
    QVERIFY(near(areaUnderRoc(rows), wins / pairs));
    const std::vector<CurvePoint> precision = precisionRecallCurve(rows);
    double sum = 0.0;
    double recall = 0.0;
    for (const CurvePoint &point : precision) {
        sum += (point.x - recall) * point.y;
        recall = point.x;
    }
    QVERIFY(near(sum, averagePrecision(rows)));
    QCOMPARE(thinned(roc, 5).size(), 5U);
    QCOMPARE(thinned(roc, 5).back().x, 1.0);
    QVERIFY(rocCurve({{0.2, 0.4}, {true, true}}).empty());
    QVERIFY(std::isnan(areaUnderRoc({{0.2, 0.4}, {true, true}})));
}

void tst_TableFigures::thresholdIsTheBestOfAll()
{
    const ScoredRows rows = noisy(7, 400);
    const auto valueAt = [&](double threshold, ThresholdAim aim) {
        double hits = 0;
        double taken = 0;
        double all = 0;
        double right = 0;
        for (std::size_t i = 0; i < rows.scores.size(); ++i) {
            const bool is = rows.scores[i] >= threshold;
            hits += is && rows.truth[i] ? 1.0 : 0.0;
            taken += is ? 1.0 : 0.0;
            all += rows.truth[i] ? 1.0 : 0.0;
            right += is == rows.truth[i] ? 1.0 : 0.0;
        }
        return aim == ThresholdAim::F1 ? 2.0 * hits / (taken + all) : right;
    };
    for (const ThresholdAim aim : {ThresholdAim::F1, ThresholdAim::Accuracy}) {
        const double best = valueAt(bestThreshold(rows, aim), aim);
        for (int i = 1; i <= 100; ++i)
            QVERIFY(valueAt(i / 100.0, aim) <= best + 1e-12);
    }
    QCOMPARE(bestThreshold(rows, ThresholdAim::None), 0.5);
    QCOMPARE(bestThreshold({{0.1, 0.9}, {false, true}}, ThresholdAim::F1), 0.5);
    QCOMPARE(bestThreshold({{0.1, 0.9}, {true, true}}, ThresholdAim::F1), 0.5);
}

void tst_TableFigures::reliabilityBins()
{
    const std::vector<ReliabilityBin> bins =
        reliability({{0.05, 0.07, 0.95, 1.0, 0.45}, {false, true, true, true, false}});
    QCOMPARE(bins.size(), 3U);
    QCOMPARE(bins[0].rows, 2);
    QVERIFY(near(bins[0].predicted, 0.06));
    QVERIFY(near(bins[0].observed, 0.5));
    QCOMPARE(bins[2].rows, 2); // 1.0 is in the last one
}

void tst_TableFigures::jsonKeepsEverything()
{
    const std::vector<int> predicted = {0, 2, 1, 0, 0, 1};
    TableFigures figures;
    figures.classification =
        classificationFigures({0, 1, 2, 0, 1, 2}, predicted, certain(predicted, 3), 3, -1);
    const QJsonObject json = figures.toJson();
    for (const char *name : {"accuracy", "precision", "recall", "f1", "auc"})
        QVERIFY(json.contains(QLatin1String(name)));
    QCOMPARE(TableFigures::fromJson(json).toJson(), json);
    TableFigures numbers;
    numbers.numbers = numberFigures({1.0F, 2.0F}, {2.0F, 2.0F}, true);
    QCOMPARE(TableFigures::fromJson(numbers.toJson()).toJson(), numbers.toJson());
}

void tst_TableFigures::randomSplitKeepsShares()
{
    std::vector<std::size_t> rows(1000);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    std::vector<int> strata(1000, 0);
    for (std::size_t i = 0; i < 50; ++i)
        strata[i * 20] = 1; // one in twenty
    const auto split = randomSplit(rows, strata, {0.7, 0.1, 0.2}, 3);
    VERIFY_OK(split);
    const auto rare = [&](const std::vector<std::size_t> &part) {
        return std::count_if(
            part.begin(), part.end(), [&](std::size_t row) { return strata[row] == 1; });
    };
    QVERIFY(std::abs(int(split->test.size()) - 200) <= 1);
    QVERIFY(std::abs(int(split->validation.size()) - 100) <= 1);
    QVERIFY(std::abs(rare(split->test) - 10) <= 1);
    QVERIFY(std::abs(rare(split->validation) - 5) <= 1);
    std::set<std::size_t> all;
    for (const auto *part : {&split->train, &split->validation, &split->test})
        all.insert(part->begin(), part->end());
    QCOMPARE(all.size(), rows.size());
    QCOMPARE(randomSplit(rows, strata, {0.7, 0.1, 0.2}, 3)->test, split->test);
    QVERIFY(randomSplit(rows, strata, {0.7, 0.1, 0.2}, 4)->test != split->test);
}

void tst_TableFigures::orderedSplitKeepsTime()
{
    const std::vector<std::size_t> rows = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
    const std::vector<double> order = {9, 8, 7, 6, 5, 4, 3, 2, 2, 2};
    const auto split = orderedSplit(rows, order, {0.2, 0.2, 0.6});
    VERIFY_OK(split);
    // Three rows of the same time stay together.
    QCOMPARE(split->train, (std::vector<std::size_t>{7, 8, 9}));
    QCOMPARE(split->validation, (std::vector<std::size_t>{6}));
    QCOMPARE(split->test, (std::vector<std::size_t>{5, 4, 3, 2, 1, 0}));
}

void tst_TableFigures::splitRefusals()
{
    QCOMPARE(randomSplit({0, 1}, {}, {0.7, 0.1, 0.2}, 1).error().code, Errc::Shape);
    QCOMPARE(randomSplit({0, 1, 2}, {}, {0.7, 0.4, 0.2}, 1).error().code, Errc::Usage);
    QCOMPARE(orderedSplit({0, 1, 2}, {1, 1, 1}, {0.4, 0.3, 0.3}).error().code, Errc::Shape);
}

QTEST_GUILESS_MAIN(tst_TableFigures)
#include "tst_table_figures.moc"
