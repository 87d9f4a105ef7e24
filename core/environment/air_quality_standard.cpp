// SPDX-License-Identifier: GPL-3.0-or-later
#include "environment/air_quality_standard.h"

#include "base/check.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringList>

#include <algorithm>
#include <array>

// Q_INIT_RESOURCE must stand outside of namespaces.
static void initAirQualityResource()
{
    Q_INIT_RESOURCE(air_quality);
}

namespace belvedere {

namespace {

struct Average
{
    const char *name;
    int minutes;
};
constexpr std::array<Average, 4> kAverages = {
    {{"15min", 15}, {"1h", 60}, {"8h", 480}, {"24h", 1440}}};

/// Families together, from old to new.
constexpr std::array<const char *, 9> kFiles = {"us-epa-2012", "us-epa-2024", "cn-hj633-2012",
    "cn-hj633-2026", "eu-2017", "eu-2021", "eu-2025", "uk-daqi", "caqi"};

std::vector<AirQualityStandard> readAll()
{
    initAirQualityResource();
    std::vector<AirQualityStandard> standards;
    for (const char *name : kFiles) {
        QFile file(QStringLiteral(":/air_quality/%1.json").arg(QLatin1String(name)));
        BV_CHECK(file.open(QIODevice::ReadOnly), continue);
        auto standard = parseAirQualityStandard(file.readAll(), QLatin1String(name));
        if (!standard)
            qCCritical(logBase, "%s", qUtf8Printable(standard.error().message()));
        else
            standards.push_back(std::move(*standard));
    }
    return standards;
}

} // namespace

const IndexTable *AirQualityStandard::table(const QString &pollutant, int averageMinutes) const
{
    for (const IndexTable &candidate : tables) {
        if (candidate.pollutant == pollutant
            && (averageMinutes == 0 ? candidate.usual : candidate.averageMinutes == averageMinutes))
            return &candidate;
    }
    return nullptr;
}

int AirQualityStandard::categoryIndex(int index) const
{
    const auto found = std::find_if(categories.begin(), categories.end() - 1,
        [index](const IndexCategory &category) { return index <= category.upTo; });
    return static_cast<int>(found - categories.begin());
}

const IndexCategory &AirQualityStandard::categoryOf(int index) const
{
    return categories[static_cast<std::size_t>(categoryIndex(index))];
}

bool AirQualityStandard::isValidOn(QDate date) const
{
    return date >= validFrom && (validTo.isNull() || date <= validTo);
}

const std::vector<AirQualityStandard> &airQualityStandards()
{
    static const std::vector<AirQualityStandard> standards = readAll();
    return standards;
}

Result<const AirQualityStandard *> airQualityStandard(const QString &id)
{
    QStringList known;
    for (const AirQualityStandard &standard : airQualityStandards()) {
        if (standard.id == id)
            return &standard;
        known += standard.id;
    }
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "There is no index standard \"%1\". There is: %2."),
        {id, known.join(QStringLiteral(", "))});
}

Result<const AirQualityStandard *> airQualityStandardOn(const QString &family, QDate date)
{
    QString wanted = family;
    if (const auto byId = airQualityStandard(family))
        wanted = (*byId)->family;
    const AirQualityStandard *best = nullptr;
    QStringList families;
    for (const AirQualityStandard &standard : airQualityStandards()) {
        if (!families.contains(standard.family))
            families += standard.family;
        if (standard.family == wanted && (best == nullptr || date >= standard.validFrom))
            best = &standard;
    }
    if (best == nullptr)
        return failure(Errc::NotFound,
            QT_TRANSLATE_NOOP("Error", "There is no index standard \"%1\". There is: %2."),
            {family, families.join(QStringLiteral(", "))});
    return best;
}

QString averageText(int minutes)
{
    for (const Average &average : kAverages) {
        if (average.minutes == minutes)
            return QString::fromLatin1(average.name);
    }
    return QStringLiteral("%1min").arg(minutes);
}

Result<int> parseAverage(const QString &text)
{
    for (const Average &average : kAverages) {
        if (text == QLatin1String(average.name))
            return average.minutes;
    }
    return failure(Errc::Usage,
        QT_TRANSLATE_NOOP("Error", "\"%1\" is no average. There is: 15min, 1h, 8h, 24h."), {text});
}

QString airQualityFamilyOf(const QTimeZone &zone)
{
    switch (zone.territory()) {
    case QLocale::China:
        return QStringLiteral("cn-hj633");
    case QLocale::UnitedKingdom:
        return QStringLiteral("uk-daqi");
    default:
        return zone.id().startsWith("Europe/") ? QStringLiteral("eu") : QStringLiteral("us-epa");
    }
}

} // namespace belvedere
