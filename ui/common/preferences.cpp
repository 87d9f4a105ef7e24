// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/preferences.h"

#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

namespace belvedere::ui {

namespace {

const QString kGroup = QStringLiteral("preferences");
constexpr int kSmallestText = 80;
constexpr int kLargestText = 200;

template <class E> using Name = std::pair<const char *, E>;

constexpr std::array<Name<ThemeChoice>, 3> kThemes{{
    {"dark", ThemeChoice::Dark},
    {"light", ThemeChoice::Light},
    {"system", ThemeChoice::System},
}};
constexpr std::array<Name<UnitSystem>, 2> kUnits{{
    {"metric", UnitSystem::Metric},
    {"imperial", UnitSystem::Imperial},
}};
constexpr std::array<Name<ZoneChoice>, 3> kZones{{
    {"city", ZoneChoice::City},
    {"utc", ZoneChoice::Utc},
    {"computer", ZoneChoice::Computer},
}};
constexpr std::array<Name<SpeedPalette>, 2> kPalettes{{
    {"belvedere", SpeedPalette::Belvedere},
    {"classic", SpeedPalette::Classic},
}};

template <class E, std::size_t N> QString nameOf(const std::array<Name<E>, N> &names, E value)
{
    const auto it = std::find_if(
        names.begin(), names.end(), [value](const Name<E> &name) { return name.second == value; });
    return QString::fromLatin1((it == names.end() ? names.front() : *it).first);
}

template <class E, std::size_t N>
E valueOf(const std::array<Name<E>, N> &names, const QString &text, E fallback)
{
    const auto it = std::find_if(names.begin(), names.end(),
        [&text](const Name<E> &name) { return text == QLatin1String(name.first); });
    return it == names.end() ? fallback : it->second;
}

/// A code such as "en" or "zh_CN"; anything else is damage.
QString languageOf(const QString &text)
{
    const bool good = text.size() <= 8 && std::all_of(text.begin(), text.end(), [](QChar c) {
        return c == QLatin1Char('_') || (c.unicode() < 128 && c.isLetter());
    });
    return good ? text : QString();
}

PreferenceValues readSettings()
{
    QSettings settings;
    QJsonObject json;
    settings.beginGroup(kGroup);
    for (const QString &key : settings.childKeys())
        json.insert(key, QJsonValue::fromVariant(settings.value(key)));
    settings.endGroup();
    // Where the first version kept them.
    for (const auto &[now, before] :
        {std::pair("language", "window/language"), std::pair("theme", "window/theme")}) {
        if (!json.contains(QLatin1String(now)) && settings.contains(QLatin1String(before)))
            json.insert(QLatin1String(now), settings.value(QLatin1String(before)).toString());
    }
    return preferencesFromJson(json);
}

/// Only what differs: what was overridden for this time stays out of the file.
void writeSettings(const PreferenceValues &values, const PreferenceValues &before)
{
    QSettings settings;
    settings.beginGroup(kGroup);
    const QJsonObject now = toJson(values);
    const QJsonObject then = toJson(before);
    for (auto it = now.begin(); it != now.end(); ++it) {
        if (then.value(it.key()) != *it)
            settings.setValue(it.key(), it->toVariant());
    }
}

} // namespace

QTimeZone zoneOf(ZoneChoice choice, const QTimeZone &city)
{
    switch (choice) {
    case ZoneChoice::Utc:
        return QTimeZone::utc();
    case ZoneChoice::Computer:
        return QTimeZone::systemTimeZone();
    case ZoneChoice::City:
        break;
    }
    return city;
}

QJsonObject toJson(const PreferenceValues &values)
{
    return {{QStringLiteral("language"), values.language},
        {QStringLiteral("theme"), nameOf(kThemes, values.theme)},
        {QStringLiteral("units"), nameOf(kUnits, values.units)},
        {QStringLiteral("zone"), nameOf(kZones, values.zone)},
        {QStringLiteral("speedPalette"), nameOf(kPalettes, values.speedPalette)},
        {QStringLiteral("reducedMotion"), values.reducedMotion},
        {QStringLiteral("textPercent"), values.textPercent}};
}

PreferenceValues preferencesFromJson(const QJsonObject &json)
{
    PreferenceValues values;
    const auto text = [&json](const char *key) {
        return json.value(QLatin1String(key)).toVariant().toString();
    };
    values.language = languageOf(text("language"));
    values.theme = valueOf(kThemes, text("theme"), values.theme);
    values.units = valueOf(kUnits, text("units"), values.units);
    values.zone = valueOf(kZones, text("zone"), values.zone);
    values.speedPalette = valueOf(kPalettes, text("speedPalette"), values.speedPalette);
    values.reducedMotion = text("reducedMotion") == QLatin1String("true");
    bool isNumber = false;
    // An INI file gives everything back as text.
    const double percent = text("textPercent").toDouble(&isNumber);
    if (isNumber && percent >= kSmallestText && percent <= kLargestText)
        values.textPercent = qRound(percent);
    return values;
}

Preferences::Preferences(QObject *parent)
    : QObject(parent)
    , m_values(readSettings())
{
}

void Preferences::setValues(const PreferenceValues &values)
{
    const PreferenceValues before = std::exchange(m_values, values);
    m_values.textPercent = std::clamp(m_values.textPercent, kSmallestText, kLargestText);
    writeSettings(m_values, before);
    announce(before);
}

void Preferences::overrideValues(const PreferenceValues &values)
{
    announce(std::exchange(m_values, values));
}

void Preferences::announce(const PreferenceValues &before)
{
    const PreferenceValues now = m_values; // a receiver may change them again
    if (now == before)
        return;
    if (now.language != before.language)
        Q_EMIT languageChanged(now.language);
    if (now.theme != before.theme)
        Q_EMIT themeChanged(now.theme);
    if (now.units != before.units)
        Q_EMIT unitsChanged(now.units);
    if (now.zone != before.zone)
        Q_EMIT zoneChanged(now.zone);
    if (now.speedPalette != before.speedPalette)
        Q_EMIT speedPaletteChanged(now.speedPalette);
    if (now.reducedMotion != before.reducedMotion)
        Q_EMIT reducedMotionChanged(now.reducedMotion);
    if (now.textPercent != before.textPercent)
        Q_EMIT textPercentChanged(now.textPercent);
    Q_EMIT changed();
}

template <class T> void Preferences::change(T PreferenceValues::*member, T value)
{
    PreferenceValues values = m_values;
    values.*member = std::move(value);
    setValues(values);
}

void Preferences::setLanguage(const QString &code)
{
    change(&PreferenceValues::language, code);
}

void Preferences::setTheme(ThemeChoice theme)
{
    change(&PreferenceValues::theme, theme);
}

void Preferences::setUnits(UnitSystem units)
{
    change(&PreferenceValues::units, units);
}

void Preferences::setZone(ZoneChoice zone)
{
    change(&PreferenceValues::zone, zone);
}

void Preferences::setSpeedPalette(SpeedPalette palette)
{
    change(&PreferenceValues::speedPalette, palette);
}

void Preferences::setReducedMotion(bool reduced)
{
    change(&PreferenceValues::reducedMotion, reduced);
}

void Preferences::setTextPercent(int percent)
{
    change(&PreferenceValues::textPercent, percent);
}

QTimeZone Preferences::zone(const QTimeZone &city) const
{
    return zoneOf(m_values.zone, city);
}

} // namespace belvedere::ui
