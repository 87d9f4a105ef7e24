// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"

#include <cstddef>
#include <vector>

namespace belvedere {

/// Products of the rows of a matrix Z [T, N] with later rows: S(k) = Σ Z[t]' Z[t + k] over a span
/// of t, for k = 0 … lagCount - 1. All squares and products of a vector autoregression are sums of
/// these, since its inputs and targets are the same rows at other times.
class LaggedProducts
{
public:
    /// Rows t of `rows`, first <= t < end; rows past the matrix count as zero.
    /// @param rows  [T, N], finite
    /// @return Errc::Cancelled between two blocks of rows.
    [[nodiscard]] static Result<LaggedProducts> fromRows(const std::vector<float> &rows,
        std::size_t width, int first, int end, int lagCount, const TaskContext &context);

    /// Σ Z[t - shift]' Z[t - shift + lag] over the span. [N, N], row-major
    [[nodiscard]] std::vector<double> shifted(
        const std::vector<float> &rows, int lag, int shift) const;

private:
    std::size_t m_width = 0;
    int m_first = 0;
    int m_end = 0;
    std::vector<std::vector<double>> m_products; // [lagCount][N, N]
};

} // namespace belvedere
