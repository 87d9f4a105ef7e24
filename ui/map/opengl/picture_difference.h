// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace belvedere::ui {

/// How far two pictures are from being the same one.
struct PictureDifference
{
    double mean = 255.0; ///< of all channels of all pixels, 0 … 255
    double farShare = 1.0; ///< pixels of which a channel differs by more than 32, of all
    int largest = 255;

    /// What nobody sees, with a context as well as without.
    [[nodiscard]] bool isNothing() const { return mean <= 2.0 && farShare <= 0.02; }
};

/// The largest difference if they are not of one size.
[[nodiscard]] PictureDifference differenceOf(const QImage &a, const QImage &b);

} // namespace belvedere::ui
