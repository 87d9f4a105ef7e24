// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/neural_forecaster.h"

#include "base/random.h"
#include "models/model_input.h"
#include "models/neural/pinball_loss.h"
#include "models/neural/quantile_network.h"
#include "models/neural/site_scales.h"
#include "models/seasonal_profile.h"
#include "models/usual_pattern.h"

#include <torch/nn/utils/clip_grad.h>
#include <torch/optim/adamw.h>

#include <QElapsedTimer>

#include <algorithm>
#include <numbers>

namespace belvedere {

using namespace neural;

namespace {

constexpr int kEpochLimit = 100;
constexpr double kAverageKeep = 0.998; // of the running mean of the weights, a step
constexpr double kWarmUpShare = 0.05; // of all steps, in which the learning rate rises
constexpr double kLastRate = 0.01; // share of the learning rate that is left at the end
constexpr double kMostGradient = 1.0;
constexpr double kBlankedShare = 0.15; // of samples, to learn to live with gaps
// With fewer, "Tuesday" means one or two days and is learned by heart: on the validation part of
// PEMS08 (7 days to learn from) the error grew from epoch to epoch.
constexpr int kWeeksForWeekdays = 3;
constexpr int kMostDraws = 50; // for a sample with some truth, where little was observed
constexpr int kForecastRows = 2048; // a piece of a forecast, well under 50 ms

/// Runs `work` and turns what torch throws into an Error.
template <class R, class F> R guardedTorch(F &&work)
{
    try {
        return work();
    } catch (const c10::Error &e) {
        return failure(Errc::Model, QT_TRANSLATE_NOOP("Error", "The neural network failed: %1"),
            {QString::fromUtf8(e.what_without_backtrace())});
    } catch (const std::exception &e) {
        return failure(Errc::Model, QT_TRANSLATE_NOOP("Error", "The neural network failed: %1"),
            {QString::fromUtf8(e.what())});
    }
}

Batch makeBatch(std::int64_t rows, const FeatureLayout &layout)
{
    return {torch::empty({rows, layout.width()}), torch::empty({rows}, torch::kInt64),
        torch::empty({rows}, torch::kInt64), torch::empty({rows}, torch::kInt64)};
}

/// Place and time of a row; the time is that of the first step ahead.
void writeIndices(
    Batch &batch, std::int64_t row, std::size_t site, int minuteOfWeek, bool weekdaysApart)
{
    batch.sites.data_ptr<std::int64_t>()[row] = static_cast<std::int64_t>(site);
    batch.timesOfDay.data_ptr<std::int64_t>()[row] = std::int64_t(minuteOfWeek % kMinutesPerDay)
        * QuantileNetworkImpl::kTimesOfDay / kMinutesPerDay;
    batch.weekdays.data_ptr<std::int64_t>()[row] =
        weekdaysApart ? minuteOfWeek / kMinutesPerDay : 0;
}

} // namespace

struct NeuralForecaster::Private
{
    explicit Private(ModelSpec modelSpec)
        : spec(std::move(modelSpec))
        , options(NeuralOptions::fromJson(spec.options))
        , layout(spec.shape)
        , average(spec.shape, std::int64_t(spec.siteCodes.size()), options)
    {
        average->eval();
    }

    [[nodiscard]] std::size_t siteCount() const { return spec.siteCodes.size(); }
    [[nodiscard]] std::vector<const float *> usualRows(
        const ChannelHistory &history, int firstStep) const;
    [[nodiscard]] bool drawSample(
        Random &random, Batch &batch, torch::Tensor &truth, std::int64_t row) const;
    void blank(Random &random, float *features) const;
    [[nodiscard]] Batch forecastBatch(const ChannelHistory &history,
        const std::vector<int> &lastSteps, std::size_t first, std::vector<char> &known) const;
    void writeForecast(const torch::Tensor &forecast, const std::vector<char> &known,
        std::size_t first, std::vector<float> &values) const;
    [[nodiscard]] double learningRateAt(std::int64_t step) const;
    [[nodiscard]] Result<double> learn(const Batch &batch, const torch::Tensor &truth);
    void follow();

