// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/preferences_dialog.h"

#include "common/command_registry.h"
#include "common/error_text.h"
#include "common/format.h"
#include "shell/language.h"
#include "shell/preference_page.h"
#include "shell/settings_file.h"
#include "shell/shortcut_page.h"
#include "theme/icons.h"
#include "theme/theme.h"

#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSaveFile>
#include <QStackedWidget>

#include <array>

namespace belvedere::ui {

namespace {

constexpr std::array kTextPercents = {85, 100, 115, 130, 150, 175};
constexpr qint64 kLargestFile = 1 << 20;

} // namespace

PreferencesDialog::PreferencesDialog(
    Preferences &preferences, CommandRegistry &commands, QUndoStack &undo, QWidget *parent)
    : QDialog(parent)
    , m_preferences(preferences)
    , m_commands(commands)
    , m_undo(undo)
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_title(new QLabel(this))
    , m_shortcuts(new ShortcutPage(commands, undo, this))
    , m_reset(new QPushButton(this))
    , m_import(new QPushButton(this))
    , m_export(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    m_title->setFont(themeFont(type::kSection, QFont::DemiBold));
    const std::array<QString, 4> icons = {QStringLiteral("settings"), QStringLiteral("clock"),
        QStringLiteral("sun"), QStringLiteral("keyboard")};
    const std::array<QWidget *, 4> pages = {
        makeGeneral(), makeUnits(), makeAppearance(), m_shortcuts};
    for (std::size_t i = 0; i < pages.size(); ++i) {
        new QListWidgetItem(icon(icons[i]), QString(), m_list);
        m_pages->addWidget(pages[i]);
    }
    auto *right = new QVBoxLayout;
    right->setSpacing(space::kMedium);
    right->addWidget(m_title);
    right->addWidget(m_pages, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(space::kXLarge);
    columns->addWidget(m_list);
    columns->addLayout(right, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::kSmall);
    buttons->addWidget(m_reset);
    buttons->addWidget(m_import);
    buttons->addWidget(m_export);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kLarge, space::kLarge, space::kLarge, space::kLarge);
    layout->setSpacing(space::kLarge);
    layout->addLayout(columns, 1);
    layout->addLayout(buttons);
    for (QPushButton *button : {m_reset, m_import, m_export, m_close})
        button->setAutoDefault(false);

    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_pages->setCurrentIndex(row);
        m_title->setText(m_list->currentItem()->text());
    });
    connect(m_reset, &QPushButton::clicked, this,
        [this] { (void)m_commands.run(QStringLiteral("preferences.reset")); });
    connect(m_import, &QPushButton::clicked, this, &PreferencesDialog::importSettings);
    connect(m_export, &QPushButton::clicked, this, &PreferencesDialog::exportSettings);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    retranslate();
    m_list->setCurrentRow(0);
    resize(820, 600);
}

PreferencePage *PreferencesDialog::makeGeneral()
{
    auto *page = new PreferencePage(m_preferences, this);
    std::vector<std::pair<QVariant, PreferencePage::Text>> languages = {
        {QString(), [] { return tr("As the system"); }}};
    for (const QString &code : Language::codes())
        languages.emplace_back(code, [code] { return Language::nativeName(code); });
    page->addChoice([] { return tr("Language"); }, languages,
        [](const PreferenceValues &v) { return v.language; },
        [this](const QVariant &v) { m_preferences.setLanguage(v.toString()); });
    page->addSwitch([] { return tr("Reduce motion"); },
        [](const PreferenceValues &v) { return v.reducedMotion; },
        [this](bool on) { m_preferences.setReducedMotion(on); },
        [] { return tr("Nothing pulses, glides or fades; the map jumps to where it is sent."); });
    return page;
}

PreferencePage *PreferencesDialog::makeUnits()
{
    auto *page = new PreferencePage(m_preferences, this);
    page->addChoice([] { return tr("Units"); },
        {{int(UnitSystem::Metric), [] { return tr("Metric"); }},
            {int(UnitSystem::Imperial), [] { return tr("Imperial"); }}},
        [](const PreferenceValues &v) { return int(v.units); },
        [this](const QVariant &v) { m_preferences.setUnits(UnitSystem(v.toInt())); },
        [this] {
            const bool metric = m_preferences.values().units == UnitSystem::Metric;
            return metric ? tr("Such as 50 km/h, 20 °C, 1.5 km")
                          : tr("Such as 31 mph, 68 °F, 0.9 mi");
        });
    page->addChoice([] { return tr("Times are told in the zone of"); },
        {{int(ZoneChoice::City), [] { return tr("the city"); }},
            {int(ZoneChoice::Computer), [] { return tr("this computer"); }},
            {int(ZoneChoice::Utc), [] { return tr("UTC"); }}},
        [](const PreferenceValues &v) { return int(v.zone); },
        [this](const QVariant &v) { m_preferences.setZone(ZoneChoice(v.toInt())); },
        [this]() -> QString {
            if (m_preferences.values().zone == ZoneChoice::City)
                return tr("Each data set has a zone; the one on the screen counts.");
            const QTimeZone zone = m_preferences.zone(QTimeZone::utc());
            return tr("Now it is %1 there.")
                .arg(formatTime(QDateTime::currentMSecsSinceEpoch(), zone));
        });
    return page;
}

