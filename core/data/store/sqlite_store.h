// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/store.h"

namespace belvedere {

/// A city folder with one SQLite database, `city.sqlite`.
class SqliteStore
{
public:
    /// Opens the city in `directory`.
    /// @return Errc::NotFound if there is none; Errc::Schema if it is of a newer version or no
    /// city; Errc::Io if it may not be read.
    [[nodiscard]] static Result<std::shared_ptr<Store>> open(const QString &directory);
    /// Makes the folder and an empty city in it; opens the city if one is there.
    [[nodiscard]] static Result<std::shared_ptr<Store>> openOrCreate(
        const QString &directory, const CityInfo &info);
};

} // namespace belvedere
