// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ensemble/blend_weights.h"

#include "base/random.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>

using namespace belvedere;

namespace {

bool near(double a, double b, double tolerance = 0.02)
{
    return std::abs(a - b) < tolerance;
}

} // namespace

class tst_BlendWeights : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alikeWithoutErrors();
    void inverseVariancesOfIndependentErrors();
    void leavesOutWhatAddsNothing();
    void stepsLearnFromTheirNeighbours();
    void neverWorseThanTheBest();
};

void tst_BlendWeights::alikeWithoutErrors()
{
    const std::vector<float> weights = BlendWeights(4, 2).weights();
    QCOMPARE(weights, std::vector<float>(8, 0.25F));
}

void tst_BlendWeights::inverseVariancesOfIndependentErrors()
{
    // Bates and Granger 1969: 1 / variance each, here 4 : 1, but for the little towards equal.
    Random random(1);
    BlendWeights blend(2, 1);
    for (int i = 0; i < 40000; ++i) {
        const double errors[] = {random.normal(0.0, 1.0), random.normal(0.0, 2.0)};
        blend.add(0, errors);
    }
    const std::vector<float> weights = blend.weights();
    // 1 / (1 + 0.05) : 1 / (4 + 0.05), since 2 % of the mean of 1 and 4 is 0.05.
    QVERIFY2(near(weights[0], 4.05 / 5.10), qPrintable(QString::number(weights[0])));
    QVERIFY(near(weights[0] + weights[1], 1.0, 1e-6));
}

void tst_BlendWeights::leavesOutWhatAddsNothing()
{
    // The second one errs as the first, and more: its weight would be below 0.
    Random random(2);
    BlendWeights blend(3, 1);
    for (int i = 0; i < 20000; ++i) {
        const double first = random.normal(0.0, 1.0);
        const double errors[] = {
            first, 1.5 * first + random.normal(0.0, 0.3), random.normal(0.0, 1.0)};
        blend.add(0, errors);
    }
    const std::vector<float> weights = blend.weights();
    QCOMPARE(weights[1], 0.0F);
    QVERIFY(near(weights[0], 0.5) && near(weights[2], 0.5));
}

void tst_BlendWeights::stepsLearnFromTheirNeighbours()
{
    // Only step 7 was seen: 6 to 8 (from 0) lie within a quarter of the distance, step 0 does not.
    BlendWeights blend(2, 10);
    const double errors[] = {0.0, 1.0};
    for (int i = 0; i < 100; ++i)
        blend.add(7, errors);
    const std::vector<float> weights = blend.weights();
    QCOMPARE(weights[0], 0.5F);
    QVERIFY(weights[2 * 7] > 0.9F);
    QVERIFY(weights[2 * 6] > 0.9F && weights[2 * 8] > 0.9F);
    QCOMPARE(weights[2 * 4], 0.5F);
}

void tst_BlendWeights::neverWorseThanTheBest()
{
    Random random(3);
    for (int round = 0; round < 50; ++round) {
        BlendWeights blend(3, 1);
        std::vector<std::array<double, 3>> all;
        for (int i = 0; i < 300; ++i) {
            const double shared = random.normal(0.0, 1.0);
            std::array<double, 3> errors{};
            for (std::size_t k = 0; k < 3; ++k)
                errors[k] = shared + random.normal(0.0, 0.3 * double(k + 1));
            all.push_back(errors);
            blend.add(0, errors.data());
        }
        const std::vector<float> weights = blend.weights();
        double blended = 0.0;
        std::array<double, 3> alone{};
        for (const auto &errors : all) {
            double mean = 0.0;
            for (std::size_t k = 0; k < 3; ++k) {
                QVERIFY(weights[k] >= 0.0F);
                mean += double(weights[k]) * errors[k];
                alone[k] += errors[k] * errors[k];
            }
            blended += mean * mean;
        }
        QVERIFY(blended <= 1.01 * std::min({alone[0], alone[1], alone[2]}));
    }
}

QTEST_APPLESS_MAIN(tst_BlendWeights)
#include "tst_blend_weights.moc"
