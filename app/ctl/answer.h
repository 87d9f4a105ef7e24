// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QJsonObject>

#include <functional>
#include <optional>

namespace belvedere::ctl {

/// What a verb has to say, for scripts and for people.
struct Answer
{
    QJsonObject json;
    QString text;
    /// Set when the verb failed and `json` still says something about it (rejected rows).
    std::optional<Error> error = {};
};

using Verb = std::function<Result<Answer>()>;

} // namespace belvedere::ctl
