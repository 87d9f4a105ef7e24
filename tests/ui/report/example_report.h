// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report_content.h"
#include "theme/theme.h"

#include <QPainter>

namespace belvedere::test {

/// A report with a little of everything.
inline ui::ReportContent exampleReport(int tableRows = 60)
{
    using namespace belvedere::ui;
    ReportContent content;
    content.title = QStringLiteral("Situation report");
    content.city = QString::fromUtf8("Lindental 林登塔尔");
    content.simulated = true;
    content.clock = {{QStringLiteral("Shown"), QStringLiteral("Thu 1 Mar 2012 08:05")},
        {QStringLiteral("Zone"), QStringLiteral("Asia/Shanghai")},
        {QStringLiteral("Mode"), QStringLiteral("instant")},
        {QStringLiteral("Now"), QStringLiteral("08:00")}};
    PolylineSet lines;
    for (int i = 0; i < 40; ++i) {
        const double at = 100.0 * i;
        lines.append(std::vector<PointM>{{at, 0}, {at + 60, 1500}, {at, 3000}});
        lines.append(std::vector<PointM>{{0, at * 0.75}, {4000, at * 0.75}});
    }
    LegendContent &legend = content.map.legend;
    legend.attribute = QStringLiteral("Speed ratio");
    legend.time = QStringLiteral("08:05");
    legend.count = 80;
    legend.decimals = 2;
    legend.scale.breaks = {0.25, 0.45, 0.65, 0.85};
    for (std::size_t i = 0; i < 5; ++i)
        legend.scale.bands.push_back({MapColor(tokensOf(ThemeMode::Light).speedRamp[4 - i],
                                          tokensOf(ThemeMode::Dark).speedRamp[4 - i]),
            kSpeedWidthPx[4 - i]});
    std::vector<float> values;
    for (int i = 0; i < 80; ++i)
        values.push_back(static_cast<float>(i % 10) / 10.0F);
    MapLayer layer;
    layer.id = QStringLiteral("roads");
    layer.order = LayerOrder::Values;
    layer.geometry = LineGeometry::make(std::move(lines));
    layer.attributes = classified(values, {}, legend.scale, {});
    content.map.layers = {layer};
    content.map.viewport.size = {1200, 700};
    content.map.viewport = content.map.viewport.fitted(boundsOf(layer.geometry), 20.0);
    content.map.attribution = QString::fromUtf8("© OpenStreetMap contributors");
    content.map.legendCard = legendCardOf(legend);
    for (int i = 0; i < 5; ++i)
        content.figures.push_back({QStringLiteral("Mean speed"),
            QStringLiteral("41.%1 km/h").arg(i), QString::fromUtf8("−2.4 km/h since yesterday")});
    for (int i = 0; i < 3; ++i)
        content.charts.push_back(
            {QStringLiteral("Speed on Main Street"), 2.6, [](QPainter &painter, QSizeF size) {
                 painter.setPen(QPen(tokensOf(ThemeMode::Light).observed, 1.2));
                 painter.drawRect(QRectF(QPointF(), size));
                 painter.drawLine(QPointF(0, size.height()), QPointF(size.width(), 0));
             }});
    ReportTable table;
    table.title = QString::fromUtf8("Selected sites 选中站点");
    table.headers = {
        QStringLiteral("Site"), QStringLiteral("State"), QStringLiteral("Speed, km/h")};
    table.numeric = {false, false, true};
    for (int i = 0; i < tableRows; ++i)
        table.rows.push_back({QString::fromUtf8("测站 %1").arg(i), QStringLiteral("observed"),
            QString::number(20 + i)});
    table.note = QStringLiteral("Observed at the instant shown.");
    content.tables = {table};
    content.versions = {{QStringLiteral("Program"), QStringLiteral("Belvedere 0.1.0")},
        {QStringLiteral("Model"), QStringLiteral("traffic-speed/3")},
        {QStringLiteral("Data hash"), QString(64, QLatin1Char('9'))},
        {QStringLiteral("Seed"), QStringLiteral("7")}};
    content.metadata = {{QStringLiteral("dataHash"), QString(64, QLatin1Char('9'))},
        {QStringLiteral("model"), QStringLiteral("traffic-speed/3")},
        {QStringLiteral("seed"), QStringLiteral("7")},
        {QStringLiteral("instant"), QStringLiteral("2012-03-01T00:05:00Z")}};
    content.made = QDateTime(QDate(2012, 3, 1), QTime(0, 6), Qt::UTC);
    content.zone = QTimeZone("Asia/Shanghai");
    content.font = themeFont(type::kBody);
    return content;
}

} // namespace belvedere::test
