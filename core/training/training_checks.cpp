// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/training_checks.h"

namespace belvedere {

namespace {

Result<> checkNumbers(const TrainSpec &spec)
{
    const struct
    {
        const char *name;
        int value;
    } counts[] = {{"history", spec.history}, {"horizon", spec.horizon}, {"epochs", spec.epochs},
        {"patience", spec.patience}, {"threads", spec.threads}};
    for (const auto &count : counts) {
        if (count.value < 1)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "\"%1\" must be at least 1, not %2."),
                {QString::fromLatin1(count.name), QString::number(count.value)});
    }
    if (!(spec.budgetSeconds >= 0.0))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "\"%1\" must be at least 0, not %2."),
            {QStringLiteral("budget"), QString::number(spec.budgetSeconds)});
    const struct
    {
        const char *name;
        int value;
    } orNone[] = {{"plannedEpochs", spec.plannedEpochs}, {"fineTuneEpochs", spec.fineTuneEpochs}};
    for (const auto &count : orNone) {
        if (count.value < 0)
            return failure(Errc::Usage,
                QT_TRANSLATE_NOOP("Error", "\"%1\" must be at least 0, not %2."),
                {QString::fromLatin1(count.name), QString::number(count.value)});
    }
    return {};
}

Result<> checkHistory(const QString &dataset, const QString &channel, const ChannelHistory &history)
{
    if (!dataset.isEmpty() && dataset != history.dataset)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "The training asks for data set %1 but was given %2."),
            {dataset, history.dataset});
    if (!channel.isEmpty() && channel != history.channel.key)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "The training asks for channel %1 but was given %2."),
            {channel, history.channel.key});
    if (history.siteCount() == 0)
        return failure(Errc::Numeric, QT_TRANSLATE_NOOP("Error", "Data set %1 has no sites."),
            {history.dataset});
    return {};
}

} // namespace

Result<> checkTraining(const TrainSpec &spec, const TrainInputs &inputs)
{
    if (spec.task != QLatin1String("forecast"))
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error", "Task \"%1\" is not known. There is: forecast."),
            {spec.task});
    BV_TRY_VOID(checkHistory(spec.dataset, spec.channel, *inputs.history));
    BV_TRY_VOID(checkNumbers(spec));
    if (spec.partners.size() != inputs.partners.size())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "The training asks for %1 partners but was given the data of %2."),
            {QString::number(spec.partners.size()), QString::number(inputs.partners.size())});
    for (std::size_t i = 0; i < spec.partners.size(); ++i)
        BV_TRY_VOID(
            checkHistory(spec.partners[i].dataset, spec.partners[i].channel, *inputs.partners[i]));
    if (!spec.startFrom.isEmpty() && !inputs.startFrom && !inputs.resume)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP(
                "Error", "The training is to start from %1 but was not given that model."),
            {spec.startFrom});
    return {};
}

Result<> checkResume(const TrainingCheckpoint &checkpoint, const RunRecord &now,
    const std::vector<QString> &partnerHashes)
{
    const RunRecord &record = checkpoint.info.record;
    const QString &id = checkpoint.info.id;
    if (record.codeVersion != now.codeVersion)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Checkpoint %1 is of version %2 of the program, this is %3: going on would not "
                "give the same numbers. Use that version, or train from the beginning."),
            {id, record.codeVersion, now.codeVersion});
    if (record.dataHash != now.dataHash || checkpoint.partnerHashes != partnerHashes)
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "The data that checkpoint %1 learned from has changed since, so it cannot go on. "
                "Train from the beginning."),
            {id});
    if (record.spec.toJson() != now.spec.toJson())
        return failure(Errc::Usage,
            QT_TRANSLATE_NOOP("Error",
                "Checkpoint %1 belongs to a training with other settings. Go on with its own."),
            {id});
    return {};
}

} // namespace belvedere
