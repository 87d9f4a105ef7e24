// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/city_export.h"
#include "operate/operate_controller.h"

#include <QFuture>
#include <QObject>

namespace belvedere::ui {

/// Saves what the screen shows as data: CSV, GeoJSON or GeoPackage.
class DataExport : public QObject
{
    Q_OBJECT

public:
    DataExport(OperateController &controller, TaskPools &pools, QObject *parent = nullptr);

    void setStore(std::shared_ptr<Store> store) { m_store = std::move(store); }
    /// Asks for a file, then writes the sites with their values at the time shown.
    void saveSites(QWidget *window);
    /// Asks for a file, then writes the recording of the stretch of time shown; in the instant
    /// mode that of its day.
    void saveSeries(QWidget *window);
    [[nodiscard]] bool canSave() const { return m_store && m_controller.quantity(); }

Q_SIGNALS:
    void started(const QString &title, const QFuture<void> &future);
    void done(const QString &message);
    void failed(const belvedere::Error &error);

private:
    void save(QWidget *window, const QString &stem, ExportRequest request);

    OperateController &m_controller;
    TaskPools &m_pools;
    std::shared_ptr<Store> m_store;
    TaskSlot<ExportSummary> m_task;
};

} // namespace belvedere::ui
