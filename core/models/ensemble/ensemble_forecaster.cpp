// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ensemble/ensemble_forecaster.h"

#include "base/random.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

ModelSpec memberSpec(ModelSpec spec)
{
    spec.options[EnsembleForecaster::kMembers] = 1;
    return spec;
}

QString prefixOf(std::size_t member)
{
    return QStringLiteral("member%1/").arg(member);
}

/// What belongs to each member, and nothing else.
Result<std::vector<ModelState>> apart(const ModelState &state)
{
    const auto count = static_cast<std::size_t>(EnsembleForecaster::memberCount(state.spec));
    std::vector<ModelState> members(count);
    for (ModelState &member : members)
        member.spec = memberSpec(state.spec);
    for (const NamedTensor &tensor : state.tensors) {
        std::size_t i = 0;
        while (i < count && !tensor.name.startsWith(prefixOf(i)))
            ++i;
        if (i == count)
            return failure(Errc::Schema,
                QT_TRANSLATE_NOOP("Error",
                    "The model's tensor \"%1\" belongs to none of its %2 members. Train the "
                    "model again."),
                {tensor.name, QString::number(count)});
        members[i].tensors.push_back(tensor);
        members[i].tensors.back().name.remove(0, prefixOf(i).size());
    }
    return members;
}

/// The part of one member in the work of all.
TaskContext share(const TaskContext &context, std::size_t member, std::size_t members)
{
    TaskContext part = context;
    part.progress = [&context, member, members](qint64 done, qint64 total, const QString &text) {
        context.progress(
            static_cast<qint64>(member) * total + done, static_cast<qint64>(members) * total, text);
    };
    return part;
}

} // namespace

const QString EnsembleForecaster::kMembers = QStringLiteral("members");

int EnsembleForecaster::memberCount(const ModelSpec &spec)
{
    return std::max(1, spec.options.value(kMembers).toInt(1));
}

Result<std::unique_ptr<EnsembleForecaster>> EnsembleForecaster::create(
    const ModelSpec &spec, const ForecasterFactory &factory)
{
    auto ensemble = std::unique_ptr<EnsembleForecaster>(new EnsembleForecaster(spec));
    for (int i = 0; i < memberCount(spec); ++i) {
        BV_TRY(auto member, factory.create(memberSpec(spec)));
        ensemble->m_learners.push_back(member.get());
        ensemble->m_members.push_back(std::move(member));
    }
    return ensemble;
}

Result<std::unique_ptr<Forecaster>> EnsembleForecaster::load(
    const ModelState &state, const ForecasterFactory &factory)
{
    auto ensemble = std::unique_ptr<EnsembleForecaster>(new EnsembleForecaster(state.spec));
    BV_TRY(const auto states, apart(state));
    for (const ModelState &member : states) {
        BV_TRY(auto loaded, factory.load(member));
        ensemble->m_members.push_back(std::move(loaded));
    }
    return ensemble;
}

Result<> EnsembleForecaster::begin(const TrainingData &data, std::uint64_t seed, int plannedEpochs)
{
    Random seeds(seed);
    for (TrainableForecaster *member : m_learners)
        BV_TRY_VOID(member->begin(data, seeds.next(), plannedEpochs));
    m_spec.companions = m_learners.front()->spec().companions;
    return {};
}

Result<EpochReport> EnsembleForecaster::fitEpoch(const TaskContext &context)
{
    EpochReport report;
    for (std::size_t i = 0; i < m_learners.size(); ++i) {
        BV_TRY(
            const EpochReport one, m_learners[i]->fitEpoch(share(context, i, m_learners.size())));
        report.epoch = one.epoch;
        report.learningRate = one.learningRate;
        report.trainLoss += one.trainLoss / static_cast<double>(m_learners.size());
        report.seconds += one.seconds;
    }
    return report;
}

Result<> EnsembleForecaster::warmStart(const ModelState &trained)
{
    std::vector<ModelState> from = {trained};
    if (memberCount(trained.spec) > 1) {
        BV_TRY(from, apart(trained));
    }
    for (std::size_t i = 0; i < m_learners.size(); ++i)
        BV_TRY_VOID(m_learners[i]->warmStart(from[i % from.size()]));
    return {};
}

Result<> EnsembleForecaster::restore(const ModelState &checkpoint)
{
    BV_TRY(const auto states, apart(checkpoint));
    for (std::size_t i = 0; i < m_learners.size(); ++i)
        BV_TRY_VOID(m_learners[i]->restore(states[i]));
    return {};
}

Result<std::vector<float>> EnsembleForecaster::forecastWindows(const ChannelHistory &history,
    const std::vector<int> &lastSteps, const TaskContext &context) const
{
    std::vector<float> mean;
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        BV_TRY(std::vector<float> one,
            m_members[i]->forecastWindows(history, lastSteps, share(context, i, m_members.size())));
        if (i == 0)
            mean = std::move(one);
        else
            std::transform(mean.begin(), mean.end(), one.begin(), mean.begin(), std::plus<float>());
    }
    for (float &value : mean)
        value /= static_cast<float>(m_members.size());
    return mean;
}

ModelState EnsembleForecaster::together(
    const std::function<ModelState(std::size_t member)> &stateOf) const
{
    ModelState state;
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        ModelState member = stateOf(i);
        if (i == 0)
            state.spec = member.spec;
        for (NamedTensor &tensor : member.tensors) {
            tensor.name.prepend(prefixOf(i));
            state.tensors.push_back(std::move(tensor));
        }
    }
    state.spec.options[kMembers] = static_cast<int>(m_members.size());
    return state;
}

ModelState EnsembleForecaster::state() const
{
    return together([this](std::size_t i) { return m_members[i]->state(); });
}

ModelState EnsembleForecaster::checkpoint() const
{
    return together([this](std::size_t i) { return m_learners[i]->checkpoint(); });
}

ModelState EnsembleForecaster::partnerState(std::size_t partner) const
{
    return together(
        [this, partner](std::size_t i) { return m_learners[i]->partnerState(partner); });
}

} // namespace belvedere
