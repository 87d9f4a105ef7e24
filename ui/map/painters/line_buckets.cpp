// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/painters/line_buckets.h"

#include "map/painters/line_painter.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace belvedere::ui {

namespace {

constexpr std::size_t kFeaturesBetweenLooks = 2048;

} // namespace

std::vector<std::size_t> stylesByRank(const std::vector<FeatureStyle> &styles)
{
    std::vector<std::size_t> order(styles.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
        [&](std::size_t a, std::size_t b) { return styles[a].rank < styles[b].rank; });
    return order;
}

std::vector<LineBucket> lineBuckets(const MapLayer &layer, const Viewport &viewport)
{
    const std::vector<FeatureStyle> &styles = layer.attributes->styles;
    std::vector<LineBucket> buckets(styles.size());
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        LineBucket &bucket = buckets[i];
        bucket.width = styles[i].widthAt(viewport.metersPerPixel);
        bucket.offset = viewport.devicePixelRatio
            * sideOffset(layer.side, bucket.width, viewport.metersPerPixel);
        bucket.shown = viewport.metersPerPixel <= styles[i].maxMetersPerPixel
            && styles[i].color.isValid() && bucket.width > 0.0;
    }
    return buckets;
}

double lineReach(const std::vector<LineBucket> &buckets, const std::vector<FeatureStyle> &styles,
    const Viewport &viewport)
{
    double reach = 4.0;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        const double aside =
            kLineMiterLimit * std::abs(buckets[i].offset) / viewport.devicePixelRatio;
        reach = std::max(reach, buckets[i].width + styles[i].casingWidth + aside + 4.0);
    }
    return reach * viewport.metersPerPixel;
}

std::size_t lineStride(const PackedLines &lines, const BoundingBox &seen)
{
    std::size_t count = 0;
    for (const PackedLines::Group &group : lines.groups) {
        if (group.box.intersects(seen))
            count += group.end - group.begin;
    }
    return 1 + count / kMostLines;
}

bool fillBuckets(std::vector<LineBucket> &buckets, const LayerAttributes &attributes,
    const PackedLines &lines, const BoundingBox &seen, std::size_t stride,
    const Cancelled &cancelled)
{
    for (LineBucket &bucket : buckets)
        bucket.lines.clear();
    const bool oneStyle = attributes.styleOf.empty();
    std::size_t looked = 0;
    for (const PackedLines::Group &group : lines.groups) {
        if (!group.box.intersects(seen))
            continue;
        looked += group.end - group.begin;
        if (looked > kFeaturesBetweenLooks) {
            looked = 0;
            if (cancelled())
                return false;
        }
        for (std::size_t i = group.begin; i < group.end; i += stride) {
            const std::size_t feature = lines.feature[i];
            const std::size_t style = oneStyle        ? 0
                : feature < attributes.styleOf.size() ? attributes.styleOf[feature]
                                                      : LayerAttributes::kHidden;
            if (style < buckets.size() && buckets[style].shown)
                buckets[style].lines.push_back(std::uint32_t(i));
        }
    }
    return true;
}

} // namespace belvedere::ui
