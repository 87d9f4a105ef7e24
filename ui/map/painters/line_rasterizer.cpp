// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/line_rasterizer.h"

#include "map/painters/line_kernel.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace belvedere::ui {

using kernel::Edge;
using kernel::Mode;
using kernel::Shape;
using kernel::Target;

namespace {

// Bends sharper than this are not mitred: the corner would stick out.
constexpr float kSharpestMiter = 0.2F; // cosine of the turn, about 78 degrees
constexpr float kShortest = 1.0F / 512.0F;

using DrawShape = void (*)(const Shape &, const Target &);
using FlushRow = void (*)(const Target &, int y, int left, int right);

struct Kernels
{
    DrawShape blendCut;
    DrawShape blendRound;
    DrawShape addCut;
    DrawShape maxRound;
    FlushRow flush;
};

template <int N, bool Round, Mode M> void drawPlain(const Shape &shape, const Target &target)
{
    kernel::draw<N, Round, M>(shape, target);
}

template <int N> void flushPlain(const Target &target, int y, int left, int right)
{
    kernel::flushRow<N>(target, y, left, right);
}

constexpr Kernels kPlain{drawPlain<4, false, Mode::Blend>, drawPlain<4, true, Mode::Blend>,
    drawPlain<4, false, Mode::Add>, drawPlain<4, true, Mode::Max>, flushPlain<4>};

#if defined(__x86_64__) && defined(__GNUC__)
#define BV_WIDE __attribute__((target("avx2")))

template <bool Round, Mode M> BV_WIDE void drawWide(const Shape &shape, const Target &target)
{
    kernel::draw<8, Round, M>(shape, target);
}

BV_WIDE void flushWide(const Target &target, int y, int left, int right)
{
    kernel::flushRow<8>(target, y, left, right);
}

constexpr Kernels kWide{drawWide<false, Mode::Blend>, drawWide<true, Mode::Blend>,
    drawWide<false, Mode::Add>, drawWide<true, Mode::Max>, flushWide};

const Kernels &kernels()
{
    static const Kernels &best = __builtin_cpu_supports("avx2") ? kWide : kPlain;
    return best;
}
#else
const Kernels &kernels()
{
    return kPlain;
}
#endif

struct Direction
{
    float x = 0.0F;
    float y = 0.0F;
    float length = 0.0F;
};

Direction directionOf(PixelPoint from, PixelPoint to)
{
    const float dx = to.x - from.x;
    const float dy = to.y - from.y;
    const float length = std::sqrt(dx * dx + dy * dy);
    if (length < kShortest)
        return {1.0F, 0.0F, 0.0F};
    return {dx / length, dy / length, length};
}

/// Pixels between two coordinates, cut to 0 … limit. Also far beyond what an int holds.
void cutTo(float low, float high, int limit, int &first, int &end)
{
    const float most = float(limit);
    first = low <= 0.0F ? 0 : (low >= most ? limit : int(low));
    end = high <= 0.0F ? 0 : (high >= most ? limit : int(std::ceil(high)));
}

/// False if nothing of it can be in the picture.
bool place(Shape &shape, PixelPoint from, PixelPoint to, float reachX, float reachY, QSize size)
{
    cutTo(std::min(from.x, to.x) - reachX, std::max(from.x, to.x) + reachX, size.width(),
        shape.left, shape.right);
    cutTo(std::min(from.y, to.y) - reachY, std::max(from.y, to.y) + reachY, size.height(),
        shape.top, shape.bottom);
    return shape.left < shape.right && shape.top < shape.bottom;
}

Shape shapeOf(PixelPoint from, const Direction &direction, float width)
{
    Shape shape;
    shape.x = from.x;
    shape.y = from.y;
    shape.ux = direction.x;
    shape.uy = direction.y;
    shape.length = direction.length;
    shape.half = 0.5F * width;
    shape.side = kernel::edgeOf(direction.x, direction.y);
    return shape;
}

} // namespace

/// Coverage of the line that is being put together, and which rows of it are not empty.
struct LineRasterizer::Mask
{
    explicit Mask(QSize size)
        : coverage(std::size_t(size.width()) * std::size_t(size.height()), 0.0F)
        , left(std::size_t(size.height()), size.width())
        , right(std::size_t(size.height()), 0)
        , top(size.height())
    {
    }

    void touch(const Shape &shape)
    {
        top = std::min(top, shape.top);
        bottom = std::max(bottom, shape.bottom);
        const bool slanting = shape.right - shape.left > 16;
        for (int y = shape.top; y < shape.bottom; ++y) {
            int from = shape.left;
            int to = shape.right;
            if (slanting)
                kernel::narrow(shape, float(y) + 0.5F - shape.y, from, to);
            left[std::size_t(y)] = std::min(left[std::size_t(y)], from);
            right[std::size_t(y)] = std::max(right[std::size_t(y)], to);
        }
    }

    std::vector<float> coverage;
    std::vector<int> left;
    std::vector<int> right;
    int top = 0;
    int bottom = 0;
};

