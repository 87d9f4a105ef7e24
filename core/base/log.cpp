// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log.h"

namespace belvedere {

Q_LOGGING_CATEGORY(logBase, "belvedere.base")

} // namespace belvedere
