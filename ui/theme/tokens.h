// SPDX-License-Identifier: GPL-3.0-or-later
// ui/theme owns how the program looks: colours, sizes, type, icons and the style of the standard
// widgets. It knows nothing about what is shown. Every colour and size has its one place here.
#pragma once

#include <QColor>

#include <array>

namespace belvedere::ui {

enum class ThemeMode { Dark, Light };

/// Space between and within things, in device-independent pixels.
namespace space {
inline constexpr int kHair = 2;
inline constexpr int kTiny = 4;
inline constexpr int kSmall = 8; ///< between panels, padding of a component
inline constexpr int kMedium = 12;
inline constexpr int kLarge = 16; ///< edge of a page
inline constexpr int kXLarge = 24;
inline constexpr int kXxLarge = 32;
inline constexpr int kHuge = 48;
} // namespace space

/// Heights and widths of type, in pixels.
namespace type {
inline constexpr int kCaption = 12;
inline constexpr int kDense = 13;
inline constexpr int kBody = 14;
inline constexpr int kSection = 16;
inline constexpr int kTitle = 20;
inline constexpr int kKpi = 30;
} // namespace type

namespace metric {
inline constexpr int kTarget = 24; ///< smallest side of anything that is clicked
inline constexpr int kControlHeight = 32;
inline constexpr int kFocusRing = 2;
inline constexpr int kRadius = 6; ///< of controls
inline constexpr int kPanelRadius = 8;
inline constexpr int kIcon = 20;
inline constexpr int kCommandBar = 48;
inline constexpr int kRail = 56;
} // namespace metric

/// The colours of one mode.
struct Tokens
{
    // Surfaces and lines
    QColor ground, panel, raised;
    QColor border; ///< decorative: between surfaces
    QColor controlBorder; ///< outline of what can be clicked: 3:1 against its surface
    QColor hover, pressed; ///< surface of a control under the pointer, and held down

    // Text
    QColor textPrimary, textSecondary;
    QColor textTertiary; ///< large text and graphics only
    QColor textDisabled; ///< inactive parts have no contrast to keep

    // Emphasis
    QColor accent, accentHover, accentPressed, textOnAccent;
    QColor selection; ///< surface of a selected row
    QColor focus;

    // Alarm priorities; always together with shape and letter
    QColor p1, p2, p3, p4, shelved;

    // States of a value
    QColor observed; ///< line of what was measured
    QColor forecast; ///< line and, made transparent, band
    QColor scenario; ///< what-if

    /// Ratio of speed to free flow: free, light, dense, slow, jam.
    std::array<QColor, 5> speedRamp;
    /// The same in the colours that people know; not told apart with every colour vision.
    std::array<QColor, 5> speedRampClassic;
    QColor noData;
    /// Low to high risk; dark: the lightest is the highest, light: the darkest.
    std::array<QColor, 6> riskRamp;
    /// Low to high amount of something neither good nor bad.
    std::array<QColor, 6> amountRamp;
    /// Difference B - A: better … no change … worse.
    std::array<QColor, 5> differenceRamp;
    /// Okabe and Ito 2008, fitted to the ground; add marker shapes beyond five.
    std::array<QColor, 7> categories;

    // The map's backdrop
    QColor mapGround, mapWater, mapWaterEdge, mapWetland;
    QColor mapGreen, mapWood, mapFarmland, mapSand;
    QColor mapBuiltUp, mapIndustrial, mapPaved, mapBuilding, mapBuildingEdge;
    QColor mapRoadMinor, mapRoadMajor, mapRoadCasing;
    QColor mapRail, mapPath, mapBoundary;
    QColor mapLabel, mapLabelWater, mapLabelHalo;
};

/// Line width of a band of speedRamp: a second coding beside the colour.
inline constexpr std::array<double, 5> kSpeedWidthPx = {1.5, 2.0, 3.0, 4.0, 5.0};

inline constexpr double kBandOpacity50 = 0.28;
inline constexpr double kBandOpacity90 = 0.14;
inline constexpr double kGridOpacity = 0.12;
inline constexpr double kLineWidthPx = 1.75;

[[nodiscard]] const Tokens &tokensOf(ThemeMode mode);

/// `color` with its opacity set, 0 … 1.
[[nodiscard]] QColor withOpacity(QColor color, double opacity);

/// `upper` laid over an opaque `lower`.
[[nodiscard]] QColor blended(const QColor &upper, const QColor &lower);

} // namespace belvedere::ui
