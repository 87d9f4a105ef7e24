// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/safety_text.h"

#include "common/format.h"
#include "common/quantity_names.h"
#include "safety/incident_card.h"

#include <QCoreApplication>
#include <QLocale>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::SafetyText)
};

constexpr double kMetresPerKm = 1000.0;
constexpr int kPlaceDecimals = 2; // a kilometre: no address

} // namespace

QString surfaceId(SafetySurface surface)
{
    switch (surface) {
    case SafetySurface::Density:
        return QStringLiteral("density");
    case SafetySurface::Count:
        return QStringLiteral("count");
    case SafetySurface::Risk:
        return QStringLiteral("risk");
    case SafetySurface::HotSpots:
        return QStringLiteral("hot-spots");
    case SafetySurface::Change:
        return QStringLiteral("change");
    }
    return {};
}

QString surfaceTitle(SafetySurface surface)
{
    switch (surface) {
    case SafetySurface::Density:
        return Text::tr("Density");
    case SafetySurface::Count:
        return Text::tr("Count by cell");
    case SafetySurface::Risk:
        return Text::tr("Expected in the hour");
    case SafetySurface::HotSpots:
        return Text::tr("Hot and cold spots");
    case SafetySurface::Change:
        return Text::tr("Change");
    }
    return {};
}

QString surfaceHint(SafetySurface surface)
{
    switch (surface) {
    case SafetySurface::Density:
        return Text::tr("Kernel density: each incident spread over its surroundings. The wider the "
                        "bandwidth, the smoother.");
    case SafetySurface::Count:
        return Text::tr("How many incidents each cell had in the period.");
    case SafetySurface::Risk:
        return Text::tr("How many incidents a model expects in each cell in the hour shown, from "
                        "all that happened before this day. Point at a cell for how sure it is.");
    case SafetySurface::HotSpots:
        return Text::tr("Getis-Ord Gi*: cells that, with their neighbours, have clearly more or "
                        "fewer incidents than chance would give them.");
    case SafetySurface::Change:
        return Text::tr("Cells whose count differs from the period before by more than chance.");
    }
    return {};
}

QString typeTitle(const QString &type)
{
    return type.isEmpty() ? Text::tr("All types") : incidentTitle(type);
}

QString periodTitle(int days)
{
    return days > 0 ? Text::tr("%Ln day(s)", nullptr, days) : Text::tr("Everything so far");
}

QString distanceText(double metres)
{
    if (metres < kMetresPerKm)
        return formatValue(metres, Text::tr("m"), 0);
    const double km = metres / kMetresPerKm;
    return formatValue(km, Text::tr("km"), km == std::round(km) ? 0 : -1);
}

QString rangeText(UtcMs from, UtcMs to, const QTimeZone &zone)
{
    //: a stretch of time, from %1 to %2
    return Text::tr("%1 to %2").arg(formatDateTime(from, zone), formatDateTime(to, zone));
}

QString detectorTitle(WarningDetector detector)
{
    switch (detector) {
    case WarningDetector::EarsC1:
        return Text::tr("EARS C1");
    case WarningDetector::EarsC2:
        return Text::tr("EARS C2");
    case WarningDetector::EarsC3:
        return Text::tr("EARS C3");
    case WarningDetector::Cusum:
        return Text::tr("CUSUM");
    case WarningDetector::Scan:
        return Text::tr("Space-time scan");
    }
    return {};
}

QString detectorHint(WarningDetector detector)
{
    switch (detector) {
    case WarningDetector::EarsC1:
        return Text::tr("Compares each hour with the seven before it: finds sudden peaks.");
    case WarningDetector::EarsC2:
        return Text::tr("As C1, but leaves two hours between: a peak that builds up does not hide "
                        "itself.");
    case WarningDetector::EarsC3:
        return Text::tr("Adds up what C2 saw in the two hours before: late, but it finds rises "
                        "that no single hour "
                        "shows.");
    case WarningDetector::Cusum:
        return Text::tr("Adds up what is above the usual: finds small rises that last.");
    case WarningDetector::Scan:
        return Text::tr("Looks for circles on the map in which the last hours had too many "
                        "incidents, with a p value by simulation.");
    }
    return {};
}

QString alarmSubject(const Alarm &alarm)
{
    const auto place = [&alarm] {
        const QLocale locale;
        //: a place by its latitude and longitude
        return Text::tr("%1, %2").arg(locale.toString(alarm.centre->lat, 'f', kPlaceDecimals),
            locale.toString(alarm.centre->lon, 'f', kPlaceDecimals));
    };
    switch (alarm.scope) {
    case AlarmScope::City:
        return Text::tr("All incidents");
    case AlarmScope::Type:
        return incidentTitle(alarm.subject);
    case AlarmScope::Cell:
        //: %1 is the edge of a square, %2 its place
        return alarm.centre
            ? Text::tr("Square of %1 near %2").arg(distanceText(2.0 * alarm.radiusM), place())
            : alarm.subject;
    case AlarmScope::Cluster:
        //: %1 is the radius of a circle, %2 its place
        return alarm.centre
            ? Text::tr("Circle of %1 near %2").arg(distanceText(alarm.radiusM), place())
            : alarm.subject;
    }
    return {};
}

QString methodTitle(HotspotMethod method)
{
    switch (method) {
    case HotspotMethod::Count:
        return Text::tr("Count map, all history");
    case HotspotMethod::Count90:
        return Text::tr("Count map, 90 days");
    case HotspotMethod::Count28:
        return Text::tr("Count map, 28 days");
    case HotspotMethod::Kde:
        return Text::tr("Kernel density, 365 days");
    case HotspotMethod::StKde:
        return Text::tr("Space-time kernel density");
    case HotspotMethod::Risk:
        return Text::tr("Risk model");
    }
    return {};
}

QStringList cardSentences()
{
    QStringList sentences;
    for (const char *sentence : incidentCardSentences())
        sentences += QCoreApplication::translate("IncidentCard", sentence);
    return sentences;
}

} // namespace belvedere::ui
