// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/neural: torch headers.
#pragma once

#include "models/neural/head.h"
#include "models/neural/optimiser.h"
#include "models/option_spec.h"

namespace belvedere::neural {

enum class HeadKind { Quantiles, Counts, Classes };

/// How a network learns; meaning and range are in the table.
struct LearningOptions
{
    HeadKind head = HeadKind::Quantiles;
    PointLoss pointLoss = PointLoss::None;
    OptimiserOptions optimiser;
    Schedule schedule = Schedule::Cosine;
    double learningRate = 3e-3;
    double clip = 1.0;
    double averaging = 0.998;
    int batch = 1024;
    int samplesPerEpoch = 200000;
    double blanked = 0.15;
    double forgotten = 0.1;
    double drifted = 0.2;

    /// @param json  complete, as completeOptions() gives it
    [[nodiscard]] static LearningOptions fromJson(const QJsonObject &json);
};

/// The options that all networks share. A network's own come before them in its table.
[[nodiscard]] std::vector<OptionSpec> learningOptionTable();
/// `own`, then the shared ones, with other defaults for those named in `defaults`.
[[nodiscard]] std::vector<OptionSpec> withLearningOptions(
    std::vector<OptionSpec> own, const QJsonObject &defaults = {});

} // namespace belvedere::neural
