// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/quantile_mean.h"

#include "models/model_spec.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <numeric>

using namespace belvedere;

using QuantileFunction = std::function<double(double)>;
Q_DECLARE_METATYPE(QuantileFunction)

class tst_QuantileMean : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threeLevels();
    void oneLevel();
    void weightsAddUpToOne_data();
    void weightsAddUpToOne();
    void means_data();
    void means();
};

static const QList<double> kThree{0.1, 0.5, 0.9};
static const QList<double> kStandard{0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95};
static const QList<double> kUneven{0.02, 0.5, 0.6, 0.99};

static std::vector<double> weightsOf(const QList<double> &levels)
{
    return quantileMeanWeights({levels.begin(), levels.end()});
}

/// Inverse of the standard normal distribution, by bisection.
static double normalQuantile(double level)
{
    double low = -10.0;
    double high = 10.0;
    for (int i = 0; i < 80; ++i) {
        const double middle = (low + high) / 2.0;
        (0.5 * std::erfc(-middle / std::sqrt(2.0)) < level ? low : high) = middle;
    }
    return low;
}

// By hand: 0.1 (1 + 1/8) + 0.2, twice 0.2 - 0.1/8, and the same again.
void tst_QuantileMean::threeLevels()
{
    const std::vector<double> weights = weightsOf(kThree);
    QCOMPARE(weights.size(), std::size_t{3});
    QVERIFY(std::abs(weights[0] - 0.3125) < 1e-12);
    QVERIFY(std::abs(weights[1] - 0.375) < 1e-12);
    QVERIFY(std::abs(weights[2] - 0.3125) < 1e-12);
}

void tst_QuantileMean::oneLevel()
{
    QCOMPARE(weightsOf({0.5}), (std::vector<double>{1.0}));
}

void tst_QuantileMean::weightsAddUpToOne_data()
{
    QTest::addColumn<QList<double>>("levels");
    QTest::newRow("three") << kThree;
    QTest::newRow("standard") << kStandard;
    QTest::newRow("uneven") << kUneven;
    QTest::newRow("two") << QList<double>{0.25, 0.75};
}

void tst_QuantileMean::weightsAddUpToOne()
{
    QFETCH(const QList<double>, levels);
    const std::vector<double> weights = weightsOf(levels);
    QVERIFY(std::abs(std::accumulate(weights.begin(), weights.end(), 0.0) - 1.0) < 1e-12);
}

void tst_QuantileMean::means_data()
{
    QTest::addColumn<QList<double>>("levels");
    QTest::addColumn<QuantileFunction>("quantile");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("tolerance");
    const QuantileFunction uniform = [](double level) { return 2.0 + 6.0 * level; };
    const QuantileFunction normal = [](double level) { return 7.0 + 2.0 * normalQuantile(level); };
    const QuantileFunction exponential = [](double level) { return -std::log1p(-level); };
    QTest::newRow("uniform, three") << kThree << uniform << 5.0 << 1e-12;
    QTest::newRow("uniform, standard") << kStandard << uniform << 5.0 << 1e-12;
    QTest::newRow("uniform, uneven") << kUneven << uniform << 5.0 << 1e-12;
    QTest::newRow("normal, three") << kThree << normal << 7.0 << 1e-9;
    QTest::newRow("normal, standard") << kStandard << normal << 7.0 << 1e-9;
    QTest::newRow("exponential, three") << kThree << exponential << 1.0 << 0.013;
    QTest::newRow("exponential, standard") << kStandard << exponential << 1.0 << 0.025;
}

void tst_QuantileMean::means()
{
    QFETCH(const QList<double>, levels);
    QFETCH(const QuantileFunction, quantile);
    QFETCH(const double, mean);
    QFETCH(const double, tolerance);
    const std::vector<double> weights = weightsOf(levels);
    double found = 0.0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        found += weights[i] * quantile(levels[static_cast<qsizetype>(i)]);
    QVERIFY2(std::abs(found - mean) <= tolerance, qPrintable(QString::number(found, 'g', 12)));
}

QTEST_GUILESS_MAIN(tst_QuantileMean)
#include "tst_quantile_mean.moc"
