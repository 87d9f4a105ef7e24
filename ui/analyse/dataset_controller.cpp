// SPDX-License-Identifier: GPL-3.0-or-later
#include "analyse/dataset_controller.h"

#include <algorithm>

namespace belvedere::ui {

DatasetController::DatasetController(const AnalyseContext &context, QObject *parent)
    : QObject(parent)
    , m_context(context)
{
}

void DatasetController::setStore(std::shared_ptr<Store> store)
{
    m_context.store = std::move(store);
    m_city = {};
    m_datasets.clear();
    m_tables.clear();
    m_loaded = false;
    Q_EMIT datasetsChanged();
    reload();
}

const Dataset *DatasetController::dataset(const QString &name) const
{
    const auto found = std::find_if(
        m_datasets.begin(), m_datasets.end(), [&name](const Dataset &d) { return d.name == name; });
    return found == m_datasets.end() ? nullptr : &*found;
}

const TableInfo *DatasetController::table(const QString &name) const
{
    const auto found = std::find_if(
        m_tables.begin(), m_tables.end(), [&name](const TableInfo &t) { return t.name == name; });
    return found == m_tables.end() ? nullptr : &*found;
}

void DatasetController::reload()
{
    if (!m_context.store) {
        m_loading.cancel();
        return;
    }
    const auto load = [store = m_context.store](TaskContext &) -> Result<Content> {
        BV_TRY(auto city, store->cityInfo());
        BV_TRY(auto datasets, store->datasets());
        BV_TRY(auto tables, store->tables());
        return Content{std::move(city), std::move(datasets), std::move(tables)};
    };
    m_loading.start(runTask(m_context.pools->io, load), [this](Result<Content> content) {
        m_loaded = true;
        if (content) {
            m_city = std::move(content->city);
            m_datasets = std::move(content->datasets);
            m_tables = std::move(content->tables);
        } else {
            Q_EMIT failed(content.error());
        }
        Q_EMIT datasetsChanged();
    });
}

void DatasetController::remove(const QString &name)
{
    if (!m_context.store || m_removing.running())
        return;
    m_removing.start(
        runTask(m_context.pools->io,
            [store = m_context.store, name, isTable = table(name) != nullptr](TaskContext &) {
                return isTable ? store->removeTable(name) : store->removeDataset(name);
            }),
        [this, name](const Result<> &result) {
            if (result)
                Q_EMIT removed(name);
            else
                Q_EMIT failed(result.error());
            reload();
        });
}

} // namespace belvedere::ui