LineRasterizer::LineRasterizer(QImage &picture)
    : m_picture(picture)
    , m_pixels(reinterpret_cast<std::uint32_t *>(picture.bits()))
    , m_stride(picture.bytesPerLine() / 4)
{
    Q_ASSERT(picture.width() >= kMinWidth && picture.depth() == 32);
}

LineRasterizer::~LineRasterizer() = default;

void LineRasterizer::setPen(const LinePen &pen)
{
    m_pen = pen;
    const QRgb color = qPremultiply(pen.color.rgba());
    m_color[0] = float(qBlue(color));
    m_color[1] = float(qGreen(color));
    m_color[2] = float(qRed(color));
    m_color[3] = float(qAlpha(color));
}

void LineRasterizer::drawSegment(PixelPoint from, PixelPoint to)
{
    const float rough = 0.5F * m_pen.width + m_pen.extension + 1.0F;
    const QSize size = m_picture.size();
    if (std::max(from.x, to.x) < -rough || std::max(from.y, to.y) < -rough
        || std::min(from.x, to.x) > float(size.width()) + rough
        || std::min(from.y, to.y) > float(size.height()) + rough)
        return;
    const Direction direction = directionOf(from, to);
    if (direction.length == 0.0F && !m_pen.round)
        return;
    Shape shape = shapeOf(from, direction, m_pen.width);
    const Target target{m_pixels, nullptr, m_stride, size.width(), m_color};
    if (m_pen.round) {
        const float reach = shape.half + 0.75F;
        if (place(shape, from, to, reach, reach, size))
            kernels().blendRound(shape, target);
        return;
    }
    const float along = m_pen.extension;
    const float x = std::fabs(shape.ux);
    const float y = std::fabs(shape.uy);
    if (!place(shape, from, to, shape.half * y + along * x + 0.5F,
            shape.half * x + along * y + 0.5F, size))
        return;
    shape.from = {shape.ux, shape.uy, along, shape.side};
    shape.to = {-shape.ux, -shape.uy, direction.length + along, shape.side};
    kernels().blendCut(shape, target);
}

void LineRasterizer::drawPolyline(std::span<const PixelPoint> line)
{
    if (line.size() == 2)
        drawSegment(line[0], line[1]);
    else if (line.size() > 2)
        drawJoined(line);
}

void LineRasterizer::drawJoined(std::span<const PixelPoint> line)
{
    const QSize size = m_picture.size();
    if (!m_mask)
        m_mask = std::make_unique<Mask>(size);
    const Target target{m_pixels, m_mask->coverage.data(), m_stride, size.width(), m_color};
    Direction before;
    Direction here = directionOf(line[0], line[1]);
    bool joined = false; // to the segment before, by a miter
    for (std::size_t i = 1; i < line.size(); ++i) {
        const bool last = i + 1 == line.size();
        const Direction after = last ? Direction() : directionOf(line[i], line[i + 1]);
        const float turn = here.x * after.x + here.y * after.y;
        const bool joins =
            !last && here.length > 0.0F && after.length > 0.0F && turn > kSharpestMiter;
        Shape shape = shapeOf(line[i - 1], here, m_pen.width);
        const float reach = 1.5F * shape.half + m_pen.extension + 1.0F;
        if ((here.length > 0.0F || m_pen.round)
            && place(shape, line[i - 1], line[i], reach, reach, size)) {
            // A plane through the bend that halves the angle cuts both segments: together they
            // cover every pixel there once.
            const auto cut = [&](const Direction &other, float sign) -> kernel::Plane {
                const float x = here.x + other.x;
                const float y = here.y + other.y;
                const float norm = sign / std::sqrt(x * x + y * y);
                return {x * norm, y * norm, 0.0F, kernel::edgeOf(x * norm, y * norm)};
            };
            shape.from = {here.x, here.y, i == 1 ? m_pen.extension : 0.0F, shape.side};
            if (joined)
                shape.from = cut(before, 1.0F);
            shape.to = {
                -here.x, -here.y, here.length + (last ? m_pen.extension : 0.0F), shape.side};
            if (joins) {
                shape.to = cut(after, -1.0F);
                shape.to.c = -(shape.to.nx * here.x + shape.to.ny * here.y) * here.length;
            }
            m_mask->touch(shape);
            (m_pen.round ? kernels().maxRound : kernels().addCut)(shape, target);
        }
        if (here.length > 0.0F)
            before = here;
        joined = joins;
        here = after;
    }
    for (int y = m_mask->top; y < m_mask->bottom; ++y) {
        int &left = m_mask->left[std::size_t(y)];
        int &right = m_mask->right[std::size_t(y)];
        if (left < right)
            kernels().flush(target, y, left, right);
        left = size.width();
        right = 0;
    }
    m_mask->top = size.height();
    m_mask->bottom = 0;
}

double halfPlaneCoverage(double distance, double nx, double ny)
{
    using F = kernel::Lanes<4>::F;
    F result;
    kernel::half<4>(F{} + float(distance), kernel::edgeOf(float(nx), float(ny)), result);
    return 0.5 + double(result[0]);
}

} // namespace belvedere::ui
