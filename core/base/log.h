// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace belvedere {

// qCWarning: handled but unusual. qCCritical: a bug; it fails tests.
Q_DECLARE_LOGGING_CATEGORY(logBase)

} // namespace belvedere
