// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "map/viewport.h"

namespace belvedere::ui {

/// A smooth way from one view to another: it rises far enough that the ground never rushes by.
/// Source: van Wijk and Nuij 2003, "Smooth and efficient zooming and panning", equation 9, with
/// ρ = √2 as they found people to prefer.
class Flight
{
public:
    Flight() = default;
    Flight(const Viewport &from, const Viewport &to);

    /// @param t 0 … 1; exactly `from` at 0 and `to` at 1.
    [[nodiscard]] Viewport at(double t) const;
    /// Its length in the measure of the paper: 1 is about a screen's width, or a zoom by e^√2.
    [[nodiscard]] double length() const { return m_length; }

private:
    Viewport m_from;
    Viewport m_to;
    double m_distanceM = 0.0;
    double m_widthM = 1.0; ///< of the window at the start
    double m_r0 = 0.0;
    double m_length = 0.0;
};

} // namespace belvedere::ui
