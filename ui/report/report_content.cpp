// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/report_content.h"

#include <QPainter>
#include <QRegularExpression>

namespace belvedere::ui {

QImage legendCardOf(const LegendContent &legend)
{
    if (legend.attribute.isEmpty())
        return {};
    constexpr int kScale = 4; // about 400 dots an inch
    MapLegend card;
    card.setAttribute(Qt::WA_DontShowOnScreen); // it shows itself when it has something to say
    card.setTheme(ThemeMode::Light);
    card.setContent(legend);
    card.resize(card.sizeHint());
    QImage image(card.size() * kScale, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    image.setDevicePixelRatio(kScale);
    QPainter painter(&image);
    card.render(&painter, QPoint(), QRegion(), QWidget::RenderFlags()); // without its buttons
    return image;
}

QString suggestedFileName(const ReportContent &content, ReportFormat format)
{
    static const QRegularExpression kOther(
        QStringLiteral("[^\\p{L}\\p{N}]+"), QRegularExpression::UseUnicodePropertiesOption);
    QString city = content.city.toLower().left(40);
    city.replace(kOther, QStringLiteral("-"));
    QStringList parts{QStringLiteral("belvedere"), city};
    if (content.made.isValid())
        parts += content.made.toTimeZone(content.zone).toString(QStringLiteral("yyyy-MM-dd-HHmm"));
    parts.removeAll(QString());
    QString name = parts.join(QLatin1Char('-'));
    name.replace(QStringLiteral("--"), QStringLiteral("-"));
    return name + (format == ReportFormat::Pdf ? QStringLiteral(".pdf") : QStringLiteral(".png"));
}

} // namespace belvedere::ui
