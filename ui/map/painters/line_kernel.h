// SPDX-License-Identifier: GPL-3.0-or-later
// The inner loops of LineRasterizer for N pixels at a time. Included by line_rasterizer.cpp alone.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>

namespace belvedere::ui::kernel {

#define BV_INLINE inline __attribute__((always_inline))

/// The share of a pixel on one side of a straight line, as a function of the distance t of its
/// middle: the integral of a box as wide as the pixel looks in the direction of the normal. With
/// a >= b the absolute components of the normal it is straight for |t| < (a - b) / 2 and a parabola
/// on to (a + b) / 2.
struct Edge
{
    float inner = 0.0F; ///< (a - b) / 2
    float outer = 0.0F; ///< (a + b) / 2
    float curve = 0.0F; ///< 1 / (2 b)
    float slope = 1.0F; ///< 1 / a
};

BV_INLINE Edge edgeOf(float nx, float ny)
{
    const float x = std::fabs(nx);
    const float y = std::fabs(ny);
    const float a = x > y ? x : y;
    const float b = x > y ? y : x;
    return {0.5F * (a - b), 0.5F * (a + b), b > 1e-5F ? 0.5F / b : 0.0F, 1.0F / a};
}

/// The half plane nx x + ny y + c > 0.
struct Plane
{
    float nx = 0.0F;
    float ny = 0.0F;
    float c = 0.0F;
    Edge edge;
};

/// What is needed to know how much of a pixel a line covers. Distances count from (x, y).
struct Shape
{
    float x = 0.0F, y = 0.0F;
    float ux = 1.0F, uy = 0.0F; ///< direction
    float length = 0.0F;
    float half = 0.5F; ///< of the width
    Edge side;
    Plane from, to; ///< where the ends are cut; not of round ones
    // Pixels that may be touched, cut to the picture: left <= x < right.
    int left = 0, top = 0, right = 0, bottom = 0;
};

struct Target
{
    std::uint32_t *pixels = nullptr;
    float *mask = nullptr; ///< [width * height] coverage of a line as it is put together
    std::ptrdiff_t stride = 0; ///< pixels
    int width = 0;
    const float *color = nullptr; ///< premultiplied, blue, green, red, alpha, 0 … 255
};

enum class Mode { Blend, Add, Max };

template <int N> struct Lanes
{
    typedef float F __attribute__((vector_size(N * 4), aligned(4)));
    typedef std::int32_t I __attribute__((vector_size(N * 4), aligned(4)));
    typedef std::uint32_t U __attribute__((vector_size(N * 4), aligned(4)));
    typedef std::uint16_t H __attribute__((vector_size(N * 4), aligned(4)));
};

template <int N> BV_INLINE void numbered(typename Lanes<N>::F &lanes)
{
    for (int i = 0; i < N; ++i)
        lanes[i] = float(i);
}

/// Coverage minus one half.
template <int N>
BV_INLINE void half(typename Lanes<N>::F t, const Edge &edge, typename Lanes<N>::F &out)
{
    using F = typename Lanes<N>::F;
    using I = typename Lanes<N>::I;
    const F outer = F{} + edge.outer;
    t = t < outer ? t : outer;
    t = t > -outer ? t : -outer;
    const F size = (F)((I)t & 0x7fffffff);
    F e = size - edge.inner;
    e = e > 0.0F ? e : F{};
    const F bend = (F)((I)(e * e * edge.curve) | ((I)t & I(I{} - 0x7fffffff - 1)));
    out = (t - bend) * edge.slope;
}

template <int N> BV_INLINE void squareRoot(typename Lanes<N>::F v, typename Lanes<N>::F &out)
{
    for (int i = 0; i < N; ++i)
        out[i] = __builtin_sqrtf(v[i]);
}

template <int N, bool Round>
BV_INLINE void coverage(
    const Shape &s, typename Lanes<N>::F dx, float dy, typename Lanes<N>::F &out)
{
    using F = typename Lanes<N>::F;
    const F across = dx * -s.uy + dy * s.ux;
    if constexpr (Round) {
        const F along = dx * s.ux + dy * s.uy;
        F inside = along > 0.0F ? along : F{};
        const F length = F{} + s.length;
        inside = inside < length ? inside : length;
        const F over = along - inside;
        F distance;
        squareRoot<N>(across * across + over * over, distance);
        F near;
        F far;
        half<N>(distance + s.half, s.side, far);
        half<N>(distance - s.half, s.side, near);
        out = far - near;
    } else {
        F left;
        F right;
        F begin;
        F end;
        half<N>(across + s.half, s.side, left);
        half<N>(across - s.half, s.side, right);
        half<N>(dx * s.from.nx + (dy * s.from.ny + s.from.c), s.from.edge, begin);
        half<N>(dx * s.to.nx + (dy * s.to.ny + s.to.c), s.to.edge, end);
        F between = begin + end;
        between = between > 0.0F ? between : F{};
        out = (left - right) * between;
    }
}

/// The target's colour laid over the pixels.
template <int N>
BV_INLINE void blend(std::uint32_t *at, typename Lanes<N>::F covered, const float *color)
{
    using F = typename Lanes<N>::F;
    using I = typename Lanes<N>::I;
    using U = typename Lanes<N>::U;
    using H = typename Lanes<N>::H;
    const I cover = __builtin_convertvector(covered * 256.0F + 0.5F, I);
    const F kept = 256.0F - __builtin_convertvector(cover, F) * (color[3] * (1.0F / 255.0F));
    const I keep = __builtin_convertvector(kept, I);
    const H cover2 = (H)(cover | (cover << 16));
    const H keep2 = (H)(keep | (keep << 16));
    const U redBlue = U{} + (std::uint32_t(color[0]) | (std::uint32_t(color[2]) << 16));
    const U alphaGreen = U{} + (std::uint32_t(color[1]) | (std::uint32_t(color[3]) << 16));
    U d;
    std::memcpy(&d, at, sizeof d);
    const U low = U{} + 0x00ff00ffU;
    const H rb = (H)(d & low) * keep2 + (H)redBlue * cover2 + 128;
    const H ag = (H)((d >> 8) & low) * keep2 + (H)alphaGreen * cover2 + 128;
    d = (U)(rb >> 8) | ((U)ag & ~low);
    std::memcpy(at, &d, sizeof d);
}

template <int N, Mode M>
BV_INLINE void store(
    const Target &target, std::ptrdiff_t at, std::ptrdiff_t maskAt, typename Lanes<N>::F covered)
{
    using F = typename Lanes<N>::F;
    if constexpr (M == Mode::Blend) {
        blend<N>(target.pixels + at, covered, target.color);
    } else {
        F before;
        std::memcpy(&before, target.mask + maskAt, sizeof before);
        if constexpr (M == Mode::Add)
            before += covered;
        else
            before = before > covered ? before : covered;
        std::memcpy(target.mask + maskAt, &before, sizeof before);
    }
}

/// Columns that a long slanting line may touch in a row, within the shape's own.
BV_INLINE void narrow(const Shape &s, float dy, int &left, int &right)
{
    const float steep = std::fabs(s.uy);
    if (steep < 1e-3F)
        return;
    // |across| <= half + outer, solved for x; a little more, so that rounding never matters.
    const float reach = (s.half + s.side.outer) / steep + 0.05F;
    const float middle = s.x + dy * s.ux / s.uy;
    const float from = middle - reach - 0.5F;
    const float to = middle + reach + 0.5F;
    if (from > float(left))
        left = from < float(right) ? int(from) : right;
    if (to < float(right))
        right = to > float(left) ? int(to) + 1 : left;
}

template <int N, bool Round, Mode M> BV_INLINE void draw(const Shape &shape, const Target &target)
{
    using F = typename Lanes<N>::F;
    F lanes;
    numbered<N>(lanes);
    const bool slanting = shape.right - shape.left > 2 * N;
    for (int y = shape.top; y < shape.bottom; ++y) {
        const float dy = float(y) + 0.5F - shape.y;
        int left = shape.left;
        int right = shape.right;
        if (slanting)
            narrow(shape, dy, left, right);
        for (int x = left; x < right; x += N) {
            // The last pixels of a row are reached from further left; what was done is left out.
            const int at = x + N <= target.width ? x : target.width - N;
            const F column = lanes + float(at);
            F covered;
            coverage<N, Round>(shape, column + (0.5F - shape.x), dy, covered);
            covered = column < float(right) ? covered : F{};
            if (at < x)
                covered = column >= float(x) ? covered : F{};
            store<N, M>(
                target, y * target.stride + at, std::ptrdiff_t(y) * target.width + at, covered);
        }
    }
}

/// The mask of one row laid on the picture, and emptied.
template <int N> BV_INLINE void flushRow(const Target &target, int y, int left, int right)
{
    using F = typename Lanes<N>::F;
    for (int x = left; x < right; x += N) {
        const int at = x + N <= target.width ? x : target.width - N;
        float *mask = target.mask + std::ptrdiff_t(y) * target.width + at;
        F covered;
        std::memcpy(&covered, mask, sizeof covered);
        covered = covered < 1.0F ? covered : F{} + 1.0F;
        blend<N>(target.pixels + y * target.stride + at, covered, target.color);
        const F nothing{};
        std::memcpy(mask, &nothing, sizeof nothing);
    }
}

} // namespace belvedere::ui::kernel
