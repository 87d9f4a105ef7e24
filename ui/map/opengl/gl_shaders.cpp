// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/opengl/gl_shaders.h"

namespace belvedere::ui::shaders {

// One instance a segment. Its neighbours come along, so that each pixel of a line is painted by one
// segment alone, with the coverage of the line and not of the segment.
const char *const kSegmentVertex = R"(
layout(location = 0) in uvec2 segment;
uniform isamplerBuffer coordinates;
uniform samplerBuffer lengths; // metres from the line's first point
uniform ivec2 corner;
uniform vec4 placement; // pixels of a step, of the corner, of a metre
uniform vec2 pictureSize;
uniform float halfWidth;
uniform float extension;
uniform float offset;
uniform float grid; // steps of a pixel to which points are rounded
uniform bool rounded;
uniform bool dashed;
uniform float fineness; // samples of a pixel in each direction
flat out vec4 fromBefore; // point and direction
flat out vec4 fromHere;
flat out vec4 fromAfter;
flat out vec3 lengthOf; // before, here, after; 0 = none
flat out float passed; // pixels

vec2 onGrid(vec2 v)
{
    return floor(v * grid + 0.5) / grid;
}

vec2 at(int i)
{
    vec2 steps = vec2(texelFetch(coordinates, i).xy - corner);
    return onGrid(vec2(steps.x, -steps.y) * placement.x + placement.yz);
}

vec3 direction(vec2 from, vec2 to)
{
    vec2 d = to - from;
    float l = length(d);
    return l < 1.0 / 512.0 ? vec3(1.0, 0.0, 0.0) : vec3(d / l, l);
}

vec2 normal(vec3 d)
{
    return d.z > 0.0 ? vec2(-d.y, d.x) : vec2(0.0);
}

vec2 miter(vec2 a, vec2 b)
{
    vec2 sum = a + b;
    float squared = dot(sum, sum);
    return onGrid(sum * (squared > 0.0 ? min(2.0 / squared, 2.0) * offset : 0.0));
}

void main()
{
    int first = int(segment.x);
    int gaps = int(segment.y);
    int forward = gaps & 1023;
    int back = (gaps >> 10) & 1023;
    int beyond = (gaps >> 20) & 1023;
    vec2 p0 = at(first);
    vec2 p1 = at(first + forward);
    vec2 pa = at(first - back);
    vec2 pb = at(first + forward + beyond);
    vec3 before = direction(pa, p0);
    vec3 here = direction(p0, p1);
    vec3 after = direction(p1, pb);
    if (offset != 0.0) {
        vec2 n = normal(here);
        vec2 na = back > 0 ? normal(before) : n;
        vec2 nb = beyond > 0 ? normal(after) : n;
        p0 += miter(na, n);
        p1 += miter(n, nb);
        pa = back > 0 ? pa + na * offset : p0;
        pb = beyond > 0 ? pb + nb * offset : p1;
        before = direction(pa, p0);
        here = direction(p0, p1);
        after = direction(p1, pb);
    }
    fromBefore = vec4(pa, before.xy);
    fromHere = vec4(p0, here.xy);
    fromAfter = vec4(p1, after.xy);
    lengthOf = vec3(before.z, here.z, after.z);
    passed = dashed ? texelFetch(lengths, first).x * placement.w : 0.0;

    float across = halfWidth + (rounded ? 0.75 : 1.0) + (fineness - 1.0);
    float along = rounded ? across : across + extension;
    vec2 u = here.xy;
    vec2 p = (gl_VertexID & 2) == 0 ? p0 - u * along : p1 + u * along;
    p += vec2(-u.y, u.x) * ((gl_VertexID & 1) == 0 ? across : -across);
    bool nothing = here.z == 0.0 && !rounded;
    gl_Position = nothing ? vec4(2.0, 2.0, 0.0, 1.0) : vec4(2.0 * p / pictureSize - 1.0, 0.0, 1.0);
}
)";

