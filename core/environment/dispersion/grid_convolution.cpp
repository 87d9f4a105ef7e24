// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/dispersion/grid_convolution.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <numbers>
#include <utility>

namespace belvedere {

namespace {

using Complex = std::complex<double>;

std::vector<Complex> turns(int size)
{
    std::vector<Complex> all(static_cast<std::size_t>(size / 2));
    for (int k = 0; k < size / 2; ++k)
        all[static_cast<std::size_t>(k)] = std::polar(1.0, -2.0 * std::numbers::pi * k / size);
    return all;
}

/// std::complex multiplies with a check for infinities, which costs more than the product.
Complex product(Complex a, Complex b)
{
    return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
}

/// Cooley and Tukey, in place, size a power of two. Backwards not divided by the size.
void fourier(Complex *values, std::size_t size, const std::vector<Complex> &turns, bool back)
{
    for (std::size_t i = 1, j = 0; i < size; ++i) {
        std::size_t bit = size >> 1;
        for (; j & bit; bit >>= 1)
            j ^= bit;
        j ^= bit;
        if (i < j)
            std::swap(values[i], values[j]);
    }
    for (std::size_t half = 1; half < size; half *= 2) {
        const std::size_t step = size / (2 * half);
        for (std::size_t start = 0; start < size; start += 2 * half) {
            for (std::size_t k = 0; k < half; ++k) {
                const Complex turn = back ? std::conj(turns[k * step]) : turns[k * step];
                Complex &a = values[start + k];
                Complex &b = values[start + k + half];
                const Complex turned = product(b, turn);
                b = a - turned;
                a += turned;
            }
        }
    }
}

/// [rows][columns] to [columns][rows], in blocks that stay in the cache.
std::vector<Complex> transposed(const std::vector<Complex> &grid, int rows, int columns)
{
    constexpr int kBlock = 16;
    std::vector<Complex> turned(grid.size());
    for (int r0 = 0; r0 < rows; r0 += kBlock) {
        for (int c0 = 0; c0 < columns; c0 += kBlock) {
            for (int r = r0; r < std::min(rows, r0 + kBlock); ++r) {
                for (int c = c0; c < std::min(columns, c0 + kBlock); ++c)
                    turned[static_cast<std::size_t>(c) * static_cast<std::size_t>(rows)
                        + static_cast<std::size_t>(r)] =
                        grid[static_cast<std::size_t>(r) * static_cast<std::size_t>(columns)
                            + static_cast<std::size_t>(c)];
            }
        }
    }
    return turned;
}

int powerOfTwo(int least)
{
    return static_cast<int>(std::bit_ceil(static_cast<std::uint32_t>(std::max(least, 2))));
}

} // namespace

GridConvolution::GridConvolution(int columns, int rows, int reachColumns, int reachRows,
    const std::function<double(int, int)> &kernel)
    : m_columns(columns)
    , m_rows(rows)
    , m_width(powerOfTwo(columns + reachColumns))
    , m_height(powerOfTwo(rows + reachRows))
    , m_rowTurns(turns(m_width))
    , m_columnTurns(turns(m_height))
{
    // Half of the transform's length bounds the reach, or both halves would meet.
    const int wide = std::min(reachColumns, m_width / 2 - 1);
    const int high = std::min(reachRows, m_height / 2 - 1);
    m_kernel.assign(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height), {});
    for (int j = -high; j <= high; ++j) {
        const int row = j < 0 ? j + m_height : j;
        for (int i = -wide; i <= wide; ++i) {
            const int column = i < 0 ? i + m_width : i;
            m_kernel[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_width)
                + static_cast<std::size_t>(column)] = kernel(i, j);
        }
    }
    transform(m_kernel, false);
}

void GridConvolution::transform(std::vector<Complex> &grid, bool back) const
{
    const auto width = static_cast<std::size_t>(m_width);
    const auto height = static_cast<std::size_t>(m_height);
    // Forwards rows first, then columns, and left transposed; backwards the other way round.
    if (!back) {
        for (std::size_t r = 0; r < height; ++r)
            fourier(&grid[r * width], width, m_rowTurns, false);
        grid = transposed(grid, m_height, m_width);
        for (std::size_t c = 0; c < width; ++c)
            fourier(&grid[c * height], height, m_columnTurns, false);
        return;
    }
    for (std::size_t c = 0; c < width; ++c)
        fourier(&grid[c * height], height, m_columnTurns, true);
    grid = transposed(grid, m_width, m_height);
    for (std::size_t r = 0; r < height; ++r)
        fourier(&grid[r * width], width, m_rowTurns, true);
}

void GridConvolution::apply(std::vector<std::vector<double>> &fields) const
{
    const auto width = static_cast<std::size_t>(m_width);
    const auto columns = static_cast<std::size_t>(m_columns);
    const double scale = 1.0 / (static_cast<double>(m_width) * m_height);
    for (std::size_t f = 0; f < fields.size(); f += 2) {
        const bool pair = f + 1 < fields.size();
        std::vector<Complex> grid(m_kernel.size());
        for (std::size_t r = 0; r < static_cast<std::size_t>(m_rows); ++r) {
            for (std::size_t c = 0; c < columns; ++c)
                grid[r * width + c] = {
                    fields[f][r * columns + c], pair ? fields[f + 1][r * columns + c] : 0.0};
        }
        transform(grid, false);
        for (std::size_t i = 0; i < grid.size(); ++i)
            grid[i] = product(grid[i], m_kernel[i]);
        transform(grid, true);
        for (std::size_t r = 0; r < static_cast<std::size_t>(m_rows); ++r) {
            for (std::size_t c = 0; c < columns; ++c) {
                fields[f][r * columns + c] = scale * grid[r * width + c].real();
                if (pair)
                    fields[f + 1][r * columns + c] = scale * grid[r * width + c].imag();
            }
        }
    }
}

} // namespace belvedere
