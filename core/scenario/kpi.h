// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace belvedere {

enum class KpiGroup { Travel, Access, Emission, Air, Safety, Emergency };
enum class BetterDirection { Less, More, Neither };

/// An indicator that scenarios are compared by.
struct KpiDefinition
{
    QString key; ///< "totalTravelTime": in files and for scripts
    const char *title = ""; ///< for translation in "Kpi", as all texts here
    QString unit;
    KpiGroup group = KpiGroup::Travel;
    BetterDirection better = BetterDirection::Less;
    int decimals = 1;
    const char *source = ""; ///< the formula and where it is published
    const char *validity = ""; ///< where it holds
};

/// All of them, in the order of a scoreboard.
[[nodiscard]] const std::vector<KpiDefinition> &kpiDefinitions();
/// @return Errc::NotFound listing the keys.
[[nodiscard]] Result<KpiDefinition> kpiDefinition(const QString &key);

/// 10 % and 90 % quantiles of an ensemble.
struct KpiRange
{
    double low = 0.0;
    double high = 0.0;
    friend bool operator==(KpiRange, KpiRange) = default;
};

struct KpiValue
{
    QString key;
    double value = 0.0;
    std::optional<KpiRange> range; ///< absent without an ensemble
    /// Why the value is less sure, each for translation in "Kpi"; empty = within its formula's
    /// range.
    std::vector<const char *> flags;
    std::vector<double> members; ///< [ensemble]; the same member is the same draw in all scenarios
};

/// Those that could be computed: without stations there is no response time.
using KpiValues = std::vector<KpiValue>;
/// Null if it was not computed.
[[nodiscard]] const KpiValue *findKpi(const KpiValues &values, const QString &key);

} // namespace belvedere
