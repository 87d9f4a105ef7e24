// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "traffic/assignment/assignment_network.h"

#include <QString>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace belvedere {

/// Names a link by the ids of its ends, so that people can read and write it and a file outlives
/// the order of links.
struct LinkKey
{
    std::int64_t from = 0;
    std::int64_t to = 0;
    int nth = 0; ///< among parallel links, in their order

    friend bool operator==(LinkKey, LinkKey) = default;
};

/// "10-16"; the second of parallel links "10-16#2".
[[nodiscard]] QString linkKeyText(LinkKey key);
/// @return Errc::Parse showing the form.
[[nodiscard]] Result<LinkKey> parseLinkKey(const QString &text);

/// Finds links by key and keys by link; links may be added.
class LinkIndex
{
public:
    explicit LinkIndex(const AssignmentNetworkData &network);

    [[nodiscard]] std::optional<std::size_t> find(LinkKey key) const;
    [[nodiscard]] LinkKey keyOf(std::size_t link) const { return m_keys[link]; }
    [[nodiscard]] std::size_t size() const { return m_keys.size(); }
    /// The next position gets the next key between these nodes.
    void add(std::int64_t fromId, std::int64_t toId);

private:
    std::vector<LinkKey> m_keys; // [links]
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<std::size_t>> m_links;
};

} // namespace belvedere