// The same coverage as LineRasterizer's; see line_kernel.h.
const char *const kSegmentFragment = R"(
uniform vec4 color;
uniform float halfWidth;
uniform float extension;
uniform bool rounded;
uniform vec2 dash; // pixels of a dash and of a gap; 0 = no gaps
uniform bool hairline;
uniform float fineness;
flat in vec4 fromBefore;
flat in vec4 fromHere;
flat in vec4 fromAfter;
flat in vec3 lengthOf;
flat in float passed;
out vec4 pixel;

// Coverage minus one half by a half plane whose edge is at the distance t.
float halfOf(float t, vec2 n)
{
    vec2 m = abs(n);
    float a = max(m.x, m.y);
    float b = min(m.x, m.y);
    float outer = 0.5 * (a + b);
    t = clamp(t, -outer, outer);
    float e = max(abs(t) - 0.5 * (a - b), 0.0);
    float bend = b > 1e-5 ? e * e * 0.5 / b : 0.0;
    return (t - sign(t) * bend) / a;
}

float dashCover(float s, vec2 u)
{
    float period = dash.x + dash.y;
    float t = s - floor(s / period) * period;
    float sum = 0.0;
    for (int k = -1; k <= 1; ++k) {
        float from = t + float(k) * period;
        sum += max(halfOf(from, u) + halfOf(dash.x - from, u), 0.0);
    }
    return min(sum, 1.0);
}

float cut(vec2 d, vec2 u, float start, vec2 startNormal, float end, vec2 endNormal, float before)
{
    float across = dot(d, vec2(-u.y, u.x));
    float side = halfOf(across + halfWidth, u) - halfOf(across - halfWidth, u);
    float between = max(halfOf(start, startNormal) + halfOf(end, endNormal), 0.0);
    return side * between * (dash.y > 0.0 ? dashCover(before + dot(d, u), u) : 1.0);
}

float capsule(vec2 d, vec2 u, float l)
{
    float across = dot(d, vec2(-u.y, u.x));
    float along = dot(d, u);
    float over = along - clamp(along, 0.0, l);
    if (hairline)
        return max(1.0 - abs(across) / max(abs(u.x), abs(u.y)) - abs(over), 0.0);
    float distance = sqrt(across * across + over * over);
    return halfOf(distance + halfWidth, u) - halfOf(distance - halfWidth, u);
}

void main()
{
    vec2 x = floor(gl_FragCoord.xy / fineness) + 0.5;
    vec2 u = fromHere.zw;
    vec2 ua = fromBefore.zw;
    vec2 ub = fromAfter.zw;
    vec2 d = x - fromHere.xy;
    vec2 da = x - fromBefore.xy;
    vec2 db = x - fromAfter.xy;
    bool first = lengthOf.x == 0.0;
    bool last = lengthOf.z == 0.0;
    float here;
    float before = 0.0;
    float after = 0.0;
    if (rounded) {
        here = capsule(d, u, lengthOf.y);
        if (!first)
            before = capsule(da, ua, lengthOf.x);
        if (!last)
            after = capsule(db, ub, lengthOf.z);
    } else {
        // A plane through the bend that halves the angle cuts both, unless they turn too sharply.
        bool joinsBefore = !first && dot(ua, u) > 0.2;
        bool joinsAfter = !last && dot(u, ub) > 0.2;
        vec2 na = joinsBefore ? normalize(ua + u) : u;
        vec2 nb = joinsAfter ? normalize(u + ub) : u;
        float start = dot(d, na) + (first ? extension : 0.0);
        float end = -dot(db, nb) + (last ? extension : 0.0);
        here = cut(d, u, start, na, end, nb, passed);
        if (!first)
            before = cut(da, ua, dot(da, ua), ua, joinsBefore ? -dot(d, na) : -dot(d, ua),
                joinsBefore ? na : ua, passed - lengthOf.x);
        if (!last)
            after = cut(db, ub, joinsAfter ? dot(db, nb) : dot(db, ub), joinsAfter ? nb : ub,
                lengthOf.z - dot(db, ub), ub, passed + lengthOf.y);
    }
    // Where two cover all of a pixel, neither must leave it to the other because of rounding, or
    // because the other ends sooner than can be seen from here. If opaque, both may paint it.
    bool full = color.a >= 1.0 && here > 0.996;
    if (here <= 0.0 || (!full && (before >= here || after > here)))
        discard;
    float covered = rounded ? here : min(here + before + after, 1.0);
    pixel = color * (floor(covered * 256.0 + 0.5) / 256.0);
}
)";

