// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <complex>
#include <functional>
#include <vector>

namespace belvedere {

/// Convolution of fields on a grid with one kernel, by fast Fourier transform. Two real fields
/// travel as one complex one.
class GridConvolution
{
public:
    /// @param reachColumns, reachRows  half the size of the kernel, in cells
    /// @param kernel  by offset in columns and rows, receptor - source
    GridConvolution(int columns, int rows, int reachColumns, int reachRows,
        const std::function<double(int, int)> &kernel);

    /// @param fields  [fields][rows · columns], replaced by their convolutions.
    void apply(std::vector<std::vector<double>> &fields) const;

private:
    using Complex = std::complex<double>;

    void transform(std::vector<Complex> &grid, bool back) const;

    int m_columns = 0;
    int m_rows = 0;
    int m_width = 0; // powers of two
    int m_height = 0;
    std::vector<Complex> m_rowTurns; // e^(-2πi k / width), k < width / 2
    std::vector<Complex> m_columnTurns;
    std::vector<Complex> m_kernel; // transformed, [width][height]
};

} // namespace belvedere
