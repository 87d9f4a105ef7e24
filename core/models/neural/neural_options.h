// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/option_spec.h"

#include <cstdint>

namespace belvedere::neural {

/// The hyper-parameters of the neural model; meaning and range are in the table.
struct NeuralOptions
{
    std::int64_t hidden = 0;
    std::int64_t layers = 0;
    std::int64_t embedding = 0;
    double dropout = 0.0;
    int batch = 0;
    double learningRate = 0.0;
    double weightDecay = 0.0;
    int samplesPerEpoch = 0;

    /// @param json  complete, as completeOptions() gives it
    [[nodiscard]] static NeuralOptions fromJson(const QJsonObject &json);
};

[[nodiscard]] const std::vector<OptionSpec> &neuralOptionTable();

} // namespace belvedere::neural