PreferencePage *PreferencesDialog::makeAppearance()
{
    auto *page = new PreferencePage(m_preferences, this);
    page->addChoice([] { return tr("Theme"); },
        {{int(ThemeChoice::Dark), [] { return tr("Dark"); }},
            {int(ThemeChoice::Light), [] { return tr("Light"); }},
            {int(ThemeChoice::System), [] { return tr("As the system"); }}},
        [](const PreferenceValues &v) { return int(v.theme); },
        [this](const QVariant &v) { m_preferences.setTheme(ThemeChoice(v.toInt())); });
    std::vector<std::pair<QVariant, PreferencePage::Text>> sizes;
    for (const int percent : kTextPercents)
        sizes.emplace_back(percent, [percent] { return formatPercent(percent / 100.0); });
    page->addChoice([] { return tr("Text size"); }, sizes,
        [](const PreferenceValues &v) { return v.textPercent; },
        [this](const QVariant &v) { m_preferences.setTextPercent(v.toInt()); });
    page->addChoice([] { return tr("Colours of speed"); },
        {{int(SpeedPalette::Belvedere), [] { return tr("Belvedere"); }},
            {int(SpeedPalette::Classic), [] { return tr("Classic"); }}},
        [](const PreferenceValues &v) { return int(v.speedPalette); },
        [this](const QVariant &v) { m_preferences.setSpeedPalette(SpeedPalette(v.toInt())); },
        [this] {
            return m_preferences.values().speedPalette == SpeedPalette::Belvedere
                ? tr("Can be told apart with any colour vision; free roads stay quiet.")
                : tr("Green, yellow, orange, red and dark red. Hard to tell apart for one person "
                     "in twelve.");
        });
    return page;
}

void PreferencesDialog::showPage(Page page)
{
    m_list->setCurrentRow(static_cast<int>(page));
}

void PreferencesDialog::exportSettings()
{
    const QString file = QFileDialog::getSaveFileName(this, tr("Export settings"),
        QDir::home().filePath(QStringLiteral("belvedere-settings.json")), tr("Settings (*.json)"));
    if (file.isEmpty())
        return;
    QSaveFile out(file);
    const QByteArray text = writeSettings({m_preferences.values(), m_commands.ownShortcuts()});
    if (!out.open(QIODevice::WriteOnly) || out.write(text) != text.size() || !out.commit())
        showError(this,
            {Errc::Io, QT_TRANSLATE_NOOP("Error", "The file cannot be written: %1."),
                {out.errorString()}, file, {}});
}

void PreferencesDialog::importSettings()
{
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Import settings"), QDir::homePath(), tr("Settings (*.json)"));
    if (file.isEmpty())
        return;
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly)) {
        showError(this,
            {Errc::Io, QT_TRANSLATE_NOOP("Error", "The file cannot be read: %1."),
                {in.errorString()}, file, {}});
        return;
    }
    const auto settings = readSettings(in.read(kLargestFile), QFileInfo(file).fileName());
    if (settings)
        changeSettings(tr("Import settings"), *settings, m_preferences, m_commands, m_undo);
    else
        showError(this, settings.error());
}

void PreferencesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        retranslate();
    QDialog::changeEvent(event);
}

void PreferencesDialog::retranslate()
{
    setWindowTitle(tr("Preferences"));
    const QStringList names = {
        tr("General"), tr("Units and time"), tr("Appearance"), tr("Keyboard")};
    for (int i = 0; i < names.size(); ++i)
        m_list->item(i)->setText(names.at(i));
    m_list->setAccessibleName(tr("Pages"));
    // As wide as its longest name, in any language and text size.
    m_list->setFixedWidth(m_list->sizeHintForColumn(0) + 3 * space::kMedium);
    if (m_list->currentItem() != nullptr)
        m_title->setText(m_list->currentItem()->text());
    m_reset->setText(tr("Reset preferences"));
    m_import->setText(tr("Import…"));
    m_export->setText(tr("Export…"));
    m_close->setText(tr("Close"));
}

} // namespace belvedere::ui
