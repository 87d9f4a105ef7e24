// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/overlay.h"

namespace belvedere {

// Overlays are kept in the city's folder as overlays/NAME.gpkg, each a GeoPackage that other
// programs can open. Functions may be called from any thread.

/// What is known of a kept overlay without reading its features.
struct OverlayEntry
{
    QString name;
    QString file;
    qint64 features = 0;
    QString origin;
    QString crs;
};

/// @return Errc::Usage for a name that cannot be a file's.
[[nodiscard]] Result<> checkOverlayName(const QString &name);

/// By name. A file that cannot be read is left out.
[[nodiscard]] Result<std::vector<OverlayEntry>> overlays(const QString &cityFolder);
/// Replaces one of the same name, all or nothing.
/// @return Errc::Usage for a name that cannot be a file's.
[[nodiscard]] Result<> saveOverlay(
    const QString &cityFolder, const Overlay &overlay, const TaskContext &context = {});
/// @return Errc::NotFound listing the names that exist.
[[nodiscard]] Result<Overlay> loadOverlay(
    const QString &cityFolder, const QString &name, const TaskContext &context = {});
[[nodiscard]] Result<> removeOverlay(const QString &cityFolder, const QString &name);
/// @return Errc::Usage if the new name is taken or cannot be a file's.
[[nodiscard]] Result<> renameOverlay(
    const QString &cityFolder, const QString &name, const QString &newName);

/// readOverlay() and saveOverlay(): what `import` and the import dialog call.
[[nodiscard]] Result<Overlay> importOverlay(const QString &cityFolder, const QString &file,
    const OverlayOptions &options = {}, const TaskContext &context = {});

} // namespace belvedere
