// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/neural_forecaster.h"

#include "models/model_input.h"
#include "models/neural/learner.h"
#include "models/neural/network_kinds.h"
#include "models/neural/training_sampler.h"
#include "models/tensor_lookup.h"

#include <torch/torch.h>

#include <QElapsedTimer>

#include <algorithm>

namespace belvedere {

using namespace neural;

namespace {

constexpr int kEpochLimit = 200;
// Rows of a piece of a forecast for a small network: well under 50 ms on one core.
constexpr std::int64_t kForecastRows = 2048;
constexpr std::int64_t kSmallNetwork = 200000; // parameters
const QLatin1String kNetworkPrefix("network.");
const std::string kIdentityWeights = "identity.weight";
const QString kContextWeights = QStringLiteral("network.window.weight");
const QString kPlaces = QStringLiteral("places");

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

torch::Device computeDevice()
{
    return torch::cuda::is_available() ? torch::Device(torch::kCUDA) : torch::Device(torch::kCPU);
}

QString weightName(const std::string &name)
{
    return kNetworkPrefix + QString::fromStdString(name);
}

/// Ranges of the value for the head of classes: finer where values are dense.
std::vector<float> classEdges()
{
    std::vector<float> edges;
    for (int i = -15; i <= 15; ++i) {
        const float x = float(i) / 5.0F;
        edges.push_back(x * (0.7F + 0.1F * std::abs(x)));
    }
    return edges;
}

std::shared_ptr<const Head> makeHead(
    const ForecastShape &shape, const LearningOptions &options, bool anchored)
{
    switch (options.head) {
    case HeadKind::Counts:
        return countHead(shape);
    case HeadKind::Classes:
        return classHead(shape, classEdges());
    case HeadKind::Quantiles:
        break;
    }
    return quantileHead(shape, options.pointLoss, anchored);
}

/// Ties as row-normalised weights; distances (all far above 1) become closeness.
torch::Tensor tieWeights(const ChannelHistory &history)
{
    const auto sites = std::int64_t(history.siteCodes.size());
    if (history.ties.empty() || sites > 4096)
        return {};
    double sum = 0.0;
    double squares = 0.0;
    bool similarities = true;
    for (const SiteTie &tie : history.ties) {
        sum += double(tie.weight);
        squares += double(tie.weight) * double(tie.weight);
        similarities = similarities && tie.weight <= 1.0F;
    }
    const double count = double(history.ties.size());
    const double mean = sum / count;
    const double spread = std::max(1e-6, std::sqrt(std::max(0.0, squares / count - mean * mean)));
    auto weights = torch::zeros({sites, sites});
    for (const SiteTie &tie : history.ties) {
        const double share = double(tie.weight) / std::max(spread, mean);
        weights[std::int64_t(tie.from.index())][std::int64_t(tie.to.index())] =
            similarities ? double(tie.weight) : std::exp(-share * share);
    }
    return weights / weights.sum(1, true).clamp_min(1e-6);
}

} // namespace

struct NeuralForecaster::Private
{
    Private(ModelSpec modelSpec, const NetworkKind &networkKind)
        : spec(std::move(modelSpec))
        , kind(networkKind)
        , options(LearningOptions::fromJson(spec.options))
        , head(makeHead(spec.shape, options, networkKind.anchored))
        , part(ModelPart::empty(spec, neighbours()))
    {
        preparing.setMaxThreadCount(1);
    }

    [[nodiscard]] std::size_t siteCount() const { return spec.siteCodes.size(); }
    [[nodiscard]] std::size_t neighbours() const
    {
        return static_cast<std::size_t>(spec.options[QLatin1String("neighbours")].toDouble());
    }
    [[nodiscard]] bool wantsCompanions() const
    {
        return spec.options[QLatin1String("companions")].toDouble() != 0.0;
    }
    [[nodiscard]] NetworkShape networkShape(std::size_t identities, std::size_t context) const;
    [[nodiscard]] std::shared_ptr<Network> makeNetwork(const NetworkShape &shape) const
    {
        return kind.make(shape, spec.options);
    }
    void makeLearner(std::int64_t contextPlaces);
    [[nodiscard]] TrainingPart addPart(const ModelSpec &partSpec, ModelPart &target,
        const std::shared_ptr<const ChannelHistory> &history, WindowRange windows,
        StepRange steps) const;
    [[nodiscard]] ModelState stateOf(
        const ModelSpec &partSpec, const ModelPart &modelPart, std::int64_t firstIdentity) const;
    [[nodiscard]] Result<double> fitBatches(const TaskContext &context);
    [[nodiscard]] std::int64_t forecastRows() const;
    [[nodiscard]] Batch forecastBatch(const ChannelHistory &history,
        const std::vector<SitePanel> &panels, const std::vector<int> &lastSteps, std::size_t first,
        std::vector<char> &known) const;
    void writeForecast(const torch::Tensor &forecast, const std::vector<char> &known,
        std::size_t first, float *values) const;