    ModelSpec spec;
    NeuralOptions options;
    FeatureLayout layout;
    QuantileNetwork average; // the running mean, the one that forecasts
    UsualPattern pattern;
    std::vector<float> unknown; // [N] 1 = never observed in training
    std::vector<Scale> scales; // [N]
    bool nonNegative = false;
    bool weekdaysApart = false; // seen often enough to be told apart
    bool ready = false;

    // While learning only.
    TrainingData data;
    StepRange steps;
    std::vector<float> usual; // [steps, N], each step without its own observations
    QuantileNetwork network{nullptr};
    std::unique_ptr<torch::optim::AdamW> optimizer;
    torch::Tensor levels; // [quantiles]
    torch::Tensor spreads; // [N], over their mean: errors count as they do in the unit
    double meanSpread = 1.0;
    std::uint64_t seed = 0;
    int epoch = 0;
    int batchesPerEpoch = 0;
    std::int64_t step = 0;
    std::int64_t plannedSteps = 0;
};

std::vector<const float *> NeuralForecaster::Private::usualRows(
    const ChannelHistory &history, int firstStep) const
{
    std::vector<const float *> rows;
    for (int i = 0; i < spec.shape.history + spec.shape.horizon; ++i)
        rows.push_back(pattern.row(history.minuteOfWeekAt(firstStep + i)));
    return rows;
}

void NeuralForecaster::Private::blank(Random &random, float *features) const
{
    // The deviation at the last observation stays: only the network's view of the window is
    // thinned, the anchor is what it would be.
    const double share = random.uniform();
    for (std::int64_t i = 0; i + 1 < layout.history; ++i) {
        if (random.uniform() < share) {
            features[layout.deviations() + i] = 0.0F;
            features[layout.observed() + i] = 0.0F;
        }
    }
}

/// Writes one sample. @return false if nothing of its truth was observed.
bool NeuralForecaster::Private::drawSample(
    Random &random, Batch &batch, torch::Tensor &truth, std::int64_t row) const
{
    const ChannelHistory &history = *data.history;
    const int window = static_cast<int>(random.below(static_cast<std::uint64_t>(data.train.count)));
    const auto site = static_cast<std::size_t>(random.below(siteCount()));
    const int last = data.train.lastInputStep(window, spec.shape);
    const int first = last - spec.shape.history + 1;

    float *target = truth.data_ptr<float>() + row * layout.horizon;
    bool observed = false;
    for (int i = 0; i < spec.shape.horizon; ++i) {
        target[i] = scales[site].in(history.row(last + 1 + i)[site]);
        observed = observed || !std::isnan(target[i]);
    }
    std::vector<const float *> rows;
    for (int i = 0; i < spec.shape.history + spec.shape.horizon; ++i)
        rows.push_back(
            usual.data() + static_cast<std::size_t>(first - steps.begin + i) * siteCount());
    float *features = batch.features.data_ptr<float>() + row * layout.width();
    writeFeatures(layout, history, last, site, rows, scales[site], features);
    if (random.uniform() < kBlankedShare)
        blank(random, features);
    writeIndices(batch, row, site, history.minuteOfWeekAt(last + 1), weekdaysApart);
    return observed;
}

double NeuralForecaster::Private::learningRateAt(std::int64_t at) const
{
    const double done = std::min(1.0, double(at) / double(plannedSteps));
    if (done < kWarmUpShare)
        return options.learningRate * std::max(0.05, done / kWarmUpShare);
    const double cosine =
        0.5 * (1.0 + std::cos(std::numbers::pi * (done - kWarmUpShare) / (1.0 - kWarmUpShare)));
    return options.learningRate * (kLastRate + (1.0 - kLastRate) * cosine);
}

Result<double> NeuralForecaster::Private::learn(const Batch &batch, const torch::Tensor &truth)
{
    for (auto &group : optimizer->param_groups())
        static_cast<torch::optim::AdamWOptions &>(group.options()).lr(learningRateAt(step));
    optimizer->zero_grad();
    const auto weight = spreads.index_select(0, batch.sites).unsqueeze(1); // [B, 1]
    const auto loss =
        pinballLoss(network->forward(batch) * weight.unsqueeze(2), truth * weight, levels);
    loss.backward();
    torch::nn::utils::clip_grad_norm_(network->parameters(), kMostGradient);
    const double value = loss.item<double>();
    if (!std::isfinite(value))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP(
                "Error", "The loss is no longer a number. Choose a lower learning rate than %1."),
            {QString::number(options.learningRate)});
    optimizer->step();
    ++step;
    follow();
    return value;
}

