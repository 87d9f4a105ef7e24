// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ensemble/blend_forecaster.h"

#include "base/random.h"
#include "models/ensemble/blend_weights.h"
#include "models/quantile_mean.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace belvedere {

namespace {

constexpr double kMostJudged = 3e6; // validation values by member
constexpr int kMostWindows = 2048;
constexpr int kLeastWindows = 32;
constexpr std::size_t kPiece = 64; // windows of one call

const QString kKinds = QStringLiteral("kinds");
const QString kWeights = QStringLiteral("weights");
const QString kEpoch = QStringLiteral("epoch");

QString prefixOf(std::size_t member)
{
    return QStringLiteral("member%1/").arg(member);
}

QString companionsOf(std::size_t member)
{
    return QStringLiteral("companions%1").arg(member);
}

tl::unexpected<Error> damaged()
{
    return failure(Errc::Schema,
        QT_TRANSLATE_NOOP("Error", "The model's blend is damaged or missing. Train it again."));
}

/// The part of one member in the work of all.
TaskContext share(const TaskContext &context, std::size_t part, std::size_t parts)
{
    TaskContext inner = context;
    inner.progress = [&context, part, parts](qint64 done, qint64 total, const QString &text) {
        context.progress(
            static_cast<qint64>(part) * total + done, static_cast<qint64>(parts) * total, text);
    };
    return inner;
}

} // namespace

const std::vector<OptionSpec> &BlendForecaster::optionTable()
{
    static const std::vector<OptionSpec> table = {
        {kKinds, QT_TRANSLATE_NOOP("Model", "Kinds"),
            QT_TRANSLATE_NOOP("Model", "Which models are blended."), 0.0, 0.0, 3.0, true,
            {{QStringLiteral("ridge+boosted+city"),
                 QT_TRANSLATE_NOOP("Model", "Linear, boosted trees, city network")},
                {QStringLiteral("ridge+boosted"),
                    QT_TRANSLATE_NOOP("Model", "Linear, boosted trees")},
                {QStringLiteral("ridge+city"), QT_TRANSLATE_NOOP("Model", "Linear, city network")},
                {QStringLiteral("boosted+city"),
                    QT_TRANSLATE_NOOP("Model", "Boosted trees, city network")}},
            QT_TRANSLATE_NOOP(
                "Model", "Models that work in different ways err in different ways.")},
        {QStringLiteral("rows"), QT_TRANSLATE_NOOP("Model", "Rows"),
            QT_TRANSLATE_NOOP("Model",
                "Examples that each group of steps is learned from at most, drawn at random; of "
                "trees."),
            100000.0, 100.0, 5e6, true, {}, "", true},
        {QStringLiteral("samplesPerEpoch"), QT_TRANSLATE_NOOP("Model", "Samples per epoch"),
            QT_TRANSLATE_NOOP("Model",
                "At most so many pairs of window and site are drawn in one epoch; of networks."),
            200000.0, 100.0, 1e8, true, {}, "", true},
    };
    return table;
}

QStringList BlendForecaster::kindsOf(const ModelSpec &spec)
{
    return spec.options.value(kKinds).toString().split(QLatin1Char('+'));
}

ModelSpec BlendForecaster::memberSpec(
    const ModelSpec &spec, const QString &kind, const ForecasterFactory &factory)
{
    ModelSpec member = spec;
    member.kind = kind;
    member.companions = {};
    member.options = {};
    for (const ForecasterFactory::Kind &known : factory.kinds()) {
        if (known.kind != kind)
            continue;
        for (const OptionSpec &option : known.options) {
            if (option.name != kKinds && spec.options.contains(option.name))
                member.options.insert(option.name, spec.options.value(option.name));
        }
    }
    return member;
}

