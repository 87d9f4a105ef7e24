// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/top_bar.h"

#include "common/format.h"
#include "common/preferences.h"
#include "common/quantity_names.h"
#include "shell/command_field.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QDateTime>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace belvedere::ui {

TopBar::TopBar(
    CityClock &clock, CommandRegistry &commands, const Preferences &preferences, QWidget *parent)
    : QFrame(parent)
    , m_clock(clock)
    , m_preferences(preferences)
    , m_cityButton(new QToolButton(this))
    , m_cityMenu(new QMenu(this))
    , m_simulated(new QLabel(this))
    , m_views(new QWidget(this))
    , m_field(new CommandField(commands, this))
    , m_date(new QLabel(this))
    , m_time(new QLabel(this))
    , m_age(new QLabel(this))
    , m_language(new QToolButton(this))
    , m_languageMenu(new QMenu(this))
    , m_theme(new QToolButton(this))
    , m_program(new QToolButton(this))
    , m_programMenu(new QMenu(this))
{
    setMinimumHeight(metric::kCommandBar);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_cityButton->setIcon(icon(QStringLiteral("city")));
    m_cityButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_cityButton->setPopupMode(QToolButton::InstantPopup);
    m_cityButton->setMenu(m_cityMenu);
    m_cityButton->setAutoRaise(true);
    m_cityButton->setFont(themeFont(type::kSection, QFont::DemiBold));
    m_simulated->setProperty("badge", true);
    m_simulated->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_date->setProperty("secondary", true);
    m_age->setProperty("secondary", true);
    m_time->setFont(themeFont(type::kTitle, QFont::DemiBold));
    m_language->setIcon(icon(QStringLiteral("language")));
    m_language->setPopupMode(QToolButton::InstantPopup);
    m_language->setMenu(m_languageMenu);
    m_language->setAutoRaise(true);
    m_theme->setAutoRaise(true);
    m_program->setIcon(icon(QStringLiteral("settings")));
    m_program->setPopupMode(QToolButton::InstantPopup);
    m_program->setMenu(m_programMenu);
    m_program->setAutoRaise(true);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kMedium, 0, space::kMedium, 0);
    layout->setSpacing(space::kMedium);
    layout->addWidget(m_cityButton);
    layout->addWidget(m_simulated);
    auto *views = new QHBoxLayout(m_views);
    views->setContentsMargins(0, 0, 0, 0);
    views->setSpacing(space::kHair);
    layout->addWidget(m_views);
    layout->addStretch(1);
    layout->addWidget(m_field, 2);
    layout->addStretch(1);
    layout->addWidget(m_age);
    layout->addWidget(m_date);
    layout->addWidget(m_time);
    layout->addSpacing(space::kSmall);
    layout->addWidget(m_language);
    layout->addWidget(m_theme);
    layout->addWidget(m_program);

    connect(m_theme, &QToolButton::clicked, this, &TopBar::themeToggled);
    connect(&m_clock, &CityClock::nowChanged, this, &TopBar::updateTimes);
    connect(&m_preferences, &Preferences::zoneChanged, this, &TopBar::retranslate);
    retranslate();
}

void TopBar::setCity(const std::optional<CityInfo> &city)
{
    m_city = city;
    if (city)
        setShownData(city->zone, city->simulated);
    else
        retranslate();
}

void TopBar::setShownData(const QTimeZone &zone, bool simulated)
{
    m_zone = zone;
    m_isSimulated = simulated;
    retranslate();
}

void TopBar::setNewestValue(UtcMs measured)
{
    m_newest = measured;
    updateTimes();
}

void TopBar::setViews(const QList<QAction *> &views)
{
    qDeleteAll(m_views->findChildren<QToolButton *>());
    for (QAction *action : views) {
        auto *button = new QToolButton(m_views);
        button->setDefaultAction(action);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setMinimumHeight(metric::kControlHeight);
        button->setAutoRaise(true);
        m_views->layout()->addWidget(button);
    }
    m_views->setVisible(!views.isEmpty());
}

void TopBar::setThemeIcon(const QString &iconName)
{
    m_theme->setIcon(icon(iconName));
}

void TopBar::updateTimes()
{
    const bool known = m_city.has_value();
    m_time->setVisible(known);
    m_date->setVisible(known);
    m_age->setVisible(known && m_newest > 0);
    if (!known)
        return;
    const QTimeZone zone = m_preferences.zone(m_zone);
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(m_clock.now(), zone);
    m_time->setText(formatTime(m_clock.now(), zone));
    m_date->setText(QLocale().toString(local.date(), tr("ddd d MMM yyyy", "date format")));
    const UtcMs age = std::max<UtcMs>(0, m_clock.now() - m_newest);
    m_age->setText(age < kMsPerMinute
            ? tr("Data less than a minute old")
            : tr("Data %1 old").arg(formatDuration(static_cast<double>(age / kMsPerMinute * 60))));
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void TopBar::retranslate()
{
    m_cityButton->setText(m_city ? demoText(m_city->name) : tr("No city"));
    m_cityButton->setAccessibleName(tr("City"));
    m_cityButton->setToolTip(tr("Open another city"));
    m_simulated->setVisible(m_city && m_isSimulated);
    m_simulated->setText(tr("Simulated"));
    m_simulated->setToolTip(tr("These data are made up by the program; the place does not exist."));
    const QString zone = QString::fromUtf8(m_preferences.zone(m_zone).id());
    m_time->setToolTip(m_preferences.values().zone == ZoneChoice::City
            ? tr("Time at the place of the data: %1").arg(zone)
            : tr("Time in the zone of the preferences: %1").arg(zone));
    m_age->setToolTip(tr("How long ago the newest value on the screen was measured"));
    m_language->setAccessibleName(tr("Language"));
    m_language->setToolTip(tr("Language"));
    m_theme->setAccessibleName(tr("Dark or light"));
    m_theme->setToolTip(tr("Dark or light"));
    m_program->setAccessibleName(tr("Program"));
    m_program->setToolTip(tr("Preferences, layouts, wall, help"));
    updateTimes();
}

} // namespace belvedere::ui
