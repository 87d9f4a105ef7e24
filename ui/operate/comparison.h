// SPDX-License-Identifier: GPL-3.0-or-later
// What the values on the map are compared with: another time of the same quantity.
#pragma once

#include "operate/site_state.h"

#include <QString>

#include <array>

namespace belvedere::ui {

enum class Reference {
    Now,
    HourBefore,
    DayBefore,
    WeekBefore,
    Usual ///< mean of the same time of the week in the weeks before
};
inline constexpr std::array kReferences = {Reference::Now, Reference::HourBefore,
    Reference::DayBefore, Reference::WeekBefore, Reference::Usual};

/// "A day before", in the language of the program.
[[nodiscard]] QString referenceTitle(Reference reference);

/// The values to compare with, and when they were.
struct ReferenceStates
{
    std::vector<SiteState> states; ///< [N]
    TimeContext time;
    QString label; ///< "A day before, Thu 1 Mar 08:05"
};

/// @param time  what is shown; the reference lies at or before it, except Now.
[[nodiscard]] ReferenceStates referenceStates(
    const QuantityView &view, const TimeContext &time, Reference reference);

/// What is shown minus its reference; missing where either is.
[[nodiscard]] std::vector<float> differences(
    const std::vector<SiteState> &shown, const std::vector<SiteState> &reference);

/// Five classes around "no change", in the unit of the quantity. Of a speed more is better.
[[nodiscard]] ValueScale differenceScale(const QuantityView &view);

} // namespace belvedere::ui