    ModelSpec spec;
    const NetworkKind &kind;
    LearningOptions options;
    std::shared_ptr<const Head> head;
    ModelPart part;
    std::shared_ptr<Network> network; // the running mean, the one that forecasts
    torch::Device device = torch::kCPU; // of that one
    // For related series in a batch. A network of a joint training looks at them even on a data
    // set that has none.
    std::int64_t places = 0;
    bool ready = false;

    // While learning only.
    TrainingData data;
    std::vector<ModelPart> partnerParts;
    std::vector<std::int64_t> partnerIdentities;
    std::unique_ptr<TrainingSampler> sampler;
    std::unique_ptr<Learner> learner;
    std::int64_t identityCount = 0; // of all parts
    int plannedEpochs = 1;
    std::uint64_t seed = 0;
    int epoch = 0;
    QThreadPool preparing; // the next batch; gone first, so that nobody draws from what is gone
};

NetworkShape NeuralForecaster::Private::networkShape(
    std::size_t identities, std::size_t context) const
{
    NetworkShape shape(spec.shape);
    shape.sites = std::int64_t(siteCount());
    shape.identities = std::int64_t(identities) + 1;
    shape.context = std::int64_t(context);
    shape.outputBias = head->initialBias();
    return shape;
}

TrainingPart NeuralForecaster::Private::addPart(const ModelSpec &partSpec, ModelPart &target,
    const std::shared_ptr<const ChannelHistory> &history, WindowRange windows,
    StepRange steps) const
{
    target = ModelPart::fromTraining(partSpec, *history, steps, neighbours(), wantsCompanions());
    TrainingPart training;
    training.history = history;
    training.windows = windows;
    training.part = &target;
    training.panels = target.trainingPanels(*history, steps);
    training.meanSpread = target.meanSpread();
    return training;
}

/// A new network with random weights, and what learns it.
void NeuralForecaster::Private::makeLearner(std::int64_t contextPlaces)
{
    places = contextPlaces;
    sampler->setPlaces(places);
    NetworkShape shape = networkShape(std::size_t(identityCount), std::size_t(places));
    shape.ties = tieWeights(*data.history);
    const bool whole = options.optimiser.kind == OptimiserKind::GradientDescent;
    const std::int64_t stepsPerEpoch = whole ? 1 : sampler->batchesPerEpoch();
    torch::manual_seed(seed);
    device = computeDevice();
    learner = std::make_unique<Learner>([&] { return makeNetwork(shape); }, head, options,
        std::int64_t(std::max(1, plannedEpochs)) * stepsPerEpoch, device);
    network = learner->average();
}

/// One epoch. The next batch is made while the last one trains; a batch is a function of seed,
/// epoch and its number, so that this changes nothing but the time.
Result<double> NeuralForecaster::Private::fitBatches(const TaskContext &context)
{
    const Random random = Random(seed).split(static_cast<std::uint64_t>(epoch));
    torch::manual_seed(Random(random).next()); // dropout
    const auto start = [this, random](int batch) {
        return runTask(preparing, [this, random, batch](TaskContext &) -> Result<TrainingBatch> {
            return sampler->draw(random.split(static_cast<std::uint64_t>(batch)));
        });
    };
    double loss = 0.0;
    const int batches = sampler->batchesPerEpoch();
    Task<TrainingBatch> next = start(0);
    for (int i = 0; i < batches; ++i) {
        BV_TRY(const TrainingBatch batch, next.takeResult());
        if (i + 1 < batches)
            next = start(i + 1);
        if (context.cancelled())
            return cancelledFailure();
        BV_TRY(const double batchLoss, learner->learn(batch.batch, batch.truth, batch.weights));
        loss += batchLoss;
        context.progress(i + 1, batches, {});
    }
    learner->endEpoch();
    return loss / batches;
}

std::int64_t NeuralForecaster::Private::forecastRows() const
{
    const auto sites = std::int64_t(siteCount());
    if (kind.wholeWindows)
        return std::max<std::int64_t>(1, kForecastRows / 4 / sites) * sites;
    std::int64_t parameters = 0;
    for (const auto &parameter : network->parameters())
        parameters += parameter.numel();
    return std::clamp<std::int64_t>(
        kForecastRows * kSmallNetwork / std::max<std::int64_t>(1, parameters), 64, kForecastRows);
}

/// Rows first … first + count - 1 of a forecast, where row = window · N + site.
/// @param known  set to whether the row has anything to go by
Batch NeuralForecaster::Private::forecastBatch(const ChannelHistory &history,
    const std::vector<SitePanel> &panels, const std::vector<int> &lastSteps, std::size_t first,
    std::vector<char> &known) const
{
    BatchWriter writer(spec.shape, std::int64_t(known.size()), places);
    for (std::size_t i = 0; i < known.size(); ++i) {
        const int last = lastSteps[(first + i) / siteCount()];
        const std::size_t site = (first + i) % siteCount();
        const Sample sample{&part, &panels, site, last, 1 + std::int64_t(site),
            history.axis.at(last + 1), history.minuteOfWeekAt(last + 1),
            history.isHoliday(last + 1)};
        known[i] = writer.write(std::int64_t(i), sample) || part.known(site);
    }
    return writer.batch();
}

/// Puts the network's answer for the rows from `first` on into [W, horizon, N, quantiles].
void NeuralForecaster::Private::writeForecast(const torch::Tensor &forecast,
    const std::vector<char> &known, std::size_t first, float *values) const
{
    const std::size_t sites = siteCount();
    const std::size_t quantiles = spec.shape.quantiles.size();
    const auto horizon = static_cast<std::size_t>(spec.shape.horizon);
    const auto plain = forecast.cpu().contiguous(); // [B, F, Q]
    const float *in = plain.data_ptr<float>();
    for (std::size_t i = 0; i < known.size(); ++i) {
        const std::size_t window = (first + i) / sites;
        const std::size_t site = (first + i) % sites;
        const Scale scale = part.scale(site);
        for (std::size_t ahead = 0; ahead < horizon; ++ahead) {
            float *out = values + ((window * horizon + ahead) * sites + site) * quantiles;
            for (std::size_t q = 0; q < quantiles; ++q) {
                const float value = scale.out(*in++);
                const float possible = part.nonNegative() ? std::max(0.0F, value) : value;
                out[q] = known[i] != 0 ? possible : kMissing;
            }
        }
    }
}

NeuralForecaster::NeuralForecaster(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

NeuralForecaster::~NeuralForecaster() = default;

std::vector<ForecasterFactory::Kind> NeuralForecaster::kinds()
{
    std::vector<ForecasterFactory::Kind> kinds;
    for (const NetworkKind &kind : networkKinds())
        kinds.push_back(kind.kind);
    return kinds;
}

const ModelSpec &NeuralForecaster::spec() const
{
    return d->spec;
}

int NeuralForecaster::epochLimit() const
{
    return kEpochLimit;
}

bool NeuralForecaster::learnsJointly() const
{
    return d->kind.jointly;
}

Result<std::unique_ptr<NeuralForecaster>> NeuralForecaster::create(ModelSpec spec)
{
    using R = Result<std::unique_ptr<NeuralForecaster>>;
    return guardedTorch<R>([&]() -> R {
        const NetworkKind *kind = networkKind(spec.kind);
        if (!kind)
            return failure(Errc::NotFound,
                QT_TRANSLATE_NOOP("Error", "There is no network of kind \"%1\"."), {spec.kind});
        return std::unique_ptr<NeuralForecaster>(
            new NeuralForecaster(std::make_unique<Private>(std::move(spec), *kind)));
    });
}

Result<> NeuralForecaster::begin(const TrainingData &data, std::uint64_t seed, int plannedEpochs)
{
    return guardedTorch<Result<>>([&]() -> Result<> {
        at::set_num_threads(1);
        BV_TRY(const StepRange steps, trainingSteps(d->spec, data));
        std::vector<StepRange> partnerSteps;
        const std::size_t partners = d->kind.jointly ? data.partners.size() : 0;
        for (std::size_t i = 0; i < partners; ++i) {
            const TrainingPartner &partner = data.partners[i];
            BV_TRY(const StepRange range,
                trainingSteps(partner.spec, {partner.history, partner.train, {}}));
            partnerSteps.push_back(range);
        }
        d->data = data;
        d->seed = seed;
        d->plannedEpochs = plannedEpochs;
        d->epoch = 0;
        std::vector<TrainingPart> parts;
        parts.push_back(d->addPart(d->spec, d->part, data.history, data.train, steps));
        d->spec.companions = d->part.companions();
        d->partnerParts.assign(partners, {});
        d->partnerIdentities.clear();
        std::size_t identities = d->siteCount();
        for (std::size_t i = 0; i < partners; ++i) {
            TrainingPartner &partner = d->data.partners[i];
            TrainingPart training = d->addPart(
                partner.spec, d->partnerParts[i], partner.history, partner.train, partnerSteps[i]);
            partner.spec.companions = d->partnerParts[i].companions();
            training.firstIdentity = 1 + std::int64_t(identities);
            d->partnerIdentities.push_back(training.firstIdentity);
            identities += partner.spec.siteCodes.size();
            parts.push_back(std::move(training));
        }
        d->identityCount = std::int64_t(identities);
        d->sampler = std::make_unique<TrainingSampler>(
            d->spec.shape, std::move(parts), d->options, d->kind.wholeWindows);
        d->makeLearner(d->sampler->places());
        d->ready = true;
        return {};
    });
}

Result<EpochReport> NeuralForecaster::fitEpoch(const TaskContext &context)
{
    using R = Result<EpochReport>;
    return guardedTorch<R>([&]() -> R {
        if (!d->learner)
            return failure(
                Errc::Usage, QT_TRANSLATE_NOOP("Error", "begin() must come before fitEpoch()."));
        QElapsedTimer timer;
        timer.start();
        at::set_num_threads(context.threads);
        d->learner->network().train();
        EpochReport report;
        report.learningRate = d->learner->learningRate();
        BV_TRY(const double loss, d->fitBatches(context));
        report.epoch = ++d->epoch;
        report.trainLoss = loss * d->part.meanSpread();
        report.seconds = double(timer.nsecsElapsed()) * 1e-9;
        return report;
    });
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
        const std::size_t total = lastSteps.size() * d->siteCount();
        std::vector<float> values(total * static_cast<std::size_t>(d->spec.shape.horizon)
            * d->spec.shape.quantiles.size());
        if (lastSteps.empty())
            return values;
        at::set_num_threads(context.threads);
        const c10::InferenceMode guard;
        const auto [least, most] = std::minmax_element(lastSteps.begin(), lastSteps.end());
        const StepRange steps{
            *least - d->spec.shape.history + 1, *most + d->spec.shape.horizon + 1};
        const std::vector<SitePanel> panels = d->part.panels(history, steps);
        const auto piece = static_cast<std::size_t>(d->forecastRows());
        for (std::size_t first = 0; first < total; first += piece) {
            if (context.cancelled())
                return cancelledFailure();
            std::vector<char> known(std::min(piece, total - first));
            const Batch batch =
                d->forecastBatch(history, panels, lastSteps, first, known).to(d->device);
            d->writeForecast(
                d->head->quantiles(d->network->forward(batch), batch), known, first, values.data());
        }
        return values;
    });
}

