// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "data/store/store.h"
#include "scenario/scenario_tree.h"

#include <memory>

namespace belvedere {

struct BaseCaseEntry
{
    QString hash;
    QString title;
    qint64 links = 0;
    qint64 zones = 0;
    bool syntheticDemand = false;
};

struct TreeEntry
{
    QString id;
    ScenarioTree tree;
};

/// Keeps base cases and scenarios with the city: documents of the store, and one file for each base
/// case in the folder "base_cases" of the city.
class ScenarioArchive
{
public:
    explicit ScenarioArchive(std::shared_ptr<Store> store);

    [[nodiscard]] Result<> addBase(const BaseCase &base);
    /// Newest first.
    [[nodiscard]] Result<std::vector<BaseCaseEntry>> bases() const;
    /// @return Errc::NotFound; Errc::Parse, Errc::Schema for a file that is damaged.
    [[nodiscard]] Result<std::shared_ptr<const BaseCase>> base(const QString &hash) const;
    [[nodiscard]] Result<> removeBase(const QString &hash);

    [[nodiscard]] Result<std::vector<TreeEntry>> trees() const;
    /// @param id  empty = a new one. @return the id.
    [[nodiscard]] Result<QString> writeTree(const QString &id, const ScenarioTree &tree);
    [[nodiscard]] Result<> removeTree(const QString &id);

private:
    std::shared_ptr<Store> m_store;
};

} // namespace belvedere
