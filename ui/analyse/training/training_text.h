// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"
#include "training/run_record.h"

#include <QStringList>

namespace belvedere::ui {

// Sentences about trainings that are no runs yet, in the language of the program.

/// "Neural network on aarhus: Speed"
[[nodiscard]] QString trainingTitle(const TrainSpec &spec, const ForecasterFactory &factory);
/// Window and epochs; then what differs from the defaults, if anything does.
[[nodiscard]] QStringList trainingLines(const TrainSpec &spec, const ForecasterFactory &factory);
/// "Width 128, Learning rate 0.001": what differs from the defaults; empty if nothing does.
[[nodiscard]] QString changedOptionsText(
    const QString &kind, const QJsonObject &options, const ForecasterFactory &factory);
/// Null if the factory does not know it.
[[nodiscard]] const ForecasterFactory::Kind *kindOf(
    const std::vector<ForecasterFactory::Kind> &kinds, const QString &kind);

} // namespace belvedere::ui
