// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/neural/neural_options.h"

namespace belvedere::neural {

const std::vector<OptionSpec> &neuralOptionTable()
{
    // Standards: chosen on the validation parts of four data sets. Upper bounds keep a batch, which
    // cannot be interrupted, at about 50 ms on one core.
    static const std::vector<OptionSpec> table = {
        {QStringLiteral("hidden"), QT_TRANSLATE_NOOP("Model", "Width"),
            QT_TRANSLATE_NOOP("Model", "Numbers in each hidden layer."), 64, 8, 128, true},
        {QStringLiteral("layers"), QT_TRANSLATE_NOOP("Model", "Layers"),
            QT_TRANSLATE_NOOP("Model", "Residual blocks between input and output."), 3, 1, 6, true},
        {QStringLiteral("embedding"), QT_TRANSLATE_NOOP("Model", "Embedding"),
            QT_TRANSLATE_NOOP(
                "Model", "Learned numbers for each site, each time of day and each weekday."),
            16, 1, 64, true},
        {QStringLiteral("dropout"), QT_TRANSLATE_NOOP("Model", "Dropout"),
            QT_TRANSLATE_NOOP(
                "Model", "Share of hidden numbers that are left out at random while learning."),
            0.1, 0.0, 0.8, false},
        {QStringLiteral("batch"), QT_TRANSLATE_NOOP("Model", "Batch"),
            QT_TRANSLATE_NOOP("Model", "Samples for each step of the optimiser."), 1024, 16, 1024,
            true},
        {QStringLiteral("learningRate"), QT_TRANSLATE_NOOP("Model", "Learning rate"),
            QT_TRANSLATE_NOOP("Model", "Highest step size of the optimiser."), 3e-3, 1e-6, 0.1,
            false},
        {QStringLiteral("weightDecay"), QT_TRANSLATE_NOOP("Model", "Weight decay"),
            QT_TRANSLATE_NOOP("Model", "How strongly weights are drawn towards zero."), 1e-2, 0.0,
            1.0, false},
        {QStringLiteral("samplesPerEpoch"), QT_TRANSLATE_NOOP("Model", "Samples per epoch"),
            QT_TRANSLATE_NOOP(
                "Model", "At most so many pairs of window and site are drawn in one epoch."),
            200000, 100, 1e8, true},
    };
    return table;
}

NeuralOptions NeuralOptions::fromJson(const QJsonObject &json)
{
    const auto number = [&](const char *name) {
        return json.value(QLatin1String(name)).toDouble();
    };
    NeuralOptions options;
    options.hidden = static_cast<std::int64_t>(number("hidden"));
    options.layers = static_cast<std::int64_t>(number("layers"));
    options.embedding = static_cast<std::int64_t>(number("embedding"));
    options.dropout = number("dropout");
    options.batch = static_cast<int>(number("batch"));
    options.learningRate = number("learningRate");
    options.weightDecay = number("weightDecay");
    options.samplesPerEpoch = static_cast<int>(number("samplesPerEpoch"));
    return options;
}

} // namespace belvedere::neural
