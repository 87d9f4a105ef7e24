// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task.h"
#include "map/opengl/opengl_backend.h"

#include <optional>

namespace belvedere::ui {

enum class BackendPreference {
    Automatic, ///< OpenGL where it is faster and paints the same, else raster
    Raster,
    OpenGl ///< also where it is slower or done by the processor, if it paints the same
};

/// From "auto", "raster" or "opengl".
[[nodiscard]] std::optional<BackendPreference> backendPreference(QStringView word);

struct BackendChoice
{
    std::shared_ptr<const MapBackend> backend; ///< its name() is for a status line
    std::optional<Error> declined; ///< why OpenGL was thought of and not taken
};

/// Called on the GUI thread, once and before the map needs it; until the task is done, paint with
/// RasterBackend. The task makes a context, has both backends paint a sample and times them: a
/// fraction of a second. With BackendPreference::Raster no driver is loaded at all. Let go of the
/// backend before the application is destroyed. `lost` is called on any thread, once.
[[nodiscard]] Task<BackendChoice> chooseBackend(
    BackendPreference preference, QThreadPool &pool,
    OpenGlBackend::LostHandler lost = [](const Error &) {});

} // namespace belvedere::ui
