// SPDX-License-Identifier: GPL-3.0-or-later
#include "significance_text.h"

#include "text_table.h"

namespace belvedere::ctl {

QString significanceText(const Significance &significance, const QString &unit)
{
    return QStringLiteral("MAE %1 against %2 of %3 over %4 days: %5 %6 (95 % from %7 to %8), "
                          "p = %9\n")
        .arg(numberText(significance.mae, 3), numberText(significance.rivalMae, 3),
            significance.rival, numberText(significance.days, 1),
            numberText(significance.difference, 3), unit, numberText(significance.lower, 3),
            numberText(significance.upper, 3), numberText(significance.pValue, 4));
}

} // namespace belvedere::ctl
