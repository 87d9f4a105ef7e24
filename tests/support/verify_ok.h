// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QTest>

/// Fails the test with the error's message unless the Result holds a value.
#define VERIFY_OK(...)                                                                             \
    do {                                                                                           \
        const auto &verifiedResult = (__VA_ARGS__);                                                \
        QVERIFY2(verifiedResult.has_value(),                                                       \
            verifiedResult ? ""                                                                    \
                           : qUtf8Printable(                                                       \
                               verifiedResult.error().message() + verifiedResult.error().detail)); \
    } while (false)
