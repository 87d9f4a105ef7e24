// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/shell_services.h"

#include "theme/theme.h"

#include <QApplication>

namespace belvedere::ui {

ShellContext ShellServices::context(
    const ForecasterFactory *factory, TaskPools *pools, const TableLearnerFactory *tables)
{
    return {factory, pools, &clock, &language, &commands, &search, &preferences, &undo, &cursor,
        tables};
}

void applyPreferences(QApplication &application, const PreferenceValues &values, Language &language)
{
    language.set(values.language.isEmpty() ? Language::systemCode() : values.language);
    setTextScale(application, values.textPercent / 100.0);
    const ThemeMode mode = values.theme == ThemeChoice::System ? systemThemeMode()
        : values.theme == ThemeChoice::Light                   ? ThemeMode::Light
                                                               : ThemeMode::Dark;
    static const QApplication *applied = nullptr;
    if (applied != &application || mode != themeMode()) {
        applied = &application;
        applyTheme(application, mode);
    }
}

} // namespace belvedere::ui
