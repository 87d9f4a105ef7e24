// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "answer.h"
#include "training/run_record.h"

namespace belvedere::ctl {

/// Says in an answer which model it is about, and on what data.
void nameTraining(QJsonObject &json, const TrainSpec &spec);

/// What a verb that trains one model many times says.
/// @param unit  of the errors in `table`
[[nodiscard]] Answer studyAnswer(
    QJsonObject result, const TrainSpec &spec, const QString &unit, const QString &table);

} // namespace belvedere::ctl
