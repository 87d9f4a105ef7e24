// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/preferences.h"

#include <QString>

namespace belvedere::ui {

/// From the unit that is stored to the one a person prefers to read.
struct UnitChange
{
    double factor = 1.0;
    double offset = 0.0;
    QString unit; ///< what is read

    [[nodiscard]] bool isNone() const { return factor == 1.0 && offset == 0.0; }
    [[nodiscard]] double toRead(double stored) const { return stored * factor + offset; }
    [[nodiscard]] double toStored(double read) const { return (read - offset) / factor; }
    [[nodiscard]] float toRead(float stored) const
    {
        return static_cast<float>(toRead(static_cast<double>(stored)));
    }
    [[nodiscard]] float toStored(float read) const
    {
        return static_cast<float>(toStored(static_cast<double>(read)));
    }
};

/// Speeds, temperatures, lengths and rain; any other unit stays as it is.
[[nodiscard]] UnitChange unitChange(const QString &stored, UnitSystem preferred);

} // namespace belvedere::ui
