// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/train_part.h"

#include <algorithm>
#include <cmath>

namespace belvedere {

namespace {

// Validation after each epoch is an estimate on at most so many windows, evenly spread.
constexpr int kValidationWindows = 2048;

/// A part of which nothing was observed can neither teach nor judge.
/// @param text  of the error, with %1 channel, %2 data set, %3 and %4 the part's span.
Result<> checkObserved(const ChannelHistory &history, WindowRange windows,
    const ForecastShape &shape, const char *text)
{
    const int first = windows.first + shape.history;
    const int last = windows.lastInputStep(windows.count - 1, shape) + shape.horizon;
    const bool observed = std::any_of(
        history.row(first), history.row(last + 1), [](float value) { return !std::isnan(value); });
    if (observed)
        return {};
    return failure(Errc::Numeric, text,
        {history.channel.key, history.dataset, formatUtc(history.axis.at(first)),
            formatUtc(history.axis.at(last))});
}

/// All three parts of the split.
Result<> checkParts(const TrainPart &part)
{
    BV_TRY_VOID(checkObserved(*part.learnFrom, part.split.train, part.shape,
        QT_TRANSLATE_NOOP("Error",
            "Channel %1 of data set %2 has no observed value in the training part, from %3 to %4. "
            "Choose another split or bring in more data.")));
    BV_TRY_VOID(checkObserved(*part.history, part.split.validation, part.shape,
        QT_TRANSLATE_NOOP("Error",
            "Channel %1 of data set %2 has no observed value in the validation part, from %3 to "
            "%4. Choose another split or bring in more data.")));
    return checkObserved(*part.history, part.split.test, part.shape,
        QT_TRANSLATE_NOOP("Error",
            "Channel %1 of data set %2 has no observed value in the test part, from %3 to %4. "
            "Choose another split or bring in more data."));
}

Result<> checkWithin(WindowRange windows, const ForecastShape &shape, int steps)
{
    const int end = windows.first + windows.count + shape.history + shape.horizon - 1;
    if (windows.first >= 0 && windows.count >= 1 && end <= steps)
        return {};
    return failure(Errc::Shape,
        QT_TRANSLATE_NOOP("Error",
            "A part of the split has the windows %1 to %2, which do not lie within the %3 steps "
            "of the data."),
        {QString::number(windows.first), QString::number(windows.first + windows.count - 1),
            QString::number(steps)});
}

/// The last observed value of a window at a site; NaN if there is none.
float lastObserved(const ChannelHistory &history, int lastStep, int length, int site)
{
    for (int step = lastStep; step > lastStep - length; --step) {
        if (!std::isnan(history.row(step)[site]))
            return history.row(step)[site];
    }
    return kMissing;
}

} // namespace

ModelSpec TrainPart::modelSpec(const QString &kind, const QJsonObject &options) const
{
    ModelSpec spec;
    spec.kind = kind;
    spec.shape = shape;
    spec.dataset = history->dataset;
    spec.channel = history->channel.key;
    spec.unit = history->channel.unit;
    spec.siteCodes = history->siteCodes;
    spec.options = options;
    return spec;
}

Result<TrainPart> makeTrainPart(const TrainSpec &spec,
    std::shared_ptr<const ChannelHistory> history, std::shared_ptr<const ChannelHistory> learnFrom,
    const std::optional<Split> &split)
{
    TrainPart part;
    part.shape.history = spec.history;
    part.shape.horizon = spec.horizon;
    part.shape.stepMs = history->axis.stepMs;
    part.learnFrom = learnFrom ? std::move(learnFrom) : history;
    part.history = std::move(history);
    const int steps = part.history->axis.count;
    if (split) {
        part.split = *split;
        for (const WindowRange windows : {split->train, split->validation, split->test})
            BV_TRY_VOID(checkWithin(windows, part.shape, steps));
    } else {
        BV_TRY(part.split, chronologicalSplit(steps, part.shape, spec.split));
    }
    part.validationStride =
        (part.split.validation.count + kValidationWindows - 1) / kValidationWindows;
    BV_TRY_VOID(checkParts(part));
    return part;
}

double lastValueMae(const TrainPart &part)
{
    const ChannelHistory &history = *part.history;
    double sum = 0.0;
    qint64 count = 0;
    for (int window = 0; window < part.split.validation.count; window += part.validationStride) {
        const int last = part.split.validation.lastInputStep(window, part.shape);
        for (int site = 0; site < history.siteCount(); ++site) {
            const float value = lastObserved(history, last, part.shape.history, site);
            for (int ahead = 1; ahead <= part.shape.horizon; ++ahead) {
                const float miss = std::abs(history.row(last + ahead)[site] - value);
                if (std::isnan(miss))
                    continue;
                sum += static_cast<double>(miss);
                ++count;
            }
        }
    }
    return count > 0 ? sum / static_cast<double>(count) : std::nan("");
}

} // namespace belvedere