Result<std::unique_ptr<BlendForecaster>> BlendForecaster::create(
    const ModelSpec &spec, const ForecasterFactory &factory)
{
    auto blend = std::unique_ptr<BlendForecaster>(new BlendForecaster(spec, factory));
    for (const QString &kind : kindsOf(spec)) {
        BV_TRY(auto member, factory.create(memberSpec(spec, kind, factory)));
        TrainableForecaster *const learner = member.get();
        blend->m_members.push_back({std::move(member), learner});
    }
    const std::size_t members = blend->m_members.size();
    blend->m_weights =
        BlendWeights(members, static_cast<std::size_t>(spec.shape.horizon)).weights();
    return blend;
}

/// What belongs to each member, and nothing else.
Result<std::vector<ModelState>> BlendForecaster::apart(
    const ModelState &state, const ForecasterFactory &factory)
{
    std::vector<ModelState> members;
    const QStringList kinds = kindsOf(state.spec);
    for (const QString &kind : kinds) {
        const std::size_t i = members.size();
        ModelState member{memberSpec(state.spec, kind, factory), {}};
        for (const NamedTensor &tensor : state.tensors) {
            if (tensor.name == companionsOf(i)) {
                for (const float position : tensor.values) {
                    if (!(position >= 0.0F && position < float(state.spec.companions.size())))
                        return damaged();
                    member.spec.companions.push_back(
                        state.spec.companions[static_cast<std::size_t>(position)]);
                }
            } else if (tensor.name.startsWith(prefixOf(i))) {
                member.tensors.push_back(tensor);
                member.tensors.back().name.remove(0, prefixOf(i).size());
            }
        }
        members.push_back(std::move(member));
    }
    return members;
}

Result<> BlendForecaster::takeWeights(const ModelState &state)
{
    const auto members = static_cast<std::size_t>(kindsOf(m_spec).size());
    BV_TRY(const NamedTensor *weights,
        state.tensor(kWeights, {std::int64_t(m_spec.shape.horizon), std::int64_t(members)}));
    for (std::size_t i = 0; i < weights->values.size(); i += members) {
        double sum = 0.0;
        for (std::size_t k = 0; k < members; ++k) {
            const double weight = double(weights->values[i + k]);
            sum += weight >= 0.0 ? weight : std::numeric_limits<double>::quiet_NaN();
        }
        if (!(std::abs(sum - 1.0) < 1e-3))
            return damaged();
    }
    m_weights = weights->values;
    return {};
}

Result<std::unique_ptr<Forecaster>> BlendForecaster::load(
    const ModelState &state, const ForecasterFactory &factory)
{
    auto blend = std::unique_ptr<BlendForecaster>(new BlendForecaster(state.spec, factory));
    if (auto taken = blend->takeWeights(state); !taken)
        return damaged();
    BV_TRY(const auto states, apart(state, factory));
    for (const ModelState &member : states) {
        BV_TRY(auto loaded, factory.load(member));
        blend->m_members.push_back({std::move(loaded)});
    }
    BV_TRY_VOID(checkTensors(state, blend->state().tensors));
    return blend;
}

bool BlendForecaster::learns(const Member &member) const
{
    return member.learner != nullptr && m_epoch < std::min(m_planned, member.learner->epochLimit());
}

int BlendForecaster::epochLimit() const
{
    int limit = 1;
    for (const Member &member : m_members) {
        if (member.learner != nullptr)
            limit = std::max(limit, member.learner->epochLimit());
    }
    return limit;
}

Result<> BlendForecaster::begin(const TrainingData &data, std::uint64_t seed, int plannedEpochs)
{
    Random seeds(seed);
    m_data = data;
    m_data.partners.clear();
    m_planned = std::max(1, plannedEpochs);
    m_epoch = 0;
    m_spec.companions.clear();
    for (Member &member : m_members) {
        if (member.learner == nullptr)
            continue; // finished in a checkpoint
        const int epochs = std::min(m_planned, member.learner->epochLimit());
        BV_TRY_VOID(member.learner->begin(m_data, seeds.next(), epochs));
        member.judged = false;
        const std::vector<QString> &companions = member.learner->spec().companions;
        m_spec.companions.insert(m_spec.companions.end(), companions.begin(), companions.end());
    }
    std::sort(m_spec.companions.begin(), m_spec.companions.end());
    m_spec.companions.erase(
        std::unique(m_spec.companions.begin(), m_spec.companions.end()), m_spec.companions.end());
    return {};
}

