// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "city/city_info.h"
#include "time/city_clock.h"

#include <QFrame>
#include <QList>

#include <optional>

class QAction;
class QLabel;
class QMenu;
class QToolButton;

namespace belvedere::ui {

class CommandField;
class CommandRegistry;
class Preferences;

/// The line above everything: which city, the command bar, what time it is there, how old the
/// data are, language, theme and the menu of the program.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    TopBar(CityClock &clock, CommandRegistry &commands, const Preferences &preferences,
        QWidget *parent = nullptr);

    void setCity(const std::optional<CityInfo> &city);
    /// Of the data on the screen: times are told in its zone, and made-up data are called so.
    void setShownData(const QTimeZone &zone, bool simulated);
    /// Time of the newest value on the screen; 0 = unknown.
    void setNewestValue(UtcMs measured);
    [[nodiscard]] QMenu *cityMenu() const { return m_cityMenu; }
    [[nodiscard]] QMenu *languageMenu() const { return m_languageMenu; }
    [[nodiscard]] QMenu *programMenu() const { return m_programMenu; }
    /// One of them is checked: what the workspace shows. Each a button; none hides them.
    void setViews(const QList<QAction *> &views);
    void setThemeIcon(const QString &iconName);

Q_SIGNALS:
    void themeToggled();

protected:
    void changeEvent(QEvent *event) override;

private:
    void updateTimes();
    void retranslate();

    CityClock &m_clock;
    const Preferences &m_preferences;
    std::optional<CityInfo> m_city;
    QTimeZone m_zone = QTimeZone::utc();
    bool m_isSimulated = false;
    UtcMs m_newest = 0;
    QToolButton *m_cityButton;
    QMenu *m_cityMenu;
    QLabel *m_simulated;
    QWidget *m_views;
    CommandField *m_field;
    QLabel *m_date;
    QLabel *m_time;
    QLabel *m_age;
    QToolButton *m_language;
    QMenu *m_languageMenu;
    QToolButton *m_theme;
    QToolButton *m_program;
    QMenu *m_programMenu;
};

} // namespace belvedere::ui
