// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "data/channel_history.h"
#include "models/model_state.h"
#include "models/option_spec.h"

#include <memory>
#include <vector>

namespace belvedere {

/// Quantiles of the coming steps at every site.
struct QuantileForecast
{
    UtcMs issued = 0; ///< time of the last observation that was used
    ForecastShape shape;
    std::vector<QString> siteCodes; ///< [N]
    Channel channel;
    std::vector<float> values; ///< [horizon, N, quantiles]; NaN if a site has nothing to go by

    [[nodiscard]] UtcMs timeOf(int step) const { return issued + (step + 1) * shape.stepMs; }
    [[nodiscard]] float at(int step, SiteId site, int quantile) const
    {
        return values[(static_cast<std::size_t>(step) * siteCodes.size() + site.index())
                * shape.quantiles.size()
            + static_cast<std::size_t>(quantile)];
    }
};

/// A model that is ready to answer. Const functions may be called by one thread at a time.
class Forecaster
{
public:
    virtual ~Forecaster() = default;

    [[nodiscard]] virtual const ModelSpec &spec() const = 0;

    /// Forecasts for several windows at once. Window w sees steps lastSteps[w] - history + 1 …
    /// lastSteps[w] of `history` and nothing later.
    /// @param history  sites in the order of spec().siteCodes.
    /// @return [W, horizon, N, quantiles], quantiles ascending, NaN where nothing is known;
    /// Errc::Shape if sites or step differ from the spec or a window starts before the data.
    [[nodiscard]] virtual Result<std::vector<float>> forecastWindows(const ChannelHistory &history,
        const std::vector<int> &lastSteps, const TaskContext &context = {}) const = 0;

    /// Everything needed to make the same model again.
    [[nodiscard]] virtual ModelState state() const = 0;
};

/// One window of forecastWindows() with its meaning.
[[nodiscard]] Result<QuantileForecast> forecastAt(
    const Forecaster &model, const ChannelHistory &history, int lastStep);

/// Windows of a history, as a view: window w has its inputs at steps first + w … first + w +
/// history - 1 and its truth at the `horizon` steps after.
struct WindowRange
{
    int first = 0;
    int count = 0;

    [[nodiscard]] int lastInputStep(int window, const ForecastShape &shape) const
    {
        return first + window + shape.history - 1;
    }
};

/// A further data set to learn from at the same time.
struct TrainingPartner
{
    ModelSpec spec; ///< data set, channel, sites and step of the partner; the options do not count
    std::shared_ptr<const ChannelHistory> history;
    WindowRange train;
};

/// What a model may learn from. Statistics (scales, profiles) come from `train` only.
struct TrainingData
{
    std::shared_ptr<const ChannelHistory> history;
    WindowRange train;
    std::vector<TrainingPartner> partners = {}; ///< left out by models that do not learn jointly
    /// Windows that may judge what was learned, and nothing may be learned from; none = count 0.
    WindowRange validation = {};
};

/// One pass over the training windows.
struct EpochReport
{
    int epoch = 0; ///< from 1
    double trainLoss = 0.0; ///< mean quantile loss, original unit, on what it was fitted to
    double validationLoss = 0.0; ///< mean quantile loss, original unit; filled in by the trainer
    double validationMae = 0.0; ///< original unit; filled in by the trainer
    double learningRate = 0.0;
    double seconds = 0.0; ///< of this epoch, validation included
    bool best = false;
    /// What early stopping looks at; filled in by the trainer. The validation MAE, or of a joint
    /// training the mean over all parts of MAE over the MAE of the last value.
    double score = 0.0;
    /// Of a joint training the validation MAE of each part, original units: the main one, then
    /// the partners; of parts that did not learn in this epoch the best so far. Filled in by the
    /// trainer.
    std::vector<double> partMaes = {};
    bool checkpoint = false; ///< training can go on from here after a crash
    /// Of a joint training the part, as in partMaes, that was fine-tuned alone in this epoch; -1 =
    /// all parts learned together.
    int tunedPart = -1;
};

/// A model that can learn. The caller owns the loop: one epoch a call, so that progress, pausing,
/// early stopping and cancelling need nothing inside the model.
class TrainableForecaster : public Forecaster
{
public:
    /// Epochs after which more of them bring nothing; 1 for a model in closed form.
    [[nodiscard]] virtual int epochLimit() const = 0;
    /// Whether begin() makes use of partners.
    [[nodiscard]] virtual bool learnsJointly() const { return false; }
    /// Takes scales and profiles from the training part and sets up the first weights.
    /// @param plannedEpochs  length of the learning-rate schedule.
    [[nodiscard]] virtual Result<> begin(
        const TrainingData &data, std::uint64_t seed, int plannedEpochs) = 0;
    /// @return Errc::Cancelled between two batches; Errc::Numeric if the loss is not finite.
    [[nodiscard]] virtual Result<EpochReport> fitEpoch(const TaskContext &context) = 0;

    /// After begin(): takes over what another model of the same kind and architecture learned.
    /// What belongs to a site is taken over for sites of the same data set, channel and code;
    /// scales and profiles stay those of the new data.
    /// @return Errc::Usage if this kind has nothing to take over; Errc::Schema listing tensors
    /// that do not fit.
    [[nodiscard]] virtual Result<> warmStart(const ModelState &trained);
    /// Everything that goes on learning needs: weights, their running mean, the optimiser's
    /// memory, the epoch.
    [[nodiscard]] virtual ModelState checkpoint() const { return state(); }
    /// After begin() with the same data, seed and planned epochs: goes on where checkpoint() was
    /// taken, bit for bit.
    [[nodiscard]] virtual Result<> restore(const ModelState &checkpoint);
    /// The model as it stands for a partner of TrainingData, complete in itself.
    [[nodiscard]] virtual ModelState partnerState(std::size_t partner) const;
};

/// Makes models by kind; implemented by models/catalog, the only place that knows all of them.
class ForecasterFactory
{
public:
    virtual ~ForecasterFactory() = default;

    struct Kind
    {
        QString kind;
        const char *title; ///< QT_TRANSLATE_NOOP("Model", …)
        const char *description; ///< one sentence, the same context
        bool baseline = false;
        std::vector<OptionSpec> options;
        std::vector<OptionPreset> presets = {};
    };
    [[nodiscard]] virtual std::vector<Kind> kinds() const = 0;
    /// @param spec  siteCodes, shape and options; absent options take their defaults.
    /// @return Errc::NotFound for an unknown kind; Errc::Usage for an unknown option, one out of
    /// range, or a shape that makes no sense.
    [[nodiscard]] virtual Result<std::unique_ptr<TrainableForecaster>> create(
        const ModelSpec &spec) const = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<Forecaster>> load(
        const ModelState &state) const = 0;
};

} // namespace belvedere
