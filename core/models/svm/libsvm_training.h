// SPDX-License-Identifier: GPL-3.0-or-later
// Private to models/svm: the only place that calls LIBSVM.
#pragma once

#include "base/task.h"
#include "models/svm/svm_machine.h"

namespace belvedere {

struct SvmProblem
{
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<float> values; ///< [rows, columns], finite
    std::vector<double> target; ///< [rows] of a classification the index of the class
    bool classification = false;
    std::vector<double> classWeights; ///< [classes]; empty = all 1
};

struct SvmParameters
{
    bool linear = false;
    double gamma = 0.1; ///< of the radial kernel
    double cost = 1.0; ///< C
    double tube = 0.1; ///< of a regression: errors up to it count nothing, in units of the target
    double tolerance = 0.001;
    double cacheMegabytes = 200.0;
    unsigned seed = 1; ///< of the folds by which chances are calibrated
};

/// Trains one machine. What LIBSVM prints goes to the log; the thread that calls sees its own
/// prints only. Whether to stop is asked every thousand iterations or so.
/// @return Errc::Cancelled; Errc::Model if LIBSVM refuses the parameters or finds no vectors.
[[nodiscard]] Result<SvmMachine> trainSvm(
    const SvmProblem &problem, const SvmParameters &parameters, const TaskContext &context);

} // namespace belvedere
