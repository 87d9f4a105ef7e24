// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/map_geometry.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace belvedere::ui {

namespace {

constexpr double kFirstToleranceM = 2.0;
constexpr double kToleranceStep = 4.0;
constexpr int kCoarserLevels = 4;
constexpr std::size_t kLinesBetweenLooks = 4096;
// A level that saves less than this costs more memory than it saves time.
constexpr double kWorthwhileShare = 0.8;

double squaredDistanceToSegment(PointM p, PointM a, PointM b)
{
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double squaredLength = dx * dx + dy * dy;
    double t = 0.0;
    if (squaredLength > 0.0)
        t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / squaredLength, 0.0, 1.0);
    const double ex = a.x + t * dx - p.x;
    const double ey = a.y + t * dy - p.y;
    return ex * ex + ey * ey;
}

// Douglas and Peucker 1973, with a stack of its own: a line may have a million points.
void simplify(std::span<const PointM> line, double tolerance, std::vector<PointM> &out)
{
    if (line.size() <= 2) {
        out.assign(line.begin(), line.end());
        return;
    }
    std::vector<bool> kept(line.size(), false);
    kept.front() = kept.back() = true;
    std::vector<std::pair<std::size_t, std::size_t>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [from, to] = open.back();
        open.pop_back();
        double farthest = tolerance * tolerance;
        std::size_t at = from;
        for (std::size_t i = from + 1; i < to; ++i) {
            const double d = squaredDistanceToSegment(line[i], line[from], line[to]);
            if (d > farthest) {
                farthest = d;
                at = i;
            }
        }
        if (at == from)
            continue;
        kept[at] = true;
        open.emplace_back(from, at);
        open.emplace_back(at, to);
    }
    out.clear();
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (kept[i])
            out.push_back(line[i]);
    }
}

BoundingBox boxOf(std::span<const PointM> points)
{
    BoundingBox box;
    for (const PointM p : points)
        box.add(p);
    return box;
}

std::vector<BoundingBox> boxesOf(const PolylineSet &lines)
{
    std::vector<BoundingBox> boxes(lines.count());
    for (std::size_t i = 0; i < boxes.size(); ++i)
        boxes[i] = boxOf(lines.line(i));
    return boxes;
}

} // namespace

void PolylineSet::append(std::span<const PointM> line)
{
    points.insert(points.end(), line.begin(), line.end());
    first.push_back(std::uint32_t(points.size()));
}

DetailLevels::DetailLevels(PolylineSet finest, const std::function<bool()> &cancelled)
{
    levels.push_back(std::move(finest));
    double tolerance = kFirstToleranceM;
    std::vector<PointM> line;
    for (int i = 0; i < kCoarserLevels; ++i, tolerance *= kToleranceStep) {
        // From the finest, not from the level before: errors must not add up.
        const PolylineSet &source = levels.front();
        PolylineSet coarser;
        coarser.toleranceM = tolerance;
        coarser.first.reserve(source.first.size());
        for (std::size_t k = 0; k < source.count(); ++k) {
            if (k % kLinesBetweenLooks == 0 && cancelled())
                return;
            simplify(source.line(k), tolerance, line);
            coarser.append(line);
        }
        if (double(coarser.points.size())
            < kWorthwhileShare * double(levels.back().points.size())) {
            coarser.points.shrink_to_fit();
            levels.push_back(std::move(coarser));
        }
    }
}

const PolylineSet &DetailLevels::forScale(double metersPerPixel) const
{
    const auto fits = std::find_if(levels.rbegin(), levels.rend(),
        [&](const PolylineSet &level) { return level.toleranceM <= 0.5 * metersPerPixel; });
    return fits == levels.rend() ? levels.front() : *fits;
}

FeatureBoxes::FeatureBoxes(std::vector<BoundingBox> featureBoxes)
    : boxes(std::move(featureBoxes))
    , index(boxes)
{
    for (const BoundingBox &box : boxes)
        all.add(box);
}

