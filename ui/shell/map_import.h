// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/task_pools.h"
#include "common/task_slot.h"
#include "data/store/store.h"

#include <QFuture>
#include <QObject>

class QWidget;

namespace belvedere::ui {

/// Brings maps into a city: OpenStreetMap extracts as its ground, districts and zones as layers,
/// files of raster tiles below it all.
class MapImport : public QObject
{
    Q_OBJECT

public:
    MapImport(TaskPools &pools, QObject *parent = nullptr);

    /// The kinds of files that start() takes, for a file dialog.
    [[nodiscard]] static QString fileFilter();
    [[nodiscard]] static bool isMapFile(const QString &file);
    /// @param crs  "EPSG:25832": what a layer's coordinates are; empty = what the file says.
    void choose(QWidget *window, std::shared_ptr<Store> store, const QString &crs = {});
    void start(std::shared_ptr<Store> store, const QString &file, const QString &crs = {});
    void removeLayer(std::shared_ptr<Store> store, const QString &name);
    /// An address with {z}, {x} and {y}; empty = no tiles any more.
    void setTileServer(std::shared_ptr<Store> store, const QString &urlTemplate);
    [[nodiscard]] bool busy() const { return m_task.running(); }
    void cancel() { m_task.cancel(); }

Q_SIGNALS:
    void started(const QString &title, const QFuture<void> &future);
    /// The city has another map.
    void done(const QString &message);
    void failed(const belvedere::Error &error);

private:
    void run(const QString &title, Task<QString> task);

    TaskPools &m_pools;
    TaskSlot<QString> m_task; // what is said when it is done
};

} // namespace belvedere::ui
