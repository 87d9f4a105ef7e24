// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/dispersion/caline3.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

// Names follow the report's: Q1, W2, HL, SGY, SGZ, FET, CSL2 … (Benson 1979, FHWA/CA/TL-79/23).

namespace belvedere {

namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kRadPerDeg = kPi / 180.0;
constexpr double kMPerMile = 1609.344;
constexpr double kDeepCutM = -1.5; // below it a depressed road holds its air back
constexpr double kNoLidM = 1000.0;
constexpr double kFarM = 10000.0; // where the second point of the power laws lies
constexpr double kSqrt2 = std::numbers::sqrt2;

/// By stability A … F: σz at 10 km, σy at 1 m and at 10 km.
constexpr std::array<double, 6> kAz = {1112, 556, 353, 219, 124, 56};
constexpr std::array<double, 6> kAy1 = {0.46, 0.29, 0.18, 0.11, 0.087, 0.057};
constexpr std::array<double, 6> kAy2 = {1831, 1155, 717, 438, 346, 227};

/// Clockwise from north, 0 … 360.
double bearingDeg(PointM from, PointM to)
{
    const double angle = std::atan2(to.x - from.x, to.y - from.y) / kRadPerDeg;
    return angle < 0.0 ? angle + 360.0 : angle;
}

/// What of a link does not depend on the receptor.
struct LinkPlume
{
    const Caline3Link &link;
    double lengthM, bearing;
    double w2, q1, h, dstr;
    double phi, theta; // wind against link, any and folded into 0 … 90°, radians
    double base; // by which elements grow
    double py1, py2, pz1, pz2; // σ = p1 · distance^p2
};

LinkPlume linkPlume(const Caline3Site &site, const Caline3Weather &weather, const Caline3Link &link)
{
    LinkPlume plume{link, std::hypot(link.to.x - link.from.x, link.to.y - link.from.y),
        bearingDeg(link.from, link.to), link.mixingWidthM / 2.0, 0, 0, 1.0, 0, 0, 0, 0, 0, 0, 0};
    plume.q1 = link.factorGPerMile * 1e6 / kMPerMile * link.flowVehH / 3600.0;
    const bool onGround = link.road == Caline3Road::Depressed || link.road == Caline3Road::Fill;
    plume.h = onGround ? 0.0 : link.heightM;
    if (link.heightM < kDeepCutM)
        plume.dstr = 0.72 * std::pow(std::abs(link.heightM), 0.83);

    const double toward = std::fmod(weather.windFromDeg + 180.0, 360.0);
    const double phi = toward - plume.bearing;
    double theta = std::abs(phi);
    if (theta >= 270.0)
        theta = 360.0 - theta;
    else if (theta >= 180.0)
        theta -= 180.0;
    else if (theta > 90.0)
        theta = 180.0 - theta;
    plume.base = theta < 20.0 ? 1.1 : theta < 50.0 ? 1.5 : theta < 70.0 ? 2.0 : 4.0;
    plume.phi = phi * kRadPerDeg;
    plume.theta = theta * kRadPerDeg;

    const auto s = static_cast<std::size_t>(weather.stability);
    const double time3 = std::pow(site.averagingMinutes / 3.0, 0.2);
    const double time30 = std::pow(site.averagingMinutes / 30.0, 0.2);
    plume.py1 = kAy1[s] * std::pow(site.roughnessCm / 3.0, 0.2) * time3;
    const double py10 = kAy2[s] * std::pow(site.roughnessCm / 3.0, 0.07) * time3;
    plume.py2 = std::log(py10 / plume.py1) / std::log(kFarM);
    const double residence = plume.dstr * plume.w2 / weather.windSpeedMs;
    const double sgz1 = (1.8 + 0.11 * residence) * time30;
    const double sz10 = kAz[s] * std::pow(site.roughnessCm / 10.0, 0.07) * time3;
    plume.pz2 = std::log(sz10 / sgz1) / std::log(kFarM / plume.w2);
    plume.pz1 = std::sqrt(sz10 * sgz1) / std::pow(std::sqrt(kFarM * plume.w2), plume.pz2);
    return plume;
}

/// The receptor in the frame of a link.
struct Offset
{
    double across; // to the right of the link
    double along; // from its beginning
    double height;
};

Offset offsetOf(const LinkPlume &plume, const Caline3Receptor &receptor)
{
    const Caline3Link &link = plume.link;
    const double ex = (link.to.x - link.from.x) / plume.lengthM;
    const double ey = (link.to.y - link.from.y) / plume.lengthM;
    const double rx = receptor.at.x - link.from.x;
    const double ry = receptor.at.y - link.from.y;
    Offset offset{rx * ey - ry * ex, rx * ex + ry * ey, receptor.heightM};
    const double d = std::abs(offset.across);
    const double slope = 2.0 * std::abs(link.heightM);
    const bool shaped = link.road == Caline3Road::Depressed || link.road == Caline3Road::Fill;
    if (shaped && d < plume.w2 + slope)
        offset.height -= link.heightM * (d <= plume.w2 ? 1.0 : 1.0 - (d - plume.w2) / slope);
    return offset;
}

double cutFactor(const LinkPlume &plume, double across)
{
    const double depth = plume.link.heightM;
    const double d = std::abs(across);
    if (depth >= kDeepCutM || d >= plume.w2 - 3.0 * depth)
        return 1.0;
    if (d <= plume.w2)
        return plume.dstr;
    return plume.dstr - (plume.dstr - 1.0) * (d - plume.w2) / (-3.0 * depth);
}

/// Reflections by the ground and by the lid of the mixed layer.
double gaussianFactor(double sgz, double z, double h, double lid)
{
    double sum = 0.0;
    double before = 0.0;
    for (double image = 0.0;;) {
        const auto term = [&](double height) {
            const double argument = -0.5 * std::pow((height + 2.0 * image * lid) / sgz, 2.0);
            return argument < -44.0 ? 0.0 : std::exp(argument);
        };
        const double both = term(z + h) + term(z - h);
        sum += both;
        if (lid >= kNoLidM || (both + before == 0.0 && image <= 0.0))
            return sum;
        if (image <= 0.0) {
            image = 1.0 - image;
            before = 0.0;
        } else {
            image = -image;
            before = both;
        }
    }
}

/// What the ground takes (Ermak 1977): to be taken off the reflections.
double depositionFactor(double sgz, double kz, double z, double h, double v1)
{
    if (v1 == 0.0)
        return 0.0;
    const double lost = v1 * sgz / kz;
    const double argument = (lost + (z + h) / sgz) / kSqrt2;
    if (argument > 5.0)
        return 0.0;
    const double factor = std::sqrt(2.0 * kPi) * lost
        * std::exp(v1 * (z + h) / kz + 0.5 * lost * lost) * std::erfc(argument);
    return std::min(2.0, factor);
}

/// One element of a link from ed1 to ed2 along it, counted from the receptor's foot: an equal
/// finite line across the wind.
double elementConcentration(const LinkPlume &plume, const Caline3Site &site,
    const Caline3Weather &weather, const Offset &at, double ed1, double ed2)
{
    const double sine = std::sin(plume.theta), cosine = std::cos(plume.theta);
    const double el2 = std::abs(ed2 - ed1) / 2.0;
    const double ecld = -(ed1 + ed2) / 2.0;
    const double ell2 = plume.w2 * cosine + el2 * sine;
    const double csl2 = plume.theta >= std::atan(plume.w2 / el2) ? plume.w2 / sine : el2 / cosine;
    const double em2 = std::abs(el2 * sine - plume.w2 * cosine);
    const double en2 = (ell2 - em2) / 2.0;
    const double ye = ecld * std::sin(plume.phi) - at.across * std::cos(plume.phi);
    double fet = ecld * std::cos(plume.phi) + at.across * std::sin(plume.phi);
    if (fet <= -csl2)
        return 0.0;
    double qe = plume.q1 * csl2 / plume.w2;
    if (fet < csl2) { // within the element: emission from its upwind part alone
        fet = (csl2 + fet) / 2.0;
        qe = plume.q1 * fet / plume.w2;
    }
    const double sgy = plume.py1 * std::pow(fet, plume.py2);
    const double sgz = plume.pz1 * std::pow(fet, plume.pz2);
    const double u = weather.windSpeedMs;
    const double kz = sgz * sgz * u / (2.0 * fet);

    constexpr std::array<double, 5> kWeights = {0.25, 0.75, 1.0, 0.75, 0.25};
    const std::array<double, 5> widths = {en2, en2, 2.0 * em2, en2, en2};
    double strength = 0.0;
    double y = ye + ell2;
    double before = std::erf(y / sgy / kSqrt2);
    for (std::size_t j = 0; j < widths.size(); ++j) {
        y -= widths[j];
        const double now = std::erf(y / sgy / kSqrt2);
        strength += qe * kWeights[j] * (before - now) / 2.0;
        before = now;
    }
    const double vs = site.settlingCmS / 100.0;
    const double v1 = site.depositionCmS / 100.0 - vs / 2.0;
    const double settling =
        std::exp(-vs * (at.height - plume.h) / (2.0 * kz) - std::pow(vs * sgz / kz, 2.0) / 8.0);
    return strength / (std::sqrt(2.0 * kPi) * sgz * u) * cutFactor(plume, at.across) * settling
        * (gaussianFactor(sgz, at.height, plume.h, weather.mixingHeightM)
            - depositionFactor(sgz, kz, at.height, plume.h, v1));
}

double linkConcentration(const LinkPlume &plume, const Caline3Site &site,
    const Caline3Weather &weather, const Caline3Receptor &receptor)
{
    const Offset at = offsetOf(plume, receptor);
    const double first = -at.along;
    const double last = plume.lengthM - at.along;
    const auto element = [&](double from, double to) {
        return elementConcentration(
            plume, site, weather, at, std::max(from, first), std::min(to, last));
    };
    double sum = 0.0;
    double length = plume.link.mixingWidthM;
    for (double end = 0.0; end < last; length *= plume.base) {
        const double start = end;
        end += length;
        if (end > first)
            sum += element(start, end);
    }
    length = plume.link.mixingWidthM;
    for (double start = 0.0; start > first; length *= plume.base) {
        const double end = start;
        start -= length;
        if (start < last)
            sum += element(start, end);
    }
    return sum;
}

tl::unexpected<Error> outside(const char *text, double value, const QString &where = {})
{
    return failure(Errc::Usage, text, {QString::number(value)}, where);
}

Result<> checkSite(const Caline3Site &site, const Caline3Weather &weather)
{
    if (!(site.averagingMinutes >= 3.0 && site.averagingMinutes <= 120.0))
        return outside(
            QT_TRANSLATE_NOOP("Error", "CALINE3 averages over 3 to 120 minutes, not over %1."),
            site.averagingMinutes);
    if (!(site.roughnessCm >= 3.0 && site.roughnessCm <= 400.0))
        return outside(
            QT_TRANSLATE_NOOP("Error", "CALINE3 takes a roughness of 3 to 400 cm, not %1."),
            site.roughnessCm);
    if (!(weather.windSpeedMs >= 1.0 && std::isfinite(weather.windSpeedMs)))
        return outside(QT_TRANSLATE_NOOP("Error", "CALINE3 takes a wind from 1 m/s, not %1."),
            weather.windSpeedMs);
    if (!(weather.windFromDeg >= 0.0 && weather.windFromDeg <= 360.0))
        return outside(
            QT_TRANSLATE_NOOP("Error", "CALINE3 takes a wind direction of 0 to 360°, not %1."),
            weather.windFromDeg);
    if (!(weather.mixingHeightM > 0.0))
        return outside(QT_TRANSLATE_NOOP("Error", "The mixing height must be above 0 m, not %1."),
            weather.mixingHeightM);
    return {};
}

Result<> checkLink(const Caline3Link &link)
{
    const double length = std::hypot(link.to.x - link.from.x, link.to.y - link.from.y);
    if (!(link.mixingWidthM >= 10.0))
        return outside(
            QT_TRANSLATE_NOOP("Error", "CALINE3 takes a mixing width from 10 m, not %1."),
            link.mixingWidthM, link.name);
    if (!(length >= link.mixingWidthM))
        return outside(QT_TRANSLATE_NOOP("Error",
                           "CALINE3 takes links at least as long as wide; this one has %1 m."),
            length, link.name);
    if (!(std::abs(link.heightM) <= 10.0))
        return outside(QT_TRANSLATE_NOOP("Error", "CALINE3 takes heights of -10 to 10 m, not %1."),
            link.heightM, link.name);
    if (!(link.flowVehH >= 0.0 && link.factorGPerMile >= 0.0))
        return outside(
            QT_TRANSLATE_NOOP("Error", "Flow and emission factor start at 0; their product is %1."),
            link.flowVehH * link.factorGPerMile, link.name);
    return {};
}

} // namespace

Result<std::vector<std::vector<double>>> caline3(const Caline3Site &site,
    const Caline3Weather &weather, const std::vector<Caline3Link> &links,
    const std::vector<Caline3Receptor> &receptors)
{
    BV_TRY_VOID(checkSite(site, weather));
    std::vector<LinkPlume> plumes;
    plumes.reserve(links.size());
    for (const Caline3Link &link : links) {
        BV_TRY_VOID(checkLink(link));
        plumes.push_back(linkPlume(site, weather, link));
    }
    std::vector<std::vector<double>> result(receptors.size(), std::vector<double>(links.size()));
    for (std::size_t r = 0; r < receptors.size(); ++r) {
        for (std::size_t l = 0; l < links.size(); ++l)
            result[r][l] = linkConcentration(plumes[l], site, weather, receptors[r]);
    }
    return result;
}

} // namespace belvedere
