// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme.h"

#include "theme/style_sheet.h"
#include "theme/tabular_font.h"
#include "theme/theme_style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPalette>
#include <QPixmapCache>
#include <QStyleFactory>
#include <QWidget>

#include <memory>
#include <utility>

namespace belvedere::ui {

namespace {

ThemeMode g_mode = ThemeMode::Dark;
double g_textScale = 1.0;

int scaled(int pixelSize, double scale)
{
    return qRound(pixelSize * scale);
}

/// Gives a widget's own font the size that belongs to the new scale; one that is not of the scale
/// of type stays.
void rescaleFont(QWidget *widget, double before, double now)
{
    QFont font = widget->font();
    for (const int size : {type::kCaption, type::kDense, type::kBody, type::kSection, type::kTitle,
             type::kKpi}) {
        if (scaled(size, before) == font.pixelSize()) {
            font.setPixelSize(scaled(size, now));
            widget->setFont(font);
            return;
        }
    }
}

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
    application.setStyleSheet(styleSheet(tokens(), g_textScale));
}

ThemeMode systemThemeMode()
{
    // Fusion's standard colours follow the platform's theme where it says which it is.
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(QStringLiteral("Fusion")));
    return fusion->standardPalette().color(QPalette::Window).lightness() < 128 ? ThemeMode::Dark
                                                                               : ThemeMode::Light;
}

void setTextScale(QApplication &application, double scale)
{
    if (qFuzzyCompare(scale, g_textScale))
        return;
    const double before = std::exchange(g_textScale, scale);
    applyTheme(application, g_mode);
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        if (widget->testAttribute(Qt::WA_SetFont))
            rescaleFont(widget, before, scale);
    }
}

double textScale()
{
    return g_textScale;
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
    font.setPixelSize(scaled(pixelSize, g_textScale));
    font.setWeight(weight);
    return font;
}

QStringList missingFontPackages()
{
    const QStringList families = QFontDatabase::families();
    const auto covers = [](const QString &family, QChar letter) {
        return QFontMetrics(QFont(family)).inFont(letter);
    };
    QStringList packages;
    if (!families.contains(QLatin1String("Inter")) || !covers(QStringLiteral("Inter"), u'g'))
        packages += QStringLiteral("fonts-inter");
    const QString chinese = QStringLiteral("Noto Sans CJK SC");
    if (!families.contains(chinese) || !covers(chinese, QChar(0x57CE)))
        packages += QStringLiteral("fonts-noto-cjk");
    return packages;
}

} // namespace belvedere::ui
