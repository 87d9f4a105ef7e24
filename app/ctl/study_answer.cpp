// SPDX-License-Identifier: GPL-3.0-or-later
#include "study_answer.h"

namespace belvedere::ctl {

void nameTraining(QJsonObject &json, const TrainSpec &spec)
{
    json.insert(QStringLiteral("model"), spec.model);
    json.insert(QStringLiteral("dataset"), spec.dataset);
    json.insert(QStringLiteral("channel"), spec.channel);
}

Answer studyAnswer(
    QJsonObject result, const TrainSpec &spec, const QString &unit, const QString &table)
{
    nameTraining(result, spec);
    return {std::move(result),
        QStringLiteral("%1 on %2 of %3; errors in %4\n")
                .arg(spec.model, spec.channel, spec.dataset, unit)
            + table};
}

} // namespace belvedere::ctl
