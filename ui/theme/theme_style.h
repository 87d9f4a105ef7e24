// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace belvedere::ui {

/// Fusion with the program's own icons in message boxes and file dialogs.
class ThemeStyle : public QProxyStyle
{
    Q_OBJECT

public:
    ThemeStyle();

    [[nodiscard]] QIcon standardIcon(StandardPixmap standard, const QStyleOption *option = nullptr,
        const QWidget *widget = nullptr) const override;
    [[nodiscard]] QPixmap standardPixmap(
        StandardPixmap standard, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
        const QWidget *widget = nullptr) const override;
};

} // namespace belvedere::ui
