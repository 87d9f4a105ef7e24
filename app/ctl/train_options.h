// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/forecaster.h"
#include "session.h"
#include "training/run_record.h"

namespace belvedere::ctl {

/// What the command line says about a training; the verbs that train share it.
struct TrainArguments
{
    std::string dataset;
    std::string task = "forecast";
    std::string model = "neural";
    std::string preset;
    std::string channel;
    std::vector<std::string> partners;
    std::string startFrom;
    int history = TrainSpec().history;
    int horizon = TrainSpec().horizon;
    std::string split = "0.7,0.1,0.2";
    int epochs = TrainSpec().epochs;
    double budgetSeconds = 0.0;
    int patience = TrainSpec().patience;
    int fineTuneEpochs = TrainSpec().fineTuneEpochs;
    std::vector<std::string> settings;
    std::vector<double> eventsAbove;
};

/// Names of the options that addTrainOptions() adds.
[[nodiscard]] std::vector<std::string> trainOptionNames();
/// With a footer that lists the settings and presets of all models.
/// @param tasks  that the verb knows.
void addTrainOptions(CLI::App &verb, TrainArguments &arguments,
    const std::vector<std::string> &tasks = {"forecast"});

/// "width=64" as JSON: numbers and true/false as such, everything else as text.
[[nodiscard]] Result<> addSettings(const std::vector<std::string> &settings, QJsonObject &options);
/// What --set can say to a model, for the help; empty if nothing.
[[nodiscard]] QString settingsText(const QString &model, const std::vector<OptionSpec> &options);

/// @return Errc::Usage naming the argument that makes no sense.
[[nodiscard]] Result<TrainSpec> trainSpec(const Session &session, const TrainArguments &arguments);

/// The model of the catalog. @return Errc::NotFound listing those there are.
[[nodiscard]] Result<ForecasterFactory::Kind> kindByName(const QString &name);

/// "epoch 3: training loss 0.1234, validation MAE 3.210 mph, 2 s, best so far"
[[nodiscard]] QString epochText(const EpochReport &report, const QString &unit);

} // namespace belvedere::ctl