Result<EpochReport> BlendForecaster::fitEpoch(const TaskContext &context)
{
    EpochReport report;
    const auto learning = static_cast<std::size_t>(std::count_if(m_members.begin(), m_members.end(),
        [this](const Member &member) { return learns(member); }));
    std::size_t done = 0;
    for (Member &member : m_members) {
        if (!learns(member))
            continue;
        BV_TRY(const EpochReport one, member.learner->fitEpoch(share(context, done++, learning)));
        member.judged = false;
        report.learningRate = std::max(report.learningRate, one.learningRate);
        report.trainLoss += one.trainLoss / static_cast<double>(learning);
        report.seconds += one.seconds;
    }
    report.epoch = ++m_epoch;
    BV_TRY_VOID(weigh(context));
    return report;
}

/// Evenly spread windows of the validation part.
std::vector<int> BlendForecaster::judgedSteps() const
{
    const WindowRange &windows = m_data.validation;
    const double perWindow = double(m_spec.shape.horizon) * double(m_spec.siteCodes.size());
    const int most =
        std::clamp(static_cast<int>(kMostJudged / perWindow), kLeastWindows, kMostWindows);
    const int stride = std::max(1, (windows.count + most - 1) / most);
    std::vector<int> lastSteps;
    for (int window = 0; window < windows.count; window += stride)
        lastSteps.push_back(windows.lastInputStep(window, m_spec.shape));
    return lastSteps;
}

Result<> BlendForecaster::judge(
    Member &member, const std::vector<int> &lastSteps, const TaskContext &context) const
{
    const ChannelHistory &history = *m_data.history;
    const std::vector<double> levels = quantileMeanWeights(m_spec.shape.quantiles);
    TaskContext quiet = context; // a small part of the work, and not that of the epoch
    quiet.progress = [](qint64, qint64, const QString &) {};
    member.errors.clear();
    for (std::size_t first = 0; first < lastSteps.size(); first += kPiece) {
        if (context.cancelled())
            return cancelledFailure();
        const std::vector<int> piece(lastSteps.begin() + std::ptrdiff_t(first),
            lastSteps.begin() + std::ptrdiff_t(std::min(lastSteps.size(), first + kPiece)));
        BV_TRY(
            const std::vector<float> values, member.model->forecastWindows(history, piece, quiet));
        const float *quantile = values.data();
        for (const int last : piece) {
            const float *truth = history.row(last + 1);
            const std::size_t rows =
                static_cast<std::size_t>(m_spec.shape.horizon) * m_spec.siteCodes.size();
            for (std::size_t i = 0; i < rows; ++i) {
                double mean = 0.0;
                for (const double weight : levels)
                    mean += weight * double(*quantile++);
                member.errors.push_back(static_cast<float>(mean - double(truth[i])));
            }
        }
    }
    member.judged = true;
    return {};
}

Result<> BlendForecaster::weigh(const TaskContext &context)
{
    const std::vector<int> lastSteps = judgedSteps();
    for (Member &member : m_members) {
        if (!member.judged)
            BV_TRY_VOID(judge(member, lastSteps, context));
    }
    const auto horizon = static_cast<std::size_t>(m_spec.shape.horizon);
    BlendWeights weights(m_members.size(), horizon);
    std::vector<double> errors(m_members.size());
    for (std::size_t i = 0; i < m_members.front().errors.size(); ++i) {
        bool known = true;
        for (std::size_t k = 0; k < m_members.size(); ++k) {
            errors[k] = double(m_members[k].errors[i]);
            known = known && std::isfinite(errors[k]);
        }
        if (known)
            weights.add(i / m_spec.siteCodes.size() % horizon, errors.data());
    }
    m_weights = weights.weights();
    return {};
}

