// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/base_case.h"

#include <QHash>
#include <QStringList>

#include <vector>

namespace belvedere::ui {

/// Finds the links of a road by its name, or one by its ends.
class RoadIndex
{
public:
    RoadIndex() = default;
    explicit RoadIndex(const BaseCase &base);

    /// Of all roads, each once.
    [[nodiscard]] const QStringList &titles() const { return m_titles; }
    /// The same road in both directions and all its parts.
    [[nodiscard]] std::vector<std::size_t> linksOf(const QString &title) const;
    /// What a person typed: a name, its beginning or a part of it, or "10-16".
    /// @return Errc::NotFound, or Errc::Usage if several roads could be meant, naming some.
    [[nodiscard]] Result<std::vector<std::size_t>> find(const QString &text) const;

private:
    QStringList m_titles;
    QHash<QString, std::vector<std::size_t>> m_links; // by title in lower case
};

} // namespace belvedere::ui
