// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QObject>
#include <QTimeZone>

namespace belvedere::ui {

enum class ThemeChoice { Dark, Light, System };
enum class UnitSystem { Metric, Imperial };
enum class ZoneChoice { City, Utc, Computer };
enum class SpeedPalette {
    Belvedere, ///< told apart with any colour vision
    Classic ///< green, yellow, orange, red, dark red
};

/// What a person prefers, as a value: give this to worker threads, never the object.
struct PreferenceValues
{
    QString language; ///< "en", "zh_CN"; empty = as the system
    ThemeChoice theme = ThemeChoice::Dark;
    UnitSystem units = UnitSystem::Metric;
    ZoneChoice zone = ZoneChoice::City;
    SpeedPalette speedPalette = SpeedPalette::Belvedere;
    bool reducedMotion = false;
    int textPercent = 100; ///< 80 … 200

    [[nodiscard]] bool operator==(const PreferenceValues &) const = default;
};

/// The zone that times are told in, given the one of the data's place.
[[nodiscard]] QTimeZone zoneOf(ZoneChoice choice, const QTimeZone &city);

/// Names as they stand in the settings file; one that is not known gives the default.
[[nodiscard]] QJsonObject toJson(const PreferenceValues &values);
[[nodiscard]] PreferenceValues preferencesFromJson(const QJsonObject &json);

/// The person's preferences, kept in QSettings. Made and owned by main(), passed in contexts. A
/// missing or damaged settings file gives the defaults.
class Preferences : public QObject
{
    Q_OBJECT

public:
    explicit Preferences(QObject *parent = nullptr);

    [[nodiscard]] const PreferenceValues &values() const { return m_values; }
    /// Stores them and tells what has changed, each once.
    void setValues(const PreferenceValues &values);
    /// The same without storing: what the command line says is for this time only.
    void overrideValues(const PreferenceValues &values);

    void setLanguage(const QString &code);
    void setTheme(ThemeChoice theme);
    void setUnits(UnitSystem units);
    void setZone(ZoneChoice zone);
    void setSpeedPalette(SpeedPalette palette);
    void setReducedMotion(bool reduced);
    void setTextPercent(int percent);

    /// The same as zoneOf() with the person's choice.
    [[nodiscard]] QTimeZone zone(const QTimeZone &city) const;

Q_SIGNALS:
    void changed();
    void languageChanged(const QString &code);
    void themeChanged(belvedere::ui::ThemeChoice theme);
    void unitsChanged(belvedere::ui::UnitSystem units);
    void zoneChanged(belvedere::ui::ZoneChoice zone);
    void speedPaletteChanged(belvedere::ui::SpeedPalette palette);
    void reducedMotionChanged(bool reduced);
    void textPercentChanged(int percent);

private:
    template <class T> void change(T PreferenceValues::*member, T value);
    void announce(const PreferenceValues &before);

    PreferenceValues m_values;
};

} // namespace belvedere::ui
