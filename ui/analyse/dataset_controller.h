// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analyse/analyse_context.h"
#include "common/task_slot.h"

#include <QObject>

#include <vector>

namespace belvedere::ui {

/// The city's own data and its data sets, without their values.
class DatasetController : public QObject
{
    Q_OBJECT

public:
    explicit DatasetController(const AnalyseContext &context, QObject *parent = nullptr);

    /// Forgets the former store's data sets and loads the new one's.
    void setStore(std::shared_ptr<Store> store);

    /// By name.
    [[nodiscard]] const std::vector<Dataset> &datasets() const { return m_datasets; }
    /// Defaults until loaded.
    [[nodiscard]] const CityInfo &city() const { return m_city; }
    /// False until the first answer of the store.
    [[nodiscard]] bool loaded() const { return m_loaded; }
    /// Null if there is none of that name.
    [[nodiscard]] const Dataset *dataset(const QString &name) const;
    /// Tables of columns, by name.
    [[nodiscard]] const std::vector<TableInfo> &tables() const { return m_tables; }
    [[nodiscard]] const TableInfo *table(const QString &name) const;

    void reload();
    /// Takes the data set, or the table, out of the city; runs on it stay.
    void remove(const QString &name);

Q_SIGNALS:
    void datasetsChanged();
    void removed(const QString &name);
    void failed(const belvedere::Error &error);

private:
    struct Content
    {
        CityInfo city;
        std::vector<Dataset> datasets;
        std::vector<TableInfo> tables;
    };
    AnalyseContext m_context;
    CityInfo m_city;
    std::vector<Dataset> m_datasets;
    std::vector<TableInfo> m_tables;
    bool m_loaded = false;
    TaskSlot<Content> m_loading{this};
    TaskSlot<void> m_removing{this};
};

} // namespace belvedere::ui
