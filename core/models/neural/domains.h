// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace belvedere::neural {

/// Kinds of quantities that a trunk tells apart, the same numbers in every city, so that what was
/// learned in one serves in the next.
inline constexpr std::int64_t kDomainCount = 32;

/// The kind of a channel by its key, 0 … kDomainCount - 1. Keys that are not known share a few
/// numbers of their own.
[[nodiscard]] std::int64_t domainOf(const QString &channelKey);

} // namespace belvedere::neural