// One instance a trapezoid: y below and above, then x of the lower and of the upper corners.
const char *const kPatchVertex = R"(
layout(location = 0) in uvec2 patchAndColor;
uniform isamplerBuffer trapezoids;
uniform ivec2 corner;
uniform vec4 placement;
uniform vec2 pictureSize;
flat out vec4 color;

void main()
{
    int first = 3 * int(patchAndColor.x);
    bool above = (gl_VertexID & 2) != 0;
    bool right = (gl_VertexID & 1) != 0;
    ivec2 heights = texelFetch(trapezoids, first).xy;
    ivec2 sides = texelFetch(trapezoids, first + (above ? 2 : 1)).xy;
    ivec2 at = ivec2(right ? sides.y : sides.x, above ? heights.y : heights.x);
    vec2 steps = vec2(at - corner);
    vec2 p = vec2(steps.x, -steps.y) * placement.x + placement.yz;
    uint c = patchAndColor.y;
    color = vec4(float(c & 255u), float((c >> 8) & 255u), float((c >> 16) & 255u), float(c >> 24))
        / 255.0;
    gl_Position = vec4(2.0 * p / pictureSize - 1.0, 0.0, 1.0);
}
)";

const char *const kPatchFragment = R"(
flat in vec4 color;
out vec4 pixel;

void main()
{
    pixel = color;
}
)";

const char *const kSpriteVertex = R"(
layout(location = 0) in ivec4 places; // in the picture, in the atlas
layout(location = 1) in ivec2 spriteSize;
uniform vec2 pictureSize;
flat out ivec2 toAtlas;

void main()
{
    vec2 corner = vec2((gl_VertexID & 1) != 0, (gl_VertexID & 2) != 0);
    vec2 p = vec2(places.xy) + corner * vec2(spriteSize);
    toAtlas = places.zw - places.xy;
    gl_Position = vec4(2.0 * p / pictureSize - 1.0, 0.0, 1.0);
}
)";

const char *const kSpriteFragment = R"(
uniform sampler2D atlas;
flat in ivec2 toAtlas;
out vec4 pixel;

void main()
{
    pixel = texelFetch(atlas, ivec2(floor(gl_FragCoord.xy)) + toAtlas, 0);
}
)";

// As SurfacePainter, with the values between the cells.
const char *const kSurfaceFragment = R"(
uniform samplerBuffer values; // above 1e38: not known
uniform samplerBuffer uncertainties;
uniform samplerBuffer table;
uniform ivec2 cells; // columns, rows
uniform vec4 placement; // column and row of the corner, and by pixel
uniform bool smoothly;
uniform bool isForecast;
uniform bool hasDoubt;
uniform int colors;
uniform int breaks;
uniform vec2 ramp; // value of the first gradual colour, and by colour
uniform ivec2 forecast; // spacing and phase
uniform ivec2 doubt[4];
uniform float hatchHalf;
uniform float opacity;
uniform float hatchOpacity;
uniform float forecastPaler;
uniform vec4 ink;
uniform vec4 ground;
out vec4 pixel;

const float kUnknown = 1e38;

float known(samplerBuffer field, ivec2 cell, float other)
{
    ivec2 inside = clamp(cell, ivec2(0), cells - 1);
    float v = texelFetch(field, inside.y * cells.x + inside.x).x;
    return v > kUnknown ? other : v;
}

