// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/environment_text.h"

#include "common/format.h"
#include "common/quantity_names.h"

#include <QCoreApplication>
#include <QLocale>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::EnvironmentText)
};

QString dayText(const QDate &date)
{
    return QLocale().toString(date, Text::tr("d MMM yyyy", "date format"));
}

} // namespace

QString categoryTitle(const IndexCategory &category)
{
    return QCoreApplication::translate("AirQuality", category.name.toUtf8().constData());
}

QColor categoryColor(const IndexCategory &category)
{
    return QColor(category.colour);
}

const IndexCategory *categoryOf(const AirQualityStandard &standard, const AirQualityIndex &index)
{
    return index.index ? &standard.categoryOf(*index.index) : nullptr;
}

QString indexText(const AirQualityIndex &index)
{
    if (!index.index)
        return QStringLiteral("\u2013");
    const QString number = QLocale().toString(*index.index);
    return index.beyondScale ? number + QLatin1Char('+') : number;
}

QString pollutantList(const QStringList &pollutants)
{
    QStringList titles;
    for (const QString &pollutant : pollutants) {
        const QStringList either = pollutant.split(QLatin1Char('|'));
        QString title = channelTitle(either.value(0));
        for (qsizetype i = 1; i < either.size(); ++i)
            //: one of two pollutants
            title = Text::tr("%1 or %2").arg(title, channelTitle(either[i]));
        titles.append(title);
    }
    return titles.join(Text::tr(", ", "between the members of a list"));
}

QString noIndexText(AirTime what)
{
    switch (what) {
    case AirTime::Moment:
        return Text::tr("Too few hours were measured");
    case AirTime::Day:
        return Text::tr("Too few hours of the day so far");
    case AirTime::Forecast:
        return Text::tr("No live model forecasts it");
    }
    return {};
}

QString completenessText(const AirQualityIndex &index)
{
    if (index.missing.isEmpty())
        return {};
    //: of an index; %1 pollutants that were not measured
    return Text::tr("Incomplete: no %1").arg(pollutantList(index.missing));
}

QString averageTitle(int minutes)
{
    return formatDuration(minutes * 60.0);
}

QString validityText(const AirQualityStandard &standard, bool valid)
{
    if (!valid)
        //: %1 an index, %2 a day
        return standard.validTo.isValid() && standard.validTo < QDate::currentDate()
            ? Text::tr("No table of that time; %1 stands in, valid until %2")
                  .arg(standard.title, dayText(standard.validTo))
            : Text::tr("No table of that time; %1 stands in, valid from %2")
                  .arg(standard.title, dayText(standard.validFrom));
    if (!standard.validFrom.isValid())
        return standard.title;
    if (!standard.validTo.isValid())
        //: %1 an index, %2 a day
        return Text::tr("%1, valid since %2").arg(standard.title, dayText(standard.validFrom));
    //: %1 an index, %2 and %3 days
    return Text::tr("%1, valid %2 to %3")
        .arg(standard.title, dayText(standard.validFrom), dayText(standard.validTo));
}

QString airTimeTitle(AirTime what)
{
    switch (what) {
    case AirTime::Moment:
        return Text::tr("Moment");
    case AirTime::Day:
        return Text::tr("Day");
    case AirTime::Forecast:
        return Text::tr("Forecast");
    }
    return {};
}

QString airTimeHint(AirTime what)
{
    switch (what) {
    case AirTime::Moment:
        return Text::tr("The index of the hour shown, from the means that the standard asks for.");
    case AirTime::Day:
        return Text::tr("The index of the day shown, as far as it has been measured.");
    case AirTime::Forecast:
        return Text::tr("The highest index of the hours that the live models look ahead.");
    }
    return {};
}

QString surfaceMethodTitle(SurfaceMethod method)
{
    switch (method) {
    case SurfaceMethod::InverseDistance:
        return Text::tr("Inverse distance (power 2)");
    case SurfaceMethod::Kriging:
        return Text::tr("Ordinary kriging (60 km)");
    }
    return {};
}

std::vector<StandardFamily> standardFamilies(const QDate &date)
{
    std::vector<StandardFamily> families;
    for (const AirQualityStandard &standard : airQualityStandards()) {
        if (!families.empty() && families.back().family == standard.family)
            continue;
        const auto valid = airQualityStandardOn(standard.family, date);
        families.push_back({standard.family, valid ? (*valid)->title : standard.title});
    }
    return families;
}

} // namespace belvedere::ui
