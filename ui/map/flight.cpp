// SPDX-License-Identifier: GPL-3.0-or-later
#include "map/flight.h"

#include <algorithm>
#include <cmath>

namespace belvedere::ui {

namespace {

constexpr double kRho = 1.4142135623730951;
constexpr double kNoWayPx = 1e-3; // shorter: only the scale changes

} // namespace

Flight::Flight(const Viewport &from, const Viewport &to)
    : m_from(from)
    , m_to(to)
    , m_distanceM(std::hypot(to.centre.x - from.centre.x, to.centre.y - from.centre.y))
    , m_widthM(from.metersPerPixel * to.size.width())
{
    const double w0 = m_widthM;
    const double w1 = to.metersPerPixel * to.size.width();
    if (m_distanceM < kNoWayPx * std::min(from.metersPerPixel, to.metersPerPixel)) {
        m_distanceM = 0.0;
        m_length = std::abs(std::log(w1 / w0)) / kRho;
        return;
    }
    const double u = m_distanceM;
    const double rise = std::pow(kRho, 4.0) * u * u;
    const double b0 = (w1 * w1 - w0 * w0 + rise) / (2.0 * w0 * kRho * kRho * u);
    const double b1 = (w1 * w1 - w0 * w0 - rise) / (2.0 * w1 * kRho * kRho * u);
    // asinh(-b) is ln(√(b² + 1) - b) without the loss of digits.
    m_r0 = std::asinh(-b0);
    m_length = (std::asinh(-b1) - m_r0) / kRho;
}

Viewport Flight::at(double t) const
{
    if (t <= 0.0)
        return m_from.resized(m_to.size, m_to.devicePixelRatio);
    if (t >= 1.0)
        return m_to;
    Viewport view = m_to;
    if (m_distanceM == 0.0) {
        view.metersPerPixel =
            m_from.metersPerPixel * std::pow(m_to.metersPerPixel / m_from.metersPerPixel, t);
        view.centre = m_from.centre;
        return view;
    }
    const double r = kRho * t * m_length + m_r0;
    const double way =
        m_widthM / (kRho * kRho) * (std::cosh(m_r0) * std::tanh(r) - std::sinh(m_r0));
    const double part = way / m_distanceM;
    view.centre.x = m_from.centre.x + part * (m_to.centre.x - m_from.centre.x);
    view.centre.y = m_from.centre.y + part * (m_to.centre.y - m_from.centre.y);
    view.metersPerPixel = std::clamp(m_from.metersPerPixel * std::cosh(m_r0) / std::cosh(r),
        Viewport::kMinMetersPerPixel, Viewport::kMaxMetersPerPixel);
    return view;
}

} // namespace belvedere::ui
