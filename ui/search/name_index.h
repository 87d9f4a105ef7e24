// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "search/fuzzy_match.h"
#include "search/search_provider.h"

#include <functional>

namespace belvedere::ui {

/// One thing that can be found by its name.
struct NamedThing
{
    QString name;
    QString detail;
    QVariant payload;
};

/// Many names prepared for searching: 100 000 take some milliseconds a query. Immutable; build it
/// and ask it in a worker.
class NameIndex
{
public:
    explicit NameIndex(std::vector<NamedThing> things);

    /// The best `limit`, best first; of equal ones the shorter, then by name. Empty if cancelled
    /// or if there is nothing in the query.
    [[nodiscard]] std::vector<SearchHit> search(
        const QString &query, int limit,
        const std::function<bool()> &cancelled = [] { return false; }) const;
    [[nodiscard]] std::size_t size() const { return m_things.size(); }

private:
    struct Found;

    [[nodiscard]] FuzzyView view(std::size_t i) const;
    void collect(const FuzzyQuery &query, bool typos, std::size_t limit,
        const std::function<bool()> &cancelled, std::vector<Found> &best) const;

    std::vector<NamedThing> m_things;
    std::u16string m_chars; // of all names, one after the other
    std::u16string m_initials;
    std::vector<std::uint8_t> m_bonus;
    std::vector<std::size_t> m_begin; // one more than names
    std::vector<std::uint64_t> m_masks;
    std::vector<std::uint64_t> m_initialsMasks; // 0 = no Han
};

} // namespace belvedere::ui
