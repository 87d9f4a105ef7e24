// SPDX-License-Identifier: GPL-3.0-or-later
#include "operate/operate_report.h"

#include "common/format.h"
#include "common/kpi_tile.h"
#include "common/quantity_names.h"
#include "map/map_legend.h"
#include "map/map_view.h"
#include "operate/incident_list.h"
#include "operate/inspector.h"
#include "operate/kpi_strip.h"
#include "operate/map_panel.h"
#include "operate/map_texts.h"
#include "operate/operate_workspace.h"
#include "operate/site_table.h"
#include "training/code_version.h"

#include <QApplication>
#include <QCoreApplication>
#include <QPainter>
#include <QPicture>
#include <QTableView>

namespace belvedere::ui {

namespace {

constexpr int kMostRows = 40; // of a table on paper

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::OperateReport)
};

std::vector<ReportFact> clockFacts(const TimeContext &time)
{
    std::vector<ReportFact> facts = {{Text::tr("Time shown"), timeLabel(time)},
        {Text::tr("Now"), formatDateTime(time.now, time.zone)},
        {Text::tr("Time zone"), QString::fromUtf8(time.zone.id())}};
    if (time.isForecast())
        facts.push_back({Text::tr("State"), Text::tr("Forecast")});
    else if (time.isReplay)
        facts.push_back({Text::tr("State"), Text::tr("Replay of a recording")});
    return facts;
}

/// A picture of the chart that a worker can draw without the widget.
ReportChart chartOf(ChartView &chart)
{
    auto picture = std::make_shared<QPicture>();
    QPainter painter(picture.get());
    chart.paintTo(painter, tokensOf(ThemeMode::Light));
    painter.end();
    const QSizeF size = chart.size();
    ReportChart result;
    result.title = chart.title();
    result.aspect = size.width() / std::max(1.0, size.height());
    result.paint = [picture, size](QPainter &paper, QSizeF room) {
        paper.save();
        paper.scale(room.width() / size.width(), room.height() / size.height());
        paper.drawPicture(0, 0, *picture);
        paper.restore();
    };
    return result;
}

/// The rows of a view's model in the order in which they are seen.
ReportTable tableOf(const QAbstractItemModel &model, const QString &title)
{
    ReportTable table;
    table.title = title;
    const int rows = std::min(model.rowCount(), kMostRows);
    for (int c = 0; c < model.columnCount(); ++c) {
        table.headers += model.headerData(c, Qt::Horizontal).toString();
        const int alignment = model.headerData(c, Qt::Horizontal, Qt::TextAlignmentRole).toInt();
        table.numeric.push_back((alignment & Qt::AlignRight) != 0);
    }
    for (int r = 0; r < rows; ++r) {
        QStringList cells;
        for (int c = 0; c < model.columnCount(); ++c)
            cells += model.index(r, c).data().toString();
        table.rows.push_back(cells);
    }
    if (model.rowCount() > rows)
        table.note = Text::tr("The first %1 of %2 rows")
                         .arg(formatCount(rows), formatCount(model.rowCount()));
    return table;
}

void addVersions(ReportContent &content, const OperateWorkspace &workspace)
{
    const OperateController &controller = workspace.controller();
    const auto add = [&](const QString &label, const QString &key, const QString &value) {
        if (value.isEmpty())
            return;
        content.versions.push_back({label, value});
        content.metadata.emplace_back(key, value);
    };
    add(Text::tr("Program"), QStringLiteral("program"),
        QStringLiteral("Belvedere %1").arg(codeVersion()));
    const CityInfo &city = controller.city()->info;
    if (city.simulated)
        add(Text::tr("Seed of the simulation"), QStringLiteral("seed"), QString::number(city.seed));
    if (const QuantityView *view = controller.quantity()) {
        add(Text::tr("Data"), QStringLiteral("dataset"), view->dataset.name);
        add(Text::tr("Quantity"), QStringLiteral("channel"), view->channelInfo().key);
    }
    if (const auto &model = controller.model()) {
        add(Text::tr("Model"), QStringLiteral("model"), model->id());
        add(Text::tr("Training run"), QStringLiteral("run"), model->runId);
    }
    content.metadata.emplace_back(QStringLiteral("instant"),
        QDateTime::fromMSecsSinceEpoch(controller.time().current, Qt::UTC).toString(Qt::ISODate));
}

} // namespace

ReportContent reportContentOf(const OperateWorkspace &workspace)
{
    const OperateController &controller = workspace.controller();
    ReportContent content;
    content.title = Text::tr("Situation report");
    content.locale = QLocale();
    content.font = QApplication::font();
    content.made = QDateTime::currentDateTimeUtc();
    const TimeContext &time = controller.time();
    content.zone = time.zone;
    if (!controller.city() || !controller.bundle())
        return content;
    content.city = demoText(controller.city()->info.name);
    const QuantityView *view = controller.quantity();
    content.simulated = controller.city()->info.simulated || (view && view->dataset.simulated);
    content.clock = clockFacts(time);
    const MapView *map = workspace.map();
    content.map.layers = map->layers();
    content.map.viewport = map->viewport();
    content.map.legend = map->legend()->content();
    if (workspace.scene())
        content.map.attribution = captionOf(*workspace.scene());
    if (view) {
        for (const KpiTile *tile : workspace.kpis()->tiles())
            content.figures.push_back({tile->label(), tile->valueText(), tile->deltaText()});
        content.charts.push_back(chartOf(*workspace.inspector()->chart()));
        content.tables.push_back(
            tableOf(*workspace.siteTable()->view()->model(), Text::tr("Sites")));
    }
    content.tables.push_back(tableOf(*workspace.incidents()->model(), Text::tr("Going on")));
    addVersions(content, workspace);
    return content;
}

} // namespace belvedere::ui
