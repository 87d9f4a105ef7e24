// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/model_input.h"

#include <algorithm>

namespace belvedere {

namespace {

Result<> checkHistory(const ModelSpec &spec, const ChannelHistory &history)
{
    if (history.siteCodes != spec.siteCodes)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "The model was made for %1 sites; the data has %2, or others, or in another "
                "order."),
            {QString::number(spec.siteCodes.size()), QString::number(history.siteCodes.size())});
    if (history.axis.stepMs != spec.shape.stepMs)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP(
                "Error", "The model works in steps of %1 s, the data has steps of %2 s."),
            {QString::number(double(spec.shape.stepMs) / double(kMsPerSecond)),
                QString::number(double(history.axis.stepMs) / double(kMsPerSecond))});
    return {};
}

} // namespace

Result<> checkWindows(
    const ModelSpec &spec, const ChannelHistory &history, const std::vector<int> &lastSteps)
{
    BV_TRY_VOID(checkHistory(spec, history));
    for (const int last : lastSteps) {
        if (last < spec.shape.history - 1 || last >= history.axis.count)
            return failure(Errc::Shape,
                QT_TRANSLATE_NOOP("Error",
                    "A forecast from step %1 needs the %2 steps up to it; the data has the steps 0 "
                    "to %3."),
                {QString::number(last), QString::number(spec.shape.history),
                    QString::number(history.axis.count - 1)});
    }
    return {};
}

Result<StepRange> trainingSteps(const ModelSpec &spec, const TrainingData &data)
{
    const ChannelHistory &history = *data.history;
    BV_TRY_VOID(checkHistory(spec, history));
    const int windowSteps = spec.shape.history + spec.shape.horizon;
    const StepRange steps{data.train.first, data.train.first + data.train.count + windowSteps - 1};
    if (data.train.count < 1 || steps.begin < 0 || steps.end > history.axis.count)
        return failure(Errc::Shape,
            QT_TRANSLATE_NOOP("Error",
                "Training needs at least one window of %1 steps within the data; the data has %2 "
                "steps."),
            {QString::number(windowSteps), QString::number(history.axis.count)});
    const float *begin = history.row(steps.begin);
    const float *end = history.row(steps.end);
    if (std::all_of(begin, end, [](float v) { return std::isnan(v); }))
        return failure(Errc::Numeric,
            QT_TRANSLATE_NOOP("Error",
                "Channel \"%1\" has no observed value in the training part. Choose another channel "
                "or another split."),
            {history.channel.key});
    return steps;
}

bool isNonNegative(const ChannelHistory &history, StepRange steps)
{
    return std::none_of(
        history.row(steps.begin), history.row(steps.end), [](float v) { return v < 0.0F; });
}

} // namespace belvedere