Result<> BlendForecaster::warmStart(const ModelState &trained)
{
    if (trained.spec.kind != m_spec.kind)
        return TrainableForecaster::warmStart(trained);
    BV_TRY(const auto states, apart(trained, *m_factory));
    for (Member &member : m_members) {
        if (member.learner == nullptr || member.learner->epochLimit() == 1)
            continue;
        for (const ModelState &state : states) {
            if (state.spec.kind == member.learner->spec().kind)
                BV_TRY_VOID(member.learner->warmStart(state));
        }
    }
    return {};
}

Result<> BlendForecaster::restore(const ModelState &checkpoint)
{
    BV_TRY_VOID(takeWeights(checkpoint));
    BV_TRY(const NamedTensor *epoch, checkpoint.tensor(kEpoch, {1}));
    BV_TRY(const auto states, apart(checkpoint, *m_factory));
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        Member &member = m_members[i];
        if (member.learner != nullptr && member.learner->epochLimit() > 1) {
            BV_TRY_VOID(member.learner->restore(states[i]));
        } else { // what takes one epoch is finished
            BV_TRY(member.model, m_factory->load(states[i]));
            member.learner = nullptr;
        }
        member.judged = false;
    }
    m_epoch = static_cast<int>(epoch->values[0]);
    return {};
}

Result<std::vector<float>> BlendForecaster::forecastWindows(const ChannelHistory &history,
    const std::vector<int> &lastSteps, const TaskContext &context) const
{
    const std::size_t levels = m_spec.shape.quantiles.size();
    const auto horizon = static_cast<std::size_t>(m_spec.shape.horizon);
    const std::size_t sites = m_spec.siteCodes.size();
    const std::size_t rows = lastSteps.size() * horizon * sites;
    std::vector<float> blended(rows * levels, 0.0F);
    std::vector<float> shares(rows, 0.0F); // of the members that know an answer
    for (std::size_t k = 0; k < m_members.size(); ++k) {
        const auto weightAt = [&](std::size_t step) {
            return m_weights[step * m_members.size() + k];
        };
        bool counts = false;
        for (std::size_t step = 0; step < horizon; ++step)
            counts = counts || weightAt(step) > 0.0F;
        if (!counts)
            continue;
        BV_TRY(const std::vector<float> values,
            m_members[k].model->forecastWindows(
                history, lastSteps, share(context, k, m_members.size())));
        for (std::size_t row = 0; row < rows; ++row) {
            const float *own = values.data() + row * levels;
            const float weight = weightAt(row / sites % horizon);
            if (!(weight > 0.0F) || std::isnan(own[0]))
                continue;
            shares[row] += weight;
            for (std::size_t q = 0; q < levels; ++q)
                blended[row * levels + q] += weight * own[q];
        }
    }
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t q = 0; q < levels; ++q)
            blended[row * levels + q] =
                shares[row] > 0.0F ? blended[row * levels + q] / shares[row] : kMissing;
    }
    return blended;
}

ModelState BlendForecaster::together(bool withMemory) const
{
    ModelState state{m_spec, {}};
    state.tensors.push_back({kWeights,
        {std::int64_t(m_spec.shape.horizon), std::int64_t(m_members.size())}, m_weights});
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        const Member &member = m_members[i];
        ModelState own = withMemory && member.learner != nullptr && member.learner->epochLimit() > 1
            ? member.learner->checkpoint()
            : member.model->state();
        NamedTensor companions{companionsOf(i), {std::int64_t(own.spec.companions.size())}, {}};
        for (const QString &key : own.spec.companions) {
            const auto found = std::find(m_spec.companions.begin(), m_spec.companions.end(), key);
            companions.values.push_back(static_cast<float>(found - m_spec.companions.begin()));
        }
        if (!companions.values.empty())
            state.tensors.push_back(std::move(companions));
        for (NamedTensor &tensor : own.tensors) {
            tensor.name.prepend(prefixOf(i));
            state.tensors.push_back(std::move(tensor));
        }
    }
    return state;
}

ModelState BlendForecaster::state() const
{
    return together(false);
}

ModelState BlendForecaster::checkpoint() const
{
    ModelState state = together(true);
    state.tensors.push_back({kEpoch, {1}, {static_cast<float>(m_epoch)}});
    return state;
}

} // namespace belvedere
