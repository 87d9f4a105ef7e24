// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/fused_layers.h"
#include "models/neural/optimiser.h"
#include "models/neural/quantile_shape.h"

#include <torch/torch.h>

#include <QTest>

#include <cmath>
#include <functional>

using namespace belvedere;
using namespace belvedere::neural;

Q_DECLARE_METATYPE(belvedere::neural::PointLoss)
Q_DECLARE_METATYPE(belvedere::neural::OptimiserKind)

namespace {

const auto kDouble = torch::TensorOptions().dtype(torch::kFloat64);

/// Largest difference between the gradient of `f` by `x` and central differences.
double gradientError(
    const std::function<torch::Tensor(const torch::Tensor &)> &f, const torch::Tensor &at)
{
    constexpr double kStep = 1e-6;
    auto x = at.detach().clone().requires_grad_();
    f(x).backward();
    const auto gradient = x.grad().contiguous().view(-1);
    const torch::NoGradGuard guard;
    double worst = 0.0;
    for (std::int64_t i = 0; i < at.numel(); ++i) {
        auto up = at.detach().clone();
        auto down = at.detach().clone();
        up.view(-1)[i] += kStep;
        down.view(-1)[i] -= kStep;
        const double slope = (f(up).item<double>() - f(down).item<double>()) / (2 * kStep);
        worst = std::max(worst, std::abs(slope - gradient[i].item<double>()));
    }
    return worst;
}

ForecastShape smallShape(std::vector<double> quantiles)
{
    ForecastShape shape;
    shape.history = 3;
    shape.horizon = 2;
    shape.quantiles = std::move(quantiles);
    return shape;
}

struct LossInput
{
    torch::Tensor raw, features, truth, weights;
};

LossInput lossInput(const QuantileShape &shape, bool missing)
{
    torch::manual_seed(7);
    LossInput in{torch::randn({5, 2, shape.outputs()}, kDouble),
        torch::randn({5, shape.layout.width()}, kDouble), torch::randn({5, 2}, kDouble),
        torch::rand({5}, kDouble) + 0.5};
    if (missing) {
        in.truth[1][0] = std::nan("");
        in.truth[3][1] = std::nan("");
    }
    return in;
}

} // namespace

class tst_FusedLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quantileLoss_data();
    void quantileLoss();
    void lossWithoutAnyTruth();
    void quantilesAscend();
    void attentionGradients_data();
    void attentionGradients();
    void attentionOfNothing();
    void reluDropoutKeepsTheMean();
    void reluDropoutGradient();
    void optimiserStepsAsTorchDoes_data();
    void optimiserStepsAsTorchDoes();
    void schedules();
};

void tst_FusedLayers::quantileLoss_data()
{
    QTest::addColumn<PointLoss>("pointLoss");
    QTest::addColumn<bool>("anchored");
    QTest::addColumn<int>("levels");
    const std::pair<const char *, PointLoss> losses[] = {{"pinball", PointLoss::None},
        {"absolute", PointLoss::Absolute}, {"squared", PointLoss::Squared},
        {"huber", PointLoss::Huber}};
    for (const auto &[name, loss] : losses) {
        for (const int levels : {1, 3, 11}) {
            QTest::addRow("%s %d levels, anchored", name, levels) << loss << true << levels;
            QTest::addRow("%s %d levels, free", name, levels) << loss << false << levels;
        }
    }
}

void tst_FusedLayers::quantileLoss()
{
    QFETCH(const PointLoss, pointLoss);
    QFETCH(const bool, anchored);
    QFETCH(const int, levels);
    const std::vector<double> quantiles = levels == 1 ? std::vector<double>{0.5}
        : levels == 3                                 ? std::vector<double>{0.1, 0.5, 0.9}
                                                      : ForecastShape().quantiles;
    const QuantileShape shape(smallShape(quantiles), anchored);
    const LossInput in = lossInput(shape, true);
    const auto fused = [&](const torch::Tensor &raw) {
        return fusedQuantileLoss(shape, pointLoss, raw, in.features, in.truth, in.weights);
    };
    const double error = gradientError(fused, in.raw);
    QVERIFY2(error < 1e-7, qPrintable(QString::number(error)));

    auto a = in.raw.clone().requires_grad_();
    auto b = in.raw.clone().requires_grad_();
    const auto one = fused(a);
    const auto other = composedQuantileLoss(shape, pointLoss, b, in.features, in.truth, in.weights);
    QVERIFY(std::abs(one.item<double>() - other.item<double>()) < 1e-12);
    one.backward();
    other.backward();
    QVERIFY(torch::allclose(a.grad(), b.grad(), 1e-10, 1e-12));
}

