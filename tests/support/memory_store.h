// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/store.h"

#include <algorithm>
#include <functional>
#include <map>
#include <mutex>

namespace belvedere::test {

/// A store without a database, for tests that are about something else. A write of series
/// replaces the data set as a whole; nothing merges.
class MemoryStore : public Store
{
public:
    /// @param directory  exists; model files go there.
    explicit MemoryStore(QString directory)
        : m_directory(std::move(directory))
    {
    }

    /// Called before each write of documents; an error it returns is that of the write.
    std::function<Result<>(const QString &collection)> beforeDocuments = [](const QString &) {
        return Result<>();
    };

    [[nodiscard]] QString directory() const override { return m_directory; }

    [[nodiscard]] Result<CityInfo> cityInfo() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_info;
    }
    [[nodiscard]] Result<> setCityInfo(const CityInfo &info) override
    {
        const std::lock_guard lock(m_mutex);
        m_info = info;
        return {};
    }
    [[nodiscard]] Result<std::shared_ptr<const RoadNetwork>> roadNetwork() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_network;
    }
    [[nodiscard]] Result<std::shared_ptr<const Backdrop>> backdrop() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_backdrop;
    }
    [[nodiscard]] Result<> setGround(const RoadNetwork &network, const Backdrop &backdrop) override
    {
        const std::lock_guard lock(m_mutex);
        m_network = std::make_shared<const RoadNetwork>(network);
        m_backdrop = std::make_shared<const Backdrop>(backdrop);
        return {};
    }

    [[nodiscard]] Result<std::vector<Dataset>> datasets() const override
    {
        const std::lock_guard lock(m_mutex);
        std::vector<Dataset> all;
        for (const auto &[name, held] : m_datasets)
            all.push_back(held.dataset);
        return all;
    }
    [[nodiscard]] Result<Dataset> dataset(const QString &name) const override
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_datasets.find(name);
        if (it == m_datasets.end())
            return failure(Errc::NotFound, "No data set %1.", {name});
        return it->second.dataset;
    }
    [[nodiscard]] Result<std::shared_ptr<const Series>> series(
        const QString &dataset, TimeRange range = {}) const override
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_datasets.find(dataset);
        if (it == m_datasets.end())
            return failure(Errc::NotFound, "No data set %1.", {dataset});
        return cut(it->second.series, range);
    }
    [[nodiscard]] Result<SeriesWritten> writeSeries(
        const Dataset &dataset, const Series &series, const TaskContext & = {}) override
    {
        const std::lock_guard lock(m_mutex);
        Held &held = m_datasets[dataset.name];
        held = {dataset, series};
        held.dataset.axis = series.axis;
        held.dataset.channels = series.channels;
        return SeriesWritten{static_cast<qint64>(series.values.size()), 0};
    }
    [[nodiscard]] Result<> setSiteLinks(
        const QString &dataset, const std::vector<LinkId> &links) override
    {
        const std::lock_guard lock(m_mutex);
        std::vector<Site> &sites = m_datasets[dataset].dataset.sites;
        for (std::size_t i = 0; i < links.size() && i < sites.size(); ++i)
            sites[i].link = links[i];
        return {};
    }
    [[nodiscard]] Result<> removeDataset(const QString &name) override
    {
        const std::lock_guard lock(m_mutex);
        m_datasets.erase(name);
        return {};
    }

    [[nodiscard]] Result<std::vector<IncidentTable>> incidents(TimeRange = {}) const override
    {
        const std::lock_guard lock(m_mutex);
        return m_incidents;
    }
    [[nodiscard]] Result<> writeIncidents(const IncidentTable &table) override
    {
        const std::lock_guard lock(m_mutex);
        m_incidents.push_back(table);
        return {};
    }

    [[nodiscard]] Result<std::vector<TableInfo>> tables() const override
    {
        const std::lock_guard lock(m_mutex);
        std::vector<TableInfo> all;
        for (const auto &[name, table] : m_tables)
            all.push_back(table->info);
        return all;
    }
    [[nodiscard]] Result<std::shared_ptr<const ColumnTable>> table(
        const QString &name) const override
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_tables.find(name);
        if (it == m_tables.end())
            return failure(Errc::NotFound, "No table %1.", {name});
        return it->second;
    }
    [[nodiscard]] Result<> writeTable(const ColumnTable &table) override
    {
        const std::lock_guard lock(m_mutex);
        m_tables[table.info.name] = std::make_shared<const ColumnTable>(table);
        return {};
    }
    [[nodiscard]] Result<> removeTable(const QString &name) override
    {
        const std::lock_guard lock(m_mutex);
        m_tables.erase(name);
        return {};
    }

    [[nodiscard]] Result<std::vector<Document>> documents(const QString &collection) const override
    {
        const std::lock_guard lock(m_mutex);
        const auto it = m_documents.find(collection);
        return it == m_documents.end() ? std::vector<Document>() : it->second;
    }
    [[nodiscard]] Result<> writeDocuments(
        const QString &collection, const std::vector<Document> &documents) override
    {
        BV_TRY_VOID(beforeDocuments(collection));
        const std::lock_guard lock(m_mutex);
        std::vector<Document> &all = m_documents[collection];
        for (const Document &document : documents) {
            const auto it = std::find_if(all.begin(), all.end(),
                [&document](const Document &known) { return known.id == document.id; });
            if (it == all.end())
                all.push_back(document);
            else
                *it = document;
        }
        return {};
    }

private:
    struct Held
    {
        Dataset dataset;
        Series series;
    };

    static std::shared_ptr<const Series> cut(const Series &all, TimeRange range)
    {
        int first = 0;
        while (first < all.axis.count && all.axis.at(first) < range.from)
            ++first;
        int end = first;
        while (end < all.axis.count && all.axis.at(end) < range.to)
            ++end;
        auto part =
            std::make_shared<Series>(TimeAxis{all.axis.at(first), all.axis.stepMs, end - first},
                all.siteCount, all.channels);
        const auto begin = static_cast<std::ptrdiff_t>(all.offset(first, SiteId(0), 0));
        const auto size = static_cast<std::ptrdiff_t>(part->values.size());
        std::copy_n(all.values.begin() + begin, size, part->values.begin());
        std::copy_n(all.quality.begin() + begin, size, part->quality.begin());
        return part;
    }

    QString m_directory;
    mutable std::mutex m_mutex;
    CityInfo m_info;
    std::shared_ptr<const RoadNetwork> m_network = std::make_shared<const RoadNetwork>();
    std::shared_ptr<const Backdrop> m_backdrop = std::make_shared<const Backdrop>();
    std::map<QString, Held> m_datasets;
    std::vector<IncidentTable> m_incidents;
    std::map<QString, std::shared_ptr<const ColumnTable>> m_tables;
    std::map<QString, std::vector<Document>> m_documents;
};

} // namespace belvedere::test