// The value and the length of its gradient by cell.
vec2 sampled(samplerBuffer field, vec2 at)
{
    float nearest = texelFetch(field, min(int(at.y), cells.y - 1) * cells.x
        + min(int(at.x), cells.x - 1)).x;
    if (!smoothly || nearest > kUnknown)
        return vec2(nearest, 0.0);
    vec2 p = at - 0.5;
    ivec2 first = ivec2(floor(p));
    vec2 f = p - vec2(first);
    float nw = known(field, first, nearest);
    float ne = known(field, first + ivec2(1, 0), nearest);
    float sw = known(field, first + ivec2(0, 1), nearest);
    float se = known(field, first + ivec2(1, 1), nearest);
    float north = nw + f.x * (ne - nw);
    float south = sw + f.x * (se - sw);
    float dx = (ne - nw) * (1.0 - f.y) + (se - sw) * f.y;
    return vec2(north + f.y * (south - north), length(vec2(dx, south - north)));
}

vec4 colorAt(float value, float perPixel)
{
    if (breaks == 0) {
        if (colors == 1)
            return texelFetch(table, 0);
        float at = clamp((value - ramp.x) / ramp.y, 0.0, float(colors - 1) - 0.001);
        int i = int(at);
        return mix(texelFetch(table, i), texelFetch(table, i + 1), at - float(i));
    }
    int band = 0;
    while (band < breaks && value >= texelFetch(table, colors + band).x)
        ++band;
    band = min(band, colors - 1);
    vec4 color = texelFetch(table, band);
    if (perPixel <= 0.0)
        return color;
    if (band + 1 < colors && band < breaks) {
        float above = (texelFetch(table, colors + band).x - value) / perPixel;
        if (above < 0.5)
            return mix(color, texelFetch(table, band + 1), 0.5 - above);
    }
    if (band > 0) {
        float below = (value - texelFetch(table, colors + band - 1).x) / perPixel;
        if (below < 0.5)
            return mix(color, texelFetch(table, band - 1), 0.5 - below);
    }
    return color;
}

float hatchAt(ivec2 hatch, ivec2 at)
{
    if (hatch.x <= 0)
        return 0.0;
    int along = (at.x + at.y + hatch.y) % hatch.x;
    float distance = float(min(along, hatch.x - along)) * 0.70710678;
    return clamp(hatchHalf + 0.5 - distance, 0.0, 1.0);
}

void main()
{
    ivec2 at = ivec2(floor(gl_FragCoord.xy));
    vec2 cell = placement.xy + (vec2(at) + 0.5) * placement.zw;
    if (cell.x < 0.0 || cell.y < 0.0 || cell.x >= float(cells.x) || cell.y >= float(cells.y))
        discard;
    vec2 value = sampled(values, cell);
    if (value.x > kUnknown)
        discard;
    vec4 color = colorAt(value.x, smoothly ? value.y * placement.z : 0.0);
    if (isForecast) {
        vec4 pale = vec4(mix(color.rgb, ground.rgb, forecastPaler), color.a);
        color = mix(pale, color, hatchAt(forecast, at));
    }
    if (hasDoubt) {
        float u = sampled(uncertainties, cell).x;
        if (u < kUnknown) {
            u = clamp(u, 0.0, 1.0);
            float most = max(max(color.r, color.g), color.b);
            float least = min(min(color.r, color.g), color.b);
            color.rgb = mix(color.rgb, vec3(0.5 * (most + least)), u);
            int step = min(int(floor(u * 3.0 + 0.5)), 3);
            color.rgb = mix(color.rgb, ink.rgb, hatchOpacity * hatchAt(doubt[step], at));
        }
    }
    float a = color.a * opacity;
    pixel = vec4(color.rgb * a, a);
}
)";

const char *const kPictureVertex = R"(
void main()
{
    gl_Position = vec4(vec2((gl_VertexID & 1) != 0, (gl_VertexID & 2) != 0) * 4.0 - 1.0, 0.0, 1.0);
}
)";

const char *const kPictureFragment = R"(
uniform sampler2D picture;
uniform int fineness; // texels of a pixel in each direction
out vec4 pixel;

void main()
{
    ivec2 first = ivec2(floor(gl_FragCoord.xy)) * fineness;
    vec4 sum = vec4(0.0);
    for (int y = 0; y < fineness; ++y) {
        for (int x = 0; x < fineness; ++x)
            sum += texelFetch(picture, first + ivec2(x, y), 0);
    }
    pixel = sum / float(fineness * fineness);
}
)";

} // namespace belvedere::ui::shaders