void tst_FusedLayers::lossWithoutAnyTruth()
{
    const QuantileShape shape(smallShape({0.1, 0.5, 0.9}), true);
    LossInput in = lossInput(shape, false);
    in.truth.fill_(std::nan(""));
    auto raw = in.raw.clone().requires_grad_();
    const auto loss =
        fusedQuantileLoss(shape, PointLoss::Squared, raw, in.features, in.truth, in.weights);
    loss.backward();
    QCOMPARE(loss.item<double>(), 0.0);
    QCOMPARE(raw.grad().abs().sum().item<double>(), 0.0);
}

void tst_FusedLayers::quantilesAscend()
{
    const QuantileShape shape(smallShape(ForecastShape().quantiles), true);
    torch::manual_seed(3);
    const auto quantiles = shapeQuantiles(shape, 20.0 * torch::randn({50, 2, shape.outputs()}),
        torch::randn({50, shape.layout.width()}));
    const auto gaps = quantiles.slice(2, 1) - quantiles.slice(2, 0, -1);
    QVERIFY(gaps.min().item<float>() >= 0.0F);
}

void tst_FusedLayers::attentionGradients_data()
{
    QTest::addColumn<int>("heads");
    QTest::newRow("oneHead") << 1;
    QTest::newRow("twoHeads") << 2;
}

void tst_FusedLayers::attentionGradients()
{
    QFETCH(const int, heads);
    torch::manual_seed(11);
    const auto query = torch::randn({3, 6}, kDouble);
    const auto keys = torch::randn({3, 4, 6}, kDouble);
    const auto values = torch::randn({3, 4, 6}, kDouble);
    const auto present =
        torch::tensor({1, 0, 5, 2, 0, 0, 0, 0, 1, 1, 1, 1}, torch::kInt64).view({3, 4});
    const auto outer = torch::randn({3, 6}, kDouble);
    const auto by = [&](int which) {
        return [&, which](const torch::Tensor &x) {
            return (attention(which == 0 ? x : query, which == 1 ? x : keys,
                        which == 2 ? x : values, present, heads)
                * outer)
                .sum();
        };
    };
    QVERIFY(gradientError(by(0), query) < 1e-8);
    QVERIFY(gradientError(by(1), keys) < 1e-8);
    QVERIFY(gradientError(by(2), values) < 1e-8);
    QVERIFY(torch::allclose(attention(query, keys, values, present, heads),
        composedAttention(query, keys, values, present, heads), 1e-10, 1e-12));
}

void tst_FusedLayers::attentionOfNothing()
{
    const auto out = attention(torch::randn({2, 4}), torch::randn({2, 3, 4}),
        torch::randn({2, 3, 4}), torch::zeros({2, 3}, torch::kInt64), 2);
    QCOMPARE(out.abs().sum().item<float>(), 0.0F);
}

void tst_FusedLayers::reluDropoutKeepsTheMean()
{
    torch::manual_seed(5);
    const auto x = torch::randn({400, 250});
    const auto dropped = reluDropout(x, 0.3, true);
    const double zeros = dropped.eq(0).to(torch::kFloat64).mean().item<double>();
    // Half of it is below zero; three tenths of the other half are left out.
    QVERIFY2(std::abs(zeros - 0.65) < 0.006, qPrintable(QString::number(zeros)));
    QVERIFY(std::abs(dropped.mean().item<double>() - torch::relu(x).mean().item<double>()) < 0.005);
    QVERIFY(torch::equal(reluDropout(x, 0.3, false), torch::relu(x)));
    torch::manual_seed(5);
    const auto y = torch::randn({400, 250});
    QVERIFY(torch::equal(reluDropout(y, 0.3, true), dropped));
}