ModelState NeuralForecaster::Private::stateOf(
    const ModelSpec &partSpec, const ModelPart &modelPart, std::int64_t firstIdentity) const
{
    ModelState state;
    state.spec = partSpec;
    state.tensors = modelPart.tensors();
    if (!network)
        return state;
    const torch::NoGradGuard guard;
    for (const auto &item : network->named_parameters()) {
        torch::Tensor value = item.value().detach();
        if (item.key() == kIdentityWeights) // its own sites, and the unknown one
            value = torch::cat({value.slice(0, 0, 1),
                value.slice(
                    0, firstIdentity, firstIdentity + std::int64_t(partSpec.siteCodes.size()))});
        state.tensors.push_back(namedTensor(weightName(item.key()), value));
    }
    for (const auto &item : network->named_buffers())
        state.tensors.push_back(namedTensor(weightName(item.key()), item.value()));
    return state;
}

ModelState NeuralForecaster::state() const
{
    return d->stateOf(d->spec, d->part, 1);
}

ModelState NeuralForecaster::partnerState(std::size_t partner) const
{
    ModelSpec spec = d->data.partners[partner].spec;
    spec.kind = d->spec.kind;
    spec.options = d->spec.options;
    return d->stateOf(spec, d->partnerParts[partner], d->partnerIdentities[partner]);
}

