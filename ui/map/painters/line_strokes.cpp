// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/line_strokes.h"

#include "map/value_scale.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kRoundFrom = 2.5; // pixels; narrower ends look the same cut, and are faster
constexpr double kExtension = 0.2; // pixels, so that no seam shines through where links meet
constexpr double kScenarioEdge = 1.5;

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](int x, int y) { return int(std::lround(x + share * (y - x))); };
    return QColor(
        mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()), a.alpha());
}

struct StrokeMaker
{
    double ratio;

    [[nodiscard]] LineStroke solid(const QColor &color, double width) const
    {
        LineStroke stroke;
        stroke.pen.color = color;
        stroke.pen.width = float(width * ratio);
        // Where a colour is translucent, what lies over each other would be seen.
        const bool opaque = color.alpha() == 255;
        stroke.pen.round = opaque && width >= kRoundFrom;
        stroke.pen.extension = opaque ? float(kExtension * ratio) : 0.0F;
        return stroke;
    }
    [[nodiscard]] LineStroke dashed(
        const QColor &color, double width, double dash, double gap) const
    {
        LineStroke stroke = solid(color, width);
        stroke.pen.round = false;
        stroke.pen.extension = 0.0F;
        stroke.dash = dash * ratio;
        stroke.gap = gap * ratio;
        return stroke;
    }
};

} // namespace

std::vector<LineStroke> strokesOf(
    const FeatureStyle &style, double width, double devicePixelRatio, const RenderOptions &options)
{
    const StrokeMaker make{devicePixelRatio};
    const QColor full = style.color.in(options.theme);
    const double doubt = std::clamp(style.uncertainty, 0.0, 1.0);
    const QColor color = doubt > 0.0 ? paler(full, doubt) : full;
    const QColor ground = options.ground.in(options.theme);
    // The less is known, the more gaps.
    const LineStroke line = doubt > 0.0 ? make.dashed(color, width, 5.0 - 2.0 * doubt, 3.5 * doubt)
                                        : make.solid(color, width);
    switch (style.fill) {
    case Fill::Solid:
        return {line};
    case Fill::Hollow: {
        const double outer = std::max(width, 3.0);
        return {make.solid(color, outer), make.solid(ground, outer - 2.0)};
    }
    case Fill::Hatched:
        return {make.dashed(color, width, 2.0, 3.0)};
    case Fill::Dashed:
        return {make.dashed(color, width, 7.0, 4.0)};
    case Fill::Forecast:
        return {make.solid(mixed(color, ground, 0.5), width),
            make.dashed(color, width, 1.5, 4.0 + 3.0 * doubt)};
    case Fill::Scenario:
        return {make.solid(tokensOf(options.theme).scenario, width + 2.0 * kScenarioEdge),
            make.solid(ground, width), line};
    }
    return {line};
}

std::vector<LineStroke> casingOf(
    const FeatureStyle &style, double width, double devicePixelRatio, const RenderOptions &options)
{
    if (!style.casing.isValid() || style.casingWidth <= 0.0)
        return {};
    return {StrokeMaker{devicePixelRatio}.solid(
        style.casing.in(options.theme), width + 2.0 * style.casingWidth)};
}

void LineStroker::setStroke(const LineStroke &stroke)
{
    m_stroke = stroke;
    m_rasterizer.setPen(stroke.pen);
}

void LineStroker::draw(std::span<const PixelPoint> line)
{
    if (m_stroke.dash > 0.0 && m_stroke.gap > 0.0)
        drawDashes(line);
    else
        m_rasterizer.drawPolyline(line);
}

bool LineStroker::seen(
    PixelPoint from, double dx, double dy, double length, double &begin, double &end) const
{
    const double margin = double(m_stroke.pen.width) + 1.0;
    begin = 0.0;
    end = length;
    const auto clip = [&](double at, double step, double low, double high) {
        if (step == 0.0)
            return at >= low && at <= high;
        const double a = (low - at) / step;
        const double b = (high - at) / step;
        begin = std::max(begin, std::min(a, b));
        end = std::min(end, std::max(a, b));
        return begin <= end;
    };
    return clip(double(from.x), dx, -margin, m_size.width() + margin)
        && clip(double(from.y), dy, -margin, m_size.height() + margin);
}

void LineStroker::drawDashes(std::span<const PixelPoint> line)
{
    const double period = m_stroke.dash + m_stroke.gap;
    double passed = 0.0; // length of the line before the segment
    m_piece.clear();
    const auto flush = [&] {
        m_rasterizer.drawPolyline(m_piece);
        m_piece.clear();
    };
    for (std::size_t i = 1; i < line.size(); ++i) {
        const PixelPoint from = line[i - 1];
        const double dx = double(line[i].x) - double(from.x);
        const double dy = double(line[i].y) - double(from.y);
        const double length = std::hypot(dx, dy);
        if (length <= 0.0)
            continue;
        // Steps of 1/256, as the line itself: the same in every tile.
        const auto at = [&](double s) {
            return PixelPoint{from.x + float(std::round(256.0 * dx * s / length) / 256.0),
                from.y + float(std::round(256.0 * dy * s / length) / 256.0)};
        };
        double begin = 0.0;
        double end = 0.0;
        if (seen(from, dx / length, dy / length, length, begin, end)) {
            double dash = std::floor((passed + begin) / period) * period - passed;
            for (; dash < end; dash += period) {
                const double stop = dash + m_stroke.dash;
                if (stop <= 0.0)
                    continue;
                if (dash >= 0.0 || m_piece.empty()) {
                    flush();
                    m_piece.push_back(at(std::max(dash, 0.0)));
                }
                m_piece.push_back(stop < length ? at(stop) : line[i]);
                if (stop < length)
                    flush();
            }
        } else {
            flush();
        }
        passed += length;
    }
    flush();
}

} // namespace belvedere::ui
