// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/theme_style.h"

#include "theme/icons.h"
#include "theme/theme.h"

#include <QStyleFactory>

namespace belvedere::ui {

namespace {

/// The name of our icon for a standard one; empty if there is none.
QString iconNameOf(QStyle::StandardPixmap standard)
{
    switch (standard) {
    case QStyle::SP_MessageBoxWarning:
    case QStyle::SP_MessageBoxCritical:
        return QStringLiteral("warning");
    case QStyle::SP_MessageBoxInformation:
    case QStyle::SP_MessageBoxQuestion:
        return QStringLiteral("info");
    case QStyle::SP_DirIcon:
    case QStyle::SP_DirClosedIcon:
    case QStyle::SP_DirOpenIcon:
        return QStringLiteral("folder");
    case QStyle::SP_FileDialogToParent:
    case QStyle::SP_ArrowUp:
        return QStringLiteral("chevron-up");
    case QStyle::SP_ArrowBack:
    case QStyle::SP_ArrowLeft:
        return QStringLiteral("chevron-left");
    case QStyle::SP_ArrowForward:
    case QStyle::SP_ArrowRight:
        return QStringLiteral("chevron-right");
    case QStyle::SP_ArrowDown:
        return QStringLiteral("chevron-down");
    case QStyle::SP_LineEditClearButton:
        return QStringLiteral("cancel");
    default:
        return {};
    }
}

} // namespace

ThemeStyle::ThemeStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

QIcon ThemeStyle::standardIcon(
    StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    const QString name = iconNameOf(standard);
    return name.isEmpty() ? QProxyStyle::standardIcon(standard, option, widget) : icon(name);
}

QPixmap ThemeStyle::standardPixmap(
    StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const
{
    const QString name = iconNameOf(standard);
    if (name.isEmpty())
        return QProxyStyle::standardPixmap(standard, option, widget);
    return icon(name).pixmap(metric::kIcon, metric::kIcon);
}

int ThemeStyle::pixelMetric(
    PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_MessageBoxIconSize:
        return 32;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::kSmall;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return 16;
    case PM_ToolBarIconSize:
        return belvedere::ui::metric::kIcon;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace belvedere::ui
