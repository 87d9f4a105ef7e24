// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/random.h"
#include "support/scripted_forecaster.h"

namespace belvedere::test {

/// A small model that really learns: every step ahead is (1 - a) x the last value + a x the mean
/// of the window + b, where data sets share a and have a b of their own. Stochastic gradient
/// descent with momentum on random windows, with a rate that falls to 0 over the planned epochs;
/// all of its memory is in its checkpoint.
/// Options: "learningRate", "momentum", "batches", "millisecondsPerBatch".
class LearningForecaster : public TrainableForecaster
{
public:
    explicit LearningForecaster(ModelSpec spec)
        : m_spec(std::move(spec))
    {
    }

    [[nodiscard]] static Result<std::unique_ptr<LearningForecaster>> load(const ModelState &state)
    {
        auto model = std::make_unique<LearningForecaster>(state.spec);
        BV_TRY(const NamedTensor *weights, state.tensor(QStringLiteral("weights"), {2}));
        model->m_share = weights->values[0];
        model->m_offsets = {weights->values[1]};
        return model;
    }

    [[nodiscard]] const ModelSpec &spec() const override { return m_spec; }

    [[nodiscard]] Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext & = {}) const override
    {
        std::vector<float> values;
        for (const int last : lastSteps) {
            for (int step = 0; step < m_spec.shape.horizon; ++step) {
                for (int site = 0; site < history.siteCount(); ++site) {
                    const Window window = windowAt(m_spec.shape, history, last, site);
                    const float median = answer(window, m_offsets.front());
                    for (const double level : m_spec.shape.quantiles)
                        values.push_back(median + static_cast<float>(level - 0.5));
                }
            }
        }
        return values;
    }

    [[nodiscard]] ModelState state() const override { return stateOf(m_spec, 0); }
    [[nodiscard]] int epochLimit() const override { return 1000; }
    [[nodiscard]] bool learnsJointly() const override { return true; }

    [[nodiscard]] Result<> begin(
        const TrainingData &data, std::uint64_t seed, int plannedEpochs) override
    {
        m_data = data;
        m_seed = seed;
        m_plannedEpochs = plannedEpochs;
        m_share = 0.0F;
        m_offsets.assign(1 + data.partners.size(), 0.0F);
        m_speeds.assign(2 + data.partners.size(), 0.0F);
        m_epoch = 0;
        return {};
    }

    [[nodiscard]] Result<EpochReport> fitEpoch(const TaskContext &context) override
    {
        const int batches = m_spec.options[QLatin1String("batches")].toInt(8);
        const int pause = m_spec.options[QLatin1String("millisecondsPerBatch")].toInt(0);
        Random random = Random(m_seed).split(static_cast<std::uint64_t>(m_epoch));
        EpochReport report;
        for (int batch = 0; batch < batches; ++batch) {
            if (context.cancelled())
                return cancelledFailure();
            QThread::msleep(static_cast<unsigned long>(pause)); // stands for work
            const double done = (m_epoch + double(batch) / batches) / m_plannedEpochs;
            report.learningRate =
                m_spec.options[QLatin1String("learningRate")].toDouble(0.05) * (1.0 - done);
            report.trainLoss += learn(random, static_cast<float>(report.learningRate)) / batches;
            context.progress(batch + 1, batches, {});
        }
        report.epoch = ++m_epoch;
        if (!std::isfinite(report.trainLoss))
            return failure(Errc::Numeric, "The loss is no longer a number.");
        return report;
    }

    [[nodiscard]] Result<> warmStart(const ModelState &trained) override
    {
        BV_TRY(const NamedTensor *weights, trained.tensor(QStringLiteral("weights"), {2}));
        m_share = weights->values[0];
        if (trained.spec.dataset == m_spec.dataset)
            m_offsets[0] = weights->values[1];
        return {};
    }

    [[nodiscard]] ModelState checkpoint() const override
    {
        std::vector<float> memory{m_share, static_cast<float>(m_epoch)};
        memory.insert(memory.end(), m_offsets.begin(), m_offsets.end());
        memory.insert(memory.end(), m_speeds.begin(), m_speeds.end());
        const auto size = static_cast<std::int64_t>(memory.size());
        return {m_spec, {NamedTensor{QStringLiteral("memory"), {size}, std::move(memory)}}};
    }

    [[nodiscard]] Result<> restore(const ModelState &checkpoint) override
    {
        const std::size_t parts = m_offsets.size();
        const auto size = static_cast<std::int64_t>(2 * parts + 3);
        BV_TRY(const NamedTensor *tensor, checkpoint.tensor(QStringLiteral("memory"), {size}));
        const auto memory = tensor->values.begin();
        m_share = memory[0];
        m_epoch = static_cast<int>(memory[1]);
        const auto offsets = memory + 2;
        const auto speeds = offsets + static_cast<std::ptrdiff_t>(parts);
        m_offsets.assign(offsets, speeds);
        m_speeds.assign(speeds, tensor->values.end());
        return {};
    }