ModelState NeuralForecaster::checkpoint() const
{
    ModelState state;
    state.spec = d->spec;
    if (d->learner)
        d->learner->appendTo(state.tensors);
    state.tensors.push_back({QStringLiteral("epoch"), {1}, {float(d->epoch)}});
    state.tensors.push_back({kPlaces, {1}, {float(d->places)}});
    return state;
}

Result<> NeuralForecaster::restore(const ModelState &checkpoint)
{
    return guardedTorch<Result<>>([&]() -> Result<> {
        if (!d->learner)
            return failure(
                Errc::Usage, QT_TRANSLATE_NOOP("Error", "begin() must come before restore()."));
        BV_TRY(const NamedTensor *epoch, checkpoint.tensor(QStringLiteral("epoch"), {1}));
        BV_TRY(const NamedTensor *places, checkpoint.tensor(kPlaces, {1}));
        if (std::int64_t(places->values[0]) != d->places)
            d->makeLearner(std::int64_t(places->values[0]));
        BV_TRY_VOID(d->learner->restore(checkpoint));
        d->epoch = static_cast<int>(epoch->values[0]);
        return {};
    });
}

Result<> NeuralForecaster::warmStart(const ModelState &trained)
{
    return guardedTorch<Result<>>([&]() -> Result<> {
        if (!d->learner)
            return failure(
                Errc::Usage, QT_TRANSLATE_NOOP("Error", "begin() must come before warmStart()."));
        if (d->places == 0 && findTensor(trained.tensors, kContextWeights))
            d->makeLearner(1);
        QStringList different;
        for (const auto &item : d->network->named_parameters()) {
            const NamedTensor *from = findTensor(trained.tensors, weightName(item.key()));
            std::vector<std::int64_t> wanted = item.value().sizes().vec();
            if (from && item.key() == kIdentityWeights)
                wanted[0] = from->shape[0];
            if (!from || from->shape != wanted)
                different += weightName(item.key()) + shapeText(wanted);
        }
        if (!different.isEmpty())
            return failure(Errc::Schema,
                QT_TRANSLATE_NOOP("Error",
                    "The model to start from is of another kind or size; these tensors do not fit: "
                    "%1. Use the same kind, options, history and horizon."),
                {different.join(QStringLiteral(", "))});
        const bool sameData =
            trained.spec.dataset == d->spec.dataset && trained.spec.channel == d->spec.channel;
        d->learner->warmStart([&](const std::string &name) {
            const torch::Tensor from = tensorOf(*findTensor(trained.tensors, weightName(name)));
            if (name != kIdentityWeights)
                return from;
            // Sites that the other model does not know begin as the unknown one.
            const auto rows =
                std::int64_t(d->network->named_parameters().find(kIdentityWeights)->size(0));
            auto own = from.slice(0, 0, 1).repeat({rows, 1});
            for (std::size_t i = 0; sameData && i < d->siteCount(); ++i) {
                const auto &codes = trained.spec.siteCodes;
                const auto at = std::find(codes.begin(), codes.end(), d->spec.siteCodes[i]);
                if (at != codes.end())
                    own[std::int64_t(i) + 1].copy_(from[1 + (at - codes.begin())]);
            }
            return own;
        });
        return {};
    });
}

Result<std::unique_ptr<NeuralForecaster>> NeuralForecaster::load(const ModelState &state)
{
    using R = Result<std::unique_ptr<NeuralForecaster>>;
    return guardedTorch<R>([&]() -> R {
        BV_TRY(auto model, create(state.spec));
        Private &d = *model->d;
        d.places = std::int64_t(d.part.context().perSite);
        if (d.places == 0 && findTensor(state.tensors, kContextWeights))
            d.places = 1;
        d.network = d.makeNetwork(d.networkShape(d.siteCount(), std::size_t(d.places)));
        d.network->eval();
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
        BV_TRY(d.part, ModelPart::fromState(state, d.neighbours()));
        const torch::NoGradGuard guard;
        for (auto &item : d.network->named_parameters())
            item.value().copy_(tensorOf(*findTensor(state.tensors, weightName(item.key()))));
        for (auto &item : d.network->named_buffers())
            item.value().copy_(tensorOf(*findTensor(state.tensors, weightName(item.key()))));
        d.device = computeDevice();
        d.network->to(d.device);
        d.ready = true;
        return model;
    });
}

} // namespace belvedere