void tst_FusedLayers::reluDropoutGradient()
{
    const auto x = torch::randn({7, 9}, kDouble);
    const auto f = [](const torch::Tensor &in) {
        torch::manual_seed(21);
        return reluDropout(in, 0.4, true).square().sum();
    };
    QVERIFY(gradientError(f, x) < 1e-6);
}

void tst_FusedLayers::optimiserStepsAsTorchDoes_data()
{
    QTest::addColumn<OptimiserKind>("kind");
    QTest::newRow("sgd") << OptimiserKind::Sgd;
    QTest::newRow("adam") << OptimiserKind::Adam;
    QTest::newRow("adamw") << OptimiserKind::AdamW;
}

/// The same small regression with ours and with torch's optimiser.
void tst_FusedLayers::optimiserStepsAsTorchDoes()
{
    QFETCH(const OptimiserKind, kind);
    torch::manual_seed(1);
    torch::nn::Sequential ours(torch::nn::Linear(4, 8), torch::nn::Linear(8, 1));
    torch::nn::Sequential theirs(torch::nn::Linear(4, 8), torch::nn::Linear(8, 1));
    FlatParameters flat(*ours);
    {
        const torch::NoGradGuard guard;
        for (std::size_t i = 0; i < ours->parameters().size(); ++i)
            theirs->parameters()[i].copy_(ours->parameters()[i]);
    }
    constexpr double kRate = 0.02;
    constexpr double kDecay = 0.1;
    std::unique_ptr<torch::optim::Optimizer> reference;
    if (kind == OptimiserKind::Sgd)
        reference = std::make_unique<torch::optim::SGD>(theirs->parameters(),
            torch::optim::SGDOptions(kRate).momentum(0.9).weight_decay(kDecay));
    else if (kind == OptimiserKind::Adam)
        reference = std::make_unique<torch::optim::Adam>(
            theirs->parameters(), torch::optim::AdamOptions(kRate).weight_decay(kDecay));
    else
        reference = std::make_unique<torch::optim::AdamW>(
            theirs->parameters(), torch::optim::AdamWOptions(kRate).weight_decay(kDecay));
    Optimiser optimiser({kind, 0.9, kDecay}, flat.values.size(0), torch::kCPU);
    const auto x = torch::randn({32, 4});
    const auto y = torch::randn({32, 1});
    for (int step = 0; step < 20; ++step) {
        flat.zeroGradients();
        (ours->forward(x) - y).square().mean().backward();
        optimiser.step(flat, kRate);
        reference->zero_grad();
        (theirs->forward(x) - y).square().mean().backward();
        reference->step();
    }
    for (std::size_t i = 0; i < ours->parameters().size(); ++i)
        QVERIFY(torch::allclose(ours->parameters()[i], theirs->parameters()[i], 1e-4, 1e-5));
}

void tst_FusedLayers::schedules()
{
    for (const Schedule schedule :
        {Schedule::Constant, Schedule::Cosine, Schedule::OneCycle, Schedule::Step}) {
        double most = 0.0;
        for (int i = 0; i <= 1000; ++i) {
            const double factor = scheduleFactor(schedule, i / 1000.0);
            QVERIFY(factor > 0.0 && factor <= 1.0 + 1e-12);
            most = std::max(most, factor);
        }
        QVERIFY(most > 0.999);
    }
    QVERIFY(scheduleFactor(Schedule::Cosine, 1.0) < 0.011);
    QVERIFY(scheduleFactor(Schedule::OneCycle, 1.0) < 1e-4);
    QCOMPARE(scheduleFactor(Schedule::Step, 0.7), 0.1);
}

QTEST_GUILESS_MAIN(tst_FusedLayers)
#include "tst_fused_layers.moc"
