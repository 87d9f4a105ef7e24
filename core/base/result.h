// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

#include <utility>

namespace belvedere {

/// A value or an Error. Only the member names of std::expected are used, so that the alias can
/// become it. Never call value(): it throws. Test, then use *r or r->.
template<class T = void> using Result = tl::expected<T, Error>;

/// return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "Line %1 has …"), {line});
[[nodiscard]] inline tl::unexpected<Error> failure(
    Errc code, const char *text, QStringList args = {}, QString where = {}, QString detail = {})
{
    return tl::unexpected<Error>(
        Error{code, text, std::move(args), std::move(where), std::move(detail)});
}

[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}

[[nodiscard]] inline tl::unexpected<Error> cancelledFailure()
{
    return failure(Errc::Cancelled, QT_TRANSLATE_NOOP("Error", "Cancelled."));
}

} // namespace belvedere

#define BV_CONCAT_INNER(a, b) a##b
#define BV_CONCAT(a, b) BV_CONCAT_INNER(a, b)

/// BV_TRY(auto value, expression): takes the value out of a Result or returns its error.
#define BV_TRY(declaration, ...)                                                                   \
    auto BV_CONCAT(bvTry, __LINE__) = (__VA_ARGS__);                                               \
    if (!BV_CONCAT(bvTry, __LINE__))                                                               \
        return ::belvedere::failure(std::move(BV_CONCAT(bvTry, __LINE__).error()));                \
    declaration = std::move(*BV_CONCAT(bvTry, __LINE__))

/// BV_TRY_VOID(expression): the same for Result<void>.
#define BV_TRY_VOID(...)                                                                           \
    do {                                                                                           \
        if (auto bvTryVoid = (__VA_ARGS__); !bvTryVoid)                                            \
            return ::belvedere::failure(std::move(bvTryVoid.error()));                             \
    } while (false)
