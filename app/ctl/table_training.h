// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session.h"
#include "train_options.h"
#include "training/table_analysis.h"

namespace belvedere::ctl {

/// What the command line says about a training on a table, beside TrainArguments.
struct TableArguments
{
    std::string target;
    std::vector<std::string> columns;
    std::string splitBy;
    std::string classWeights = "none";
    std::string positive;
    std::string threshold = "f1";
};

/// Of "train": tasks on tables.
[[nodiscard]] std::vector<std::string> tableTasks();
void addTableOptions(CLI::App &verb, TableArguments &arguments);
/// Names of the options that addTableOptions() adds.
[[nodiscard]] std::vector<std::string> tableOptionNames();
/// What --set can say to the learners of tables, for the help.
[[nodiscard]] QString tableSettingsHelp();

/// @return Errc::Usage naming the argument that makes no sense.
[[nodiscard]] Result<TrainSpec> tableSpec(
    const Session &session, const TrainArguments &train, const TableArguments &arguments);
/// Trains, keeps the run and says what came of it.
[[nodiscard]] Result<Answer> trainOnTable(Session &session, const TrainSpec &spec, bool deploy);

/// A kept run on a table, for scripts and for people.
[[nodiscard]] Answer tableRunAnswer(
    const RunRecord &run, const std::optional<TableAnalysis> &analysis);
/// "accuracy 0.912" or "MAE 3.21": what a list of runs says.
[[nodiscard]] QString tableScoreText(const RunRecord &run);
/// Figures of several models beside one another.
[[nodiscard]] QString tableFiguresText(const std::vector<std::pair<QString, TableFigures>> &models);

} // namespace belvedere::ctl