    [[nodiscard]] ModelState partnerState(std::size_t partner) const override
    {
        return stateOf(m_data.partners[partner].spec, partner + 1);
    }

private:
    struct Window
    {
        float last = kMissing;
        float mean = kMissing;
    };

    static Window windowAt(
        const ForecastShape &shape, const ChannelHistory &history, int lastStep, int site)
    {
        Window window;
        float sum = 0.0F;
        int count = 0;
        for (int step = lastStep - shape.history + 1; step <= lastStep; ++step) {
            const float value = history.row(step)[site];
            if (std::isnan(value))
                continue;
            window.last = value;
            sum += value;
            ++count;
        }
        if (count > 0)
            window.mean = sum / static_cast<float>(count);
        return window;
    }

    [[nodiscard]] float answer(const Window &window, float offset) const
    {
        return window.last + m_share * (window.mean - window.last) + offset;
    }

    /// A batch of 32 windows of each data set. @return its mean squared error.
    double learn(Random &random, float rate)
    {
        constexpr int kBatch = 32;
        const float keep =
            static_cast<float>(m_spec.options[QLatin1String("momentum")].toDouble(0.5));
        std::vector<float> slopes(m_speeds.size(), 0.0F);
        float loss = 0.0F;
        for (std::size_t part = 0; part < m_offsets.size(); ++part) {
            const ChannelHistory &history =
                part == 0 ? *m_data.history : *m_data.partners[part - 1].history;
            const WindowRange train = part == 0 ? m_data.train : m_data.partners[part - 1].train;
            for (int i = 0; i < kBatch; ++i) {
                const auto draw = [&random](int count) {
                    return static_cast<int>(random.below(static_cast<std::uint64_t>(count)));
                };
                const int last = train.lastInputStep(draw(train.count), m_spec.shape);
                const int site = draw(history.siteCount());
                const Window window = windowAt(m_spec.shape, history, last, site);
                const float truth = history.row(last + 1 + draw(m_spec.shape.horizon))[site];
                const float miss = answer(window, m_offsets[part]) - truth;
                if (std::isnan(miss))
                    continue;
                loss += miss * miss / kBatch;
                slopes[0] += miss * (window.mean - window.last) / kBatch;
                slopes[part + 1] += miss / kBatch;
            }
        }
        for (std::size_t i = 0; i < m_speeds.size(); ++i) {
            m_speeds[i] = keep * m_speeds[i] - rate * slopes[i];
            (i == 0 ? m_share : m_offsets[i - 1]) += m_speeds[i];
        }
        return static_cast<double>(loss);
    }

    [[nodiscard]] ModelState stateOf(const ModelSpec &spec, std::size_t part) const
    {
        ModelState state{spec, {}};
        const float offset = m_offsets.empty() ? 0.0F : m_offsets[part];
        state.tensors.push_back({QStringLiteral("weights"), {2}, {m_share, offset}});
        return state;
    }

    ModelSpec m_spec;
    float m_share = 0.0F;
    std::vector<float> m_offsets{0.0F}; // [data sets]
    std::vector<float> m_speeds; // of share and offsets
    TrainingData m_data;
    std::uint64_t m_seed = 0;
    int m_plannedEpochs = 1;
    int m_epoch = 0;
};

/// Knows "learning", and what ScriptedFactory knows.
class LearningFactory : public ScriptedFactory
{
public:
    [[nodiscard]] std::vector<Kind> kinds() const override
    {
        std::vector<Kind> all = ScriptedFactory::kinds();
        OptionSpec rate{QStringLiteral("learningRate"), "", "", 0.05, 1e-6, 1.0};
        rate.logarithmic = true;
        const OptionSpec momentum{QStringLiteral("momentum"), "", "", 0.5, 0.0, 0.95};
        const OptionSpec batches{QStringLiteral("batches"), "", "", 8, 1, 100, true};
        all.push_back({QStringLiteral("learning"), "", "", false, {rate, momentum, batches}});
        return all;
    }
    [[nodiscard]] Result<std::unique_ptr<TrainableForecaster>> create(
        const ModelSpec &spec) const override
    {
        if (spec.kind != QLatin1String("learning"))
            return ScriptedFactory::create(spec);
        return std::make_unique<LearningForecaster>(spec);
    }
    [[nodiscard]] Result<std::unique_ptr<Forecaster>> load(const ModelState &state) const override
    {
        if (state.spec.kind != QLatin1String("learning"))
            return ScriptedFactory::load(state);
        onLoad();
        return LearningForecaster::load(state);
    }
};

/// Independent normal values: the mean of the window is the best answer, with an MAE of
/// 0.83 x deviation, and the last value a poor one with 1.13.
inline std::shared_ptr<ChannelHistory> noiseHistory(
    const QString &dataset, int steps, double level = 0.0, double deviation = 1.0)
{
    Random random(3);
    auto history = historyOf(steps, 2, [&](int, int) { return random.normal(level, deviation); });
    history->dataset = dataset;
    return history;
}

} // namespace belvedere::test
