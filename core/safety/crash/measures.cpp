// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/crash/measures.h"

#include "base/check.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

// Q_INIT_RESOURCE must stand outside of namespaces.
static void initCrashResource()
{
    Q_INIT_RESOURCE(crash);
}

namespace belvedere {

namespace {

/// Titles as the file has them, for lupdate; tst_crash_measures compares.
[[maybe_unused]] constexpr const char *kTitles[] = {
    QT_TRANSLATE_NOOP("CrashMeasures", "Roundabout instead of a two-way stop"),
    QT_TRANSLATE_NOOP("CrashMeasures", "Roundabout instead of signals"),
    QT_TRANSLATE_NOOP("CrashMeasures", "Refuge island at a marked crossing"),
    QT_TRANSLATE_NOOP("CrashMeasures", "Raised median at an unmarked crossing"),
    QT_TRANSLATE_NOOP("CrashMeasures", "Road diet, four lanes to three"),
    QT_TRANSLATE_NOOP("CrashMeasures", "Leading pedestrian interval"),
    QT_TRANSLATE_NOOP("CrashMeasures", "Pedestrian hybrid beacon"),
    QT_TRANSLATE_NOOP("CrashMeasures", "Rapid flashing beacon at a crossing"),
    QT_TRANSLATE_NOOP("CrashMeasures", "Zone of 30 km/h or 20 mph"),
    QT_TRANSLATE_NOOP("CrashMeasures", "Speed humps"),
    QT_TRANSLATE_NOOP("CrashMeasures", "Speed cameras"),
};

tl::unexpected<Error> badMeasure(const QString &file, const QString &id, const char *field)
{
    return failure(Errc::Schema,
        QT_TRANSLATE_NOOP("Error", "In %1, the measure \"%2\" has no usable \"%3\"."),
        {file, id, QLatin1String(field)});
}

/// @return false for a factor that is there and makes no sense.
bool readFactor(const QJsonValue &value, std::optional<double> &factor)
{
    if (value.isUndefined())
        return true;
    factor = value.toDouble(-1.0);
    return *factor > 0.0 && *factor < 10.0;
}

Result<CrashMeasure> readMeasure(const QJsonValue &json, const QString &file)
{
    CrashMeasure measure;
    measure.id = json[QLatin1String("id")].toString();
    measure.title = json[QLatin1String("title")].toString();
    measure.source = json[QLatin1String("source")].toString();
    measure.junction = json[QLatin1String("junction")].toBool();
    measure.checked = json[QLatin1String("checked")].toBool();
    measure.stars = json[QLatin1String("stars")].toInt();
    for (const QJsonValue &other : json[QLatin1String("excludes")].toArray())
        measure.excludes += other.toString();
    if (measure.id.isEmpty() || measure.title.isEmpty())
        return badMeasure(file, measure.id, "id, title");
    if (measure.source.isEmpty())
        return badMeasure(file, measure.id, "source");
    if (!readFactor(json[QLatin1String("all")], measure.all)
        || !readFactor(json[QLatin1String("injury")], measure.injury)
        || !readFactor(json[QLatin1String("pedestrian")], measure.pedestrian)
        || (!measure.all && !measure.injury && !measure.pedestrian))
        return badMeasure(file, measure.id, "all, injury, pedestrian");
    const double first = measure.all ? *measure.all
        : measure.injury             ? *measure.injury
                                     : *measure.pedestrian;
    if (!readFactor(json[QLatin1String("low")], measure.low)
        || !readFactor(json[QLatin1String("high")], measure.high)
        || measure.low.value_or(first) > first || measure.high.value_or(first) < first)
        return badMeasure(file, measure.id, "low, high");
    if (measure.stars < 0 || measure.stars > 5)
        return badMeasure(file, measure.id, "stars");
    return measure;
}

QByteArray measuresFile()
{
    initCrashResource();
    QFile file(QStringLiteral(":/crash/measures.json"));
    BV_CHECK(file.open(QIODevice::ReadOnly), return {});
    return file.readAll();
}

double onInjury(const CrashMeasure &measure)
{
    return measure.injury.value_or(measure.all.value_or(1.0));
}

double onPedestrians(const CrashMeasure &measure)
{
    return measure.pedestrian.value_or(onInjury(measure));
}

/// What it does where it does most.
double strength(const CrashMeasure &measure)
{
    return std::min({measure.all.value_or(1.0), onInjury(measure), onPedestrians(measure)});
}

Result<> checkTogether(const std::vector<CrashMeasure> &measures)
{
    for (std::size_t i = 0; i < measures.size(); ++i) {
        for (std::size_t j = i + 1; j < measures.size(); ++j) {
            if (measures[i].id == measures[j].id)
                return failure(Errc::Usage,
                    QT_TRANSLATE_NOOP("Error", "The measure \"%1\" stands twice."),
                    {measures[i].id});
            if (measures[i].excludes.contains(measures[j].id)
                || measures[j].excludes.contains(measures[i].id))
                return failure(Errc::Usage,
                    QT_TRANSLATE_NOOP("Error",
                        "The measures \"%1\" and \"%2\" exclude each other: take one of them "
                        "away."),
                    {measures[i].id, measures[j].id});
        }
    }
    return {};
}

} // namespace

const std::vector<CrashMeasure> &crashMeasures()
{
    static const std::vector<CrashMeasure> measures = [] {
        auto read = parseCrashMeasures(measuresFile(), QStringLiteral("measures.json"));
        if (!read)
            qCCritical(logBase, "%s", qUtf8Printable(read.error().message()));
        return read ? std::move(*read) : std::vector<CrashMeasure>();
    }();
    return measures;
}

Result<CrashMeasure> crashMeasure(const QString &id)
{
    QStringList known;
    for (const CrashMeasure &measure : crashMeasures()) {
        if (measure.id == id)
            return measure;
        known += measure.id;
    }
    return failure(Errc::NotFound,
        QT_TRANSLATE_NOOP("Error", "There is no crash measure \"%1\". There is: %2."),
        {id, known.join(QStringLiteral(", "))});
}

Result<CombinedMeasures> combineMeasures(const QStringList &ids)
{
    std::vector<CrashMeasure> measures;
    for (const QString &id : ids) {
        BV_TRY(CrashMeasure measure, crashMeasure(id));
        measures.push_back(std::move(measure));
    }
    BV_TRY_VOID(checkTogether(measures));
    std::stable_sort(measures.begin(), measures.end(),
        [](const CrashMeasure &a, const CrashMeasure &b) { return strength(a) < strength(b); });
    CombinedMeasures combined;
    for (std::size_t i = 0; i < measures.size(); ++i) {
        if (i >= static_cast<std::size_t>(kMostMeasures)) {
            combined.leftOut += measures[i].id;
            continue;
        }
        combined.all *= measures[i].all.value_or(1.0);
        combined.injury *= onInjury(measures[i]);
        combined.pedestrian *= onPedestrians(measures[i]);
    }
    return combined;
}

Result<std::vector<CrashMeasure>> parseCrashMeasures(const QByteArray &bytes, const QString &name)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (!document.isObject())
        return failure(Errc::Parse, QT_TRANSLATE_NOOP("Error", "%1 is not a JSON object: %2."),
            {name, error.errorString()});
    std::vector<CrashMeasure> measures;
    for (const QJsonValue &entry : document.object()[QLatin1String("measures")].toArray()) {
        BV_TRY(CrashMeasure measure, readMeasure(entry, name));
        for (const CrashMeasure &other : measures) {
            if (other.id == measure.id)
                return badMeasure(name, measure.id, "id");
        }
        measures.push_back(std::move(measure));
    }
    if (measures.empty())
        return badMeasure(name, QString(), "measures");
    return measures;
}

} // namespace belvedere
