// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/log.h"

/// A programmer's assumption, alive in release builds: logs the place and runs `action`.
/// Never for input: that gets an Error.
#define BV_CHECK(condition, action)                                                                \
    if (Q_LIKELY(condition)) {                                                                     \
    } else {                                                                                       \
        qCCritical(belvedere::logBase, "check failed: %s (%s:%d)", #condition, __FILE__, __LINE__); \
        action;                                                                                    \
    }                                                                                              \
    do {                                                                                           \
    } while (false)
