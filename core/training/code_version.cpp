// SPDX-License-Identifier: GPL-3.0-or-later
#include "training/code_version.h"

namespace belvedere {

QString codeVersion()
{
    return QStringLiteral(BELVEDERE_CODE_VERSION);
}

} // namespace belvedere
