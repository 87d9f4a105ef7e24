// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <type_traits>

namespace belvedere {

/// An integer that cannot be mistaken for another kind of id. -1 means "none".
template<class Tag> struct TaggedId
{
    std::int32_t value = -1;

    constexpr TaggedId() = default;
    constexpr explicit TaggedId(std::int32_t v)
        : value(v)
    {
    }
    [[nodiscard]] constexpr bool valid() const { return value >= 0; }
    /// As an index into a vector; only for valid ids.
    [[nodiscard]] constexpr std::size_t index() const { return static_cast<std::size_t>(value); }

    friend constexpr bool operator==(TaggedId a, TaggedId b) { return a.value == b.value; }
    friend constexpr bool operator!=(TaggedId a, TaggedId b) { return a.value != b.value; }
    friend constexpr bool operator<(TaggedId a, TaggedId b) { return a.value < b.value; }
};

using NodeId = TaggedId<struct NodeTag>;
using LinkId = TaggedId<struct LinkTag>;
/// Position of a site in its data set's site list.
using SiteId = TaggedId<struct SiteTag>;

static_assert(std::is_trivially_copyable_v<LinkId>);

} // namespace belvedere

template<class Tag> struct std::hash<belvedere::TaggedId<Tag>>
{
    std::size_t operator()(belvedere::TaggedId<Tag> id) const noexcept
    {
        return std::hash<std::int32_t>()(id.value);
    }
};
