// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"

#include <QJsonArray>
#include <QThread>

#include <cmath>
#include <functional>

namespace belvedere::test {

/// Forecasts the last observed value of the window plus a bias that its script prescribes for
/// each epoch: "biases": [5, 2, 3]. On a constant series the error of epoch e is |biases[e - 1]|.
/// All lower quantiles are 1 below the median, all upper ones 1 above.
/// Further options: "batches" (looks at the context so often), "millisecondsPerBatch".
class ScriptedForecaster : public TrainableForecaster
{
public:
    ScriptedForecaster(ModelSpec spec, float bias)
        : m_spec(std::move(spec))
        , m_bias(bias)
    {
    }

    [[nodiscard]] const ModelSpec &spec() const override { return m_spec; }

    [[nodiscard]] Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext & = {}) const override
    {
        const auto sites = static_cast<std::size_t>(history.siteCount());
        std::vector<float> values;
        for (const int last : lastSteps) {
            for (int step = 0; step < m_spec.shape.horizon; ++step) {
                for (std::size_t site = 0; site < sites; ++site) {
                    const float median = lastObserved(history, last, site) + m_bias;
                    for (const double level : m_spec.shape.quantiles)
                        values.push_back(median
                            + (level > 0.5        ? 1.0F
                                    : level < 0.5 ? -1.0F
                                                  : 0.0F));
                }
            }
        }
        return values;
    }

    [[nodiscard]] ModelState state() const override
    {
        return {m_spec, {NamedTensor{QStringLiteral("bias"), {1}, {m_bias}}}};
    }
    [[nodiscard]] int epochLimit() const override
    {
        return m_spec.options[QLatin1String("epochLimit")].toInt(1000);
    }
    [[nodiscard]] Result<> begin(const TrainingData &, std::uint64_t, int) override
    {
        m_epoch = 0;
        return {};
    }
    [[nodiscard]] Result<EpochReport> fitEpoch(const TaskContext &context) override
    {
        const int batches = m_spec.options[QLatin1String("batches")].toInt(1);
        const int pause = m_spec.options[QLatin1String("millisecondsPerBatch")].toInt(0);
        for (int batch = 0; batch < batches; ++batch) {
            if (context.cancelled())
                return cancelledFailure();
            QThread::msleep(static_cast<unsigned long>(pause)); // stands for work
            context.progress(batch + 1, batches, {});
        }
        const QJsonArray biases = m_spec.options[QLatin1String("biases")].toArray();
        const auto index = std::min<qsizetype>(m_epoch, biases.size() - 1);
        m_bias = index < 0 ? 0.0F : static_cast<float>(biases[index].toDouble(std::nan("")));
        ++m_epoch;
        EpochReport report;
        report.epoch = static_cast<int>(m_epoch);
        report.trainLoss = static_cast<double>(std::abs(m_bias));
        report.learningRate = 0.001;
        return report;
    }

private:
    [[nodiscard]] float lastObserved(
        const ChannelHistory &history, int last, std::size_t site) const
    {
        for (int step = last; step > last - m_spec.shape.history; --step) {
            if (!std::isnan(history.row(step)[site]))
                return history.row(step)[site];
        }
        return kMissing;
    }

    ModelSpec m_spec;
    float m_bias = 0.0F;
    qsizetype m_epoch = 0;
};

/// Knows "scripted", and "copy" and "broken" as baselines: the former without a bias, the latter
/// fails to learn if `breakBaseline` is set.
class ScriptedFactory : public ForecasterFactory
{
public:
    bool breakBaseline = false;
    /// Called by every load().
    std::function<void()> onLoad = [] {};

    [[nodiscard]] std::vector<Kind> kinds() const override
    {
        std::vector<Kind> all{{QStringLiteral("scripted"), "", "", false, {}},
            {QStringLiteral("copy"), "", "", true, {}}};
        if (breakBaseline)
            all.push_back({QStringLiteral("broken"), "", "", true, {}});
        return all;
    }
    [[nodiscard]] Result<std::unique_ptr<TrainableForecaster>> create(
        const ModelSpec &spec) const override
    {
        if (spec.kind == QLatin1String("broken"))
            return failure(Errc::Model, "Broken.");
        if (spec.kind != QLatin1String("scripted") && spec.kind != QLatin1String("copy"))
            return failure(Errc::NotFound, "There is no model \"%1\".", {spec.kind});
        ModelSpec used = spec;
        if (spec.kind == QLatin1String("copy"))
            used.options[QStringLiteral("epochLimit")] = 1;
        return std::make_unique<ScriptedForecaster>(used, 0.0F);
    }
    [[nodiscard]] Result<std::unique_ptr<Forecaster>> load(const ModelState &state) const override
    {
        onLoad();
        BV_TRY(const NamedTensor *bias, state.tensor(QStringLiteral("bias"), {1}));
        return std::make_unique<ScriptedForecaster>(state.spec, bias->values[0]);
    }
};

/// `steps` steps of 5 minutes at `sites` sites named "s0", "s1", …; value(step, site).
template <class Value> std::shared_ptr<ChannelHistory> historyOf(int steps, int sites, Value value)
{
    auto history = std::make_shared<ChannelHistory>();
    history->dataset = QStringLiteral("town");
    history->channel = {QStringLiteral("speed"), QStringLiteral("km/h")};
    history->axis = {1'700'000'100'000, 5 * kMsPerMinute, steps};
    for (int site = 0; site < sites; ++site)
        history->siteCodes.push_back(QStringLiteral("s%1").arg(site));
    for (int step = 0; step < steps; ++step) {
        history->minuteOfWeek.push_back(minuteOfWeek(history->axis.at(step), QTimeZone::utc()));
        for (int site = 0; site < sites; ++site)
            history->values.push_back(static_cast<float>(value(step, site)));
    }
    return history;
}

} // namespace belvedere::test
