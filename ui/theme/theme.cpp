// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include "theme/style_sheet.h"
#include "theme/tabular_font.h"
#include "theme/theme_style.h"

#include <QApplication>
#include <QPalette>
#include <QPixmapCache>

namespace belvedere::ui {

namespace {

ThemeMode g_mode = ThemeMode::Dark;

QPalette paletteOf(const Tokens &t)
{
    QPalette p;
    p.setColor(QPalette::Window, t.ground);
    p.setColor(QPalette::WindowText, t.textPrimary);
    p.setColor(QPalette::Base, t.panel);
    p.setColor(QPalette::AlternateBase, t.ground);
    p.setColor(QPalette::Text, t.textPrimary);
    p.setColor(QPalette::PlaceholderText, t.textTertiary);
    p.setColor(QPalette::Button, t.raised);
    p.setColor(QPalette::ButtonText, t.textPrimary);
    p.setColor(QPalette::BrightText, t.p1);
    p.setColor(QPalette::ToolTipBase, t.raised);
    p.setColor(QPalette::ToolTipText, t.textPrimary);
    p.setColor(QPalette::Highlight, t.accent);
    p.setColor(QPalette::HighlightedText, t.textOnAccent);
    p.setColor(QPalette::Link, t.accent);
    p.setColor(QPalette::LinkVisited, t.accent);
    p.setColor(QPalette::Light, t.hover);
    p.setColor(QPalette::Midlight, t.raised);
    p.setColor(QPalette::Mid, t.border);
    p.setColor(QPalette::Dark, t.controlBorder);
    p.setColor(QPalette::Shadow, t.ground);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, t.textDisabled);
    p.setColor(QPalette::Disabled, QPalette::Highlight, t.raised);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, t.textDisabled);
    return p;
}

} // namespace

void applyTheme(QApplication &application, ThemeMode mode)
{
    g_mode = mode;
    QPixmapCache::clear();
    // Once: each change of style polishes all widgets anew, and the style looks at the tokens.
    static const QApplication *styled = nullptr;
    if (styled != &application) {
        QApplication::setStyle(new ThemeStyle); // QApplication takes it over
        styled = &application;
    }
    QApplication::setPalette(paletteOf(tokens()));
    QApplication::setFont(themeFont(type::kBody));
    QApplication::setFont(themeFont(type::kBody, QFont::DemiBold), "QHeaderView");
    application.setStyleSheet(styleSheet(tokens()));
}

ThemeMode themeMode()
{
    return g_mode;
}

const Tokens &tokens()
{
    return tokensOf(g_mode);
}

QFont themeFont(int pixelSize, QFont::Weight weight)
{
    QFont font;
    QStringList families = {
        QStringLiteral("Inter"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("DejaVu Sans")};
    if (const QString tabular = tabularFamily(); !tabular.isEmpty())
        families.prepend(tabular);
    font.setFamilies(families);
    font.setPixelSize(pixelSize);
    font.setWeight(weight);
    return font;
}

} // namespace belvedere::ui
