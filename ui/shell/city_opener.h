// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "data/store/store.h"
#include "models/forecaster.h"

namespace belvedere::ui {

/// A city that is ready to be shown.
struct OpenedCity
{
    std::shared_ptr<Store> store;
    CityInfo info;
};

/// The folder that the demo city lives in, below the user's own data.
[[nodiscard]] QString demoCityDirectory();

/// Opens the city in `directory`; an empty name means the demo city, which is made if it is not
/// there. Runs in the background.
[[nodiscard]] Result<OpenedCity> openCity(const QString &directory, const TaskContext &context);

/// Makes an empty city, named after its folder. Runs in the background.
/// @return Errc::Usage if something is there already.
[[nodiscard]] Result<OpenedCity> newCity(const QString &directory);

/// Gives each channel of a simulated city a first forecast (see deployBaseline). Runs in the
/// background, after the city is on the screen.
/// @return data sets whose models are new.
[[nodiscard]] Result<QStringList> deployFirstModels(
    std::shared_ptr<Store> store, const ForecasterFactory &factory, const TaskContext &context);

} // namespace belvedere::ui