std::vector<std::int32_t> FeatureBoxes::touching(const BoundingBox &box) const
{
    const bool everything = box.minX <= all.minX && box.minY <= all.minY && box.maxX >= all.maxX
        && box.maxY >= all.maxY;
    if (!everything)
        return index.touching(box);
    std::vector<std::int32_t> features(boxes.size());
    std::iota(features.begin(), features.end(), 0);
    return features;
}

std::shared_ptr<const LineGeometry> LineGeometry::make(
    PolylineSet lines, const std::function<bool()> &cancelled)
{
    std::vector<BoundingBox> boxes = boxesOf(lines);
    if (cancelled())
        return nullptr;
    DetailLevels levels(std::move(lines), cancelled);
    const std::vector<std::uint32_t> order = placeOrder(boxes);
    std::vector<PackedLines> packed;
    for (const PolylineSet &level : levels.levels) {
        if (cancelled())
            return nullptr;
        packed.emplace_back(level, order, boxes);
    }
    return std::make_shared<const LineGeometry>(
        LineGeometry{std::move(levels), FeatureBoxes(std::move(boxes)), std::move(packed)});
}

std::shared_ptr<const PointGeometry> PointGeometry::make(std::vector<PointM> points)
{
    std::vector<BoundingBox> boxes;
    boxes.reserve(points.size());
    for (const PointM p : points)
        boxes.push_back({p.x, p.y, p.x, p.y});
    return std::make_shared<const PointGeometry>(
        PointGeometry{std::move(points), FeatureBoxes(std::move(boxes))});
}

std::shared_ptr<const AreaGeometry> AreaGeometry::make(PolylineSet rings,
    const std::vector<std::uint32_t> &ringsOf, const std::function<bool()> &cancelled)
{
    std::vector<std::uint32_t> firstRing{0};
    std::vector<BoundingBox> boxes(ringsOf.size());
    for (std::size_t i = 0; i < ringsOf.size(); ++i) {
        const auto end = std::min<std::size_t>(firstRing.back() + ringsOf[i], rings.count());
        for (std::size_t k = firstRing.back(); k < end; ++k)
            boxes[i].add(boxOf(rings.line(k)));
        firstRing.push_back(std::uint32_t(end));
    }
    DetailLevels levels(std::move(rings), cancelled);
    if (cancelled())
        return nullptr;
    return std::make_shared<const AreaGeometry>(
        AreaGeometry{std::move(levels), std::move(firstRing), FeatureBoxes(std::move(boxes))});
}

std::shared_ptr<const LabelGeometry> LabelGeometry::make(std::vector<Label> labels)
{
    std::vector<BoundingBox> boxes;
    boxes.reserve(labels.size());
    for (const Label &label : labels)
        boxes.push_back(boxOf(label.path));
    std::vector<std::int32_t> order(labels.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
        return labels[std::size_t(a)].priority < labels[std::size_t(b)].priority;
    });
    return std::make_shared<const LabelGeometry>(
        LabelGeometry{std::move(labels), std::move(order), FeatureBoxes(std::move(boxes))});
}

std::shared_ptr<const SurfaceGeometry> SurfaceGeometry::make(
    const BoundingBox &box, int columns, int rows)
{
    auto surface = std::make_shared<SurfaceGeometry>();
    surface->box = box;
    surface->columns = std::max(0, columns);
    surface->rows = std::max(0, rows);
    surface->where.all = box;
    return surface;
}

std::shared_ptr<const TileGeometry> TileGeometry::make(std::shared_ptr<TileImages> images,
    const LocalProjection &projection, const BoundingBox &extent)
{
    auto tiles = std::make_shared<TileGeometry>();
    tiles->images = std::move(images);
    tiles->projection = projection;
    tiles->where.all = extent;
    return tiles;
}

std::size_t featureCount(const MapGeometry &geometry)
{
    return std::visit([](const auto &g) { return g ? g->count() : 0; }, geometry);
}

BoundingBox boundsOf(const MapGeometry &geometry)
{
    return std::visit([](const auto &g) { return g ? g->where.all : BoundingBox(); }, geometry);
}

} // namespace belvedere::ui