/// Moves the running mean towards the present weights; quickly at first.
void NeuralForecaster::Private::follow()
{
    const torch::NoGradGuard guard;
    const double keep = std::min(kAverageKeep, double(step) / (double(step) + 10.0));
    const auto from = network->parameters();
    const auto to = average->parameters();
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i].lerp_(from[i], 1.0 - keep);
}

NeuralForecaster::NeuralForecaster(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

NeuralForecaster::~NeuralForecaster() = default;

const std::vector<OptionSpec> &NeuralForecaster::optionTable()
{
    return neuralOptionTable();
}

const ModelSpec &NeuralForecaster::spec() const
{
    return d->spec;
}

int NeuralForecaster::epochLimit() const
{
    return kEpochLimit;
}

Result<std::unique_ptr<NeuralForecaster>> NeuralForecaster::create(ModelSpec spec)
{
    using R = Result<std::unique_ptr<NeuralForecaster>>;
    return guardedTorch<R>([&]() -> R {
        return std::unique_ptr<NeuralForecaster>(
            new NeuralForecaster(std::make_unique<Private>(std::move(spec))));
    });
}

Result<> NeuralForecaster::begin(const TrainingData &data, std::uint64_t seed, int plannedEpochs)
{
    return guardedTorch<Result<>>([&]() -> Result<> {
        at::set_num_threads(1);
        BV_TRY(d->steps, trainingSteps(d->spec, data));
        d->data = data;
        d->seed = seed;
        d->scales = siteScales(*data.history, d->steps);
        d->nonNegative = isNonNegative(*data.history, d->steps);
        d->weekdaysApart = (d->steps.end - d->steps.begin) * data.history->axis.stepMs
            >= kWeeksForWeekdays * 7 * kMsPerDay;
        d->pattern = UsualPattern::fromSteps(*data.history, d->steps);
        d->usual = d->pattern.leavingOut(*data.history, d->steps);
        d->unknown.clear();
        for (const bool unknown : d->pattern.unknown())
            d->unknown.push_back(unknown ? 1.0F : 0.0F);

        torch::manual_seed(seed);
        const auto sites = std::int64_t(d->siteCount());
        d->network = QuantileNetwork(d->spec.shape, sites, d->options);
        d->average = QuantileNetwork(d->spec.shape, sites, d->options);
        d->average->eval();
        d->step = 0;
        d->follow();
        d->optimizer = std::make_unique<torch::optim::AdamW>(d->network->parameters(),
            torch::optim::AdamWOptions(d->options.learningRate)
                .weight_decay(d->options.weightDecay));
        std::vector<float> spreads;
        for (const Scale &scale : d->scales)
            spreads.push_back(scale.spread);
        d->spreads = torch::tensor(spreads);
        d->meanSpread = d->spreads.mean().item<double>();
        d->spreads.div_(d->meanSpread);
        d->levels = torch::tensor(d->spec.shape.quantiles, torch::kFloat32);
        const std::int64_t pairs = std::int64_t(data.train.count) * sites;
        const std::int64_t samples = std::min<std::int64_t>(pairs, d->options.samplesPerEpoch);
        d->batchesPerEpoch =
            static_cast<int>(std::max<std::int64_t>(1, samples / d->options.batch));
        d->plannedSteps = std::int64_t(std::max(1, plannedEpochs)) * d->batchesPerEpoch;
        d->epoch = 0;
        d->ready = true;
        return {};
    });
}

Result<EpochReport> NeuralForecaster::fitEpoch(const TaskContext &context)
{
    using R = Result<EpochReport>;
    return guardedTorch<R>([&]() -> R {
        if (!d->network)
            return failure(
                Errc::Usage, QT_TRANSLATE_NOOP("Error", "begin() must come before fitEpoch()."));
        QElapsedTimer timer;
        timer.start();
        at::set_num_threads(context.threads);
        Random random = Random(d->seed).split(static_cast<std::uint64_t>(d->epoch));
        torch::manual_seed(random.next()); // dropout
        d->network->train();
        EpochReport report;
        report.epoch = ++d->epoch;
        report.learningRate = d->learningRateAt(d->step);
        double loss = 0.0;
        for (int i = 0; i < d->batchesPerEpoch; ++i) {
            if (context.cancelled())
                return cancelledFailure();
            Batch batch = makeBatch(d->options.batch, d->layout);
            auto truth = torch::empty({d->options.batch, d->layout.horizon});
            for (std::int64_t row = 0; row < d->options.batch; ++row) {
                for (int draw = 0; draw < kMostDraws; ++draw) {
                    if (d->drawSample(random, batch, truth, row))
                        break;
                }
            }
            BV_TRY(const double batchLoss, d->learn(batch, truth));
            loss += batchLoss;
            context.progress(i + 1, d->batchesPerEpoch, {});
        }
        report.trainLoss = loss / d->batchesPerEpoch * d->meanSpread;
        report.seconds = double(timer.nsecsElapsed()) * 1e-9;
        return report;
    });
}

/// Rows first … first + count - 1 of a forecast, where row = window · N + site.
/// @param known  set to whether the row has anything to go by
Batch NeuralForecaster::Private::forecastBatch(const ChannelHistory &history,
    const std::vector<int> &lastSteps, std::size_t first, std::vector<char> &known) const
{
    Batch batch = makeBatch(static_cast<std::int64_t>(known.size()), layout);
    float *features = batch.features.data_ptr<float>();
    std::vector<const float *> rows;
    for (std::size_t i = 0; i < known.size(); ++i, features += layout.width()) {
        const int last = lastSteps[(first + i) / siteCount()];
        const std::size_t site = (first + i) % siteCount();
        if (site == 0 || i == 0)
            rows = usualRows(history, last - spec.shape.history + 1);
        const bool observed =
            writeFeatures(layout, history, last, site, rows, scales[site], features);
        known[i] = observed || unknown[site] == 0.0F;
        writeIndices(batch, static_cast<std::int64_t>(i), site, history.minuteOfWeekAt(last + 1),
            weekdaysApart);
    }
    return batch;
}

/// Puts the network's answer for the rows from `first` on into [W, horizon, N, quantiles].
void NeuralForecaster::Private::writeForecast(const torch::Tensor &forecast,
    const std::vector<char> &known, std::size_t first, std::vector<float> &values) const
{
    const std::size_t sites = siteCount();
    const std::size_t quantiles = spec.shape.quantiles.size();
    const auto horizon = static_cast<std::size_t>(spec.shape.horizon);
    const auto plain = forecast.contiguous(); // [B, F, Q]
    const float *in = plain.data_ptr<float>();
    for (std::size_t i = 0; i < known.size(); ++i) {
        const std::size_t window = (first + i) / sites;
        const std::size_t site = (first + i) % sites;
        for (std::size_t ahead = 0; ahead < horizon; ++ahead) {
            float *out = values.data() + ((window * horizon + ahead) * sites + site) * quantiles;
            for (std::size_t q = 0; q < quantiles; ++q) {
                const float value = scales[site].out(*in++);
                const float possible = nonNegative ? std::max(0.0F, value) : value;
                out[q] = known[i] != 0 ? possible : kMissing;
            }
        }
    }
}

Result<std::vector<float>> NeuralForecaster::forecastWindows(const ChannelHistory &history,
    const std::vector<int> &lastSteps, const TaskContext &context) const
{
    using R = Result<std::vector<float>>;
    return guardedTorch<R>([&]() -> R {
        BV_TRY_VOID(checkWindows(d->spec, history, lastSteps));
        if (!d->ready)
            return failure(
                Errc::Usage, QT_TRANSLATE_NOOP("Error", "The model has not been trained yet."));
        at::set_num_threads(1);
        const c10::InferenceMode guard;
        const std::size_t total = lastSteps.size() * d->siteCount();
        std::vector<float> values(total * static_cast<std::size_t>(d->spec.shape.horizon)
            * d->spec.shape.quantiles.size());
        for (std::size_t first = 0; first < total; first += kForecastRows) {
            if (context.cancelled())
                return cancelledFailure();
            std::vector<char> known(std::min<std::size_t>(kForecastRows, total - first));
            const Batch batch = d->forecastBatch(history, lastSteps, first, known);
            d->writeForecast(d->average->forward(batch), known, first, values);
        }
        return values;
    });
}

namespace {

NamedTensor namedTensor(const QString &name, const torch::Tensor &tensor)
{
    const auto plain = tensor.detach().contiguous();
    return {name, plain.sizes().vec(),
        std::vector<float>(plain.data_ptr<float>(), plain.data_ptr<float>() + plain.numel())};
}

QString weightName(const std::string &name)
{
    return QLatin1String("network.") + QString::fromStdString(name);
}

} // namespace

ModelState NeuralForecaster::state() const
{
    ModelState state;
    state.spec = d->spec;
    const auto sites = std::int64_t(d->siteCount());
    const std::int64_t slots = 7 * SeasonalProfile::slotsPerDay(d->spec.shape.stepMs);
    std::vector<float> usual = d->pattern.values();
    usual.resize(static_cast<std::size_t>(slots * sites));
    std::vector<float> unknown = d->unknown;
    unknown.resize(d->siteCount());
    state.tensors.push_back({QStringLiteral("usual"), {slots, sites}, std::move(usual)});
    state.tensors.push_back({QStringLiteral("unknown"), {sites}, std::move(unknown)});
    std::vector<float> scales;
    for (const Scale &scale : d->scales)
        scales.insert(scales.end(), {scale.centre, scale.spread});
    scales.resize(2 * d->siteCount());
    state.tensors.push_back({QStringLiteral("scales"), {sites, 2}, std::move(scales)});
    state.tensors.push_back({QStringLiteral("non_negative"), {1}, {d->nonNegative ? 1.0F : 0.0F}});
    state.tensors.push_back(
        {QStringLiteral("weekdays_apart"), {1}, {d->weekdaysApart ? 1.0F : 0.0F}});
    for (const auto &item : d->average->named_parameters())
        state.tensors.push_back(namedTensor(weightName(item.key()), item.value()));
    return state;
}

Result<std::unique_ptr<NeuralForecaster>> NeuralForecaster::load(const ModelState &state)
{
    using R = Result<std::unique_ptr<NeuralForecaster>>;
    return guardedTorch<R>([&]() -> R {
        BV_TRY(auto model, create(state.spec));
        BV_TRY_VOID(checkTensors(state, model->state().tensors));
        for (const NamedTensor &t : state.tensors) {
            if (!std::all_of(
                    t.values.begin(), t.values.end(), [](float v) { return std::isfinite(v); }))
                return failure(Errc::Schema,
                    QT_TRANSLATE_NOOP("Error",
                        "The model's tensor \"%1\" holds something that is no "
                        "number. Train the model again."),
                    {t.name});
        }
        const auto valuesOf = [&](const QString &name) -> const std::vector<float> & {
            return std::find_if(state.tensors.begin(), state.tensors.end(),
                [&](const NamedTensor &t) { return t.name == name; })
                ->values;
        };
        Private &d = *model->d;
        d.pattern = UsualPattern::fromValues(
            valuesOf(QStringLiteral("usual")), static_cast<int>(d.siteCount()));
        d.unknown = valuesOf(QStringLiteral("unknown"));
        const auto &scales = valuesOf(QStringLiteral("scales"));
        for (std::size_t site = 0; site < d.siteCount(); ++site)
            d.scales.push_back({scales[2 * site], scales[2 * site + 1]});
        d.nonNegative = valuesOf(QStringLiteral("non_negative"))[0] != 0.0F;
        d.weekdaysApart = valuesOf(QStringLiteral("weekdays_apart"))[0] != 0.0F;
        const torch::NoGradGuard guard;
        for (auto &item : d.average->named_parameters()) {
            const auto &values = valuesOf(weightName(item.key()));
            std::copy(values.begin(), values.end(), item.value().data_ptr<float>());
        }
        d.ready = true;
        return model;
    });
}

} // namespace belvedere
