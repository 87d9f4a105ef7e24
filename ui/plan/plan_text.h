// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scenario/comparison.h"
#include "scenario/scenario_tree.h"

#include <QString>

namespace belvedere::ui {

/// In the language of the program: the person's name of it, or what it does, and when.
[[nodiscard]] QString editText(const Edit &edit, const BaseCase *base);
/// What it does.
[[nodiscard]] QString bodyText(const EditBody &body, const BaseCase *base);
/// "16:00–19:00"
[[nodiscard]] QString windowText(DayWindow window);

[[nodiscard]] QString kpiTitle(const KpiDefinition &definition);
/// The value and, in brackets, the range if there is one; a star where it is less sure.
[[nodiscard]] QString kpiText(const KpiDefinition &definition, const KpiValue &value);
/// Why a value is less sure and where its formula holds, for a tip.
[[nodiscard]] QString kpiTip(const KpiDefinition &definition, const KpiValue &value);
[[nodiscard]] QString quantityTitle(LinkQuantity quantity);

/// "9.8 % better", "no change", "12 % more": better and worse in words.
[[nodiscard]] QString verdictText(Verdict verdict, double change, double relative);
/// The same word for the whole scale of a difference, from the most negative to the most positive.
[[nodiscard]] QStringList differenceLabels(LinkQuantity quantity);
/// Decimals that tell values of this size apart.
[[nodiscard]] int decimalsOf(LinkQuantity quantity);

} // namespace belvedere::ui
