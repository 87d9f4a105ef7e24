// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/plan_report.h"

#include "common/chip_delegate.h"
#include "common/format.h"
#include "map/map_legend.h"
#include "map/map_view.h"
#include "plan/edit_panel.h"
#include "plan/outcome_panel.h"
#include "plan/plan_map.h"
#include "plan/plan_text.h"
#include "plan/plan_workspace.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QCoreApplication>

namespace belvedere::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(belvedere::ui::PlanReport)
};

ReportTable tableOf(const QAbstractItemModel &model, const QString &title)
{
    ReportTable table;
    table.title = title;
    for (int column = 0; column < model.columnCount(); ++column) {
        table.headers += model.headerData(column, Qt::Horizontal).toString();
        table.numeric.push_back(column > 0);
    }
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            const QModelIndex index = model.index(row, column);
            const QString detail = index.data(kDetailRole).toString();
            const QString text = index.data().toString();
            //: a figure, and beside it its unit or what it means
            cells += detail.isEmpty() ? text : Text::tr("%1 (%2)").arg(text, detail);
        }
        table.rows.push_back(cells);
    }
    return table;
}

void addFigures(ReportContent &content, PlanWorkspace &workspace)
{
    const auto base = workspace.runs().result(QString());
    const auto run = workspace.runs().result(workspace.model().current());
    if (!base || !run)
        return;
    for (const KpiComparison &each : compareKpis(*base, *run)) {
        if (content.figures.size() == 6)
            break;
        content.figures.push_back({kpiTitle(each.definition),
            formatValue(each.after, each.definition.unit, each.definition.decimals),
            verdictText(each.verdict, each.change, each.relative)});
    }
}

} // namespace

ReportContent planReportOf(PlanWorkspace &workspace)
{
    ReportContent content;
    PlanModel &model = workspace.model();
    const Scenario *scenario = model.scenario();
    content.title = scenario != nullptr ? Text::tr("What if: %1").arg(scenario->name)
                                        : Text::tr("What if: the base case");
    content.locale = QLocale();
    content.font = QApplication::font();
    content.made = QDateTime::currentDateTimeUtc();
    if (!model.base())
        return content;
    const BaseCaseData &data = model.base()->data();
    content.city = data.title;
    content.simulated = data.syntheticDemand;
    content.clock.push_back({Text::tr("Base case"), data.title});
    content.clock.push_back({Text::tr("Source"), data.source});
    const MapView *map = workspace.map()->map();
    content.map.layers = map->layers();
    content.map.viewport = map->viewport();
    content.map.legend = map->legend()->content();
    content.map.attribution = map->caption();
    addFigures(content, workspace);
    content.tables.push_back(tableOf(*workspace.editPanel()->editModel(), Text::tr("Edits")));
    content.tables.push_back(tableOf(*workspace.results()->scoreboard(), Text::tr("Scoreboard")));
    if (workspace.results()->streets()->rowCount() > 0)
        content.tables.push_back(
            tableOf(*workspace.results()->streets(), Text::tr("Streets most affected")));
    content.versions.push_back({Text::tr("Base case, hash"), model.base()->hash().left(16)});
    content.metadata.emplace_back(QStringLiteral("dataHash"), model.base()->hash());
    return content;
}

} // namespace belvedere::ui
