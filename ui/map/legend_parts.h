// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces of a legend that are more than a row: a colour bar and the grid of doubt.
#pragma once

#include "map/map_renderer.h"
#include "map/value_scale.h"

#include <QFont>
#include <QStringList>

class QPainter;

namespace belvedere::ui {

struct ColorBar
{
    ValueScale scale;
    QStringList breaks; ///< texts of scale.breaks
    bool gradual = false;
    QFont font;

    static constexpr int kWidth = 200;
    [[nodiscard]] int height() const;
    /// In the square that begins at the painter's origin.
    void paint(QPainter &painter, ThemeMode theme) const;
};

/// Three values by four degrees of doubt.
struct DoubtGrid
{
    ValueScale scale;
    QString certain; ///< over the first column
    QString uncertain; ///< over the last
    QFont font;

    [[nodiscard]] QSize size() const;
    void paint(QPainter &painter, const RenderOptions &options) const;
};

} // namespace belvedere::ui
