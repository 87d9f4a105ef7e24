// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace belvedere {

/// What numerical work has to go by on this machine.
struct ComputeInfo
{
    QString torchVersion;
    QString device; ///< "cpu", or "cuda" where there is one
    QString blas; ///< file of the library that answers to sgemm
    int threads = 1;
    double gflops = 0.0; ///< single-precision matrix product with `threads` threads, on the CPU
    double busyCores = 0.0; ///< processor time over wall time of a product with one thread
    bool obeysThreadCount = false; ///< whether that stayed near 1
};

/// Multiplies matrices for about half a second.
[[nodiscard]] Result<ComputeInfo> measureCompute(int threads);

} // namespace belvedere
