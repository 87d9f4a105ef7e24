// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/utc_time.h"
#include "safety/alarm.h"
#include "safety/hotspot_study.h"
#include "safety/safety_choice.h"

#include <QStringList>

namespace belvedere::ui {

/// "density", "count", "risk", "hot-spots", "change"
[[nodiscard]] QString surfaceId(SafetySurface surface);
[[nodiscard]] QString surfaceTitle(SafetySurface surface);
/// One sentence for those who do not know the method.
[[nodiscard]] QString surfaceHint(SafetySurface surface);

/// "EMS", or what stands for all of them.
[[nodiscard]] QString typeTitle(const QString &type);
/// "28 days", "Everything so far"
[[nodiscard]] QString periodTitle(int days);
/// "500 m", "2 km", "2.4 km"
[[nodiscard]] QString distanceText(double metres);
/// "Tue 3 Jan 2017 08:00 to …", without the end's last moment.
[[nodiscard]] QString rangeText(UtcMs from, UtcMs to, const QTimeZone &zone);

[[nodiscard]] QString detectorTitle(WarningDetector detector);
/// What it looks for, in one sentence.
[[nodiscard]] QString detectorHint(WarningDetector detector);
/// "All incidents", "EMS", "Square near 40.12, −75.34", "Circle of 1.2 km"
[[nodiscard]] QString alarmSubject(const Alarm &alarm);
/// The same for a narrow column: the place alone of what has one.
[[nodiscard]] QString shortAlarmSubject(const Alarm &alarm);

[[nodiscard]] QString methodTitle(HotspotMethod method);

/// What the data can and cannot mean, one sentence each.
[[nodiscard]] QStringList cardSentences();

} // namespace belvedere::ui
