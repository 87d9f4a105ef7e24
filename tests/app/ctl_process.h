// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>

namespace belvedere {

/// What a call of belvederectl left behind.
struct CtlRun
{
    int status = -1; ///< -1 if it did not end by itself
    QString out;
    QString err;
    QJsonObject json; ///< empty unless `out` is exactly one JSON object
};

/// Calls the program that was built beside the tests.
/// @param interruptWhen  asked with what stands on standard error so far; true sends Ctrl+C.
[[nodiscard]] CtlRun runCtl(const QStringList &arguments, const QString &folder = {},
    const std::function<bool(const QString &err)> &interruptWhen = {});

} // namespace belvedere
